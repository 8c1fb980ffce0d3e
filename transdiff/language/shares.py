"""Shares that make up the whole: *70 percent was paid* is *three tenths is unpaid*."""

from __future__ import annotations

from collections.abc import Set

from transdiff.facts import Bound, Facts, Quantity, Span, WordKind
from transdiff.language.events import oppositions
from transdiff.language.pack import load_pack
from transdiff.language.quantifiers import quantifies
from transdiff.language.reading import Reading

_WHOLE, _HALF = 100.0, 50.0
_UNDER = (Bound.LESS, Bound.ALMOST)
_EXACT, _ROUND = 0.6, 4.0
"""Percentage points by which two shares may miss the whole; the second where one is rounded."""
_NEARLY = 0.5
"""How far a share of a count may be off it: there are no parts of a village."""
_SHORTEST = 4
"""Letters of a word that a prefix may deny."""
_BEHIND = 6
"""Words behind a share that say what is done with it."""
_FALLS = ("direction", "down")
_NEXT = 8
"""Code points between a word of loss and the share that is lost: *lost about a third*."""
_FOR, _AGAINST = frozenset({"support", "accept"}), frozenset({"oppose", "reject"})
_DENIALS = frozenset({"not", "lexical"})


def is_rest(one: Quantity, other: Quantity, *, lost: bool = False) -> bool:
    """Whether two shares add up to the whole, so that one is what the other leaves.

    With *lost*, a share by which something became less counts as well.
    """
    mine, theirs = _percent(one, lost=lost), _percent(other, lost=lost)
    if mine is None or theirs is None or mine == theirs:
        return False
    rounded = any(q.kind == "fraction" or q.bound is not Bound.EXACT for q in (one, other))
    return abs(mine + theirs - _WHOLE) <= (_ROUND if rounded else _EXACT)


def says_rest(one: Quantity, mine: Facts, other: Quantity, theirs: Facts, lang: str) -> bool:
    """Whether *one* of the sentence *mine* is of what *other* of *theirs* is denied of.

    *Three tenths has yet to be paid* says so of *70 percent was paid*, *30 percent was paid* not.
    """
    if _is_less_by(one, mine, lang) != _is_less_by(other, theirs, lang):
        return is_rest(one, other, lost=True)
    if not is_rest(one, other):
        return False
    if _denies(mine) != _denies(theirs) or say_the_contrary(mine, theirs):
        return True
    if _take_sides(mine, theirs) or _take_sides(theirs, mine):
        return True
    if _denies_of(one, mine) != _denies_of(other, theirs):
        return True
    if _names_rest(mine) or _names_rest(theirs):
        return _of_what(one, mine).isdisjoint(_of_what(other, theirs))
    return _denies_word(mine, theirs, lang) or _denies_word(theirs, mine, lang)


def _of_what(share: Quantity, facts: Facts) -> frozenset[str]:
    """The stems of the words right behind a share: *two thirds in cash*, *a third in cash*."""
    found: list[str] = []
    for word in (w for w in facts.words if w.span.start >= share.span.end):
        if word.kind is not WordKind.WORD or len(found) == _BEHIND:
            break
        found.append(word.stem)
    return frozenset(stem for stem in found if len(stem) >= _SHORTEST)


def _is_less_by(share: Quantity, facts: Facts, lang: str) -> bool:
    """Whether a share is what something lost, not what is left: *a third less*."""
    falls = [m.span for m in facts.markers if (m.kind, m.value) == _FALLS]
    lost = share.role == "by" or (share.role != "to" and any(_is_lost(f, share) for f in falls))
    if falls and lost:
        return True
    after = next((w.fold for w in facts.words if w.span.start >= share.span.end), "")
    return after in load_pack(lang).words("comparison.figured-after", "down")


def _is_lost(fall: Span, share: Quantity) -> bool:
    """Whether a share is right behind a word of loss: *has lost a third of its ice*."""
    first = share.bound_span.start if share.bound_span else share.span.start
    return 0 <= first - fall.end <= _NEXT


def _denies_word(one: Facts, other: Facts, lang: str) -> bool:
    """Whether *one* has a word of *other* with a denying prefix: *unpaved*, *paved*."""
    words = {w.fold for w in other.words if len(w.fold) >= _SHORTEST}
    return any(
        word.fold.removeprefix(prefix) in words
        for word in one.words
        for prefix in load_pack(lang).words("negation", "prefixes")
        if word.fold.startswith(prefix)
    )


