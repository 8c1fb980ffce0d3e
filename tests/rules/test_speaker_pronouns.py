"""A pronoun speaks for whoever was named last: what it says of another is misattributed."""

from __future__ import annotations

import transdiff
from transdiff import Document
from transdiff.model import Severity

REFERENCE = (
    "Coach Ana Ribot said the pitch was unplayable. "
    "Referee Olga Manso said that both teams had agreed to continue."
)


def severities(article: str, reference: str = REFERENCE) -> list[Severity]:
    found = transdiff.compare(
        Document.from_text(article, "en"), {"wire": Document.from_text(reference, "en")}
    )
    return [f.severity for f in found.findings if f.rule == "speaker-changed"]


def test_what_somebody_else_said_is_major_behind_a_pronoun() -> None:
    article = (
        "Coach Ana Ribot said the pitch was unplayable. Both teams, she said, had agreed to play."
    )
    assert severities(article) == [Severity.MAJOR]


def test_a_pronoun_that_may_mean_two_people_is_minor_at_most() -> None:
    article = "Coach Ana Ribot met Eva Stark. Olga Manso watched. They would go on, she said."
    assert Severity.MAJOR not in severities(article)


def test_a_pronoun_for_whoever_says_it_in_the_wire_is_right() -> None:
    assert severities("Referee Olga Manso was calm. Both teams had agreed to play, she said.") == []


def test_an_age_is_nobodys_name() -> None:
    found = transdiff.compare(
        Document.from_text("Maurits trat ab. „Wir reden weiter“, sagte die 47-Jährige.", "de"),
        {"wire": Document.from_text("„Wir reden weiter“, sagte Lea Maurits am Montag.", "de")},
    )
    assert not [f for f in found.findings if f.rule == "speaker-changed"]
