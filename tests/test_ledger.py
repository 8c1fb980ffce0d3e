"""The ledger: one entry for what means the same, with every place that states it."""

from __future__ import annotations

import dataclasses

import pytest

import transdiff
from transdiff.comparison import Article
from transdiff.facts import Facts, Moment, Name, Quantity, Quotation, Span, Title
from transdiff.ledger import ledger
from transdiff.model import Alignment, Document, Entry, Link, Story
from transdiff.segment import segment


def story(key: str | None, lines: list[str], facts: list[Facts], lang: str = "en") -> Story:
    document = Document.from_sentences(lines, lang, id=key or "article")
    parts = segment(document)
    return Story(
        key,
        document,
        tuple(dataclasses.replace(p, facts=f) for p, f in zip(parts, facts, strict=True)),
    )


def article(mine: Story, *others: Story, links: tuple[Link, ...] = ()) -> Article:
    return Article(mine, {str(o.key): o for o in others}, Alignment(links))


def where(entry: Entry) -> list[tuple[str | None, str]]:
    return [(m.reference, m.quote) for m in entry.mentions]


def figure(line: str, words: str, value: float, at: int = 0, **more: object) -> Facts:
    start = at + line.index(words)
    quantity = Quantity(Span(start, start + len(words)), value, **more)  # type: ignore[arg-type]
    return Facts(quantities=(quantity,))


def test_a_figure_is_one_entry_however_it_is_written() -> None:
    one, other = "Losses rose to 1.2 million crowns.", "Убытки достигли 1,2 млн крон."
    found = ledger(
        article(
            story(None, [one], [figure(one, "1.2 million crowns", 1.2e6, unit="crown")]),
            story("vesti", [other], [figure(other, "1,2 млн крон", 1.2e6, unit="crown")], "ru"),
        )
    )
    assert [e.value for e in found] == ["1,200,000 crown"]
    assert where(found[0]) == [(None, "1.2 million crowns"), ("vesti", "1,2 млн крон")]


@pytest.mark.parametrize("aligned", [True, False])
def test_a_small_count_means_the_same_only_in_aligned_sentences(aligned: bool) -> None:
    one, other = "Two tugs left.", "Two ministers met."
    links = (Link((0,), "tass", (0,), 0.9),) if aligned else ()
    found = ledger(
        article(
            story(None, [one], [figure(one, "Two", 2.0)]),
            story("tass", [other], [figure(other, "Two", 2.0)]),
            links=links,
        )
    )
    assert len(found) == (1 if aligned else 2)


def test_labels_and_ordinals_are_no_figures() -> None:
    line = "Article 4 applies."
    assert not ledger(article(story(None, [line], [figure(line, "4", 4.0, kind="identifier")])))


def test_a_range_shows_both_ends() -> None:
    line = "It takes 10 to 20 km."
    facts = figure(line, "10 to 20 km", 10.0, high=20.0, unit="km")
    assert ledger(article(story(None, [line], [facts])))[0].value == "10–20 km"


def test_a_date_without_a_year_joins_the_only_year_it_can_mean() -> None:
    one, other = "It began on May 12.", "It began on 12 May 2026."
    found = ledger(
        article(
            story(None, [one], [Facts(moments=(Moment(Span(12, 18), month=5, day=12),))]),
            story("tass", [other], [Facts(moments=(Moment(Span(12, 23), 2026, 5, 12),))]),
        )
    )
    assert [e.value for e in found] == ["2026-05-12"]
    assert where(found[0]) == [(None, "May 12"), ("tass", "12 May 2026")]


def quoted(text: str, at: int) -> Facts:
    return Facts(quotations=(Quotation(Span(at, at + len(text)), text),))


def test_a_quotation_over_two_sentences_is_one_entry() -> None:
    lines = ["“We will talk.", "Then we decide,” she said."]
    said = "We will talk.\nThen we decide,"
    found = ledger(article(story(None, lines, [quoted(said, 1)] * 2)))
    assert [len(e.mentions) for e in found] == [1]


