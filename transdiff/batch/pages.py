"""An HTML report for each record of a batch and an index of all, from results with reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import overload

import msgspec

from transdiff.batch.lines import head, opened
from transdiff.errors import InputError
from transdiff.files import write_atomically
from transdiff.model import Report
from transdiff.plugins import reporter


class _Line(msgspec.Struct):
    report: Report


class Reports(Sequence[Report]):
    """The reports in the results at *path*, decoded one at a time; failures are apart."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream = opened(path)
        self._starts: list[int] = []
        self.names: list[str] = []
        """File names of the reports: their place in the input."""
        self.failures: list[tuple[str, str]] = []
        """Records without a report, each with the reason."""
        start = 0
        for line in self._stream:
            found = head(line)
            if found is not None and found.failure is None:
                self._starts.append(start)
                self.names.append(f"{found.index:06}.html")
            elif found is not None and found.failure is not None:
                self.failures.append((found.id, f"{found.failure.stage}: {found.failure.error}"))
            start += len(line)

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Report: ...
    @overload
    def __getitem__(self, index: slice) -> list[Report]: ...
    def __getitem__(self, index: int | slice) -> Report | list[Report]:
        """Return one report. Raises InputError where the results have none."""
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        self._stream.seek(self._starts[index])
        try:
            return msgspec.json.decode(self._stream.readline(), type=_Line).report
        except msgspec.MsgspecError:
            where = self._path.as_posix()
            raise InputError(f"{where}: results without reports; run the batch --full") from None

    def __iter__(self) -> Iterator[Report]:
        return (self[index] for index in range(len(self)))


def write_pages(results: Path, folder: Path) -> None:
    """Write a page for each report of *results*, and ``index.html``, into *folder*."""
    html = reporter("html")
    assert html.render_index is not None
    reports = Reports(results)
    for name, report in zip(reports.names, reports, strict=True):
        write_atomically(folder / name, html(report))
    write_atomically(
        folder / "index.html", html.render_index(reports, reports.names, reports.failures)
    )
