"""The map of this machine's cores: threads that each wait for a process of their own."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic

from transdiff.batch.limits import ItemT, Limits, ResultT, Work
from transdiff.batch.sandbox import Sandbox
from transdiff.model import Failure

_AHEAD = 32  # items for each process: how far the others get while one takes all of its time


class Pool(Generic[ItemT, ResultT]):
    """Sandboxes that threads borrow."""

    def __init__(self, work: Work[ItemT, ResultT], limits: Limits) -> None:
        self._work = work
        self._limits = limits
        self._idle: queue.SimpleQueue[Sandbox[ItemT, ResultT]] = queue.SimpleQueue()
        self._all: list[Sandbox[ItemT, ResultT]] = []

    def __call__(self, item: ItemT) -> ResultT | Failure:
        """Call the function for *item* in an idle sandbox, or in a new one."""
        try:
            sandbox = self._idle.get_nowait()
        except queue.Empty:
            sandbox = Sandbox(self._work, self._limits)
            self._all.append(sandbox)
        try:
            return sandbox(item)
        finally:
            self._idle.put(sandbox)

    def kill(self) -> None:
        """End every sandbox; one that is at work answers with a Failure."""
        for sandbox in self._all:
            sandbox.kill()

    def close(self) -> None:
        """Wait until the sandboxes, none of them at work, are gone."""
        for sandbox in self._all:
            sandbox.close()


class Processes:
    """*jobs* processes; a bounded window of items is under way."""

    def __init__(self, limits: Limits, jobs: int) -> None:
        self._limits = limits
        self._jobs = jobs

    def map(
        self, work: Work[ItemT, ResultT], items: Iterable[ItemT]
    ) -> Iterator[ResultT | Failure]:
        """Yield the result of every item in order."""
        pool = Pool(work, self._limits)
        threads = ThreadPoolExecutor(self._jobs)
        window: deque[Future[ResultT | Failure]] = deque()
        try:
            for item in items:
                window.append(threads.submit(pool, item))
                if len(window) >= self._jobs * _AHEAD:
                    yield window.popleft().result()
            while window:
                yield window.popleft().result()
        finally:
            for future in window:
                future.cancel()
            pool.kill()
            threads.shutdown()
            pool.close()
