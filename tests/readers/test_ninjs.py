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
