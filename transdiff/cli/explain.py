"""``transdiff explain RULE``."""

from __future__ import annotations

from typing import Annotated

import typer

from transdiff.cli.command import command
from transdiff.cli.options import Verbose
from transdiff.cli.outputs import emit


@command
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Name of a rule or a group.")],
    verbose: Verbose = False,
) -> int:
    """Print the manual page of a rule, or of every rule of a group."""
    from transdiff.manual import page
    from transdiff.plugins import rule_named, rules
    from transdiff.rule import GROUPS

    found = [r for r in rules() if r.group == rule] if rule in GROUPS else [rule_named(rule)]
    emit("\n".join(page(r) for r in found))
    return 0
