"""Every option of a comparison, with its default: one field is one config key is one flag.

``fail_on`` is ``fail-on`` in TOML and ``--fail-on`` on the command line. Reading config files and
their JSON Schema is in :mod:`transdiff.config`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Annotated, Any, Literal, get_type_hints

import msgspec

from transdiff.errors import ConfigError, plainly


def kebab(name: str) -> str:
    """Return the configuration key and the flag of a field: ``fail_on`` is ``fail-on``."""
    return name.replace("_", "-")


FailOn = Literal["critical", "major", "minor", "never"]
Count = Annotated[int, msgspec.Meta(ge=0)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Options of a comparison; equal settings and inputs give equal bytes.

    A value of another type raises ConfigError at once, a name that nothing has (a rule, a level, a
    style) where it is used: in ``compare`` and ``align``.
    """

    lang: str | None = None
    """Language of the article, a BCP 47 tag; detected when not given."""
    style: str = ""
    """House style pack: reuters, ap, tass, bbc, or a path to your own TOML; empty for none."""
    select: tuple[str, ...] = ()
    """Rules or groups to run; empty for all."""
    ignore: tuple[str, ...] = ()
    """Rules or groups not to run."""
    extend_select: tuple[str, ...] = ()
    """Rules or groups to run besides ``select``."""
    severity: Mapping[str, str] = field(default_factory=dict)
    """Severity by rule name, instead of the rule's own."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Options by rule name."""
    fail_on: FailOn | None = None
    """Fail the gate on a finding of this severity or worse; None for no gate."""
    max_major: Count | None = None
    """Fail the gate on more than this many major findings."""
    max_minor: Count | None = None
    """Fail the gate on more than this many minor findings."""
    min_score: Mapping[str, float] = field(default_factory=dict)
    """Fail the gate where a score is below this value."""
    max_drop: Mapping[str, float] = field(default_factory=dict)
    """Fail the gate where a score fell by more than this since a stored report."""
    encoder: str = ""
    """Sentence encoder: ``onnx:DIR``, ``st:DIR``, ``minilm`` or ``py:module:factory``."""
    scorer: tuple[str, ...] = ()
    """Models whose score is shown beside: an ``encoder``, or ``command:PROGRAM``."""
    lexicon: str = ""
    """Path of a bilingual lexicon made by ``transdiff lexicon learn``."""
    pins: str = ""
    """Path of a TOML file with links that are fixed or forbidden."""

    def __post_init__(self) -> None:
        """Keep values of the declared types: lists as tuples, tables as copies of their own."""
        for name, kind in _types().items():
            object.__setattr__(self, name, _typed(name, getattr(self, name), kind))

    def __hash__(self) -> int:
        """Return a hash that is equal for equal settings."""
        return hash(self.digest())

    def without_gate(self) -> Settings:
        """Return the settings that shape a report, without those that only judge it."""
        return replace(
            self, fail_on=None, max_major=None, max_minor=None, min_score={}, max_drop={}
        )

    def digest(self) -> str:
        """Return 16 hexadecimal digits that are equal exactly for equal settings."""
        return hashlib.sha256(msgspec.json.encode(self, order="deterministic")).hexdigest()[:16]


@lru_cache(maxsize=1)
def _types() -> dict[str, Any]:
    """The type of every field; the level of ``fail_on`` is told with the nearest one later."""
    return {**get_type_hints(Settings, include_extras=True), "fail_on": str | None}


def _typed(name: str, value: object, kind: Any) -> object:
    listed = kind == tuple[str, ...]
    if listed and isinstance(value, str):
        raise ConfigError(
            f'{kebab(name)}: expected a list of names, got "{value}"; write ["{value}"]'
        )
    if listed and isinstance(value, Set):
        value = sorted(value, key=str)  # its own order differs from run to run
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        raise ConfigError(f"{kebab(name)}: {plainly(error)}") from None
