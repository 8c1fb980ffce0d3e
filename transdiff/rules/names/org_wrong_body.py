"""Rule ``org-wrong-body``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule
from transdiff.rules.names.unheard_body import unheard_bodies
from transdiff.rules.siblings import BODY, siblings


@rule(group="names", category="org", severity="major")
def org_wrong_body(pair: Comparison) -> Iterator[Mark]:
    """Report one ministry, court, party or association put for another.

    Reported is an institution that no linked text has, where one has another of its kind that the
    article lacks. A text that has several of a kind is left alone. A trade union or a body of the
    United Nations is also held against the one that the references name in any sentence.

    Flagged:
        reference: The interior ministry opened an inquiry.
        translation: The [[defence ministry]] has opened an inquiry.

        reference[ru]: Апелляционный суд отменил приговор.
        translation: The [[Supreme Court]] overturned the sentence.

        reference[vi]: Bộ Tài chính công bố dự thảo.
        translation: The [[Ministry of Health]] published the draft.

        reference[de]: Das Bundesverfassungsgericht kippte das Gesetz.
        translation[de]: Der [[Bundesgerichtshof]] kippte das Gesetz.

        reference[de]: Die IG Metall ruft zum Streik auf. Der Vorstand bot der Gewerkschaft nichts.
        translation[de]: Der Vorstand habe ihr nichts angeboten, klagten Vertreter von [[Verdi]].

        reference: Lena Graf, a Social Democrat, won the seat.
        translation: The seat went to Lena Graf of the [[Greens]].

        reference: The employers' federation called the plan a mistake.
        translation: The plan is a mistake, said the [[farmers' union]].

    Allowed:
        reference: The pilots' union cancelled the strike.
        translation: The pilots' association called the strike off.

        reference: The Home Office opened an inquiry.
        translation: The interior ministry has opened an inquiry.

        reference: The health ministry and the finance ministry disagreed.
        translation: The finance ministry was of another opinion.

        reference: The health ministry published the figures.
        translation: The ministry published the figures.
    """
    found = list(siblings(pair, BODY))
    yield from found
    for mark in unheard_bodies(pair):
        if not any(mark.span.overlaps(known.span) for known in found):
            yield mark
