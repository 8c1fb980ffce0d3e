"""NITF: the story, what its head says of it, and nothing of its metadata."""

from __future__ import annotations

from tests.readers.given import kinds, story

STORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-GB">
 <head>
  <title>ferries-alta</title>
  <docdata management-status="usable">
   <du-key generation="1" version="3"/>
   <date.issue norm="20250503T101500Z"/>
   <date.release norm="20250503T120000Z"/>
   <doc.copyright holder="Fjord Holding" year="2025"/>
  </docdata>
  <pubdata name="Fjord Daily" date.publication="20250504"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Ferries stop at&nbsp;Alta</hl1></hedline>
   <byline>By <person>Ann Olsen</person> <byttl>Fjord News Writer</byttl></byline>
   <distributor><org>Fjord News</org></distributor>
   <dateline><location>ALTA, Norway</location>, <story.date norm="20250503">May 3</story.date>
   </dateline>
  </body.head>
  <body.content>
   <p>Twelve ferries stopped on <chron norm="20250503">Saturday</chron>, the
   <org>port authority<alt-code idsrc="x" value="y">CODE</alt-code></org> said.</p>
   <media media-type="image"><media-reference source="x.jpg">x.jpg</media-reference>
    <media-caption>Ferries at the pier.</media-caption>
    <media-producer>FN/Per Lund</media-producer></media>
   <!-- not for print --><p>Nobody was hurt.<br/>Service resumes on Monday.</p>
  </body.content>
  <body.end><tagline>Editing by Per Lund</tagline></body.end>
 </body>
</nitf>"""


def test_every_part_of_the_story_is_what_it_is() -> None:
    assert kinds(story(STORY)) == [
        ("headline", "Ferries stop at\u00a0Alta".replace("\u00a0", " ")),
        ("byline", "By Ann Olsen"),
        ("dateline", "ALTA, Norway, May 3"),
        ("body", "Twelve ferries stopped on Saturday, the port authority said."),
        ("caption", "Ferries at the pier."),
        ("credit", "FN/Per Lund"),
        ("body", "Nobody was hurt."),
        ("body", "Service resumes on Monday."),
        ("credit", "Editing by Per Lund"),
    ]


def test_the_head_says_who_published_it_when_and_which_version() -> None:
    document = story(STORY)
    assert document.format == "nitf"
    assert (document.lang, document.publisher, document.published, document.version) == (
        "en-GB",
        "Fjord News",
        "2025-05-03",
        "3",
    )
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.day) == ("ALTA, Norway", 3)
    assert document.notes == ("under embargo until 20250503T120000Z",)


def test_the_paper_that_printed_it_is_named_where_no_agency_is() -> None:
    without = STORY.replace("<distributor><org>Fjord News</org></distributor>", "")
    assert story(without).publisher == "Fjord Daily"


def test_a_story_that_was_withdrawn_says_so() -> None:
    assert "the publisher says: canceled" in story(STORY.replace("usable", "canceled")).notes


def test_the_language_may_be_that_of_the_base() -> None:
    text = "<body.content><p>Tolv ferger lå ved kai.</p></body.content>"
    assert story(f'<nitf baselang="nb-NO"><body>{text}</body></nitf>').lang == "nb-NO"


def test_a_dateline_of_its_own_may_be_a_place_alone() -> None:
    data = (
        "<nitf><body><body.head><hedline><hl1>Ferries stop</hl1></hedline><dateline>Oslo</dateline>"
        "</body.head><body.content><p>Twelve ferries stopped.</p></body.content></body></nitf>"
    )
    dateline = story(data).dateline
    assert dateline is not None
    assert dateline.place == "Oslo"


def _body(inside: str, head: str = "") -> str:
    content = f"<body.head>{head}</body.head><body.content>{inside}</body.content>"
    return f"<nitf><body>{content}</body></nitf>"


def test_place_and_date_of_a_dateline_stay_apart() -> None:
    head = "<dateline><location>ALTA, Norway</location><story.date>May 3</story.date></dateline>"
    document = story(_body("<p>Twelve stopped.</p>", head))
    assert ("dateline", "ALTA, Norway, May 3") in kinds(document)
    assert document.dateline is not None
    assert document.dateline.place == "ALTA, Norway"


def test_a_fraction_does_not_become_a_digit_of_the_number_before_it() -> None:
    half = "<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den></frac>"
    assert story(_body(f"<p>It took <num>1{half}</num> hours.</p>")).text == "It took 1 1/2 hours."


def test_a_message_to_editors_may_signal_a_correction() -> None:
    head = '<head><docdata><ed-msg info="Corrects paragraph 2"/></docdata></head>'
    data = _body("<p>Twelve stopped.</p>").replace("<nitf>", f"<nitf>{head}")
    assert story(data).notes == ("the publisher signals: correction",)
