"""Many pairs: one pure function of a record, called by one of several maps.

``records`` reads them, ``work`` compares one, ``serial``, ``processes`` and ``distributed`` are the
maps, ``journal`` keeps what is done, ``run`` puts these together; ``merge``, ``tables`` and
``sinks`` make something of the results.
"""

from __future__ import annotations

from transdiff.batch.work import process_partition as process_partition

__all__ = ("process_partition",)
