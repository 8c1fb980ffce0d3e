"""Both outcomes of one axis in one sentence, each of another thing: *kept the pass, cut the fee*.

Which thing came out how is told by its aim, or by what stands beside the outcome: *lifted in Brenn
and in force in Solva*.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import WordKind
from transdiff.language.aims import aim, of_others, one_aim
from transdiff.language.outcome_book import holds_of
from transdiff.language.outcomes import Outcome, outcomes
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.renderings import rendering

_COMMON = 1
"""Words that both halves may have in common: *the alert was lifted in Brenn, is in force in …*."""

Clash = tuple[Outcome, Outcome]
"""An outcome of the one reading and the opposite one of the other."""


def split_outcomes(pairing: Pairing) -> Iterator[Clash]:
    """Yield opposite outcomes of one thing, where either side tells both outcomes of an axis."""
    mine, theirs = (_by_axis(r) for r in (pairing.mine, pairing.theirs))
    for axis in sorted(mine.keys() & theirs.keys()):
        both = [len({o.yes for o in found}) > 1 for found in (mine[axis], theirs[axis])]
        if all(both):
            yield from _exchanged(pairing, mine[axis], theirs[axis])
        if any(both) and holds_of(axis, "aims"):
            yield from _of_one_aim(pairing, mine[axis], theirs[axis])


def _by_axis(reading: Reading) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for outcome in reading.once(outcomes):
        if outcome.yes is not None:
            found.setdefault(outcome.axis, []).append(outcome)
    return found


def _of_one_aim(pairing: Pairing, mine: list[Outcome], theirs: list[Outcome]) -> Iterator[Clash]:
    """Yield what is kept here and cut there, unless either side says the other's as well."""
    for a in mine:
        for w in theirs:
            if a.yes == w.yes or not (aim(pairing.mine, a) and one_aim(pairing, a, w)):
                continue
            here = any(b.yes == w.yes and _may_have(pairing, b, w) for b in mine)
            there = any(v.yes == a.yes and _may_have(pairing.reversed, v, a) for v in theirs)
            if not (here or there or of_others(pairing, a, w)):
                yield a, w


def _may_have(pairing: Pairing, one: Outcome, other: Outcome) -> bool:
    """Whether *one* may be told of what *other* is: it has no aim beside it, or the same."""
    return not aim(pairing.mine, one) or one_aim(pairing, one, other)


def _exchanged(pairing: Pairing, mine: list[Outcome], theirs: list[Outcome]) -> Iterator[Clash]:
    """Yield an outcome whose surroundings are those of the opposite one on the other side."""
    if len(mine) != 2 or len(theirs) != 2:
        return
    here, there = _halves(pairing.mine, *mine), _halves(pairing.theirs, *theirs)
    if not here or not there:
        return
    straight = crossed = 0
    turned = []
    for a, words in zip(mine, here, strict=True):
        for w, others in zip(theirs, there, strict=True):
            common = len(set(rendering(pairing, others).places) & set(words))
            if a.yes == w.yes:
                straight += common
            else:
                crossed += common
                turned.append((common, a, w))
    if all(common for common, _, _ in turned) and straight <= _COMMON and straight < crossed:
        _, a, w = max(turned, key=lambda t: t[0])
        yield a, w


def _halves(reading: Reading, one: Outcome, two: Outcome) -> tuple[tuple[int, ...], ...]:
    """The content words of either half of the sentence, without the outcomes; none if unparted."""
    at = _boundary(reading, one.end, two.first)
    if at is None:
        return ()
    told = {*range(one.first, one.end), *range(two.first, two.end), *reading.times}
    own = [i for i in reading.content if i in reading.sentence(one.first) and i not in told]
    own = [i for i in own if i not in reading.source_words]
    return tuple(i for i in own if i < at), tuple(i for i in own if i >= at)


def _boundary(reading: Reading, start: int, stop: int) -> int | None:
    """Where the second half begins: at a semicolon, a contrast, a clause, the last *and*."""
    pack = load_pack(reading.lang)
    turns, joining = pack.words("coverage", "contrast"), pack.words("numbers.ranges", "and")
    between = range(start, stop)
    words = reading.words
    marks = [i for i in between if words[i].text in ";；"]
    contrasts = [i for i in between if words[i].fold in turns]
    clauses = [i for i in between if reading.clauses[i] != reading.clauses[i - 1]]
    commas = [i for i in clauses if words[i - 1].kind is WordKind.PUNCT]
    joints = [i for i in between if words[i].fold in joining]
    return next((found[-1] for found in (marks, contrasts, commas, clauses, joints) if found), None)
