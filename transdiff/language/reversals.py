"""Reversals: the same thing given two outcomes, in two readings that tell it in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.aims import of_others, one_aim
from transdiff.language.contests import from_the_other_side
from transdiff.language.date_bounds import ends_as_other_begins
from transdiff.language.denials import listed_ranges
from transdiff.language.never_before import tells_first
from transdiff.language.outcome_book import holds_of
from transdiff.language.outcomes import Outcome, outcomes
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.renderings import rendering
from transdiff.language.shares import complementary
from transdiff.language.split_outcomes import split_outcomes
from transdiff.language.tense import governing

_SHARE = 0.5
"""Share of what the shorter of two clauses says besides the outcome that the other says as well."""
_FEW = 1
"""Words besides the outcome that tell next to nothing of what came out so: *the mayor accepted*."""
_NEAR = 10
"""Words about an outcome among which its subject and its object stand."""
_DENIED = 3
"""Words from a denial to the outcome that it denies."""
_OPEN = (("hedge", "possible", "likely", "doubt", "expected"), ("condition",), ("tense", "asked"))
"""What leaves an outcome open."""
_FUTURE = (("tense", "future"), ("certainty", "will"))


@dataclass(frozen=True, slots=True)
class Reversal:
    """An outcome of the one reading, and the opposite one of the other."""

    mine: Outcome
    theirs: Outcome
    share: float
    split: bool = False
    """Whether either sentence tells the other outcome too, of something else."""


def reversals(pairing: Pairing) -> Iterator[Reversal]:
    """Yield the outcomes of *pairing* that contradict each other on the same thing.

    Where either side tells both outcomes of an axis, each may belong to something else.
    """
    axes = turned_axes(pairing.mine, pairing.theirs)
    clashes = [*split_outcomes(pairing)]
    if not (axes or clashes) or _some(pairing.mine) or _some(pairing.theirs):
        return
    if _in_shares(pairing) or tells_first(pairing) or from_the_other_side(pairing):
        return
    if ends_as_other_begins(pairing):
        return  # valid until November 30, expires on November 30
    for axis in axes:
        mine, theirs = (_on(axis, reading) for reading in (pairing.mine, pairing.theirs))
        found = [r for a in mine for w in theirs if (r := _reversal(pairing, a, w))]
        if found:
            yield max(found, key=lambda r: r.share)
    for a, w in clashes:
        if _left_open(pairing.mine, a) == _left_open(pairing.theirs, w):
            yield Reversal(a, w, _SHARE, split=True)


def turned_axes(mine: Reading, theirs: Reading) -> list[str]:
    """Return the axes of which each reading tells one outcome only, and another one."""
    axes = {o.axis for o in mine.once(outcomes)}
    axes = axes and axes & {o.axis for o in theirs.once(outcomes)}
    poles = {axis: [{o.yes for o in _on(axis, r)} for r in (mine, theirs)] for axis in axes}
    return [a for a in sorted(axes) if poles[a] in ([{True}, {False}], [{False}, {True}])]


def _on(axis: str, reading: Reading) -> list[Outcome]:
    return [o for o in reading.once(outcomes) if o.axis == axis]


def one_outcome(pairing: Pairing, mine: range, theirs: range) -> bool:
    """Whether what one side denies at these words the other tells by the other pole.

    *Did not attend* is *boycotted*, *need not wear* is *wearing is optional*; a ban that is lifted
    allows.
    """
    here = [o for o in pairing.mine.once(outcomes) if o.yes is not None]
    there = [o for o in pairing.theirs.once(outcomes) if o.yes is not None]
    return any(
        a.axis == w.axis
        and a.yes == w.yes
        and (
            _by_denial(pairing.mine, a) != _by_denial(pairing.theirs, w)
            or _takes_back(a, mine)
            or _takes_back(w, theirs)
        )
        for a in here
        for w in there
        if (_touches(a, mine) or _touches(w, theirs)) and not _told_too(pairing, a, w)
    )


def _by_denial(reading: Reading, outcome: Outcome) -> bool:
    """Whether a denial before or in the words makes the outcome what it is: *lifted the ban*."""
    kinds = ("not", "lexical") if outcome.yes else ("not",)
    inside = (c.first for c in reading.of_kind("negation", *kinds))
    return outcome.denied or any(outcome.first <= at < outcome.end for at in inside)


def _takes_back(outcome: Outcome, words: range) -> bool:
    """Whether *words* are only a part of what tells the outcome: *ban* in *lifted its ban*."""
    inside = outcome.first <= words.start and words.stop <= outcome.end
    return inside and len(words) < outcome.end - outcome.first


def _is_standing(pairing: Pairing, a: Outcome, w: Outcome) -> bool:
    """Whether two outcomes exclude each other whatever the tense: who *must stay in jail* is there.

    Of an axis, or because the one outcome goes on.
    """
    stays = _goes_on(pairing.mine, a) or _goes_on(pairing.theirs, w)
    return holds_of(a.axis, "standing") or (stays and not _at_other_times(pairing))


def _goes_on(reading: Reading, outcome: Outcome) -> bool:
    return any(outcome.first <= c.first < outcome.end for c in reading.of_kind("event", "continue"))


def _touches(outcome: Outcome, words: range) -> bool:
    """Whether an outcome stands at these words, or right behind them where they deny it."""
    reach = _DENIED if outcome.denied else 0
    return outcome.first < words.stop + reach and words.start < outcome.end


def _reversal(pairing: Pairing, a: Outcome, w: Outcome) -> Reversal | None:
    if _told_too(pairing, a, w) or _told_too(pairing.reversed, w, a):
        return None
    if _left_open(pairing.mine, a) != _left_open(pairing.theirs, w):
        return None
    if not _is_standing(pairing, a, w) and _to_come(pairing.mine, a) != _to_come(pairing.theirs, w):
        return None
    if _is_disowned(pairing.mine, a) != _is_disowned(pairing.theirs, w):
        return None
    if a.denied != w.denied and (
        _on_condition(pairing.mine, a) or _on_condition(pairing.theirs, w)
    ):
        return None  # "unless it is filed", "if it is not filed"
    if holds_of(a.axis, "phases") and _at_other_times(pairing):
        return None
    if _unless(pairing.mine, a) != _unless(pairing.theirs, w):
        return None  # "unless rain prevents it", "if the weather allows"
    of_objects = _denies_object(pairing.mine, a) or _denies_object(pairing.theirs, w)
    aims = holds_of(a.axis, "aims")
    if (of_objects or aims) and not one_aim(pairing, a, w):
        return None
    if aims and of_others(pairing, a, w):
        return None  # the opposition calls for it, the government rules it out
    share = _common(pairing, a, w)
    return Reversal(a, w, share) if share >= _SHARE else None


def _is_disowned(reading: Reading, outcome: Outcome) -> bool:
    """Whether somebody denies an outcome, however far from it: *denied that it had known*."""
    span = reading.words[outcome.first].span
    return any(
        a.stance == "denial" and a.scope is not None and a.scope.contains(span)
        for facts in reading.facts
        for a in facts.attributions
    )


def _told_too(pairing: Pairing, a: Outcome, w: Outcome) -> bool:
    """Whether the other reading has the very words of an outcome, there or elsewhere.

    Of two idioms some words may be the same, *tested positive*, *tested negative*, and so may the
    object of one: *kept his promise*, *broke his promise*.
    """
    mine, theirs = (
        {r.words[i].stem for i in _own_words(o) if r.is_content[i]}
        for r, o in ((pairing.mine, a), (pairing.theirs, w))
    )
    if a.end - a.first > 1 < w.end - w.first and not (a.denied or w.denied):
        return mine == theirs  # "hors délai", "dans les délais"
    if mine == theirs or (mine and theirs and (mine < theirs or theirs < mine)):
        return True
    own = next(_telling(pairing.mine, a), None)
    there = None if own is None or own in pairing.loose else pairing.forward[own]
    return there is not None and not w.first <= there < w.end


def _telling(reading: Reading, outcome: Outcome) -> Iterator[int]:
    """The words of an idiom that tell the outcome, with what denies it there: *without power*."""
    denied = {c.first for c in reading.of_kind("negation", "not", "lexical")}
    return (i for i in _own_words(outcome) if reading.is_content[i] or i in denied)


def _own_words(outcome: Outcome) -> list[int]:
    """The words of the idiom itself, without what parts it."""
    return [i for i in range(outcome.first, outcome.end) if i not in outcome.parted]


def _at_other_times(pairing: Pairing) -> bool:
    """Whether both readings name a time, and never the same one."""
    mine, theirs = pairing.mine.times, pairing.theirs.times
    return bool(mine and theirs) and not pairing.images(mine) & theirs


def _left_open(reading: Reading, outcome: Outcome) -> bool:
    """Whether an outcome is doubted, asked for or conditional."""
    return not holds_of(outcome.axis, "possible") and _held(reading, outcome, _OPEN)


def _to_come(reading: Reading, outcome: Outcome) -> bool:
    return _held(reading, outcome, _FUTURE)


def _held(reading: Reading, outcome: Outcome, kinds: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a word of one of *kinds* governs an outcome, and is no part of it."""
    return any(
        c.end <= outcome.first for kind in kinds for c in governing(reading, outcome.first, *kind)
    )


