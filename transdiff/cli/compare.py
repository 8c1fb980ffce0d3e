"""``transdiff compare ARTICLE REF [REF…]``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from transdiff.cli.archived import archived_references
from transdiff.cli.command import command
from transdiff.cli.inputs import STDIN, Inputs, path_of, read_inputs, read_one
from transdiff.cli.options import ComparisonFlags, GateFlags, OutputFlags
from transdiff.cli.outputs import Outputs, gate_code, say_reasons
from transdiff.cli.pivots import Pivots
from transdiff.cli.setup import configured, expect_rules
from transdiff.cli.spare import beside_texts
from transdiff.errors import ConfigError

Article = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="The translated article, a set's folder, or -.")
]
References = Annotated[
    list[str] | None, typer.Argument(metavar="REF", help="The texts it was made from.")
]
Named = Annotated[
    list[str] | None,
    typer.Option("--reference", "-r", metavar="NAME=PATH", help="A reference with its label."),
]

Pivot = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=PATH", help="A ready translation of a foreign reference."),
]
PivotCommand = Annotated[
    str,
    typer.Option(metavar="COMMAND", help="Program that translates foreign references (JSONL)."),
]
Reader = Annotated[
    str, typer.Option(metavar="NAME", help="Read the texts so, e.g. trafilatura for pages.")
]
Archive = Annotated[
    str | None,
    typer.Option(metavar="STORE", help="Find the references in an archive (archive add)."),
]


@command
def compare(
    comparison: ComparisonFlags,
    gate: GateFlags,
    output: OutputFlags,
    article: Article,
    refs: References = None,
    reference: Named = None,
    pivot: Pivot = None,
    pivot_command: PivotCommand = "",
    archive: Archive = None,
    reader: Reader = "",
) -> int:
    """Compare one article with its references.

    Exits 0 when it could compare; 1 when a gate (--fail-on, --max-major, --max-minor,
    --min-score, --max-drop) failed; 2 when something could not be read, understood or written,
    or when a gate was asked for and the references support less than a third of the article.
    """
    outputs = Outputs(output)
    config = configured(article, comparison, gate)
    expect_rules(config)
    pivots = Pivots(tuple(pivot or ()), pivot_command)
    if archive is not None:
        if refs or reference:
            raise ConfigError("--archive finds the references; give none, or no --archive")
        document = read_one(article, lang=config.settings.lang, root=config.root, reader=reader)
        found = archived_references(archive, document)
        read = () if article == STDIN else (path_of(article),)
        references = pivots.given_to(found, document.lang)
        inputs = Inputs(document, references, (*read, Path(archive)))
    else:
        inputs = read_inputs(
            article,
            refs or (),
            reference or (),
            config=config,
            pivots=pivots,
            reader=reader,
        )
    from transdiff.cli.verdicts import finisher
    from transdiff.pipeline import compare as run

    finish = finisher(config, gate, redact=output.redact_references)
    settings = config.settings_for(inputs.article.id, inputs.lang)
    report = finish(run(inputs.article, inputs.references, settings))
    outputs.write([report], inputs=(*inputs.paths, *beside_texts(config, gate), *pivots.files()))
    if not outputs.has_summary:
        say_reasons([report])
    return gate_code([report], exit_zero=gate.exit_zero)
