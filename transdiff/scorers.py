"""Scores by models, shown beside fidelity and never part of it: ``--scorer``.

``onnx:DIR``, ``st:DIR``, ``minilm`` and ``py:module:factory`` take the similarity of an encoder's
vectors (:mod:`transdiff.aligner.encoder`). ``command:PROGRAM`` runs a program of your own, COMET in
its own environment say: it reads lines of JSON ``{"id", "src", "mt", "ref"}`` and writes a first
line ``{"name", "licence"}``, then ``{"id", "score"}`` for each, in any order. Whatever fails is a
PluginError, so that a run without its score cannot be taken for one with it.
"""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from transdiff.aligner.encoder import KINDS, UNSTATED, load_encoder
from transdiff.comparison import Article
from transdiff.errors import ConfigError, PluginError
from transdiff.model import Score, Skipped
from transdiff.score.metrics import Unit, units

COMMAND = "command:"
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}\Z")
_PATIENCE = 1800.0
"""Seconds that a program may take for one article."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is scored at once: aligned text, what one reference says there, the foreign original."""

    unit: int
    mt: str
    ref: str
    src: str


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores that the scorers gave, and those that had nothing to score."""

    scores: tuple[Score, ...] = ()
    skipped: tuple[Skipped, ...] = ()


def scored(article: Article, specs: Sequence[str]) -> Scored:
    """Return the score of *article* by each scorer of *specs*: the best reference of each unit.

    Raises ConfigError for a scorer that is not known or named twice, PluginError for one that
    fails.
    """
    lines = tuple(_lines(units(article, foreign=True)))
    scores: list[Score] = []
    skipped: list[Skipped] = []
    for spec in specs:
        if spec.startswith(COMMAND):
            usable = lines
            score = _by_command(spec.removeprefix(COMMAND), usable)
        else:
            usable = tuple(line for line in lines if line.ref)
            score = _by_encoder(spec, usable)
        if score.name in {other.name for other in scores}:
            raise ConfigError(f"scorer {spec}: there is another one called {score.name}")
        scores.append(score)
        if not usable:
            skipped.append(Skipped(score.name, "no linked reference text to score against"))
    return Scored(tuple(scores), tuple(skipped))


def _lines(found: Sequence[Unit]) -> Iterator[Line]:
    for number, unit in enumerate(found):
        original = next((text for text in unit.originals if text), "")
        for text in [text for text in unit.references if text] or ([""] if original else []):
            yield Line(number, unit.hypothesis, text, original)


def _score(name: str, lines: Sequence[Line], values: Sequence[float], signature: str) -> Score:
    """The mean over the units, each with the reference that it is nearest to."""
    best: dict[int, float] = {}
    for line, value in zip(lines, values, strict=True):
        best[line.unit] = max(value, best.get(line.unit, value))
    mean = round(sum(best.values()) / len(best), 4) if best else None
    return Score(name, mean, signature)


def _by_encoder(spec: str, lines: Sequence[Line]) -> Score:
    """A hundred times the cosine of the vectors."""
    if spec.partition(":")[0] not in KINDS:
        known = "onnx:DIR, st:DIR, minilm, py:module:factory or command:PROGRAM"
        raise ConfigError(f'unknown scorer "{spec}" (expected {known})')
    encoder = load_encoder(spec)
    licence = getattr(encoder, "licence", UNSTATED)
    signature = f"encoder|model:{encoder.fingerprint}|licence:{licence}|version:1"
    texts = sorted({text for line in lines for text in (line.mt, line.ref)})
    place = {text: i for i, text in enumerate(texts)}
    if not texts:
        return Score("similarity", None, signature)
    try:
        vectors = np.asarray(encoder.encode(texts), np.float64)
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
        cosines = [float(vectors[place[x.mt]] @ vectors[place[x.ref]]) for x in lines]
    except Exception as error:
        raise PluginError(f"scorer {spec}: {type(error).__name__}: {error}") from error
    if not np.isfinite(cosines).all():
        raise PluginError(f"scorer {spec}: a similarity is not finite")
    return _score("similarity", lines, [100.0 * cosine for cosine in cosines], signature)


def _by_command(command: str, lines: Sequence[Line]) -> Score:
    asked = {str(n): line for n, line in enumerate(lines)}
    head, values = _answers(command, _run(command, asked), asked)
    signature = f"command|licence:{head['licence']}|{command}"
    return _score(head["name"], list(asked.values()), [values[id] for id in asked], signature)


def _run(command: str, asked: Mapping[str, Line]) -> bytes:
    rows = [
        json.dumps({"id": id, "src": x.src, "mt": x.mt, "ref": x.ref}, ensure_ascii=False)
        for id, x in asked.items()
    ]
    given = "".join(f"{row}\n" for row in rows).encode()
    try:
        return subprocess.run(
            shlex.split(command),
            input=given,
            stdout=subprocess.PIPE,
            check=True,
            timeout=_PATIENCE,
        ).stdout
    except subprocess.CalledProcessError as error:
        raise PluginError(f"scorer {command}: exit code {error.returncode}") from None
    except subprocess.TimeoutExpired:
        raise PluginError(f"scorer {command}: no answer in {_PATIENCE:.0f} seconds") from None
    except (OSError, ValueError, IndexError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise PluginError(f"scorer {command}: {reason}; check the command") from None


def _answers(
    command: str, output: bytes, asked: Mapping[str, Line]
) -> tuple[dict[str, str], dict[str, float]]:
    """The head and the score of every line. Raises PluginError where one is missing or strange."""
    lines = output.splitlines()
    head = _object(command, lines[0] if lines else b"", 1)
    name, licence = head.get("name"), head.get("licence")
    if not isinstance(name, str) or not _NAME.match(name) or not isinstance(licence, str):
        raise PluginError(
            f'scorer {command}: its first line is not {{"name": a-z0-9._-, "licence"}}'
        )
    found = {}
    for number, line in enumerate(lines[1:], 2):
        row = _object(command, line, number)
        value = row.get("score")
        if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(value):
            raise PluginError(f"scorer {command}: line {number} of its output has no score")
        found[str(row.get("id"))] = float(value)
    if lost := [id for id in asked if id not in found]:
        raise PluginError(f'scorer {command}: no score of line "{lost[0]}"')
    return {"name": name, "licence": licence}, found


def _object(command: str, line: bytes, number: int) -> dict[str, object]:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict):
        raise PluginError(f"scorer {command}: line {number} of its output is no JSON object")
    return row
