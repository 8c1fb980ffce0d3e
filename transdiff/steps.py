"""How far an article keeps step with a reference, sentence for sentence.

A translation follows one text sentence by sentence, and its wording can be held against that text.
News is more often rewritten: merged from several stories, reordered, cut; other words then mean
little. Rules and scores ask here which of the two an article is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from transdiff.language.cues import STRICT
from transdiff.language.reporting import retold
from transdiff.model import Link, Segment, Story

FREE, PARALLEL = 0.85, 1.0
"""Up to FREE an article is a rewriting of a reference, from PARALLEL on its translation."""
_AT_ISSUE = frozenset({"hedge", "negation", "certainty", "tense"})
_SAID = 10
"""Code points of a clause in which somebody says something."""
_FEW = 4
"""Sentences from which it shows how long a text is beside another."""


def parallel(article: Story, reference: Story, links: Sequence[Link]) -> float:
    """Return how far *article* follows *reference* one sentence for one, in 0..1.

    *links* are those of the alignment, to any reference. Sentences that no link joins count where
    equally many stand between two that are linked.
    """
    mine, theirs = _ordinals(article), _ordinals(reference)
    own = [link for link in links if link.reference == reference.key]
    anchors = sorted(_one_to_one(own, mine, theirs))
    steps = [(-1, -1), *anchors, (len(mine), len(theirs))]
    gaps = ((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(steps))
    between = sum(rows - 1 for rows, columns in gaps if rows == columns)
    return (len(anchors) + between) / max(1, len(mine), len(theirs))


def relative_length(article: Story, reference: Story, links: Sequence[Link]) -> float:
    """Return how many letters *article* takes for one of *reference*, 0 where too little tells.

    A sentence that is much shorter than that has left something out.
    """
    mine, theirs = range(len(article.segments)), range(len(reference.segments))
    places = {i: i for i in mine}, {j: j for j in theirs}
    own = [link for link in links if link.reference == reference.key]
    ratios = [
        content_length(article.segments[i]) / max(1, content_length(reference.segments[j]))
        for i, j in _one_to_one(own, *places)
    ]
    return median(ratios) if len(ratios) >= _FEW else 0.0


def content_length(*segments: Segment) -> int:
    """Return the letters of *segments* without what may be at issue between two renderings.

    That is spaces, the words that name a source, hedges, denials, auxiliaries and conditions.
    """
    return sum(_letters(segment) for segment in segments)


def _letters(segment: Segment) -> int:
    facts, start = segment.facts, segment.span.start
    sources = (
        span
        for one in facts.attributions
        if one.scope is not None and len(one.scope) >= _SAID and not retold(one, facts.attributions)
        for span in (one.span, one.source_span)
    )
    marked = (
        m.scope if m.kind == "condition" else m.span
        for m in facts.markers
        if m.kind in _AT_ISSUE or (m.kind == "condition" and m.value in STRICT)
    )
    named = sorted((s.start - start, s.end - start) for s in (*sources, *marked) if s is not None)
    kept, reached = [], 0
    for first, end in named:
        kept.append(segment.text[reached : max(reached, first)])
        reached = max(reached, end)
    kept.append(segment.text[reached:])
    return sum(len(part) for text in kept for part in text.split())


def _one_to_one(
    links: Sequence[Link], mine: Mapping[int, int], theirs: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The pairs, by ordinal, that one link alone joins on either side."""
    uses = Counter(i for link in links for i in link.translation)
    supports = Counter(j for link in links for j in link.reference_segments)
    for link in links:
        if len(link.translation) == len(link.reference_segments) == 1:
            (i,), (j,) = link.translation, link.reference_segments
            if uses[i] == 1 and supports[j] == 1 and i in mine and j in theirs:
                yield mine[i], theirs[j]


def _ordinals(story: Story) -> dict[int, int]:
    compared = [i for i, segment in enumerate(story.segments) if segment.compared]
    return {i: n for n, i in enumerate(compared)}
