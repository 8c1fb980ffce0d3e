"""Rule ``attribution-source-dropped``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution, Span
from transdiff.language.pack import load_pack
from transdiff.language.reporting import reporting
from transdiff.model import BlockKind, Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.kept_sources import is_carried_over, is_inner, is_kept
from transdiff.rules.meaning.vouchers import is_partial
from transdiff.rules.statements import SILENT, attributions

_CLAIM = 4
"""Words of a claim of which another language has some, if it makes the claim."""
_PASSING = 0.34
"""Share of a claim's words that a reference may have without making the claim."""
_REPORTS = frozenset(
    {"neutral", "doubt", "support", "emphatic", "boast", "guilt", "accusation", "warning"}
)
"""Classes of verbs that put a claim in somebody's mouth."""
_CRITICAL = frozenset({"criticism", "outrage"})
"""Classes of verbs that do so where a whole clause is what is said: *denunció que no sonaron*."""


@rule(group="meaning", category="attribution_source", severity="major")
def attribution_source_dropped(pair: Comparison, *, covered: float = 0.5) -> Iterator[Mark]:
    """Report a claim in the article's own voice that every aligned reference attributes.

    Without its source a claim becomes a fact that the newsroom vouches for. The source may stand in
    the sentence before or after, in another sentence made from the same one, and a headline may
    leave it out. Major where nobody stands by the claim with name or office (*two people close to
    the talks*, a paper that an agency has seen), where a side of the matter makes it (residents, a
    union, the opposition, soldiers, prosecutors of somebody), where an authority denies or accuses,
    and where somebody else puts it otherwise in the same breath. Minor where an authority, a
    company or a report that is out is the source: what those announce is often told as a fact.

    Flagged:
    reference: More arrests are expected next week, two people familiar with the inquiry said.
    translation: More arrests are expected next week[[]].

    Flagged:
    reference: Residents said the tannery had been pouring waste into the river for years.
    translation: The tannery had been pouring waste into the river for years[[]].

    Flagged:
    reference: Activists said nine protesters had been beaten in custody.
    translation: Nine protesters were beaten in custody[[]].

    Flagged:
    reference: The defence ministry said its troops had captured two villages.
    translation: Two villages have been captured[[]].

    Flagged:
    reference: The fishermen accused the company of hiring divers to cut their nets.
    translation: The company has hired divers to cut nets[[]].

    Flagged:
    reference: The treasurer moved nine million kroner to his brother's firm, prosecutors said.
    translation: The treasurer moved nine million kroner to his brother's firm[[]].

    Flagged:
    reference: Six died in the riot, the ministry said, while lawyers put the figure at twenty.
    translation: Six died in the riot[[]].

    Flagged:
    reference: The boats fish in a bay claimed by Norland, according to a captain who gave no name.
    translation: The boats fish in a bay that Norland claims[[]].

    Flagged:
    reference: The choir has lost half its members since 2019, the tabloid Morgenpost reported.
    translation: The choir has lost half its members since 2019[[]].

    Flagged:
    reference: Firefighters believe the leak had started in the boiler room.
    translation: The leak had started in the boiler room[[]].

    Flagged:
    reference: Two cyclists were hurt in the south, where police blamed striking farmers.
    translation: In the south striking farmers hurt two cyclists[[]].

    Flagged:
    reference: The older brother has partly confessed, a person close to the case told Reuters.
    translation: The older brother has made a partial confession[[]].

    Flagged:
    reference[de]: Aus Koalitionskreisen hieß es, ein Kompromiss sei in Sicht.
    translation: A compromise is in sight[[]].

    Flagged:
    reference[ar]: وقال مصدر أمني لوكالة فرانس برس إن المشتبه به سلم نفسه.
    translation: The suspect has handed himself over[[]].

    Flagged:
    reference[ru]: Как рассказал один из жителей, мост закрыли еще в пятницу.
    translation: The bridge had been closed since Friday[[]].

    Flagged:
    reference[es]: Un técnico alertó de las grietas, según un informe al que tuvo acceso Efe.
    translation[es]: Un técnico alertó de las grietas[[]].

    Allowed:
    reference: Two cyclists were hurt in the south, where police blamed striking farmers.
    translation: Two cyclists were hurt in the south.

    reference: Two cyclists were hurt in the south, where police blamed striking farmers.
    translation: Striking farmers were blamed after two cyclists were hurt in the south.

    reference: The parks department told visitors not to feed the geese.
    translation: Visitors have been told not to feed the geese.

    reference[zh]: 教育部门表示，受灾的17所学校将推迟开学，具体时间尚未确定。
    translation: Seventeen schools will start late. No date has been set, education officials said.

    reference: Neighbours said they had heard a loud bang before the silo fell.
    translation: Neighbours reported hearing a loud bang before the silo fell.

    reference: The minister said that she thought the fire had been an accident.
    translation: In her opinion the fire had been an accident.

    reference: Fishermen said they would block the port on Friday.
    translation: Fishermen are to block the port on Friday.

    reference: More arrests are expected next week, two people familiar with the inquiry said.
    translation: Sources close to the inquiry said more arrests were expected next week.

    reference: More arrests are expected next week, two people familiar with the inquiry said.
    reference: More arrests are expected next week.
    translation: More arrests are expected next week.

    reference: Most roads on the island are unpaved, according to a survey published on Tuesday.
    translation: A study published on Tuesday found that most roads on the island are unpaved.

    reference: The state newspaper said on Monday that the mill had not reopened.
    translation: The mill has not reopened, the state daily reported on Monday.

    reference: The plant makes tyres for buses. It may close, people familiar with the plan said.
    translation: The plant makes tyres for buses.

    reference: The road is closed, the police said. It was open on Friday.
    translation[nl]: De weg is dicht, meldde de politie. Op vrijdag was hij open.

    reference: Two residents said the study of the river was unsound.
    translation: The court must decide whether the study of the river was unsound.

    reference: The opposition accused the miller of poisoning the river with waste.
    translation: The miller faces charges of poisoning the river with waste.
    """
    segment = pair.segment
    if segment.block.kind is BlockKind.HEADLINE or load_pack(pair.lang).generic:
        return
    if any(not q.scare for q in segment.facts.quotations):
        return
    own = (a for a in segment.facts.attributions if a.stance not in SILENT)
    if not all(is_inner(pair, a) for a in own):
        return
    found = [(w, _attributed(pair, w, covered)) for w in pair.witnesses]
    told = [(w, a) for w, a in found if a is not None]
    claims = [_claimed(pair, w, a) for w, a in told]
    silent = (w for w, a in found if a is None)
    if any(_tells(pair, w, claim) for w in silent for claim in claims):
        return
    told.sort(key=lambda one: not is_partial(*one))
    for witness, other in told:
        accuses = other.stance == "accusation"
        if is_kept(pair, witness, other) or _asks(pair):
            continue
        if accuses and pair.reading.of_kind("event", "charge"):
            continue
        if accuses or not is_carried_over(pair, other):
            yield _mark(pair, witness, other)
            return


