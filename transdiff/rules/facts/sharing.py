"""Figures of a tally, of a margin, of one each and of all together: two ways to state one thing.

*By 58 votes to 51* is *by seven votes*; *five million each* is *ten million in total* for two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases
from transdiff.language.one_unit import LEAST_COUNT, equal
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.units import dimension_of, divides, same_unit
from transdiff.rules.facts.counterparts import Figure, followed, preceded
from transdiff.rules.facts.direction_words import polarity

_JOINT = 2
"""Code points between a figure and the word that says that it is a difference: *three fewer*."""
_CHANGES = frozenset({"comparison", "direction"})
_NEAR = 4
"""Words on either side of a figure among which stands that it is a margin."""
_REACH = 7
"""Words on either side of an amount among which stands whether it is of each or of all."""
_COINS = 100
"""Coins of a unit of money."""
_MOST = 100
"""People among whom an amount is shared, at most."""
_MARGINS = frozenset({"cardinal", "article", "measure", "percent", "money"})
"""Kinds of figures that may tell how far two others are apart; of shares only the points."""
_TALLIED = frozenset({"cardinal", "identifier", "measure", "money", "percent"})
EACH, TOTAL = "each", "total"


def is_margin(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a figure is the difference of two that a reference counts: *by seven votes*."""
    quantity = figure.quantity
    by = quantity.role == "by" and (not quantity.unit or quantity.kind == "money")
    told = by or _is_told_as_margin(figure) or _tells_of_margin(figure)
    if not (_may_be_margin(figure) and told):
        return False
    return any(_apart(a, b) == figure.quantity.value for a, b in _tallies(others))


def makes_margin(figure: Figure, mine: Sequence[Figure], others: Iterable[Figure]) -> bool:
    """Whether a reference gives only how far *figure* and the one beside it are apart.

    The reference says so: *backed by twelve countries* is no margin of fourteen and two.
    """
    beside = [_apart(a, b) for a, b in _tallies(mine) if figure in (a, b)]
    return bool(beside) and any(
        o.quantity.value in beside and _may_be_margin(o) and _is_told_as_margin(o) for o in others
    )


def is_difference(figure: Figure) -> bool:
    """Whether a figure says how much more or less something is: *by two*, *5.50 euros above*."""
    degrees = (followed(figure, way, "comparison.figured-after", 1) for way in ("up", "down"))
    if followed(figure, "gaps") or any(degrees):
        return True
    end, markers = figure.quantity.span.end, figure.segment.facts.markers
    changes = [m for m in markers if m.kind in _CHANGES]
    by = figure.quantity.role == "by" and bool(changes)  # not *was backed by twelve*
    return by or any(0 <= m.span.start - end <= _JOINT for m in changes)


def tells_difference(figure: Figure, mine: Iterable[Figure], others: Sequence[Figure]) -> bool:
    """Whether a change is told by its size here and by its two ends there, or the reverse.

    *41.50 euros, 5.50 above the first offer* has the same offer as *36 euros*, and *11, three fewer
    than a year ago* says how many those were.
    """
    ends = [f for f in mine if f is not figure and _comparable(f, figure)]
    if is_difference(figure):
        return any(_is_apart(a, b, figure) for a in ends for b in others)
    gaps = [f for f in others if is_difference(f) and _comparable(f, figure)]
    return any(
        _apart(end, figure) == gap.quantity.value and not _is_turned(end, figure, gap)
        for end in ends
        for gap in gaps
    )


def _is_turned(end: Figure, figure: Figure, gap: Figure) -> bool:
    """Whether the other end is said to lie on the other side: *11, three fewer than* are not 8."""
    behind = gap.quantity.span.end
    told = (m for m in gap.segment.facts.markers if m.kind == "comparison")
    way = next((polarity(m) for m in told if 0 <= m.span.start - behind <= _JOINT), 0)
    own = any(q.value == end.quantity.value for q in gap.segment.facts.quantities)
    return own and way * (end.quantity.value - figure.quantity.value) < 0


def told_gaps(figures: Sequence[Figure]) -> tuple[tuple[Figure, Figure], ...]:
    """Return each figure with the next one, where this says how far something is from it."""
    return tuple(
        (end, gap)
        for a, b in pairwise(figures)
        if a.segment is b.segment
        for end, gap in ((a, b), (b, a))
        if (is_difference(gap) or _is_told_as_margin(gap)) and not is_difference(end)
    )


def restores_end(
    figure: Figure, mine: Iterable[Figure], gaps: Sequence[tuple[Figure, Figure]]
) -> bool:
    """Whether a figure is what a reference gives by another one and how far they are apart.

    *18 buses, six more than this year* says that there are twelve this year. Not where the article
    tells the distance itself: it then gives the other end.
    """
    fitting = {gap.quantity.value for end, gap in gaps if _fits_end(figure, end, gap)}
    told = (f for f in mine if f is not figure and f.quantity.value in fitting)
    return not fitting <= {f.quantity.value for f in told if is_difference(f)}


