"""The one place that opens files: reading inputs, loading and writing reports."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from transdiff import plugins
from transdiff.display import counted, visible
from transdiff.errors import InputError, OutputError, os_reason, plainly
from transdiff.model import SCHEMA_VERSION, Document, ParallelText, Report
from transdiff.readers.source import Source

T = TypeVar("T")

LARGEST_INPUT = 10 * 1024 * 1024
"""Bytes of the largest document that is read; an article has a few thousand."""
_STREAMS = tuple(map(Path, ("/dev", "/dev/fd", "/proc/self/fd")))


def read(path: str | os.PathLike[str], lang: str | None = None, *, reader: str = "") -> Document:
    """Read the document at *path* in any format that a reader knows (``docs/formats.md``).

    *lang* is a BCP 47 tag, detected when None; *reader* names one instead of finding it.
    ``feed.xml#2`` is the second story of a file that holds several. Raises InputError, one line
    that names the path and says what to do, for whatever is missing, empty, binary, undecodable,
    malformed or too large, and for several stories; ConfigError for an unknown reader.
    """
    file, number = _numbered(Path(path))
    source = _opened(file, lang)
    return _one(_stories(source, reader), source, number)


def read_stream(
    data: bytes, name: str = "stdin", lang: str | None = None, *, reader: str = ""
) -> Document:
    """Read a document that came through a pipe; its format is told by its content.

    Raises InputError as :func:`read` does.
    """
    source = Source.of(_small(data, name), name, lang=lang)
    return _one(_stories(source, reader), source, 0)


def read_all(path: str | os.PathLike[str], lang: str | None = None) -> tuple[Document, ...]:
    """Read every story at *path*: the items of a feed or of a news message. Raises InputError."""
    return _stories(_opened(Path(path), lang))


def read_pairs(path: str | os.PathLike[str], lang: str | None = None) -> tuple[ParallelText, ...]:
    """Read the aligned texts of a translation memory, an XLIFF file or a table.

    *lang* is the language of the translations, where a memory holds several. Raises InputError,
    also for a format that has one side only.
    """
    source = _opened(Path(path), lang)
    reader = plugins.reader_for(source)
    if reader.read_pairs is None:
        raise source.error(f"{reader.name} holds one side only; give a TMX, XLIFF, TSV or CSV file")
    return _named(source, reader.read_pairs)


def read_pair(path: str | os.PathLike[str], lang: str | None = None) -> ParallelText | None:
    """Read the one aligned text at *path*, None where its format has one side only.

    ``memory.xlf#2`` is the second of several. Raises InputError as :func:`read` does.
    """
    file, number = _numbered(Path(path))
    source = _opened(file, lang)
    reader = plugins.reader_for(source)
    return _one(_named(source, reader.read_pairs), source, number) if reader.read_pairs else None


def both_sides_hint(path: Path) -> str:
    """Return what to do with a file of both sides where references are asked for, or nothing."""
    both = path.suffix in (".tmx", ".xlf", ".xliff", ".tsv", ".csv", ".tab")
    return "; transdiff compare takes a file with both sides" if both else ""


def file_of(path: Path) -> Path:
    """Return the file that *path* is in: ``feed.xml`` for its second story, ``feed.xml#2``."""
    return _numbered(path)[0]


def _numbered(path: Path) -> tuple[Path, int]:
    stem, mark, number = path.name.rpartition("#")
    if stem and mark and number.isdecimal() and not path.exists():
        return path.with_name(stem), int(number)
    return path, 0


