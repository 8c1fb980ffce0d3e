"""When Python's garbage collector runs, in the processes that are this program's own.

A comparison makes some ten thousand small values and leaves no circle of them (an article lets go
of its comparisons at the end); by default the collector looks through the young ones after every
700. The library leaves the collector of those who import it alone.
"""

from __future__ import annotations

import gc

_YOUNG = 20_000  # values, some 5 MB
_RARER = 10  # passes over the younger for one over the older, as by default


def collect_rarely() -> None:
    """Look for circles after 20,000 new values: a sixth less time, a few MB more memory."""
    gc.set_threshold(_YOUNG, _RARER, _RARER)


def settle() -> None:
    """Let the collector pass over all that is there: tables of languages, read for good.

    For a process that does nothing but compare; it saves a tenth of its time.
    """
    gc.collect()
    gc.freeze()
