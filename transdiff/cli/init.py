"""``transdiff init``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from transdiff.cli.command import command
from transdiff.cli.options import Verbose
from transdiff.cli.outputs import emit
from transdiff.errors import ConfigError

TARGETS = {
    "transdiff.toml": "transdiff.toml",
    "pre-commit.yaml": ".pre-commit-config.yaml",
    "github.yml": ".github/workflows/transdiff.yml",
}
"""Templates in ``transdiff/cli/templates`` and where they go."""


@command
def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The project.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Replace files that exist.")] = False,
    verbose: Verbose = False,
) -> int:
    """Write a commented transdiff.toml, a pre-commit entry and a GitHub workflow.

    Files that exist are left alone and named; a second configuration is refused.
    """
    from importlib.resources import files

    from transdiff.config import config_in
    from transdiff.files import write_atomically

    present = config_in(folder)
    if present and not (force and present.name == "transdiff.toml"):
        remedy = "edit it, or use --force" if present.name == "transdiff.toml" else "edit it"
        raise ConfigError(f"{present.as_posix()} exists; {remedy}")
    for template, name in TARGETS.items():
        target = folder / name
        if target.exists() and not force:
            emit(f"kept     {target.as_posix()}\n")
            continue
        text = files("transdiff.cli").joinpath("templates", template).read_text(encoding="utf-8")
        write_atomically(target, text)
        emit(f"written  {target.as_posix()}\n")
    return 0
