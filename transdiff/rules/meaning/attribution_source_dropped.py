"""Rule ``attribution-source-dropped``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution, Span
from transdiff.language.content import content_stems
from transdiff.language.identity import same_speaker
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reporting import ACCORDING, is_reporting, reporting, retold
from transdiff.model import BlockKind, Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.vouchers import is_nameless, is_partial
from transdiff.rules.statements import attributions

_ANYBODY = frozenset({"official", "spokesperson", "source", "document", "agency", "media"})
"""Roles that may be another name for nearly any source."""
_LIKELY = 0.7
"""How sure a link must be of whose words none are known to pair."""
_CLAUSE = 3
"""Words of a claim that a clause of the article has at least."""
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
_NO_CLAIM = frozenset({"decline", "refusal"})
"""Classes of verbs that say nothing of the matter: *and the ministry would not comment*."""


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
    """
    segment = pair.segment
    if segment.block.kind is BlockKind.HEADLINE or load_pack(pair.lang).generic:
        return
    own = [a for a in segment.facts.attributions if _vouches(a) and not _inner(pair, a)]
    if any(not q.scare for q in segment.facts.quotations):
        return
    witnesses = [w for w in pair.witnesses if not _by_chance(pair, w)]
    found = [_told_by(pair, witness, covered, own) for witness in witnesses]
    claimed = [_claimed(pair, w, a) for w, a in zip(witnesses, found, strict=True) if a]
    silent = [w for w, a in zip(witnesses, found, strict=True) if a is None]
    if not claimed or any(_tells(pair, w, claim) for w in silent for claim in claimed):
        return
    told = [(w, a) for w, a in zip(witnesses, found, strict=True) if a is not None]
    told.sort(key=lambda one: not is_partial(*one))
    for witness, other in told:
        if _own(witness, other) or _acts(pair, witness, other) or _retells(pair, witness, other):
            continue
        if other.stance == "accusation" and pair.reading.of_kind("event", "charge"):
            continue
        if _asks(pair):
            continue
        if other.stance == "accusation" or not _carried_over(pair, witness, other):
            yield _mark(pair, witness, other)
            return


def _asks(pair: Comparison) -> bool:
    """Whether the article tells it as a question: *at issue is whether the study was sound*."""
    asked = {(c.first, c.end) for c in pair.reading.of_kind("tense", "asked")}
    return any((c.first, c.end) in asked for c in pair.reading.of_kind("hedge", "soft"))


def _vouches(own: Attribution) -> bool:
    """Whether the article names a source here; who promises or orders does what is told."""
    told = own.speaker is None and own.stance not in _REPORTS
    return own.stance not in _NO_CLAIM and not told


def _reports(witness: Witness, one: Attribution) -> bool:
    """Whether the verb puts a claim in somebody's mouth: not what he thinks of a thing."""
    if one.stance not in _CRITICAL or one.scope is None:
        return one.stance in _REPORTS
    if one.scope.end <= one.span.start:
        return True  # La sirena no sonó, denunció el vecino
    that = reporting(witness.lang).that
    inside = witness.reading.inside(one.scope)
    return bool(inside) and witness.reading.words[inside.start].fold in that


def _inner(pair: Comparison, own: Attribution) -> bool:
    """Whether every witness has another source tell what the article's source says or claims."""
    told = [tuple(attributions(witness.segments)) for witness in pair.witnesses]
    return all(
        any(
            (own.verb == other.verb or same_speaker(own.speaker, other.speaker))
            and retold(other, every)
            for other in every
        )
        for every in told
    )


def _by_chance(pair: Comparison, witness: Witness) -> bool:
    """Whether a sentence of another language has no word of this one, where another one has."""
    pairing = pair.pairings[witness.key]
    if (
        not pairing.foreign
        or witness.similarity >= _LIKELY
        or any(j is not None for j in pairing.forward)
    ):
        return False
    others = (w for w in pair.witnesses if w.key != witness.key)
    return any(j is not None for w in others for j in pair.pairings[w.key].forward)


