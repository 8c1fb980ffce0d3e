"""Who in the references makes a statement that the article reports, wherever it stands there.

A sentence is linked with what names the same speaker, so that a statement which was given to
somebody else is found beside what that one did say. Here its own words are looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.comparison import Article, Comparison
from transdiff.facts import Attribution
from transdiff.language.denials import too_early
from transdiff.language.pairing import pair_words
from transdiff.language.reading import read
from transdiff.model import Segment

_OPTIONS = 3
"""Sentences of the references whose words are paired, those with most words in common first."""
_COMMON = 40
"""Sentences from which a word tells none of them."""
_LEAST = 2
"""Content words below which a statement is told by no words of its own."""
_FEW = 2
"""Content words of which all must be found, as two may stand anywhere."""


@dataclass(frozen=True)
class Teller:
    """A reference's attribution of a statement; ``shared`` is the part of its words found there."""

    key: str
    one: Attribution
    shared: float


class Tellers:
    """Every attribution of the references in the article's language, by the words around it."""

    def __init__(self, article: Article) -> None:
        self._places: dict[str, list[tuple[str, int]]] = {}
        self._stories = {
            k: s for k, s in article.references.items() if s.lang == article.story.lang
        }
        for key, story in self._stories.items():
            for index, segment in enumerate(story.segments):
                if segment.compared and segment.facts.attributions:
                    for stem in {w.stem for w in segment.facts.words}:
                        self._places.setdefault(stem, []).append((key, index))

    def of(self, pair: Comparison, mine: Attribution) -> Iterator[Teller]:
        """Yield who makes the statement *mine* in the references, with what is shared of it."""
        if mine.scope is None:
            return
        early = {i for place in too_early(pair.reading) for i in range(*place)}
        told = pair.reading.inside(mine.scope)
        inside = [i for i in told if pair.reading.is_content[i] or i in early]
        if len(inside) < _LEAST:
            return
        stems = {pair.reading.words[i].stem for i in inside}
        places = (self._places.get(stem, ()) for stem in sorted(stems))
        found = Counter(p for options in places if len(options) <= _COMMON for p in options)
        for (key, index), _ in found.most_common(_OPTIONS):
            segment = self._stories[key].segments[index]
            yield from self._tell(pair, inside, key, segment)

    def _tell(
        self, pair: Comparison, inside: list[int], key: str, segment: Segment
    ) -> Iterator[Teller]:
        pairing = pair_words(pair.reading, read([segment.facts], pair.lang))
        early = {i for place in too_early(pairing.mine) for i in range(*place)}
        both = early if any(too_early(pairing.theirs)) else set[int]()
        for one in segment.facts.attributions:
            if one.scope is not None:
                there = set(pairing.theirs.inside(one.scope))
                shared = sum(pairing.forward[i] in there or i in both for i in inside)
                if shared < len(inside) <= _FEW:
                    continue
                yield Teller(key, one, shared / len(inside))
