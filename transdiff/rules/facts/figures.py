"""What the rules of this folder share: every figure of a sentence beside the reference's figures.

A figure of the article is *supported* when any aligned reference states it: equal, converted,
rounded, as a weaker bound that is still true, or derived from what is stated (a sum, a difference,
a change in percent). Only a figure without support is held against a *counterpart*: a figure of
the reference that the article in its turn lacks, of the same kind, in the same context. Without a
counterpart there is nothing to show, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity
from transdiff.language.amounts import are_age_limits, kind_of, same_amount
from transdiff.language.pack import load_pack
from transdiff.language.units import convertible, in_base
from transdiff.language.words import stem_word
from transdiff.model import Segment, Severity
from transdiff.rule import Mark
from transdiff.rules.facts.bounds import bounds_agree, side, turned
from transdiff.rules.facts.counterparts import (
    Figure,
    followed,
    likeness,
    odds_of,
)
from transdiff.rules.facts.rates import lost_rate
from transdiff.rules.facts.standing import (
    counterpart,
    in_place,
    is_chance,
    is_of_another,
    is_of_other_kind,
    same_odds,
    told_besides,
    used,
)
from transdiff.rules.facts.streaks import other_streak
from transdiff.rules.facts.supported import Told

_MOST = 40
"""Figures of one sentence that are compared; a table run into a line has more."""


@dataclass(frozen=True)
class Verdict:
    """An article figure, and the reference figure it is at odds with, or agrees with.

    ``odds`` is ``value``, ``scale``, ``unit``, ``points``, ``rate`` or ``bound``.
    """

    odds: str
    mine: Figure
    theirs: Figure


@dataclass(frozen=True)
class Judged:
    """What is said of the figures of a sentence.

    ``unanswered`` are those that the supporting sentences neither state nor explain and that no
    verdict is on, ``lacking`` the figures of the supporting sentences that the article lacks.
    """

    verdicts: tuple[Verdict, ...] = ()
    unanswered: tuple[Figure, ...] = ()
    lacking: tuple[Figure, ...] = ()


def verdicts(pair: Comparison) -> tuple[Verdict, ...]:
    """Return the figures of the sentence that no reference supports, with their counterparts."""
    return judged(pair).verdicts


def judged(pair: Comparison) -> Judged:
    """Hold the figures of the sentence against those of the sentences that support it."""
    return pair.once(_judge)


def _judge(pair: Comparison) -> Judged:
    mine = [Figure(q, pair.segment, pair.lang) for q in pair.segment.facts.quantities[:_MOST]]
    if not mine:
        return Judged()
    linked = [f for w in pair.witnesses for f in _figures(w, w.segments)][: 2 * _MOST]
    around = [f for w in pair.witnesses for f in _figures(w, w.around)][: 4 * _MOST]
    stated = [q for s in pair.around for q in s.facts.quantities][: 4 * _MOST]
    unmatched = [f for f in linked if not used(f, stated, linked)]
    told = Told(pair, mine, linked, around)
    open_ = [f for f in mine if _is_open(f, told, unmatched)]
    found = tuple(_judged(pair, told, open_, unmatched))
    answered = {id(v.mine) for v in found}
    return Judged(found, tuple(f for f in open_ if id(f) not in answered), tuple(unmatched))


def _figures(witness: Witness, segments: Sequence[Segment]) -> Iterator[Figure]:
    for segment in segments:
        for quantity in segment.facts.quantities:
            yield Figure(quantity, segment, witness.lang, witness)


def _judged(
    pair: Comparison, told: Told, open_: Sequence[Figure], unmatched: Sequence[Figure]
) -> Iterator[Verdict]:
    mine, linked, around = told.mine, told.linked, told.around
    anchored = len(unmatched) == len(open_) == 1 < len(mine)
    for figure in open_:
        rivals = [f for f in open_ if kind_of(f.quantity) == kind_of(figure.quantity)]
        found = (
            other_streak(pair, figure)
            or counterpart(pair, figure, unmatched, len(rivals) == 1, anchored)
            or in_place(figure, linked)
            or told_besides(pair, figure, linked, unmatched, mine)
        )
        if found is not None and _leaves_scale(figure, found, mine):
            continue
        same = found is not None and same_odds(figure, found)
        if found is not None and (same or _is_gap(figure) <= _is_gap(found)):
            yield Verdict(odds_of(figure.quantity, found.quantity), figure, found)
    for figure in mine:
        if figure not in open_:
            rate = lost_rate(figure, linked, mine)
            if rate is not None:
                yield Verdict("rate", figure, rate)
            bound = _bound(figure, linked, around)
            if bound is None or bound.witness is None:
                continue
            if turned(pair.pairings[bound.witness.key], figure, bound):
                continue
            if not _said_elsewhere(pair, figure.quantity, bound.quantity):
                yield Verdict("bound", figure, bound)


def _is_open(figure: Figure, told: Told, unmatched: Sequence[Figure]) -> bool:
    """Whether the references neither state nor explain a figure."""
    if told.states(figure):
        return is_of_another(figure, told, unmatched) or is_of_other_kind(figure, told, unmatched)
    if told.explains(figure):
        return False
    return not told.computes(figure) or is_chance(figure, told, unmatched)


def _leaves_scale(figure: Figure, other: Figure, mine: Sequence[Figure]) -> bool:
    """Whether the scale is said of a figure before: *38 million euros and another six*."""
    one, two = figure.quantity, other.quantity
    scaled = not one.unit and one.value * two.scale == two.value != one.value
    return scaled and any(
        f.quantity.scale == two.scale and f.quantity.span.end <= one.span.start for f in mine
    )


def _is_gap(figure: Figure) -> bool:
    """Whether a figure says how far something is from a level: *20 centimetres short of it*."""
    return followed(figure, "gaps")


def _bound(figure: Figure, linked: Sequence[Figure], around: Sequence[Figure]) -> Figure | None:
    """Return a reference figure with the same value and another bound, if none has the same."""
    one = figure.quantity
    if one.kind in ("vague", "score", "ordinal", "identifier", "article", "multiple"):
        return None
    same = [f for f in around if _is_one_amount(one, f.quantity) or _same_limit(one, f.quantity)]
    if not same or any(bounds_agree(one, f.quantity) for f in same):
        return None
    near = [f for f in same if f in linked]
    return max(near, key=lambda f: likeness(figure, f)) if near else None


def _is_one_amount(one: Quantity, other: Quantity) -> bool:
    """Whether both give one amount, be it in two units: three days are 72 hours."""
    if same_amount(one, other):
        return True
    plain = one.high is None and other.high is None and one.per == other.per
    if not plain or one.unit == other.unit or not convertible(one.unit, other.unit):
        return False
    return in_base(one.value, one.unit) == in_base(other.value, other.unit)


def _same_limit(one: Quantity, other: Quantity) -> bool:
    """Whether both set a limit at one age, be it from there on or up to there."""
    return one.value == other.value and are_age_limits(one, other)


def _said_elsewhere(pair: Comparison, mine: Quantity, theirs: Quantity) -> bool:
    """Whether another sentence of the article gives the figure with the reference's bound."""
    return any(
        q is not mine and same_amount(q, theirs) and bounds_agree(q, theirs)
        for segment in pair.whole.story.segments
        for q in segment.facts.quantities
    )


