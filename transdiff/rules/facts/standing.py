"""In the place of which reference figure a figure of the article stands, if of any."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, WordKind
from transdiff.language.amounts import same_amount, states
from transdiff.language.slips import mistyped, shifted, slipped
from transdiff.language.units import dimension_of
from transdiff.model import Segment
from transdiff.rules.facts.counterparts import (
    Figure,
    comparable,
    is_hour,
    is_near,
    likeness,
    odds_of,
    read_alike,
)
from transdiff.rules.facts.sharing import is_difference
from transdiff.rules.facts.supported import Told

_WEAK = 0.16
"""Least context in common for a counterpart that is the only one of its kind."""
_FIRM = 0.34
"""Least context in common for a counterpart among several."""
_OF_ONE_UNIT = 0.5
"""What figures of one unit have in common by that alone."""
_CLEARLY = 0.4
"""How much more a figure has in common with what it stands for than with its equal."""
_ANYWHERE = 0.9
"""Least context in common where the figure stands elsewhere in the references."""
_LEFT_OUT = frozenset({"", "money", "share", "points", "time"})
"""Dimensions whose unit a sentence may leave to its context: *4 billion dollars, then 3*."""
_LONG = 4
"""Code points of a stem that says what a sentence is about."""
_ANYWHERE_OF_A_FATE = 1.3
"""The same where both may count the dead: that much every toll has in common."""


def used(figure: Figure, stated: Sequence[Quantity], linked: Sequence[Figure]) -> bool:
    """Whether the article states what the reference figure does, by it and not by a nearer one."""
    theirs = figure.quantity
    for mine in stated:
        exact = any(same_amount(mine, f.quantity) for f in linked)
        if not states(theirs, mine) or (exact and mine.value != theirs.value):
            continue
        rivals = (f.quantity for f in linked if f.quantity.unit == mine.unit)
        if theirs.unit == mine.unit or not any(states(r, mine) for r in rivals):
            return True
    return False


def is_of_another(figure: Figure, told: Told, unmatched: Sequence[Figure]) -> bool:
    """Whether a reference has the figure, but of something else that the article tells of too.

    *The break-in took six minutes; the police were there six minutes later*, and not *eight*.
    """
    best = _likeliest(told.pair, figure, unmatched)
    if best is None or best.lang != figure.lang:
        return False
    least = likeness(figure, best) - _CLEARLY
    equals = [f for f in told.around if states(f.quantity, figure.quantity)]
    return bool(equals) and all(
        likeness(figure, other) <= least and told.tells_besides(figure, other) for other in equals
    )


def is_of_other_kind(figure: Figure, told: Told, unmatched: Sequence[Figure]) -> bool:
    """Whether only another kind of figure states it, and the article lacks the one it was made of.

    *Three weeks* are no *three months* because three people spoke, nor are *dozens* saved 71 dead.
    """
    equals = [f.quantity for f in told.around if states(f.quantity, figure.quantity)]
    if not equals or not all(_of_other_kind(q, figure.quantity) for q in equals):
        return False
    return any(_is_made_of(figure, other) for other in unmatched)


def _of_other_kind(stated: Quantity, claim: Quantity) -> bool:
    """Whether one is exact and the other vague, or one is measured and the other only counts."""
    if "vague" in (stated.kind, claim.kind):
        return stated.kind != claim.kind
    return bool(claim.unit) and not stated.unit and stated.kind == "cardinal"


def _is_made_of(figure: Figure, other: Figure) -> bool:
    """Whether a figure is another one with a slip, in another unit, or of the same victims."""
    one, two = figure.quantity, other.quantity
    if not comparable(one, two) or "vague" in (one.kind, two.kind):
        return False
    if same_odds(figure, other):
        return dimension_of(one.unit) == dimension_of(two.unit)
    slip = slipped(one.value, two.value) or shifted(one.value, two.value) or _tenfold(one, two)
    return one.unit == two.unit and (slip or bool(one.fate and one.fate == two.fate))


def _tenfold(one: Quantity, two: Quantity) -> bool:
    """Whether two figures differ by a nought: *2 km*, *20 km*."""
    return bool(one.unit) and one.value in (10 * two.value, two.value / 10)


def is_chance(figure: Figure, told: Told, unmatched: Sequence[Figure]) -> bool:
    """Whether a figure can be computed, but not from the one in whose place it stands.

    Among a handful of figures some two add up to nearly anything. Who computes a figure gives it
    for one that it is computed from, so that the article lacks this one.
    """
    best = _likeliest(told.pair, figure, unmatched)
    if best is None or is_difference(figure):
        return False
    slip = slipped(figure.quantity.value, best.quantity.value)
    return slip or told.computes(figure, but=[best.quantity])


def _likeliest(pair: Comparison, figure: Figure, unmatched: Sequence[Figure]) -> Figure | None:
    """Return the reference figure in whose place *figure* most likely stands."""
    rivals = (f for f in unmatched if _may_stand_for(pair, figure, f))
    return max(rivals, key=lambda f: likeness(figure, f), default=None)


def _may_stand_for(pair: Comparison, figure: Figure, other: Figure) -> bool:
    """Whether two figures of one unit stand among the same words."""
    one, two = figure.quantity, other.quantity
    if one.unit != two.unit or not comparable(one, two):
        return False
    firm = _FIRM + _OF_ONE_UNIT * bool(one.unit)
    return likeness(figure, other) >= firm or is_near(pair, figure, other)


def counterpart(
    pair: Comparison, figure: Figure, unmatched: Sequence[Figure], alone: bool, anchored: bool
) -> Figure | None:
    """Return the reference figure that stands where *figure* stands, if one clearly does.

    Where all the other figures of both sentences agree (*anchored*), the two that are left are one.
    """
    rivals = [f for f in unmatched if comparable(figure.quantity, f.quantity)]
    rivals = [f for f in rivals if read_alike(figure, f) and not is_hour(f)]
    if not rivals:
        return None
    best = max(rivals, key=lambda f: likeness(figure, f))
    if figure.lang != best.lang:
        return best if same_odds(figure, best) else _abroad(pair, figure, rivals, alone)
    only = alone and len({(f.quantity.value, f.quantity.unit) for f in rivals}) == 1
    least = 0.0 if anchored else _WEAK if only else _FIRM
    if _elsewhere(pair, figure, best) and not (anchored and is_near(pair, figure, best)):
        least = _ANYWHERE_OF_A_FATE if figure.quantity.fate else _ANYWHERE
    elif only and (
        mistyped(figure.quantity.value, best.quantity.value) or is_near(pair, figure, best)
    ):
        least = 0.0
    return best if likeness(figure, best) >= least else None


def _abroad(
    pair: Comparison, figure: Figure, rivals: Sequence[Figure], alone: bool
) -> Figure | None:
    """Return the one figure of a text in another language that *figure* can be a version of.

    It is the only one, or the only one of the unit, or the only one among the same words.
    """
    unit = figure.quantity.unit
    rivals = [f for f in rivals if not _of_dimensions(figure.quantity, f.quantity)]
    of_unit = [f for f in rivals if unit and f.quantity.unit == unit] or rivals
    found = of_unit if _is_one(of_unit) else [f for f in of_unit if is_near(pair, figure, f)]
    if not (found and alone and _is_one(found)):
        return None
    return None if _elsewhere(pair, figure, found[0]) else found[0]


def _of_dimensions(one: Quantity, other: Quantity) -> bool:
    """Whether one is measured and the other counts or is measured otherwise: *140 km/h*, *187*."""
    mine, theirs = dimension_of(one.unit), dimension_of(other.unit)
    return mine != theirs and not {mine, theirs} <= _LEFT_OUT


def _is_one(figures: Sequence[Figure]) -> bool:
    return len({(f.quantity.value, f.quantity.unit) for f in figures}) == 1


def told_besides(
    pair: Comparison,
    figure: Figure,
    linked: Sequence[Figure],
    unmatched: Sequence[Figure],
    mine: Sequence[Figure],
) -> Figure | None:
    """Return the figure in whose place *figure* stands though another sentence has it right.

    A headline may have the three dead of the reference and the lead thirteen.
    """
    taken = [f for f in linked if f not in unmatched and _is_free(f, mine, linked)]
    same = [f for f in taken if f.quantity.unit == figure.quantity.unit]
    rivals = [f for f in same if comparable(figure.quantity, f.quantity)]
    best = max(rivals, key=lambda f: likeness(figure, f), default=None)
    if best is None or not (_is_one(rivals) or best.lang == figure.lang):
        return None
    if _elsewhere(pair, figure, best) or not is_near(pair, figure, best):
        return None
    return best if best.lang != figure.lang or likeness(figure, best) >= _FIRM else None


def _is_free(figure: Figure, mine: Sequence[Figure], linked: Sequence[Figure]) -> bool:
    """Whether the sentence itself does not state a reference's figure."""
    return not used(figure, [f.quantity for f in mine], linked)


