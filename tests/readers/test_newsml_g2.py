"""NewsML-G2: news items in XHTML, NITF or plain text, alone or in a news message."""

from __future__ import annotations

import pytest

from tests.readers.given import kinds, stories, story
from transdiff.errors import InputError

_HEAD = """<rightsInfo><copyrightHolder><name>Fjord Holding</name></copyrightHolder></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/>
<provider qcode="nprov:FN"><name>Fjord News</name></provider>
<versionCreated>2025-05-03T10:15:00+02:00</versionCreated><firstCreated>2025-05-02</firstCreated>
<embargoed>2025-05-03T12:00:00Z</embargoed><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><located qcode="city:alta"><name>Alta</name></located>
<creditline>Fjord News/Agency</creditline><by>By Ann Olsen</by>
<dateline>ALTA, Norway, May 3</dateline><language tag="en-GB"/>
<headline>Ferries stop at Alta</headline></contentMeta>"""
_XHTML = """<inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml">
<head><title>not this</title></head><body><h1>Ferries stop at Alta</h1>
<p>Twelve ferries <b>stopped</b> on Saturday.</p><p>Nobody was hurt.</p></body></html>
</inlineXML>"""
_NITF = """<inlineXML contenttype="application/nitf+xml">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">
<body><body.head><hedline><hl1>Other head</hl1></hedline></body.head><body.content>
<p>Twelve ferries stopped on Saturday.</p><p>Nobody was hurt.</p></body.content></body></nitf>
</inlineXML>"""
_PLAIN = """<inlineData contenttype="text/plain">Twelve ferries stopped on Saturday.

Nobody was hurt.</inlineData>"""
_PICTURE = """<newsItem guid="urn:p"><itemMeta/>
<contentMeta><headline>A pier</headline></contentMeta>
<contentSet><remoteContent href="pier.jpg"/></contentSet></newsItem>"""


def item(content: str, tag: str = ' xmlns="http://iptc.org/std/nar/2006-10-01/"') -> str:
    content = f"<contentSet>{content}</contentSet>"
    return f'<newsItem{tag} guid="urn:a" version="4">{_HEAD}{content}</newsItem>'


def message(*items: str) -> str:
    inner = "".join(items)
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">'
        f"<header><sent>2025-05-03</sent></header><itemSet>{inner}</itemSet></newsMessage>"
    )


@pytest.mark.parametrize("content", [_XHTML, _NITF, _PLAIN])
def test_the_story_is_read_whatever_its_content_is_written_in(content: str) -> None:
    assert kinds(story(item(content))) == [
        ("headline", "Ferries stop at Alta"),
        ("byline", "By Ann Olsen"),
        ("dateline", "ALTA, Norway, May 3"),
        ("credit", "Fjord News/Agency"),
        ("body", "Twelve ferries stopped on Saturday."),
        ("body", "Nobody was hurt."),
    ]


def test_the_item_says_who_published_it_when_and_which_version() -> None:
    document = story(item(_XHTML))
    assert (document.format, document.lang, document.publisher) == (
        "newsml_g2",
        "en-GB",
        "Fjord News",
    )
    assert (document.published, document.version) == ("2025-05-03", "4")
    assert document.dateline is not None and document.dateline.place == "ALTA, Norway"
    assert document.notes == ("under embargo until 2025-05-03T12:00:00Z",)


def test_the_place_of_the_metadata_stands_in_for_a_missing_dateline() -> None:
    without = item(_XHTML).replace("<dateline>ALTA, Norway, May 3</dateline>", "")
    document = story(without)
    assert document.dateline is not None and document.dateline.place == "Alta"


def test_pictures_of_a_message_are_left_out() -> None:
    assert story(message(_PICTURE, item(_XHTML, ""))).title == "Ferries stop at Alta"


def test_several_stories_are_numbered() -> None:
    found = stories(message(item(_XHTML, ""), _PICTURE, item(_PLAIN, "")), "wire.xml")
    assert [document.id for document in found] == ["wire#1", "wire#2"]
    assert [document.uri for document in found] == ["wire.xml#1", "wire.xml#2"]


def test_a_message_of_pictures_is_no_story() -> None:
    with pytest.raises(InputError, match="no news item with text"):
        stories(message(_PICTURE))


