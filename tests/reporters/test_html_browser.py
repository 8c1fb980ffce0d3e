"""The HTML report in a real browser: every interaction, keyboard, narrow, dark, print, hostile.

Needs Debian's Chromium: ``apt-get install chromium-headless-shell`` (``make setup`` does it).
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from sample import hostile_report, large_report, sample_report

from transdiff.model import Report
from transdiff.reporters.html import render, render_index

pytestmark = pytest.mark.browser

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 360, "height": 740}

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.fail("no Chromium on the path: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path)
        yield launched
        launched.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a report; afterwards the page must have asked for nothing and complained of nothing."""
    contexts: list[BrowserContext] = []
    requests: list[str] = []
    complaints: list[str] = []

    def opened(
        report: Report | None = None,
        fragment: str = "",
        explanations: dict[str, str] | None = None,
        **options: object,
    ) -> Page:
        file = tmp_path / "report.html"
        text = render(report or sample_report(), explanations=explanations)
        file.write_text(text, encoding="utf-8")
        context = browser.new_context(**{"viewport": WIDE, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda r: requests.append(r.url))
        page.on("console", lambda m: complaints.append(m.text))
        page.on("pageerror", lambda e: complaints.append(str(e)))
        page.on("dialog", lambda d: complaints.append(f"dialog {d.message}"))
        page.goto(file.as_uri() + fragment)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [url for url in requests if not url.startswith(("file:", "blob:"))] == []
    assert {url.partition("#")[0] for url in requests if url.startswith("file:")} <= {
        (tmp_path / "report.html").as_uri()
    }
    assert complaints == []


def focused(page: Page) -> str:
    """The id of the finding that is open."""
    return str(page.eval_on_selector(".f.at", "card => card.id"))


def sentence(page: Page) -> str:
    """The id of the current sentence."""
    return str(page.eval_on_selector(".s.at", "line => line.id"))


def shown_evidence(page: Page) -> list[str]:
    """The ids of the evidence sections that are visible."""
    return [str(e.get_attribute("id")) for e in page.query_selector_all(".e") if e.is_visible()]


def sideways(page: Page) -> int:
    """How many pixels the page is wider than the window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


def anchor_of(number: int) -> str:
    return f"f-{sample_report().findings[number - 1].fingerprint}"


def test_starts_at_the_first_contradicted_sentence(visit: Open) -> None:
    page = visit()
    assert sentence(page) == "s-1"
    assert shown_evidence(page) == ["e-1"]


def test_a_sentence_shows_its_evidence(visit: Open) -> None:
    page = visit()
    page.click("#s-6 p")
    assert shown_evidence(page) == ["e-6"]
    assert page.evaluate("location.hash") == "#s=6"


def test_the_evidence_of_a_sentence_says_how_grave_its_findings_are(visit: Open) -> None:
    page = visit()
    page.click("#s-2 p")
    assert page.locator("#e-2 .on .sev").all_inner_texts() == ["critical"]


def test_a_mark_opens_its_finding(visit: Open) -> None:
    page = visit()
    page.click("#s-3 mark.critical")
    assert focused(page) == anchor_of(7)
    assert page.locator("mark.hot").count() >= 2


def test_a_number_in_the_article_leads_to_its_finding(visit: Open) -> None:
    page = visit()
    page.click("#s-2 a.n")
    assert focused(page) == anchor_of(4)
    assert sentence(page) == "s-2"


def test_a_finding_has_an_address(visit: Open) -> None:
    page = visit(fragment=f"#{anchor_of(12)}")
    assert focused(page) == anchor_of(12)
    assert shown_evidence(page) == ["e-8"]


def test_the_strip_leads_to_a_sentence(visit: Open) -> None:
    page = visit()
    box = page.locator(".strip").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] * 8.5 / 14, box["y"] + 5)
    assert sentence(page) == "s-9"


def test_j_and_k_walk_the_findings(visit: Open) -> None:
    page = visit()
    for _ in range(4):
        page.keyboard.press("j")
    assert focused(page) == anchor_of(4)
    page.keyboard.press("k")
    assert focused(page) == anchor_of(3)


def test_n_and_p_walk_the_problem_sentences(visit: Open) -> None:
    page = visit()
    page.click("#s-5 p")
    page.keyboard.press("n")
    assert sentence(page) == "s-7"
    page.keyboard.press("p")
    assert sentence(page) == "s-5"


def test_brackets_walk_all_sentences(visit: Open) -> None:
    page = visit()
    page.keyboard.press("]")
    page.keyboard.press("]")
    page.keyboard.press("[")
    assert sentence(page) == "s-2"


def test_digits_choose_a_source(visit: Open) -> None:
    page = visit()
    page.click("#s-2 p")
    page.keyboard.press("3")
    assert [
        w.get_attribute("data-k") for w in page.query_selector_all("#e-2 .w:not([hidden])")
    ] == ["3"]
    page.keyboard.press("3")
    assert page.locator("#e-2 .w:not([hidden])").count() == 3


def test_a_chosen_source_that_is_silent_is_said_to_be(visit: Open) -> None:
    page = visit()
    page.click("#s-6 p")
    page.select_option("[name=src]", "3")
    assert page.locator("#e-6 .silent").inner_text().endswith("does not say this.")
    page.select_option("[name=src]", "")
    assert page.locator(".silent").count() == 0


def test_keys_can_be_switched_off(visit: Open) -> None:
    page = visit()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.click("#keys")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator(".f.at").count() == 0
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


def test_keys_do_not_disturb_typing(visit: Open) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("jne")
    assert page.input_value("#q") == "jne"
    assert page.locator(".f.at").count() == 0


def test_decisions_are_made_kept_and_exported(visit: Open) -> None:
    page = visit()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.press("r")
    page.keyboard.type("agreed with the desk")
    page.reload()
    with page.expect_download() as download:
        page.click("text=Export decisions (2)")
    decided = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert download.value.suggested_filename == "tarsk-port.decisions.json"
    assert decided["schema"] == "transdiff-decisions/1"
    assert decided["article"] == "tarsk-port"
    assert decided["sha256"] == sample_report().article.document.sha256
    assert [(d["decision"], d["reason"], d["scope"]) for d in decided["decisions"]] == [
        ("error", "", "finding"),
        ("acceptable", "agreed with the desk", "finding"),
    ]
    first = decided["decisions"][0]
    assert first["fingerprint"] == sample_report().findings[0].fingerprint
    assert (first["rule"], first["match"]) == ("headline-overstated", "storm out")


def test_a_decision_may_hold_for_every_case_of_rule_and_term(visit: Open) -> None:
    report = large_report(12)
    rows = tuple(report.findings)
    page = visit(report)
    page.evaluate("document.querySelectorAll('.f').forEach(c => { c.dataset.term = 'same' })")
    page.keyboard.press("j")
    page.check("#decide [name=all]")
    page.keyboard.press("Tab")
    page.check("#decide [value=acceptable]")
    assert page.locator(".f[data-decision=acceptable]").count() == len(rows)


def test_a_decision_can_be_taken_back(visit: Open) -> None:
    page = visit()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.click("#decide [value=clear]")
    assert page.locator(".f[data-decision]").count() == 0


def test_filters_live_in_the_address(visit: Open) -> None:
    page = visit()
    page.check("[name=sev][value=critical]")
    page.select_option("[name=group]", "facts")
    assert page.locator(".f:visible").count() == 2
    assert page.evaluate("location.hash") == "#sev=critical&group=facts&s=1"
    page.reload()
    assert page.locator(".f:visible").count() == 2
    page.uncheck("[name=sev][value=critical]")
    assert page.locator(".f:visible").count() == 3


def test_search_finds_words_of_findings_and_sentences(visit: Open) -> None:
    page = visit()
    page.fill("#q", "riot police")
    assert page.locator(".f:visible").count() == 2
    page.fill("#q", "no such words")
    assert page.locator("#findings .empty").is_visible()


def test_undecided_findings_can_be_listed_alone(visit: Open) -> None:
    page = visit()
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.select_option("[name=state]", "error")
    assert page.locator(".f:visible").count() == 1


def test_tabs_show_one_part_each_and_obey_arrows(visit: Open) -> None:
    page = visit()
    page.click("role=tab[name='Names']")
    assert page.locator("#names").is_visible()
    assert not page.locator("#read").is_visible()
    page.keyboard.press("ArrowRight")
    assert page.locator("#ledger").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Ledger"
    assert page.evaluate("location.hash").startswith("#tab=ledger")


def test_a_number_in_the_ledger_leads_back_to_the_finding(visit: Open) -> None:
    page = visit(fragment="#tab=ledger")
    page.click("#ledger a.n >> nth=0")
    assert page.locator("#read").is_visible()
    assert focused(page) == anchor_of(4)


def test_a_reference_sentence_can_be_read_in_its_text(visit: Open) -> None:
    page = visit()
    page.click("#s-2 p")
    page.click("#e-2 .w .whose a >> nth=0")
    assert page.locator("#g-1-2").is_visible()
    page.click("#g-1-2 a")
    assert sentence(page) == "s-2"


def test_the_diff_shows_either_side_alone(visit: Open) -> None:
    page = visit()
    page.click("#s-2 p")
    both = page.locator("#e-2 .w.r1 .d")
    page.click(".switch >> text=Reference")
    assert "4,500" not in both.inner_text()
    page.click(".switch >> text=Article")
    assert "About 4,500 dockers" in re.sub(r"\s+", " ", both.inner_text())
    assert "broke down" not in both.inner_text()


def test_house_style_is_shown_on_demand(visit: Open) -> None:
    page = visit()
    page.click("#s-6 p")
    style = "getComputedStyle(document.querySelector('#e-6 .st')).borderBottomStyle"
    assert page.evaluate(style) == "none"
    page.click("text=House style >> nth=0")
    assert page.evaluate(style) == "dotted"


def test_copies_a_finding(visit: Open) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("j")
    page.click("text=Copy finding")
    page.wait_for_selector("text=Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("major headline-overstated, sentence 1\n")
    assert "northwire: " in copied


def test_a_copied_sentence_is_the_text_alone(visit: Open) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#s-2 p'))")
    page.keyboard.press("Control+C")
    article = sample_report().article
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == article.segments[1].of(article.document.text)


def test_a_mark_is_read_out_as_a_finding(visit: Open) -> None:
    page = visit()
    assert page.locator("#s-2").get_by_role("link", name="critical finding 4").count() == 1
    assert page.locator("#s-8").get_by_role("link", name="missing here: minor finding").count() == 1


def test_everything_can_be_reached_with_the_tab_key(visit: Open) -> None:
    page = visit()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip >> nth=0").is_visible()
    page.keyboard.press("Enter")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert {"q", "evidence", "findings"} <= reached


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("tab", ["read", "grid", "missing", "names", "ledger", "scores", "method"])
def test_axe_finds_nothing(visit: Open, scheme: str, viewport: dict[str, int], tab: str) -> None:
    page = visit(color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    page.keyboard.press("j")
    if tab != "read":
        page.click(f"#tab-{tab}")
    assert violations(page) == []


def test_axe_finds_nothing_without_javascript_or_in_the_index(
    visit: Open, browser: Browser, tmp_path: Path
) -> None:
    file = tmp_path / "index.html"
    file.write_text(render_index([sample_report()], ["report.html"]), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert violations(page) == []
    page.close()


def violations(page: Page) -> list[str]:
    """What axe objects to, as rule, element and reason."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{v['id']}: {n['html'][:140]} {n.get('failureSummary', '')[:200]}"
        for v in found
        for n in v["nodes"]
    ]


