"""Trust: how likely an editor would make a finding too, by its rule and by where it stands.

Rules read words. Where the two sentences hardly say the same, a word that contradicts another one
contradicts nothing; some rules err more often than others; and where an article has hardly any
findings, one that is doubtful by itself is the more so. A logistic model of a few signals, learnt
on article sets that no rule had been written with, gives each mark its odds; a mark that is
likelier wrong than right is told as minor. ``python -m bench.fit_trust`` fits ``trust.toml``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import tomli

from transdiff.anywhere import Anywhere
from transdiff.company import shared_company
from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Span
from transdiff.language.pairing import Pairing
from transdiff.model import BlockKind, Evidence, Severity
from transdiff.own_text import contradicted_below
from transdiff.rule import Mark, Rule

Found = tuple[Rule, Mark, Article]
"""A mark with its rule and the article that the rule has seen."""
_USUAL = 0.25
"""Grave marks that a sentence of an article usually has."""
_ALONE = 1.8
"""What stands for them where a sentence is all there is, which is a segment of machine translation:
there errors are as frequent as in a poor article."""
_FEW = 2
"""Words that a sentence is thought to have besides its own, so that three of them tell little."""
_COMPANY = 4
"""Words about a mark without which its company tells nothing."""


class Signals(NamedTuple):
    """What tells a right finding from a wrong one, whatever the rule; as set where it is unknown.

    company: share of the words about the mark whose counterparts stand about its evidence;
    paired: share of the sentence's content words that the reference has; said: share of the
    reference's that the sentence has; held: share of the evidence's words that the sentence has;
    length: the logarithm of how many content words the sentence has; similarity: how sure the link
    is; distance: how far apart the mark and its evidence stand in their sentences, as a share;
    step: how far the article follows the reference; references: how many say the contrary;
    siblings: further article sentences that draw on the same; foreign: whether the reference is in
    another language; headline: whether the mark is in one; findings: the logarithm of how many
    grave marks the other sentences have, against what is usual; unheard: share of what the mark
    says that no reference has anywhere; reworded: the same of a sentence of the article, on
    average; unsupported: share of its sentences that no link supports; critical: whether the rule
    calls it so; quoted: whether it stands in a quotation; agreed: how many other rules have a grave
    mark in the same place.
    """

    company: float = 0.5
    paired: float = 0.6
    said: float = 0.6
    held: float = 0.3
    length: float = 2.5
    similarity: float = 0.7
    distance: float = 0.15
    step: float = 0.5
    references: float = 1.0
    siblings: float = 0.0
    foreign: float = 0.0
    headline: float = 0.0
    findings: float = 0.0
    unheard: float = 0.5
    reworded: float = 0.5
    unsupported: float = 0.0
    critical: float = 0.0
    quoted: float = 0.0
    agreed: float = 0.0


@dataclass(frozen=True)
class Odds:
    """Log odds: of any finding, of each signal, of each rule, and those that a finding needs."""

    any: float
    signals: Mapping[str, float]
    rules: Mapping[str, float]
    least: float

    def of(self, rule: str, signals: Signals) -> float:
        """Return the log odds that a mark of *rule* with these signals is right."""
        weights = (self.signals[name] for name in Signals._fields)
        told = sum(w * value for w, value in zip(weights, signals, strict=True))
        return self.any + self.rules.get(rule, 0.0) + told


def trusted(found: Sequence[Found]) -> Iterator[Found]:
    """Yield what was *found* in an article, marks as minor whose odds are too low.

    What the article alone shows needs no reference to agree with: nor does a headline that the text
    below it contradicts too.
    """
    odds = load_odds()
    for (by, mark, seen), signals in zip(found, signals_of(found), strict=True):
        low = signals is not None and odds.of(by.name, signals) < odds.least
        low = low and not contradicted_below(seen, by, mark)
        yield by, replace(mark, severity=Severity.MINOR) if low else mark, seen


def signals_of(found: Sequence[Found]) -> Iterator[Signals | None]:
    """Yield the signals of each mark, None for one that nothing makes doubtful.

    It is not grave, shows no reference, or is sure.
    """
    pairs = [seen.comparison_at(mark.span) for _, mark, seen in found]
    grave = [_is_grave(by, mark) for by, mark, _ in found]
    places = Counter(_place(pair) for pair, counts in zip(pairs, grave, strict=True) if counts)
    there: dict[int, list[tuple[str, Span]]] = {}
    for (by, mark, _), pair, counts in zip(found, pairs, grave, strict=True):
        if counts:
            there.setdefault(_place(pair), []).append((by.name, mark.span))
    for (by, mark, seen), pair, counts in zip(found, pairs, grave, strict=True):
        shown = [e for e in mark.evidence if e.reference is not None]
        if mark.sure or not (counts and shown):
            yield None
            continue
        others = places.total() - places[_place(pair)]
        signals = seen.once(_of_article)._replace(
            references=len({e.reference for e in shown}),
            findings=_against_usual(others, len(seen.comparisons) - 1),
            unheard=_or_usual(seen.once(_heard).missing(seen.story, mark.span)),
            critical=_severity(by, mark) is Severity.CRITICAL,
            agreed=len({n for n, s in there[_place(pair)] if s.overlaps(mark.span)} - {by.name}),
        )
        yield _in_pair(signals, mark, pair, shown[0]) if pair else signals


def _of_article(article: Article) -> Signals:
    """What the article as a whole tells of any mark in it."""
    told = [s for s in article.story.segments if s.compared]
    if not told:
        return Signals()
    heard = article.once(_heard)
    new = [share for s in told if (share := heard.missing(article.story, s.span)) is not None]
    return Signals(
        reworded=sum(new) / len(new) if new else Signals().reworded,
        unsupported=len(article.alignment.unsupported) / len(told),
    )


def _heard(article: Article) -> Anywhere:
    return Anywhere.of(article.references.values())


def _or_usual(share: float | None) -> float:
    return Signals().unheard if share is None else share


def _against_usual(marks: int, sentences: int) -> float:
    """The logarithm of how many *marks* other *sentences* have, against what is usual."""
    if sentences < 1:
        return _ALONE
    return math.log((marks + 1) / (_USUAL * sentences + 1))


def _is_grave(by: Rule, mark: Mark) -> bool:
    return _severity(by, mark).rank > Severity.MINOR.rank


def _severity(by: Rule, mark: Mark) -> Severity:
    return mark.severity or by.severity


def _place(pair: Comparison | None) -> int:
    return -1 if pair is None else pair.index


def _in_pair(signals: Signals, mark: Mark, pair: Comparison, shown: Evidence) -> Signals:
    """Return *signals* with those of the sentence and of the reference that is shown."""
    signals = signals._replace(
        siblings=len(pair.siblings),
        headline=pair.segment.block.kind is BlockKind.HEADLINE,
        quoted=any(q.span.overlaps(mark.span) for q in pair.segment.facts.quotations),
    )
    witness = next((w for w in pair.witnesses if w.key == shown.reference), None)
    if witness is None:
        return signals
    return _of_words(_of_link(signals, pair, witness), mark, pair, shown)


def _of_link(signals: Signals, pair: Comparison, witness: Witness) -> Signals:
    pairing = pair.pairings[witness.key]
    return signals._replace(
        paired=_share(pairing.forward, pairing.mine.content),
        said=_share(pairing.backward, pairing.theirs.content),
        length=math.log(max(1, len(pairing.mine.content))),
        similarity=_sureness(pair, witness),
        step=pair.whole.in_step[witness.key],
        foreign=pairing.foreign,
    )


def _sureness(pair: Comparison, witness: Witness) -> float:
    """How sure the link is; a headline is as sure of its source as what it sums up below it."""
    if pair.segment.block.kind is not BlockKind.HEADLINE:
        return witness.similarity
    own = set(witness.indices)
    shared = (
        link.similarity
        for i in pair.siblings
        for link in pair.whole.links_of[i]
        if link.reference == witness.key and not own.isdisjoint(link.reference_segments)
    )
    return max((witness.similarity, *shared))


def _of_words(signals: Signals, mark: Mark, pair: Comparison, shown: Evidence) -> Signals:
    pairing = pair.pairings[shown.reference or ""]
    mine, theirs = pairing.mine.inside(mark.span), pairing.theirs.inside(shown.span)
    if not theirs:
        return signals
    near = shared_company(mark, pair, _COMPANY)
    held = sum(pairing.backward[j] is not None for j in theirs) / len(theirs)
    if mine:
        signals = signals._replace(distance=_distance(pairing, mine.start, theirs.start))
    return signals._replace(company=signals.company if near is None else near, held=held)


def _distance(pairing: Pairing, i: int, j: int) -> float:
    return abs(i / len(pairing.mine.words) - j / len(pairing.theirs.words))


def _share(partners: Sequence[int | None], words: Collection[int]) -> float:
    """The share of *words* that have a partner; of few words it is near to what is usual."""
    known = sum(partners[i] is not None for i in words)
    return (known + _FEW * Signals().paired) / (len(words) + _FEW)


@lru_cache(maxsize=1)
def load_odds() -> Odds:
    """Read ``trust.toml`` beside this file."""
    text = (resources.files("transdiff") / "trust.toml").read_text(encoding="utf-8")
    data = tomli.loads(text)
    return Odds(data["any"], data["signals"], data["rules"], data["least"])
