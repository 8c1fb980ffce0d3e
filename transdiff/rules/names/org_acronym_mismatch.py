"""Rule ``org-acronym-mismatch``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Term
from transdiff.language.concepts import concept
from transdiff.rule import Mark, rule

_BRACKETED = regex.compile(r"\s?[(（](\p{Lu}[\p{Lu}.]{1,7})[)）]")


@rule(group="names", category="org", severity="minor", scope="article")
def org_acronym_mismatch(article: Article) -> Iterator[Mark]:
    """Report an acronym in brackets that is not that of the organisation it follows.

    Flagged:
        reference: The World Health Organization declared an end to the outbreak.
        translation: The World Health Organization ([[WTO]]) declared an end to the outbreak.

        reference: The International Energy Agency cut its forecast.
        translation: The International Energy Agency ([[IAEA]]) cut its forecast.

    Allowed:
        reference: The World Health Organization declared an end to the outbreak.
        translation: The World Health Organization (WHO) declared an end to the outbreak.

        reference: The International Energy Agency cut its forecast.
        translation: The International Energy Agency (Paris) cut its forecast.
    """
    text = article.story.document.text
    for _, segment in article.compared():
        for term in segment.facts.terms:
            match = _BRACKETED.match(text, term.span.end)
            if match is None:
                continue
            known = _acronyms(term, article.story.lang)
            acronym = match[1].replace(".", "")
            if known and acronym not in known:
                span = type(term.span)(match.start(1), match.end(1))
                message = f'"{match[1]}" after "{term.span.of(text)}", known as {min(known)}'
                yield Mark(span, message, (article.evidence(term.span),))


def _acronyms(term: Term, lang: str) -> frozenset[str]:
    """The acronyms of an organisation in *lang*; none where its own name is one or has several."""
    entry = concept(term.concept)
    if entry is None or entry.kind != "org":
        return frozenset()
    names = entry.forms.get("name", {}).get(lang, ())
    return frozenset(n.replace(".", "") for n in names if " " not in n and n.isupper())
