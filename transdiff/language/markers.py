"""Find polarity, modality, condition, status and event words: what changes what is asserted.

The word lists are the pack's ``[negation]``, ``[hedges]``, ``[conditions]``, ``[status]``,
``[tense]`` and ``[events]``. A marker's ``scope`` is the clause it stands in, ``event`` the stem of
the content word it governs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from transdiff.facts import Marker, Span, WordKind
from transdiff.language.clauses import clause_numbers
from transdiff.language.content import is_content
from transdiff.language.cues import STRICT
from transdiff.language.gapped import gapped_markers
from transdiff.language.handled import marks_object
from transdiff.language.marker_phrases import KINDS, marker_phrases, separable_events
from transdiff.language.obliged import obliged
from transdiff.language.openings import (
    condition_by_form,
    conditions_behind,
    inverted_condition,
    is_asked,
    is_example,
    is_exception,
    is_left_open,
    is_measure,
    is_particle,
    is_reflexive,
    is_reported,
    leads_to_date,
)
from transdiff.language.passage import Passage
from transdiff.language.proceedings import ended_proceedings
from transdiff.language.verb_markers import (
    framed_hedges,
    inflected_hedges,
    particle_hedges,
    prefixed_denials,
)

_ENDED = "legal:0"
"""What the end of proceedings is, as an acquittal is."""
_AHEAD = ("status", "tense", "certainty")
"""What a modal verb says of what is to come, but not where it reports: *soll gekommen sein*."""


def find_markers(passage: Passage) -> tuple[Marker, ...]:
    """Return the markers of *passage* in order of position; kinds may overlap."""
    if passage.pack.generic:
        return ()
    bound = _Binding(passage)
    found = [*_of_phrases(passage, bound)]
    if inverted := inverted_condition(passage) or condition_by_form(passage):
        strict = is_reported(passage) or inverted.fold in passage.pack.words("events", "inverting")
        found.append(bound.marker("condition", "if" if strict else "soft", inverted.span, 0))
    known = {m.span.start for m in found if m.kind == "condition" and m.value != "soft"}
    for at in conditions_behind(passage, bound.clauses):
        if (span := passage.words[at].span).start not in known:
            found.append(bound.marker("condition", "if", span, at))
    for at in obliged(passage):
        found.append(bound.marker("status", "act:3", passage.words[at].span, at))
    framed = [*framed_hedges(passage)]
    told = {word.span for value, word in framed if value == "reported"}
    found = [m for m in found if not (m.span in told and m.kind in _AHEAD)]
    for value, word in (*inflected_hedges(passage), *framed, *particle_hedges(passage)):
        found.append(bound.marker("hedge", value, word.span))
    ended = [m.span for m in found if m.value == _ENDED]
    for span in ended_proceedings(passage):
        if not any(span.overlaps(known) for known in ended):
            found.append(bound.marker("status", _ENDED, span))
    denied = [m.span for m in found if m.kind == "negation"]
    found += [bound.marker("negation", "not", w.span) for w in prefixed_denials(passage, denied)]
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end, m.kind, m.value)))


class _Binding:
    """Binds the markers of a passage to their clauses and to what they govern."""

    def __init__(self, passage: Passage) -> None:
        self.words, self.lang = passage.words, passage.lang
        self.clauses = clause_numbers(passage.words, passage.lang)
        self.ends = [w.span.end for w in passage.words]

    def marker(self, kind: str, value: str, span: Span, last: int | None = None) -> Marker:
        """Return a marker bound to the clause of its last word, which ends *span* by default."""
        last = bisect_left(self.ends, span.end) if last is None else last
        own = self.clauses[last]
        first, end = bisect_left(self.clauses, own), bisect_right(self.clauses, own)
        scope = Span(self.words[first].span.start, self.words[end - 1].span.end)
        head = next((w for w in self.words[last + 1 : end] if is_content(w, self.lang)), None)
        return Marker(span, kind, value, scope, head.stem if head else "")


_WHOLE = frozenset({"negation", "events"})
"""Kinds of marker that the first part of a word with a hyphen is none of."""


def _of_phrases(passage: Passage, bound: _Binding) -> Iterator[Marker]:
    """Yield the markers that are phrases of the pack, where they mean what they say."""
    split = separable_events(passage)
    listed = marker_phrases(passage.pieces, passage.lang)
    plain = (m for m in listed if m[0] != "events" or m[2] not in split)
    for kind, value, first, end in (*split.values(), *plain, *gapped_markers(passage)):
        span = passage.span(passage.pieces[first].start, passage.pieces[end - 1].end)
        if kind == "events" and is_particle(passage, first, end):
            continue
        if kind in _WHOLE and value != "not" and _opens_word(passage, first, end):
            continue
        if kind == "events":
            yield from (Marker(span, "event", name) for name in value.split("|"))
        elif not _means_another(passage, kind, value, first, end):
            yield bound.marker(KINDS[kind], value, span)


def _opens_word(passage: Passage, first: int, end: int) -> bool:
    """Whether a phrase is but the first part of a word with a hyphen: *contre-expertise*."""
    at = passage.pieces[first].end
    return end == first + 1 and passage.text[at : at + 1] == "-"


def _means_another(passage: Passage, kind: str, value: str, first: int, end: int) -> bool:
    """Whether a phrase is another word of its spelling, or says something else where it stands."""
    if KINDS[kind] in _AHEAD and marks_object(passage.pieces, first, end, passage.pack):
        return True
    if kind == "hedges":
        return _names_month(passage, first)
    if kind == "opening":
        return is_exception(passage, end) or is_example(passage, first)
    return kind == "conditions" and (
        is_measure(passage.pieces, end, passage.lang)
        or is_reflexive(passage, first, end)
        or (value == "if" and is_asked(passage.lang, passage.pieces, first))
        or (value == "once" and leads_to_date(passage, end))
        or (value in STRICT and is_left_open(passage, first, end))
    )


def _names_month(passage: Passage, at: int) -> bool:
    """Whether a hedge is the month of its spelling: *the May inspection*, *May was wet*."""
    piece = passage.pieces[at]
    if piece.fold not in passage.pack.words("dates", "modal-months"):
        return False
    if at == 0:
        after = passage.pieces[1] if len(passage.pieces) > 1 else piece
        listed = passage.pack.words("dates", "after-months")
        return after.kind is WordKind.NUMBER or after.fold in listed
    return passage.text[piece.start].isupper() and not _opens_title(passage, at + 1)


def _opens_title(passage: Passage, at: int) -> bool:
    """Whether the word after has a capital too, as all have in some headlines."""
    return at < len(passage.pieces) and passage.text[passage.pieces[at].start].isupper()
