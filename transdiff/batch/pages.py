"""An HTML report for each record of a batch and an index of all, from results with reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from transdiff.batch.lines import Head, read_lines
from transdiff.errors import InputError
from transdiff.files import write_atomically
from transdiff.model import Report
from transdiff.plugins import reporter


class _Line(msgspec.Struct):
    report: Report


def write_pages(results: Path, folder: Path) -> None:
    """Write a page for each report of *results*, and ``index.html``, into *folder*.

    One report at a time is in memory. Raises InputError where the results have none.
    """
    html = reporter("html")
    assert html.render_index is not None
    names = []
    for found, report in _reports(results):
        names.append(f"{found.index:06}.html")
        write_atomically(folder / names[-1], html(report))
    failures = [
        (found.id, f"{found.failure.stage}: {found.failure.error}")
        for found, _ in read_lines(results)
        if found.failure is not None
    ]
    reports = (report for _, report in _reports(results))
    write_atomically(folder / "index.html", html.render_index(reports, names, failures))


def _reports(results: Path) -> Iterator[tuple[Head, Report]]:
    for found, line in read_lines(results):
        if found.failure is not None:
            continue
        try:
            yield found, msgspec.json.decode(line, type=_Line).report
        except msgspec.MsgspecError:
            where = results.as_posix()
            raise InputError(f"{where}: results without reports; run the batch --full") from None
