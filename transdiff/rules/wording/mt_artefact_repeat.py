"""Rule ``mt-artefact-repeat``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.language.content import content_stems
from transdiff.model import BlockKind, Role, Segment
from transdiff.rule import Mark, rule


@rule(group="wording", category="mt_artefact", severity="minor", scope="article")
def mt_artefact_repeat(article: Article, *, alike: float = 0.8) -> Iterator[Mark]:
    """Report a sentence that the article has said before in nearly the same words.

    Merging two wire stories easily prints one fact twice. Two sentences repeat each other when the
    share *alike* of their content words is the same and their figures do not differ. A headline
    may say what the lead says.

    Flagged:
        translation: Rescue teams reached the flooded village on Sunday. Roads stay closed. [[On Sunday, rescue teams reached the flooded village.]]

    Allowed:
        translation: Rescue teams reached the flooded village on Sunday. Roads stay closed. On Monday, soldiers reached the second valley.

    Allowed:
        translation: The first group has 12 members from four regions. The second group has 15 members from six regions.
    """  # noqa: E501
    holders: dict[str, list[int]] = {}
    stems: dict[int, frozenset[str]] = {}
    for index, segment in article.compared():
        own = content_stems(segment.facts.words, article.story.lang)
        if segment.block.kind is BlockKind.HEADLINE or len(own) < 4:
            continue
        earlier = {i for stem in own for i in holders.get(stem, ())}
        for i in sorted(earlier):
            first = article.story.segments[i]
            shared = len(own & stems[i]) / len(own | stems[i])
            if shared >= alike and _figures(first) == _figures(segment):
                evidence = article.evidence(first.span, Role.SELF)
                yield Mark(segment.span, f'says again: "{first.text}"', (evidence,))
                break
        stems[index] = own
        for stem in own:
            holders.setdefault(stem, []).append(index)


def _figures(segment: Segment) -> set[float]:
    return {q.value for q in segment.facts.quantities}
