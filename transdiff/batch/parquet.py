"""Parquet in and out, through DuckDB (extra ``parquet``).

A row is a record: ``article`` and the values of ``references`` are texts or structs of ``text``,
``path``, ``lang``, ``published``, ``publisher``; ``references`` is a map or a struct.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import msgspec

from transdiff.batch.lines import encoded
from transdiff.batch.records import Row
from transdiff.errors import ConfigError, InputError, OutputError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS = 512
_PAGE = (
    "SELECT to_json(t) FROM (SELECT * EXCLUDE (file_row_number) "
    "FROM read_parquet(?, file_row_number = true) WHERE file_row_number BETWEEN ? AND ?) t"
)
_COLUMNS = {
    "index": "BIGINT",
    "id": "VARCHAR",
    "key": "VARCHAR",
    "article": "STRUCT(lang VARCHAR, published VARCHAR, publisher VARCHAR, sha256 VARCHAR, "
    "title VARCHAR)",
    "references": 'STRUCT("key" VARCHAR, lang VARCHAR, sha256 VARCHAR)[]',
    "fidelity": "DOUBLE",
    "scores": "MAP(VARCHAR, DOUBLE)",
    "counts": "STRUCT(critical BIGINT, major BIGINT, minor BIGINT, neutral BIGINT)",
    "sentences": "MAP(VARCHAR, BIGINT)",
    "findings": 'STRUCT("rule" VARCHAR, "group" VARCHAR, category VARCHAR, severity VARCHAR, '
    'line BIGINT, "column" BIGINT, span STRUCT(start BIGINT, "end" BIGINT), quote VARCHAR, '
    "message VARCHAR, "
    'evidence STRUCT(reference VARCHAR, span STRUCT(start BIGINT, "end" BIGINT), quote VARCHAR, '
    '"role" VARCHAR, "value" VARCHAR)[], confidence DOUBLE, suggestion VARCHAR, '
    "fingerprint VARCHAR, standing VARCHAR, reason VARCHAR)[]",
    "failure": "STRUCT(error VARCHAR, stage VARCHAR)",
    "report": "JSON",
    "tool": "VARCHAR",
    "settings_hash": "VARCHAR",
}


def require_duckdb() -> ModuleType:
    """Return DuckDB. Raises ConfigError where it is not installed."""
    try:
        import duckdb
    except ImportError:
        raise ConfigError('Parquet needs DuckDB: pip install "transdiff[parquet]"') from None
    return duckdb


def _connected(duckdb: ModuleType) -> DuckDBPyConnection:
    options = {"threads": 1, "memory_limit": "512MB", "autoinstall_known_extensions": False}
    base: DuckDBPyConnection = duckdb.connect(config=options)
    return base


class ParquetSource:
    """The rows of a Parquet file as records."""

    def __init__(self, path: Path) -> None:
        self.folder = path.parent
        self._path = path
        self._rows = 1
        self._read = 0

    def records(self) -> Iterator[Row]:
        """Yield every row as JSON, a few hundred in memory at a time."""
        duckdb = require_duckdb()
        name = self._path.as_posix()
        try:
            with _connected(duckdb) as base:
                count = base.execute("SELECT count(*) FROM read_parquet(?)", [name]).fetchone()
                self._rows = count[0] if count else 0
                while self._read < self._rows:  # a query's result would be in memory as a whole
                    bounds = (self._read, self._read + _ROWS - 1)
                    for (row,) in base.execute(_PAGE, [name, *bounds]).fetchall():
                        self._read += 1
                        yield Row(row.encode(), f"{name}:{self._read}")
        except duckdb.Error as error:
            line = str(error).splitlines()[0]
            raise InputError(f"{name}: cannot be read as Parquet: {line}") from None

    def done(self) -> float:
        """Return which part of the rows has been read."""
        return self._read / max(1, self._rows)


def write_parquet(lines: Path, target: Path) -> None:
    """Write the JSON *lines* of a batch as Parquet. Raises OutputError."""
    duckdb = require_duckdb()
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in _COLUMNS.items())
    query = (
        f"COPY (SELECT * FROM read_json(?, format = 'newline_delimited', columns = {{{columns}}}, "
        "maximum_object_size = 67108864) ORDER BY index) "
        f"TO '{_quoted(target)}' (FORMAT parquet, COMPRESSION zstd)"
    )
    try:
        with _connected(duckdb) as base:
            base.execute(query, [lines.as_posix()])
    except duckdb.Error as error:
        raise OutputError(f"{target}: {str(error).splitlines()[0]}") from None


def stored_lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a batch that the Parquet file at *path* was made of.

    A table has nulls where a line has nothing. Raises InputError.
    """
    for row in ParquetSource(path).records():
        values = _without_nulls(msgspec.json.decode(row.raw))
        article = values.get("article")
        if isinstance(article, dict):
            values["article"] = _without_nulls(article)
        yield encoded(values) + b"\n"


def _without_nulls(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _quoted(path: Path) -> str:
    return path.as_posix().replace("'", "''")
