"""Rule ``mt-artefact-scrambled``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.holes import holes
from transdiff.language.shapes import strange_places
from transdiff.language.slots import Layout
from transdiff.model import Role
from transdiff.rule import Mark, rule
from transdiff.rules.layouts import closest
from transdiff.steps import FREE

_WHOLE = 0.65
"""Share of the article's content words that the reference has too: else it is rewritten."""
_RUN = 4
"""Words in a row as in the reference that no scrambling leaves standing."""
_FEWEST = 4
"""Content words of both texts below which order says nothing."""

_SAME_WORDS = 0.75
"""Closeness from which two texts have nearly the same words."""
_STRANGE = 0.2
"""Log odds against each pair of neighbours, on average, from which no sentence is sound."""


@rule(group="wording", category="mt_artefact", severity="major")
def mt_artefact_scrambled(pair: Comparison, *, together: float = 0.36) -> Iterator[Mark]:
    """Report a sentence with the words of the reference in no order at all.

    However a translator rearranges a sentence, most words keep a neighbour: *the old bridge* stays
    *the old bridge* wherever it moves. Reported is a sentence that has the words of a reference but
    of whose words at most the share *together* stand beside a word that they stand near there,
    where words meet as no neighbours can (*of the in*). Text given as bare sentences is held to
    more: there nearly the same words are enough, if many meet that seldom are neighbours.

    Flagged:
        reference: The company has opened a second plant near the harbour in Gdansk this year.
        translation: [[Plant year the this near has Gdansk in company second harbour opened a the.]]

    Allowed:
        reference: The company has opened a second plant near the harbour in Gdansk this year.
        translation: Near the harbour in Gdansk, a second plant has this year been opened by the company.

        reference: "We will ask why the gates stayed open," Lund said, adding that help came too late.
        translation: Lund said the help had come too late and promised to ask questions.

        reference: Zambia, the 2012 champions who are unbeaten in two years, next play Egypt or Mali, who meet on Saturday.
        translation: Zambia, champions in 2012, will face the winners of Saturday's match between Egypt and Mali.

        reference: Prices fell in March, the office said on Friday.
        translation: On Friday, the office said prices fell in March.
    """  # noqa: E501
    found = closest(pair)
    if found is None:
        return
    witness, layout = found
    if pair.whole.in_step[witness.key] < FREE:
        return
    bare = bool(pair.whole.story.document.sentences)
    same = bare and layout.closeness >= _SAME_WORDS and _is_strange(layout)
    unsound = same or bool(holes(layout.mine.words, pair.lang))
    if unsound and _beside(layout) <= together:
        first, last = witness.segments[0].span, witness.segments[-1].span
        evidence = witness.evidence(Span(first.start, last.end), Role.NEAREST)
        yield Mark(pair.segment.span, f"the words of {witness.key} in another order", (evidence,))


def _is_strange(layout: Layout) -> bool:
    """Whether many words meet that seldom are neighbours, and are none in the reference."""
    places = strange_places(layout.mine.words, layout.theirs.words, layout.mine.lang)
    return places is None or sum(places) >= _STRANGE * len(places)


def _beside(layout: Layout) -> float:
    """The share of the article's words that have a neighbour from near their own place.

    Grammar words count with whatever follows them; a text with too few words in common is sound.
    """
    forward = layout.pairing.forward
    shared = [i for i in layout.mine.content if forward[i] is not None]
    if len(shared) < max(_FEWEST, _WHOLE * len(layout.mine.content)):
        return 1.0
    mine = [w.stem for w in layout.mine.words]
    theirs = [w.stem for w in layout.theirs.words]
    if not _runs(mine).isdisjoint(_runs(theirs)):
        return 1.0
    known = set(theirs)
    told = [pair for pair in pairwise(mine) if pair[0] in known and pair[1] in known]
    if len(told) <= _FEWEST:
        return 1.0
    near = {pair for d in (1, 2) for pair in zip(theirs, theirs[d:], strict=False)}
    return sum(pair in near for pair in told) / len(told)


def _runs(stems: list[str]) -> set[tuple[str, ...]]:
    return set(zip(*(stems[i:] for i in range(_RUN)), strict=False))
