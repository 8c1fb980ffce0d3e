"""Rule ``approx-bound``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.denials import listed_ranges
from transdiff.language.pack import load_pack
from transdiff.model import BlockKind, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.bounds import side
from transdiff.rules.facts.counterparts import Figure
from transdiff.rules.facts.figures import Verdict, odds, shown

_TOLL = frozenset({"killed", "missing"})


@rule(group="facts", category="approx", severity="minor")
def approx_bound(pair: Comparison) -> Iterator[Mark]:
    """Report a bound that was dropped (minor; major of a toll) or turned round (major).

    ``Up to 900`` says no more than 900, ``at least 900`` no fewer: the figure is the same and the
    statement the reverse. A headline may drop ``at least``.

    Flagged:
    reference: Up to 900,000 people need shelter.
    translation: [[At least 900,000]] people need shelter.

    reference: Output is almost 5.9 million tons.
    translation: Output is [[more than 5.9 million tons]].

    reference: At least four vessels were hit.
    translation: [[Four]] vessels were hit.

    reference[ru]: На площади собрались около 2,3 тыс. человек.
    translation: [[2,300]] people gathered on the square.

    reference[vi]: Ít nhất 640 hộ dân phải di dời.
    translation: [[Up to 640]] households had to move.

    reference: The lift runs only if fewer than 40 people are on the platform.
    translation: The lift runs only if [[at least 40]] people are on the platform.

    reference: The boat carries more than 40 people if it snows.
    translation: The boat carries [[at most 40]] people if it snows.

    reference[uk]: Кількість скарг наближається до 400.
    translation: There have been [[more than 400]] complaints.

    reference[de]: Die Fähre fährt nur, wenn mindestens 12 Gäste an Bord sind.
    translation[de]: Die Fähre fährt nur, wenn [[weniger als 12]] Gäste an Bord sind.

    reference: At least nine miners died when the shaft collapsed.
    translation: [[Nine]] miners died when the shaft collapsed.

    reference: The rescue could take up to 72 hours.
    translation: The rescue could take [[at least three days]].

    reference[ru]: Не менее 90% заболевших не были привиты.
    translation[ru]: Прививок не было [[не более чем у 90%]] заболевших.

    Allowed:
    reference: The mill handed over 92 looms; tremors of around magnitude 4 were felt.
    translation: The mill gave up 92 looms; tremors of about magnitude 4 were felt.

    reference: The ferry sails only if the wind is below 40 knots.
    translation: At 40 knots or more the ferry stays in port.

    reference: The lift runs only if fewer than 40 people are on the platform.
    translation: With at least 40 people on the platform the lift does not run.

    reference[fr]: Le nombre de plaintes avoisine 400.
    translation: Complaints are close to 400.

    reference: At least nine people fell ill.
    translation: No fewer than nine people fell ill.

    reference: 2.2 million people live there.
    translation: More than two million people live there.

    reference: Some 300 people live on the island.
    translation: About 300 people live on the island.

    reference: Almost 5.7 percent of the crop was lost.
    translation: Some 5.7 percent of the crop was lost.

    reference: About 60 boats left, one agency said.
    reference: 60 boats left.
    translation: 60 boats left.

    reference[zh]: 逾150名消防员参与救援。
    translation: More than 150 firefighters took part.

    reference[ru]: Не менее 90% заболевших не были привиты.
    translation[ru]: Прививок не было не менее чем у 90% заболевших.

    reference: At least 31 miners were rescued.
    translation[nl]: Zeker 31 mijnwerkers zijn gered.
    """
    for verdict in odds(pair, "bound"):
        if _unread(pair, verdict):
            continue
        mine, theirs = side(verdict.mine.quantity), side(verdict.theirs.quantity)
        if mine in ("low", "high") and theirs == "exact":
            continue
        grave = {mine, theirs} == {"low", "high"} or _ends_toll(pair, verdict)
        yield _widened(pair, verdict, Severity.MAJOR if grave else Severity.MINOR)


def _ends_toll(pair: Comparison, verdict: Verdict) -> bool:
    """Whether a toll that may still rise is told as final, and nowhere as one that may.

    A headline may do so.
    """
    one, other = verdict.mine.quantity, verdict.theirs.quantity
    toll = one.fate in _TOLL and other.fate in _TOLL and str(one.bound) == "exact"
    if not toll or str(other.bound) != "at-least" or pair.segment.block.kind is BlockKind.HEADLINE:
        return False
    if listed_ranges(pair.reading, "so-far"):
        return False
    told = (q for s in pair.whole.story.segments for q in s.facts.quantities)
    return not any(q.value == one.value and side(q) == "low" for q in told)


def _unread(pair: Comparison, verdict: Verdict) -> bool:
    """Whether a bound may stand there in words that no pack knows."""
    witness = verdict.theirs.witness
    return load_pack(pair.lang).generic or (witness is not None and load_pack(witness.lang).generic)


def _widened(pair: Comparison, verdict: Verdict, severity: Severity) -> Mark:
    """Quote the bounds with their figures."""
    mark = shown(pair, verdict, severity)
    witness = verdict.theirs.witness
    assert witness is not None
    span, other = _with_bound(verdict.mine), _with_bound(verdict.theirs)
    evidence = witness.evidence(other, value=mark.evidence[0].value)
    return Mark.against(pair.evidence(span), evidence, severity)


def _with_bound(figure: Figure) -> Span:
    quantity = figure.quantity
    bound = quantity.bound_span or quantity.span
    return Span(min(bound.start, quantity.span.start), max(bound.end, quantity.span.end))
