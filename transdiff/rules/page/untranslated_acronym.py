"""Rule ``untranslated-acronym``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.model import Role
from transdiff.rule import Mark, rule

_ACRONYM = regex.compile(r"(?<![\p{L}\p{N}-])\p{Lu}{2,8}(?![\p{L}\p{N}-])")


@rule(group="page", category="untranslated", severity="minor", scope="article")
def untranslated_acronym(article: Article) -> Iterator[Mark]:
    """Report an acronym in the form of another language, such as OTAN for NATO in English.

    The accepted form is suggested. An acronym that a reference in the article's own language uses
    as well is allowed.

    Flagged:
        reference: NATO ministers met.
        translation: Ministers of [[OTAN]] met.

        reference[fr]: L'OMS a publié un rapport.
        translation: The [[OMS]] published a report.

        reference[fr]: L'OTAN se réunit.
        translation[fr]: Les ministres de la [[NATO]] se réunissent.

    Allowed:
        reference[fr]: L'OTAN se réunit.
        translation[fr]: L'OTAN se réunit.

        reference: The bank OMS Capital collapsed.
        translation: The bank OMS Capital collapsed.

        reference: The WHO published a report.
        translation: The WHO published a report.
    """
    table = load_pack(article.story.lang).section("untranslated").get("acronyms", {})
    kept = {
        match[0]
        for story in article.references.values()
        if story.lang == article.story.lang
        for match in _ACRONYM.finditer(story.document.text)
    }
    text = article.story.document.text
    for _, segment in article.compared():
        for match in _ACRONYM.finditer(text, segment.span.start, segment.span.end):
            right = table.get(match[0])
            if right and match[0] not in kept:
                span = Span(match.start(), match.end())
                yield Mark(
                    span,
                    f'"{match[0]}" is the form of another language for {right}',
                    (article.evidence(span, Role.SELF),),
                    suggestion=right,
                )
