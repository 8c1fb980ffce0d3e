"""Quotations: whatever the marks, the nesting, the paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Quotation
from transdiff.language.quotes import quoted_spans
from transdiff.model import Document, Story
from transdiff.pipeline import annotated_story


def quoted(text: str, lang: str = "en") -> list[str]:
    document = Document.from_text(text, lang)
    return [span.of(text) for span in quoted_spans(document)]


def story(text: str, lang: str = "en") -> Story:
    return annotated_story("wire", Document.from_text(text, lang))


def quotations(text: str, lang: str = "en") -> list[Quotation]:
    found = {q.span: q for s in story(text, lang).segments for q in s.facts.quotations}
    return list(found.values())


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "“The dam held,” she said. “It will hold.”", ["The dam held,", "It will hold."]),
        ("en", '"The dam held," she said. "It will."', ["The dam held,", "It will."]),
        ("en", "'The dam held,' she said of the 'wall'.", ["The dam held,", "wall"]),
        ("de", "„Der Damm hält“, sagte sie. »Gut so.«", ["Der Damm hält", "Gut so."]),
        ("fr", "« La digue tient », a-t-elle dit.", ["La digue tient"]),
        ("ru", "«Дамба держится», — сказала она.", ["Дамба держится"]),
        ("zh", '她说:"大坝很稳。"他说：「好。」', ["大坝很稳。", "好。"]),
        ("ja", "彼は「堤防は『安全』だ」と述べた。", ["堤防は『安全』だ"]),
        ("cs", "„Hráz drží,“ řekla.", ["Hráz drží,"]),
        ("sv", "”Dammen håller”, sade hon.", ["Dammen håller"]),
    ],
)
def test_every_house_style_of_marks(lang: str, text: str, expected: list[str]) -> None:
    assert quoted(text, lang) == expected


def test_apostrophes_open_and_close_nothing() -> None:
    text = "The workers' union can't strike; it's the firm’s rule since the '90s."
    assert quoted(text) == []


def test_an_apostrophe_inside_single_marks_does_not_end_the_quotation() -> None:
    assert quoted("‘The workers’ union won’t strike,’ he said.") == [
        "The workers’ union won’t strike,"
    ]


def test_only_the_outermost_quotation_counts() -> None:
    assert quoted("“He told me ‘never’ and left,” she said.") == ["He told me ‘never’ and left,"]
    assert quoted("«Он сказал «нет» и ушел», — заявила она.", "ru") == ["Он сказал «нет» и ушел"]


def test_a_mark_of_inches_or_seconds_is_no_quotation() -> None:
    assert quoted('The board is 6" wide and 8" long.') == []


def test_a_quotation_of_two_paragraphs_reopens_without_closing() -> None:
    text = "“The dam held.\n\n“It will hold again,” she said."
    assert quoted(text) == ["The dam held.", "It will hold again,"]


def test_a_mark_that_nothing_closes_quotes_nothing() -> None:
    assert quoted("“The dam held, she said.\n\nThe river fell.") == []


def test_given_sentences_share_a_quotation() -> None:
    document = Document.from_sentences(['"The dam held.', 'It will hold," she said.'], "en")
    segments = annotated_story("wire", document).segments
    first, second = (s.facts.quotations[0] for s in segments)
    assert first == second
    assert first.text == "The dam held.\nIt will hold,"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ('The "reform" was dropped.', True),
        ('The trawler "Star of the North" sank.', True),
        ('"Never," she said.', False),
        ('He called it "a waste of time".', False),
    ],
)
def test_a_quoted_word_or_a_name_is_a_label(text: str, label: bool) -> None:
    assert [q.scare for q in quotations(text)] == [label]


def test_spans_stand_inside_the_marks_in_the_document() -> None:
    text = "Calm returned.\n\n“ The dam held ,” she said."
    (found,) = quotations(text)
    assert found.span.of(text) == found.text == "The dam held ,"


MARKS = st.text(alphabet="ab ,.'’‘\"“”«»„「」\n", max_size=60)


@given(MARKS)
def test_quotations_are_ordered_apart_and_within_the_text(text: str) -> None:
    document = Document.from_sentences([text or "a"], "en")
    spans = quoted_spans(document)
    assert all(0 <= s.start < s.end <= len(document.text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_ten_thousand_marks_take_linear_time() -> None:
    document = Document.from_sentences(["“" * 5000 + "'a " * 5000], "en")
    assert len(quoted_spans(document)) <= 1
