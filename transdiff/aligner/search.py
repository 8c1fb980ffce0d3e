"""The many-to-many search: links between an article and all of its references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from transdiff.aligner.features import weighted_rows, words_of
from transdiff.aligner.grid import Grid
from transdiff.aligner.groups import Group, find_groups
from transdiff.aligner.weights import load_weights
from transdiff.model import Alignment, Link, Story
from transdiff.settings import Settings


def align_stories(
    article: Story, references: Mapping[str, Story], settings: Settings | None = None
) -> Alignment:
    """Return what supports every compared segment of *article* in every reference."""
    mine = _compared(article)
    theirs = {key: _compared(references[key]) for key in sorted(references)}
    texts = [words_of(article.segments[i].text) for i in mine]
    for key, indices in theirs.items():
        texts += [words_of(references[key].segments[j].text) for j in indices]
    rows = weighted_rows(texts)
    grids, start = {}, len(mine)
    for key, indices in theirs.items():
        grids[key] = Grid.of(rows[: len(mine)], rows[start : start + len(indices)])
        start += len(indices)
    links: list[Link] = []
    for key, grid in grids.items():
        others = [other.best for name, other in grids.items() if name != key]
        elsewhere = np.max(others, axis=0) if others else np.zeros(len(mine))
        groups = find_groups(grid, elsewhere, load_weights())
        if grid.shape == (1, 1) and not groups:
            groups = [Group((0,), (0,), float(grid.cosine[0, 0]))]
        links += _links(groups, mine, key, theirs[key])
    return _alignment(links, mine, theirs)


def _compared(story: Story) -> list[int]:
    return [k for k, segment in enumerate(story.segments) if segment.compared]


def _links(
    groups: Sequence[Group], mine: Sequence[int], key: str, theirs: Sequence[int]
) -> list[Link]:
    ordered = sorted(groups, key=lambda g: (min(g.mine), min(g.theirs)))
    in_order = _longest_run([min(g.theirs) for g in ordered])
    return [
        Link(
            tuple(mine[i] for i in sorted(group.mine)),
            key,
            tuple(theirs[j] for j in sorted(group.theirs)),
            round(group.similarity, 4),
            moved=k not in in_order,
        )
        for k, group in enumerate(ordered)
    ]


def _longest_run(places: Sequence[int]) -> set[int]:
    """Return the positions of a longest increasing subsequence of *places*."""
    best: list[tuple[int, int]] = []
    for k, place in enumerate(places):
        length, before = max(
            ((best[p][0], p) for p in range(k) if places[p] < place), default=(0, -1)
        )
        best.append((length + 1, before))
    kept: set[int] = set()
    at = max(range(len(best)), key=lambda k: best[k][0], default=-1)
    while at >= 0:
        kept.add(at)
        at = best[at][1]
    return kept


def _alignment(
    links: Sequence[Link], mine: Sequence[int], theirs: Mapping[str, Sequence[int]]
) -> Alignment:
    linked = {i for link in links for i in link.translation}
    used = {(link.reference, j) for link in links for j in link.reference_segments}
    return Alignment(
        tuple(sorted(links, key=lambda k: (k.translation, k.reference, k.reference_segments))),
        tuple(i for i in mine if i not in linked),
        {key: tuple(j for j in found if (key, j) not in used) for key, found in theirs.items()},
    )
