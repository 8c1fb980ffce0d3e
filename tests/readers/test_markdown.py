"""Markdown is compared as its reader sees it."""

from __future__ import annotations

from transdiff.readers.markdown import parse_markdown

TEXT = """---
title: Storm over Alta
date: 2025-05-03
lang: en
---

# Storm over **Alta**

The [port](http://example.org) of Alta
reopened *today*, `dockers` said.

- one item
- two items

> Nobody was ~~hurt~~ injured.
"""


def test_marks_go_and_lines_of_a_paragraph_join() -> None:
    document = parse_markdown(TEXT)
    assert [(b.kind.value, b.span.of(document.text)) for b in document.blocks] == [
        ("headline", "Storm over Alta"),
        ("body", "The port of Alta reopened today, dockers said."),
        ("body", "one item"),
        ("body", "two items"),
        ("body", "Nobody was injured."),
    ]
    assert (document.title, document.published, document.lang) == (
        "Storm over Alta",
        "2025-05-03",
        "en",
    )


def test_names_with_underscores_stay() -> None:
    assert parse_markdown("The file my_new_name changed 2 * 3 * 4 times.", lang="en").text == (
        "The file my_new_name changed 2 * 3 * 4 times."
    )


def test_tables_pictures_and_the_author() -> None:
    document = parse_markdown(
        "---\ntitle: Storm\nauthor: Ann Olsen\n---\nThe port reopened.\n\n"
        "| Port | Ships |\n|:-----|------:|\n| Alta | 4 |\n\n"
        "![Ships](a.jpg)\n*Ships off Alta*\n\n*Nobody* was hurt.\n\n*This is set apart.*\n"
    )
    assert [(b.kind.value, b.span.of(document.text)) for b in document.blocks] == [
        ("headline", "Storm"),
        ("byline", "Ann Olsen"),
        ("body", "The port reopened."),
        ("body", "Port\tShips"),
        ("body", "Alta\t4"),
        ("caption", "Ships"),
        ("caption", "Ships off Alta"),
        ("body", "Nobody was hurt."),
        ("body", "This is set apart."),
    ]
