"""Rule ``mt-artefact-repeat``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.model import Role
from transdiff.rule import Mark, rule
from transdiff.rules.repeats import repeated_within, repeats


@rule(group="wording", category="mt_artefact", severity="minor", scope="article")
def mt_artefact_repeat(article: Article, *, alike: float = 0.8) -> Iterator[Mark]:
    """Report a sentence that the article has said before in nearly the same words.

    Merging two wire stories easily prints one fact twice. Two sentences repeat each other when the
    share *alike* of their content words is the same and their figures do not differ; a sentence
    right behind the other may have other words for it if no reference supports it, and a sentence
    anywhere behind the other may say a part of it. Words that come near in meaning count where no
    fact is new. A headline may say what the lead says. A clause
    repeats another one of its sentence where four of its words in a row stand there too.

    Flagged:
        translation: Rescue teams reached the flooded village on Sunday. Roads stay closed. [[On Sunday, rescue teams reached the flooded village.]]

    Flagged with linked=false:
        reference: The harbour reopened.
        translation: The police are looking for the owner of the ship. [[Officers search for the owner of the vessel.]]

    Flagged with linked=false:
        reference: The harbour reopened.
        translation: The cranes stand idle and the pilots of the harbour are on strike, the port said. Roads stay closed. [[The pilots of the harbour are on strike, according to the port.]]

    Flagged with linked=false:
        reference: The harbour reopened.
        translation: Most islanders oppose a second bridge. [[A second bridge is opposed by the majority of the islanders.]]

    Flagged with linked=false:
        reference: The harbour reopened.
        translation: The nurses, all pensioners, worked without pay. [[Every nurse was a pensioner and unpaid.]]

    Allowed with linked=false:
        reference: The harbour reopened.
        translation: The nurses, all pensioners, worked without pay. Every nurse was given a medal and a coat.

    Flagged:
        translation: The coach said he would wait for the scan before speaking to the striker, and that he would [[wait for the scan before speaking to the striker]].

    Allowed:
        translation: The deputy head of the state border guard met the head of the state border guard of Karst.

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
    for _, segment in article.compared():
        again = repeated_within(segment, article.story.lang)
        if again is not None:
            evidence = article.evidence(segment.span, Role.SELF)
            yield Mark(again, "says again what stands before it in the sentence", (evidence,))
