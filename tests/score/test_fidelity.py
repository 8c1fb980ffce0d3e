"""Fidelity: what reaches 100, what costs how much, and that the bill adds up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import transdiff
from transdiff.score.fidelity import WHOLE, Tally

STORY = (
    "Thirty people were killed when a ferry sank off the northern coast on Tuesday.",
    "The harbour master said the vessel had not been inspected since March.",
    "Rescuers pulled 112 passengers from the water before nightfall.",
    "The company that owns the ferry declined to comment.",
    "A court will hear the first claims in September.",
)


def document(*sentences: str, lang: str = "en") -> transdiff.Document:
    return transdiff.Document.from_sentences(sentences, lang)


def report(article: tuple[str, ...], **references: tuple[str, ...]) -> transdiff.Report:
    others = {key: document(*texts) for key, texts in references.items()}
    return transdiff.compare(document(*article), others)


def fidelity(article: tuple[str, ...], **references: tuple[str, ...]) -> float:
    return report(article, **references).fidelity


def changed(index: int, sentence: str) -> tuple[str, ...]:
    return (*STORY[:index], sentence, *STORY[index + 1 :])


def test_identical_text_has_100_for_the_article_and_each_sentence_and_no_costs() -> None:
    found = report(STORY, wire=STORY)
    assert found.fidelity == 100
    assert {s.fidelity for s in found.sentences} == {100}
    assert found.costs == ()


@pytest.mark.parametrize(
    "article",
    [
        changed(0, STORY[0].upper()),
        changed(0, STORY[0].replace(" off", "  off")),
        changed(0, STORY[0].removesuffix(".")),
        changed(3, STORY[3].replace(" declined", ", declined")),
        STORY[::-1],
        (*STORY[1:], STORY[0]),
        STORY[:4],
    ],
    ids=["case", "spacing", "full stop", "comma", "reversed", "moved", "cut"],
)
def test_nothing_else_has_100_and_form_costs_little(article: tuple[str, ...]) -> None:
    assert 85 < fidelity(article, wire=STORY) < 100


def test_text_that_has_nothing_to_do_with_the_reference_is_near_0() -> None:
    other = (
        "Bake the onions slowly until they are soft and golden.",
        "My grandmother kept bees behind an old stone wall.",
        "Nobody has ever explained why violins sound better with age.",
    )
    assert fidelity(other, wire=STORY) < 15
    assert fidelity(other[:1], wire=STORY[:1]) < 15


UNRELATED = {
    "ru": (
        "Моя бабушка держала пчёл за старой каменной стеной.",
        "Министр встретился с послом в Вене в понедельник.",
    ),
    "de": (
        "Meine Großmutter hielt Bienen hinter einer alten Steinmauer.",
        "Der Minister traf den Botschafter am Montag in Wien.",
    ),
    "zh": ("我的祖母在旧石墙后面养蜜蜂。", "部长星期一在维也纳会见了大使。"),
    "ja": ("祖母は古い石垣の裏で蜂を飼っていた。", "大臣は月曜日にウィーンで大使と会談した。"),
    "ar": (
        "كانت جدتي تربي النحل خلف جدار حجري قديم.",
        "التقى الوزير السفير في فيينا يوم الاثنين.",
    ),
    "vi": (
        "Bà tôi nuôi ong sau bức tường đá cũ.",
        "Bộ trưởng đã gặp đại sứ tại Vienna hôm thứ Hai.",
    ),
    "sw": (  # no pack
        "Bibi yangu alifuga nyuki nyuma ya ukuta wa mawe.",
        "Waziri alikutana na balozi mjini Vienna Jumatatu.",
    ),
}


@pytest.mark.parametrize("lang", UNRELATED)
def test_so_it_is_in_languages_without_vectors(lang: str) -> None:
    mine, theirs = (document(text, lang=lang) for text in UNRELATED[lang])
    assert transdiff.compare(mine, {"wire": theirs}).fidelity < 20


@pytest.mark.parametrize("article", [(), ("",), ("  ", ""), ("…",), ("* * *", "–")])
def test_an_article_of_which_nothing_can_be_compared_has_0(article: tuple[str, ...]) -> None:
    assert Tally().value == 0
    found = report(article, wire=STORY)
    assert found.fidelity == 0
    assert [f for f in found.findings if f.span.start < f.span.end] == []
    assert report(STORY, wire=article).fidelity < 15
    assert report(article, wire=STORY[:1]).fidelity == 0
    assert report(STORY[:1], wire=article).fidelity < 30
    assert report(article, wire=article).fidelity == 100


def test_a_line_without_a_word_changes_nothing() -> None:
    article = changed(2, STORY[2].replace("112", "211"))
    ruled = (*article[:2], "* * *", "", *article[2:])
    assert fidelity(ruled, wire=STORY) == fidelity(article, wire=STORY)
    assert fidelity(ruled, wire=(*STORY[:1], "***", *STORY[1:])) == fidelity(article, wire=STORY)


def test_errors_cost_more_the_more_there_are() -> None:
    wrong = list(STORY)
    values = [fidelity(STORY, wire=STORY)]
    for index, (old, new) in enumerate(
        [("Thirty", "Three hundred"), ("had not been", "had been"), ("112", "211")]
    ):
        wrong[index] = STORY[index].replace(old, new)
        values.append(fidelity(tuple(wrong), wire=STORY))
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)


@pytest.mark.parametrize(
    ("old", "new"), [("Thirty", "Three hundred"), ("Thirty people were", "Nobody was")]
)
def test_a_changed_fact_costs_more_than_a_faithful_paraphrase(old: str, new: str) -> None:
    paraphrase = "Thirty people died on Tuesday as a ferry went down off the northern coast."
    wrong = STORY[0].replace(old, new)
    assert fidelity((wrong,), wire=STORY[:1]) < fidelity((paraphrase,), wire=STORY[:1])


def test_the_length_of_an_article_tells_nothing() -> None:
    article = changed(2, STORY[2].replace("112", "211"))
    once = report(article, wire=STORY)
    values = [s.fidelity for s in once.sentences if s.fidelity is not None]
    assert once.fidelity == pytest.approx(sum(values) / len(values), abs=0.01)


def test_a_second_reference_never_lowers_the_value() -> None:
    article = changed(1, "The port authority said the ship had last been checked in March.")
    other = ("Officials said the vessel was last inspected in March.", STORY[3])
    for extra in (other, ("Snow fell in the mountains.",), STORY[::-1]):
        assert fidelity(article, a=STORY, b=extra) >= fidelity(article, a=STORY) - 1e-9


def test_following_one_reference_to_the_letter_costs_almost_nothing_beside_another() -> None:
    other = (
        "At least 30 people died on Tuesday as a ferry went down, the coast guard said.",
        "It was last checked in March, according to the harbour master.",
    )
    assert fidelity(STORY, a=(*STORY[:2], "It sank."), b=STORY[1:] + STORY[:1], c=other) > 97


def test_a_sentence_that_no_reference_supports_costs_the_more_the_stranger_it_is() -> None:
    background = "The ferry line opened in 1962."
    assert fidelity((*STORY, background), wire=STORY) < fidelity(STORY, wire=STORY)


def test_the_costs_add_up_to_what_is_missing_and_name_their_findings() -> None:
    found = report(changed(2, "Rescuers pulled 211 passengers from the sea."), wire=STORY)
    assert sum(c.points for c in found.costs) == pytest.approx(100 - found.fidelity)
    marks = {f.fingerprint for f in found.findings}
    named = [c for c in found.costs if c.fingerprints]
    assert named
    assert all(set(c.fingerprints) <= marks for c in named)


def test_one_error_that_is_repeated_counts_once() -> None:
    reference = ("Ivan Petrov arrived in Lima.", "The talks began.", "Petrov left on Friday.")
    once = report(("Ivan Petrov arrived in Lima.", "The talks began.", "Orlov left."), a=reference)
    costs = [c for c in once.costs if c.fingerprints]
    assert all(len(c.fingerprints) == len(set(c.fingerprints)) for c in costs)


def test_across_languages_only_facts_and_findings_count() -> None:
    wire = transdiff.Document.from_sentences(["Паром затонул, погибли 30 человек."], "ru")
    right = transdiff.compare(document("The ferry sank, killing 30 people."), {"a": wire})
    wrong = transdiff.compare(document("The ferry sank, killing 300 people."), {"a": wire})
    assert 90 < right.fidelity < 100
    assert wrong.fidelity < right.fidelity


def test_what_is_not_compared_has_no_value() -> None:
    text = "\n\n".join([*STORY, "Read more: Five things to know about ferries"])
    found = transdiff.compare(transdiff.Document.from_text(text, "en"), {"a": document(*STORY)})
    compared = {s.kind.compared: s.fidelity is not None for s in found.sentences}
    assert all(kind == has for kind, has in compared.items())


tallies = st.builds(Tally, st.integers(1, 500), st.integers(0, 10**7))


@given(st.lists(tallies, min_size=1), st.integers(0, 10))
def test_tallies_add_up_whatever_the_shards(found: list[Tally], cut: int) -> None:
    whole = sum(found, Tally())
    assert sum(found[:cut], Tally()) + sum(found[cut:], Tally()) == whole
    assert 0 <= whole.value <= 100


def test_what_is_lost_is_a_share_of_the_whole() -> None:
    assert Tally(4, WHOLE).value == 75
    assert Tally(1, 2 * WHOLE).value == 0


WORDS = ("the", "ferry", "sank", "on", "Tuesday", "killing", "30", "people", "nobody", "said")
words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=1, max_size=12).map(lambda found: " ".join(found) + ".")


@settings(max_examples=60, deadline=None)
@given(sentences, sentences)
def test_every_value_is_in_range_and_only_equal_text_reaches_100(mine: str, theirs: str) -> None:
    found = fidelity((mine,), wire=(theirs,))
    assert 0 <= found <= 100
    assert (found == 100) == (mine == theirs)
