"""Trafilatura reads pages where it is named, and nowhere else."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from tests.readers.given import kinds
from transdiff.errors import ConfigError, InputError
from transdiff.files import read_stream
from transdiff.readers import trafilatura

PAGE = b"""<!DOCTYPE html><html lang="en-GB"><head>
<meta property="og:site_name" content="The Daily">
<meta name="author" content="Ann Olsen"></head><body><h1>Port  reopens</h1><article>
<p>ALTA, May 3 (Reuters) - The port of Alta reopened.</p><figure><figcaption>Ships off
Alta</figcaption></figure><p>Twelve ships waited.</p></article></body></html>"""
FOUND = """<doc><main><p>ALTA, May 3 (Reuters) - The port of Alta <hi rend="#b">reopened</hi>.</p>
<p>Twelve ships waited.<lb/>They carry grain &amp; oil.</p><list><item>one ship</item></list>
</main><comments/></doc>"""


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Install a trafilatura that finds what it is told to."""

    def call(found: str | None) -> None:
        module = SimpleNamespace(extract=lambda *_, **__: found)
        monkeypatch.setitem(sys.modules, "trafilatura", module)  # type: ignore[arg-type]
        monkeypatch.setattr(trafilatura, "version", lambda _: "2.0")

    return call


def test_where_it_is_named_it_reads_the_page_and_says_so(installed: Any) -> None:
    installed(FOUND)
    document = read_stream(PAGE, reader="trafilatura")
    assert kinds(document) == [
        ("headline", "Port reopens"),
        ("byline", "Ann Olsen"),
        ("dateline", "ALTA, May 3 (Reuters) -"),
        ("body", "The port of Alta reopened."),
        ("body", "Twelve ships waited."),
        ("body", "They carry grain & oil."),
        ("body", "one ship"),
        ("caption", "Ships off Alta"),
    ]
    assert (document.format, document.notes) == ("trafilatura", ("extracted by trafilatura 2.0",))
    assert (document.lang, document.publisher) == ("en-GB", "The Daily")


def test_installed_it_changes_nothing(installed: Any) -> None:
    before = read_stream(PAGE)
    installed(FOUND)
    assert read_stream(PAGE) == before


def test_it_reads_pages_only(installed: Any) -> None:
    installed(FOUND)
    assert read_stream(b"The port reopened.", reader="trafilatura").format == "text"


def test_a_page_without_a_story_is_one_clear_line(installed: Any) -> None:
    installed(None)
    with pytest.raises(InputError, match="finds no story in the page; leave --reader out"):
        read_stream(PAGE, reader="trafilatura")


def test_where_it_is_missing_the_way_to_get_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"pip install 'transdiff\[html\]'"):
        read_stream(PAGE, reader="trafilatura")


def test_the_real_one_keeps_the_story() -> None:
    pytest.importorskip("trafilatura")
    long = (
        b"<p>The harbour master said that all of them would be in port before the next storm.</p>"
    )
    page = PAGE.replace(b"</article>", long * 8 + b"</article>")
    texts = [
        text for kind, text in kinds(read_stream(page, reader="trafilatura")) if kind == "body"
    ]
    assert "Twelve ships waited." in texts


def test_a_reader_can_be_named_for_what_cannot_be_told() -> None:
    data = b"source\ttranslation\nZw\xc3\xb6lf.\tTwelve.\n"
    assert read_stream(data, reader="table").text == "Twelve."
    with pytest.raises(ConfigError, match='did you mean "table"'):
        read_stream(data, reader="tabel")
