"""Polarity by event: which denial of one reading has no counterpart in the other.

Each denial is tied to the content words it governs; denials of both readings are paired where they
govern words that say the same. What is left over turns a claim round, unless the other side says
it in another way: a word with a denial inside (*lack*, *illegitimate*), a contrary event
(*did not reject*, *accepted*), or the same denial one verb higher (*does not think it will*).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transdiff.language.conditions import ONCE
from transdiff.language.contraries import contrary_events, ruled_out, unanswered
from transdiff.language.cues import STRICT, Cue
from transdiff.language.defied import defied
from transdiff.language.denial_pairs import is_compatible, partners_of
from transdiff.language.denials import REACH, denials, governed, is_doubled, is_nominal
from transdiff.language.denied_objects import denied_objects
from transdiff.language.denied_traces import denied_traces
from transdiff.language.done_without import done_without
from transdiff.language.even_then import even_then
from transdiff.language.flips import Flip
from transdiff.language.focus import opposed_focus
from transdiff.language.inner_denials import contrary_words
from transdiff.language.left_open import closed
from transdiff.language.left_out import left_out
from transdiff.language.lone_denials import lone_denial
from transdiff.language.necessity import barred, needless
from transdiff.language.pairing import Pairing
from transdiff.language.preferences import turned_preference
from transdiff.language.quantifiers import denies_all, denies_every, ranges_beside
from transdiff.language.reading import Reading
from transdiff.language.refusals import is_required, undone
from transdiff.language.rewording import said_otherwise
from transdiff.language.scant import hardly, lacked, left_open
from transdiff.language.scope import is_asked, is_proposed, moved_scope
from transdiff.language.spared import spared
from transdiff.language.unconfirmed import denied_unconfirmed, unproven_unexcluded
from transdiff.language.undenied import is_affirmed_too, undenied
from transdiff.language.untold import is_untold

_BESIDE = 8
"""Words about a verb that are of its clause, be it joined to another one by *and*."""


@dataclass(frozen=True)
class Polarity:
    """How two readings agree: what is turned round, and the denials of the first that both have."""

    flips: tuple[Flip, ...]
    agreed: frozenset[int]


def compare_polarity(pairing: Pairing) -> Polarity:
    """Return the claims of opposite polarity in a pair of readings."""
    if not pairing.comparable:
        return Polarity((), frozenset())
    mine, theirs = pairing.mine.once(denials), pairing.theirs.once(denials)
    partners = partners_of(pairing, mine, theirs)
    denied = _Denials(pairing, mine, theirs, partners)
    flips = [
        *_without_partners(pairing),
        *_none_of_all(pairing, partners),
        *denied.mine_alone(),
        *denied.theirs_alone(),
    ]
    first: list[Flip] = []
    for flip in flips:
        if not any(_meet(flip.mine, f.mine) or _meet(flip.theirs, f.theirs) for f in first):
            first.append(flip)
    return Polarity(tuple(first), frozenset(denied.agreed))


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _without_partners(pairing: Pairing) -> Iterator[Flip]:
    """Yield the claims that are turned round by what no denial of the other side can answer."""
    yield from contrary_words(pairing)
    yield from ruled_out(pairing)
    yield from pairing.once(closed)
    yield from defied(pairing)
    yield from contrary_events(pairing)
    yield from unanswered(pairing)
    yield from undone(pairing)
    yield from denied_unconfirmed(pairing)
    yield from unproven_unexcluded(pairing)
    yield from done_without(pairing)
    yield from lacked(pairing)
    yield from hardly(pairing)
    yield from left_open(pairing)
    yield from opposed_focus(pairing)
    yield from left_out(pairing)
    yield from denied_objects(pairing)
    yield from denied_traces(pairing)
    yield from moved_scope(pairing)
    yield from even_then(pairing)
    yield from spared(pairing)
    yield from needless(pairing)
    yield from barred(pairing)
    yield from turned_preference(pairing)


class _Denials:
    """The denials of two readings, of which those with a partner are settled.

    ``agreed`` are the places of mine that both sides have, ``taken`` those of theirs that answer
    one of mine.
    """

    def __init__(
        self,
        pairing: Pairing,
        mine: Sequence[Cue],
        theirs: Sequence[Cue],
        partners: Mapping[Cue, Cue],
    ) -> None:
        self.pairing, self.back = pairing, pairing.reversed
        self.mine, self.theirs, self.partners = mine, theirs, partners
        self.agreed = {a.first for a in partners}
        self.taken = set(partners.values())

    def mine_alone(self) -> Iterator[Flip]:
        """Yield what mine denies and theirs affirms; what theirs denies otherwise is agreed."""
        pairing = self.pairing
        for cue in self.mine:
            if cue in self.partners or cue.marker.value != "not" or _is_threat(pairing, cue):
                continue
            if self._is_answered(cue):
                self.agreed.add(cue.first)
            elif (flip := undenied(pairing, cue)) and not (
                is_proposed(pairing, cue, flip[1][0]) or _awaits(pairing.theirs, flip[1][0])
            ):
                yield Flip(flip[0], flip[1], added=True, sure=flip[2])

    def _is_answered(self, cue: Cue) -> bool:
        """Whether a denial of theirs, or other words of theirs, may deny the same as *cue*."""
        pairing = self.pairing
        found = [r for r in self.theirs if r not in self.taken and is_compatible(pairing, cue, r)]
        doubled = is_doubled(pairing.mine, cue) and not (
            self.agreed & set(governed(pairing.mine, cue)[:1])
        )
        plain = [r for r in found if r.marker.value == "not"]
        if doubled:
            plain = [r for r in plain if _deny_one_deed(pairing, cue, r)]
        cleared = not plain if doubled else found or said_otherwise(pairing, cue)
        if not (cleared or len(plain) > 1):
            return False
        self.taken |= set(found[: 1 + doubled])
        return True

    def theirs_alone(self) -> Iterator[Flip]:
        """Yield what theirs denies and mine affirms."""
        pairing, back = self.pairing, self.back
        idle = [a for a in self.mine if a.first not in self.agreed]
        for cue in self.theirs:
            if cue in self.taken or cue.marker.value != "not" or _is_threat(back, cue):
                continue
            if any(is_compatible(back, cue, a) for a in idle) or said_otherwise(back, cue):
                continue
            if denies_every(pairing.theirs, cue) and any(
                denies_every(pairing.mine, a) for a in self.mine
            ):
                continue  # "none of the crew, two of them boys, was hurt", "никто не пострадал"
            flip = None if is_affirmed_too(pairing.theirs, cue) else undenied(back, cue)
            if flip is None and (alone := lone_denial(pairing, cue)):
                yield Flip(alone, (cue.first, cue.end), added=False, sure=True)
            elif flip and self._is_told(flip[1], flip[0], flip[2], cue):
                yield Flip(flip[1], flip[0], added=False, sure=flip[2])

    def _is_told(
        self, mine: tuple[int, int], theirs: tuple[int, int], sure: bool, cue: Cue
    ) -> bool:
        """Whether mine tells as a fact, in the same clause, what *cue* of theirs denies."""
        pairing, back = self.pairing, self.back
        another = _of_another_clause(pairing, mine[0], cue)
        return (
            not (another and not (sure and _denies_any(back, cue)))
            and not is_asked(pairing.mine, mine[0])
            and not is_proposed(back, cue, mine[0])
            and not _only_wanted(pairing, mine[0], theirs[1] - 1)
            and not is_untold(pairing.mine, mine[0])
            and (sure or _well_covered(back, cue))
        )


def _awaits(reading: Reading, index: int) -> bool:
    """Whether the word *index* tells what has still to come about: *once she has signed it*."""
    own = reading.clauses[index]
    once = reading.of_kind("condition", ONCE)
    return any(reading.clauses[c.end - 1] == own and c.end <= index for c in once)


def _is_threat(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other side says with *or else* what would come of it: *if they do not pay*."""
    own = pairing.mine.clauses[cue.first]
    conditions = pairing.mine.of_kind("condition", *STRICT)
    opened = any(pairing.mine.clauses[c.first] == own for c in conditions)
    return opened and bool(pairing.theirs.of_kind("condition", "else"))


