"""Shares of the article that the references account for: sentences, quotations, numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article, Comparison
from transdiff.facts import Quantity, Quotation, Word, WordKind
from transdiff.model import Score, Segment

SIGNATURE = "transdiff|unit:ratio|version:1"
_NO_FIGURE = frozenset({"identifier", "article", "vague", "multiple"})
"""Kinds of quantity that no reader takes for a stated figure: ``F-16``, ``both``, ``dozens``."""


def ratios(article: Article) -> tuple[Score, ...]:
    """Return the ratios of *article*, each in 0..1, None where there is nothing to count."""
    supports = {c.index: len(c.witnesses) for c in article.comparisons}
    counts = [supports.get(i, 0) for i, _ in article.compared()]
    every = len(article.references)
    return (
        _ratio("coverage", [count > 0 for count in counts]),
        _ratio("coverage-all", [count == every for count in counts]),
        _ratio("quotation-ratio", list(_quotations(article))),
        _ratio("number-ratio", list(_numbers(article))),
    )


def _ratio(name: str, hits: Sequence[bool]) -> Score:
    value = round(sum(hits) / len(hits), 4) if hits else None
    return Score(name, value, SIGNATURE)


def _quotations(article: Article) -> Iterator[bool]:
    """Whether each quotation of the article stands, word for word, in the aligned text."""
    comparisons = {c.index: c for c in article.comparisons}
    for i, segment in article.compared():
        for quotation in segment.facts.quotations:
            if quotation.scare:
                continue
            theirs = _witnessed(comparisons.get(i))
            said = _folds(segment, quotation)
            yield any(_within(said, _words(s.facts.words)) for s in theirs)


def _folds(segment: Segment, quotation: Quotation) -> tuple[str, ...]:
    return _words([w for w in segment.facts.words if quotation.span.contains(w.span)])


def _words(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(w.fold for w in words if w.kind is not WordKind.PUNCT)


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[i : i + size] == part for i in range(len(whole) - size + 1))


def _numbers(article: Article) -> Iterator[bool]:
    """Whether each figure of the article is stated by the aligned text, in whatever form."""
    comparisons = {c.index: c for c in article.comparisons}
    for i, segment in article.compared():
        theirs = [q for s in _witnessed(comparisons.get(i)) for q in s.facts.quantities]
        for quantity in segment.facts.quantities:
            if quantity.kind not in _NO_FIGURE:
                yield any(_same(quantity, other) for other in theirs)


def _witnessed(comparison: Comparison | None) -> list[Segment]:
    if comparison is None:
        return []
    return [segment for witness in comparison.witnesses for segment in witness.around]


def _same(mine: Quantity, other: Quantity) -> bool:
    """Equal within the precision that the coarser of both states, in the same unit."""
    slack = max(mine.precision, other.precision)
    near = abs(mine.value - other.value) <= slack + 1e-9 * abs(mine.value)
    return near and (mine.unit == other.unit or not mine.unit or not other.unit)
