"""``transdiff rules``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from transdiff.cli.command import command
from transdiff.cli.options import Verbose
from transdiff.cli.outputs import emit

if TYPE_CHECKING:
    from transdiff.rule import Rule


@command
def rules(
    format: Annotated[
        Literal["text", "json", "markdown"],
        typer.Option("--format", "-f", metavar="F", help="text, json or markdown (docs/rules.md)."),
    ] = "text",
    verbose: Verbose = False,
) -> int:
    """List every rule: its group, category, severity and what it finds."""
    from transdiff.manual import rules_page
    from transdiff.plugins import rules as installed

    found = installed()
    emit({"text": _text, "json": _json, "markdown": rules_page}[format](found))
    return 0


def _text(rules: Iterable[Rule]) -> str:
    from transdiff.manual import summary
    from transdiff.rule import GROUPS

    ordered = sorted(rules, key=lambda r: (GROUPS.index(r.group), r.name))
    width = max((len(rule.name) for rule in ordered), default=0)
    lines = [f"{r.group:<9} {r.name:<{width}}  {r.severity:<8}  {summary(r)}" for r in ordered]
    return "".join(f"{line}\n" for line in lines)


def _json(rules: Iterable[Rule]) -> str:
    import msgspec

    from transdiff.manual import described

    encoded = msgspec.json.encode([described(rule) for rule in rules], order="sorted")
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"
