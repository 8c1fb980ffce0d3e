"""Which figure of a reference stands where a figure of the article stands, and how they differ."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Quantity, WordKind
from transdiff.language.amounts import are_age_limits, is_result, kind_of
from transdiff.language.listed import listed_phrases
from transdiff.language.one_unit import equal
from transdiff.language.pack import load_pack
from transdiff.language.slips import shifted, slipped
from transdiff.language.units import dimension_of, in_base
from transdiff.lazy import lazy
from transdiff.model import Segment

_WINDOW = 6
"""Words on either side of a figure that are its context."""
_BESIDE = 4
"""Words on either side of a figure that tell what it is of in another text."""
_FATE = 0.4
_SLIP = 0.3
_ODDS = {"value": 0.0, "unit": 0.9}
"""What it counts for that two figures differ otherwise than in value; the same digits with another
unit are what they were copied from, even beside a conversion: *6 miles* for *6 km (3.7 miles)*."""
_APART = frozenset({"clock", "score", "ordinal", "vague", "identifier"})
_THOUSAND, _MILLION = 1e3, 1e6
_OTHERS = 1.0
"""What tells two ranks apart that are of other things: the *second turbine*, the *first theory*."""
_NEVER_MILLIONS = frozenset({"time", "share", "points", "temperature"})
_HOURS = 24
_PHRASE = 4
"""Words of a phrase before a figure."""
_FEW = 3
"""``one`` is held against a figure up to this: ``two members`` for ``one member``."""


@dataclass(frozen=True)
class Figure:
    """A quantity where it stands."""

    quantity: Quantity
    segment: Segment
    lang: str
    witness: Witness | None = None
    key: str = ""

    @lazy
    def context(self) -> frozenset[str]:
        """Stems of the words around the figure, without numbers and the shortest words."""
        words = self.segment.facts.words
        span = self.quantity.span
        left = [w.stem for w in words if w.span.end <= span.start and _counts(w.kind, w.stem)]
        right = [w.stem for w in words if w.span.start >= span.end and _counts(w.kind, w.stem)]
        return frozenset(left[-_WINDOW:] + right[:_WINDOW])

    @lazy
    def beside(self) -> tuple[str, str]:
        """The words right before and right after the figure, empty at the ends of the sentence."""
        words, span = self.segment.facts.words, self.quantity.span
        before = [w.fold for w in words if w.span.end <= span.start]
        after = [w.fold for w in words if w.span.start >= span.end]
        return before[-1] if before else "", after[0] if after else ""


def followed(figure: Figure, name: str, section: str = "numbers", within: int = 0) -> bool:
    """Whether a phrase of the list *name* comes right after the figure, or *within* some words."""
    words = figure.segment.facts.words
    after = bisect_left(words, figure.quantity.span.end, key=lambda w: w.span.start)
    phrases = listed_phrases(figure.lang, section, name)
    return any(phrases.match(words, after + n) is not None for n in range(within + 1))


def preceded(figure: Figure, name: str, section: str = "numbers", within: int = 0) -> bool:
    """Whether a phrase of the list *name* ends right before the figure, or *within* some words."""
    words = figure.segment.facts.words
    at = bisect_left(words, figure.quantity.span.start, key=lambda w: w.span.start)
    phrases = listed_phrases(figure.lang, section, name)
    return any(phrases.before(words, at - n, _PHRASE) is not None for n in range(within + 1))


def figures_given(article: Article) -> frozenset[float]:
    """The figures that an article states anywhere."""
    return frozenset(q.value for s in article.story.segments for q in s.facts.quantities)


def of_another(figure: Figure) -> bool:
    """Whether a share is of a figure that only the context gives: *less than half of that*."""
    quantity = figure.quantity
    if quantity.kind not in ("fraction", "multiple", "percent"):
        return False
    after = [w for w in figure.segment.facts.words if w.span.start >= quantity.span.start]
    lists = [listed_phrases(figure.lang, "numbers", name) for name in ("anaphors", "such")]
    inside = sum(quantity.span.contains(w.span) for w in after)
    ahead = range(max(0, inside - 1), inside + 1)
    return any(phrases.match(after, at) for phrases in lists for at in ahead)


def is_hour(figure: Figure) -> bool:
    """Whether a figure is a time of day, which the rules of dates compare: *six o'clock*."""
    return figure.quantity.value <= _HOURS and followed(figure, "hours-of-day")


def _counts(kind: WordKind, stem: str) -> bool:
    return kind is WordKind.WORD and (len(stem) > 2 or not stem.isascii())


def likeness(a: Figure, b: Figure) -> float:
    """How much two figures have in common besides their value; 1 and more is the same place."""
    one, two = a.quantity, b.quantity
    score = 0.5 * bool(one.unit and one.unit == two.unit)
    if one.fate and two.fate:
        score += _FATE if one.fate == two.fate else -_FATE
    score += _SLIP * (slipped(one.value, two.value) or shifted(one.value, two.value))
    score += _ODDS.get(odds_of(one, two), 0.3)
    if a.lang != b.lang:
        return score + 0.5 * (kind_of(one) == kind_of(two))
    if one.kind == two.kind == "ordinal" and one.nouns and set(one.nouns).isdisjoint(two.nouns):
        score -= _OTHERS
    common = a.context & b.context
    score += len(common) / max(1, min(len(a.context), len(b.context)))
    return score + 0.5 * bool(set(one.nouns[:2]) & set(two.nouns[:2]))