def _none_of_all(pairing: Pairing, partners: Mapping[Cue, Cue]) -> Iterator[Flip]:
    """Yield *none of them* for *not all of them*, and the other way round."""
    if pairing.foreign:
        return
    for cue, other in (*partners.items(), *_lone_parts(pairing, partners)):
        parts = denies_all(pairing.mine, cue), denies_all(pairing.theirs, other)
        none = (pairing.theirs, other) if parts[0] else (pairing.mine, cue)
        nothing = is_nominal(*none) or denies_every(*none)
        if parts[0] == parts[1] or not nothing:
            continue
        sides = (pairing.mine, cue), (pairing.theirs, other)
        # "some have no power" is "not all have power"
        if not any(ranges_beside(r, c.first, "some", "most", "few") for r, c in sides):
            yield Flip((cue.first, cue.end), (other.first, other.end), added=False, sure=True)


def _lone_parts(pairing: Pairing, partners: Mapping[Cue, Cue]) -> Iterator[tuple[Cue, Cue]]:
    """Yield the only denials of both readings, of which an aside parts one from its verb.

    *Not all of whom, she said, have been tried*: the same is told behind both.
    """
    mine, theirs = (r.of_kind("negation", "not") for r in (pairing.mine, pairing.theirs))
    if len(mine) == len(theirs) == 1 and not partners.keys() & {*mine}:
        behind = pairing.mine.beyond(mine[0].end, 2 * REACH)
        told = pairing.images(behind) & {*pairing.theirs.beyond(theirs[0].end, 2 * REACH)}
        if not pairing.theirs.pasts.isdisjoint(told):
            yield mine[0], theirs[0]


