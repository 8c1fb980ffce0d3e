"""Organisations of one kind with different names: *Trade Chamber* for *Press Chamber*.

The words that tell them apart may be ordinary ones, of which a list of unknown names says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name, Word
from transdiff.language.content import function_words
from transdiff.language.mentions import letters
from transdiff.language.names import heads_org
from transdiff.language.pack import load_pack
from transdiff.language.synonyms import groups_of
from transdiff.language.words import fold_word, stem_word
from transdiff.model import Evidence, Role, Story
from transdiff.rule import Mark
from transdiff.rules.names.slots import shared_part
from transdiff.rules.names.variants import resembles

_SHARED = 0.4
"""Share of the sentence's content words from which the two stand for one thing."""


class _Body(NamedTuple):
    """An organisation's name with the stems of its words and of what it is one of."""

    name: Name
    stems: frozenset[str]
    heads: frozenset[str]


def other_bodies(pair: Comparison) -> Iterator[Mark]:
    """Yield a mark for an organisation in whose place every linked text has another of its kind.

    Neither is named on the other side, and each has a word of its own that the other lacks.
    """
    for mine in _bodies(pair.segment.facts.names, pair.lang):
        for witness in pair.witnesses:
            if witness.lang != pair.lang or shared_part(pair, witness) < _SHARED:
                continue
            names = (n for s in witness.segments for n in s.facts.names)
            theirs = next((t for t in _bodies(names, pair.lang) if _other(mine, t, pair)), None)
            if theirs is not None:
                yield _mark(pair, mine.name, theirs.name, witness)
                break


def _mark(pair: Comparison, mine: Name, theirs: Name, witness: Witness) -> Mark:
    quote = theirs.span.of(witness.story.document.text)
    value = theirs.concept or theirs.skeleton
    evidence = Evidence(witness.key, theirs.span, quote, Role.CONTRADICTS, value)
    shown = mine.span.of(pair.whole.story.document.text)
    return Mark(mine.span, f'article "{shown}" · {witness.key} "{quote}"', (evidence,))


def _bodies(names: Iterable[Name], lang: str) -> Iterator[_Body]:
    """The organisations that have a word for their kind and words of their own."""
    for name in names:
        folds = [fold_word(w) for w in name.text.replace("-", "").split()]
        content = [f for f in folds if f not in function_words(lang) and f.isalpha()]
        heads = frozenset(stem_word(f, lang) for f in content if heads_org(f, lang))
        stems = frozenset(stem_word(f, lang) for f in content)
        if name.kind == "org" and heads and len(stems) > len(heads):
            yield _Body(name, stems, heads)


def _other(mine: _Body, theirs: _Body, pair: Comparison) -> bool:
    own, other = mine.stems - theirs.stems, theirs.stems - mine.stems
    shared = mine.heads & theirs.heads
    if not shared or not own or not other or own & theirs.heads or other & mine.heads:
        return False
    if mine.name.concept and mine.name.concept == theirs.name.concept:
        return False
    lang = pair.lang
    if own <= _vague(lang) or other <= _vague(lang) or _alike(own, other, lang):
        return False
    if resembles(mine.name, theirs.name, lang, lang):
        return False
    whole = pair.whole
    return not (
        any(_names(own | shared, mine.name, story) for story in whole.references.values())
        or _names(other | shared, theirs.name, whole.story)
    )


def _alike(own: frozenset[str], other: frozenset[str], lang: str) -> bool:
    """Whether a word of one side is a synonym of one of the other."""
    groups = [frozenset(g for s in side for g in groups_of(s, s, lang)) for side in (own, other)]
    return not groups[0].isdisjoint(groups[1])


def _vague(lang: str) -> frozenset[str]:
    """Words that tell no organisation from another: *national*, *state*."""
    words = load_pack(lang).words("names", "vague")
    return frozenset(stem_word(fold_word(w), lang) for w in words)


def _names(stems: frozenset[str], name: Name, story: Story) -> bool:
    """Whether a sentence of *story* has the name, or all its words together."""
    wanted = letters(name.text, story.lang)
    for segment in story.segments:
        names = segment.facts.names
        if any(
            (name.concept and n.concept == name.concept) or letters(n.text, story.lang) == wanted
            for n in names
        ):
            return True
        if stems <= _stems(segment.facts.words):
            return True
    return False


def _stems(words: tuple[Word, ...]) -> set[str]:
    return {w.stem for w in words}
