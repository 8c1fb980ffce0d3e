"""Suppressions beside an article, in ``ARTICLE.transdiff.toml``, or in its own comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import msgspec

from transdiff.checks import check_rule
from transdiff.errors import ConfigError, InputError, did_you_mean, plainly
from transdiff.model import iso_date
from transdiff.suppress import Suppression
from transdiff.toml_file import load_toml

SUFFIX = ".transdiff.toml"
_REMARK = re.compile(
    r'allow (?P<rule>[a-z-]+) "(?P<match>[^"]+)"(?: until (?P<expires>[\d-]+))?: ?(?P<reason>.+)'
)


def sidecar_of(article: Path) -> Path:
    """Return where the suppressions of *article* are: ``story.txt.transdiff.toml``."""
    return article.with_name(article.name + SUFFIX)


def load_sidecar(article: Path) -> tuple[Suppression, ...]:
    """Return the suppressions of *article*, none without a sidecar. Raises ConfigError."""
    path = sidecar_of(article)
    if not path.exists():
        return ()
    name = path.as_posix()
    values = load_toml(path)
    for key in values:
        if key != "suppress":
            raise ConfigError(f'{name}: unknown key "{key}"{did_you_mean(key, ["suppress"])}')
    return suppressions(values.get("suppress", []), name)


def suppressions(tables: Any, name: str) -> tuple[Suppression, ...]:
    """Check the ``[[suppress]]`` *tables* of the file *name*. Raises ConfigError."""
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise ConfigError(f"{name}: suppress must be an array of tables, [[suppress]]")
    return tuple(_suppression(table, name) for table in tables)


def _suppression(table: Mapping[str, Any], name: str) -> Suppression:
    where = f"{name}: [[suppress]]: "
    known = [f.name for f in fields(Suppression)]
    for key in table:
        if key not in known:
            raise ConfigError(f'{where}unknown key "{key}"{did_you_mean(key, known)}')
    values = {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in table.items()}
    try:
        found = msgspec.convert(values, Suppression)
        found = replace(found, expires=iso_date(found.expires))
    except (msgspec.ValidationError, InputError) as error:
        raise ConfigError(f"{where}{plainly(error)}") from None
    check_rule(found.rule, where)
    if bool(found.match) == bool(found.fingerprint):
        raise ConfigError(f"{where}give either match or fingerprint")
    if not found.reason.strip():
        raise ConfigError(f"{where}a suppression needs a reason")
    return found


def inline(remarks: Iterable[str], name: str) -> tuple[Suppression, ...]:
    """Return the suppressions that comments of the article *name* hold. Raises ConfigError.

    A comment reads ``<!-- transdiff: allow loaded-term "blitz chess": a discipline of chess -->``,
    with ``until 2030-01-01`` before the colon where it expires.
    """
    found = []
    for remark in remarks:
        match = _REMARK.fullmatch(remark)
        if match is None:
            example = 'transdiff: allow RULE "words": reason'
            raise ConfigError(f'{name}: cannot read the comment "{remark}" (write {example})')
        found.append({k: v for k, v in match.groupdict().items() if v})
    return suppressions(found, name)


def appended(text: str, new: Iterable[Suppression]) -> str:
    """Return the sidecar *text* with *new* suppressions after what an editor wrote there."""
    blocks = [text.rstrip() + "\n"] if text.strip() else []
    for item in new:
        rows = [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in _given(item)]
        blocks.append("\n".join(["[[suppress]]", *rows]) + "\n")
    return "\n".join(blocks)


def _given(item: Suppression) -> list[tuple[str, str]]:
    values = [(f.name, getattr(item, f.name)) for f in fields(item)]
    return [(name, value) for name, value in values if value]