def _deny_one_deed(pairing: Pairing, doubled: Cue, plain: Cue) -> bool:
    """Whether *plain* denies what *doubled* affirms: *did not fail to sign* and *did not sign*."""
    denied = set(governed(pairing.theirs, plain)[:2])
    return any(pairing.forward[i] in denied for i in governed(pairing.mine, doubled)[1:])


def _of_another_clause(pairing: Pairing, i: int, cue: Cue) -> bool:
    """Whether the clause of the word *i* renders another clause than the one that denies.

    *Value-added tax will not rise, petrol will*: who tells of the petrol denies nothing.
    """
    mine, theirs = pairing.mine.clauses, pairing.theirs.clauses
    if pairing.foreign and _renders(pairing, i, cue):
        return False
    clause = [k for k in pairing.mine.content if mine[k] == mine[i] and abs(k - i) <= _BESIDE]
    places = [j for k in clause if (j := pairing.forward[k]) is not None]
    own = sum(theirs[j] == theirs[cue.first] for j in places)
    return len(places) - own > max(2, own)


def _denies_any(pairing: Pairing, cue: Cue) -> bool:
    """Whether the clause of *cue* denies any deed of its kind: *but have made no arrests*.

    It says nothing more, no time, no place, and nobody does it whom the other side does not name.
    """
    mine = pairing.mine
    head = governed(mine, cue)[:1]
    if not head or head[0] < cue.end or not is_nominal(mine, cue):
        return False
    clause = range(head[0] + 1, len(mine.words))
    own = [i for i in clause if mine.clauses[i] == mine.clauses[cue.first]]
    if any(mine.is_content[i] or i in mine.times for i in own):
        return False
    doers = mine.before(cue.first, _BESIDE)[1:]
    return not doers or any(pairing.forward[i] is not None for i in doers)


def _renders(pairing: Pairing, i: int, cue: Cue) -> bool:
    """Whether the clause of the word *i* has most of what the clause says that denies.

    Where two languages end their clauses differs.
    """
    mine, theirs = pairing.mine.clauses, pairing.theirs.clauses
    clause = [j for j in pairing.theirs.content if theirs[j] == theirs[cue.first]]
    there = [k for j in clause if (k := pairing.backward[j]) is not None and mine[k] == mine[i]]
    return len(there) > 1 and 2 * len(there) > len(clause)


def _only_wanted(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the one reading has as a duty what the other denies as a fact."""
    return is_required(pairing.mine, i) and not is_required(pairing.theirs, j)


def _well_covered(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other side has most of what follows the denied word, which must be a deed."""
    if is_nominal(pairing.mine, cue):
        return False
    after = governed(pairing.mine, cue)[1:REACH]
    return sum(pairing.forward[i] is not None for i in after) >= 2
