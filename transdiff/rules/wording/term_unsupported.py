"""Rule ``term-unsupported``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Word
from transdiff.language.amounts import states
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.synonyms import has_synonym
from transdiff.model import Evidence, Role
from transdiff.rule import Mark, rule

_CONFIDENCE = 0.3
"""Another word is often only another word."""
_FEW = 3
"""Sentences of which a share tells something."""
_REWORDED = 0.15
"""Share of content words without a partner from which on a text is a rewriting."""


@rule(group="wording", category="term", severity="minor", residual=True)
def term_unsupported(pair: Comparison, *, in_step: float = 1.0) -> Iterator[Mark]:
    """Report words that the reference has in no form, in a text that follows it sentence by sentence.

    In a translation that keeps step with its reference a word that no stem, name, figure, concept
    or synonym of the reference accounts for is worth a look: it may be a paraphrase, it may be
    wrong. Nothing typed backs it, so it is minor and its confidence is low. In a rewritten article,
    where sentences are merged, moved and cut or told in other words throughout, other words mean nothing
    and the rule is silent; *in_step* is the share of sentences that must stand one for one.

    Flagged:
    reference: The bus drove into a shop window.
    translation: The bus drove into a [[museum]] window.

    reference: Bakers fear a shortage of flour.
    translation: Bakers [[celebrate]] a shortage of flour.

    Allowed:
    reference: The bus went 30 miles and drove into a shop window.
    translation: The bus went 48 kilometres and drove into a shop window.

    reference: The sick were taken to hospital.
    translation: The ill were taken to hospital.

    reference: Prime Minister Anna Bek has resigned.
    translation: Bek has resigned.

    reference: The bus drove into a shop window.
    reference: A bus drove into the window of a museum.
    translation: The bus drove into a museum window.
    """  # noqa: E501
    known = {w.key: pair.whole.in_step[w.key] for w in pair.witnesses if w.lang == pair.lang}
    if not known or max(known.values()) < in_step or pair.whole.once(_is_reworded):
        return
    pairings = [pair.pairings[key] for key in known]
    nearest = max((w for w in pair.witnesses if w.key in known), key=lambda w: w.similarity)
    mine = pairings[0].mine
    alone = [i for i in mine.content if not any(_told(p, i) for p in pairings)]
    for phrase in _phrases(alone):
        span = mine.span(phrase[0], phrase[-1] + 1)
        quote = span.of(pair.whole.story.document.text)
        message = f'article "{quote}" · {nearest.key} has no such word'
        evidence = _nearest(nearest, pair.pairings[nearest.key], phrase)
        yield Mark(span, message, (evidence,), confidence=_CONFIDENCE, typed=False)


def _is_reworded(article: Article) -> bool:
    """Whether many words of an article, not of a sentence or two, have no partner anywhere."""
    alone = words = 0
    for pair in article.comparisons:
        pairings = pair.pairings.values()
        words += len(pair.reading.content)
        alone += sum(all(p.forward[i] is None for p in pairings) for i in pair.reading.content)
    return len(article.comparisons) >= _FEW and alone > _REWORDED * words


def _told(pairing: Pairing, index: int) -> bool:
    """Whether the other text has the word, a synonym of it, or the name that it is part of."""
    if pairing.forward[index] is not None:
        return True
    mine, theirs = pairing.mine, pairing.theirs
    word = mine.words[index]
    if has_synonym(word, theirs.words, mine.lang):
        return True
    return _of_known_name(mine, theirs, word) or _of_known_figure(mine, theirs, word)


def _of_known_figure(mine: Reading, theirs: Reading, word: Word) -> bool:
    """Whether the word belongs to a figure that the other text states, be it in another unit."""
    told = [q for facts in theirs.facts for q in facts.quantities]
    return any(
        quantity.span.contains(word.span) and any(states(q, quantity) for q in told)
        for facts in mine.facts
        for quantity in facts.quantities
    )


def _of_known_name(mine: Reading, theirs: Reading, word: Word) -> bool:
    """Whether the word belongs to a name of which the other text has a part."""
    parts = {p for facts in theirs.facts for name in facts.names for p in name.parts}
    return any(
        name.span.contains(word.span) and parts & set(name.parts)
        for facts in mine.facts
        for name in facts.names
    )


def _phrases(places: Sequence[int]) -> Iterator[list[int]]:
    """Words that stand side by side are one phrase."""
    phrase: list[int] = []
    for i in places:
        if phrase and i > phrase[-1] + 1:
            yield phrase
            phrase = []
        phrase.append(i)
    if phrase:
        yield phrase


def _nearest(witness: Witness, pairing: Pairing, phrase: Sequence[int]) -> Evidence:
    """What the reference has between the counterparts of the neighbours, else its sentence."""
    forward, words = pairing.forward, pairing.theirs.words
    earlier = (forward[i] for i in range(phrase[0] - 1, -1, -1))
    later = (forward[i] for i in range(phrase[-1] + 1, len(forward)))
    before = next((j for j in earlier if j is not None), None)
    after = next((j for j in later if j is not None), None)
    first = 0 if before is None else before + 1
    end = len(words) if after is None else after
    if first >= end:
        first, end = 0, len(words)
    return witness.evidence(pairing.theirs.span(first, end), Role.NEAREST)