def _some(reading: Reading) -> bool:
    """Whether a reading tells of some and not of others: *only two*, *all except two*.

    *Nurses are exempt* tells of the nurses alone.
    """
    excepted = (at for at in listed_ranges(reading, "exceptions") if not _predicated(reading, at))
    return bool(listed_ranges(reading, "only")) or any(excepted)


def _predicated(reading: Reading, at: tuple[int, int]) -> bool:
    """Whether words that except are what somebody is said to be: *are exempt*."""
    pack = load_pack(reading.lang)
    copulas = (*pack.words("roles", "passive"), *pack.words("numbers", "copulas"))
    own, near = reading.clauses[at[0]], range(max(0, at[0] - _NEAR), at[0])
    return any(reading.words[k].fold in copulas and reading.clauses[k] == own for k in near)


def _in_shares(pairing: Pairing) -> bool:
    """Whether a third accepted where two thirds did not."""
    return complementary(pairing.mine, pairing.theirs)


def _on_condition(reading: Reading, outcome: Outcome) -> bool:
    return bool(governing(reading, outcome.first, "condition"))


def _unless(reading: Reading, outcome: Outcome) -> bool:
    """Whether the outcome is the one that must not come, for something else to be."""
    return bool(governing(reading, outcome.first, "condition", "unless"))


