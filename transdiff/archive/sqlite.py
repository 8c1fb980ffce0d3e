"""The archive in one SQLite file: stories, an inverted index of their terms, bands of takes.

The index is FTS5 without content and positions, over terms that are numbers already. The row of a
story counts from its day, so that a window of days is a range of rows. A transaction is the
database's: a killed ``add`` leaves a sound store, and adding the same again adds nothing.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from heapq import nsmallest
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from transdiff.archive.index import Entry, Known, Question, Stored
from transdiff.archive.terms import Numbers
from transdiff.errors import ConfigError, InputError, OutputError, os_reason

VERSION = 2
_DAY_ROWS = 1 << 20  # stories of one day
_MOST_MARKS = 500  # question marks of one query
_POSTINGS = 60_000  # that are read for one question, rare terms first
_BUCKET = 22  # bits of a term that count within a bucket of frequencies: a thousand buckets
_FIELDS = ("lang", "publisher", "published", "title", "uri", "version", "notes", "text")
_SCHEMA = f"""
CREATE VIRTUAL TABLE terms USING fts5(term, content='', detail='none', columnsize=0,
                                      tokenize='ascii');
CREATE TABLE story (row INTEGER PRIMARY KEY, key BLOB UNIQUE, take_of BLOB, numbers BLOB,
                    lang TEXT, publisher TEXT, published TEXT, title TEXT, uri TEXT, version TEXT,
                    notes TEXT, text BLOB);