def test_the_headings_step_down_one_level_at_a_time(visit: Open) -> None:
    page = visit()
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("width", [320, 360, 720, 960, 1100, 1440, 2200])
def test_no_width_scrolls_sideways(visit: Open, width: int) -> None:
    page = visit(viewport={"width": width, "height": 800})
    for tab in ("read", "grid", "missing", "names", "ledger", "scores", "method"):
        page.click(f"#tab-{tab}")
        assert sideways(page) <= 0, tab


def test_twice_the_size_still_fits(visit: Open) -> None:
    page = visit(viewport={"width": 720, "height": 450}, device_scale_factor=2)
    assert sideways(page) <= 0
    assert page.locator("#article").is_visible()


def test_three_panes_stand_side_by_side_on_a_wide_screen(visit: Open) -> None:
    page = visit()
    boxes = [
        page.locator(f"#{name}").bounding_box() for name in ("findings", "article", "evidence")
    ]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts)
    assert max(box["y"] for box in boxes if box) - min(box["y"] for box in boxes if box) < 5


def test_on_a_narrow_screen_evidence_follows_its_sentence(visit: Open) -> None:
    page = visit(viewport=NARROW)
    page.click("#s-5 p >> nth=0")
    mine, evidence, after = (page.locator(name).bounding_box() for name in ("#s-5", "#e-5", "#s-6"))
    assert mine and evidence and after
    assert mine["y"] < evidence["y"] < after["y"]


