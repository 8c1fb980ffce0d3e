from __future__ import annotations

from pathlib import Path

import pytest

from transdiff import Document, Settings, compare
from transdiff.checks import check_settings
from transdiff.errors import ConfigError
from transdiff.language.concepts import concepts
from transdiff.styles import STYLES, load_style


def findings(article: str, reference: str, style: str) -> list[tuple[str, str]]:
    documents = {"wire": Document.from_sentences([reference], "en", id="wire")}
    rules = ("loaded-term", "place-loaded-variant")
    report = compare(
        Document.from_sentences([article], "en"), documents, Settings(select=rules, style=style)
    )
    return [(f.rule, f.quote) for f in report.findings]


@pytest.mark.parametrize("name", STYLES)
def test_a_shipped_style_prefers_forms_that_the_table_has(name: str) -> None:
    table = concepts()
    for concept, form in load_style(name).prefer.items():
        if not concept.endswith(".*"):
            assert form in table[concept].forms, (name, concept, form)


def test_the_same_rule_reports_the_other_direction_under_the_opposite_preference(
    tmp_path: Path,
) -> None:
    house = tmp_path / "house.toml"
    house.write_text('[prefer]\n"loaded.protesters" = "loaded"\n', encoding="utf-8")
    calm = "Several hundred protesters gathered outside the town hall."
    loaded = "Several hundred rioters gathered outside the town hall."
    assert findings(loaded, calm, "") == [("loaded-term", "rioters")]
    assert findings(calm, loaded, "") == []
    assert findings(calm, loaded, str(house)) == [("loaded-term", "protesters")]
    assert findings(loaded, calm, str(house)) == []


def test_a_preferred_place_name_is_not_reported() -> None:
    newer, older = "Talks were held in Kyiv.", "Talks were held in Kiev."
    assert findings(newer, older, "") == [("place-loaded-variant", "Kyiv")]
    assert findings(newer, older, "reuters") == []
    assert findings(older, newer, "reuters") == [("place-loaded-variant", "Kiev")]
    assert findings(older, newer, "tass") == []


def test_a_style_inherits_and_overrides(tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    lines = (
        'extends = "reuters"',
        "[prefer]",
        '"place.kyiv" = "older"',
        "[severity]",
        '"place-wrong" = "critical"',
    )
    house.write_text("\n".join(lines), encoding="utf-8")
    style = load_style(str(house))
    assert style.preferred("place.kyiv") == "older"
    assert style.preferred("place.odesa") == "ukrainian"
    assert style.preferred("loaded.protesters") == "neutral"
    assert style.severity == {"place-wrong": "critical"}


def test_an_unknown_style_says_which_one_was_meant() -> None:
    with pytest.raises(ConfigError, match="reuters"):
        load_style("reuter")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("preffer = 1", 'unknown key "preffer"; did you mean "prefer"'),
        ("prefer = 1", 'key "prefer": expected a table'),
        ('extends = "reuter"', 'unknown style "reuter"; did you mean "reuters"'),
        ('extends = "house.toml"', "extends itself"),
        (
            '[prefer]\n"place.kyv" = "older"',
            'unknown concept "place.kyv"; did you mean "place.ky',
        ),
        ('[prefer]\n"place.kyiv" = "old"', 'place.kyiv has no form "old"'),
        ('[severity]\nloaded-trm = "minor"', 'unknown rule "loaded-trm"'),
        ('[severity]\nloaded-term = "minr"', 'unknown level "minr"'),
    ],
)
def test_a_mistake_in_a_style_is_named(text: str, said: str, tmp_path: Path) -> None:
    house = tmp_path / "house.toml"
    house.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        check_settings(Settings(style=str(house)))
    assert said in str(caught.value)


def test_what_a_style_extends_counts_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "base.toml").write_text('[prefer]\n"place.kyiv" = "older"\n', encoding="utf-8")
    (tmp_path / "house.toml").write_text('extends = "base.toml"\n', encoding="utf-8")
    assert load_style(str(tmp_path / "house.toml")).preferred("place.kyiv") == "older"


def test_a_style_that_extends_an_unknown_one_is_named(tmp_path: Path) -> None:
    path = tmp_path / "desk.toml"
    path.write_text('extends = "nope"', encoding="utf-8")
    with pytest.raises(ConfigError, match=r'desk.toml: extends: unknown style "nope"'):
        load_style(str(path))
