"""Rule ``term-sibling``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.cousins import cousins
from transdiff.rules.figure_siblings import figure_siblings
from transdiff.rules.siblings import mark_of, other_side, siblings


@rule(group="wording", category="term", severity="major")
def term_sibling(pair: Comparison) -> Iterator[Mark]:
    """Report a term put for another of its family: crew and passengers, exports and imports.

    The members of a family in the concept table exclude each other. Reported is a member that no
    reference has, or none in that place, where a reference has another one that the article lacks.
    A kind or a part of a thing is no other thing. Where a text has several members of the family,
    one is reported only if it alone is in no reference and nothing but one is missing here, or if
    it stands beside the other one's figure; a difference that is said in other words is left alone.

    Flagged:
        reference: The ferry sank with nine crew on board.
        translation: The ferry sank with nine [[passengers]] on board.

        reference: Wheat exports fell by a tenth.
        translation: Wheat [[imports]] fell by a tenth.

        reference: The mill closed the year with a loss of 40 million after a profit of 12 million.
        translation: The mill made a loss of 40 million, after [[a loss of]] 12 million.

        reference: A lorry laden with gravel hit three cyclists near the quarry.
        translation: Near the quarry a [[tractor]] laden with gravel hit three cyclists.

        reference: The keeper had surgery on his left wrist in May.
        translation: In May the keeper had an operation on his [[ankle]].

        reference: Dermatologist Olga Brandt said the cream was safe.
        translation: The cream was safe, said Olga Brandt, the [[oncologist]].

        reference[de]: In der Kaserne leben 90 Asylbewerber.
        translation: The barracks house 90 [[recognised refugees]].

        reference[fr]: L'inflation a ralenti en mai.
        translation: [[Unemployment]] slowed in May.

        reference: The strait has been closed to bottom trawling since May.
        translation[vi]: Eo biển này cấm nghề [[lưới vây]] từ tháng 5.

        reference[de]: Gefälscht waren rund ein Dutzend Ursprungszeugnisse.
        translation[de]: Rund ein Dutzend [[Frachtbriefe]] waren gefälscht.

        reference: The clinic ran out of painkillers in its second week.
        translation: In its second week the clinic ran out of [[antibiotics]].

        reference: Morocco remains the largest buyer of green tea.
        translation: The largest buyer of [[black tea]] is still Morocco.

        reference: Bus drivers want the mayor to apologise.
        translation: Drivers of the buses call upon the mayor to [[resign]].

        reference: A lack of nurses was to blame for the delay.
        translation: The delay was put down to a [[shortage of beds]].

        reference[ar]: اختتم الطرفان جولة من المحادثات غير المباشرة في مسقط.
        translation: The two sides ended a round of [[direct talks]] in Muscat.

        reference[de]: Die Opposition sprach von Zählfehlern und will klagen.
        translation[de]: Die Opposition sprach von [[Wahlbetrug]] und will klagen.

        reference: The club reached the semi-finals of the cup in May.
        translation[es]: El club llegó [[a la final]] de la copa en mayo.

    Allowed:
        reference: The club reached the semi-finals of the cup in May.
        translation: In May the club made it to the last four of the cup.

        reference: The mill closed the year with a loss of 40 million after a profit of 12 million.
        translation: A profit of 12 million became a loss of 40 million.

        reference: The clinic ran out of painkillers in its second week.
        translation: In its second week the clinic had no painkillers left.

        reference: The ferry sank with nine crew on board.
        translation: The ferry sank with its crew of nine.

        reference: The ferry carried nine crew and forty passengers.
        translation: The forty passengers were saved.

        reference: The keeper hurt his knee in May.
        translation: A leg injury was what the keeper suffered in May.

        reference: The container ship lost four anchors.
        translation: Four anchors were lost by the ship.

        reference: The drone hit a depot.
        translation: An unmanned aerial vehicle hit a depot.

        reference[fr]: La brasserie a vendu son moulin à la commune.
        translation[en]: The commune has bought a mill from the brewery.

        reference: Norland exports most of its gas to Sudria.
        translation: Sudria imports most of Norland's gas.

        reference: Poland imported 2 million tonnes of coal from Colombia.
        translation: Colombia exported 2 million tonnes of coal to Poland.

        reference: A lawyer for two of the nurses said the women were innocent.
        translation: Two of the nurses are innocent, their lawyer said.

        reference[de]: Nach dem vorläufigen Endergebnis kam die Liste auf 31 Prozent.
        translation[de]: Nach dem vorläufigen Ergebnis kam die Liste auf 31 Prozent.

        reference: Wheat exports fell by a tenth.
        reference: Imports of wheat fell by a tenth.
        translation: Wheat imports fell by a tenth.

    Allowed:
        reference: Cooks have asked for an apology from the mayor.
        translation: The cooks want the mayor to say sorry.

        reference: The old mill was demolished in June.
        translation: In June the old mill was torn down.

        reference: Food in the camp is running low.
        translation: The food in the camp could run out.

        reference: Shareholders approved the merger of the two banks in May.
        translation: Shareholders approved the takeover of the bank in May.

        reference: Two boats sank on the lake on Monday.
        translation: Two boats sank on the reservoir on Monday.

        reference: The bishop was found in the garden.
        translation: The priest was found in the garden.
    """
    marks = [*siblings(pair)]
    yield from marks
    for term, witness, theirs in (*figure_siblings(pair), *cousins(pair)):
        told = any(mark.span.overlaps(term.span) for mark in marks)
        if not told and not other_side(pair, term, witness, theirs):
            yield mark_of(pair, term, witness, theirs)