def test_the_panes_begin_below_the_strip_however_many_sources_it_has(visit: Open) -> None:
    page = visit()
    page.eval_on_selector(".strip", "svg => { svg.setAttribute('height', 120) }")
    page.evaluate("scrollTo(0, 600)")
    page.wait_for_function("document.querySelector('.over').getBoundingClientRect().top === 0")
    strip, pane = (page.locator(name).bounding_box() for name in (".over", "#evidence"))
    assert strip and pane
    assert pane["y"] >= strip["height"] - 1


def test_dark_follows_the_reader(visit: Open) -> None:
    page = visit(color_scheme="dark")
    dark = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    channels = [int(n) for n in re.findall(r"\d+", dark)[:3]]
    assert max(channels) < 60


def test_where_the_reader_forces_colours_what_is_chosen_still_shows(visit: Open) -> None:
    page = visit(forced_colors="active")
    page.keyboard.press("j")

    def style(selector: str, name: str) -> str:
        return str(page.locator(selector).first.evaluate(f"e => getComputedStyle(e)['{name}']"))

    assert style(".s.at", "outlineStyle") == style(".f.at", "outlineStyle") == "solid"
    assert style(".switch [aria-pressed=true]", "outlineStyle") == "solid"
    tabs = [f"[role=tab][aria-selected={chosen}]" for chosen in ("true", "false")]
    assert style(tabs[0], "borderBottomColor") != style(tabs[1], "borderBottomColor")
    dots = page.locator(".dot").evaluate_all("d => d.map(e => getComputedStyle(e).backgroundColor)")
    assert len(set(dots)) == len(dots)


