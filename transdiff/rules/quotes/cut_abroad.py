"""Quotations cut in translation: too short for the other, which goes on with a turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article
from transdiff.facts import Span, Word
from transdiff.language.listed import listed_phrases
from transdiff.model import Role, Severity
from transdiff.rule import Mark
from transdiff.rules.quotes.abroad import Abroad
from transdiff.rules.quotes.quote_turns import (
    LEAST,
    count_denials,
    cut_mark,
    has_turn,
    is_limit,
    places_of_turns,
)

_CUT = 0.7
"""How long a quotation is beside one of another language from which nothing much is cut."""
_WHOLE, _ALIKE = 0.85, 0.35
"""The same, where it ends before a turn; and how far two lengths may differ of what is one."""


def cut_abroad(article: Article, quoted: Abroad) -> Iterator[Mark]:
    """Mark a quotation that is too short for one of another language, with a turn that it lacks.

    Either nothing near it turns or denies; or it is as long as what stands before the turn, denies
    no more than that, and nothing limits it in its own sentence.
    """
    theirs, key, lang = quoted.theirs, quoted.witness.key, article.story.lang
    turns = list(places_of_turns(theirs.words, theirs.story.lang))
    around = [w for s in quoted.pair.around for w in s.facts.words]
    first, end = turns[-1] if turns else (0, 0)
    if quoted.length >= _CUT or has_turn(around, lang):
        limiting = (t for t in turns if is_limit(theirs.words, *t, theirs.story.lang))
        limiting = (t for t in limiting if not _is_limited_alike(quoted, *t, lang))
        first, end = next((t for t in limiting if _ends_before(quoted, t[0], lang)), (0, 0))
    missing = Span(theirs.words[first].span.start, theirs.words[-1].span.end)
    if first < end < len(theirs.words):
        shown = article.reference_evidence(key, missing, Role.MISSING)
        yield cut_mark(quoted.mine.words[-1].span, shown, Severity.MAJOR)


def _ends_before(quoted: Abroad, first: int, lang: str) -> bool:
    """Whether the quotation renders what stands before the word *first* of the other, no more."""
    words = quoted.theirs.words
    share = sum(len(w.text) for w in words[:first]) / sum(len(w.text) for w in words)
    if first < LEAST or quoted.length > _WHOLE or abs(quoted.length / share - 1) > _ALIKE:
        return False
    denied = count_denials(words[:first], quoted.theirs.story.lang)
    own = [w for s in quoted.pair.together for w in s.facts.words]
    outside = [w for w in own if not quoted.mine.span.contains(w.span)]
    limited = any(listed_phrases(lang, "coverage", "contrast").all(own))
    limited = limited or _count_limits(own, lang) > _count_limits(
        words[:first], quoted.theirs.story.lang
    )
    return (
        not limited
        and not has_turn(outside, lang)
        and count_denials(quoted.mine.words, lang) <= denied
    )


def _count_limits(words: Sequence[Word], lang: str) -> int:
    """Count contrasts, exceptions and conditions: *without fear* limits a kept half too."""
    return sum(is_limit(words, *t, lang) for t in places_of_turns(words, lang))


def _is_limited_alike(quoted: Abroad, first: int, end: int, lang: str) -> bool:
    """Whether a turn limits a denial in time, and the quotation does: not until, not before."""
    until = listed_phrases(quoted.theirs.story.lang, "negation", "limits")
    before = listed_phrases(lang, "negation", "limits")
    turn = quoted.theirs.words[first:end]
    return any(until.all(turn)) and any(before.all(quoted.mine.words))
