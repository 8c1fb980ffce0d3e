"""``transdiff config show|schema|path``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from transdiff.cli.command import command
from transdiff.cli.options import ComparisonFlags, ConfigFlags, GateFlags, Verbose
from transdiff.cli.outputs import emit
from transdiff.cli.setup import configured
from transdiff.errors import ConfigError

if TYPE_CHECKING:
    from transdiff.config import Config

app = typer.Typer(
    help="Show the configuration, its schema, or where it was found.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

Near = Annotated[str, typer.Argument(metavar="PATH", help="The article or folder that it is for.")]


@command
def show(
    comparison: ComparisonFlags, gate: GateFlags, near: Near = ".", verbose: Verbose = False
) -> int:
    """Print every value with its origin.

    What is printed is TOML and could be read back.
    """
    emit(_as_toml(configured(near, comparison, gate)))
    return 0


def _as_toml(config: Config) -> str:
    """Every key with its value and origin, as a file that could be read back."""
    import msgspec

    from transdiff.config import known_keys
    from transdiff.settings import kebab

    rows: list[str] = []
    tables: list[str] = []
    for name in known_keys():
        key = kebab(name)
        value = msgspec.to_builtins(getattr(config.settings, name, getattr(config, name, None)))
        if name == "rules":
            for rule, options in value.items():
                tables += _table(f"rules.{rule}", options, config.origins)
        elif isinstance(value, dict):
            tables += _table(key, value, config.origins)
        elif value and isinstance(value, list | tuple) and isinstance(value[0], dict):
            for item in value:
                origin = config.origins.get(key, "default")
                tables += ["", f"[[{key}]]  # {origin}", *(_row(k, v, "") for k, v in item.items())]
        elif name != "extend":
            rows.append(_row(key, value, config.origins.get(key, "default")))
    return "\n".join([*rows, *tables]) + "\n"


def _table(name: str, values: Mapping[str, Any], origins: Mapping[str, str]) -> list[str]:
    """A table with the origin of each of its keys; nothing for an empty one."""
    if not values:
        return []
    rows = [_row(k, v, origins.get(f"{name}.{k}", "default")) for k, v in values.items()]
    return ["", f"[{name}]", *rows]


def _row(key: str, value: object, origin: str) -> str:
    bare = key if re.fullmatch(r"[\w-]+", key, re.ASCII) else json.dumps(key, ensure_ascii=False)
    if value is None:
        return f"# {bare} is not set"
    return f"{bare} = {_toml(value)}" + (f"  # {origin}" if origin else "")


def _toml(value: object) -> str:
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(_row(k, v, '') for k, v in value.items())} }}"
    return json.dumps(value, ensure_ascii=False)


@command
def schema(verbose: Verbose = False) -> int:
    """Print the JSON Schema of its keys.

    Editors complete and check a configuration file with it.
    """
    import msgspec

    from transdiff.schema import config_schema

    encoded = msgspec.json.encode(config_schema())
    emit(msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n")
    return 0


@command
def path(config: ConfigFlags, near: Near = ".", verbose: Verbose = False) -> int:
    """Print the configuration file that holds."""
    found = configured(near, config).path
    if found is None:
        raise ConfigError(f"{Path(near).as_posix()}: no configuration file here or above")
    emit(f"{found.as_posix()}\n")
    return 0


for name, run in {"show": show, "schema": schema, "path": path}.items():
    app.command(name)(run)
