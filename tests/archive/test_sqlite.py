"""The archive in a SQLite file: what only a file can be."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from transdiff.archive.adding import add
from transdiff.archive.find import find
from transdiff.archive.sqlite import Store, require_fts5
from transdiff.archive.terms import hashed, numbers
from transdiff.errors import ConfigError, InputError, OutputError
from transdiff.model import Document


def test_a_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database at all, but long enough to be one" * 20)
    with pytest.raises(InputError, match="not an archive"):
        Store(tmp_path / "text.db")
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (x)").connection.commit()
    with pytest.raises(InputError, match="not an archive"):
        Store(tmp_path / "other.db", create=True)
    (tmp_path / "empty.db").touch()
    with pytest.raises(InputError, match="not an archive"):
        Store(tmp_path / "empty.db")
    assert not (tmp_path / "empty.db").stat().st_size


def test_folders_are_made_where_they_can_be(tmp_path: Path) -> None:
    with Store(tmp_path / "no" / "such" / "folder.db", create=True) as store:
        assert len(store) == 0
    with pytest.raises(OutputError, match="cannot be written"):
        Store(tmp_path / "no" / "such" / "folder.db" / "wires.db", create=True)
    with pytest.raises(InputError, match="cannot be opened"):
        Store(tmp_path / "no", create=True)


def test_a_damaged_archive_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "wires.db"
    texts = [f"The port of Tarsk {n} reopened after {n * 7} days." for n in range(200)]
    with Store(path, create=True) as store:
        add(store, [Document(text, text, "en") for text in texts])
    data = bytearray(path.read_bytes())
    data[20_000::7] = bytes(len(data[20_000::7]))
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"wires\.db: cannot be read: "), Store(path) as store:
        find(store, Document("article", texts[150], "en"))


def test_a_python_without_fts5_is_told_so() -> None:
    class Lacking(sqlite3.Connection):
        def execute(self, *arguments: object) -> sqlite3.Cursor:  # type: ignore[override]
            return super().execute("SELECT 1 WHERE 0")

    with pytest.raises(ConfigError, match="without FTS5"):
        require_fts5(sqlite3.connect(":memory:", factory=Lacking))


def test_frequencies_add_up_over_additions(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    texts = [" ".join(f"w{n}" for n in chance.integers(0, 500, 40)) for _ in range(60)]
    with Store(tmp_path / "wires.db", create=True) as store:
        for start in range(0, 60, 20):
            stories = [Document(text, text, "en") for text in texts[start : start + 20]]
            assert add(store, stories).stories == 20
        wanted = np.unique(
            np.concatenate([numbers(text, "en") for text in texts]), return_counts=True
        )
        asked = [*wanted[0].tolist(), hashed("absent")]
        assert store.frequencies(asked) == dict(zip(*(w.tolist() for w in wanted), strict=True))


def test_an_addition_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "wires.db", create=True) as store:
        with pytest.raises(OutputError), store.transaction():
            add_one = store.base.execute
            add_one("INSERT INTO band VALUES (1, 1)")
            add_one("INSERT INTO band VALUES (1, 1)")
        assert store.base.execute("SELECT count(*) FROM band").fetchone() == (0,)
