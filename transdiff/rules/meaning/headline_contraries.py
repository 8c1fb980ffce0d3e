"""Headlines that tell the contrary of their story: *truce collapses* over a truce that has held.

A headline is too short to be followed word by word. So the contrary must open a reference and the
article's own text alike, and nothing in either may say what the headline says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.contrasts import Pole, contrary, has_contrasts, poles_of
from transdiff.language.denials import denied_before
from transdiff.language.outcomes import Outcome, outcomes
from transdiff.language.reading import Reading, read
from transdiff.language.tense import governing
from transdiff.model import BlockKind, Story
from transdiff.rules.meaning.headline_words import Place, asks, is_about

_OPENING = 2
"""Sentences at the top of a story that its headline sums up."""
_SCOPE = 5
"""Words before a word in which a denial may turn it round."""
_UNREAL = (("hedge",), ("condition",), ("tense", "asked"))
_LEANINGS = frozenset({"possibility", "suspicion", "answer", "appeal", "wish", "attack", "pursuit"})
"""Axes of which a thing that is but named tells a pole: *a plan*, *a suspect*, *an offer*."""

Finds = Callable[[Reading], Iterator[tuple[bool, Span]]]
"""Yields whether a sentence says what the headline says, else the contrary, and where."""


@dataclass(frozen=True)
class _Sentence:
    story: Story
    reading: Reading
    opens: bool


def contraries(article: Article, headline: Reading) -> Iterator[Place]:
    """Yield the words of *headline* whose contrary both openings have, and nothing has them."""
    if asks(headline):
        return
    sentences: Sequence[_Sentence] = ()
    for words, finds in (*_outcomes(headline), *_words(headline)):
        if any(governing(headline, words.start, *kind) for kind in _UNREAL):
            continue
        sentences = sentences or [*_sentences(article)]
        place = _contradicted(headline, words, finds, sentences)
        if place is not None:
            yield headline.span(words.start, words.stop), *place


def _sentences(article: Article) -> Iterator[_Sentence]:
    """Yield the sentences of the references and of the article below its headline."""
    for story in (*article.references.values(), article.story):
        told = [s for s in story.segments if s.compared]
        if story.key is None:
            told = [s for s in told if s.block.kind is BlockKind.BODY]
        for place, segment in enumerate(told):
            yield _Sentence(story, read([segment.facts], story.lang), place < _OPENING)


def _contradicted(
    headline: Reading, words: range, finds: Finds, sentences: Sequence[_Sentence]
) -> tuple[Story, Span] | None:
    """Return where a reference contradicts the headline, if the article's own text does as well."""
    against: dict[str | None, tuple[Story, Span]] = {}
    for sentence in sentences:
        about = sentence.opens and is_about(headline, words, sentence.reading)
        for says, span in finds(sentence.reading):
            if says:
                return None
            if about:
                against.setdefault(sentence.story.key, (sentence.story, span))
    if None not in against:
        return None
    return next((place for key, place in against.items() if key is not None), None)


def _outcomes(headline: Reading) -> Iterator[tuple[range, Finds]]:
    """Yield the outcomes that the headline tells, each with how to find it in a sentence."""
    for mine in headline.once(outcomes):
        if mine.yes is not None and mine.axis not in _LEANINGS:
            stems = frozenset(w.stem for w in headline.words[mine.first : mine.end])
            yield range(mine.first, mine.end), partial(_on_axis, mine, stems)


def _on_axis(mine: Outcome, stems: frozenset[str], reading: Reading) -> Iterator[tuple[bool, Span]]:
    """Yield what a sentence tells on the axis of *mine*; what it leaves open says either.

    So does what it tells by the words of the headline, *stems*: only a denial tells the two apart.
    """
    for other in reading.once(outcomes):
        if other.axis == mine.axis:
            asked = bool(governing(reading, other.first, "tense", "asked"))
            same = any(w.stem in stems for w in reading.words[other.first : other.end])
            says = other.yes in (None, mine.yes) or asked or same
            yield says, reading.span(other.first, other.end)


def _words(headline: Reading) -> Iterator[tuple[range, Finds]]:
    """Yield the words of the headline that have contraries."""
    if not has_contrasts(headline.lang):
        return
    for i in headline.content:
        poles = poles_of(headline.words[i], headline.lang)
        if poles and not denied_before(headline, i, _SCOPE) and not headline.is_figure(i):
            yield range(i, i + 1), partial(_of_poles, poles, headline.synonyms(i))


def _of_poles(
    poles: frozenset[Pole], groups: frozenset[int], reading: Reading
) -> Iterator[tuple[bool, Span]]:
    """Yield the words of a sentence at one of the *poles*, or at the other end of it."""
    for j in reading.content:
        there = poles_of(reading.words[j], reading.lang)
        says = not poles.isdisjoint(there) or not groups.isdisjoint(reading.synonyms(j))
        if says or contrary(poles, there):
            turned = denied_before(reading, j, _SCOPE)
            yield says or turned, reading.span(j, j + 1)
