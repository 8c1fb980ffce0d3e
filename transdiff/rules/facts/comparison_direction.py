"""Rule ``comparison-direction``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.company import weighed
from transdiff.comparison import Comparison
from transdiff.facts import Marker, Span
from transdiff.language.amounts import kind_of
from transdiff.language.content import place_of
from transdiff.language.pack import load_pack
from transdiff.language.relations import other_relation
from transdiff.language.units import same_unit
from transdiff.rule import Mark, rule
from transdiff.rules.facts.bare_directions import Told, bare_steadied, bare_turns, deny_alike
from transdiff.rules.facts.changes import (
    Change,
    changes,
    same_figure,
    shown,
    witnessed,
)
from transdiff.rules.facts.direction_words import (
    are_level_and_change,
    is_exchanged,
    only_describes,
    polarity,
)
from transdiff.rules.facts.ends import ended_up, names_earlier, own_ends
from transdiff.rules.facts.prices import is_turned_price
from transdiff.rules.facts.turned_ends import turned_ends, turned_gaps

_KINDS = ("direction", "comparison")
_DEGREES = frozenset({"degree", "celsius", "fahrenheit"})
_BASE = 4
"""Words behind *less than* among which stands what something is compared with."""
_COMPANY = 0.4
"""The share of the words about a change that must stand about its evidence."""


@rule(group="facts", category="comparison", severity="critical")
def comparison_direction(pair: Comparison) -> Iterator[Mark]:
    """Report a rise where every aligned reference has a fall, or less where they have more.

    A change with a figure is recognised by the figure; one without by the words around it.
    ``A is older than B`` and ``B is younger than A`` say the same. Against a text in another
    language ``as many A as B`` is neither ``more`` nor ``fewer``.

    Flagged:
    reference: Fares on the ferry will rise by 10 cents to 1.90 euros.
    translation: A trip on the ferry will cost 1.90 euros, 10 cents [[less than]] now.

    reference: The fair drew 85,000 visitors, 10,000 fewer than last year.
    translation: The fair drew [[85,000 visitors, against 75,000]] the year before.

    reference[fr]: La banque a maintenu son taux à 5,75 %.
    translation: The bank [[raised]] its rate to 5.75%.

    reference: Exports fell 12 percent in the second quarter.
    translation: Exports [[rose]] 12 percent in the second quarter.

    reference: Support stands at 61 percent, down from 68 percent.
    translation: Support stands at 61 percent, [[up from]] 68 percent.

    reference: The local currency weakened against the dollar after the vote.
    translation: The local currency [[strengthened]] against the dollar after the vote.

    reference: The central bank left its key rate unchanged on Thursday.
    translation: The central bank [[cut]] its key rate on Thursday.

    reference: Imported panels were cheaper than local ones, the report said.
    translation: Imported panels were [[more expensive]] than local ones, the report said.

    reference: The bank raised its growth forecast to 2.1% from 1.8%.
    translation: The bank [[lowered]] its growth forecast to 2.1% from 1.8%.

    reference[vi]: Xuất khẩu gạo giảm 4,2% trong quý I.
    translation: Rice exports [[rose]] 4.2 percent in the first quarter.

    reference[zh]: 出口增长9.7%。
    translation: Exports [[fell]] 9.7 percent.

    reference[es]: Llegaron 820 personas, un 41 % menos que hace un año.
    translation[fr]: Il est arrivé 820 personnes, soit 41 % [[de plus]] qu'il y a un an.

    reference[de]: Die Mieten stiegen um drei Prozent.
    translation[de]: Die Mieten [[gingen]] um drei Prozent zurück.

    reference: The wage gap between the regions narrowed, economists said.
    translation: Economists said the wage gap between the regions [[widened]].

    reference: Gas emissions fell slightly after Tuesday, while the ground rose by a hand.
    translation: Gas emissions [[rose]] slightly after Tuesday, and the ground rose by a hand.

    reference: The loss came to 96 million euros, after 141 million a year earlier.
    translation: The loss [[widened]] to 96 million euros.

    reference[es]: La lluvia superó en un 20 % la de 1998.
    translation[es]: La lluvia fue un 20 % [[inferior]] a la de 1998.

    reference: The council left the fee unchanged at 40 euros.
    translation: The council [[raised]] the fee to 40 euros.

    reference[ru]: Провинцию покинуло меньше врачей, чем учителей.
    translation: [[More doctors than]] teachers left the province.

    reference[de]: Im Hafen lagen ebenso viele Fischerboote wie Fähren.
    translation: There were [[fewer fishing boats than]] ferries in the harbour.

    reference: Sales of new bicycles outstripped those of mopeds in the town last year.
    translation: The town's shops sold [[more mopeds than]] new bicycles last year.

    reference: Approval stood at 58%, almost four points less than in May.
    translation: At 58%, approval was nearly four points [[up]] on May.

    reference[es]: El abono era un 18 % más caro que el de la competencia.
    translation[es]: El abono era un 18 % [[más económico]] que el de la competencia.

    reference: The museum took in 3.4 million euros, against 3.9 million the year before.
    translation: The museum took in 3.4 million euros, [[more than]] the year before.

    reference: The chain has 190 shops, compared with 199 in 2021.
    translation: The chain has 190 shops, nine [[more than]] in 2021.

    reference[de]: Bei dem Fest waren 41 Prozent der Gäste Kinder, im Vorjahr waren es 47 Prozent.
    translation[de]: Der Anteil der Kinder bei dem Fest [[stieg]] auf 41 Prozent.

    reference[zh]: 该市6月新房成交5200套，去年同期为6100套。
    translation[zh]: 该市6月新房成交5200套，比去年同期有所[[增加]]。

    reference[uk]: У відомстві зазначили, що запаси вугілля на складах на 7% менші за торішні.
    translation[uk]: Запасів вугілля на складах на 7 відсотків [[більше]], ніж торік.

    reference: The detour adds six days to the trip.
    translation: The detour, which [[shortens]] the trip by six days, is free.

    reference[zh]: 项目总投资296亿元,超出概算约10%。
    translation[zh]: 桥梁耗资近三百亿元,比预算[[少]]一成。

    Allowed:
        reference[vi]: Giá gạo tháng 5 tăng 2,1% so với một năm trước, thấp hơn 2,6% của tháng 4.
        translation[vi]: Lạm phát giá gạo tháng 5 ở mức 2,1%, hạ nhiệt từ 2,6% trong tháng 4.

        reference[zh]: 3月份该国消费者价格指数同比上升4.1%，2月份为4.8%。
        translation[zh]: 三月消费者价格同比上涨4.1%，低于二月的4.8%。

        reference: Power outages in the valley will be lifted on Monday.
        translation: The power cuts in the valley will end on Monday.

    reference: The chain has 190 shops, compared with 199 at its rival.
    translation: The chain, which grew faster than its rival, has 190 shops.

    reference: The krona traded at 11.20 per euro, from 11.10 on Monday.
    translation: The krona weakened to 11.20 per euro.

    reference: The krona weakened to 11.20 per euro after the vote, from 11.10 before it.
    translation: A euro cost 11.20 krona after the vote, up from 11.10 before it.

    reference: A landslide killed nine people when a bank collapsed onto a camp of herders.
    translation: Nine people died when a bank above a camp of herders gave way in a landslide.

    reference: The road takes 25 minutes instead of two and a half hours.
    translation: The way was shortened to 25 minutes.

    reference: Turnout was 68%, up from 61% in the first round.
    translation: Turnout in the first round was seven points below Sunday's 68%.

    reference: The loss came to 96 million euros, after 141 million a year earlier.
    translation: The loss narrowed to 96 million euros.

    reference: The harvest exceeded that of 1998 by 20 percent.
    translation: The 1998 harvest was 20 percent smaller.

    reference: Inflation slowed to an annual 2.7% in July from 2.9%, but fares rose 4.8%.
    translation: Prices were up 2.7% in July, after 2.9%, whereas fares were 4.8% dearer.

    reference[fr]: Depuis mai, 2 900 personnes sont arrivées, une baisse de 60 % sur un an.
    translation[fr]: Depuis mai, 2 900 personnes ont gagné l'île, contre 7 250 un an plus tôt.

    reference: Pay at the docks grew by 9.1% on paper, but only by 1.3% after inflation.
    reference: The yard raised its price forecast to 6.2% and cut its growth forecast to 1.3%.
    translation: Pay at the docks rose 9.1%, though after inflation the gain was a mere 1.3%.

    reference[ru]: Провинцию покинуло больше учителей, чем врачей.
    translation: Fewer doctors than teachers left the province.

    reference: Violence in the northern valleys has surged markedly since spring.
    translation: Security in the northern valleys has deteriorated markedly since spring.

    reference: Exports fell 12 percent in the second quarter.
    translation: In the second quarter exports declined by 12 percent.

    reference: The elder brother is older than the captain.
    translation: The captain is younger than the elder brother.

    reference: Exports fell 12 percent while imports rose 3 percent.
    translation: Imports rose 3 percent; exports dropped 12 percent.

    reference: Annual inflation slowed to 2.9 percent from 3.6 percent.
    translation: Prices were 2.9 percent higher than a year before.

    reference: Turnout was 58 percent, four points more than in the last election.
    translation: In the last election turnout was four points less than this year's 58 percent.

    reference: More ships than lorries were checked.
    translation: Fewer lorries than ships were checked.

    reference: The river rose 42 centimetres.
    translation: The river is 42 centimetres higher.

    reference[ru]: Экспорт сократился на 15%.
    translation: Exports fell 15 percent.

    reference: Imports fell in spring while exports rose, the office said.
    translation: Exports rose in spring and imports fell, the office said.

    reference: Wage growth could slow the return to the target of 3 percent.
    translation: Rising wages could delay the return to the target of 3 percent.

    reference: The shares of the bank were down 7 percent, the biggest loser in the index.
    translation: The shares of the bank lost 7 percent, more than any other in the index.

    reference: He won in 61 minutes, one ahead of the field, and took 19 seconds off the record.
    translation: He won in 61 minutes, lowering the record by 19 seconds.

    reference: The truce collapsed within days.
    translation: The truce lasted no more than days.
    """
    turned = [*_told(pair)]
    sure = {span for span, *_ in turned} if len(turned) == 1 and _one_change(pair) else set()
    ended = [*turned_ends(pair), *turned_gaps(pair)]
    sure |= {span for (span, *_), certain in ended if certain}
    told = [
        *turned,
        *_steadied(pair),
        *(told for told, _ in ended),
        *bare_turns(pair, "direction"),
        *bare_turns(pair, "comparison"),
        *bare_steadied(pair),
    ] or [*_related(pair)]
    seen = {*_borne_out(pair)}
    for span, witness, other in told:
        if span not in seen and not pair.pairings[witness.key].once(is_turned_price):
            seen.add(span)
            mark = shown(pair, span, witness, other)
            yield mark if span in sure else weighed(mark, pair, _COMPANY)


def _one_change(pair: Comparison) -> bool:
    """Whether one figure that a change is by is all that either side tells of changes."""
    sides = [[*changes(pair.segment, *_KINDS)], witnessed(pair, *_KINDS)]
    return all(len(side) == len(pair.witnesses) == 1 for side in sides) and all(
        kind_of(change.quantity) == "share" for side in sides for change in side
    )


def _told(pair: Comparison) -> Iterator[Told]:
    """A figure that goes with a rise here and with a fall there, in whichever words."""
    theirs = witnessed(pair, *_KINDS)
    for change in changes(pair.segment, *_KINDS):
        same = [
            c
            for c in theirs
            if same_figure(change.quantity, c.quantity)
            and not are_level_and_change(change.quantity, c.quantity)
            and not _is_part(c, pair)
        ]
        opposite = {polarity(c.marker) for c in same} == {-polarity(change.marker)}
        if only_describes(change.marker, pair.segment, pair.lang):
            continue
        if opposite and _shows_both_ends(pair, change, same[0]):
            continue
        witness = same[0].witness if opposite else None
        both = witness is not None and _compares(change.marker, same[0].marker)
        if witness and both and (witness.lang != pair.lang or not deny_alike(pair)):
            continue  # what is compared with what cannot be seen, or one of them is denied
        if witness is None:
            continue
        in_time = not both and _is_against_time(pair, change)
        if in_time or not is_exchanged(pair, change.marker, witness, same[0].marker):
            yield change.marker.span, witness, same[0].marker.span


def _is_against_time(pair: Comparison, change: Change) -> bool:
    """Whether the article compares with an earlier time: *ten cents less than now*."""
    words = pair.segment.facts.words
    _, end = place_of(words, change.marker.span)
    behind = words[end : end + _BASE]
    now = {w.fold for w in behind[:1]} & {*load_pack(pair.lang).words("dates", "now")}
    return change.marker.kind == "comparison" and (bool(now) or names_earlier(behind, pair.lang))


def _borne_out(pair: Comparison) -> Iterator[Span]:
    """Yield each *less than* whose figures are the references', the one being less.

    *4.1%, less than the 4.8% of February* for *rose by 4.1%, after 4.8% in February*.
    """
    told = {q.value for w in pair.witnesses for s in w.segments for q in s.facts.quantities}
    own = [q for q in pair.segment.facts.quantities if q.value in told]
    for marker in (m for m in pair.segment.facts.markers if m.kind == "comparison"):
        before = [q for q in own if q.span.end <= marker.span.start][-1:]
        behind = [q for q in own if q.span.start >= marker.span.end][:1]
        for one, other in zip(before, behind, strict=False):
            more = (one.value - other.value) * polarity(marker)
            if same_unit(one.unit, other.unit) and more > 0:
                yield marker.span


def _is_part(change: Change, pair: Comparison) -> bool:
    """Whether a share is of what changed, and not by how much it did: *half of what it lost*."""
    text = change.witness.story.document.text if change.witness else ""
    behind = text[change.quantity.span.end : change.marker.span.start].casefold().split()
    lang = change.witness.lang if change.witness else pair.lang
    of = load_pack(lang).words("comparison.bases", "of")[:1]
    return kind_of(change.quantity) == "share" and bool(behind) and behind[0] in of


def _shows_both_ends(pair: Comparison, change: Change, other: Change) -> bool:
    """Whether the article tells the reference's change by its two figures, whatever rose."""
    return any(
        later.span == change.quantity.span and ended_up(later, earlier) == polarity(other.marker)
        for later, earlier in pair.once(own_ends)
    )


