"""Rule ``comparison-baseline``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Word, WordKind
from transdiff.language.content import place_of
from transdiff.language.pack import load_pack
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import Change, changes, same_figure, shown, witnessed
from transdiff.rules.facts.ends import leads_earlier

_LINK = 3
"""Words before a month among which a *than* or *compared with* stands."""


@rule(group="facts", category="comparison", severity="major")
def comparison_baseline(pair: Comparison) -> Iterator[Mark]:
    """Report a change that is measured against another period than in the references.

    Flagged:
    reference: Industrial output grew 2.4 percent on the year.
    translation: Industrial output grew 2.4 percent [[month-on-month]].

    reference: The mill used 6 percent less water in May than in April.
    translation: The mill used 6 percent less water in May [[than a year earlier]].

    Allowed:
    reference[zh]: 公司5月产量同比上涨0.8%，涨幅比上月扩大0.3个百分点。
    translation[zh]: 5月公司产量同比涨幅为0.8%，较4月提高0.3个百分点。

    reference: Annual inflation slowed to 4.1% in January from 4.8% in December.
    translation: Year-on-year inflation slowed to 4.1 percent in January from 4.8 percent.

    reference: The mill used 6 percent less water in May than in April.
    translation: The mill used 6 percent less water in May than the month before.

    reference: Industrial output grew 2.4 percent on the year.
    translation: Industrial output grew 2.4 percent from a year earlier.

    reference: Output grew 2.4 percent on the year and 0.3 percent on the month.
    translation: Output grew 0.3 percent month on month, and 2.4 percent year on year.
    """
    linked = [(w, s) for w in pair.witnesses for s in w.segments]
    named = [c for w, s in linked for c in _named(s, w.lang, w)]
    theirs = [*witnessed(pair, "baseline"), *named]
    for change in (*changes(pair.segment, "baseline"), *_named(pair.segment, pair.lang)):
        same = [c for c in theirs if same_figure(change.quantity, c.quantity)]
        if same and change.marker.value not in {c.marker.value for c in same}:
            witness = same[0].witness
            assert witness is not None
            yield shown(pair, change.marker.span, witness, same[0].marker.span)


def _named(segment: Segment, lang: str, witness: Witness | None = None) -> Iterator[Change]:
    """Yield each figure of a change that is measured against a month by its name.

    *Less in May than in April* is on the month, *than in May 2023* on the year.
    """
    months = [m for m in segment.facts.moments if m.grain == "month" and m.month]
    if not months or any(m.kind == "baseline" for m in segment.facts.markers):
        return
    for moment in months:
        at, _ = place_of(segment.facts.words, moment.span)
        if not _is_base(segment.facts.words[max(0, at - _LINK) : at], lang):
            continue
        others = [m.month for m in months if m is not moment]
        if len(others) == 1 and None not in others:
            span = "year" if moment.month in others else "month"
            marker = Marker(moment.span, "baseline", span)
            for change in changes(segment, "direction", "comparison", witness=witness):
                if change.quantity.unit:
                    yield Change(change.quantity, marker, witness)


def _is_base(before: Sequence[Word], lang: str) -> bool:
    """Whether *than* or another word that compares stands there, and not for a figure."""
    if any(w.kind is WordKind.NUMBER for w in before):
        return False
    than = load_pack(lang).words("comparison", "than")
    return any(w.fold in than for w in before) or leads_earlier(before, lang)
