"""Paragraphs of a page → typed blocks; the one place that decides what is compared.

A reader hands over the text and its paragraphs, some with a kind that the markup states. What a
line is follows from its words (:mod:`transdiff.language.furniture`) and from where it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from transdiff.facts import Span
from transdiff.language import credits, residue, wire
from transdiff.language.datelines import Found, find_dateline, find_stamp
from transdiff.model import Block, BlockKind, Dateline
from transdiff.readers.wired import WITHDRAWN, Piece, is_point, set_apart

_LONGEST_HEADLINE = 170
_LONGEST_CAPTION = 60  # words
_LONGEST_PLACE = 60
_SUMMED_UP = 8
"""Paragraphs among which a story begins where points above it sum it up."""
_PLACE = regex.compile(r"\p{Lu}[\p{L}\p{M} ,.'’/-]*")
_DASHES = ("-", "–", "—", "_")
_DASH = regex.compile(r"\s*[-–—_]{1,2}\s*")
_STOP = regex.compile(r"[.。։;；:：,，、…]$")
_ABBREVIATION_END = regex.compile(r"(?:\b\p{L}\.){2,}$|\b(?:Inc|Ltd|Corp|Co|Jr|Sr)\.$")
_SENTENCE_END = regex.compile(r"(?:[.!?…]+[\"”»’)]*(?=\s+[\"“«‘(]?[\p{Lu}\d])|[。！？։]+[”」』]?)")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page is made of; ``title`` is the headline's text, ``version`` what it says it is.

    ``notes`` are what whoever uses the story must know: that it is under embargo, or withdrawn.
    """

    blocks: tuple[Block, ...]
    title: str
    dateline: Dateline | None
    version: str = ""
    notes: tuple[str, ...] = ()


def type_blocks(text: str, pieces: Sequence[Piece]) -> Page:
    """Give every paragraph of *text* a kind; some are cut in two (dateline, glued residue)."""
    known = [_by_words(text, _bare(text, piece)) for piece in pieces]
    known = _captions_above_credits(text, known)
    known, carried = set_apart(text, known)
    known = _with_headline(text, known)
    known = _with_author(text, known)
    body = _free(text, known)
    found: list[Block] = []
    stated = [p.span.of(text).strip() for p in pieces if p.kind is BlockKind.DATELINE]
    dateline = _stamped(text, known) or _stated(stated)
    opened = False
    for i, piece in enumerate(known):
        if piece.kind is BlockKind.HEADLINE:
            found += _headline(text, piece.span)
        elif piece.kind is not None:
            found.append(Block(piece.kind, piece.span))
        else:
            opening = _opening(piece.span.of(text), stated) if i in body[:_SUMMED_UP] else None
            if i not in body[:2] and not (opening and opening.dateline.agency):
                opening = None  # below the points of a summary it has to be signed
            start = piece.span.start
            if opening is not None and not opened:
                opened = bool(opening.dateline.agency)
                dateline = _merged(opening.dateline, dateline)
                found.append(_block(text, BlockKind.DATELINE, start, start + opening.end))
                start += opening.end
            found += _body(text, Span(start, piece.span.end))
    headline = next((b for b in found if b.kind is BlockKind.HEADLINE), None)
    title = headline.span.of(text) if headline else ""
    version, notes = _said_above(text, known)
    return Page(
        tuple(found),
        title,
        dateline,
        version or carried.version,
        tuple(dict.fromkeys((*carried.notes, *notes))),
    )


def _said_above(text: str, pieces: Sequence[Piece]) -> tuple[str, tuple[str, ...]]:
    """Return the version that the marks about the headline state, and what is to be noted."""
    line = next((p.span.of(text) for p in pieces if p.kind is BlockKind.HEADLINE), "")
    before, after = wire.headline_mark(line), wire.headline_tail(line)
    versions = [mark.version for mark in (before, after) if mark is not None and mark.version]
    return next(iter(versions), ""), (WITHDRAWN,) if wire.is_withdrawal(line) else ()


