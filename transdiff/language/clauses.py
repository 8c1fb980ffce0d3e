"""Clauses: the parts of a sentence that a mark, a conjunction or a contrast word sets off.

Numbered for each word, and as the spans that a word like "but" opens.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from transdiff.facts import Span, Word, WordKind
from transdiff.language.pack import load_pack
from transdiff.language.patterns import listed_spans, phrase_pattern
from transdiff.language.rows import kept
from transdiff.model import Segment

_STOP = regex.compile(r"[,;:.!?…—–。，；：！？、։]|\s-\s")
_CLAUSE_MARKS = frozenset(',;:.!?()[]–—…"“”«»„，。；：、！？「」（）՝։،؛؟')


@kept
def clause_numbers(words: Sequence[Word], lang: str) -> tuple[int, ...]:
    """Number the clauses of *words*: a mark or a conjunction begins the next one."""
    openers = _clause_words(lang)
    behind_marks = load_pack(lang).section("events").get("clause-behind-marks", False)
    number, found = 0, []
    for at, word in enumerate(words):
        if word.kind is WordKind.PUNCT:
            number += word.fold in _CLAUSE_MARKS and not _makes_ordinal(words, at, lang)
        elif word.fold in openers:
            inner = at > 0 and words[at - 1].kind is not WordKind.PUNCT
            number += not (behind_marks and inner)
        found.append(number)
    return tuple(found)


def _makes_ordinal(words: Sequence[Word], at: int, lang: str) -> bool:
    """Whether a mark makes an ordinal of the figure before it: *am 4. November*."""
    if not 0 < at < len(words) - 1 or words[at - 1].kind is not WordKind.NUMBER:
        return False
    inner = words[at + 1].kind is WordKind.WORD and words[at - 1].span.end == words[at].span.start
    return inner and words[at].fold in load_pack(lang).words("numbers", "ordinal-suffixes")


@lru_cache(maxsize=64)
def _clause_words(lang: str) -> frozenset[str]:
    return frozenset(load_pack(lang).words("events", "clause"))


def contrast_clauses(segment: Segment, lang: str) -> list[Span]:
    """Return the clauses of *segment* that a word like "but" or "although" opens.

    A clause runs from its word to the next punctuation mark; spans count in the document. *But
    also* and *yet to* open none.
    """
    return _opened(segment, lang, "contrast")


def excepting_clauses(segment: Segment, lang: str) -> list[Span]:
    """Return the clauses of *segment* that take somebody or something out: *excluding taxes*."""
    return _opened(segment, lang, "excepting")


def _opened(segment: Segment, lang: str, name: str) -> list[Span]:
    """Return the clauses of *segment* that a phrase of the list *name* opens."""
    pattern = _pattern(lang, name)
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


@lru_cache(maxsize=64)
def _pattern(lang: str, name: str) -> regex.Pattern[str] | None:
    return phrase_pattern(load_pack(lang).words("coverage", name))
