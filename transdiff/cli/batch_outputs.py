"""What a batch shows while it runs, and what it writes besides its results."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from transdiff.cli.command import tell
from transdiff.cli.outputs import emit
from transdiff.cli.spare import spare
from transdiff.errors import ConfigError, OutputError, did_you_mean

if TYPE_CHECKING:
    from transdiff.batch.lines import Head
    from transdiff.batch.run import Progress
    from transdiff.batch.tables import Summary

_FORMATS = ("csv", "summary", "html")
_REDRAW_SECONDS = 0.2
_NAMED = 20  # failures that are named on the terminal; the results have all


class BatchOutputs:
    """The tables and pages that were asked for; checked before any work."""

    def __init__(self, given: Sequence[str], results: Path, inputs: Sequence[Path]) -> None:
        from transdiff.batch.lines import ENDINGS

        if not results.name.endswith(ENDINGS):
            raise ConfigError(f"{results}: the results are {', '.join(ENDINGS)}")
        if results.suffix == ".parquet":
            from transdiff.batch.parquet import require_duckdb

            require_duckdb()
        self._results = results
        self._wanted = [_parted(one) for one in given]
        self._files = (results, *(Path(path) for _, path in self._wanted))
        self._expect_places()
        spare(self._files, inputs)

    def _expect_places(self) -> None:
        """Raise OutputError where an output would be in the place of another or of a folder."""
        from transdiff.batch.run import manifest_path

        written = Counter(path.resolve() for path in (manifest_path(self._results), *self._files))
        for form, path in self._wanted:
            if written[Path(path).resolve()] > 1:
                raise OutputError(f"--output {form}={path}: something else is written there")
            if form == "html" and Path(path).is_file():
                raise OutputError(f"--output {form}={path}: is a file; give a folder")
            if form != "html" and Path(path).is_dir():
                raise OutputError(f"--output {form}={path}: is a folder; give a file")

    def spare(self, texts: Iterable[Path]) -> None:
        """Refuse to write over one of *texts*, which are read only where there is a file to lose.

        Raises OutputError.
        """
        if any(path.is_file() for path in self._files):
            spare(self._files, texts)

    @property
    def wants_reports(self) -> bool:
        """Whether an output is made of whole reports."""
        return any(form == "html" for form, _ in self._wanted)

    def write(self, *, quiet: bool) -> None:
        """Write every output from the results on disk, and print the summary."""
        from transdiff.batch.lines import read_lines
        from transdiff.batch.tables import Summary
        from transdiff.files import write_atomically

        summary = Summary()
        unsaid = -_NAMED
        for found, line in read_lines(self._results):
            summary.add(line)
            if found.failure is not None:
                unsaid += 1
                if unsaid <= 0:
                    say_failure(found)
        if unsaid > 0:
            tell(f"and {unsaid} more")
        for form, path in self._wanted:
            if form == "html":
                from transdiff.batch.pages import write_pages

                write_pages(self._results, Path(path))
            elif form == "summary":
                write_atomically(path, summary.csv())
            else:
                self._write_findings(Path(path))
        if not quiet:
            emit(shown(summary))

    def _write_findings(self, path: Path) -> None:
        from transdiff.batch.lines import read_lines
        from transdiff.batch.tables import findings_csv
        from transdiff.files import replacing

        with replacing(path) as stream:
            for row in findings_csv(line for _, line in read_lines(self._results)):
                stream.write(row.encode("utf-8"))


def _parted(given: str) -> tuple[str, str]:
    form, equals, path = given.partition("=")
    if not equals or not path:
        raise ConfigError(f'--output "{given}": expected FORMAT=PATH, e.g. summary=summary.csv')
    if form not in _FORMATS:
        hint = did_you_mean(form, _FORMATS) or f" (one of {', '.join(_FORMATS)})"
        raise ConfigError(f'unknown format of a batch "{form}"{hint}')
    if path == "-":
        raise ConfigError(f'--output "{given}": a batch writes files, as its summary is shown')
    return form, path


def say_failure(found: Head) -> None:
    """Name on stderr a record that could not be compared, and why."""
    from transdiff.display import visible

    assert found.failure is not None
    stage, error = found.failure.stage, found.failure.error.removeprefix(f"{found.id}: ")
    tell(f"{visible(found.id)}: {stage}: {visible(error)}")


def shown(summary: Summary) -> str:
    """Return the table of outlets and months for a terminal, and a line of totals."""
    from transdiff.batch.tables import SUMMARY
    from transdiff.display import table, visible

    columns = [n for n, name in enumerate(SUMMARY) if name != "rule"]
    rows = [tuple(SUMMARY[n] for n in columns)]
    rows += [
        tuple(visible(str(row[n])) or "–" for n in columns)
        for row in summary.rows()
        if row[2] == "*"
    ]
    failed = sum(summary.failed.values())
    total = f"{sum(summary.records.values()) - failed} compared · {failed} not compared"
    return "\n".join([*table(rows, left=(0, 1)), total]) + "\n"


class Meter:
    """Shows on a terminal how far a batch is, how fast, and how long it will take."""

    def __init__(self, *, quiet: bool) -> None:
        self._silent = quiet or not sys.stderr.isatty()
        self._began = time.monotonic()
        self._drawn = 0.0
        self._start: Progress | None = None

    def __enter__(self) -> Self:
        """Begin to count time."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Leave the last figures on a line of their own."""
        if not self._silent and self._drawn:
            sys.stderr.write("\n")

    def __call__(self, progress: Progress) -> None:
        """Show *progress*, at most a few times a second."""
        now = time.monotonic()
        self._start = self._start or progress
        if self._silent or (now - self._drawn < _REDRAW_SECONDS and progress.part < 1):
            return
        self._drawn = now
        sys.stderr.write(f"\r\x1b[K{figures(self._start, progress, now - self._began)}")
        sys.stderr.flush()


def figures(start: Progress, now: Progress, seconds: float) -> str:
    """Return the line of progress; rate and time left count what this run compared itself."""
    own = now.done - now.reused
    rate = own / seconds if seconds else 0.0
    parts = [f"{now.done:,} compared", f"{100 * now.part:.0f} %", f"{rate:.1f}/s"]
    if now.part > start.part and now.part < 1:
        left = seconds * (1 - now.part) / (now.part - start.part)
        parts.append(f"{_clock(left)} left")
    if now.failed:
        parts.append(f"{now.failed} failed")
    return " · ".join(parts)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
