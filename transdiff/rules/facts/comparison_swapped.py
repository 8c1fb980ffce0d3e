"""Rule ``comparison-swapped``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.language.amounts import kind_of
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import joined, shown
from transdiff.rules.facts.ends import linked_ends, own_ends


@rule(group="facts", category="comparison", severity="critical")
def comparison_swapped(pair: Comparison) -> Iterator[Mark]:
    """Report two figures of which the article takes the earlier for the later.

    *212 cases, down from 388* and *388 cases, against 212 the week before* have the same figures;
    what was a fall has become a rise. The earlier figure is known by a word before it (*from*,
    *against*, *compared with*) or a time behind it (*a year earlier*).

    Flagged:
    reference: The clinics saw 212 patients in May, down from 388 a month earlier.
    translation: The clinics saw [[388 patients in May, compared with 212]] in the month before.

    reference[fr]: La part des abonnés est passée de 48 à 71% en deux saisons.
    translation[en]: The share of subscribers went from [[71 to 48 percent]] in two seasons.

    Allowed:
    reference[ru]: Число членов клуба за два года выросло с 320 до 540.
    translation[en]: Membership of the club went from 320 to 540 in two years.

    reference[de]: Die Werft will 300 von 2.000 Stellen streichen.
    translation[de]: Die Werft trennt sich von 300 ihrer 2.000 Leute.

    reference: The clinics saw 212 patients in May, down from 388 a month earlier.
    translation: From 388 in April the number of patients at the clinics fell to 212 in May.

    reference: The clinics saw 212 patients in May, down from 388 a month earlier.
    translation: The clinics saw 388 patients in April and 212 in May.
    """
    mine = pair.once(own_ends)
    for witness in pair.witnesses if mine else ():
        for later, earlier in mine:
            for then, now in pair.once(linked_ends)[witness.key]:
                if _same(later, now) and _same(earlier, then):
                    span = joined(later.span, earlier.span)
                    yield shown(pair, span, witness, joined(then.span, now.span))
                    return


def _same(a: Quantity, b: Quantity) -> bool:
    """Whether two ends are one figure; the first of two often leaves its unit to the second."""
    bare = "" in (a.unit, b.unit) and "from" in (a.role, b.role)
    return a.value == b.value and (bare or kind_of(a) == kind_of(b))
