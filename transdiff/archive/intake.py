"""Stories for the archive: files of any reader, or JSON Lines of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from transdiff.errors import InputError
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
    paths: Iterable[Path], *, lang: str | None = None, publisher: str = ""
) -> Iterator[Document]:
    """Yield every story at *paths*; a folder stands for the files in it and below.

    *lang* and *publisher* are for the stories that do not say theirs. Raises InputError.
    """
    for path in paths:
        files = sorted(_visible(path)) if path.is_dir() else [path]
        for file in files:
            found = _lines(file) if file.name.endswith(SUFFIXES) else read_all(file, lang)
            for document in found:
                yield replace(
                    document,
                    lang=lang if lang and document.lang == "und" else document.lang,
                    publisher=document.publisher or publisher,
                )


def _visible(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not hidden and file.name != "set.toml":
            yield file


def _lines(file: Path) -> Iterator[Document]:
    """The stories of a file of JSON lines: ``text``, and what else is known of each."""
    for number, line in JsonLines(file):
        where = f"{file.as_posix()}:{number}"
        try:
            story = _DECODER.decode(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise InputError(f"{where}: not a story: {error}") from None
        yield _document(story, where)


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
