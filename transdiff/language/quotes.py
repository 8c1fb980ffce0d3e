"""Find quotations: any marks, any nesting, over paragraphs and segments.

One pass over the quotation marks of each paragraph keeps a stack of those that are open. What an
ambiguous mark does (``"``, ``'``, ``’``, ``“``) follows from what is open and from the characters
around it. Only the outermost quotation is a fact; what it quotes in turn is part of it. A quotation
of several paragraphs, each of which opens the marks again, is one quotation for each paragraph.
Who speaks is bound later (:mod:`transdiff.language.speakers`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import regex

from transdiff.facts import Quotation, Span
from transdiff.language.asides import spoken
from transdiff.language.pack import Pack
from transdiff.model import BlockKind, Document, Segment

_MARK = regex.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛「」『』﹁﹂＂']")
_CLOSERS = {
    "“": '”“"',
    "‟": "”",
    "„": '“”"',
    "”": "”",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’'",
    "‚": "‘’'",
    "‛": "’",
    "「": "」",
    "『": "』",
    "﹁": "﹂",
    '"': '"”＂',
    "＂": '＂"',
    "'": "'’",
    "``": "''\"",
    "''": "''",
}
_SINGLE = frozenset("‘‚‛'")
_APOSTROPHES = frozenset("'’")
_LONGEST = 4000
"""Code points after which a mark that was never closed no longer opens anything."""
_DEEPEST = 6
"""Quotations within quotations."""
_OPENING_BEFORE = frozenset("([{—–-/:")
_WORD = regex.compile(r"[\p{Han}]|(?:(?!\p{Han})[\p{L}\p{M}\p{N}'’-])+")
_SHORT = {"zh": 4, "ja": 5, "vi": 4}
"""Tokens up to which a quotation may be a mere label; two in languages not listed."""
_TITLE = 6
"""Words up to which a quotation in capitals is the name of a ship, a film, an operation."""


def find_quotations(
    document: Document, segments: Sequence[Segment], pack: Pack
) -> tuple[tuple[Quotation, ...], ...]:
    """Return for each segment the quotations that touch it; one may run over several segments."""
    found: list[list[Quotation]] = [[] for _ in segments]
    starts = [s.span.start for s in segments]
    ends = [s.span.end for s in segments]
    quoted = (part for whole in quoted_spans(document) for part in _parts(document, whole, pack))
    for span in quoted:
        text = span.of(document.text)
        quotation = Quotation(span, text, scare=_is_label(text, pack.lang))
        for i in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
            found[i].append(quotation)
    return tuple(map(tuple, found))


def _parts(document: Document, span: Span, pack: Pack) -> Iterator[Span]:
    """Yield what is quoted between two marks, without who speaks, which may be told inside them."""
    return _trimmed(document.text, list(spoken(document.text, span, pack)))


def quoted_spans(document: Document) -> tuple[Span, ...]:
    """Return what stands inside the outermost quotation marks of *document*, in order."""
    if document.sentences:
        return tuple(_in_sentences(document))
    blocks = [b.span for b in document.blocks if b.kind is not BlockKind.RESIDUE]
    found: list[Span] = []
    for n, block in enumerate(blocks):
        closed, left_open = _scan(document.text, block)
        found += closed
        after = blocks[n + 1].of(document.text) if n + 1 < len(blocks) else ""
        if left_open and after.startswith(_reopeners(document.text[left_open.start - 1])):
            found.append(left_open)
    return tuple(_trimmed(document.text, found))


def _in_sentences(document: Document) -> Iterator[Span]:
    """Sentences given one by one may open a quotation in one and close it in another."""
    whole = Span(0, len(document.text))
    closed, left_open = _scan(document.text, whole)
    if left_open:
        end = next(s.end for s in document.sentences if s.end >= left_open.start)
        closed.append(Span(left_open.start, end))
    yield from _trimmed(document.text, closed)


def _reopeners(mark: str) -> tuple[str, ...]:
    """The marks by which a next paragraph goes on with a quotation that *mark* opened."""
    return {"«": ("«", "»"), "„": ("„", "“"), "“": ("“",)}.get(mark, (mark,))


def _trimmed(text: str, spans: list[Span]) -> Iterator[Span]:
    for span in spans:
        inside = span.of(text)
        lead = len(inside) - len(inside.lstrip())
        if inside.strip():
            yield Span(span.start + lead, span.start + lead + len(inside.strip()))


def _scan(text: str, within: Span) -> tuple[list[Span], Span | None]:
    """Return the closed quotations of *within*, and the one that is left open at its end."""
    closed: list[Span] = []
    stack: list[tuple[str, int]] = []
    last_single = _last_single(text, within)
    for match in _MARK.finditer(text, within.start, within.end):
        mark, at = match[0], match.start()
        while stack and (at - stack[0][1] > _LONGEST or len(stack) > _DEEPEST):
            stack.pop(0)
        before = text[at - 1] if at > within.start else " "
        after = text[match.end()] if match.end() < within.end else " "
        if mark in _APOSTROPHES and _is_apostrophe(mark, before, after, stack, at < last_single):
            continue
        opening = _can_open_here(before, after)
        depth = _closes(stack, mark, opening)
        if depth is not None:
            if depth == 0:
                closed.append(Span(stack[0][1], at))
            del stack[depth:]
        elif mark in _CLOSERS and _opens(mark, before, after, opening, at, last_single):
            if stack and stack[-1][0] == mark == '"':
                stack.pop()
            stack.append((mark, match.end()))
    return closed, Span(stack[0][1], within.end) if stack else None


def _last_single(text: str, within: Span) -> int:
    """Where the last apostrophe of *within* stands that could close a quotation, or -1."""
    at = within.end
    while (at := max(text.rfind("'", within.start, at), text.rfind("’", within.start, at))) >= 0:
        if at + 1 >= within.end or not text[at + 1].isalnum():
            return at
    return -1


def _is_apostrophe(
    mark: str, before: str, after: str, stack: list[tuple[str, int]], another: bool
) -> bool:
    """Whether ``'`` or ``’`` is part of a word: *don't*, *the workers’ union*, *’90s*."""
    if before.isalnum() and after.isalnum():
        return True
    inside = any(mark in _SINGLE for mark, _ in stack)
    if before.isalnum():
        return not inside or (before in "sS" and after == " " and another)
    if mark == "’":
        return not inside or after.isalnum()
    return False


def _can_open_here(before: str, after: str) -> bool:
    """Whether white space or an opening mark stands before, and something follows."""
    free = before.isspace() or before in _OPENING_BEFORE or before in _CLOSERS
    return free and not after.isspace() and after not in ",.;:!?)"


def _closes(stack: list[tuple[str, int]], mark: str, opening: bool) -> int | None:
    """Return the depth of the open mark that *mark* closes, None where it closes none."""
    for depth in range(len(stack) - 1, -1, -1):
        opener = stack[depth][0]
        if mark in ("''", "``"):
            fits = opener in ("``", "''") and mark == "''"
        else:
            fits = mark in _CLOSERS[opener]
        if fits and not (opening and mark in ("“", '"') and opener in ("“", '"')):
            return depth
    return None


def _opens(mark: str, before: str, after: str, opening: bool, at: int, last_single: int) -> bool:
    """Whether *mark*, which closes nothing, opens a quotation."""
    if after.isspace() and mark not in "«„“":
        return False
    if mark == '"':
        return not before.isdigit()
    if mark in ("'", "‘"):
        return (opening or mark == "‘") and at < last_single
    if mark in ("”", "»", "›", "''"):
        return opening
    return True


def _is_label(text: str, lang: str) -> bool:
    """Whether a quoted word or two are a label rather than speech."""
    words = [m[0] for _, m in zip(range(_TITLE + 1), _WORD.finditer(text), strict=False)]
    capitals = [w for w in words if w[0].isupper() and len(w) > 3]
    if len(words) <= _TITLE and len(capitals) > 1:
        return all(w[0].isupper() or len(w) <= 3 for w in words)
    return text[-1] not in ".!?…,。！？，" and len(words) <= _SHORT.get(lang, 2)
