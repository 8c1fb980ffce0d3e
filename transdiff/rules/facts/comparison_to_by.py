"""Rule ``comparison-to-by``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.words import tokenize
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import Change, changes, joined, same_figure, shown, witnessed
from transdiff.rules.facts.ends import names_earlier

_KINDS = ("direction", "comparison")
_SHARE = "percent"
_LEVELS = ("to", "from")
_BASE = 8
"""Words behind a share among which stands what it is of: *41% of the long-term average*."""


@rule(group="facts", category="comparison", severity="critical")
def comparison_to_by(pair: Comparison) -> Iterator[Mark]:
    """Report a level that became a change: ``slipped to 88`` is not ``slipped by 88``.

    Flagged:
    reference: The bridge will cut the journey between the two towns from 90 minutes to 40.
    translation: The bridge will [[cut the journey between the two towns by 40 minutes]] from 90.

    reference: Compliance slipped to between 88% and 91% in March.
    translation: Compliance [[slipped by between 88 and 91 percent]] in March.

    reference: The price rose by 40 dollars.
    translation: The price [[rose to 40 dollars]].

    reference: Shares of the shipyard slipped 3.1% in Oslo.
    translation: Shares of the shipyard [[slipped to 3.1 percent]] in Oslo.

    reference[es]: La tarifa del puerto bajará a 90 euros.
    translation[es]: La tarifa del puerto [[bajará en 90 euros]].

    reference[vi]: Phí cầu cảng giảm xuống 9 triệu đồng.
    translation[vi]: Phí cầu cảng [[giảm 9 triệu đồng]].

    reference[ru]: Верфь сократит штат до 400 рабочих.
    translation[ru]: Верфь [[сократит штат на 400]] рабочих.

    reference[zh]: 湖水位较前一日下降1.8米。
    translation: The lake [[dropped to 1.8 metres]] in a day.

    reference: In May the wells yielded 35% less water than usual.
    translation: In May the wells yielded [[35%]] of the usual amount of water.

    reference[es]: Las capturas cayeron un 30% respecto al año anterior.
    translation[es]: Las capturas fueron apenas un [[30%]] de las del año anterior.

        reference[ru]: Бензин подорожал на 2 рубля, до 60 рублей.
        translation: Petrol [[went up by 60 roubles]].

    Allowed:
    reference[vi]: Sản lượng năm nay có thể giảm tới 20%.
    translation: Output could fall by as much as 20 percent this year.

    reference: In May the wells yielded 35% less water than usual.
    translation: In May the wells yielded 65% of the usual amount of water.

    reference: Compliance slipped to 88% in March.
    translation: In March compliance declined to 88 percent.

    reference: Annual inflation rose to 9.6% in October.
    translation: Prices rose 9.6 percent in the year to October.

    reference: The price rose by 4 dollars to 40 dollars.
    translation: The price rose to 40 dollars, by 4 dollars.

    reference: The bank raised its growth forecast to 2.1% from 1.8%.
    translation: The bank expects the economy to grow by 2.1%.

    reference: The bank expects growth of 2.3% next year.
    translation: The bank puts growth at 2.3% next year.

    reference[zh]: 去年出口增长5%。
    translation: Growth of exports stood at 5 percent last year.

    reference[de]: Die Inflationsrate in Norwegen stieg im Mai auf 3,1 Prozent.
    translation[de]: Die Preise in Norwegen lagen im Mai um 3,1 Prozent über dem Vorjahr.
    """
    theirs = witnessed(pair, "direction", in_phrases=True)
    for change in changes(pair.segment, "direction", in_phrases=True):
        role = _role(change, pair)
        same = [
            c
            for c in theirs
            if same_figure(change.quantity, c.quantity) and not _only_measures(c, pair)
        ]
        roles = {_role(c, pair) for c in same}
        if {role} | roles != {"to", "by"} or role in roles or _only_measures(change, pair):
            continue
        if any(_is_rate_of_change(change, c, pair) for c in same):
            continue
        witness = same[0].witness
        assert witness is not None
        span = joined(change.marker.span, change.quantity.span)
        other = joined(same[0].marker.span, same[0].quantity.span)
        yield shown(pair, span, witness, other)
    yield from _shares(pair)


def _role(change: Change, pair: Comparison) -> str:
    """What a figure is to a change; right behind its verb it is by how much: *slipped 3.1%*.

    Not where a sentence speaks of rates: *inflation rose to 9.6%* is *prices rose 9.6%*.
    """
    quantity, marker = change.quantity, change.marker
    if quantity.role or quantity.unit != _SHARE or marker.kind != "direction":
        return quantity.role
    witness = change.witness
    text = (witness.story if witness else pair.whole.story).document.text
    between = text[marker.span.end : quantity.span.start]
    rates = _tell_rates([pair.segment], pair.lang) or any(
        _tell_rates(w.segments, w.lang) for w in pair.witnesses
    )
    return "by" if between == " " and not rates else ""


def _is_rate_of_change(change: Change, other: Change, pair: Comparison) -> bool:
    """Whether one side alone tells of a rate, and to what it rose: *inflation rose to 9.6%*.

    The other tells by how much what it is the rate of did: *prices went up by 9.6%*.
    """
    witness = other.witness
    if change.quantity.unit != _SHARE or witness is None:
        return False
    here = _tell_rates([pair.segment], pair.lang), change.quantity.role
    there = _tell_rates(witness.segments, witness.lang), other.quantity.role
    plain, rate = sorted((here, there))
    return not plain[0] and rate == (True, "to")


def _tell_rates(segments: Sequence[Segment], lang: str) -> bool:
    """Whether a text speaks of what is a share of change itself: *growth*, *inflation*."""
    rates = listed_phrases(lang, "comparison", "rates")
    return any(True for s in segments for _ in rates.all(s.facts.words))


def _shares(pair: Comparison) -> Iterator[Mark]:
    """Mark what is so many percent of the usual here and so many percent less there."""
    told = {c.quantity for c in changes(pair.segment, *_KINDS, in_phrases=True)}
    shares = [q for q in pair.segment.facts.quantities if q.unit == "percent" and q not in told]
    shares = [q for q in shares if _is_share_of_base(q, pair.segment, pair.lang)]
    for quantity in shares:
        linked = [(w, s) for w in pair.witnesses for s in w.segments]
        same = [
            (q, w, s) for w, s in linked for q in s.facts.quantities if same_figure(q, quantity)
        ]
        if not same or any(_is_share_of_base(q, s, w.lang) for q, w, s in same):
            continue
        found = [c for c in witnessed(pair, *_KINDS) if same_figure(c.quantity, quantity)]
        if len(found) == len(same) and not any(c.quantity.role in _LEVELS for c in found):
            witness, marker = found[0].witness, found[0].marker
            assert witness is not None
            other = joined(marker.span, found[0].quantity.span)
            yield shown(pair, quantity.span, witness, other)


def _is_share_of_base(quantity: Quantity, segment: Segment, lang: str) -> bool:
    """Whether a share is said to be of an average or of what was before: *41% of the average*."""
    words = segment.facts.words
    end = place_of(words, quantity.span)[1]
    part = listed_phrases(lang, "comparison.bases", "of").match(words, end)
    if part is None:
        return False
    behind = words[end : end + _BASE]
    bases = listed_phrases(lang, "comparison.bases", "usual")
    return any(True for _ in bases.all(behind)) or names_earlier(behind, lang)


def _only_measures(change: Change, pair: Comparison) -> bool:
    """Whether a word only names what the figure is a level of: *puts growth at 2.3%*.

    Who *raised the growth forecast to 2.1%* says that it will *grow by 2.1%*.
    """
    witness = change.witness
    text = (witness.story if witness else pair.whole.story).document.text
    lang = witness.lang if witness else pair.lang
    measures = load_pack(lang).words("comparison", "measures")
    if change.marker.span.of(text).casefold() in measures:
        return True
    between = text[change.marker.span.end : change.quantity.span.start].casefold()
    rates = listed_phrases(lang, "comparison", "rates")
    return any(True for _ in rates.all(tokenize(between, 0, lang)))
