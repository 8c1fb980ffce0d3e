"""Rule ``comparison-factor``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_SLACK = 0.01
_BEHIND = 12
"""Code points behind a factor in which a word may say that it is so many times less."""


_BESIDE = 16
"""Code points between a factor and a word that says that something falls by it."""


@rule(group="facts", category="comparison", severity="critical")
def comparison_factor(pair: Comparison) -> Iterator[Mark]:
    """Report *half as many* where the reference has *twice as many*, of the same thing.

    Where the two things that are compared change places with the factor, both texts say the same.

    Flagged:
        reference: The observatory counted 900 meteors, twice as many as in the year before.
        translation: The observatory counted 900 meteors, [[half]] as many as in the year before.

        reference[es]: La planta produjo 80 toneladas, el doble que en enero.
        translation[es]: La planta produjo 80 toneladas, [[la mitad]] que en enero.

        reference: About 900 meteors were seen from the hill, twice as many as in 1990.
        translation: From the hill [[half]] as many meteors were seen as in 1990, about 900.

        reference: Rents in the old town are half those by the lake.
        translation: Rents in the old town are [[double]] those by the lake.

        reference[ru]: Добыча угля выросла вдвое.
        translation: Coal output was cut by [[half]].

    Allowed:
        reference[ru]: Добыча угля на шахте сократилась вдвое из-за пожара.
        translation: Coal output at the mine has fallen by half because of a fire.

        reference[uk]: Видобуток вугілля скоротився втричі.
        translation: Coal output has fallen to a third.

        reference: The old mill grinds twice as much flour as the new one.
        translation: The new mill grinds half as much flour as the old one.

        reference: The mill in Orth grinds twice as much flour a year as the larger one in Lund.
        translation: Lund's mill, though larger, grinds half the flour that Orth's does a year.

        reference: The observatory counted 900 meteors, twice as many as in the year before.
        translation: The year before the observatory had counted half as many meteors.
    """
    mine = _factors([pair.segment], pair.lang)
    for witness in pair.witnesses if len(mine) == 1 else ():
        theirs = _factors(witness.segments, witness.lang)
        if (
            len(theirs) == 1
            and _turned(mine[0], theirs[0])
            and _in_order(pair.pairings[witness.key], mine[0], theirs[0])
        ):
            yield shown(pair, mine[0].span, witness, theirs[0].span)
            return


def _factors(segments: Sequence[Segment], lang: str) -> list[Quantity]:
    """Return the factors of *segments*, but those of less: *three times fewer*, *fell twofold*."""
    less = load_pack(lang).words("comparison.relations", "less")
    return [
        q
        for s in segments
        for q in s.facts.quantities
        if q.kind in ("multiple", "fraction") and q.high is None
        if not (q.kind == "multiple" and _divides(q, s))
        if not any(
            w.fold in less for w in s.facts.words if 0 <= w.span.start - q.span.end <= _BEHIND
        )
    ]


def _divides(factor: Quantity, segment: Segment) -> bool:
    """Whether what the factor stands beside falls: *сократился вдвое* is down to a half."""
    falls = (m.span for m in segment.facts.markers if (m.kind, m.value) == ("direction", "down"))
    return any(factor.span.gap(fall) <= _BESIDE for fall in falls)


def _turned(one: Quantity, other: Quantity) -> bool:
    """Whether one makes more of what the other makes less of, by the same factor."""
    kinds = {one.kind, other.kind}
    return kinds == {"multiple", "fraction"} and abs(one.value * other.value - 1) <= _SLACK


def _in_order(pairing: Pairing, mine: Quantity, theirs: Quantity) -> bool:
    """Whether what is before the factor, and what it is compared with, are so on both sides."""
    here, there = pairing.mine.inside(mine.span), pairing.theirs.inside(theirs.span)
    clauses = pairing.mine.clauses
    behind = (k for k in range(here.stop, len(clauses)) if clauses[k] == clauses[here.start])
    base = list(_places(pairing, behind))
    before = [j < there.start for j in _places(pairing, range(here.start))]
    return all(before) and (base[-1] >= there.stop if base else bool(before))


def _places(pairing: Pairing, words: Iterable[int]) -> Iterator[int]:
    """Yield where the content words among *words* stand in the other text."""
    content = set(pairing.mine.content)
    return (j for i in words if i in content and (j := pairing.forward[i]) is not None)
