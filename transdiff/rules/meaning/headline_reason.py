"""Rule ``headline-reason``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.comparison import Article
from transdiff.facts import Span, WordKind
from transdiff.language.pack import load_pack
from transdiff.language.patterns import listed_spans
from transdiff.language.reading import Reading, read
from transdiff.model import BlockKind, Segment, Story
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import headline_mark

_WITHIN = 60
"""Code points behind a denial within which stands what it denies."""
_BEFORE = 1
"""Words between *possible* and the thing that it holds in doubt."""


class _Told(NamedTuple):
    """Where a story has a word, and whether it denies it or holds it in doubt there."""

    story: Story
    span: Span
    doubted: bool


@rule(group="meaning", category="headline", severity="critical", scope="article")
def headline_reason(article: Article) -> Iterator[Mark]:
    """Report a reason that a headline gives as a fact and the references deny or only suspect.

    *After unsafe flights*, *over fraud*: behind such a word (``[roles] causes``) a headline says
    why. Flagged where a word of the reason stands in the references and each time behind a denial
    (*no evidence that any flight was unsafe*) or a doubt (*possible fraud*), and in the body of
    the article no more surely.

    Flagged:
        reference: The fleet was grounded. The agency has no evidence that any flight was unsafe.
        translation: Fleet grounded [[after unsafe flights]]\\n\\nThe fleet was grounded.

        reference: The mayor resigned on Monday. Prosecutors are looking into possible bribery.
        translation: Mayor resigns [[over bribery]]\\n\\nThe mayor resigned on Monday.

    Allowed:
        reference: The fleet was grounded. The agency has no evidence that any flight was unsafe.
        translation: Fleet grounded over gaps in records\\n\\nThe fleet was grounded.

        reference: The mayor resigned on Monday. Prosecutors are looking into possible bribery.
        translation: Mayor resigns over alleged bribery\\n\\nThe mayor resigned on Monday.

        reference: The mayor was jailed for bribery. He said there was no bribery.
        translation: Mayor jailed for bribery\\n\\nThe mayor was jailed on Monday.
    """
    for segment in article.story.segments:
        if segment.block.kind is BlockKind.HEADLINE:
            headline = read([segment.facts], article.story.lang)
            for reason in _reasons(headline):
                mark = None if _held_back(headline, segment) else _mark(article, headline, reason)
                if mark is not None:
                    yield mark
                    return


def _reasons(headline: Reading) -> Iterator[range]:
    """Yield the words of each reason, with the preposition that opens it."""
    causes = {*load_pack(headline.lang).words("roles", "causes")}
    for at, word in enumerate(headline.words):
        end = at + 1
        while end < len(headline.words) and headline.words[end].kind is WordKind.WORD:
            if headline.words[end].fold in causes:
                break
            end += 1
        if word.fold in causes and end > at + 1:
            yield range(at, end)


def _held_back(headline: Reading, segment: Segment) -> bool:
    """Whether the headline itself doubts or denies."""
    doubted = bool(headline.of_kind("hedge") or headline.of_kind("negation", "not", "nominal"))
    return doubted or bool(listed_spans(segment, headline.lang, "roles", "doubts"))


def _mark(article: Article, headline: Reading, reason: range) -> Mark | None:
    """Mark a reason of which some word is told nowhere but in doubt."""
    for i in reason:
        if not headline.is_content[i]:
            continue
        stem = headline.words[i].stem
        told = [t for story in article.references.values() for t in _told(story, stem)]
        if told and all(t.doubted for t in (*told, *_told(article.story, stem))):
            span = headline.span(reason.start, reason.stop)
            return headline_mark(article, span, (told[0].story, told[0].span))
    return None


def _told(story: Story, stem: str) -> Iterator[_Told]:
    """Yield where *story* has the word, with the words that hold it back.

    The headline under review does not speak for itself.
    """
    for segment in story.segments:
        judged = story.key is None and segment.block.kind is BlockKind.HEADLINE
        if judged or not segment.compared:
            continue
        for word in segment.facts.words:
            if word.stem == stem:
                doubt = _doubt(segment, story.lang, word.span)
                start = word.span.start if doubt is None else doubt.start
                yield _Told(story, Span(start, word.span.end), doubt is not None)


def _doubt(segment: Segment, lang: str, word: Span) -> Span | None:
    """Return the words that deny what *word* says, or hold it in doubt; nothing sets them off."""
    clears = listed_spans(segment, lang, "coverage", "clears")
    denials = [m.span for m in segment.facts.markers if m.kind == "negation" and m.value == "not"]
    doubts = listed_spans(segment, lang, "roles", "doubts")
    marks = [w.span.start for w in segment.facts.words if w.kind is WordKind.PUNCT]
    words = [w.span.start for w in segment.facts.words]
    for spans, near in ((clears, 0), (denials, 0), (doubts, _BEFORE)):
        for span in spans:
            if not 0 <= word.start - span.end <= _WITHIN:
                continue
            if any(span.end <= m < word.start for m in marks):
                continue
            between = sum(span.end <= w < word.start for w in words)
            if not near or between <= near:
                return span
    return None
