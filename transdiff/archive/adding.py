"""Adding to an archive: each text once, and nearly the same text as a take of its story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from transdiff.archive.index import Entry, Index, Known, day_of
from transdiff.archive.takes import bands, same_story
from transdiff.archive.terms import numbers
from transdiff.model import Document, digest, primary

_BATCH = 10_000
_TAKE_DAYS = 3
_CROWDED = 64  # stories with one band: boilerplate, by which nothing is told


@dataclass(frozen=True, slots=True)
class Added:
    """What adding came to: new stories, new takes of known ones, exact copies left out."""

    stories: int = 0
    takes: int = 0
    copies: int = 0

    def __add__(self, other: Added) -> Added:
        """Return both together."""
        return Added(
            self.stories + other.stories, self.takes + other.takes, self.copies + other.copies
        )


def add(index: Index, documents: Iterable[Document]) -> Added:
    """Keep *documents*, ten thousand at a time; what is there already is left out.

    Raises OutputError where the archive cannot be written.
    """
    total = Added()
    stream = iter(documents)
    while batch := list(islice(stream, _BATCH)):
        with index.transaction():
            total += _add(index, batch)
    return total


def _add(index: Index, documents: Sequence[Document]) -> Added:
    keyed = {_key(document): document for document in reversed(documents)}  # the first one stays
    known = index.known(list(keyed))
    fresh = {key: text for key, text in reversed(keyed.items()) if key not in known}
    entries = _entries(index, fresh)
    index.write(entries)
    takes = sum(bool(entry.take_of) for entry in entries)
    return Added(len(entries) - takes, takes, len(documents) - len(entries))


def _key(document: Document) -> str:
    """What names a text of a publisher: 128 bits."""
    return digest(f"{document.publisher}\0{document.text}")[:32]


def _entries(index: Index, fresh: dict[str, Document]) -> list[Entry]:
    """Every new text as a story or as a take of one, in the archive or earlier among them."""
    ordered = [numbers(text.text, primary(text.lang)) for text in fresh.values()]
    marks = bands(ordered)
    near: dict[int, list[Known]] = defaultdict(list)
    for band, story in index.near(sorted({band for own in marks for band in own})):
        near[band].append(story)
    entries = []
    for (key, document), terms, own in zip(fresh.items(), ordered, marks, strict=True):
        story = Known(
            key, document.lang, document.publisher, day_of(document.published), np.sort(terms)
        )
        take_of = _earlier(story, [other for band in own for other in near[band]])
        told = [band for band in own if len(near[band]) < _CROWDED] if not take_of else []
        for band in told:
            near[band].append(story)
        entries.append(Entry(story, told, document, take_of))
    return entries


def _earlier(story: Known, others: Iterable[Known]) -> str:
    """The key of the story that *story* is a take of: same publisher, language and days."""
    for other in {other.key: other for other in others}.values():
        if (
            abs(other.day - story.day) <= _TAKE_DAYS
            and (other.publisher, other.lang) == (story.publisher, story.lang)
            and same_story(story.terms, other.terms)
        ):
            return other.key
    return ""
