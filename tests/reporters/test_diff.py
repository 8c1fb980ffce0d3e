"""Word diff: whole tokens, atoms, phrases rather than confetti, moves, house style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Span
from transdiff.language.words import tokenize
from transdiff.reporters.diff import (
    MAX_CELLS,
    Atom,
    Change,
    Run,
    Token,
    tokens_of,
    word_diff,
)
from transdiff.reporters.moves import run_key, with_moves, with_siblings


def cut(text: str, *, part: int = 0, lang: str = "en", atoms: tuple[Atom, ...] = ()) -> list[Token]:
    return list(tokens_of(text, tokenize(text, 0, lang), part, lang, atoms))


def atom(text: str, quote: str, key: str) -> Atom:
    start = text.index(quote)
    return Atom(Span(start, start + len(quote)), key)


def said(runs: tuple[Run, ...] | None) -> list[tuple[str, str]]:
    """Each run as (what it is, its words)."""
    assert runs is not None
    return [(str(r.change), " ".join(t.text for t in (r.reference or r.article))) for r in runs]


def diff(article: str, reference: str, lang: str = "en") -> list[tuple[str, str]]:
    return said(word_diff(cut(article, lang=lang), cut(reference, lang=lang)))


def test_equal_texts_are_one_run() -> None:
    assert diff("The ship sank off the coast.", "The ship sank off the coast.") == [
        ("same", "The ship sank off the coast .")
    ]


def test_words_are_never_cut() -> None:
    assert diff("The vote is set for January.", "The vote is set for March.") == [
        ("same", "The vote is set for"),
        ("reference", "March"),
        ("article", "January"),
        ("same", "."),
    ]


def test_numbers_are_atomic() -> None:
    runs = diff("They paid 1,250,000 crowns on Monday.", "They paid 1,200,000 crowns on Monday.")
    assert ("reference", "1,200,000") in runs
    assert ("article", "1,250,000") in runs


def test_the_same_figure_in_other_words_is_style() -> None:
    article, reference = "Thirty men left the yard.", "30 men left the yard."
    runs = word_diff(
        cut(article, atoms=(atom(article, "Thirty", "30"),)),
        cut(reference, atoms=(atom(reference, "30", "30"),)),
    )
    assert said(runs)[0] == ("style", "30")


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        ("The rumours were denied.", "The rumors were denied."),
        ("The organisation met.", "The organization met."),
        ("The ship carried tonnes of grain.", "The ship carried metric tons of grain."),
        ("They called it “unfair” then.", 'They called it "unfair" then.'),
        ("Output rose 3 per cent then.", "Output rose 3 percent then."),
        ("Mr Orlo left the talks.", "Mr. Orlo left the talks."),
    ],
)
def test_house_style_is_no_change(article: str, reference: str) -> None:
    kinds = {kind for kind, _ in diff(article, reference)}
    assert kinds == {"same", "style"}


def test_changes_that_a_function_word_separates_are_one() -> None:
    runs = diff(
        "Workers halted the loading of cargo at dawn.",
        "Workers halted a shipment of timber at dawn.",
    )
    assert ("reference", "a shipment of timber") in runs
    assert ("article", "the loading of cargo") in runs


def test_a_lone_figure_stays_apart_from_its_neighbours() -> None:
    runs = diff("It took 19 of the boats away.", "It took 12 of the ships away.")
    assert ("reference", "12") in runs


def test_another_sentence_is_not_diffed() -> None:
    one, other = "The strike ended on Friday.", "Grain prices fell sharply in Selmark."
    assert word_diff(cut(one), cut(other)) is None


def test_hopelessly_long_texts_are_not_diffed() -> None:
    long = "word " * (int(MAX_CELLS**0.5) + 1)
    assert word_diff(cut(long), cut(long)) is None


def test_ideographs_are_compared_one_by_one() -> None:
    runs = diff("约4500名工人罢工", "约450名工人罢工", lang="zh")
    assert runs == [
        ("same", "约"),
        ("reference", "450"),
        ("article", "4500"),
        ("same", "名 工 人 罢 工"),
    ]


def test_what_the_other_text_has_elsewhere_is_moved() -> None:
    article = cut("The port, closed since the storm in March, will open on Friday.")
    reference = cut("The port will open on Friday.")
    elsewhere = run_key(cut("It was closed since the storm in March, a clerk said."))
    runs = with_moves(
        word_diff(article, reference) or (),
        lambda run: None,
        lambda run: 3 if run in elsewhere else None,
    )
    moved = [r for r in runs if r.change is Change.MOVED]
    assert [" ".join(t.text for t in r.article) for r in moved] == [
        ", closed since the storm in March ,"
    ]
    assert moved[0].elsewhere == 3


def test_a_word_or_two_elsewhere_is_no_move() -> None:
    runs = word_diff(cut("The old port will open soon."), cut("The port will open soon.")) or ()
    assert with_moves(runs, lambda run: 1, lambda run: 1) == runs


def test_what_a_sibling_sentence_says_is_moved_there() -> None:
    reference = cut("The port closed and Orlo left for the capital unless the banks object.")
    runs = word_diff(cut("The port closed."), reference)
    sibling = cut("Orlo left for the capital.", part=1)
    assert said(with_siblings(runs or (), {1: sibling})) == [
        ("same", "The port closed"),
        ("reference", "and"),
        ("moved", "Orlo left for the capital"),
        ("reference", "unless the banks object"),
        ("same", "."),
    ]


def test_a_sibling_that_repeats_the_sentence_takes_nothing_from_it() -> None:
    mine, reference = cut("The port closed on Friday."), cut("The port closed on Friday at noon.")
    runs = with_siblings(word_diff(mine, reference) or (), {0: cut("The port closed on Friday.")})
    assert [str(r.change) for r in runs] == ["same", "reference", "same"]


WORDS = st.lists(
    st.sampled_from(
        ["the", "of", "port", "ship", "men", "left", "30", ",", ".", "“", "Orlo", "strike"]
    )
)


@given(WORDS, WORDS)
def test_no_token_is_lost_or_doubled(one: list[str], other: list[str]) -> None:
    article, reference = cut(" ".join(one)), cut(" ".join(other))
    runs = word_diff(article, reference)
    if runs is None:
        return
    assert [t for r in runs for t in r.article] == article
    assert [t for r in runs for t in r.reference] == reference


@given(WORDS)
def test_a_text_against_itself_has_no_change(words: list[str]) -> None:
    tokens = cut(" ".join(words))
    runs = word_diff(tokens, tokens)
    assert runs is not None
    assert all(r.change is Change.SAME for r in runs)


def test_one_common_ideograph_does_not_part_two_changes() -> None:
    runs = diff("政府暂时没有回复记者的询问。", "政府尚未就此回应置评请求。", lang="zh")
    assert [kind for kind, _ in runs] == ["same", "reference", "article", "same"]
