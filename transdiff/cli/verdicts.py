"""What is done to a report before it is shown: suppressions, baseline and gate."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from transdiff.baseline import Known
    from transdiff.config import Config
    from transdiff.model import Report
    from transdiff.settings import Settings


def finisher(
    config: Config,
    baseline: str | None = None,
    *,
    default_gate: bool = False,
    use_baseline: bool = True,
) -> Callable[[Report], Report]:
    """Return the function that marks accepted and known findings and judges the gate.

    With *default_gate*, major findings fail where no gate was configured. Raises InputError for a
    baseline that cannot be read.
    """
    from transdiff.baseline import marked
    from transdiff.gate import judge
    from transdiff.sidecar import load_sidecar
    from transdiff.suppress import suppressed

    path = baseline_path(config, baseline)
    wanted = use_baseline and (baseline or config.baseline or path.exists())
    entries = load_baseline(path) if wanted else ()
    settings = gated(config.settings) if default_gate else config.settings
    today = datetime.date.today()

    def finish(report: Report) -> Report:
        own = load_sidecar(config.root / report.article.document.id)
        report = suppressed(report, own, config.suppress, today)
        report = marked(report, entries)
        return replace(report, gate=judge(report, settings))

    return finish


def baseline_path(config: Config, given: str | None = None) -> Path:
    """Return where the baseline is: as given, as configured, else beside the configuration."""
    from transdiff.baseline import FILE

    return Path(given or config.baseline or config.root / FILE)


def gated(settings: Settings) -> Settings:
    """Return *settings* with the gate of ``check``, ``--fail-on major``, unless they have one."""
    return settings if settings.fail_on else replace(settings, fail_on="major")


def load_baseline(path: Path) -> tuple[Known, ...]:
    """Read the baseline at *path*. Raises InputError."""
    from transdiff.baseline import loads
    from transdiff.errors import InputError

    try:
        return loads(path.read_bytes(), path.as_posix())
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(
            f"{path.as_posix()}: {reason}; make one with transdiff baseline create"
        ) from None
