"""Speakers: pronouns, bare offices and quotations without a verb find their person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Speaker
from transdiff.language.identity import same_speaker
from transdiff.model import Document
from transdiff.pipeline import annotated_story


def speakers(text: str, lang: str = "en") -> list[Speaker | None]:
    story = annotated_story("wire", Document.from_text(text, lang))
    return [a.speaker for s in story.segments for a in s.facts.attributions]


def quoted_speakers(text: str, lang: str = "en") -> list[Speaker | None]:
    story = annotated_story("wire", Document.from_text(text, lang))
    return [q.speaker for s in story.segments for q in s.facts.quotations]


def test_a_pronoun_is_the_person_who_spoke_last() -> None:
    named, pronoun = speakers("Karel Novak said the quay was closed. He added that it was old.")
    assert same_speaker(named, pronoun)
    assert pronoun is not None and not pronoun.named


@pytest.mark.parametrize(
    ("before", "sure"),
    [
        ("Anna Bek left. Karel Novak said the quay was closed.", True),
        ("Karel Novak said that Jan Moravec had left.", True),
        ("Karel Novak, who is the aide of Jan Moravec, said the quay was closed.", False),
    ],
)
def test_a_pronoun_may_mean_whoever_stands_as_near_as_the_speaker(before: str, sure: bool) -> None:
    *_, pronoun = speakers(f"{before} He added that it was old.")
    assert pronoun is not None and "nvk" in pronoun.names
    assert pronoun.sure is sure


def test_an_office_is_the_person_it_was_introduced_with() -> None:
    text = (
        "“It is closed,” said Karel Novak, the mayor. Anna Bek, a lawyer, said it was open. "
        "The mayor said he was sure."
    )
    first, second, third = speakers(text)
    assert same_speaker(first, third)
    assert same_speaker(second, third) is False


def test_an_indefinite_description_is_nobody_named_before() -> None:
    named, unnamed = speakers("Karel Novak, a diplomat, said no. A diplomat said yes.")
    assert named is not None and unnamed is not None
    assert unnamed.unnamed and not unnamed.names


def test_a_quotation_goes_on_with_the_speaker_of_the_sentence_before() -> None:
    first, second = quoted_speakers("“It is closed,” Karel Novak said. “It will stay closed.”")
    assert first is not None and first == second


def test_what_is_said_inside_a_quotation_is_not_attributed_by_the_article() -> None:
    (speaker,) = speakers("“He said nothing to me at all,” Anna Bek told reporters.")
    assert speaker is not None and "bk" in speaker.names


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        (("krl", "nvk"), ("nvk",), True),
        (("krl", "nvk"), ("krl", "bk"), False),
        (("an", "bk"), ("krl", "nvk"), False),
        (("plkvsk",), ("plkvks",), False),
        (("grnkvč",), ("grnkč",), True),
    ],
)
def test_people_are_told_apart_by_surname(
    mine: tuple[str, ...], theirs: tuple[str, ...], same: bool
) -> None:
    found = same_speaker(Speaker(mine, person=True), Speaker(theirs, person=True))
    assert found is same


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ("lawyer", "lawyer", True),
        ("lawyer", "prosecutor", False),
        ("president", "ministry", False),
        ("minister", "ministry", None),
        ("spokesperson", "ministry", None),
    ],
)
def test_offices_are_told_apart_where_nobody_holds_both(
    mine: str, theirs: str, same: bool | None
) -> None:
    roles = (Speaker(roles=frozenset({mine})), Speaker(roles=frozenset({theirs})))
    assert same_speaker(*roles) is same


def test_no_government_speaks_for_an_international_body() -> None:
    body, ministry, court = speakers(
        "Unicef said no. The health ministry said yes. Judges said they would see."
    )
    assert same_speaker(body, ministry) is False
    assert same_speaker(body, court) is None


def test_a_slip_is_not_another_name() -> None:
    named, other, slip = speakers("Ilena Morav said no. Mr Oran said yes. Ilena Norav said maybe.")
    assert same_speaker(named, other) is False
    assert same_speaker(named, slip) is True


def test_whom_a_relative_clause_names_does_not_speak() -> None:
    (office,) = speakers("The agency, which had sent police there, said the vote was fair.")
    assert office is not None and "police" not in office.roles


def test_names_in_chinese_characters_prove_no_difference() -> None:
    here = Speaker(("nvk",), person=True, lang="en")
    there = Speaker(("ps", "kf"), person=True, lang="zh")
    assert same_speaker(here, there) is None


SPEAKERS = st.builds(
    Speaker,
    st.lists(st.sampled_from(["nvk", "krl", "bk", "an"]), max_size=2).map(tuple),
    st.frozensets(st.sampled_from(["mayor", "lawyer", "source", "official"]), max_size=2),
    person=st.booleans(),
)


@given(SPEAKERS, SPEAKERS)
def test_sameness_is_symmetric(mine: Speaker, theirs: Speaker) -> None:
    assert same_speaker(mine, theirs) == same_speaker(theirs, mine)


@given(SPEAKERS)
def test_a_known_speaker_is_never_another(speaker: Speaker) -> None:
    assert same_speaker(speaker, speaker) is not False


@given(st.text(alphabet="aNov .,’“”\"'saidhe", max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    annotated_story("wire", Document.from_sentences([text + "a"], "en"))


def test_what_somebody_is_by_trade_is_no_part_of_the_name() -> None:
    (speaker,) = speakers("Farmer Luis Prado said the fields would stay dry.")
    assert speaker is not None and speaker.person and "prado" in speaker.spelt
    assert "farmer" not in speaker.spelt


def test_two_who_speak_for_other_bodies_are_two() -> None:
    mine, theirs = speakers("A police spokesman said no. A spokesman for the aid group said yes.")
    assert same_speaker(mine, theirs) is False


def test_a_surname_is_a_persons_where_another_text_names_the_person() -> None:
    mine, theirs = speakers("Okafor said the pitch was dry. Larsen said it was wet.")
    assert same_speaker(mine, theirs) is None
    assert mine is not None and theirs is not None
    assert same_speaker(mine, theirs, {*mine.names, *theirs.names}) is False


def test_a_pronoun_looks_back_until_somebody_is_named() -> None:
    (said,) = speakers(
        "Karel Novak is no longer coach. It rained. Nobody sang. He said it was over."
    )
    assert said is not None
    assert said.names == speakers("Karel Novak said it was over.")[0].names
