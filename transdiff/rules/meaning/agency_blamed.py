"""Rule ``agency-blamed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Span, Word
from transdiff.language.listed import listed_phrases
from transdiff.language.synonyms import has_synonym
from transdiff.model import BlockKind, Role
from transdiff.rule import Mark, rule

_ROOT = 5
"""Letters by which a deed and who does it are known: *sabotage*, *saboteur*."""


@rule(group="meaning", category="agency", severity="major", residual=True)
def agency_blamed(pair: Comparison) -> Iterator[Mark]:
    """Report a culprit whom no reference knows: arsonists for a short circuit.

    Vandals, hackers, saboteurs, thieves: who is named so is blamed for what happened. Flagged where
    the article has such a word and no reference has any of them, nor a synonym, anywhere.

    Flagged:
        reference: A short circuit caused the fire, investigators said.
        translation: [[Arsonists]] caused the fire, investigators said.

        reference: The pipeline was damaged by a landslide on Monday.
        translation: The pipeline was damaged by [[saboteurs]] on Monday.

    Allowed:
        reference: A court sent home a man accused of having shot dead a beekeeper in 2021.
        translation: The court sent home the alleged killer of a beekeeper shot in 2021.

        reference: Thieves took three paintings from the museum.
        translation: Burglars took three paintings from the museum.

        reference: A cyberattack shut down the port, the operator said.
        translation: The port was shut down by a cyberattack, the operator said.

        reference: The pipeline was sabotaged on Monday, the operator said.
        translation: Saboteurs damaged the pipeline on Monday, the operator said.
    """
    if not pair.witnesses or any(w.lang != pair.lang for w in pair.witnesses):
        return
    if pair.segment.block.kind is BlockKind.HEADLINE:
        return
    words = pair.segment.facts.words
    culprits = listed_phrases(pair.lang, "coverage", "culprits")
    for _, first, end in culprits.all(words):
        if _known(pair, words[first]) or _quoted(pair, words[first]):
            continue
        best = max(pair.witnesses, key=lambda w: w.similarity)
        nearest = Span(best.segments[0].span.start, best.segments[-1].span.end)
        span = Span(words[first].span.start, words[end - 1].span.end)
        quote = span.of(pair.whole.story.document.text)
        evidence = best.evidence(nearest, Role.NEAREST)
        yield Mark(span, f'no reference speaks of "{quote}"', (evidence,))
        return


def _known(pair: Comparison, word: Word) -> bool:
    """Whether a reference has the word, its root, a synonym or any other culprit."""
    root = word.stem[:_ROOT]
    if any(stem.startswith(root) for stem in pair.whole.stems_of_references):
        return True
    culprits = listed_phrases(pair.lang, "coverage", "culprits")
    theirs = [
        w
        for story in pair.whole.references.values()
        for segment in story.segments
        for w in segment.facts.words
    ]
    if any(culprits.all(theirs)) or has_synonym(word, theirs, pair.lang):
        return True
    return _is_charged(pair, word)


def _is_charged(pair: Comparison, word: Word) -> bool:
    """Whether a reference charges somebody with the deed: *the alleged killer*, *of shooting dead*.

    That somebody was killed blames nobody yet.
    """
    own = pair.segment.facts.markers
    deeds = {m.value for m in own if m.kind == "event" and m.span == word.span}
    for story in pair.whole.references.values():
        for markers in (segment.facts.markers for segment in story.segments):
            told = {m.value for m in markers if m.kind == "event"}
            charged = "charge" in told or any(m.kind == "accusing" for m in markers)
            if charged and not deeds.isdisjoint(told):
                return True
    return False


def _quoted(pair: Comparison, word: Word) -> bool:
    return any(q.span.contains(word.span) for q in pair.segment.facts.quotations)
