"""将 before an object is no future."""

import pytest

from tests.language.paired import reading


def _futures(text: str) -> list[str]:
    return [c.marker.span.of(text) for c in reading(text, "zh").of_kind("tense", "future")]


@pytest.mark.parametrize(
    "text",
    ["渔民将其中9人救出。", "他们已将货物卸下。", "船长将两名水手送医。", "法院将该案发回重审。"],
)
def test_before_an_object_is_no_future(text: str) -> None:
    assert _futures(text) == []


@pytest.mark.parametrize("text", ["船长将于周二抵达。", "两国将签署协议。", "港口将重新开放。"])
def test_before_a_deed_is_a_future(text: str) -> None:
    assert [found[0] for found in _futures(text)] == ["将"]
