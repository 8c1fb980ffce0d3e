"""Rule ``tense-postponed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement
from transdiff.rules.meaning.postponed import postponed


@rule(group="meaning", category="tense", severity="major")
def tense_postponed(pair: Comparison) -> Iterator[Mark]:
    """Report an event that every reference tells as done and the article only as planned.

    Who *intends to ratify* a treaty has not ratified it. A reference that itself tells of plans,
    or of what was agreed, is no witness against a plan.

    Flagged:
        reference: Norway has ratified the treaty on the seabed.
        translation: Norway [[intends to ratify]] the treaty on the seabed.

        reference: The queen opened the new lock on the canal on Tuesday.
        translation: The queen [[was due to open]] the new lock on the canal on Tuesday.

        reference: The brewery is laying off 90 people.
        translation: The brewery is [[considering laying]] off 90 people.

        reference: The port has called off the regatta planned for May.
        translation: The port is [[considering calling]] off the regatta planned for May.

        reference[ru]: Завод в понедельник начал выпуск автобусов.
        translation[de]: Das Werk [[will am Montag mit der Produktion der Busse beginnen]].

    Allowed:
        reference: A clerk said the release of the grants depended on reforms of the port.
        translation: Whether the grants are released will depend on port reforms, a clerk said.

        reference: Norway has decided to ratify the treaty on the seabed.
        translation: Norway will ratify the treaty on the seabed.

        reference: The council agreed the sale of the harbour on Monday.
        translation: The council will sell the harbour.
    """
    if not pair.witnesses:
        return
    found = [(w, list(postponed(pair.pairings[w.key]))) for w in pair.witnesses]
    if all(leaps for _, leaps in found):
        witness, leaps = found[0]
        leap, pairing = leaps[0], pair.pairings[witness.key]
        cue = leap.cue
        first, end = leap.theirs, leap.theirs + 1
        if cue is not None:
            first, end = min(first, cue.first), max(end, cue.end)
        yield disagreement(
            pair,
            witness,
            pairing.mine.span(first, end),
            pairing.theirs.span(leap.mine, leap.mine + 1),
        )
