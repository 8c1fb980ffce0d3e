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


_LONG = (
    "The operator suspended all crossings after inspectors found cracks in several bow doors, {}."
)
_FREE, *_PAID = (
    _LONG.format(who) for who in ("it said", "the port said", "the crew said", "the union said")
)


def _behind(prompt: str, head: str = "") -> str:
    paid = "".join(f"<p>{line}</p>" for line in _PAID)
    return (
        f'<html lang="en"><head>{head}</head><body><article><h1>Port closes</h1><p>{_FREE}</p>'
        f"<p>{_FREE}</p>" * 4 + f'<div class="paywall">{paid}</div>{prompt}</article></body></html>'
    )


def test_what_is_behind_a_paywall_is_a_part_of_the_story() -> None:
    prompt = '<div class="paywall-prompt"><h2>Subscribe</h2><p>Already one? Log in.</p></div>'
    texts = [text for _, text in _kinds(parse_html(_behind(prompt)))]
    assert texts[-3:] == _PAID


def test_the_page_says_which_part_is_paid_for() -> None:
    part = '{"@type": "NewsArticle", "hasPart": {"cssSelector": ".paywall"}}'
    head = f'<script type="application/ld+json">{part}</script>'
    page = _behind("", head).replace(f"<p>{_PAID[0]}</p><p>{_PAID[1]}</p>", "")
    assert parse_html(page).text.endswith(_PAID[2])


def test_people_are_found_by_their_identifier_and_entities_are_read() -> None:
    page = (
        '<html lang="en"><head><script type="application/ld+json">{"@graph": ['
        '{"@type": "Organization", "@id": "#o", "name": "Vik &amp; Co"},'
        '{"@type": "Person", "@id": "#a", "name": "Ann Olsen"}, {"@type": "NewsArticle",'
        '"headline": "Port &#8220;reopens&#8221;", "author": {"@id": "#a"},'
        '"publisher": {"@id": "#o"}}]}</script></head><body><article>'
        "<p>The port of Alta reopened on Saturday, officials said.</p><p>Nobody was hurt.</p>"
        "</article></body></html>"
    )
    document = parse_html(page)
    assert (document.title, document.byline, document.publisher) == (
        "Port “reopens”",
        "Ann Olsen",
        "Vik & Co",
    )


def test_of_several_articles_that_are_named_the_page_s_own_counts() -> None:
    page = (
        '<html lang="en"><head><script type="application/ld+json">['
        '{"@type": "NewsArticle", "headline": "Other", "datePublished": "2020-01-01"},'
        '{"@type": "NewsArticle", "headline": "Port reopens", "datePublished": "2025-05-03"}]'
        "</script></head><body><article><h1>Port reopens</h1>"
        "<p>The port of Alta reopened on Saturday.</p></article></body></html>"
    )
    assert parse_html(page).published == "2025-05-03"


def test_the_title_is_the_headline_that_readers_see() -> None:
    page = (
        '<html lang="en"><head><meta property="og:title" content="Port reopens - The Daily">'
        '<meta name="author" content="Ann Olsen"></head><body><h1>Port reopens</h1>'
        "<p>Ann Olsen | 3 May 2025</p><p>The port of Alta reopened on Sat&shy;urday.</p>"
        "<p>Nobody was hurt.</p></body></html>"
    )
    document = parse_html(page)
    assert document.title == "Port reopens"
    assert _kinds(document)[1:3] == [
        ("byline", "Ann Olsen | 3 May 2025"),
        ("body", "The port of Alta reopened on Saturday."),
    ]


def test_parts_of_an_accelerated_page_are_not_the_story() -> None:
    page = (
        '<html amp lang="en"><body><amp-sidebar><ul><li>News</li></ul></amp-sidebar>'
        "<h1>Port reopens</h1><p>The port of Alta reopened on Saturday.</p><amp-ad>Buy</amp-ad>"
        "<amp-consent><div>We value your privacy.</div></amp-consent></body></html>"
    )
    assert parse_html(page).text == "Port reopens\n\nThe port of Alta reopened on Saturday."


def test_a_page_of_several_stories_and_one_cut_off_are_doubted() -> None:
    post = "<article><h2>Port reopens</h2><p>The port of Alta reopened on Saturday.</p></article>"
    assert parse_html(f"<html><body>{post * 3}</body></html>").notes == (
        "a page of 3 stories or posts, read as one",
    )
    assert parse_html(f"<html><body>{post}").notes == ("the page has no end; it may be cut off",)
    assert parse_html(post).notes == ()


STORY = (
    "<p>The union said that 12 of 14 crossings had been cancelled, and that the crews would not go"
    " back to work before Monday.</p><p>Talks go on, the ministry said.</p>"
)


def test_the_first_paragraph_may_stand_between_the_headline_and_the_storys_container() -> None:
    page = (
        "<html><body><h1>Ferries stop</h1>"
        '<p class="description"><span class="location-stamp">Norland</span>Thousands wait.</p>'
        "<figure><img><figcaption>A queue in Alta.</figcaption></figure>"
        f"<article>{STORY}</article></body></html>"
    )
    assert _kinds(parse_html(page))[:4] == [
        ("headline", "Ferries stop"),
        ("dateline", "Norland"),
        ("body", "Thousands wait."),
        ("caption", "A queue in Alta."),
    ]


