"""``transdiff schema``."""

from __future__ import annotations

from typing import Annotated

import typer

from transdiff.cli.command import command
from transdiff.cli.outputs import emit


@command
def schema(
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show tracebacks.")] = False,
) -> int:
    """Print the JSON Schema of the JSON report."""
    from importlib.resources import files

    emit(files("transdiff").joinpath("report.schema.json").read_text(encoding="utf-8"))
    return 0
