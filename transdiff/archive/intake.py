"""Stories for the archive: files of any reader, or JSON Lines of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from transdiff.errors import InputError, plainly
from transdiff.files import read_all
from transdiff.json_lines import SUFFIXES, JsonLines
from transdiff.language.detect import detect
from transdiff.model import Document, iso_date


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    id: str | int = ""
    lang: str = ""
    published: str = ""
    publisher: str = ""
    title: str = ""
    version: str = ""


_DECODER = msgspec.json.Decoder(_Line)


def stories(
    paths: Iterable[Path],
    failed: Callable[[InputError], None],
    *,
    lang: str | None = None,
    publisher: str = "",
) -> Iterator[Document]:
    """Yield every story at *paths*; a folder stands for the files in it and below.

    *lang* and *publisher* are for the stories that do not say theirs. A file or a line that cannot
    be read is told to *failed* and costs itself alone.
    """
    for path in paths:
        files = sorted(_visible(path)) if path.is_dir() else [path]
        for file in files:
            for document in _in_file(file, failed, lang):
                yield replace(
                    document,
                    lang=lang if lang and document.lang == "und" else document.lang,
                    publisher=document.publisher or publisher,
                )


def _in_file(
    file: Path, failed: Callable[[InputError], None], lang: str | None
) -> Iterator[Document]:
    try:
        if file.name.endswith(SUFFIXES):
            yield from _lines(file, failed)
        else:
            yield from read_all(file, lang)
    except InputError as error:
        failed(error)


def _visible(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not hidden and file.name != "set.toml":
            yield file


def _lines(file: Path, failed: Callable[[InputError], None]) -> Iterator[Document]:
    """The stories of a file of JSON lines: ``text``, and what else is known of each."""
    for number, line in JsonLines(file):
        where = f"{file.as_posix()}:{number}"
        try:
            document = _document(_DECODER.decode(line), where)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            failed(InputError(f"{where}: not a story: {plainly(error)}"))
        except InputError as error:
            failed(InputError(f"{where}: {str(error).removeprefix(f'{where}: ')}"))
        else:
            yield document


def _document(line: _Line, where: str) -> Document:
    if not line.text.strip():
        raise InputError(f"{where}: not a story: no text")
    return Document(
        str(line.id) or where,
        line.text,
        line.lang or detect(line.text),
        title=line.title,
        publisher=line.publisher,
        published=iso_date(line.published),
        uri=str(line.id) or where,
        version=line.version,
    )
