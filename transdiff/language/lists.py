"""Lists of words that not every language has: ``contrasts/<lang>.toml``, ``outcomes/<lang>.toml``.

Each file has sections of entries in base forms; a language without a file has no entries.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import tomli

from transdiff.language.events import irregular_forms


@lru_cache(maxsize=64)
def list_sections(folder: str, lang: str) -> Mapping[str, Any]:
    """Return the entries of *folder* for *lang* by section: a list of them, or lists by name."""
    file = resources.files("transdiff.language") / folder / f"{lang}.toml"
    if not lang.isalpha() or not file.is_file():
        return {}
    return tomli.loads(file.read_text(encoding="utf-8"))


def list_entries(folder: str, lang: str) -> Iterator[str]:
    """Yield the entries of *folder* for *lang*, section by section."""
    for entries in list_sections(folder, lang).values():
        yield from entries


def base_forms(fold: str, stem: str, lang: str) -> frozenset[str]:
    """Return the forms under which a word may be listed, whatever its inflection."""
    return frozenset({fold, stem, irregular_forms(lang).get(fold, fold)})
