"""What a batch is about: one record is an article with its references.

.. code:: json

   {"id": "2024-03-14/ferry",
    "article": {"text": "…", "lang": "en", "published": "2024-03-14", "publisher": "Daily"},
    "references": {"tass": {"path": "refs/ferry.tass.txt", "lang": "ru"}}}

A text is given as ``text`` or as a ``path`` that counts from the folder of the input; a bare string
is its text. Everything but ``article`` and ``references`` is optional; other keys are ignored.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from transdiff.errors import ConfigError, InputError, plainly
from transdiff.files import file_of, read
from transdiff.model import Document, iso_date
from transdiff.pivot import sentences_of, with_pivot


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of a record with what is known about it; an unknown language is detected.

    Tables have nulls where JSON has nothing: None is as good as empty.
    """

    text: str | None = field(default=None, repr=False)  # Dask's log shows what a task was given
    path: str | None = None
    lang: str | None = None
    published: str | None = None
    publisher: str | None = None
    pivot: str | None = None
    """Path of a ready translation of a foreign reference, one line for each of its sentences."""

    def paths(self) -> tuple[str, ...]:
        """The files that are read for it."""
        return tuple(path for path in (self.path, self.pivot) if path)

    def read(self, id: str, folder: str) -> Document:
        """Return the document called *id*; its paths count from *folder*. Raises InputError."""
        document = self._read(id, folder)
        if not self.pivot:
            return document
        lines = sentences_of(read(Path(folder) / self.pivot), document)
        return with_pivot(document, lines, Path(self.pivot).name)

    def _read(self, id: str, folder: str) -> Document:
        try:
            if not self.path:
                return Document.from_text(
                    self.text or "",
                    self.lang or None,
                    id=id,
                    published=self.published,
                    publisher=self.publisher or "",
                )
            document = read(Path(folder) / self.path, self.lang or None)
            return replace(
                document,
                id=id,
                uri=self.path,
                published=iso_date(self.published) or document.published,
                publisher=self.publisher or document.publisher,
            )
        except (InputError, ConfigError) as error:  # a language that is none is one of the latter
            about, named = str(error), self.path or id
            raise InputError(about if named in about else f"{named}: {about}") from None


@dataclass(frozen=True, slots=True)
class Record:
    """An article and its references by label, as the input has them."""

    article: Text | str
    references: Mapping[str, Text | str | None]
    id: str | int | None = None

    def texts(self) -> dict[str, Text]:
        """Return every text by label, the article's being empty."""
        both = {"": self.article, **self.references}
        return {
            label: Text(text=given) if isinstance(given, str) else given
            for label, given in both.items()
            if given is not None
        }


class Row(NamedTuple):
    """A record as it was found: JSON, the name of its place, and what was wrong with finding it."""

    raw: bytes
    where: str
    error: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A record on its way: ``index`` counts the records of the input from 0.

    ``key`` identifies the content of the record, of the files that it names, and of the program and
    settings that compare it: equal keys have equal results. ``raw`` is the record as JSON, ``line``
    where the input has it. A record that cannot be understood has an ``error``.
    """

    index: int
    id: str
    key: str
    raw: bytes = field(default=b"", repr=False)
    folder: str = ""
    error: str = ""
    article: Text = field(default_factory=Text)

    def record(self) -> Record:
        """Return the decoded record. Raises InputError where there is none."""
        if self.error:
            raise InputError(self.error)
        return _DECODER.decode(self.raw)


_DECODER = msgspec.json.Decoder(Record)


def item(row: Row, index: int, *, salt: str, folder: Path) -> Item:
    """Return the record in *row* as an Item; its paths count from *folder*.

    *salt* stands for the program and the settings. Never raises for what the record contains.
    """
    raw, where, error = row
    state = hashlib.sha256(salt.encode() + b"\0" + raw)
    name = where
    try:
        if error:
            raise InputError(error)
        record = _DECODER.decode(raw)
        name = where if record.id in (None, "") else str(record.id)
        texts = record.texts()
        if len(texts) < 2:
            raise InputError(f"{where}: no references")
        if "" in record.references:
            raise InputError(f"{where}: a reference without a label")
        for label, text in texts.items():
            if bool(text.path) == bool(text.text):
                what = f'reference "{label}"' if label else "article"
                raise InputError(f"{where}: {what}: give either its text or its path")
            for path in text.paths():
                state.update(_content(folder / path))
    except (msgspec.MsgspecError, UnicodeDecodeError) as reason:
        return Item(index, where, _key(state), error=f"{where}: not a record: {plainly(reason)}")
    except InputError as reason:
        return Item(index, name, _key(state), error=str(reason))
    # The text itself need not travel twice.
    about = replace(texts[""], text=None, path=None, pivot=None)
    return Item(index, name, _key(state), raw, str(folder), article=about)


def files_named(rows: Iterable[Row], folder: Path) -> Iterator[Path]:
    """Yield the files that the records in *rows* name; what is no record names none."""
    for row in rows:
        try:
            texts = _DECODER.decode(row.raw).texts()
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
        yield from (file_of(folder / path) for text in texts.values() for path in text.paths())


def _key(state: hashlib._Hash) -> str:
    return state.hexdigest()[:32]


def _content(path: Path) -> bytes:
    """The digest of a file; one that is not there is told when it is read."""
    try:
        with file_of(path).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return b"missing"
