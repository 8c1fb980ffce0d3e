"""Quoted words, one or two, behind which the quotation turns: *"tired"* of *"tired, not angry"*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span, Word, WordKind
from transdiff.language.content import is_content
from transdiff.model import Role, Severity
from transdiff.rule import Mark
from transdiff.rules.quotes.quote_turns import LEAST, cut_mark, turning_phrases
from transdiff.rules.quotes.utterances import spoken


def cut_fragments(pair: Comparison) -> Iterator[Mark]:
    """Mark a quoted word or two behind which the linked quotation turns: *"tired, not angry"*."""
    for quotation in pair.segment.facts.quotations:
        words = spoken(quotation, pair.segment)
        places = [p for w in pair.witnesses if w.lang == pair.lang for p in _places(w, words)]
        if not 0 < len(words) < LEAST or not any(is_content(w, pair.lang) for w in words):
            continue
        turns = [turning_phrases(pair.lang).match(there, at) is not None for _, there, at in places]
        if places and all(turns):
            witness, there, at = places[0]
            rest = [w for w in there[at:] if w.kind is not WordKind.PUNCT]
            around = [w.stem for s in pair.around for w in s.facts.words]
            told = {w.stem for w in rest if is_content(w, pair.lang)}
            if told & set(around):
                continue
            missing = Span(rest[0].span.start, rest[-1].span.end)
            shown = witness.evidence(missing, Role.MISSING)
            yield cut_mark(words[-1].span, shown, Severity.MAJOR)


def _places(
    witness: Witness, words: Sequence[Word]
) -> Iterator[tuple[Witness, tuple[Word, ...], int]]:
    """Yield each linked quotation that has *words* in a row, with where it goes on."""
    folds = [w.fold for w in words]
    for segment in witness.segments:
        for quotation in segment.facts.quotations:
            there = spoken(quotation, segment)
            for at in range(len(there) - len(folds) + 1 if folds else 0):
                if [w.fold for w in there[at : at + len(folds)]] == folds:
                    yield witness, there, at + len(folds)