@lru_cache(maxsize=32)
def _grave_stems(lang: str) -> frozenset[str]:
    words = load_pack(lang).words("numbers", "grave")
    return frozenset(stem_word(w, lang) for w in words)


def gravity(mine: Figure, theirs: Figure) -> Severity:
    """Critical where the figure counts dead, hurt, weapons or votes on either side, else major."""
    for figure in (mine, theirs):
        stems = set(figure.quantity.nouns) | figure.context
        if figure.quantity.unit in ("", "percent") and stems & _grave_stems(figure.lang):
            return Severity.CRITICAL
    return Severity.MAJOR


def odds(pair: Comparison, kind: str) -> Iterator[Verdict]:
    """Yield the verdicts of one kind."""
    return (v for v in verdicts(pair) if v.odds == kind)


def shown(pair: Comparison, verdict: Verdict, severity: Severity | None = None) -> Mark:
    """Return a mark that quotes both figures."""
    mine, theirs = verdict.mine.quantity, verdict.theirs.quantity
    witness = verdict.theirs.witness
    assert witness is not None
    evidence = witness.evidence(theirs.span, value=_written(theirs))
    return Mark.against(pair.evidence(mine.span), evidence, severity)


def _written(quantity: Quantity) -> str:
    value = f"{quantity.value:.10g}"
    high = "" if quantity.high is None else f"–{quantity.high:.10g}"
    per = f"/{quantity.per}" if quantity.per else ""
    bound = "" if side(quantity) in ("exact", "range") else f"{quantity.bound} "
    return f"{bound}{value}{high} {quantity.unit}{per}".strip()
