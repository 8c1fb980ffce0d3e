"""The one place that opens files: reading inputs, loading and writing reports."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

import msgspec
import regex

from transdiff.errors import InputError, OutputError
from transdiff.model import SCHEMA_VERSION, Document, Report
from transdiff.readers.encoding import decode
from transdiff.readers.text import parse_text

LARGEST_INPUT = 10 * 1024 * 1024
"""Bytes of the largest document that is read; an article has a few thousand."""

_HTML_NAMES = (".html", ".htm", ".xhtml")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")
_HTML_START = regex.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,2000}?-->\s*+)?<(?:!doctype\s+html|html|head|body)\b",
    regex.IGNORECASE | regex.DOTALL,
)


def read(path: str | os.PathLike[str], lang: str | None = None) -> Document:
    """Read the document at *path*: plain text, Markdown or a saved HTML page.

    *lang* is a BCP 47 tag, detected when None. Raises InputError, one line that names the path and
    says what to do, for whatever is missing, empty, binary, undecodable or too large.
    """
    file = Path(path)
    shown = _shown(file)
    try:
        if file.is_dir():
            raise InputError(f"{shown}: a directory; give a file")
        with file.open("rb") as stream:
            data = stream.read(LARGEST_INPUT + 1)
    except FileNotFoundError:
        raise InputError(f"{shown}: no such file; check the path") from None
    except PermissionError:
        raise InputError(f"{shown}: not readable; check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"{shown}: cannot be read: {reason}") from None
    return _parse(data, shown, file.stem, file.suffix.lower(), lang)


def read_stream(data: bytes, name: str = "stdin", lang: str | None = None) -> Document:
    """Read a document that came through a pipe; HTML is told by its first bytes.

    Raises InputError as :func:`read` does.
    """
    return _parse(data, name, name, "", lang)


def _parse(data: bytes, shown: str, id: str, suffix: str, lang: str | None) -> Document:
    if len(data) > LARGEST_INPUT:
        limit = LARGEST_INPUT // 1024 // 1024
        raise InputError(f"{shown}: larger than {limit} MB; give one article, not an archive")
    markup = suffix in _HTML_NAMES or bool(_HTML_START.match(data[:4096]))
    decoded = decode(data, shown, markup=markup)
    notes = (decoded.note,) if decoded.note else ()
    try:
        if markup or _HTML_START.match(decoded.text[:4096].encode("utf-8", "replace")):
            from transdiff.readers.html import parse_html

            return parse_html(decoded.text, lang=lang, id=id, uri=shown, notes=notes)
        if suffix in _MARKDOWN_NAMES:
            from transdiff.readers.markdown import parse_markdown

            return parse_markdown(decoded.text, lang=lang, id=id, uri=shown, notes=notes)
        return parse_text(decoded.text, lang=lang, id=id, uri=shown, notes=notes)
    except InputError as error:
        reason = str(error).removeprefix(f"{id}: ").removeprefix(f"{shown}: ")
        raise InputError(f"{shown}: {reason}") from None


def _shown(file: Path) -> str:
    """Return the path as reports show it: relative with ``/``, never a path of this machine."""
    if not file.is_absolute():
        return file.as_posix()
    try:
        return file.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.name


def write_atomically(path: str | os.PathLike[str], data: str | bytes) -> None:
    """Write *data* (text as UTF-8) so that a reader sees the old file or the new one, never half.

    Folders are made as needed. Raises OutputError where it cannot be written.
    """
    file = Path(path)
    content = data.encode("utf-8") if isinstance(data, str) else data
    scratch = ""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(scratch).chmod(0o666 & ~_umask())
        Path(scratch).replace(file)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError):
            Path(scratch or file.parent / ".none").unlink()
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise OutputError(f"{path}: cannot be written: {reason}") from None


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
        raise InputError(f"{path}: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not a transdiff report: {error}") from None


def _report(path: str | os.PathLike[str], values: object) -> Report:
    if not isinstance(values, dict):
        raise InputError(f"{path}: not a transdiff report")
    if str(values.pop("schema", "")).partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise InputError(f"{path}: not a report of version {SCHEMA_VERSION}")
    try:
        return msgspec.convert(values, Report)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: not a transdiff report: {error}") from None
