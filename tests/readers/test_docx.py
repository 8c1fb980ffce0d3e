"""DOCX: what a Word document would print, tables too; archives are measured before unpacking."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.readers.given import docx, kinds, paragraph, story
from transdiff.errors import InputError

_CORE = """<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:creator>Ann Olsen</dc:creator>
<dc:language>en-GB</dc:language><cp:version>2</cp:version></cp:coreProperties>"""
_APP = "<Properties><Company>Fjord News</Company></Properties>"
_TABLE = """<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Port</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>Ferries</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>Alta</w:t></w:r></w:p></w:tc>
<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""


def cell(*paragraphs: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{''.join(map(paragraph, paragraphs))}</w:tc></w:tr></w:tbl>"


def test_paragraphs_tables_and_captions_come_in_order() -> None:
    body = (
        paragraph("Ferries stop at Alta", "Title")
        + paragraph("ALTA, May 3 (Reuters) - Twelve ferries stopped on Saturday.")
        + _TABLE
        + paragraph("Ferries at the pier", "Caption")
        + paragraph("Nobody was hurt.")
    )
    document = story(docx(body, core=_CORE, app=_APP))
    assert kinds(document) == [
        ("headline", "Ferries stop at Alta"),
        ("byline", "Ann Olsen"),
        ("dateline", "ALTA, May 3 (Reuters) -"),
        ("body", "Twelve ferries stopped on Saturday."),
        ("body", "Port\tFerries"),
        ("body", "Alta\t12"),
        ("caption", "Ferries at the pier"),
        ("body", "Nobody was hurt."),
    ]
    assert (document.format, document.lang, document.publisher, document.version) == (
        "docx",
        "en-GB",
        "Fjord News",
        "2",
    )


def test_a_story_laid_out_in_a_table_keeps_its_paragraphs() -> None:
    document = story(docx(cell("Twelve ferries stopped on Saturday.", "Nobody was hurt.")))
    assert [text for _, text in kinds(document)] == [
        "Twelve ferries stopped on Saturday.",
        "Nobody was hurt.",
    ]


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>Twelve </w:t></w:r><w:r><w:t>ferries.</w:t></w:r>", "Twelve ferries."),
        ("<w:ins><w:r><w:t>Twelve ferries.</w:t></w:r></w:ins>", "Twelve ferries."),
        (
            "<w:r><w:t>Twelve</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
            "<w:moveFrom><w:r><w:t>y</w:t></w:r></w:moveFrom>",
            "Twelve",
        ),
        ("<w:hyperlink><w:r><w:t>Twelve ferries</w:t></w:r></w:hyperlink>", "Twelve ferries"),
        (
            "<w:r><w:t>Twelve</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
            "Twelve",
        ),
        ("<w:r><w:instrText>PAGE</w:instrText><w:t>Twelve</w:t></w:r>", "Twelve"),
        ("<w:r><w:t>A</w:t><w:tab/><w:t>B</w:t></w:r>", "A\tB"),
    ],
)
def test_a_paragraph_is_what_is_printed(runs: str, text: str) -> None:
    assert story(docx(f"<w:p>{runs}</w:p>")).text == text


def test_a_text_box_is_read_once_and_apart() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>Twelve ferries.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{box}"
        f"</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert [t for _, t in kinds(story(docx(body)))] == ["Twelve ferries.", "In the box."]


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (21 * 1024 * 1024))
    with pytest.raises(InputError, match="larger than 20 MB when unpacked"):
        story(out.getvalue(), "bomb.docx")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    out = io.BytesIO()
    size = 21 * 1024 * 1024
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * size)
    lie = out.getvalue().replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    with pytest.raises(InputError) as caught:
        story(lie, "bomb.docx")
    assert "\n" not in str(caught.value)


def test_many_parts_are_not_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for i in range(5001):
            archive.writestr(f"word/document.xml.{i}", "")
    with pytest.raises(InputError, match="more than 5000 parts"):
        story(out.getvalue(), "many.docx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (docx(paragraph("Secret."))[:-40], "broken zip archive"),
        (docx("<w:p><w:r><w:t>Secret"), r"word/document.xml: not well-formed XML at line 1"),
        (docx(paragraph("")), "no text in the document"),
        (
            docx(paragraph("Secret.")).replace(b"word/document.xml", b"word/xocument.xml"),
            "no word/",
        ),
        (b"PK\x03\x04", "broken zip archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "broken zip archive"),
    ],
)
def test_what_is_broken_is_one_clear_line(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        story(data, "story.docx")
    assert "\n" not in str(caught.value)
    assert "Secret" not in str(caught.value)


def test_a_password_is_said() -> None:
    locked = bytearray(docx(paragraph("Secret.")))
    at = locked.index(b"PK\x01\x02")
    while at >= 0:  # the flag of every entry in the directory
        locked[at + 8] |= 1
        at = locked.find(b"PK\x01\x02", at + 1)
    with pytest.raises(InputError, match="protected by a password"):
        story(bytes(locked), "story.docx")


def test_footnotes_are_printed_and_the_rule_above_them_is_not_text() -> None:
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote>'
        f"<w:footnote>{paragraph('An earlier version said ten ferries.')}</w:footnote>"
        "</w:footnotes>"
    )
    document = story(docx(paragraph("Twelve ferries stopped on Saturday."), footnotes=notes))
    assert [text for _, text in kinds(document)] == [
        "Twelve ferries stopped on Saturday.",
        "An earlier version said ten ferries.",
    ]


def test_who_saved_the_file_is_not_its_author_where_it_names_one() -> None:
    body = "".join(
        map(paragraph, ("Ferries stop", "By Per Lund", "Twelve ferries stopped.", "No one came."))
    )
    assert story(docx(body, core=_CORE)).byline == "By Per Lund"


def test_the_strict_variant_is_read_alike() -> None:
    strict = io.BytesIO()
    with zipfile.ZipFile(strict, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
            f"{paragraph('Twelve ferries stopped.')}</w:body></w:document>",
        )
    assert story(strict.getvalue()).text == "Twelve ferries stopped."


def test_styles_are_known_by_their_names_as_word_in_other_languages_has_ids_of_its_own() -> None:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    styles = (
        f'<w:styles xmlns:w="{word}"><w:style w:styleId="a3"><w:name w:val="caption"/></w:style>'
        '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>'
    )
    body = (
        paragraph("Fähren liegen still.", "Titel")
        + paragraph("Zwölf fielen aus, heißt es.")
        + paragraph("Am Kai", "a3")
    )
    assert kinds(story(docx(body, styles=styles))) == [
        ("headline", "Fähren liegen still."),
        ("body", "Zwölf fielen aus, heißt es."),
        ("caption", "Am Kai"),
    ]


def test_the_raised_number_of_a_note_is_no_digit_of_the_year_before_it() -> None:
    raised = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>1</w:t></w:r>"
    body = f"<w:p><w:r><w:t>It stopped in 2019</w:t></w:r>{raised}<w:r><w:t>.</w:t></w:r></w:p>"
    assert story(docx(body)).text == "It stopped in 2019¹."


def test_what_is_struck_through_is_not_read() -> None:
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>300 </w:t></w:r>"
    kept = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>30 people.</w:t></w:r>'
    body = f"<w:p><w:r><w:t xml:space='preserve'>It sank with </w:t></w:r>{struck}{kept}</w:p>"
    assert story(docx(body)).text == "It sank with 30 people."
