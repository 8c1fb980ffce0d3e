"""Configuration: the nearest file wins, extends merge, and nothing unknown is accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from transdiff.config import Config, find_config, load_config, with_flags
from transdiff.errors import ConfigError


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_file_wins_and_nothing_is_merged(tmp_path: Path) -> None:
    write(tmp_path / "transdiff.toml", 'style = "ap"\nmax-minor = 1\n')
    near = write(tmp_path / "sports" / ".transdiff.toml", "max-minor = 9\n")
    found = find_config(tmp_path / "sports")
    assert found is not None and found.resolve() == near.resolve()
    settings = load_config(found).settings
    assert (settings.max_minor, settings.style) == (9, "")


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    outer = write(tmp_path / "pyproject.toml", '[tool.transdiff]\nfail-on = "minor"\n')
    write(tmp_path / "inner" / "pyproject.toml", "[tool.ruff]\nline-length = 80\n")
    found = find_config(tmp_path / "inner")
    assert found is not None and found.resolve() == outer.resolve()
    assert load_config(found).settings.fail_on == "minor"


def test_the_dotted_name_goes_before_the_plain_one(tmp_path: Path) -> None:
    write(tmp_path / "transdiff.toml", "")
    dotted = write(tmp_path / ".transdiff.toml", "")
    found = find_config(tmp_path)
    assert found is not None and found.resolve() == dotted.resolve()


def test_our_own_file_may_have_the_table_header_too(tmp_path: Path) -> None:
    path = write(tmp_path / "transdiff.toml", "[tool.transdiff]\nmax-major = 2\n")
    assert load_config(path).settings.max_major == 2


def test_extend_inherits_and_merges_tables_by_key(tmp_path: Path) -> None:
    write(
        tmp_path / "house.toml",
        'fail-on = "major"\nignore = ["page"]\n[severity]\nloaded-term = "minor"\n',
    )
    path = write(
        tmp_path / "desk" / "transdiff.toml",
        'extend = "../house.toml"\nignore = ["names"]\n[min-score]\nfidelity = 80\n',
    )
    settings = load_config(path).settings
    assert settings.fail_on == "major"
    assert settings.ignore == ("names",)
    assert settings.severity == {"loaded-term": "minor"}
    assert settings.min_score == {"fidelity": 80.0}


def test_paths_count_from_the_file_that_says_them(tmp_path: Path) -> None:
    write(tmp_path / "shared" / "our.toml", "")
    write(tmp_path / "shared" / "base.toml", 'style = "our.toml"\nlexicon = "words.tsv"\n')
    path = write(tmp_path / "transdiff.toml", 'extend = "shared/base.toml"\n')
    settings = load_config(path).settings
    assert Path(settings.style) == tmp_path / "shared" / "our.toml"
    assert Path(settings.lexicon) == tmp_path / "shared" / "words.tsv"


def test_a_style_by_name_stays_a_name(tmp_path: Path) -> None:
    assert load_config(write(tmp_path / "c.toml", 'style = "bbc"\n')).settings.style == "bbc"


def test_the_settings_do_not_depend_on_who_said_them(tmp_path: Path) -> None:
    path = write(tmp_path / "c.toml", 'fail-on = "major"\n')
    flagged = with_flags(Config(), {"fail_on": "major"})
    assert load_config(path).settings.digest() == flagged.settings.digest()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail-onn = 'major'", 'unknown key "fail-onn"; did you mean "fail-on"?'),
        ("fail_on = 'major'", 'did you mean "fail-on"?'),
        ("fail-on = 'majr'", 'unknown level "majr"; did you mean "major"?'),
        ("max-major = 'two'", 'key "max-major": expected'),
        ("max-major = -1", "max-major"),
        ("tool = 3", 'unknown key "tool"'),
        ("[[pair]]\narticles = '*.txt'", "[[pair]] without references; write references ="),
        ("[[pair]]\nreferences = {a = 'a'}", '"articles" is missing'),
        ("[[suppress]]\nrule = 'loaded-term'\nmatch = 'x'", '[[suppress]]: "reason" is missing'),
        ("ignore = ['loaded-trem']", 'did you mean "loaded-term"?'),
        ("ignore = 'page'", 'key "ignore": expected a list, got text; write ignore = ["page"]'),
        ("[severity]\nloaded-trem = 'minor'", 'did you mean "loaded-term"?'),
        ("[severity]\nloaded-term = 'loud'", 'unknown level "loud"'),
        ("[rules.loaded-trem]", 'did you mean "loaded-term"?'),
        (
            "[rules.number-value]\ntolerance = -1.0",
            "of rule number-value: -1.0 is not a number from 0",
        ),
        (
            "[rules.number-value]\ntolerance = nan",
            "of rule number-value: nan is not a number from 0",
        ),
        ("min-score = { fidelity = nan }", "min-score: fidelity: nan is not a number"),
        ("[rules.loaded-term]\nvolume = 3", 'rule loaded-term has no option "volume"'),
        ("[[pair]]\narticels = 'x'\nreferences = {}", 'did you mean "articles"?'),
        ("[[pair]]\narticles = 'x'", "references"),
        ("[[suppress]]\nrule = 'loaded-term'\nmatch = 'x'", "reason"),
        ("[per-file-ignores]\n'*.txt' = ['pgae']", 'did you mean "page"?'),
        ("lang = 'not a tag'", "not a tag"),
        ("required-version = '>=99'", "needs transdiff >=99"),
        ("required-version = 'soon'", "no version range"),
        ("extend = 'transdiff.toml'", "extends itself"),
        ("extend = 'nowhere.toml'", "nowhere.toml: no such file or directory; check the path"),
        ("fail-on =", "not valid TOML"),
        ("[tool.transdiff]\nlang = 'en'\n[other]", "stands in pyproject.toml"),
        ("[pair]\narticles = 'a'\nreferences = {}", "write [[pair]], in two brackets"),
        ("fail-on = 3", 'key "fail-on": expected text, got a whole number'),
        ("style = 'nowhere.toml'", "nowhere.toml: no such file or directory; check the path"),
    ],
)
def test_what_is_wrong_is_refused_with_the_file_named(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path / "transdiff.toml", text + "\n")
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert said in str(caught.value)
    assert "transdiff.toml" in str(caught.value) or "nowhere.toml" in str(caught.value)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "transdiff.toml"
    path.write_bytes(b'style = "\xff"\n')
    with pytest.raises(ConfigError, match="not UTF-8"):
        load_config(path)


@pytest.mark.parametrize("wanted", [">=0.0.1", ">=0,<99", "<99"])
def test_a_version_that_is_ours_is_accepted(tmp_path: Path, wanted: str) -> None:
    assert load_config(write(tmp_path / "c.toml", f'required-version = "{wanted}"\n'))


def test_flags_win_over_the_file_and_ignore_adds_to_it(tmp_path: Path) -> None:
    path = write(tmp_path / "c.toml", 'fail-on = "major"\nignore = ["page"]\nmax-minor = 4\n')
    config = with_flags(
        load_config(path), {"fail_on": "never", "ignore": ("names",), "max_minor": None}
    )
    assert config.settings.fail_on == "never"
    assert config.settings.ignore == ("page", "names")
    assert config.settings.max_minor == 4
    assert config.origins["fail-on"] == "--fail-on"


def test_a_flag_of_zero_is_not_a_flag_left_out() -> None:
    assert with_flags(Config(), {"max_major": 0}).settings.max_major == 0
