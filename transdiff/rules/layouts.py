"""How closely a sentence runs along its witnesses, computed once for all rules that ask."""

from __future__ import annotations

from transdiff.comparison import Comparison, Witness
from transdiff.language.reading import Reading
from transdiff.language.slots import Layout

CLOSE = 0.5
"""Share of common content words from which two texts are renderings of one sentence."""
_WORDS = 1.6
"""Times as many words as the other side that a rendering may have."""
_STOPS = frozenset(".!?…")


def closest(pair: Comparison) -> tuple[Witness, Layout] | None:
    """Return the witness that the sentence follows most closely, None for free rewriting.

    Only a witness in the same language that says about as much can be followed word by word.
    """
    return pair.once(_closest)


def _closest(pair: Comparison) -> tuple[Witness, Layout] | None:
    found: list[tuple[float, Witness, Layout]] = []
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        sizes = sorted((len(pairing.mine.words), len(pairing.theirs.words)))
        if witness.lang != pair.lang or sizes[1] > _WORDS * sizes[0] + 2:
            continue
        layout = Layout(pairing)
        if layout.closeness >= CLOSE:
            found.append((layout.closeness, witness, layout))
    if not found:
        return None
    _, witness, layout = max(found, key=lambda entry: entry[0])
    return witness, layout


def is_sentence(reading: Reading) -> bool:
    """Whether a text ends as sentences do, and headlines do not."""
    return any(word.text in _STOPS for word in reading.words[-2:])


def said_elsewhere(pair: Comparison, witness: Witness, stem: str) -> bool:
    """Whether another witness, or the text around the linked sentences, has the word."""
    texts = [s for w in pair.witnesses for s in w.around]
    texts = [s for s in texts if s not in witness.segments]
    return any(word.stem == stem for segment in texts for word in segment.facts.words)
