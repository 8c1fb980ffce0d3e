"""A batch: records from a source, through a map, into the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from transdiff.batch.journal import Journal
from transdiff.batch.limits import Engine
from transdiff.batch.records import Item, item
from transdiff.batch.sources import Source
from transdiff.batch.work import CompareRecord, failed
from transdiff.files import write_atomically
from transdiff.model import Failure


@dataclass(frozen=True, slots=True)
class Shard:
    """The *number*-th (from 1) of *of* parts of a batch: every *of*-th record."""

    number: int = 1
    of: int = 1

    def has(self, index: int) -> bool:
        """Whether the record *index* belongs to this part."""
        return index % self.of == self.number - 1


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is: results so far, failures and reused ones among them, part done 0..1."""

    done: int
    failed: int
    reused: int
    part: float


@dataclass(frozen=True, slots=True)
class Manifest:
    """What finished results are about, written beside them; ``merge`` compares manifests.

    ``records`` counts the whole input and ``input`` is a digest of all its keys, in every shard the
    same; ``results`` counts the lines of this shard, ``failed`` the failures among them.
    """

    records: int
    input: str
    shard: tuple[int, int]
    results: int
    failed: int


class _Reading:
    """The items of a shard, and what the whole input was once it is read."""

    def __init__(self, source: Source, salt: str, shard: Shard) -> None:
        self.records = 0
        self.own = 0
        self.digest = hashlib.sha256()
        self._source = source
        self._salt = salt
        self._shard = shard

    def __iter__(self) -> Iterator[Item]:
        folder = self._source.folder
        for index, row in enumerate(self._source.records()):
            found = item(row, index, salt=self._salt, folder=folder)
            self.records += 1
            self.digest.update(found.key.encode())
            if self._shard.has(index):
                self.own += 1
                yield found

    def part(self, compared: int) -> float:
        """Which part of the input is done, 0..1, when *compared* of the own items are.

        Engines read ahead of what they compare.
        """
        return self._source.done() * compared / max(1, self.own)


def run(
    source: Source,
    out: Path,
    work: CompareRecord,
    engine: Engine,
    *,
    shard: Shard | None = None,
    fresh: bool = False,
    progress: Callable[[Progress], None] = lambda progress: None,
) -> Manifest:
    """Compare every record of *source* and write the results to *out*, in the order of the input.

    Goes on where a killed run was; with *fresh* nothing earlier is used. Memory does not grow with
    the number of records. Raises InputError for an unreadable source, OutputError.
    """
    shard = shard or Shard()
    reading = _Reading(source, work.salt(), shard)
    with Journal(out, fresh=fresh) as journal:
        for result in engine.map(work, journal.todo(reading)):
            if isinstance(result, Failure):
                journal.add(failed(journal.next_item(), result), failed=True)
            else:
                journal.add(result)
            part = reading.part(journal.lines)
            progress(Progress(journal.lines, journal.failed, journal.reused, part))
        journal.finish()
    manifest = Manifest(
        reading.records,
        reading.digest.hexdigest(),
        (shard.number, shard.of),
        journal.lines,
        journal.failed,
    )
    progress(Progress(journal.lines, journal.failed, journal.reused, 1.0))
    write_manifest(out, manifest)
    return manifest


def manifest_path(out: Path) -> Path:
    """Return where the manifest of the results at *out* is."""
    return out.with_name(f"{out.name}.manifest.json")


def write_manifest(out: Path, manifest: Manifest) -> None:
    """Write the manifest of the results at *out*. Raises OutputError."""
    data = msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2)
    write_atomically(manifest_path(out), data + b"\n")
