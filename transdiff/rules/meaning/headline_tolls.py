"""Counts of dead and hurt in a headline that no story gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article
from transdiff.facts import Facts, Span
from transdiff.model import BlockKind, Segment, Story

_TOLL = {"kill": "killed", "injure": "hurt"}
"""What happened, and what then is the fate of those whom a figure counts."""
_WITHIN = 20
"""Code points between a figure and the word for what happened to those whom it counts."""
_LARGE, _LOOSE = 100, 0.06
"""Figures from _LARGE on may be rounded in a headline by this share."""
_CHANCE = 10
"""Smaller figures stand somewhere in any text."""


def wrong_tolls(article: Article, headline: Segment) -> Iterator[tuple[Span, Story, Span]]:
    """Yield the tolls of *headline* that no reference has, with the one that a story has instead.

    The article's own body is asked where no reference tells of any.
    """
    for event, figures in _tolls([headline.facts]).items():
        stated = {v for s in article.references.values() for v in _beside_tolls(s, event)}
        known = [k for story in article.references.values() for k in _known(story, event)]
        known = known or _known(article.story, event)
        told = {*stated, *(v for _, _, v in known), *article.once(_dead_and_hurt)}
        for value, span in figures:
            if known and not any(_rounds(v, value) for v in told):
                yield span, *known[0][:2]


def _dead_and_hurt(article: Article) -> frozenset[float]:
    """What the dead and the hurt of a sentence of the references come to: *160 dead or injured*."""
    sums = set[float]()
    for story in article.references.values():
        for segment in story.segments:
            tolls = _tolls([segment.facts])
            killed, hurt = (tolls.get(event, ()) for event in _TOLL)
            sums.update(one + other for one, _ in killed for other, _ in hurt)
    return frozenset(sums)


def _known(story: Story, event: str) -> list[tuple[Story, Span, float]]:
    """The tolls of *event* that the body of a story gives."""
    own = [s for s in story.segments if not _of_another_year(s, story)]
    body = [s.facts for s in own if s.block.kind is BlockKind.BODY]
    return [(story, span, value) for value, span in _tolls(body).get(event, ())]


def _beside_tolls(story: Story, event: str) -> Iterator[float]:
    """The larger figures of the sentences that tell of dead or injured: they may add up to one.

    The toll of another event is none of *event*: eleven who were hurt are not eleven dead.
    """
    for segment in story.segments:
        if _of_another_year(segment, story):
            continue
        if any(m.kind == "event" and m.value in _TOLL for m in segment.facts.markers):
            tolls = _tolls([segment.facts])
            others = {v for name, found in tolls.items() if name != event for v, _ in found}
            others -= {v for v, _ in tolls.get(event, ())}
            figures = (q.value for q in segment.facts.quantities if q.value >= _CHANCE)
            yield from (value for value in figures if value not in others)


def _of_another_year(segment: Segment, story: Story) -> bool:
    """Whether a sentence tells of another year than its story: *in 2019 a slide killed seven*."""
    day = story.document.published
    years = {m.year for m in segment.facts.moments if m.year is not None}
    return bool(years) and (not day or int(day[:4]) not in years)


def _rounds(true: float, said: float) -> bool:
    """Whether a headline may say *said*: a large figure loses what follows its first digits."""
    return true == said or (said >= _LARGE and abs(true - said) <= _LOOSE * true)


def _tolls(segments: Sequence[Facts]) -> dict[str, list[tuple[float, Span]]]:
    """Return the counts of dead or injured; where a word for it has none, those close to it.

    Behind another count stands that of something else: *kills 31 in the hills, 17 missing*.
    """
    found: dict[str, list[tuple[float, Span]]] = {}
    for facts in segments:
        people = [
            q for q in facts.quantities if q.kind == "cardinal" and not q.unit.strip("person")
        ]
        for marker in facts.markers:
            if marker.kind != "event" or marker.value not in _TOLL:
                continue
            near = [q for q in people if q.span.gap(marker.span) <= _WITHIN]
            near = [q for q in near if not any(_between(o.span, q.span, marker.span) for o in near)]
            told = [q for q in near if q.fate == _TOLL[marker.value]] or near
            found.setdefault(marker.value, []).extend((q.value, q.span) for q in told)
    return found


def _between(other: Span, one: Span, two: Span) -> bool:
    first, last = sorted((one, two))
    return first.end <= other.start and other.end <= last.start