_TYPED = """(Adds minister)
    * Talks on Monday

    By Ann Olsen
    ALTA, May 3 (Reuters) - Twelve ferries stopped on Saturday at
the port of Alta, leaving more than four thousand passengers on
the quay for the night, the port authority said.
    Nobody was hurt, but the hotels of the town were full and
many people slept in a sports hall that the town had opened, a
spokeswoman said.
    Talks go on.
 (Reporting by Ann Olsen; Editing by Per Lund)"""


@pytest.mark.parametrize(
    "content",
    [
        f"<inlineXML><html><body><p>{_TYPED}</p></body></html></inlineXML>",
        f"<inlineXML><html><body><pre>{_TYPED}</pre></body></html></inlineXML>",
        f"<inlineData>{_TYPED}</inlineData>",
        f"<inlineData><![CDATA[<p>{_TYPED}</p>]]></inlineData>",
    ],
)
def test_a_story_typed_as_on_a_wire_is_cut_into_its_paragraphs(content: str) -> None:
    found = kinds(story(item(content).replace("<by>By Ann Olsen</by>", "")))
    assert [text for kind, text in found if kind == "body"] == [
        "* Talks on Monday",
        "Twelve ferries stopped on Saturday at the port of Alta, leaving more than four thousand "
        "passengers on the quay for the night, the port authority said.",
        "Nobody was hurt, but the hotels of the town were full and many people slept in a sports "
        "hall that the town had opened, a spokeswoman said.",
        "Talks go on.",
    ]
    assert ("byline", "By Ann Olsen") in found


def test_markup_that_is_only_laid_out_is_one_paragraph() -> None:
    laid = "Twelve ferries\n      stopped on\n      Saturday at\n      Alta.\n    "
    found = kinds(story(item(f"<inlineXML><html><body><p>{laid}</p></body></html></inlineXML>")))
    assert found[-1] == ("body", "Twelve ferries stopped on Saturday at Alta.")


def test_an_agency_s_header_and_notepad_are_not_the_story() -> None:
    page = """<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>
    <header><ul class="slugline"><li>Verkehr</li></ul><p class="genre">Extra</p>
    <h1>Ferries stop at Alta</h1></header><section class="main">
    <p>Twelve ferries stopped.</p></section><section class="notepad"><h3>Notizblock</h3>
    <section class="np-nonpublic"><p>Redaktion: 030 000000</p></section></section>
    </body></html></inlineXML>"""
    texts = [text for kind, text in kinds(story(item(page))) if kind == "body"]
    assert texts == ["Twelve ferries stopped."]


def test_entities_that_were_escaped_twice_are_read() -> None:
    text = "Kari &amp;amp; Co: &amp;quot;No&amp;#39;s.&amp;quot;"
    page = item(f"<inlineXML><html><p>{text}</p></html></inlineXML>")
    assert kinds(story(page))[-1] == ("body", 'Kari & Co: "No\'s."')


def test_of_several_headlines_the_main_one_is_the_title() -> None:
    second = '<headline role="hld:subHeadline">Talks on Monday</headline><headline>Ferries'
    document = story(item(_XHTML).replace("<headline>Ferries", second))
    assert document.title == "Ferries stop at Alta"
    assert ("body", "Talks on Monday") in kinds(document)


@pytest.mark.parametrize(
    ("provider", "publisher"),
    [
        ('<provider literal="fn.example"/>', "Fjord Holding"),
        ('<provider literal="FN"/>', "FN"),
        ('<provider qcode="nprov:FN"/>', "Fjord Holding"),
    ],
)
def test_a_name_is_a_better_publisher_than_an_address(provider: str, publisher: str) -> None:
    coded = '<provider qcode="nprov:FN"><name>Fjord News</name></provider>'
    holder = "<copyrightHolder><name>Fjord Holding</name></copyrightHolder>"
    data = item(_XHTML).replace(coded, provider)
    if publisher == "FN":
        data = data.replace(holder, "")
    assert story(data).publisher == publisher


def test_a_place_may_be_a_literal() -> None:
    data = item(_XHTML).replace("<dateline>ALTA, Norway, May 3</dateline>", "")
    data = data.replace(
        '<located qcode="city:alta"><name>Alta</name></located>', '<located literal="Alta"/>'
    )
    dateline = story(data).dateline
    assert dateline is not None
    assert dateline.place == "Alta"


def test_every_author_is_named() -> None:
    two = item(_XHTML).replace(
        "<by>By Ann Olsen</by>", "<by>By Ann Olsen</by><by>and Per Lund</by>"
    )
    bylines = [text for kind, text in kinds(story(two)) if kind == "byline"]
    assert bylines == ["By Ann Olsen", "and Per Lund"]
