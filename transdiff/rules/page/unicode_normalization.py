"""Rule ``unicode-normalization``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import Role
from transdiff.rule import Mark, rule

_DECOMPOSED = regex.compile(r"\p{L}[\u0300-\u036f]+")
_COMPOSED = regex.compile(r"[\u00c0-\u024f\u1e00-\u1eff\u0400-\u04ff]")


@rule(group="page", category="unicode", severity="minor", scope="article")
def unicode_normalization(article: Article) -> Iterator[Mark]:
    """Report letters in decomposed form (NFD) inside a text that is composed (NFC).

    They look the same but do not compare or search the same; frequent in Vietnamese text pasted
    from a Mac. One finding for each sentence. A text that is decomposed throughout is consistent.

    Flagged:
        reference[vi]: Giá gạo tăng. Người dân lo lắng về điều đó.
        translation[vi]: Người dân lo lắng về giá gạo. [[Gia\u0301 ta\u0306ng]].

        reference: The café and the hotel, owned by René Müller, closed.
        translation: The café of René Müller and the [[ho\u0302tel]] closed.

    Allowed:
        reference[vi]: Giá gạo tăng.
        translation[vi]: Giá gạo tăng.

        reference: The café closed.
        translation: The cafe\u0301 closed.
    """
    text = article.story.document.text
    loose = [m for m in _DECOMPOSED.finditer(text) if _composable(m[0])]
    if not loose or len(loose) > len(_COMPOSED.findall(text)):
        return
    for segment in article.story.segments:
        inside = [m for m in loose if segment.span.start <= m.start() < segment.span.end]
        if inside:
            start, end = inside[0].start(), inside[-1].end()
            while start > segment.span.start and text[start - 1].isalpha():
                start -= 1
            while end < segment.span.end and text[end].isalpha():
                end += 1
            span = Span(start, end)
            yield Mark(
                span,
                f'decomposed letters (NFD) in an NFC text: "{span.of(text)}"',
                (article.evidence(span, Role.SELF),),
                suggestion=unicodedata.normalize("NFC", span.of(text)),
            )


def _composable(cluster: str) -> bool:
    return len(unicodedata.normalize("NFC", cluster)) < len(cluster)
