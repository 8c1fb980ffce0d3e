"""``transdiff batch IN OUT``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transdiff.cli.batch_outputs import BatchOutputs, Meter
from transdiff.cli.command import command, fail
from transdiff.cli.options import ComparisonFlags, Verbose
from transdiff.cli.setup import configured, expect_rules
from transdiff.errors import ConfigError, ExitCode

if TYPE_CHECKING:
    from transdiff.batch.run import Shard

Option = typer.Option


@dataclass(frozen=True)
class EngineFlags:
    """Where records are compared, and what one may cost."""

    engine: Annotated[
        str, Option(metavar="NAME", help="processes, serial or dask[=SCHEDULER ADDRESS].")
    ] = "processes"
    jobs: Annotated[
        int, Option("--jobs", "-j", metavar="N", min=1, help="Records compared at a time.")
    ] = 1
    time_limit: Annotated[
        float, Option(metavar="SECONDS", min=0.1, help="Time that one record may take.")
    ] = 60.0
    memory_limit: Annotated[
        int, Option(metavar="MB", min=0, help="Memory of a process; 0 for no limit.")
    ] = 2048
    shard: Annotated[
        str, Option(metavar="I/N", help="Compare only every N-th record, from the I-th on.")
    ] = "1/1"


@command
def batch(
    comparison: ComparisonFlags,
    engine: EngineFlags,
    source: Annotated[
        str, typer.Argument(metavar="IN", help=".jsonl[.gz], .parquet, a folder of sets or a glob.")
    ],
    out: Annotated[Path, typer.Argument(metavar="OUT", help=".jsonl, .jsonl.gz or .parquet.")],
    output: Annotated[
        list[str] | None,
        Option("--output", "-o", metavar="FORMAT=PATH", help="csv, summary or html; repeat."),
    ] = None,
    full: Annotated[bool, Option("--full", help="Keep the whole report of every record.")] = False,
    fresh: Annotated[bool, Option("--fresh", help="Use no earlier result.")] = False,
    allow_failures: Annotated[
        int, Option(metavar="N", min=0, help="Exit 0 although so many records failed.")
    ] = 0,
    allow_empty: Annotated[
        bool, Option("--allow-empty", help="Exit 0 where there is no record.")
    ] = False,
    quiet: Annotated[bool, Option("--quiet", "-q", help="No progress, no summary.")] = False,
    verbose: Verbose = False,
) -> int:
    """Compare many records; a killed run goes on where it was.

    Exits 2 when a record could not be compared, the others being kept all the same, or when there
    is none.
    """
    outputs = BatchOutputs(output or (), out, (Path(source),))
    part = _shard(engine.shard)
    config = configured(source, comparison)
    expect_rules(config)
    from transdiff.batch.engines import engine as named
    from transdiff.batch.limits import Limits
    from transdiff.batch.records import files_named
    from transdiff.batch.run import run
    from transdiff.batch.sources import Sets, open_source
    from transdiff.batch.work import CompareRecord
    from transdiff.checks import check_settings
    from transdiff.project import expect_nearest

    settings = config.settings.without_gate()
    check_settings(settings)
    named_in = open_source(source)
    if isinstance(named_in, Sets) and not comparison.config and not comparison.isolated:
        expect_nearest(named_in.files, config)
    outputs.spare(files_named(named_in.records(), named_in.folder))
    work = CompareRecord(
        settings,
        full=full or outputs.wants_reports,
        ignores=config.per_file_ignores,
        root=str(config.root),
    )
    limits = Limits(engine.time_limit, engine.memory_limit or None)
    runner = named(engine.engine, limits, engine.jobs)
    with Meter(quiet=quiet) as meter:
        manifest = run(
            open_source(source), out, work, runner, shard=part, fresh=fresh, progress=meter
        )
    outputs.write(quiet=quiet)
    if not manifest.records and not allow_empty:
        return fail(f"{source}: nothing to compare; it has no record (--allow-empty)")
    return verdict(manifest.failed, allow_failures, manifest.results)


def verdict(failed: int, allowed: int, results: int) -> int:
    """Return the exit code of a batch, having said why it is not 0."""
    if failed > allowed:
        many = f"{failed} of {results} records" if results > 1 else "the record"
        return fail(f"{many} could not be compared; the results say why (--allow-failures N)")
    return ExitCode.OK


def _shard(given: str) -> Shard:
    from transdiff.batch.run import Shard

    number, slash, of = given.partition("/")
    if slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
        return Shard(int(number), int(of))
    raise ConfigError(f'--shard "{given}": expected I/N, e.g. 2/8')
