"""Small reports to render, made by hand so that no rule decides what the tests see."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.model import (
    Alignment,
    BlockKind,
    Cost,
    Document,
    Evidence,
    Finding,
    Link,
    Report,
    Role,
    Score,
    Sentence,
    Severity,
    Skipped,
    Source,
    Span,
    Status,
    Support,
)

ARTICLE = "Ferry sinks\nAbout 300 people were on board, officials said.\nNobody else said this."
TASS = "Ferry sinks\nThirty people were on board, officials said."
REUTERS = "A ferry sank.\nThere were 30 people on board, according to officials."


def spot(text: str, quote: str) -> Span:
    """Where *quote* stands in *text*."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def lines(text: str) -> tuple[Span, ...]:
    """The spans of the lines of *text*."""
    return tuple(spot(text, line) for line in text.split("\n"))


def source(key: str | None, text: str, lang: str = "en") -> Source:
    """A text whose lines are its segments."""
    name = key or "article"
    return Source(key, Document(name, text, lang, uri=f"{name}.txt"), lines(text))


def number_value(severity: Severity = Severity.CRITICAL) -> Finding:
    """300 where both references say thirty."""
    return Finding(
        rule="number-value",
        group="facts",
        category="number",
        severity=severity,
        span=spot(ARTICLE, "About 300 people"),
        quote="About 300 people",
        message='article "About 300 people" · reuters "30 people"',
        evidence=(
            Evidence("reuters", spot(REUTERS, "30 people"), "30 people", Role.CONTRADICTS, "30"),
            Evidence("tass", spot(TASS, "Thirty people"), "Thirty people", Role.CONTRADICTS, "30"),
        ),
        fingerprint="0123456789abcdef",
    )


def addition() -> Finding:
    """A sentence that no reference has."""
    return Finding(
        rule="addition-unsupported",
        group="coverage",
        category="addition",
        severity=Severity.MAJOR,
        span=spot(ARTICLE, "Nobody else said this."),
        quote="Nobody else said this.",
        message="no reference says this",
        evidence=(Evidence("tass", spot(TASS, "Ferry sinks"), "Ferry sinks", Role.NEAREST),),
        fingerprint="fedcba9876543210",
    )


def report(*findings: Finding, article: str = ARTICLE, skipped: Sequence[Skipped] = ()) -> Report:
    """A comparison of the ferry article with its two references."""
    mine = source(None, article)
    both = (Support("reuters", (1,), 0.8), Support("tass", (1,), 0.9))
    sentences = tuple(
        Sentence(
            span,
            BlockKind.BODY,
            Status.SUPPORTED if n < 2 else Status.ONLY_HERE,
            both if n < 2 else (),
            90.0,
        )
        for n, span in enumerate(mine.segments)
    )
    return Report(
        documents=(mine, source("reuters", REUTERS), source("tass", TASS)),
        alignment=Alignment((Link((1,), "tass", (1,), 0.9),), (2,), {"tass": (0,), "reuters": ()}),
        sentences=sentences,
        findings=findings,
        skipped=tuple(skipped),
        scores=(Score("bleu", 41.26, "tok:13a"), Score("coverage", 0.667, "unit:ratio")),
        fidelity=61.24,
        costs=(Cost("number-value", 25.0, ("0123456789abcdef",)), Cost("case", 0.01)),
        tool="transdiff 0",
    )
