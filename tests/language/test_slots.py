"""Slots: where two texts that run along each other part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Facts
from transdiff.language.pairing import pair_words
from transdiff.language.reading import read
from transdiff.language.slots import Layout
from transdiff.language.words import tokenize

WORDS = st.lists(
    st.sampled_from(["the", "river", "bank", "old", "stone", "of", "and", "ferry", "sank", "in"]),
    max_size=12,
)


def layout(mine: str, theirs: str) -> Layout:
    sides = (read([Facts(words=tokenize(t, lang="en"))], "en") for t in (mine, theirs))
    return Layout(pair_words(*sides))


def quoted(found: Layout) -> list[tuple[str, str]]:
    return [
        (
            " ".join(found.mine.words[i].text for i in slot.mine),
            " ".join(found.theirs.words[j].text for j in slot.theirs),
        )
        for slot in found.slots
    ]


def test_a_replaced_word_is_a_slot_with_both_sides() -> None:
    found = layout("The old ferry sank in May.", "The new ferry sank in May.")
    assert quoted(found) == [("old", "new")]


def test_a_lost_and_an_added_word_leave_one_side_empty() -> None:
    found = layout("The ferry sank slowly in May.", "The old ferry sank in May.")
    assert quoted(found) == [("", "old"), ("slowly", "")]


def test_quotation_marks_are_all_alike() -> None:
    assert layout("He said “no”.", 'He said "no".').slots == ()


def test_closeness_is_one_for_the_same_words_and_none_for_others() -> None:
    assert layout("Old ferry sank", "The ferry sank, old").closeness == 1.0
    assert layout("Ferry sank", "Prices rose").closeness == 0.0


def test_a_word_said_elsewhere_is_nobodys_alone() -> None:
    found = layout("In May the ferry sank.", "The ferry sank in May.")
    assert not any(found.only_mine(s) or found.only_theirs(s) for s in found.slots)


@given(WORDS, WORDS)
def test_slots_and_partners_cover_both_texts_exactly_once(
    mine: list[str], theirs: list[str]
) -> None:
    found = layout(" ".join(mine), " ".join(theirs))
    left = sorted([*found.partners, *(i for s in found.slots for i in s.mine)])
    right = sorted([*found.partners.values(), *(j for s in found.slots for j in s.theirs)])
    assert left == list(range(len(mine)))
    assert right == list(range(len(theirs)))
    assert all(mine[i] == theirs[j] for i, j in found.partners.items())


@given(WORDS)
def test_a_text_beside_itself_has_no_slot(words: list[str]) -> None:
    assert layout(" ".join(words), " ".join(words)).slots == ()
