"""Persons who have the given name of the linked text of another language and another surname.

The given name holds the two in one place. The surname of the article must be no way to write any
word of the references, and the reference's none to write a word of the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name, Span, Word, WordKind
from transdiff.language.dictionary import UNSPACED
from transdiff.language.mentions import Mentions
from transdiff.language.reading import Reading
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.sounds import are_apart, may_sound
from transdiff.rules.names.characters import in_characters
from transdiff.rules.names.known import is_copied, is_known_word
from transdiff.rules.names.unknown import without_trade

_FULL = 2
"""Words of a name with a given name and a surname."""
_BONES = 2
"""Consonants by which a given name is told; a shorter one by all its letters."""
_UNCASED = frozenset({"ar"})
_DOTS = "·・‧"


class Renamed(NamedTuple):
    """A name of the article, the words of the reference in its place, and whose they are."""

    mine: Span
    theirs: Span
    key: str


class _Full(NamedTuple):
    """A name of several words: the given name, the surname and what stands between."""

    span: Span
    words: tuple[str, ...]

    @property
    def given(self) -> str:
        return self.words[0]

    @property
    def surname(self) -> str:
        return self.words[-1]

    @property
    def steps(self) -> int:
        """Words from the given name to the surname."""
        return len(self.words) - 1


def renamed(pair: Comparison) -> Iterator[Renamed]:
    """Yield the persons of the sentence who have another surname in every linked text."""
    if any(w.lang == pair.lang for w in pair.witnesses):
        return
    whole = pair.whole
    for mine in _full_names(pair.segment.facts.names, pair.lang):
        found = [(w, _instead(pair, mine, w, whole.said_by_references)) for w in pair.witnesses]
        told = [(w, span) for w, span in found if span is not None]
        if told and len(told) == len(found):
            yield Renamed(mine.span, told[0][1], told[0][0].key)
    for witness in pair.witnesses if len(pair.witnesses) == 1 else ():
        names = [n for s in witness.segments for n in s.facts.names]
        for theirs in _full_names(names, witness.lang):
            span = _beside(theirs, witness.lang, pair.reading, whole.said_here)
            if pair.lang == "zh" and span is None:
                span = in_characters(theirs.words, [pair.segment], whole.said_here)
            if span is not None:
                yield Renamed(span, theirs.span, witness.key)


def _full_names(names: Sequence[Name], lang: str) -> Iterator[_Full]:
    """Yield the names of several words; of a foreign one in Chinese the parts between dots."""
    for name in names:
        if name.kind != "person" or name.concept:
            continue
        bare = name if lang in UNSPACED else without_trade(name, lang)
        words = _split(bare.text, lang)
        if len(words) >= _FULL and (name.sure or lang in UNSPACED):
            yield _Full(bare.span, tuple(words))
        if len(words) > _FULL and lang not in UNSPACED:  # Firefighter Ana Ruiz
            start = bare.span.end - len(bare.text) + bare.text.rindex(words[-_FULL])
            yield _Full(Span(start, bare.span.end), tuple(words[-_FULL:]))


def _split(text: str, lang: str) -> list[str]:
    if lang not in UNSPACED:
        return text.replace("’s", "").replace("'s", "").split()
    for dot in _DOTS:
        text = text.replace(dot, " ")
    return text.split()


def _instead(pair: Comparison, mine: _Full, witness: Witness, known: Mentions) -> Span | None:
    if witness.lang == "zh" and (han := in_characters(mine.words, witness.segments, known)):
        return han
    if witness.lang in UNSPACED:
        names = [n for s in witness.segments for n in s.facts.names]
        return _dotted(pair, mine, witness, list(_full_names(names, witness.lang)), known)
    return _beside(mine, pair.lang, witness.reading, known)


def _dotted(
    pair: Comparison, mine: _Full, witness: Witness, names: Sequence[_Full], known: Mentions
) -> Span | None:
    """Return the name of several parts that has mine's given name and another surname."""
    if is_known_word(mine.surname, "person", known, pair.lang):
        return None
    for theirs in names:
        same = may_sound(mine.given, pair.lang, theirs.given, witness.lang)
        if same and are_apart(mine.surname, pair.lang, theirs.surname, witness.lang, copied=False):
            return theirs.span
    return None


def _beside(full: _Full, lang: str, reading: Reading, known: Mentions) -> Span | None:
    """Return the words of *reading* with the given name of *full* and another surname behind it."""
    if reading.lang in UNSPACED or is_known_word(full.surname, "person", known, lang):
        return None
    copied = is_copied(lang, reading.lang)
    words = reading.words
    for j in _places(full.given, lang, reading):
        at = j + full.steps
        if at >= len(words) or not _runs_on(words[j : at + 1], reading, at):
            continue
        others = [k for k, w in enumerate(words) if _may_be_name(reading, k) and k != j]
        if all(
            are_apart(full.surname, lang, words[k].text, reading.lang, copied=copied)
            if k == at
            else _is_unlike(full.surname, lang, words[k], reading.lang)
            for k in others
        ):
            return Span(words[j].span.start, words[at].span.end)
    return None


def _places(given: str, lang: str, reading: Reading) -> Iterator[int]:
    """Yield the words that are a given name, by its consonants or, if it has few, its letters."""
    bones, letters = skeleton(given, lang), romanise(given, lang)
    for j, word in enumerate(reading.words):
        if not _may_be_name(reading, j):
            continue
        if letters == romanise(word.text, reading.lang):
            yield j
        elif lang in UNSPACED:
            if may_sound(given, lang, word.text, reading.lang):
                yield j
        elif len(bones) >= _BONES:
            own = (skeleton(word.text, reading.lang), *reading.bones[j])
            if bones in own:
                yield j


def _may_be_name(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if word.kind is not WordKind.WORD:
        return False
    if reading.lang in _UNCASED:
        return not reading.meanings[index]
    return word.text[0].isupper()


def _runs_on(words: Sequence[Word], reading: Reading, last: int) -> bool:
    """Whether words follow each other as those of a name do, of which the last one may be one."""
    beside = all(b.span.start - a.span.end == 1 for a, b in pairwise(words))
    return beside and _may_be_name(reading, last)


def _is_unlike(surname: str, lang: str, word: Word, other: str) -> bool:
    """Whether a word elsewhere in the sentence is no way to write a surname."""
    same = skeleton(surname, lang) == skeleton(word.text, other)
    return not same and not may_sound(surname, lang, word.text, other)