def _denies_object(reading: Reading, outcome: Outcome) -> bool:
    """Whether what is denied is the object: *found no bodies*."""
    nominal = load_pack(reading.lang).words("negation", "nominal")
    return any(w.fold in nominal for w in reading.words[outcome.end : outcome.end + 1])


def _common(pairing: Pairing, a: Outcome, w: Outcome) -> float:
    """The share of what the shorter clause says besides its outcome that the other says too."""
    mine = _rest(pairing.mine, a)
    theirs = _rest(pairing.theirs, w)
    if len(mine) <= len(theirs):
        whole = _sentence(pairing.theirs, w)
        return _said(pairing.reversed, mine, whole) if mine else _bare(pairing, a, w)
    whole = _sentence(pairing.mine, a)
    return _said(pairing, theirs, whole) if theirs else _bare(pairing, a, w)


def _bare(pairing: Pairing, a: Outcome, w: Outcome) -> float:
    """The share where a clause tells nothing but its outcome: *most of them were alone*.

    What it tells it of was named before: the sentences say the same besides, or their sources have
    a name in common.
    """
    if holds_of(a.axis, "terse"):
        return _SHARE
    sources = pairing.images(pairing.mine.source_words) & pairing.theirs.source_words
    if any(pairing.theirs.names_thing(j) for j in sources):
        return _SHARE
    sides = ((pairing, a), (pairing.reversed, w))
    mine, theirs = (_others(p.mine, o) for p, o in sides)
    shorter, way = min((mine, pairing.forward), (theirs, pairing.backward), key=lambda s: len(s[0]))
    return sum(way[i] is not None for i in shorter) / len(shorter) if shorter else 0.0


def _others(reading: Reading, outcome: Outcome) -> list[int]:
    """The content words of the sentence besides the outcome and times."""
    own = {*_own_words(outcome), *reading.times}
    return [i for i in reading.content if i in reading.sentence(outcome.first) and i not in own]


def _said(pairing: Pairing, words: list[int], among: Iterable[int]) -> float:
    """The share of *words* of ``theirs`` that ``mine`` has *among* the words of its sentence."""
    own = set(among)
    said = [j for j in words if any(i in own for i in rendering(pairing, (j,)).places)]
    return len(said) / len(words)


def _rest(reading: Reading, outcome: Outcome) -> list[int]:
    """The content words of the clause besides the outcome, times and whoever tells of it.

    Who denies or admits it is no mere teller.
    """
    own = {*_own_words(outcome), *reading.times}
    span = reading.span(outcome.first, outcome.end)
    told = (a.span for f in reading.facts for a in f.attributions)
    if not any(span.overlaps(t) for t in told):
        own |= reading.source_words
    return [i for i in _clause(reading, outcome) if i not in own]


def _clause(reading: Reading, outcome: Outcome) -> tuple[int, ...]:
    """The content words of the clause; a preposition opens none: *sent* **after the deadline**."""
    own, first = reading.of_clause(outcome.first), outcome.first
    alone = all(outcome.first <= i < outcome.end for i in own)
    if alone and first and reading.words[first - 1].kind is not WordKind.PUNCT:
        return (*reading.of_clause(first - 1), *own)
    return own


def _sentence(reading: Reading, outcome: Outcome) -> list[int]:
    """The words of the sentence near the outcome, whatever the clause."""
    near = range(outcome.first - _NEAR, outcome.end + _NEAR)
    told = {*_own_words(outcome)}
    return [i for i in reading.sentence(outcome.first) if i in near and i not in told]
