"""Rule ``mt-artefact-calque``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.language.patterns import find_phrases
from transdiff.model import BlockKind, Role
from transdiff.rule import Mark, rule


@rule(group="wording", category="mt_artefact", severity="minor", scope="article")
def mt_artefact_calque(article: Article) -> Iterator[Mark]:
    """Report a phrase that was translated word for word.

    "In frames of the visit" or "Nó là cần thiết để" show the source language through the
    translation; the meaning usually survives, the reader's trust does not.

    Flagged:
        reference: The ministers met during the visit.
        translation: The ministers met [[in the frames of]] the visit.

    Flagged:
        translation[de]: Der Rat wird [[eine Entscheidung machen]].

    Flagged:
        translation: The bank said it [[would reviewing]] the loan.

    Flagged:
        translation: The tunnel has been shut [[since two weeks]].

    Flagged:
        translation: A snowslide has [[closed closed]] the pass.

    Allowed:
        translation: The king would bring a gift, and had had one made since 2019; his will being read, they left.

    Allowed:
        translation: The club has its first coach since two years ago, and it went on and on and on.

    Allowed:
        reference: The ministers met during the visit.
        translation: The ministers met as part of the visit.

    Allowed:
        translation[de]: Der Rat wird eine Entscheidung treffen.
    """  # noqa: E501
    phrases = load_pack(article.story.lang).words("calques", "list")
    for span in _slips(article):
        evidence = article.evidence(span, Role.SELF)
        yield Mark(span, f'"{evidence.quote}" is not what grammar allows', (evidence,))
    for _, segment in article.compared():
        for start, end, _ in find_phrases(phrases, segment.text):
            span = Span(segment.span.start + start, segment.span.start + end)
            evidence = article.evidence(span, Role.SELF)
            yield Mark(span, f'"{evidence.quote}" looks translated word for word', (evidence,))


def _slips(article: Article) -> Iterator[Span]:
    """Yield what no grammar allows, outside quotations, if no reference writes it as well."""
    lang = article.story.lang
    patterns = _patterns(lang)
    if not patterns or article.story.document.sentences:
        return
    theirs = [r.document.text.lower() for r in article.references.values() if r.lang == lang]
    for _, segment in article.compared():
        if segment.block.kind is BlockKind.HEADLINE:
            continue
        quoted = [q.span for q in segment.facts.quotations]
        done = segment.span.start
        for match in sorted(m.span() for p in patterns for m in p.finditer(segment.text)):
            span = Span(segment.span.start + match[0], segment.span.start + match[1])
            written = span.of(article.story.document.text).lower()
            if span.start < done or any(q.contains(span) for q in quoted):
                continue
            if not any(written in text for text in theirs):
                done = span.end
                yield span


@lru_cache(maxsize=64)
def _patterns(lang: str) -> tuple[regex.Pattern[str], ...]:
    return tuple(regex.compile(p) for p in load_pack(lang).words("calques", "patterns"))
