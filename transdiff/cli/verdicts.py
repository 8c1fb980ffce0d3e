"""What is done to a report before it is shown: suppressions, baseline, redaction, gate."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from transdiff.cli.options import GateFlags

if TYPE_CHECKING:
    from transdiff.baseline import Known
    from transdiff.config import Config
    from transdiff.model import Document, Notice, Report
    from transdiff.settings import Settings
    from transdiff.suppress import Suppression


def finisher(
    config: Config,
    flags: GateFlags | None = None,
    *,
    project: bool = False,
    isolated: bool = False,
    use_baseline: bool = True,
    redact: bool = False,
) -> Callable[[Report], Report]:
    """Return the function that marks accepted and known findings and judges the gate.

    Without *flags* nothing is judged. In a *project* major findings fail where no gate was
    configured, the baseline beside the configuration holds without being named (unless *isolated*),
    and an article that is new, without a stored report, is judged by the other gates.
    Raises InputError for a baseline or stored report that cannot be read, ConfigError for a gate
    on a fall since nothing.
    """
    from transdiff.baseline import marked
    from transdiff.errors import InputError
    from transdiff.gate import judge
    from transdiff.redact import redacted
    from transdiff.suppress import suppressed

    given = flags.baseline if flags else None
    path = baseline_path(config, given)
    found = project and not isolated and path.exists()
    wanted = use_baseline and (given or config.baseline or found)
    entries = load_baseline(path) if wanted else ()
    stored = load_stored(flags.against) if flags and flags.against else {}
    settings = _gate(config, flags, project=project)
    today = datetime.date.today()

    def finish(report: Report) -> Report:
        article = report.article.document
        report = suppressed(report, _own(article, config.root), config.suppress, today)
        report = marked(report, entries)
        report = redacted(report) if redact else report
        before = stored.get(article.id)
        if before is None and stored and not project and settings.max_drop:
            raise InputError(f"--against: no report of {article.id}, only of {_some(stored)}")
        if before is None and project and settings.max_drop:
            report = replace(report, notices=(*report.notices, _new()))
            others = replace(settings, max_drop={})
            return replace(report, gate=judge(report, others, None, config.origins))
        return replace(report, gate=judge(report, settings, before, config.origins))

    return finish


def _gate(config: Config, flags: GateFlags | None, *, project: bool) -> Settings:
    """The settings by which reports are judged. Raises ConfigError."""
    from transdiff.errors import ConfigError

    if flags is None:
        return config.settings.without_gate()
    if config.settings.max_drop and not flags.against:
        raise ConfigError("max-drop: since which reports? (--against PATH)")
    return gated(config.settings) if project else config.settings


def _some(names: Iterable[str]) -> str:
    first, *rest = sorted(names)
    return f"{first} and {len(rest)} more" if rest else first


def _new() -> Notice:
    from transdiff.model import Notice

    return Notice("no-stored-report", "max-drop: no stored report, the other gates decide")


def _own(article: Document, root: Path) -> tuple[Suppression, ...]:
    """The suppressions of one article, which are an input of it and not of the whole run."""
    from transdiff.errors import ConfigError, InputError
    from transdiff.sidecar import inline, load_sidecar

    try:
        beside = load_sidecar(root / article.id)
        return (*beside, *inline(article.remarks, article.uri or article.id))
    except ConfigError as error:
        raise InputError(str(error)) from None


def baseline_path(config: Config, given: str | None = None) -> Path:
    """Return where the baseline is: as given, as configured, else beside the configuration."""
    from transdiff.baseline import FILE

    return Path(given or config.baseline or config.store / FILE)


def gated(settings: Settings) -> Settings:
    """Return *settings* with the gate of ``check`` unless they have one: ``--fail-on major``.

    Where so many major findings are allowed, only a critical one fails by itself.
    """
    if settings.fail_on:
        return settings
    return replace(settings, fail_on="major" if settings.max_major is None else "critical")


def load_baseline(path: Path) -> tuple[Known, ...]:
    """Read the baseline at *path*. Raises InputError."""
    from transdiff.baseline import loads
    from transdiff.errors import InputError, os_reason

    try:
        return loads(path.read_bytes(), path.as_posix())
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        remedy = "no such file; make one with transdiff baseline create"
        raise InputError(f"{path.as_posix()}: {remedy if missing else os_reason(error)}") from None


def load_stored(given: str) -> dict[str, Report]:
    """Load the report at *given*, an array of reports, or every one in that folder, by article."""
    from transdiff.errors import InputError
    from transdiff.files import load_reports

    files = stored_files(given)
    if not files:
        raise InputError(f"{Path(given).as_posix()}: no JSON report in this folder")
    found: dict[str, Report] = {}
    for file in files:
        for report in load_reports(file):
            name = report.article.document.id
            if name in found:
                raise InputError(f'{file.as_posix()}: a second report of the article "{name}"')
            found[name] = report
    return found


def stored_files(given: str) -> list[Path]:
    """Return the files of stored reports that *given* means: it, or those in that folder."""
    path = Path(given)
    return sorted(path.rglob("*.json")) if path.is_dir() else [path]
