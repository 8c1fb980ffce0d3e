"""Rule ``attribution-verb-directive``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.words import Range
from transdiff.model import BlockKind, Segment
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement

_REACH = 8
"""Words from a verb to the *to* of what is to be done: *asked the people of the town to leave*."""
_PAIRED = 2
"""Content words that two sentences have in common at least to tell one thing."""


@rule(group="meaning", category="attribution_verb", severity="major")
def attribution_verb_directive(pair: Comparison) -> Iterator[Mark]:
    """Report an order told as a request, or advice told as an order.

    Whoever is asked, urged or advised to do something may refuse; whoever is ordered, obliged or
    instructed may not. Flagged where the article has the one and no word of the other, and every
    aligned reference the other and no word of the one, whoever is told in which voice.

    Flagged:
        reference: Teachers have been asked to report every case of lice.
        translation: Teachers have been [[ordered]] to report every case of lice.

        reference: The council advised tenants of the lower floors to move out.
        translation: Tenants of the lower floors were [[instructed]] by the council to move out.

        reference: The judge ordered the club to open its books.
        translation: The judge [[invited]] the club to open its books.

    Allowed:
        reference: Teachers have been asked to report every case of lice.
        translation: Teachers are requested to report all cases of lice.

        reference: The council ordered twelve buses and asked the maker to deliver them in May.
        translation: The council, which ordered twelve buses, wants to have them in May.

        reference: The judge ordered the club to open its books.
        translation: The club must open its books, the judge ruled.
    """
    if pair.segment.block.kind is BlockKind.HEADLINE:
        return
    near = [w for w in pair.witnesses if _tells_the_same(pair, w)]
    for one, other in (("binding", "free"), ("free", "binding")):
        here = _told(pair.reading, one)
        if here is None or _says([pair.segment], pair.lang, f"{other}-words") or not near:
            continue
        there = [_told(w.reading, other) for w in near]
        if any(at is None for at in there):
            continue
        if any(_says(w.around, w.lang, f"{one}-words") for w in pair.witnesses):
            continue
        if there[0] is not None:
            theirs = near[0].reading.span(*there[0])
            yield disagreement(pair, near[0], pair.reading.span(*here), theirs)
            return


def _told(reading: Reading, name: str) -> Range | None:
    """Return the first verb of the list *name* behind which *to* says what is to be done."""
    to = load_pack(reading.lang).words("directives", "to")
    for _, first, end in listed_phrases(reading.lang, "directives", name).all(reading.words):
        behind = range(end, min(len(reading.words), end + _REACH))
        clause = (k for k in behind if reading.clauses[k] == reading.clauses[first])
        if any(reading.words[k].fold in to for k in clause):
            return first, end
    return None


def _tells_the_same(pair: Comparison, witness: Witness) -> bool:
    pairing = pair.pairings[witness.key]
    paired = sum(pairing.forward[i] is not None for i in pairing.mine.content)
    return paired >= _PAIRED and not pairing.foreign


def _says(segments: Sequence[Segment], lang: str, name: str) -> bool:
    return any(any(listed_phrases(lang, "directives", name).all(s.facts.words)) for s in segments)
