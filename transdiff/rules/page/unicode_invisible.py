"""Rule ``unicode-invisible``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import Role
from transdiff.rule import Mark, rule

_ANYWHERE = regex.compile(r"[\u200b\u2060\ufeff\u00ad\u180e]+")
_BIDI = regex.compile(r"[\u200c-\u200f\u202a-\u202e\u2066-\u2069]+")
_NEEDS_THEM = frozenset(["ar", "fa", "ur", "he", "hi", "bn", "ta", "th", "my", "km", "ckb", "yi"])


@rule(group="page", category="unicode", severity="minor", scope="article")
def unicode_invisible(article: Article) -> Iterator[Mark]:
    """Report characters that no one sees: zero-width spaces, soft hyphens, direction marks.

    They break search and spelling, and direction marks can make text read differently from what it
    says. Joiners and direction marks belong in Arabic, Hebrew and Indic text.

    Flagged:
        reference: The port reopened.
        translation: The port re[[\u200b]]opened.

        reference: The port reopened.
        translation: The port [[\u202e]]reopened.

    Allowed:
        reference: The port reopened.
        translation: The port reopened.

        reference[ar]: افتتح الميناء (AFP) اليوم.
        translation[ar]: افتتح الميناء \u200f(AFP) اليوم.
    """
    text = article.story.document.text
    found = [*_ANYWHERE.finditer(text)]
    if article.story.lang not in _NEEDS_THEM:
        found += _BIDI.finditer(text)
    for match in sorted(found, key=lambda m: m.start()):
        span = Span(match.start(), match.end())
        codes = " ".join(f"U+{ord(c):04X}" for c in match[0])
        yield Mark(span, f"invisible characters: {codes}", (article.evidence(span, Role.SELF),))
