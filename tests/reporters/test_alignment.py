"""The alignment alone: every compared segment once for each reference, in forms others read."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

from tests.reporters.reports import report
from transdiff.model import Alignment, Link
from transdiff.reporters.alignment import FORMATS
from transdiff.reporters.tmx import render

LINKS = (Link((0,), "tass", (0,), 1.0), Link((1, 2), "reuters", (1,), 0.5, moved=True))
ALIGNMENT = Alignment(LINKS, (), {"reuters": (0,), "tass": (1,)})
SOURCES = report().documents


def test_pairs_are_what_alignment_tools_read() -> None:
    assert FORMATS["ladder"](SOURCES, ALIGNMENT).splitlines() == [
        "# reuters",
        "[0]:[]",
        "[1,2]:[1]",
        "[]:[0]",
        "# tass",
        "[0]:[0]",
        "[1]:[]",
        "[2]:[]",
        "[]:[1]",
    ]


def test_one_reference_needs_no_comment() -> None:
    alignment = Alignment((LINKS[0],), (1, 2), {"tass": (1,)})
    text = FORMATS["ladder"]([SOURCES[0], SOURCES[2]], alignment)
    assert all(re.fullmatch(r"\[[\d,]*\]:\[[\d,]*\]", line) for line in text.splitlines())


def test_tsv_has_the_texts_side_by_side() -> None:
    header, *rows = (line.split("\t") for line in FORMATS["tsv"](SOURCES, ALIGNMENT).splitlines())
    assert all(len(row) == len(header) for row in rows)
    row = dict(zip(header, rows[1], strict=True))
    assert (row["translation"], row["reference_segments"], row["similarity"]) == (
        "1,2",
        "1",
        "0.5000",
    )
    assert row["reference_text"] == "There were 30 people on board, according to officials."


def test_json_has_the_fields_of_the_model() -> None:
    values = json.loads(FORMATS["json"](SOURCES, ALIGNMENT))
    assert set(values) == {"links", "unsupported", "omitted", "unsure", "encoder"}


def test_tmx_has_a_unit_for_each_link_with_both_languages() -> None:
    root = ElementTree.fromstring(FORMATS["tmx"](SOURCES, ALIGNMENT))
    units = root.findall("./body/tu")
    assert (root.attrib["version"], len(units)) == ("1.4", 2)
    assert [seg.text for seg in units[0].iter("seg")] == ["Ferry sinks", "Ferry sinks"]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert [tuv.attrib[lang] for tuv in units[0].iter("tuv")] == ["en", "en"]


def test_a_report_is_a_translation_memory_too() -> None:
    assert len(list(ElementTree.fromstring(render(report())).iter("tu"))) == 1


def test_hostile_text_leaves_tmx_well_formed() -> None:
    hostile = report(article="<a>&\x00]]>\ud800\nb\nc")
    ElementTree.fromstring(render(hostile))
