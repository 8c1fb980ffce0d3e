"""RSS and Atom: every item with text is a story."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.given import kinds, stories, story
from transdiff.errors import InputError
from transdiff.files import read, read_all

RSS = """<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Fjord News</title>
<language>en-gb</language>
<item><title>Ferries stop &amp; wait</title><dc:creator>Ann Olsen</dc:creator>
<pubDate>Sat, 03 May 2025 23:00:00 -0200</pubDate><description>Ferries stop.</description>
<content:encoded><![CDATA[<p>Twelve ferries <b>stopped</b>.</p><figure><img src="x">
<figcaption>The pier</figcaption></figure><p>Nobody was hurt.</p>]]></content:encoded></item>
<item><title>Nothing but a title</title></item>
<item><title>Ships</title><description>Two &lt;b&gt;ships&lt;/b&gt; sank.</description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<title>Fjord Nachrichten</title><entry><title type="html">Fähren &lt;i&gt;stehen&lt;/i&gt;</title>
<author><name>Ann Olsen</name></author><published>2025-05-02T10:00:00Z</published>
<updated>2025-05-03T10:00:00Z</updated><summary>Kurz.</summary><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Zwölf Fähren blieben am Samstag im Hafen.</p></div>
</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="x"><title>Fjord News</title></channel>
<item rdf:about="y"><title>Ships</title><description>Two ships sank.</description>
<dc:date>2025-05-03</dc:date><dc:language>en</dc:language></item></rdf:RDF>"""


def test_an_item_is_its_whole_text_where_the_feed_has_it() -> None:
    first, second = stories(RSS, "feed.xml")
    assert kinds(first) == [
        ("headline", "Ferries stop & wait"),
        ("byline", "Ann Olsen"),
        ("body", "Twelve ferries stopped."),
        ("caption", "The pier"),
        ("body", "Nobody was hurt."),
    ]
    assert (first.lang, first.publisher, first.published) == ("en-GB", "Fjord News", "2025-05-03")
    assert kinds(second) == [("headline", "Ships"), ("body", "Two ships sank.")]


def test_an_atom_entry_has_the_date_of_its_last_version() -> None:
    document = story(ATOM)
    assert kinds(document) == [
        ("headline", "Fähren stehen"),
        ("byline", "Ann Olsen"),
        ("body", "Zwölf Fähren blieben am Samstag im Hafen."),
    ]
    assert (document.lang, document.published) == ("de", "2025-05-03")
    assert document.publisher == "Fjord Nachrichten"


def test_rss_1_is_read() -> None:
    document = story(RDF)
    assert (document.title, document.published, document.lang) == ("Ships", "2025-05-03", "en")


def test_of_several_stories_one_has_to_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feed.xml").write_text(RSS, encoding="utf-8")
    with pytest.raises(InputError, match=r"holds 2 stories; name one, feed.xml#1 to feed.xml#2"):
        read("feed.xml")
    assert read("feed.xml#2").title == "Ships"
    assert [document.title for document in read_all("feed.xml")] == ["Ferries stop & wait", "Ships"]
    with pytest.raises(InputError, match="it holds 2 stories"):
        read("feed.xml#3")


def test_a_file_whose_name_ends_so_is_still_a_file(tmp_path: Path) -> None:
    (tmp_path / "story#2").write_text("Twelve ferries stopped.", encoding="utf-8")
    assert read(tmp_path / "story#2").text == "Twelve ferries stopped."


def test_a_feed_of_titles_is_no_story() -> None:
    with pytest.raises(InputError, match="a feed without a story"):
        stories("<rss><channel><item><title>Ships</title></item></channel></rss>")


def test_authors_are_names_and_all_of_them() -> None:
    rss = (
        "<rss><channel><title>x</title><item><title>Port reopens</title>"
        "<author>desk@daily.example (Ann Olsen)</author>"
        "<description>The port of Alta reopened on Saturday.</description></item></channel></rss>"
    )
    assert story(rss).byline == "Ann Olsen"
    atom = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>Port reopens</a:title>'
        "<a:author><a:name>Ann Olsen</a:name></a:author><a:author><a:name>Per Lund</a:name>"
        "<a:email>per@daily.example</a:email></a:author>"
        "<a:summary>The port of Alta reopened on Saturday.</a:summary></a:entry></a:feed>"
    )
    assert story(atom).byline == "Ann Olsen, Per Lund"


def test_a_feed_of_headlines_has_no_story() -> None:
    item = (
        "<item><title>Ferries stop - Fjord Daily</title><source url='x'>Fjord Daily</source>"
        "<description>&lt;a&gt;Ferries stop&lt;/a&gt;&amp;nbsp; &lt;i&gt;Fjord Daily&lt;/i&gt;"
        "</description></item>"
    )
    with pytest.raises(InputError, match="without a story"):
        stories(f"<rss><channel><title>News</title>{item}</channel></rss>")


def test_blank_lines_before_a_feed_are_passed_over_and_counted() -> None:
    feed = (
        '\n\n<?xml version="1.0"?>\n<rss><channel><item><title>Ferries stop</title>'
        "<description>Twelve stopped.</description></item></channel></rss>"
    )
    assert story(feed).title == "Ferries stop"
    with pytest.raises(InputError, match="line 4"):
        story(feed.replace("</item>", ""))
