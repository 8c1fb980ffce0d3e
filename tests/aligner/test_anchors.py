from __future__ import annotations

import pytest

from transdiff.aligner.anchors import Anchors


@pytest.mark.parametrize(
    ("lang", "text", "anchors"),
    [
        (
            "en",
            "Yesterday Norland sold 1,200 of its twelve ships.",
            {"norland", "#1200.0", "#12.0"},
        ),
        ("en", "A 2.5% levy on the Orsa's cargo", {"#2.5", "orsa"}),
        ("de", "Gestern verkaufte Norland 1.200 seiner zwölf Schiffe.", {"#1200.0", "#12.0"}),
        ("de", "Die Abgabe steigt um 2,5 Prozent.", {"#2.5"}),
        ("zh", "诺兰昨天卖掉了1,200艘船中的一艘。", {"#1200.0"}),
    ],
)
def test_names_and_figures_are_read_as_the_language_writes_them(
    lang: str, text: str, anchors: set[str]
) -> None:
    (read,) = Anchors([text], lang).read
    assert read.anchors == anchors


def test_a_figure_in_words_is_the_figure_in_digits() -> None:
    texts = ["Twelve ships sank.", "12 ships sank.", "Nine ships sank."]
    anchors = Anchors(texts, "en")
    assert anchors.between(0, 1)[0] > 0 == anchors.between(0, 1)[1]
    assert anchors.between(0, 2)[0] == 0 < anchors.between(0, 2)[1]


def test_sentences_of_a_language_without_spaces_share_words() -> None:
    one, other = Anchors(["港口在星期一关闭。", "星期一港口关闭。"], "zh").read
    assert one.stems - other.stems == {"在"}
