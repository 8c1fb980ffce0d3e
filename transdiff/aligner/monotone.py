"""Across languages: the best path through the grid, then what is sure enough to cross it.

Without a dictionary two sentences have little in common, so that order is the strongest evidence:
a dynamic programme finds the most likely monotone path of pairs, of two sentences against one, and
of sentences left out (Gale and Church 1993). Pairs that are likely by their content alone may
then cross it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from transdiff.aligner.channels import Channels, Joined, Overlap
from transdiff.aligner.grid import Grid, Matrix
from transdiff.aligner.groups import Found, Group
from transdiff.aligner.weights import PathWeights

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (1, 4), (4, 1))
"""How many article and reference sentences one step of the path may take."""
_DOUBT = 1.5
"""Log odds that a pair off the path may lack to be worth a look."""
_OUSTS = 3.0
"""Log odds by which a pair off the path must be ahead of what the path has for its reference."""
_ROUNDS = 3
_PRIOR = 40.0
"""Sentences, or steps, that a document needs to outweigh what is so elsewhere."""
_SHORT = 20
"""Characters below which the lengths of a pair say little: headings are translated freely."""
_TRUST, _JOINED = 2.5, 0.03
"""How much counts that little is left out, in a document with that share of joins or more."""

_SURE, _BY_NAMES = 2.0, 3.5
"""Log odds of a pair that an encoder is judged by, and how far apart the names in such pairs bring
even vectors that know one of the languages alone (English MiniLM, German against French: 3.1)."""
_SHARE, _MOST = 0.3, 4.0
"""How much of what vectors say is news, and the log odds that they add or take at most."""

Shape = tuple[int, int]
Step = tuple[int, int, int, int]
"""First article and reference sentence, and how many of each."""


def signals(joined: Joined, ratio: float) -> Matrix:
    """Return ``weights.PATH_SIGNALS`` for every pair of runs, shape (n, m, k).

    *ratio* is the mean difference of the log lengths (:func:`length_ratio`).
    """
    letters, facts, words = joined.letters, joined.facts, joined.words
    by_letters, by_facts, by_words = letters.cosine, facts.cosine, words.cosine
    mine, theirs = np.log(joined.mine_length + 1), np.log(joined.their_length + 1)
    uneven = mine[:, None] - theirs - ratio
    down, right = (np.arange(k) / max(1, k - 1) for k in by_letters.shape)
    lost = facts.mine[:, None] + facts.theirs - 2 * facts.across
    size = np.exp((mine[:, None] + theirs) / 2)
    return np.stack(
        (
            np.sqrt(np.maximum(by_letters, 0)),
            _ahead(by_letters),
            np.sqrt(np.maximum(by_facts, 0)),
            _ahead(by_facts),
            np.log1p(np.maximum(facts.across, 0)),
            np.log1p(np.maximum(lost, 0)),
            np.sqrt(np.maximum(by_words, 0)),
            _ahead(by_words),
            np.log1p(np.maximum(words.across, 0)),
            np.minimum(uneven**2, 4.0) * size / (size + _SHORT),
            np.abs(down[:, None] - right),
            np.minimum(mine[:, None], theirs),
        ),
        axis=-1,
    )


def _ahead(cosine: Matrix) -> Matrix:
    """Take the average of the others of its row and of its column from every cell."""
    rows, columns = (
        (cosine.sum(axis=axis, keepdims=True) - cosine) / max(1, cosine.shape[axis] - 1)
        for axis in (1, 0)
    )
    return np.asarray(cosine - (rows + columns) / 2)


def length_ratio(channels: Channels) -> float:
    """Return the log of how much longer the article's sentences run than the reference's."""
    mine, theirs = channels.mine_length.mean(), channels.their_length.mean()
    return float(np.log(mine + 1) - np.log(theirs + 1))


def find_path(
    channels: Channels, weights: PathWeights, shapes: Sequence[tuple[int, int]] = SHAPES
) -> Found:
    """Return the groups on the best path with the sure pairs off it; what is less sure apart."""
    n, m = channels.shape
    if not n or not m:
        return Found()
    ratio = length_ratio(channels)
    tables = {}
    for shape, cost in zip(SHAPES, weights.costs, strict=True):
        if shape in shapes and shape[0] <= n and shape[1] <= m:
            odds = weights.pair.odds(signals(channels.joined(*shape), ratio))
            tables[shape] = odds + weights.offset - cost
    steps = _best_path(tables, n, m)
    if channels.vectors is not None:
        tables = _with_vectors(tables, steps, channels.vectors)
        steps = _best_path(tables, n, m)
    trust = _TRUST * min(1.0, _joined(steps) / _JOINED)
    for _ in range(_ROUNDS):
        worth = trust * _less_left_out(steps, weights.omitted)
        steps = _best_path(
            {shape: table + worth * sum(shape) for shape, table in tables.items()}, n, m
        )
    groups = [
        Group(tuple(range(i, i + d)), tuple(range(j, j + r)), _chance(tables[d, r][i, j]))
        for i, j, d, r in steps
    ]
    groups = _ousted(groups, tables[1, 1], weights.crossing)
    groups += _crossing(groups, tables[1, 1], weights.crossing)
    return Found(groups, _crossing(groups, tables[1, 1], weights.crossing - _DOUBT))


def _with_vectors(
    tables: Mapping[Shape, Matrix], steps: Sequence[Step], vectors: Grid
) -> dict[Shape, Matrix]:
    """Add what an encoder's vectors say to the log odds of *tables*, as far as it can be trusted.

    Whether an encoder knows both languages shows in the pairs that are sure without it: the
    further their cosines are from those of all pairs, the more a cosine says of any other.
    """
    sure = [(i, j) for i, j, *shape in steps if shape == [1, 1] and tables[1, 1][i, j] > _SURE]
    if not sure:
        return dict(tables)
    usual, spread = float(vectors.cosine.mean()), max(1e-6, float(vectors.cosine.std()))
    apart = (float(np.mean([vectors.cosine[pair] for pair in sure])) - usual) / spread
    trust = _SHARE * apart * min(1.0, max(0.0, apart - _BY_NAMES))
    found = {}
    for shape, table in tables.items():
        ahead = (Overlap.of(vectors, *shape).cosine - usual) / spread - apart / 2
        found[shape] = table + np.clip(trust * ahead, -_MOST, _MOST)
    return found


def _less_left_out(steps: Sequence[Step], expected: float) -> float:
    """Return the log of how much less than *expected* is left out between the ends of a path.

    Where a document leaves little out, a sentence left out is the less likely to be rightly so.
    """
    if not steps:
        return 0.0
    (i, j, _, _), (end, last, down, right) = steps[0], steps[-1]
    total = end + down - i + last + right - j
    taken = sum(d + r for _, _, d, r in steps)
    share = (total - taken + _PRIOR * expected) / (total + _PRIOR)
    return max(0.0, float(np.log(expected / share)))


def _joined(steps: Sequence[Step]) -> float:
    """Return the share of steps that join sentences: where there are none, what is left out was."""
    joins = sum(d + r > 2 for _, _, d, r in steps)
    return (joins + _PRIOR * _JOINED / 2) / (len(steps) + _PRIOR)


def _chance(odds: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def _best_path(tables: Mapping[tuple[int, int], Matrix], n: int, m: int) -> list[Step]:
    """Return the steps of the path with the highest sum; left out costs 0."""
    best = np.zeros((n + 1, m + 1))
    for i in range(1, n + 1):
        row = best[i - 1].copy()
        for (down, right), table in tables.items():
            if down <= i:
                reached = best[i - down, : m + 1 - right] + table[i - down]
                np.maximum(row[right:], reached, out=row[right:])
        np.maximum.accumulate(row, out=best[i])
    steps, i, j = [], n, m
    while i and j:
        if best[i, j] == best[i, j - 1]:
            j -= 1
        elif best[i, j] == best[i - 1, j]:
            i -= 1
        else:
            down, right = next(
                (d, r)
                for (d, r), table in tables.items()
                if d <= i and r <= j and best[i, j] == best[i - d, j - r] + table[i - d, j - r]
            )
            i, j = i - down, j - right
            steps.append((i, j, down, right))
    return steps[::-1]


def _ousted(groups: Sequence[Group], odds: Matrix, least: float) -> list[Group]:
    """Give a reference sentence to an article sentence left out that is far likelier its own.

    The path takes what is in order; a sentence that moved may have left its place to a stranger.
    It must be as likely as what crosses the path; a join is more than its parts, and stays.
    """
    taken = {i for g in groups for i in g.mine}
    found = list(groups)
    for i in sorted({*range(odds.shape[0])} - taken, key=lambda i: (-odds[i].max(), i)):
        j = int(odds[i].argmax())
        rival = next((g for g in found if g.theirs == (j,) and len(g.mine) == 1), None)
        if rival is None or odds[i, j] <= max(least, odds[rival.mine[0], j] + _OUSTS):
            continue
        found.remove(rival)
        found.append(Group((i,), (j,), _chance(odds[i, j])))
    return found


def _crossing(groups: Sequence[Group], odds: Matrix, least: float) -> list[Group]:
    """Pair sentences that the path left out, the likeliest first, while likelier than *least*."""
    odds = odds.copy()
    odds[[i for g in groups for i in g.mine], :] = -np.inf
    odds[:, [j for g in groups for j in g.theirs]] = -np.inf
    found = []
    while odds.size:
        i, j = divmod(int(odds.argmax()), odds.shape[1])
        if odds[i, j] <= least:
            break
        found.append(Group((i,), (j,), _chance(odds[i, j])))
        odds[i, :] = odds[:, j] = -np.inf
    return found
