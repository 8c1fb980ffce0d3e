"""Find offices, ranks and honorifics, and who holds them.

An office is put together from the phrases of the pack's ``[titles]`` that stand side by side:
*Russian First Deputy Foreign Minister*, *заместителя министра обороны*, *外交部副部长*. Where two
functions meet (*spokesman for the president*), the one that is said of a person is the function and
the other its field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import zip_longest

import regex

from transdiff.facts import Name, Span, Title
from transdiff.language.departments import SECTION_HEAD, of_a_part
from transdiff.language.dictionary import UNSPACED
from transdiff.language.honorifics import find_honorifics
from transdiff.language.name_words import heads_org
from transdiff.language.offices import Part
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.past import past_form
from transdiff.language.title_holders import STOP, WORDS, holder_of
from transdiff.language.words import stem_word

_HEAD_LAST = frozenset({"en", "de", "zh", "ja", "hy"})
"""Languages in which, of two functions side by side, the second is the office."""
_OF_A_PERSON = frozenset({"general", "admiral", "professor", "captain"})
"""Ranks that a person has beside an office: *deputy minister General Hai* is no deputy general."""
_LINKS = frozenset(
    {
        "of",
        "to",
        "for",
        "the",
        "and",
        "'s",
        "'",
        "der",
        "des",
        "für",
        "im",
        "in",
        "am",
        "zum",
        "zur",
        "und",
        "de",
        "du",
        "d'",
        "d’",
        "l'",
        "l’",
        "la",
        "le",
        "les",
        "à",
        "aux",
        "et",
        "del",
        "el",
        "los",
        "las",
        "para",
        "y",
        "da",
        "do",
        "dos",
        "das",
        "e",
        "по",
        "при",
        "в",
        "và",
        "của",
        "tại",
        "cho",
        "об",
        "и",
        "й",
        "у",
        "的",
        "の",
    }
)
_OF = frozenset(
    {
        "of",
        "to",
        "for",
        "der",
        "des",
        "für",
        "beim",
        "zum",
        "de",
        "du",
        "d'",
        "d’",
        "del",
        "da",
        "do",
        "по",
        "при",
        "của",
        "tại",
    }
)
_AND = frozenset({"and", "und", "et", "y", "e", "и", "й", "та", "և"})
_MOST_BETWEEN = 24
"""Code points between two parts of one office."""
_MOST_OF_A_FIELD = 48
"""The same, where capitals name a field: *Deputy Territorial Administration Minister*."""
_FIELD_AND = regex.compile(r"\s*(?:,?\s*and|und|et|y|e|и|та|và|和|、|＆|&)\s*", regex.IGNORECASE)
_SUSPENDED = regex.compile(r"\s(?:\p{Lu}\p{L}+-,?\s){1,3}(?:und|sowie|en)\s")
"""A field that shares its office with the next one: *Agrar- und Sozialministerin*."""
_FIELD_AND_NAME = regex.compile(r"(?:,?\s\p{Lu}\p{L}+){0,2},?\s(?:and|&)\s(?:\p{Lu}\p{L}+\s){1,2}")
"""Fields that no list has, between a rank and its office: *Deputy Energy and Mines Minister*."""
_OBJECT = 32
"""Code points behind a verb of office within which the body must be named that somebody leads."""
_RANK_BEHIND = frozenset({"fr", "es", "pt"})
_MOST_BEHIND = 4
"""Words of what an office is of, before a rank that stands behind it."""
_UNBENT = frozenset({"en"})
"""Languages in which a word before its noun has one form: *deputies want* opens no office."""


def find_titles(
    passage: Passage, names: Sequence[Name] = (), parts: Sequence[Part] = ()
) -> tuple[Title, ...]:
    """Return the offices and honorifics of *passage* in order of position.

    *parts* are the words that its offices are made of, *names* its names: one that touches an
    office holds it.
    """
    drafts = (d for d in _drafts(passage, parts) if not _leads_a_deed(passage, d, names))
    offices = [_of_rank(draft.title(passage, names), passage) for draft in drafts]
    found = [*_with_rank(offices, passage), *find_honorifics(passage)]
    return tuple(sorted(found, key=lambda t: t.span))


def _of_rank(title: Title, passage: Passage) -> Title:
    """Return an office as what it is if its field is one of the departments of a body."""
    return replace(title, function=SECTION_HEAD) if of_a_part(title, passage) else title


def _with_rank(offices: Sequence[Title], passage: Passage) -> Iterator[Title]:
    """Give an office before a rank and a name to its holder: *army chief General Hai*."""
    for title, after in zip_longest(offices, offices[1:]):
        if title.holder or after is None or not after.holder:
            yield title
            continue
        between = slice(title.span.end - passage.start, after.span.start - passage.start)
        apposed = passage.text[between].strip() in ("", ",")
        yield replace(title, holder=after.holder) if apposed else title


@dataclass
class _Draft:
    """An office that is being put together from its parts."""

    start: int
    end: int
    function: str = ""
    modifiers: set[str] = field(default_factory=set)
    domain: set[str] = field(default_factory=set)
    field_last: bool = False

    def title(self, passage: Passage, names: Sequence[Name]) -> Title:
        title = Title(
            passage.span(self.start, self.end),
            self.function,
            tuple(sorted(self.domain)),
            frozenset(self.modifiers),
        )
        return replace(title, holder=holder_of(passage, title, names, self.field_last))


def _drafts(passage: Passage, parts: Sequence[Part]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for part in parts:
        if _is_deed(passage, part) or _opens_clause(passage, part) or _is_bent(passage, part):
            continue
        last = drafts[-1] if drafts else None
        if last is None or not _joins(passage, last, part):
            drafts.append(_new(part))
    return [d for d in drafts if d.function]


def _leads_a_deed(passage: Passage, draft: _Draft, names: Sequence[Name]) -> bool:
    """Whether an office in the form of a verb has no body: *who leads the race*, *the inquiry*."""
    if not _is_clause(passage, draft):
        return False
    after = passage.text[draft.end : draft.end + _OBJECT]
    near = Span(passage.start + draft.end, passage.start + draft.end + _OBJECT)
    named = any(near.contains(Span(n.span.start, n.span.start)) for n in names)
    return not named and not any(
        heads_org(word.casefold(), passage.lang) for word in WORDS.findall(STOP.split(after)[0])
    )


def _is_clause(passage: Passage, part: _Draft | Part) -> bool:
    """Whether an office has the form of a clause: *who leads*."""
    first = WORDS.match(passage.text, part.start)
    return first is not None and first[0].casefold() in passage.pack.words(
        "attribution", "relative"
    )


def _is_deed(passage: Passage, part: Part) -> bool:
    """Whether a participle of rank is a verb: *they deposed President Oru*, not *the deposed*.

    Nor is another form of that verb a rank: *a bid to oust the mayor*.
    """
    endings = passage.pack.words("tense", "past_endings")
    word = passage.text[part.start : part.end].casefold()
    if part.function:
        return word not in _written(passage.lang) and past_form(word, passage.lang)
    if not part.modifiers or not endings:
        return False
    listed = word in _written(passage.lang)
    if not listed and stem_word(word, passage.lang) in _participles(passage.lang, endings):
        return True
    if not word.endswith(endings):
        return False
    before = WORDS.findall(passage.text[: part.start].casefold())[-1:]
    describing = passage.pack.words("tense", "describing")
    return (
        bool(before) and before[0] not in describing and not before[0].endswith(("’s", "'s", ","))
    )


def _is_bent(passage: Passage, part: Part) -> bool:
    """Whether a word of rank has an ending, so that it is itself a noun: *deputies*."""
    word = passage.text[part.start : part.end].casefold()
    return passage.lang in _UNBENT and not part.function and word not in _written(passage.lang)


@lru_cache(maxsize=64)
def _written(lang: str) -> frozenset[str]:
    """The phrases of offices as the pack writes them."""
    section = load_pack(lang).section("titles")
    return frozenset(phrase.casefold() for phrases in section.values() for phrase in phrases)


@lru_cache(maxsize=64)
def _participles(lang: str, endings: tuple[str, ...]) -> frozenset[str]:
    """The stems of the participles among those phrases: *ousted*, *deposed*."""
    words = (w for w in _written(lang) if w.endswith(endings))
    return frozenset(stem_word(w, lang) for w in words)


def _opens_clause(passage: Passage, part: Part) -> bool:
    """Whether a word of rank is a conjunction: *once the minister had left*, not *, once mayor*."""
    word = passage.text[part.start : part.end].casefold()
    if part.function or word not in passage.pack.words("conditions", "once"):
        return False
    before = WORDS.findall(passage.text[: part.start].casefold())[-1:]
    copulas = passage.pack.words("roles", "passive")
    return not before or not (before[0] in copulas or before[0].endswith(","))


def _new(part: Part) -> _Draft:
    return _Draft(part.start, part.end, part.function, set(part.modifiers), set(part.domain))


def _joins(passage: Passage, last: _Draft, part: Part) -> bool:
    """Add *part* to the office *last* where it belongs to it."""
    gap = passage.text[last.end : part.start]
    if _is_clause(passage, part):
        return False  # deputy ministers who head the panels
    coordinate = not last.function and bool(last.domain) and bool(_FIELD_AND.fullmatch(gap))
    coordinate = coordinate or (not last.function and bool(_SUSPENDED.fullmatch(gap)))
    coordinate = coordinate or _shares_office(last, part, gap)
    behind = _is_rank_behind(passage.lang, last, part, gap)
    if not (coordinate or behind or _near(gap, passage.lang, bool(last.function))):
        return False
    if part.function and last.function:
        return _two_functions(last, part, gap, passage.lang)
    if not coordinate and _FIELD_AND.fullmatch(gap) and (part.function or part.modifiers):
        return False
    if part.modifiers and not part.function and last.function and gap.strip(" -") and not behind:
        return False
    last.end = part.end
    last.function = last.function or part.function
    last.modifiers |= part.modifiers
    last.domain |= part.domain
    return True


def _shares_office(last: _Draft, part: Part, gap: str) -> bool:
    """Whether only names of fields stand between a rank and the office: *Food and Fisheries*."""
    ranked = bool(last.modifiers) and not last.function and bool(part.function)
    return ranked and bool(_FIELD_AND_NAME.fullmatch(gap))


def _is_rank_behind(lang: str, last: _Draft, part: Part, gap: str) -> bool:
    """Whether a rank stands behind what an office is of: *وزير الأوقاف بالوكالة*.

    In Romance languages only who stands in for somebody is told there: *ministre du Culte par
    intérim*, *ministro de Pesca en funciones*.
    """
    if part.function or not part.modifiers or not last.function or STOP.search(gap):
        return False
    words = gap.split()
    if not 0 < len(words) <= _MOST_BEHIND:
        return False
    if lang == "ar":
        return all(w.removeprefix("و").startswith("ال") for w in words)
    links = words[0].casefold() in _LINKS and part.modifiers == {"acting"}
    return lang in _RANK_BEHIND and links and not last.modifiers


def _two_functions(last: _Draft, part: Part, gap: str, lang: str) -> bool:
    between = [w.casefold() for w in WORDS.findall(gap)]
    links = set(between)
    if _FIELD_AND.fullmatch(gap):
        return False
    if part.function in _OF_A_PERSON and between and between[-1] not in _LINKS:
        return False  # "minister of Dravia Major General"
    if links & _OF or lang not in _HEAD_LAST:
        last.domain |= {part.function, *part.domain}
        last.end, last.field_last = part.end, True
        return True
    if gap.strip(" '’s") or part.function in _OF_A_PERSON:
        return False
    last.domain |= {last.function}
    last.domain |= part.domain
    last.function, last.end = part.function, part.end
    last.modifiers |= part.modifiers
    return True


def _near(gap: str, lang: str, complete: bool) -> bool:
    """Whether only links and names stand between two parts; one more word before the function."""
    if lang in UNSPACED:
        return len(gap) <= (0 if not complete else 1)
    words = WORDS.findall(gap)
    capitals = not complete and all(w[0].isupper() for w in words)
    if len(gap) > (_MOST_OF_A_FIELD if capitals else _MOST_BETWEEN) or STOP.search(gap):
        return False
    if not complete and _AND & {w.casefold() for w in words}:
        return False
    single = gap.split()  # under-21 is one word
    unknown = [
        w for w in single if not ({*WORDS.findall(w.casefold())} <= _LINKS or w[0].isupper())
    ]
    if len(single) > 3 or len(unknown) > (0 if complete else 1):
        return False
    return not (complete and words and not {w.casefold() for w in words} & _LINKS and lang == "en")
