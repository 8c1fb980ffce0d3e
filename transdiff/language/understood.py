"""Who does a deed where its clause does not name him: *they*, *and led*, *it was Ana who*.

And whose deed it is where the verb tells it from the side of him who gets something: *received a
warning from the firm*. There the one from whom it comes acts upon him who gets it.
"""

from __future__ import annotations

from dataclasses import replace

from transdiff.language.deed_clauses import DeedClause, Voice
from transdiff.language.listed import listed_phrases
from transdiff.language.reading import Reading
from transdiff.language.reporting import reporting

_FAR = 4
"""Small words between a subject and its verb: *and have since then led*."""


def stands_in(clause: DeedClause) -> int | None:
    """Return the word before the verb that stands for its subject: a pronoun, *and*, *whose*."""
    reading, grammar, start = clause.reading, clause.grammar, clause.deed.start
    known = grammar.pronouns | grammar.joining | grammar.relative
    first = max(reading.sentence(start).start, start - 1 - _FAR)
    for at in range(start - 1, first - 1, -1):
        if reading.words[at].fold in known:
            return at
        if clause.carries(at) or clause.parts(at) or reading.words[at].fold in grammar.articles:
            return None
    return None


def understood(clause: DeedClause, earlier: frozenset[int]) -> frozenset[int]:
    """Return the subject for which a word stands; *earlier* is who did the deed before."""
    at = stands_in(clause)
    if at is None:
        return _owner(clause)
    reading, grammar = clause.reading, clause.grammar
    if reading.words[at].fold in grammar.relative:
        return antecedent(clause, at)
    return earlier


def antecedent(clause: DeedClause, relative: int) -> frozenset[int]:
    """Return what a relative pronoun stands for: *talks with Seoul, which*, *it was Ana who*."""
    end = relative - (relative > 0 and clause.reading.words[relative - 1].text == ",")
    near = clause.phrases(range(end - 1, -1, -1))[:1]
    return (
        clause.named(near[0]) if near and near[0].marker not in _of(clause.reading) else frozenset()
    )


def _owner(clause: DeedClause) -> frozenset[int]:
    """Return whose people act, with them: *the ship, whose crew called*."""
    for phrase in clause.before[:1]:
        at = phrase.words[0] - 1
        if phrase.marker in clause.grammar.owning and at > 0:
            return clause.named(phrase) | antecedent(clause, at)
    return frozenset()


def _of(reading: Reading) -> frozenset[str]:
    return reporting(reading.lang).of


def speakers_before(reading: Reading, index: int) -> list[frozenset[int]]:
    """Return who is told to have said something before *index* in its sentence."""
    first = reading.sentence(index).start
    told = (a.source_span for f in reading.facts for a in f.attributions if a.source_span)
    named = (frozenset(i for i in reading.inside(s) if reading.is_content[i]) for s in told)
    return [words for words in named if words and first <= min(words) and max(words) < index]


def is_got(reading: Reading, index: int) -> bool:
    """Whether a verb tells of him who gets something: *received*, *bought*, *faces*."""
    return (
        listed_phrases(reading.lang, "voice", "receiving").match(reading.words, index) is not None
    )


def from_the_other_side(clause: DeedClause, voice: Voice) -> Voice | None:
    """Return the parties of what is got: he from whom it comes acts, upon him who gets it.

    None where nobody is told from whom it comes.
    """
    if voice.passive:
        return None
    phrases = [*clause.before, *clause.after]
    source = clause.named(next((p for p in phrases if p.marker in clause.grammar.source), None))
    if not source:
        return None
    given, nobody = voice.agent, frozenset[int]()
    return replace(
        voice, agent=source, patient=voice.patient | given, marked=nobody, aimed=nobody, given=given
    )


def with_understood(clause: DeedClause, voice: Voice, before: list[frozenset[int]]) -> Voice:
    """Return *voice* with those whom the clause does not name: those named *before* it."""
    others = [p for p in before if p.isdisjoint(voice.agent | voice.struck)]
    earlier = max(others, key=max, default=frozenset[int]())
    if not voice.passive and _addressed(clause):
        voice = replace(voice, given=voice.given | earlier)
    at = stands_in(clause)
    joined = at is not None and clause.reading.words[at].fold in clause.grammar.joining
    if voice.passive or (voice.agent and not joined):
        return _with_antecedent(clause, voice)
    return replace(voice, agent=understood(clause, earlier) - voice.struck)


def _addressed(clause: DeedClause) -> bool:
    """Whether a pronoun right beside a verb is whom the deed reaches: *denied it access*."""
    start, stop = clause.deed.start, clause.deed.stop
    words = clause.reading.words
    near = (*words[max(0, start - 1) : start], *words[stop : stop + 1])
    return any(w.fold in clause.grammar.object_pronouns for w in near[-1:])


def _with_antecedent(clause: DeedClause, voice: Voice) -> Voice:
    """Return *voice* with what a relative before its subject stands for: *talks that Oslo left*."""
    if voice.patient or voice.struck or not voice.agent or clause.grammar.kind != "order":
        return voice
    at = min(voice.agent) - 1
    while at > 0 and clause.reading.words[at].fold in clause.grammar.articles:
        at -= 1
    if at < 1 or clause.reading.words[at].fold not in clause.grammar.relative:
        return voice
    thing = antecedent(clause, at)
    return replace(voice, patient=thing, aimed=thing)
