"""A decision that is called unanimous, where the references tell who was against it."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Comparison
from transdiff.facts import Span
from transdiff.language.denials import denies_in_clause
from transdiff.language.listed import listed_places
from transdiff.model import BlockKind, Severity
from transdiff.rule import Mark


def split_votes(pair: Comparison) -> Iterator[Mark]:
    """Yield *unanimously* where a reference counts votes against or abstentions, and none says so.

    The vote may be told in any sentence: a story has one vote, or tells of each who cast it.
    """
    found = listed_places(pair.segment.facts.words, pair.lang, "numbers.portions", "unanimous")
    split = pair.whole.once(_split) if found else None
    if split is None:
        return
    key, span = split
    inside = pair.reading.inside(found[0])
    if key not in {w.key for w in pair.witnesses} or denies_in_clause(pair.reading, inside.start):
        return  # "the vote was not unanimous"
    evidence = pair.whole.reference_evidence(key, span)
    yield Mark.against(pair.evidence(found[0]), evidence, Severity.MAJOR)


def _split(article: Article) -> tuple[str, Span] | None:
    """Return where a reference tells of votes against; nothing if any calls a vote unanimous."""
    told: list[tuple[str, Span]] = []
    for key, story in article.references.items():
        for segment in story.segments:
            words = segment.facts.words
            if listed_places(words, story.lang, "numbers.portions", "unanimous"):
                return None
            if segment.block.kind in (BlockKind.BODY, BlockKind.HEADLINE):
                places = listed_places(words, story.lang, "numbers", "split-votes")
                told += [(key, place) for place in places]
    return told[0] if told else None
