"""Names in scripts with capitals: runs of capitalised words that are no offices and no months.

A single capital that opens a sentence, and any noun in German, may be an ordinary word: such a name
is not ``sure``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from transdiff.facts import Name, Word, WordKind
from transdiff.language.name_kinds import holds_office_over, is_place_beside, kind_of_run
from transdiff.language.name_words import ARABIC_ARTICLE, Cues, cues_of, name_parts, stemmed
from transdiff.language.offices import Part
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.words import fold_word

_TOUCHING = 5
_TWO_NAMES = 4
"""Words of a run that may hold a place's name and a person's."""
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


class _Around(NamedTuple):
    """What a run stands among: offices over a place, and the offsets where offices end."""

    passage: Passage
    cues: Cues
    realms: Sequence[Part]
    offices: frozenset[int]


def capital_runs(
    passage: Passage, taken: Sequence[tuple[int, int]], parts: Sequence[Part]
) -> Iterator[Name]:
    """Yield the names that runs of capitals are, outside the offsets *taken*.

    *parts* are the words of the passage's offices.
    """
    cues = cues_of(passage.lang)
    realms = [p for p in parts if p.function in _OVER_A_PLACE]
    around = _Around(passage, cues, realms, frozenset(end for _, end in office_spans(parts)))
    run: list[Word] = []
    words = passage.words
    for i, word in enumerate(words):
        if run and _continues(run, words, i, cues, passage, taken):
            run.append(word)
            continue
        if run:
            yield from _closed(around, run, word)
        run = [word] if _opens(word, i, words, cues, passage, taken) else []
    yield from _closed(around, run, None)


def office_spans(parts: Sequence[Part]) -> list[tuple[int, int]]:
    """The words of offices; a field counts where it touches a rank or a function."""
    found = []
    for n, part in enumerate(parts):
        beside = [p for p in parts[max(0, n - 1) : n + 2] if p.function or p.modifiers]
        if any(max(p.start - part.end, part.start - p.end) <= _TOUCHING for p in beside):
            found.append((part.start, part.end))
    return found


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
    if fold in cues.function_words or fold in _CALENDAR or _counts(word, cues, passage):
        return False
    return not _is_taken(word, passage, taken) and not _is_address(words[i : i + 3])


def _counts(word: Word, cues: Cues, passage: Passage) -> bool:
    """Whether a numeral has its capital from being a noun: *Tausende Reisende*."""
    return passage.lang == "de" and word.fold in cues.counts


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
        return word.fold.removesuffix("'s") not in _CALENDAR and not _counts(word, cues, passage)
    if word.text in ".·" and _INITIAL.match(last.text):
        return True
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or not _capital(following) or _is_taken(following, passage, taken):
        return False
    if word.text in _APOSTROPHES:  # Allied Porters' Union
        return last.fold.endswith("s") and following.fold in cues.organisations
    if word.fold in cues.coordinates and stemmed(last.text, passage.lang) in cues.known:
        return False
    if word.fold in cues.particles:
        return True
    if word.fold not in cues.org_links:
        return False
    # Board of Trade, Cape of Good Hope
    return any(run[-1].fold in words for words in (cues.organisations, cues.places, cues.org_links))


def _capital(word: Word) -> bool:
    if word.kind is not WordKind.WORD:
        return False
    return word.text[0].isupper() or bool("-" in word.text and ARABIC_ARTICLE.match(word.text))


def _is_taken(word: Word, passage: Passage, taken: Sequence[tuple[int, int]]) -> bool:
    start, end = word.span.start - passage.start, word.span.end - passage.start
    return any(a < end and start < b for a, b in taken)


def _closed(around: _Around, run: Sequence[Word], after: Word | None) -> Iterator[Name]:
    """Yield the name that a run of capitals is, or the place and the person that it is of."""
    cut = _where_a_person_begins(around.passage, run, around.cues)
    if cut:
        yield from _run_name(around, run[:cut], run[cut])
    yield from _run_name(around, run[cut:], after)


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
    return frozenset(fold_word(w) for w in load_pack(lang).words("names", "surnames"))


def _run_name(around: _Around, run: Sequence[Word], after: Word | None) -> Iterator[Name]:
    passage, cues, realms = around.passage, around.cues, around.realms
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
        sure = acronym and not passage.titled
    if not sure and len(words) == 1 and _counts_or_denies(words[0], cues):
        return
    kind = kind_of_run(passage, words, start, cues)
    if cues.known and stemmed(text, passage.lang) in cues.known:
        kind, sure = "place", True
    free = kind in ("person", "unknown") and not (len(words) > 1 and _is_held(around, start))
    if free and is_place_beside(passage, (start, end), after, cues, realms):
        kind = "place"
    span, text = passage.span(start, start + len(text)), _OWNERS.sub(r"\1 ", text)
    yield Name(span, text, "".join(parts), parts, kind, sure=sure)


def _is_held(around: _Around, start: int) -> bool:
    """Whether an office stands right before a run, or before the region that the office is of."""
    passage, offices = around.passage, around.offices
    ends = len(passage.text[:start].rstrip()) in offices
    return ends or holds_office_over(passage, start, offices)


def _counts_or_denies(word: Word, cues: Cues) -> bool:
    """Whether a lone word is a numeral, *thirty* or *twenty-one*, or a pronoun like *nobody*."""
    return word.fold in cues.openers or all(p in cues.openers for p in word.fold.split("-"))
