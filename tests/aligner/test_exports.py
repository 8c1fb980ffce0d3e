"""An exported alignment says what the alignment says: every form is read back."""

import csv
import io
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import transdiff
from transdiff import Document, Settings
from transdiff.model import Alignment, Source
from transdiff.reporters.alignment import FORMATS
from transdiff.reporters.html import render
from transdiff.segment import segment

ARTICLE = Document.from_sentences(
    [
        "Dockers at Varnholm ended their 12-day strike on Friday.",
        "Tomatoes are cheap this summer.",
        "The union won a raise of 4%, and the port reopens on Monday.",
    ],
    "en",
)
WIRE = Document.from_sentences(
    [
        "The 12-day dockers' strike at Varnholm ended on Friday.",
        "The union won a raise of 4%.",
        "The port of Varnholm reopens on Monday.",
        "Two ships had been waiting in the roads.",
    ],
    "en",
)
Pairs = list[tuple[list[int], list[int]]]


@pytest.fixture(scope="module")
def alignment() -> Alignment:
    return transdiff.align(ARTICLE, {"wire": WIRE})


def export(form: str, alignment: Alignment) -> str:
    sources = [
        Source(key, document, tuple(part.span for part in segment(document)))
        for key, document in ((None, ARTICLE), ("wire", WIRE))
    ]
    return FORMATS[form](sources, alignment)


def groups(alignment: Alignment) -> Pairs:
    """Links and what is left over, the way the ladder lists them."""
    found = [(list(k.translation), list(k.reference_segments)) for k in alignment.links]
    found += [([i], []) for i in alignment.unsupported]
    return sorted(found) + [([], [j]) for j in alignment.omitted["wire"]]


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",") if part]


def test_the_alignment_of_these_texts(alignment: Alignment) -> None:
    assert groups(alignment) == [([0], [0]), ([1], []), ([2], [1, 2]), ([], [3])]


def test_ladder(alignment: Alignment) -> None:
    lines = export("ladder", alignment).splitlines()
    found = [re.fullmatch(r"\[([\d,]*)\]:\[([\d,]*)\]", line) for line in lines]
    assert [(numbers(m[1]), numbers(m[2])) for m in found if m] == groups(alignment)
    assert all(found)


def test_tsv(alignment: Alignment) -> None:
    rows = list(csv.DictReader(io.StringIO(export("tsv", alignment)), dialect="excel-tab"))
    found = [(numbers(r["translation"]), numbers(r["reference_segments"])) for r in rows]
    assert found == groups(alignment)
    assert [r["text"] for r in rows if r["translation"] == "0"] == [_text(ARTICLE, [0])]
    assert {r["reference"] for r in rows} == {"wire"}


def test_json(alignment: Alignment) -> None:
    values = json.loads(export("json", alignment))
    again = Alignment(
        tuple(
            transdiff.model.Link(
                tuple(k["translation"]),
                k["reference"],
                tuple(k["reference_segments"]),
                k["similarity"],
                k["moved"],
                k["pinned"],
            )
            for k in values["links"]
        ),
        tuple(values["unsupported"]),
        {key: tuple(found) for key, found in values["omitted"].items()},
        encoder=values["encoder"],
    )
    assert again == alignment


def test_tmx(alignment: Alignment) -> None:
    root = ElementTree.fromstring(export("tmx", alignment))
    found = [[seg.text for seg in unit.iter("seg")] for unit in root.iter("tu")]
    assert sorted(found) == sorted(
        [_text(WIRE, k.reference_segments), _text(ARTICLE, k.translation)] for k in alignment.links
    )


def test_the_report_marks_a_pin(tmp_path: Path) -> None:
    pins = tmp_path / "pins.toml"
    pins.write_text('link = [["wire", [2], [4]]]', "utf-8")
    report = transdiff.compare(ARTICLE, {"wire": WIRE}, Settings(pins=str(pins)))
    marked = [k for k in report.to_dict()["alignment"]["links"] if k["pinned"]]
    assert [(k["translation"], k["reference_segments"]) for k in marked] == [([1], [3])]
    assert "Links that a person fixed" in render(report)
    assert "Links that a person fixed" not in render(transdiff.compare(ARTICLE, {"wire": WIRE}))


def _text(document: Document, indices: Sequence[int]) -> str:
    return " ".join(document.sentences[i].of(document.text) for i in indices)


def test_the_table_notes_what_is_pinned_moved_or_unsure(alignment: Alignment) -> None:
    first = replace(alignment.links[0], moved=True, pinned=True)
    doubtful = replace(first, translation=(1,), reference_segments=(3,))
    noted = replace(alignment, links=(first, *alignment.links[1:]), unsure=(doubtful,))
    rows = list(csv.DictReader(io.StringIO(export("tsv", noted)), dialect="excel-tab"))
    assert [r["note"] for r in rows if r["translation"] == "0"] == ["moved pinned"]
    assert [r["note"] for r in rows if r["translation"] == "1"] == ["", "unsure"]
