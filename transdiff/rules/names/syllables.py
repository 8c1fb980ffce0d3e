"""Persons of Chinese and Vietnamese texts in whose name one syllable is another one.

Surnames are few there and given names are made of syllables that many share, so that a name is
known only as a whole: *Trần Văn Hùng* is not *Trần Văn Dũng*, though a text may have all its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from transdiff.comparison import Article, Comparison
from transdiff.facts import Name
from transdiff.model import Story
from transdiff.rules.names.renamed import Renamed

_SYLLABLES = {"zh": (3, 3), "vi": (3, 4)}
"""How many syllables a name has that is told by them."""


def other_syllables(pair: Comparison) -> Iterator[Renamed]:
    """Yield the persons whose name is in no reference, where one has it but for a syllable.

    Two syllables that have changed places make another name too. The right one must not be in the
    sentence itself: brothers share a syllable.
    """
    if pair.lang not in _SYLLABLES:
        return
    people = pair.whole.once(_people)
    for mine in pair.segment.facts.names:
        parts = _parts(mine, pair.lang)
        if not parts or any(mine.text in s.document.text for s in _stories(pair.whole)):
            continue
        for theirs, key, others in people:
            if _nearly(parts, others) and theirs.text not in pair.segment.text:
                yield Renamed(mine.span, theirs.span, key)
                break


def _stories(article: Article) -> Iterator[Story]:
    return (s for s in article.references.values() if s.lang == article.story.lang)


def _people(article: Article) -> tuple[tuple[Name, str, tuple[str, ...]], ...]:
    """The names of the references that may be persons', with their syllables."""
    return tuple(
        (name, key, parts)
        for key, story in article.references.items()
        if story.lang == article.story.lang
        for segment in story.segments
        if segment.compared
        for name in segment.facts.names
        if (parts := _parts(name, story.lang))
    )


def _parts(name: Name, lang: str) -> tuple[str, ...]:
    """The syllables of a name; empty where it is no person's, or has too few or too many."""
    if name.concept or (name.kind != "person" and lang == "zh"):
        return ()
    parts = tuple(name.text) if lang == "zh" else tuple(name.text.split())
    least, most = _SYLLABLES[lang]
    fits = least <= len(parts) <= most and all(p[0].isalpha() for p in parts)
    return parts if fits and (lang == "zh" or all(p[0].isupper() for p in parts)) else ()


def _nearly(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    """Whether two names differ in one syllable, or in the order of those behind the surname."""
    if len(mine) != len(theirs) or mine == theirs:
        return False
    if mine[0] == theirs[0] and Counter(mine) == Counter(theirs):
        return True
    return sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1
