"""Takes, updates, corrections and notes to editors are told apart from the story they frame."""

from __future__ import annotations

import pytest

from transdiff.language import wire
from transdiff.model import BlockKind, Document

LEAD = "The port of Alta shut on Saturday after a week of storms, officials said."

MARKS = {
    "UPDATE 2-Storm shuts port": ("Storm shuts port", "UPDATE 2"),
    "CORRECTED-UPDATE 1-Storm shuts port": ("Storm shuts port", "CORRECTED UPDATE 1"),
    "WRAPUP 3-Storm shuts port": ("Storm shuts port", "WRAPUP 3"),
    "RPT-EXCLUSIVE-Storm shuts port": ("Storm shuts port", "RPT"),
    "EXCLUSIVE: Storm shuts port": ("Storm shuts port", ""),
    "СРОЧНО: Шторм закрыл порт": ("Шторм закрыл порт", ""),
    "ПОВТОР - Шторм закрыл порт": ("Шторм закрыл порт", "ПОВТОР"),
    "(Zusammenfassung 1630 - Neu: Minister) Sturm schließt Hafen": (
        "Sturm schließt Hafen",
        "Zusammenfassung 1630",
    ),
    "(2nd LD) Storm shuts port": ("Storm shuts port", "2nd LD"),
    "KORREKTUR: Sturm schließt Hafen": ("Sturm schließt Hafen", "KORREKTUR"),
    "ZUSAMMENFASSUNG 2: Sturm schließt Hafen": ("Sturm schließt Hafen", "ZUSAMMENFASSUNG 2"),
    "CORRECCIÓN- El puerto cierra": ("El puerto cierra", "CORRECCIÓN"),
    "ĐÍNH CHÍNH: Cảng đóng cửa": ("Cảng đóng cửa", "ĐÍNH CHÍNH"),
}
NOTES = {
    "(Adds harbour master's comment, background)": "ADDS",
    "(Corrects number of ships in second paragraph to 12 (not 21))": "CORRECTS",
    "(Updates with port closed)": "UPDATES",
    "[Recasts; adds quotes]": "RECASTS",
    "Eds: UPDATES: With details.": "UPDATES",
    "CORRECTS: the spelling of the ship's name in the 3rd paragraph.": "CORRECTS",
    "(добавлены подробности)": "ДОБАВЛЕНЫ",
    "(уточняет число судов)": "УТОЧНЯЕТ",
    "(ergänzt: Reaktion der Hafenverwaltung)": "ERGÄNZT",
    "(Actualise avec réactions)": "ACTUALISE",
    "(añade declaraciones)": "AÑADE",
    "（更正：第二段船只数目）": "更正",
    "(cập nhật thêm chi tiết)": "CẬP NHẬT",
    "(يضيف تفاصيل)": "يضيف",
}
TAKES = {
    "1st take": "1st take",
    "2nd take of 3": "2nd take",
    "Take 2 of 4": "Take 2 of 4",
    "First Lead": "First Lead",
    "1st Ld-Writethru": "1st Ld-Writethru",
    "(2nd and final take)": "2nd and final take",
}
ENVELOPES = {
    "ZCZC ABC123": "",
    "NNNN": "",
    "AP-WF-05-03-25 1015GMT": "",
    "u i BC-NORLAND-STORM 3rdLd-Writethru 05-03 0250": "3rdLd-Writethru",
    "BC-NORLAND-STORM 0250": "",
}
ENDS = ["(MORE)", "(more)", "MORE", "More to follow", "-30-", "--30--", "ENDS", "ENDIT", "###"]
ORDINARY = [
    "Update your maps, the ministry said.",
    "UPDATE your maps",
    "Correct answers only",
    "Lead: a poison in the pipes",
    "(The addition was made in May.)",
    "(Address withheld.)",
    "(Corrector of taxes, he was called.)",
    "(Newton was there.)",
    "Adds details to the plan, critics say",
    "Take 2 pills, the doctor said.",
    "He took the lead.",
    "more",
    "Ends of the earth",
    "更新的船只已经到港。",
]


