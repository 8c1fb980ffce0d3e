"""The HTML report as text: complete, escaped, small, the same bytes every time."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from sample import BODY, build, hostile_report, large_report, sample_report, source

from transdiff.model import RELIABILITY, BlockKind, Skipped, Standing
from transdiff.redact import redacted
from transdiff.reporters.html import render, render_index
from transdiff.reporters.html.inline import direction, message, plain, visible
from transdiff.significance import fidelity_interval

VOID = {"meta", "input", "br", "link", "img", "hr"}


class Outline(HTMLParser):
    """Checks nesting and unique ids, and collects elements and internal links."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "a":
            self.links.append(str(values.get("href")))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag


def body_of(page: str) -> str:
    """The markup a reader gets, without style and script."""
    return re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)


def text_of(page: str) -> str:
    """The visible words of a page, without style and script."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body_of(page)))


def test_is_well_formed_with_unique_ids_and_one_h1() -> None:
    outline = Outline(render(sample_report()))
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.tags.count("h1") == 1
    assert outline.tags.count("main") == 1


def test_every_link_leads_somewhere_on_the_page() -> None:
    outline = Outline(render(sample_report()))
    assert outline.links
    assert {link.removeprefix("#") for link in outline.links} <= set(outline.ids)


def test_parts_stand_in_the_order_an_editor_reads() -> None:
    page = render(sample_report())
    order = [
        'class="verdict"', "What was compared", 'id="article"', 'id="evidence"', 'id="findings"',
        'id="missing"', 'id="names"', 'id="ledger"', 'id="scores"', 'id="method"',
    ]  # fmt: skip
    places = [page.index(part) for part in order]
    assert places == sorted(places)


def test_names_every_source_sentence_and_finding() -> None:
    report = sample_report()
    page = render(report)
    for finding in report.findings:
        assert f'id="f-{finding.fingerprint}"' in page
        assert finding.rule in page
    for number in range(1, len(report.sentences) + 1):
        assert f'id="s-{number}"' in page
    for key in report.references:
        assert f">{key}</b>" in page


def test_shows_what_the_article_leaves_out() -> None:
    assert "A court in Tarsk will hear the port&#39;s request" in render(sample_report())


def test_fidelity_has_an_interval_where_there_are_sentences_enough() -> None:
    large = large_report(20)
    bounds = fidelity_interval(large)
    assert bounds is not None
    assert f"; {bounds.low:.1f} to {bounds.high:.1f} in 95 of 100" in text_of(render(large))
    few = replace(large, sentences=large.sentences[:3])
    assert "in 95 of 100" not in text_of(render(few))


def test_marks_words_of_each_side_whole() -> None:
    page = render(sample_report())
    evidence = page[page.index('id="e-2"') : page.index('id="e-3"')]
    assert re.search(r"<del>.*About 450.*</del> <ins>About 4,500</ins> dockers", evidence)
    assert "other language, shown whole" in evidence


def test_an_omission_has_its_place_in_the_sentence() -> None:
    page = render(sample_report())
    sentence = page[page.index('id="s-8"') : page.index('id="s-9"')]
    assert re.search(r"people were .*‸.*missing here: .*injured\.", sentence)


def test_gives_language_and_direction() -> None:
    page = render(sample_report())
    assert '<p class="d" lang="ar" dir="rtl">' in page
    assert '<p class="d" lang="ru">' in page


def test_set_aside_findings_stay_with_their_reason() -> None:
    report = sample_report()
    first = replace(report.findings[0], standing=Standing.SUPPRESSED, reason="agreed with the desk")
    page = render(replace(report, findings=(first, *report.findings[1:])))
    assert "suppressed: agreed with the desk" in page
    assert "3 critical and 8 major divergences" in page


def test_explains_the_rules_it_is_told_about() -> None:
    page = render(sample_report(), explanations={"scale": "A scale word changed."})
    assert 'id="rule-scale"' in page
    assert "A scale word changed." in page
    assert page.count('href="#rule-') == 1


def test_a_finding_says_what_its_rule_reports_and_how_many_references_disagree() -> None:
    pages = {"scale": "scale  (facts, critical)\n\nReport a figure of another size.\n\nWhy: …"}
    page = text_of(render(sample_report(), explanations=pages))
    assert "A figure of another size." in page
    assert "3 of 3 references disagree" in page


def test_evidence_beside_a_sentence_is_marked_for_its_own_findings() -> None:
    """Two sentences of the article may lean on one of the reference."""
    article = source(None, ((BODY, "Some 300 left."), (BODY, "It was Friday.")), "en", "")
    wire = source("wire", ((BODY, "Some 30 left on Monday."),), "en", "")
    rows = tuple(
        ("rule", "facts", "number", "major", mine, "", (("wire", theirs, "contradicts", ""),))
        for mine, theirs in (("300", "30"), ("Friday", "Monday"))
    )
    links = ((0, "wire", (0,), 0.9), (1, "wire", (0,), 0.9))
    page = render(build(article, (wire,), links, rows))
    first, second = page[page.index('id="e-1"') :].split('id="e-2"')
    assert re.findall(r'<sup class="n \w+">(\d)', first) == ["1"]
    assert re.findall(r'<sup class="n \w+">(\d)', second.partition('id="findings"')[0]) == ["2"]


def test_one_reference_alone_is_not_counted() -> None:
    article = source(None, ((BODY, "Some 300 people left."),), "en", "")
    wire = source("wire", ((BODY, "Some 30 people left."),), "en", "")
    row = (
        "number-value",
        "facts",
        "number",
        "critical",
        "300",
        "",
        (("wire", "30", "contradicts", ""),),
    )
    report = build(article, (wire,), ((0, "wire", (0,), 0.9),), (row,))
    assert "of 1 reference" not in render(report)


def test_a_report_with_nothing_in_it_renders() -> None:
    article = source(None, ((BODY, "One sentence."),), "en", "")
    page = render(replace(build(article, (), (), ()), costs=(), scores=(), gate=None, ledger=()))
    Outline(page)
    assert "Nothing diverges from the references." in page


def test_what_was_compared_counts_no_residue() -> None:
    article = source(None, ((BODY, "One sentence."), (BlockKind.RESIDUE, "Share it")), "en", "")
    page = render(build(article, (), (), ()))
    assert '<td class="num">2</td><td class="num">1</td>' in page


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(sample_report()) == render(sample_report())


def test_allows_its_own_style_and_script_and_nothing_else() -> None:
    page = render(sample_report())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert not re.search(r"""<[^>]*(?:\sstyle=|\son[a-z]+=|\s(?:src|href)="(?!#))""", body_of(page))


