"""The archive in a folder of tantivy (extra ``search``): for stories by the million.

Terms are whole numbers that count for what the question says, so that the answer is the one that
SQLite gives. A transaction is a commit of tantivy's, and one process writes at a time.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
import numpy as np

from transdiff.archive.index import Entry, Known, Question, Stored
from transdiff.errors import ConfigError, InputError, OutputError

_AT_ONCE = 1000  # terms of one query
_HEAP = 64_000_000  # bytes; tantivy asks for 15 MB at least
_MOST = 10_000


class _Kept(msgspec.Struct, array_like=True):
    """What is kept of a story in one field: all that is not searched by."""

    lang: str
    publisher: str
    day: int
    number: int
    """Counts the texts of the archive: of two takes of one day, the later is the latest."""
    terms: bytes
    bands: list[int]
    story: bytes


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(_Kept)


class Folder:
    """An open index. Many may read while one writes."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the index in *path*. Raises InputError where there is none, and ConfigError."""
        try:
            self._tantivy: Any = import_module("tantivy")
        except ImportError:
            raise ConfigError('archive "tantivy:": pip install "transdiff[search]"') from None
        name = path.as_posix()
        if not create and not (path.is_dir() and self._tantivy.Index.exists(str(path))):
            raise InputError(f"{name}: no such archive; make one with archive add")
        self._schema = _schema(self._tantivy)
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._index = self._tantivy.Index(self._schema, path=str(path))
        except (OSError, ValueError) as error:
            raise InputError(f"{name}: not an archive of this version: {error}") from None
        self._writer: Any = None

    def __enter__(self) -> Self:
        """Return the open index."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close nothing: files are open only while they are read or written."""

    def __len__(self) -> int:
        """How many stories there are, takes not counted."""
        return int(self._searcher().doc_freq("take_of", ""))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written in it, or nothing. Raises OutputError."""
        try:
            self._writer = self._index.writer(_HEAP, 1)
        except ValueError as error:
            raise OutputError(f"the archive cannot be written: {error}") from None
        try:
            yield
            self._writer.commit()
            self._writer.wait_merging_threads()
        except (OSError, ValueError) as error:
            raise OutputError(f"the archive cannot be written: {error}") from None
        finally:
            self._writer = None  # what is not committed is gone with the writer, and its lock

    def known(self, keys: Sequence[str]) -> set[str]:
        """Return which of *keys* are those of kept texts."""
        return {key for key, _ in self._with("key", keys)}

    def near(self, bands: Sequence[int]) -> Iterator[tuple[int, Known]]:
        """Yield every story that has one of *bands*, with the band."""
        wanted = frozenset(bands)
        for key, kept in self._with("band", bands):
            for band in wanted.intersection(kept.bands):
                yield band, _known(key, kept)

    def write(self, entries: Sequence[Entry]) -> None:
        """Keep *entries*, none of which is known."""
        count = self._searcher().num_docs
        for number, entry in enumerate(entries, count):
            known = entry.known
            story = json.dumps(asdict(Stored.of(entry.document)))
            packed = zlib.compress(story.encode(), 1)
            kept = _Kept(
                *(known.lang, known.publisher, known.day, number, known.terms.tobytes()),
                *(list(entry.bands), packed),
            )
            values = {
                "key": known.key,
                "take_of": entry.take_of,
                "day": known.day,
                "term": [] if entry.take_of else known.terms.tolist(),
                "band": kept.bands,
                "kept": _ENCODER.encode(kept),
            }
            document = self._tantivy.Document.from_dict(values, self._schema)
            self._writer.add_document(document)

    def frequencies(self, terms: Sequence[int]) -> dict[int, int]:
        """Return how many stories have each of *terms*."""
        searcher = self._searcher()
        return {term: searcher.doc_freq("term", term) for term in terms}

    def candidates(
        self, questions: Sequence[Question], days: tuple[int, int], most: int
    ) -> list[Known]:
        """Return for each question the *most* stories of *days* whose terms count for most."""
        query, occur = self._tantivy.Query, self._tantivy.Occur
        first, last = days
        kind = self._tantivy.FieldType.Unsigned
        within = query.const_score_query(
            query.range_query(self._schema, "day", kind, first, last), 0.0
        )
        found: dict[str, Known] = {}
        for question in questions:
            terms = [
                (
                    occur.Should,
                    query.const_score_query(
                        query.term_query(self._schema, "term", term, "basic"), weight
                    ),
                )
                for term, weight in question.items()
            ]
            if terms:
                asked = query.boolean_query(
                    [(occur.Must, query.boolean_query(terms)), (occur.Must, within)]
                )
                found |= {key: _known(key, kept) for key, kept in self._found(asked, most)}
        return list(found.values())

    def latest(self, keys: Sequence[str]) -> dict[str, Stored]:
        """Return the stories called *keys*, each as its latest take has it."""
        found = {}
        for key in keys:
            takes = [kept for field in ("key", "take_of") for _, kept in self._with(field, [key])]
            newest = max(takes, key=lambda kept: (kept.day, kept.number))
            found[key] = Stored(**json.loads(zlib.decompress(newest.story)))
        return found

    def _with(
        self, field: str, values: Sequence[int] | Sequence[str]
    ) -> Iterator[tuple[str, _Kept]]:
        """Every text that has one of *values* in *field*, with its key."""
        for start in range(0, len(values), _AT_ONCE):
            part = list(values[start : start + _AT_ONCE])
            yield from self._found(
                self._tantivy.Query.term_set_query(self._schema, field, part), _MOST
            )

    def _found(self, query: Any, most: int) -> Iterator[tuple[str, _Kept]]:
        searcher = self._searcher()
        for _, place in searcher.search(query, most, count=False).hits:
            document = searcher.doc(place)
            yield document.get_first("key"), _DECODER.decode(document.get_first("kept"))

    def _searcher(self) -> Any:
        self._index.reload()
        return self._index.searcher()


def _known(key: str, kept: _Kept) -> Known:
    terms = np.frombuffer(kept.terms, dtype=np.uint32)
    return Known(key, kept.lang, kept.publisher, kept.day, terms)


def _schema(tantivy: Any) -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("key", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("take_of", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("term", indexed=True)
    builder.add_unsigned_field("band", indexed=True)
    builder.add_bytes_field("kept", stored=True)
    return builder.build()
