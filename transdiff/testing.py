"""For authors of rules: run the examples of a rule's docstring, as transdiff's own tests do.

An example is one pair given explicitly: no aligner decides what is compared with what. Besides a
rule's own options, the header of an example may set ``published=2024-03-14`` (the dates of both
sides), ``linked=false`` (nothing supports the translation) and ``linked=auto`` (for rules about
the order of a whole article: the aligner decides).
"""

from __future__ import annotations

import re

from transdiff.aligner.search import align_stories
from transdiff.comparison import Article
from transdiff.findings import stamp
from transdiff.model import Alignment, Document, Finding, Link, Story
from transdiff.pipeline import annotated_story
from transdiff.rule import Example, Mark, Rule
from transdiff.settings import Settings

_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


def findings_of(rule: Rule, example: Example) -> tuple[Finding, ...]:
    """Return what *rule* finds in *example*."""
    options = dict(example.options)
    article = _article(example, str(options.pop("published", "")), options.pop("linked", True))
    marks: list[tuple[Rule, Mark]] = []
    for subject in [article] if rule.scope == "article" else article.comparisons:
        marks += [(rule, mark) for mark in rule(subject, **options)]
    return stamp(article, marks, Settings())


def expected_spans(example: Example) -> list[tuple[int, int]]:
    """Return what ``[[…]]`` marks in the translation, as offsets into the text without brackets."""
    found, removed = [], 0
    for match in _MARKED.finditer(example.translation[1]):
        start = match.start() - removed
        found.append((start, start + len(match[1])))
        removed += 4
    return found


def _article(example: Example, published: str, linked: object) -> Article:
    lang, text = example.translation
    story = _story(None, _MARKED.sub(r"\1", text), lang, published)
    references = {
        f"reference{n}": _story(f"reference{n}", text, lang, published)
        for n, (lang, text) in enumerate(example.references, 1)
    }
    mine = tuple(i for i, s in enumerate(story.segments) if s.compared)
    if linked == "auto":
        return Article(story, references, align_stories(story, references))
    if not linked:
        left = {k: tuple(range(len(s.segments))) for k, s in references.items()}
        return Article(story, references, Alignment((), mine, left))
    links = tuple(
        Link(mine, key, tuple(j for j, s in enumerate(other.segments) if s.compared), 1.0)
        for key, other in references.items()
    )
    return Article(story, references, Alignment(links, (), dict.fromkeys(references, ())))


def _story(key: str | None, text: str, lang: str, published: str) -> Story:
    document = Document.from_text(text, lang, id=key or "article", published=published)
    return annotated_story(key, document)
