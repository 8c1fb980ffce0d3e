"""What each reference says where the article says a sentence, with a word diff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from transdiff.facts import Span, Word
from transdiff.language.words import fold_word
from transdiff.lazy import lazy
from transdiff.model import Entry, Mention, Support, primary
from transdiff.reporters.diff import (
    Atom,
    Change,
    Run,
    Token,
    tokens_of,
    word_diff,
)
from transdiff.reporters.html.context import Context, Label, segment_at
from transdiff.reporters.html.inline import marked, plain, visible
from transdiff.reporters.moves import Find, run_key, with_moves, with_siblings

At = tuple[int, str]
"""An article sentence and the reference beside it."""

_QUOTATION = "\x1equotation:"

REDACTED = "\N{FULL BLOCK}"
"""What stands for a character of a reference that must not be published."""


@dataclass(frozen=True)
class Witnessed:
    """One reference beside one article sentence; ``whole`` says why it is no diff, or nothing."""

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
        text = self._plain(index, support) if runs is None else self._markup(runs, (index, key))
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
        theirs = [t for j in support.segments for t in self._tokens[key][j]]
        runs = word_diff(self._tokens[None][index], theirs)
        if runs is None:
            return None
        together = self.context.siblings(index, key)
        siblings = {i: self._tokens[None][i] for i in together if i != index}
        here = self._finder(None, frozenset(together))
        there = self._finder(key, frozenset(support.segments))
        return with_moves(with_siblings(runs, siblings), here, there)

    @lazy
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
        """The tokens of a segment; a quotation is one token, compared inside when it differs."""
        atoms = self._atoms(key, part)
        return self._tokens_of(key, part, self.context.words[key][part], atoms)

    def _inside(self, key: str | None, quotation: Token) -> tuple[Token, ...]:
        """The tokens of a quotation that is itself a token."""
        inner = quotation.span
        words = [w for w in self.context.words[key][quotation.part] if inner.contains(w.span)]
        atoms = [a for a in self._atoms(key, quotation.part) if not a.key.startswith(_QUOTATION)]
        return self._tokens_of(key, quotation.part, words, atoms)

    def _tokens_of(
        self, key: str | None, part: int, words: Sequence[Word], atoms: list[Atom]
    ) -> tuple[Token, ...]:
        document = self.context.sources[key].document
        return tokens_of(document.text, words, part, primary(document.lang), atoms)

    def _atoms(self, key: str | None, part: int) -> list[Atom]:
        segment = self.context.sources[key].segments[part]
        found = self.context.mentions.get((key, part), ())
        return [atom for entry, m in found if (atom := _atom(entry, m, segment))]

    @lazy
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

    def _plain(self, index: int, support: Support) -> Markup:
        key = support.reference
        source = self.context.sources[key]
        text, marks = source.document.text, self.context.marks_beside
        return Markup(" ").join(
            marked(text, source.segments[j], marks(index, key, j), link=False)
            for j in support.segments
        )

    def _markup(self, runs: Iterable[Run], at: At) -> Markup:
        done: list[Markup] = []
        for run in runs:
            own = run.reference or run.article
            side = at[1] if run.reference else None
            if done and self._spaced(side, own[0]):
                done.append(Markup(" "))
            done.append(self._run(run, at))
        return Markup("").join(done)

    def _spaced(self, key: str | None, token: Token) -> bool:
        """Whether white space stands in front of *token*, or a segment begins with it."""
        source = self.context.sources[key]
        start = token.span.start
        if start <= source.segments[token.part].start:
            return not self._unspaced(key)
        return source.document.text[start - 1].isspace()

    def _run(self, run: Run, at: At) -> Markup:
        if run.change is Change.SAME:
            return self._slices(run.reference, at)
        if run.change is Change.STYLE and run.article[0].key.startswith(_QUOTATION):
            return self._quotation(run.article[0], run.reference[0], at)
        if run.change is Change.STYLE:
            return Markup('<span class="st" data-a="{}">{}</span>').format(
                plain(" ".join(t.text for t in run.article)), self._slices(run.reference, at)
            )
        if run.change is Change.REFERENCE:
            return Markup("<del>{}</del>").format(self._slices(run.reference, at))
        if run.change is Change.ARTICLE:
            return Markup("<ins>{}</ins>").format(self._slices(run.article, None))
        return self._moved(run, at)

    def _quotation(self, mine: Token, theirs: Token, at: At) -> Markup:
        """The same quotation in other words: a diff of its own in a frame."""
        runs = word_diff(self._inside(None, mine), self._inside(at[1], theirs)) or (
            Run(Change.REFERENCE, reference=(theirs,)),
            Run(Change.ARTICLE, article=(mine,)),
        )
        return Markup('<span class="qt">{}</span>').format(self._markup(runs, at))

    def _moved(self, run: Run, at: At) -> Markup:
        other = (run.elsewhere or 0) + 1
        if run.reference:
            return Markup('<span class="mv">{}<a href="#s-{}">in sentence {}</a></span>').format(
                self._slices(run.reference, at), other, other
            )
        return Markup('<span class="mv in">{}<i>moved from {} {}</i></span>').format(
            self._slices(run.article, None), self.context.labels[at[1]].name, other
        )

    def _slices(self, tokens: tuple[Token, ...], at: At | None) -> Markup:
        """The text that *tokens* stand in, one slice for each segment; *at* None is the article."""
        key = at[1] if at else None
        text = self.context.sources[key].document.text
        slices: list[tuple[int, Span]] = []
        for token in tokens:
            if slices and token.part == slices[-1][0]:
                slices[-1] = (token.part, Span(slices[-1][1].start, token.span.end))
            else:
                slices.append((token.part, token.span))
        return Markup("" if self._unspaced(key) else " ").join(
            visible(s.of(text))
            if at is None
            else marked(text, s, self.context.marks_beside(*at, part), link=False)
            for part, s in slices
        )

    def _unspaced(self, key: str | None) -> bool:
        return primary(self.context.labels[key].lang) in ("zh", "ja", "th")


def _atom(entry: Entry, mention: Mention, segment: Span) -> Atom | None:
    """What the diff keeps together: figures and dates by value, names and quotations by form."""
    span = mention.span
    if entry.kind == "quotation":
        inside = Span(max(span.start, segment.start), min(span.end, segment.end))
        return Atom(inside, f"{_QUOTATION}{entry.value}") if inside.start < inside.end else None
    if entry.kind == "name":
        bare = mention.value if mention.quote.endswith(mention.value) else mention.quote
        return Atom(Span(span.end - len(bare), span.end), fold_word(bare)) if bare else None
    return Atom(span, f"\x1e{entry.kind}:{mention.value or entry.value}")


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
