"""Who does a deed and who suffers it, read from what marks a phrase, in each language its own way.

``[voice]`` of a pack says how: the auxiliaries of the passive, what opens its agent, what marks an
object, and the kind of grammar. The doer is named only where the marks leave no doubt; whom it is
done to is anybody that it may be. A language without ``[voice]`` tells nothing.
"""

from __future__ import annotations

from transdiff.language.deed_clauses import DeedClause, Voice
from transdiff.language.dictionary import OF_SYLLABLES
from transdiff.language.listed import listed_phrases
from transdiff.language.reading import Reading
from transdiff.language.voice_by_marks import by_articles, by_cases, by_particles
from transdiff.language.voice_by_order import by_order
from transdiff.language.voice_grammar import voice_grammar

_LONGEST = 4
"""Words of a phrase that names one deed."""


def voice_of(reading: Reading, index: int) -> Voice | None:
    """Return who does the deed at *index* and to whom, None where the marks do not tell."""
    clause = deed_clause(reading, index)
    return voice_in(clause) if clause else None


def voice_in(clause: DeedClause) -> Voice | None:
    """Return who does the deed of *clause* and to whom, None where the marks do not tell."""
    voice = _told(clause)
    if voice is None or not _suffers(clause.reading, clause.deed):
        return voice
    return Voice(frozenset(), voice.agent or voice.patient, voice.agent, passive=True)


def deed_clause(reading: Reading, index: int) -> DeedClause | None:
    """Return the clause of the deed at *index*, None in a language without ``[voice]``."""
    grammar = voice_grammar(reading.lang)
    return DeedClause(reading, grammar, _deed(reading, index)) if grammar else None


def _told(clause: DeedClause) -> Voice | None:
    grammar = clause.grammar
    if grammar.kind == "particles":
        return by_particles(clause)
    if grammar.kind == "cases":
        return by_cases(clause)
    if grammar.kind == "articles":
        return by_articles(clause)
    return by_order(clause)


def _suffers(reading: Reading, deed: range) -> bool:
    """Whether the subject of a deed suffers it, in the active too: *six people died*, *погибли*."""
    lists = (listed_phrases(reading.lang, kind, "suffering") for kind in ("voice", "roles"))
    return any(phrases.match(reading.words, deed.start) for phrases in lists)


def behind_auxiliary(reading: Reading, index: int) -> bool:
    """Whether a participle stands behind what makes it a verb: *a tiré*, *fue demandada*."""
    grammar = voice_grammar(reading.lang)
    if grammar is None or not reading.words[index].fold.endswith(grammar.participles):
        return False
    before = range(max(0, index - 2), index)
    helping = {i for c in reading.of_kind("tense", "past") for i in range(c.first, c.end)}
    return any(i in helping or reading.words[i].fold in grammar.passive for i in before)


def _deed(reading: Reading, index: int) -> range:
    """Return the words of the deed: the whole of a phrase, *подала в суд на*, of a word, 逮捕."""
    first, end = index, index + 1
    if reading.lang in OF_SYLLABLES:
        while _one_word(reading, index, first - 1):
            first -= 1
        while _one_word(reading, index, end):
            end += 1
    for cue in reading.of_kind("event"):
        if cue.first <= index < cue.end <= cue.first + _LONGEST:
            first, end = min(first, cue.first), max(end, cue.end)
    return range(first, end)


def _one_word(reading: Reading, index: int, at: int) -> bool:
    """Whether the characters at both places are of one word, as far as their meaning tells."""
    inside = 0 <= at < len(reading.words) and bool(reading.meanings[index])
    return inside and reading.meanings[at] == reading.meanings[index]
