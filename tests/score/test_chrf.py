"""Our chrF is sacrebleu's, number for number."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from sacrebleu.metrics.chrf import CHRF

from transdiff.score.chrf import FastCHRF

TEXTS = st.text("abc é.", max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=3), st.lists(TEXTS, min_size=1, max_size=3))
def test_it_equals_sacrebleus(hypotheses: list[str], references: list[str]) -> None:
    streams = [[text] * len(hypotheses) for text in references]
    ours, theirs = FastCHRF(), CHRF()
    found = ours.corpus_score(hypotheses, streams)
    assert found.score == theirs.corpus_score(hypotheses, streams).score
    assert str(ours.get_signature()) == str(theirs.get_signature())
