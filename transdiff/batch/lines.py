"""Results on disk: lines of JSON, read one at a time without decoding what nobody asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from transdiff.errors import InputError, OutputError
from transdiff.json_lines import JsonLines
from transdiff.model import SCHEMA_VERSION

ENDINGS = (".jsonl", ".jsonl.gz", ".parquet")
"""What the files of results are called."""


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
_ENCODER = msgspec.json.Encoder(order="sorted")


def encoded(values: Mapping[str, Any]) -> bytes:
    """Return *values* as one line of JSON, ``schema`` first and then sorted by key."""
    head = b'{"schema":"%s",' % SCHEMA_VERSION.encode()
    try:
        return head + _ENCODER.encode(values)[1:]
    except UnicodeEncodeError:  # a lone surrogate: legal in a str, not in UTF-8
        return head + json.dumps(values, sort_keys=True, separators=(",", ":")).encode()[1:]


def head(line: bytes) -> Head | None:
    """Return the head of *line*, None where it is no whole line of results."""
    if not line.endswith(b"\n"):
        return None
    try:
        return _DECODER.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def check_replaceable(out: Path) -> None:
    """Raise OutputError where *out* holds anything but results: somebody's records, perhaps."""
    if not out.is_file() or not out.stat().st_size:
        return
    try:
        first = next(result_lines(out), b"")
    except InputError:
        first = b""
    if head(first) is None:
        raise OutputError(
            f"{out.as_posix()}: exists and holds no results of a batch; give another name"
        )


def result_lines(path: Path) -> Iterator[bytes]:
    """Yield every line of the results at *path*. Raises InputError where it cannot be read."""
    if not path.name.endswith(ENDINGS):
        raise InputError(f"{path.as_posix()}: expected results in {', '.join(ENDINGS)}")
    if path.suffix == ".parquet":
        from transdiff.batch.parquet import stored_lines

        yield from stored_lines(path)
    else:
        yield from (line + b"\n" for _, line in JsonLines(path))


def read_lines(path: Path) -> Iterator[tuple[Head, bytes]]:
    """Yield every line of the results at *path* with its head. Raises InputError."""
    for number, line in enumerate(result_lines(path), 1):
        found = head(line)
        if found is None:
            raise InputError(f"{path.as_posix()}:{number}: not a result of transdiff batch")
        yield found, line
