"""House styles: which of several right forms a desk prefers, as data.

``reuters.toml``, ``ap.toml``, ``bbc.toml`` and ``tass.toml`` are short descriptions of observed
usage in our own words; a user's own file names one of them in ``extends`` and changes what it
wants.
``[prefer]`` maps a concept of the concept table (or ``loaded.*`` for all of a domain) to the form
that needs no report; ``[severity]`` maps a rule to the weight that the desk gives it. No style
rates an event: with the preference turned round, the same rules report the other direction.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import tomli

from transdiff.errors import ConfigError, did_you_mean
from transdiff.toml_file import load_toml

STYLES = ("ap", "bbc", "reuters", "tass")
"""The styles that ship."""
_KEYS: Mapping[str, type] = {"name": str, "extends": str, "prefer": dict, "severity": dict}


@dataclass(frozen=True)
class Style:
    """A house style; the empty one prefers neutral forms and nothing else."""

    name: str = ""
    prefer: Mapping[str, str] = field(default_factory=dict)
    severity: Mapping[str, str] = field(default_factory=dict)

    def preferred(self, concept: str, default: str = "") -> str:
        """Return the form of *concept* that the style prefers, else that of its domain."""
        domain = f"{concept.partition('.')[0]}.*"
        return self.prefer.get(concept, self.prefer.get(domain, default))


@lru_cache(maxsize=16)
def load_style(name: str) -> Style:
    """Return the style called *name*, or in the TOML file of that path; the empty style for "".

    Raises ConfigError for an unknown name and for a file that cannot be read.
    """
    return _loaded(name, ())


def _loaded(name: str, below: tuple[str, ...]) -> Style:
    """The style called *name*, which those *below* extend. A path in it counts from its file."""
    if not name:
        return Style()
    if name in below:
        raise ConfigError(f"style {name}: extends itself")
    data = _tables(name)
    own = is_path(name) and name not in STYLES
    extended = str(data.get("extends", ""))
    if own and is_path(extended) and extended not in STYLES:
        extended = (Path(name).parent / extended).as_posix()
    try:
        base = _loaded(extended, (*below, name))
    except ConfigError as error:
        raise ConfigError(f"{name}: extends: {error}" if own else str(error)) from None
    return Style(
        str(data.get("name", Path(name).stem)),
        {**base.prefer, **data.get("prefer", {})},
        {**base.severity, **data.get("severity", {})},
    )


def is_path(name: str) -> bool:
    """Whether *name* is meant as the path of a file, not as the name of a style that ships."""
    return name.endswith(".toml") or "/" in name or os.sep in name


def _tables(name: str) -> dict[str, Any]:
    if name in STYLES:
        shipped = resources.files("transdiff.styles") / f"{name}.toml"
        return tomli.loads(shipped.read_text(encoding="utf-8"))
    if not is_path(name):
        hint = did_you_mean(name, STYLES) or f" (one of {', '.join(STYLES)}, or a path)"
        raise ConfigError(f'unknown style "{name}"{hint}')
    data = load_toml(Path(name))
    for key, value in data.items():
        if key not in _KEYS:
            raise ConfigError(f'{name}: unknown key "{key}"{did_you_mean(key, _KEYS)}')
        if not isinstance(value, _KEYS[key]):
            kind = "a table" if _KEYS[key] is dict else "text"
            raise ConfigError(f'{name}: key "{key}": expected {kind}')
    return data
