"""Find proper names with their skeletons.

Organisations, countries and places of the concept table are names wherever they stand. Beyond
them, a scripts' capitals tell: a run of capitalised words that are no offices, demonyms or
months. A single capital that opens a sentence, and any noun in German, may be an ordinary word:
such a name is not ``sure``. Scripts without capitals give what touches an office, what follows an
honorific cue, and transliterations joined by ``·``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import regex

from transdiff.facts import Name, Span, Term, Word, WordKind
from transdiff.language.bodies import with_bodies
from transdiff.language.concepts import concept
from transdiff.language.name_words import (
    ARABIC_ARTICLE,
    COORDINATES,
    Cues,
    cues_of,
    name_parts,
    stemmed,
)
from transdiff.language.offices import Part
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.uncased_names import uncased_names
from transdiff.language.vocabulary import is_ordinary
from transdiff.language.words import fold_word, stem_word

_NOT_NAMES = frozenset({"demonym"})
_CASES = frozenset({"ru", "uk", "hy"})
_UNCASED = frozenset({"zh", "ja", "ar"})
_TOUCHING = 5
_ADJECTIVE = regex.compile(r"\p{Lu}\p{L}{4,}\s\p{Ll}+\s$")
"""A capital before *область* or *район* names it: what follows is somebody."""
_TWO_NAMES = 4
"""Words of a run that may hold a place's name and a person's."""
_HELD = 24
"""Code points from an office over a place to its holder."""
_FEW = 3
"""Words up to which a text in capitals may be an acronym rather than a headline."""
_CONTRACTED = regex.compile(r"['’](?:s|m|d|t|re|ve|ll)$")
"""What English leaves of a verb behind its subject: *I'm*, *they'll*."""
_POSSESSIVE = regex.compile(r"['’]s?$")
_APOSTROPHES = frozenset("'’")
_OWNERS = regex.compile(r"(s)['’] ")
_OVER_A_PLACE = frozenset(
    {
        "governor", "mayor", "president", "prime-minister", "chancellor", "king", "queen", "emir",
        "prefect", "ambassador", "consul", "bishop",
    }
)  # fmt: skip
"""Offices whose domain is a country, a region or a town."""
_REALM = regex.compile(
    r"\s+(?:of|to|for|von|vom|des|de|du|del|da|do|dos|das|của|в|у|по)\s+"
    r"(?:(?:the|la|las|los|el|le|les|state of|estado de|estado do|bang|tỉnh|thành phố)\s+)?",
    regex.IGNORECASE,
)
"""What stands between an office and the place that it governs."""
_PLACE_FIRST = frozenset({"vi", "ru", "uk"})
"""Languages that put *river* or *town* right before its name."""
_INITIAL = regex.compile(r"\p{Lu}$")
_CALENDAR = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "gmt", "utc", "bc", "bce", "ad", "ce", "rmb", "cny",
        "hkd", "usd", "mr", "mrs", "ms",
        "miss", "dr", "sir", "prof", "i",
    }
)  # fmt: skip


def find_names(
    passage: Passage, terms: Sequence[Term] = (), parts: Sequence[Part] = ()
) -> tuple[Name, ...]:
    """Return the proper names of *passage* in order of position.

    *terms* are the passage's phrases of the concept table, *parts* the words of its offices.
    """
    known = [name for term in terms if (name := _of_concept(passage, term))]
    taken = [(n.span.start - passage.start, n.span.end - passage.start) for n in known]
    taken += [
        (t.span.start - passage.start, t.span.end - passage.start)
        for t in terms
        if t.form in _NOT_NAMES
    ]
    taken += _offices(parts)
    cased = passage.lang not in _UNCASED
    others: Iterable[Name] = ()
    if not passage.text.isupper() or len(passage.words) <= _FEW:  # no headline in capitals
        others = _capital_runs(passage, taken, parts) if cased else uncased_names(passage, parts)
    free = [n for n in others if not any(n.span.overlaps(k.span) for k in known)]
    in_order = sorted([*_distinct(known), *free], key=lambda n: n.span)
    return with_bodies(passage, _with_given_names(passage, in_order))


def _with_given_names(passage: Passage, names: Sequence[Name]) -> tuple[Name, ...]:
    """Make one person of a place and a surname right behind it: *Sofia Lindahl*, *Paris Walker*."""
    found: list[Name] = []
    for name in names:
        first = found[-1] if found else None
        if first is not None and _is_given_name(passage, first, name):
            span = Span(first.span.start, name.span.end)
            parts = (*first.parts, *name.parts)
            found[-1] = Name(span, f"{first.text} {name.text}", "".join(parts), parts, "person")
        else:
            found.append(name)
    return tuple(found)


def _is_given_name(passage: Passage, place: Name, name: Name) -> bool:
    """Whether a place may be somebody's given name: one word, and a lone strange one behind it."""
    if name.kind != "unknown" or name.concept or " " in name.text or name.text.isupper():
        return False
    single = place.kind == "place" and bool(place.concept) and " " not in place.text
    beside = name.span.start - place.span.end == 1
    return single and beside and passage.lang != "de" and not is_ordinary(name.text, passage.lang)


