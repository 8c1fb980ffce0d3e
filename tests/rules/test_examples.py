"""Every example in a rule's docstring, one test each: the manual is the test."""

from __future__ import annotations

import pytest

from transdiff import plugins
from transdiff.rule import Example, Rule
from transdiff.testing import expected_spans, findings_of

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{n}")
    for rule in plugins.rules()
    for n, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example) -> None:
    found = findings_of(rule, example)
    spans = sorted({(f.span.start, f.span.end) for f in found})
    if not example.flagged:
        assert not found, [f.message for f in found]
        return
    assert spans == sorted(expected_spans(example))
    for finding in found:
        assert finding.message


@pytest.mark.parametrize("rule", plugins.rules(), ids=lambda r: r.name)
def test_manual_page_has_flagged_and_allowed(rule: Rule) -> None:
    assert rule.summary.endswith(".")
    assert any(e.flagged for e in rule.examples), "no Flagged: example"
    assert any(not e.flagged for e in rule.examples), "no Allowed: example"
    assert rule.name.replace("-", "_").startswith(rule.category)
