"""Results on disk: lines of JSON, read one at a time without decoding what nobody asks for."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import msgspec

from transdiff.errors import InputError, OutputError, os_reason

ENDINGS = (".jsonl", ".jsonl.gz")
_LONGEST = 1 << 26


@dataclass(frozen=True, slots=True)
class Why:
    """Why a record has no result."""

    error: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What identifies a line: the place of its record in the input and the key of its content."""

    index: int
    key: str
    id: str
    failure: Why | None = None


_DECODER = msgspec.json.Decoder(Head)


def head(line: bytes) -> Head | None:
    """Return the head of *line*, None where it is no whole line of results."""
    if not line.endswith(b"\n"):
        return None
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def opened(path: Path) -> IO[bytes]:
    """Open the results at *path*, optionally gzipped. Raises InputError."""
    if not path.name.endswith(ENDINGS):
        raise InputError(f"{path.as_posix()}: expected results in .jsonl or .jsonl.gz")
    try:
        return cast("IO[bytes]", gzip.open(path) if path.suffix == ".gz" else path.open("rb"))
    except OSError as error:
        raise InputError(f"{path.as_posix()}: {os_reason(error)}") from None


def check_replaceable(out: Path) -> None:
    """Raise OutputError where *out* holds anything but results: somebody's records, perhaps."""
    if not out.is_file() or not out.name.endswith(ENDINGS) or not out.stat().st_size:
        return
    try:
        with opened(out) as stream:
            first = stream.readline(_LONGEST)
    except (OSError, EOFError, zlib.error):
        first = b""
    if head(first) is None:
        raise OutputError(
            f"{out.as_posix()}: exists and holds no results of a batch; give another name"
        )


def read_lines(path: Path) -> Iterator[tuple[Head, bytes]]:
    """Yield every line of the results at *path* with its head. Raises InputError."""
    with opened(path) as stream:
        for number, line in enumerate(stream, 1):
            found = head(line)
            if found is None:
                raise InputError(f"{path.as_posix()}:{number}: not a result of transdiff batch")
            yield found, line
