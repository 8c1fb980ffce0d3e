"""Two figures of one sentence that stand with each other's words: *exports 4, imports 7*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Quantity, Span, WordKind
from transdiff.language.content import is_content
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.model import Segment

_STRONG = 2
"""Words of a part that tell figures of one unit apart, where the other parts share none."""
_LARGE = 1000.0
_MARKS = frozenset(",;:—–")

Placed = tuple[Quantity, Segment]


def apportioned_otherwise(a: Placed, b: Placed, one: Placed, two: Placed, lang: str) -> bool:
    """Whether figures *a* and *b* stand in parts that *two* and *one*, their equals, stand in."""
    here, there, of_a, of_b = (part_of(q, s, lang) for q, s in (a, b, one, two))
    if not (here and there and of_a and of_b) or here & of_a or there & of_b:
        return False
    mine, theirs = (here - there) & (of_b - of_a), (there - here) & (of_a - of_b)
    of_one_unit = len({q.unit for q, _ in (a, b, one, two)}) == 1 and bool(a[0].unit)
    if (mine and theirs) or (of_one_unit and max(len(mine), len(theirs)) >= _STRONG):
        return True
    if not all(_has_own_verb(*placed, lang) for placed in (one, two)):
        return False  # one verb is of both: *sent 350 soldiers and six helicopters*
    return _in_turn(a, b) != _in_turn(one, two) and _has_verb(mine | theirs, a[1], lang)


def _in_turn(one: Placed, other: Placed) -> bool:
    return one[0].span < other[0].span


def _has_verb(stems: frozenset[str], segment: Segment, lang: str) -> bool:
    """Whether some word says what those who are counted did; what they are may be left out.

    *Six members abstained and 11 stayed away*, *11 abstained and six were absent*.
    """
    return any(word.stem in stems and past_form(word.fold, lang) for word in segment.facts.words)


def _has_own_verb(quantity: Quantity, segment: Segment, lang: str) -> bool:
    """Whether a verb stands in the part of a figure, be it only *were*."""
    stretch = _stretch(quantity.span, segment, lang)
    tensed = any(m.kind == "tense" and stretch.contains(m.span) for m in segment.facts.markers)
    words = (w for w in segment.facts.words if stretch.contains(w.span))
    return tensed or any(past_form(w.fold, lang) for w in words)


def one_kind(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may count the same though but one has its unit: *4 bn euros, 7 bn*."""
    kinds = {a.kind, b.kind}
    return "cardinal" in kinds and len(kinds) > 1 and min(a.scale, b.scale) >= _LARGE


def part_of(quantity: Quantity, segment: Segment, lang: str) -> frozenset[str]:
    """Return the stems about a figure, between the marks and joints on either side of it.

    None if another figure stands there too.
    """
    stretch = _stretch(quantity.span, segment, lang)
    others = (q.span for q in segment.facts.quantities if q.span != quantity.span)
    if any(stretch.overlaps(span) for span in others):
        return frozenset()
    figures = (quantity.span, *filter(None, (quantity.bound_span,)))
    return frozenset(
        w.stem
        for w in segment.facts.words
        if stretch.contains(w.span)
        and w.kind is WordKind.WORD
        and is_content(w, lang)
        and not any(f.overlaps(w.span) for f in figures)
    )


def _stretch(span: Span, segment: Segment, lang: str) -> Span:
    parting = list(_parting(segment, lang))
    first = max((p.end for p in parting if p.end <= span.start), default=segment.span.start)
    last = min((p.start for p in parting if p.start >= span.end), default=segment.span.end)
    return Span(first, last)


def _parting(segment: Segment, lang: str) -> Iterator[Span]:
    """Yield the marks and the words that part what each figure is told of."""
    pack = load_pack(lang)
    joining = {*pack.words("roles", "coordinators"), *pack.words("voice", "joining")}
    figures = [q.span for q in segment.facts.quantities]
    for number, word in enumerate(segment.facts.words):
        mark = word.text in _MARKS and not any(f.contains(word.span) for f in figures)
        dash = word.text in "—–" and _stands_for_verb(segment, number)
        if (mark and not dash) or word.fold in joining:
            yield word.span


def _stands_for_verb(segment: Segment, number: int) -> bool:
    """Whether a dash stands between a word and its figure: *импорт — 7 млрд*."""
    behind = segment.facts.words[number + 1 : number + 2]
    return any(q.span.overlaps(w.span) for w in behind for q in segment.facts.quantities)
