"""Proceedings that end with other words between: *charges that he robbed them have been dropped*.

A list of phrases has *charges were dropped*; here the case and what ends it stand apart. The words
are the pack's ``[status.closing]``: the ``proceedings``, and what ends them ``before`` the case or
``behind`` it. A verb that its particle completes is written ``stellte … ein``; the case stands
between the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.facts import Span, WordKind
from transdiff.language.dictionary import UNSPACED
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.separable import REACH, Separable, has_gap

_SECTION = "status.closing"
_NEAR = 4
"""Words from a verb to the case that it ends: *dropped all the fraud charges*."""
_AUXILIARY = 2
"""Words before a participle among which its auxiliary stands, where the language needs one."""
_STOPS = frozenset(".;:!?。；：！？")


def ended_proceedings(passage: Passage) -> Iterator[Span]:
    """Yield the words that end proceedings, each with the case that they end."""
    pieces = passage.pieces
    cases = list(listed_phrases(passage.lang, _SECTION, "proceedings").all(pieces))
    if not cases:
        return
    firsts = {first: end for _, first, end in cases}
    for first, end in _verbs(passage, firsts):
        yield passage.span(pieces[first].start, pieces[end - 1].end)
    behind = listed_phrases(passage.lang, _SECTION, "behind")
    reach = 0
    for _, at, end in behind.all(pieces):
        case = max((f for f, e in firsts.items() if e <= at and f >= reach), default=None)
        if case is None or at - firsts[case] > REACH or _stops(passage, firsts[case], at):
            continue
        if _is_passive(passage, at):
            reach = end
            yield passage.span(pieces[case].start, pieces[end - 1].end)


def _verbs(passage: Passage, cases: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the verbs that have a case close behind them, with that case."""
    pieces, lang = passage.pieces, passage.lang
    near = REACH if lang in UNSPACED else _NEAR
    for verb, first, end in listed_phrases(lang, _SECTION, "before").all(pieces):
        case = next((f for f in range(end, min(len(pieces), end + near)) if f in cases), None)
        if case is None or any(p.kind is WordKind.PUNCT for p in pieces[end:case]):
            continue
        if not has_gap(verb):
            yield first, cases[case]
    for _, first, end in _split(lang).all(pieces):
        case = next((f for f in range(end, min(len(pieces), end + near)) if f in cases), None)
        if case is not None:
            yield first, cases[case]


def _is_passive(passage: Passage, at: int) -> bool:
    """Whether a participle tells what was done, by *was* where the past has the same form."""
    auxiliaries = load_pack(passage.lang).words(_SECTION, "auxiliaries")
    before = passage.pieces[max(0, at - _AUXILIARY) : at]
    return not auxiliaries or any(p.fold in auxiliaries for p in before)


def _stops(passage: Passage, first: int, end: int) -> bool:
    return any(p.fold in _STOPS for p in passage.pieces[first:end])


@lru_cache(maxsize=64)
def _split(lang: str) -> Separable:
    """Compile the verbs that are written with a gap."""
    pack = load_pack(lang)
    gaps = ((v, v) for v in pack.words(_SECTION, "before") if has_gap(v))
    return Separable(gaps, pack.words("comparison", "closers"), lang)
