"""Rebuttals: whoever a sentence speaks of says the contrary in the next one, denying nothing.

*She had written to the mayor and had received no reply. The mayor's office said it had answered.*
"""

from __future__ import annotations

from transdiff.facts import Attribution, Span
from transdiff.language.content import content_stems
from transdiff.language.contraries import gives_no_comment
from transdiff.language.listed import listed_places
from transdiff.language.pairing import pair_words
from transdiff.language.polarity import compare_polarity
from transdiff.language.reading import read
from transdiff.model import Segment
from transdiff.rules.statements import ANSWERS


def rebuttal(before: Segment, segment: Segment, lang: str) -> Span | None:
    """Return the words by which *segment* answers what *before* says of its speaker.

    The speaker must be named there, as one that others speak of, and what is said there must be a
    charge or be turned round.
    """
    told = [a for a in segment.facts.attributions if a.source_span and a.stance not in ANSWERS]
    if len(told) != 1 or not _is_spoken_of(told[0], before, segment, lang):
        return None
    mine, theirs = read([segment.facts], lang), read([before.facts], lang)
    if gives_no_comment(mine):
        return None
    charged = listed_places(before.facts.words, lang, "coverage", "charges")
    flips = compare_polarity(pair_words(mine, theirs)).flips
    turned = [mine.span(*flip.mine) for flip in flips if flip.sure]
    if turned or charged:
        return turned[0] if turned else told[0].span
    return None


def _is_spoken_of(told: Attribution, before: Segment, segment: Segment, lang: str) -> bool:
    """Whether all words for the source stand in *before*, outside the words for its own sources."""
    source = told.source_span
    assert source is not None
    named = content_stems(tuple(w for w in segment.facts.words if source.overlaps(w.span)), lang)
    sources = [a.source_span for a in before.facts.attributions if a.source_span]
    others = (w for w in before.facts.words if not any(s.overlaps(w.span) for s in sources))
    return bool(named) and bool(named & content_stems(tuple(others), lang))
