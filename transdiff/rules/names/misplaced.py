"""A place that the references have in other sentences, put where the linked one has another.

An editor who merges stories, or a slip of the pen, sets one known place for another: the article
has the other one too, elsewhere, so that no name is strange and none is missing. Only where each
sentence has a place of which the other says nothing does one stand for the other, and only in
one spot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name
from transdiff.language.concepts import is_part, stands_for
from transdiff.model import Segment
from transdiff.rules.names.beside import joined_with_same, same_preposition
from transdiff.rules.names.known import is_known, names_of
from transdiff.rules.names.unknown import is_common
from transdiff.rules.names.variants import is_akin, is_variant
from transdiff.rules.surroundings import behind_one_word, place_between, shared_part

_SHARED = 0.4
"""Share of common content words from which two sentences tell one thing."""
_TOWN = "city"
"""Begins the identifiers of the towns of the table."""


class Misplaced(NamedTuple):
    """A place of the article, what stands there in a reference, and whose it is."""

    mine: Name
    theirs: Name
    witness: Witness


def misplaced(pair: Comparison) -> Iterator[Misplaced]:
    """Yield the places of the sentence that stand for another one of the linked sentences."""
    here = _places([pair.segment], pair.lang)
    if not here or not pair.witnesses:
        return
    for name in here:
        if name.text and not is_known(name, pair.whole.said_by_references, pair.lang):
            continue
        if not _is_spare(pair, name, here):
            continue
        for witness in pair.witnesses:
            if (theirs := _there(pair, witness, name)) is not None:
                yield Misplaced(name, theirs, witness)
                break


def _is_spare(pair: Comparison, mine: Name, here: Sequence[Name]) -> bool:
    """Whether no linked sentence has the place, or the article's has it once more than any."""
    said = sum(may_be_one(mine, n, pair.lang) for n in here)
    told = (_named(w.segments, w.lang) for w in pair.witnesses)
    return all(sum(may_be_one(mine, n, pair.lang) for n in names) < said for names in told)


def _there(pair: Comparison, witness: Witness, mine: Name) -> Name | None:
    """Return the place in the spot of *mine* of which the sentence says nothing.

    Where each side has one such place, and the sentences beside them neither, it may be anywhere.
    """
    shared = shared_part(pair, witness)
    if shared < _SHARED:
        return None
    left = _left(witness.segments, witness.lang, _named([pair.segment], pair.lang), pair.lang)
    left = [n for n in left if _are_alike(mine, n)]
    inside = [n for n in left if _in_one_spot(pair, witness, mine, n)]
    if inside:
        return inside[0]
    if not left or (pair.pairings[witness.key].foreign and not mine.concept):
        return None
    beside = _named((*pair.together, *pair.unlinked), pair.lang)
    left = _left(witness.segments, witness.lang, beside, pair.lang)
    told = [n for w in pair.witnesses for n in _named(w.around, w.lang)]
    mine_left = _left([pair.segment], pair.lang, told, pair.lang)
    if len(left) == 1 and [n.span for n in mine_left] == [mine.span] and _are_alike(mine, left[0]):
        return left[0]
    return None


def _left(
    segments: Iterable[Segment], lang: str, others: Sequence[Name], reader: str
) -> list[Name]:
    """The places of *segments* that are none of *others*."""
    places = _places(segments, lang)
    return [n for n in places if not any(may_be_one(n, o, reader) for o in others)]


def _are_alike(mine: Name, theirs: Name) -> bool:
    """Whether neither can lie in the other: two countries, two towns, two places of no table."""
    one, two = (n.concept.partition(".")[0] or _TOWN for n in (mine, theirs))
    return one == two


def _in_one_spot(pair: Comparison, witness: Witness, mine: Name, theirs: Name) -> bool:
    pairing = pair.pairings[witness.key]
    slot = place_between(pairing, mine.span)
    if slot is not None and slot.overlaps(theirs.span):
        return True
    if pairing.foreign:
        return False
    if mine.text and joined_with_same(pair, witness, mine, [theirs]) is not None:
        return True
    return same_preposition(pair, witness, mine, theirs) and behind_one_word(
        pairing, mine.span, theirs.span
    )


def _named(segments: Iterable[Segment], lang: str) -> list[Name]:
    return [n for s in segments for n in names_of(s.facts.names, s.facts.terms, lang)]


def _places(segments: Iterable[Segment], lang: str) -> list[Name]:
    return [n for n in _named(segments, lang) if _is_place(n, lang)]


def _is_place(name: Name, lang: str) -> bool:
    if not name.sure or name.kind != "place":
        return False
    return bool(name.concept) or not is_common(name, lang)


def may_be_one(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether two places are one in two forms, or one lies in the other or stands for it."""
    one, two = mine.concept, theirs.concept
    if one and two:
        return one == two or is_part(one, two) or is_part(two, one) or stands_for(one, two)
    return is_akin(mine, theirs) or is_variant(mine, theirs, lang, 1.0)
