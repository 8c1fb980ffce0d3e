"""Settings against what is installed: names, levels, options and their types, with suggestions."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping

import msgspec

from transdiff import plugins
from transdiff.errors import ConfigError, did_you_mean, plainly
from transdiff.language.concepts import concepts
from transdiff.language.detect import check_tag
from transdiff.model import Severity
from transdiff.rule import GROUPS, Rule
from transdiff.settings import Settings, kebab
from transdiff.styles import is_path, load_style

_NAMES = ("select", "ignore", "extend_select")


def check_settings(settings: Settings, *, where: str = "") -> None:
    """Raise ConfigError for an unknown rule, option, level or language tag."""
    if settings.lang is not None:
        _check_lang(settings.lang, where)
    _check_level(settings.fail_on, ("critical", "major", "minor", "never"), f"{where}fail-on")
    for key in _NAMES:
        check_names(getattr(settings, key), f"{where}{kebab(key)}: ")
    _check_weights(settings.severity, where)
    _check_style(settings.style, where)
    _check_bounds(settings, where)
    for name, options in settings.rules.items():
        found = check_rule(name, f"{where}rules: ")
        for option, value in options.items():
            _check_option(found, option, value, where)


def _check_bounds(settings: Settings, where: str) -> None:
    """A bound that is no number (TOML has nan) would never fail, a negative fall always."""
    for key, bounds in (("min-score", settings.min_score), ("max-drop", settings.max_drop)):
        for name, value in bounds.items():
            if not math.isfinite(value):
                raise ConfigError(f"{where}{key}: {name}: {value} is not a number to compare with")
    for name, value in settings.max_drop.items():
        if value < 0:
            raise ConfigError(f"{where}max-drop: {name}: {value:g} is negative; give the fall")


def _check_weights(weights: Mapping[str, str], where: str) -> None:
    for name, level in weights.items():
        check_rule(name, f"{where}severity: ")
        _check_level(level, [str(s) for s in Severity], f"{where}severity of {name}")


def _check_style(name: str, where: str) -> None:
    """What a style of the user's own prefers must be there: a misspelt concept changes nothing."""
    try:
        style = load_style(name)
    except ConfigError as error:
        raise ConfigError(f"{where if not is_path(name) else ''}{error}") from None
    if not is_path(name):
        return
    _check_weights(style.severity, f"{name}: ")
    table = concepts()
    domains = {f"{concept.domain}.*" for concept in table.values()}
    for concept, form in style.prefer.items():
        if concept in domains:
            continue
        if concept not in table:
            hint = did_you_mean(concept, table)
            raise ConfigError(f'{name}: prefer: unknown concept "{concept}"{hint}')
        if form not in table[concept].forms:
            forms = ", ".join(table[concept].forms)
            raise ConfigError(f'{name}: prefer: {concept} has no form "{form}" (it has {forms})')


def _check_lang(tag: str, where: str) -> None:
    try:
        check_tag(tag)
    except ConfigError as error:
        raise ConfigError(f"{where}lang: {error}") from None


def check_names(names: Collection[str], where: str) -> None:
    """Raise ConfigError, *where* in front, for a name that is neither a rule nor a group."""
    if not names:
        return
    known = {r.name for r in plugins.rules()} | set(GROUPS)
    for name in names:
        if name not in known:
            raise ConfigError(f'{where}unknown rule or group "{name}"{did_you_mean(name, known)}')


def _check_level(value: str | None, levels: Iterable[str], where: str) -> None:
    if value is not None and value not in levels:
        hint = did_you_mean(value, levels) or f" (one of {', '.join(levels)})"
        raise ConfigError(f'{where}: unknown level "{value}"{hint}')


def check_rule(name: str, where: str) -> Rule:
    """Return the rule called *name*, or raise ConfigError with *where* in front."""
    try:
        return plugins.rule_named(name)
    except ConfigError as error:
        raise ConfigError(f"{where}{error}") from None


def _check_option(rule: Rule, option: str, value: object, where: str) -> None:
    """An option is known by the rule's signature and has the type of its default."""
    name = option.replace("-", "_")
    if name not in rule.options:
        hint = did_you_mean(option, map(kebab, rule.options)) or _listed(rule.options)
        raise ConfigError(f'{where}rule {rule.name} has no option "{option}"{hint}')
    default = rule.options[name]
    if default is None:
        return
    about = f"{where}option {option} of rule {rule.name}: "
    try:
        given = msgspec.convert(value, type(default))
    except msgspec.ValidationError as error:
        raise ConfigError(f"{about}{plainly(error)}") from None
    if isinstance(default, int | float) and default >= 0 and not 0 <= given < math.inf:
        raise ConfigError(f"{about}{value} is not a number from 0 on")


def _listed(options: Iterable[str]) -> str:
    names = ", ".join(map(kebab, options))
    return f" (it has {names})" if names else " (it has none)"