def complementary(mine: Reading, theirs: Reading) -> bool:
    """Whether the one side gives a share of something and the other what is left of it.

    *Most did not vote* leaves *fewer than half voted*.
    """
    if _most_and_less_than_half(mine, theirs) or _most_and_less_than_half(theirs, mine):
        denied = [bool(r.of_kind("negation", "not", "lexical")) for r in (mine, theirs)]
        return denied[0] != denied[1]
    if _few_and_most(mine, theirs) or _few_and_most(theirs, mine):
        return True
    if _two_halves(mine, theirs) and any(
        say_the_contrary(one, other) for one in mine.facts for other in theirs.facts
    ):
        return True
    stated = [(q, f) for f in theirs.facts for q in f.quantities]
    ours = [(q, f) for f in mine.facts for q in f.quantities]
    wholes = {q.value for q, _ in (*ours, *stated) if _is_count(q)}
    here, there = {q.value for q, _ in ours}, {q.value for q, _ in stated}
    return any(
        (
            not (one[0].value in there and other[0].value in here)  # both sides tell both
            and says_rest(*one, *other, mine.lang)
        )
        or _excepted(one, other)
        or (one[0].value not in there and _says_other_part(one, other, wholes))
        for one in ours
        for other in stated
    )


def say_the_contrary(mine: Facts, theirs: Facts) -> bool:
    """Whether one sentence denies what the other says, or has an event and the other its contrary.

    *More than half are for it* and *fewer than half are against it* are told of the two halves.
    """
    here, there = ({m.value for m in f.markers if m.kind == "event"} for f in (mine, theirs))
    if oppositions().exclude(here, there):
        return True
    return _denied_times(mine) % 2 != _denied_times(theirs) % 2


def _take_sides(one: Facts, other: Facts) -> bool:
    """Whether the one sentence tells who was for something and the other who was against it."""
    here, there = ({m.value for m in f.markers if m.kind == "event"} for f in (one, other))
    for_, against = not here.isdisjoint(_FOR), not there.isdisjoint(_AGAINST)
    return for_ and against and here.isdisjoint(_AGAINST) and there.isdisjoint(_FOR)


def _denied_times(facts: Facts) -> int:
    return sum(m.kind == "negation" and m.value in _DENIALS for m in facts.markers)


def _two_halves(mine: Reading, theirs: Reading) -> bool:
    """Whether one side speaks of more than half and the other of less."""
    here, there = (
        {q.bound for f in r.facts for q in f.quantities if _percent(q) == _HALF}
        for r in (mine, theirs)
    )
    return any(
        not one.isdisjoint(_UNDER) and Bound.MORE in other
        for one, other in ((here, there), (there, here))
    )


def _excepted(one: tuple[Quantity, Facts], other: tuple[Quantity, Facts]) -> bool:
    """Whether one count is of those whom the other excepts: *all but two did*, *two did not*."""
    excepts = {quantity.role == "except" for quantity, _ in (one, other)}
    same = one[0].value == other[0].value
    return same and len(excepts) > 1 and _denies(one[1]) != _denies(other[1])


def _says_other_part(
    one: tuple[Quantity, Facts], other: tuple[Quantity, Facts], wholes: Set[float]
) -> bool:
    """Whether two counts make up a third: of 22 helicopters 13 fly, *nine no longer fly*.

    One of them may be given as its share: *a third of the twelve* are four of them. Of 61 people
    nine *died*, and 52 *were saved*.
    """
    fates = {one[0].fate, other[0].fate}
    if _denies(one[1]) == _denies(other[1]) and (len(fates) == 1 or "" in fates):
        return False
    parts = one[0], other[0]
    if all(map(_is_count, parts)):
        return parts[0].value + parts[1].value in wholes
    share = next((q for q in parts if q.kind == "fraction" and q.value < 1), None)
    count = next((q for q in parts if _is_count(q)), None)
    if share is None or count is None:
        return False
    return any(abs(share.value * whole + count.value - whole) < _NEARLY for whole in wholes)


def _is_count(quantity: Quantity) -> bool:
    plain = quantity.kind in ("cardinal", "article") and quantity.high is None
    return plain and quantity.unit in ("", "person") and quantity.value > 0


def _most_and_less_than_half(one: Reading, other: Reading) -> bool:
    halves = (q for f in other.facts for q in f.quantities if _percent(q) == _HALF)
    return any(q.bound in _UNDER for q in halves) and quantifies(one, "most")


def _few_and_most(one: Reading, other: Reading) -> bool:
    """Whether a few are told of here and most there: *few were unhurt*, *most were hurt*."""
    few = quantifies(one, "few") and not quantifies(other, "few")
    return few and quantifies(other, "most") and not quantifies(one, "most")


def _names_rest(facts: Facts) -> bool:
    return any(m.kind == "rest" for m in facts.markers)


def _denies(facts: Facts) -> bool:
    return _denied_times(facts) > 0


def _denies_of(share: Quantity, facts: Facts) -> bool:
    """Whether a denial holds in the clause of a share: *61 percent did not come*."""
    return any(
        m.kind == "negation" and m.value in _DENIALS and m.scope and m.scope.contains(share.span)
        for m in facts.markers
    )


def _percent(quantity: Quantity, *, lost: bool = False) -> float | None:
    """The share in percent; None for what is no share of a whole, which a change is with *lost*."""
    if quantity.high is not None:
        return None
    if quantity.kind == "fraction":
        return 100 * quantity.value if quantity.value < 1 else None
    level = lost or quantity.role != "by"
    share = quantity.unit == "percent" and level and 0 < quantity.value < _WHOLE
    return quantity.value if share else None