def test_what_else_stands_above_the_container_is_no_paragraph_of_it() -> None:
    page = (
        '<html><body><h1>Ferries stop</h1><div class="tools">Print this</div><p>Alta desk</p>'
        f"<article>{STORY}</article></body></html>"
    )
    assert "Print" not in parse_html(page).text
    assert "desk" not in parse_html(page).text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("The boats stopped in 2019<sup>1</sup>, he said.", "The boats stopped in 2019¹, he said."),
        ("Nobody came.<sup>12</sup> He waited.", "Nobody came. He waited."),
        ("So say reporters<sup>2</sup> here.", "So say reporters here."),
        ("It burnt 25 km<sup>2</sup> of wood.", "It burnt 25 km² of wood."),
        ("On the 5<sup>th</sup> day it rained.", "On the 5th day it rained."),
    ],
)
def test_a_raised_number_does_not_become_a_digit_of_what_it_follows(markup: str, text: str) -> None:
    assert parse_html(f"<html><body><p>{markup}</p></body></html>").text == text


def test_the_line_that_says_when_and_by_whom_is_no_part_of_the_story() -> None:
    page = (
        '<html><body><article><h1>Ferries stop</h1><div class="entry-meta">Posted on May 3, 2025 by'
        f" Ann Olsen</div>{STORY}</article></body></html>"
    )
    told = dict(_kinds(parse_html(page)))
    assert told["dateline"] == "Posted on May 3, 2025 by Ann Olsen"


def test_a_chinese_page_has_its_date_source_and_dateline() -> None:
    page = (
        '<html><head><meta name="publishdate" content="2025-05-03"></head><body>'
        "<p>2025-05-03 18:15:30 来源：新华网</p>"
        "<p>　　新华社哈文5月3日电（记者张三）数千名乘客滞留。</p>"
        "<p>　　工会说，14个航班中有12个被取消。</p></body></html>"
    )
    document = parse_html(page)
    assert document.published == "2025-05-03"
    assert _kinds(document) == [
        ("dateline", "2025-05-03 18:15:30 来源：新华网"),
        ("dateline", "新华社哈文5月3日电（记者张三）"),
        ("body", "数千名乘客滞留。"),
        ("body", "工会说，14个航班中有12个被取消。"),
    ]


def test_a_body_in_the_metadata_may_be_html() -> None:
    page = (
        '<html><script type="application/ld+json">{"@type":"NewsArticle","articleBody":'
        '"<p>The port reopened after a week of storms.</p><p>Nobody was &quot;hurt&quot;.</p>"}'
        "</script><body><p>Loading</p></body></html>"
    )
    assert parse_html(page).text.endswith('storms.\n\nNobody was "hurt".')


@pytest.mark.parametrize(
    "shown",
    [
        '<meta name="dcterms.date" content="2025-05-03T12:15+0200">',
        '<meta name="parsely-pub-date" content="2025-05-03T10:15:00Z">',
        '<body><time itemprop="datePublished" datetime="2025-05-03T10:15Z">today</time>',
    ],
)
def test_pages_name_their_date_in_many_ways(shown: str) -> None:
    assert parse_html(f"<html>{shown}<p>The port reopened.</p></html>").published == "2025-05-03"


def test_what_stands_in_the_head_of_an_article_is_told_from_its_paragraphs() -> None:
    page = (
        '<html><head><meta name="author" content="Ann Olsen"></head><body><article><a>World</a>'
        '<h1>Ferries stop</h1><div><span>By <a rel="author">Ann Olsen</a></span>'
        "<time><span>May 3, 2025</span><span>10:15 AM UTC</span></time></div>"
        "<figure><span>Getty Images</span><figcaption>A queue</figcaption></figure>"
        "<h3>Summary</h3><ul><li>Twelve cancelled</li><li>Talks go on</li></ul>"
        "<div>ALTA, May 3 (Reuters) - Crews walked off the job.</div>"
        f"{STORY}</article></body></html>"
    )
    document = parse_html(page)
    compared = [b.span.of(document.text) for b in document.blocks if b.kind.compared]
    assert compared[:5] == [
        "Ferries stop",
        "Summary",
        "Twelve cancelled",
        "Talks go on",
        "Crews walked off the job.",
    ]
    assert "Ann Olsen" in document.byline
    assert document.publisher == "Reuters"
    assert ("residue", "World") in _kinds(document)
    assert ("caption", "Getty Images") in _kinds(document)


def test_blocks_that_sites_name_by_other_attributes() -> None:
    page = (
        '<html><body><article><h1>Ferries stop</h1><div data-component="byline-block"><span>Ann'
        f" Olsen</span><span>Transport correspondent</span></div>{STORY}"
        '<div data-component="links-block"><li>Firm posts loss</li></div>'
        '<div type="RelatedOneNews"><p>The firm lost money.</p></div></article></body></html>'
    )
    document = parse_html(page)
    assert document.byline == "Ann Olsen Transport correspondent"
    assert "loss" not in document.text
    assert "lost" not in document.text


def test_a_sentence_with_a_time_in_it_is_a_sentence() -> None:
    page = f"<html><body><p>It stopped <time>at noon on Saturday</time>.</p>{STORY}</body></html>"
    assert _kinds(parse_html(page))[0] == ("body", "It stopped at noon on Saturday.")


def test_a_table_in_a_figure_is_no_caption() -> None:
    table = "<table><tr><td>Alta</td><td>4</td></tr></table>"
    page = f"<html><body>{STORY}<figure>{table}</figure></body></html>"
    assert _kinds(parse_html(page))[-1] == ("body", "Alta\t4")


def test_what_a_correction_has_struck_through_is_not_read() -> None:
    told = "<p>It sank with <s>300</s> <del>400</del> 30 people.</p>"
    page = f"<html><body>{told}{STORY}</body></html>"
    assert parse_html(page).text.startswith("It sank with 30 people.")
