"""What makes other words of a quotation critical: polarity, a figure, a threat, a death."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Word
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.quantifiers import quantifiers
from transdiff.rules.quotes.utterances import Changes, Rendering, Utterance, denials

_DEFINITE = frozenset({"cardinal", "percent", "money", "measure", "age", "score"})
"""Kinds of figures that are compared; ``thousands`` is as good as ``several thousand``."""
_DENYING = ("not", "lexical")
_DEATH = "kill"
"""The event of somebody's death."""


def is_grave(found: Rendering, diff: Changes) -> bool:
    """Whether the words that changed turn the quotation into another claim altogether."""
    mine, theirs = found.mine, found.theirs
    cut = negated(theirs, (*diff.before, *diff.after))
    balance = len(mine.negations) - len(theirs.negations) + cut
    if balance % 2 and (negated(mine, diff.added) + negated(theirs, diff.replaced)) % 2:
        return True
    new, old = figures(mine, diff.added), figures(theirs, diff.replaced)
    if new and old and new != old:
        return True
    threats = listed_phrases(mine.story.lang, "quotes", "threat")
    if any(threats.all(diff.added)) and not any(threats.all(theirs.words)):
        return True
    dies = _deaths(mine, diff.added) and not _deaths(theirs, theirs.words)
    return dies or _denies_all(found, diff) or denies_otherwise(found)


def _denies_all(found: Rendering, diff: Changes) -> bool:
    """Whether both sides deny something, the one side only of all: *not every*, *not any*."""
    sides = (found.mine, found.theirs)
    if not (diff.added or diff.replaced) or not all(u.negations for u in sides):
        return False
    parts = quantifiers(found.mine.story.lang)
    of_all = [any(v == "all" for v, _, _ in parts.all(u.words)) for u in sides]
    return of_all[0] != of_all[1]


def denies_otherwise(found: Rendering) -> bool:
    """Whether one denial denies another word: *no proof that money*, *proof that no money*."""
    mine, theirs = _denied(found.mine), _denied(found.theirs)
    if mine is None or theirs is None or mine.stem == theirs.stem:
        return False
    if _has_object(found.theirs, mine) or _has_object(found.mine, theirs):
        return False  # "will not accept any cuts", "will accept no cuts"
    raising = listed_phrases(found.mine.story.lang, "negation", "raising")
    if any(raising.match((w,), 0) for w in (mine, theirs)):
        return False  # "do not think it will", "think it will not"
    return mine.stem in found.theirs.stems and theirs.stem in found.mine.stems


def _denied(utterance: Utterance) -> Word | None:
    """Return the content word behind the only denial of a quotation."""
    spans = denials(utterance, "not")
    if len(spans) != 1:
        return None
    end = spans[0].end
    return next((w for w in utterance.content if w.span.start >= end), None)


def _has_object(utterance: Utterance, verb: Word) -> bool:
    """Whether the denial is of a thing, right behind the *verb*: *accept no cuts*."""
    denial = denials(utterance, "not")[0]
    nominal = load_pack(utterance.story.lang).words("negation", "nominal")
    before = [w for w in utterance.words if w.span.end <= denial.start][-1:]
    own = next((w for w in utterance.words if w.span.overlaps(denial)), None)
    return own is not None and own.fold in nominal and [w.stem for w in before] == [verb.stem]


def _deaths(utterance: Utterance, words: Sequence[Word]) -> bool:
    """Whether somebody's death is told among *words*."""
    return any(
        m.kind == "event" and m.value == _DEATH and any(m.span.overlaps(w.span) for w in words)
        for i in utterance.segments
        for m in utterance.story.segments[i].facts.markers
    )


def negated(utterance: Utterance, words: Sequence[Word]) -> int:
    """Count the negations among *words*."""
    return sum(any(span.overlaps(w.span) for w in words) for span in utterance.negations)


def bared(found: Rendering, diff: Changes) -> tuple[Word, ...]:
    """Return the denial that stood right before the kept words and is nowhere in the article.

    *No podremos pagar* and *podremos pagar*: what was cut turns the whole quotation round.
    """
    cut = diff.before[-1:]
    if not negated(found.theirs, cut):
        return ()
    words, last = found.theirs.words, cut[0]
    kept = words[words.index(last) + 1 :][:1]
    text = found.theirs.story.document.text
    beside = kept and not text[last.span.end : kept[0].span.start].strip()
    own = (found.mine.story.segments[i] for i in found.mine.segments)
    denies = any(m.kind == "negation" and m.value in _DENYING for s in own for m in s.facts.markers)
    return cut if beside and not denies else ()


def figures(utterance: Utterance, words: Sequence[Word]) -> frozenset[float]:
    """The definite figures that stand among *words*."""
    return frozenset(
        q.value
        for i in utterance.segments
        for q in utterance.story.segments[i].facts.quantities
        if q.kind in _DEFINITE and any(q.span.overlaps(w.span) for w in words)
    )
