"""A figure is grave among the words that stand about its evidence, or where nobody has it."""

from __future__ import annotations

import transdiff


def figures(reference: str, article: str) -> list[str]:
    told = transdiff.Document.from_sentences([article], "en")
    wire = transdiff.Document.from_sentences([reference], "en")
    found = transdiff.compare(told, {"wire": wire}).findings
    return [str(f.severity) for f in found if f.rule == "number-value"]


def test_a_figure_among_the_same_words_is_another_one() -> None:
    article = "The harbour police counted 310 empty crates on the northern quay on Monday."
    assert figures(article.replace("310", "170"), article) == ["major"]


def test_one_that_no_reference_has_is_grave_whatever_stands_about_it() -> None:
    reference = (
        "Crews cleared 170 fallen trees from the coast road; the harbour police counted empty "
        "crates on the northern quay until late on Monday, the mayor of the island said."
    )
    article = (
        "The harbour police counted empty crates on the northern quay until late on Monday, and "
        "the mayor of the island thanked 310 people."
    )
    assert figures(reference, article) == ["major"]
