"""Rule ``mt-artefact-calque``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import regex

from transdiff.comparison import Article
from transdiff.facts import Span, Word, WordKind
from transdiff.language.pack import load_pack
from transdiff.language.patterns import find_phrases
from transdiff.model import BlockKind, Role
from transdiff.rule import Mark, rule

Patterns = tuple[regex.Pattern[str], ...]

_AGAIN = r"\1"
"""In a pattern of something said twice."""


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
    plain, doubled = _patterns(lang)
    if not plain or article.story.document.sentences:
        return
    theirs = [r.document.text.lower() for r in article.references.values() if r.lang == lang]
    for _, segment in article.compared():
        if segment.block.kind is BlockKind.HEADLINE:
            continue
        quoted = [q.span for q in segment.facts.quotations]
        done = segment.span.start
        patterns = plain + doubled if _says_twice(segment.facts.words) else plain
        for match in sorted(m.span() for p in patterns for m in p.finditer(segment.text)):
            span = Span(segment.span.start + match[0], segment.span.start + match[1])
            written = span.of(article.story.document.text).lower()
            if span.start < done or any(q.contains(span) for q in quoted):
                continue
            if not any(written in text for text in theirs):
                done = span.end
                yield span


def _says_twice(words: Sequence[Word]) -> bool:
    """Whether a word stands twice in a row, or two words twice; most sentences are passed over."""
    folds = [w.fold for w in words if w.kind is not WordKind.PUNCT]
    pairs = list(pairwise(folds))
    return len(set(pairs)) < len(pairs) or any(one == other for one, other in pairs)


@lru_cache(maxsize=64)
def _patterns(lang: str) -> tuple[Patterns, Patterns]:
    """Return the patterns of *lang*, apart those of something said twice, which are slow."""
    compiled = [regex.compile(p) for p in load_pack(lang).words("calques", "patterns")]
    plain = tuple(p for p in compiled if _AGAIN not in p.pattern)
    return plain, tuple(p for p in compiled if _AGAIN in p.pattern)
