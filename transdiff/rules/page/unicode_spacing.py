"""Rule ``unicode-spacing``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import BlockKind, Role
from transdiff.rule import Mark, rule

_BEFORE = regex.compile(r"(?<=[\p{L}\p{N}%”’\"»)])[ \t]+(?=[,)\]](?!\p{L}|\p{N})|[.;:!?](?=\s|$))")
_BEFORE_FRENCH = regex.compile(
    r"(?<=[\p{L}\p{N}%”’\"»)])[ \t]+(?=[,)\]](?!\p{L}|\p{N})|\.(?=\s|$))"
)
_AFTER = regex.compile(r"(?<=[(\[])[ \t]+(?=\S)")
_DOUBLE = regex.compile(r"(?<=[^\s.!?:;…。])[ ]{2,}(?=\S)")


@rule(group="page", category="unicode", severity="minor", scope="article")
def unicode_spacing(article: Article) -> Iterator[Mark]:
    """Report a space before a comma, stop or closing bracket, after an opening one, or twice.

    French sets a space before ``; : ! ?``, so there only the comma, the full stop and brackets
    count. Slips that stand close together are one finding.

    Flagged:
        reference: The port reopened, and ships came.
        translation: The port reopened[[ ,]] and ships came.

        reference: The port (in the north) reopened.
        translation: The port [[( in]] the north) reopened.

        reference: The port reopened on Saturday.
        translation: The port [[reopened  on]] Saturday.

        reference[fr]: Le port a rouvert, dit-il.
        translation[fr]: Le port a rouvert[[ ,]] dit-il.

    Allowed:
        reference[fr]: Le port a-t-il rouvert ?
        translation[fr]: Le port a-t-il rouvert ?

        reference[fr]: Il l'a dit : le port rouvre !
        translation[fr]: Il l'a dit : le port rouvre !

        reference: The rate was .5 percent.
        translation: The rate was .5 percent.

        reference: They waited. Then they left.
        translation: They waited.  Then they left.
    """
    document = article.story.document
    before = _BEFORE_FRENCH if article.story.lang == "fr" else _BEFORE
    for block in document.blocks:
        if block.kind is BlockKind.RESIDUE:
            continue
        text = block.span.of(document.text)
        spans = [Span(m.start(), m.end() + 1) for m in before.finditer(text)]
        spans += [_with_word(text, m.start() - 1, m.end()) for m in _AFTER.finditer(text)]
        spans += [_around(text, m.start(), m.end()) for m in _DOUBLE.finditer(text)]
        for near in _joined(sorted(spans)):
            span = Span(block.span.start + near.start, block.span.start + near.end)
            quote = span.of(document.text)
            yield Mark(span, f'wrong spacing: "{quote}"', (article.evidence(span, Role.SELF),))


def _with_word(text: str, start: int, end: int) -> Span:
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, end)


def _around(text: str, start: int, end: int) -> Span:
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    return _with_word(text, start, end)


def _joined(spans: list[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and span.start - found[-1].end < 20:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found
