"""Find rules, readers and reporters: the built-in ones by listing the package, then entry points.

A third party adds a rule with one module and one entry point in the group ``transdiff.rules``
whose value is the :class:`~transdiff.rule.Rule`.
"""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from importlib import import_module
from importlib.metadata import entry_points

import transdiff.rules
from transdiff.errors import ConfigError, PluginError, did_you_mean
from transdiff.rule import GROUPS, Rule
from transdiff.settings import Settings


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return every installed rule by name. Raises PluginError for one that fails to load."""
    found = [*_builtin_rules(), *_foreign_rules()]
    return tuple(sorted(found, key=lambda r: r.name))


def _builtin_rules() -> list[Rule]:
    prefix = f"{transdiff.rules.__name__}."
    modules = [
        import_module(info.name)
        for info in pkgutil.walk_packages(transdiff.rules.__path__, prefix)
        if not info.ispkg
    ]
    return [value for m in modules for value in vars(m).values() if isinstance(value, Rule)]


def _foreign_rules() -> list[Rule]:
    found = []
    for entry in entry_points(group="transdiff.rules"):
        try:
            value = entry.load()
        except Exception as error:
            raise PluginError(f'rule plug-in "{entry.name}" ({entry.value}): {error}') from error
        if not isinstance(value, Rule):
            raise PluginError(f'rule plug-in "{entry.name}" ({entry.value}): not a transdiff rule')
        found.append(value)
    return found


def rule_named(name: str) -> Rule:
    """Return the rule called *name*. Raises ConfigError, with a suggestion, for an unknown one."""
    for found in rules():
        if found.name == name:
            return found
    hint = did_you_mean(name, [r.name for r in rules()])
    raise ConfigError(f'unknown rule "{name}"{hint}')


def selected(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules that *settings* select. Raises ConfigError for an unknown rule or group."""
    known = {r.name for r in rules()} | set(GROUPS)
    for name in (*settings.select, *settings.ignore, *settings.extend_select):
        if name not in known:
            raise ConfigError(f'unknown rule or group "{name}"{did_you_mean(name, known)}')
    wanted = {*settings.select, *settings.extend_select} if settings.select else known
    return tuple(
        r
        for r in rules()
        if {r.name, r.group} & wanted and not {r.name, r.group} & set(settings.ignore)
    )
