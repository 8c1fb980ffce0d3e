"""The commands by name; the module of a command is imported when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperArgument, TyperGroup

from transdiff.errors import did_you_mean

COMMANDS = {
    "compare": "Compare one article with its references.",
    "check": "Check every article of a project: the gate for CI.",
    "batch": "Compare many records: JSON Lines, Parquet, folders.",
    "merge": "Join the results of a sharded batch.",
    "archive": "Keep wire stories; find those an article was made from.",
    "align": "Show which sentences say the same.",
    "lexicon": "Learn a bilingual lexicon from a translation memory.",
    "score": "Print the scores alone, with their signatures.",
    "extract": "Show what will be compared, with residue marked.",
    "baseline": "Keep the findings that a project knows.",
    "changes": "Tell what two reports, or folders of reports, differ in.",
    "review": "Turn an editor's decisions into suppressions.",
    "init": "Write a commented configuration and CI files.",
    "rules": "List every rule and what it finds.",
    "explain": "Print the manual page of a rule or group.",
    "config": "Show the configuration, its schema, or its path.",
    "schema": "Print the JSON Schema of the JSON report.",
}
"""Every command with its line in ``transdiff --help``, in that order."""


class _LazyGroup(TyperGroup):
    """Knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import and return a command; None where there is no such command."""
        if cmd_name not in COMMANDS:
            return None
        return loaded(cmd_name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands in the help without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that *args* begin with, or say which one was probably meant."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(f'No such command "{args[0]}"{did_you_mean(args[0], COMMANDS)}')
        return super().resolve_command(ctx, args)


def loaded(name: str) -> Any:
    """Return the command *name* as typer runs it: the module's ``app``, else its function."""
    module = import_module(f"transdiff.cli.{name}")
    app = getattr(module, "app", None)
    if app is None:
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        app.command(name)(getattr(module, name))
    command = typer.main.get_command(app)
    for one in (command, *getattr(command, "commands", {}).values()):
        for parameter in one.params:
            if isinstance(parameter, TyperArgument):
                _say_no_type(parameter)
    return command


def _say_no_type(argument: TyperArgument) -> None:
    """Show *argument* in the help by its name alone: ``<list[str]>`` tells a user nothing."""
    vars(argument)["display_type_rich"] = lambda ctx: ""


app = typer.Typer(
    name="transdiff",
    cls=_LazyGroup,
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
