"""Rule ``headline-mismatch``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.comparison import Article
from transdiff.language.reading import read
from transdiff.model import BlockKind, Segment
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import headline_mark
from transdiff.rules.meaning.headline_contraries import contraries
from transdiff.rules.meaning.headline_deeds import misnamed
from transdiff.rules.meaning.headline_events import overstated, replaced
from transdiff.rules.meaning.headline_figures import misprinted
from transdiff.rules.meaning.headline_reach import overreached
from transdiff.rules.meaning.headline_tolls import wrong_tolls
from transdiff.rules.meaning.headline_unreached import unreached
from transdiff.rules.meaning.headline_words import Place
from transdiff.rules.meaning.settled import unsettled
from transdiff.rules.siblings import headline_siblings


@rule(group="meaning", category="headline", severity="critical", scope="article")
def headline_mismatch(article: Article) -> Iterator[Mark]:
    """Report a headline that says more, or other figures, than the references and the body.

    A headline may shorten, drop *at least*, use the present for the past and the infinitive for
    the future. It may not report as done what the story only plans, declare a winner where someone
    is ahead, call all of a thing what is a part, without end what lasts for days, or done what
    somebody has still to do, or give a toll that stands nowhere below it. Nor may it tell a deed of
    which no reference tells where one opens with another of the same ladder (``[headlines]`` of the
    packs, ``headlines.toml``): rates cut and held, dismissed and resigned, a world's record and a
    nation's, an arsonist and a suspect. Nor what every sentence with its verb denies, asks or only
    drafts, nor the contrary of what a reference and its own text open with. A figure or a denial by
    which another rule sees a headline turned round is reported here too, with that rule's name; a
    condition, a stage or a place that only the text below gives is left to it.

    Flagged:
        reference: The two carmakers are in talks to sign a merger, sources said on Monday.
        translation: Carmakers [[sign]] merger\\n\\nThe two carmakers are in talks to sign a merger.

        reference: With half of the votes counted, the Greens are ahead in the city election.
        translation: Greens [[win]] city election\\n\\nThe Greens are ahead at half time.

        reference: In all 34 people were killed in the floods.
        translation: Floods kill [[43]]\\n\\nAt least 43 people were killed in the floods.

        reference: Four people were killed in the fire.
        translation: Fire kills [[nine]]\\n\\nFour people were killed in the fire on Monday.

        reference: Two people were killed in the landslide and 14 were injured.
        translation: Landslide kills [[14]]\\n\\nTwo people were killed in the landslide.

        reference: A fire in the hotel injured nine people on Monday. Nobody was burned.
        translation: Fire [[kills]] nine in hotel\\n\\nNine people were injured in a fire on Monday.

        reference: The colonel faces life imprisonment, prosecutors said on Monday.
        translation: Colonel may get [[death penalty]]\\n\\nHe faces life imprisonment.

        reference: Deputies passed the dam bill in second reading on Monday.
        translation: Dam bill gets [[final approval]]\\n\\nDeputies passed the dam bill on Monday.

        reference: The fire killed five people on Monday. In 2019 a fire killed seven.
        translation: [[Seven]] dead in fire\\n\\nThe fire killed five people on Monday.

        reference: The armies exchanged 164 prisoners on Monday. Dozens of them were hurt.
        translation: Foes trade [[146]] captives\\n\\nThe armies exchanged 164 prisoners on Monday.

        reference: The airline grounded four of its 19 jets on Monday over cracks.
        translation: Airline grounds [[entire]] fleet\\n\\nIt grounded four of 19 on Monday.

        reference[fr]: Les deux hôpitaux ont annoncé leur fusion, qui doit encore être validée.
        translation[fr]: La fusion [[validée]]\\n\\nLa fusion doit encore être validée en juin.

        reference: Bek and Oru will meet in a runoff as neither took a majority on Sunday.
        translation: Bek [[wins]] mayoral race\\n\\nBek got 44 percent on Sunday.

        reference: The firm's finance chief stepped down on Monday for family reasons.
        translation: Firm [[sacks]] finance chief\\n\\nThe firm's finance chief is going.

        reference: A mine damaged a ferry off the island of Orth on Monday.
        translation: Ferry [[sunk]] by mine off Orth\\n\\nIt was on its way to Lund.

        reference: Tirol's bank kept its key rate at 4% on Monday. Two members wanted a cut.
        translation: Tirol bank [[cuts interest rates]]\\n\\nIt did not touch its rate.

        reference: A landslide killed nine people in the valley of Orth on Monday.
        translation: [[Dam burst]] kills nine in Orth\\n\\nNine people died in the valley of Orth.

        reference: The zoo's director is stepping down in May, she said on Monday.
        translation: Zoo director [[sacked]] after row\\n\\nThe director of the zoo is leaving.

        reference[vi]: Vận động viên Trần Thị Lan lập kỷ lục quốc gia nhảy cao hôm thứ Hai.
        translation: Lan breaks [[world record]] in high jump\\n\\nTran Thi Lan jumped high.

        reference[fr]: Un suspect a été interpellé lundi après l'incendie de la mairie.
        translation[de]: [[Brandstifter]] des Rathauses gefasst\\n\\nDie Polizei fasste einen Mann.

        reference: The nurses called a walkout of two days on Tuesday.
        translation: Nurses call [[indefinite]] walkout\\n\\nIt is to last two days.

        reference: The council will vote on Monday on a bill that would ban wood stoves.
        translation: Council [[bans]] wood stoves\\n\\nIt votes on a bill to ban wood stoves.

        reference: The zoo's director denied reports that he would retire.
        translation: Zoo director [[retires]]\\n\\nHe denied that he would retire.

        reference: The mill said it had no plans to sell its weir.
        translation: Mill to [[sell]] its weir\\n\\nThe mill is not planning to sell its weir.

        reference: The truce in the valley has held for three days, observers said.
        translation: Valley truce [[collapses]]\\n\\nThe truce has been holding for three days.

        reference: The dairy returned to profit last year, it said on Monday.
        translation: Dairy posts [[loss]]\\n\\nThe dairy made a profit again last year.

    Allowed:
        reference: The council passed a bill on Monday that would ban wood stoves.
        translation: Council bans wood stoves\\n\\nIt passed a bill to ban wood stoves.

        reference: The zoo's director will retire in May. He denied that he would retire at once.
        translation: Zoo director retires\\n\\nThe director of the zoo will retire in May.

        reference: The truce in the valley held for three days, then it collapsed.
        translation: Valley truce collapses\\n\\nThe truce had been holding for three days.

        reference: Tirol's bank lowered its key rate on Monday after it had held rates in May.
        translation: Tirol bank cuts interest rates\\n\\nIt lowered its key rate.

        reference: A quake set off a landslide that killed nine people in the valley of Orth.
        translation: Landslide kills nine in Orth\\n\\nNine people died in the valley of Orth.

        reference: The zoo's director is leaving. The board sacked her on Monday.
        translation: Zoo director sacked after row\\n\\nThe director of the zoo is leaving.

        reference: The dockers voted to strike from Monday over pay.
        translation: Dockers vote to walk out over pay\\n\\nThe dockers voted to strike.

        reference: The tunnel may stay shut until the end of April, its operator said on Friday.
        reference: The tunnel will be shut until the end of April, its operator said on Friday.
        translation: Tunnel closed for months\\n\\nThe tunnel will be shut until the end of April.

        reference: The owner had agreed to sell the mill to a fund, the council said.
        translation[fr]: Le meunier vend son moulin\\n\\nIl a accepté de le vendre à un fonds.

        reference[es]: Los alcaldes firmaron el lunes un acuerdo para levantar el puente.
        translation[es]: Alcaldes pactan construir el puente\\n\\nLos alcaldes firmaron un acuerdo.

        reference: All schools in Olm will close. Nine of the 40 have no shade.
        translation: All schools in Olm to close\\n\\nAll schools will close. Nine of 40 lack shade.

        reference: Trains could run again in May if the council votes for it.
        translation: Trains could run again in May\\n\\nThat takes a vote of the council.

        reference: The fire killed three people and put 34 in hospital.
        translation: Three dead and 34 in hospital\\n\\nThe fire killed three people.

        reference: The two carmakers signed a merger on Monday.
        translation: Carmakers sign merger\\n\\nThe two carmakers signed a merger on Monday.

        reference: The ministers are ready for talks on the border pact, which may fall apart.
        translation: Border pact fails\\n\\nThe ministers are ready for talks on the border pact.

        reference: The two carmakers will sign a merger on Monday.
        translation: Carmakers to sign merger\\n\\nThe two carmakers will sign a merger on Monday.

        reference: Bus drivers ended their walkout on Monday. Some schools might close in May.
        translation: Bus drivers end walkout\\n\\nThe drivers called off their walkout on Monday.

        reference[nl]: Bij de aardbeving vielen 31 doden. Er worden 17 mensen vermist.
        translation: Quake kills 31 on coast, 17 missing\\n\\nThe quake killed 31 people on Monday.

        reference: The frost has killed 2.1 million animals in the province.
        translation: Frost kills two million\\n\\nThe frost killed 2.1 million animals.

        reference: The mint will slow its purchases of silver next year, it said on Monday.
        translation: Mint to slow silver purchases\\n\\nThe mint will slow its purchases of silver.

        reference: The drivers will each be paid 90 euros under an agreement reached on Monday.
        translation: Pay deal reached at bus firm\\n\\nThe drivers have a deal over pay.

        reference: A bell stolen from a monastery went home on Monday.
        translation: Stolen temple bell back home\\n\\nA bell stolen from a monastery is home.

        reference: The bank wants all to keep cash. It said grocers take 8% of their money in cash.
        translation: Bank wants cash in every home\\n\\nThe bank wants all to keep cash.

        reference: The firm's finance chief stepped down on Monday for family reasons.
        translation: Firm parts with finance chief\\n\\nThe firm's finance chief is going.

        reference: At least four people were killed in the fire.
        translation: Fire kills four\\n\\nAt least four people were killed in the fire on Monday.
    """
    for segment in article.story.segments:
        if segment.block.kind is BlockKind.HEADLINE:
            headline = read([segment.facts], article.story.lang)
            siblings = headline_siblings(article, segment)
            found = (
                *overstated(article, headline),
                *replaced(article, headline),
                *wrong_tolls(article, segment),
                *misprinted(article, segment),
                *unsettled(article, headline),
                *overreached(article, headline),
                *((mine.span, story, theirs.span) for mine, story, theirs in siblings),
            )
            others = (
                *misnamed(article, headline),
                *unreached(article, headline),
                *contraries(article, headline),
            )
            shared = _is_of_reference(article, segment)
            for words, story, instead in (*found, *_elsewhere(others, found)):
                if story.key is None or not shared:
                    yield headline_mark(article, words, (story, instead))


def _elsewhere(others: Iterable[Place], found: Iterable[Place]) -> Iterator[Place]:
    """Yield the *others* about words of which nothing was *found* yet."""
    known = [words for words, *_ in found]
    for place in others:
        if not any(place[0].overlaps(words) for words in known):
            known.append(place[0])
            yield place


def _is_of_reference(article: Article, headline: Segment) -> bool:
    """Whether a reference has the very headline, so that no reference contradicts it."""
    mine = [word.fold for word in headline.facts.words]
    return any(
        mine == [word.fold for word in segment.facts.words]
        for story in article.references.values()
        for segment in story.segments
        if segment.block.kind is BlockKind.HEADLINE
    )
