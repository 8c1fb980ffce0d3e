"""XLIFF 1.2 and 2: every file is an article with its source."""

from __future__ import annotations

import pytest

from tests.readers.given import pairs, sentences, stories, story
from transdiff.errors import InputError

ONE = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="s.txt" source-language="de" target-language="en-GB" datatype="plaintext"><body>
<group><trans-unit id="1"><source>Zwölf <g id="1">Fähren</g> liegen. Niemand kam.</source>
<seg-source><mrk mtype="seg" mid="0">Zwölf Fähren liegen.</mrk> <mrk mtype="seg" mid="1">Niemand
kam.</mrk></seg-source><target><mrk mtype="seg" mid="0">Twelve ferries wait.</mrk>
<mrk mtype="seg" mid="1">Nobody came.</mrk></target>
<alt-trans><source>Falsch</source><target>Wrong</target></alt-trans></trans-unit></group>
<trans-unit id="2">
<source>Am <bpt id="1">&lt;i&gt;</bpt>Montag<ept id="1">&lt;/i&gt;</ept>.</source>
<target>On <bpt id="1">&lt;i&gt;</bpt>Monday<ept id="1">&lt;/i&gt;</ept><x id="2"/>.</target>
</trans-unit><trans-unit id="3"><source>Neu</source></trans-unit></body></file></xliff>"""
TWO = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="de"
 trgLang="en-GB"><file id="f1"><group id="g"><unit id="1">
<segment><source>Zwölf <pc id="1">Fähren</pc> liegen.</source>
<target>Twelve <pc id="1">ferries</pc> wait<ph id="2"/>.</target></segment>
<ignorable><source> </source></ignorable>
<segment state="initial"><source>Niemand kam.</source><target>Nobody came.</target></segment>
</unit></group><unit id="2">
<segment><source>Am Montag.</source><target>On Monday.</target></segment>
<segment><source>Neu</source></segment></unit></file></xliff>"""


@pytest.mark.parametrize("data", [ONE, TWO])
def test_both_versions_give_aligned_sentences(data: str) -> None:
    (pair,) = pairs(data)
    assert sentences(pair.article) == ["Twelve ferries wait.", "Nobody came.", "On Monday."]
    assert sentences(pair.references["source"]) == [
        "Zwölf Fähren liegen.",
        "Niemand kam.",
        "Am Montag.",
    ]
    assert (pair.article.lang, pair.references["source"].lang) == ("en-GB", "de")
    assert pair.article.notes == ("units without a translation, left out: 1",)
    assert story(data).text == pair.article.text


def test_several_files_are_several_articles() -> None:
    body = ONE[ONE.index("<file") : ONE.index("</xliff>")]
    both = ONE.replace("</xliff>", body + "</xliff>")
    assert [document.id for document in stories(both, "a.xlf")] == ["a#1", "a#2"]
    assert [pair.references["source"].id for pair in pairs(both, "a.xlf")] == [
        "a#1@source",
        "a#2@source",
    ]


def test_segments_that_do_not_match_are_taken_as_a_whole() -> None:
    uneven = ONE.replace('mid="1">Nobody came.', 'mid="7">Nobody came.')
    (pair,) = pairs(uneven)
    assert sentences(pair.article)[0] == "Twelve ferries wait. Nobody came."


def test_nothing_translated_is_an_error() -> None:
    with pytest.raises(InputError, match="without translations"):
        pairs('<xliff version="2.0"><file id="f"><unit id="1"/></file></xliff>')


def test_a_copy_of_the_source_is_no_translation() -> None:
    unit = '<trans-unit id="9"><source>Neu</source><target state="{}">{}</target></trans-unit>'
    added = unit.format("needs-translation", "Neu") + unit.format("final", "Neu")
    (pair,) = pairs(ONE.replace("</body>", added + "</body>"))
    assert sentences(pair.article)[3:] == ["Neu"]


def _unit(source: str, target: str, attributes: str = "") -> str:
    return (
        '<xliff version="1.2"><file source-language="de" target-language="en"><body>'
        f"<trans-unit{attributes}><source>{source}</source><target>{target}</target></trans-unit>"
        "<trans-unit><source>Niemand kam.</source><target>Nobody came.</target></trans-unit>"
        "</body></file></xliff>"
    )


@pytest.mark.parametrize(
    ("source", "target", "text"),
    [
        # Trados keeps what a reviewer has deleted.
        ("Sie liegen.", 'They <mrk mtype="x-sdl-deleted">all </mrk>wait.', "They wait."),
        ("Sie liegen.", 'They <mrk mtype="x-sdl-added">all </mrk>wait.', "They all wait."),
        # Phrase writes its codes into the text.
        ("Sie {1}liegen{1}.", "They {b&gt;wait&lt;b}{2}.", "They wait."),
        ("Fähren<x/>liegen.", 'Ferries<x id="1" ctype="lb"/>wait.', "Ferries wait."),
    ],
)
def test_codes_and_changes_as_translation_tools_write_them(
    source: str, target: str, text: str
) -> None:
    (pair,) = pairs(_unit(source, target))
    assert sentences(pair.article)[0] == text


def test_what_is_not_to_be_translated_is_no_sentence() -> None:
    (pair,) = pairs(_unit("ID-55", "ID-55", ' translate="no"'))
    assert sentences(pair.article) == ["Nobody came."]
