"""Rule ``consistency-honorific``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Title
from transdiff.rule import Mark, rule


@rule(group="names", category="consistency", severity="minor", scope="article")
def consistency_honorific(article: Article) -> Iterator[Mark]:
    """Report "Mr" and "Mr." in one article: two houses' punctuation.

    "Mr." is American usage, "Mr" British; either is right if it is kept. Reported once, at the
    first form that departs from the one used more often. Quotation marks make no difference.

    Flagged:
        reference: Mr. Orlov spoke first. Mr. Tran answered.
        translation: [[Mr]] Orlov spoke first. Mr. Tran answered. Mr. Orlov left.

        reference: Mr. Orlov spoke first. Mr. Tran answered.
        translation: Mr Orlov spoke first. Mr Tran answered. [[Mr.]] Orlov left.

    Allowed:
        reference: Mr. Orlov spoke first. Mr. Tran answered.
        translation: Mr Orlov spoke first. Mr Tran answered.

        reference: Mr. Orlov spoke first.
        translation: Mr. Orlov spoke first, then Mrs Tran.

        reference: Orlov spoke first.
        translation: Orlov spoke first.
    """
    forms: dict[str, list[Title]] = {"mr": [], "mr_dot": []}
    for _, segment in article.compared():
        for title in segment.facts.titles:
            if title.honorific in forms:
                forms[title.honorific].append(title)
    if not all(forms.values()):
        return
    rare, common = sorted(forms.values(), key=lambda titles: (len(titles), titles[0].span))
    text = article.story.document.text
    quotes = [t[0].span.of(text) for t in (rare, common)]
    message = f'"{quotes[0]}" here, "{quotes[1]}" elsewhere in the article'
    yield Mark(rare[0].span, message, (article.evidence(common[0].span),))
