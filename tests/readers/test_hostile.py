"""Files that mean harm, or are cut off: refused with one line that says where, quoting nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.given import docx, paragraph, story
from transdiff.errors import InputError
from transdiff.files import read, read_pairs

SECRET = "Twelve ferries stopped at a port whose name is under embargo."

XML = {
    "nitf": f"<nitf><body><body.content><p>{SECRET}</p></body.content></body></nitf>",
    "newsml_g2": '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet>'
    f'<inlineData contenttype="text/plain">{SECRET}</inlineData></contentSet></newsItem>',
    "feed": f"<rss><channel><item><title>x</title><description>{SECRET}</description></item>"
    "</channel></rss>",
    "tmx": '<tmx version="1.4"><header srclang="de"/><body><tu><tuv xml:lang="de"><seg>Eins.</seg>'
    f'</tuv><tuv xml:lang="en"><seg>{SECRET}</seg></tuv></tu></body></tmx>',
    "xliff": '<xliff version="1.2"><file source-language="de" target-language="en"><body>'
    f'<trans-unit id="1"><source>Eins.</source><target>{SECRET}</target></trans-unit></body></file>'
    "</xliff>",
}
_BOMB = (
    '<!DOCTYPE r [<!ENTITY a "Secret"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


def refused(data: str | bytes, name: str = "story.xml") -> str:
    """Read *data* and return the error, which is one line without a word of the story."""
    with pytest.raises(InputError) as caught:
        story(data, name)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert "\n" not in message
    assert "ferries" not in message and "Secret" not in message and "root:" not in message
    return message


@pytest.mark.parametrize("format", XML)
def test_the_samples_themselves_are_sound(format: str) -> None:
    document = story(XML[format])
    assert (document.format, SECRET in document.text) == (format, True)


@pytest.mark.parametrize("format", XML)
def test_entities_are_never_read(format: str, tmp_path: Path) -> None:
    stolen = tmp_path / "passwd"
    stolen.write_text("Secret", encoding="utf-8")
    attack = f'<!DOCTYPE r [<!ENTITY a SYSTEM "{stolen.as_uri()}">]>'
    used = XML[format].replace(SECRET, SECRET + "&a;")
    assert "declares XML entities" in refused(attack + used)
    assert "declares XML entities" in refused(_BOMB + used.replace("&a;", "&d;"))
    parameter = f'<!DOCTYPE r [<!ENTITY % p SYSTEM "{stolen.as_uri()}"> %p;]>'
    assert "declares XML entities" in refused(parameter + XML[format])


@pytest.mark.parametrize("format", XML)
def test_an_entity_that_nothing_declares_is_an_error_with_its_line(format: str) -> None:
    used = XML[format].replace(SECRET, SECRET + "\n&secret;")
    assert "line 2" in refused(used)
    outside = f'<!DOCTYPE r SYSTEM "r.dtd">{used}'
    assert "line 2" in refused(outside)


@pytest.mark.parametrize("format", XML)
def test_a_file_that_is_cut_off_says_where(format: str) -> None:
    at = XML[format].index(SECRET) + 20
    assert "not well-formed XML at line 1, column" in refused(XML[format][:at])


@pytest.mark.parametrize("format", XML)
def test_another_encoding_than_the_declared_one_is_an_error(format: str) -> None:
    data = XML[format].replace("ferries", "Fähren")
    wrong = b'<?xml version="1.0" encoding="UTF-8"?>' + data.encode("latin-1")
    assert "line 1" in refused(wrong)
    unknown = b'<?xml version="1.0" encoding="x-martian"?>' + data.encode("utf-8")
    assert "line 1" in refused(unknown)


@pytest.mark.parametrize("format", XML)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1251"])
def test_the_declared_encoding_is_believed(format: str, encoding: str) -> None:
    named = encoding.removesuffix("-sig")
    declared = f'<?xml version="1.0" encoding="{named}"?>\n<!-- a comment -->\n{XML[format]}'
    assert SECRET in story(declared.encode(encoding)).text


@pytest.mark.parametrize("format", XML)
def test_a_tower_of_elements_is_refused(format: str) -> None:
    deep = XML[format].replace(SECRET, "<b>" * 5000 + SECRET + "</b>" * 5000)
    assert "nested too deeply" in refused(deep)


def test_a_word_document_is_parsed_as_carefully() -> None:
    assert "word/document.xml: " in refused(docx(paragraph("&d;")), "story.docx")
    assert "core.xml: declares XML entities" in refused(
        docx(paragraph("Two."), core=_BOMB + "<r>&d;</r>"), "story.docx"
    )


@pytest.mark.parametrize(
    "suffix", ["xml", "json", "docx", "tmx", "xlf", "tsv", "csv", "txt", "html"]
)
def test_fifty_megabytes_are_not_read(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"big.{suffix}"
    with file.open("wb") as stream:
        stream.truncate(50 * 1024 * 1024)
    for open_with in (read, read_pairs):
        with pytest.raises(InputError, match="larger than 10 MB"):
            open_with(file)


def test_xml_of_an_unknown_kind_is_not_taken_for_text() -> None:
    assert "XML of an unknown kind (<invoice>)" in refused(
        f'<?xml version="1.0"?><invoice>{SECRET}</invoice>'
    )


def test_a_format_of_one_side_has_no_pairs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Twelve ferries stopped.", encoding="utf-8")
    with pytest.raises(InputError, match="text holds one side only"):
        read_pairs(tmp_path / "a.txt")
