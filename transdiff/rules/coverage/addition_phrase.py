"""Rule ``addition-phrase``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.slots import Layout, Slot
from transdiff.model import Role
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.modifiers import is_weighty
from transdiff.rules.layouts import closest, said_elsewhere

_AROUND = 2
"""Words of the reference on either side of the place that are shown as evidence."""


@rule(group="coverage", category="addition", severity="minor", residual=True)
def addition_phrase(pair: Comparison, *, close: float = 0.6) -> Iterator[Mark]:
    """Report a modifier that changes the claim, added in the middle of a sentence.

    Where the article runs along a reference word by word and only it says *former*, *alleged*,
    *illegally* or *almost*, the reader gets a fact that nobody reported. The modifiers that count
    are data (``[coverage] weighty``); any other added word is the translator's business.

    Flagged:
        reference: The minister met the head of the company in Vienna on Monday.
        translation: The minister [[secretly]] met the head of the company in Vienna on Monday.

        reference: Two members of the crew were questioned by prosecutors on Monday.
        translation: Two [[armed]] members of the crew were questioned by prosecutors on Monday.

    Allowed:
        reference: The minister met the head of the company in Vienna on Monday.
        translation: The minister also met the head of the company in Vienna on Monday.

        reference: The minister held a secret meeting with the head of the company in Vienna.
        translation: The minister secretly met the head of the company in Vienna.
    """
    found = closest(pair)
    if found is None or found[1].closeness < close:
        return
    witness, layout = found
    for slot in layout.slots:
        added = layout.only_mine(slot)
        if slot.theirs or len(slot.mine) != 1 or not added:
            continue
        word = layout.mine.words[added[0]]
        if is_weighty(word, pair.lang) and not said_elsewhere(pair, witness, word.stem):
            yield _mark(pair, witness, layout, slot)


def _mark(pair: Comparison, witness: Witness, layout: Layout, slot: Slot) -> Mark:
    words = layout.theirs.words
    first, last = slot.theirs.start - _AROUND, slot.theirs.start + _AROUND
    nearest = layout.theirs.span(max(0, first), min(len(words), last))
    span = layout.mine.words[slot.mine[0]].span
    quote = span.of(pair.whole.story.document.text)
    message = f'"{quote}" is not in {witness.key}'
    return Mark(span, message, (witness.evidence(nearest, Role.NEAREST),))
