import numpy as np
import pytest

import transdiff
from transdiff import Document
from transdiff.aligner.content import content_rows
from transdiff.aligner.features import words_of


def _alike(one: str, other: str, lang: str = "en") -> float:
    texts = (one, other, "Nothing of the kind.", "And this?")
    rows = content_rows([words_of(text) for text in texts], lang)
    lengths = np.maximum(np.linalg.norm(rows, axis=1), 1e-9)
    return float(rows[0] @ rows[1] / (lengths[0] * lengths[1]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("twelve", "12"),
        ("The vessel sank.", "A ship is sinking."),
        ("approved", "approves"),
    ],
)
def test_other_words_of_the_same_content_are_alike(one: str, other: str) -> None:
    assert _alike(one, other) > 0.2


def test_grammar_is_no_content() -> None:
    assert _alike("This is what it was about.", "What is this, and what was it?") == 0.0


def test_a_language_without_a_pack_has_stems_and_figures() -> None:
    assert _alike("Kaksi 17 taloa", "17", "fi") > 0.3


def test_left_over_sentences_are_paired_by_what_little_they_share() -> None:
    article = [
        "The bridge over the Mave was closed on Tuesday after cracks were found.",
        "Twelve lorries had to turn back.",
        "Repairs will take until spring, engineer Dana Holt said.",
    ]
    reference = [
        "Cracks were found in the Mave bridge, which was closed on Tuesday.",
        "A total of 12 trucks were turned back.",
        "Engineer Dana Holt said that repairs would last until spring.",
    ]
    found = transdiff.align(
        Document.from_sentences(article, "en"), {"wire": Document.from_sentences(reference, "en")}
    )
    assert [link.reference_segments for link in found.links] == [(0,), (1,), (2,)]