def _told_by(
    pair: Comparison, witness: Witness, covered: float, own: Sequence[Attribution]
) -> Attribution | None:
    """Return the attribution of *witness* for what the article says without one of its *own*."""
    found = None if own else _attributed(pair, witness, covered)
    return found or _clause_of(pair, witness, covered, own)


def _clause_of(
    pair: Comparison, witness: Witness, covered: float, own: Sequence[Attribution]
) -> Attribution | None:
    """Return who alone vouches for what a clause of the article tells among other things."""
    pairing = pair.pairings[witness.key]
    for other in attributions(witness.segments):
        if other.scope is None or other.source_span is None or not _reports(witness, other):
            continue
        if not is_partial(witness, other):
            continue
        content = [j for j in pairing.theirs.inside(other.scope) if pairing.theirs.is_content[j]]
        told = {i for j in content if (i := pairing.backward[j]) is not None}
        if len(told) < max(_CLAUSE, covered * len(content)):
            continue
        scopes = (set(pairing.mine.inside(a.scope)) for a in own if a.scope is not None)
        if all(told.isdisjoint(scope) for scope in scopes):
            return other
    return None


def _attributed(pair: Comparison, witness: Witness, covered: float) -> Attribution | None:
    """Return the attribution that covers what *witness* says of the segment, if one does."""
    pairing = pair.pairings[witness.key]
    paired = [j for j in pairing.forward if j is not None]
    whole = pairing.foreign and pairing.entire
    if len(paired) < (1 if pairing.foreign else 2) and not whole:
        return None
    if whole:
        found = _only_source(witness)
        return found if found is not None and not _told_of(pair, found) else None
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


def _only_source(witness: Witness) -> Attribution | None:
    """Return the attribution of a sentence that has one, when the article renders all of it."""
    every = tuple(attributions(witness.segments))
    found = [a for a in every if a.stance not in _NO_CLAIM and not retold(a, every)]
    named = [a for a in found if a.source_span is not None and _reports(witness, a)]
    return named[0] if len(found) == 1 and named else None


def _told_of(pair: Comparison, other: Attribution) -> bool:
    """Whether the article tells of the source itself: *the lawyer wants to appeal*."""
    speaker, facts = other.speaker, pair.segment.facts
    if speaker is None:
        return False
    names = {part for name in facts.names for part in name.parts}
    return bool(names & {*speaker.names} or speaker.concepts & {t.concept for t in facts.terms})


def _own(witness: Witness, other: Attribution) -> bool:
    """Whether an agency names its own correspondent: that is its credit, not a source."""
    speaker = other.speaker
    if speaker is None or speaker.roles or other.source_kind == "anonymous":
        return False  # a memo seen by the agency
    concepts = speaker.concepts
    return any(c.startswith("agency.") and c[7:] in witness.key.casefold() for c in concepts)


