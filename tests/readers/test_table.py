"""TSV and CSV: a translation beside its references."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.given import kinds, pairs, sentences, source, stories, story
from transdiff.errors import InputError
from transdiff.readers import table


def test_column_names_say_what_is_what() -> None:
    (pair,) = pairs(
        "lang\tsource_lang\ttranslation\tsource\n"
        "en\tde\tTwelve ferries stopped.\tZwölf Fähren lagen.\n"
        "en\tde\tNobody  came.\tNiemand kam.\n",
        "t.tsv",
    )
    assert sentences(pair.article) == ["Twelve ferries stopped.", "Nobody came."]
    assert sentences(pair.references["source"]) == ["Zwölf Fähren lagen.", "Niemand kam."]
    assert (pair.article.lang, pair.references["source"].lang) == ("en", "de")


@pytest.mark.parametrize("name", ["t.csv", "stdin"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_seen(name: str, delimiter: str) -> None:
    given = source(f"article{delimiter}source\nTwelve.{delimiter}Zwölf.\n", name)
    (pair,) = table.read_pairs(given)
    assert (pair.article.text, pair.references["source"].text) == ("Twelve.", "Zwölf.")


def test_several_references_have_their_labels() -> None:
    (pair,) = pairs("article;reference.tass;Reference:reuters\nA b c.;D e.;F g.\n", "t.csv")
    assert {k: v.text for k, v in pair.references.items()} == {"tass": "D e.", "reuters": "F g."}


def test_without_column_names_the_source_comes_first() -> None:
    document = story("Zwölf Fähren lagen.\tTwelve ferries stopped.\n", "t.tsv")
    assert document.text == "Twelve ferries stopped."
    assert document.notes == (
        "no column names: the source was taken to come first, then its translation",
    )


def test_rows_of_one_document_belong_together() -> None:
    found = pairs(
        "document,article,reference\n1,One.,Eins.\n2,Two.,Zwei.\n1,Three.,Drei.\n", "t.csv"
    )
    assert sentences(found[0].article) == ["One.", "Three."]
    assert [pair.article.id for pair in found] == ["t#1", "t#2"]


def test_a_document_of_one_row_is_a_whole_text() -> None:
    data = 'id,text,source\n1,"Ferries stop\n\nTwelve ""ferries"" stopped. Nobody came.",Zwölf\n'
    assert kinds(story(data, "t.csv")) == [
        ("headline", "Ferries stop"),
        ("body", 'Twelve "ferries" stopped. Nobody came.'),
    ]


def test_a_quotation_mark_in_a_tsv_means_itself() -> None:
    said = '"We will sail," she said.'
    assert story(f"reference\tarticle\nA.\t{said}\n", "t.tsv").text == said


def test_a_tsv_that_a_spreadsheet_wrote_is_unquoted() -> None:
    data = 'reference\tarticle\nA.\t"She said ""no"" twice."\n'
    assert story(data, "t.tsv").text == 'She said "no" twice.'


def test_the_rows_that_align_writes_are_a_text_for_each_reference() -> None:
    found = pairs(
        "reference\ttranslation\treference_segments\tsimilarity\ttext\treference_text\n"
        "tass\t0\t0\t0.9\tOne.\tEins.\nreuters\t0\t1\t0.8\tOne.\tUne.\ntass\t\t2\t\t\tDrei.\n",
        "aligned.tsv",
    )
    assert [pair.references["source"].text for pair in found] == ["Eins.", "Une."]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("article,reference\nA.,B.\nSecret\n", "line 3: 1 columns where 2 are needed"),
        ('article,reference\nA.,B.\n"Secret,B.\n', "line 3: a quotation mark is never closed"),
        ("a,b,c\n1,2,3\n", "line 1: columns cannot be told apart"),
        ("article,reference\n,Secret\n", "without a row that has both sides"),
        ("", "empty"),
        ("article,reference,lang\nA.,B.,Secret\n", "column lang: the value is not a BCP 47"),
        ("article,reference,lang\nA.,B.,english\n", 'did you mean "en"'),
        (b"article,reference\n\x00\x01\x02,b\n", "binary"),
    ],
)
def test_what_is_broken_says_the_line_and_quotes_nothing(data: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        stories(data, "t.csv")
    assert "\n" not in str(caught.value)
    assert "Secret" not in str(caught.value)


_CELL = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1).filter(str.strip)


@given(st.lists(st.tuples(_CELL, _CELL), min_size=1))
def test_both_sides_have_as_many_sentences(rows: list[tuple[str, str]]) -> None:
    body = "".join(f"{a}\t{b}\n" for a, b in rows)
    (pair,) = pairs(f"article\treference\n{body}", "t.tsv")
    assert len(pair.article.sentences) == len(pair.references["source"].sentences) == len(rows)


def test_the_separator_that_excel_states_is_no_row() -> None:
    (pair,) = pairs("sep=;\r\nsource;target\r\nZwölf, sagt er.;Twelve, he says.\r\n", "t.csv")
    assert pair.article.text == "Twelve, he says."
    with pytest.raises(InputError, match="line 3"):
        pairs('sep=;\nsource;target\n"Zwölf', "t.csv")


def test_columns_may_be_called_by_their_languages() -> None:
    (pair,) = pairs("de-DE\ten_gb\nZwölf Fähren lagen.\tTwelve ferries stopped.\n", "t.tsv")
    assert pair.article.text == "Twelve ferries stopped."
    assert (pair.article.lang, pair.references["source"].lang) == ("en-GB", "de-DE")


def test_a_short_first_sentence_is_no_language() -> None:
    (pair,) = pairs("Ja\tYes\nNein\tNo\n", "t.tsv")
    assert sentences(pair.article) == ["Yes", "No"]
