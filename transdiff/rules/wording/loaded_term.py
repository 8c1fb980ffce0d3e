"""Rule ``loaded-term``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Facts, Span, Term, Word
from transdiff.language.concepts import Concept, concept
from transdiff.language.denials import denials, governed
from transdiff.language.reading import read
from transdiff.language.synonyms import has_synonym
from transdiff.model import Evidence, Role, Segment, Severity, Story
from transdiff.rule import Mark, rule
from transdiff.rules.wording.regimes import bare_place

_SO_CALLED = (
    "so-called",
    "так называем",
    "cái gọi là",
    "所谓",
    "sogenannt",
    "soi-disant",
    "いわゆる",
)

_COLOURS = frozenset({"loaded", "hostile"})
"""Stances that colour a sentence where nothing neutral stands in their place."""
_NEAR = 6
"""Words around a loaded word and a plain verb within which the same people and places stand."""
_COMPANY = 2
"""How many of them have to be in both texts."""


@rule(group="wording", category="loaded_term", severity="major", scope="article")
def loaded_term(article: Article) -> Iterator[Mark]:
    """Report a word that takes a side where every aligned reference uses another class of word.

    The concept table sorts the words for one thing into classes of stance (*lightning offensive*
    and *blitzkrieg*, *took*, *liberated*, *occupied*, *retook*). The rule rates words, never
    events, and works the same in every direction: a form is reported when no reference has its
    class. The neutral word is never reported, or, in a house style that prefers another class,
    that one; nor is quoted speech or a word that is attributed (*so-called*). A place that was
    *liberated* where it was *taken* weighs major, a grave form of the table.

    Flagged:
        reference: The army began a swift offensive along the river on Friday.
        translation: The army began a [[blitzkrieg]] along the river on Friday.

        reference: Several hundred protesters gathered outside the town hall.
        translation: Several hundred [[rioters]] gathered outside the town hall.

        reference: Outside the hall, about 200 nurses held a peaceful protest against the cuts.
        translation: A [[mob]] of some 200 nurses gathered outside the hall over the cuts.

        reference: The government rejected the proposal.
        translation: The [[regime]] rejected the proposal.

        reference: An armed group attacked the checkpoint at dawn.
        translation: [[Terrorists]] attacked the checkpoint at dawn.

        reference: Government forces took control of the town.
        translation: Government forces [[liberated]] the town.

        reference: Government forces liberated the town.
        translation: Government forces [[occupied]] the town.

        reference: Some 900 villagers have left their homes along the canal.
        translation: Some 900 villagers have been [[expelled]] from their homes along the canal.

        reference: Senator Paul Greer left the committee before the vote.
        translation: The [[cowardly]] senator Paul Greer walked out before the committee's vote.

        reference: The heads of the cooperative will meet on Monday.
        translation: The [[kingpins]] of the cooperative will meet on Monday.

        reference: The strikers of SEG are asking for four more days of leave.
        translation: The [[militants]] of SEG want four more days of leave.

        reference: Tehran said that the talks would go on, and blamed the delay on its neighbours.
        translation: The [[regime]] in Tehran said the talks would go on.

        reference[ru]: Несколько сотен протестующих собрались у мэрии.
        translation: Several hundred [[rioters]] gathered outside the town hall.

        reference[es]: El grupo armado atacó el puesto al amanecer.
        translation[es]: Los [[terroristas]] atacaron el puesto al amanecer.

    Flagged with linked=false:
        reference: Fighters held nine engineers. The armed group let them go on Tuesday.
        translation: The captives had spent months in the hands of the [[terrorists]].

        reference: In August 640 migrants arrived in small boats.
        translation: A [[flood of migrants]] reached the island in August, 640 in small boats.

    Allowed:
        reference[fr]: Le parquet de Lunel a ouvert une enquête pour homicide volontaire.
        translation: Prosecutors in Lunel have opened a murder investigation.

        reference: The insurgents took three villagers hostage.
        translation: The militants took three villagers hostage.

        reference: Several hundred rioters smashed windows near the town hall.
        translation: Several hundred rioters smashed windows near the town hall.

        reference: The protest outside the town hall ended peacefully.
        translation: There were no riots outside the town hall.

        reference: Terrorists attacked the checkpoint, the ministry said.
        translation: Gunmen attacked the checkpoint, the ministry said.

        reference: "We will not talk to this regime," she said of the government.
        translation: "We will not talk to this regime," she said of the government.

        reference: The government rejected the proposal.
        reference: The regime rejected the proposal.
        translation: The regime rejected the proposal.

        reference: Critics called senator Paul Greer a coward for leaving before the vote.
        translation: Senator Paul Greer was branded cowardly by critics for leaving before the vote.

        reference: A low-cost airline cancelled flights.
        translation: A low-cost airline cancelled flights under the new tax regime.
    """
    for pair in article.comparisons:
        for term in _judging(article, pair.segment):
            mark = None if _shared(pair, term) else _mark(pair, term)
            if mark is not None:
                yield mark
    for index in article.alignment.unsupported:
        for term in _judging(article, article.story.segments[index]):
            mark = _unlinked(article, term) if term.form == "loaded" else None
            if mark is not None:
                yield mark


def _judging(article: Article, segment: Segment) -> Iterator[Term]:
    """Yield the words of the segment that the table sorts by stance, in the article's own voice."""
    for term in segment.facts.terms:
        entry = concept(term.concept)
        if entry is None or entry.domain != "loaded":
            continue
        if term.form == article.style.preferred(term.concept, "neutral"):
            continue
        if not (_set_apart(article, segment, term.span) or _denied(segment, term, article)):
            yield term