CREATE INDEX take ON story (take_of) WHERE take_of IS NOT NULL;
CREATE TABLE frequency (bucket INTEGER PRIMARY KEY, terms_and_stories BLOB);
CREATE TABLE band (band INTEGER, row INTEGER, PRIMARY KEY (band, row)) WITHOUT ROWID;
PRAGMA user_version = {VERSION};
"""


class Store:
    """An open store. Many may read while one writes."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the store at *path*, which is made if need be where *create* says so.

        Raises InputError where there is none, OutputError where none can be made, ConfigError.
        """
        self.name = path.as_posix()
        if not create and not path.is_file():
            raise InputError(f"{self.name}: no such archive; make one with archive add")
        try:
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            self.base = sqlite3.connect(path, isolation_level=None, timeout=30)
            require_fts5(self.base)
            self._prepare(create=create)
        except sqlite3.OperationalError as error:
            raise InputError(f"{self.name}: cannot be opened: {error}") from None
        except sqlite3.Error as error:
            raise InputError(f"{self.name}: not an archive: {error}") from None
        except OSError as error:
            raise OutputError(f"{self.name}: cannot be written: {os_reason(error)}") from None

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close the file. Raises InputError where it turned out to be damaged."""
        self.base.close()
        if isinstance(error, sqlite3.Error):
            raise InputError(f"{self.name}: cannot be read: {error}") from None

    def _prepare(self, *, create: bool) -> None:
        (version,) = self.base.execute("PRAGMA user_version").fetchone()
        empty = not self.base.execute("SELECT 1 FROM sqlite_schema").fetchone()
        if version == 0 and empty and create:
            self.base.execute("PRAGMA journal_mode = wal")
            self.base.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
        elif version != VERSION:
            raise InputError(f"{self.name}: not an archive of this version")
        self.base.execute("PRAGMA synchronous = normal")
        self.base.execute("PRAGMA cache_size = -65536")

    def __len__(self) -> int:
        """How many stories there are, takes not counted."""
        query = "SELECT (SELECT count(*) FROM story) - count(*) FROM story WHERE take_of NOT NULL"
        return int(self.base.execute(query).fetchone()[0])

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Keep all that is written in it, or nothing. Raises OutputError."""
        try:
            self.base.execute("BEGIN IMMEDIATE")
            yield
            self.base.execute("COMMIT")
        except sqlite3.Error as error:
            raise OutputError(f"the archive cannot be written: {error}") from None
        finally:
            if self.base.in_transaction:
                self.base.execute("ROLLBACK")

    def known(self, keys: Sequence[str]) -> set[str]:
        """Return which of *keys* are those of kept texts."""
        blobs = sorted(map(bytes.fromhex, keys))
        query = "SELECT key FROM story WHERE key IN ({})"
        return {key.hex() for (key,) in self._each_of(query, blobs)}

    def near(self, bands: Sequence[int]) -> Iterator[tuple[int, Known]]:
        """Yield every story that has one of *bands*, with the band."""
        query = (
            "SELECT band, key, lang, publisher, row, numbers FROM band JOIN story USING (row) "
            "WHERE band IN ({})"
        )
        for band, *story in self._each_of(query, bands):
            yield band, _known(*story)

    def write(self, entries: Sequence[Entry]) -> None:
        """Keep *entries*, none of which is known."""
        rows = self._rows([entry.known.day for entry in entries])
        self.base.executemany(
            "INSERT INTO story VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            map(_as_row, rows, entries),
        )
        new = [(row, entry) for row, entry in zip(rows, entries, strict=True) if not entry.take_of]
        self.base.executemany(
            "INSERT INTO terms (rowid, term) VALUES (?, ?)",
            ((row, _words(entry.known.terms)) for row, entry in new),
        )
        self.base.executemany(
            "INSERT INTO band VALUES (?, ?)",
            sorted({(band, row) for row, entry in new for band in entry.bands}),
        )
        if new:
            self._count(np.concatenate([entry.known.terms for _, entry in new]))

    def _rows(self, days: Sequence[int]) -> list[int]:
        """A free row of each day; stories without a date come before all others."""
        query = "SELECT max(row) FROM story WHERE row BETWEEN ? AND ?"
        free: dict[int, int] = {}
        rows = []
        for day in days:
            if day not in free:
                last = self.base.execute(query, _row_range((day, day))).fetchone()[0]
                free[day] = max(1, day * _DAY_ROWS) if last is None else last + 1
            rows.append(free[day])
            free[day] += 1
        return rows

    def _count(self, terms: Numbers) -> None:
        """Add one to the frequency of each of *terms* for each time that it is there."""
        values, counts = np.unique(terms, return_counts=True)
        added = np.stack([values, counts.astype(np.uint32)])
        buckets = values >> _BUCKET
        numbers, starts = np.unique(buckets, return_index=True)
        kept = self._buckets(numbers.tolist())
        parts = np.split(added, starts[1:], axis=1)
        self.base.executemany(
            "INSERT OR REPLACE INTO frequency VALUES (?, ?)",
            (
                (bucket, _sum(kept.get(bucket), part).tobytes())
                for bucket, part in zip(numbers.tolist(), parts, strict=True)
            ),
        )

    def _buckets(self, numbers: Sequence[int]) -> dict[int, Numbers]:
        """Buckets of frequencies: a row of sorted terms, and one of how many stories have each."""
        query = "SELECT bucket, terms_and_stories FROM frequency WHERE bucket IN ({})"
        return {
            bucket: np.frombuffer(blob, dtype=np.uint32).reshape(2, -1)
            for bucket, blob in self._each_of(query, numbers)
        }

    def frequencies(self, terms: Sequence[int]) -> dict[int, int]:
        """Return how many stories have each of *terms*."""
        buckets = self._buckets(sorted({term >> _BUCKET for term in terms}))
        found: dict[int, int] = {}
        for term in terms:
            values, counts = buckets.get(term >> _BUCKET, _NOTHING)
            at = int(np.searchsorted(values, term))
            if at < len(values) and values[at] == term:
                found[term] = int(counts[at])
        return found

    def candidates(
        self, questions: Sequence[Question], days: tuple[int, int], most: int
    ) -> list[Known]:
        """Return for each question the *most* stories of *days* whose terms count for most."""
        first, last = _row_range(days)
        read: dict[int, list[int]] = {}
        chosen: dict[int, None] = {}
        for question in questions:
            sums = self._sums(question, first, last, read)
            best = nsmallest(most, sums, key=lambda row: (-sums[row], row))
            chosen |= dict.fromkeys(best)
        query = "SELECT key, lang, publisher, row, numbers FROM story WHERE row = ?"
        return [_known(*self.base.execute(query, (row,)).fetchone()) for row in chosen]

    def _sums(
        self, question: Question, first: int, last: int, read: dict[int, list[int]]
    ) -> Mapping[int, float]:
        """What the terms of every story from row *first* to *last* count for."""
        query = "SELECT rowid FROM terms WHERE terms MATCH ? AND rowid BETWEEN ? AND ?"
        sums: dict[int, float] = defaultdict(float)
        left = _POSTINGS
        for term, weight in sorted(question.items(), key=lambda item: (-item[1], item[0])):
            if left < 0:
                break
            if term not in read:
                with closing(self.base.execute(query, (f"{term:x}", first, last))) as cursor:
                    read[term] = [row for (row,) in cursor.fetchall()]
            left -= len(read[term])
            for row in read[term]:
                sums[row] += weight
        return sums

    def latest(self, keys: Sequence[str]) -> dict[str, Stored]:
        """Return the stories called *keys*, each as its latest take has it."""
        query = (
            f"SELECT {', '.join(_FIELDS)} FROM story "
            "WHERE key = ?1 OR take_of = ?1 ORDER BY published DESC, row DESC LIMIT 1"
        )
        found = {}
        for key in keys:
            *values, text = self.base.execute(query, (bytes.fromhex(key),)).fetchone()
            about = dict(zip(_FIELDS, values, strict=False))
            plain = zlib.decompress(text).decode("utf-8", "surrogatepass")
            found[key] = Stored(**about, text=plain)
        return found

    def _each_of(self, query: str, values: Sequence[int] | Sequence[bytes]) -> Iterator[tuple]:  # type: ignore[type-arg]
        """The rows of *query* for *values*, some hundreds at a time in the place of its braces."""
        for start in range(0, len(values), _MOST_MARKS):
            part = values[start : start + _MOST_MARKS]
            yield from self.base.execute(query.format(",".join("?" * len(part))), part).fetchall()


_NOTHING = np.empty((2, 0), dtype=np.uint32)


def _known(key: bytes, lang: str, publisher: str, row: int, numbers: bytes) -> Known:
    terms = np.frombuffer(numbers, dtype=np.uint32)
    return Known(key.hex(), lang, publisher, row // _DAY_ROWS, terms)


def _as_row(row: int, entry: Entry) -> tuple[int | str | bytes | None, ...]:
    story = Stored.of(entry.document)
    *about, text = (getattr(story, field) for field in _FIELDS)
    packed = zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
    take_of = bytes.fromhex(entry.take_of) or None
    return (
        *(row, bytes.fromhex(entry.known.key), take_of, entry.known.terms.tobytes()),
        *(*about, packed),
    )


def _words(terms: Numbers) -> str:
    """Terms as the index has them: letters and digits only."""
    listed = terms.tolist()
    return ("%x " * len(listed)) % tuple(listed)


def _sum(kept: Numbers | None, added: NDArray[np.uint32]) -> Numbers:
    """Two tables of sorted terms and counts as one."""
    if kept is None:
        return added
    both = np.concatenate([kept, added], axis=1)
    both = both[:, np.argsort(both[0], kind="stable")]
    starts = np.flatnonzero(np.diff(both[0], prepend=both[0, 0] ^ 1))
    return np.stack([both[0, starts], np.add.reduceat(both[1], starts)]).astype(np.uint32)


def _row_range(days: tuple[int, int]) -> tuple[int, int]:
    """The first and the last row of *days*."""
    first, last = days
    return first * _DAY_ROWS, last * _DAY_ROWS + _DAY_ROWS - 1


def require_fts5(base: sqlite3.Connection) -> None:
    """Raise ConfigError where the SQLite of this Python has no full-text search."""
    if not base.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone():
        raise ConfigError(
            f"the SQLite of this Python ({sqlite3.sqlite_version}) was built without FTS5, which "
            "the archive needs; install a Python that has it (python.org, Debian, conda)"
        )
