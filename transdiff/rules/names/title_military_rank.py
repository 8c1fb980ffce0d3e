"""Rule ``title-military-rank``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.military import Officer, may_be_one, officers
from transdiff.rule import Mark, rule


@rule(group="names", category="title", severity="major")
def title_military_rank(pair: Comparison) -> Iterator[Mark]:
    """Report an officer or soldier whose rank is another one than every reference gives.

    Abbreviations count (*Lt. Col.*), and so does what is said for short: a lieutenant colonel is
    called *Colonel*, a brigadier general *General*, a first lieutenant *Lieutenant*. Whoever
    has no rank in the references is not compared.

    Flagged:
        reference: Lieutenant Ivo Tanev led the patrol over the pass.
        translation: [[Lieutenant Colonel]] Ivo Tanev led the patrol over the pass.

        reference: The bridge was mined, Maj. Rosa Vidal said.
        translation: The bridge was mined, [[Col.]] Rosa Vidal said.

        reference[ru]: Мост заминирован, сообщил капитан Олег Дроздов.
        translation: The bridge was mined, [[Major]] Oleg Drozdov said.

        reference[de]: Die Brücke sei vermint, sagte Hauptmann Ute Marwitz.
        translation[de]: Die Brücke sei vermint, sagte [[Oberst]] Ute Marwitz.

        reference[ru]: Верфь осмотрел контр-адмирал Олег Дроздов.
        translation: [[Vice Admiral]] Oleg Drozdov inspected the shipyard.

        reference: Ivo Tanev, a retired colonel, bought the old fort.
        translation: The old fort was bought by Ivo Tanev, a retired [[general]].

    Allowed:
        reference: Lieutenant Colonel Ivo Tanev led the patrol over the pass.
        translation: Lt. Col. Ivo Tanev led the patrol over the pass.

        reference: Lieutenant Colonel Ivo Tanev led the patrol over the pass.
        translation: Lt. Colonel Ivo Tanev led the patrol over the pass.

        reference: Major General Ivo Tanev led the patrol over the pass.
        translation: General Ivo Tanev led the patrol over the pass.

        reference: Captain Ivo Tanev led the patrol; Sergeant Rosa Vidal was wounded.
        translation: Sergeant Vidal was wounded on the patrol that Captain Tanev led.

        reference: The captain, Ivo Tanev, led the patrol over the pass.
        translation: Ivo Tanev led the patrol over the pass.
    """
    for mine in officers(pair.segment, pair.lang):
        found = list(_namesakes(pair, mine))
        if not found or any(may_be_one(mine.rank, theirs.rank) for _, theirs in found):
            continue
        key, theirs = found[0]
        evidence = pair.whole.reference_evidence(key, theirs.span, value=theirs.rank)
        yield Mark.against(pair.evidence(mine.span), evidence)


def _namesakes(pair: Comparison, mine: Officer) -> Iterator[tuple[str, Officer]]:
    """Yield who has the surname of *mine* anywhere in the linked stories, with a rank."""
    for witness in pair.witnesses:
        for segment in witness.story.segments:
            for theirs in officers(segment, witness.lang):
                if theirs.surname == mine.surname:
                    yield witness.key, theirs
