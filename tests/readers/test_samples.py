"""Whole files as agencies, sites and translation tools write them, and what is read of each.

``samples/NAME`` is such a file, of an invented story; ``samples/NAME.read`` is what comes out of
it: what the file says of the story, then block by block. ``pytest --update`` rewrites the latter.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from transdiff.files import read_all
from transdiff.model import Document

SAMPLES = Path(__file__).parent / "samples"
FILES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix != ".read")


def told(document: Document) -> list[str]:
    """What the file says of the story, and its blocks."""
    dateline = document.dateline
    about = {
        "format": document.format,
        "lang": document.lang,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "version": document.version,
        "place": dateline.place if dateline else "",
        "agency": dateline.agency if dateline else "",
        "notes": "; ".join(document.notes),
    }
    lines = [f"{name}: {value}" for name, value in about.items() if value]
    blocks = [f"{b.kind:<9} {b.span.of(document.text)}" for b in document.blocks]
    return [*lines, "", *(line.replace("\t", "␉") for line in blocks), ""]


@pytest.mark.parametrize("name", FILES)
def test_a_file_as_it_comes(name: str, update: bool) -> None:
    read = "\n".join(line for document in read_all(SAMPLES / name) for line in told(document))
    golden = SAMPLES / f"{name}.read"
    if update:
        golden.write_text(read, encoding="utf-8")
    assert read == golden.read_text(encoding="utf-8")
