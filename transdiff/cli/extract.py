"""``transdiff extract PAGE``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from transdiff.cli.command import command
from transdiff.cli.options import Verbose
from transdiff.cli.outputs import emit, wants_color

if TYPE_CHECKING:
    from transdiff.model import Document


@command
def extract(
    page: Annotated[str, typer.Argument(metavar="PAGE", help="A text, a saved page, or -.")],
    lang: Annotated[
        str | None, typer.Option(metavar="TAG", help="Language; detected when not given.")
    ] = None,
    reader: Annotated[
        str, typer.Option(metavar="NAME", help="Read it so, e.g. trafilatura for a page.")
    ] = "",
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", metavar="F", help="text or json.")
    ] = "text",
    color: Annotated[
        Literal["auto", "always", "never"],
        typer.Option(metavar="WHEN", help="auto, always or never."),
    ] = "auto",
    verbose: Verbose = False,
) -> int:
    """Show what will be compared: every block with its kind, residue marked with a minus."""
    from transdiff.checks import check_settings
    from transdiff.cli.inputs import read_one
    from transdiff.settings import Settings

    check_settings(Settings(lang=lang))
    document = read_one(page, lang=lang, reader=reader)
    emit(_json(document) if format == "json" else _text(document, wants_color(color)))
    return 0


def _text(document: Document, color: bool) -> str:
    from transdiff.display import line_and_column, visible

    facts = (document.title, document.publisher, document.published, document.version)
    head = [document.uri or document.id, document.lang, *filter(None, facts)]
    lines = [" · ".join(map(visible, head)), *(f"note: {visible(n)}" for n in document.notes), ""]
    for block in document.blocks:
        line, _ = line_and_column(document.text, block.span.start)
        compared = block.kind.compared
        row = f"{'+' if compared else '-'} {line:>4} {block.kind:<9} "
        row += visible(block.span.of(document.text))
        lines.append(row if compared or not color else f"\x1b[2m{row}\x1b[0m")
    return "\n".join(lines) + "\n"


def _json(document: Document) -> str:
    import msgspec

    encoded = msgspec.json.encode(document, order="sorted")
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"
