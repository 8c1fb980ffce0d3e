"""Configuration files: find the nearest, inherit with ``extend``, refuse what is not known.

One key is one field of :class:`~transdiff.settings.Settings` (``fail-on`` is ``fail_on``); the keys
of :class:`Config` say which texts belong together and what holds for some of them. Paths in a file
are relative to it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, get_origin, get_type_hints

import msgspec

from transdiff.checks import check_names, check_settings
from transdiff.errors import ConfigError, did_you_mean, plainly
from transdiff.settings import Settings, kebab
from transdiff.sidecar import suppressions
from transdiff.styles import is_path
from transdiff.suppress import Suppression
from transdiff.toml_file import load_toml

NAMES = (".transdiff.toml", "transdiff.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Articles and where their references are; ``{stem}`` stands for the article's file stem."""

    articles: str
    """Glob of articles, relative to the configuration file."""
    references: dict[str, str]
    """Path of each reference by label, e.g. ``refs/{stem}.tass.txt``."""
    lang: str | None = None
    """Language of the articles; detected when not given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a configuration file says beside the settings of a comparison.

    ``path`` is the file, None where there is none; ``origins`` names for each dotted key where its
    value came from.
    """

    settings: Settings = field(default_factory=Settings)
    pair: tuple[Pair, ...] = ()
    """Which articles belong to which references."""
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Rules or groups not to run, by glob of articles."""
    suppress: tuple[Suppression, ...] = ()
    """Findings accepted in the whole project."""
    baseline: str = ""
    """Path of the baseline of known findings."""
    required_version: str = ""
    """Versions of transdiff that may run: ``>=1.2``, ``==1.4.0`` or ``>=1.2,<2``."""
    path: Path | None = None
    origins: Mapping[str, str] = field(default_factory=dict)
    home: Path = Path()
    """Where texts are known from without a file: here, or the folder that was named elsewhere."""

    @property
    def root(self) -> Path:
        """Folder that relative paths, globs and the ids of articles count from."""
        return self.path.parent if self.path else self.home

    @property
    def store(self) -> Path:
        """Folder of what is kept from run to run: the baseline, the cache."""
        return self.path.parent if self.path else Path()

    def lang_of(self, stated: str | None) -> str | None:
        """Return the language of an article for which its set or pair states one, or does not.

        A flag wins over what is stated there, and that over what holds for all articles.
        """
        by_flag = self.origins.get("lang", "").startswith("--")
        return self.settings.lang if by_flag or not stated else stated

    def settings_for(self, article: str, lang: str | None = None) -> Settings:
        """Return what shapes the report of the article with that id, less what its path ignores.

        *lang* is what its set or pair states, None where that says nothing.
        """
        ignored = (
            name
            for pattern, names in self.per_file_ignores.items()
            if fnmatch(article, pattern)
            for name in names
        )
        names = tuple(dict.fromkeys((*self.settings.ignore, *ignored)))
        return replace(self.settings.without_gate(), ignore=names, lang=self.lang_of(lang))


_OWN = ("pair", "per_file_ignores", "suppress", "baseline", "required_version")
_SETTINGS_TYPES = get_type_hints(Settings, include_extras=True)
_TYPES: Mapping[str, Any] = {k: v for k, v in get_type_hints(Config).items() if k in _OWN}
_TABLES = ("rules", "severity", "min_score", "max_drop", "per_file_ignores")


def known_keys() -> dict[str, Any]:
    """Return the type of every key that a configuration file may hold, by field name."""
    return {**_SETTINGS_TYPES, **_TYPES, "extend": str}


def find_config(start: Path) -> Path | None:
    """Return the nearest configuration file, walking up from the folder *start*."""
    for folder in (start.absolute(), *start.absolute().parents):
        if found := config_in(folder):
            return _shortened(found)
    return None


def config_in(folder: Path) -> Path | None:
    """Return the configuration file of *folder* itself."""
    for name in NAMES:
        candidate = folder / name
        if candidate.is_file() and _table(candidate, load_toml(_shortened(candidate))) is not None:
            return candidate
    return None


def load_config(path: Path | None) -> Config:
    """Load the configuration at *path*, or the defaults for None. Raises ConfigError."""
    if path is None:
        return Config()
    values, origins = _inherited(path, ())
    _require_version(path, str(values.get("required_version", "")))
    settings = {k: values.pop(k) for k in list(values) if k in _SETTINGS_TYPES}
    config = Config(settings=Settings(**settings), path=path, origins=origins, **values)
    check_settings(config.settings, where=f"{path.as_posix()}: ")
    for pattern, names in config.per_file_ignores.items():
        check_names(names, f'{path.as_posix()}: per-file-ignores."{pattern}": ')
    return config


def with_flags(config: Config, flags: Mapping[str, Any]) -> Config:
    """Return *config* with the values of *flags* by field name, which win where not None.

    Tables are merged by key; ``ignore`` and ``extend_select`` add to what the file says.
    """
    given = {name: value for name, value in flags.items() if value not in (None, [], (), {})}
    origins = dict(config.origins)
    merged: dict[str, Any] = {}
    for name, value in given.items():
        before = getattr(config.settings, name)
        if isinstance(value, Mapping):
            merged[name] = {**before, **value}
            origins |= {f"{kebab(name)}.{k}": f"--{kebab(name)}" for k in value}
            continue
        if name in ("ignore", "extend_select"):
            value = tuple(dict.fromkeys((*before, *value)))
        merged[name] = value
        origins[kebab(name)] = f"--{kebab(name)}"
    settings = replace(config.settings, **merged)
    check_settings(settings)
    return replace(config, settings=settings, origins=origins)


def _table(path: Path, values: dict[str, Any]) -> dict[str, Any] | None:
    """The part of a file that is ours: all of it, but for ``pyproject.toml`` its table."""
    tool = values.get("tool")
    own = tool.get("transdiff") if isinstance(tool, dict) else None
    if path.name == "pyproject.toml":
        return own if isinstance(own, dict) else None
    # conventions write [tool.transdiff]; accept it in our own files too.
    return own if isinstance(own, dict) and set(values) == {"tool"} else values


def _inherited(path: Path, above: tuple[Path, ...]) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of *path* over those that it extends, by field name, with their origins."""
    if path.resolve() in above:
        raise ConfigError(f"{path.as_posix()}: extends itself")
    own = _table(path, load_toml(path))
    if own is None:
        raise ConfigError(f"{path.as_posix()}: no [tool.transdiff] table")
    values = _typed(path, own)
    base: dict[str, Any] = {}
    origins: dict[str, str] = {}
    extended = values.pop("extend", "")
    if extended:
        base, origins = _inherited(path.parent / extended, (*above, path.resolve()))
    for name, value in values.items():
        if name in _TABLES:
            merged = dict(base.get(name, {}))
            for key, inner in value.items():
                nested = name == "rules"
                merged[key] = {**merged.get(key, {}), **inner} if nested else inner
                origins |= _origins(f"{kebab(name)}.{key}", inner if nested else None, path)
            base[name] = merged
        else:
            base[name] = value
            origins[kebab(name)] = path.as_posix()
    return base, origins


