"""Rule ``mt-artefact-repeat``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.model import Role
from transdiff.rule import Mark, rule
from transdiff.rules.repeats import repeats


@rule(group="wording", category="mt_artefact", severity="minor", scope="article")
def mt_artefact_repeat(article: Article, *, alike: float = 0.8) -> Iterator[Mark]:
    """Report a sentence that the article has said before in nearly the same words.

    Merging two wire stories easily prints one fact twice. Two sentences repeat each other when the
    share *alike* of their content words is the same and their figures do not differ; a sentence
    right behind the other may have other words for it if no reference supports it. A headline may
    say what the lead says.

    Flagged:
        translation: Rescue teams reached the flooded village on Sunday. Roads stay closed. [[On Sunday, rescue teams reached the flooded village.]]

    Flagged with linked=false:
        reference: The harbour reopened.
        translation: The police are looking for the owner of the ship. [[Officers search for the owner of the vessel.]]

    Allowed:
        translation: Rescue teams reached the flooded village on Sunday. Roads stay closed. On Monday, soldiers reached the second valley.

    Allowed:
        translation: The first group has 12 members from four regions. The second group has 15 members from six regions.
    """  # noqa: E501
    for index, earlier in repeats(article, alike).items():
        first = article.story.segments[earlier]
        evidence = article.evidence(first.span, Role.SELF)
        span = article.story.segments[index].span
        yield Mark(span, f'says again: "{first.text}"', (evidence,))