def test_without_javascript_everything_is_there(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    text = page.inner_text("body")
    for words in ("Evidence", "Findings", "Names and titles", "A court in Tarsk", "nrefs:1"):
        assert words in text
    assert len([e for e in page.query_selector_all(".e") if e.is_visible()]) == 14
    assert not page.locator("#filters").is_visible()


def test_without_css_the_text_reads_in_order(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    heads = [h.inner_text().split("\n")[0] for h in page.query_selector_all("h2")]
    assert [re.sub(r" \d+$", "", head) for head in heads if head != "Keys"] == [
        "What was compared", "The article", "Evidence", "Findings",
        "Sources, sentence by sentence", "In the references, not in the article",
        "Names and titles", "Numbers, dates and quotations", "Scores", "Method and limits",
    ]  # fmt: skip


def test_prints_everything_to_pdf(visit: Open, tmp_path: Path) -> None:
    page = visit()
    page.emulate_media(media="print")
    for part in ("#article", "#e-9", "#names", "#ledger", "#scores", "#method"):
        assert page.locator(part).is_visible(), part
    assert not page.locator("#filters").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_paper_shows_the_evidence_of_every_sentence(visit: Open) -> None:
    page = visit(fragment="#sev=minor&src=1")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 1000})
    page.pdf()
    assert len(shown_evidence(page)) == 14
    assert all(line.is_visible() for line in page.query_selector_all(".f, .w, .docs table"))
    assert not page.locator(".tools").is_visible()


