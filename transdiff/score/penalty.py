"""MQM-style penalty: what the findings weigh, per 100 words of the compared text.

An analyst's score card counts like this; it knows nothing of wording, and on a short article a
single critical finding is most of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.comparison import Article
from transdiff.facts import WordKind
from transdiff.model import Finding, Score, Severity

_PER = 100


def penalty(article: Article, findings: Sequence[Finding], made_by: str) -> Score:
    """Return the penalty of *findings*; None where *article* has no word that is compared.

    *made_by* is the signature of the findings: other rules or settings find other things.
    """
    words = sum(
        word.kind is not WordKind.PUNCT
        for _, segment in article.compared()
        for word in segment.facts.words
    )
    total = sum(finding.severity.weight for finding in findings)
    value = round(_PER * total / words, 4) if words else None
    return Score("mqm-penalty", value, _signature(made_by))


def _signature(made_by: str) -> str:
    levels = sorted(Severity, key=lambda severity: -severity.weight)
    weights = "|".join(f"{severity}:{severity.weight}" for severity in levels)
    return f"{made_by}|{weights}|per:{_PER}-words"
