"""Names of bodies that *and* and commas run through: *Ministry of Economy, Trade and Industry*.

Each of their words has a capital, so a run of capitals ends where the next one begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from transdiff.facts import Name, Span
from transdiff.language.name_words import cues_of, name_parts
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.vocabulary import is_ordinary
from transdiff.language.words import fold_word

_FREE = ("person", "unknown")
_MOST = 4
"""Names of which a body is made at most."""


def with_bodies(passage: Passage, names: Sequence[Name]) -> tuple[Name, ...]:
    """Join the names that are one body's: *Ministry of A, B and C*, *the A and B Agency*."""
    found: list[Name] = []
    done = 0
    for n, name in enumerate(names):
        if n >= done:
            near = names[n : n + _MOST]
            count = _with_fields(passage, near) or _with_head(passage, near) or 1
            found.append(_joined(passage, near[:count]) if count > 1 else name)
            done = n + count
    return tuple(found)


def _joined(passage: Passage, names: Sequence[Name]) -> Name:
    span = Span(names[0].span.start, names[-1].span.end)
    text = passage.text[span.start - passage.start : span.end - passage.start]
    parts = name_parts(text, passage.lang)
    return Name(span, text, "".join(parts), parts, "org")


def _with_fields(passage: Passage, names: Sequence[Name]) -> int:
    """How many names are a ministry with its fields, the last behind *and*; 0 for none."""
    body, cues = names[0], cues_of(passage.lang)
    links = cues.org_links
    if body.kind != "org" or body.concept or links.isdisjoint(map(fold_word, body.text.split())):
        return 0
    for n, (one, other) in enumerate(pairwise(names), 2):
        gap = _between(passage, one, other)
        if not _is_field(passage, other) or gap not in (",", *cues.coordinates):
            return 0
        if gap != "," or not cues.coordinates.isdisjoint(other.text.split()):
            return n
    return 0


def _is_field(passage: Passage, name: Name) -> bool:
    """Whether a name is but ordinary words with capitals: *Trade*, *Human Services*."""
    free = name.kind in _FREE and not name.concept
    coordinates = cues_of(passage.lang).coordinates
    words = [word for word in name.text.split() if word not in coordinates]
    return free and all(is_ordinary(word, passage.lang) for word in words)


def _with_head(passage: Passage, names: Sequence[Name]) -> int:
    """Two, where a body is named by two fields and what it is: *the Food and Drug Administration*.

    One article for both makes them one: *the court and the Health Agency* are two.
    """
    if len(names) < 2:
        return 0
    one, other = names[:2]
    if one.concept or other.concept or one.kind == "place" or other.kind == "place":
        return 0
    cues = cues_of(passage.lang)
    if _between(passage, one, other) not in cues.coordinates or " " not in other.text:
        return 0
    heads = cues.organisations
    fields, named = ([*map(fold_word, name.text.split())] for name in (one, other))
    if named[-1] not in heads or not heads.isdisjoint(fields):
        return 0
    before = passage.text[: one.span.start - passage.start].split()[-1:]
    definite = load_pack(passage.lang).words("attribution", "definite")
    return 2 if before and fold_word(before[0]) in definite else 0


def _between(passage: Passage, one: Name, other: Name) -> str:
    return passage.text[one.span.end - passage.start : other.span.start - passage.start].strip()
