"""Where reports go: standard output in one format, files in others, the gate into the exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from transdiff.cli.command import fail, forget_stdout, tell
from transdiff.cli.job_summary import append_summary
from transdiff.cli.options import OutputFlags
from transdiff.cli.spare import spare
from transdiff.display import visible
from transdiff.errors import ConfigError, ExitCode, OutputError, os_reason

if TYPE_CHECKING:
    from transdiff.model import Failure, Report
    from transdiff.plugins import Reporter

_PAGE = 100
"""Width of text that no terminal shows."""
_REMEDY = "; give the texts it was made from, or --fail-on never"
_STDOUT = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
"""Other names of ``-``: opened once more they would have a place of their own in a file."""


class Outputs:
    """The formats that were asked for; made before any work, so that a typo costs nothing."""

    def __init__(self, flags: OutputFlags) -> None:
        from transdiff import plugins

        self._flags = flags
        asked = [parted(given) for given in flags.output or ()]
        shown = [form for form, path in asked if path == "-"]
        shown += [flags.format] if flags.format else []
        if len(shown) > 1:
            raise ConfigError(f"two formats for standard output: {', '.join(shown)}")
        name = shown[0] if shown else "text" if sys.stdout.isatty() else "concise"
        self._shown = plugins.reporter(name)
        self._files = [(plugins.reporter(form), path) for form, path in asked if path != "-"]
        written = [
            f"{path}*.{_suffix(form.name)}" if path.endswith("/") else path
            for form, path in self._files
        ]
        for path, count in Counter(written).items():
            if count > 1:
                raise ConfigError(f"--output: two reports would be written to {path}")

    def write(
        self,
        reports: Sequence[Report],
        *,
        inputs: Iterable[Path],
        many: bool = False,
        failures: Sequence[Failure] = (),
    ) -> None:
        """Render everything, then write the files, then standard output. Raises OutputError.

        Nothing is written where it would be over one of the *inputs*, or over a text that a report
        is about.

        ``FORMAT=FOLDER/`` is a file for each article. With *many* a single report is written as
        several would be, so that the shape of a file does not depend on their number; *failures*
        are what could not be compared, for formats that tell of it.
        """
        from transdiff import files

        shown = _rendered(self._shown, reports, many, failures=failures, **self._terminal())
        folders = [(form, path) for form, path in self._files if _is_folder(form, path)]
        rendered = [
            (path, _rendered(form, reports, many, failures=failures))
            for form, path in self._files
            if (form, path) not in folders
        ]
        if self._files:
            made = (page for form, path in folders for page in _pages(form, path, reports))
            texts = (s.document.uri for r in reports for s in r.documents if s.document.uri)
            spare((*(path for path, _ in rendered), *made), chain(inputs, texts))
        for path, text in rendered:
            files.write_atomically(path, text)
        for form, path in folders:
            pages = _pages(form, path, reports)
            for report, page in zip(reports, pages, strict=False):
                files.write_atomically(page, form(report))
            if form.render_index is not None:
                names = [page.name for page in pages[:-1]]
                files.write_atomically(pages[-1], form.render_index(reports, names))
        emit(shown)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if self._shown.name == "github" and summary:
            append_summary(Path(summary), reports, failures)

    @property
    def has_summary(self) -> bool:
        """Whether standard output says how an article stands to its gate, or shall not."""
        return self._shown.name == "text" or self._flags.quiet

    def _terminal(self) -> dict[str, object]:
        cells = shutil.get_terminal_size((_PAGE, 24)).columns if sys.stdout.isatty() else _PAGE
        return {"color": wants_color(self._flags.color), "cells": cells, "quiet": self._flags.quiet}


def _rendered(form: Reporter, reports: Sequence[Report], many: bool, **options: object) -> str:
    if len(reports) == 1 and not (many and form.render_many):
        return form(reports[0], **options)
    return form.many(reports, **options)


def parted(given: str) -> tuple[str, str]:
    """Return format and path of ``FORMAT=PATH``; the path is ``-`` for standard output."""
    form, equals, path = given.partition("=")
    if not equals or not path:
        raise ConfigError(f'--output "{given}": expected FORMAT=PATH, e.g. html=report.html')
    return form, "-" if path in _STDOUT else path


def _pages(form: Reporter, folder: str, reports: Sequence[Report]) -> list[Path]:
    """The files that *form* makes in *folder*: one for each of *reports*, then its index if any."""
    names = [f"{file_name(report)}.{_suffix(form.name)}" for report in reports]
    for name, count in Counter(names).items():
        if count > 1:
            remedy = "check them from a folder that holds all of them"
            raise OutputError(f"{folder}: {count} articles would be written to {name}; {remedy}")
    names += ["index.html"] if form.render_index is not None else []
    return [Path(folder) / name for name in names]


def _is_folder(form: Reporter, path: str) -> bool:
    by_article = form.render_many is None and Path(path).is_dir()
    return by_article or path.endswith(("/", os.sep))


def file_name(report: Report) -> str:
    """Return a file name of its own for the article of *report*: its id, flattened."""
    return report.article.document.id.replace("/", "__").replace("\\", "__").lstrip(".")


def _suffix(form: str) -> str:
    return {"text": "txt", "concise": "txt", "markdown": "md", "junit": "xml"}.get(form, form)


def wants_color(when: str) -> bool:
    """Whether to colour: asked for, or on a terminal without ``NO_COLOR`` and ``TERM=dumb``."""
    if when != "auto":
        return when == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not plain


def emit(text: str) -> None:
    """Write *text* to standard output as UTF-8 with plain newlines."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        forget_stdout()  # `| head` has seen enough; what was found still decides the exit code
    except OSError as error:
        forget_stdout()
        raise OutputError(f"standard output: cannot be written: {os_reason(error)}") from None


def say_reasons(reports: Iterable[Report]) -> None:
    """Name on stderr what failed an article besides findings, and the upkeep that is due.

    The findings are on standard output already; a score that is too low would be nowhere.
    """
    for report in reports:
        name = visible(report.article.document.id)
        reasons = report.gate.reasons if report.gate is not None else ()
        upkeep = [visible(notice.message) for notice in report.notices]
        for line in (*(f"gate failed: {reason}" for reason in reasons), *upkeep):
            tell(f"{name}: {line}")


def gate_code(reports: Iterable[Report], *, exit_zero: bool) -> int:
    """Return 1 where a report failed its gate, unless the user asked for 0 all the same.

    A gate whose references hardly speak of the article lacks its data: that is 2, said on stderr.
    """
    code: int = ExitCode.OK
    for report in reports:
        if report.gate is None or report.gate.passed:
            continue
        if report.unreliable:
            document = report.article.document
            code = fail(f"{visible(document.uri or document.id)}: {report.unreliable}{_REMEDY}")
        elif not exit_zero:
            code = max(code, ExitCode.GATE_FAILED)
    return code
