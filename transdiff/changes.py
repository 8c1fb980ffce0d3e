"""What changed between two sets of reports: findings, scores, and whether the shift is chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transdiff.model import Finding, Report
from transdiff.significance import LEVEL, mean_interval, paired_p


@dataclass(frozen=True, slots=True)
class Delta:
    """A score before and after, in articles where both have it with the same signature.

    ``before`` and ``after`` are means over ``articles``. Where there are six or more, ``low`` and
    ``high`` bound the shift in 95 of 100 resamples of the articles, ``p`` is the chance of so large
    a shift if the two were exchangeable in each article (paired sign-flip test), and
    ``significant`` says whether that is below .05.
    """

    name: str
    before: float
    after: float
    articles: int
    low: float | None = None
    high: float | None = None
    p: float | None = None
    significant: bool | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with the id of the article that it is in."""

    article: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Changes:
    """Findings that are gone, new, and still there; score deltas; articles on one side only."""

    fixed: tuple[Placed, ...]
    new: tuple[Placed, ...]
    unchanged: tuple[Placed, ...]
    scores: tuple[Delta, ...]
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]
    not_comparable: tuple[str, ...]


def changes(before: Mapping[str, Report], after: Mapping[str, Report]) -> Changes:
    """Compare reports of the same articles, by article id; findings by fingerprint."""
    both = sorted(before.keys() & after.keys())
    fixed: list[Placed] = []
    new: list[Placed] = []
    same: list[Placed] = []
    for name in both:
        old = {f.fingerprint: f for f in before[name].findings}
        now = {f.fingerprint: f for f in after[name].findings}
        fixed += [Placed(name, f) for mark, f in old.items() if mark not in now]
        new += [Placed(name, f) for mark, f in now.items() if mark not in old]
        same += [Placed(name, f) for mark, f in now.items() if mark in old]
    deltas, odd = _deltas([(before[name], after[name]) for name in both])
    return Changes(
        tuple(fixed),
        tuple(new),
        tuple(same),
        deltas,
        tuple(sorted(before.keys() - after.keys())),
        tuple(sorted(after.keys() - before.keys())),
        odd,
    )


def _deltas(
    pairs: Sequence[tuple[Report, Report]],
) -> tuple[tuple[Delta, ...], tuple[str, ...]]:
    """The delta of every score; scores whose signatures differ are named instead."""
    values: dict[str, list[tuple[float, float]]] = {}
    odd: set[str] = set()
    for old, now in pairs:
        first, second = _signed(old), _signed(now)
        for name in first.keys() & second.keys():
            if first[name][1] != second[name][1]:
                odd.add(name)
            else:
                values.setdefault(name, []).append((first[name][0], second[name][0]))
    return tuple(_delta(name, values[name]) for name in sorted(values)), tuple(sorted(odd))


def _signed(report: Report) -> dict[str, tuple[float, str]]:
    found = {s.name: (s.value, s.signature) for s in report.scores if s.value is not None}
    return {"fidelity": (report.fidelity, report.signature), **found}


def _delta(name: str, values: Sequence[tuple[float, float]]) -> Delta:
    count = len(values)
    before = round(sum(b for b, _ in values) / count, 4)
    after = round(sum(a for _, a in values) / count, 4)
    shifts = [a - b for b, a in values]
    bounds = mean_interval(shifts)
    if bounds is None:
        return Delta(name, before, after, count)
    p = paired_p(shifts)
    return Delta(name, before, after, count, bounds.low, bounds.high, p, p < LEVEL)
