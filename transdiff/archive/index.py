"""What an archive is to those who add to it and search it, whatever keeps the stories.

An :class:`Index` answers a few plain questions about keys, terms and days. What a term is, which
texts are takes of one story, what to ask for and how to rank what comes back are the same for all
(:mod:`~transdiff.archive.adding`, :mod:`~transdiff.archive.find`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from types import TracebackType
from typing import Protocol, Self

from transdiff.archive.terms import Numbers
from transdiff.model import Document, iso_date

ANY_DAY = (0, date.max.toordinal())
"""A range of days that every story is in; one without a date is on day 0."""

Question = Mapping[int, float]
"""Terms that a story may have, each with what it counts for."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a kept story before its text is fetched; ``terms`` are sorted."""

    key: str
    lang: str
    publisher: str
    day: int
    terms: Numbers


@dataclass(frozen=True, slots=True)
class Entry:
    """A story on its way into an archive: a take of the story called *take_of*, or a new one."""

    known: Known
    bands: Sequence[int]
    document: Document
    take_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A story as it is kept."""

    lang: str
    publisher: str
    published: str
    title: str
    uri: str
    version: str
    notes: str
    """What whoever uses the story must know, line by line: that it is under embargo."""
    text: str

    @classmethod
    def of(cls, document: Document) -> Stored:
        """Return what is kept of *document*."""
        return cls(
            lang=document.lang,
            publisher=document.publisher,
            published=document.published,
            title=document.title,
            uri=document.uri or document.id,
            version=document.version,
            notes="\n".join(document.notes),
            text=document.text,
        )

    def document(self, id: str) -> Document:
        """Return the story as a document called *id*."""
        document = Document.from_text(
            self.text, self.lang, id=id, published=self.published, publisher=self.publisher
        )
        return replace(
            document,
            uri=self.uri,
            version=self.version or document.version,
            notes=tuple(self.notes.splitlines()),
        )


class Index(Protocol):
    """An open archive; a context manager. Its methods raise InputError or OutputError."""

    def __enter__(self) -> Self:
        """Return the open archive."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""

    def __len__(self) -> int:
        """How many stories there are, takes not counted."""

    def transaction(self) -> AbstractContextManager[None]:
        """Keep what is written in it when it ends, and nothing of it where the archive can."""

    def known(self, keys: Sequence[str]) -> set[str]:
        """Return which of *keys* are those of kept texts, takes among them."""

    def near(self, bands: Sequence[int]) -> Iterable[tuple[int, Known]]:
        """Yield every story that has one of *bands*, with the band; takes have none."""

    def write(self, entries: Sequence[Entry]) -> None:
        """Keep *entries*, none of which is known."""

    def frequencies(self, terms: Sequence[int]) -> dict[int, int]:
        """Return how many stories have each of *terms*; one that none has may be left out."""

    def candidates(
        self, questions: Sequence[Question], days: tuple[int, int], most: int
    ) -> Sequence[Known]:
        """Return for each question the *most* stories of *days* whose terms count for most.

        Each story once. Terms of takes do not count, nor do stories that have none of the terms.
        """

    def latest(self, keys: Sequence[str]) -> dict[str, Stored]:
        """Return the stories called *keys*, each as its latest take has it."""


def day_of(published: str) -> int:
    """Return the number of an ISO 8601 day, 0 for none. Raises InputError for what is no day."""
    return date.fromisoformat(iso_date(published)).toordinal() if published else 0
