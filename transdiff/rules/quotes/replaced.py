"""Short quotations in the place of another one: not a word of the one is said in the other.

Two translations of one utterance have other words, but hardly all of them, and no synonym either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Quotation, Span, Word
from transdiff.language.content import content_words
from transdiff.language.synonyms import groups_of
from transdiff.model import Segment
from transdiff.rules.quotes.utterances import quotes_anything, spoken

_MOST = 6
"""Content words of a short quotation."""
_LONGER = 2
"""How much longer than the other one a quotation in its place may be."""


def replaced(pair: Comparison) -> Iterator[tuple[Span, Witness, Span]]:
    """Yield the short quotations that stand for others, each with the one that a reference has.

    Only where every linked text is in the language of the article, and all of them quote.
    """
    witnesses = pair.witnesses
    if not pair.segment.facts.quotations or pair.whole.story.document.sentences:
        return  # of two translations, one sentence each, all quotations differ
    if not witnesses or any(w.lang != pair.lang or not quotes_anything(w) for w in witnesses):
        return
    heard = [w for x in witnesses for s in x.around for w in s.facts.words]
    said = pair.segment.facts.words
    for quotation in pair.segment.facts.quotations:
        own = _content(quotation, pair.segment, pair.lang)
        if not 1 <= len(own) <= _MOST or _is_name(quotation, pair.segment):
            continue
        if _meet(own, heard, pair.lang):
            continue
        for witness in witnesses:
            other = _instead(witness, said, len(own))
            if other is not None:
                yield quotation.span, witness, other.span
                break


def _content(quotation: Quotation, segment: Segment, lang: str) -> Sequence[Word]:
    return content_words(spoken(quotation, segment), lang)


def _is_name(quotation: Quotation, segment: Segment) -> bool:
    """Whether the marks hold the name of something, or a nickname."""
    return any(n.span.overlaps(quotation.span) for n in segment.facts.names)


def _instead(witness: Witness, said: Sequence[Word], size: int) -> Quotation | None:
    """Return a quotation of about *size* words of which the article sentence says nothing."""
    for segment in witness.segments:
        for quotation in segment.facts.quotations:
            theirs = _content(quotation, segment, witness.lang)
            short = 1 <= len(theirs) <= _MOST and len(theirs) <= _LONGER * size + 1
            if short and not _meet(theirs, said, witness.lang):
                return quotation
    return None


def _meet(words: Sequence[Word], others: Sequence[Word], lang: str) -> bool:
    """Whether one of *words*, or a synonym of it, is among *others*."""
    stems = {w.stem for w in others}
    groups = {n for w in others for n in groups_of(w.fold, w.stem, lang)}
    return any(
        w.stem in stems or not groups.isdisjoint(groups_of(w.fold, w.stem, lang)) for w in words
    )
