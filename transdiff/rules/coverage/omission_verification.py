"""Rule ``omission-verification``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.patterns import listed_spans
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.notices import missing_notices


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_verification(article: Article) -> Iterator[Mark]:
    """Report that the article leaves out that the agency could not check a claim.

    "Reuters could not independently verify the report" tells the reader how much a claim is worth.
    Background may go when a story is cut; this sentence may not, as long as the claim stays.

    Flagged:
        reference: The ministry said its forces had taken the town. Reuters could not independently verify the statement.
        translation: The ministry said its forces had taken the town.[[]]

    Flagged:
        reference[de]: Die Armee meldete vier Verletzte. Die Angaben ließen sich nicht unabhängig überprüfen.
        translation[de]: Vier Menschen wurden nach Angaben der Armee verletzt.[[]]

    Flagged:
        reference: Forty lorries reached the camp. The agency has no means of checking who will get the rice.
        translation: Forty lorries reached the camp.[[]]

    Allowed:
        reference: The ministry said its forces had taken the town. Reuters could not independently verify the statement.
        translation: The ministry said its forces had taken the town, a claim that could not be verified.

    Allowed:
        reference: The ministry said its forces had taken the town. The road was built in 1970.
        translation: The ministry said its forces had taken the town.
    """  # noqa: E501
    yield from missing_notices(article, _disclaimers, partial(_denied_here, article))


def _denied_here(article: Article, key: str, index: int) -> bool:
    """Whether what the article made of the sentence says in any words that something failed."""
    support = article.support_of.get((key, index), ())
    markers = (m for i in support for m in article.story.segments[i].facts.markers)
    return any(m.kind == "negation" and m.value in ("not", "lexical") for m in markers)


def _disclaimers(segment: Segment, lang: str) -> list[Span]:
    return listed_spans(segment, lang, "coverage", "verification")
