"""Names of the article that no reference knows, and the names that stand where they stand.

A name is known if any reference has its words anywhere, in any spelling policy, or its concept.
For an unknown one the linked text is searched for a counterpart: a name that the article lacks,
spelled nearly alike, or standing between the same words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name, Span
from transdiff.language.names import only_heads
from transdiff.language.reading import Pairing
from transdiff.language.romanise import romanise
from transdiff.language.words import fold_word, stem_word
from transdiff.rules.names.known import is_known, names_of, wholly_unknown, words_of

_UNCASED = frozenset({"zh", "ja", "ar"})
_LEAST = 4
"""Letters of a word below which two spellings cannot be told apart."""
_ALIKE = 0.4
"""Share of common words from which a name missing on either side is one for the other."""
_CLOSELY = 0.6
"""Share of common words from which the names may also be of different kinds, or one no name."""
_ENDINGS = ("s", "ing", "ly", "ed", "ion", "ity", "ment", "ness", "ce")
"""Endings of ordinary words that open an English sentence without an article."""
_VERBS = frozenset(
    {
        "is", "was", "has", "had", "will", "would", "can", "could", "may", "might", "must", "did",
        "does", "said", "says", "also", "told", "won", "lost", "won't", "wasn't", "hasn't", "came",
        "went", "took", "gave", "made", "began", "held", "became", "left", "met", "wrote", "spoke",
    }
)  # fmt: skip
_PLACES = ("country.", "place.")


class Stranger(NamedTuple):
    """An unknown name of the article and its counterpart in one reference."""

    mine: Name
    theirs: Name
    key: str
    near: bool
    """Whether the two are spelled nearly alike."""


def strangers(pair: Comparison) -> tuple[Stranger, ...]:
    """Return the sentence's names that no reference knows, each with its counterpart."""
    return tuple(_strangers(pair))


def _strangers(pair: Comparison) -> Iterator[Stranger]:
    known = pair.whole.said_by_references
    used: set[tuple[str, Span]] = set()
    for mine in names_of(pair.segment.facts.names, pair.segment.facts.terms, pair.lang):
        if _too_short(mine) or is_known(mine, known, pair.lang) or _ordinary(pair, mine):
            continue
        found = (
            _near(pair, mine)
            or _in_place(pair, mine)
            or _instead(pair, mine)
            or _for_words(pair, mine)
        )
        if found and (found.key, found.theirs.span) not in used:
            used.add((found.key, found.theirs.span))
            yield found


def _too_short(name: Name) -> bool:
    return not name.concept and len(name.text) < _LEAST and not name.text.isupper()


def _ordinary(pair: Comparison, name: Name) -> bool:
    """Whether the capital may only open a sentence, or the article writes the word small too."""
    if name.concept:
        return False
    if only_heads(name, pair.lang):
        return True
    if name.sure or (pair.lang == "de" and name.kind == "person"):
        return False
    ordinary = name.text.casefold().endswith(_ENDINGS) or not _before_verb(pair, name)
    return ordinary or not _opens_like_a_name(pair, name)


def _before_verb(pair: Comparison, name: Name) -> bool:
    """Whether the word after the name is plainly a verb, as far as English shows it."""
    after = [w for w in pair.segment.facts.words if w.span.start > name.span.start]
    return bool(after) and (after[0].fold in _VERBS or after[0].fold.endswith("ed"))


def _opens_like_a_name(pair: Comparison, name: Name) -> bool:
    """Whether a linked sentence opens with another single capital where this one does."""
    for witness in pair.witnesses:
        for segment in witness.segments:
            for theirs in segment.facts.names:
                opens = theirs.span.start - segment.span.start <= 1
                if opens and not theirs.text.casefold().endswith(_ENDINGS):
                    return theirs.sure or pair.lang == witness.lang == "en"
    return False


def _near(pair: Comparison, mine: Name) -> Stranger | None:
    """A name of the linked text that is spelled nearly like *mine*."""
    if mine.concept:
        return None
    for witness in pair.witnesses:
        if witness.lang in _UNCASED:
            continue
        for segment in witness.around:
            for theirs in segment.facts.names:
                if not theirs.concept and resembles(mine, theirs, pair.lang, witness.lang):
                    return Stranger(mine, theirs, witness.key, True)
    return None


def resembles(mine: Name, theirs: Name, my_lang: str, their_lang: str) -> bool:
    """Whether every word of *mine* is, or is nearly, a word of *theirs*."""
    words = [w for w in words_of(mine.text) if len(w) > 1]
    others = words_of(theirs.text)
    return bool(words) and all(
        any(_alike(a, b, my_lang, their_lang) for b in others) for a in words
    )


def _alike(a: str, b: str, a_lang: str, b_lang: str) -> bool:
    if a_lang == b_lang:
        a, b = stem_word(fold_word(a), a_lang), stem_word(fold_word(b), b_lang)
    one, two = romanise(a, a_lang), romanise(b, b_lang)
    if one == two:
        return True
    longest = max(len(one), len(two))
    if min(len(one), len(two)) < _LEAST:
        return False
    return OSA.distance(one, two, score_cutoff=3) <= (1 if longest < 6 else 2)