def is_other_part(figure: Figure, mine: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a figure is what a part, told here too, leaves of a reference's whole.

    *Five years, of which two are suspended* are three years to serve and two suspended.
    """
    beside = {f.quantity.value for f in mine if f is not figure}
    one = figure.quantity
    return one.high is None and any(
        b.quantity.value in beside
        and a.segment is b.segment
        and one.unit in (a.quantity.unit, "")
        and b.quantity.unit in (a.quantity.unit, "")
        and preceded(b, "among", within=2)
        and equal(a.quantity.value - b.quantity.value, one.value, 0.0)
        for a, b in pairwise(others)
    )


def _fits_end(figure: Figure, end: Figure, gap: Figure) -> bool:
    """Whether *figure* is on that side of *end*, and as far from it, as *gap* says."""
    one, two, far = figure.quantity, end.quantity, gap.quantity
    points = two.unit == "percent" and dimension_of(far.unit) == "points"
    alike = same_unit(one.unit, two.unit) and (points or _comparable(end, gap))
    if not alike or one.high is not None or one.kind in ("ordinal", "identifier", "score"):
        return False
    if followed(gap, "up", "comparison.figured-after", 1) and one.value > two.value:
        return False
    if followed(gap, "down", "comparison.figured-after", 1) and one.value < two.value:
        return False
    return equal(abs(one.value - two.value), far.value, 0.0)


def _is_apart(a: Figure, b: Figure, gap: Figure) -> bool:
    """Whether two figures differ by a third, be it in coins: *$2.70*, *$3.20*, *50 cents more*."""
    coins = divides(gap.quantity.unit, a.quantity.unit)
    size = gap.quantity.value / (_COINS if coins else 1)
    return equal(_apart(a, b), size, 0.0)


def _comparable(a: Figure, b: Figure) -> bool:
    one, two = a.quantity, b.quantity
    same = one.unit == two.unit or not two.unit or divides(two.unit, one.unit)
    return one.high is None and two.high is None and same


def _may_be_margin(figure: Figure) -> bool:
    return figure.quantity.kind in _MARGINS and figure.quantity.unit != "percent"


def _tallies(figures: Sequence[Figure]) -> Iterable[tuple[Figure, Figure]]:
    """Return the counts that stand side by side in one text, each with the next."""
    return (
        (a, b)
        for a, b in pairwise(f for f in figures if f.quantity.kind in _TALLIED)
        if a.witness is b.witness and (a.quantity.unit == b.quantity.unit or not b.quantity.unit)
    )


def _apart(a: Figure, b: Figure) -> float:
    return abs(a.quantity.value - b.quantity.value)


def _tells_of_margin(figure: Figure) -> bool:
    """Whether a large count stands in a sentence that tells somewhere of more, less or a margin.

    *Those for it outnumbered those against by far, the margin in the council being 27.*
    """
    told = listed_phrases(figure.lang, "numbers", "margins").all(figure.segment.facts.words)
    return figure.quantity.value >= LEAST_COUNT and any(True for _ in told)


def _is_told_as_margin(figure: Figure) -> bool:
    before, after = _beside(figure, _NEAR)
    behind = listed_phrases(figure.lang, "numbers", "gaps")
    ahead = listed_phrases(figure.lang, "numbers", "gaps-before")
    return any(True for _ in ahead.all(before)) or any(True for _ in behind.all(after))


def shares_out(figure: Figure, others: Sequence[Figure], mine: Sequence[Figure]) -> bool:
    """Whether an amount of each and the number of people make the amount of all, or the reverse."""
    quantity, own = figure.quantity, spread(figure)
    if not own or not quantity.unit:
        return False
    heads = {f.quantity.value for f in (*mine, *others) if _counts_heads(f.quantity)}
    for other in others:
        if not same_unit(other.quantity.unit, quantity.unit) or spread(other) == own:
            continue
        one, all_ = (quantity, other.quantity) if own == EACH else (other.quantity, quantity)
        if any(equal(one.value * n, all_.value, 0.02 * all_.value) for n in heads):
            return True
    return False


def of_both_sides(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether a count is of two sides and a reference counts one: *five from each side*, *ten*."""
    sided = _is_of_each_side(figure)
    return figure.quantity.kind == "cardinal" and any(
        other.quantity.kind == "cardinal"
        and other.quantity.unit == figure.quantity.unit
        and _is_of_each_side(other) != sided
        and other.quantity.value == figure.quantity.value * (1 / 2 if not sided else 2)
        for other in others
    )


def _is_of_each_side(figure: Figure) -> bool:
    return followed(figure, "each-side", within=_NEAR) or preceded(figure, "each-side")


def _counts_heads(quantity: Quantity) -> bool:
    counts = quantity.kind == "cardinal" and not quantity.unit
    return counts and 1 < quantity.value <= _MOST


def spread(figure: Figure) -> str:
    """Return whether an amount is said to be of ``each`` or the ``total`` of all, else nothing."""
    if figure.quantity.per == "head":
        return EACH
    phrases = _spreading(figure.lang)
    before, after = _beside(figure, _REACH)
    told = [*(v for v, _, _ in phrases.all(before)), *(v for v, _, _ in phrases.all(after))]
    found = {value for value in told if value}
    return found.pop() if len(found) == 1 else ""


@lru_cache(maxsize=32)
def _spreading(lang: str) -> Phrases[str]:
    """What makes an amount one of each, or of all; *each month* does neither."""
    pack = load_pack(lang)
    rates = pack.section("units").get("per", {})
    other = [(p, "") for unit, phrases in rates.items() if unit != "head" for p in phrases]
    lists = [(p, v) for v in (EACH, TOTAL) for p in pack.words("numbers", v)]
    return Phrases([*other, *lists], lang)


def _beside(figure: Figure, reach: int) -> tuple[list[Word], list[Word]]:
    """Return the words around a figure up to the next mark or number, in their order."""
    words, span = figure.segment.facts.words, figure.quantity.span
    first, end = place_of(words, span)
    before = _run(words[max(0, first - reach) : first][::-1])
    return before[::-1], _run(words[end : end + reach])


def _run(words: Sequence[Word]) -> list[Word]:
    found: list[Word] = []
    for word in words:
        if word.kind is not WordKind.WORD:
            break
        found.append(word)
    return found
