"""Where a quotation turns: at a contrast, a condition or a denial a cut changes its sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.facts import Span, Word
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.model import Evidence, Severity
from transdiff.rule import Mark

LEAST = 3
"""Words of which a quotation must at least be made."""


def turning_phrases(lang: str) -> Phrases[str]:
    """Return the phrases at which a quotation turns."""
    return listed_phrases(lang, "quotes", "contrast")


def has_turn(words: Sequence[Word], lang: str) -> bool:
    """Whether a contrast, a condition or a denial stands in *words*."""
    return any(turning_phrases(lang).all(words))


def opens_with_turn(words: Sequence[Word], lang: str) -> bool:
    """Whether *words* begin with a contrast or a condition, no mere denial."""
    denies = bool(words) and words[0].fold in load_pack(lang).words("negation", "not")
    return bool(words) and not denies and turning_phrases(lang).match(words, 0) is not None


def places_of_turns(words: Sequence[Word], lang: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where each turn stands in *words*."""
    return ((first, end) for _, first, end in turning_phrases(lang).all(words))


def count_denials(words: Sequence[Word], lang: str) -> int:
    """Count what denies in *words*."""
    return sum(not is_limit(words, *t, lang) for t in places_of_turns(words, lang))


def is_limit(words: Sequence[Word], first: int, end: int, lang: str) -> bool:
    """Whether a turn is a contrast, an exception or a condition, and no mere denial."""
    denials = {*load_pack(lang).words("negation", "not")}
    return not any(w.fold in denials for w in words[first:end])


def cut_mark(edge: Span, shown: Evidence, severity: Severity) -> Mark:
    """Return a mark at the *edge* of a quotation that goes on as *shown* in the reference."""
    message = f'quotation cut in article · {shown.reference} goes on "{shown.quote}"'
    return Mark(edge, message, (shown,), severity=severity)
