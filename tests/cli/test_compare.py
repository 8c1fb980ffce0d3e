"""``transdiff compare``: labels, sets, several outputs, and an exit code for every outcome."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from transdiff.cli.outputs import parted

BOTH = ("article.txt", "reference.tass.txt", "reuters.txt")


def test_without_a_gate_compare_exits_0_whatever_it_finds(run: Run) -> None:
    assert run("compare", *BOTH).code == 0


def test_a_reference_is_labelled_by_the_last_dotted_part_of_its_stem(run: Run) -> None:
    report = json.loads(run("compare", *BOTH, "--format", "json").out)
    assert [d["key"] for d in report["documents"]] == [None, "reuters", "tass"]


def test_a_reference_may_be_given_a_name(run: Run) -> None:
    given = ("article.txt", "-r", "agency=reference.tass.txt", "-r", "reuters.txt")
    report = json.loads(run("compare", *given, "--format", "json").out)
    assert [d["key"] for d in report["documents"]] == [None, "agency", "reuters"]


def test_two_equal_labels_are_refused(run: Run) -> None:
    outcome = run("compare", *BOTH, "-r", "tass=reuters.txt")
    assert outcome.code == 2
    assert 'two references are called "tass"' in outcome.err


def test_a_set_folder_stands_for_its_article_and_references(run: Run, folder: Path) -> None:
    (folder / "set.toml").write_text(
        'article = "article.txt"\nlang = "en"\npublished = 2024-03-14\n'
        '[references]\nwire = { path = "reuters.txt", published = "2024-03-13" }\n'
    )
    report = json.loads(run("compare", ".", "--format", "json").out)
    article, wire = report["documents"]
    assert (article["document"]["uri"], article["document"]["published"]) == (
        "article.txt",
        "2024-03-14",
    )
    assert (wire["key"], wire["document"]["published"]) == ("wire", "2024-03-13")


def test_several_reports_are_written_in_one_run(run: Run, folder: Path) -> None:
    outcome = run("compare", *BOTH, "-o", "json=a.json", "-o", "concise=a.txt", "--format", "text")
    assert outcome.code == 0
    assert json.loads((folder / "a.json").read_text())["schema"] == "1.0"
    assert (folder / "a.txt").exists()
    assert outcome.out.startswith("article.txt compared with reuters, tass\n")


def test_the_same_run_twice_writes_the_same_bytes_and_no_absolute_path(
    run: Run, folder: Path
) -> None:
    for name in ("one", "two"):
        run("compare", str(folder / "article.txt"), *BOTH[1:], "-o", f"json={name}.json")
    assert (folder / "one.json").read_bytes() == (folder / "two.json").read_bytes()
    assert str(folder) not in (folder / "one.json").read_text()


def test_a_dash_is_standard_output(run: Run) -> None:
    assert json.loads(run("compare", *BOTH, "-o", "json=-").out)["schema"] == "1.0"


def test_piped_output_is_concise(run: Run) -> None:
    assert run("compare", *BOTH).out == run("compare", *BOTH, "--format", "concise").out


def test_writing_to_a_file_does_not_change_the_exit_code(run: Run) -> None:
    gate = ("--min-score", "fidelity=100.1")
    assert run("compare", *BOTH, *gate).code == 1
    assert run("compare", *BOTH, *gate, "-o", "json=report.json").code == 1


def test_exit_zero_forgives_the_gate_and_nothing_else(run: Run) -> None:
    gate = ("--min-score", "fidelity=100.1", "--exit-zero")
    assert run("compare", *BOTH, *gate).code == 0
    assert run("compare", *BOTH, "missing.txt", *gate).code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.txt", "reuters.txt"), "missing.txt: no such file"),
        (("article.txt", "reuters.txt", "missing.txt"), "missing.txt: no such file"),
        (("article.txt",), "no reference to compare article.txt with"),
        ((*BOTH, "--format", "jsn"), 'unknown format "jsn"; did you mean "json"?'),
        ((*BOTH, "-o", "report.json"), "expected FORMAT=PATH"),
        ((*BOTH, "-o", "jsn=report.json"), 'did you mean "json"?'),
        ((*BOTH, "--ignore", "loaded-trm"), 'did you mean "loaded-term"?'),
        ((*BOTH, "--severity", "loaded-term=majr"), 'did you mean "major"?'),
        ((*BOTH, "--severity", "loaded-term"), "expected RULE=LEVEL"),
        ((*BOTH, "--fail-on", "majr"), 'did you mean "major"?'),
        ((*BOTH, "--min-score", "fidelty=50"), 'did you mean "fidelity"?'),
        ((*BOTH, "--min-score", "fidelity=high"), '"high" is not a number'),
        ((*BOTH, "--min-score", "fidelity=nan"), "min-score: fidelity: nan is not a number to"),
        ((*BOTH, "--max-drop", "fidelity=-1"), "max-drop: fidelity: -1 is negative"),
        ((*BOTH, "--lang", "english!"), "english!"),
        ((*BOTH, "--reader", "nobody"), "nobody"),
        (("article.txt", "set"), "set: a set, not a text"),
        (("set", "--reader", "table"), "--reader is for texts given by path"),
        (("set", "reuters.txt"), "set: a set, not a text"),
        ((*BOTH, "--config", "nowhere.toml"), "nowhere.toml"),
        ((*BOTH, "-o", "json=reuters.txt/report.json"), "reuters.txt/report.json"),
        ((*BOTH, "-o", "text=article.txt"), "article.txt: is an input"),
        ((*BOTH, "-o", "json=./reuters.txt"), "reuters.txt: is an input"),
        ((*BOTH, "-o", "json=r", "-o", "csv=r"), "two reports would be written to r"),
        ((*BOTH, "-o", "json=-", "-f", "csv"), "two formats for standard output"),
        ((*BOTH, "--no-such-flag"), "--no-such-flag"),
        ((*BOTH, "--max-major", "-1"), "--max-major"),
        ((), "ARTICLE"),
    ],
)
def test_what_cannot_be_done_is_exit_2_with_a_line_that_says_why(
    run: Run, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    (folder / "set").mkdir()
    (folder / "set" / "set.toml").write_text(
        'article = "../article.txt"\n[references]\ntass = "../reference.tass.txt"\n'
    )
    outcome = run("compare", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    "name",
    ["set.toml", ".transdiff.toml", "article.txt.transdiff.toml", "known.json", "old/before.json"],
)
def test_what_says_how_texts_are_compared_is_never_written_over(
    run: Run, folder: Path, name: str
) -> None:
    (folder / "set.toml").write_text('article = "article.txt"\n[references]\nt = "reuters.txt"\n')
    (folder / "article.txt.transdiff.toml").write_text("")
    (folder / "known.json").write_text('{"version": "1", "findings": []}')
    assert run("compare", ".", "-o", "json=old/before.json").code == 0
    before = (folder / name).read_bytes()
    inputs = ("--baseline", "known.json", "--against", "old")
    outcome = run("compare", ".", *inputs, "--output", f"json={name}")
    assert (outcome.code, f"{name}: is an input" in outcome.err) == (2, True)
    assert (folder / name).read_bytes() == before


def test_a_page_in_a_folder_is_never_written_over_a_text(run: Run, folder: Path) -> None:
    (folder / "article.txt.html").write_text("<p>A ferry sank on Monday off the coast.</p>")
    outcome = run("compare", "article.txt", "article.txt.html", "-o", "html=./")
    assert (outcome.code, "article.txt.html: is an input" in outcome.err) == (2, True)


def test_a_reader_can_be_named(run: Run, folder: Path) -> None:
    (folder / "memory").write_text("A ferry sank on Monday.\tA ferry went down on Monday.\n")
    report = json.loads(run("compare", "memory", "memory", "--reader", "table", "-f", "json").out)
    assert {d["document"]["format"] for d in report["documents"]} == {"table"}


def test_an_unwritable_output_leaves_no_half_written_file(run: Run, folder: Path) -> None:
    (folder / "report.json").mkdir()
    before = sorted(folder.iterdir())
    assert run("compare", *BOTH, "-o", "json=report.json").code == 2
    assert sorted(folder.iterdir()) == before


def test_an_internal_error_is_exit_2_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("wheels came off")

    monkeypatch.setattr("transdiff.pipeline.compare", broken)
    outcome = run("compare", *BOTH)
    assert outcome.code == 2
    assert outcome.err.startswith(
        "transdiff: error: internal error: RuntimeError at test_compare.py:"
    )
    assert outcome.err.count("\n") == 1
    assert "wheels" not in outcome.err  # what an error says may quote the text
    assert "wheels came off" in run("compare", *BOTH, "-v").err


def test_an_interrupted_run_is_exit_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("transdiff.pipeline.compare", stopped)
    assert run("compare", *BOTH).code == 130


def test_standard_input_is_a_dash(spawn: Callable[..., object], folder: Path) -> None:
    done = spawn("compare", "-", "reuters.txt", input=(folder / "article.txt").read_bytes())
    assert done.returncode == 0, done.stderr  # type: ignore[attr-defined]


def test_standard_input_can_be_read_once_only(run: Run) -> None:
    assert run("compare", "-", "-r", "a=-").code == 2


def test_no_color_is_honoured_and_color_can_be_forced(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("compare", *BOTH, "--format", "text", "--color")
    assert "\x1b[" in run(*asked, "always").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run(*asked, "auto").out


def test_another_name_of_standard_output_is_standard_output() -> None:
    # Nothing is run: a program that took the name for a file would replace the device.
    assert parted("json=/dev/stdout") == parted("json=-") == ("json", "-")


@pytest.fixture
def notice(folder: Path) -> str:
    """A page that was saved for a story and holds none."""
    (folder / "notice.txt").write_text("Please enable cookies to continue reading this page.\n")
    return "notice.txt"


@pytest.mark.parametrize("flags", [(), ("--exit-zero",)])
def test_a_gate_cannot_judge_by_references_that_are_about_something_else(
    run: Run, notice: str, flags: tuple[str, ...]
) -> None:
    outcome = run("compare", "article.txt", notice, "--fail-on", "critical", *flags)
    assert outcome.code == 2
    assert "article.txt: the references support 0 of" in outcome.err


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_report_says_that_such_a_comparison_is_unreliable(
    run: Run, notice: str, form: str
) -> None:
    outcome = run("compare", "article.txt", notice, "--format", form)
    assert outcome.code == 0
    assert "less than a third: the findings are unreliable" in outcome.out
    assert "findings are unreliable" not in run("compare", *BOTH, "--format", form).out


@pytest.mark.parametrize("name", BOTH)
def test_no_text_named_by_an_absolute_path_is_written_over(
    run: Run,
    folder: Path,
    name: str,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = {text: str(folder / text) for text in BOTH}
    before = (folder / name).read_bytes()
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    outcome = run("compare", *paths.values(), "--output", f"json={paths[name]}")
    assert (outcome.code, "is an input" in outcome.err) == (2, True)
    assert (folder / name).read_bytes() == before


def test_a_name_that_is_no_utf_8_is_shown_by_its_bytes(run: Run, folder: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / "article.txt").rename(folder / name)
    for form in ("concise", "json", "sarif", "github", "html"):
        outcome = run("compare", name, *BOTH[1:], "--output", f"{form}=out")
        assert (outcome.code, outcome.err) == (0, "")
        assert "\\xe9" in outcome.out


def test_a_gate_that_no_finding_explains_says_why_it_failed(run: Run) -> None:
    outcome = run("compare", *BOTH, "--min-score", "fidelity=100")
    assert outcome.code == 1
    assert "article.txt: gate failed: fidelity" in outcome.err
    assert run("compare", *BOTH, "--min-score", "fidelity=100", "--format", "text").err == ""


def test_a_stored_report_of_another_article_is_named(run: Run, folder: Path) -> None:
    run("compare", *BOTH, "--output", "json=old.json")
    (folder / "other.txt").write_bytes((folder / "article.txt").read_bytes())
    gate = ("--max-drop", "fidelity=1", "--against", "old.json")
    outcome = run("compare", "other.txt", *BOTH[1:], *gate)
    assert (outcome.code, "no report of other.txt, only of article.txt" in outcome.err) == (2, True)
