"""Who is over a part of a body, told as its head: *Bulog director* for *its sales director*."""

from __future__ import annotations

from transdiff.comparison import Comparison
from transdiff.facts import Title
from transdiff.language.departments import SECTION_HEAD
from transdiff.model import Segment

CHIEFS = frozenset({"president", "chair", "head", "leader", "chief-executive", "speaker", "chief"})
"""Who may head a body."""


def is_over_part(pair: Comparison, mine: Title, theirs: Title, key: str) -> bool:
    """Whether who is over a part of a body is told as the head of that body, which both name."""
    if mine.function not in CHIEFS or mine.modifiers or theirs.function != SECTION_HEAD:
        return False
    body = _body_of(pair.segment, mine)
    return bool(body) and any(
        name.skeleton == body
        for segment in pair.whole.references[key].segments
        if segment.span.contains(theirs.span)
        for name in segment.facts.names
    )


def _body_of(segment: Segment, title: Title) -> str:
    """The skeleton of the name of a body right beside its head: *Bulog director*."""
    start = segment.span.start
    for name in segment.facts.names:
        if name.kind in ("person", "place") or name.concept.startswith("country."):
            continue
        before = segment.text[name.span.end - start : max(0, title.span.start - start)]
        behind = segment.text[title.span.end - start : max(0, name.span.start - start)]
        if name.span.end <= title.span.start and before.strip() in ("", "'s", "’s"):
            return name.skeleton
        if title.span.end <= name.span.start and behind.split() in (["of"], ["of", "the"]):
            return name.skeleton
    return ""
