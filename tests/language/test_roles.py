"""Which words tell of what happens now, and between whom."""

from __future__ import annotations

import pytest

from tests.language.paired import reading
from transdiff.language.limits import limits_otherwise
from transdiff.language.ongoing import tells_now
from transdiff.language.pairing import pair_words
from transdiff.language.reading import Reading
from transdiff.language.roles import roles_of


def place(of: Reading, word: str) -> int:
    return next(i for i, w in enumerate(of.words) if w.text == word)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The bank sues the mayor over the mine.", "sues"),
        ("The rebels attack the convoy in the hills.", "attack"),
        ("The bank will sue the mayor over the mine.", "sue"),
        ("The bank must sue the mayor over the mine.", "sue"),
    ],
)
def test_a_verb_between_a_subject_and_an_object_tells_of_now(text: str, verb: str) -> None:
    told = reading(text)
    assert tells_now(told, place(told, verb))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Attacks on the convoy went on in the hills.", "Attacks"),
        ("The rebel attacks on the convoy went on.", "attacks"),  # no object
        ("The attacks shook the convoy in the hills.", "attacks"),  # no subject
        ("The rebels attacks the convoy feared went on.", "attacks"),  # does not agree
        ("The harbour in the hills was closed.", "hills"),  # no verb
    ],
)
def test_a_noun_or_a_verb_without_its_parties_does_not_tell_of_now(text: str, word: str) -> None:
    told = reading(text)
    assert not tells_now(told, place(told, word))


def test_verbs_that_say_the_same_of_both_have_no_roles() -> None:
    for text, verb in (("Norland met Sudria in May.", "met"), ("Norland fought Sudria.", "fought")):
        told = reading(text)
        assert roles_of(told, place(told, verb)) is None
    told = reading("Norland joined Sudria in May.")
    assert roles_of(told, place(told, "joined")) is not None


@pytest.mark.parametrize(
    ("denied", "bounded", "same"),
    [
        ("Not even ten boats came back.", "Fewer than ten boats came back.", True),
        ("None of the boats has more than ten seats.", "The boats have at most ten seats.", True),
        ("Not even ten boats came back.", "Fewer than nine boats came back.", False),
        ("Not even ten boats came back.", "More than ten boats came back.", False),
    ],
)
def test_a_denial_before_a_figure_bounds_it(denied: str, bounded: str, same: bool) -> None:
    mine, theirs = reading(denied), reading(bounded)
    (cue,) = mine.of_kind("negation", "not")
    assert limits_otherwise(pair_words(mine, theirs), cue) is same
