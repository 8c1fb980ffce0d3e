"""Options that several commands share, in groups; flag = config key = field of Settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer

Option = typer.Option
Verbose = Annotated[bool, Option("--verbose", "-v", help="Show tracebacks.")]


@dataclass(frozen=True)
class ConfigFlags:
    """Where the configuration comes from."""

    config: Annotated[
        Path | None,
        Option(metavar="PATH", help="Configuration file, instead of the nearest one."),
    ] = None
    isolated: Annotated[
        bool, Option("--isolated", help="Ignore configuration files and baselines.")
    ] = False


@dataclass(frozen=True)
class ComparisonFlags(ConfigFlags):
    """How texts are read and compared."""

    lang: Annotated[
        str | None, Option(metavar="TAG", help="Language of the article (en, pt-BR …).")
    ] = None
    style: Annotated[
        str | None, Option(metavar="NAME", help="House style: reuters, ap, tass, bbc or a path.")
    ] = None
    select: Annotated[
        list[str] | None, Option(metavar="NAME", help="Run only these rules or groups.")
    ] = None
    ignore: Annotated[
        list[str] | None, Option(metavar="NAME", help="Do not run these rules or groups.")
    ] = None
    extend_select: Annotated[
        list[str] | None, Option(metavar="NAME", help="Run these besides the selected ones.")
    ] = None
    severity: Annotated[
        list[str] | None, Option(metavar="RULE=LEVEL", help="Severity of a rule's findings.")
    ] = None
    encoder: Annotated[
        str | None, Option(metavar="NAME", help="Sentence encoder, e.g. onnx:DIR.")
    ] = None
    scorer: Annotated[
        list[str] | None,
        Option(metavar="NAME", help="Show a model's score: an encoder or command:PROGRAM."),
    ] = None
    lexicon: Annotated[
        str | None, Option(metavar="PATH", help="Bilingual lexicon for aligning languages.")
    ] = None
    pins: Annotated[
        str | None, Option(metavar="PATH", help="Links that are fixed or forbidden.")
    ] = None


@dataclass(frozen=True)
class GateFlags:
    """What makes the comparison fail (exit code 1)."""

    fail_on: Annotated[
        str | None,
        Option(metavar="LEVEL", help="Fail on findings as bad: critical, major, minor or never."),
    ] = None
    max_major: Annotated[
        int | None, Option(metavar="N", min=0, help="Fail on more major findings than this.")
    ] = None
    max_minor: Annotated[
        int | None, Option(metavar="N", min=0, help="Fail on more minor findings than this.")
    ] = None
    min_score: Annotated[
        list[str] | None, Option(metavar="METRIC=X", help="Fail where a score is lower.")
    ] = None
    max_drop: Annotated[
        list[str] | None, Option(metavar="METRIC=X", help="Fail where a score fell by more.")
    ] = None
    against: Annotated[
        str | None, Option(metavar="PATH", help="JSON report or folder that --max-drop means.")
    ] = None
    baseline: Annotated[
        str | None, Option(metavar="PATH", help="Do not count the findings that this file knows.")
    ] = None
    exit_zero: Annotated[
        bool, Option("--exit-zero", help="Exit 0 although the gate failed (errors stay 2).")
    ] = False


@dataclass(frozen=True)
class OutputFlags:
    """What is written where."""

    format: Annotated[
        str | None,
        Option("--format", "-f", metavar="F", help="Format on stdout: text, concise, json …"),
    ] = None
    output: Annotated[
        list[str] | None,
        Option("--output", "-o", metavar="FORMAT=PATH", help="Write a report to a file; repeat."),
    ] = None
    redact_references: Annotated[
        bool, Option("--redact-references", help="Show of the references only the evidence.")
    ] = False
    color: Annotated[
        Literal["auto", "always", "never"], Option(metavar="WHEN", help="auto, always or never.")
    ] = "auto"
    quiet: Annotated[bool, Option("--quiet", "-q", help="Findings only, no summary.")] = False
    verbose: Annotated[bool, Option("--verbose", "-v", help="Say more; show tracebacks.")] = False


@dataclass(frozen=True)
class WorkFlags:
    """How many articles are worked through."""

    jobs: Annotated[
        int, Option("--jobs", "-j", metavar="N", min=1, help="Articles compared at a time.")
    ] = 1
    cache_dir: Annotated[Path | None, Option(metavar="PATH", help="Folder of the cache.")] = None
    no_cache: Annotated[bool, Option("--no-cache", help="Compare everything again.")] = False
    allow_empty: Annotated[
        bool, Option("--allow-empty", help="Exit 0 where there is nothing to check.")
    ] = False
