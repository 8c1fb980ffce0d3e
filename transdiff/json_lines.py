"""JSON Lines, gzipped or not, read one at a time."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from transdiff.errors import InputError, os_reason

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
LONGEST = 64 * 1024 * 1024
"""Bytes of the longest line that is read; an article with its references has some ten thousand."""


class JsonLines:
    """The lines of a file with their numbers from 1; empty ones are left out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = 1
        self._read = 0

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        """Yield every line. Raises InputError where the file cannot be read."""
        name = self.path.as_posix()
        try:
            self._size = max(1, self.path.stat().st_size)
            with self.path.open("rb") as raw:
                zipped = self.path.suffix == ".gz"
                stream = cast("IO[bytes]", gzip.GzipFile(fileobj=raw)) if zipped else raw
                number = self._read = 0
                while line := stream.readline(LONGEST):
                    number += 1
                    if len(line) == LONGEST:
                        raise InputError(f"{name}:{number}: a line of more than 64 MB")
                    # Only a zipped file has to be asked: it may be a buffer ahead of its lines.
                    self._read = raw.tell() if zipped else self._read + len(line)
                    if line.strip():
                        yield number, line.strip().removeprefix(b"\xef\xbb\xbf")
        except OSError as error:
            raise InputError(f"{name}: {os_reason(error)}") from None
        except (EOFError, zlib.error):
            raise InputError(
                f"{name}: cannot be read: the gzip file is cut off or damaged"
            ) from None

    def done(self) -> float:
        """Return which part of the bytes has been read, 0..1."""
        return min(1.0, self._read / self._size)
