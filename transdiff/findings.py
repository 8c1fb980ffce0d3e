"""From the marks of the rules to the findings of the report: stamped, weighed, told once."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.words import fold_word
from transdiff.model import BlockKind, Finding, Role, Severity, Story
from transdiff.rule import Mark, Rule
from transdiff.settings import Settings

_CLAIMS = frozenset({"facts", "meaning"})
"""Groups of rules on what a sentence claims."""
_CONTRARY = frozenset(
    {
        "term-antonym",
        "negation-opposite",
        "comparison-opposite",
        "term-sibling",
        "org-wrong-body",
        "org-replaced",
        "place-wrong",
    }
)
"""Rules on words by which a headline claims the contrary or something else."""
_CONDENSED = frozenset(
    {
        "agency-changed",
        "condition-added",
        "condition-changed",
        "condition-dropped",
        "hedge-added",
        "hedge-dropped",
        "hedge-strengthened",
        "place-wrong",
        "tense-future-as-past",
        "tense-postponed",
        "tense-stage",
        "tense-status",
        "term-sibling",
    }
)
"""Rules on what a headline leaves to the text below it: hedges, stages, places, kinds."""
_KEPT_SHORT = frozenset({"preliminary"})
"""Hedges of one word, for which a headline has room: *provisionally*."""


def stamp(
    article: Article,
    marks: Iterable[tuple[Rule, Mark]],
    settings: Settings,
    chosen: Sequence[Rule] = (),
) -> tuple[Finding, ...]:
    """Turn *marks* into findings in order of position; the same mark twice is one finding.

    *chosen* are the rules that ran.
    """
    weights = {**article.style.severity, **settings.severity}
    settings = replace(settings, severity=weights)
    heads = tuple(s.span for s in article.story.segments if s.block.kind is BlockKind.HEADLINE)
    on_headlines = next((by for by in chosen if by.category == "headline"), None)
    found: dict[tuple[str, Span, str], tuple[Rule, Finding]] = {}
    for by, mark in marks:
        finding = _finding(article, by, mark, _severity(by, mark, settings, heads))
        found.setdefault((by.name, mark.span, mark.message), (by, finding))
    quoted = _of_quotations(article, found.values(), chosen)
    told = _less_echoes(_told_once(tuple(_of_headlines(quoted, heads, on_headlines))))
    ordered = sorted(told, key=lambda f: (f.span, -f.severity.rank, f.rule, f.message))
    return _with_fingerprints(article, ordered)


def _of_quotations(
    article: Article, found: Collection[tuple[Rule, Finding]], chosen: Sequence[Rule]
) -> list[tuple[Rule, Finding]]:
    """Let what turns round a quotation from another language be a finding on quotations.

    A claim that both sides have inside quotation marks is the speaker's: a lost condition is a cut,
    anything else is altered. Within one language the rules on quotations compare the very words.
    """
    rules = {rule.category: rule for rule in chosen}
    altered, cut = rules.get("quote_altered"), rules.get("quote_truncated")
    if altered is None or cut is None:
        return list(found)
    told = [f.span for rule, f in found if rule in (altered, cut)]
    done = []
    for rule, finding in found:
        by = cut if rule.category == "condition" else altered
        weighs = rule.group in _CLAIMS and finding.severity is not Severity.MINOR
        if not (weighs and _both_quoted(article, finding)):
            done.append((rule, finding))
        elif not any(span.overlaps(finding.span) for span in told):
            severity = by.severity if by is cut else Severity.CRITICAL
            message = f"{finding.message} ({rule.name})"
            done.append((by, replace(_renamed(finding, by), message=message, severity=severity)))
    return done


def _both_quoted(article: Article, finding: Finding) -> bool:
    """Whether a finding and its evidence, in another language, stand in quoted speech."""
    proofs = [e for e in finding.evidence if e.reference is not None and e.role is not Role.NEAREST]
    stories = article.references
    return (
        bool(proofs)
        and _in_speech(article.story, finding.span)
        and all(
            stories[e.reference].lang != article.story.lang
            and _in_speech(stories[e.reference], e.span)
            for e in proofs
            if e.reference is not None
        )
    )


def _in_speech(story: Story, span: Span) -> bool:
    quotations = (q for s in story.segments for q in s.facts.quotations)
    return any(q.verb and not q.scare and q.span.contains(span) for q in quotations)


def _of_headlines(
    found: Collection[tuple[Rule, Finding]], heads: tuple[Span, ...], by: Rule | None
) -> Iterator[tuple[Rule, Finding]]:
    """Let what turns a headline round be a finding of the rule on headlines, *by*, and told once.

    What a headline leaves to the text below it stays a finding of the rule that saw it, and minor.
    """
    own = [finding.span for rule, finding in found if rule is by]
    for rule, finding in found:
        claims = rule.group in _CLAIMS or rule.name in _CONTRARY
        turned = claims and finding.severity is Severity.CRITICAL
        known = claims and any(span.overlaps(finding.span) for span in own)
        if by is None or rule is by or not (turned or known) or not _within(finding.span, heads):
            yield rule, finding
        elif turned and rule.name in _CONDENSED and not _is_short(finding):
            yield rule, replace(finding, severity=Severity.MINOR)
        elif not known:
            message = f"{finding.message} ({rule.name})"
            yield by, replace(_renamed(finding, by), message=message)


def _is_short(finding: Finding) -> bool:
    """Whether what the headline leaves out is a word for which it has room."""
    return any(e.value in _KEPT_SHORT for e in finding.evidence)


def _renamed(finding: Finding, by: Rule) -> Finding:
    return replace(finding, rule=by.name, group=by.group, category=by.category)


def _within(span: Span, heads: tuple[Span, ...]) -> bool:
    return any(head.contains(span) for head in heads)


def _told_once(found: tuple[tuple[Rule, Finding], ...]) -> Iterator[Finding]:
    """Leave out what a residual rule says about words that another explains, no less gravely."""
    explained: dict[str | None, dict[int, int]] = {}
    for rank, finding in sorted(
        ((f.severity.rank, f) for by, f in found if not by.residual), key=lambda entry: entry[0]
    ):
        for text, places in _places(finding):
            explained.setdefault(text, {}).update(dict.fromkeys(places, rank))
    for by, finding in found:
        if not by.residual or _known(finding, explained) < finding.severity.rank:
            yield finding


def _less_echoes(found: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what says the very same as a finding of its category: *rejected*, *welcomed*.

    So says a word of what another finding of the category is about, as is one of a sentence that is
    in another language as a whole.
    """
    told: list[Finding] = []
    for finding in sorted(found, key=lambda f: (-f.severity.rank, -len(f.quote), f.rule)):
        if not any(_echoes(finding, other) for other in told):
            told.append(finding)
            yield finding


