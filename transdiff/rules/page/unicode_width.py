"""Rule ``unicode-width``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import Role, Story
from transdiff.rule import Mark, rule

_FULL = regex.compile(r"[\uff01-\uff5e\u3000-\u3003]+")
_HALF = regex.compile(
    r"(?<=[\p{Han}\p{Hiragana}\p{Katakana}])[,;:?!](?=[\p{Han}\p{Hiragana}\p{Katakana}]|$)"
)
_STRAIGHT = regex.compile(r"\"(?=\p{Han})|(?<=[\p{Han}。，！？])\"")

_HABIT = 4
"""Sentences with a slip that may be a habit."""


@rule(group="page", category="unicode", severity="minor", scope="article")
def unicode_width(article: Article) -> Iterator[Mark]:
    """Report full-width forms outside Chinese, Japanese and Korean, half-width marks inside.

    ``，`` in an English sentence or ``,`` between two ideographs is left over from the other
    language's keyboard. Slips in one sentence are one finding, and those of a whole article, most
    of whose sentences have some: that is how its newsroom types.

    Flagged:
        reference: The port reopened, and ships came.
        translation: The port reopened[[，]]and ships came.

        reference[zh]: 港口重新开放，船只到来。
        translation[zh]: 港口重新开放[[,]]船只到来。

        reference[zh]: 他说：“港口开放。”
        translation[zh]: 他说：[["港口开放。"]]

        reference[zh]: 港口开放，船来了。桥修好了，车通了。雨停了，水退了。会开完了，人散了。
        translation[zh]: 港口开放[[,]]船来了。桥修好了,车通了。雨停了,水退了。会开完了,人散了。

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
    kind = "half-width" if lang in ("zh", "ja") else "full-width"
    slips = [*_slips(article.story, text)]
    sentences = sum(s.compared for s in article.story.segments)
    throughout = len(slips) >= _HABIT and 2 * len(slips) > sentences
    for span in slips[:1] if throughout else slips:
        where = " and throughout" if throughout else ""
        message = f'{kind} characters: "{span.of(text)[:60]}"{where}'
        yield Mark(span, message, (article.evidence(span, Role.SELF),))


def _slips(story: Story, text: str) -> Iterator[Span]:
    """Yield from the first to the last slip of each sentence."""
    patterns = {"zh": (_HALF, _STRAIGHT), "ja": (_HALF,), "ko": ()}.get(story.lang, (_FULL,))
    for segment in story.segments:
        found = sorted(
            (m.start(), m.end())
            for pattern in patterns
            for m in pattern.finditer(text, segment.span.start, segment.span.end)
        )
        if found:
            yield Span(found[0][0], found[-1][1])
