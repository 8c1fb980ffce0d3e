"""Readings compared: what one denies, hedges, conditions or plans and the other does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.language.paired import pairing, reading
from transdiff.language.conditions import conditional_claims
from transdiff.language.modality import unhedged
from transdiff.language.owners import exchanged_counts
from transdiff.language.polarity import compare_polarity
from transdiff.language.reading import Reading
from transdiff.language.roles import roles_of
from transdiff.language.tense import DONE, is_past, progress


def flipped(mine: str, theirs: str, *langs: str) -> bool:
    return bool(compare_polarity(pairing(mine, theirs, langs or ("en", "en"))).flips)


def place(of: Reading, word: str) -> int:
    return next(i for i, w in enumerate(of.words) if w.fold == word)


def test_words_pair_by_stem_irregular_form_and_event() -> None:
    pair = pairing("The board sold two ships.", "Two ships were sold by the board.")
    assert pair.forward[place(pair.mine, "sold")] == place(pair.theirs, "sold")
    pair = pairing("The board verified it.", "The board has confirmed it.")
    assert pair.forward[place(pair.mine, "verified")] == place(pair.theirs, "confirmed")


def test_a_word_said_twice_pairs_with_the_one_in_its_company() -> None:
    pair = pairing(
        "Red wine sells well and white wine sells badly.",
        "White wine sells badly and red wine sells well.",
    )
    red = place(pair.mine, "red")
    assert pair.forward[red + 1] == place(pair.theirs, "red") + 1


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("The council approved the budget.", "The council did not approve the budget."),
        ("The minister did not attend the summit.", "The minister attended the summit."),
        ("The clerk admits taking the money.", "The clerk denies taking the money."),
        ("The vote was illegal, the judge ruled.", "The vote was legal, the judge ruled."),
        ("The ministry rejected the offer.", "The ministry has not replied to the offer."),
    ],
)
def test_opposite_claims(mine: str, theirs: str) -> None:
    assert flipped(mine, theirs)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Envoys failed to agree on a text.", "Envoys did not agree on a text."),
        ("The team remains unbeaten.", "The team has not lost a match."),
        ("The pier has yet to be repaired.", "The pier has not been repaired."),
        ("He thinks it will not rain.", "He does not think it will rain."),
        ("The ferry did not sail before noon.", "The ferry sailed no earlier than noon."),
        ("The union did not reject the offer.", "The union accepted the offer."),
    ],
)
def test_the_same_claim_in_other_words(mine: str, theirs: str) -> None:
    assert not flipped(mine, theirs)
    assert not flipped(theirs, mine)


@pytest.mark.parametrize(
    ("langs", "mine", "theirs"),
    [
        (("en", "ru"), "The council approved the plan.", "Совет не одобрил план."),
        (("en", "zh"), "The ministry has replied.", "外交部没有回复。"),
        (("en", "vi"), "The firm has signed it.", "Công ty chưa ký."),
        (("de", "de"), "Der Rat hat den Plan gebilligt.", "Der Rat hat den Plan nicht gebilligt."),
        (("es", "es"), "El alcalde firmó el pacto.", "El alcalde no firmó el pacto."),
    ],
)
def test_opposite_claims_in_and_across_languages(
    langs: tuple[str, str], mine: str, theirs: str
) -> None:
    assert flipped(mine, theirs, *langs)


def test_only_is_no_denial_in_french() -> None:
    assert not flipped(
        "Il dispose de deux navires au plus.", "Il ne dispose que de deux navires.", "fr", "fr"
    )


def test_a_hedge_is_lost_only_where_its_claim_is_made() -> None:
    theirs = "The fire may have damaged the roof of the chapel."
    (shift,) = unhedged(pairing("The fire damaged the roof of the chapel.", theirs))
    assert shift.hedge.marker.value == "possible"
    assert not unhedged(pairing("The fire perhaps damaged the roof of the chapel.", theirs))
    assert not unhedged(pairing("The chapel has an old roof.", theirs))


def test_a_condition_belongs_to_the_claim_before_or_after_it() -> None:
    theirs = "If the snow melts, the rangers will reopen the road."
    (claim,) = conditional_claims(pairing("The rangers will reopen the road.", theirs))
    assert claim.condition.marker.value == "if"
    assert not conditional_claims(pairing("The snow melts.", theirs))


def test_progress_is_read_from_what_governs_the_event() -> None:
    plan = reading("The bank plans to sell its tower.")
    done = reading("The bank sold its tower.")
    step = progress(plan, place(plan, "sell"))
    assert step is not None
    assert step[0] == 3
    assert progress(done, place(done, "sold")) == (DONE, None)


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Neither the mayor nor her aide will come.", "The mayor and her aide will not come."),
        ("The firm neither denied nor named a buyer.", "The firm did not deny or name a buyer."),
        ("They should not swim or fish in the lake.", "They should avoid swimming in the lake."),
        ("The damage cannot be mended.", "The damage is irreparable."),
        ("The side lost none of its eight games.", "The side is unbeaten in eight games."),
        ("Until the strike ends they will not fly.", "They will fly only after the strike ends."),
        ("It asked whether the mine should not close.", "It asked whether the mine should close."),
        ("He left without harming the talks.", "He left the talks without damaging them."),
        ("A source did not want to be named.", "A source asked for anonymity."),
    ],
)
def test_one_denial_in_other_words(mine: str, theirs: str) -> None:
    assert not flipped(mine, theirs)
    assert not flipped(theirs, mine)


def test_a_participle_that_describes_is_no_past_event() -> None:
    described = reading("The damaged bridge stays shut.")
    assert not is_past(described, place(described, "damaged"))


def test_roles_turn_round_in_the_passive() -> None:
    active = reading("The guards freed the sailors.")
    passive = reading("The sailors were freed by the guards.")
    one = roles_of(active, place(active, "freed"))
    other = roles_of(passive, place(passive, "freed"))
    assert one is not None
    assert other is not None
    assert [active.words[i].fold for i in one.agent] == ["guards"]
    assert [passive.words[i].fold for i in other.agent] == ["guards"]


def test_a_relative_clause_and_a_participle_tell_who_acts() -> None:
    relative = reading("The title went to the qualifier from Canada, who beat Luka Horn.")
    roles = roles_of(relative, place(relative, "beat"))
    assert roles is not None
    assert place(relative, "qualifier") in roles.agent
    participle = reading("It ended with a guard pushing a visitor.")
    roles = roles_of(participle, place(participle, "pushing"))
    assert roles is not None
    assert [participle.words[i].fold for i in (*roles.agent, *roles.patient)] == [
        "guard",
        "visitor",
    ]


def test_who_dies_does_nothing_to_anybody() -> None:
    told = reading("Two miners lost their lives in the shaft.")
    roles = roles_of(told, place(told, "lost"))
    assert roles is not None
    assert not roles.agent


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("The rash came from and was caused by the pill.", "The rash was not related to the pill."),
        (
            "He was found guilty of fraud and theft.",
            "He was guilty of fraud but acquitted of theft.",
        ),
        ("None of the families came.", "Not all of the families came."),
        ("They built it with a permit.", "They built it without a permit."),
        ("The lift was examined by the firm.", "The lift was untested by the firm."),
    ],
)
def test_one_thing_said_and_denied(mine: str, theirs: str) -> None:
    assert flipped(mine, theirs)
    assert flipped(theirs, mine)


def test_counts_that_change_hands() -> None:
    straight = "Arvenia freed nine sailors and Belmark five."
    assert exchanged_counts(pairing("Belmark freed nine sailors and Arvenia five.", straight))
    assert not exchanged_counts(pairing("Belmark freed five sailors and Arvenia nine.", straight))


@given(st.text(alphabet="abcdefgh not may if un.,", max_size=60))
def test_a_text_agrees_with_itself(text: str) -> None:
    if not any(c.isalnum() for c in text):
        return
    pair = pairing(text, text)
    assert not compare_polarity(pair).flips
    assert not unhedged(pair)
