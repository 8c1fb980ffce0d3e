"""Rule ``number-unheard``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Comparison
from transdiff.facts import Bound, Quantity
from transdiff.language.slips import mistyped
from transdiff.language.units import dimension_of
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.counterparts import Figure, comparable, followed, likeness, preceded
from transdiff.rules.facts.figures import gravity, judged
from transdiff.rules.facts.heard import Heard, heard
from transdiff.rules.facts.sharing import is_difference, restores_end

_PLAIN = frozenset(
    {"cardinal", "ordinal", "fraction", "percent", "money", "measure", "age", "score"}
)
_LARGE = 13
"""Counts from this on are told by themselves, whatever they are of."""
_PLACED = 0.6
"""Least context in common of a small count with what stands for it in a linked sentence."""
_LEAST = {"share": 0.6, "points": 0.6}
"""The same of what is often reckoned from other figures, told in different places."""
_AGES = range(10, 120)
_TOPS = frozenset({3, 5, 8, 10, 16, 20, 25, 30, 32, 50, 100})
"""Ranks down to which a writer counts of whoever has none of them: *nobody in the top ten*."""
_PAIR = 2
"""What two of a kind are may be counted by the writer: *both companies*, *the two*."""


@rule(group="facts", category="number", severity="major", scope="article")
def number_unheard(article: Article) -> Iterator[Mark]:
    """Report a figure that no reference has anywhere, where the article lacks one of its kind.

    Here the figure that a reference has instead stands among other words or in another sentence,
    so that ``number-value`` does not take it for the same. No reference states the figure, be it
    converted, rounded or of something else, and none gives what it is computed from. The finding is
    critical where the figure counts the dead, the hurt, weapons or votes.

    Flagged:
    reference: Ana Okoth kept a lead of 212 votes over her rival in the race for governor.
    translation: A mere [[312]] ballots separate the two candidates for governor.

    reference: Members backed closure of the dairy by 212 votes to 97 on Wednesday, it said.
    translation: The farmers voted on Wednesday to shut the dairy, by [[222 to 97]].

    reference: The driver said that the bus left the road on its own. He is a 58-year-old.
    translation: The driver, [[28]], said the bus left the road on its own.

    reference[fr]: Le club a perdu 212 adhérents, sur 1 430, et deux entraîneurs.
    translation: The club lost [[412]] members and two coaches.

    Allowed:
    reference: Zoe Adeyemi, in 14th place, was the second best of her country.
    translation: Nobody else of her country made the top ten.

    reference: No candidate won a majority, so that a runoff is due on Sunday. Dane took 41.2%.
    translation: Nobody cleared the 50 percent hurdle on Sunday.

    reference: Ana Okoth kept a lead of 212 votes over her rival in the race for governor.
    translation: A mere 212 ballots separate the two candidates for governor.

    reference: Members backed closure of the dairy by 212 votes to 97 on Wednesday, it said.
    translation: The farmers voted on Wednesday to shut the dairy, by 212 to 97.

    reference: The yard shut in 2008. It opened on Wednesday as a museum.
    translation: Eighteen years after it was shut, the yard opened on Wednesday as a museum.

    reference: A pilot and a nurse were on board of the helicopter that fell into the lake.
    translation: The two people on board of the helicopter fell into the lake.

    reference: The dairy has let go 400 people this year, a fifth of its staff.
    translation: One in five was laid off by the dairy, which leaves 1,600 on the payroll.

    reference[ru]: В посёлке проживает до 1200 человек.
    translation[ru]: В посёлке живут не более 1200 человек.

    reference: The bank cut its rate by 50 basis points to 3.75%. Inflation slowed to 2.4%.
    translation: The bank brought its rate down from 4.25% to 3.75% as inflation slowed to 2.4%.

    reference: At the dairy 412 of them were for the deal, 138 voted against it and 11 abstained.
    translation: In all, 561 took part in the vote at the dairy.

    reference: Seven board members were for the loan, while two would have liked to wait a year.
    translation: Two of the board's nine members would have liked to wait a year.

    reference: The northern ferry had 174 people on board, the southern one 137; nobody fell ill.
    translation: Two ferries with 311 people on board came too close to each other.
    """
    told = heard(article)
    pairs = {pair.index: pair for pair in article.comparisons}
    for index, segment in article.compared():
        pair = pairs.get(index)
        for figure in _open(segment, pair, article, told):
            instead = told.otherwise(figure.quantity)
            if instead is None and not _is_accounted_for(figure, told):
                instead = _instead(figure, pair, told)
            if instead is not None:
                yield _mark(article, figure, instead)


def _is_accounted_for(figure: Figure, told: Heard) -> bool:
    """Whether some reference has a figure, or a newsroom may have it from somewhere else."""
    if figure.quantity.kind == "vague":
        return not told.exaggerates(figure.quantity)
    return told.has(figure.quantity) or _is_reckoned(figure, told)


def _is_reckoned(figure: Figure, told: Heard) -> bool:
    """Whether a newsroom may have reckoned a figure, which it may be told nowhere for that.

    So it does a span of time, a round rank, the next birthday, what is rounded to a dozen, and the
    sum of two large counts.
    """
    quantity = figure.quantity
    if quantity.kind == "score":
        return False
    if quantity.value in _TOPS and (preceded(figure, "tops") or followed(figure, "tops")):
        return True
    if quantity.bound is not Bound.EXACT and told.nears(quantity):
        return True
    if (is_difference(figure) or followed(figure, "rungs")) and told.differ_by(quantity):
        return True
    own = [Figure(q, figure.segment, figure.lang) for q in figure.segment.facts.quantities]
    if restores_end(figure, [f for f in own if f.quantity is not quantity], told.gaps):
        return True
    if _is_age(figure):
        return _is_next_age(figure, told)
    return dimension_of(quantity.unit) == "time" or told.adds_up_to(quantity)


def _open(
    segment: Segment, pair: Comparison | None, article: Article, told: Heard
) -> Iterator[Figure]:
    """Yield the figures that what supports the sentence, if anything, does not account for."""
    quantities = segment.facts.quantities
    if pair is not None:
        yield from judged(pair).unanswered
        times = (q for q in quantities if q.unit == "clock")
        yield from (Figure(q, segment, pair.lang) for q in times)
        return
    beside = frozenset(q.value for q in quantities)
    for quantity in quantities:
        plain = quantity.kind in _PLAIN or (quantity.kind == "vague" and quantity.fate)
        if plain and not told.computes(quantity, beside):
            yield Figure(quantity, segment, article.story.lang)


def _instead(figure: Figure, pair: Comparison | None, told: Heard) -> Figure | None:
    """Return the figure of a reference in whose place *figure* most likely stands.

    One of the linked sentences that the article lacks, or one of another sentence that is of the
    same, or one of the same that only other sentences of the article have.
    """
    if pair is not None:
        linked = [f for f in judged(pair).lacking if _of_kind(figure, f)]
        if not _tells_by_itself(figure.quantity):
            linked = [f for f in linked if likeness(figure, f) >= _PLACED]
        if linked:
            return max(linked, key=lambda f: likeness(figure, f))
    if not _tells_by_itself(figure.quantity):
        return None
    own = {q.value for q in figure.segment.facts.quantities}
    beside = {id(s) for w in pair.witnesses for s in w.segments} if pair is not None else set()
    alike = [
        f
        for f in told.figures
        if f.quantity.value not in own
        and (_is_alike(figure, f) or (id(f.segment) in beside and _is_placed(figure, f)))
    ]
    lacking = [f for f in alike if told.lacks(f.quantity)]
    return max(lacking or alike, key=lambda f: likeness(figure, f), default=None)


def _tells_by_itself(quantity: Quantity) -> bool:
    """Whether a figure is none that a writer may count or reckon without being told."""
    return quantity.kind != "fraction" and quantity.value > _PAIR


def _of_kind(figure: Figure, other: Figure) -> bool:
    """Whether two figures may be versions of one, be it a result there and its counts here."""
    one, two = figure.quantity, other.quantity
    if {one.kind, two.kind} == {"age", "measure"}:
        return one.unit == two.unit
    if one.kind == "score" and two.kind == "cardinal" and one.high is not None:
        beside = {q.value for q in other.segment.facts.quantities}
        return not beside.isdisjoint((one.value, one.high))
    if {one.kind, two.kind} == {"ordinal", "cardinal"}:
        return bool(set(one.nouns[:1]) & set(two.nouns[:1]))
    return comparable(one, two)


def _is_alike(figure: Figure, other: Figure) -> bool:
    """Whether two figures in different places have one unit, or count the same."""
    one, two = figure.quantity, other.quantity
    if not _of_kind(figure, other):
        return False
    if "vague" in (one.kind, two.kind):
        return one.kind != two.kind
    if one.kind == "score":
        return True
    if _is_age(figure) and _is_age(other):
        return True
    if one.unit != two.unit or "age" in (one.kind, two.kind):
        return False
    if mistyped(one.value, two.value) or (one.unit and _is_typed_near(one.value, two.value)):
        return True
    if one.unit:
        least = _LEAST.get(dimension_of(one.unit), 0.0)
        return not least or (figure.lang == other.lang and likeness(figure, other) >= least)
    if one.fate and one.fate == two.fate:
        return True
    if figure.lang == other.lang:
        return bool(set(one.nouns[:2]) & set(two.nouns[:2]))
    return one.value >= _LARGE and len(f"{one.value:.0f}") == len(f"{two.value:.0f}")


def _is_next_age(figure: Figure, told: Heard) -> bool:
    """Whether an age is one that somebody is about to reach: *weeks before he turned 91*."""
    ages = (f.quantity.value for f in told.figures if _is_age(f))
    return any(abs(age - figure.quantity.value) == 1 for age in ages)


def _is_typed_near(one: float, two: float) -> bool:
    """Whether two figures of two digits have one of them in common, in one place: *36*, *31*."""
    a, b = f"{one:.10g}", f"{two:.10g}"
    return len(a) == len(b) == _PAIR and (a[0] == b[0] or a[1] == b[1])


def _is_placed(figure: Figure, other: Figure) -> bool:
    """Whether two figures stand among the same words of two linked sentences."""
    same = figure.quantity.unit == other.quantity.unit and figure.lang == other.lang
    return same and _of_kind(figure, other) and likeness(figure, other) >= _PLACED


def _is_age(figure: Figure) -> bool:
    """Whether a figure is an age, or stands aside as one does: *dies at 71*, *Dunn, 57, said*."""
    quantity = figure.quantity
    bare = quantity.kind == "cardinal" and not (quantity.unit or quantity.nouns or quantity.high)
    aside = bare and not figure.beside[1][:1].isalnum()
    return quantity.kind == "age" or (aside and quantity.value in _AGES)


def _mark(article: Article, figure: Figure, instead: Figure) -> Mark:
    span = figure.quantity.span
    key = instead.witness.key if instead.witness else instead.key
    evidence = article.reference_evidence(key, instead.quantity.span)
    quote = span.of(article.story.document.text)
    message = f'article "{quote}" is in no reference · {key} "{evidence.quote}"'
    return Mark(span, message, (evidence,), gravity(figure, instead))
