"""Which words of a reference are lost, and which are said in other words."""

from __future__ import annotations

from transdiff.language.pairing import pair_words
from transdiff.language.reading import read
from transdiff.language.slots import Layout
from transdiff.model import Document
from transdiff.pipeline import annotated_story
from transdiff.rules.coverage.lost import SIGNALS, Lost, lost_words

REFERENCE = "The harbour office will publish the new timetable for ferries on Friday."


def lost(text: str) -> dict[str, Lost]:
    sides = (annotated_story(None, Document.from_sentences([t], "en")) for t in (text, REFERENCE))
    mine, theirs = (read([s.facts for s in story.segments], "en") for story in sides)
    return {theirs.words[w.word].fold: w for w in lost_words(Layout(pair_words(mine, theirs)))}


def test_a_word_gone_from_between_its_neighbours_is_lost() -> None:
    found = lost("The harbour office will the new timetable for ferries on Friday.")
    assert found["publish"].odds > 1
    assert found["publish"].place == 4


def test_a_word_that_another_stands_for_is_not() -> None:
    assert "publish" not in lost("The harbour office will issue the new timetable for ferries.")


def test_nothing_is_lost_in_the_same_words() -> None:
    assert not lost(REFERENCE)


def test_the_less_the_texts_share_the_less_sure_it_is() -> None:
    near = lost("The harbour office will the new timetable for ferries on Friday.")
    far = lost("The port authority will the new timetable for all boats by the weekend.")
    assert far["publish"].odds < near["publish"].odds


def test_a_capital_that_opens_a_sentence_makes_no_name() -> None:
    texts = (
        "Mọi chuyến phà sáng nay đã dừng.",
        "Công ty vận hành phà sáng nay đã dừng mọi chuyến.",
    )
    sides = (annotated_story(None, Document.from_sentences([t], "vi")) for t in texts)
    mine, theirs = (read([s.facts for s in story.segments], "vi") for story in sides)
    named = SIGNALS.index("name")
    assert not any(w.signals[named] for w in lost_words(Layout(pair_words(mine, theirs))))