def _asks(pair: Comparison) -> bool:
    """Whether the article tells it as a question: *at issue is whether the study was sound*."""
    asked = {(c.first, c.end) for c in pair.reading.of_kind("tense", "asked")}
    return any((c.first, c.end) in asked for c in pair.reading.of_kind("hedge", "soft"))


def _reports(witness: Witness, one: Attribution) -> bool:
    """Whether the verb puts a claim in somebody's mouth: not what he thinks of a thing."""
    if one.stance not in _CRITICAL or one.scope is None:
        return one.stance in _REPORTS
    if one.scope.end <= one.span.start:
        return True  # La sirena no sonó, denunció el vecino
    that = reporting(witness.lang).that
    inside = witness.reading.inside(one.scope)
    return bool(inside) and witness.reading.words[inside.start].fold in that


def _attributed(pair: Comparison, witness: Witness, covered: float) -> Attribution | None:
    """Return the attribution that covers what *witness* says of the segment, if one does."""
    pairing = pair.pairings[witness.key]
    paired = [j for j in pairing.forward if j is not None]
    if len(paired) < (1 if pairing.foreign else 2):
        return None
    best: Attribution | None = None
    most = 0
    for other in attributions(witness.segments):
        if other.scope is None or other.source_span is None or not _reports(witness, other):
            continue
        inside = set(pairing.theirs.inside(other.scope))
        hits = sum(j in inside for j in paired)
        if hits and other.stance == "accusation":
            hits = len(paired)  # *two died in the north, where police blamed rebels*
        if hits > most and hits >= covered * len(paired):
            best, most = other, hits
    return best


def _claimed(pair: Comparison, witness: Witness, other: Attribution) -> set[int]:
    """The content words of the article that render what the reference attributes."""
    pairing, scope = pair.pairings[witness.key], other.scope
    inside = set(pairing.theirs.inside(scope)) if scope is not None else set[int]()
    content = pairing.mine.is_content
    return {i for i, j in enumerate(pairing.forward) if j in inside and content[i]}


def _tells(pair: Comparison, witness: Witness, claim: set[int]) -> bool:
    """Whether a reference may tell the *claim* in its own voice, rather than the sentence's rest.

    Of another language a short claim shows nothing, as few words pair.
    """
    pairing = pair.pairings[witness.key]
    if not claim or (pairing.foreign and len(claim) < _CLAIM):
        return True
    return sum(pairing.forward[i] is not None for i in claim) > _PASSING * len(claim)


def _mark(pair: Comparison, witness: Witness, other: Attribution) -> Mark:
    end = pair.segment.span.end
    text = pair.whole.story.document.text
    while end > pair.segment.span.start and text[end - 1] in ".!?…。":
        end -= 1
    spans = [other.span, *filter(None, (other.source_span,))]
    phrase = Span(min(s.start for s in spans), max(s.end for s in spans))
    evidence = witness.evidence(phrase, Role.MISSING)
    return Mark(
        Span(end, end),
        f'no source in article · {witness.key} "{evidence.quote}"',
        (evidence,),
        severity=Severity.MAJOR if is_partial(witness, other) else Severity.MINOR,
    )
