"""``transdiff check [PATH…]``."""

from __future__ import annotations

import datetime
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transdiff.cli.command import command, fail, tell
from transdiff.cli.options import ComparisonFlags, ConfigFlags, GateFlags, OutputFlags, WorkFlags
from transdiff.cli.outputs import Outputs, gate_code, say_reasons
from transdiff.cli.setup import configured_for, expect_rules
from transdiff.cli.spare import beside_texts
from transdiff.errors import ExitCode, InputError

if TYPE_CHECKING:
    from transdiff.check import Checked
    from transdiff.config import Config

Paths = Annotated[
    list[str] | None, typer.Argument(metavar="PATH", help="Folders, sets or articles.")
]


@command
def check(
    comparison: ComparisonFlags,
    gate: GateFlags,
    output: OutputFlags,
    work: WorkFlags,
    paths: Paths = None,
) -> int:
    """Check every article that the configuration or a set.toml names.

    Exits 1 when an article fails the gate (--fail-on major unless another is set); 2 when one
    could not be compared or its references support less than a third of it, the others being
    reported all the same.
    """
    outputs = Outputs(output)
    config = configured_for(paths or (), comparison, gate)
    redact = output.redact_references
    with checked(config, paths or [], work, comparison, gate, redact=redact) as result:
        inputs = (*result.inputs, *beside_texts(config, gate))
        outputs.write(result, inputs=inputs, many=True, failures=result.failures)
        if not output.quiet:
            tell(*summary(result))
            say_reasons(result)
            if not paths:  # a part of the project cannot tell what the whole does not need
                _say_upkeep(config, result)
        for failure in result.failures:
            fail(failure.error)
        if result.failures:
            return ExitCode.ERROR
        return gate_code(result, exit_zero=gate.exit_zero)


@contextmanager
def checked(
    config: Config,
    paths: list[str],
    work: WorkFlags,
    origin: ConfigFlags,
    flags: GateFlags | None = None,
    *,
    use_baseline: bool = True,
    redact: bool = False,
) -> Iterator[Checked]:
    """Compare what *paths* name; the reports can be read while the context is open.

    Raises InputError where there is nothing to check, unless that was allowed, and ConfigError for
    an article with a configuration of its own, unless *origin* says which one holds.
    """
    from transdiff.cache import FOLDER, Cache
    from transdiff.check import check as run
    from transdiff.cli.verdicts import finisher
    from transdiff.project import NOTHING, article_sets, below, expect_nearest

    expect_rules(config)
    finish = finisher(
        config,
        flags,
        project=True,
        isolated=origin.isolated,
        use_baseline=use_baseline,
        redact=redact,
    )
    sets = article_sets(config, paths, allow_empty=work.allow_empty)
    if not origin.config and not origin.isolated:
        expect_nearest(below(sets, config), config)
    if not sets and not work.allow_empty:
        where = config.path.as_posix() if config.path else "this folder, without a configuration"
        raise InputError(f"{where}: {NOTHING}")
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) if work.no_cache else work.cache_dir or config.store / FOLDER
        cache = Cache(folder)
        if sets:
            cache.announce()
        yield run(sets, config, cache, finish, jobs=work.jobs, progress=_progress)


def _say_upkeep(config: Config, result: Checked) -> None:
    from transdiff.project import unmatched
    from transdiff.suppress import upkeep

    findings = (finding for report in result for finding in report.findings)
    for line in (*unmatched(config), *upkeep(config.suppress, findings, datetime.date.today())):
        where = config.path.as_posix() if config.path else "configuration"
        tell(f"{where}: {line}")


def _progress(done: int, total: int) -> None:
    """Say on a terminal how far the check is."""
    if sys.stderr.isatty():
        end = "\n" if done == total else ""
        sys.stderr.write(f"\rchecked {done} of {total}{end}")
        sys.stderr.flush()


def summary(result: Checked) -> list[str]:
    """Return the lines of a table of the articles, and a line of totals."""
    from transdiff.display import counted, table, visible
    from transdiff.model import Severity, Standing

    levels = (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR)
    rows = [("article", *map(str, levels), "fidelity", "gate")]
    passed, accepted = 0, {Standing.SUPPRESSED: 0, Standing.KNOWN: 0}
    for report in result:
        severities = [f.severity for f in report.open_findings]
        counts = [str(severities.count(level)) for level in levels]
        fine = report.gate is None or report.gate.passed
        passed += fine
        for standing in accepted:
            accepted[standing] += sum(f.standing is standing for f in report.findings)
        name = visible(report.article.document.id)
        rows.append((name, *counts, f"{report.fidelity:.1f}", "passed" if fine else "failed"))
    lines = table(rows) if len(rows) > 1 else []
    parts = [f"{passed} passed", f"{len(result) - passed} failed"]
    parts += [f"{len(result.failures)} not compared"] if result.failures else []
    parts += [f"{counted(n, 'finding')} {standing}" for standing, n in accepted.items() if n]
    return [*lines, " · ".join(parts)]
