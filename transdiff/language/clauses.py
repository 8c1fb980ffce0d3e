"""Clauses: the parts of a sentence that a contrast word or punctuation sets off."""

from __future__ import annotations

from functools import lru_cache

import regex

from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.language.patterns import listed_spans, phrase_pattern
from transdiff.model import Segment

_STOP = regex.compile(r"[,;:.!?…—–。，；：！？、։]|\s-\s")


@lru_cache(maxsize=64)
def _contrast(lang: str) -> regex.Pattern[str] | None:
    return phrase_pattern(load_pack(lang).words("coverage", "contrast"))


def contrast_clauses(segment: Segment, lang: str) -> list[Span]:
    """Return the clauses of *segment* that a word like "but" or "although" opens.

    A clause runs from its word to the next punctuation mark; spans count in the document. *But
    also* and *yet to* open none.
    """
    pattern = _contrast(lang)
    if pattern is None:
        return []
    found = []
    others = listed_spans(segment, lang, "coverage", "no_contrast")
    for match in pattern.finditer(segment.text):
        opened = Span(segment.span.start + match.start(), segment.span.start + match.end())
        if any(opened.overlaps(other) for other in others):
            continue
        stop = _STOP.search(segment.text, match.end())
        end = stop.start() if stop else len(segment.text)
        found.append(Span(opened.start, segment.span.start + end))
    return found
