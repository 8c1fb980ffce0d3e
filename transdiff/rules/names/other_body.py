"""Organisations of one kind with different names: *Trade Chamber* for *Press Chamber*.

And of one name with different kinds: *Aster Bank* for *Aster Foundation*.

The words that tell them apart may be ordinary ones, of which a list of unknown names says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name, Word
from transdiff.language.content import function_words
from transdiff.language.mentions import letters
from transdiff.language.name_words import heads_org
from transdiff.language.pack import load_pack
from transdiff.language.synonyms import groups_of
from transdiff.language.words import fold_word, stem_word
from transdiff.model import Segment, Story
from transdiff.rule import Mark
from transdiff.rules.names.variants import resembles
from transdiff.rules.surroundings import shared_part

_BEGINNING = 4
"""Letters by which two words may be one: *Kanaevka*, *Kanayevsky*."""
_SHARED = 0.4
"""Share of the sentence's content words from which the two stand for one thing."""


class _Body(NamedTuple):
    """An organisation's name with the stems of its words, of all that tell what kind it is, and of
    the one that does so first of all: the last one, or the first."""

    name: Name
    stems: frozenset[str]
    heads: frozenset[str]
    kind: str


def other_bodies(pair: Comparison) -> Iterator[Mark]:
    """Yield a mark for an organisation in whose place every linked text has another of its kind.

    Neither is named on the other side, and each has a word of its own that the other lacks. Where a
    text names several of a kind, nothing tells which stands for which.
    """
    here = list(_bodies(pair.segment.facts.names, pair.lang))
    for mine in here:
        for witness in pair.witnesses:
            if witness.lang != pair.lang or shared_part(pair, witness) < _SHARED:
                continue
            there = list(_bodies((n for s in witness.segments for n in s.facts.names), pair.lang))
            turned = next((t for t in there if _of_other_kind(mine, t, pair)), None)
            if turned is not None:
                yield _mark(pair, mine.name, turned.name, witness)
                break
            theirs = [t for t in there if t.kind == mine.kind]
            if len(theirs) != 1 or sum(m.kind == mine.kind for m in here) != 1:
                continue
            own, other = mine.stems - theirs[0].stems, theirs[0].stems - mine.stems
            if own & _said(witness.segments) or other & _said([pair.segment]):
                continue
            if _other(mine, theirs[0], pair):
                yield _mark(pair, mine.name, theirs[0].name, witness)
                break


def _mark(pair: Comparison, mine: Name, theirs: Name, witness: Witness) -> Mark:
    evidence = witness.evidence(theirs.span, value=theirs.concept or theirs.skeleton)
    return Mark.against(pair.evidence(mine.span), evidence)


def _bodies(names: Iterable[Name], lang: str) -> Iterator[_Body]:
    """The organisations that have a word for their kind and words of their own."""
    for name in names:
        folds = [fold_word(w) for w in name.text.replace("-", "").split()]
        content = [f for f in folds if f not in function_words(lang) and f.isalpha()]
        kinds = [f for f in content if heads_org(f, lang)]
        before = list(takewhile(lambda f: f not in function_words(lang), folds))  # Chamber of Trade
        ends = [f for f in (before[-1:] + before[:1] + content[-1:] + content[:1]) if f in kinds]
        heads = frozenset(stem_word(f, lang) for f in kinds)
        stems = frozenset(stem_word(f, lang) for f in content)
        if name.kind == "org" and ends and len(stems) > len(heads):
            yield _Body(name, stems, heads, stem_word(ends[0], lang))


def _other(mine: _Body, theirs: _Body, pair: Comparison) -> bool:
    own, other = mine.stems - theirs.stems, theirs.stems - mine.stems
    shared = mine.heads & theirs.heads
    if (
        not own
        or not other
        or own <= theirs.heads | mine.heads
        or other <= theirs.heads | mine.heads
    ):
        return False
    if mine.name.concept and mine.name.concept == theirs.name.concept:
        return False
    lang = pair.lang
    vague = _stems_of("vague", lang)
    if own <= vague or other <= vague or _alike(own, other, lang):
        return False
    if resembles(mine.name, theirs.name, lang, lang):
        return False
    return not _are_named(pair, (own | shared, mine.name), (other | shared, theirs.name))


def _of_other_kind(mine: _Body, theirs: _Body, pair: Comparison) -> bool:
    """Whether both have the same words of their own, and are of kinds that exclude each other.

    Neither is named in the other text: many a bank has a foundation of its name.
    """
    if mine.stems - mine.heads != theirs.stems - theirs.heads or mine.heads & theirs.heads:
        return False
    apart = _stems_of("kinds-apart", pair.lang)
    if not (mine.kind in apart and theirs.kind in apart):
        return False
    return not _are_named(pair, (mine.stems, mine.name), (theirs.stems, theirs.name))


def _are_named(
    pair: Comparison, mine: tuple[frozenset[str], Name], theirs: tuple[frozenset[str], Name]
) -> bool:
    """Whether a reference names the article's body, or the article the reference's."""
    whole = pair.whole
    heard = any(_names(*mine, story) for story in whole.references.values())
    return heard or _names(*theirs, whole.story)


def _alike(own: frozenset[str], other: frozenset[str], lang: str) -> bool:
    """Whether a word of one side is a synonym of one of the other, or begins as it does."""
    if {s[:_BEGINNING] for s in own} & {s[:_BEGINNING] for s in other}:
        return True
    groups = [frozenset(g for s in side for g in groups_of(s, s, lang)) for side in (own, other)]
    return not groups[0].isdisjoint(groups[1])


@lru_cache(maxsize=64)
def _stems_of(name: str, lang: str) -> frozenset[str]:
    """The list *name* of the pack's ``[names]``, in stems."""
    return frozenset(stem_word(fold_word(w), lang) for w in load_pack(lang).words("names", name))


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


def _said(segments: Iterable[Segment]) -> set[str]:
    """The stems of all words but the names of places, which may end an organisation's name."""
    found = set[str]()
    for segment in segments:
        places = [n.span for n in segment.facts.names if n.kind == "place"]
        words = segment.facts.words
        if places:
            words = tuple([w for w in words if not any(p.contains(w.span) for p in places)])
        found.update([w.stem for w in words])
    return found


def _stems(words: tuple[Word, ...]) -> set[str]:
    return {w.stem for w in words}
