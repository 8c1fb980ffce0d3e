"""Who does a deed, told by marks on each phrase: German articles, Slavic cases, Japanese particles.

Where the marks are there, the order of the words is free and tells little.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from transdiff.language.concord import AGAINST, SURE, concord, concord_of_several
from transdiff.language.content import is_content
from transdiff.language.deed_clauses import (
    QUOTES,
    REACH,
    DeedClause,
    NounPhrase,
    Voice,
    suffered,
)
from transdiff.language.glossary import is_listed
from transdiff.language.name_words import heads_org
from transdiff.language.reading import Reading
from transdiff.language.understood import is_got


def by_articles(clause: DeedClause) -> Voice | None:
    """German: the verb may stand anywhere; articles tell some of the cases."""
    grammar = clause.grammar
    both = [*clause.before[::-1], *clause.after]
    named = [p for p in both if clause.named(p)]  # no time: *last week*
    free = [p for p in named if not p.marker and p.article not in grammar.of]
    subject = next((p for p in free if not _is_oblique(clause, p)), None)
    near = clause.around()
    if any(clause.reading.words[k].fold in grammar.passive for k in near):
        by = next((p for p in both if p.marker in grammar.agent), None)
        return suffered(clause.named(by), clause.named(subject))
    subject = next((p for p in free if _is_nominative(clause, p)), subject)
    others = [p for p in free if p is not subject]
    told = [p for p in others if _is_oblique(clause, p)]
    aimed = [p for p in both if p.marker in grammar.target]
    sure = subject is not None and (_is_nominative(clause, subject) or not subject.article)
    if subject is None or not (told or aimed or sure or is_got(clause.reading, clause.deed.start)):
        return None  # *die Gespräche leitete Möller*
    return Voice(
        clause.named(subject),
        clause.all_named(others),
        clause.all_named(told),
        clause.all_named([*others[:1], *aimed]),
    )


def _is_oblique(clause: DeedClause, phrase: NounPhrase) -> bool:
    """Whether an article is no nominative; *der* is none before a feminine: *der Stiftung*."""
    if phrase.article in clause.grammar.oblique:
        return True
    return phrase.article in clause.grammar.nominative and _is_feminine(clause, phrase)


def _is_nominative(clause: DeedClause, phrase: NounPhrase) -> bool:
    return phrase.article in clause.grammar.nominative and not _is_feminine(clause, phrase)


def _is_feminine(clause: DeedClause, phrase: NounPhrase) -> bool:
    return clause.reading.words[phrase.words[-1]].fold.endswith(clause.grammar.feminine_nouns)


def by_cases(clause: DeedClause) -> Voice | None:
    """Russian, Ukrainian: endings tell who is no subject, an instrumental the doer."""
    grammar, start = clause.grammar, clause.deed.start
    before = clause.before or clause.beyond_comma(start - 1)
    both = [*before, *clause.after]
    free = [p for p in both if not p.marker and clause.named(p)]
    subject = _agreeing(clause, [p for p in free if _may_be_subject(clause, p)])
    if clause.reading.words[start].fold.endswith(grammar.passive_endings):
        by = next((p for p in free if _ends(clause, p, grammar.agent_endings)), None)
        return suffered(clause.named(by), clause.named(subject))
    others = [p for p in both if p is not subject and (not p.marker or p.marker in grammar.object)]
    if subject is None or not any(p is subject or p in others for p in before):
        return None
    marked = (p for p in others if not _may_be_subject(clause, p) or _is_other(clause, p, subject))
    aimed = [p for p in both if p.marker in grammar.target]
    aimed += [p for p in others[:1] if _named_in_order(clause, subject, p)]
    return Voice(
        clause.named(subject),
        clause.all_named(others),
        clause.all_named(marked),
        clause.all_named(aimed),
    )


def _may_be_subject(clause: DeedClause, phrase: NounPhrase) -> bool:
    """Whether the first word of a phrase may be a nominative; what follows may be a genitive.

    The accusative of him who lives looks like a nominative of hers, *водителя* like *певица*,
    which the dictionary has as it is; a past tells of him or of her.
    """
    first = clause.reading.words[phrase.words[0]].fold
    if _is_counted(clause, phrase):
        return True
    if _ends(clause, phrase, clause.grammar.oblique_endings) or first.endswith(
        clause.grammar.infinitive
    ):
        return False
    if not first.endswith(("а", "я")) or first.endswith(("ая", "яя", "ья")):
        return True
    deed = clause.reading.words[clause.deed.start].fold
    if first.endswith(("ия", "ія")) and not deed.endswith(clause.grammar.masculine):
        return True
    adjective = is_listed(f"{first[:-1]}ий", clause.reading.lang)
    if deed.endswith(clause.grammar.masculine) and _is_of_him(first, clause.reading.lang):
        return False
    return (
        deed.endswith(clause.grammar.feminine)
        or is_listed(first, clause.reading.lang)
        or (adjective and not deed.endswith(clause.grammar.masculine))
    )


def _is_counted(clause: DeedClause, phrase: NounPhrase) -> bool:
    """Whether a number stands first, so that the case of its noun tells nothing: *двое мужчин*."""
    return any(map(clause.reading.is_figure, (phrase.words[0], phrase.words[0] - 1)))


def _is_of_him(fold: str, lang: str) -> bool:
    """Whether a form in *-а* or *-я* is that of a noun without: *водія* of *водій*."""
    bare = [fold[:-1]] if fold.endswith("а") else [fold[:-1] + end for end in ("й", "ь")]
    return any(is_listed(form, lang) for form in bare)


def _agreeing(clause: DeedClause, phrases: Sequence[NounPhrase]) -> NounPhrase | None:
    """Return the phrase that agrees best with the verb, the first of those that do alike.

    None where none agrees: *банк ограбили*; nor where a name or a body stands behind the deed and a
    thing before it, whose accusative is its nominative: *матч выиграл «Спартак»*.
    """
    best = max((_concord(clause, p) for p in phrases), default=AGAINST)
    alike = [p for p in phrases if _concord(clause, p) == best]
    if not alike or best == AGAINST:
        return None
    first, *others = alike
    acts = partial(_may_act, clause)
    before = first.words[0] < clause.deed.start
    return None if before and best < SURE and not acts(first) and any(map(acts, others)) else first


def _may_act(clause: DeedClause, phrase: NounPhrase) -> bool:
    """Whether a phrase is in quotation marks, or has a name that may act or a word for a body."""
    reading = clause.reading
    if phrase.words[0] > 0 and reading.words[phrase.words[0] - 1].text in QUOTES:
        return True
    named = (i for i in phrase.words if i in reading.once(_named_words))
    alone = (NounPhrase((i,), "", "") for i in named)
    if any(_may_be_subject(clause, p) and _concord(clause, p) > AGAINST for p in alone):
        return True
    return any(heads_org(reading.words[i].fold, reading.lang) for i in phrase.words)


def _concord(clause: DeedClause, phrase: NounPhrase) -> int:
    """Return how well a phrase does as the subject; a person's nominative is no accusative."""
    words, at, lang = clause.reading.words, phrase.words[0], clause.reading.lang
    deed = words[clause.deed.start].fold
    if _is_counted(clause, phrase):
        return concord_of_several(deed, lang)
    joined = words[at].text.isupper() or any(
        words[k].fold in clause.grammar.joining for k in range(at, phrase.words[-1])
    )
    agrees = concord(words[at].fold, deed, lang, joined)
    return SURE if agrees and at in clause.reading.once(_people) else agrees