def _free(text: str, pieces: Sequence[Piece]) -> list[int]:
    """Where the paragraphs are of which nothing is known yet; points above a story do not count."""
    told = (i for i, piece in enumerate(pieces) if piece.kind is None)
    return [i for i in told if not is_point(pieces[i].span.of(text))]


def _bare(text: str, piece: Piece) -> Piece:
    """A paragraph without the marks that a wire sets about a headline: ``^Storm<``, ``Sturm =``."""
    start, end = piece.span.start, piece.span.end
    if piece.kind is None and text[max(start, end - 2) : end] == " =":
        return replace(piece, span=Span(start, end - 2))
    marked = piece.kind is None and end - start > 2 and (text[start], text[end - 1]) == ("^", "<")
    return replace(piece, span=Span(start + 1, end - 1)) if marked else piece


def _by_words(text: str, piece: Piece) -> Piece:
    """Judge a paragraph by its words alone."""
    if piece.kind is not None:
        return piece
    line = piece.span.of(text)
    kind: BlockKind | None = None
    if credits.is_credit(line):
        kind = BlockKind.CREDIT
    elif residue.is_residue(line) or wire.goes_on(line):
        kind = BlockKind.RESIDUE
    elif residue.is_slug(line) or find_stamp(line):
        kind = BlockKind.DATELINE
    elif _is_caption(line):
        kind = BlockKind.CAPTION
    return replace(piece, kind=kind)


def _is_caption(line: str) -> bool:
    at = credits.photo_credit(line)
    if at is None:
        return False
    told = line[:at]
    return len(told.split()) <= _LONGEST_CAPTION and len(_SENTENCE_END.findall(told)) <= 2


def _captions_above_credits(text: str, pieces: list[Piece]) -> list[Piece]:
    """A short line straight above a bare photo credit is its caption."""
    done = list(pieces)
    for i, (above, below) in enumerate(pairwise(pieces)):
        alone = below.kind is BlockKind.CAPTION and credits.photo_credit(below.span.of(text)) == 0
        near = text[above.span.end : below.span.start].count("\n") == 1
        apart = i == 0 or text[pieces[i - 1].span.end : above.span.start].count("\n") > 1
        if alone and near and apart and above.kind is None and i > 0:
            done[i] = replace(above, kind=BlockKind.CAPTION)
    return done


def _with_headline(text: str, pieces: list[Piece]) -> list[Piece]:
    """The first line that no one claims is the headline if it reads like one and a body follows."""
    if any(piece.kind is BlockKind.HEADLINE for piece in pieces):
        return pieces
    free = [i for i, piece in enumerate(pieces) if piece.kind is None]
    if len(free) < 2 or not _reads_like_headline(pieces[free[0]].span.of(text)):
        return pieces
    done = list(pieces)
    done[free[0]] = replace(done[free[0]], kind=BlockKind.HEADLINE)
    return done


def _reads_like_headline(line: str) -> bool:
    bare = line.strip()
    mark = wire.headline_mark(bare)
    bare = bare[mark.end :] if mark else bare
    if "\n" in bare or len(bare) > _LONGEST_HEADLINE or find_dateline(bare + " X"):
        return False
    if _STOP.search(bare.rstrip('"”»’)」')) and not _ABBREVIATION_END.search(bare):
        return False
    return not _SENTENCE_END.search(bare)


def _with_author(text: str, pieces: list[Piece]) -> list[Piece]:
    """Find the byline: after the headline, or a bare name below the last paragraph."""
    done = list(pieces)
    free = _free(text, pieces)
    edges = [*free[:2], *free[-1:]] if len(free) > 1 else []
    for i in edges:
        if credits.is_byline(pieces[i].span.of(text)):
            done[i] = replace(done[i], kind=BlockKind.BYLINE)
    if len(free) > 2 and credits.is_bare_name(pieces[free[-1]].span.of(text)):
        done[free[-1]] = replace(done[free[-1]], kind=BlockKind.BYLINE)
    return done


