"""A denial of a time, a figure or a place only, which another one stands for.

*Not on Monday but on Friday*: what happens is not denied, it happens at the other time, or so
often. *He is not in prison: he is under house arrest*: nor is what stands behind the colon.
"""

from __future__ import annotations

from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_BEHIND = 4
"""Words from *but* to what stands for the denied: *but on the fourth of October*."""
_COLONS = frozenset(":：—–")
_LEAST = 2
"""Content words behind a colon that both readings have."""
_NEAR = 16
"""Words from the denied verb to that *but*."""


def denies_only_so(pairing: Pairing, at: int) -> bool:
    """Whether ``mine`` denies at *at* but the time, the figure or the place of what is told."""
    return _denies_only_when(pairing.mine, at) or _denied_besides(pairing, at)


def _denies_only_when(reading: Reading, at: int) -> bool:
    """Whether what is denied at the word *at* is so at another time, or so much, all the same."""
    turns = load_pack(reading.lang).words("negation", "corrective")
    within = reading.sentence(at)
    told = reading.once(_told)
    for k in range(at + 1, min(within.stop, at + _NEAR)):
        if reading.words[k].fold in turns:
            before, behind = range(at + 1, k), range(k + 1, min(within.stop, k + 1 + _BEHIND))
            return not told.isdisjoint(before) and not told.isdisjoint(behind)
    return False


def _denied_besides(pairing: Pairing, at: int) -> bool:
    """Whether ``mine`` denies at *at* what ``theirs`` has not, and goes on with what it has.

    What stands behind the colon or dash is for the most part in ``theirs``.
    """
    mine = pairing.mine
    within = mine.sentence(at)
    turn = next((k for k in range(at, within.stop) if mine.words[k].fold in _COLONS), None)
    if turn is None:
        return False
    denied = [i for i in range(within.start, turn) if mine.is_content[i]]
    cues = mine.of_kind("negation", "not")
    behind = next((c.end for c in cues if at <= c.first < turn), at)
    first = next((i for i in denied if i >= behind), None)
    if first is not None and pairing.forward[first] is not None:
        return False  # what is denied is what the other reading says
    told = [i for i in range(turn + 1, within.stop) if mine.is_content[i]]
    new = [i for i in denied if pairing.forward[i] is None]
    same = [i for i in told if pairing.forward[i] is not None]
    held = any(c.first > turn for c in mine.of_kind("negation", "not", "lexical"))
    return bool(new) and len(same) >= _LEAST and 2 * len(same) > len(told) and not held


def _told(reading: Reading) -> frozenset[int]:
    """The words of times and figures."""
    facts = reading.facts
    return reading.covered(
        [m.span for f in facts for m in f.moments] + [q.span for f in facts for q in f.quantities]
    )
