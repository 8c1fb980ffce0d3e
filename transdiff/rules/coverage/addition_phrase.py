"""Rule ``addition-phrase``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Word
from transdiff.language.listed import listed_phrases
from transdiff.language.reading import Reading
from transdiff.language.slots import Layout, Slot
from transdiff.language.synonyms import has_synonym
from transdiff.model import Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.reworded import hedged_alike
from transdiff.rules.layouts import closest, is_sentence, said_elsewhere
from transdiff.rules.modifiers import is_former, is_telling, is_weighty, tells_of_past
from transdiff.steps import PARALLEL

_ROOT = 4
"""Letters that words of one root share."""
_AROUND = 2
"""Words of the reference on either side of the place that are shown as evidence."""


@rule(group="coverage", category="addition", severity="minor", residual=True)
def addition_phrase(pair: Comparison, *, close: float = 0.6) -> Iterator[Mark]:
    """Report a modifier that changes the claim, added in the middle of a sentence.

    Where the article runs along a reference word by word and only it says *former*, *alleged*,
    *illegally* or *almost*, the reader gets a fact that nobody reported. The modifiers that count
    are data (``[coverage] weighty``) and a minor matter. In a text that keeps step with the
    reference, sentence for sentence, whatever describes counts, and is major; what only tells
    extent, degree, order or relation (``[coverage] light``) and any other added word is the
    translator's business.

    Flagged:
        reference: The minister met the head of the company in Vienna on Monday.
        translation: The minister [[secretly]] met the head of the company in Vienna on Monday.

        reference: Two members of the crew were questioned by prosecutors on Monday.
        translation: Two [[armed]] members of the crew were questioned by prosecutors on Monday.

        reference: The minister met the head of the company in Vienna on Monday.
        translation: The minister met the [[disastrous]] head of the company in Vienna on Monday.

    Allowed:
        reference: The mayor resigned on Monday after being placed under investigation for fraud.
        translation: The mayor resigned on Monday; he is being investigated for alleged fraud.

        reference: Sales of boats fell for the third month in a row in August.
        translation: Sales of boats fell in August for the third consecutive month.

        reference: The minister met the head of the company in Vienna on Monday.
        translation: The minister also met the head of the company in Vienna on Monday.

        reference: The speaker on domestic matters promised the members of the club an answer.
        translation: The interior speaker promised the members of the club an answer.

        reference: The minister held a secret meeting with the head of the company in Vienna.
        translation: The minister secretly met the head of the company in Vienna.
    """
    found = closest(pair)
    if found is None or found[1].closeness < close:
        return
    witness, layout = found
    in_step = pair.whole.in_step[witness.key] >= PARALLEL and is_sentence(layout.mine)
    for slot in layout.slots:
        added = layout.only_mine(slot)
        if slot.theirs or len(slot.mine) != 1 or not added:
            continue
        word = layout.mine.words[added[0]]
        if said_elsewhere(pair, witness, word.stem) or _past_told(word, layout.theirs):
            continue
        if hedged_alike(layout, added[0]):
            continue
        if in_step and is_telling(word, pair.lang) and not _rendered(word, layout):
            yield _mark(pair, witness, layout, slot, Severity.MAJOR)
        elif is_weighty(word, pair.lang):
            yield _mark(pair, witness, layout, slot)


def _past_told(word: Word, theirs: Reading) -> bool:
    """Whether *former* is what the reference says in other words: *who left last year*."""
    return is_former(word, theirs.lang) and tells_of_past(theirs.words, theirs.lang)


def _rendered(word: Word, layout: Layout) -> bool:
    """Whether the reference says the word in another way.

    It has a word of the same root (*force*, *forcefully*), a synonym, or another modifier that the
    article lacks, which may be the same one in other words: *domestic*, *interior*.
    """
    theirs, backward = layout.theirs, layout.pairing.backward
    root = word.fold.replace("-", "")[:_ROOT]
    return (
        any(w.fold.replace("-", "").startswith(root) for w in theirs.words)
        or has_synonym(word, theirs.words, theirs.lang)
        or _runs_on(word, theirs)
        or any(
            backward[j] is None and is_telling(theirs.words[j], theirs.lang) for j in theirs.content
        )
    )


def _runs_on(word: Word, theirs: Reading) -> bool:
    """Whether a word says how often in a row, as the reference does: *the third straight month*."""
    running = listed_phrases(theirs.lang, "numbers", "running")
    return running.match([word], 0) is not None and any(running.all(theirs.words))


def _mark(
    pair: Comparison,
    witness: Witness,
    layout: Layout,
    slot: Slot,
    severity: Severity | None = None,
) -> Mark:
    words = layout.theirs.words
    first, last = slot.theirs.start - _AROUND, slot.theirs.start + _AROUND
    nearest = layout.theirs.span(max(0, first), min(len(words), last))
    span = layout.mine.words[slot.mine[0]].span
    quote = span.of(pair.whole.story.document.text)
    message = f'"{quote}" is not in {witness.key}'
    return Mark(span, message, (witness.evidence(nearest, Role.NEAREST),), severity)
