"""Rules and formats by name: built in by listing the package, foreign ones by entry point."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.reporters.reports import report
from transdiff import plugins
from transdiff.errors import ConfigError, PluginError
from transdiff.files import read_stream
from transdiff.model import Document, Report
from transdiff.readers.source import Source


class Entry:
    """An entry point of a third party."""

    name = "shout"
    value = "shouting:reporter"

    def __init__(self, found: Any) -> None:
        self._found = found

    def load(self) -> Any:
        """Import what the entry point names."""
        if isinstance(self._found, Exception):
            raise self._found
        return self._found


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Install one entry point in every group."""

    def call(found: Any) -> None:
        def entries(group: str, name: str | None = None) -> list[Entry]:
            return [Entry(found)] if name in (None, "shout") else []

        monkeypatch.setattr("transdiff.plugins.entry_points", entries)
        plugins.rules.cache_clear()
        plugins.readers.cache_clear()

    yield call
    plugins.rules.cache_clear()
    plugins.readers.cache_clear()


def test_every_module_with_render_is_a_format_and_helpers_are_not() -> None:
    names = plugins.reporter_names()
    assert {"text", "json", "html", "sarif", "junit"} <= set(names)
    assert "verdict" not in names and "diff" not in names


def test_a_format_of_a_third_party_is_found_by_its_entry_point(install: Any) -> None:
    install(SimpleNamespace(render=lambda report: report.article.document.id.upper()))
    assert plugins.reporter("shout")(report()) == "ARTICLE"
    assert "shout" in plugins.reporter_names()


def test_a_plug_in_that_fails_is_named_with_the_cause(install: Any) -> None:
    install(ImportError("no module named loudspeaker"))
    with pytest.raises(PluginError, match=r"shout.*shouting:reporter.*loudspeaker"):
        plugins.reporter("shout")
    with pytest.raises(PluginError, match=r"shout.*loudspeaker"):
        plugins.rules()


def test_a_rule_plug_in_must_be_a_rule(install: Any) -> None:
    install(object())
    with pytest.raises(PluginError, match="not a transdiff rule"):
        plugins.rules()


def test_a_format_gets_only_the_options_that_it_knows() -> None:
    def render(report: Report, *, color: bool = False) -> str:
        return str(color)

    form = plugins.Reporter("plain", render)
    assert form(report(), color=True, cells=80, quiet=True) == "True"


def test_a_format_of_one_file_for_each_article_says_so() -> None:
    with pytest.raises(ConfigError, match="html=FOLDER/"):
        plugins.reporter("html").many([report(), report()])


def test_unknown_names_are_answered_with_a_suggestion() -> None:
    with pytest.raises(ConfigError, match='did you mean "sarif"'):
        plugins.reporter("sariff")
    with pytest.raises(ConfigError, match="one of"):
        plugins.reporter("wordperfect")
    with pytest.raises(ConfigError, match='did you mean "loaded-term"'):
        plugins.rule_named("loaded-trem")


def test_every_module_with_suffixes_is_a_reader_and_helpers_are_not() -> None:
    names = set(plugins.readers())
    assert {"text", "html", "ninjs", "newsml_g2", "nitf", "docx", "tmx", "xliff"} <= names
    assert "blocks" not in names and "markup" not in names


@pytest.mark.parametrize(
    ("data", "suffix", "name"),
    [
        (b"<nitf><body/></nitf>", ".txt", "nitf"),
        (b'{"headline": "A", "body_text": "b"}', "", "ninjs"),
        (b"<!DOCTYPE html><p>A", ".md", "html"),
        (b"A\tB", ".tsv", "table"),
        (b"A\tB", "", "text"),
        (b"# A", ".md", "markdown"),
        (b"A", ".weird", "text"),
        (b"A", ".docx", "docx"),
    ],
)
def test_the_content_goes_before_the_suffix(data: bytes, suffix: str, name: str) -> None:
    assert plugins.reader_for(Source.of(data, "file", suffix=suffix)).name == name


def test_a_reader_of_a_third_party_is_found_by_its_entry_point(install: Any) -> None:
    def read(source: Source) -> tuple[Document, ...]:
        return (Document.from_text(source.data.decode().removeprefix("SHOUT ").lower()),)

    install(
        SimpleNamespace(
            SUFFIXES=(".shout",), recognises=lambda s: s.head.startswith("SHOUT"), read=read
        )
    )
    assert read_stream(b"SHOUT THE PORT REOPENED.").text == "the port reopened."


def test_a_reader_that_lacks_a_part_is_named(install: Any) -> None:
    install(SimpleNamespace(SUFFIXES=(".shout",)))
    with pytest.raises(PluginError, match=r"reader plug-in \"shout\".*recognises"):
        plugins.readers()
