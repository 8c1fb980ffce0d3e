"""The page as values: everything the templates print, in the order they print it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from markupsafe import Markup

from transdiff.facts import WordKind
from transdiff.model import BlockKind, Evidence, Finding, Report, Role, Sentence, Source
from transdiff.reporters.html import tables
from transdiff.reporters.html.charts import strip
from transdiff.reporters.html.context import Context, Label, anchor, segment_at
from transdiff.reporters.html.evidence import Differ, Witnessed, around
from transdiff.reporters.html.inline import marked, message, plain, visible
from transdiff.reporters.verdict import (
    STATUS_WORDS,
    consensus,
    severity_counts,
    title_of,
    unreliable,
    verdict,
)
from transdiff.rule import CATEGORIES, GROUPS

LONG = 200
"""Sentences from which on a page leaves what is out of sight to be laid out later."""

ROLE_WORDS = {
    Role.CONTRADICTS: "",
    Role.MISSING: "not in the article",
    Role.NEAREST: "nearest text",
    Role.SELF: "elsewhere in the article",
}


@dataclass(frozen=True)
class Compared:
    """A document as the report lists it."""

    label: Label
    title: Markup
    publisher: str
    published: str
    lang: str
    words: int
    sentences: int
    sha256: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """An article sentence; ``number`` counts from 1."""

    number: int
    label: Label
    kind: str
    status: str
    status_word: str
    text: Markup
    supports: tuple[Witnessed, ...]
    fidelity: str
    quoted: bool
    opens: bool
    findings: tuple[Card, ...]


@dataclass(frozen=True)
class Quote:
    """A piece of evidence in its sentence."""

    label: Label
    before: Markup
    text: Markup
    after: Markup
    role: str
    value: str
    sentence: int


@dataclass(frozen=True)
class Card:
    """A finding as the list shows it."""

    number: int
    anchor: str
    fingerprint: str
    rule: str
    group: str
    category: str
    mqm: str
    severity: str
    sentence: int
    message: Markup
    consensus: str
    gist: str
    term: str
    own: Quote
    evidence: tuple[Quote, ...]
    sources: str
    suggestion: Markup
    confidence: int
    standing: str
    reason: str
    explained: bool


@dataclass(frozen=True)
class Page:
    """The whole report."""

    title: Markup
    plain_title: str
    article_id: str
    verdict: str
    unreliable: str
    gate: str
    reasons: tuple[str, ...]
    counts: tuple[tuple[str, int, str], ...]
    aside: int
    total: int
    statuses: tuple[tuple[str, str, int], ...]
    fidelity: str
    documents: tuple[Compared, ...]
    labels: tuple[Label, ...]
    strip: Markup
    lines: tuple[Line, ...]
    long: bool
    groups: tuple[tuple[str, tuple[Card, ...]], ...]
    missing: tuple[tuple[Label, int, tuple[tables.Told, ...]], ...]
    names: tuple[tables.Row, ...]
    ledger: tuple[tables.Row, ...]
    bounds: str
    scores: tuple[tables.Figure, ...]
    losses: tuple[tables.Loss, ...]
    skipped: tuple[tuple[str, str], ...]
    unsure: tuple[tuple[str, Label, str, int], ...]
    pinned: tuple[tuple[str, Label, str, int], ...]
    encoder: str
    notices: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    tool: str
    settings_hash: str


def page(context: Context) -> Page:
    """Build the page of a report."""
    report = context.report
    cards = {f.fingerprint: _card(context, f) for f in report.findings}
    return Page(
        title=visible(title_of(report.article)),
        plain_title=plain(title_of(report.article)),
        article_id=plain(report.article.document.uri or report.article.document.id),
        verdict=verdict(report),
        unreliable=unreliable(report),
        gate="" if report.gate is None else "passed" if report.gate.passed else "failed",
        reasons=() if report.gate is None else report.gate.reasons,
        counts=_counts(report),
        aside=len(report.findings) - len(report.open_findings),
        total=len(report.findings),
        statuses=_statuses(report.sentences),
        fidelity=f"{report.fidelity:.1f}",
        documents=tuple(_compared(context, s) for s in report.documents),
        labels=tuple(context.labels.values()),
        strip=strip(context),
        lines=_lines(context, cards),
        long=len(report.sentences) > LONG,
        groups=_groups(report.findings, cards),
        missing=tables.missing(context),
        names=tables.ledger(context, ("name",)),
        ledger=tables.ledger(context, ("number", "date", "quotation")),
        bounds=tables.bounds(report),
        scores=tables.figures(report.scores),
        losses=tables.losses(context),
        skipped=tuple((s.name, s.reason) for s in report.skipped),
        unsure=tables.pairs(context, report.alignment.unsure),
        pinned=tables.pairs(context, [k for k in report.alignment.links if k.pinned]),
        encoder=plain(report.alignment.encoder),
        notices=tuple(plain(n.message) for n in report.notices),
        rules=tuple(
            (name, context.explanations[name])
            for name in sorted({f.rule for f in report.findings} & set(context.explanations))
        ),
        tool=report.tool,
        settings_hash=report.settings_hash,
    )


def _counts(report: Report) -> tuple[tuple[str, int, str], ...]:
    """How many open findings there are of every severity, and the anchor of the first."""
    first = {f.severity.value: anchor(f) for f in reversed(report.open_findings)}
    return tuple((name, count, first.get(name, "")) for name, count in severity_counts(report))


def _statuses(sentences: tuple[Sentence, ...]) -> tuple[tuple[str, str, int], ...]:
    counted = Counter(s.status for s in sentences)
    return tuple((s.value, word, counted[s]) for s, word in STATUS_WORDS.items())


def _compared(context: Context, source: Source) -> Compared:
    d = source.document
    cut = context.words[source.key]
    words = sum(w.kind is not WordKind.PUNCT for i in source.compared for w in cut[i])
    return Compared(
        context.labels[source.key], visible(title_of(source)), plain(d.publisher), d.published,
        d.lang, words, len(source.compared), d.sha256, tuple(map(plain, d.notes)),
    )  # fmt: skip


def _lines(context: Context, cards: dict[str, Card]) -> tuple[Line, ...]:
    report, differ = context.report, Differ(context)
    text, spans = report.article.document.text, report.article.segments
    found = []
    for i, sentence in enumerate(report.sentences):
        gap = text[spans[i - 1].end : spans[i].start] if i else "\n"
        fidelity = sentence.fidelity
        found.append(
            Line(
                number=i + 1,
                label=context.labels[None],
                kind="" if sentence.kind is BlockKind.BODY else sentence.kind.value,
                status=sentence.status.value,
                status_word=STATUS_WORDS[sentence.status],
                text=marked(text, sentence.span, context.marks.get(i, ())),
                supports=tuple(differ.witness(i, s) for s in sentence.supports),
                fidelity="" if fidelity is None else f"{fidelity:.0f}",
                quoted=any(e.kind == "quotation" for e, _ in context.mentions.get((None, i), ())),
                opens="\n" in gap,
                findings=tuple(cards[f.fingerprint] for f in context.findings_at.get(i, ())),
            )
        )
    return tuple(found)


def _groups(
    findings: tuple[Finding, ...], cards: dict[str, Card]
) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """Findings by group, the most severe first; groups by their worst finding."""
    by_group: dict[str, list[Finding]] = {}
    for finding in findings:
        by_group.setdefault(finding.group, []).append(finding)
    for group in by_group.values():
        group.sort(key=lambda f: (-f.severity.rank, f.span))
    names = sorted(by_group, key=lambda g: (-by_group[g][0].severity.rank, _group_order(g), g))
    return tuple((g, tuple(cards[f.fingerprint] for f in by_group[g])) for g in names)


def _group_order(group: str) -> int:
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)


def _card(context: Context, finding: Finding) -> Card:
    own = Evidence(None, finding.span, finding.quote, Role.SELF)
    figures = finding.group == "facts"
    evidence = tuple(
        _quote(context, e if figures else replace(e, value=""))
        for e in finding.evidence
        if e.reference is not None or e.span != finding.span
    )
    keys = {context.labels[e.reference].number for e in finding.evidence}
    return Card(
        number=context.number(finding),
        anchor=anchor(finding),
        fingerprint=finding.fingerprint,
        rule=finding.rule,
        group=finding.group,
        category=finding.category,
        mqm=CATEGORIES.get(finding.category, ("", ""))[0],
        severity=finding.severity.value,
        sentence=context.sentences_of(finding)[0] + 1,
        message=message(finding.message),
        consensus=consensus(context.report, finding) if len(context.labels) > 2 else "",
        gist=context.gist(finding.rule),
        term=plain(finding.quote.strip()),
        own=replace(_quote(context, own), role=""),
        evidence=evidence,
        sources=" ".join(str(k) for k in sorted(keys) if k),
        suggestion=visible(finding.suggestion),
        confidence=round(100 * finding.confidence),
        standing=finding.standing.value,
        reason=plain(finding.reason),
        explained=finding.rule in context.explanations,
    )


def _quote(context: Context, evidence: Evidence) -> Quote:
    source = context.sources[evidence.reference]
    before, after = around(source.document.text, evidence.span, source.segments)
    return Quote(
        context.labels[evidence.reference], visible(before), visible(evidence.quote),
        visible(after), ROLE_WORDS[evidence.role], plain(evidence.value),
        segment_at(source.segments, evidence.span.start) + 1,
    )  # fmt: skip
