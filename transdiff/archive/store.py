"""The store: a SQLite file with the stories, an inverted index of their terms, and takes.

The index is FTS5 without content and positions, over terms that are numbers already. The row of a
story counts from its day, so that a window of dates is a range of rows. Every ten thousand stories
are one transaction: a killed ``add`` leaves a sound store, and adding the same again adds nothing.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from transdiff.archive.takes import bands, same_story
from transdiff.archive.terms import Numbers, numbers, words_and_anchors
from transdiff.errors import ConfigError, InputError, OutputError
from transdiff.model import Document, digest, iso_date

VERSION = 1
_DAY_ROWS = 1 << 20  # stories of one day
_BATCH = 10_000
_TAKE_DAYS = 3
_FIELDS = ("row", "lang", "publisher", "published", "title", "uri", "version")
_SCHEMA = f"""
CREATE VIRTUAL TABLE terms USING fts5(term, content='', detail='none', columnsize=0,
                                      tokenize='ascii');
CREATE TABLE story (row INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, lang TEXT, publisher TEXT,
                    published TEXT, title TEXT, uri TEXT, version TEXT, take_of INTEGER,
                    text BLOB, numbers BLOB);
CREATE TABLE frequency (term INTEGER PRIMARY KEY, stories INTEGER) WITHOUT ROWID;
CREATE TABLE band (band INTEGER, row INTEGER, PRIMARY KEY (band, row)) WITHOUT ROWID;
CREATE INDEX take ON story (take_of) WHERE take_of IS NOT NULL;
PRAGMA user_version = {VERSION};
"""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding came to: new stories, new takes of known ones, exact copies left out."""

    stories: int = 0
    takes: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class Stored:
    """A story as it is kept."""

    row: int
    lang: str
    publisher: str
    published: str
    title: str
    uri: str
    version: str
    text: str

    def document(self, id: str) -> Document:
        """Return the story as a document called *id*."""
        return Document.from_text(
            self.text, self.lang, id=id, published=self.published, publisher=self.publisher
        )


