"""``transdiff schema``."""

from __future__ import annotations

from transdiff.cli.command import command
from transdiff.cli.options import Verbose
from transdiff.cli.outputs import emit


@command
def schema(
    verbose: Verbose = False,
) -> int:
    """Print the JSON Schema of the JSON report."""
    from importlib.resources import files

    emit(files("transdiff").joinpath("report.schema.json").read_text(encoding="utf-8"))
    return 0
