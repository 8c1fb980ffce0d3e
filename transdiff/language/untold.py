"""Words that stand in a reading undenied and are told by it all the same of nothing that is so.

What somebody would have liked, what is said to be still open, what a denial beside it denies too.
"""

from __future__ import annotations

from transdiff.language.denials import NEAR, listed_ranges
from transdiff.language.left_open import left_open
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading

_WISHED = 6
"""Words from a wish that was not met to what was wished."""


def is_untold(reading: Reading, index: int) -> bool:
    """Whether the word *index* is wished, open or denied with the word before it."""
    return (
        _is_wished(reading, index)
        or any(o.first <= index < o.end for o in reading.once(left_open))
        or _is_denied_too(reading, index)
    )


def _is_wished(reading: Reading, index: int) -> bool:
    """Whether it did not come about: *would have liked to be consulted*, *aurait voulu être*."""
    own = reading.sentence(index)
    ends = (end for _, end in listed_ranges(reading, "wished") if end - 1 in own)
    return any(0 <= index - end <= _WISHED for end in ends)


def _is_denied_too(reading: Reading, index: int) -> bool:
    """Whether a thing belongs to a deed that is denied: *should not be sold as a cure*.

    What joins another deed to it ends the denial.
    """
    if index in reading.pasts or reading.names_event(index):
        return False
    joining = load_pack(reading.lang).words("numbers.ranges", "and")
    turns = load_pack(reading.lang).words("coverage", "contrast")
    return any(
        0 <= index - cue.end <= NEAR
        and index in reading.sentence(cue.first)
        and not any(w.fold in joining or w.fold in turns for w in reading.words[cue.end : index])
        for cue in reading.of_kind("negation", "not")
    )
