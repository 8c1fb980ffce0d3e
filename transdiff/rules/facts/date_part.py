"""Rule ``date-part``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.content import place_of
from transdiff.language.listed import listed_table
from transdiff.rule import Mark, rule
from transdiff.rules.siblings import TIME, siblings

_EDGE = 3
"""Words of a phrase that makes a time a limit."""
_LIMITS = frozenset({"before", "until", "by"})


@rule(group="facts", category="date", severity="major")
def date_part(pair: Comparison) -> Iterator[Mark]:
    """Report one part of the day, the week or the year put for another, or another frequency.

    *Morning* and *evening*, *weekdays* and *weekends*, *winter* and *summer*, *weekly* and
    *monthly* exclude each other. Reported is one that no reference has there, where a reference
    has another one that the article lacks.

    Flagged:
        reference: The lorry overturned near the quarry late in the evening.
        translation: Near the quarry the lorry overturned early in the [[morning]].

        reference: The ferry company publishes its figures every month.
        translation: Figures are published [[weekly]] by the ferry company.

        reference: The last such frost was in the winter of the flood.
        translation: The last such frost was in the [[summer]] of the flood.

        reference[ru]: Паром отошёл от причала вечером во вторник.
        translation[ru]: [[Утром]] во вторник паром отошёл от причала.

        reference[vi]: Phà rời bến sáng thứ Ba.
        translation[vi]: Phà rời bến [[tối thứ]] Ba.

    Allowed:
        reference: The lorry overturned near the quarry at dawn.
        translation: Near the quarry the lorry overturned in the morning.

        reference: The ferry company publishes its figures every month.
        translation: Figures are published monthly by the ferry company.

        reference: The lorry was pulled out of the quarry in the afternoon.
        translation: The lorry was pulled out of the quarry before evening.

        reference: The shop is open in the morning and in the evening.
        translation: In the evening the shop is open.
    """
    yield from (m for m in siblings(pair, TIME) if not _is_limit(pair, m.span))


def _is_limit(pair: Comparison, span: Span) -> bool:
    """Whether a part of the day is but the end of the time that is meant: *before evening*."""
    words = pair.segment.facts.words
    at, _ = place_of(words, span)
    edge = listed_table(pair.lang, "dates", "edges").before(words, at, _EDGE)
    return edge is not None and edge[0] in _LIMITS
