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

import tomli

from transdiff.errors import ConfigError, did_you_mean

STYLES = ("ap", "bbc", "reuters", "tass")
"""The styles that ship."""


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
    if not name:
        return Style()
    try:
        data = tomli.loads(_source(name))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise ConfigError(f"style {name}: {error}") from None
    base = load_style(str(data.get("extends", "")))
    return Style(
        str(data.get("name", Path(name).stem)),
        {**base.prefer, **data.get("prefer", {})},
        {**base.severity, **data.get("severity", {})},
    )


def _source(name: str) -> str:
    if name in STYLES:
        return (resources.files("transdiff.styles") / f"{name}.toml").read_text(encoding="utf-8")
    if not name.endswith(".toml") and os.sep not in name:
        raise ConfigError(f'unknown style "{name}"{did_you_mean(name, STYLES)}')
    return Path(name).read_text(encoding="utf-8")
