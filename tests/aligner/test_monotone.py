"""The path of two languages: what is left out, and what may be right beside it."""

import numpy as np
import pytest

from transdiff.aligner import monotone
from transdiff.aligner.channels import Channels
from transdiff.aligner.features import Rows
from transdiff.aligner.grid import Grid
from transdiff.aligner.groups import Group
from transdiff.aligner.monotone import find_path
from transdiff.aligner.weights import load_path_weights


def channels(mine: Rows, theirs: Rows) -> Channels:
    """Sentences of a hundred characters with the given facts, and nothing else in common."""
    nothing = Grid.of(np.zeros_like(mine), np.zeros_like(theirs))
    lengths = np.full(len(mine), 100.0), np.full(len(theirs), 100.0)
    return Channels((nothing, Grid.of(mine, theirs), nothing), *lengths)


def facts(size: int) -> Rows:
    return np.eye(size, dtype=np.float32) * 6


def test_pairs_in_order() -> None:
    found = find_path(channels(facts(6), facts(6)), load_path_weights("across"))
    assert [(g.mine, g.theirs) for g in found.groups] == [((k,), (k,)) for k in range(6)]


def test_what_crosses_the_path_is_a_group_or_a_doubt() -> None:
    moved = facts(8)[[6, *range(6), 7]]
    found = find_path(channels(moved, facts(8)), load_path_weights("across"))
    assert ((0,), (6,)) in [(g.mine, g.theirs) for g in (*found.groups, *found.unsure)]
    linked = {i for g in found.groups for i in g.mine}
    assert not linked & {i for g in found.unsure for i in g.mine}


def test_a_sentence_that_moved_ousts_a_stranger_from_its_place() -> None:
    mine = np.zeros((8, 9), np.float32)
    mine[0, 6] = 30.0  # moved to the top
    mine[range(1, 7), range(6)] = 6.0
    mine[7, [6, 8]] = 2.0, 5.0  # stands where it stood, and shares little with it
    theirs = np.eye(7, 9, dtype=np.float32) * 6
    theirs[6, 6] = 30.0
    found = find_path(channels(mine, theirs), load_path_weights("glossary"))
    linked = [(g.mine, g.theirs) for g in found.groups]
    assert ((0,), (6,)) in linked
    assert not any(7 in group for group, _ in linked)


def test_a_pair_that_nothing_speaks_for_ousts_none() -> None:
    odds = np.array([[-9.0], [-0.5]])
    path = [Group((0,), (0,), 0.1)]
    assert monotone._ousted(path, odds, least=2.0) == path
    join = [Group((0, 1), (0,), 0.9)]
    assert monotone._ousted(join, np.array([[-4.0], [-4.0], [3.0]]), least=2.0) == join


def test_no_sentences_no_groups() -> None:
    assert find_path(channels(facts(3)[:0], facts(3)), load_path_weights("across")).groups == []


@pytest.mark.parametrize(("size", "worth"), [(10, 0.0), (400, 1.0)])
def test_only_a_document_that_leaves_little_out_weighs_it(size: int, worth: float) -> None:
    steps = [(k, k, 1, 1) for k in range(size)]
    assert monotone._less_left_out(steps, 0.2) > worth
    gaps = [(2 * k, k, 1, 1) for k in range(size)]
    assert monotone._less_left_out(gaps, 0.2) == 0.0
