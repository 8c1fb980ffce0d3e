"""Rule ``speaker-changed``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Attribution, Quotation, Span, Speaker
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.identity import same_speaker
from transdiff.language.pack import load_pack
from transdiff.language.reporting import JUNIOR, reporting, retold
from transdiff.language.words import fold_word
from transdiff.model import Evidence, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.quotes.abroad import Abroad, rendered_abroad
from transdiff.rules.quotes.own_words import counts_too, same_words, tells_within
from transdiff.rules.quotes.sides import (
    exchanged_speakers,
    is_held_by_another,
    is_of_another_side,
    is_unheard_body,
)
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
    if not found or not _told(quotation.speaker):
        return None
    theirs = [r.theirs.pieces[0] for r in found]
    if len(mine.content) < _FEW and not all(_is_verbatim(article, mine, r) for r in found):
        return None
    if not all(_differs(article, quotation.speaker, t.speaker) for t in theirs):
        return None
    other, key = theirs[0], str(found[0].theirs.key)
    shown = article.reference_evidence(key, other.speaker_span or other.span)
    span = quotation.speaker_span or quotation.span
    return _mark(article, span, shown, _grave(article, quotation, other))


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
    if not _told(mine.speaker) or not statement.theirs:
        return None
    related = (w for w in pair.witnesses if _related(pair, w))
    others = [
        (w, a) for w in related for a in attributions(w.segments) if not _is_nobody(a, w.lang)
    ]
    if not others or not all(_is_other(pair, w, mine, a) for w, a in others):
        return None
    if any(a.speaker and a.speaker.roles & _VAGUE for _, a in others) or _junior(mine):
        return None
    if any(same_words(pair.pairings[w.key], mine) for w in pair.witnesses):
        return None
    if all(_is_told_beside(pair, w, mine, a) for w, a in others):
        return None
    witness, other = statement.theirs[0]
    shown = witness.evidence(other.source_span or other.span)
    grave = _grave(pair.whole, mine, other)
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


def _is_other(pair: Comparison, witness: Witness, mine: Attribution, theirs: Attribution) -> bool:
    """Whether two speakers cannot be one, by who or, across languages, by what they are."""
    if _differs(pair.whole, mine.speaker, theirs.speaker) or is_unheard_body(pair, mine, theirs):
        return True
    spans = mine.source_span, theirs.source_span
    return is_of_another_side(pair, witness, (mine.speaker, theirs.speaker), spans)


def _given(pair: Comparison, mine: Attribution, tellers: Tellers, least: float) -> Mark | None:
    """Mark a statement that somebody else makes wherever the references have it."""
    if mine.speaker is None or not mine.speaker.known or mine.source_span is None or _junior(mine):
        return None
    found = sorted(tellers.of(pair, mine), key=lambda t: (-t.shared, t.key))
    if not found or found[0].shared < least:
        return None
    alike = [t for t in found if t.shared >= found[0].shared / 2]
    if any(same_speaker(mine.speaker, t.one.speaker) for t in alike):
        return None
    sure = [t for t in found if t.shared >= least]
    if mine.stance in ANSWERS and any(t.one.stance not in ANSWERS for t in sure):
        return None  # whoever answers says what the others claim
    whole = pair.whole
    if not all(t.one.source_span and _differs(whole, mine.speaker, t.one.speaker) for t in sure):
        return None
    if any(mine.speaker.spelt & t.one.speaker.spelt for t in sure if t.one.speaker):
        return None  # Bona Film, Bona Pictures
    best = sure[0]
    shown = pair.whole.reference_evidence(best.key, best.one.source_span or best.one.span)
    grave = _grave(pair.whole, mine, best.one)
    return _mark(pair.whole, mine.source_span, shown, grave)


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
    pair, witness = quoted.pair, quoted.witness
    if said or not _told(mine.speaker):
        return None
    spans = mine.speaker_span, theirs.speaker_span
    sides = is_of_another_side(pair, witness, (mine.speaker, theirs.speaker), spans)
    if not sides and not _differs(pair.whole, mine.speaker, theirs.speaker):
        return None
    shown = quoted.witness.evidence(theirs.speaker_span or theirs.span)
    span = mine.speaker_span or mine.span
    return _mark(quoted.pair.whole, span, shown, _grave(quoted.pair.whole, mine, theirs))


def _said(quoted: Abroad, index: int) -> tuple[Attribution, ...]:
    return quoted.mine.story.segments[index].facts.attributions


def _differs(article: Article, mine: Speaker | None, theirs: Speaker | None) -> bool:
    """Whether these cannot be one: two people, or a name for somebody whom nobody named."""
    bare = any(s is not None and s.names and not s.person for s in (mine, theirs))
    same = same_speaker(mine, theirs, article.people if bare else frozenset())
    if same is None and mine and theirs and theirs.unnamed and mine.names and mine.named:
        noun = nouns_have_capitals(mine.lang) and not mine.person
        return not noun and not mine.roles & theirs.roles
    if same is None and mine and theirs and is_held_by_another(article, mine, theirs):
        return True
    return same is False


def _told(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.known


def _junior(mine: Attribution) -> bool:
    """An unnamed source instead of a named one weakens the claim; it misattributes nothing."""
    return bool(mine.speaker and mine.speaker.roles & JUNIOR and not mine.speaker.names)


def _grave(
    article: Article, mine: Quotation | Attribution, theirs: Quotation | Attribution
) -> Severity:
    """Critical where it is certain who spoke on either side, major where he is unnamed there.

    Major also where the article has a pronoun, minor where it is not certain whom one means: it may
    be the true speaker, if the article tells of him at all.
    """
    mine_span = mine.speaker_span if isinstance(mine, Quotation) else mine.source_span
    here, there = mine.speaker, theirs.speaker
    if mine_span is None or here is None or there is None or not there.sure:
        return Severity.MINOR
    if not here.sure:
        return Severity.MAJOR if _is_unheard(article, there) else Severity.MINOR
    if not here.named or there.unnamed or there.roles & JUNIOR:
        return Severity.MAJOR
    return Severity.CRITICAL


def _is_unheard(article: Article, there: Speaker) -> bool:
    """Whether the article has no word of who speaks there, so that no pronoun can mean him."""
    if not there.person or article.said_here.spellings.keys() & set(there.names):
        return False
    roles = reporting(article.story.lang).roles
    words = (s.facts.words for s in article.story.segments)
    return not any(value in there.roles for one in words for value, _, _ in roles.all(one))


def _mark(article: Article, span: Span, shown: Evidence, severity: Severity) -> Mark:
    return Mark.against(article.evidence(span), shown, severity, place="speaker in article")
