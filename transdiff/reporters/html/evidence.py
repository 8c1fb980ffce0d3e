"""What each reference says where the article says a sentence, with a word diff."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from markupsafe import Markup

from transdiff.facts import Span
from transdiff.model import Support
from transdiff.reporters.diff import (
    Atom,
    Change,
    Find,
    Run,
    Token,
    focused,
    run_key,
    tokens_of,
    with_moves,
    word_diff,
)
from transdiff.reporters.html.context import Context, Label, primary, segment_at
from transdiff.reporters.html.inline import marked, plain, visible


REDACTED = "\N{FULL BLOCK}"
"""What stands for a character of a reference that must not be published."""


@dataclass(frozen=True)
class Witnessed:
    """One reference beside one article sentence; ``whole`` says why it is not a diff, or nothing."""

    label: Label
    segments: tuple[int, ...]
    percent: int
    moved: bool
    whole: str
    text: Markup


@dataclass(frozen=True)
class Differ:
    """Word diffs of a report, with the tokens of every segment cut once."""

    context: Context

    def witness(self, index: int, support: Support) -> Witnessed:
        """Compare article sentence *index* with the segments of one reference."""
        key = support.reference
        whole = self._undiffable(support)
        runs = None if whole else self._runs(index, support)
        text = self._plain(support) if runs is None else self._markup(runs, key)
        return Witnessed(
            self.context.labels[key],
            support.segments,
            round(100 * support.similarity),
            (index, key) in self.context.moved,
            whole or ("" if runs is not None else "other wording"),
            text,
        )

    def _undiffable(self, support: Support) -> str:
        """Why a diff could say nothing, empty where it can."""
        if not self._diffable(support.reference):
            return "other language"
        source = self.context.sources[support.reference]
        quoted = (source.segments[j].of(source.document.text) for j in support.segments)
        return "redacted" if any(REDACTED in text for text in quoted) else ""

    def _runs(self, index: int, support: Support) -> tuple[Run, ...] | None:
        key = support.reference
        together = self.context.siblings(index, key)
        mine = [t for i in together for t in self._tokens[None][i]]
        theirs = [t for j in support.segments for t in self._tokens[key][j]]
        runs = word_diff(mine, theirs)
        if runs is None:
            return None
        here = self._finder(None, frozenset(together))
        there = self._finder(key, frozenset(support.segments))
        return with_moves(focused(runs, index), here, there)

    @cached_property
    def _tokens(self) -> dict[str | None, tuple[tuple[Token, ...], ...]]:
        return {
            key: tuple(self._cut(key, part) for part in range(len(source.segments)))
            for key, source in self.context.sources.items()
            if self._diffable(key)
        }

    def _diffable(self, key: str | None) -> bool:
        labels = self.context.labels
        return primary(labels[key].lang) == primary(labels[None].lang)

    def _cut(self, key: str | None, part: int) -> tuple[Token, ...]:
        source = self.context.sources[key]
        found = self.context.mentions.get((key, part), ())
        atoms = [
            Atom(m.span, f"\x1e{entry.kind}:{m.value or entry.value}")
            for entry, m in found
            if entry.kind in ("number", "date")
        ]
        words = self.context.words[key][part]
        return tokens_of(source.document.text, words, part, primary(source.document.lang), atoms)

    @cached_property
    def _haystacks(self) -> dict[str | None, tuple[str, ...]]:
        return {
            key: tuple(run_key(tokens) for tokens in parts) for key, parts in self._tokens.items()
        }

    def _finder(self, key: str | None, besides: frozenset[int]) -> Find:
        parts = self._haystacks[key]

        @cache
        def find(run: str) -> int | None:
            return next((i for i, p in enumerate(parts) if i not in besides and run in p), None)

        return find

    def _plain(self, support: Support) -> Markup:
        source = self.context.sources[support.reference]
        text, marks = source.document.text, self.context.evidence_marks
        return Markup(" ").join(
            marked(text, source.segments[j], marks.get((support.reference, j), ()), link=False)
            for j in support.segments
        )

    def _markup(self, runs: Iterable[Run], key: str) -> Markup:
        done: list[Markup] = []
        for run in runs:
            own = run.reference or run.article
            side = key if run.reference else None
            if done and self._spaced(side, own[0]):
                done.append(Markup(" "))
            done.append(self._run(run, key))
        return Markup("").join(done)

    def _spaced(self, key: str | None, token: Token) -> bool:
        """Whether white space stands in front of *token*, or a segment begins with it."""
        source = self.context.sources[key]
        start = token.span.start
        if start <= source.segments[token.part].start:
            return not self._unspaced(key)
        return source.document.text[start - 1].isspace()

    def _run(self, run: Run, key: str) -> Markup:
        if run.change is Change.SAME:
            return self._slices(run.reference, key)
        if run.change is Change.STYLE:
            return Markup('<span class="st" data-a="{}">{}</span>').format(
                plain(" ".join(t.text for t in run.article)), self._slices(run.reference, key)
            )
        if run.change is Change.REFERENCE:
            return Markup("<del>{}</del>").format(self._slices(run.reference, key))
        if run.change is Change.ARTICLE:
            return Markup("<ins>{}</ins>").format(self._slices(run.article, None))
        return self._moved(run, key)

    def _moved(self, run: Run, key: str) -> Markup:
        at = (run.elsewhere or 0) + 1
        if run.reference:
            return Markup('<span class="mv">{}<a href="#s-{}">in sentence {}</a></span>').format(
                self._slices(run.reference, key), at, at
            )
        return Markup('<span class="mv in">{}<i>moved from {} {}</i></span>').format(
            self._slices(run.article, None), self.context.labels[key].name, at
        )

    def _slices(self, tokens: tuple[Token, ...], key: str | None) -> Markup:
        """The text that *tokens* stand in, one slice for each segment."""
        text = self.context.sources[key].document.text
        slices: list[tuple[int, Span]] = []
        for token in tokens:
            if slices and token.part == slices[-1][0]:
                slices[-1] = (token.part, Span(slices[-1][1].start, token.span.end))
            else:
                slices.append((token.part, token.span))
        marks = self.context.evidence_marks
        return Markup("" if self._unspaced(key) else " ").join(
            visible(s.of(text))
            if key is None
            else marked(text, s, marks.get((key, part), ()), link=False)
            for part, s in slices
        )

    def _unspaced(self, key: str | None) -> bool:
        return primary(self.context.labels[key].lang) in ("zh", "ja", "th")


def around(text: str, span: Span, spans: tuple[Span, ...], reach: int = 44) -> tuple[str, str]:
    """Return up to *reach* characters of the sentence before and after *span*, cut at a space."""
    home = spans[segment_at(spans, span.start)] if spans else span
    before = text[max(home.start, span.start - reach) : span.start]
    after = text[span.end : max(span.end, min(home.end, span.end + reach))]
    if span.start - reach > home.start:
        before = "…" + before.partition(" ")[2]
    if span.end + reach < home.end:
        after = after.rpartition(" ")[0] + "…"
    return before, after
