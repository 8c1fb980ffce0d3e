"""Every command takes every format: wires, feeds, files that hold both sides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LEAD = "A ferry with 30 people on board sank off the northern coast on Monday."
FEED = f"""<rss><channel><title>Fjord News</title><language>en</language>
<item><title>Weather</title><description>Rain is expected in the north.</description></item>
<item><title>Ferry sinks</title><pubDate>Tue, 04 Mar 2025 08:00:00 GMT</pubDate>
<description>{LEAD}</description></item></channel></rss>"""
NITF = f"""<nitf xml:lang="en"><head><docdata><date.issue norm="20250303T100000Z"/>
<du-key version="2"/></docdata></head><body><body.head><hedline><hl1>Ferry sinks</hl1></hedline>
</body.head><body.content><p>{LEAD}</p></body.content></body></nitf>"""
XLIFF = f"""<xliff version="2.0" srcLang="en" trgLang="en"><file id="a"><unit id="1"><segment>
<source>{LEAD}</source><target>{LEAD.replace("30", "300")}</target>
</segment></unit></file></xliff>"""


@pytest.fixture(autouse=True)
def _files(folder: Path) -> None:
    for name, text in {"feed.xml": FEED, "wire.xml": NITF, "both.xlf": XLIFF}.items():
        (folder / name).write_text(text, encoding="utf-8")


def test_a_wire_is_compared_with_one_story_of_a_feed(run: Run) -> None:
    outcome = run("compare", "wire.xml", "-r", "feed=feed.xml#2", "--format", "json")
    report = json.loads(outcome.out)
    article, reference = (source["document"] for source in report["documents"])
    assert outcome.code == 0
    assert (article["format"], article["version"]) == ("nitf", "2")
    assert (reference["id"], reference["title"]) == ("feed.xml#2", "Ferry sinks")
    assert "reference-newer:feed" in [skipped["name"] for skipped in report["skipped"]]


def test_of_several_stories_one_has_to_be_named(run: Run) -> None:
    outcome = run("compare", "wire.xml", "feed.xml")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert "feed.xml#1 to feed.xml#2" in outcome.err


def test_a_file_of_both_sides_needs_no_reference(run: Run) -> None:
    report = json.loads(run("compare", "both.xlf", "--format", "json").out)
    assert [source["key"] for source in report["documents"]] == [None, "source"]
    assert "number-value" in [finding["rule"] for finding in report["findings"]]
    assert [d["document"]["id"] for d in report["documents"]] == ["both.xlf", "both.xlf@source"]


def test_a_file_of_one_side_still_needs_one(run: Run) -> None:
    outcome = run("compare", "wire.xml")
    assert (outcome.code, "no reference to compare wire.xml with" in outcome.err) == (2, True)


def test_a_set_may_name_a_story_of_a_feed(run: Run, folder: Path) -> None:
    (folder / "set.toml").write_text(
        'article = "wire.xml"\n[references]\nfeed = "feed.xml#2"\n', encoding="utf-8"
    )
    for _ in range(2):  # the second time from the cache
        assert run("check", ".").code == 0


def test_extract_shows_what_a_wire_is_made_of(run: Run) -> None:
    out = run("extract", "wire.xml").out
    assert out.startswith("wire.xml · en · Ferry sinks · 2025-03-03 · 2\n")
    assert f"body      {LEAD}" in out


def test_a_reader_is_named_where_nothing_tells_the_format(run: Run) -> None:
    assert "Ferry sinks" in run("extract", "wire.xml", "--reader", "nitf").out
    outcome = run("extract", "wire.xml", "--reader", "niff")
    assert (outcome.code, 'did you mean "nitf"' in outcome.err) == (2, True)


def test_a_broken_wire_is_one_line_that_quotes_nothing(run: Run, folder: Path) -> None:
    (folder / "cut.xml").write_text(NITF[:-60], encoding="utf-8")
    outcome = run("extract", "cut.xml")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert "cut.xml: not well-formed XML at line" in outcome.err
    assert "ferry" not in run("extract", "cut.xml", "-v").err