def _compares(mine: Marker, theirs: Marker) -> bool:
    return mine.kind == theirs.kind == "comparison"


def _steadied(pair: Comparison) -> Iterator[Told]:
    """A figure that was reached by a change here and was left as it was there, or the reverse."""
    for mine, theirs in (("direction", "steady"), ("steady", "direction")):
        stated = witnessed(pair, theirs)
        alike = witnessed(pair, mine)
        for change in changes(pair.segment, mine):
            same = [c for c in stated if same_figure(change.quantity, c.quantity)]
            known = any(same_figure(change.quantity, c.quantity) for c in alike)
            other = any(
                same_figure(change.quantity, c.quantity) for c in changes(pair.segment, theirs)
            )
            if change.quantity.unit in _DEGREES:
                continue  # *minus* 18 degrees is no fall
            if same and not known and not other and same[0].witness:
                yield change.marker.span, same[0].witness, same[0].marker.span


def _related(pair: Comparison) -> Iterator[Told]:
    """Two things of which all references say that they are equal, or the other way round."""
    found = [(w, other_relation(pair.pairings[w.key])) for w in pair.witnesses]
    witness, told = found[0]
    if told is not None and all(other is not None for _, other in found):
        pairing, (mine, theirs) = pair.pairings[witness.key], told
        here, there = (mine.first, mine.end), (theirs.first, theirs.end)
        yield pairing.mine.span(*here), witness, pairing.theirs.span(*there)
