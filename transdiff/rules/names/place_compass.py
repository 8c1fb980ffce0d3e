"""Rule ``place-compass``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker
from transdiff.language.compass import OPPOSITE
from transdiff.language.exchange import exchanged
from transdiff.model import Segment
from transdiff.rule import Mark, rule


@rule(group="names", category="place", severity="major")
def place_compass(pair: Comparison) -> Iterator[Mark]:
    """Report the opposite point of the compass: the north of a country for its south.

    Reported where one point is named on either side, and nothing near it in the references has the
    article's.

    Flagged:
        reference: The camp lies in the eastern province of Denar.
        translation: The camp is in the [[western]] province of Denar.

        reference[es]: El seísmo sacudió el norte de Chile.
        translation[es]: El terremoto sacudió el [[sur]] de Chile.

        reference[ru]: Бои идут на юге области.
        translation: Fighting continues in the [[north]] of the region.

        reference[zh]: 洪水袭击了该国南部。
        translation[vi]: Lũ lụt tấn công [[miền bắc]] nước này.

    Allowed:
        reference: The quarry lies 20 km north of Denar.
        translation: Denar is 20 km south of the quarry.

        reference: The camp lies in the eastern province of Denar.
        translation: The camp is in the east of Denar.

        reference: Wind from the north pushed the fire southwards.
        translation: The fire moved south.

        reference: The talks were held in North Korea.
        translation: The talks were held in the south of the peninsula's northern half.
    """
    mine = _points([pair.segment])
    if len({m.value for m in mine}) != 1:
        return
    point = mine[0]
    nearby = {m.value for m in _points(pair.around)}
    for witness in pair.witnesses:
        linked = _points(witness.segments)
        if any(point.value == m.value for w in pair.witnesses for m in _points(w.around)):
            return
        other = OPPOSITE[point.value]
        if {m.value for m in linked} == {other} and other not in nearby:
            if _turned_round(pair, witness, point, linked[0]):
                continue
            yield Mark.against(pair.evidence(point.span), witness.evidence(linked[0].span))
            return


def _turned_round(pair: Comparison, witness: Witness, point: Marker, other: Marker) -> bool:
    """Whether the two places have changed places: *A lies north of B*, *B lies south of A*."""
    pairing = pair.pairings[witness.key]
    mine, theirs = pairing.mine.inside(point.span), pairing.theirs.inside(other.span)
    return exchanged(pairing, mine, theirs)


def _points(segments: Sequence[Segment]) -> list[Marker]:
    return [m for s in segments for m in s.facts.markers if m.kind == "compass"]