def _denied(segment: Segment, term: Term, article: Article) -> bool:
    """Whether the article says that there was no such thing: *there were no riots*."""
    if not any(m.kind == "negation" and m.value == "not" for m in segment.facts.markers):
        return False
    reading = read([segment.facts], article.story.lang)
    own = reading.inside(term.span)
    return any(not set(own).isdisjoint(governed(reading, cue)[:1]) for cue in reading.once(denials))


def _unlinked(article: Article, term: Term) -> Mark | None:
    """Mark a loaded word in a sentence that has no link, where every reference has another class.

    At least one has to name the thing at all, and none in this class.
    """
    found = [
        (key, other)
        for key, story in article.references.items()
        for segment in story.segments
        if segment.compared
        for other in segment.facts.terms
        if other.concept == term.concept
    ]
    if not found or any(other.form == term.form for _, other in found):
        return None
    key, other = found[0]
    value = f"{term.concept}:{other.form}"
    evidence = article.reference_evidence(key, other.span, value=value)
    return Mark.against(article.evidence(term.span), evidence, _severity(term))


def _severity(term: Term) -> Severity | None:
    entry = concept(term.concept)
    return Severity(entry.severity) if entry is not None and entry.severity else None


def _is_grave(pair: Comparison, witness: Witness, term: Term, other: Term) -> bool:
    """Whether a form that the table calls grave judges what was done to a place that both name."""
    entry = concept(term.concept)
    if entry is None or entry.grave.count(term.form) + entry.grave.count(other.form) != 1:
        return False
    pairing = pair.pairings[witness.key]
    here, there = pairing.mine.inside(term.span), pairing.theirs.inside(other.span)
    places = (n.span for n in pair.segment.facts.names if n.kind != "person")
    named = (i for span in places for i in pairing.mine.inside(span) if _gap(i, here) <= _NEAR)
    return any((j := pairing.forward[i]) is not None and _gap(j, there) <= _NEAR for i in named)


def _set_apart(article: Article, segment: Segment, span: Span) -> bool:
    """Whether the word is quoted, part of a name, or said to be somebody's word."""
    facts = segment.facts
    quoted_or_named = [q.span for q in facts.quotations] + [n.span for n in facts.names if n.sure]
    if any(s.contains(span) for s in quoted_or_named):
        return True
    text = article.story.document.text
    before = text[max(0, span.start - 30) : span.start].casefold()
    return any(marker in before for marker in _SO_CALLED)


