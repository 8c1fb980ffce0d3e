"""What a batch has done so far, so that a killed run goes on where it was.

Results are appended in the order of the input to ``OUT.partial``, which becomes OUT when the last
one is there. A line is used again exactly when it answers the same question: same place, same key.
Lines of an earlier OUT are used too, its failures excepted: running a batch again tries them again.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import time
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from types import TracebackType
from typing import Self

from transdiff.batch.lines import Head, check_replaceable, head, result_lines
from transdiff.batch.records import Item
from transdiff.batch.stored import convert
from transdiff.errors import OutputError

_SYNC_SECONDS = 1.0


class Journal:
    """The results at *out* in the making; a context manager that only one process can enter."""

    def __init__(self, out: Path, *, fresh: bool = False) -> None:
        self.out = out
        self.partial = out.with_name(f"{out.name}.partial")
        self.lines = 0
        self.failed = 0
        self.reused = 0
        self._fresh = fresh
        self._synced = 0.0
        self._waiting: deque[int | Item] = deque()
        self._earlier: Iterator[bytes] = iter(())
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Open and lock the partial results. Raises OutputError."""
        check_replaceable(self.out)
        try:
            self.partial.parent.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.partial, os.O_RDWR | os.O_CREAT, 0o666)
            self._file = self._stack.enter_context(os.fdopen(handle, "r+b"))
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._stack.close()
            raise OutputError(f"{self.partial}: another run is writing it") from None
        except OSError as error:
            raise OutputError(f"{self.partial}: cannot be written: {error.strerror}") from None
        if self._fresh:
            self._file.truncate(0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Close the files; what was appended stays for the next run."""
        nothing = not os.fstat(self._file.fileno()).st_size
        if error is not None and nothing:  # nor anything of an earlier run
            self.partial.unlink(missing_ok=True)
        self._stack.close()

    def todo(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield those of *items* that have no result yet; :meth:`add` takes theirs, in order.

        What is known of the others is written as soon as its turn has come.
        """
        left = self._resumed(iter(items))
        ahead, self._earlier = self._earlier_lines(), self._earlier_lines()
        for item in left:
            known = _same(next(ahead, None), item)
            if known is not None and known.failure is None:
                self._pass_over()
            else:
                self._waiting.append(item)
                yield item
        self._copy()

    def add(self, line: Iterable[bytes] | bytes, *, failed: bool = False) -> None:
        """Append the result of the first item that waits for one."""
        data = line if isinstance(line, bytes) else b"".join(line)
        self._waiting.popleft()
        next(self._earlier, None)
        self._write(data + b"\n")
        self.failed += failed
        self._copy()

    def next_item(self) -> Item:
        """Return the first item that waits for its result."""
        first = self._waiting[0]
        assert isinstance(first, Item)
        return first

    def _resumed(self, items: Iterator[Item]) -> Iterator[Item]:
        """Keep the partial lines that *items* begin with, drop the rest; return the other items."""
        end = 0
        self._file.seek(0)
        for line in self._file:
            item = next(items, None)
            known = _same(line, item) if item is not None else None
            if known is None:
                items = chain([item] if item is not None else [], items)
                break
            end += len(line)
            self.lines += 1
            self.reused += 1
            self.failed += known.failure is not None
        self._file.seek(end)
        self._file.truncate()
        return items

    def _earlier_lines(self) -> Iterator[bytes]:
        """The lines of an earlier OUT from where the partial ones end."""
        if self._fresh or not self.out.is_file():
            return iter(())
        return islice(result_lines(self.out), self.lines, None)

    def _pass_over(self) -> None:
        """Note that the next line can be copied; memory stays the same however many they are."""
        if self._waiting and isinstance(self._waiting[-1], int):
            self._waiting[-1] += 1
        else:
            self._waiting.append(1)
        self._copy()

    def _copy(self) -> None:
        while self._waiting and isinstance(self._waiting[0], int):
            count = self._waiting.popleft()
            assert isinstance(count, int)
            self.reused += count
            for line in islice(self._earlier, count):
                self._write(line)

    def _write(self, data: bytes) -> None:
        try:
            self._file.write(data)
            self._file.flush()
            if time.monotonic() - self._synced > _SYNC_SECONDS:
                os.fsync(self._file.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            raise OutputError(f"{self.partial}: cannot be written: {error.strerror}") from None
        self.lines += 1

    def finish(self) -> None:
        """Make the partial results the results. Raises OutputError."""
        os.fsync(self._file.fileno())
        convert(self.partial, self.out)


def _same(line: bytes | None, item: Item) -> Head | None:
    """The head of *line* where it is a result of exactly *item*."""
    found = head(line) if line is not None else None
    same = found is not None and (found.index, found.key) == (item.index, item.key)
    return found if same else None
