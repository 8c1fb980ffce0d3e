"""Reading whatever a path may hold, and writing so that no reader sees half a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from transdiff.errors import InputError, OutputError
from transdiff.files import LARGEST_INPUT, read, read_stream, replacing, write_atomically

STORY = {
    "cp1251": "Порт открылся в субботу после недели штормов, сообщили власти города.",
    "koi8-r": "Порт открылся в субботу после недели штормов, сообщили власти города.",
    "cp1252": "Le port a rouvert samedi après une semaine de tempêtes, a déclaré la préfecture.",
    "cp1250": "Przystań otwarto ponownie w sobotę; już wszystko działa, są też łodzie.",
    "gb18030": "港口在星期六重新开放，政府表示一切都好，人们可以来。",
    "big5": "港口在星期六重新開放，政府說一切都好，人們可以來。",
    "shift_jis": "港は土曜日に再開したと当局は述べた。",
    "euc-jp": "港は土曜日に再開したと当局は述べた。",
    "cp1256": "أعيد فتح الميناء يوم السبت بعد أسبوع من العواصف.",
    "utf-16": "The port reopened on Saturday.",
    "utf-16-le": "The port reopened on Saturday.",
    "utf-32": "The port reopened on Saturday.",
}


@pytest.mark.parametrize(("encoding", "text"), STORY.items())
def test_an_old_encoding_is_read_and_said(encoding: str, text: str, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(text.encode(encoding))
    document = read(file)
    assert document.text == text
    assert encoding.partition("_")[0] in document.notes[0]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf8_needs_no_note(mark: bytes, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(mark + b"Le port a rouvert.")
    document = read(file, "fr")
    assert (document.text, document.notes) == ("Le port a rouvert.", ())
    assert (document.id, document.uri, document.lang) == ("story", "story.txt", "fr")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"...", "no text"),
        (b"%PDF-1.7 abc", "a PDF"),
        (b"PK\x03\x04abc", "zip"),
        (b"\x89PNG\r\n", "PNG"),
        (b"abc\x00\x01\x02\x03def\x00", "binary"),
        (bytes(range(1, 32)) * 20, "binary"),
        (b"a" * (LARGEST_INPUT + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_article_is_one_clear_line(data: bytes, message: str, tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        read(file)
    assert str(caught.value).startswith("story.txt: ")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_directory_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="a directory"):
        read(tmp_path)


def test_the_uri_is_relative_to_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "s.txt").write_text("The port reopened.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read(tmp_path / "a" / "s.txt").uri == "a/s.txt"


def test_a_page_is_told_by_its_first_bytes() -> None:
    page = b"<!DOCTYPE html><html><body><p>The port reopened on Saturday.</p></body></html>"
    document = read_stream(page)
    assert (document.id, document.format) == ("stdin", "html")
    assert document.text == "The port reopened on Saturday."


def test_writing_replaces_the_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "out" / "report.json"
    write_atomically(target, "old")
    write_atomically(target, "новый")
    assert target.read_text(encoding="utf-8") == "новый"
    assert [p.name for p in target.parent.iterdir()] == ["report.json"]


def test_an_unwritable_target_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "file" / "report.json", "x")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    write_atomically(tmp_path / "link.json", "new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, "report")
    assert os.read(reader, 100) == b"report"
    os.close(reader)
    assert pipe.is_fifo()


def test_what_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    file = tmp_path / "report.csv"
    file.write_text("old")
    with pytest.raises(KeyError), replacing(file) as stream:
        stream.write(b"half a re")
        raise KeyError
    assert [path.name for path in tmp_path.iterdir()] == ["report.csv"]
    assert file.read_text() == "old"
