"""ninjs 1, 2 and 3 say the same thing in three ways."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.readers.given import kinds, stories, story
from transdiff.errors import InputError

_HTML = (
    "<h1>Ferries stop at Alta</h1><p>Twelve ferries <b>stopped</b> on Saturday.</p>"
    "<p>Nobody was hurt.</p>"
)
ONE: dict[str, Any] = {
    "uri": "urn:fn:1", "type": "text", "version": "2", "versioncreated": "2025-05-03T10:15:00Z",
    "pubstatus": "usable", "copyrightholder": "Fjord News", "language": "en-GB",
    "byline": "Ann Olsen", "located": "Alta", "headline": "Ferries stop at Alta",
    "body_text": "Not the rich text.", "body_xhtml": _HTML,
    "associations": {"main": {"type": "picture", "description_text": "Ferries at the pier"}},
}  # fmt: skip
TWO: dict[str, Any] = {
    "uri": "urn:fn:1", "type": "text", "version": "2", "versioncreated": "2025-05-03T10:15:00Z",
    "pubstatus": "usable", "copyrightholder": "Fjord News", "language": "en-GB",
    "by": "Ann Olsen", "located": "Alta",
    "headlines": [
        {"role": "short", "value": "Stop"}, {"role": "main", "value": "Ferries stop at Alta"},
    ],
    "bodies": [
        {"role": "main", "contenttype": "text/plain", "value": "Not the rich text."},
        {"role": "rich", "contenttype": "application/xhtml+xml", "value": _HTML},
    ],
    "associations": [
        {"type": "picture", "descriptions": [{"value": "Ferries at the pier"}]},
        {"type": "text", "descriptions": [{"value": "Another story"}]},
    ],
}  # fmt: skip
THREE: dict[str, Any] = {
    "uri": "urn:fn:1", "type": "text", "version": 2, "versionCreated": "2025-05-03T10:15:00Z",
    "pubStatus": "usable", "copyrightHolder": "Fjord News", "language": "en-GB",
    "by": "Ann Olsen", "located": "Alta",
    "headlines": [{"role": "main", "value": "Ferries stop at Alta"}],
    "bodies": [{"contentType": "text/html", "value": _HTML}],
    "associations": [{"type": "picture", "descriptions": [{"value": "Ferries at the pier"}]}],
}  # fmt: skip


@pytest.mark.parametrize("item", [ONE, TWO, THREE])
def test_every_version_is_read_alike(item: dict[str, Any]) -> None:
    document = story(json.dumps(item))
    assert kinds(document) == [
        ("headline", "Ferries stop at Alta"),
        ("byline", "Ann Olsen"),
        ("body", "Twelve ferries stopped on Saturday."),
        ("body", "Nobody was hurt."),
        ("caption", "Ferries at the pier"),
    ]
    assert (document.format, document.lang, document.publisher) == ("ninjs", "en-GB", "Fjord News")
    assert (document.published, document.version) == ("2025-05-03", "2")
    assert document.dateline is not None and document.dateline.place == "Alta"


def test_plain_text_will_do() -> None:
    plain = {
        **ONE,
        "body_xhtml": "",
        "body_text": "ALTA (Reuters) - One ferry sank.\n\nNobody was hurt.",
    }
    document = story(json.dumps(plain))
    assert [text for kind, text in kinds(document) if kind == "body"] == [
        "One ferry sank.",
        "Nobody was hurt.",
    ]
    assert document.dateline is not None and document.dateline.agency == "Reuters"


def test_embargo_and_withdrawal_are_said() -> None:
    item = {**THREE, "embargoed": "2025-05-03T12:00:00Z", "pubStatus": "canceled"}
    assert story(json.dumps(item)).notes == (
        "under embargo until 2025-05-03T12:00:00Z",
        "the publisher says: canceled",
    )


@pytest.mark.parametrize(
    "wrap", [lambda items: items, lambda items: {"headline": "", "items": items}]
)
def test_a_list_of_items_is_several_stories(wrap: Any) -> None:
    found = stories(
        json.dumps(wrap([ONE, {"type": "picture", "headline": "A pier"}, TWO])), "x.json"
    )
    assert [document.id for document in found] == ["x#1", "x#2"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('{"headline": "Secret", "body_text": "secret" oops}', "not valid JSON at byte 45"),
        ('{"headline": "Secret", "body_text": "secr', "not valid JSON at its end"),
        ('{"headline": "Secret"}', "no news item with a body"),
        ('{"headline": "Sécret"}'.encode("latin-1"), "not valid utf-8 at byte 15"),
        ('{"headline": ' + "[" * 100_000, "not valid JSON"),
        ('{"headline": 3, "body_text": 7, "bodies": "x", "version": []}', "no news item"),
        ('[1, null, "secret"]', "no news item"),
    ],
)
def test_what_is_broken_says_where_and_quotes_nothing(data: bytes | str, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        stories(data, "x.json")
    assert "\n" not in str(caught.value)
    assert "ecret" not in str(caught.value)


@pytest.mark.parametrize(
    "wrapped",
    [
        {"total": 1, "item": [ONE]},
        {"_items": [ONE]},
        {"data": {"items": [{"meta": {}, "item": ONE}]}},
        [ONE],
    ],
)
def test_an_interface_may_wrap_the_items(wrapped: Any) -> None:
    assert story(json.dumps(wrapped)).title == "Ferries stop at Alta"


def test_a_box_associated_with_a_story_is_no_story_of_its_own() -> None:
    box = {"type": "text", "headline": "Box", "body_text": "Not the story."}
    assert len(stories(json.dumps({"items": [{**ONE, "associations": {"box": box}}]}))) == 1


_NITF = (
    '<?xml version="1.0" encoding="UTF-8"?><nitf><body><body.head><hedline><hl1>Ferries stop'
    "</hl1></hedline><byline>By Ann Olsen</byline></body.head><body.content>"
    "<p>Twelve ferries stopped.</p><p>Nobody was hurt.</p></body.content></body></nitf>"
)


@pytest.mark.parametrize("kind", ["text/vnd.IPTC.NITF", "application/nitf+xml", "application/xml"])
def test_a_body_in_nitf_comes_before_one_in_plain_text(kind: str) -> None:
    bodies = [
        {"contenttype": "text/plain", "value": "Only a part."},
        {"contenttype": kind, "value": _NITF},
    ]
    assert kinds(story(json.dumps({**TWO, "bodies": bodies, "associations": []}))) == [
        ("headline", "Ferries stop at Alta"),
        ("byline", "Ann Olsen"),
        ("body", "Twelve ferries stopped."),
        ("body", "Nobody was hurt."),
    ]


def test_markup_of_an_agency_s_own_is_no_text() -> None:
    bodies = [
        {"role": "own", "contenttype": "application/xml", "value": "<OWN><P>Twelve</P></OWN>"},
        {"role": "text", "contenttype": "text/plain", "value": "Twelve ferries stopped."},
    ]
    found = kinds(story(json.dumps({**TWO, "bodies": bodies, "associations": []})))
    assert found[-1] == ("body", "Twelve ferries stopped.")


def test_a_picture_in_the_body_and_beside_it_has_one_caption() -> None:
    figure = (
        '<figure><div class="byline">Lena Vik/FN</div>'
        "<figcaption>Ferries at the pier</figcaption></figure>"
    )
    found = kinds(story(json.dumps({**ONE, "body_xhtml": _HTML + figure})))
    assert found.count(("caption", "Ferries at the pier")) == 1
    assert ("credit", "Lena Vik/FN") in found
    assert [kind for kind, _ in found].count("byline") == 1


def test_of_several_descriptions_the_caption_counts() -> None:
    described = [
        {"role": "short", "value": "A pier"}, {"role": "caption", "value": "Ferries at the pier"},
    ]  # fmt: skip
    item = {**THREE, "associations": [{"type": "picture", "descriptions": described}]}
    assert kinds(story(json.dumps(item)))[-1] == ("caption", "Ferries at the pier")


@pytest.mark.parametrize(
    "said",
    [
        {"infoSources": [{"role": "provider", "name": "Fjord News"}]},
        {"copyrightNotice": "Copyright 2025 Fjord News, www.fn.example - all rights reserved."},
    ],
)
def test_the_publisher_is_found_where_no_holder_is_named(said: dict[str, Any]) -> None:
    item = {k: v for k, v in THREE.items() if k != "copyrightHolder"}
    assert story(json.dumps({**item, **said})).publisher == "Fjord News"


def test_the_associated_press_lists_authors_and_calls_captions_so() -> None:
    item = {
        "headline": "Ferries stop", "body_text": "Twelve stopped.\n\nNobody came.",
        "bylines": [{"by": "By ANN OLSEN", "title": "Associated Press"}, {"by": "PER LUND"}],
        "associations": {"1": {"type": "picture", "description_caption": "A queue at Alta."}},
    }  # fmt: skip
    found = kinds(story(json.dumps(item)))
    assert [text for kind, text in found if kind == "byline"] == ["By ANN OLSEN", "PER LUND"]
    assert found[-1] == ("caption", "A queue at Alta.")


def test_the_main_body_comes_before_a_teaser_of_the_same_kind() -> None:
    bodies = [
        {"role": "teaser", "contentType": "text/html", "value": "<p>Short.</p>"},
        {"role": "main", "contentType": "text/html", "value": "<p>Long, he said.</p>"},
    ]
    assert story(json.dumps({"bodies": bodies})).text == "Long, he said."


def test_a_body_in_xhtml_may_be_called_xml() -> None:
    value = '<section class="main"><p>Zwölf fielen aus.</p><p>Niemand kam.</p></section>'
    item = {"bodies": [{"role": "main", "contenttype": "text/xml", "value": value}]}
    assert story(json.dumps(item)).text == "Zwölf fielen aus.\n\nNiemand kam."


@pytest.mark.parametrize(
    ("note", "notes"),
    [
        ("CORRECTS number of ferries in paragraph 2", ("the publisher signals: correction",)),
        ("Korrigiert: Zahl der Fähren", ("the publisher signals: correction",)),
        ("This story has been withdrawn", ("the publisher signals: kill",)),
        ("Adds quotes", ()),
    ],
)
def test_a_note_to_editors_that_corrects_is_told_without_its_words(
    note: str, notes: tuple[str, ...]
) -> None:
    item = {"headline": "Ferries stop", "body_text": "Twelve stopped.", "ednote": note}
    assert story(json.dumps(item)).notes == notes