class Store:
    """An open store; a context manager. Many may read while one writes."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the store at *path*. Raises InputError where there is none, and ConfigError."""
        if not create and not path.is_file():
            raise InputError(f"{path.as_posix()}: no such archive; make one with archive add")
        try:
            self.base = sqlite3.connect(path, isolation_level=None, timeout=30)
            require_fts5(self.base)
            self._prepared(path)
        except sqlite3.Error as error:
            raise InputError(f"{path.as_posix()}: not an archive: {error}") from None

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the file."""
        self.base.close()

    def _prepared(self, path: Path) -> None:
        (version,) = self.base.execute("PRAGMA user_version").fetchone()
        empty = not self.base.execute("SELECT 1 FROM sqlite_schema").fetchone()
        if version == 0 and empty:
            self.base.execute("PRAGMA journal_mode = wal")
            self.base.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
        elif version != VERSION:
            raise InputError(f"{path.as_posix()}: not an archive of this version")
        self.base.execute("PRAGMA synchronous = normal")
        self.base.execute("PRAGMA cache_size = -65536")

    def __len__(self) -> int:
        """How many stories there are, takes not counted."""
        (count,) = self.base.execute("SELECT count(*) FROM story WHERE take_of IS NULL").fetchone()
        return int(count)

    def add(self, documents: Iterable[Document]) -> Added:
        """Keep *documents*; what is there already is left out. Raises OutputError."""
        total = Added()
        stream = iter(documents)
        while batch := list(islice(stream, _BATCH)):
            try:
                self.base.execute("BEGIN IMMEDIATE")
                done = _Adding(self.base).add(batch)
                self.base.execute("COMMIT")
            except sqlite3.Error as error:
                if self.base.in_transaction:
                    self.base.execute("ROLLBACK")
                raise OutputError(f"the archive cannot be written: {error}") from None
            total = Added(
                total.stories + done.stories,
                total.takes + done.takes,
                total.copies + done.copies,
            )
        return total

    def frequencies(self, terms: Sequence[int]) -> dict[int, int]:
        """Return how many stories have each of *terms*."""
        found: dict[int, int] = {}
        for start in range(0, len(terms), 500):
            part = terms[start : start + 500]
            marks = ",".join("?" * len(part))
            query = f"SELECT term, stories FROM frequency WHERE term IN ({marks})"
            found.update(self.base.execute(query, part).fetchall())
        return found

    def rows_with(self, term: int, first: int, last: int) -> list[int]:
        """Return the rows of the stories from *first* to *last* that have *term*."""
        query = "SELECT rowid FROM terms WHERE terms MATCH ? AND rowid BETWEEN ? AND ?"
        with closing(self.base.execute(query, (_word(term), first, last))) as cursor:
            return [row for (row,) in cursor]

    def numbers_of(self, rows: Sequence[int]) -> Iterator[tuple[int, str, Numbers]]:
        """Yield every one of *rows* with its language and the sorted numbers of its terms."""
        query = "SELECT lang, numbers FROM story WHERE row = ?"
        for row in rows:
            lang, blob = self.base.execute(query, (row,)).fetchone()
            yield row, lang, np.frombuffer(blob, dtype=np.uint32)

    def latest(self, row: int) -> Stored:
        """Return the story at *row* as its latest take has it."""
        query = (
            f"SELECT {', '.join(_FIELDS)}, text FROM story "
            "WHERE row = ? OR take_of = ? ORDER BY published DESC, row DESC LIMIT 1"
        )
        *known, text = self.base.execute(query, (row, row)).fetchone()
        values = dict(zip(_FIELDS, known, strict=True))
        return Stored(**values, text=zlib.decompress(text).decode("utf-8", "surrogatepass"))


def row_range(since: str, until: str) -> tuple[int, int]:
    """Return the first and the last row of the days from *since* to *until*; empty is open."""
    return _first_row(since), (_first_row(until) or (1 << 62)) + _DAY_ROWS - 1


def _first_row(day: str) -> int:
    from datetime import date

    return date.fromisoformat(iso_date(day)).toordinal() * _DAY_ROWS if day else 0


def require_fts5(base: sqlite3.Connection) -> None:
    """Raise ConfigError where the SQLite of this Python has no full-text search."""
    if not base.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        raise ConfigError(
            f"the SQLite of this Python ({sqlite3.sqlite_version}) was built without FTS5, which "
            "the archive needs; install a Python that has it (python.org, Debian, conda)"
        )


def _word(term: int) -> str:
    """A term as the index has it: letters and digits only."""
    return f"{term:x}"


class _Adding:
    """One transaction of additions."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self.base = base
        self.frequency: Counter[int] = Counter()
        self.next_row: dict[int, int] = {}

    def add(self, documents: Sequence[Document]) -> Added:
        stories = takes = copies = 0
        for document in documents:
            key = digest(f"{document.publisher}\0{document.text}")
            if self.base.execute("SELECT 1 FROM story WHERE sha256 = ?", (key,)).fetchone():
                copies += 1
                continue
            lang = document.lang.partition("-")[0].lower()
            ordered = numbers(words_and_anchors(document.text, lang))
            terms = np.sort(ordered)
            row = self._row(document.published)
            known = self._earlier_take(document, row, bands(ordered), terms)
            self._keep(document, key, row, terms, known)
            if known is None:
                stories += 1
                self._index(row, terms)
            else:
                takes += 1
        self.base.executemany(
            "INSERT INTO frequency VALUES (?, ?) ON CONFLICT (term) "
            "DO UPDATE SET stories = stories + excluded.stories",
            sorted(self.frequency.items()),
        )
        return Added(stories, takes, copies)

    def _row(self, published: str) -> int:
        """The next free row of a day; stories without a date come before all others."""
        first = _first_row(published)
        if first not in self.next_row:
            last = self.base.execute(
                "SELECT max(row) FROM story WHERE row BETWEEN ? AND ?",
                (first, first + _DAY_ROWS - 1),
            ).fetchone()[0]
            self.next_row[first] = first if last is None else last + 1
        row = max(1, self.next_row[first])
        self.next_row[first] = row + 1
        return row

    def _earlier_take(
        self, document: Document, row: int, marks: list[int], terms: Numbers
    ) -> int | None:
        """The story that *document* is nearly the same as: same publisher, language and days."""
        near = _TAKE_DAYS * _DAY_ROWS
        query = (
            f"SELECT DISTINCT row FROM band WHERE band IN ({','.join('?' * len(marks))}) "
            "AND row BETWEEN ? AND ?"
        )
        rows = self.base.execute(query, (*marks, row - near, row + near)).fetchall()
        for (candidate,) in rows:
            publisher, lang, blob = self.base.execute(
                "SELECT publisher, lang, numbers FROM story WHERE row = ?", (candidate,)
            ).fetchone()
            known = np.frombuffer(blob, dtype=np.uint32)
            mine = (document.publisher, document.lang)
            if (publisher, lang) == mine and same_story(terms, known):
                return int(candidate)
        self.base.executemany("INSERT OR IGNORE INTO band VALUES (?, ?)", [(m, row) for m in marks])
        return None

    def _keep(
        self, document: Document, key: str, row: int, terms: Numbers, take_of: int | None
    ) -> None:
        text = zlib.compress(document.text.encode("utf-8", "surrogatepass"), 1)
        known = (document.lang, document.publisher, document.published, document.title)
        self.base.execute(
            "INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(row, key, *known, document.uri or document.id, document.version),
                *(take_of, text, terms.tobytes()),
            ),
        )

    def _index(self, row: int, terms: Numbers) -> None:
        listed = terms.tolist()
        self.base.execute(
            "INSERT INTO terms (rowid, term) VALUES (?, ?)", (row, " ".join(map(_word, listed)))
        )
        self.frequency.update(listed)