def test_a_server_that_allows_no_style_shows_plain_text(browser: Browser) -> None:
    """Jenkins and other servers send a policy that stops the page's style and script."""
    page = browser.new_page()
    policy = {"Content-Security-Policy": "sandbox; default-src 'none'; style-src 'self'"}
    page.route("**/*", lambda r: r.fulfill(body=render(sample_report()), headers=policy,
                                           content_type="text/html; charset=utf-8"))  # fmt: skip
    page.goto("http://ci.example/report.html")
    assert page.locator(".f").count() == len(sample_report().findings)
    icons = [icon.bounding_box() for icon in page.query_selector_all(".sev svg")]
    assert max(icon["width"] for icon in icons if icon) < 20
    painted = "[...document.querySelectorAll('rect')].some(r => getComputedStyle(r).fill != 'none')"
    assert not page.evaluate(painted)
    assert not page.locator("#filters").is_visible()
    page.close()


def test_links_work_in_a_preview_frame_that_has_no_address(browser: Browser) -> None:
    page = browser.new_page(viewport=WIDE)
    complaints: list[str] = []
    page.on("pageerror", lambda e: complaints.append(str(e)))
    page.set_content("<iframe sandbox='allow-scripts' width=1400 height=800></iframe>")
    page.eval_on_selector(
        "iframe", "(frame, text) => { frame.srcdoc = text }", render(sample_report())
    )
    frame = page.frame_locator("iframe")
    frame.locator("#s-2 a.n").first.click()
    assert frame.locator(".f.at").get_attribute("id") == anchor_of(4)
    frame.locator("#s-5 p").first.click()
    assert frame.locator(".s.at").get_attribute("id") == "s-5"
    assert complaints == []
    page.close()


def test_the_first_screen_shows_findings_however_many_texts_there_are(visit: Open) -> None:
    page = visit(viewport={"width": 1024, "height": 768})
    assert page.locator(".f .msg").first.is_visible()
    box = page.locator(".f .msg").first.bounding_box()
    assert box and box["y"] < 768
    assert not page.locator(".docs table").is_visible()
    assert "northwire" in page.inner_text(".docs summary")
    page.click(".docs summary")
    assert page.locator(".docs table").is_visible()


def test_the_counts_lead_to_the_worst_finding_and_fidelity_to_its_losses(visit: Open) -> None:
    page = visit()
    page.click(".tally .critical")
    assert page.locator(".f.at").get_attribute("data-sev") == "critical"
    page.click(".tally a >> text=fidelity")
    assert page.locator("#scores").is_visible()


def test_the_tab_key_goes_on_from_where_a_link_leads(visit: Open) -> None:
    page = visit()
    inside = "id => document.getElementById(id).contains(document.activeElement)"
    for name in ("article", "findings"):
        page.reload()
        page.focus(f".skip[href='#{name}']")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(inside, name), name
    page.focus("#s-3 a.n >> nth=0")
    page.keyboard.press("Enter")
    assert page.evaluate(inside, focused(page))


def test_a_finding_opens_without_mouse_or_single_keys(visit: Open) -> None:
    page = visit()
    page.focus(f"#{anchor_of(12)} h4 a.n")
    page.keyboard.press("Enter")
    assert focused(page) == anchor_of(12)
    assert page.locator(f"#{anchor_of(12)} #decide").is_visible()


@pytest.mark.parametrize("target", [".msg", "h4 a.n"])
def test_on_a_narrow_screen_a_finding_opens_where_it_stands(visit: Open, target: str) -> None:
    page = visit(viewport=NARROW, reduced_motion="reduce")
    page.click(f"#{anchor_of(4)} {target}")
    box = page.locator(f"#{anchor_of(4)} .msg").bounding_box()
    assert box and 0 < box["y"] < NARROW["height"]
    assert page.locator("#decide").is_visible()


def test_enter_leads_from_one_sentence_found_to_the_next(visit: Open) -> None:
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("the port")
    found = page.locator(".s.hit").evaluate_all("lines => lines.map(line => line.id)")
    seen = []
    for _ in range(len(found) + 1):
        page.keyboard.press("Enter")
        seen.append(sentence(page))
    assert len(found) > 1
    assert seen[0] == seen[-1]
    assert set(seen) == set(found)


