"""Quotations and those they render in a reference of another language, found by their sentences.

No words can be compared. But where one quotation stands in a sentence and one in the sentence it is
linked with, the one renders the other; then polarity, length and speaker can be held against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Span
from transdiff.language.denials import governed, hints_at_denial
from transdiff.language.far_poles import opposites_abroad
from transdiff.language.reading import Reading
from transdiff.rules.quotes.utterances import Utterance, comparison_of, utterances

_SURE = 0.7
"""How sure the link of two sentences must be for their quotations to be one."""


@dataclass(frozen=True)
class Abroad:
    """A quotation of the article and the one it renders; ``length`` is how long it is beside that,
    1.0 for what is usual in these two texts."""

    pair: Comparison
    witness: Witness
    mine: Utterance
    theirs: Utterance
    length: float


def rendered_abroad(article: Article, sure: float = _SURE) -> Iterator[Abroad]:
    """Yield the quotations that render one of a reference in another language.

    *sure* is how sure the link of their sentences must be.
    """
    pairs = {pair.index: pair for pair in article.comparisons}
    own, others = article.once(_spoken)
    for mine in own:
        pair = comparison_of(pairs, mine)
        for witness in pair.witnesses if pair else ():
            scale = article.relative_lengths[witness.key]
            found = _in(others.get(witness.key, ()), witness.indices)
            if pair is None or not scale or witness.similarity < sure or len(found) != 1:
                continue
            if len(_in(own, mine.segments)) == 1:
                ratio = _letters(mine) / max(1, _letters(found[0])) / scale
                yield Abroad(pair, witness, mine, found[0], ratio)


def _spoken(article: Article) -> tuple[tuple[Utterance, ...], dict[str, tuple[Utterance, ...]]]:
    """Return what is quoted in the article, and in each reference of another language."""
    others = {
        key: tuple(utterances(key, story, joined=True))
        for key, story in article.references.items()
        if key is not None and story.lang != article.story.lang
    }
    return tuple(utterances(None, article.story, joined=True)), others


def _in(found: Sequence[Utterance], segments: Sequence[int]) -> list[Utterance]:
    return [u for u in found if set(u.segments) & set(segments)]


def _letters(quotation: Utterance) -> int:
    return sum(len("".join(piece.text.split())) for piece in quotation.pieces)


def turned_clause(quoted: Abroad) -> tuple[Span, Span] | None:
    """Return what one quotation denies and the other says, as far as the very word pairs.

    The rest of both quotations may deny whatever it likes: only the clause of the word is held
    against the denial.
    """
    pairing = quoted.pair.pairings[quoted.witness.key]
    sides = ((pairing, quoted.theirs, quoted.mine), (pairing.reversed, quoted.mine, quoted.theirs))
    for one, denying, plain in sides:
        for cue in one.theirs.of_kind("negation", "not"):
            head = governed(one.theirs, cue)[:1]
            i = one.backward[head[0]] if head else None
            if i is None or not denying.span.contains(cue.marker.span):
                continue
            word = one.mine.words[i].span
            if _is_repeated(one.theirs, head[0]) or _is_repeated(one.mine, i):
                continue  # "safe borders, not closed borders"
            if plain.span.contains(word) and not _denied_near(one.mine, i):
                spans = word, one.theirs.span(cue.first, head[0] + 1)
                return spans if one is pairing else spans[::-1]
    return None


def opposite_word(quoted: Abroad) -> tuple[Span, Span] | None:
    """Return a word of one quotation and the one that excludes it in its place in the other."""
    pairing = quoted.pair.pairings[quoted.witness.key]
    for i, j in opposites_abroad(pairing):
        spans = pairing.mine.words[i].span, pairing.theirs.words[j].span
        if quoted.mine.span.contains(spans[0]) and quoted.theirs.span.contains(spans[1]):
            return spans
    return None


def _is_repeated(reading: Reading, index: int) -> bool:
    return sum(w.stem == reading.words[index].stem for w in reading.words) > 1


def _denied_near(reading: Reading, index: int) -> bool:
    """Whether anything in the clause of a word, but the word itself, denies or may do so."""
    clause = [k for k, own in enumerate(reading.clauses) if own == reading.clauses[index]]
    cues = reading.of_kind("negation", "not", "lexical", "weak", "peak")
    if any(c.first in clause and not c.first <= index < c.end for c in cues):
        return True
    return hints_at_denial([reading.words[k] for k in clause if k != index], reading.lang)
