"""Attribution: who vouches for what, with which verb, to whom."""

from __future__ import annotations

import pytest

from transdiff.facts import Attribution
from transdiff.language.attribution import find_attribution
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.words import tokenize


def attributions(text: str, lang: str = "en") -> tuple[Attribution, ...]:
    return find_attribution(Passage(text, 0, load_pack(lang), tokenize(text, 0, lang)))


def only(text: str, lang: str = "en") -> Attribution:
    (found,) = attributions(text, lang)
    return found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour ministry said the quay was closed.", "The harbour ministry"),
        ("“It is closed,” said Karel Novak.", "Karel Novak"),
        ("Karel Novak, the mayor, said it was closed.", "Karel Novak , the mayor"),
        ("“It is closed,” said Karel Novak, the mayor of Brod.", "Karel Novak , the mayor of Brod"),
        ("The quay is closed, according to two port officials.", "two port officials"),
        ("The quay, which was rebuilt, is closed, the ministry said.", "the ministry"),
        ("Novak, who runs the port, said it was closed.", "Novak , who runs the port"),
        (
            "A guard, who spoke on condition of anonymity, said the quay was closed.",
            "A guard , who spoke on condition of anonymity",
        ),
    ],
)
def test_the_source_stands_before_or_behind_the_verb(text: str, source: str) -> None:
    assert only(text).source == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The rumour was denied by the coach of Brod, who said he was fit.", "the coach of Brod"),
        ("They wrote to Karel Novak, who told reporters that it was safe.", "Karel Novak"),
        ("The plan of the firm, which said it would cut jobs, was dropped.", "the firm"),
    ],
)
def test_a_relative_pronoun_speaks_for_what_it_stands_for(text: str, source: str) -> None:
    assert attributions(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mayor said it was safe.", "neutral"),
        ("The mayor stressed that it was safe.", "support"),
        ("The mayor claimed it was safe.", "doubt"),
        ("The mayor insisted it was safe.", "emphatic"),
        ("The mayor boasted that it was safe.", "boast"),
        ("The mayor admitted it was unsafe.", "guilt"),
        ("The mayor denied it was unsafe.", "denial"),
        ("The mayor refused to answer.", "refusal"),
        ("The mayor declined to answer.", "decline"),
        ("The mayor would not comment.", "decline"),
        ("The mayor warned it was unsafe.", "warning"),
        ("The mayor ordered the quay closed.", "order"),
        ("The mayor urged people to stay away.", "request"),
    ],
)
def test_verbs_of_saying_have_a_stance(text: str, stance: str) -> None:
    assert only(text).stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "She was admitted to hospital.",
        "The flood claimed 12 lives, more than any before.",
        "The fraud claims were false.",
        "He was accused of theft.",
        "The port added 300 jobs.",
        "There is more to say.",
        "The mayor did not admit anything.",
    ],
)
def test_the_same_words_without_speech_are_no_attribution(text: str) -> None:
    assert attributions(text) == ()


@pytest.mark.parametrize(
    ("lang", "text", "agency"),
    [
        ("en", "The quay is closed, the mayor told Reuters.", "reuters"),
        ("en", "The mayor told the Associated Press it was closed.", "ap"),
        ("fr", "Le quai est fermé, a déclaré le maire à l'AFP.", "afp"),
        ("es", "El muelle está cerrado, dijo a Reuters el alcalde.", "reuters"),
        ("ru", "Причал закрыт, сообщил мэр агентству ТАСС.", "tass"),
        ("vi", "Ông Novak nói với Reuters rằng bến cảng đã đóng.", "reuters"),
        ("zh", "市长对路透社表示，码头已关闭。", "reuters"),
    ],
)
def test_the_agency_that_was_told(lang: str, text: str, agency: str) -> None:
    assert only(text, lang).told == agency


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The quay will close, two people familiar with the plan said."),
        ("de", "Der Kai werde geschlossen, hieß es aus Regierungskreisen."),
        ("fr", "Le quai fermera, selon une source proche du dossier."),
        ("es", "El muelle cerrará, según fuentes del puerto."),
        ("ru", "Причал закроют, сообщил источник в порту."),
        ("vi", "Theo nguồn tin giấu tên, bến cảng sẽ đóng."),
        ("zh", "据知情人士透露，码头将关闭。"),
    ],
)
def test_unnamed_sources(lang: str, text: str) -> None:
    assert attributions(text, lang)[0].source_kind == "anonymous"


