"""The summary of a GitHub job: a section for each article, as many as GitHub takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from transdiff.errors import OutputError

if TYPE_CHECKING:
    from transdiff.model import Failure, Report

MOST_BYTES = 1_000_000
"""GitHub shows nothing at all of a summary that has more than 1 MiB."""


def append_summary(path: Path, reports: Sequence[Report], failures: Sequence[Failure]) -> None:
    """Add what is to be said of every article to the file at *path*, to which others write as well.

    First *failures*, which could not be compared, then what failed its gate. Raises OutputError.
    """
    text = _fitting(_sections(reports, failures), len(failures) + len(reports))
    try:
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None


def _sections(reports: Sequence[Report], failures: Sequence[Failure]) -> Iterator[str]:
    from transdiff import plugins

    markdown = plugins.reporter("markdown")
    yield from (markdown.many([], failures=[failure]) for failure in failures)
    for fine in (False, True):
        for report in reports:
            if (report.gate is None or report.gate.passed) is fine:
                yield markdown(report)


def _fitting(sections: Iterator[str], count: int) -> str:
    """The first of *count* sections that fit, and how many are left."""
    from transdiff.display import counted

    shown: list[str] = []
    size = 0
    for section in sections:
        size += len(section.encode("utf-8")) + 1
        if size > MOST_BYTES:
            left = counted(count - len(shown), "more article")
            shown.append(f"**{left}**, for which there is no room here.\n")
            break
        shown.append(section)
    return "\n".join(shown)
