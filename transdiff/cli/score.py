"""``transdiff score ARTICLE REF [REF…]``."""

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
    from transdiff.model import Report
    from transdiff.significance import Interval


@command
def score(
    comparison: ComparisonFlags,
    article: Article,
    refs: References = None,
    reference: Named = None,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", metavar="F", help="text or json.")
    ] = "text",
    verbose: Verbose = False,
) -> int:
    """Print the scores alone, each with the signature of what produced it.

    Two scores are comparable exactly when their signatures are equal. Fidelity has the interval
    that holds it in 95 of 100 resamples of the sentences, where there are six or more.
    """
    config = configured(article, comparison)
    inputs = read_inputs(article, refs or (), reference or (), config=config)
    from transdiff.pipeline import compare as run
    from transdiff.significance import fidelity_interval

    settings = config.settings_for(inputs.article.id, inputs.lang)
    report = run(inputs.article, inputs.references, settings)
    bounds = fidelity_interval(report)
    emit(_json(report, bounds) if format == "json" else _text(report, bounds))
    return 0


def _text(report: Report, bounds: Interval | None) -> str:
    from transdiff.display import table

    rows = [("fidelity", f"{report.fidelity:.4f}", report.signature)]
    rows += [
        (s.name, "-" if s.value is None else f"{s.value:.4f}", s.signature) for s in report.scores
    ]
    lines = table(rows, left=(0, 2))
    if bounds is not None:
        lines.append(f"fidelity: {bounds.low:.1f} to {bounds.high:.1f} in 95 of 100 resamples")
    missing = {s.name for s in report.scores if s.value is None}
    lines += [f"{s.name}: {s.reason}" for s in report.skipped if s.name in missing]
    return "\n".join(lines) + "\n"


def _json(report: Report, bounds: Interval | None) -> str:
    import msgspec

    values = {
        "fidelity": report.fidelity,
        "fidelity_interval": msgspec.to_builtins(bounds),
        "fidelity_signature": report.signature,
        "scores": msgspec.to_builtins(report.scores),
    }
    encoded = msgspec.json.encode(values, order="sorted")
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"
