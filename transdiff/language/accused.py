"""Who is not charged, and not even a suspect: denials of a charge, wherever they stand.

*Has not been charged*, *обвинение ему пока не предъявлено*, *підозру нікому не оголошено*: the
denial may stand before the charge or behind it, so that it is looked for up to the next mark. The
words are the pack's ``[status.accusing]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.facts import Facts, Marker, Span, Word, WordKind

_SUSPECTED, _CHARGED = 1, 3
"""Steps of the pack's ``[status.legal]``."""
_BESIDE = 25
"""Code points between a denial and what it denies without another word for the deed."""
_AFTER = 1
"""Code points between what is denied and a denial that ends the verb: *起訴されていない*."""


def not_accused(facts: Facts) -> Iterator[tuple[int, Span]]:
    """Yield the states before the law that *facts* deny, with the words that deny them."""
    words = [m for m in facts.markers if m.kind == "accusing"]
    yield from ((_CHARGED, m.span) for m in words if m.value == "free")
    if not words:
        return
    for denial in facts.markers:
        if denial.kind == "negation" and denial.value == "not":
            stretch = _between_marks(facts.words, denial.span)
            yield from _denied(denial, [m for m in words if stretch.contains(m.span)])


def _between_marks(words: Sequence[Word], span: Span) -> Span:
    """Return from the mark before *span* to the mark after it."""
    marks = [w.span for w in words if w.kind is WordKind.PUNCT]
    first = max((m.end for m in marks if m.end <= span.start), default=words[0].span.start)
    last = min((m.start for m in marks if m.start >= span.end), default=words[-1].span.end)
    return Span(first, last)


def _denied(denial: Marker, words: list[Marker]) -> Iterator[tuple[int, Span]]:
    """Yield what *denial* denies among the *words* of its clause."""
    steps = (
        ("verb", "", _CHARGED),
        ("charge", "brought", _CHARGED),
        ("suspicion", "declared", _SUSPECTED),
    )
    values = {m.value for m in words}
    for value, deed, step in steps:
        for word in (m for m in words if m.value == value):
            gap = word.span.start - denial.span.end
            behind = 0 <= denial.span.start - word.span.end <= _AFTER
            near = value != "charge" and (0 <= gap <= _BESIDE or behind)
            if near or (deed and deed in values):
                first, last = sorted((denial.span, word.span))
                yield step, Span(first.start, max(first.end, last.end))
                break
