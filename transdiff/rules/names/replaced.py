"""Marks for a name that stands where every reference has another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.reading import Reading
from transdiff.rule import Mark
from transdiff.rules.names.slots import strangers
from transdiff.rules.names.stranger import Stranger


def replaced(pair: Comparison, fits: Callable[[Stranger], bool]) -> Iterator[Mark]:
    """Yield a mark for each name that was put for another one, where *fits* says so."""
    for stranger in pair.once(strangers):
        if stranger.near or not fits(stranger):
            continue
        mine, theirs = stranger.mine, stranger.theirs
        noun = nouns_have_capitals(pair.lang) and not mine.sure
        if noun and (not theirs.sure or _is_word(pair.reading, mine.span)):
            continue  # Mäßigung, Zurückhaltung
        value = theirs.concept or theirs.skeleton
        evidence = pair.whole.reference_evidence(stranger.key, theirs.span, value=value)
        yield Mark.against(pair.evidence(mine.span), evidence)


def _is_word(reading: Reading, span: Span) -> bool:
    """Whether a glossary knows each word of a name, so that it is none."""
    return all(reading.meanings[i] for i in reading.inside(span))
