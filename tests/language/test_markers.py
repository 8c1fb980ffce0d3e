"""Markers: the words that change what is asserted, in every pack language."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff.facts import Marker
from transdiff.language.annotate import annotate
from transdiff.language.clauses import clause_numbers
from transdiff.language.events import oppositions
from transdiff.language.markers import find_markers
from transdiff.language.pack import languages, load_pack
from transdiff.language.passage import Passage
from transdiff.language.words import tokenize
from transdiff.model import Document
from transdiff.segment import segment


def markers(text: str, lang: str = "en", kind: str = "") -> list[Marker]:
    passage = Passage(text, 0, load_pack(lang), tokenize(text, 0, lang))
    return [m for m in find_markers(passage) if kind in ("", m.kind)]


def values(text: str, lang: str, kind: str) -> list[str]:
    return [m.value for m in markers(text, lang, kind)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The ministry did not answer."),
        ("en", "The date has yet to be set."),
        ("ru", "Министерство не ответило."),
        ("uk", "Міністерство не відповіло."),
        ("zh", "外交部尚未回应。"),
        ("vi", "Bộ này chưa trả lời."),
        ("de", "Das Ministerium hat nicht geantwortet."),
        ("fr", "Le ministère n'a pas répondu."),
        ("es", "El ministerio no respondió."),
        ("pt", "O ministério não respondeu."),
        ("ar", "لم ترد الوزارة."),
        ("hy", "Նախարարությունը չի պատասխանել։"),
        ("ja", "外務省は回答していない。"),
    ],
)
def test_denials_are_found_in_every_pack_language(lang: str, text: str) -> None:
    assert "not" in values(text, lang, "negation")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The dam might burst."),
        ("ru", "Плотина может не выдержать."),
        ("uk", "Гребля може прорвати."),
        ("zh", "大坝可能决堤。"),
        ("vi", "Con đập có thể vỡ."),
        ("de", "Der Damm könnte brechen."),
        ("fr", "Le barrage pourrait céder."),
        ("es", "La presa podría romperse."),
        ("pt", "A barragem pode romper."),
        ("ar", "قد ينهار السد."),
        ("hy", "Ամբարտակը կարող է փլվել։"),
        ("ja", "ダムが決壊する可能性がある。"),
    ],
)
def test_possibility_is_one_degree_in_every_pack_language(lang: str, text: str) -> None:
    assert "possible" in values(text, lang, "hedge")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "They will pay if the court agrees."),
        ("ru", "Они заплатят, если суд согласится."),
        ("uk", "Вони заплатять, якщо суд погодиться."),
        ("zh", "如果法院同意，他们就付款。"),
        ("vi", "Họ sẽ trả tiền nếu tòa đồng ý."),
        ("de", "Sie zahlen, wenn das Gericht zustimmt."),
        ("fr", "Ils paieront si le tribunal accepte."),
        ("es", "Pagarán si el tribunal acepta."),
        ("pt", "Pagarão se o tribunal aceitar."),
        ("ar", "سيدفعون إذا وافقت المحكمة."),
        ("hy", "Նրանք կվճարեն, եթե դատարանը համաձայնի։"),
        ("ja", "もし裁判所が認めれば支払う。"),
    ],
)
def test_conditions_are_found_in_every_pack_language(lang: str, text: str) -> None:
    assert "if" in values(text, lang, "condition")


@pytest.mark.parametrize("text", ["not only the port", "no doubt", "whether or not it rains"])
def test_idioms_deny_nothing(text: str) -> None:
    assert "not" not in values(text, "en", "negation")


def test_the_month_of_may_is_no_hedge() -> None:
    assert values("The talks reopened on May 9.", "en", "hedge") == []
    assert "possible" in values("The talks may reopen.", "en", "hedge")


def test_not_ruling_out_is_a_possibility_and_a_denial() -> None:
    text = "Oslo did not rule out sanctions."
    assert "possible" in values(text, "en", "hedge")
    assert "not" in values(text, "en", "negation")


def test_the_press_conditional_is_an_ending() -> None:
    assert "reported" in values("Le groupe compterait vingt membres.", "fr", "hedge")
    assert "reported" not in values("Le portrait compte vingt pages.", "fr", "hedge")


def test_a_marker_knows_its_clause_and_what_it_governs() -> None:
    text = "The mayor resigned, but the council has not met."
    (denial,) = markers(text, "en", "negation")
    assert denial.event == "met"
    assert denial.scope is not None
    assert denial.scope.of(text) == "but the council has not met"


def test_clauses_begin_at_marks_and_conjunctions() -> None:
    words = tokenize("He left, because it rained", 0, "en")
    numbers = clause_numbers(words, "en")
    assert numbers[0] == numbers[1]
    assert numbers[-1] > numbers[1]


@pytest.mark.parametrize("lang", languages())
def test_every_pack_says_how_it_denies_hedges_and_conditions(lang: str) -> None:
    pack = load_pack(lang)
    assert pack.words("negation", "not")
    assert pack.words("hedges", "possible")
    assert pack.words("conditions", "if")
    assert pack.section("status")["legal"]


def test_languages_share_the_names_of_events() -> None:
    known = set(load_pack("en").section("events")["classes"])
    opposites = oppositions().opposites
    assert set(opposites) <= known
    assert all(left in opposites[right] for left in opposites for right in opposites[left])
    assert oppositions().outcomes <= known


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Der Rat lehnte den Plan gestern ab.", "reject"),
        ("Der Rat nahm den Plan gestern an, obwohl er teuer ist.", "accept"),
        ("Sie nahm an der Sitzung teil.", "join"),
        ("Das Werk nahm den Betrieb wieder auf.", "resume"),
    ],
)
def test_a_particle_that_closes_the_clause_makes_the_verb(text: str, event: str) -> None:
    first = next(m for m in markers(text, "de", "event") if text[m.span.start].islower())
    assert event in [m.value for m in markers(text, "de", "event") if m.span == first.span]


def test_a_noun_takes_no_particle() -> None:
    assert "reduce" not in values("Er setzte den Bau ab.", "de", "event")


@given(st.text(max_size=80), st.sampled_from(["en", "ru", "zh", "fr"]))
def test_spans_lie_in_the_text_and_are_not_empty(text: str, lang: str) -> None:
    for marker in markers(text, lang):
        assert 0 <= marker.span.start < marker.span.end <= len(text)
        assert marker.scope is None or marker.scope.contains(marker.span)


def test_hostile_text_takes_linear_time() -> None:
    begin = time.perf_counter()
    markers("not only if unless may " * 4000)
    assert time.perf_counter() - begin < 5


def test_a_name_is_no_event() -> None:
    document = Document.from_sentences(
        ["On Friday the leader of the party, Carla Mendes, thanked voters."], "en"
    )
    markers = annotate(document, segment(document))[0].facts.markers
    assert "repair" not in {m.value for m in markers}
