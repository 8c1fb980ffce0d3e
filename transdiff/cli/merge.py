"""``transdiff merge PART…``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from transdiff.cli.batch import verdict
from transdiff.cli.batch_outputs import BatchOutputs
from transdiff.cli.command import command
from transdiff.cli.options import Verbose

Option = typer.Option


@command
def merge(
    parts: Annotated[list[Path], typer.Argument(metavar="PART", help="Results of batch --shard.")],
    out: Annotated[Path, Option("--into", metavar="OUT", help=".jsonl, .jsonl.gz or .parquet.")],
    output: Annotated[
        list[str] | None,
        Option("--output", "-o", metavar="FORMAT=PATH", help="csv, summary or html; repeat."),
    ] = None,
    allow_failures: Annotated[
        int, Option(metavar="N", min=0, help="Exit 0 although so many records failed.")
    ] = 0,
    quiet: Annotated[bool, Option("--quiet", "-q", help="No summary.")] = False,
    verbose: Verbose = False,
) -> int:
    """Join the shards of a batch into what one run would have written, byte for byte.

    Each needs the manifest that the batch wrote beside it (PART.manifest.json). Exits 2 when they
    are not all the shards of one batch, or as the batch would have.
    """
    from transdiff.batch.merge import merge_into

    outputs = BatchOutputs(output or (), out, parts)
    manifest = merge_into(parts, out)
    outputs.write(quiet=quiet)
    return verdict(manifest.failed, allow_failures, manifest.results)
