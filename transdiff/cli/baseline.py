"""``transdiff baseline create|update|prune|show``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from transdiff.cli.check import Paths, checked
from transdiff.cli.command import command
from transdiff.cli.options import ComparisonFlags, ConfigFlags, Verbose, WorkFlags
from transdiff.cli.outputs import emit
from transdiff.cli.setup import configured, configured_for
from transdiff.errors import ConfigError

if TYPE_CHECKING:
    from transdiff.baseline import Change, Known
    from transdiff.config import Config

app = typer.Typer(
    help="Keep the findings that a project knows, so that only new ones count.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

File = Annotated[str | None, typer.Option("--baseline", metavar="PATH", help="The baseline file.")]
Add = Annotated[bool, typer.Option("--add", help="Take in new findings too.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a baseline that exists.")]


@command
def create(
    comparison: ComparisonFlags,
    work: WorkFlags,
    paths: Paths = None,
    baseline: File = None,
    force: Force = False,
    verbose: Verbose = False,
) -> int:
    """Write a baseline of everything that is found now."""
    from transdiff.baseline import SUFFIX
    from transdiff.cli.verdicts import baseline_path

    config = configured_for(paths or (), comparison)
    path = baseline_path(config, baseline)
    if path.exists() and path.suffix != SUFFIX:
        raise ConfigError(f"{path.as_posix()}: exists and is no baseline; give a {SUFFIX} file")
    if path.exists() and not force:
        raise ConfigError(f"{path.as_posix()} exists; use baseline update, or --force")
    return _rewrite(comparison, work, paths or [], path, (), add=True)


@command
def update(
    comparison: ComparisonFlags,
    work: WorkFlags,
    paths: Paths = None,
    baseline: File = None,
    add: Add = False,
    verbose: Verbose = False,
) -> int:
    """Remove what was fixed.

    Entries of articles that are not checked stay; with --add, new findings are taken in.
    """
    path, entries = _existing(configured_for(paths or (), comparison), baseline)
    return _rewrite(comparison, work, paths or [], path, entries, add=add)


@command
def prune(
    comparison: ComparisonFlags,
    work: WorkFlags,
    baseline: File = None,
    verbose: Verbose = False,
) -> int:
    """Remove what is not found any more.

    Unlike update, that includes the entries of articles that are not checked any more.
    """
    path, entries = _existing(configured(".", comparison), baseline)
    return _rewrite(comparison, work, [], path, entries, prune=True)


@command
def show(config: ConfigFlags, baseline: File = None, verbose: Verbose = False) -> int:
    """List the findings of the baseline by article."""
    _, entries = _existing(configured(".", config), baseline)
    emit("".join(_line(entry) for entry in entries))
    return 0


def _existing(config: Config, given: str | None) -> tuple[Path, tuple[Known, ...]]:
    from transdiff.cli.verdicts import baseline_path, load_baseline

    path = baseline_path(config, given)
    return path, load_baseline(path)


def _rewrite(
    comparison: ComparisonFlags,
    work: WorkFlags,
    paths: list[str],
    path: Path,
    entries: tuple[Known, ...],
    *,
    add: bool = False,
    prune: bool = False,
) -> int:
    """Check, then write the baseline; nothing is written where an article cannot be compared."""
    from transdiff.baseline import dumps, updated
    from transdiff.cli.command import fail
    from transdiff.files import write_atomically

    config = configured_for(paths or (), comparison)
    with checked(config, paths, work, comparison, use_baseline=False) as result:
        if result.failures:
            return max(fail(failure.error) for failure in result.failures)
        change = updated(entries, result, add=add, prune=prune)
    write_atomically(path, dumps(change.entries))
    emit(_told(change, path))
    return 0


def _told(change: Change, path: Path) -> str:
    from transdiff.display import counted

    lines = [f"removed: {_line(entry)}" for entry in change.removed]
    lines.append(
        f"{path.as_posix()}: {counted(len(change.entries), 'finding')}"
        f" ({len(change.added)} added, {len(change.removed)} removed)\n"
    )
    return "".join(lines)


def _line(entry: Known) -> str:
    from transdiff.display import visible

    return f"{visible(entry.document)}: {entry.severity} {entry.rule} {visible(entry.message)}\n"


for name, run in {"create": create, "update": update, "prune": prune, "show": show}.items():
    app.command(name)(run)
