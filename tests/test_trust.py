"""Trust: a finding weighs less where the sentences hardly say the same."""

from __future__ import annotations

import pytest

import transdiff
from transdiff.model import Document, Severity
from transdiff.plugins import rules
from transdiff.settings import Settings
from transdiff.trust import Signals, load_odds

NEAR = Signals(company=0.9, paired=0.9, said=0.9, similarity=0.95)
FAR = Signals(company=0.0, paired=0.1, said=0.1, similarity=0.3, distance=0.6)
RULE = "number-value"
WIRE = "The ferry from Lom to Varda carried 380 passengers and nine of the crew on Monday."
ARTICLE = "The ferry from Lom to Varda carried 540 passengers and nine of the crew on Monday."


def weights(settings: Settings) -> set[Severity]:
    article, wire = (Document.from_text(t, "en") for t in (ARTICLE, WIRE))
    report = transdiff.compare(article, {"wire": wire}, settings)
    return {f.severity for f in report.findings if f.rule == RULE}


@pytest.mark.parametrize("rule", [RULE, "negation-flipped", "no-such-rule"])
def test_sentences_that_say_the_same_are_trusted_more(rule: str) -> None:
    odds = load_odds()
    assert odds.of(rule, FAR) < odds.of(rule, NEAR)
    assert odds.least < odds.of(rule, NEAR)


def test_a_denial_between_sentences_that_hardly_say_the_same_is_not_trusted() -> None:
    odds = load_odds()
    assert odds.of("negation-flipped", FAR) < odds.least


def test_what_no_reference_has_anywhere_is_likelier_wrong() -> None:
    odds = load_odds()
    new = FAR._replace(unheard=1.0)
    assert odds.of(RULE, new) > odds.of(RULE, FAR._replace(unheard=0.0))


def test_every_signal_has_a_weight() -> None:
    assert load_odds().signals.keys() == set(Signals._fields)


def test_company_and_links_speak_for_a_finding() -> None:
    signals = load_odds().signals
    assert signals["company"] > 0
    assert signals["paired"] > 0


def test_where_much_is_wrong_a_doubtful_finding_is_likelier_right() -> None:
    odds = load_odds()
    assert odds.of(RULE, FAR._replace(findings=1.0)) > odds.of(RULE, FAR._replace(findings=-1.0))


def test_a_figure_among_the_same_words_keeps_its_weight() -> None:
    assert weights(Settings(select=(RULE,))) == {Severity.MAJOR}


def test_the_users_word_counts() -> None:
    told = Settings(select=(RULE,), severity={RULE: Severity.CRITICAL})
    assert weights(told) == {Severity.CRITICAL}


def test_every_rule_that_is_weighed_exists() -> None:
    assert load_odds().rules.keys() <= {r.name for r in rules()}
