"""Rule ``omission-reply``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article
from transdiff.facts import Attribution, Span, Speaker
from transdiff.language.content import content_stems
from transdiff.language.identity import same_speaker
from transdiff.model import Role, Segment
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.left import nothing_own
from transdiff.rules.coverage.rebuttals import rebuttal
from transdiff.rules.coverage.replies import calls_untrue, denies, excuses, replies

_JOINTS = frozenset(",;:—–،؛、，；：")
"""What parts a sentence into clauses."""
_TOLD = 0.6
"""Share of the words of a clause in another language with whom and what it is about."""
_DEEDS = frozenset({"criticise", "protest", "oppose", "sue", "complain"})
"""Replies that are told by what they are; what is denied may be anything."""
_OF_OTHERS = frozenset({"police", "prosecutor", "court", "media", "agency"})
"""Who tells what others did or knew."""


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_reply(article: Article, *, covered: float = 0.34) -> Iterator[Mark]:
    """Report that a denial or objection of one side is missing from the article.

    Most wire sentences may go when a story is cut; the other side's reply may not, nor may the
    finding that there is nothing to a charge. A reference sentence is meant when it holds a verb of
    denial, says that no sign of a fault was found, or that somebody did not know or did no wrong;
    and when those of whom the sentence before speaks, which the article has, say the contrary in
    it. It is reported if nobody who may be the same speaker denies anything in the article, what
    the article made of it denies nothing, and, where it made nothing of it, sentences that deny
    have no more than the share *covered* of its words.

    Flagged with linked=false:
        reference: The mayor denied taking any money from the builders.
        translation: A company is under investigation.[[]]

    Flagged with linked=false:
        reference[es]: El alcalde negó haber recibido dinero de los constructores.
        translation[es]: Una empresa está bajo investigación.[[]]

    Flagged with linked=false:
        reference: The head inspector, Ida Oru, said her team had seen no evidence of fraud.
        translation: Some tally sheets were altered overnight.[[]]

    Flagged:
        reference: Critics called the rescue slow, which Commander Ruiz disputed. Two boats came.
        translation: Critics called the rescue slow. Two boats came.[[]]

    Flagged with linked=false:
        reference: Voltar denied this.
        translation: The divers say that the owner, Voltar, cut their nets.[[]]

    Flagged:
        reference: Critics said the yard was growing too fast, a charge Voltar rejects.
        translation: Critics said the yard was growing too fast.[[]]

    Flagged:
        reference: The captain admitted that he had owned the boat but denied that it was a gift.
        translation: The captain admitted that he had owned the boat.[[]]

    Flagged:
        reference: Voltar, which owns the boat, said it had not been told of the gale warning.
        translation: Voltar, which owns the boat, let it sail in spite of a gale warning.[[]]

    Flagged with linked=false:
        reference: The skipper told investigators that he had nothing to do with the cut nets.
        translation: A skipper is being held over cut nets.[[]]

    Allowed with linked=false:
        reference: Police said the buyer had no knowledge of the theft.
        translation: A stolen bell was sold at a market.

    Flagged with linked=auto:
        reference: She wrote to the mayor and got no reply. The mayor's office said it had answered.
        translation: She wrote to the mayor and got no reply.[[]]

    Allowed:
        reference[ru]: Директор завода опроверг сообщения о закрытии цеха и назвал их слухами.
        translation[ru]: Директор завода назвал слухами сообщения о том, что цех закроют.

        reference: Voltar, which owns the boat, said it had not been told of the gale warning.
        translation: Voltar, which owns the boat, said that nobody had told it of the gale warning.

    Allowed with linked=false:
        reference: The captain never disputed that he had left the bridge.
        translation: The ferry ran aground in May.

    Allowed with linked=false:
        reference: The players will contest a rapid chess tie-break on Wednesday.
        translation: Ana Bek beat the champion in the fourth game.

    Flagged with linked=false:
        reference: The company contests the charges.
        translation: A company is under investigation.[[]]

    Allowed with linked=false:
        reference: The boats met near a disputed reef.
        translation: A company is under investigation.

    Allowed with linked=false:
        reference: The boats met in contested waters. The yard rehired 40 dismissed welders.
        translation: A company is under investigation.

    Flagged with linked=false:
        reference: The elders of Mirza refused to sign, saying that the quota was too low.
        translation: Six villages joined the pact.[[]]

    Allowed with linked=false:
        reference: The mayor opened a bridge in June.
        translation: A company is under investigation.

    Allowed with linked=false:
        reference: The mayor denied taking any money from the builders.
        translation: The mayor says the builders never paid him any money, and rejects the charges.

    Allowed:
        reference: The mayor denied taking any money from the builders.
        translation: The mayor said he took nothing from the builders.

    Allowed:
        reference: Three inmates fell ill, Costa said. The ministry disputes the figure.
        translation: Three inmates fell ill, Costa said; the ministry contests that number.

    Allowed:
        reference: The mayor dismissed the police chief on Thursday.
        translation: The police chief was sacked by the mayor on Thursday.

    Allowed with linked=false:
        reference: The keeper's lawyer rejected the reports as baseless.
        translation: There is nothing at all in stories about the keeper, his counsel said.
    """
    lang = article.story.lang
    denying = (s for _, s in article.compared() if denies(s, lang))
    said = frozenset().union(*(content_stems(s.facts.words, lang) for s in denying))
    mine = [i for i, s in article.compared() if replies(s, lang) or calls_untrue(s, lang)]
    for key, reference in article.references.items():
        for index, segment in enumerate(reference.segments):
            support = article.support_of.get((key, index), ())
            found = replies(segment, reference.lang) if segment.compared else []
            if not found:
                found = excuses(segment, reference.lang) if support or _pleads(segment) else []
            if not found and not support:
                found = _answered(article, key, index)
            if not found or any(_may_answer(article, i, segment) for i in mine):
                continue
            if not support and _brings_charge(segment):
                continue
            place = (key, index)
            if support and (_denied_in(article, place) or _speaks(article, support, segment)):
                continue
            if any(_renders(article, i, place) for i in support):
                continue
            if not support and _share(segment, found, (reference.lang, lang), said) > covered:
                continue
            evidence = article.reference_evidence(key, segment.span, Role.MISSING)
            reply = found[0].of(reference.document.text)
            message = f'missing: {key} has a reply ("{reply}"), the article does not'
            size = len(content_stems(segment.facts.words, reference.lang))
            sure = not support and reference.lang == lang and nothing_own(article, size)
            yield Mark(article.place_of_missing(key, index), message, (evidence,), sure=sure)


def _renders(article: Article, index: int, place: tuple[str, int]) -> bool:
    """Whether a sentence says what one of another language says, which is a single clause.

    Who objects to what is told there; that objecting is the verb, which no list need know.
    """
    key, j = place
    pair = article.comparison_at(article.story.segments[index].span)
    witness = next((w for w in pair.witnesses if w.key == key), None) if pair else None
    if pair is None or witness is None or witness.indices != (j,):
        return False
    pairing = pair.pairings[key]
    words = pairing.theirs.content
    said = sum(pairing.backward[i] is not None for i in words)
    return pairing.foreign and said >= _TOLD * len(words) and _is_plain(witness.segments[0])


def _is_plain(segment: Segment) -> bool:
    """Whether a sentence has no second clause that could be left out."""
    return all(w.text not in _JOINTS for w in segment.facts.words[:-1])


def _pleads(segment: Segment) -> bool:
    """Whether those who speak may speak for themselves: the police do so of others."""
    speakers = [a.speaker for a in segment.facts.attributions if a.speaker]
    return any(_OF_OTHERS.isdisjoint(speaker.roles) for speaker in speakers)


def _answered(article: Article, key: str, index: int) -> list[Span]:
    """Return how a sentence that is missing answers the one before it, which the article has."""
    story = article.references[key]
    if (
        not index
        or (key, index - 1) not in article.support_of
        or not story.segments[index].compared
    ):
        return []
    found = rebuttal(story.segments[index - 1], story.segments[index], story.lang)
    return [found] if found is not None else []


def _brings_charge(segment: Segment) -> bool:
    """Whether a missing sentence has the charge itself that it denies: nobody is left accused."""
    return any(a.stance == "accusation" for a in segment.facts.attributions)


def _speaks(article: Article, places: Sequence[int], theirs: Segment) -> bool:
    """Whether the sentences made from a reply give the words of whoever it names, if mildly.

    What else the reply's sentence has of the same speaker is no reply: *he owned the boat but
    denied that it was a gift*.
    """
    speakers = [s for s in _speakers(theirs) if s.names]
    said = [a for i in places for a in article.story.segments[i].facts.attributions]
    others = [a for a in theirs.facts.attributions if a.stance != "denial"]
    mine, besides = (sum(_by_one_of(a, speakers) for a in found) for found in (said, others))
    return mine > besides


def _by_one_of(one: Attribution, speakers: Sequence[Speaker]) -> bool:
    own = one.speaker
    return own is not None and bool(own.names) and any(same_speaker(own, s) for s in speakers)


def _may_answer(article: Article, index: int, theirs: Segment) -> bool:
    """Whether two replies may be one: nothing tells that others speak in them.

    A reply of the article with no speaker of its own is that of the reference sentences it was
    made from, if these reply: then it is nobody else's, unless they name the other's speaker.
    """
    mine, there = article.story.segments[index], _speakers(theirs)
    here = _speakers(mine)
    linked = [(article.references[key], j) for key, j in article.support_for(index)]
    sources = [story.segments[j] for story, j in linked]
    replied = [s.segments[j] for s, j in linked if replies(s.segments[j], s.lang)]
    if here and there:
        verdicts = {same_speaker(a, b) for a in here for b in there}
        alike = all(s.lang == article.story.lang for s, _ in linked)
        if verdicts == {None} and linked and alike and theirs not in sources:
            return _on_one_thing(mine, theirs, article.story.lang)
        return verdicts != {False}
    names = {part for speaker in there for part in speaker.names}
    if not names or not replied or theirs in replied:
        return True
    said = {part for s in (mine, *sources) for name in s.facts.names for part in name.parts}
    return bool(names & said)


def _on_one_thing(mine: Segment, theirs: Segment, lang: str) -> bool:
    """Whether two replies have a word in common beside who denies and the verb."""
    told = []
    for segment in (mine, theirs):
        spans = [a.source_span or a.span for a in segment.facts.attributions]
        spans += [a.span for a in segment.facts.attributions] + replies(segment, lang)
        words = [w for w in segment.facts.words if not any(s.overlaps(w.span) for s in spans)]
        told.append(content_stems(tuple(words), lang))
    return not told[0].isdisjoint(told[1])


def _speakers(segment: Segment) -> list[Speaker]:
    return [a.speaker for a in segment.facts.attributions if a.speaker and a.stance == "denial"]


def _denied_in(article: Article, place: tuple[str, int]) -> bool:
    """Whether the sentences made from the reply at *place* deny anything, or their neighbours.

    A neighbour that was made from another denial of a reference denies that one; one that has no
    word of the reply denies something else.
    """
    segments, lang = article.story.segments, article.story.lang
    places = article.support_of[place]
    near = {i + step for i in places for step in (-1, 1) if 0 <= i + step < len(segments)}
    own = {*places, *(i for i in near if not _denies_another(article, i, place))}
    if any(_answers_alike(segments[i], article, place) for i in places):
        return True
    return any(
        denies(segments[i], lang) and (i in places or _may_render(article, i, place)) for i in own
    )


def _answers_alike(segment: Segment, article: Article, place: tuple[str, int]) -> bool:
    """Whether a sentence has a word for the very deed of the reply: *criticism*, *criticised*."""
    story = article.references[place[0]]
    reply = story.segments[place[1]]
    spans = replies(reply, story.lang)
    deeds = {
        m.value
        for m in reply.facts.markers
        if m.kind == "event" and any(s.overlaps(m.span) for s in spans)
    }
    deeds &= _DEEDS
    return any(m.kind == "event" and m.value in deeds for m in segment.facts.markers)


def _may_render(article: Article, index: int, place: tuple[str, int]) -> bool:
    """Whether a neighbour of what was made from the reply at *place* may be a part of it.

    Across languages no words tell; there it must not have been made from another sentence.
    """
    story = article.references[place[0]]
    if story.lang != article.story.lang:
        return all(key != place[0] for key, _ in article.support_for(index))
    mine = article.story.segments[index]
    return _on_one_thing(mine, story.segments[place[1]], article.story.lang)


def _denies_another(article: Article, index: int, place: tuple[str, int]) -> bool:
    """Whether an article sentence was made from a sentence with a denial, and not from *place*."""
    linked, stories = article.support_for(index), article.references
    return place not in linked and any(
        denies(stories[key].segments[j], stories[key].lang) for key, j in linked
    )


def _share(
    segment: Segment, replies: Sequence[Span], langs: tuple[str, str], said: frozenset[str]
) -> float:
    """Share of the sentence's content words that the article has; 0 across languages.

    The verb that denies and who denies are left out: they are in every reply of the same people.
    """
    lang, into = langs
    spans = [*replies, *(a.source_span for a in segment.facts.attributions if a.source_span)]
    words = tuple(w for w in segment.facts.words if not any(s.overlaps(w.span) for s in spans))
    stems = content_stems(words, lang)
    return len(stems & said) / len(stems) if stems and lang == into else 0.0
