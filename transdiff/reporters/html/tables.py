"""The tables beside the article: missing content, names, ledger, scores."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from transdiff.model import Entry, Link, Report, Score
from transdiff.reporters.html.charts import bar
from transdiff.reporters.html.context import Context, Label, segment_at
from transdiff.reporters.html.inline import marked, visible
from transdiff.significance import fidelity_interval


@dataclass(frozen=True)
class Form:
    """A wording of a ledger entry in one source; ``sentence`` is where it first stands."""

    text: Markup
    count: int
    sentence: int


@dataclass(frozen=True)
class Row:
    """A ledger entry: the forms that every source uses, the article first.

    ``state`` is ``shared``, ``article`` (no reference has it), ``references`` (the article lacks
    it); ``findings`` are the numbers of the findings on its mentions.
    """

    kind: str
    value: str
    cells: tuple[tuple[Label, tuple[Form, ...]], ...]
    state: str
    findings: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Told:
    """A reference sentence; ``used`` are the article sentences that say the same."""

    number: int
    text: Markup
    used: tuple[int, ...]
    omitted: bool


@dataclass(frozen=True)
class Figure:
    """A score ready to print."""

    name: str
    value: str
    signature: str


@dataclass(frozen=True)
class Loss:
    """A line of the fidelity breakdown."""

    cause: str
    points: str
    bar: Markup
    findings: tuple[tuple[int, str], ...]


def ledger(context: Context, kinds: Sequence[str]) -> tuple[Row, ...]:
    """The ledger entries of *kinds*: those of the article in its order, then the others."""
    rows = [(e, _row(context, e)) for e in context.report.ledger if e.kind in kinds]
    return tuple(row for _, row in sorted(rows, key=lambda pair: _order(context, *pair)))


def _order(context: Context, entry: Entry, row: Row) -> tuple[int, int, int, str]:
    first = min((m.span.start for m in entry.mentions if m.reference is None), default=-1)
    place = context.report.documents.index(context.sources[entry.mentions[0].reference])
    return (kind_order(row.kind), int(first < 0), first if first >= 0 else place, entry.value)


def kind_order(kind: str) -> int:
    """Numbers, then dates, quotations, names, anything else."""
    kinds = ("number", "date", "quotation", "name")
    return kinds.index(kind) if kind in kinds else len(kinds)


def _row(context: Context, entry: Entry) -> Row:
    cells = tuple((label, _forms(context, entry, key)) for key, label in context.labels.items())
    mine, theirs = bool(cells[0][1]), any(forms for _, forms in cells[1:])
    state = "shared" if mine and theirs else "article" if mine else "references"
    return Row(entry.kind, entry.value, cells, state, _findings_on(context, entry))


def _forms(context: Context, entry: Entry, key: str | None) -> tuple[Form, ...]:
    mentions = [m for m in entry.mentions if m.reference == key]
    spans = context.sources[key].segments
    first = {m.quote: segment_at(spans, m.span.start) + 1 for m in reversed(mentions)}
    counts = Counter(m.quote for m in mentions)
    return tuple(
        Form(visible(quote or entry.value), counts[quote], first[quote])
        for quote in dict.fromkeys(counts)
    )


def _findings_on(context: Context, entry: Entry) -> tuple[tuple[int, str], ...]:
    """Findings whose span in the article or evidence in a reference touches a mention."""
    found = set()
    for m in entry.mentions:
        spans = context.sources[m.reference].segments
        at = segment_at(spans, m.span.start)
        marks = (
            context.marks.get(at, ())
            if m.reference is None
            else context.evidence_marks.get((m.reference, at), ())
        )
        found |= {(k.number, k.anchor) for k in marks if k.span.overlaps(m.span) and _tight(k, m)}
    return tuple(sorted(found))


def _tight(mark: object, mention: object) -> bool:
    """Whether a finding is about the mention rather than about its whole sentence."""
    return len(mark.span) <= 3 * len(mention.span) + 12  # type: ignore[attr-defined]


def missing(context: Context) -> tuple[tuple[Label, int, tuple[Told, ...]], ...]:
    """For every reference how many sentences the article leaves out, and its whole text."""
    return tuple(
        (label, len(context.report.alignment.omitted.get(key, ())), tuple(_told(context, key)))
        for key, label in context.labels.items()
        if key is not None
    )


def _told(context: Context, key: str) -> Iterator[Told]:
    source = context.sources[key]
    omitted = set(context.report.alignment.omitted.get(key, ()))
    for j, span in enumerate(source.segments):
        marks = context.evidence_marks.get((key, j), ()) if j in omitted else ()
        used = context.used.get((key, j), ())
        text = marked(source.document.text, span, marks)
        yield Told(j + 1, text, tuple(i + 1 for i in used), j in omitted)


def bounds(report: Report) -> str:
    """How far fidelity would go with other sentences of the kind, empty for too few of them."""
    found = fidelity_interval(report)
    return f"{found.low:.1f} to {found.high:.1f}" if found else ""


def figures(scores: Sequence[Score]) -> tuple[Figure, ...]:
    """The scores as printed: two decimals, an em dash for what could not be computed."""
    return tuple(
        Figure(s.name, "—" if s.value is None else f"{s.value:.2f}", s.signature) for s in scores
    )


def losses(context: Context) -> tuple[Loss, ...]:
    """What took points off fidelity, dearest first."""
    costs = sorted(context.report.costs, key=lambda c: -c.points)
    most = max((c.points for c in costs), default=0.0)
    return tuple(
        Loss(
            c.cause,
            f"{c.points:.1f}",
            bar(c.points, most),
            tuple(
                sorted(
                    (context.numbers[f], f"f-{f}") for f in c.fingerprints if f in context.numbers
                )
            ),
        )
        for c in costs
    )


def pairs(context: Context, links: Iterable[Link]) -> tuple[tuple[str, Label, str, int], ...]:
    """The sentences that each of *links* joins, counted from 1, and their likeness in percent."""
    return tuple(
        (
            ", ".join(str(i + 1) for i in link.translation),
            context.labels[link.reference],
            ", ".join(str(j + 1) for j in link.reference_segments),
            round(100 * link.similarity),
        )
        for link in links
    )
