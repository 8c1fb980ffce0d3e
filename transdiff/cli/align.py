"""``transdiff align ARTICLE REF [REF…]``."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from transdiff.cli.command import command
from transdiff.cli.compare import Article, Named, References
from transdiff.cli.inputs import read_inputs
from transdiff.cli.options import ComparisonFlags
from transdiff.cli.outputs import emit
from transdiff.cli.setup import configured


@command
def align(
    comparison: ComparisonFlags,
    article: Article,
    refs: References = None,
    reference: Named = None,
    format: Annotated[Literal["json"], typer.Option("--format", "-f", help="json.")] = "json",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show tracebacks.")] = False,
) -> int:
    """Show which sentences say the same, without comparing what they say."""
    config = configured(article, comparison)
    inputs = read_inputs(
        article, refs or (), reference or (), lang=config.settings.lang, root=config.root
    )
    import msgspec

    from transdiff.pipeline import align as run

    alignment = run(inputs.article, inputs.references, config.settings)
    encoded = msgspec.json.encode(alignment, order="sorted")
    emit(msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n")
    return 0
