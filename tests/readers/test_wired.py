"""A story as agencies send it raw: what is around it is set apart, what it is made of is not."""

from __future__ import annotations

import pytest

from transdiff.model import BlockKind, Document

LEAD = "Thousands of passengers were stranded on Saturday."
MORE = "Twelve of 14 crossings were cancelled, the union said."
STORY = f"{LEAD}\n\n{MORE}"


def compared(text: str, lang: str = "en") -> list[str]:
    """What of *text* is compared."""
    document = Document.from_text(text, lang)
    return [b.span.of(text) for b in document.blocks if b.kind.compared]


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED UNTIL 0600 GMT, SUNDAY, MAY 4, 2025",
        "EMBARGO: 4 May 2025, 06:00",
        "Sperrfrist: Sonntag, 4. Mai, 6 Uhr",
        "NOT FOR PUBLICATION BEFORE 6 a.m. ON MAY 4",
        "SOUS EMBARGO JUSQU'AU 4 MAI 6H00",
        "ЭМБАРГО ДО 06:00 4 мая",
    ],
)
def test_an_embargo_above_the_story_is_a_note(line: str) -> None:
    text = f"{line}\n\nFerries stop\n\n{STORY}"
    assert compared(text) == ["Ferries stop", LEAD, MORE]
    assert Document.from_text(text, "en").notes == (
        "under embargo, as a line above the story says",
    )


@pytest.mark.parametrize("headline", ["Embargo to end in 2026", "Embargoed oil seized in Alta"])
def test_an_embargo_that_the_news_is_about_is_none(headline: str) -> None:
    document = Document.from_text(f"{headline}\n\n{STORY}", "en")
    assert (document.title, document.notes) == (headline, ())


@pytest.mark.parametrize("headline", ["KILL-Ferries stop", "ADVISORY-Story on ferries withdrawn"])
def test_a_story_that_its_agency_withdraws_is_noted(headline: str) -> None:
    notes = Document.from_text(f"{headline}\n\n{STORY}", "en").notes
    assert notes == ("the publisher says: withdrawn",)


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("AM-EU--Norland-Ferries, 5th Ld-Writethru", "5th Ld-Writethru"),
        ("Norlande-grève-transport,LEAD", ""),
        ("norland-transport-strike", ""),
        ("bdt0301 3 pl 250  dpa 0456", ""),
        ("Fähren/Streik/Norland/", ""),
        ("NORLAND-FERRIES (TAKE 1 OF 2)", "TAKE 1 OF 2"),
        ("NORLAND-FERRIES/ (UPDATE 2)", "UPDATE 2"),
        ("URGENT", ""),
        ("UPDATE 1", "UPDATE 1"),
        ("(Zusammenfassung 1230 - neu: Zitate)", "Zusammenfassung 1230"),
    ],
)
def test_a_slug_above_the_headline_is_none(line: str, version: str) -> None:
    text = f"{line}\nFerries stop\n\n{STORY}"
    document = Document.from_text(text, "en")
    assert (document.title, document.version) == ("Ferries stop", version)
    assert compared(text) == ["Ferries stop", LEAD, MORE]


@pytest.mark.parametrize(
    "headline", ["Nord-Stream-Pipeline", "Urgent talks in Alta", "Russia/Ukraine"]
)
def test_a_headline_of_few_words_is_no_slug(headline: str) -> None:
    assert Document.from_text(f"{headline}\n\n{STORY}", "en").title == headline


@pytest.mark.parametrize(
    ("headline", "version"),
    [("Ferries stop (SYNTHESE)", "SYNTHESE"), ("Ferries stop (2)", "2"), ("Ferries stop =", "")],
)
def test_the_mark_at_the_end_of_a_headline_is_no_word_of_it(headline: str, version: str) -> None:
    document = Document.from_text(f"{headline}\n\n{STORY}", "en")
    assert (document.title.strip(), document.version) == ("Ferries stop", version)


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    text = f"Ferries stop\n\n   HAVN, Norland, May 3, 2025 (AFP) - \n   {LEAD}\n   {MORE}"
    document = Document.from_text(text, "en")
    assert compared(text) == ["Ferries stop", LEAD, MORE]
    assert (document.publisher, document.published) == ("AFP", "2025-05-03")


@pytest.mark.parametrize(
    "line",
    [
        "ao-jl/bfi/roc",
        "Associated Press writer Jon Lee in Vik contributed to this report.",
        "Per Lund in Vik and Jon Lee contributed reporting.",
        "--With assistance from Jon Lee.",
        "(Updates with a comment of the union in the second paragraph.)",
        "Enditem",
        "(PHOTO+VIDEO)",
        "*内容を追加します。",
        "mfl",
    ],
)
def test_what_stands_below_a_story_is_no_part_of_it(line: str) -> None:
    assert compared(f"Ferries stop\n\n{STORY}\n\n{line}") == ["Ferries stop", LEAD, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "He contributed to this report of the commission, and that is that.",
        "The firm contributed 12 ships.",
        "(Nobody else was hurt.)",
        "and/or",
    ],
)
def test_a_sentence_of_the_story_stays_in_it(line: str) -> None:
    assert compared(f"Ferries stop\n\n{STORY}\n\n{line}\n\n{MORE}")[-2:] == [line, MORE]


@pytest.mark.parametrize(
    "line",
    ["# dpa-Notizblock", "To contact the reporter on this story:", "Notes to editors:"],
)
def test_below_some_lines_nothing_is_a_part_of_the_story(line: str) -> None:
    text = f"Ferries stop\n\n{STORY}\n\n{line}\n\n## Contact\n\nAnn Olsen will answer."
    assert compared(text) == ["Ferries stop", LEAD, MORE]
    document = Document.from_text(text, "en")
    assert document.blocks[-1].kind is BlockKind.RESIDUE


def test_a_notebook_at_the_start_of_a_sentence_ends_no_story() -> None:
    last = "Notizblock in der Hand, wartet er."
    assert compared(f"Fähren\n\nZwölf fielen aus.\n\n{last}", "de")[-1] == last


def test_short_paragraphs_of_a_wire_join_below_a_head_of_short_lines() -> None:
    text = (
        "NORLAND-FERRIES\nFerries stop\nBy Anna Olsen\n"
        "Thousands of passengers were stranded on Saturday after crews\n"
        "walked off the job, the union of seamen said in a statement on\n"
        "its website.\n"
        '"We had no choice," union leader Per Dahl said at the port of\n'
        "the capital, where cars waited.\n"
        "Twelve of 14 crossings were cancelled.\n"
    )
    assert [len(part.split("\n")) for part in compared(text)] == [1, 3, 2, 1]


def test_short_lines_of_a_list_do_not_join() -> None:
    text = (
        "Winners of the Alta prize for boats and what they have built\n"
        "Ann Olsen for the ferry that needs no fuel and no crew at all\n"
        "Per Lund for a harbour\nJon Lee for a lighthouse\nTom Hill for a pier\n"
        "The prize is given each year."
    )
    assert all("\n" not in part for part in compared(text))


def test_an_agency_signs_behind_the_last_sentence() -> None:
    assert compared(f"Ferries stop\n\n{LEAD}\n\n{MORE} EFE") == ["Ferries stop", LEAD, MORE]


def test_the_vietnamese_agency_dates_in_its_brackets() -> None:
    document = Document.from_text("Hà Nội (TTXVN 3/5) Hàng nghìn khách mắc kẹt hôm thứ Bảy.", "vi")
    assert document.dateline is not None
    assert (document.dateline.place, document.dateline.agency) == ("Hà Nội", "TTXVN")