def test_a_hostile_article_is_inert() -> None:
    page = render(hostile_report())
    Outline(page)
    body = page[page.index("<body") :]
    assert body.count("<script>") == 1
    assert "<img" not in body
    assert "onerror=" not in re.sub(r"&lt;.*?&gt;", "", body)
    assert "\u202e" not in page
    assert "\x00" not in page
    assert "U+202E" in page
    assert 'href="javascript:' not in page
    page.encode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a<b>", "a&lt;b&gt;"),
        ("a\u200bb", "U+200B"),
        ("a\u202eb", "U+202E"),
        ("a\ufeffb", "U+FEFF"),
        ("a\x07b", "U+0007"),
        ("a\ud800b", "U+D800"),
        ("a\u00adb", "U+00AD"),
    ],
)
def test_what_is_invisible_is_shown(text: str, shown: str) -> None:
    assert shown in visible(text)


@pytest.mark.parametrize("text", ["می\u200cخواهم", "क्\u200dष", "👩\u200d💻"])
def test_joiners_that_do_their_duty_stay(text: str) -> None:
    assert visible(text) == text


def test_attributes_and_messages_show_it_too() -> None:
    assert plain("a\u202eb") == "a[U+202E]b"
    assert message('article "نحو" · sada "x"') == ('article "<bdi>نحو</bdi>" · sada "<bdi>x</bdi>"')


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("und", "auto"), ("", "auto"),
     ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("uk", "ltr")],
)  # fmt: skip
def test_direction_follows_language_and_script(lang: str, expected: str) -> None:
    assert direction(lang) == expected


def test_forty_sentences_and_three_references_fit_in_250_kb() -> None:
    assert len(render(large_report(40)).encode()) < 250_000


def test_the_index_lists_every_article_the_worst_first() -> None:
    report = sample_report()
    calm = replace(report, findings=(), fidelity=98.0)
    page = render_index([calm, report], ["calm one.html", "tarsk-port.html"])
    outline = Outline(page)
    assert outline.links == ["tarsk-port.html", "calm%20one.html"]
    assert "1 with critical or major divergences; 2 failed the gate." in text_of(page)


def test_the_index_says_which_articles_cannot_be_judged() -> None:
    apart = Skipped(RELIABILITY, "the references support 0 of 9 sentences")
    calm = replace(sample_report(), findings=(), gate=None)
    lost = replace(calm, skipped=(apart,))
    page = render_index([calm, lost], ["calm.html", "lost.html"])
    assert Outline(page).links == ["lost.html", "calm.html"]
    assert "1 with too little in common to judge" in text_of(page)
    assert "The references support 0 of 9 sentences." in text_of(page)


def test_the_index_tells_articles_of_one_title_apart_and_names_failures() -> None:
    report = sample_report()
    document = replace(report.article.document, id="2025-05/a", publisher="Daily", published="")
    article = replace(report.article, document=document)
    named = replace(report, documents=(article, *report.documents[1:]))
    page = render_index([named], ["a.html"], [("2025-05/b", "time: more than 60 s <b>")])
    text = text_of(page)
    assert "2025-05/a" in text
    assert "Daily" in text
    assert "Not compared" in text
    assert "2025-05/b" in text
    assert "60 s &lt;b&gt;" in page
    assert 'data-sort="text">Date' not in page


def test_an_altered_quotation_is_compared_inside_its_marks() -> None:
    page = render(sample_report())
    evidence = page[page.index('id="e-4"') : page.index('id="e-5"')]
    frame = re.search(r'“<span class="qt">(.*)</span>” Varga told', evidence)
    assert frame
    assert "We will talk tomorrow <del>" in frame[1]
    assert "<ins>ends</ins>" in frame[1]


def test_a_redacted_reference_is_shown_whole() -> None:
    report = redacted(sample_report())
    page = render(report)
    evidence = page[page.index('id="e-2"') : page.index('id="e-3"')]
    assert "redacted, shown whole" in evidence
    assert "About 450" in evidence
    assert "broke down" not in page
