"""Whether capitals name a person, a place or a body, by the words in them and about them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

import regex

from transdiff.facts import Word
from transdiff.language.name_words import CASES, Cues
from transdiff.language.offices import Part
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.words import stem_word

_ADJECTIVE = regex.compile(r"\p{Lu}\p{L}{4,}\s\p{Ll}+\s$")
"""A capital before *область* or *район* names it: what follows is somebody."""
_HELD = 24
"""Code points from an office over a place to its holder."""
_OFFICE = 48
"""Code points from an office to its holder, with what it is for and where."""
_MARKS = regex.compile(r"[,.;:!?«»()]")
_REALM = regex.compile(
    r"\s+(?:of|to|for|von|vom|des|de|du|del|da|do|dos|das|của|в|у|по)\s+"
    r"(?:(?:the|la|las|los|el|le|les|state of|estado de|estado do|bang|tỉnh|thành phố)\s+)?",
    regex.IGNORECASE,
)
"""What stands between an office and the place that it governs."""
_PLACE_FIRST = frozenset({"vi", "ru", "uk"})
"""Languages that put *river* or *town* right before its name."""


def kind_of_run(passage: Passage, words: Sequence[Word], start: int, cues: Cues) -> str:
    """Return the kind of the name that *words* are, which begins at *start* of the passage."""
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
    paired = len(words) > 2 and words[-1].casefold() in cues.coordinates and words[-2][:1].isupper()
    return paired and words[-3].casefold() in cues.prepositions


def is_place_beside(
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
        named = bool(passage.lang in CASES and _ADJECTIVE.search(before))
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


def holds_office_over(passage: Passage, start: int, offices: Collection[int]) -> bool:
    """Whether the region right before a name is what an office is for: *министр края Анна Бек*.

    The names of regions stand before the word, those of towns behind it. Offices end at *offices*.
    """
    before = passage.text[:start].rstrip()
    last = before.casefold().rsplit(None, 1)[-1:]
    if not last or last[0] not in _named_before(passage.lang):
        return False
    between = (before[end:] for end in offices if 0 <= start - end <= _OFFICE)
    return any(not _MARKS.search(words) for words in between)


@lru_cache(maxsize=64)
def _named_before(lang: str) -> frozenset[str]:
    return frozenset(load_pack(lang).words("names", "named_before"))


def leads_to_realm(between: str) -> bool:
    """Whether the words between an office and a place make it the place that is governed."""
    return bool(_REALM.fullmatch(between))
