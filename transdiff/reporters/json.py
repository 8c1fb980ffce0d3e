"""The report as JSON: ``schema`` first, all other keys sorted; the same report, the same bytes.

``transdiff/report.schema.json`` describes it; :func:`transdiff.load_report` reads it back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import msgspec

from transdiff.model import Report


def render(report: Report) -> str:
    """Return *report* as indented JSON."""
    return encoded(ordered(report))


def render_many(reports: Iterable[Report]) -> str:
    """Return several reports as a JSON array, in the order given.

    Each is encoded on its own, so that of many only the text is kept.
    """
    texts = [render(report).rstrip("\n") for report in reports]
    return "[\n" + ",\n".join(texts) + "\n]\n" if texts else "[]\n"


def ordered(report: Report) -> dict[str, Any]:
    """Return the JSON values of *report* in the order in which they are written."""
    values = report.to_dict()
    return {"schema": values.pop("schema"), **in_order(values)}


def in_order(value: Any) -> Any:
    """Return JSON values with all keys sorted, those of inner objects too."""
    if isinstance(value, dict):
        return {key: in_order(value[key]) for key in sorted(value)}
    return [in_order(item) for item in value] if isinstance(value, list | tuple) else value


def encoded(value: Any, *, indent: int = 2) -> str:
    """Return *value* as JSON text in the order of its keys; ``indent=0`` for a single line."""
    try:
        data = msgspec.json.encode(value)
        return (msgspec.json.format(data, indent=indent) if indent else data).decode("utf-8") + "\n"
    except UnicodeEncodeError:  # a lone surrogate: legal in a str, not in UTF-8
        return json.dumps(value, indent=indent or None, ensure_ascii=True) + "\n"
