"""``transdiff changes OLD NEW``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from transdiff.cli.command import command
from transdiff.cli.outputs import emit
from transdiff.cli.verdicts import load_stored
from transdiff.errors import InputError

if TYPE_CHECKING:
    from transdiff.changes import Changes, Delta, Placed

Old = Annotated[str, typer.Argument(metavar="OLD", help="A JSON report, or a folder of them.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The same, later.")]


@command
def changes(
    old: Old,
    new: New,
    format: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", metavar="F", help="text or json.")
    ] = "text",
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what stayed too.")] = False,
) -> int:
    """Tell which findings are fixed, new or unchanged, and how the scores moved.

    Scores are means over the articles, compared only where their signatures are equal. Over six
    articles and more, p says how likely such a shift is by luck (paired test).
    """
    from transdiff.changes import changes as compared

    before, after = load_stored(old), load_stored(new)
    found = compared(before, after)
    if not before.keys() & after.keys():
        mine, theirs = (min(reports, default="none") for reports in (before, after))
        raise InputError(f"no article is in both: OLD has {mine}, NEW has {theirs}")
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
    for line in _scores(found.scores):
        yield f"{line}\n"
    for name in found.not_comparable:
        yield f"{name}: not comparable, the signatures differ\n"
    counts = (len(found.fixed), len(found.new), len(found.unchanged))
    yield "{} fixed · {} new · {} unchanged\n".format(*counts)


def _line(placed: Placed) -> str:
    from transdiff.display import visible

    finding = placed.finding
    what = f"{finding.severity} {finding.rule} {visible(finding.message)}"
    return f"{visible(placed.article)}: {what}"


def _scores(deltas: Sequence[Delta]) -> Iterator[str]:
    """A table of the scores: means before and after, and whether the shift may be luck."""
    from transdiff.display import table

    means = ("score", "before", "after", "shift")
    tested = any(delta.p is not None for delta in deltas)
    if tested:
        head = (*means, "95 % interval", "articles", "p", "")
        yield from table([head, *((*_means(d), *_test(d)) for d in deltas)], left=(0, 7))
    elif deltas:
        yield from table([means, *map(_means, deltas)])
        articles = max(delta.articles for delta in deltas)
        if articles > 1:
            yield f"{articles} articles are too few to rule out luck"


def _means(delta: Delta) -> tuple[str, str, str, str]:
    before, after = delta.before, delta.after
    shift = f"{after - before:+.{_digits(delta)}f}"
    return delta.name, f"{before:.{_digits(delta)}f}", f"{after:.{_digits(delta)}f}", shift


def _test(delta: Delta) -> tuple[str, str, str, str]:
    articles = str(delta.articles)
    if delta.p is None:
        return "", articles, "", "too few articles"
    if delta.low == delta.high == 0:
        return "", articles, "", "unchanged"
    bounds = f"{delta.low:+.{_digits(delta)}f} to {delta.high:+.{_digits(delta)}f}"
    return bounds, articles, f"{delta.p:.4f}", "not luck" if delta.significant else "may be luck"


def _digits(delta: Delta) -> int:
    """Decimals that tell values apart: a ratio has more of them than a score up to a hundred."""
    return 3 if max(abs(delta.before), abs(delta.after)) <= 1 else 2


def _json(found: Changes) -> str:
    import msgspec

    encoded = msgspec.json.encode(found, order="sorted")
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"
