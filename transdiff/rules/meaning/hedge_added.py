"""Rule ``hedge-added``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.amounts import states
from transdiff.language.assured import assured
from transdiff.language.cues import HEDGES
from transdiff.language.modality import Shift, unhedged
from transdiff.language.open_questions import unproven
from transdiff.language.pairing import Pairing
from transdiff.language.promised import promised
from transdiff.language.reading import Reading
from transdiff.language.tense import OPEN, progress
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement
from transdiff.rules.meaning.outrun import surer


@rule(group="meaning", category="hedge", severity="major")
def hedge_added(pair: Comparison) -> Iterator[Mark]:
    """Report a claim that the article alone hedges: every aligned reference makes it flatly.

    Doubt that no source voiced is the translator's own, above all where the source says in so many
    words that it is certain. One reference that hedges the claim, or
    softens it in other words, is enough to keep silent. Major where the source says that it is
    certain, or promises; else minor, as a careful verb may stand for what is only decided.

    Flagged:
        reference: The skipper said he would retire at the end of the season.
        translation: The skipper said he [[might]] quit when the season ends.

        reference: The committee rejected the budget of the northern region.
        translation: The committee [[apparently]] rejected the budget of the northern region.

        reference: The vet has confirmed that the bear which bit two hikers near Gull Lake was ill.
        translation: The bear that bit two hikers near Gull Lake [[is thought to]] have been ill.

        reference: The club will reach the final.
        translation: The club [[can]] reach the final.

    Allowed:
        reference[fr]: On leur avait promis que la piscine ouvrirait en juin.
        translation[fr]: On leur avait juré que la piscine ouvrirait en juin.

        reference: The committee seems to have rejected the budget of the northern region.
        translation: The committee apparently rejected the budget of the northern region.

        reference: Gatherings of more than 50 people are banned.
        translation: No more than 50 people may gather.

        reference: The law raised the age for buying fireworks to 21.
        translation: Under the law nobody below 21 may buy fireworks.

        reference: The committee rejected the budget of the northern region.
        reference: The committee may have rejected the budget of the northern region.
        translation: The committee apparently rejected the budget of the northern region.
    """
    doubts: dict[int, int] = {}
    shifts = [(w, s) for w in pair.witnesses for s in _doubted(pair.pairings[w.key])]
    for _, shift in shifts:
        doubts[shift.hedge.first] = doubts.get(shift.hedge.first, 0) + 1
    for witness, shift in shifts:
        if _forbids(pair.reading, shift) or _permits(witness, shift):
            continue
        if _as_doubtful(pair.pairings[witness.key]):
            continue
        if _is_capacity(pair, witness, shift) or _is_weighed(witness, shift):
            continue
        if doubts.pop(shift.hedge.first, 0) == len(pair.witnesses):
            theirs = witness.reading.span(*shift.bare)
            severity = Severity.MAJOR if shift.certain else Severity.MINOR
            span = shift.hedge.marker.span
            yield disagreement(pair, witness, span, theirs, severity=severity)
    able = [list(promised(pair.pairings[w.key].reversed)) for w in pair.witnesses]
    if able and all(able):
        sure, mine = able[0][0]
        yield disagreement(pair, pair.witnesses[0], mine.marker.span, sure.marker.span)


def _doubted(pairing: Pairing) -> tuple[Shift, ...]:
    """Return what only the article hedges; in one language also what the other is sure of."""
    sure = () if pairing.foreign else assured(pairing.reversed)
    return tuple(sure) or unhedged(pairing.reversed) or tuple(surer(pairing.reversed))


def _forbids(reading: Reading, shift: Shift) -> bool:
    """Whether the hedge says what is not allowed to somebody: *nobody may enter*."""
    hedge = shift.hedge
    denied = (c for c in reading.of_kind("negation", "not") if c.end <= hedge.first)
    own = reading.clauses[hedge.first]
    return hedge.marker.value == "possible" and any(reading.clauses[c.first] == own for c in denied)


def _permits(witness: Witness, shift: Shift) -> bool:
    """Whether the hedge is a permission: the witness allows, forbids or orders something."""
    possible = shift.hedge.marker.value == "possible"
    ruled = witness.reading.of_kind("event", "allow", "forbid") or any(
        c.marker.value == "duty:4" for c in witness.reading.of_kind("status")
    )
    return possible and bool(ruled)


def _is_weighed(witness: Witness, shift: Shift) -> bool:
    """Whether the witness has it under review, or unproven: what is considered *may* come."""
    if unproven(witness.reading):
        return True
    reached = progress(witness.reading, shift.bare[0])
    return reached is not None and reached[1] is not None and reached[0] <= OPEN


def _as_doubtful(pairing: Pairing) -> bool:
    """Whether a witness in another language hedges as often: the words in between did not pair."""
    own, other = (len(r.of_kind("hedge", *HEDGES)) for r in (pairing.mine, pairing.theirs))
    return pairing.foreign and 0 < own <= other


def _is_capacity(pair: Comparison, witness: Witness, shift: Shift) -> bool:
    """Whether *can* says how much something takes or yields: *can process 20 tonnes a day*."""
    mine, rates = (
        pair.segment.facts.quantities,
        [q for s in witness.segments for q in s.facts.quantities if "/" in q.unit],
    )
    bounded = any(
        states(q, r) for q in mine if q.span.start >= shift.hedge.marker.span.end for r in rates
    )
    return shift.hedge.marker.value == "possible" and bounded
