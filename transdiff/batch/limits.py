"""What one record may cost, and the values that maps work on."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from transdiff.errors import InputError, TransdiffError, unexpected
from transdiff.model import Failure


class Identified(Protocol):
    """Whatever a map is given: something with a name for a Failure to carry."""

    @property
    def id(self) -> str:
        """The name of the record."""


ItemT = TypeVar("ItemT", bound=Identified)
ResultT = TypeVar("ResultT")
Work = Callable[[ItemT], ResultT]


class Engine(Protocol):
    """A map: calls *work* for every item, in whatever process, and keeps their order."""

    def map(
        self, work: Work[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield the result of every item in order; an item that fails costs itself alone.

        Reads only a bounded number of items ahead. *work* and what it takes and returns can be
        pickled.
        """


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` and ``megabytes`` that one record may take; None for no limit of memory."""

    seconds: float = 60.0
    megabytes: int | None = 2048


class TimeLimit(BaseException):
    """Not an Exception, so that no handler on the way takes it for a fault of its own."""


@runtime_checkable
class Preparing(Protocol):
    """Work that has something to read before its first item."""

    def prepare(self) -> None:
        """Read it."""


def prepare(work: Callable[..., object]) -> None:
    """Have *work* read what it needs, where it can, before the time of a record counts."""
    if isinstance(work, Preparing):
        work.prepare()


def attempted(work: Work[ItemT, ResultT], item: ItemT) -> ResultT | Failure:
    """Return ``work(item)``, or the Failure that its exception is."""
    try:
        return work(item)
    except InputError as error:
        return Failure(item.id, str(error), "read")
    except TransdiffError as error:
        if isinstance(error.__cause__, MemoryError):
            return out_of_memory(item)
        return Failure(item.id, str(error), "compare")
    except MemoryError:
        return out_of_memory(item)
    except RecursionError:
        return Failure(item.id, "nested too deeply", "compare")
    except Exception as error:
        return Failure(item.id, f"internal error: {unexpected(error)}", "compare")


def out_of_memory(item: Identified) -> Failure:
    """Return the Failure of a record that needed more memory than it may have."""
    return Failure(item.id, "out of memory", "memory")


def too_slow(item: Identified, seconds: float) -> Failure:
    """Return the Failure of a record that did not end in time."""
    return Failure(item.id, f"not done after {seconds:g} s", "time")


def crashed(item: Identified, how: str) -> Failure:
    """Return the Failure of a record that ended its process."""
    return Failure(item.id, f"the process ended: {how}", "crash")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimit in this thread after *seconds*, where the system can: POSIX, main thread."""
    able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not able:
        yield
        return

    def stop(signum: int, frame: object) -> None:
        raise TimeLimit

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
