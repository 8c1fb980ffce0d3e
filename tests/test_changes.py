"""What changed between two sets of reports, and whether the shift is chance."""

from __future__ import annotations

from dataclasses import replace

from tests.reporters.reports import addition, number_value, report
from transdiff.changes import changes
from transdiff.model import Report, Score


def test_findings_are_fixed_new_or_unchanged_by_fingerprint() -> None:
    moved = replace(addition(), span=number_value().span)
    found = changes({"a": report(number_value(), addition())}, {"a": report(moved)})
    assert [p.finding.rule for p in found.fixed] == ["number-value"]
    assert [p.finding.rule for p in found.unchanged] == ["addition-unsupported"]
    assert found.new == ()


def test_articles_on_one_side_only_are_named() -> None:
    found = changes({"a": report(), "b": report()}, {"b": report(), "c": report()})
    assert (found.only_before, found.only_after) == (("a",), ("c",))


def test_scores_are_compared_only_under_the_same_signature() -> None:
    after = replace(report(), scores=(Score("bleu", 50.0, "tok:13a"), Score("coverage", 1.0, "v2")))
    found = changes({"a": report()}, {"a": after})
    assert {d.name: (d.before, d.after) for d in found.scores} == {
        "bleu": (41.26, 50.0),
        "fidelity": (61.24, 61.24),
    }
    assert found.not_comparable == ("coverage",)


def many(*shifts: float) -> dict[str, Report]:
    """A report for each shift of fidelity."""
    return {
        str(n): replace(report(), fidelity=50 + shift, scores=()) for n, shift in enumerate(shifts)
    }


def test_a_steady_shift_is_significant_and_noise_is_not() -> None:
    before = many(*[0.0] * 20)
    (steady,) = changes(before, many(*[2.0 + n / 10 for n in range(20)])).scores
    (noise,) = changes(before, many(*[(-1) ** n * 2.0 for n in range(20)])).scores
    assert steady.p is not None and steady.p < 0.001
    assert noise.p is not None and noise.p > 0.5
    assert (steady.significant, noise.significant) == (True, False)
    assert steady.articles == 20


def test_the_bounds_hold_the_shift() -> None:
    (delta,) = changes(many(*[0.0] * 8), many(1, 2, 3, 4, 5, 6, 7, 8)).scores
    assert delta.low is not None and delta.high is not None
    assert 1 < delta.low < delta.after - delta.before < delta.high < 8


def test_few_articles_have_no_p() -> None:
    (delta,) = changes(many(*[0] * 5), many(*[5] * 5)).scores
    assert (delta.low, delta.high, delta.p, delta.significant) == (None, None, None, None)
