"""Names that differ by a slip of the pen: *Okelo* for *Okello*.

Between two texts in the same language, or in two that copy foreign names, a name has no
need to change. What policies of transliteration leave open (*-sky*, *-skyy*; *Hussein*, *Hussain*)
is no slip.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex
from rapidfuzz.distance import OSA

from transdiff.comparison import Comparison
from transdiff.facts import Name
from transdiff.language.mentions import same_spelling
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.short_names import may_be_short
from transdiff.language.words import stem_word
from transdiff.rules.names.known import INFLECTED, is_copied, words_of
from transdiff.rules.names.unknown import without_trade

_LEAST, _LONG = 3, 6
"""Letters of a word that can be misspelled, and from which two of them may be wrong."""
_OTHER = 2
"""Letters in which the surnames of two people differ if one is no slip for the other."""
_WORDS = {"person": 2, "place": 1}
"""Words that a name must have to be surely one of its kind."""
_SOUNDS = ("aeiouyjw", "ghkcqx", "scztd", "wvfu", "bv", "fp", "djzgy")
"""Letters by which policies begin one name: *Hrynevich, Grynevich*; *Tsvetkov, Cvetkov*."""
_DOUBLED = regex.compile(r"([b-df-hj-np-tv-xz])\1")


class Slip(NamedTuple):
    """A name of the article, the name it was meant to be, and whose name that is."""

    mine: Name
    theirs: Name
    key: str


def slips(pair: Comparison, kind: str = "person") -> Iterator[Slip]:
    """Yield the names of *kind* in the sentence that the linked texts spell otherwise.

    Of a place every letter counts: a person may choose how to be spelled, a town on a map does not.
    """
    if pair.lang in INFLECTED:
        return
    known, here = pair.whole.said_by_references.folds, pair.whole.said_here.folds
    for mine in pair.segment.facts.names:
        words = words_of(mine.text)
        strange = [w for w in words if w.casefold() not in known]
        if mine.concept or mine.kind != kind or len(words) < _WORDS[kind] or not strange:
            continue
        for witness in (w for w in pair.witnesses if _same_letters(pair.lang, w.lang)):
            others = (n for s in witness.around for n in s.facts.names if not n.concept)
            lettered = kind == "place"
            theirs = next(
                (
                    n
                    for n in others
                    if _misspells(words, words_of(n.text), here, pair.lang, lettered=lettered)
                ),
                None,
            )
            if theirs is not None:
                yield Slip(mine, theirs, witness.key)
                break


def is_other_person(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether the surnames are two people's, and the first names are no slips.

    Two letters of them differ, consonants too, or they begin with another sound, or two sounds have
    changed places. The first names
    are the same, or two names that are no forms of one: nobody slips twice.
    """
    mine, theirs = without_trade(mine, lang), without_trade(theirs, lang)
    here, there = words_of(mine.text), words_of(theirs.text)
    if len(here) != len(there) or len(here) < _WORDS["person"]:
        return False
    first, other = here[0], there[0]
    if here[:-1] != there[:-1] and (may_be_short(first, other) or not _is_slip(first, other)):
        return False
    one, two = _bare(here[-1]), _bare(there[-1])
    if is_turned_round(one, two, lang):
        return True
    if one[:1] != two[:1] and min(len(one), len(two)) > _LEAST and (one + two).isalpha():
        return _begin_apart(here[-1], there[-1], lang)
    return OSA.distance(one, two) >= _OTHER and skeleton(one) != skeleton(two)


def is_turned_round(one: str, two: str, lang: str) -> bool:
    """Whether two names have the same sounds in another order: *Katanami*, *Kanatami*."""
    first, other = skeleton(one, lang), skeleton(two, lang)
    return first != other and sorted(first) == sorted(other) and len(one) == len(two)


def _begin_apart(one: str, two: str, lang: str) -> bool:
    """Whether two names begin with sounds that no policy writes alike: *Asmussen*, *Rasmussen*."""
    first, other = romanise(one, lang)[:1], romanise(two, lang)[:1]
    return bool(first and other) and not any(first in s and other in s for s in _SOUNDS)


def is_other_town(mine: Name, theirs: Name) -> bool:
    """Whether two letters of a place differ, consonants too: *Besançon*, *Briançon*."""
    one, two = _bare(mine.text), _bare(theirs.text)
    return OSA.distance(one, two) >= _OTHER and skeleton(one) != skeleton(two)


def _same_letters(lang: str, other: str) -> bool:
    """Whether a name has no need to change from the one text to the other."""
    return lang == other or is_copied(lang, other)


def _misspells(
    mine: Sequence[str],
    theirs: Sequence[str],
    here: frozenset[str],
    lang: str,
    *,
    lettered: bool,
) -> bool:
    """Whether every word is the other's or nearly so, and one of them is misspelled.

    With *lettered* every other letter is a misspelling, whatever policy may explain it.
    """
    if len(mine) != len(theirs) or mine == theirs or _is_declined_trade(mine, theirs, lang):
        return False
    wrong = [(a, b) for a, b in zip(mine, theirs, strict=True) if a.casefold() != b.casefold()]
    unsaid = all(b.casefold() not in here for _, b in wrong)
    slip = any(_bare(a) != _bare(b) if lettered else _is_slip(a, b) for a, b in wrong)
    return unsaid and slip and all(_near(a, b) for a, b in wrong)


def _is_declined_trade(mine: Sequence[str], theirs: Sequence[str], lang: str) -> bool:
    """Whether a name follows its bearer's trade in another case: *des Ökonomen*, *der Ökonom*."""
    if len(mine) <= _WORDS["person"] or mine[1:] != theirs[1:]:
        return False
    one, other = (words[0].casefold() for words in (mine, theirs))
    return stem_word(one, lang) == stem_word(other, lang)


def _near(one: str, two: str) -> bool:
    longest = max(len(one), len(two))
    if min(len(one), len(two)) < _LEAST or _bare(one)[:1] != _bare(two)[:1]:
        return False
    return OSA.distance(_bare(one), _bare(two)) <= (2 if longest >= _LONG else 1)


def _is_slip(one: str, two: str) -> bool:
    """Whether no policy explains the difference; a lost accent is none either."""
    a, b = _bare(one), _bare(two)
    if a == b:
        return False
    if skeleton(one) != skeleton(two) or len(_DOUBLED.findall(a)) != len(_DOUBLED.findall(b)):
        return True
    return not same_spelling(romanise(one), romanise(two))


def _bare(word: str) -> str:
    """The letters of a word without case and marks."""
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
