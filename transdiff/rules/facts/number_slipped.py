"""Rule ``number-slipped``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.language.slips import shifted, slipped
from transdiff.rule import Mark, rule
from transdiff.rules.facts.figures import gravity, odds, shown

_TEENS = range(13, 20)
_TENS = 10


@rule(group="facts", category="number", severity="major")
def number_slipped(pair: Comparison) -> Iterator[Mark]:
    """Report a figure whose digits were swapped, or whose decimal point was moved.

    17 and 71, 13 and 30, 1,450 and 14,500: what a slip of the pen makes of one figure is hardly
    another one, so that this is surer than two figures that merely differ.

    Flagged:
    reference: Rescuers pulled 17 people from the rubble on Tuesday.
    translation: Rescuers pulled [[71]] people from the rubble on Tuesday.

    reference: The bridge was closed for fourteen weeks after the storm.
    translation: The bridge was closed for [[forty weeks]] after the storm.

    reference: Turnout reached 43.6 percent by noon.
    translation: Turnout reached [[46.3 percent]] by noon.

    reference: The ferry is 31 years old, the owner said.
    translation: The ferry is [[13 years old]], the owner said.

    reference[de]: Bei dem Brand wurden zweiundvierzig Wohnungen zerstört.
    translation: The fire destroyed [[24]] apartments.

    reference[ru]: В порт вернулись 17 судов.
    translation: [[71]] ships returned to port.

    reference: Deputies backed the bill by 78 votes to 67 after nine hours of debate.
    translation: After nine hours, 78 were in favour and [[76]] against.

    reference[ru]: На борту парома находились 46 пассажиров и 12 членов экипажа.
    translation: There were [[64]] passengers and 12 crew on board the ferry.

    reference[de]: Betroffen sind 1430 Beschäftigte.
    translation[de]: Betroffen sind [[1340]] Beschäftigte.

    reference: The recall covers 8,600 tractors, the maker said.
    translation: The maker said the recall covers [[6,800]] tractors.

    reference: The airline must find seats for 1,500 passengers.
    translation: The airline has to find seats for [[15,000]] passengers.

    reference: The lake has lost thirteen hectares of reeds.
    translation: The lake lost [[thirty hectares]] of reeds.

    reference[zh]: 工厂召回2.36万辆货车。
    translation: The factory is recalling [[236,000]] vans.

    reference[de]: Das Museum prüft 4600 Objekte.
    translation: The museum is examining [[46,000]] objects.

    Allowed:
    reference: The league holds 36 seats, 51 are needed for a majority.
    translation: With 36 seats the league is 15 short of a majority.

    reference[it]: Nella notte sono caduti 120 millimetri di pioggia.
    translation[it]: Nella notte sono caduti 12 centimetri di pioggia.

    reference: The recall covers 8,600 tractors, the maker said.
    translation: The maker said the recall covers some 8,600 tractors.

    reference[zh]: 工厂召回2.36万辆货车。
    translation: The factory is recalling 23,600 vans.

    reference: The museum spent 150 euros on each of the 100 frames.
    translation: The museum spent 15,000 euros on the frames, 150 each.
    """
    for verdict in odds(pair, "value"):
        mine, theirs = verdict.mine.quantity, verdict.theirs.quantity
        here = {q.value for q in pair.segment.facts.quantities}
        kept = theirs.value in here or theirs.value - mine.value in here  # 15 short of 51 with 36
        if is_slip(mine, theirs) and not kept:
            yield shown(pair, verdict, gravity(verdict.mine, verdict.theirs))


def is_slip(mine: Quantity, theirs: Quantity) -> bool:
    """Whether a slip of the pen makes the one figure of the other."""
    one, two = mine.value, theirs.value
    if mine.high is not None or theirs.high is not None or mine.unit != theirs.unit:
        return False
    return slipped(one, two) or shifted(one, two) or _teen(one, two) or _teen(two, one)


def _teen(one: float, two: float) -> bool:
    """Whether one is a teen and the other the ten that it is heard as: *thirteen*, *thirty*."""
    return one in _TEENS and two == _TENS * (one - _TENS)
