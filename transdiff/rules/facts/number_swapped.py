"""Rule ``number-swapped``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import combinations

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quantity, WordKind
from transdiff.language.amounts import kind_of, states
from transdiff.language.fates import fates_of
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.apportioned import Placed, apportioned_otherwise, one_kind
from transdiff.rules.facts.changes import joined, shown
from transdiff.rules.facts.counterparts import Figure, preceded

_CHANCE = 10
"""Counts below this may well be those of two groups."""
_LEAST = 2
"""A single one is too often told twice."""
_CLASHES = frozenset(
    frozenset(pair)
    for pair in (
        ("killed", "hurt"),
        ("killed", "missing"),
        ("killed", "saved"),
        ("hurt", "missing"),
        ("killed", "homeless"),
        ("killed", "freed"),
        ("hurt", "homeless"),
        ("held", "freed"),
    )
)
"""Fates that nobody meets both, be it one after the other: the missing may be found."""
_IN_TURN = frozenset({frozenset({"held", "freed"})})
"""Fates that the same people meet one after the other."""
_SAID = ("cardinal", "percent", "money", "measure", "age")


@rule(group="facts", category="number", severity="critical")
def number_swapped(pair: Comparison) -> Iterator[Mark]:
    """Report figures that changed places: the dead counted as hurt, and the missing as dead.

    The figures are in the reference, so each is supported by itself; what happened to those whom
    they count, in whatever language, or the words beside them say that they are exchanged.

    Flagged:
    reference: The rebels released 12 aid workers who had been held since March.
    translation: The rebels have killed [[12]] aid workers held since March.

    reference: About 40,000 people have fled the fighting in the hills.
    translation: Some [[40,000]] people have been killed in the fighting in the hills.

    reference: The storm left 17 people dead and 48 injured.
    translation: The storm left [[48 people dead and 17]] injured.

    reference: The court jailed nine officers and freed five civilians.
    translation: The court jailed [[five officers and freed nine]] civilians.

    reference: Bus crash leaves 23 dead; another 30 people are missing.
    translation: Bus crash leaves 23 dead; another [[30]] people are hurt.

    reference[ru]: Погибли восемь альпинистов, ещё пятеро пропали без вести.
    translation: The avalanche killed [[five climbers; eight]] are missing.

    reference[vi]: Bão làm 9 người chết và 14 người mất tích.
    translation[vi]: Tỉnh ghi nhận [[14 người thiệt mạng, 9]] người mất tích vì bão.

    reference: Exports came to 4 billion dollars, imports to 7 billion.
    translation: Exports came to [[7 billion dollars, imports to 4 billion]].

    reference: The ayes were 57; 11 deputies abstained and six were absent.
    translation: The ayes were 57, while [[six members abstained and 11]] stayed away.

    reference: The health ministry reported 120 cases of the fever, three of them fatal.
    translation: The health ministry has recorded [[120]] deaths from the fever.

    Allowed:
    reference: The town sent 350 volunteers and six boats.
    translation: Boats brought food; the town sent six, along with 350 volunteers.

    reference: Nine boats are missing, and 14 were hit.
    translation: The storm damaged 14 boats; nine boats vanished.

    reference: Exports came to 4 billion dollars, imports to 7 billion.
    translation: Imports came to 7 billion and exports to 4 billion dollars.

    reference: Seven people were killed or wounded; 12 were saved.
    translation: The attack hurt seven, and rescuers pulled out 12 survivors.

    reference: The storm left 17 people dead and 48 injured.
    translation: The storm injured 48 people and left 17 dead.

    reference: The court jailed nine officers and freed five civilians.
    translation: The court freed five civilians and jailed nine officers.

    reference: Nine of the 61 people on the barge died.
    translation: Fifty-two of the 61 people on the barge were rescued.

    reference: Ballots from 40 of the region's 900 polling stations were counted again.
    translation: Ballots from 40 polling stations out of 900 were counted a second time.
    """
    misplaced = [*_misplaced(pair), *_of_a_part(pair)][:2]
    if misplaced:
        witness = misplaced[0][1]
        span = joined(misplaced[0][0].span, misplaced[-1][0].span)
        spans = [q.span for _, w, q in misplaced if w is witness]
        other = joined(spans[0], spans[-1])
        yield shown(pair, span, witness, other)
    mine = [] if misplaced else _figures(pair.segment)
    for witness in pair.witnesses:
        if len(mine) < 2 or witness.lang != pair.lang:
            continue
        theirs = {q.value: (q, s) for s in witness.segments for q in _figures(s)}
        for a, b in combinations(mine, 2):
            if a.value == b.value or not (kind_of(a) == kind_of(b) or one_kind(a, b)):
                continue
            one, two = theirs.get(a.value), theirs.get(b.value)
            if one and two and _are_exchanged(pair.segment, a, b, one, two, pair.lang):
                other = joined(one[0].span, two[0].span)
                yield shown(pair, joined(a.span, b.span), witness, other)


def _misplaced(pair: Comparison) -> Iterator[tuple[Quantity, Witness, Quantity]]:
    """Yield each figure whose people fared otherwise in every reference that has it."""
    around = [q for s in pair.around for q in s.facts.quantities if q.fate]
    theirs = [(w, q) for w in pair.witnesses for s in w.around for q in s.facts.quantities]
    theirs = [(w, q) for w, q in theirs if q.fate]
    for mine in pair.segment.facts.quantities:
        same = [(w, q) for w, q in theirs if q.value == mine.value]
        fates = {q.fate for _, q in same}
        if not mine.fate or not same or mine.fate in fates or mine.value < _LEAST:
            continue
        if not all(frozenset((mine.fate, fate)) in _CLASHES for fate in fates):
            continue
        if all(frozenset((mine.fate, fate)) in _IN_TURN for fate in fates):
            here = _fates_in([pair.segment], pair.lang)
            if fates & here or any(mine.fate in _fates_in(w.segments, w.lang) for w, _ in same):
                continue  # held and let go: the same people
        if any((q.role == "except") != (mine.role == "except") for _, q in same):
            continue  # all but two survived: two did not
        alike = any(q.fate == mine.fate and states(q, mine) for _, q in theirs)
        small = mine.value < _CHANCE  # two larger groups are hardly of one size
        told = small and any(q.value == mine.value and q.fate in fates for q in around)
        if not alike and not told:
            yield mine, *same[0]


def _of_a_part(pair: Comparison) -> Iterator[tuple[Quantity, Witness, Quantity]]:
    """Yield each figure that counts all, where every reference tells its fate of some of them.

    *120 cases, three of them fatal*, are not 120 deaths.
    """
    for mine in pair.segment.facts.quantities:
        if not mine.fate or mine.value < _CHANCE:
            continue
        if any(q.fate == mine.fate and q.value < mine.value for q in pair.segment.facts.quantities):
            continue  # 52 of the 61
        told = [(w, s, q) for w in pair.witnesses for s in w.around for q in s.facts.quantities]
        same = [(w, s, q) for w, s, q in told if q.value == mine.value]
        if same and all(not q.fate and _fares_in_part(s, q, mine.fate, w.lang) for w, s, q in same):
            yield mine, same[0][0], same[0][2]


def _fares_in_part(segment: Segment, whole: Quantity, fate: str, lang: str) -> bool:
    """Whether a sentence tells a fate of fewer than a figure counts, and of nobody else.

    What 20 people, including four women, went through, all of them did.
    """
    fared = [q for q in segment.facts.quantities if q.fate == fate]
    return bool(fared) and all(
        whole.span < q.span
        and q.value < whole.value
        and not preceded(Figure(q, segment, lang), "among")
        for q in fared
    )


def _fates_in(segments: Sequence[Segment], lang: str) -> frozenset[str]:
    """Every fate that sentences with one figure of a fate tell of, be they two in a row."""
    found: frozenset[str] = frozenset()
    for segment in segments:
        if sum(bool(q.fate) for q in segment.facts.quantities) == 1:
            found |= fates_of(segment.facts.words, lang)
    return found


def _figures(segment: Segment) -> list[Quantity]:
    return [q for q in segment.facts.quantities if q.kind in _SAID and q.high is None]


def _are_exchanged(
    segment: Segment, a: Quantity, b: Quantity, one: Placed, two: Placed, lang: str
) -> bool:
    """Whether two figures changed places, by the words next to them or those of their parts."""
    if _exchanged(segment, a, b, one, two):
        return True
    return apportioned_otherwise((a, segment), (b, segment), one, two, lang)


def _exchanged(segment: Segment, a: Quantity, b: Quantity, one: Placed, two: Placed) -> bool:
    """Whether each figure stands with the words of the other, and not with its own."""
    here, there = _company(segment, a), _company(segment, b)
    of_a, of_b = _company(one[1], one[0]), _company(two[1], two[0])
    if here & of_a or there & of_b:
        return False
    if here & of_b and there & of_a:
        return True
    kept = one[1] is two[1] and (one[0].span < two[0].span) == (a.span < b.span)
    # "312 stations of 4,870" and "312 of the 4,870 stations" count the same twice
    return not kept and (_counted(a, two[0]) or _counted(b, one[0]))


def _counted(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two figures count the same, in two words: *five aid workers*, *nine aid workers*."""
    return len(mine.nouns) > 1 and mine.nouns[:2] == theirs.nouns[:2]


def _company(segment: Segment, quantity: Quantity) -> frozenset[tuple[str, str]]:
    """Return the stem just before a figure, and those of the two words after it."""
    start = quantity.span.start
    words = segment.facts.words
    at = bisect_left(words, start - 1, key=lambda w: w.span.end)
    before = [w for w in words[at : at + 1] if w.span.end == start - 1]
    beside = {("before", w.stem) for w in before if w.kind is WordKind.WORD and len(w.stem) > 3}
    return frozenset(beside | {("after", stem) for stem in quantity.nouns[:2]})
