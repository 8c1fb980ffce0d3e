"""Rule ``unicode-width``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import Role
from transdiff.rule import Mark, rule

_FULL = regex.compile(r"[\uff01-\uff5e\u3000-\u3003]+")
_HALF = regex.compile(
    r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}])[,;:?!](?=[\p{Han}\p{Hiragana}\p{Katakana}]|$)"
)
_STRAIGHT = regex.compile(r"\"(?=\p{Han})|(?<=[\p{Han}。，！？])\"")


@rule(group="page", category="unicode", severity="minor", scope="article")
def unicode_width(article: Article) -> Iterator[Mark]:
    """Report full-width forms outside Chinese, Japanese and Korean, half-width marks inside.

    ``，`` in an English sentence or ``,`` between two ideographs is left over from the other
    language's keyboard. Slips in one sentence are one finding.

    Flagged:
        reference: The port reopened, and ships came.
        translation: The port reopened[[，]]and ships came.

        reference[zh]: 港口重新开放，船只到来。
        translation[zh]: 港口重新开放[[,]]船只到来。

        reference[zh]: 他说：“港口开放。”
        translation[zh]: 他说：[["港口开放。"]]

    Allowed:
        reference[zh]: 港口重新开放，船只到来。
        translation[zh]: 港口重新开放，船只到来。

        reference[zh]: 增长1,200万吨，即3.5%。
        translation[zh]: 增长1,200万吨，即3.5%。

        reference[ja]: 港は再開した。ＮＡＴＯも歓迎した。
        translation[ja]: 港は再開した。ＮＡＴＯも歓迎した。
    """
    text = article.story.document.text
    lang = article.story.lang
    patterns = {"zh": (_HALF, _STRAIGHT), "ja": (_HALF,), "ko": ()}.get(lang, (_FULL,))
    for segment in article.story.segments:
        found = sorted(
            (m.start(), m.end())
            for pattern in patterns
            for m in pattern.finditer(text, segment.span.start, segment.span.end)
        )
        if found:
            span = Span(found[0][0], found[-1][1])
            kind = "half-width" if lang in ("zh", "ja") else "full-width"
            yield Mark(
                span,
                f'{kind} characters: "{span.of(text)[:60]}"',
                (article.evidence(span, Role.SELF),),
            )