def _origins(key: str, inner: Mapping[str, Any] | None, path: Path) -> dict[str, str]:
    keys = [key] if inner is None else [f"{key}.{option}" for option in inner]
    return dict.fromkeys(keys, path.as_posix())


def _typed(path: Path, own: Mapping[str, Any]) -> dict[str, Any]:
    """Check the keys and types of one file and anchor its paths; by field name."""
    types = known_keys()
    known = [kebab(name) for name in types]
    done: dict[str, Any] = {}
    for key, value in own.items():
        if key not in known:
            raise ConfigError(f'{path.as_posix()}: unknown key "{key}"{_misplaced(key, known)}')
        name = key.replace("-", "_")
        done[name] = _converted(path, key, value, types[name])
    for name in ("style", "lexicon", "pins", "baseline"):
        if name in done and (name != "style" or is_path(done[name])):
            done[name] = (path.parent / done[name]).as_posix()
    if "rules" in done:
        done["rules"] = {
            rule: {option.replace("-", "_"): v for option, v in options.items()}
            for rule, options in done["rules"].items()
        }
    return done


def _misplaced(key: str, known: list[str]) -> str:
    if key == "tool":
        return "; [tool.transdiff] stands in pyproject.toml, here its keys stand by themselves"
    return did_you_mean(key, known)


def _converted(path: Path, key: str, value: Any, kind: Any) -> Any:
    if key == "fail-on" and isinstance(value, str):
        return value  # check_settings names the levels
    if key == "suppress":
        return suppressions(value, path.as_posix())
    for table in value if key == "pair" and isinstance(value, list) else ():
        _check_pair(path, table)
    try:
        return msgspec.convert(_plain(value), kind)
    except msgspec.ValidationError as error:
        hint = _meant(key, value, kind)
        raise ConfigError(f'{path.as_posix()}: key "{key}": {plainly(error)}{hint}') from None


def _meant(key: str, value: Any, kind: Any) -> str:
    """How to write a single value where a list of them is expected."""
    if key == "pair" and isinstance(value, dict):
        return "; write [[pair]], in two brackets"
    is_list = get_origin(kind) is tuple
    return f'; write {key} = ["{value}"]' if is_list and isinstance(value, str) else ""


def _check_pair(path: Path, table: Mapping[str, Any]) -> None:
    known = [f.name for f in fields(Pair)]
    for name in table:
        if name not in known:
            hint = did_you_mean(name, known)
            raise ConfigError(f'{path.as_posix()}: unknown key "{name}" in [[pair]]{hint}')
    if table.get("references") in (None, {}):
        example = 'references = { tass = "refs/{stem}.tass.txt" }'
        raise ConfigError(f"{path.as_posix()}: [[pair]] without references; write {example}")


def _plain(value: Any) -> Any:
    """TOML dates as ISO 8601 strings, so that ``expires = 2030-01-01`` needs no quotes."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _require_version(path: Path, wanted: str) -> None:
    if not wanted:
        return
    from importlib.metadata import version

    have = _numbers(version("transdiff"))
    for part in wanted.split(","):
        match = re.fullmatch(r"\s*(>=|<=|==|>|<)?\s*(\d+(?:\.\d+)*)\s*", part)
        if match is None:
            raise ConfigError(f'{path.as_posix()}: required-version "{wanted}" is no version range')
        bound = _numbers(match[2])
        compared = (have > bound) - (have < bound)
        allowed = {">=": (0, 1), "<=": (0, -1), "==": (0,), ">": (1,), "<": (-1,)}
        if compared not in allowed[match[1] or "=="]:
            have_text = version("transdiff")
            raise ConfigError(f"{path.as_posix()}: needs transdiff {wanted}, this is {have_text}")


def _numbers(text: str) -> tuple[int, ...]:
    parts = [int(n) for n in re.findall(r"\d+", text)[:4]]
    return tuple(parts + [0] * (4 - len(parts)))


def _shortened(path: Path) -> Path:
    """*path* as counted from the working directory, so that no report names this machine."""
    try:
        return Path(os.path.relpath(path))
    except ValueError:  # another drive
        return path