def test_an_altered_quotation_in_an_aligned_sentence_is_the_same_entry() -> None:
    one, other = "We will talk if it ends", "We will talk even if it goes on"
    found = ledger(
        article(
            story(None, [f"“{one},” she said."], [quoted(one, 1)]),
            story("tass", [f"“{other},” she said."], [quoted(other, 1)]),
            links=(Link((0,), "tass", (0,), 0.8),),
        )
    )
    assert [where(e) for e in found] == [[(None, one), ("tass", other)]]


def test_a_scare_quote_is_no_quotation() -> None:
    facts = Facts(quotations=(Quotation(Span(1, 5), "coup", scare=True),))
    assert not ledger(article(story(None, ["“coup” it was"], [facts])))


def named(line: str, *names: tuple[str, tuple[str, ...]], at: int = 0, sure: bool = True) -> Facts:
    return Facts(
        names=tuple(
            Name(
                Span(at + line.index(text), at + line.index(text) + len(text)),
                text,
                " ".join(parts),
                parts,
                "person",
                sure=sure,
            )
            for text, parts in names
        )
    )


def test_a_lone_surname_belongs_to_its_only_bearer_with_titles() -> None:
    first, second = "Minister Ilse Varga spoke.", "Ms Varga left."
    title = Facts(
        names=named(first, ("Ilse Varga", ("ilse", "varga"))).names,
        titles=(Title(Span(0, 8), "minister"),),
    )
    lone = named(second, ("Varga", ("varga",)), at=len(first) + 1)
    found = ledger(article(story(None, [first, second], [title, lone])))
    assert [e.value for e in found] == ["Ilse Varga"]
    assert found[0].mentions[0].quote == "Minister Ilse Varga"
    assert found[0].mentions[1].quote == "Varga"


def test_a_surname_of_two_bearers_stays_alone() -> None:
    lines = ["Ilse Varga met Jan Varga.", "Varga left."]
    facts = [
        named(lines[0], ("Ilse Varga", ("ilse", "varga")), ("Jan Varga", ("jan", "varga"))),
        named(lines[1], ("Varga", ("varga",)), at=len(lines[0]) + 1),
    ]
    assert len(ledger(article(story(None, lines, facts)))) == 3


def test_a_word_that_may_be_no_name_needs_a_sure_one_beside_it() -> None:
    line = "Asked again, he left."
    assert not ledger(
        article(story(None, [line], [named(line, ("Asked", ("asked",)), sure=False)]))
    )


def test_the_report_carries_the_ledger() -> None:
    mine = transdiff.Document.from_sentences(["The port lost 4,500 tonnes on 12 May 2026."], "en")
    other = transdiff.Document.from_sentences(["The port lost 4,500 tons on May 12, 2026."], "en")
    report = transdiff.compare(mine, {"tass": other})
    text = report.article.document.text
    assert {e.kind for e in report.ledger} >= {"number", "date"}
    for entry in report.ledger:
        for mention in entry.mentions:
            source = text if mention.reference is None else other.text
            assert mention.span.of(source) == mention.quote


@pytest.mark.parametrize(
    ("moment", "value"),
    [
        (Moment(Span(0, 4), 2026, 5, 12), "2026-05-12"),
        (Moment(Span(0, 4), 2026, 5, grain="month"), "2026-05"),
        (Moment(Span(0, 4), 1998, grain="year"), "1998"),
        (Moment(Span(0, 4), month=5, day=12), "May 12"),
        (Moment(Span(0, 4), month=11, grain="month"), "November"),
        (Moment(Span(0, 4), hour=14, minute=5, grain="time"), "14:05"),
    ],
)
def test_dates_are_shown_as_far_as_they_are_known(moment: Moment, value: str) -> None:
    assert (
        ledger(article(story(None, ["then it was"], [Facts(moments=(moment,))])))[0].value == value
    )
