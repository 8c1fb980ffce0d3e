"""A denial of a time or a figure only, which another one stands for: *not on Monday but on Friday*.

What happens is not denied there: it happens at the other time, or so often.
"""

from __future__ import annotations

from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading

_BEHIND = 4
"""Words from *but* to what stands for the denied: *but on the fourth of October*."""
_NEAR = 16
"""Words from the denied verb to that *but*."""


def denies_only_when(reading: Reading, at: int) -> bool:
    """Whether what is denied at the word *at* is so at another time, or so much, all the same."""
    turns = load_pack(reading.lang).words("negation", "corrective")
    within = reading.sentence(at)
    told = reading.once(_told)
    for k in range(at + 1, min(within.stop, at + _NEAR)):
        if reading.words[k].fold in turns:
            before, behind = range(at + 1, k), range(k + 1, min(within.stop, k + 1 + _BEHIND))
            return not told.isdisjoint(before) and not told.isdisjoint(behind)
    return False


def _told(reading: Reading) -> frozenset[int]:
    """The words of times and figures."""
    facts = reading.facts
    return reading.covered(
        [m.span for f in facts for m in f.moments] + [q.span for f in facts for q in f.quantities]
    )
