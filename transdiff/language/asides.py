"""Who speaks, told inside the marks: *«No tenemos miedo —dijo el alcalde—, pero …»*.

Such an aside is no part of what is quoted. It stands between dashes, in French between commas, and
opens with a verb of saying.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.facts import Span
from transdiff.language.pack import Pack
from transdiff.language.reporting import reporting
from transdiff.language.words import tokenize

_DASHED = regex.compile(r"[,.!?…]?\s?(?:[—–]|\s-)\s?(?P<aside>[^—–«»“”]{3,90})(?:[—–]|\s-\s|$)")
_BETWEEN_COMMAS = regex.compile(r",\s(?P<aside>[^,—–«»“”]{3,90}),\s")
_OPENING = 3
"""Words of an aside within which its verb of saying must begin: *a ensuite ajouté*."""


def spoken(text: str, span: Span, pack: Pack) -> Iterator[Span]:
    """Yield the parts of a quotation that are quoted: *span* less who speaks, told inside it."""
    start = span.start
    for found in _asides(text, span, pack):
        if found.start > start:
            yield Span(start, found.start)
        start = found.end
    if start < span.end:
        yield Span(start, span.end)


def _asides(text: str, span: Span, pack: Pack) -> Iterator[Span]:
    marks = [_DASHED]
    if pack.section("quotes").get("comma-asides"):
        marks.append(_BETWEEN_COMMAS)
    found = (m for mark in marks for m in mark.finditer(text, span.start, span.end))
    reached = span.start
    for match in sorted(found, key=lambda m: m.start()):
        if match.start() >= reached and _says(match["aside"], pack.lang):
            reached = match.end()
            yield Span(match.start(), reached)


def _says(aside: str, lang: str) -> bool:
    """Whether an aside opens with a verb of saying."""
    words = tokenize(aside, 0, lang)
    verbs = reporting(lang).verbs
    return any(verbs.match(words, at) is not None for at in range(min(len(words), _OPENING)))
