"""Rule ``place-turned``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.ways import turned_ways
from transdiff.rule import Mark, rule


@rule(group="names", category="place", severity="major")
def place_turned(pair: Comparison) -> Iterator[Mark]:
    """Report a way that leads to the place that it comes from in every reference.

    *From Tolun into Bashal* is not *out of Bashal and into Tolun*: two places have changed, or one
    and the same thing goes to the place from which it comes. Who went somewhere may well come from
    there, so that the word before must be the same where only one place tells.

    Flagged:
        reference: Traders tried to bring 200 live owls from Tolun into Bashal in fruit boxes.
        translation: Fruit boxes hid 200 live owls that traders wanted to get out of
            [[Bashal]] and into Tolun.

        reference[es]: La policía halló las joyas en un camión procedente de Marena.
        translation[es]: Las joyas viajaban en un camión con destino a [[Marena]].

        reference[de]: Der Güterzug aus Lindau entgleiste am Montag.
        translation[de]: Am Montag entgleiste der Güterzug nach [[Lindau]].

        reference[es]: El buque zarpó de Cartagena rumbo a Lima.
        translation: The ship sailed from [[Lima]] to Cartagena.

    Allowed:
        reference: Traders tried to bring 200 live owls from Tolun into Bashal in fruit boxes.
        translation: Fruit boxes hid 200 owls that traders wanted to get into Bashal from Tolun.

        reference: The minister came back from Tolun on Monday.
        translation: The minister ended her trip to Tolun on Monday.

        reference: The night train from Tolun to Bashal is full.
        translation: The night train to Bashal is full.
    """
    found = [(w, turned_ways(pair.pairings[w.key])) for w in pair.witnesses]
    if not found or any(turned is None for _, turned in found):
        return
    witness, turned = found[0]
    assert turned is not None
    mine, theirs = turned
    yield Mark.against(pair.evidence(mine.name.span), witness.evidence(theirs.name.span))
