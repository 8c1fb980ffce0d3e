"""``transdiff align ARTICLE REF [REF…]``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from transdiff.cli.command import command
from transdiff.cli.compare import Article, Named, References
from transdiff.cli.inputs import read_inputs
from transdiff.cli.options import ComparisonFlags, Verbose
from transdiff.cli.outputs import emit
from transdiff.cli.setup import configured

if TYPE_CHECKING:
    from transdiff.model import Document, Source


@command
def align(
    comparison: ComparisonFlags,
    article: Article,
    refs: References = None,
    reference: Named = None,
    format: Annotated[
        Literal["tsv", "json", "ladder", "tmx"],
        typer.Option("--format", "-f", metavar="F", help="tsv, json, ladder or tmx."),
    ] = "tsv",
    verbose: Verbose = False,
) -> int:
    """Show which sentences say the same, without comparing what they say.

    ladder is the "[0]:[0,1]" form of hunalign and vecalign tools, the article's indices first.
    """
    config = configured(article, comparison)
    inputs = read_inputs(article, refs or (), reference or (), config=config)
    from transdiff.pipeline import align as run
    from transdiff.reporters.alignment import FORMATS

    settings = config.settings_for(inputs.article.id, inputs.lang)
    alignment = run(inputs.article, inputs.references, settings)
    theirs = [_source(key, document) for key, document in sorted(inputs.references.items())]
    sources = [_source(None, inputs.article), *theirs]
    emit(FORMATS[format](sources, alignment))
    return 0


def _source(key: str | None, document: Document) -> Source:
    from transdiff.model import Source
    from transdiff.segment import segment

    return Source(key, document, tuple(part.span for part in segment(document)))
