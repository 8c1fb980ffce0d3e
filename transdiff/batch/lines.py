"""Results on disk: lines of JSON, read one at a time without decoding what nobody asks for."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

import msgspec

from transdiff.errors import InputError

ENDINGS = (".jsonl", ".jsonl.gz")


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
        raise InputError(f"{path.as_posix()}: {(error.strerror or str(error)).lower()}") from None


def read_lines(path: Path) -> Iterator[tuple[Head, bytes]]:
    """Yield every line of the results at *path* with its head. Raises InputError."""
    with opened(path) as stream:
        for number, line in enumerate(stream, 1):
            found = head(line)
            if found is None:
                raise InputError(f"{path.as_posix()}:{number}: not a result of transdiff batch")
            yield found, line
