"""What a wire sends around a story, set apart from it: slugs, takes, notes, embargoes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from transdiff.facts import Span
from transdiff.language import wire
from transdiff.model import BlockKind

WITHDRAWN = "the publisher says: withdrawn"
_EMBARGO = "under embargo, as a line above the story says"
_POINT = regex.compile(r"\s*[*•▪]\s*+\S")
_OPENING = 3
"""Paragraphs that may stand above a note to editors which goes on with the story."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph on its way to a block; ``kind`` is None as long as nothing is known."""

    span: Span
    kind: BlockKind | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """What the lines around a story say of it."""

    version: str = ""
    notes: tuple[str, ...] = ()


def is_point(line: str) -> bool:
    """Whether *line* is one of the points above a story: ``* Strike enters third day``."""
    return bool(_POINT.match(line))


def set_apart(text: str, pieces: Sequence[Piece]) -> tuple[list[Piece], Carried]:
    """Set what only carries the story apart; most of it stands above it, or opens it."""
    done: list[Piece] = []
    version, paragraphs = "", 0
    notes: tuple[str, ...] = ()
    over = False
    for piece in pieces:
        line = piece.span.of(text)
        over = over or (paragraphs > 0 and wire.ends_story(line))
        if over and piece.kind is None:
            done.append(replace(piece, kind=BlockKind.RESIDUE))
            continue
        if piece.kind is BlockKind.DATELINE:
            version = version or wire.slug_version(line)
        mark = _carrying(line, paragraphs) if piece.kind is None else None
        if mark is None:
            done.append(piece)
            told = piece.kind is None and not is_point(line)
            paragraphs += told or piece.kind is BlockKind.HEADLINE
            continue
        version = version or mark.version
        notes += (_EMBARGO,) if wire.embargo(line) else ()
        start = piece.span.start
        done.append(Piece(Span(start, start + len(line[: mark.end].rstrip())), BlockKind.DATELINE))
        if mark.end < len(line):
            done.append(Piece(Span(start + mark.end, piece.span.end)))
            paragraphs += 1
    return done, Carried(version, notes)


def _carrying(line: str, above: int) -> wire.Mark | None:
    """Return what of *line* only carries the story, with *above* paragraphs of it before."""
    whole = wire.Mark(len(line))
    if taken := wire.take(line):
        return replace(whole, version=taken)
    if found := wire.envelope(line):
        return found
    if above == 0 and (found := wire.heading(line)):
        return found
    note = wire.editors_note(line)
    return note if note and (above < _OPENING or note.end == len(line)) else None
