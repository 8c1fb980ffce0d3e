"""References that an archive has for an article: ``compare ARTICLE --archive STORE``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import regex

from transdiff.cli.command import tell
from transdiff.errors import InputError

if TYPE_CHECKING:
    from transdiff.archive.find import Hit
    from transdiff.model import Document

_MOST = 4
_AS_GOOD = 0.4  # of the best score: another source of the article, not another story of that day
_AT_LEAST = 0.08
_NOT_IN_LABELS = regex.compile(r"[^\p{L}\p{N}]++")


def archived_references(store: str, article: Document) -> dict[str, Document]:
    """Return the stories in *store* that *article* was made from, by label, and say why on stderr.

    Raises InputError where no story comes close.
    """
    from transdiff.archive.find import find, window
    from transdiff.archive.opening import open_archive, shown
    from transdiff.display import visible

    since, until = window(article)
    with open_archive(store) as opened:
        hits = chosen(find(opened, article, k=_MOST, since=since, until=until))
    if not hits:
        raise InputError(f"{shown(store)}: no story that {article.id} could be made from")
    references: dict[str, Document] = {}
    for hit in hits:
        label = _label(hit, references)
        references[label] = hit.story.document(label)
        shared = ", ".join(map(visible, hit.shared))
        line = f"{label}: {visible(hit.story.uri)}, score {hit.score:.2f}, shares {shared}"
        notes = (f"{label}: {visible(note)}" for note in hit.story.notes.splitlines())
        tell(line, *notes)
    return references


def chosen(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return those of *hits*, the best first, that an article may well be made from."""
    best = hits[0].score if hits else 0.0
    return [hit for hit in hits if hit.score >= max(_AT_LEAST, _AS_GOOD * best)]


def _label(hit: Hit, taken: dict[str, Document]) -> str:
    """The publisher, with a number from the second story on."""
    base = _NOT_IN_LABELS.sub("-", hit.story.publisher.casefold()).strip("-") or "archive"
    label, number = base, 1
    while label in taken:
        number += 1
        label = f"{base}-{number}"
    return label
