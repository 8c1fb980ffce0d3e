"""The many-to-many search: links between an article and all of its references."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from transdiff.aligner.features import weighted_rows, words_of
from transdiff.aligner.groups import Group, find_groups
from transdiff.model import Alignment, Link, Story


def align_stories(article: Story, references: Mapping[str, Story]) -> Alignment:
    """Return what supports every compared segment of *article* in every reference."""
    mine = _compared(article)
    theirs = {key: _compared(references[key]) for key in sorted(references)}
    texts = [words_of(article.segments[i].text) for i in mine]
    for key, indices in theirs.items():
        texts += [words_of(references[key].segments[j].text) for j in indices]
    rows = weighted_rows(texts)
    links: list[Link] = []
    start = len(mine)
    for key, indices in theirs.items():
        groups = find_groups(rows[: len(mine)], rows[start : start + len(indices)])
        if len(mine) == len(indices) == 1 and not groups:
            links.append(Link((mine[0],), key, (indices[0],), 0.0))
        links += _links(groups, mine, key, indices)
        start += len(indices)
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
