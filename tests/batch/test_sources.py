"""Where records come from, and what becomes of those that are none."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from transdiff.batch.records import Item, Row, item
from transdiff.batch.sources import open_source
from transdiff.errors import InputError

GOOD = {"id": "a", "article": {"text": "Words.", "lang": "en"}, "references": {"x": "Words."}}


def as_item(record: object, folder: Path = Path(), salt: str = "") -> Item:
    raw = record if isinstance(record, bytes) else json.dumps(record).encode()
    return item(Row(raw, "in.jsonl:4"), 3, salt=salt, folder=folder)


@pytest.mark.parametrize("suffix", [".jsonl", ".ndjson", ".jsonl.gz"])
def test_json_lines_with_their_numbers(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"in{suffix}"
    data = b'\xef\xbb\xbf{"a": 1}\n\n{"a": 2}\r\n{"a": 3}'
    path.write_bytes(gzip.compress(data) if suffix.endswith(".gz") else data)
    source = open_source(str(path))
    lines = list(source.records())
    assert [row.raw for row in lines] == [b'{"a": 1}', b'{"a": 2}', b'{"a": 3}']
    assert [row.where.rpartition(":")[2] for row in lines] == ["1", "3", "4"]
    assert source.done() == 1.0


def test_parquet_rows_are_records(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "in.parquet"
    duckdb.sql(
        "SELECT 'r' || i AS id, {'text': 'Words ' || i, 'lang': 'en'} AS article, "
        """map(['tass'], ['Words ' || i]) AS "references" FROM range(1100) t(i)"""
    ).write_parquet(str(path))
    items = [
        item(row, n, salt="", folder=tmp_path)
        for n, row in enumerate(open_source(str(path)).records())
    ]
    assert [i.id for i in items] == [f"r{n}" for n in range(1100)]
    texts = items[700].record().texts()
    assert (texts[""].text, texts[""].lang, texts["tass"].text) == ("Words 700", "en", "Words 700")


def test_a_file_that_is_no_parquet_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    (tmp_path / "in.parquet").write_bytes(b"not at all")
    with pytest.raises(InputError, match="cannot be read as Parquet"):
        list(open_source(str(tmp_path / "in.parquet")).records())


def test_a_folder_of_sets_and_a_glob_of_them(tmp_path: Path) -> None:
    for name in ("b", "a/deep", ".hidden"):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        (folder / "article.txt").write_text("Words.", encoding="utf-8")
        (folder / "set.toml").write_text(
            'article = "article.txt"\nlang = "en"\npublished = 2024-03-14\n'
            '[references]\ntass = "article.txt"\n'
        )
    source = open_source(str(tmp_path))
    items = [as_item(row.raw, tmp_path) for row in source.records()]
    assert [i.id for i in items] == ["a/deep", "b"]
    assert items[0].record().texts()[""].published == "2024-03-14"
    document = items[0].record().texts()[""].read("a/deep", str(tmp_path))
    assert (document.id, document.text, document.published) == ("a/deep", "Words.", "2024-03-14")
    assert len(list(open_source(f"{tmp_path}/*/set.toml").records())) == 1


def test_a_broken_set_is_a_record_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "set.toml").write_text('article = "x.txt"\n')
    (row,) = open_source(str(tmp_path)).records()
    found = item(row, 0, salt="", folder=tmp_path)
    assert "no [references]" in found.error


@pytest.mark.parametrize("given", ["nothing.jsonl", "no/*.jsonl", "empty-folder", "table.xlsx"])
def test_an_input_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty-folder").mkdir()
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    with pytest.raises(InputError, match=given.replace("*", r"\*")):
        open_source(given)


def test_truncated_gzip_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"a": 1}\n' * 1000)[:-20])
    with pytest.raises(InputError, match="cannot be read"):
        list(open_source(str(path)).records())


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (b"{", "not a record"),
        (b'{"article": "\xff", "references": {"x": "y"}}', "not a record"),
        ([], "not a record"),
        ({**GOOD, "references": {}}, "no references"),
        ({**GOOD, "references": ["a"]}, "not a record"),
        ({**GOOD, "references": {"": "a", "x": "b"}}, "a reference without a label"),
        ({**GOOD, "article": {}}, "article: give either its text or its path"),
        ({**GOOD, "references": {"x": {"text": "a", "path": "b"}}}, 'reference "x": give either'),
    ],
)
def test_what_is_no_record_says_where_and_why(record: object, reason: str) -> None:
    found = as_item(record)
    assert reason in found.error
    assert "in.jsonl:4" in found.error
    with pytest.raises(InputError):
        found.record()


def test_the_key_is_of_content_files_and_settings(tmp_path: Path) -> None:
    reference = tmp_path / "ref.txt"
    record = {**GOOD, "references": {"x": {"path": "ref.txt"}}}
    keys = {as_item(record, tmp_path).key}
    for text in ("Words.", "Other words."):
        reference.write_text(text, encoding="utf-8")
        keys.add(as_item(record, tmp_path).key)
    keys.add(as_item(record, tmp_path, salt="other settings").key)
    keys.add(as_item({**record, "id": "b"}, tmp_path).key)
    assert len(keys) == 5
    assert as_item(record, tmp_path).key in keys


def test_nulls_of_a_table_are_nothing() -> None:
    text = {"text": "Words.", "path": None, "lang": None, "published": None, "publisher": None}
    found = as_item({"id": None, "article": text, "references": {"x": text, "y": None}})
    assert (found.error, found.id) == ("", "in.jsonl:4")
    texts = found.record().texts()
    assert list(texts) == ["", "x"]
    assert texts["x"].read("x", ".").text == "Words."
