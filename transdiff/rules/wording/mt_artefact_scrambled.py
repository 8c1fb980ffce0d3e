"""Rule ``mt-artefact-scrambled``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Span
from transdiff.language.slots import Layout
from transdiff.model import Role
from transdiff.rule import Mark, rule
from transdiff.rules.layouts import closest

_FEWEST = 4
"""Content words of both texts below which order says nothing."""


@rule(group="wording", category="mt_artefact", severity="major")
def mt_artefact_scrambled(pair: Comparison, *, together: float = 0.38) -> Iterator[Mark]:
    """Report a sentence with the words of the reference in no order at all.

    However a translator rearranges a sentence, most words keep a neighbour: *the old bridge* stays
    *the old bridge* wherever it moves. Reported is a sentence that has the words of a reference but
    of whose words at most the share *together* stand beside a word that they stand near there.

    Flagged:
        reference: The company has opened a second plant near the harbour in Gdansk this year.
        translation: [[Plant year the this near has Gdansk in company second harbour opened a the.]]

    Allowed:
        reference: The company has opened a second plant near the harbour in Gdansk this year.
        translation: Near the harbour in Gdansk, a second plant has this year been opened by the company.

        reference: Prices fell in March, the office said on Friday.
        translation: On Friday, the office said prices fell in March.
    """  # noqa: E501
    found = closest(pair)
    if found is None:
        return
    witness, layout = found
    if _beside(layout) <= together:
        first, last = witness.segments[0].span, witness.segments[-1].span
        evidence = witness.evidence(Span(first.start, last.end), Role.NEAREST)
        yield Mark(pair.segment.span, f"the words of {witness.key} in another order", (evidence,))


def _beside(layout: Layout) -> float:
    """The share of the article's words that have a neighbour from near their own place.

    Grammar words count with whatever follows them; a text with too few words in common is sound.
    """
    forward = layout.pairing.forward
    shared = [i for i in layout.mine.content if forward[i] is not None]
    if len(shared) < _FEWEST:
        return 1.0
    mine = [w.stem for w in layout.mine.words]
    theirs = [w.stem for w in layout.theirs.words]
    near = {pair for d in (1, 2) for pair in zip(theirs, theirs[d:], strict=False)}
    pairs = list(zip(mine, mine[1:], strict=False))
    known = set(theirs)
    told = [pair for pair in pairs if pair[0] in known and pair[1] in known]
    if len(told) <= _FEWEST:
        return 1.0
    return sum(pair in near for pair in told) / len(told)
