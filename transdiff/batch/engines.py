"""The maps by name."""

from __future__ import annotations

from transdiff.batch.limits import Engine, Limits
from transdiff.errors import ConfigError, did_you_mean

NAMES = ("processes", "serial", "dask")


def engine(given: str, limits: Limits, jobs: int) -> Engine:
    """Return the map that *given* names: ``processes``, ``serial`` or ``dask[=ADDRESS]``.

    Raises ConfigError for another name, or where what it needs is not installed.
    """
    name, _, address = given.partition("=")
    if name not in NAMES or (address and name != "dask"):
        hint = did_you_mean(name, NAMES) or f" (one of {', '.join(NAMES)})"
        raise ConfigError(f'unknown engine "{given}"{hint}')
    if name == "serial":
        from transdiff.batch.serial import Serial

        return Serial(limits)
    if name == "dask":
        from transdiff.batch.distributed import Dask

        return Dask(limits, jobs, address or None)
    from transdiff.batch.processes import Processes

    return Processes(limits, jobs)
