"""Rule ``omission-interests``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.listed import listed_phrases, listed_places
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.notices import missing_notices


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_interests(article: Article) -> Iterator[Mark]:
    """Report that the article leaves out who paid for a study, or whom its authors work for.

    A result is worth less if whoever profits from it has paid for it. The reference's sentence
    names somebody of whom the article tells, and no university, foundation or hospital; which
    words tell of money and of employment, which of a study or its authors, is data
    (``[coverage]``).

    Flagged:
        reference: The pill of the firm Helvia eased the pain. The study was paid for by Helvia.
        translation: The pill of the firm Helvia eased the pain.[[]]

    Flagged:
        reference: Voters want what Bek Builders plan. Bek Builders commissioned the poll.
        translation: Most voters want the bridge that Bek Builders plan.[[]]

    Flagged:
        reference: The pill eased the pain. Two authors of the paper own shares in its maker.
        translation: The pill eased the pain in four weeks.[[]]

    Allowed:
        reference: The pill of the firm Helvia eased the pain. The study was paid for by Helvia.
        translation: The pill eased the pain in a trial that its maker Helvia had funded.

    Allowed:
        reference: The pill of the firm Helvia eased the pain. The study was funded by a foundation.
        translation: The pill of the firm Helvia eased the pain.

    Allowed:
        reference: The town wants a bridge. It is to be funded by the state.
        translation: The town wants a bridge.
    """
    yield from missing_notices(article, _disclosures, partial(_of_others, article))


def _of_others(article: Article, key: str, index: int) -> bool:
    """Whether the sentence names nobody of whom the article tells, or a public body beside him.

    What the authors themselves disclose is no matter of others.
    """
    story, here = article.references[key], article.said_here
    segment = story.segments[index]
    if any(listed_phrases(story.lang, "coverage", "disclosed").all(segment.facts.words)):
        return False
    names = segment.facts.names
    known = any(here.spellings.keys() & set(n.parts) or n.concept in here.concepts for n in names)
    public = listed_phrases(story.lang, "coverage", "disinterested").all(segment.facts.words)
    return not known or any(public)


def _disclosures(segment: Segment, lang: str) -> list[Span]:
    """Return the words that tell who pays, in a sentence on a study or its authors."""
    words = segment.facts.words
    found = listed_places(words, lang, "coverage", "interests")
    return found if found and any(listed_phrases(lang, "coverage", "studies").all(words)) else []