def _in_place(pair: Comparison, mine: Name) -> Stranger | None:
    """A name that the article lacks, between the same words of the linked text as *mine*."""
    here = pair.whole.said_here
    for witness in pair.witnesses:
        slot = _slot(pair.pairings[witness.key], mine.span)
        if slot is None:
            continue
        for theirs in _names_in(witness, slot):
            fits = bool(mine.concept) == bool(theirs.concept) or pair.lang == witness.lang
            if not fits or is_known(theirs, here, witness.lang):
                continue
            org = "org" in (mine.kind, theirs.kind)  # its name may be a description
            shared = set(mine.parts) & set(theirs.parts) and not org
            if shared or wholly_unknown(mine, pair.whole.said_by_references, pair.lang):
                return Stranger(mine, theirs, witness.key, False)
    return None


def _instead(pair: Comparison, mine: Name) -> Stranger | None:
    """A name of the same kind that the linked text has and the whole article lacks."""
    here = pair.whole.said_here
    if not wholly_unknown(mine, pair.whole.said_by_references, pair.lang):
        return None
    for witness in pair.witnesses:
        if _shared(pair, witness) < _ALIKE or (witness.lang != pair.lang and not mine.concept):
            continue
        for theirs in _names_in(witness, None):
            kinds = {mine.kind, theirs.kind} - {"unknown"}
            fits = len(kinds) < 2 and bool(mine.concept) <= bool(theirs.concept)
            closely = _shared(pair, witness) >= _CLOSELY and witness.lang == pair.lang
            if (fits or closely) and theirs.sure and wholly_unknown(theirs, here, witness.lang):
                return Stranger(mine, theirs, witness.key, False)
    return None


def _shared(pair: Comparison, witness: Witness) -> float:
    """The share of the sentence's content words that the linked text says too."""
    pairing = pair.pairings[witness.key]
    content = pairing.mine.content
    return sum(pairing.forward[i] is not None for i in content) / max(1, len(content))


def _for_words(pair: Comparison, mine: Name) -> Stranger | None:
    """Words of the linked text, said nowhere else, right between the neighbours of *mine*."""
    unknown = wholly_unknown(mine, pair.whole.said_by_references, pair.lang)
    if not (mine.sure and unknown) or mine.text.isupper() or any(c.isdigit() for c in mine.text):
        return None
    for witness in pair.witnesses:
        if _shared(pair, witness) < _CLOSELY or witness.lang != pair.lang:
            continue
        pairing = pair.pairings[witness.key]
        slot = _slot(pairing, mine.span)
        inside = pairing.theirs.inside(slot) if slot else range(0)
        left = [j for j in inside if j in pairing.theirs.content and pairing.backward[j] is None]
        if left and len(left) <= _FEW and left[-1] - left[0] < _FEW:
            span = pairing.theirs.span(left[0], left[-1] + 1)
            text = span.of(witness.story.document.text)
            if fold_word(text)[:_LEAST] == fold_word(mine.text)[:_LEAST]:
                continue
            return Stranger(mine, Name(span, text, "", ()), witness.key, False)
    return None


def _names_in(witness: Witness, slot: Span | None) -> Iterator[Name]:
    for segment in witness.segments:
        for name in names_of(segment.facts.names, segment.facts.terms, witness.lang):
            if slot is None or slot.overlaps(name.span):
                yield name


def _slot(pairing: Pairing, span: Span) -> Span | None:
    """The words of the reference between the partners of the words around *span*.

    Both neighbours must have partners, close together; at the edge of the text one is enough.
    """
    mine, theirs = pairing.mine, pairing.theirs
    inside = mine.inside(span)
    if not inside:
        return None
    before = _partner(pairing, reversed([i for i in mine.content if i < inside.start]))
    after = _partner(pairing, iter([i for i in mine.content if i >= inside.stop]))
    first = -1 if before is None else before
    last = len(theirs.words) if after is None else after
    if (before is None and after is None) or not 0 < last - first - 1 <= len(inside) + _ROOM:
        return None
    return theirs.span(first + 1, last)


_FEW = 3
"""Words that a name may stand for, where they are no name."""
_ROOM = 6
"""Words by which the place of a name in the reference may be wider than the name."""
_LOOK = 3


def _partner(pairing: Pairing, indices: Iterator[int]) -> int | None:
    """The partner of the nearest content word that has one, within a few words."""
    for n, i in enumerate(indices):
        if n == _LOOK:
            return None
        partner = pairing.forward[i]
        if partner is not None:
            return partner
    return None


def is_place(stranger: Stranger) -> bool:
    """Whether either name is known to be a place's."""
    return any(
        n.kind == "place" or n.concept.startswith(_PLACES) for n in (stranger.mine, stranger.theirs)
    )


def is_org(stranger: Stranger) -> bool:
    """Whether either name is known to be an organisation's."""
    return any(n.kind == "org" for n in (stranger.mine, stranger.theirs))
