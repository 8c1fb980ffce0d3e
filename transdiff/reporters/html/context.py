"""What every part of the page needs to know about a report, looked up once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from transdiff.facts import Span, Word
from transdiff.language.words import tokenize
from transdiff.lazy import lazy
from transdiff.model import (
    Entry,
    Finding,
    Mention,
    Report,
    Role,
    Sentence,
    Severity,
    Source,
    Standing,
    primary,
)
from transdiff.reporters.html.inline import Mark, direction, plain

ACCENTS = 9
"""How many source colours the style sheet knows; they repeat after that."""


@dataclass(frozen=True)
class Label:
    """How a source is shown: its name, its accent and the key that selects it (0 = article)."""

    name: str
    number: int
    lang: str
    dir: str

    @property
    def accent(self) -> str:
        """Class of the source's colour."""
        return f"r{(self.number - 1) % ACCENTS + 1}" if self.number else "r0"


@dataclass(frozen=True)
class Context:
    """A report with its indices; findings are numbered in reading order from 1."""

    report: Report
    explanations: Mapping[str, str] = field(default_factory=dict)

    def gist(self, rule: str) -> str:
        """What *rule* reports, in the words that its manual page begins with, or nothing."""
        head, _, prose = self.explanations.get(rule, "").partition("\n\n")
        said = (prose or head).partition("\n")[0].removeprefix("Report ")
        return said[:1].upper() + said[1:]

    @lazy
    def labels(self) -> dict[str | None, Label]:
        """The label of every source by its key."""
        return {
            source.key: Label(
                "article" if source.key is None else plain(source.key),
                number,
                source.document.lang or "und",
                direction(source.document.lang),
            )
            for number, source in enumerate(self.report.documents)
        }

    @lazy
    def sources(self) -> dict[str | None, Source]:
        """Every source by its key; None is the article."""
        return {source.key: source for source in self.report.documents}

    @lazy
    def numbers(self) -> dict[str, int]:
        """The number of every finding by its fingerprint."""
        return {f.fingerprint: n for n, f in enumerate(self.report.findings, 1)}

    @lazy
    def marks(self) -> dict[int, tuple[Mark, ...]]:
        """The marks on every article sentence that has one."""
        found: dict[int, list[Mark]] = {}
        for finding in self.report.findings:
            mark = self._mark(finding, finding.span)
            for i in self.sentences_of(finding):
                found.setdefault(i, []).append(mark)
        return {i: tuple(marks) for i, marks in found.items()}

    @lazy
    def evidence_marks(self) -> dict[tuple[str, int], tuple[Mark, ...]]:
        """What findings lean on in every reference segment ``(key, index)``."""
        found: dict[tuple[str, int], list[Mark]] = {}
        for finding in self.report.findings:
            for e in finding.evidence:
                if e.reference is not None and e.role is not Role.NEAREST:
                    mark = self._mark(finding, e.span)
                    for j in segments_of(self.sources[e.reference].segments, e.span):
                        found.setdefault((e.reference, j), []).append(mark)
        return {at: tuple(sorted(m, key=lambda m: m.span)) for at, m in found.items()}

    def marks_beside(self, index: int, key: str, segment: int) -> tuple[Mark, ...]:
        """The evidence marks of a reference segment that stands beside article sentence *index*.

        It may stand beside several. A finding is marked beside the sentences that it is about;
        where it is about none of them, beside all.
        """
        beside = self.used.get((key, segment), ())

        def belongs(mark: Mark) -> bool:
            own = self.sentences_of(self.report.findings[mark.number - 1])
            return index in own or not set(own).intersection(beside)

        return tuple(filter(belongs, self.evidence_marks.get((key, segment), ())))

    def _mark(self, finding: Finding, span: Span) -> Mark:
        """A mark in the colour of the finding's severity, plain where it is set aside."""
        counts = finding.standing is Standing.OPEN
        severity = finding.severity if counts else Severity.NEUTRAL
        return Mark(span, self.number(finding), severity, anchor(finding))

    @lazy
    def findings_at(self) -> dict[int, tuple[Finding, ...]]:
        """The findings of every article sentence that has one."""
        found: dict[int, list[Finding]] = {}
        for finding in self.report.findings:
            found.setdefault(self.sentences_of(finding)[0], []).append(finding)
        return {i: tuple(f) for i, f in found.items()}

    def number(self, finding: Finding) -> int:
        """The number that stands beside *finding* in the article."""
        return self.numbers[finding.fingerprint]

    def sentences_of(self, finding: Finding) -> tuple[int, ...]:
        """Indices of the article sentences that *finding* touches, at least one."""
        return segments_of(self.report.article.segments, finding.span)

    @lazy
    def words(self) -> dict[str | None, tuple[tuple[Word, ...], ...]]:
        """The words of every segment of every source."""
        return {
            key: tuple(
                tokenize(span.of(source.document.text), span.start, primary(source.document.lang))
                for span in source.segments
            )
            for key, source in self.sources.items()
        }

    @lazy
    def used(self) -> dict[tuple[str, int], tuple[int, ...]]:
        """The article sentences that lean on every reference segment ``(key, index)``."""
        users: dict[tuple[str, int], list[int]] = {}
        for i, sentence in enumerate(self.report.sentences):
            for place in _supports(sentence):
                users.setdefault(place, []).append(i)
        return {place: tuple(indices) for place, indices in users.items()}

    def siblings(self, index: int, key: str) -> tuple[int, ...]:
        """Article sentences that share a segment of reference *key* with *index*, and itself."""
        places = [p for p in _supports(self.report.sentences[index]) if p[0] == key]
        return tuple(sorted({index, *(i for place in places for i in self.used[place])}))

    @lazy
    def moved(self) -> frozenset[tuple[int, str]]:
        """Sentences that a reference tells in another order, with the reference."""
        links = self.report.alignment.links
        return frozenset((i, x.reference) for x in links if x.moved for i in x.translation)

    @lazy
    def mentions(self) -> dict[tuple[str | None, int], tuple[tuple[Entry, Mention], ...]]:
        """What the ledger has of every segment ``(key, index)``."""
        found: dict[tuple[str | None, int], list[tuple[Entry, Mention]]] = {}
        for entry in self.report.ledger:
            for mention in entry.mentions:
                spans = self.sources[mention.reference].segments
                for j in segments_of(spans, mention.span) if spans else ():
                    found.setdefault((mention.reference, j), []).append((entry, mention))
        return {at: tuple(pairs) for at, pairs in found.items()}


def segment_at(spans: tuple[Span, ...], offset: int) -> int:
    """Index of the last span that starts at or before *offset*, 0 where none does."""
    return max(0, bisect_right(spans, Span(offset, 1 << 62)) - 1)


def segments_of(spans: tuple[Span, ...], span: Span) -> tuple[int, ...]:
    """Indices of the segments that *span* touches, at least one."""
    first = last = segment_at(spans, span.start)
    while last + 1 < len(spans) and spans[last + 1].start < span.end:
        last += 1
    return tuple(range(first, last + 1))


def anchor(finding: Finding) -> str:
    """The element id of *finding*."""
    return f"f-{finding.fingerprint}"


def _supports(sentence: Sentence) -> list[tuple[str, int]]:
    return [(s.reference, j) for s in sentence.supports for j in s.segments]
