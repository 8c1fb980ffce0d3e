"""Who does it and who suffers it, as each language marks it."""

from __future__ import annotations

import pytest

from transdiff import Document
from transdiff.language.annotate import annotate
from transdiff.language.reading import Reading, read
from transdiff.language.voices import voice_of
from transdiff.segment import segment


def _reading(text: str, lang: str) -> Reading:
    document = Document.from_text(text, lang, id="a")
    return read([s.facts for s in annotate(document, segment(document))], lang)


@pytest.mark.parametrize(
    ("lang", "text", "deed", "agent", "patient"),
    [
        ("en", "A goat chased the postman down the lane.", "chased", "goat", "postman"),
        ("en", "The postman, a veteran, was bitten by a goat.", "bitten", "goat", "postman"),
        ("de", "Den Wirt hat ein Kellner verklagt.", "verklagt", "Kellner", "Wirt"),
        ("de", "Der Wirt ist von einem Kellner verklagt worden.", "verklagt", "Kellner", "Wirt"),
        ("fr", "Le maire a été accusé par un voisin.", "accusé", "voisin", "maire"),
        ("es", "El portero golpeó a un aficionado.", "golpeó", "portero", "aficionado"),
        ("ru", "Водителя сбил автобус.", "сбил", "автобус", "Водителя"),
        ("ru", "Врач был спасён солдатами.", "спасён", "солдатами", "Врач"),
        ("uk", "Директора критикує депутат.", "критикує", "депутат", "Директора"),
        ("vi", "Nhà báo bị cảnh sát bắt giữ.", "bắt", "cảnh sát", "Nhà báo"),
        ("zh", "警方将记者逮捕。", "逮", "警方", "记者"),
        ("zh", "记者被警方逮捕。", "逮", "警方", "记者"),
        ("ja", "医師は学生に批判された。", "批", "学生", "医師"),
        ("ja", "医師は学生を批判した。", "批", "医師", "学生"),
    ],
)
def test_parties(lang: str, text: str, deed: str, agent: str, patient: str) -> None:
    """The doer is found on either side of the verb, in the active and in the passive."""
    reading = _reading(text, lang)
    index = next(i for i, w in enumerate(reading.words) if w.text == deed)
    voice = voice_of(reading, index)
    assert voice is not None
    parts = [
        "".join(reading.words[i].text for i in sorted(party))
        for party in (voice.agent, voice.patient)
    ]
    assert parts == [agent.replace(" ", ""), patient.replace(" ", "")]


def test_no_party_of_a_figure() -> None:
    """What follows *by* may be how far, and does nothing."""
    reading = _reading("Prices climbed by nearly a third in June.", "en")
    voice = voice_of(reading, 1)
    assert voice is None or not any(reading.words[i].fold == "third" for i in voice.agent)


def test_a_leave_is_no_passive() -> None:
    """Vietnamese *được phép* lets somebody do it."""
    reading = _reading("Phà được phép chở 70 hành khách.", "vi")
    voice = voice_of(reading, 3)
    assert voice is not None
    assert not voice.agent