def in_place(figure: Figure, linked: Sequence[Figure]) -> Figure | None:
    """Return the reference figure between the very same words, though its value is said elsewhere.

    *The models 6 and 6 Plus* has two places for one value.
    """
    for other in linked:
        same = other.lang == figure.lang and other.beside == figure.beside
        if same and all(figure.beside) and comparable(figure.quantity, other.quantity):
            return other
    return None


def same_odds(figure: Figure, other: Figure) -> bool:
    """Whether both have the same digits: the odds are then of unit or scale, and sure."""
    return odds_of(figure.quantity, other.quantity) in ("unit", "points", "scale")


def _elsewhere(pair: Comparison, figure: Figure, best: Figure) -> bool:
    """Whether some reference states the figure far from the aligned sentences.

    A toll of another story, told in no word of the article's sentence, is not where it is from.
    """
    amount = (figure.quantity.value, figure.quantity.unit)
    stating = pair.whole.stated_amounts.get(amount, ())
    if figure.quantity.kind == "score":
        return any(same_amount(q, figure.quantity) for s in stating for q in s.facts.quantities)
    if not (figure.quantity.fate and figure.quantity.fate == best.quantity.fate):
        return any(_may_tell(segment, figure, best) for segment in stating)
    told = _said(figure.segment)
    return any(told & _said(segment) for segment in stating)


def _may_tell(segment: Segment, figure: Figure, best: Figure) -> bool:
    """Whether the amount that a sentence states may be the figure: it is no count of other things.

    That can be seen where the article counts what *best* counts, in the words of the reference.
    """
    one, two = figure.quantity, best.quantity
    if one.unit or figure.lang != best.lang or one.nouns[:1] != two.nouns[:1] or not one.nouns:
        return True
    same = [q for q in segment.facts.quantities if (q.value, q.unit) == (one.value, one.unit)]
    return any(not q.nouns or set(q.nouns) & set(one.nouns) for q in same)


def _said(segment: Segment) -> frozenset[str]:
    """The stems of the longer words of a sentence."""
    words = segment.facts.words
    return frozenset(w.stem for w in words if w.kind is WordKind.WORD and len(w.stem) >= _LONG)
