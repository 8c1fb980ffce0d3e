"""Whether the references state a figure of the article, or state what it is computed from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Moment, Quantity
from transdiff.language.amounts import states
from transdiff.language.derived import derivable
from transdiff.language.derived_neighbours import is_share_of
from transdiff.language.shares import is_rest, says_rest
from transdiff.language.units import dimension_of
from transdiff.lazy import lazy
from transdiff.rules.facts.computed import is_computed
from transdiff.rules.facts.converted import is_own_conversion
from transdiff.rules.facts.counted import (
    counts_ages,
    from_other_end,
    is_before_end,
    is_left,
    lies_between,
    lists_scores,
    of_century,
    same_storey,
    with_one_more,
)
from transdiff.rules.facts.counterparts import (
    Figure,
    figures_given,
    is_few,
    is_hour,
    likeness,
    of_another,
)
from transdiff.rules.facts.densities import same_density
from transdiff.rules.facts.elapsed import is_elapsed
from transdiff.rules.facts.frequency import as_often
from transdiff.rules.facts.gaps import is_gap_told
from transdiff.rules.facts.sharing import (
    is_margin,
    is_other_part,
    makes_margin,
    of_both_sides,
    restores_end,
    shares_out,
    tells_difference,
    told_gaps,
)
from transdiff.rules.facts.streaks import same_streak
from transdiff.rules.facts.totals import is_total

_JOINT = 1
"""Code points between a year and the figure behind it."""


@dataclass(frozen=True)
class Told:
    """What the references tell of a sentence.

    ``mine`` are the figures of the sentence, ``linked`` those of the sentences that support it,
    ``around`` these with their neighbours.
    """

    pair: Comparison
    mine: Sequence[Figure]
    linked: Sequence[Figure]
    around: Sequence[Figure]

    @lazy
    def moments(self) -> list[Moment]:
        """The days and years around the linked sentences."""
        return [m for w in self.pair.witnesses for s in w.around for m in s.facts.moments]

    @lazy
    def _days(self) -> set[float]:
        return {float(n) for m in self.moments for n in (m.day, m.year) if n is not None}

    @lazy
    def _vague(self) -> frozenset[float]:
        return frozenset(f.quantity.value for f in self.mine if f.quantity.kind == "vague")

    @lazy
    def _beside(self) -> frozenset[float]:
        return frozenset(f.quantity.value for f in self.mine)

    @lazy
    def _given(self) -> frozenset[float]:
        return self.pair.whole.once(figures_given)

    @lazy
    def _gaps(self) -> Sequence[tuple[Figure, Figure]]:
        return told_gaps(self.around)

    @lazy
    def _of_each(self) -> list[list[Quantity]]:
        """The figures of each reference."""
        found: dict[str, list[Quantity]] = {}
        for figure in self.around:
            if figure.witness:
                found.setdefault(figure.witness.key, []).append(figure.quantity)
        return [found[key] for key in sorted(found)]

    def states(self, figure: Figure) -> bool:
        """Whether a reference gives the figure, in whichever way."""
        quantity = figure.quantity
        if quantity.kind == "article" and self._is_shift(figure):
            return any(self._backs(f.quantity, quantity) for f in self.around)
        if quantity.kind == "article" and self._is_few(figure):
            return False
        if quantity.kind in ("article", "multiple") or quantity.unit == "clock":
            return quantity.kind != "article" or not self._is_span(figure)
        if quantity.kind == "cardinal" and not quantity.nouns and quantity.value in self._days:
            return True
        if self._is_year(figure):
            return True
        return any(self._backs(f.quantity, quantity) for f in self.around) or _has_ends(
            quantity, self.around
        )

    def _is_few(self, figure: Figure) -> bool:
        """Whether *one* is said of what a linked sentence has two or three of, and none has one."""
        ones = any(f.quantity.value == 1 for f in self.around)
        return not ones and is_few(figure, self.linked, self._beside)

    def _is_year(self, figure: Figure) -> bool:
        """Whether a number right before another one is a year about which the references tell.

        *Wie 2023 sechs Millionen* for *2024, nach sechs Millionen im Jahr zuvor*.
        """
        quantity, years = figure.quantity, {m.year for m in self.moments if m.year}
        close = any(0 < f.quantity.span.start - quantity.span.end <= _JOINT for f in self.mine)
        near = any(abs(quantity.value - year) <= 1 for year in years)
        return close and near and quantity.kind == "cardinal" and not quantity.unit

    def _is_shift(self, figure: Figure) -> bool:
        """Whether *by a week* says by how much, as *by two days* does in a linked sentence."""
        return _shifts(figure.quantity) and any(_shifts(f.quantity) for f in self.linked)

    def _is_span(self, figure: Figure) -> bool:
        """Whether *a year* says how long, as *two years* do in a linked sentence."""
        quantity = figure.quantity
        if dimension_of(quantity.unit) != "time" or quantity.per or quantity.role:
            return False
        same = [f.quantity for f in self.around if f.quantity.unit == quantity.unit]
        others = [
            q for q in same if q.kind == "measure" and not q.per and q.bound == quantity.bound
        ]
        return len(others) == len(same) == 1 and not any(
            f is not figure and f.quantity.unit == quantity.unit for f in self.mine
        )

    def computes(self, figure: Figure, but: Sequence[Quantity] = ()) -> bool:
        """Whether a newsroom may compute the figure from what a reference states besides *but*."""
        return self._is_own_share(figure) or any(
            derivable(
                figure.quantity, [q for q in stated if q not in but], self._beside, self._given
            )
            for stated in self._of_each
        )

    def _is_own_share(self, figure: Figure) -> bool:
        """Whether a share is that of two counts beside it: *1,030 of the 1,610, or 64 percent*."""
        return any(
            is_share_of(figure.quantity, a.quantity, b.quantity)
            and any(states(f.quantity, q.quantity) for f in self.around for q in (a, b))
            for a, b in pairwise(f for f in self.mine if f is not figure)
        )

    def tells_besides(self, figure: Figure, other: Figure) -> bool:
        """Whether the article states a reference's figure by another one that is more like it."""
        own = likeness(figure, other)
        return any(
            f.quantity is not figure.quantity
            and f.quantity.value == other.quantity.value
            and likeness(f, other) >= own
            for f in self._beyond
        )

    @lazy
    def _beyond(self) -> list[Figure]:
        """The figures of the sentence and of those around it."""
        pair = self.pair
        return [Figure(q, s, pair.lang) for s in pair.around for q in s.facts.quantities]

    def explains(self, figure: Figure) -> bool:
        """Whether the references tell the same with other figures."""
        around = self.around
        return (
            _rest(figure, around)
            or _rest_beside(figure, self.mine, around)
            or of_another(figure)
            or is_left(figure, around)
            or same_storey(figure, around)
            or same_streak(figure, around)
            or is_hour(figure)
            or with_one_more(figure, around)
            or of_century(figure, self.moments)
            or is_margin(figure, around)
            or makes_margin(figure, self.mine, self.linked)
            or tells_difference(figure, self.mine, around)
            or is_other_part(figure, self.mine, around)
            or restores_end(figure, self.mine, self._gaps)
            or shares_out(figure, around, self.mine)
            or as_often(figure, around)
            or of_both_sides(figure, around)
            or is_total(figure, self.mine, around)
            or counts_ages(figure, self.linked)
            or is_before_end(figure, around)
            or from_other_end(figure, around)
            or lists_scores(figure, self.linked)
            or lies_between(figure, around)
            or is_elapsed(self.pair, figure, self.moments)
            or is_gap_told(self.pair, figure, around)
            or same_density(figure, self.mine, around)
            or is_own_conversion(figure, self.mine, around)
            or is_computed(self.pair, figure, around)
        )

    def _backs(self, stated: Quantity, claim: Quantity) -> bool:
        """Whether *stated* supports *claim*: *dozens* not if the article has its own *dozens*."""
        taken = stated.kind == "vague" != claim.kind and stated.value in self._vague
        return not taken and states(stated, claim)


