"""A saved news page: the story, its headline and captions; nothing that the page runs."""

from __future__ import annotations

import pytest

from transdiff.errors import InputError
from transdiff.model import BlockKind, Document
from transdiff.readers.html import parse_html

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>x | Daily</title>
<meta property="og:site_name" content="The Daily"><script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "headline": "Port reopens", "datePublished":
"2025-05-03T10:00:00Z", "publisher": {"name": "Daily Ltd"}}]}</script></head><body>
<nav><li>Home</li></nav><h1>Port  reopens</h1><div class="share-bar">Share me</div>
<article><p>ALTA, May 3 (Reuters) - The <b>port</b> of Alta reopened on Saturday.</p>
<figure><img src="x"><figcaption>Ships off Alta</figcaption></figure>
<p>Twelve ships waited.<br>They carry grain &amp; oil.</p><script>alert("no")</script>
<p>Comment (0)</p></article><footer>legal</footer></body></html>"""


def _kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, b.span.of(document.text)) for b in document.blocks]


def test_a_page_becomes_its_story() -> None:
    document = parse_html(PAGE)
    assert _kinds(document) == [
        ("headline", "Port reopens"),
        ("dateline", "ALTA, May 3 (Reuters) -"),
        ("body", "The port of Alta reopened on Saturday."),
        ("caption", "Ships off Alta"),
        ("body", "Twelve ships waited."),
        ("body", "They carry grain & oil."),
        ("residue", "Comment (0)"),
    ]
    assert (document.lang, document.published, document.publisher) == (
        "en-GB",
        "2025-05-03",
        "Daily Ltd",
    )


def test_the_body_of_the_metadata_helps_out_where_the_page_is_a_shell() -> None:
    page = (
        '<html><script type="application/ld+json">{"@type":"NewsArticle","articleBody":'
        '"The port reopened on Saturday after a week of storms that kept twelve ships waiting.'
        '\\nNobody was hurt."}</script><body><p>Loading</p></body></html>'
    )
    texts = [text for kind, text in _kinds(parse_html(page)) if kind == BlockKind.BODY]
    assert texts[-1] == "Nobody was hurt."


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "The port reopened.",
        "<p>The port reopened." + "<b><i>" * 5_000,
        "<p>The port reopened.</p><nav>x</nav>\x01&#2;&#x1f;&#xD800;&#99999999;<nav>y</nav>\x0b",
        '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><p>The port reopened. &c;</p>',
        '<p>The port reopened.</p><script type="application/ld+json">' + "[" * 50_000 + "</script>",
    ],
)
def test_hostile_markup_is_read_or_refused(page: str) -> None:
    try:
        assert "port" in parse_html(page).text
    except InputError as error:
        assert "\n" not in str(error)


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(InputError):
        parse_html("<html><body><script>1</script></body></html>")


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        ('<meta name="author" content="Ann Olsen">', "", "Ann Olsen"),
        ('<meta name="author" content="https://example.org/ann">', "", ""),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "author":'
            '[{"name": "Ann Olsen"}, {"name": "Per Lund"}]}</script>',
            "",
            "Ann Olsen, Per Lund",
        ),
        ('<meta name="author" content="Ann Olsen">', "<p>By Ann Olsen</p>", "By Ann Olsen"),
        ("", '<div class="article-byline"><a>Ann Olsen</a> in Alta</div>', "Ann Olsen in Alta"),
    ],
)
def test_the_author_is_named_once(head: str, body: str, byline: str) -> None:
    page = (
        f'<html lang="en"><head>{head}</head><body><article><h1>Port reopens</h1>{body}'
        "<p>The port of Alta reopened on Saturday, officials said.</p><p>Nobody was hurt.</p>"
        "</article></body></html>"
    )
    document = parse_html(page)
    assert document.byline == byline
    assert [kind for kind, _ in _kinds(document)].count("byline") == bool(byline)
