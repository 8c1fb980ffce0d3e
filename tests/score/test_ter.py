"""Our TER is sacrebleu's, number for number."""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.ter import TER

from transdiff.score.ter import FastTER

WORDS = st.lists(
    st.sampled_from(
        ["the", "talks", "ended", "on", "Monday", "in", "Vienna", "without", "a", "deal"]
    )
)
SENTENCES = WORDS.map(" ".join)


@settings(max_examples=300, deadline=None)
@given(SENTENCES, st.lists(SENTENCES, min_size=1, max_size=3))
def test_it_equals_sacrebleus(hypothesis: str, references: list[str]) -> None:
    metric = FastTER()
    ours = metric.sentence_score(hypothesis, references)
    assume(not metric.left_out)  # one word against thirty: sacrebleu may not look far enough
    theirs = TER().sentence_score(hypothesis, references)
    assert (ours.score, ours.num_edits) == (theirs.score, theirs.num_edits)


LETTERS = st.text("abcdefghijkl", max_size=60).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(LETTERS, LETTERS)
def test_it_equals_sacrebleus_where_the_beam_cuts_its_search(one: str, other: str) -> None:
    metric = FastTER()
    ours, theirs = metric.sentence_score(one, [other]), TER().sentence_score(one, [other])
    assert metric.left_out or ours.num_edits == theirs.num_edits


def test_what_sacrebleu_may_not_find_is_left_out() -> None:
    metric = FastTER()
    long = " ".join(f"w{n}" for n in range(70))
    assert metric.sentence_score("w69 w1 w0", [long]).num_edits == 0
    assert metric.left_out == 1


def test_it_has_sacrebleus_signature() -> None:
    ours, theirs = FastTER(), TER()
    for metric in (ours, theirs):
        metric.corpus_score(["a b"], [["a c"]])
    assert str(ours.get_signature()) == str(theirs.get_signature())


def test_long_reordered_sentences_agree_too() -> None:
    words = [f"w{n % 23}" for n in range(60)]
    moved = words[30:] + words[:30]
    pair = (" ".join(words), [" ".join(moved)])
    assert FastTER().sentence_score(*pair).score == TER().sentence_score(*pair).score
