"""The table of agreement with humans, from the report of ``score_metrics.py``.

Peers are quoted from the table that comes with the benchmark; targets from the issues.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bench.table import Row

Report = Mapping[str, Any]
_LOCATED = {
    "numbers": "10_numbers_replaced",
    "named entity": "09_ne_replaced",
    "negation": "08_negation",
}


def table(report: Report, thinned: Mapping[str, int]) -> list[Row]:
    """Return the rows; a set of which only every *n*-th item was compared says so."""
    found = []
    for name, make in (
        ("mqm_wmt23_zhen.", _wmt23),
        ("mqm_wmt21_zhen.", _wmt21),
        ("mqm_ted21_zhen.", _ted),
        ("demetr", _demetr),
        ("sts_headlines.", _headlines),
        ("ists_headlines.", _chunks),
        ("refref.", _two_humans),
    ):
        every = thinned[name]
        part = f" (sample, 1 of {every})" if every > 1 else ""
        for title, row in make(report):
            found.append(row._replace(what=f"{title}{part}: {row.what}"))
    return found


Rows = Iterator[tuple[str, Row]]


def _wmt23(report: Report) -> Rows:
    one = report["wmt23_zhen"]
    segment, article, spans = one["segment"], one["document"], one["spans"]
    title = "WMT23 zh-en"
    peers = "chrF++ .426 · BLEU .426 · MiniLM .427"
    per_word = one["segment_per_word"]["spearman"]
    yield title, Row("penalty a word, Spearman", _f(per_word), "≥ .50", peers)
    both = f"{_f(segment['pair_acc'])} / {_f(segment['acc_eq'])}"
    peers = "chrF++ .655 / .583 · MiniLM .664 / .592 · one rater .656 / .533"
    yield title, Row("pairs within a source / with ties", both, "≥ .67 / .60", peers)
    both = f"{_f(article['pearson'])} / {_f(article['per_word']['pearson'])}"
    peers = "chrF++ .462 / .569 · MiniLM .593 / .672 · one rater .406"
    what = "article as mean of its segments, Pearson / a word"
    yield title, Row(what, both, "≥ .72 / .72", peers)
    ranked = f"{45 * one['system']['pair_acc']:.0f}"
    yield title, Row("pairs of systems, of 45", ranked, "≥ 40", "chrF++ 36 · BLEU 40 · MiniLM 37")
    mcc = _f(spans["char_major"]["mcc"])
    yield title, Row("major spans, MCC", mcc, "≥ .27", "naive rules .174 · one rater .359")
    hits = _f(spans["predicted_spans_on_gold"].get("major"))
    what = "findings ≥ major on a human-marked error"
    yield title, Row(what, hits, "≥ .75", "naive rules .669 · one rater .759")
    mcc = _f(spans["segment_has_major"]["mcc"])
    what = "segment has a major error, MCC"
    yield title, Row(what, mcc, "≥ .45", "naive rules .408 · one rater .465")


def _wmt21(report: Report) -> Rows:
    one = report["wmt21_zhen"]
    both = f"{_f(one['segment_per_word']['spearman'])} / {_f(one['document']['pearson'])}"
    peers = "chrF++ .269 / .243 · BLEU .243 / .223 · MiniLM .297 / .321"
    yield "WMT21 zh-en", Row("a word, Spearman / article, Pearson", both, "≥ .33 / .46", peers)


def _ted(report: Report) -> Rows:
    pairs = _f(report["ted21_zhen"]["segment"]["pair_acc"])
    yield "TED zh-en", Row("pairs within a source", pairs, "≥ .58", "chrF++ .568 · MiniLM .577")


def _demetr(report: Report) -> Rows:
    one = report["demetr"]
    title = "DEMETR"
    for severity, target, peers in (
        ("critical", "≥ .96", "chrF++ .913 · BLEU .809 · MiniLM .950"),
        ("major", "≥ .95", "chrF++ .924 · BLEU .835 · MiniLM .937"),
        ("minor", "≥ .93", "chrF++ .834 · BLEU .718 · MiniLM .705"),
    ):
        figure = _f(one["accuracy"][severity]["macro"])
        yield title, Row(f"accuracy, {severity}", figure, target, peers)
    kinds = one["by_perturbation"]
    least = min((k for k in kinds if "accuracy" in kinds[k]), key=lambda k: kinds[k]["accuracy"])
    worst = f"{_f(kinds[least]['accuracy'])} ({least[3:]})"
    yield title, Row("accuracy, weakest kind of damage", worst, "≥ .85", "BLEU .182 · chrF++ .235")
    peers = "chrF++ .623 · BLEU .604 · MiniLM .699"
    auc = _f(one["auc_original_vs_critical"])
    yield title, Row("original against critical damage, AUC", auc, "≥ .78", peers)
    located = " / ".join(_f(kinds[kind]["located_major"]) for kind in _LOCATED.values())
    what = f"located ≥ major: {' / '.join(_LOCATED)}"
    yield title, Row(what, located, "≥ .97 each", "naive rules .94 / .94 / .91")
    figure = _f(one["located_major"]["critical"]["macro"])
    peers = "naive rules .319 · every word .976"
    yield title, Row("located ≥ major: all critical kinds", figure, "≥ .60", peers)
    alarms = f"{one['flags_on_originals_per_100']['major']:.1f}"
    yield title, Row("findings ≥ major in 100 originals", alarms, "≤ 8", "naive rules 33")


def _headlines(report: Report) -> Rows:
    peers = "chrF++ .574 · BLEU .388 · MiniLM .808"
    figure = _f(report["sts_headlines"]["pearson"])
    yield "headlines", Row("similarity, Pearson", figure, "≥ .72", peers)


def _chunks(report: Report) -> Rows:
    one = report["ists_headlines"]["divergent_vs_equal"]
    peers = "naive rules .255 · every word .603"
    yield "headlines", Row("divergent chunks, Youden", _f(one["youden"]), "≥ .60", peers)
    yield "headlines", Row("equal chunks flagged", _f(one["equal_flagged"]), "≤ .08")


def _two_humans(report: Report) -> Rows:
    alarms = report["refref"]["all"]["alarms"]
    rates = (alarms[severity]["per_100_sentences"] for severity in ("major", "critical"))
    both = "{:.1f} ({:.1f})".format(*rates)
    what = "findings ≥ major in 100 sentences (critical)"
    peers = "naive rules 78 (12) · every word 493"
    yield "two human translations", Row(what, both, "≤ 12 (≤ 2)", peers)


def _f(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
