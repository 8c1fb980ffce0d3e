"""``transdiff changes OLD NEW``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from transdiff.cli.command import command
from transdiff.cli.outputs import emit
from transdiff.cli.verdicts import load_stored

if TYPE_CHECKING:
    from transdiff.changes import Changes, Delta, Placed

Old = Annotated[str, typer.Argument(metavar="OLD", help="A JSON report, or a folder of them.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, later.")]


@command
def changes(
    old: Old,
    new: New,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="text or json.")
    ] = "text",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what stayed too.")] = False,
) -> int:
    """Tell which findings are fixed, new or unchanged, and how the scores moved.

    Scores are means over the articles, compared only where their signatures are equal. Over six
    articles and more, p says how likely such a shift is by luck (paired test).
    """
    from transdiff.changes import changes as compared

    found = compared(load_stored(old), load_stored(new))
    emit(_json(found) if format == "json" else "".join(_text(found, verbose)))
    return 0


def _text(found: Changes, verbose: bool) -> Iterator[str]:
    shown = [("fixed", found.fixed), ("new", found.new)]
    for label, placed in [*shown, ("unchanged", found.unchanged)] if verbose else shown:
        for one in placed:
            yield f"{label}: {_line(one)}\n"
    for label, names in (("only in OLD", found.only_before), ("only in NEW", found.only_after)):
        for name in names:
            yield f"{label}: {name}\n"
    for delta in found.scores:
        yield f"{_delta(delta)}\n"
    for name in found.not_comparable:
        yield f"{name}: not comparable, the signatures differ\n"
    counts = (len(found.fixed), len(found.new), len(found.unchanged))
    yield "{} fixed · {} new · {} unchanged\n".format(*counts)


def _line(placed: Placed) -> str:
    from transdiff.display import visible

    finding = placed.finding
    what = f"{finding.severity} {finding.rule} {visible(finding.message)}"
    return f"{visible(placed.article)}: {what}"


def _delta(delta: Delta) -> str:
    line = f"{delta.name}  {delta.before:.4g} → {delta.after:.4g}"
    shift = f"{delta.after - delta.before:+.4g}"
    if delta.articles == 1:
        return f"{line}  ({shift})"
    if delta.p is None:
        return f"{line}  ({shift})  {delta.articles} articles, too few to rule out luck"
    bounds = f"({shift}, 95 % between {delta.low:+.4g} and {delta.high:+.4g})"
    luck = "not luck" if delta.significant else "may be luck"
    return f"{line}  {bounds}  {delta.articles} articles, p = {delta.p:.4f}, {luck}"


def _json(found: Changes) -> str:
    import msgspec

    encoded = msgspec.json.encode(found, order="sorted")
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"
