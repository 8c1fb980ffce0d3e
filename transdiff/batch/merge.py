"""The exact union of shards: the results that one run over everything would have written."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from transdiff.batch.lines import Head, check_replaceable, read_lines
from transdiff.batch.run import Manifest, manifest_path, write_manifest
from transdiff.batch.stored import store
from transdiff.errors import InputError, OutputError


def merged(parts: Sequence[Path]) -> tuple[Manifest, Iterator[bytes]]:
    """Return the manifest of *parts* as a whole and their lines in the order of the input.

    Raises InputError unless they are all the shards of one batch: one input, one program, the same
    settings, none twice, none missing. While lines are read, for a gap or a double.
    """
    manifests = [_manifest(part) for part in parts]
    first = manifests[0]
    for part, manifest in zip(parts, manifests, strict=True):
        if (manifest.input, manifest.shard[1]) != (first.input, first.shard[1]):
            raise InputError(
                f"{part.as_posix()}: another batch than {parts[0].as_posix()}: "
                "the input, the settings, the program or the number of shards differs"
            )
    numbers = sorted(manifest.shard[0] for manifest in manifests)
    wanted = list(range(1, first.shard[1] + 1))
    if numbers != wanted:
        missing = sorted(set(wanted) - set(numbers))
        what = f"shard {missing[0]}/{first.shard[1]} is missing" if missing else "a shard twice"
        raise InputError(f"{parts[0].as_posix()} and others: {what}")
    whole = Manifest(
        first.records,
        first.input,
        (1, 1),
        sum(m.results for m in manifests),
        sum(m.failed for m in manifests),
    )
    return whole, _lines(parts, first.records)


def merge_into(parts: Sequence[Path], out: Path) -> Manifest:
    """Write the union of *parts* to *out* with its manifest. Raises as :func:`merged`."""
    whole, lines = merged(parts)
    if any(part.resolve() == out.resolve() for part in parts):
        raise OutputError(f"{out}: is one of the shards; give the result another name")
    check_replaceable(out)
    store(lines, out)
    write_manifest(out, whole)
    return whole


def _lines(parts: Sequence[Path], records: int) -> Iterator[bytes]:
    streams = [read_lines(part) for part in parts]
    expected = 0
    for found, line in heapq.merge(*streams, key=_index):
        if found.index != expected:
            kind = "twice" if found.index < expected else "missing"
            raise InputError(f"{parts[0].as_posix()} and others: record {expected} is {kind}")
        expected += 1
        yield line
    if expected != records:
        raise InputError(f"{parts[0].as_posix()} and others: {records - expected} results missing")


def _index(entry: tuple[Head, bytes]) -> int:
    return entry[0].index


def _manifest(part: Path) -> Manifest:
    path = manifest_path(part)
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except OSError:
        where = part.as_posix()
        if not part.exists():
            raise InputError(f"{where}: no such file; check the path") from None
        raise InputError(f"{where}: no {path.name} beside it; has the batch finished?") from None
    except msgspec.MsgspecError as error:
        raise InputError(f"{path.as_posix()}: not a manifest: {error}") from None
