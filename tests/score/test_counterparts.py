"""Counterparts: which content word stands for which."""

from __future__ import annotations

import time

from transdiff.model import Document
from transdiff.pipeline import annotated_story
from transdiff.score.counterparts import counterparts
from transdiff.score.words import Text


def text(sentence: str) -> Text:
    story = annotated_story(None, Document.from_sentences([sentence], "en"))
    return Text.of((s.facts for s in story.segments), story.lang)


def pairs(article: str, reference: str) -> dict[str, str]:
    mine, theirs = text(article), text(reference)
    found = counterparts(mine, theirs)
    return {theirs.words[j].text: mine.words[i].text for j, i in found.of.items()}


def test_forms_synonyms_and_figures_are_paired_across_the_sentence() -> None:
    found = pairs("The vessel took 12 doctors.", "Twelve physicians had been taken by the ship.")
    assert found == {"Twelve": "12", "physicians": "doctors", "taken": "took", "ship": "vessel"}


def test_the_same_word_goes_before_a_synonym() -> None:
    found = pairs("A vessel and a ship sank.", "A ship and a vessel sank.")
    assert found == {"ship": "ship", "vessel": "vessel", "sank": "sank"}


def test_a_word_that_only_looks_alike_lacks_something() -> None:
    mine, theirs = text("The lighthuose fell."), text("The lighthouse fell.")
    found = counterparts(mine, theirs)
    assert 0 < found.lack(1) < 1
    assert found.lack(2) == 0


def test_a_word_without_counterpart_lacks_all() -> None:
    mine, theirs = text("It sank."), text("The lighthouse sank.")
    assert counterparts(mine, theirs).lack(1) == 1


def test_thousands_of_words_in_one_sense_are_paired_in_passing() -> None:
    mine, theirs = text("ship " * 4000), text("vessel " * 4000)
    start = time.process_time()
    counterparts(mine, theirs)
    assert time.process_time() - start < 2