def _stamped(text: str, pieces: Sequence[Piece]) -> Dateline | None:
    """Return the date of a date line of its own, such as ``March 14, 2024, 10:32``."""
    lines = (p.span.of(text) for p in pieces if p.kind is BlockKind.DATELINE)
    return next((found for found in map(find_stamp, lines) if found and found.month), None)


def _opening(line: str, stated: Sequence[str]) -> Found | None:
    """Return the dateline that opens *line*: by its words, or as the format has *stated* it."""
    alone = line.rstrip()[-1:] in _DASHES  # its paragraph begins on the next line
    found = find_dateline(f"{line} X" if alone else line)
    if found is not None:
        return replace(found, end=min(found.end, len(line)))
    for given in stated:
        dash = _DASH.match(line, len(given)) if line.startswith(given) else None
        if dash is not None and dash.end() < len(line):
            return Found(dash.end(), Dateline())
    return None


def _stated(lines: Sequence[str]) -> Dateline | None:
    """Return what *lines* say that the format itself calls datelines."""
    # A dateline is told by what follows it, so here something has to.
    followed = (line + end for line in lines for end in (" - X", " X"))
    found = next(filter(None, map(find_dateline, followed)), None)
    if found:
        return found.dateline
    places = (line for line in lines if len(line) <= _LONGEST_PLACE and _PLACE.fullmatch(line))
    return next((Dateline(place=place) for place in places), None)


def _merged(opening: Dateline, stamp: Dateline | None) -> Dateline:
    if stamp is None:
        return opening
    opening = replace(
        opening, place=opening.place or stamp.place, agency=opening.agency or stamp.agency
    )
    if opening.month is None:
        return replace(opening, month=stamp.month, day=stamp.day, year=stamp.year)
    return opening if opening.year else replace(opening, year=stamp.year)


def _headline(text: str, span: Span) -> list[Block]:
    """Cut wire marks off a headline: ``UPDATE 1-``, ``СРОЧНО:``, ``(SYNTHESE)``."""
    line = span.of(text)
    before, after = wire.headline_mark(line), wire.headline_tail(line)
    start = span.start + (before.end if before else 0)
    end = span.end - (after.end if after else 0)
    parts = (
        (BlockKind.DATELINE, span.start, start),
        (BlockKind.HEADLINE, start, end),
        (BlockKind.DATELINE, end, span.end),
    )
    return [_block(text, kind, first, last) for kind, first, last in parts if last > first]


def _body(text: str, span: Span) -> list[Block]:
    """Cut residue, credit and caption out of a paragraph where they are certain."""
    line = span.of(text)
    for kind, find in (
        (BlockKind.RESIDUE, residue.residue_tail),
        (BlockKind.CREDIT, credits.credit_tail),
        (BlockKind.CAPTION, _caption_tail),
    ):
        at = find(line)
        if at:
            cut = span.start + at
            head = _body(text, _block(text, BlockKind.BODY, span.start, cut).span)
            return [*head, _block(text, kind, cut, span.end)]
    inside = residue.residue_inside(line)
    if inside is not None:
        first, last = (span.start + at for at in inside)
        return [
            *_body(text, _block(text, BlockKind.BODY, span.start, first).span),
            _block(text, BlockKind.RESIDUE, first, last),
            *_body(text, _block(text, BlockKind.BODY, last, span.end).span),
        ]
    return [Block(BlockKind.BODY, span)] if line.strip() else []


def _caption_tail(line: str) -> int | None:
    """Return where the last sentence before a photo credit starts."""
    at = credits.photo_credit(line)
    if at is None:
        return None
    ends = [m.end() for m in _SENTENCE_END.finditer(line, 0, at) if line[m.end() : at].strip()]
    return ends[-1] if ends else 0


def _block(text: str, kind: BlockKind, start: int, end: int) -> Block:
    """Return a block without the white space around it."""
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Block(kind, Span(start, start + len(part.strip())))
