"""Rule ``term-antonym``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.contrasts import contrary, has_contrasts, poles_of
from transdiff.language.reading import Reading
from transdiff.language.slots import Layout, Slot
from transdiff.rule import Mark, rule
from transdiff.rules.layouts import closest

_ROOM = 5
"""Words of a slot beyond which its two sides are no longer one for the other."""
_SCOPE = 5
"""Words before a word in which a negation may turn it round."""


@rule(group="wording", category="term", severity="major", residual=True)
def term_antonym(pair: Comparison) -> Iterator[Mark]:
    """Report a word where a closely matching reference has its opposite in the same place.

    *Safe* for *dangerous*, *arrived* for *departed*, *supporters* for *opponents*: the sentence
    stays fluent and says the contrary. The list of contraries is data
    (``transdiff/language/contrasts``). A negation on one side, or the word's own meaning elsewhere
    in the reference, explains the difference.

    Flagged:
        reference: The children were taken to a safe place near the border.
        translation: The children were taken to a [[dangerous]] place near the border.

        reference: The minister arrived in Lisbon for talks with union leaders on Monday.
        translation: The minister [[departed]] in Lisbon for talks with union leaders on Monday.

        reference: Opponents of the dam marched through the capital on Saturday.
        translation: [[Supporters]] of the dam marched through the capital on Saturday.

    Allowed:
        reference: The road over the pass is dangerous in winter, the police said.
        translation: The road over the pass is not safe in winter, the police said.

        reference: The minister arrived in Lisbon for talks with union leaders on Monday.
        translation: The minister came to Lisbon for talks with union leaders on Monday.

        reference: Prices rose in spring and fell in autumn, the office said.
        translation: Prices fell in autumn after they had risen in spring, the office said.
    """
    found = closest(pair)
    if found is None or not has_contrasts(pair.lang):
        return
    witness, layout = found
    text = pair.whole.story.document.text
    for slot in layout.slots:
        for i, j in _contrary(layout, slot):
            span, theirs = layout.mine.words[i].span, layout.theirs.words[j].span
            evidence = witness.evidence(theirs)
            message = f'article "{span.of(text)}" · {witness.key} "{evidence.quote}"'
            yield Mark(span, message, (evidence,))
            break


def _contrary(layout: Layout, slot: Slot) -> Iterator[tuple[int, int]]:
    if not (0 < len(slot.mine) <= _ROOM and 0 < len(slot.theirs) <= _ROOM):
        return
    forward, backward = layout.pairing.forward, layout.pairing.backward
    lang = layout.mine.lang
    for i in slot.mine:
        mine = poles_of(layout.mine.words[i], lang)
        if not mine or forward[i] is not None:
            continue
        for j in slot.theirs:
            theirs = poles_of(layout.theirs.words[j], lang)
            if backward[j] is not None or not contrary(mine, theirs):
                continue
            if _said(layout.theirs, mine) or _said(layout.mine, theirs):
                continue
            if _denied(layout.mine, i) == _denied(layout.theirs, j):
                yield i, j


def _said(reading: Reading, poles: frozenset[tuple[int, int]]) -> bool:
    """Whether a text has a word of the same poles."""
    return any(poles <= poles_of(w, reading.lang) for w in reading.words)


def _denied(reading: Reading, index: int) -> bool:
    """Whether an odd number of negations stands shortly before a word."""
    near = [c for c in reading.of_kind("negation") if index - _SCOPE <= c.first < index]
    return len(near) % 2 == 1
