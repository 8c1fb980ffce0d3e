"""The article sets in ``corpora/``, compared once for all tests that look at them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import transdiff
from transdiff.sets import load_set

FOLDER = Path(__file__).resolve().parent.parent / "corpora"
SETS = sorted(p.name for p in FOLDER.iterdir() if (p / "set.toml").is_file())


def documents(name: str) -> tuple[transdiff.Document, dict[str, transdiff.Document]]:
    """Read the article and the references of a set; their uris are relative to ``corpora/``."""
    found = load_set(FOLDER / name)
    article = found.article.read()
    return article, {key: member.read() for key, member in found.references.items()}


@cache
def report(name: str) -> transdiff.Report:
    """Compare the set *name*."""
    return transdiff.compare(*documents(name))