def _echoes(finding: Finding, other: Finding) -> bool:
    """Whether *finding* says in other words, or of fewer of them, what *other* says."""
    if finding.category != other.category or not other.span.contains(finding.span):
        return False
    same = finding.span == other.span and finding.message == other.message
    return same or (finding.rule != other.rule and _shows_all(other, finding))


def _shows_all(other: Finding, finding: Finding) -> bool:
    """Whether the evidence of *other* has that of *finding* in it, or is the article's own."""
    theirs = [e for e in other.evidence if e.reference is not None]
    return (
        all(
            any(e.reference == t.reference and t.span.contains(e.span) for t in theirs)
            for e in finding.evidence
        )
        or not theirs
    )


def _known(finding: Finding, explained: Mapping[str | None, Mapping[int, int]]) -> int:
    """The highest rank by which any place of *finding* is explained, 0 for none."""
    ranks = (
        explained[text].get(i, 0) for text, at in _places(finding) if text in explained for i in at
    )
    return max(ranks, default=0)


def _places(finding: Finding) -> Iterator[tuple[str | None, range]]:
    """The code points that a finding is about, in the article (None) and in the references."""
    yield None, range(finding.span.start, finding.span.end)
    for evidence in finding.evidence:
        if evidence.reference is not None and evidence.role is not Role.NEAREST:
            yield evidence.reference, range(evidence.span.start, evidence.span.end)


def _finding(article: Article, by: Rule, mark: Mark, severity: Severity) -> Finding:
    return Finding(
        rule=by.name,
        group=by.group,
        category=by.category,
        severity=severity,
        span=mark.span,
        quote=mark.span.of(article.story.document.text),
        message=mark.message,
        evidence=mark.evidence,
        confidence=mark.confidence,
        suggestion=mark.suggestion,
    )


def _severity(by: Rule, mark: Mark, settings: Settings, heads: tuple[Span, ...]) -> Severity:
    """Config overrides; an untyped mark stays minor; a major one in a headline is critical."""
    if by.name in settings.severity:
        return Severity(settings.severity[by.name])
    severity = mark.severity or by.severity
    if not mark.typed:
        return min(severity, Severity.MINOR, key=lambda s: s.rank)
    if severity is Severity.MAJOR and _within(mark.span, heads):
        return severity.step(+1)
    return severity


def _with_fingerprints(article: Article, findings: list[Finding]) -> tuple[Finding, ...]:
    """Number equal keys by occurrence, so that each finding has a fingerprint of its own."""
    seen: dict[str, int] = {}
    done = []
    for finding in findings:
        key = _key(article, finding)
        seen[key] = seen.get(key, 0) + 1
        mark = hashlib.sha256(f"{key}\x00{seen[key]}".encode("utf-8", "surrogatepass"))
        done.append(replace(finding, fingerprint=mark.hexdigest()[:16]))
    return tuple(done)


def _key(article: Article, finding: Finding) -> str:
    """Rule, document, normalised span and what it is shown against first.

    Nothing that moves when other text changes, or when one more reference says the same.
    """
    quotes = [finding.quote, *(e.value or e.quote for e in finding.evidence[:1])]
    folded = (" ".join(fold_word(q).split()) for q in quotes)
    return "\x00".join((finding.rule, article.story.document.id, *folded))