@pytest.mark.parametrize(("line", "expected"), MARKS.items())
def test_a_mark_before_the_headline_says_the_version(line: str, expected: tuple[str, str]) -> None:
    document = Document.from_text(f"{line}\n\n{LEAD}\n\n{LEAD}", "en")
    assert (document.title, document.version) == expected


@pytest.mark.parametrize(("note", "version"), NOTES.items())
def test_a_note_to_editors_is_not_compared(note: str, version: str) -> None:
    for text in (f"Storm shuts port\n\n{note}\n\n{LEAD}", f"Storm shuts port\n\n{note} {LEAD}"):
        if not note.endswith((")", "]", "）")) and "\n\n" + LEAD not in text:
            continue  # without brackets only the end of the line ends it
        document = Document.from_text(text, "en")
        compared = [b.span.of(text) for b in document.blocks if b.kind.compared]
        assert compared == ["Storm shuts port", LEAD]
        assert document.version == version


def test_a_dateline_is_found_behind_a_note() -> None:
    text = f"Storm shuts port\n\n(Adds details) ALTA, May 3 (Reuters) - {LEAD}\n\n{LEAD}"
    document = Document.from_text(text, "en")
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.agency) == ("ALTA", "Reuters")


def test_what_the_headline_says_goes_before_what_a_note_says() -> None:
    text = f"UPDATE 2-Storm shuts port\n(Adds details)\n\n{LEAD}\n\n{LEAD}"
    assert Document.from_text(text, "en").version == "UPDATE 2"


@pytest.mark.parametrize(("line", "version"), TAKES.items())
def test_a_take_is_not_compared(line: str, version: str) -> None:
    document = Document.from_text(f"{line}\n\nStorm shuts port\n\n{LEAD}\n\n{LEAD}", "en")
    assert (document.version, document.title) == (version, "Storm shuts port")
    assert document.blocks[0].kind is BlockKind.DATELINE


@pytest.mark.parametrize(("line", "version"), ENVELOPES.items())
def test_what_carries_a_story_is_not_compared(line: str, version: str) -> None:
    document = Document.from_text(f"{line}\n\nStorm shuts port\n\n{LEAD}\n\n{LEAD}", "en")
    assert (document.version, document.title) == (version, "Storm shuts port")
    assert document.blocks[0].kind is BlockKind.DATELINE


def test_points_above_a_story_do_not_hide_its_note_byline_and_dateline() -> None:
    points = "* Storm in third day\n\n* Port shut"
    head = f"Storm shuts port\n\n{points}\n\n(Adds detail)\n\nBy Ann Olsen"
    document = Document.from_text(f"{head}\n\nALTA, May 3 (AP) - {LEAD}\n\n{LEAD}", "en")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [
        BlockKind.HEADLINE,
        *[BlockKind.BODY] * 2,
        BlockKind.DATELINE,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        *[BlockKind.BODY] * 2,
    ]


def test_marks_of_a_teleprinter_are_no_part_of_a_headline() -> None:
    document = Document.from_text(f"^UPDATE 1-Storm shuts port<\n\n{LEAD}\n\n{LEAD}", "en")
    assert (document.title, document.version) == ("Storm shuts port", "UPDATE 1")


@pytest.mark.parametrize("line", ENDS)
def test_a_line_that_says_that_it_goes_on_is_residue(line: str) -> None:
    document = Document.from_text(f"{LEAD}\n\n{LEAD}\n\n{line}", "en")
    assert document.blocks[-1].kind is BlockKind.RESIDUE


@pytest.mark.parametrize("line", ORDINARY)
def test_ordinary_lines_are_none_of_these(line: str) -> None:
    assert wire.headline_mark(line) is None
    assert wire.editors_note(line) is None
    assert not wire.take(line)
    assert not wire.goes_on(line)


@pytest.mark.parametrize("line", ["(Adds " + "(" * 50_000, "UPDATE 1-" * 20_000, "(more " * 20_000])
def test_hostile_lines_cost_no_time(line: str) -> None:
    wire.editors_note(line)
    wire.headline_mark(line)
    wire.take(line)
    wire.goes_on(line)


def test_a_slug_or_a_note_is_no_place() -> None:
    document = Document.from_text(f"NORLAND-STORM/PORT\n(Adds details)\n\n{LEAD}\n\n{LEAD}", "en")
    assert document.dateline is None
