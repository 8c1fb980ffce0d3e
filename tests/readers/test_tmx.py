"""TMX: the units of a memory are aligned sentences."""

from __future__ import annotations

import pytest

from tests.readers.given import pairs, sentences, source, story
from tests.reporters.reports import report
from transdiff.errors import InputError
from transdiff.readers import tmx
from transdiff.reporters.tmx import render

MEMORY = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="de-DE" datatype="plaintext"/><body>
<tu><tuv xml:lang="en-US"><seg>Twelve <bpt i="1">&lt;b&gt;</bpt>ferries<ept i="1">&lt;/b&gt;</ept>
stopped<ph x="1">img<sub>alt</sub></ph>.</seg></tuv>
<tuv xml:lang="de-DE"><prop type="x">note</prop><seg>Zwölf Fähren blieben liegen.</seg></tuv></tu>
<tu><tuv xml:lang="de-DE"><seg>Noch nicht übersetzt.</seg></tuv></tu>
<tu><tuv xml:lang="de-DE"><seg>Niemand kam.</seg></tuv>
<tuv xml:lang="en-US"><seg>Nobody <hi type="b">came</hi>.</seg></tuv></tu>
</body></tmx>"""


def test_the_source_is_the_language_that_the_header_names() -> None:
    (pair,) = pairs(MEMORY)
    assert sentences(pair.article) == ["Twelve ferries stopped.", "Nobody came."]
    assert sentences(pair.references["source"]) == ["Zwölf Fähren blieben liegen.", "Niemand kam."]
    assert (pair.article.lang, pair.references["source"].lang) == ("en-US", "de-DE")
    assert pair.article.notes == ("units without a translation, left out: 1",)


def test_as_a_document_a_memory_is_its_translations() -> None:
    document = story(MEMORY)
    assert (document.format, document.text) == ("tmx", "Twelve ferries stopped.\nNobody came.")


def test_of_several_languages_one_has_to_be_chosen() -> None:
    third = MEMORY.replace(
        '<tu><tuv xml:lang="en-US">',
        '<tu><tuv xml:lang="fr"><seg>Douze bacs.</seg></tuv><tuv xml:lang="en-US">',
    )
    with pytest.raises(InputError, match="translations into en, fr; choose one with --lang"):
        pairs(third)
    given = source(third)
    chosen = tmx.Source.of(given.data, given.name, lang="fr")
    assert sentences(tmx.read_pairs(chosen)[0].article) == ["Douze bacs."]


def test_what_transdiff_writes_it_reads() -> None:
    made = report()
    (pair,) = pairs(render(made))
    said = made.article.document.text
    assert all(sentence in " ".join(said.split()) for sentence in sentences(pair.article))
    assert len(sentences(pair.article)) == len(sentences(pair.references["source"]))


def test_a_memory_of_one_language_has_no_translations() -> None:
    with pytest.raises(InputError, match="without translations"):
        pairs('<tmx version="1.4"><header srclang="de"/><body/></tmx>')
