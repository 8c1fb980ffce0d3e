"""Who does a deed, told by word order and the passive: English, French, Vietnamese, Chinese, …

The subject stands before the verb and the object behind it; a passive turns the two round.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.language.deed_clauses import DeedClause, NounPhrase, Voice, suffered
from transdiff.language.past import past_form

_AUXILIARY = 4
"""Words before a participle in which its auxiliary stands."""


def by_order(clause: DeedClause) -> Voice | None:
    """The subject before the verb, the object behind it; in a passive the other way round."""
    reading, grammar, start = clause.reading, clause.grammar, clause.deed.start
    end = clause.deed.stop
    if grammar.kind == "characters" and len(clause.deed) == 1:
        return None  # a part of a word
    if any(w.fold in grammar.nominal for w in reading.words[end - 1 : end + 1]):
        return None  # 负责人 is who heads it
    before, after = clause.before, clause.after
    inner = _inner(clause, before)
    if inner is not None:
        return inner
    auxiliary = _auxiliary(clause)
    subject = _subject(clause, start if auxiliary is None else auxiliary)
    fold = reading.words[start].fold
    ongoing = bool(grammar.active_endings) and fold.endswith(grammar.active_endings)
    if ongoing and auxiliary is None:
        return None  # *from registering*
    if not ongoing:
        by = next((p for p in after if p.marker in grammar.agent), None)
        if auxiliary is None and _is_active(clause, fold, after):
            by = None  # *turned down a bid by*, *por el robo*: no doer but the subject
        if by is not None and auxiliary is None and not _is_participle(clause, fold):
            return None
        if by is not None or auxiliary is not None:
            return suffered(clause.named(by), subject)
    given = grammar.object | grammar.recipient
    objects = [p for n, p in enumerate(after) if p.marker in given or _is_object(after, n)]
    objects += [p for p in before if p.marker in grammar.object]
    marked = (p for p in objects if p.marker in grammar.object)
    aimed = [p for p in after if not p.marker and (p is after[0] or p.article)][:1]
    aimed += [p for p in after if p.marker in grammar.target]
    to = (p for p in objects if p.marker in grammar.recipient)
    named = clause.all_named
    return Voice(subject, named(objects), named(marked), named(aimed), named(to))


def _is_object(after: Sequence[NounPhrase], n: int) -> bool:
    """Whether a phrase behind the verb is its object, or the second one: *denied it a visit*."""
    if after[n].marker or n > 1:
        return False
    return not n or (not after[0].marker and bool(after[1].article))


def _is_active(clause: DeedClause, fold: str, after: Sequence[NounPhrase]) -> bool:
    """Whether a verb without an auxiliary is active by its form, or has an object."""
    if clause.grammar.participles and not _is_participle(clause, fold):
        return True
    first = after[0] if after else None
    return first is not None and (not first.marker or first.marker in clause.grammar.target)


def _is_participle(clause: DeedClause, fold: str) -> bool:
    """Whether a word alone may be a passive: *sued by*, *elegido por*, not *eligieron por*."""
    if clause.grammar.participles:
        return fold.endswith(clause.grammar.participles)
    return bool(past_form(fold, clause.reading.lang))


def _inner(clause: DeedClause, before: Sequence[NounPhrase]) -> Voice | None:
    """Return the parties of a passive whose doer stands before the verb: 被记者打, *bị bắt*."""
    start = clause.deed.start
    if start and clause.reading.words[start - 1].fold in clause.grammar.inner:
        subject = next((p for p in before if not p.marker), None)
        return suffered(frozenset(), clause.named(subject))
    for n, phrase in enumerate(before):
        if phrase.marker in clause.grammar.inner:
            if clause.reading.words[phrase.words[0]].fold in clause.grammar.permitting:
                return Voice(frozenset(), frozenset())
            subject = next((p for p in before[n + 1 :] if not p.marker), None)
            return suffered(clause.named(phrase), clause.named(subject))
    return None


def _auxiliary(clause: DeedClause) -> int | None:
    """Return the first of the auxiliaries that make the deed a passive."""
    found = None
    start = clause.deed.start
    for at in range(start - 1, max(-1, start - 1 - _AUXILIARY), -1):
        if clause.parts(at) or _opens_infinitive(clause, at, found):
            break
        if clause.reading.words[at].fold in clause.grammar.passive:
            if at and clause.reading.words[at - 1].fold in clause.grammar.reflexive:
                return None  # *s'est engagé*
            found = at
        elif found is not None and clause.carries(at):
            break
    return found


def _opens_infinitive(clause: DeedClause, at: int, found: int | None) -> bool:
    """Whether an active infinitive begins there: *is to send*, not *is to be sent*."""
    return found is None and clause.reading.words[at].fold in clause.grammar.infinitive_mark


def _subject(clause: DeedClause, index: int) -> frozenset[int]:
    """Return the subject of the verb at *index*; a relative pronoun is what is before it."""
    reading, grammar = clause.reading, clause.grammar
    at = index - 1
    while at >= 0 and not clause.carries(at) and not clause.parts(at):
        if reading.words[at].fold in grammar.articles:
            return frozenset()
        at -= 1
    if at < 0:
        return frozenset()
    if reading.words[at].fold in grammar.relative:
        end = at - (at > 0 and reading.words[at - 1].text == ",")
        near = clause.phrases(range(end - 1, -1, -1))[:1]
    elif reading.words[at].text == ",":
        near = clause.beyond_comma(at)
    elif clause.parts(at):
        return frozenset()
    else:
        near = clause.phrases(range(at, -1, -1))
    named = (clause.named(p) for p in near if not p.marker)
    return next(filter(None, named), frozenset())  # no time: *the union last week warned*
