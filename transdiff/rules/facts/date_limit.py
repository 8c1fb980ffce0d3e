"""Rule ``date-limit``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.calendar import compatible, shared
from transdiff.model import BlockKind
from transdiff.rule import Mark, rule
from transdiff.rules.facts.edges import Edge, edges_of, is_same_date, turned_edges

_DEADLINES = frozenset({"by"})


@rule(group="facts", category="date", severity="major")
def date_limit(pair: Comparison) -> Iterator[Mark]:
    """Report a first day that became the last one or a certain one, or a last one the first.

    ``Not before 10 March`` and ``by 10 March`` name one day and say the reverse of it. So do
    ``closed from 10 March`` and ``closed until 10 March``; there the words about the day must be
    the same, and none of them denied.

    Flagged:
    reference: The commission will report no earlier than 10 March.
    translation: The commission will report by [[10 March at the latest]].

    reference[ru]: Мост откроют не ранее 4 мая.
    translation[en]: The bridge will open [[no later than 4 May]].

    reference[en]: The results are due on 4 May at the latest.
    translation[de]: Die Ergebnisse kommen [[frühestens am 4. Mai]].

    reference: The jury is not expected to rule before early 2027.
    translation: The jury is expected to rule [[by early 2027]].

    reference: The sale of tickets runs out at the end of May.
    translation: The sale of tickets begins at [[the end of May]].

    reference: The bridge is closed from March 26.
    translation[de]: Die Brücke ist [[bis zum 26. März]] geschlossen.

    reference[ru]: Заявки на грант принимают до 1 июня.
    translation[ru]: Заявки на грант принимают [[не раньше 1 июня]].

    reference[de]: Das Bad öffnet nicht vor Ende 2027.
    translation[de]: Das Bad öffnet [[bis Ende 2027]].

    reference: The markers will be put up from December 15 if both governments approve the text.
    translation: Markers are to be put up [[by 15 December]], if the two cabinets approve the text.

    reference[de]: Die Fähre fährt frühestens am 4. Mai wieder.
    translation: The ferry will run again on [[4 May]].

    Allowed:
    reference[de]: Die Fähre fährt frühestens am 4. Mai wieder.
    translation: The ferry is expected to run again on 4 May.

    reference: The bridge will not reopen until early March.
    translation: The bridge will reopen in early March at the earliest.

    reference: The bridge is closed from 26 March.
    translation: The bridge is open until 26 March.

    reference[ru]: Мост закрыт до 26 марта.
    translation[ru]: Мост откроют не раньше 26 марта.

    reference: The commission will report no earlier than 10 March.
    translation: The commission will not report before 10 March.

    reference[de]: Frühestens am 4. Mai liegt der Bericht vor.
    translation[en]: The report will be ready on 4 May at the earliest.

    reference: The commission will report by 10 March.
    translation: The commission will report on 10 March at the latest.
    """
    for own, witness, other in (*_turned_limits(pair), *turned_edges(pair), *_lost_limits(pair)):
        evidence = witness.evidence(other.span, value=other.side)
        yield Mark.against(pair.evidence(own.span), evidence)


def _turned_limits(pair: Comparison) -> Iterator[tuple[Edge, Witness, Edge]]:
    """Yield the first possible days that are the last possible ones in every reference."""
    own, theirs = pair.once(edges_of)
    limits = [(w, other) for w, other in theirs if _is_limit(other)]
    for mine in filter(_is_limit, own):
        told = [
            (w, other)
            for w, other in limits
            if shared(mine.moment, other.moment) and compatible(mine.moment, other.moment)
        ]
        if told and all(other.side != mine.side for _, other in told):
            yield mine, *told[0]


def _lost_limits(pair: Comparison) -> Iterator[tuple[Edge, Witness, Edge]]:
    """Yield the days that are certain, and the first possible ones in every reference.

    A headline may say so; elsewhere nothing may leave the day open, or deny what is before it.
    """
    if pair.segment.block.kind is BlockKind.HEADLINE:
        return
    own, theirs = pair.once(edges_of)
    if not any(o.limit and o.side == "begins" for _, o in theirs) or _leaves_open(pair):
        return
    for mine in own:
        told = [(w, o) for w, o in theirs if is_same_date(mine.moment, o.moment)]
        first = all(o.limit and o.side == "begins" for _, o in told)
        if told and first and mine.side != "ends" and not mine.limit and mine.word == "on":
            yield mine, *told[0]


def _leaves_open(pair: Comparison) -> bool:
    """Whether the sentence only expects, plans or denies something."""
    kinds = (("hedge",), ("status", "act:1", "act:2"), ("condition",), ("negation",))
    return any(c.marker.value != "soft" for kind in kinds for c in pair.reading.of_kind(*kind))


def _is_limit(edge: Edge) -> bool:
    """Whether a date is the first or the last possible one."""
    return edge.limit or edge.word in _DEADLINES