def _named_words(reading: Reading) -> frozenset[int]:
    """The words of what is a name for certain, also where a sentence begins."""
    return reading.covered(n.span for f in reading.facts for n in f.names if n.sure or n.concept)


def _people(reading: Reading) -> frozenset[int]:
    """The words of persons' names and of offices."""
    names = (n.span for f in reading.facts for n in f.names if n.kind == "person")
    titles = (t.span for f in reading.facts for t in f.titles)
    return reading.covered((*names, *titles))


def _is_other(clause: DeedClause, phrase: NounPhrase, subject: NounPhrase) -> bool:
    """Whether *phrase* cannot be the subject since *subject* agrees better with the verb."""
    return _concord(clause, phrase) < _concord(clause, subject)


def _named_in_order(clause: DeedClause, subject: NounPhrase, phrase: NounPhrase) -> bool:
    """Whether two names stand before and behind the verb, where only their order tells."""
    words = clause.reading.words
    names = all(words[p.words[0]].text[:1].isupper() for p in (subject, phrase))
    return names and subject.words[0] < clause.deed.start < phrase.words[0]


def _ends(clause: DeedClause, phrase: NounPhrase, endings: tuple[str, ...]) -> bool:
    """Whether the first word of a phrase, no dictionary form, has one of the *endings*."""
    first = clause.reading.words[phrase.words[0]].fold
    return first.endswith(endings) and not is_listed(first, clause.reading.lang)


def by_particles(clause: DeedClause) -> Voice | None:
    """Japanese: a particle behind each phrase says its part, the ending of a verb the voice."""
    reading, grammar, start = clause.reading, clause.grammar, clause.deed.start
    end = clause.deed.stop
    ending = reading.words[end].fold if end < len(reading.words) else ""
    passive = ending.startswith(grammar.passive_endings)
    agent: set[int] = set()
    patient: set[int] = set()
    for particle, words in _with_particles(clause, start):
        if particle in grammar.topic:
            (patient if passive else agent).update(words)
        elif passive and particle in grammar.agent:
            agent.update(words)
        elif not passive and particle in grammar.object | grammar.recipient:
            patient.update(words)
    suffering = frozenset(patient)
    return Voice(frozenset(agent), suffering, suffering)


def _with_particles(clause: DeedClause, start: int) -> Iterator[tuple[str, list[int]]]:
    """Yield the phrases before *start*, the nearest first, up to another verb."""
    grammar = clause.grammar
    known = grammar.topic | grammar.object | grammar.recipient | grammar.agent | grammar.of
    known |= grammar.oblique
    particle, words = "", list[int]()
    for at in range(start - 1, max(-1, start - 1 - 2 * REACH), -1):
        word = clause.reading.words[at]
        if is_content(word, clause.reading.lang):
            words.append(at)
        elif word.text not in QUOTES and word.text != "、":
            yield particle, words
            if word.fold not in known:
                return
            particle, words = word.fold, []
    yield particle, words