def test_the_clause_that_is_attributed() -> None:
    text = "The quay is closed, Novak said, but Bek said it was open."
    first, second = attributions(text)
    assert first.scope is not None and first.scope.of(text).startswith("The quay is closed")
    assert second.scope is not None and second.scope.of(text).strip() == "it was open."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In parliament the minister said no.", "the minister"),
        ("At a news conference she said no.", "she"),
        ("After the talks the head of the union said no.", "the head of the union"),
    ],
)
def test_a_place_before_the_speaker_is_no_part_of_the_source(text: str, source: str) -> None:
    span = only(text).source_span
    assert span is not None and span.of(text) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The union, which was not asked, said the contract covers all jobs.", "The union"),
        ("In her opinion the quay was safe.", "her"),
        ("By the owner's own reckoning the quay was safe.", "the owner's own"),
        ("The quay was safe, in the owners' view.", "the owners'"),
        ("Guards put the number of strikers at six.", "Guards"),
    ],
)
def test_the_source_is_whoever_has_the_account(text: str, source: str) -> None:
    span = only(text).source_span
    assert span is not None and span.of(text).startswith(source)


def test_what_somebody_looks_at_is_no_account() -> None:
    assert attributions("He stood on his account book in her house.") == ()


def test_an_aside_attributes_what_stands_before_it() -> None:
    text = "Der Kai wird geschlossen, wie aus einem Entwurf hervorgeht."
    scope = only(text, "de").scope
    assert scope is not None and scope.of(text).startswith("Der Kai wird geschlossen")


def test_a_language_without_a_pack_has_no_attribution() -> None:
    assert attributions("Starosta řekl, že je zavřeno.", "cs") == ()


def test_ten_thousand_verbs_take_linear_time() -> None:
    text = "he said, as she claimed, " * 5000
    assert len(attributions(text)) == 10_000


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("de", "Minister Karl Roth hat am Montag Fehler eingeräumt.", "Minister Karl Roth"),
        ("de", "Fehler hat Minister Karl Roth am Montag eingeräumt.", "Minister Karl Roth"),
        ("de", "Das hat die Polizei mitgeteilt.", "die Polizei"),
        ("de", "Es war Amtschef Dirk Hamm, der davor warnte.", "Amtschef Dirk Hamm"),
        ("fr", "Les syndicats ont fermement condamné la décision.", "Les syndicats"),
        (
            "fr",
            "C'est le procureur Luc Morel qui a affirmé que tout va bien.",
            "le procureur Luc Morel",
        ),
        (
            "es",
            "Fue el alcalde Tomás Gil quien dijo que el lago está muerto.",
            "el alcalde Tomás Gil",
        ),
        ("en", "It was chemist Ruth Lang who told them that it was safe.", "chemist Ruth Lang"),
    ],
)
def test_who_speaks_may_stand_apart_from_the_verb(lang: str, text: str, source: str) -> None:
    assert only(text, lang).source == source


def test_a_participle_without_its_auxiliary_tells_of_no_speech() -> None:
    assert not attributions("Der gestern geforderte Lohn wurde von der Firma gefordert.", "de")


@pytest.mark.parametrize(
    ("lang", "text", "source"),
    [
        ("de", "Aus Koalitionskreisen hieß es, ein Kompromiss sei nah.", "Aus Koalitionskreisen"),
        ("ru", "Как рассказал один из жителей, мост закрыли.", "один из жителей"),
        (
            "ru",
            "Как отмечает научный руководитель Анна Бек, мост цел.",
            "научный руководитель Анна Бек",
        ),
        ("es", "Como contó un vecino, la calle está cerrada.", "un vecino"),
        ("ar", "وأفاد مصدر أمني وكالة فرانس برس بأن الجسر مغلق.", "مصدر أمني"),
    ],
)
def test_who_speaks_is_found_where_the_clause_puts_him(lang: str, text: str, source: str) -> None:
    assert only(text, lang).source == source


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("ru", "Как рассказал один из жителей, мост закрыли.", ", мост закрыли."),
        ("de", "Wie ein Sprecher sagte, ist die Straße gesperrt.", ", ist die Straße gesperrt."),
        ("en", "He has confessed, a source told Reuters.", "He has confessed, "),
    ],
)
def test_all_that_a_source_tells_is_its_scope(lang: str, text: str, told: str) -> None:
    scope = attributions(text, lang)[-1].scope
    assert scope is not None
    assert text[scope.start : scope.end] == told


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "El muelle cerrará, según un informe interno al que tuvo acceso Reuters."),
        ("de", "Laut einem internen Papier, das Reuters vorliegt, wird der Kai geschlossen."),
        ("fr", "Selon un document interne consulté par Reuters, le quai fermera."),
    ],
)
def test_an_agency_that_has_seen_a_paper_is_told(lang: str, text: str) -> None:
    assert attributions(text, lang)[0].told == "reuters"
