"""What a word diff takes for deleted and inserted, but the other text has in another place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise

from transdiff.reporters.diff import MAX_CELLS, Change, Run, Token, weight

MOVED_CONTENT, MOVED_TOKENS = 3, 4
"""A run is moved only if it has so many content tokens, and so many tokens, elsewhere."""


def with_siblings(runs: Iterable[Run], siblings: Mapping[int, Sequence[Token]]) -> tuple[Run, ...]:
    """Mark as moved what the reference has and a sibling sentence of the article says.

    *siblings* are the tokens of the sentences that share a reference segment, by their index.
    """
    found: list[Run] = []
    for run in runs:
        if run.change is Change.REFERENCE and weight(run.reference) >= MOVED_CONTENT:
            found += _spread(run, siblings)
        else:
            found.append(run)
    return tuple(found)


def _spread(run: Run, siblings: Mapping[int, Sequence[Token]]) -> list[Run]:
    """Cut a run of the reference into what the closest sibling has and what it has not."""
    keys = [t.key for t in run.reference]
    shared = {
        part: SequenceMatcher(None, [t.key for t in tokens], keys, autojunk=False)
        for part, tokens in siblings.items()
        if len(tokens) * len(keys) <= MAX_CELLS
    }
    if not shared:
        return [run]
    part = max(shared, key=lambda p: (_matched(shared[p]), -p))
    pieces = _pieces(run.reference, shared[part])
    return list(
        _joined(
            Run(Change.MOVED, (), tuple(tokens), part)
            if moved and weight(tokens) >= MOVED_CONTENT
            else Run(Change.REFERENCE, (), tuple(tokens))
            for moved, tokens in pieces
        )
    )


def _pieces(
    reference: Sequence[Token], matcher: SequenceMatcher[str]
) -> list[tuple[bool, list[Token]]]:
    """Cut *reference* into what *matcher* found in the other text and what it did not."""
    told = {block.b + i for block in matcher.get_matching_blocks() for i in range(block.size)}
    for before, after in pairwise(sorted(told)):
        if not any(c.isalnum() for t in reference[before + 1 : after] for c in t.text):
            told.update(range(before + 1, after))
    pieces: list[tuple[bool, list[Token]]] = []
    for i, token in enumerate(reference):
        moved = i in told
        if pieces and pieces[-1][0] == moved:
            pieces[-1][1].append(token)
        else:
            pieces.append((moved, [token]))
    return pieces


def _matched(matcher: SequenceMatcher[str]) -> int:
    return sum(block.size for block in matcher.get_matching_blocks())


def _joined(runs: Iterable[Run]) -> Iterable[Run]:
    last: Run | None = None
    for run in runs:
        same = last and (run.change, run.elsewhere) == (last.change, last.elsewhere)
        if last and same and run.change is not Change.STYLE:
            article, reference = last.article + run.article, last.reference + run.reference
            last = Run(run.change, article, reference, run.elsewhere)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


Find = Callable[[str], int | None]


def with_moves(runs: Iterable[Run], in_article: Find, in_reference: Find) -> tuple[Run, ...]:
    """Mark as moved the runs that the other text has elsewhere.

    *in_article* and *in_reference* tell the segment of their text that holds a run of keys (see
    :func:`run_key`), or None.
    """
    return tuple(_moved(run, in_article, in_reference) for run in runs)


def _moved(run: Run, in_article: Find, in_reference: Find) -> Run:
    if run.change not in (Change.ARTICLE, Change.REFERENCE):
        return run
    own, find = (
        (run.article, in_reference) if run.change is Change.ARTICLE else (run.reference, in_article)
    )
    if weight(own) < MOVED_CONTENT or len(own) < MOVED_TOKENS:
        return run
    place = find(run_key(own))
    return run if place is None else replace(run, change=Change.MOVED, elsewhere=place)


def run_key(tokens: Iterable[Token]) -> str:
    """Return the keys of *tokens* as one string in which a run of tokens can be looked up."""
    words = (t.key for t in tokens if t.content)
    return "\x1f" + "\x1f".join(words) + "\x1f"
