"""What happened to those whom a figure counts: killed, hurt, missing, saved, held, freed.

A toll lists several figures, and which fate belongs to which is a matter of distance: *killed
three and wounded 19*, *three dead and 19 wounded*, *погибли трое, 19 ранены*. Where two fates are
one figure's (*killed or wounded*) none is told. The words are those of ``[numbers.fates]`` in the
pack.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from transdiff.facts import Quantity, Span
from transdiff.language.dictionary import UNSPACED
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.pack import Pack, load_pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Piece
from transdiff.language.rows import Folded
from transdiff.language.words import fold_word, stem_word

_BEFORE = 14
"""Code points between a fate and the figure after it."""
_AFTER = 48
"""Code points between a figure and the fate after it."""
_APART = 10
_MARKS = ",;，；、،"
_JOINED = 6
"""Code points between two fates of one figure: *killed or wounded*."""
_DENIED = 3
"""Words before a fate where its denial may stand."""
_COUNTS = ("cardinal", "article", "vague")
_Fate = tuple[int, int, str]


def with_fates(
    found: Sequence[Quantity], passage: Passage, pieces: Sequence[Piece]
) -> tuple[Quantity, ...]:
    """Return *found* with the fates of the people that they count."""
    counted = [q for q in found if q.kind in _COUNTS and q.unit in ("", "person")]
    if not counted:
        return tuple(found)
    fates = _fates(passage, pieces, [q.span for q in counted])
    share = 4 if passage.lang in UNSPACED else 1
    met: dict[Span, tuple[int, str]] = {}
    for first, end, value in fates:
        reached = [(gap, q.span) for q in counted if (gap := _reach(passage, q, first, end, share))]
        if reached:
            gap, span = min(reached)
            met[span] = min(met.get(span, (gap, value)), (gap, value))
    for part, whole in _parts(counted, passage):
        if whole in met and part not in met:
            met[part] = met.pop(whole)  # nine of the 61 died
    lost = {q.span for q in counted if _lives(passage.lang).intersection(q.nouns[:1])}
    told = {**dict.fromkeys(lost, "killed"), **{span: fate for span, (_, fate) in met.items()}}
    return tuple(replace(q, fate=told[q.span]) if q.span in told else q for q in found)


def _parts(counted: Sequence[Quantity], passage: Passage) -> list[tuple[Span, Span]]:
    """Return each figure with the whole of which it counts some: *nine of the 61*."""
    between = {*passage.pack.words("numbers", "links"), *passage.pack.words("numbers", "definite")}
    ordered = sorted(q.span for q in counted)
    found = []
    for part, whole in pairwise(ordered):
        words = passage.text[part.end - passage.start : whole.start - passage.start].split()
        if words and between.issuperset(w.casefold() for w in words):
            found.append((part, whole))
    return found


def fates_of(words: Sequence[Folded], lang: str) -> frozenset[str]:
    """Return every fate that *words* tell of, counted or not."""
    return frozenset(value for value, _, _ in listed_table(lang, "numbers", "fates").all(words))


def _reach(passage: Passage, quantity: Quantity, first: int, end: int, share: int) -> int:
    """How far a fate at ``[first, end)`` is from a figure, at least 1; 0 for too far."""
    bound = quantity.bound_span
    start = min(quantity.span.start, bound.start) if bound else quantity.span.start
    if end <= start:  # "nine died and 64": what a mark or a conjunction parts is another's fate
        near = start - end <= _BEFORE // share and not _parted(passage, end, start)
        return _gap(passage, end, start) if near else 0
    if quantity.span.end <= first:
        gap = _gap(passage, quantity.span.end, first)
        return gap if first - quantity.span.end <= _AFTER // share else 0
    return 0


def _parted(passage: Passage, start: int, end: int) -> bool:
    between = passage.text[start - passage.start : end - passage.start].casefold()
    joining = passage.pack.words("numbers.ranges", "and")
    words = between.split()
    return any(mark in between for mark in _MARKS) or any(w in words for w in joining)


def _gap(passage: Passage, start: int, end: int) -> int:
    """Code points from a figure to a fate and one; a mark between them sets them apart."""
    between = passage.text[start - passage.start : end - passage.start]
    return 1 + len(between) + _APART * any(mark in between for mark in _MARKS)


def _fates(passage: Passage, pieces: Sequence[Piece], figures: Sequence[Span]) -> list[_Fate]:
    """The fates in the text, in order, without those that are told together of one figure."""
    found = [
        (passage.start + pieces[first].start, passage.start + pieces[end - 1].end, value)
        for value, first, end in listed_table(passage.lang, "numbers", "fates").all(pieces)
        if not _is_denied(passage.pack, pieces, first, end)
    ]
    joined = {
        k
        for n, (one, two) in enumerate(pairwise(found))
        if two[0] - one[1] <= _JOINED
        and one[2] != two[2]
        and not any(one[1] <= figure.start < two[0] for figure in figures)
        for k in (n, n + 1)
    }
    return [f for n, f in enumerate(found) if n not in joined]


def _is_denied(pack: Pack, pieces: Sequence[Piece], first: int, end: int) -> bool:
    """Whether nobody met this fate: *nobody died*, *no deaths*, *погибших нет*."""
    denials = listed_phrases(pack.lang, "negation", "not")
    before = (denials.match(pieces, at) for at in range(max(0, first - _DENIED), first))
    if any(found is not None and found[1] <= first for found in before):
        return True
    return end < len(pieces) and denials.match(pieces, end) is not None


@lru_cache(maxsize=32)
def _lives(lang: str) -> frozenset[str]:
    """Stems of what is counted when the dead are: *claimed 30 lives*."""
    return frozenset(
        stem_word(fold_word(w), lang) for w in load_pack(lang).words("numbers", "lives")
    )
