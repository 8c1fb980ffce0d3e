"""Rule ``comparison-to-by``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.pack import load_pack
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import Change, changes, joined, same_figure, shown, witnessed


@rule(group="facts", category="comparison", severity="critical")
def comparison_to_by(pair: Comparison) -> Iterator[Mark]:
    """Report a level that became a change: ``slipped to 88`` is not ``slipped by 88``.

    Flagged:
    reference: Compliance slipped to between 88% and 91% in March.
    translation: Compliance [[slipped by between 88 and 91 percent]] in March.

    reference: The price rose by 40 dollars.
    translation: The price [[rose to 40 dollars]].

    reference[es]: La tarifa del puerto bajará a 90 euros.
    translation[es]: La tarifa del puerto [[bajará en 90 euros]].

    reference[vi]: Phí cầu cảng giảm xuống 9 triệu đồng.
    translation[vi]: Phí cầu cảng [[giảm 9 triệu đồng]].

    reference[ru]: Верфь сократит штат до 400 рабочих.
    translation[ru]: Верфь [[сократит штат на 400]] рабочих.

    reference[zh]: 湖水位较前一日下降1.8米。
    translation: The lake [[dropped to 1.8 metres]] in a day.

    Allowed:
    reference: Compliance slipped to 88% in March.
    translation: In March compliance declined to 88 percent.

    reference: The price rose by 4 dollars to 40 dollars.
    translation: The price rose to 40 dollars, by 4 dollars.

    reference: The bank expects growth of 2.3% next year.
    translation: The bank puts growth at 2.3% next year.

    reference[zh]: 去年出口增长5%。
    translation: Growth of exports stood at 5 percent last year.
    """
    theirs = witnessed(pair, "direction", in_phrases=True)
    for change in changes(pair.segment, "direction", in_phrases=True):
        role = change.quantity.role
        same = [
            c
            for c in theirs
            if same_figure(change.quantity, c.quantity) and not _only_measures(c, pair)
        ]
        roles = {c.quantity.role for c in same}
        if {role} | roles != {"to", "by"} or role in roles or _only_measures(change, pair):
            continue
        witness = same[0].witness
        assert witness is not None
        span = joined(change.marker.span, change.quantity.span)
        other = joined(same[0].marker.span, same[0].quantity.span)
        yield shown(pair, span, witness, other)


def _only_measures(change: Change, pair: Comparison) -> bool:
    """Whether a word only names what the figure is a level of: *puts growth at 2.3%*."""
    witness = change.witness
    text = (witness.story if witness else pair.whole.story).document.text
    lang = witness.lang if witness else pair.lang
    measures = load_pack(lang).words("comparison", "measures")
    return change.marker.span.of(text).casefold() in measures
