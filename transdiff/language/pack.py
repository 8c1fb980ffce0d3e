"""Language packs: one TOML file for each language, readable by a journalist.

``packs/en.toml`` holds every word list that the extractors need, in sections named after them
(``[numbers]``, ``[dates]``, ``[titles]``, ``[quotes]``, ``[attribution]``, ``[markers]``,
``[segmentation]``, ``[residue]``). A language without a file gets the generic pack, which is empty,
and the report says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import tomli

from transdiff.lazy import lazy
from transdiff.model import primary


@dataclass(frozen=True)
class Pack:
    """The word lists of one language; ``lang`` is its primary subtag."""

    lang: str
    sections: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.lang)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pack) and self.lang == other.lang

    @property
    def generic(self) -> bool:
        """Whether there is no data for this language."""
        return not self.sections

    def section(self, name: str) -> Mapping[str, Any]:
        """Return the section *name*, empty where the pack lacks it."""
        return self.sections.get(name, {})

    def words(self, section: str, key: str) -> tuple[str, ...]:
        """Return a list of words or phrases, empty where the pack lacks it.

        A dot leads to a table within a section: ``numbers.ranges``.
        """
        found = self._lists.get((section, key))
        if found is None:
            table: Mapping[str, Any] = self.sections
            for part in section.split("."):
                table = table.get(part, {})
            found = self._lists[section, key] = tuple(table.get(key, ()))
        return found

    @lazy
    def _lists(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """The lists that were asked for: some are long, and asked for at every sentence."""
        return {}


@lru_cache(maxsize=64)
def load_pack(lang: str) -> Pack:
    """Return the pack of the primary subtag of *lang*, generic where there is none."""
    tag = primary(lang)
    return Pack(tag, _parsed(pack_text(tag)))


@lru_cache(maxsize=64)
def load_section(lang: str, name: str) -> Mapping[str, Any]:
    """Return one section of a pack, less the tables under it, without parsing the others.

    For what is asked of languages that no compared text is in: a whole pack takes long to parse.
    """
    source = pack_text(primary(lang))
    header = re.search(rf"^\[{re.escape(name)}\]$", source, re.MULTILINE)
    if header is None:
        return {}
    following = re.compile(r"^\[", re.MULTILINE).search(source, header.end())
    end = following.start() if following else len(source)
    return _parsed(source[header.start() : end])[name]


@lru_cache(maxsize=64)
def pack_text(lang: str) -> str:
    """Return a pack as it is written, empty where there is none."""
    file = resources.files("transdiff.language") / "packs" / f"{lang}.toml"
    known = lang.isalpha() and file.is_file()
    return file.read_text(encoding="utf-8") if known else ""


def _parsed(source: str) -> Mapping[str, Mapping[str, Any]]:
    return {k: v for k, v in tomli.loads(source).items() if isinstance(v, dict)}


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages that have a pack, sorted."""
    folder = resources.files("transdiff.language") / "packs"
    return tuple(
        sorted(f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml"))
    )
