"""Rule ``number-penalty``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Span
from transdiff.language.listed import listed_table
from transdiff.model import BlockKind, Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_YEARS = "years"
_TERMS = frozenset({"year", "month"})
_JUDGED = frozenset({"sentence", "convict", "forbid", "arrest", "punish"})
"""Events beside which a span of time is how long somebody is punished."""


@dataclass(frozen=True)
class _Penalty:
    kind: str
    span: Span


@rule(group="facts", category="number", severity="critical")
def number_penalty(pair: Comparison) -> Iterator[Mark]:
    """Report a life term for a term of years, or death for either, and the other way round.

    No reference may speak of such a penalty anywhere, and the linked sentences must give another.

    Flagged:
    reference: A court sentenced the former nurse to 12 years in prison on Wednesday.
    translation: The former nurse was given [[a life sentence]] on Wednesday.

    reference: The judge faces up to life in prison if he is convicted.
    translation: The judge will be [[executed]] if he is convicted.

    reference[de]: Das Gericht verurteilte den Fahrer zu lebenslanger Haft.
    translation: The court sentenced the driver to [[14 years]] in prison.

    Allowed:
    reference: A court sentenced the former nurse to life in prison. She can ask for parole in 2040.
    translation: The former nurse was jailed for life.

    reference: The driver was sentenced to 14 years in prison; prosecutors had sought a life term.
    translation: Prosecutors had asked for a life sentence for the driver.

    reference: A court sentenced the former nurse to 12 years in prison on Wednesday.
    translation: On Wednesday a court sentenced the former nurse to 12 years.
    """
    mine = list(_penalties([pair.segment], pair.lang))
    kinds = {p.kind for p in mine}
    if len(kinds) != 1:
        return
    found = [(w, p) for w in pair.witnesses for p in _told_by(w)]
    others = {p.kind for _, p in found}
    if not found or kinds & others or kinds & pair.whole.once(_heard):
        return
    if _YEARS in kinds and any(p.kind in others for p in _penalties_of(pair.whole)):
        return
    yield shown(pair, mine[0].span, found[0][0], found[0][1].span)


def _told_by(witness: Witness) -> list[_Penalty]:
    """The penalties of the linked sentences, or where they tell of none, of those beside them."""
    linked = list(_penalties(witness.segments, witness.lang))
    heads = any(s.block.kind is BlockKind.HEADLINE for s in witness.segments)
    beside = witness.story.segments if heads else witness.around
    return linked or list(_penalties(beside, witness.lang))


def _penalties_of(article: Article) -> Iterator[_Penalty]:
    segments = [segment for _, segment in article.compared()]
    return _penalties(segments, article.story.lang)


def _heard(article: Article) -> frozenset[str]:
    """The penalties, other than terms, of which any reference speaks anywhere."""
    stories = article.references.values()
    return frozenset(
        p.kind
        for story in stories
        for p in _penalties(story.segments, story.lang)
        if p.kind != _YEARS
    )


def _penalties(segments: Sequence[Segment], lang: str) -> Iterator[_Penalty]:
    phrases = listed_table(lang, "numbers", "penalties")
    for segment in segments:
        words = segment.facts.words
        for kind, first, end in phrases.all(words):
            yield _Penalty(kind, Span(words[first].span.start, words[end - 1].span.end))
        events = {m.value for m in segment.facts.markers if m.kind == "event"}
        for q in segment.facts.quantities if events & _JUDGED else ():
            if q.unit in _TERMS and q.kind == "measure" and q.value > 1:
                yield _Penalty(_YEARS, q.span)
