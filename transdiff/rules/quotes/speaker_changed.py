"""Rule ``speaker-changed``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Attribution, Span
from transdiff.language.identity import same_speaker
from transdiff.language.pack import load_pack
from transdiff.language.reporting import JUNIOR, retold
from transdiff.language.words import fold_word
from transdiff.model import Evidence, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.quotes.abroad import Abroad, rendered_abroad
from transdiff.rules.quotes.apart import are_apart, are_apart_here, gravity, is_junior, is_told
from transdiff.rules.quotes.own_words import counts_too, same_words, tells_within
from transdiff.rules.quotes.sides import exchanged_speakers, is_of_another_side
from transdiff.rules.quotes.tellers import Tellers
from transdiff.rules.quotes.utterances import Rendering, Utterance, renderings
from transdiff.rules.statements import ANSWERS, Statement, attributions, shared_words, statements

_VAGUE = JUNIOR - {"witness"}
"""Roles of unnamed sources who may be anybody; those who live or were there are no officials."""

_FEW, _SENTENCE = 2, 3
"""Content words below which a quotation tells nothing by itself, and words of a short sentence."""


@rule(group="quotes", category="speaker", severity="critical", scope="article")
def speaker_changed(article: Article, *, shared: float = 0.6) -> Iterator[Mark]:
    """Report words given to somebody other than who said them.

    Merging two wires into one article is the usual cause. Each quotation, and each reported
    statement, is bound to its holder, through pronouns, bare offices and what the texts say about a
    person elsewhere; then the holders are compared. Critical where both texts tell who it is, major
    where the true source is unnamed, minor where the article has a pronoun.

    Flagged:
    reference: "The road is open," said Karel Novak, the mayor. "It is not safe," said Anna Bek.
    translation: "The road is open," said [[Anna Bek]].

    reference: "We will not pay," said minister Karel Novak. Premier Anna Bek was silent.
    translation: "We will not pay," said [[premier Anna Bek]].

    reference: "The pumps are holding," harbour chief Anna Bek told reporters.
    translation: "The pumps are holding," said [[depot manager Karel Novak]].

    reference: Contractor Ilvo said the wall would hold. The ministry said rain broke the dam.
    translation: Rain broke the dam, according to [[the contractor, Ilvo]].

    reference: "We had a permit for every truck," said a spokeswoman for the aid group.
    translation: "We had a permit for every truck," said [[a spokeswoman for the rebels]].

    reference: Engineer Ana Ruiz said the dam would be emptied. "The gate does not close any more."
    translation: "The gate does not close any more," [[farmer Luis Prado]] said.

    reference: The mayor denied it. "The letter is forged," his lawyer, Ana Ruiz, said.
    translation: The mayor denied it. "The letter is forged," [[he]] said.

    reference: The interior ministry warned that the river would rise.
    translation: [[Governor Karel Novak]] warned that the river would rise.

    reference: Moscow said the missile had come from the sea.
    translation: [[Kyiv]] said the missile had come from the sea.

    reference: Envoy Ana Ruiz said the text was weak. Envoy Karel Novak said talks went on.
    translation: [[Envoy Karel Novak]] said the text was weak.

    reference: Her lawyer, Ana Ruiz, said the proof was forged.
    translation: [[The judge]] said the proof was forged.

    Flagged:
    reference[es]: Los científicos dijeron que el puente se derrumbó después de medianoche.
    translation: [[The company]] said the bridge collapsed after midnight.

    reference: The fire service said the roof of the school had collapsed at dawn.
    translation[de]: Nach Angaben der [[Anwohner]] stürzte das Dach der Schule im Morgengrauen ein.

    reference[de]: Der Händler meldete den Diebstahl, die Polizei wollte sich nicht äußern.
    translation: [[Police]] reported the theft, while the dealer declined to comment.

    Flagged:
    reference: The ambulance service said the search would resume at dawn.
    translation: The search would resume at dawn, [[the police]] said.

    reference: Union officials said the fence had been cut in four places.
    translation: The fence had been cut in four places, [[management]] said.

    reference: Sales of salt in the March quarter were flat, the authority said.
    translation: In the quarter of March sales of salt were flat, [[the company]] said.

    reference: "It is the pupils who waited longest," said Ana Ruiz. Luis Prado was of another mind.
    translation: "It is the pupils who waited longest," said [[Luis Prado]].

    reference: The roof of the market had fallen in, the town council said.
    translation: The roof of the market had fallen in, according to [[the army]].

    Allowed:
    reference: Four people were hurt when a tram left the rails, the coast guard said.
    translation[ru]: Четверо пострадали, когда сошёл с рельсов трамвай, сообщила береговая охрана.

    reference: According to the police about 300 took part; the organisers counted 900.
    translation: 900 people took part, according to the organisers, 300 according to the police.

    reference[ru]: Мельницу откроют в мае, заявил вице-премьер Иван Ласточкин.
    translation[en]: The mill will open in May, a deputy prime minister said.

    reference: The town council said that the bridge would be closed.
    translation: The bridge would be closed, according to the mayor.

    reference[de]: Jonas Behr, der für die Soziale Liste verhandelt, warnte vor Neuwahlen.
    translation[de]: Neuwahlen seien falsch, warnte Jonas Behr von der Sozialen Liste.

    reference: He put the cost of the dig at 2.4 million euros.
    translation[de]: Die Kosten der Grabung bezifferte er auf 2,4 Millionen Euro.

    reference[ru]: Губернатор Олег Рудин сообщил, что паром вернётся на линию в мае.
    translation[ru]: Паром вернётся на линию в мае, рассказал глава региона.

    reference[es]: El ministro de Exteriores de Nordia anunció que la embajada seguirá abierta.
    translation[es]: La embajada seguirá abierta, anunció el jefe de su diplomacia.

    reference[es]: Un tercio de los faros está a oscuras, según una encuesta de Portalba.
    translation[es]: Un tercio de los faros está a oscuras, según Portalba.

    reference: Deputy Harbour Minister Ilse Korn said the port was not asked and kept its plan.
    translation: The port was not asked, according to Ilse Korn, the deputy head, who said so.

    reference[ar]: وقال رئيس الوزراء نديم عوض إن الحكومة ستدفع تعويضات لكل أسرة.
    translation: Every family will be compensated, Prime Minister Nadim Awad said.

    reference: Police reported the theft, while the dealer declined to comment.
    reference[de]: Der Händler meldete den Diebstahl, die Polizei wollte sich nicht äußern.
    translation: Police reported the theft, while the dealer declined to comment.

    reference: "Two guards are in hospital, doctors call them stable," minister Ana Ruiz said.
    translation: She said two guards were in hospital; doctors believed them to be stable.

    reference: "The road is open," said Mayor Ana Ruiz, who came on Friday.
    translation: Ana Ruiz, the mayor, who came on Friday, described the road as open again.

    reference[ru]: Об этом сообщил журналистам и.о. министра культуры края Глеб Лосев.
    translation[ru]: Об этом рассказал исполняющий обязанности министра края Глеб Лосев.

    reference[zh]: 据医生说，患者的病情已经稳定。
    translation: The patient's condition is stable, doctors said.

    reference: Shippers had asked for three quays, and families of fishermen had wanted a park.
    translation: Families of fishermen had hoped for a park; shippers had sought three quays.

    reference: "The road is open," said Karel Novak, the mayor.
    translation: "The road is open," the mayor said.

    reference: Karel Novak, the mayor, said the road was open. "It is safe," he said.
    translation: "It is safe," Novak said.

    reference: Novak, who came with a friend, was glad. "I waited for years," he told reporters.
    translation: The friend of Novak came along. "I waited for years," he told reporters.

    reference: "The road is open," the ministry said.
    translation: "The road is open," a spokesman for the ministry said.

    reference: "The letters were in a cupboard," a police spokesman said.
    translation: "The letters were in a cupboard," said a spokeswoman, Detective Lea Holm.

    reference: A ticket might cost less, according to Nordia's chief executive, Karel Novak.
    translation: A ticket could cost less, chief executive Karel Novak announced.

    reference: The road is open, said Karel Novak.
    reference: Anna Bek said the road is open.
    translation: Anna Bek said the road is open.
    """
    flagged: list[Span] = []
    for mine, candidates in renderings(article):
        mark = _misquoted(article, mine, [c for c in candidates if c.shared >= shared])
        if mark is not None and not _shows_nothing(article, mark):
            flagged.append(mark.span)
            yield mark
    for quoted in rendered_abroad(article):
        mark = _abroad(quoted)
        if mark is not None:
            flagged.append(mark.span)
            yield mark
    tellers = Tellers(article)
    for pair in article.comparisons:
        for here, there, key in exchanged_speakers(pair):
            if not any(here.overlaps(s) for s in flagged):
                flagged.append(here)
                shown = article.reference_evidence(key, there)
                yield _mark(article, here, shown, Severity.CRITICAL)
        told = pair.segment.facts.attributions
        for statement in pair.once(statements):
            if retold(statement.mine, told) or _is_told_of(statement.mine, told):
                continue  # "her opponents say that she promised": others tell it
            if any(tells_within(pair, w, statement.mine) for w in pair.witnesses):
                continue
            if counts_too(pair, statement.mine):
                continue
            mark = _misattributed(pair, statement) or _given(pair, statement.mine, tellers, shared)
            if mark is None or _shows_nothing(article, mark):
                continue
            if not any(mark.span.overlaps(s) for s in flagged):
                yield mark


def _misquoted(article: Article, mine: Utterance, found: Sequence[Rendering]) -> Mark | None:
    """Mark a quotation whose speaker no reference that has it agrees with."""
    quotation = mine.pieces[0]
    if not found or not is_told(quotation.speaker):
        return None
    theirs = [r.theirs.pieces[0] for r in found]
    if len(mine.content) < _FEW and not all(_is_verbatim(article, mine, r) for r in found):
        return None
    if not all(are_apart(article, quotation.speaker, t.speaker) for t in theirs):
        return None
    other, key = theirs[0], str(found[0].theirs.key)
    shown = article.reference_evidence(key, other.speaker_span or other.span)
    span = quotation.speaker_span or quotation.span
    return _mark(article, span, shown, gravity(article, quotation, other))


def _is_verbatim(article: Article, mine: Utterance, found: Rendering) -> bool:
    """Whether a short quotation is the same to the letter: *"We will not pay."*"""
    own, other = mine.pieces[0].span, found.theirs.pieces[0].span
    there = article.references[str(found.theirs.key)].document.text
    text = fold_word(own.of(article.story.document.text))
    return text == fold_word(other.of(there)) and len(text.split()) >= _SENTENCE


def _shows_nothing(article: Article, mark: Mark) -> bool:
    """Whether both sides have the same words, *he*: whom either means is a guess."""
    return mark.span.of(article.story.document.text) == mark.evidence[0].quote


def _misattributed(pair: Comparison, statement: Statement) -> Mark | None:
    """Mark a reported statement whose speaker no linked sentence has."""
    mine = statement.mine
    if not is_told(mine.speaker) or not statement.theirs:
        return None
    related = (w for w in pair.witnesses if _related(pair, w))
    others = [
        (w, a) for w in related for a in attributions(w.segments) if not _is_nobody(a, w.lang)
    ]
    if not others or not all(are_apart_here(pair, w, mine, a) for w, a in others):
        return None
    if any(a.speaker and a.speaker.roles & _VAGUE for _, a in others) or is_junior(mine):
        return None
    if any(same_words(pair.pairings[w.key], mine) for w in pair.witnesses):
        return None
    if all(_is_told_beside(pair, w, mine, a) for w, a in others):
        return None
    witness, other = statement.theirs[0]
    shown = witness.evidence(other.source_span or other.span)
    grave = gravity(pair.whole, mine, other)
    return _mark(pair.whole, mine.source_span or mine.span, shown, grave)


def _is_told_beside(
    pair: Comparison, witness: Witness, mine: Attribution, theirs: Attribution
) -> bool:
    """Whether the witness tells of the speaker otherwise, and *theirs* says nothing that he says.

    *Families wanted more, prosecutors asked for six years*: each is told of for himself.
    """
    if shared_words(pair, witness, mine, theirs) or mine.source_span is None:
        return False
    pairing = pair.pairings[witness.key]
    source = theirs.source_span or theirs.span
    inside = {*pairing.theirs.inside(source), *pairing.theirs.inside(theirs.span)}
    named = (pairing.forward[i] for i in pairing.mine.inside(mine.source_span))
    return any(j is not None and j not in inside and pairing.theirs.is_content[j] for j in named)


def _is_nobody(one: Attribution, lang: str) -> bool:
    """Whether an adverb stands where a source would: *which he has always denied*."""
    return one.speaker is None and one.source in load_pack(lang).words("attribution", "nobody")


def _given(pair: Comparison, mine: Attribution, tellers: Tellers, least: float) -> Mark | None:
    """Mark a statement that somebody else makes wherever the references have it."""
    speaker, whole = mine.speaker, pair.whole
    if speaker is None or not speaker.known or mine.source_span is None or is_junior(mine):
        return None
    found = sorted(tellers.of(pair, mine), key=lambda t: (-t.shared, t.key))
    if not found or found[0].shared < least:
        return None
    alike = [t for t in found if t.shared >= found[0].shared / 2]
    if any(same_speaker(speaker, t.one.speaker) for t in alike):
        return None
    sure = [t for t in found if t.shared >= least]
    if mine.stance in ANSWERS and any(t.one.stance not in ANSWERS for t in sure):
        return None  # whoever answers says what the others claim
    if not all(t.one.source_span and are_apart(whole, speaker, t.one.speaker) for t in sure):
        return None
    if any(speaker.spelt & t.one.speaker.spelt for t in sure if t.one.speaker):
        return None  # Bona Film, Bona Pictures
    best = sure[0]
    shown = whole.reference_evidence(best.key, best.one.source_span or best.one.span)
    return _mark(whole, mine.source_span, shown, gravity(whole, mine, best.one))


def _is_told_of(mine: Attribution, told: Sequence[Attribution]) -> bool:
    """Whether whoever speaks is the first that somebody else speaks of."""
    spoken = (a.scope.end for a in told if a.scope is not None and a.span.end <= a.scope.start)
    source = mine.source_span
    return source is not None and any(end <= source.start <= end + 1 for end in spoken)


def _related(pair: Comparison, witness: Witness) -> bool:
    """Whether some word pairs, or each sentence renders the other one as a whole."""
    pairing = pair.pairings[witness.key]
    return (pairing.foreign and pairing.entire) or any(j is not None for j in pairing.forward)


def _abroad(quoted: Abroad) -> Mark | None:
    """Mark a quotation of another language that its sentences attribute to nobody themselves."""
    mine, theirs = quoted.mine.pieces[0], quoted.theirs.pieces[0]
    said = any(a for i in quoted.mine.segments for a in _said(quoted, i))
    pair, witness, whole = quoted.pair, quoted.witness, quoted.pair.whole
    if said or not is_told(mine.speaker):
        return None
    spans = mine.speaker_span, theirs.speaker_span
    sides = is_of_another_side(pair, witness, (mine.speaker, theirs.speaker), spans)
    if not sides and not are_apart(whole, mine.speaker, theirs.speaker):
        return None
    shown = witness.evidence(theirs.speaker_span or theirs.span)
    return _mark(whole, mine.speaker_span or mine.span, shown, gravity(whole, mine, theirs))


def _said(quoted: Abroad, index: int) -> tuple[Attribution, ...]:
    return quoted.mine.story.segments[index].facts.attributions


def _mark(article: Article, span: Span, shown: Evidence, severity: Severity) -> Mark:
    return Mark.against(article.evidence(span), shown, severity, place="speaker in article")