def test_search_marks_the_sentences_that_it_finds(visit: Open) -> None:
    page = visit()
    page.fill("#q", "riot police")
    found = page.locator(".s.hit:not(.at)").first
    plain = page.locator(".s:not(.hit, .at)").first
    background = "line => getComputedStyle(line).backgroundColor"
    assert found.evaluate(background) != plain.evaluate(background)


def test_long_names_are_whole_where_the_texts_are_listed(visit: Open) -> None:
    page = visit()
    label = page.locator(".docs tbody .src").last
    label.evaluate("b => { b.textContent = 'international-desk-of-an-agency-with-a-name' }")
    assert label.evaluate("b => b.scrollWidth <= b.clientWidth")


def test_the_policy_stops_what_the_page_did_not_bring(browser: Browser, tmp_path: Path) -> None:
    text = render(sample_report())
    smuggled = text.replace("</main>", "<script>window.owned = 1</script><img src='x.png'></main>")
    file = tmp_path / "smuggled.html"
    file.write_text(smuggled, encoding="utf-8")
    page = browser.new_page()
    blocked: list[str] = []
    page.on("console", lambda m: blocked.append(m.text))
    page.goto(file.as_uri())
    assert page.evaluate("window.owned === undefined")
    assert any("Content Security Policy" in line for line in blocked)
    page.close()


def test_a_hostile_article_does_nothing_and_can_be_used(visit: Open) -> None:
    page = visit(hostile_report())
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.click("#s-4 p >> nth=0")
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert page.evaluate("document.images.length") == 0
    assert page.evaluate("[...document.links].every(a => a.getAttribute('href').startsWith('#'))")
    assert sideways(page) <= 0
    assert "U+202E" in page.inner_text("#s-2")


@pytest.mark.slow
def test_two_thousand_sentences_stay_usable(visit: Open) -> None:
    page = visit(large_report(2000))
    page.wait_for_selector("html[data-ready]")
    laid_out = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    assert laid_out < 10_000, "about a second on a quiet machine; twenty without containment"
    start = time.perf_counter()
    for _ in range(5):
        page.keyboard.press("j")
    page.keyboard.press("]")
    assert time.perf_counter() - start < 10
    assert sentence(page) == "s-14"


def test_opens_interactive_at_once(visit: Open) -> None:
    page = visit(large_report(40))
    page.wait_for_selector("html[data-ready]")
    ready = page.evaluate("performance.getEntriesByType('navigation')[0].domInteractive")
    assert ready < 900, "300 ms on a quiet machine, thrice that on a busy one"


def test_the_index_sorts(browser: Browser, tmp_path: Path) -> None:
    calm = replace(sample_report(), findings=(), fidelity=98.0)
    file = tmp_path / "index.html"
    text = render_index([calm, sample_report()], ["calm.html", "tarsk-port.html"])
    file.write_text(text, encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    first = "document.querySelector('tbody a').getAttribute('href')"
    assert page.evaluate(first) == "tarsk-port.html"
    page.click("th button >> text=Fidelity")
    assert page.evaluate(first) == "calm.html"
    page.click("th button >> text=Fidelity")
    assert page.evaluate(first) == "tarsk-port.html"
    assert page.locator("th[aria-sort=ascending]").count() == 1
    page.fill("input[type=search]", "98.0")
    assert page.locator("tbody tr:visible").count() == 1
    assert page.inner_text("[role=status]") == "1 of 2 articles"
    page.fill("input[type=search]", "")
    assert page.locator("tbody tr:visible").count() == 2
    page.close()


def test_the_back_button_returns_to_where_the_link_was(visit: Open) -> None:
    page = visit(fragment="#s-5")
    page.click("#s-5 a.n")
    assert focused(page) == anchor_of(10)
    page.go_back()
    page.wait_for_selector("#s-5.at")
    assert page.locator(".f.at").count() == 0


def test_a_finding_leads_to_the_manual_of_its_rule(visit: Open) -> None:
    page = visit(explanations={"scale": "Flagged when a scale word changes."})
    page.goto(page.url.partition("#")[0] + f"#{anchor_of(4)}")
    page.click(".f.at >> text=about this rule")
    assert page.locator("#rule-scale pre").is_visible()
