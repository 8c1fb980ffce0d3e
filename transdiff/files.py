"""The one place that opens files: reading inputs, loading and writing reports."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from transdiff.errors import InputError
from transdiff.model import SCHEMA_VERSION, Document, Report
from transdiff.readers.text import parse_text


def read(path: str | os.PathLike[str], lang: str | None = None) -> Document:
    """Read the document at *path*. Raises InputError, naming the path, for whatever is wrong."""
    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}") from None
    return parse_text(data.decode("utf-8"), lang=lang, id=file.stem, uri=file.as_posix())


def load_report(path: str | os.PathLike[str]) -> Report:
    """Load a JSON report. Raises InputError where it is none, or of a newer major version."""
    try:
        values = msgspec.json.decode(Path(path).read_bytes(), type=dict[str, object])
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not a transdiff report: {error}") from None
    if str(values.pop("schema", "")).partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise InputError(f"{path}: not a report of version {SCHEMA_VERSION}")
    try:
        return msgspec.convert(values, Report)
    except msgspec.ValidationError as error:
        raise InputError(f"{path}: not a transdiff report: {error}") from None
