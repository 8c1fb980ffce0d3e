"""Scores by models: what they are asked, what they say, and that none fails silently."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

import transdiff
from transdiff.errors import ConfigError, PluginError
from transdiff.gate import judge
from transdiff.settings import Settings

ARTICLE = "The ferry sank on Tuesday. Thirty people died.\n"
WIRE = "The ferry went down on Tuesday. Thirty people were killed.\n"
ENGINE = """\
import json, sys
print(json.dumps({{"name": "{name}", "licence": "MIT"}}))
for line in sys.stdin:
    row = json.loads(line)
    same = set(row["mt"].lower().split()) & set(row["ref"].lower().split())
    print(json.dumps({{"id": row["id"], "score": len(same) / 4}}))
"""


class Letters:
    """An encoder that counts letters."""

    fingerprint = "letters:1"
    licence = "CC0-1.0"

    def encode(self, sentences):  # type: ignore[no-untyped-def]
        return np.array([[s.count(c) for c in "abcdefghijklmnop"] for s in sentences], np.float32)


class Broken:
    """An encoder that cannot."""

    fingerprint = "broken:1"

    def encode(self, sentences):  # type: ignore[no-untyped-def]
        raise RuntimeError("out of letters")


@pytest.fixture
def engine(tmp_path: Path) -> str:
    return program(tmp_path, ENGINE.format(name="overlap"))


def program(folder: Path, source: str) -> str:
    file = folder / "engine.py"
    file.write_text(source, "utf-8")
    return f"command:{sys.executable} {file}"


def report(*scorers: str, **references: str) -> transdiff.Report:
    others = {k: transdiff.Document.from_text(t, "en") for k, t in references.items()}
    article = transdiff.Document.from_text(ARTICLE, "en")
    return transdiff.compare(article, others or {"a": text()}, Settings(scorer=scorers))


def text() -> transdiff.Document:
    return transdiff.Document.from_text(WIRE, "en")


def test_without_a_scorer_there_is_none() -> None:
    assert "similarity" not in {s.name for s in report().scores}


def test_an_encoder_gives_a_similarity_with_its_licence_and_leaves_fidelity_alone() -> None:
    found = report(f"py:{__name__}:Letters")
    score = found.scores[-1]
    assert score.name == "similarity"
    assert score.value is not None
    assert 80 < score.value <= 100.0001
    assert score.signature == "encoder|model:letters:1|licence:CC0-1.0|version:1"
    assert found.fidelity == report().fidelity


def test_a_program_scores_each_unit_against_its_best_reference(engine: str) -> None:
    once, twice = report(engine).scores[-1], report(engine, a=WIRE, b=ARTICLE).scores[-1]
    assert once.name == "overlap"
    assert once.signature.startswith("command|licence:MIT|")
    assert once.value is not None
    assert twice.value is not None
    assert twice.value > once.value


def test_a_foreign_reference_is_the_source(tmp_path: Path) -> None:
    source = ENGINE.format(name="qe").replace('row["ref"].lower()', 'row["mt"].lower()')
    source = source.replace("    same", "    assert row['src'] and not row['ref']\n    same")
    wire = transdiff.Document.from_text("Во вторник затонул паром, погибли 30 человек.", "ru")
    article = transdiff.Document.from_text("A ferry sank on Tuesday, killing 30 people.", "en")
    settings = Settings(scorer=(program(tmp_path, source),))
    assert transdiff.compare(article, {"ru": wire}, settings).scores[-1].value


def test_where_nothing_is_linked_the_report_says_so(engine: str) -> None:
    found = report(engine, a="Bees swarm in May.")
    assert found.scores[-1].value is None
    assert "overlap" in {s.name for s in found.skipped}


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import sys; sys.exit(3)", "exit code 3"),
        ("print('hello')", "line 1 of its output is no JSON object"),
        ('print(\'{"name": "x"}\')', "its first line is not"),
        ('print(\'{"name": "x", "licence": "MIT"}\')', 'no score of line "0"'),
        (
            'print(\'{"name": "x", "licence": "MIT"}\\n{"id": "0", "score": NaN}\')',
            "line 2 of its output has no score",
        ),
    ],
)
def test_a_program_that_fails_is_an_error(tmp_path: Path, source: str, message: str) -> None:
    with pytest.raises(PluginError, match=message):
        report(program(tmp_path, source))


def test_an_encoder_that_fails_is_an_error() -> None:
    with pytest.raises(PluginError, match="out of letters"):
        report(f"py:{__name__}:Broken")


def test_a_program_that_is_not_there_is_an_error() -> None:
    with pytest.raises(PluginError, match="check the command"):
        report("command:/no/such/program")


@pytest.mark.parametrize("spec", ["comet", "onnx:", "command"])
def test_an_unknown_scorer_is_refused(spec: str) -> None:
    with pytest.raises(ConfigError, match="unknown"):
        report(spec)


def test_two_scores_of_one_name_are_refused(engine: str) -> None:
    with pytest.raises(ConfigError, match="another one called overlap"):
        report(engine, engine)


def test_it_is_no_gate_unless_it_is_asked_to_be_one(engine: str) -> None:
    found = report(engine)
    gate = judge(found, Settings(fail_on="critical"))
    assert gate is not None
    assert gate.passed
    asked = judge(found, Settings(min_score={"overlap": 99.0}))
    assert asked is not None
    assert not asked.passed
