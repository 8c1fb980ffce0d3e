"""From the options of a command to the configuration that it runs with."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from transdiff.cli.options import ComparisonFlags, ConfigFlags, GateFlags
from transdiff.errors import ConfigError

if TYPE_CHECKING:
    from transdiff.config import Config


def configured(near: str, *groups: ConfigFlags | GateFlags) -> Config:
    """Return the configuration for the article at *near*, with the flags of *groups* over it."""
    return configured_for([near], *groups)


def configured_for(paths: Sequence[str], *groups: ConfigFlags | GateFlags) -> Config:
    """Return the one configuration of all *paths*, the working directory without any.

    Raises ConfigError where they have several: a run is judged by one.
    """
    from transdiff.config import load_config, with_flags

    path: Path | None = None
    values: dict[str, Any] = {}
    for group in groups:
        if isinstance(group, ConfigFlags):
            if group.config and group.isolated:
                raise ConfigError("--config names the file that --isolated ignores; give one")
            path = group.config or (None if group.isolated else _nearest(paths or ["."]))
        if isinstance(group, ComparisonFlags):
            values |= _comparison(group)
        if isinstance(group, GateFlags):
            values |= _gate(group)
    config = with_flags(load_config(path), values)
    return config if path else replace(config, home=_home(paths))


def _home(paths: Sequence[str]) -> Path:
    """The folder of what was named elsewhere by absolute paths, else this one.

    So articles of one name are told apart, and what lies beside one is found, as with a
    configuration there.
    """
    named = [Path(given) for given in paths]
    here = Path.cwd()
    if not named or any(not path.is_absolute() or path.is_relative_to(here) for path in named):
        return Path()
    return Path(os.path.commonpath([p if p.is_dir() else p.parent for p in named]))


def expect_rules(config: Config) -> None:
    """Raise ConfigError where no rule is left to run: nothing found would be taken for a pass."""
    from transdiff import plugins

    if not plugins.selected(config.settings):
        raise ConfigError("no rule is left to run; see select and ignore (config show)")


def _nearest(paths: Sequence[str]) -> Path | None:
    from transdiff.config import find_config

    starts = {given: Path(given) for given in paths}
    found = {
        given: find_config(start if start.is_dir() else start.parent)
        for given, start in starts.items()
    }
    first, path = next(iter(found.items()))
    for given, other in found.items():
        if other != path:
            mine, theirs = (at.as_posix() if at else "none" for at in (other, path))
            raise ConfigError(
                f"{given}: its configuration is {mine}, that of {first} is {theirs};"
                " check them in two runs, or give --config"
            )
    return path


def _comparison(flags: ComparisonFlags) -> dict[str, Any]:
    return {
        "lang": flags.lang,
        "style": flags.style,
        "select": _names(flags.select),
        "ignore": _names(flags.ignore),
        "extend_select": _names(flags.extend_select),
        "severity": _table(flags.severity, "--severity", "RULE=LEVEL"),
        "encoder": flags.encoder,
        "scorer": tuple(flags.scorer or ()),
        "lexicon": flags.lexicon,
        "pins": flags.pins,
    }


def _gate(flags: GateFlags) -> dict[str, Any]:
    return {
        "fail_on": flags.fail_on,
        "max_major": flags.max_major,
        "max_minor": flags.max_minor,
        "min_score": _numbers(flags.min_score, "--min-score"),
        "max_drop": _numbers(flags.max_drop, "--max-drop"),
    }


def _numbers(given: Sequence[str] | None, flag: str) -> dict[str, float]:
    found = {}
    for name, value in _table(given, flag, "METRIC=X").items():
        try:
            found[name] = float(value)
        except ValueError:
            raise ConfigError(f'{flag} {name}: "{value}" is not a number') from None
    return found


def _names(given: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(name.strip() for part in given or () for name in part.split(",") if name.strip())


def _table(given: Sequence[str] | None, flag: str, form: str) -> Mapping[str, str]:
    found = {}
    for part in given or ():
        name, equals, value = part.partition("=")
        if not equals or not name or not value:
            raise ConfigError(f'{flag} "{part}": expected {form}')
        found[name.strip()] = value.strip()
    return found
