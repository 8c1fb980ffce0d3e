"""Where records come from, read one at a time: JSON Lines, Parquet, folders of article sets."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import msgspec

from transdiff.batch.records import Row
from transdiff.errors import InputError, TransdiffError
from transdiff.files import both_sides_hint
from transdiff.json_lines import SUFFIXES, JsonLines
from transdiff.sets import NAME, is_set, load_set


class Source(Protocol):
    """An input: its records as JSON with the name of their place, and how far reading is."""

    folder: Path
    """What paths in the records count from."""

    def records(self) -> Iterator[Row]:
        """Yield every record in order. Raises InputError for an input that cannot be read."""

    def done(self) -> float:
        """Return which part of the input has been read, 0..1."""


def open_source(given: str) -> Source:
    """Return the input *given*: a file, a folder of sets, or a glob of either.

    Raises InputError where there is nothing, or where a file is of no known kind.
    """
    path = Path(given)
    if path.is_dir():
        return Sets(path, _sets_in(path))
    if path.is_file():
        return _file(path)
    if glob.has_magic(given):
        found = [Path(p) for p in sorted(glob.glob(given, recursive=True))]  # noqa: PTH207
        if found:
            return _matched(given, found)
    raise InputError(f"{given}: no such file or folder; check the path")


def _matched(given: str, found: list[Path]) -> Source:
    if all(is_set(path) for path in found):
        return Sets(Path(), [p / NAME if p.is_dir() else p for p in found])
    if len({path.parent for path in found}) > 1:
        raise InputError(f"{given}: files of one folder, as their paths count from it, or sets")
    return Several(found[0].parent, tuple(_file(path) for path in found))


def _file(path: Path) -> Source:
    if path.suffix == ".parquet":
        from transdiff.batch.parquet import ParquetSource

        return ParquetSource(path)
    if is_set(path):
        return Sets(path.parent, [path])
    if path.name.endswith(SUFFIXES):
        return Lines(path)
    expected = "expected .jsonl, .jsonl.gz, .parquet or a folder of sets"
    raise InputError(f"{path.as_posix()}: {expected}{both_sides_hint(path)}")


class Lines:
    """A file of JSON lines."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self._lines = JsonLines(path)

    def records(self) -> Iterator[Row]:
        """Yield every line with its number."""
        name = self._lines.path.as_posix()
        for number, line in self._lines:
            yield Row(line, f"{name}:{number}")

    def done(self) -> float:
        """Return which part of the bytes has been read."""
        return self._lines.done()


@dataclass(slots=True)
class Sets:
    """Article sets: the id of a record is the set's folder, counted from ``folder``."""

    folder: Path
    files: list[Path]
    _read: int = 0

    def records(self) -> Iterator[Row]:
        """Yield every set, or what is wrong with it."""
        for file in self.files:
            self._read += 1
            where = self._counted(file.parent)
            try:
                yield Row(msgspec.json.encode(self._record(file, where)), where)
            except TransdiffError as error:
                yield Row(str(error).encode(), where, str(error))

    def _record(self, file: Path, where: str) -> dict[str, object]:
        found = load_set(file)
        texts = {
            label: {
                "path": self._counted(member.path),
                "lang": member.lang,
                "published": member.published,
                **({"pivot": self._counted(member.pivot)} if member.pivot else {}),
            }
            for label, member in {"": found.article, **found.references}.items()
        }
        return {"id": where, "article": texts.pop(""), "references": texts}

    def _counted(self, path: Path) -> str:
        return os.path.relpath(path, self.folder).replace(os.sep, "/")

    def done(self) -> float:
        """Return which part of the sets has been read."""
        return self._read / max(1, len(self.files))


def _sets_in(folder: Path) -> list[Path]:
    files = [
        file
        for file in sorted(folder.rglob(NAME))
        if not any(part.startswith(".") for part in file.relative_to(folder).parts)
    ]
    if not files:
        raise InputError(f"{folder.as_posix()}: no {NAME} in this folder or below it")
    return files


@dataclass(slots=True)
class Several:
    """Several files of one folder, one after the other."""

    folder: Path
    sources: tuple[Source, ...]

    def records(self) -> Iterator[Row]:
        """Yield the records of every file."""
        for source in self.sources:
            yield from source.records()

    def done(self) -> float:
        """Return which part has been read; the files count alike."""
        return sum(source.done() for source in self.sources) / len(self.sources)
