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