def _shifts(quantity: Quantity) -> bool:
    return quantity.role == "by" and dimension_of(quantity.unit) == "time" and not quantity.per


def _has_ends(quantity: Quantity, around: Sequence[Figure]) -> bool:
    """Whether a sentence gives both ends of a range with their unit: *by 6% to 8%*."""
    if quantity.high is None or not quantity.unit:
        return False
    same = [f for f in around if f.quantity.unit == quantity.unit]
    lower, upper = (
        {f.segment.span.start for f in same if f.quantity.value == end}
        for end in (quantity.value, quantity.high)
    )
    return not lower.isdisjoint(upper)


def _rest_beside(figure: Figure, mine: Sequence[Figure], around: Sequence[Figure]) -> bool:
    """Whether the one other share of a sentence is a reference's only one and leaves *figure*.

    *48 percent stay at home, 52 percent leave* is told of *48 percent stay at home*.
    """
    shares = [f.quantity for f in mine if f.quantity.unit == "percent" and f is not figure]
    stated = {f.quantity.value for f in around if f.quantity.unit == "percent"}
    quantity = figure.quantity
    one = len(shares) == len(stated) == 1 and shares[0].value in stated
    return one and quantity.unit == "percent" and is_rest(quantity, shares[0])


def _rest(figure: Figure, around: Sequence[Figure]) -> bool:
    """Whether *figure* is the share that a reference's share leaves of the whole."""
    mine = figure.segment.facts
    return any(
        says_rest(figure.quantity, mine, f.quantity, f.segment.facts, figure.lang) for f in around
    )
