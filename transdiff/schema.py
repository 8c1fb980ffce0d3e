"""JSON Schemas: of the JSON report (shipped as ``report.schema.json``) and of a configuration file.

Both are generated from the types that the program itself uses, so they cannot disagree with it;
``python -m transdiff.schema`` rewrites the shipped file.
"""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import Any

import msgspec

from transdiff.config import Config, Pair, known_keys
from transdiff.manual import summary
from transdiff.model import SCHEMA_VERSION, Report, Severity
from transdiff.plugins import rules
from transdiff.rule import GROUPS, Rule
from transdiff.settings import Settings, kebab
from transdiff.suppress import Suppression

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TARGET = Path(__file__).with_name("report.schema.json")


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema of the JSON report; ``#/$defs/Reports`` is that of several."""
    (reference,), definitions = msgspec.json.schema_components(
        [Report], ref_template="#/$defs/{name}"
    )
    definitions = {name: _closed(value) for name, value in sorted(definitions.items())}
    report = definitions.pop(reference["$ref"].rpartition("/")[2])
    version = {"type": "string", "pattern": rf"^{SCHEMA_VERSION.partition('.')[0]}\.\d+$"}
    report["properties"] = {"schema": version, **report["properties"]}
    report["required"] = ["schema", *report["required"]]
    head = {"$schema": DIALECT, "title": f"transdiff report {SCHEMA_VERSION}"}
    many = {
        "type": "array",
        "items": {"$ref": "#"},
        "description": "What check writes in one file.",
    }
    return {**head, **report, "$defs": {**definitions, "Reports": many}}


def _closed(definition: dict[str, Any]) -> dict[str, Any]:
    """Every field of an object is written, defaults too: so all are required."""
    if definition.get("type") != "object":
        return definition
    done = {k: v for k, v in definition.items() if k not in ("title", "required")}
    if "description" in done:
        done["description"] = _plain(done["description"])
    properties = definition.get("properties", {})
    done["properties"] = {
        name: {k: v for k, v in value.items() if k != "default"}
        for name, value in properties.items()
    }
    return {**done, "required": list(properties)}


def _plain(docstring: str) -> str:
    return re.sub(r"\s+", " ", docstring).replace("``", "").strip()


def config_schema() -> dict[str, Any]:
    """Return the JSON Schema of a configuration file, with every rule and option installed."""
    described = {**_field_docs(Settings), **_field_docs(Config)}
    described["extend"] = "Configuration file to inherit from, relative to this one."
    properties = {
        kebab(name): {"description": described[name], **_of_type(kind)}
        for name, kind in sorted(known_keys().items())
    }
    names = [*(rule.name for rule in rules()), *GROUPS]
    for key in ("select", "ignore", "extend-select"):
        properties[key]["items"] = {"enum": names}
    properties["severity"] |= {
        "propertyNames": {"enum": [rule.name for rule in rules()]},
        "additionalProperties": {"enum": [str(s) for s in Severity]},
    }
    properties["rules"] = {
        "description": described["rules"],
        "type": "object",
        "properties": {rule.name: _options(rule) for rule in rules()},
        "additionalProperties": False,
    }
    return {
        "$schema": DIALECT,
        "title": "transdiff configuration",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _of_type(kind: Any) -> dict[str, Any]:
    """The schema of a TOML value: no null, as TOML has none; nested tables spelled out."""
    schema = msgspec.json.schema(kind)
    definitions = schema.pop("$defs", {})
    if "anyOf" in schema:
        schema = next(s for s in schema["anyOf"] if s != {"type": "null"})
    if schema.get("type") == "array" and "$ref" in schema.get("items", {}):
        inner = definitions[schema["items"]["$ref"].rpartition("/")[2]]
        cls = {c.__name__: c for c in (Pair, Suppression)}[inner["title"]]
        docs = _field_docs(cls)
        inner["properties"] = {
            name: {"description": docs[name], **_not_null(value)}
            for name, value in inner["properties"].items()
        }
        inner["additionalProperties"] = False
        schema["items"] = inner
    return {k: v for k, v in schema.items() if k != "default"}


def _not_null(value: dict[str, Any]) -> dict[str, Any]:
    value = {k: v for k, v in value.items() if k != "default"}
    if "anyOf" in value:
        value = next(s for s in value["anyOf"] if s != {"type": "null"})
    return value


def _options(rule: Rule) -> dict[str, Any]:
    properties = {
        kebab(name): {**msgspec.json.schema(type(default)), "default": default}
        if default is not None
        else {}
        for name, default in rule.options.items()
    }
    return {
        "type": "object",
        "description": summary(rule),
        "properties": properties,
        "additionalProperties": False,
    }


def _field_docs(cls: type) -> dict[str, str]:
    """The string under each field of a dataclass, which the interpreter does not keep."""
    source = inspect.getsource(cls)
    found = re.findall(r'^    (\w+): .*\n    """(.+?)"""', source, re.MULTILINE)
    return {name: _plain(text) for name, text in found}


def write_report_schema() -> None:
    """Rewrite the schema file that the wheel ships."""
    encoded = msgspec.json.format(msgspec.json.encode(report_schema()), indent=2)
    _TARGET.write_bytes(encoded + b"\n")


if __name__ == "__main__":
    write_report_schema()
