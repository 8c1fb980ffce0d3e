"""Where sentences end. A ``|`` in an example is the one place where a sentence may be cut."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transdiff import segment as module
from transdiff.model import BlockKind, Document
from transdiff.segment import segment, sentence_ends

CASES = {
    "en": [
        "Mr. Olsen met Dr. Ruiz in St. Albans.| They talked for an hour.",
        "The U.S. Treasury sold bonds.| Buyers came from the U.S.| The sale went well.",
        "On Jan. 5 the vote was held.| It ended on Feb. 3.| Nobody objected.",
        "J. R. Castell wrote the report.| It cites P. Lund.",
        "Output rose 3.5 percent to 1.2 million tons.| Exports fell 0.4 percent.",
        "The doors open at 9 a.m. local time and close at 5 p.m.| The shop is small.",
        '"We will wait," she said.| "Time is on our side.| Nobody is in a hurry."',
        '"Who did this?" asked the mayor.| Nobody answered.',
        '"Stop!" Petrov said.| The crowd moved on.',
        "He paused… then went on.| The room was silent…| Then it clapped.",
        "Harbor Lines Inc. said it would pay.| Its rival Delta Co.| The two merged.",
        "1. Ceasefire in the north.| Talks follow.",
        "It is Article No. 4 of the treaty.| Article 5 follows.",
        "Did it work?| Yes!| It did.",
        "The strike (the third this year.) ended.| Work resumed.",
        "He took vitamin C.| The doctor agreed.",
        "The company, founded by A. Brandt, grew.| A. Brandt left it.",
    ],
    "ru": [
        "Это т. е. важно, и т.п.| Список открыт.",
        "Он, д. э. н. Орлов, выступил в 2024 г. в Туле.| Зал был полон.",
        "«Мы готовы», — заявил он.| «Ждём ответа!» — сказал министр.| Ответа нет.",
        "Встреча прошла на ул. Садовой.| Приехали 12 тыс. человек.",
        "Об этом рассказал А. П. Громов.| Он не уточнил сроки.",
    ],
    "uk": [
        "Зустріч відбулася на вул. Шевченка.| Приїхали 5 тис. людей.",
        "«Так!» — сказав він.| Усі пішли.",
    ],
    "vi": [
        "Ông sống tại TP. HCM cùng GS. TS. Trần Bình.| Họ đều là kỹ sư.",
        "“Chúng tôi đã sẵn sàng.| Mọi việc đều ổn”, ông nói.| Cuộc họp kết thúc.",
    ],
    "fr": [
        "M. Lambert a vu Mme Roux.| Ils se sont parlé.",
        "Le 31 déc. 2024, M. P. Morel est parti.| Il revient en janvier.",
        "« Tout va bien.| Restez calmes », a dit le maire.| La foule est partie.",
    ],
    "de": [
        "Am 3. Dezember tagt der Rat.| Im 20. Jahrhundert war das anders.",
        "Das sind z. B. Dr. Kern und Prof. Amsel.| Beide kommen.",
        "„Wir warten“, sagte sie.| „Wie lange noch?“, fragte er.| Niemand wusste es.",
    ],
    "es": ["El Sr. Vidal llegó a EE. UU. el 3 de mayo.| No habló.", "—¿Por qué?| Nadie lo sabe."],
    "pt": ["O Sr. Matos saiu.| A Dra. Lima ficou até as 18h."],
    "zh": [
        "会议结束了。|双方握手。|记者问：“为什么？”",
        "“我们准备好了！”他说。|会议继续。",
        "增长3.5%。|出口下降。",
    ],
    "ja": ["会議は終わった。|「準備はできている。」と大臣は述べた。|記者は質問した。"],
    "ar": ["انتهى الاجتماع.| هل وافقوا؟| نعم."],
    "hy": ["Հանդիպումն ավարտվեց։| Նախարարը մեկնեց։|«Մենք պատրաստ ենք»,- ասաց նա։"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "marked"), [(lang, case) for lang, cases in CASES.items() for case in cases]
)
def test_sentences_end_where_marked(lang: str, marked: str) -> None:
    text = marked.replace("|", "")
    assert _marked(text, lang) == marked.replace("| ", " |")


@pytest.mark.parametrize("lang", ["en", "ru", "de"])
def test_the_rules_alone_do_the_work_without_sentencex(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module._sentencex.cache_clear()
    monkeypatch.setitem(sys.modules, "sentencex", None)
    for marked in CASES[lang]:
        assert _marked(marked.replace("|", ""), lang) == marked.replace("| ", " |")
    module._sentencex.cache_clear()


def test_a_panic_of_sentencex_is_survived() -> None:
    assert sentence_ends("the U\u00a0. Next one. And more.", "en")


@pytest.mark.parametrize("stop", ["\u00a0", "\u202f", "\u3000", "\u2009"])
def test_a_wide_space_is_a_space(stop: str) -> None:
    assert sentence_ends(f"It rained.{stop}Nobody came.", "en") == (11,)


def test_a_headline_without_a_stop_is_one_segment() -> None:
    parts = segment(
        Document.from_text("Ministers meet again in Lund\n\nThey met. They left.", "en")
    )
    assert [p.text for p in parts] == ["Ministers meet again in Lund", "They met.", "They left."]
    assert [p.block.kind for p in parts] == [BlockKind.HEADLINE, BlockKind.BODY, BlockKind.BODY]


def test_given_sentences_are_kept_as_given() -> None:
    given_sentences = ["One. Two.", "Source link", " three "]
    parts = segment(Document.from_sentences(given_sentences, "en"))
    assert [p.text for p in parts] == given_sentences
    assert all(p.compared for p in parts)


def test_time_grows_linearly_with_hostile_input() -> None:
    for hostile in ('"' * 20_000, "a. " * 20_000, "U.S." * 10_000, "… " * 20_000, "1. " * 10_000):
        sentence_ends(hostile, "en")


@given(
    st.text(
        st.sampled_from(list("aB1.!?… \n\"“”«»'()。，։ЖяمU.S—-\u00a0\u3000")),
        min_size=1,
        max_size=200,
    ),
    st.sampled_from(["en", "ru", "zh", "hy", "de", "qaa"]),
)
def test_segments_cover_the_text_but_for_white_space(text: str, lang: str) -> None:
    if not any(c.isalnum() for c in text):
        return
    document = Document.from_text(text, lang)
    at = 0
    for part in segment(document):
        assert part.span.start >= at
        assert not document.text[at : part.span.start].strip()
        assert part.text == part.span.of(document.text)
        assert part.text == part.text.strip() != ""
        at = part.span.end
    assert not document.text[at:].strip()


def _marked(text: str, lang: str) -> str:
    found, at = [], 0
    for end in sentence_ends(text, lang):
        found.append(text[at:end])
        at = end
    return "|".join([*found, text[at:]])


def test_text_without_an_end_is_cut_at_white_space() -> None:
    text = "nothing stops here " * 200
    spans = [s.span for s in segment(Document.from_text("Head\n\n" + text, "en")) if s.compared]
    assert all(len(span) <= 1000 for span in spans)
    assert sum(len(span) + 1 for span in spans) >= len(text)
