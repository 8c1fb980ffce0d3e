"""Rule ``mt-artefact-filler``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.language.patterns import listed_spans
from transdiff.model import Role
from transdiff.rule import Mark, rule


@rule(group="wording", category="mt_artefact", severity="minor", scope="article")
def mt_artefact_filler(article: Article) -> Iterator[Mark]:
    """Report a phrase that says nothing, which machines put in front of a fact.

    "It is important to note that" makes a plain fact the newsroom's opinion. It is left alone
    inside a quotation, and where a sentence that the references have for it opens so too.

    Flagged:
        reference: The bank will publish them in two weeks.
        translation: [[It is important to note that]] the bank will publish them in two weeks.

    Flagged with linked=false:
        translation[fr]: [[Il convient de noter que]] le pont restera fermé lundi.

    Allowed:
        reference: It should be noted that the bridge was closed in May, the ministry added.
        translation: It is worth noting that the bridge was closed in May, the ministry added.

    Allowed:
        reference: "It must be said that we were lucky," the keeper said.
        translation: "It has to be said that we were lucky," the keeper said.
    """
    for index, segment in article.compared():
        found = listed_spans(segment, article.story.lang, "calques", "fillers")
        if not found or _is_theirs(article, index):
            continue
        for span in found:
            if not any(q.span.contains(span) for q in segment.facts.quotations):
                evidence = article.evidence(span, Role.SELF)
                yield Mark(span, f'"{evidence.quote}" says nothing', (evidence,))


def _is_theirs(article: Article, index: int) -> bool:
    """Whether a reference has such a phrase in what the sentence was made from."""
    linked = ((article.references[key], j) for key, j in article.support_for(index))
    return any(
        listed_spans(story.segments[j], story.lang, "calques", "fillers") for story, j in linked
    )
