"""Losses between two texts: zero for equal ones, monotone, blind to length."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transdiff.model import Document
from transdiff.pipeline import annotated_story
from transdiff.score.agreement import SECTIONS, losses
from transdiff.score.weights import load_weights
from transdiff.score.words import Text

SAID = "The minister said on Monday that 40 houses in Lima had been flooded."


def text(*sentences: str, lang: str = "en") -> Text:
    story = annotated_story(None, Document.from_sentences(sentences, lang))
    return Text.of((s.facts for s in story.segments), story.lang)


def found(article: str, reference: str = SAID) -> dict[str, float]:
    return {name: loss for name, loss in losses(text(article), text(reference)).items() if loss}


def total(article: str, reference: str = SAID) -> float:
    weights = load_weights().flat
    return sum(weights[name] * loss for name, loss in found(article, reference).items())


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (SAID.replace("flooded", "destroyed"), "content-missing"),
        (SAID.replace("minister", "senator"), "heads-missing"),
        ("In Lima, the minister said, 40 houses had been flooded on Monday.", "order"),
        (SAID.replace("Lima had been flooded", "Lima flooded"), "links-missing"),
        (SAID.replace("flooded", "destroyed"), "meaning-missing"),
        (SAID.replace("flooded", "destroyed"), "meaning-added"),
        (SAID.replace("flooded", "destroyed"), "meaning-apart"),
        (SAID.replace("flooded", "destroyed"), "letters-changed"),
        (SAID.replace("flooded", "destroyed"), "phrases-added"),
        (SAID.replace("minister", "minsiter"), "unknown-words"),
        (SAID.replace("minister", "mzkrtwx"), "odd-words"),
        (SAID.replace("Lima", "Xqzhuo"), "odd-names"),
        (SAID.replace("40", "400"), "figures-added"),
        (SAID.replace("40 ", ""), "figures-missing"),
        (SAID.replace("Lima", "Quito"), "names-missing"),
        (SAID.replace("Monday", "monday"), "capitals-missing"),
        (SAID.replace("houses", "Houses"), "capitals-added"),
        (SAID.lower(), "first-letter"),
        (SAID.replace("houses", "houses houses"), "stutter"),
        (SAID.replace(".", " ."), "spacing"),
        (SAID.replace("Monday that", "Monday, that").replace(", that", ",that"), "spacing"),
        (SAID.replace("40 houses", "40(houses)"), "spacing"),
        (SAID.replace("40 houses", "houses"), "gaps"),
        (SAID.replace("that 40", "that he would and will see 40"), "tenses-added"),
        (SAID.replace(".", "?"), "question"),
        (SAID.replace(".", "!"), "marks-added"),
        (SAID.replace("houses", "дома"), "foreign-script"),
        (SAID.replace("flooded.", "flooded, and."), "slips"),
        (SAID.replace("in Lima had", "in had Lima"), "strange-neighbours"),
        (SAID.replace("in Lima had", "in had Lima"), "strangest-neighbours"),
        (SAID.replace("40 houses", "the of houses"), "holes"),
        (SAID.replace("in Lima had", "in had"), "likely-holes"),
        (SAID.replace("houses", "of her houses"), "possessives-added"),
        (SAID.replace("had been", "had been being"), "being-added"),
        (SAID.replace(" flooded", ""), "verbs-missing"),
        (SAID.replace("minister said", "said"), "heads-missing"),
        (SAID.replace("minister", "woman"), "gender"),
        ("On Monday the minister said that 40 houses in Lima had been flooded.", "order"),
        ("The minister said on Monday.", "shorter"),
        (SAID.replace("houses", "houses and nine old stone mills"), "run-added"),
    ],
)
def test_each_loss_sees_what_it_is_named_for(article: str, name: str) -> None:
    assert name in found(article)
    assert total(article) > 0


def test_a_word_is_not_missed_where_another_stands_for_it() -> None:
    assert not found("Two ships have sunk.", "2 vessels sank.").keys() & {
        "content-missing",
        "heads-missing",
        "descriptions-missing",
    }


def test_what_describes_is_told_from_what_it_describes() -> None:
    lost = found("The ferry sank.", "The ancient ferry sank.")
    assert lost["descriptions-missing"] > 0
    assert "heads-missing" not in lost


def test_a_mark_of_grammar_that_the_reference_has_too_costs_nothing() -> None:
    clumsy = SAID.replace("in Lima had", "in had Lima")
    assert found(clumsy, clumsy) == {}


def test_a_language_without_classes_or_profile_is_compared_by_its_wording() -> None:
    mine, theirs = text("Aaa bbb ccc ddd.", lang="qaa"), text("Aaa bbb ccc eee.", lang="qaa")
    lost = losses(mine, theirs)
    assert lost["content-missing"] > 0
    assert lost["strange-neighbours"] == lost["odd-words"] == 0


def test_every_loss_has_a_weight_that_is_not_negative() -> None:
    weights = load_weights().flat
    assert set(weights) == {name for names in SECTIONS.values() for name in names}
    assert all(weight >= 0 for weight in weights.values())


def test_across_languages_only_figures_and_concepts_are_compared() -> None:
    theirs = text("Затоплено 40 домов.", lang="ru")
    assert losses(text("Some 40 houses were flooded."), theirs)["figures-missing"] == 0
    assert losses(text("Some 400 houses were flooded."), theirs)["figures-missing"] == 1
    assert "letters-missing" not in losses(text("Some 40 houses were flooded."), theirs)


printable = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=80)


@settings(max_examples=80, deadline=None)
@given(printable.filter(lambda s: any(c.isalnum() for c in s)))
def test_equal_texts_have_no_loss_whatever_they_are(sentence: str) -> None:
    assert found(sentence, sentence) == {}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SAID.rstrip(".").split()), min_size=1, max_size=14), st.integers())
def test_losses_are_finite_and_not_negative(words: list[str], seed: int) -> None:
    assert all(0 <= loss < 20 for loss in found(" ".join(words)).values())


def test_the_more_words_are_changed_the_greater_the_loss() -> None:
    words = SAID.rstrip(".").split()
    values = [total(" ".join(["zebra"] * n + words[n:]) + ".") for n in range(0, len(words), 2)]
    assert values == sorted(values)


def test_a_text_twice_as_long_with_twice_the_errors_has_about_the_same_loss() -> None:
    once = total(SAID.replace("flooded", "destroyed"))
    other = "The mayor added on Sunday that 9 bridges near Cusco had been closed."
    both = losses(
        text(SAID.replace("flooded", "destroyed"), other.replace("closed", "opened")),
        text(SAID, other),
    )
    weights = load_weights().flat
    assert sum(weights[n] * v for n, v in both.items()) == pytest.approx(once, rel=0.4)


@pytest.mark.parametrize("words", [["ferry"] * 8000, [f"ferry{n}" for n in range(4000)]])
def test_a_hostile_sentence_is_compared_in_passing(words: list[str]) -> None:
    mine, theirs = text(" ".join(words)), text(" ".join([*words[: len(words) // 2], "end"]))
    start = time.process_time()
    losses(mine, theirs)
    assert time.process_time() - start < 5


def test_a_word_that_is_near_in_meaning_loses_less_than_one_that_is_far() -> None:
    near, far = (
        found("The pastor resigned.", "The priest resigned."),
        found("The barge resigned.", "The priest resigned."),
    )
    for name in ("meaning-missing", "meaning-added", "meaning-apart"):
        assert near[name] < far[name] / 2, name


def test_the_same_words_in_another_order_mean_the_same() -> None:
    turned = found("In Lima, the minister said on Monday that 40 houses had been flooded.")
    assert not {name for name in turned if name.startswith("meaning")}


def test_a_language_without_vectors_loses_meaning_with_its_words() -> None:
    told = text("Der Priester trat gestern in Wien zurück.", lang="de")
    lost = [
        losses(text(mine, lang="de"), told)
        for mine in (
            "Gestern trat in Wien der Priester zurück.",
            "Der Pfarrer trat gestern in Wien zurück.",
            "Meine Großmutter hielt Bienen.",
        )
    ]
    for name in SECTIONS["meaning"]:
        same, near, far = (found[name] for found in lost)
        assert 0 == same < near < far < 1, name
