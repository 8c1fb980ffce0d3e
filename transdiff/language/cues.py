"""Cues: markers as they stand among the words of a reading."""

from __future__ import annotations

import msgspec

from transdiff.facts import Marker

STRICT = ("if", "only-if", "unless")
"""Conditions that a faithful text keeps; ``soft`` words only answer for them."""

HEDGES = ("possible", "apparent", "likely", "reported", "alleged", "preliminary", "expected")
"""Degrees that a faithful text keeps; ``soft`` words only answer for them."""
VOUCHED = frozenset({"reported", "alleged", "preliminary", "apparent"})
"""Degrees for which a source that is named does as well."""


class Cue(msgspec.Struct, frozen=True):
    """A marker with the words ``[first, end)`` of a reading that it stands on."""

    marker: Marker
    first: int
    end: int
