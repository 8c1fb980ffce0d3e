"""将 before an object is no future."""

import pytest

from transdiff.language.annotate import annotate
from transdiff.model import Document
from transdiff.segment import segment


def _futures(text: str) -> list[str]:
    document = Document.from_text(text, "zh", id="t")
    facts = annotate(document, segment(document))[0].facts
    return [m.span.of(text) for m in facts.markers if (m.kind, m.value) == ("tense", "future")]


@pytest.mark.parametrize(
    "text",
    ["渔民将其中9人救出。", "他们已将货物卸下。", "船长将两名水手送医。", "法院将该案发回重审。"],
)
def test_before_an_object_is_no_future(text: str) -> None:
    assert _futures(text) == []


@pytest.mark.parametrize("text", ["船长将于周二抵达。", "两国将签署协议。", "港口将重新开放。"])
def test_before_a_deed_is_a_future(text: str) -> None:
    assert [found[0] for found in _futures(text)] == ["将"]
