"""Word diff of article sentences against the reference sentences that support them.

Whole tokens, never inside a word; numbers, dates, names and quotations are atomic, and the same
one in other words (``30``/``thirty``) is a difference of style. Runs that only function words
separate merge, so that a long sentence reads as phrases rather than as confetti. What stands
elsewhere in the other text is moved, not deleted and inserted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from transdiff.facts import Span, Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.house_style import phrases, style_key

MAX_CELLS = 400_000
"""Longest comparison, in tokens of one side times tokens of the other; longer is not diffed."""

MIN_SHARED = 0.3
"""Share of content tokens in common below which a diff would say less than the two texts."""


class Change(StrEnum):
    """What a run of words is to the two texts."""

    SAME = "same"
    STYLE = "style"
    ARTICLE = "article"
    REFERENCE = "reference"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Atom:
    """A span that the diff never cuts; equal ``key`` means the same thing in other words."""

    span: Span
    key: str


@dataclass(frozen=True, slots=True)
class Token:
    """What is compared: ``key`` decides equality; ``part`` is the index of its segment."""

    span: Span
    text: str
    key: str
    part: int
    atomic: bool
    content: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens with one fate; ``elsewhere`` is the segment that a moved run is in."""

    change: Change
    article: tuple[Token, ...] = ()
    reference: tuple[Token, ...] = ()
    elsewhere: int | None = None


def tokens_of(
    text: str, words: Sequence[Word], part: int, lang: str, atoms: Sequence[Atom] = ()
) -> tuple[Token, ...]:
    """Turn the *words* of a segment of *text* into tokens; *atoms* are one token each."""
    if not words:
        return ()
    span = Span(words[0].span.start, words[-1].span.end)
    return tuple(_tokens(text, words, part, lang, _disjoint(atoms, span)))


def _disjoint(atoms: Sequence[Atom], span: Span) -> list[Atom]:
    """The longest atoms that lie inside *span* and do not overlap, in order of position."""
    kept: list[Atom] = []
    for atom in sorted(atoms, key=lambda a: (-len(a.span), a.span)):
        if span.contains(atom.span) and not any(atom.span.overlaps(k.span) for k in kept):
            kept.append(atom)
    return sorted(kept, key=lambda a: a.span)


def _tokens(
    text: str, words: Sequence[Word], part: int, lang: str, atoms: list[Atom]
) -> Iterable[Token]:
    at, left = 0, atoms[::-1]
    while at < len(words):
        while left and left[-1].span.end <= words[at].span.start:
            left.pop()
        size, key, atomic = 1, "", False
        if left and left[-1].span.start <= words[at].span.start:
            key, atomic = left[-1].key, True
            end = left[-1].span.end
            size = sum(1 for w in words[at:] if w.span.start < end)
        else:
            size = _phrase(words, at, lang)
            key = style_key(" ".join(w.fold for w in words[at : at + size]), lang)
            atomic = words[at].kind is WordKind.NUMBER
        group = words[at : at + size]
        span = Span(group[0].span.start, group[-1].span.end)
        content = atomic or any(is_content(w, lang) for w in group)
        yield Token(span, span.of(text), key, part, atomic, content)
        at += size


def _phrase(words: Sequence[Word], at: int, lang: str) -> int:
    """How many words from *at* on are one listed form; 1 where none is."""
    for form in phrases(lang).get(words[at].fold, ()):
        if tuple(w.fold for w in words[at : at + len(form)]) == form:
            return len(form)
    return 1


def word_diff(article: Sequence[Token], reference: Sequence[Token]) -> tuple[Run, ...] | None:
    """Return the runs of both texts in reading order, None where a diff would not help.

    Deterministic; quadratic in the worst case, hence bounded by ``MAX_CELLS``.
    """
    if len(article) * len(reference) > MAX_CELLS:
        return None
    mine, theirs = [t.key for t in article], [t.key for t in reference]
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    raw: list[Run] = []
    for tag, i, ii, j, jj in matcher.get_opcodes():
        if tag == "equal":
            raw += _equal(article[i:ii], reference[j:jj])
        else:
            raw.append(Run(Change.ARTICLE, tuple(article[i:ii]), tuple(reference[j:jj])))
    shared = sum(weight(r.article) for r in raw if r.change is not Change.ARTICLE)
    if shared < MIN_SHARED * min(weight(article), weight(reference)):
        return None
    return tuple(_split(_merged(raw)))


def _equal(article: Sequence[Token], reference: Sequence[Token]) -> list[Run]:
    """Tokens with equal keys, apart where they are written otherwise."""
    found: list[Run] = []
    pairs = zip(article, reference, strict=True)
    for same, group in groupby(pairs, _spelled_alike):
        alike = list(group)
        if same:
            mine, theirs = zip(*alike, strict=True)
            found.append(Run(Change.SAME, mine, theirs))
        else:
            found += [Run(Change.STYLE, (a,), (b,)) for a, b in alike]
    return found


def _spelled_alike(pair: tuple[Token, Token]) -> bool:
    return pair[0].text.casefold() == pair[1].text.casefold()


def _merged(runs: list[Run]) -> list[Run]:
    """Join changes that nothing but a function word or two separates."""
    done: list[Run] = []
    for run in runs:
        if run.change is Change.ARTICLE and len(done) > 1 and done[-2].change is Change.ARTICLE:
            between, before = done[-1], done[-2]
            if _weak(between) and not _figure(before) and not _figure(run):
                done[-2:] = [
                    Run(
                        Change.ARTICLE,
                        before.article + between.article + run.article,
                        before.reference + between.reference + run.reference,
                    )
                ]
                continue
        done.append(run)
    return done


def _weak(run: Run) -> bool:
    """Whether a common run is too little to keep two changes apart: grammar, or an ideograph."""
    if len(run.article) == 1 and len(run.article[0].text) == 1:
        return not run.article[0].text.isdigit()
    return len(run.article) <= 2 and not any(t.content for t in run.article)


def _figure(run: Run) -> bool:
    """Whether one atomic token is all that a side of the change holds."""
    return any(len(side) == 1 and side[0].atomic for side in (run.article, run.reference))


def _split(runs: Iterable[Run]) -> Iterable[Run]:
    """A replacement becomes what the reference has, then what the article has."""
    for run in runs:
        if run.change is not Change.ARTICLE:
            yield run
            continue
        if run.reference:
            yield Run(Change.REFERENCE, reference=run.reference)
        if run.article:
            yield Run(Change.ARTICLE, article=run.article)


def weight(tokens: Iterable[Token]) -> int:
    """How many of *tokens* carry content."""
    return sum(t.content for t in tokens)