def _offices(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """The words of offices; a field counts where it touches a rank or a function."""
    found = []
    for n, part in enumerate(parts):
        beside = [p for p in parts[max(0, n - 1) : n + 2] if p.function or p.modifiers]
        if any(max(p.start - part.end, part.start - p.end) <= _TOUCHING for p in beside):
            found.append((part.start, part.end))
    return found


def _distinct(names: Sequence[Name]) -> list[Name]:
    """One name for each span, though the table may know it by several concepts."""
    return list({name.span: name for name in reversed(names)}.values())


def _of_concept(passage: Passage, term: Term) -> Name | None:
    entry = concept(term.concept)
    if entry is None or not entry.kind or term.form in _NOT_NAMES:
        return None
    text = passage.text[term.span.start - passage.start : term.span.end - passage.start]
    parts = name_parts(text, passage.lang)
    return Name(term.span, text, "".join(parts), parts, entry.kind, term.concept)


def _capital_runs(
    passage: Passage, taken: Sequence[tuple[int, int]], parts: Sequence[Part]
) -> Iterator[Name]:
    cues = cues_of(passage.lang)
    realms = [p for p in parts if p.function in _OVER_A_PLACE]
    offices = frozenset(end for _, end in _offices(parts))
    run: list[Word] = []
    words = passage.words
    for i, word in enumerate(words):
        if run and _continues(run, words, i, cues, passage, taken):
            run.append(word)
            continue
        if run:
            yield from _closed(passage, run, word, cues, realms, offices)
        run = [word] if _opens(word, i, words, cues, passage, taken) else []
    yield from _closed(passage, run, None, cues, realms, offices)


def _capital(word: Word) -> bool:
    capital = word.text[0].isupper() or bool(ARABIC_ARTICLE.match(word.text))
    return word.kind is WordKind.WORD and capital


def _is_taken(word: Word, passage: Passage, taken: Sequence[tuple[int, int]]) -> bool:
    start, end = word.span.start - passage.start, word.span.end - passage.start
    return any(a < end and start < b for a, b in taken)


def _opens(
    word: Word,
    i: int,
    words: Sequence[Word],
    cues: Cues,
    passage: Passage,
    taken: Sequence[tuple[int, int]],
) -> bool:
    if not _capital(word):
        return False
    fold = _CONTRACTED.sub("", word.fold)
    if fold in cues.function_words or fold in _CALENDAR:
        return False
    return not _is_taken(word, passage, taken) and not _is_address(words[i : i + 3])


def _is_address(words: Sequence[Word]) -> bool:
    """Whether a word is part of a web address: *Example.com*."""
    if len(words) < 3 or words[1].text != "." or not words[2].text[0].islower():
        return False
    return words[0].span.end == words[1].span.start and words[1].span.end == words[2].span.start


def _continues(
    run: Sequence[Word],
    words: Sequence[Word],
    i: int,
    cues: Cues,
    passage: Passage,
    taken: Sequence[tuple[int, int]],
) -> bool:
    """Whether the word goes on with the run: a capital, a particle before one, an initial's dot."""
    word, last = words[i], run[-1]
    close = word.span.start - last.span.end <= 1
    if not close or _is_taken(word, passage, taken) or last.fold.endswith(("'s", "s'")):
        return False
    if _capital(word):
        return word.fold.removesuffix("'s") not in _CALENDAR
    if word.text in ".·" and _INITIAL.match(last.text):
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or not _capital(following) or _is_taken(following, passage, taken):
        return False
    if word.text in _APOSTROPHES:  # Allied Porters' Union
        return last.fold.endswith("s") and following.fold in cues.organisations
    if word.fold in COORDINATES and stemmed(last.text, passage.lang) in cues.known:
        return False
    if word.fold in cues.particles:
        return True
    if word.fold not in cues.org_links:
        return False
    # Board of Trade, Cape of Good Hope
    return any(run[-1].fold in words for words in (cues.organisations, cues.places, cues.org_links))


def _closed(
    passage: Passage,
    run: Sequence[Word],
    after: Word | None,
    cues: Cues,
    realms: Sequence[Part],
    offices: frozenset[int],
) -> Iterator[Name]:
    """Yield the name that a run of capitals is, or the place and the person that it is of."""
    cut = _where_a_person_begins(passage, run, cues)
    if cut:
        yield from _run_name(passage, run[:cut], run[cut], cues, realms, offices)
    yield from _run_name(passage, run[cut:], after, cues, realms, offices)


def _where_a_person_begins(passage: Passage, run: Sequence[Word], cues: Cues) -> int:
    """Return the word of *run* from which it names a person: *tỉnh Quảng Nam Lê Văn Tâm*."""
    surnames = _surnames(passage.lang)
    if not surnames or len(run) < _TWO_NAMES:
        return 0
    before = passage.text[: run[0].span.start - passage.start].casefold().split()[-1:]
    if not before or before[0] not in cues.places:
        return 0
    return next((k for k in range(2, len(run) - 1) if run[k].fold in surnames), 0)


@lru_cache(maxsize=8)
def _surnames(lang: str) -> frozenset[str]:
    if lang in _UNCASED:
        return frozenset()
    return frozenset(fold_word(w) for w in load_pack(lang).words("names", "surnames"))


def _run_name(
    passage: Passage,
    run: Sequence[Word],
    after: Word | None,
    cues: Cues,
    realms: Sequence[Part],
    offices: frozenset[int],
) -> Iterator[Name]:
    words = [*run]
    while words and words[-1].kind is not WordKind.WORD:
        words.pop()
    if not words:
        return
    start, end = words[0].span.start - passage.start, words[-1].span.end - passage.start
    text = _POSSESSIVE.sub("", passage.text[start:end])
    parts = name_parts(text, passage.lang)
    if not parts:
        return
    opening = not passage.text[:start].strip(" \"'“«„‘-–—")
    acronym = len(text) > 1 and text.isupper()
    sure = len(words) > 1 or not opening or acronym
    if passage.lang == "de" or passage.titled:
        sure = False
    if not sure and len(words) == 1 and _counts_or_denies(words[0], cues):
        return
    kind = _kind(passage, words, start, cues)
    if cues.known and stemmed(text, passage.lang) in cues.known:
        kind, sure = "place", True
    held = len(words) > 1 and len(passage.text[:start].rstrip()) in offices
    free = kind in ("person", "unknown") and not held
    if free and _named_place(passage, (start, end), after, cues, realms):
        kind = "place"
    span, text = passage.span(start, start + len(text)), _OWNERS.sub(r"\1 ", text)
    yield Name(span, text, "".join(parts), parts, kind, sure=sure)


def _named_place(
    passage: Passage,
    at: tuple[int, int],
    after: Word | None,
    cues: Cues,
    realms: Sequence[Part],
) -> bool:
    """Whether what stands beside a name makes it a place's: *Gansu province*, *mayor of Graz*.

    The domain of an office is not its holder: *the governor of Rio Verde*, *Rio Verde's governor*.
    """
    start, end = at
    touches = after is not None and after.span.start - passage.start - end <= 1
    if touches and after is not None and cues.places & {after.fold, after.stem}:
        return True
    before = passage.text[:start]
    if passage.lang in _PLACE_FIRST:
        last = before.casefold().split()[-1:]
        named = bool(passage.lang in _CASES and _ADJECTIVE.search(before))
        # глава региона Павел Орешин
        named = named or any(0 <= start - part.end <= _HELD for part in realms)
        if last and not named and cues.places & {last[0], stem_word(last[0], passage.lang)}:
            return True
    for part in realms:
        if part.end <= start and _REALM.fullmatch(before[part.end :]):
            return True
        owned = passage.text[end : part.start] if part.start >= end else "-"
        if passage.text[:end].endswith(("'s", "’s")) and owned.isspace():
            return True
    return False


def _counts_or_denies(word: Word, cues: Cues) -> bool:
    """Whether a lone word is a numeral, *thirty* or *twenty-one*, or a pronoun like *nobody*."""
    return word.fold in cues.openers or all(p in cues.openers for p in word.fold.split("-"))


def _kind(passage: Passage, words: Sequence[Word], start: int, cues: Cues) -> str:
    folds = {form for w in words for form in (w.fold.removesuffix("'s"), w.stem)}
    if folds & cues.organisations or (
        len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 1
    ):
        return "org"
    if folds & cues.places:
        return "place"
    before = [word.casefold() for word in _words_before(passage.text[:start], 2)]
    if before and (before[-1] in cues.place_cues or " ".join(before) in cues.place_cues):
        return "place"
    if len(before) == 2 and before[0] in cues.places and before[1] in cues.org_links:
        return "place"
    if len(words) == 1 and _behind_preposition(passage.text[:start], cues):
        return "place"
    return "person" if len(words) > 1 else "unknown"


def _words_before(text: str, count: int) -> list[str]:
    """The last words of *text*, elided ones apart: *l'* and *Isère*."""
    near = " ".join(text.rsplit(None, count)[-count:])
    return near.replace("'", "' ").replace("’", "’ ").split()[-count:]


def _behind_preposition(before: str, cues: Cues) -> bool:
    """Whether a preposition of place stands before a name, be it before the first of two names."""
    words = _words_before(before, 4)
    if words and words[-1].casefold() in cues.prepositions:
        return True
    paired = len(words) > 2 and words[-1].casefold() in COORDINATES and words[-2][:1].isupper()
    return paired and words[-3].casefold() in cues.prepositions


def leads_to_realm(between: str) -> bool:
    """Whether the words between an office and a place make it the place that is governed."""
    return bool(_REALM.fullmatch(between))