def _shared(pair: Comparison, term: Term) -> bool:
    """Whether a linked text has the same class of word for the concept, or the very word.

    Or the term of art that the word is too: *murder* is what somebody is charged with.
    """
    stems = {w.stem for w in pair.segment.facts.words if term.span.contains(w.span)}
    as_term = {t.concept for t in pair.segment.facts.terms if t.span == term.span} - {term.concept}
    for witness in pair.witnesses:
        for segment in witness.around:
            terms = segment.facts.terms
            if any((t.concept, t.form) == (term.concept, term.form) for t in terms):
                return True
            if any(t.concept in as_term for t in terms):
                return True
            if witness.lang == pair.lang and stems <= {w.stem for w in segment.facts.words}:
                return True
    return False


def _mark(pair: Comparison, term: Term) -> Mark | None:
    mine, entry, severity = pair.evidence(term.span), concept(term.concept), _severity(term)
    for witness in pair.witnesses:
        other = _counterpart(witness, term, pair.segment.facts)
        if other is not None and (term.form != "neutral" or _house_form(pair, other)):
            evidence = witness.evidence(other.span, value=f"{term.concept}:{other.form}")
            severity = Severity.MAJOR if _is_grave(pair, witness, term, other) else severity
            return Mark.against(mine, evidence, severity)
    if entry is not None and term.form != "neutral":
        for witness in pair.witnesses:
            plain = _plain_deed(pair, witness, term, entry)
            span = plain or bare_place(pair, witness, term)
            if span is not None:
                evidence = witness.evidence(span, value=f"{term.concept}:neutral")
                return Mark.against(mine, evidence, severity)
    coloured = entry is not None and entry.alone and term.form in _COLOURS
    if not coloured or not pair.witnesses or _known(pair.whole, term):
        return None
    best = max(pair.witnesses, key=lambda w: w.similarity)
    span = Span(best.segments[0].span.start, best.segments[-1].span.end)
    nearest: Evidence = best.evidence(span, Role.NEAREST)
    message = f'article "{mine.quote}" · {best.key} has no such word'
    return Mark(term.span, message, (nearest,), severity)


def _plain_deed(pair: Comparison, witness: Witness, term: Term, entry: Concept) -> Span | None:
    """The reference's plain verb for what the article judges: *left* for *were expelled*.

    Words near the two have to pair, and the verb must not be said in the article as well.
    """
    pairing = pair.pairings[witness.key]
    cues = pairing.theirs.of_kind("event", *entry.events) if entry.events else ()
    own = pairing.mine.inside(term.span)
    for cue in cues:
        answered = pairing.backward[cue.first]
        if answered is not None and answered not in own and answered not in pairing.loose:
            continue
        beside = (i for i in pairing.mine.content if 0 < _gap(i, own) <= _NEAR)
        there = pairing.images(beside)
        if sum(_gap(j, range(cue.first, cue.end)) <= _NEAR for j in there) >= _COMPANY:
            return cue.marker.span
    return None


def _gap(index: int, words: range) -> int:
    """How many words *index* is away from *words*, 0 inside."""
    return max(words.start - index, index - words.stop + 1, 0)


def _known(article: Article, term: Term) -> bool:
    """Whether some reference takes this side anywhere, by this word, another one or a synonym."""
    for story in article.references.values():
        for segment in story.segments:
            if any((t.concept, t.form) == (term.concept, term.form) for t in segment.facts.terms):
                return True
    lang = article.story.lang
    words = [w for w in _words([article.story]) if term.span.contains(w.span)]
    theirs = _words(story for story in article.references.values() if story.lang == lang)
    new = [w for w in words if w.stem not in article.stems_of_references]
    return not new or any(has_synonym(w, theirs, lang) for w in new)


def _words(stories: Iterable[Story]) -> list[Word]:
    return [w for story in stories for segment in story.segments for w in segment.facts.words]


def _house_form(pair: Comparison, other: Term) -> bool:
    """Whether the reference's form is the one that the house style prefers."""
    return other.form == pair.whole.style.preferred(other.concept, "neutral")


def _counterpart(witness: Witness, term: Term, mine: Facts) -> Term | None:
    """The reference's word for the same thing, unless the article says that as well.

    What colours a sentence does so beside the neutral word too: *a flood of migrants arrived*.
    """
    said = {(t.concept, t.form) for t in mine.terms if term.form not in _COLOURS}
    for segment in witness.segments:
        for other in segment.facts.terms:
            if other.concept == term.concept and (other.concept, other.form) not in said:
                return other
    return None
