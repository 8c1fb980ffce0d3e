"""No text makes a comparison hang: twice the text costs about twice the time, whatever it repeats.

A guard against backtracking and quadratic passes, not a measure of speed: the bound is generous.
"""

from __future__ import annotations

import gc
import time

import pytest

import transdiff

UNITS = (
    "1/2/", "not ", "1 000 ", "1,1.", "he said ", "5% ", '"a "', "“a ", "May 5 ", "Mr. A. ", "Ab ",
    "a", "A", "(", "''", "- ", "no more than ", "one hundred and ", "if ", "…", "中",
    "http://a.b/ ", "«", "e\u0301", "\u202e a ", "<b>", "&amp;",
)  # fmt: skip


def _cost(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    article = transdiff.Document.from_text(f"The minister spoke.\n\n{text}", "en", id="article")
    other = f"The minister said 5.\n\n{text.replace('1', '2')}"
    wire = transdiff.Document.from_text(other, "en", id="wire")
    gc.disable()  # what other tests left behind is not collected at this text's cost
    try:
        start = time.process_time()
        transdiff.compare(article, [wire])
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_with_the_length_of_the_text(unit: str) -> None:
    _cost(unit, 100)
    once = _cost(unit, 3000)
    assert _cost(unit, 6000) < 3.5 * once + 1.0
