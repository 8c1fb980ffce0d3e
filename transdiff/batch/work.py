"""The function of a batch: one record in, one line of JSON out. Pure, and picklable."""

from __future__ import annotations

import contextlib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from transdiff.batch.forgetting import Forgetting
from transdiff.batch.limits import Limits
from transdiff.batch.lines import encoded
from transdiff.batch.records import Item, Row, item
from transdiff.batch.serial import Serial
from transdiff.cache import program_digest
from transdiff.config import Config
from transdiff.display import line_and_column
from transdiff.model import Document, Failure, Report, Severity, Status
from transdiff.sets import relative
from transdiff.settings import Settings

_forgetting = Forgetting()
_ENCODER = msgspec.json.Encoder(order="sorted")
_SAMPLE = (
    "“We may meet again,” said Prime Minister Ann Reed on 3 March, after 300 people died in Paris.",
    "Deputy Prime Minister Ann Reed denied on Monday that 30 people had been killed near Paris.",
)
"""An article and its reference in which there is something for most rules."""


@dataclass(frozen=True)
class CompareRecord:
    """Compares the texts of an Item; the answer is its line of the results, without newline.

    With *full* the line has the whole report besides its summary. *ignores* are rules that are not
    run for some articles, by glob of their paths from the folder *root*, or of their ids.
    """

    settings: Settings = field(default_factory=Settings)
    full: bool = False
    ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    root: str = "."

    def __call__(self, item: Item) -> bytes:
        """Return the line of *item*. Raises InputError for a record that cannot be read."""
        from transdiff.pipeline import compare

        texts = item.record().texts()
        given = texts.pop("")
        article = given.read(item.id, item.folder)
        settings = self._settings_for(item, given.path)
        references = {k: text.read(k, item.folder) for k, text in texts.items()}
        done = encoded(line(item, compare(article, references, settings), full=self.full))
        _forgetting()
        return done

    def _settings_for(self, item: Item, path: str | None) -> Settings:
        if not self.ignores:
            return self.settings
        id = relative(Path(item.folder) / path, Path(self.root)) if path else item.id
        return Config(settings=self.settings, per_file_ignores=self.ignores).settings_for(id)

    def prepare(self) -> None:
        """Read the engine and its tables, before the first record's time begins to count."""
        from transdiff.pipeline import compare

        article, reference = (Document.from_text(text, "en") for text in _SAMPLE)
        with contextlib.suppress(Exception):  # every record will meet it, and say so
            compare(article, {"sample": reference}, self.settings)

    def salt(self) -> str:
        """Return what identifies the program and what is asked of it."""
        state = hashlib.sha256(program_digest().encode())
        state.update(f"{self.settings.digest()}:{self.full}".encode())
        if self.ignores:
            state.update(_ENCODER.encode(self.ignores))
        for given in (self.settings.style, self.settings.lexicon, self.settings.pins):
            if given and Path(given).is_file():
                state.update(Path(given).read_bytes())
        return state.hexdigest()


def line(item: Item, report: Report, *, full: bool = False) -> dict[str, Any]:
    """Return the result of *item* as JSON-ready values."""
    counts = Counter(f.severity for f in report.findings)
    standing = Counter(s.status for s in report.sentences)
    document = report.article.document
    values: dict[str, Any] = {
        **_identity(item),
        "article": {
            "lang": document.lang,
            "published": document.published,
            "publisher": document.publisher,
            "sha256": document.sha256,
            "title": document.title,
        },
        "counts": {str(level): counts[level] for level in Severity},
        "fidelity": report.fidelity,
        "findings": [
            {**msgspec.to_builtins(f), **_place(document.text, f.span.start)}
            for f in report.findings
        ],
        "references": [
            {"key": s.key, "lang": s.document.lang, "sha256": s.document.sha256}
            for s in report.documents[1:]
        ],
        "scores": {s.name: s.value for s in report.scores},
        "sentences": {str(status): standing[status] for status in Status},
        "settings_hash": report.settings_hash,
        "tool": report.tool,
    }
    return {**values, "report": report.to_dict()} if full else values


def failed(item: Item, failure: Failure) -> bytes:
    """Return the line of an *item* that could not be compared."""
    about = item.article
    article = {
        "lang": about.lang or "",
        "published": about.published or "",
        "publisher": about.publisher or "",
    }
    why = {"error": failure.error, "stage": failure.stage}
    return encoded({**_identity(item), "article": article, "failure": why})


def _identity(item: Item) -> dict[str, Any]:
    return {"index": item.index, "id": item.id, "key": item.key}


def _place(text: str, start: int) -> dict[str, int]:
    number, column = line_and_column(text, start)
    return {"line": number, "column": column}


def process_partition(
    rows: Iterable[Mapping[str, Any]],
    settings: Settings | None = None,
    *,
    folder: str = ".",
    seconds: float = 60.0,
) -> Iterator[dict[str, Any]]:
    """Compare the records of one partition: for Spark's ``mapPartitions`` and the like.

    Yields for every row, in order, the values that a line of ``transdiff batch`` has. A row that
    cannot be compared has ``failure`` instead of findings; one that crashes the process is up to
    the caller's engine. ``index`` counts within the partition.
    """
    work = CompareRecord((settings or Settings()).without_gate())
    salt = work.salt()
    items = (
        item(Row(msgspec.json.encode(row), f"row {n}"), n, salt=salt, folder=Path(folder))
        for n, row in enumerate(rows)
    )
    waiting: list[Item] = []

    def noted() -> Iterator[Item]:
        for one in items:
            waiting.append(one)
            yield one

    for result in Serial(Limits(seconds)).map(work, noted()):
        one = waiting.pop(0)
        values: dict[str, Any] = msgspec.json.decode(
            failed(one, result) if isinstance(result, Failure) else result
        )
        yield values
