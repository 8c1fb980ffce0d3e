"""The commands by name, in the order in which ``transdiff --help`` lists them."""

from __future__ import annotations

from typing import Annotated

import typer

from transdiff.cli import (
    align,
    compare,
    config,
    explain,
    extract,
    rules,
    schema,
    score,
)

app = typer.Typer(
    name="transdiff",
    help="Compare a translated news article with the wire stories it was made from.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"transdiff {version('transdiff')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Compare a translated news article with the wire stories it was made from."""


for name, run in {
    "compare": compare.compare,
    "align": align.align,
    "score": score.score,
    "extract": extract.extract,
    "rules": rules.rules,
    "explain": explain.explain,
    "schema": schema.schema,
}.items():
    app.command(name)(run)
app.add_typer(config.app, name="config")
