"""The map of a Dask cluster (extra ``dask``): chunks of items go out, a bounded number at a time.

A worker calls the function in a :class:`~transdiff.batch.sandbox.Sandbox`, so that an item which
crashes or never ends does not take the worker with it; a worker that is lost all the same has its
chunks repeated elsewhere.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from transdiff.batch.limits import ItemT, Limits, ResultT, Work, crashed
from transdiff.batch.processes import Pool
from transdiff.errors import ConfigError
from transdiff.model import Failure

_CHUNK = 32  # items: a second of work or so
_AHEAD = 4  # chunks for each thread of the cluster


class Dask:
    """The cluster at *address*, or one of *jobs* processes on this machine."""

    def __init__(self, limits: Limits, jobs: int = 1, address: str | None = None) -> None:
        try:
            import distributed
        except ImportError:
            raise ConfigError('engine "dask": pip install "transdiff[dask]"') from None
        self._client = distributed.Client
        self._limits = limits
        self._jobs = jobs
        self._address = address

    def map(
        self, work: Work[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield the result of every item in order."""
        with self._connected() as client:
            yield from _mapped(client, pickle.dumps(work), self._limits, iter(items))

    def _connected(self) -> Any:
        options: dict[str, Any] = {"set_as_default": False, "timeout": "10s"}
        if self._address is None:
            options |= {
                "n_workers": self._jobs,
                "threads_per_worker": 1,
                "dashboard_address": "127.0.0.1:0",
                "memory_limit": 0,  # the sandboxes have a limit of their own
            }
        try:
            client: Any = self._client(self._address, **options)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise ConfigError(f'engine "dask={self._address}": no scheduler: {error}') from None
        return client


def _mapped(client: Any, work: bytes, limits: Limits, items: Iterator[ItemT]) -> Iterator[Any]:
    def submit(chunk: list[ItemT]) -> Any:
        return client.submit(_run_chunk, work, limits, chunk, pure=False)

    window: deque[tuple[list[ItemT], Any]] = deque()
    while chunk := list(islice(items, _CHUNK)):
        window.append((chunk, submit(chunk)))
        threads = sum(client.nthreads().values())  # of the workers that are there by now
        if len(window) >= _AHEAD * max(1, threads):
            yield from _results(submit, *window.popleft())
    while window:
        yield from _results(submit, *window.popleft())


def _results(submit: Any, chunk: list[ItemT], future: Any) -> Iterator[Any]:
    """The results of *chunk*; one that workers do not survive is cut down to the guilty item."""
    from distributed import KilledWorker

    try:
        yield from future.result()
    except KilledWorker as error:
        if len(chunk) == 1:
            yield crashed(chunk[0], f"no worker survived it: {error}")
            return
        middle = len(chunk) // 2
        for part in (chunk[:middle], chunk[middle:]):
            yield from _results(submit, part, submit(part))


def _run_chunk(work: bytes, limits: Limits, chunk: list[Any]) -> list[Any]:
    """Run on a worker: the results of *chunk*."""
    pool = _pool(work, limits)
    return [pool(item) for item in chunk]


@lru_cache(maxsize=1)
def _pool(work: bytes, limits: Limits) -> Pool[Any, Any]:
    """The sandboxes of this worker for *work*, kept from chunk to chunk."""
    return Pool(pickle.loads(work), limits)
