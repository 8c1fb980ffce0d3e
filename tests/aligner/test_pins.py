from pathlib import Path

import pytest

import transdiff
from transdiff import Document, Settings
from transdiff.aligner.pins import load_pins
from transdiff.errors import ConfigError

TEXT = ["The bridge opened in May.", "Snow closed four passes.", "Voters chose a new mayor."]


def aligned(tmp_path: Path, pins: str) -> list[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    (tmp_path / "pins.toml").write_text(pins, "utf-8")
    document = Document.from_sentences(TEXT, "en")
    settings = Settings(pins=str(tmp_path / "pins.toml"))
    found = transdiff.align(document, {"tass": document}, settings).links
    return [(k.translation, k.reference_segments, k.pinned) for k in found]


def test_a_fixed_link_replaces_what_was_found(tmp_path: Path) -> None:
    assert aligned(tmp_path, 'link = [["tass", [1], [2]]]') == [
        ((0,), (1,), True),
        ((2,), (2,), False),
    ]


def test_a_forbidden_link_is_not_made(tmp_path: Path) -> None:
    assert aligned(tmp_path, 'forbid = [["tass", [2], [2]]]') == [
        ((0,), (0,), False),
        ((2,), (2,), False),
    ]


@pytest.mark.parametrize(
    "pins",
    ["fix = []", 'link = [["tass", [0], [1]]]', 'link = [["tass", [1]]]', "link = [3]", "link ="],
)
def test_a_line_that_means_nothing_is_refused(tmp_path: Path, pins: str) -> None:
    (tmp_path / "pins.toml").write_text(pins, "utf-8")
    with pytest.raises(ConfigError):
        load_pins(tmp_path / "pins.toml")


@pytest.mark.parametrize(
    ("pins", "said"),
    [
        ('link = [["ap", [1], [1]]]', 'link to an unknown reference "ap"'),
        ('link = [["tass", [9], [1]]]', "link to sentence 9 of the article, which has "),
        ('link = [["tass", [1], [1, 9]]]', "link to sentence 9 of tass, which has "),
    ],
)
def test_a_pin_outside_the_texts_is_refused_as_an_editor_counts(
    tmp_path: Path, pins: str, said: str
) -> None:
    with pytest.raises(ConfigError, match=f"pins.toml: {said}"):
        aligned(tmp_path, pins)
