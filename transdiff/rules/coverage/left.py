"""What is left: words of the references that nothing in the article says, and the other way round.

A sentence without support is an addition, or it says in other words what a reference says and the
alignment missed. The two look alike in the sentence itself. What tells them apart is the other
side: whoever puts a statement in other words leaves the words of that statement unsaid. Where the
article has already said all that the references say, a further sentence renders nothing of theirs.
Likewise a statement of a reference is missing, and not reworded, where hardly a word of the
article is its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.content import content_words

_HALF = 0.5
"""Words of a sentence, as a share of those of a statement, that may say the same."""
_LEAST = 2
"""Words of a sentence that are a statement."""


def nothing_left(article: Article, size: int) -> bool:
    """Whether no reference has left what an article's *size* content words could render."""
    least = max(_LEAST, _HALF * size)
    return all(count < least for count in article.once(_left).values())


def nothing_own(article: Article, size: int) -> bool:
    """Whether no sentence of the article has own words that could render *size* content words."""
    least = max(_LEAST, _HALF * size)
    return all(count < least for count in article.once(_own))


def _own(article: Article) -> tuple[int, ...]:
    """How many content words of each sentence of the article no linked sentence has."""
    linked = {pair.index: pair for pair in article.comparisons}
    found: list[int] = []
    for index, segment in article.compared():
        pair = linked.get(index)
        if pair is None:
            found.append(len(content_words(segment.facts.words, article.story.lang)))
            continue
        pairings = tuple(pair.pairings.values())
        content = pair.reading.content
        found.append(sum(all(p.forward[i] is None for p in pairings) for i in content))
    return tuple(found)


def _left(article: Article) -> Mapping[tuple[str, int], int]:
    """How many content words of each reference sentence stand for nothing in the article."""
    said = _said(article)
    left: dict[tuple[str, int], int] = {}
    for key, story in article.references.items():
        for index, segment in enumerate(story.segments):
            if segment.compared:
                words = content_words(segment.facts.words, story.lang)
                left[key, index] = sum(w.span not in said[key] for w in words)
    return left


def _said(article: Article) -> Mapping[str, set[Span]]:
    """For each reference, the words that some linked sentence says."""
    said: dict[str, set[Span]] = {key: set() for key in article.references}
    for pair in article.comparisons:
        for witness in pair.witnesses:
            pairing = pair.pairings[witness.key]
            words = pairing.theirs.words
            said[witness.key].update(words[j].span for j in pairing.forward if j is not None)
            said[witness.key].update(
                words[j].span for j, i in enumerate(pairing.backward) if i is not None
            )
    return said