def _opened(file: Path, lang: str | None) -> Source:
    given = visible(file.as_posix())
    try:
        if file.is_dir():
            raise InputError(f"{given}: a directory; give a file, or a set with a set.toml")
        with file.open("rb") as stream:
            data = stream.read(LARGEST_INPUT + 1)
    except FileNotFoundError:
        raise InputError(f"{given}: no such file; check the path") from None
    except PermissionError:
        raise InputError(f"{given}: not readable; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"{given}: cannot be read: {reason}") from None
    shown = _shown(file)
    return Source.of(_small(data, shown), shown, file.stem, file.suffix.lower(), lang)


def _small(data: bytes, shown: str) -> bytes:
    if len(data) > LARGEST_INPUT:
        limit = LARGEST_INPUT // 1024 // 1024
        raise InputError(f"{shown}: larger than {limit} MB; give one article, not an archive")
    return data


def _stories(source: Source, reader: str = "") -> tuple[Document, ...]:
    return _named(source, plugins.reader_for(source, reader).read)


def _named(source: Source, read: Callable[[Source], T]) -> T:
    """Call *read* so that whatever it raises names the path."""
    try:
        return read(source)
    except InputError as error:
        reason = str(error).removeprefix(f"{source.id}: ").removeprefix(f"{source.name}: ")
        raise InputError(f"{source.name}: {reason}") from None


def _one(stories: tuple[T, ...], source: Source, number: int) -> T:
    name, count = source.name, len(stories)
    if number > count or (number == 0 and count == 0):
        held = counted(count, "story", "stories")
        raise InputError(f"{name}#{number}: it holds {held}; count from 1")
    if number == 0 and count > 1:
        raise InputError(f"{name}: holds {count} stories; name one, {name}#1 to {name}#{count}")
    return stories[max(0, number - 1)]


def _shown(file: Path) -> str:
    """Return the path as reports show it: relative with ``/``, never a path of this machine."""
    if not file.is_absolute():
        return file.as_posix()
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.name


def write_atomically(path: str | os.PathLike[str], data: str | bytes) -> None:
    """Write *data* (text as UTF-8) as :func:`replacing` does. Raises OutputError."""
    with replacing(path) as stream:
        stream.write(data.encode("utf-8") if isinstance(data, str) else data)


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Give a stream for what *path* shall hold; a reader sees the old file or the new one.

    Folders are made as needed, a link stays a link, and a device or a pipe is written to: putting a
    file in its place would break it for every program. Raises OutputError where the path cannot be
    written, and leaves nothing half-written.
    """
    file = Path(path)
    scratch = ""
    try:
        if _is_stream(file):
            with file.open("wb") as stream:
                yield stream
            return
        file = Path(os.path.realpath(file))
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "wb") as stream:
            yield stream
        Path(scratch).chmod(0o666 & ~_umask())
        Path(scratch).replace(file)
        scratch = ""
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        remedy = "; give the name of a file" if file.is_dir() else ""
        raise OutputError(f"{path}: cannot be written: {reason}{remedy}") from None
    finally:
        if scratch:
            with contextlib.suppress(OSError):
                Path(scratch).unlink()


def _is_stream(file: Path) -> bool:
    """Whether *file* is a device, a pipe, or a name of an open file such as ``/dev/fd/3``."""
    if file.absolute().parent in _STREAMS:
        return True
    return file.exists() and not file.is_file() and not file.is_dir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def load_report(path: str | os.PathLike[str]) -> Report:
    """Load a JSON report. Raises InputError where it is none, or of a newer major version."""
    return _report(path, _json(path))


def load_reports(path: str | os.PathLike[str]) -> tuple[Report, ...]:
    """Load a JSON report, or the array of reports of one run. Raises InputError."""
    values = _json(path)
    return tuple(_report(path, v) for v in (values if isinstance(values, list) else [values]))


def _json(path: str | os.PathLike[str]) -> object:
    try:
        return msgspec.json.decode(Path(path).read_bytes())
    except OSError as error:
        raise InputError(f"{path}: {os_reason(error)}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not a transdiff report: {error}") from None


def _report(path: str | os.PathLike[str], values: object) -> Report:
    if not isinstance(values, dict) or "schema" not in values:
        raise InputError(f"{path}: not a transdiff report; write one with --output json=PATH")
    if str(values.pop("schema", "")).partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise InputError(f"{path}: not a report of version {SCHEMA_VERSION}")
    try:
        return msgspec.convert(values, Report)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: not a transdiff report: {plainly(error)}") from None