def is_near(pair: Comparison, figure: Figure, other: Figure) -> bool:
    """Whether the words next to a figure say what the words next to the other one say."""
    pairing = pair.pairings[other.witness.key] if other.witness else None
    if pairing is None:
        return False
    here = pairing.mine.inside(figure.quantity.span)
    there = pairing.theirs.inside(other.quantity.span)
    if not here or not there:
        return False
    close = range(there.start - _BESIDE, there.stop + _BESIDE)
    beside = [
        i
        for i in pairing.mine.content
        if here.start - _BESIDE <= i < here.stop + _BESIDE
        and i not in here
        and not pairing.mine.is_figure(i)
    ]
    met = sum(pairing.forward[i] in close for i in beside)
    return met > 0 and 2 * met >= len(beside)


def comparable(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may be versions of one."""
    if a.kind == "identifier" or b.kind == "identifier":
        return a.kind == b.kind and a.noun == b.noun
    if b.kind == "multiple":
        return False
    if a.kind == b.kind == "vague" and a.fate != b.fate:
        return False  # thousands who flee are no version of dozens of dead
    if a.kind != b.kind and "vague" in (a.kind, b.kind) and a.fate:
        return a.fate == b.fate  # dozens of dead are no version of seven boats
    if "score" in (a.kind, b.kind) and "clock" not in (a.unit, b.unit):
        return is_result(a) and is_result(b)
    if b.kind == "article" and not (a.value <= _FEW and _count_the_same(a, b)):
        return False
    if are_age_limits(a, b):
        return True
    bare = (not a.unit and not a.nouns) or (not b.unit and not b.nouns)
    kinds = {kind_of(a), kind_of(b)}
    if "fraction" in (a.kind, b.kind) and len(kinds) > 1:
        return False  # a third of them is no version of three
    if {a.kind, b.kind} == {"age", "measure"}:
        return slipped(a.value, b.value)  # not a 23-year-old and a four-year contract
    if not (a.value and b.value) and bare:
        return False  # nothing tells what a bare zero is of
    if _is_scaled_count(a, b) or _is_scaled_count(b, a):
        return False
    if len(kinds) == 1 or (bare and "count" in kinds and not kinds & _APART):
        return True
    return odds_of(a, b) in ("unit", "points")


def is_few(figure: Figure, others: Sequence[Figure], beside: Collection[float]) -> bool:
    """Whether *one* counts what all *others* that count it have two or three of: *one dose*.

    The sentence gives two or three of nothing (*beside* are its figures). Where the word may be an
    article (*une dose*), only those who died or were hurt are counted.
    """
    quantity = figure.quantity
    if any(_is_few(value) for value in beside):
        return False
    inside = [w.fold for w in figure.segment.facts.words if quantity.span.overlaps(w.span)]
    articles = load_pack(figure.lang).words("roles", "articles")
    if not quantity.fate and any(fold in articles for fold in inside):
        return False
    same = [f.quantity for f in others if _count_the_same(f.quantity, quantity)]
    counted = [q for q in same if q.kind == "cardinal" and _is_few(q.value) and not q.unit]
    return bool(counted) and len(counted) == len(same) and not quantity.unit


def _is_few(value: float) -> bool:
    return 1 < value <= _FEW


def _count_the_same(a: Quantity, b: Quantity) -> bool:
    """Whether two counts are of one noun, or of those who died or were hurt."""
    return a.nouns[:1] == b.nouns[:1] != () or bool(a.fate and a.fate == b.fate)


def _is_scaled_count(one: Quantity, other: Quantity) -> bool:
    """Whether one is of millions and more and the other of time or a share: no version of it."""
    scaled = not one.unit and one.scale >= _MILLION > other.value
    large = not one.unit and one.value >= _THOUSAND > other.value and other.unit != "year"
    dimension = dimension_of(other.unit)
    return (scaled and dimension in _NEVER_MILLIONS) or (large and dimension == "time")


def read_alike(one: Figure, other: Figure) -> bool:
    """Whether as much is known of both: without a pack *14,2 mln* is the bare figure 14.2."""
    if not (load_pack(one.lang).generic or load_pack(other.lang).generic):
        return True
    a, b = one.quantity, other.quantity
    return a.unit.strip("person") == b.unit.strip("person") and a.scale == b.scale


def odds_of(a: Quantity, b: Quantity) -> str:
    """What two figures disagree about."""
    if _points(a, b):
        return "points"
    if a.value == b.value and a.unit != b.unit and a.unit and b.unit:
        return "unit"
    if a.value == b.value and a.unit == b.unit and a.per and b.per and a.per != b.per:
        return "unit"
    same_kind = kind_of(a) == kind_of(b) or not (a.unit and b.unit)
    if a.kind == b.kind == "vague" or (same_kind and _scaled(a, b)):
        return "scale"
    digits = a.value / a.scale == b.value / b.scale
    if digits and a.scale == b.scale and a.unit != b.unit and a.unit and b.unit:
        return "unit"
    return "value"


def _points(a: Quantity, b: Quantity) -> bool:
    """Whether an amount is of percent here, of points there: *0.5 percent*, *50 basis points*."""
    if {dimension_of(a.unit), dimension_of(b.unit)} != {"share", "points"}:
        return False
    one, two = in_base(a.value, a.unit), in_base(b.value, b.unit)
    return a.high is None and b.high is None and equal(one, two, 0.0)


def _scaled(a: Quantity, b: Quantity) -> bool:
    """Whether two figures differ by their scale word, or by three decimal places and more."""
    if a.value <= 0 or b.value <= 0:
        return False
    larger, smaller = max(a.value, b.value), min(a.value, b.value)
    power = 1.0
    while power * smaller < larger * 0.999 and power < 1e16:
        power *= 10
    if power <= 1 or not equal(smaller * power, larger, 1e-9 * larger):
        return False
    if a.scale > 1 and b.scale > 1 and a.scale != b.scale:
        return True
    return power >= 1000 and max(a.scale, b.scale) > 1
