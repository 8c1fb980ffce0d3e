"""Short and pet forms of given names: *Sasha* is *Alexander*, *Bill* is *William*."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

import tomli

from transdiff.language.words import fold_word


def may_be_short(one: str, other: str) -> bool:
    """Whether one given name is a short form of the other."""
    forms = _forms()
    mine, theirs = fold_word(one), fold_word(other)
    return mine in forms.get(theirs, frozenset()) or theirs in forms.get(mine, frozenset())


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, frozenset[str]]:
    """Return the names that each short form stands for."""
    text = resources.files("transdiff.language").joinpath("short_names.toml").read_text("utf-8")
    found: dict[str, set[str]] = {}
    for line in tomli.loads(text)["names"]:
        full, _, short = line.partition(" | ")
        for form in short.split():
            found.setdefault(fold_word(form), set()).add(fold_word(full))
    return {form: frozenset(full) for form, full in found.items()}