def _acts(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether the source is in the sentence otherwise: *police detained* for *police said*.

    Or in other words: *a survey published on Monday*, *a study released on Monday found*.
    """
    if other.source_span is None or other.stance == "doubt":
        return False
    foreign = witness.lang != pair.lang
    if other.stance == "accusation" and not foreign:
        return _is_mentioned(pair, witness, other)  # who is blamed is somebody else
    if foreign or not is_nameless(other):
        headed = _pairs_head(pair, witness, other)
        if headed or foreign:
            return headed
    if other.speaker is not None and other.speaker.names and _told_of(pair, other):
        return True
    return _is_mentioned(pair, witness, other)


def _retells(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether the article has the verb itself: *told growers not to sell*, *growers were told*."""
    pairing = pair.pairings[witness.key]
    if other.verb == ACCORDING:
        return False
    told = [pairing.backward[j] for j in pairing.theirs.inside(other.span)]
    if other.stance == "accusation" and not pairing.foreign:  # "blamed" pairs with "caused"
        words = pairing.mine.words
        return any(is_reporting(words[i], pair.lang) for i in told if i is not None)
    return any(i is not None for i in told)


def _is_mentioned(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether every word of a source is said in the article's sentence, or pairs with one there."""
    pairing = pair.pairings[witness.key]
    said = content_stems(pair.segment.facts.words, pair.lang)
    words, content = pairing.theirs.words, pairing.theirs.is_content
    source = other.source_span or other.span
    named = [j for j in pairing.theirs.inside(source) if content[j]]
    return bool(named) and all(
        _is_rendered(pairing, j, other) or words[j].stem in said for j in named
    )


def _pairs_head(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether the article has the word that says what the source is, in either language."""
    pairing = pair.pairings[witness.key]
    named = pairing.theirs.inside(other.source_span or other.span)
    held = reporting(witness.lang).roles.all(pairing.theirs.words[named.start : named.stop])
    heads = (named.start + k for _, first, end in held for k in range(first, end))
    return any(_is_rendered(pairing, j, other) for j in heads)


def _is_rendered(pairing: Pairing, index: int, other: Attribution) -> bool:
    """Whether a word of the source has one here that renders no word of what is told.

    *Protesters were beaten* tells of no activists, who said so.
    """
    here = pairing.backward[index]
    if here is None:
        return False
    back = pairing.forward[here]
    told = pairing.theirs.inside(other.scope) if other.scope is not None else ()
    return back is None or back not in told


def _carried_over(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether a sentence nearby names the same source, or may mean it.

    Where one side makes the claim, no other office vouches for it.
    """
    partial = is_partial(witness, other)
    roles = other.speaker.roles if other.speaker else frozenset()
    nameless = is_nameless(other) or "document" in roles
    for mine in attributions(pair.around):
        if pair.segment.span.contains(mine.span) and _inner(pair, mine):
            continue
        same = same_speaker(mine.speaker, other.speaker)
        named = mine.speaker is not None and mine.speaker.names and mine.speaker.named
        later = mine.span.start >= pair.segment.span.end
        told_before = mine.span.end <= pair.segment.span.start
        if nameless and told_before and not (mine.speaker and mine.speaker.named):
            continue  # a pronoun: somebody the article has named before
        if named and other.source_kind == "anonymous":
            continue  # an ambassador with his name is none of the diplomats who gave none
        adjoining = not later or _closes_paragraph(pair, mine)
        if same is None and (not adjoining or _other_voice(mine, other)):
            continue
        if same is None and partial and _of_other_office(mine, other):
            continue
        if same or (same is None and not (named and nameless)):
            return mine.stance not in _NO_CLAIM
    return False


def _closes_paragraph(pair: Comparison, mine: Attribution) -> bool:
    """Whether a source right behind what is told in one paragraph ends it: *…, officials said.*"""
    segments = pair.whole.story.segments
    at = bisect_right(segments, pair.segment.span.start, key=lambda s: s.span.start)
    if at == len(segments) or segments[at].block != pair.segment.block:
        return False
    nearest = segments[at].facts.attributions
    source = mine.source_span
    behind = source is not None and mine.scope is not None and mine.scope.end <= source.start
    return behind and nearest[-1:] == (mine,)


def _other_voice(mine: Attribution, other: Attribution) -> bool:
    """Whether two sources that may in theory be one plainly are not: a company, the opposition."""
    here = mine.speaker.roles if mine.speaker else frozenset()
    there = other.speaker.roles if other.speaker else frozenset()
    apart = here and there and not here & there
    if apart and "media" in there:  # what the papers report is nobody's word but theirs
        return True
    if apart and "source" in there and here - _ANYBODY:  # police are no people close to the talks
        return True
    return bool(apart) and not (here | there) & _ANYBODY


def _of_other_office(mine: Attribution, other: Attribution) -> bool:
    """Whether both sources are told by what they are, and nothing they are is the same."""
    here, there = mine.speaker, other.speaker
    if here is None or there is None or not here.named or here.unnamed:
        return False
    return bool(here.roles and there.roles) and not here.roles & there.roles


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
