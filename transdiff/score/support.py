"""How far the article's wording stands up to each reference, sentence by sentence.

Wording counts as far as the article keeps step with a reference (``transdiff.steps``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from transdiff.comparison import Article
from transdiff.lazy import lazy
from transdiff.score.agreement import losses
from transdiff.score.bags import shared
from transdiff.score.bulk import bulk
from transdiff.score.weights import Weights
from transdiff.score.words import Text
from transdiff.steps import FREE, PARALLEL

_LEAST = 0.01
"""What wording counts for in a rewriting."""
_FEW = 3
"""Unsupported sentences of a rewriting count by this power of their share: few are news value."""
_MOST = 3.0
"""The largest weighted sum of losses."""
_UNRELATED = 3.0
"""The loss of a sentence that shares no word with any reference."""


@dataclass(frozen=True)
class Distance:
    """What the wording of a segment costs: ``loss``, and its parts by section, which sum to it."""

    loss: float
    parts: Mapping[str, float] = field(default_factory=dict)
    supported: bool = True


@dataclass(frozen=True)
class Support:
    """The distances of all compared segments of *article* from what supports them."""

    article: Article
    weights: Weights

    @lazy
    def distances(self) -> dict[int, Distance]:
        """For each compared segment the least distance from any reference or their union."""
        done = {}
        for i, _ in self.article.compared():
            linked = [self._linked(i, key) for key in self._keys_of(i)]
            if len(linked) > 1:
                linked += self._union(i)
            if not linked:
                linked = [self._unsupported(i, key) for key in self.article.references]
            done[i] = min(linked, key=lambda d: d.loss, default=Distance(0.0))
        return done

    @lazy
    def unsupported(self) -> float:
        """The share of the compared segments that no reference supports."""
        compared = [i for i, _ in self.article.compared()]
        return sum(not self._keys_of(i) for i in compared) / max(1, len(compared))

    @lazy
    def trust(self) -> dict[str, float]:
        """What wording counts for against each reference, in 0..1."""
        found = {}
        for key in self.article.references:
            steps = (self.article.in_step[key] - FREE) / (PARALLEL - FREE)
            found[key] = _LEAST + (1.0 - _LEAST) * min(1.0, max(0.0, steps))
        return found

    def _keys_of(self, index: int) -> list[str]:
        """The references that support a segment; what has no word supports nothing."""
        stories = self.article.references
        places = self.article.support_for(index)
        return sorted({key for key, j in places if stories[key].segments[j].compared})

    def _linked(self, index: int, key: str) -> Distance:
        """Against what *key* says there; sentences that share a link are taken together."""
        theirs = self._theirs([index], key)
        mine = {i for j in theirs for i in self.article.support_of[key, j]}
        both = self._text(None, mine), self._text(key, self._theirs(mine, key))
        return self._distance(*both, self.trust[key])

    def _union(self, index: int) -> Iterator[Distance]:
        """Against everything that the references in the article's language say there."""
        lang = self.article.story.lang
        keys = [k for k in self._keys_of(index) if self.article.references[k].lang == lang]
        if len(keys) > 1:
            facts = [f for k in keys for f in self._text(k, self._theirs([index], k)).facts]
            trust = min(self.trust[k] for k in keys)
            yield self._distance(self._text(None, [index]), Text.of(facts, lang), trust)

    def _theirs(self, indices: Iterable[int], key: str) -> set[int]:
        links = (link for i in indices for link in self.article.links_of.get(i, ()))
        return {j for link in links if link.reference == key for j in link.reference_segments}

    def _unsupported(self, index: int, key: str) -> Distance:
        """Against the nearest text of *key*: a link that was missed shall not sink an article."""
        mine = self._text(None, [index])
        share = max(_LEAST, self.unsupported**_FEW)
        if self.article.references[key].lang == self.article.story.lang:
            share = max(share, self.trust[key])
            nearest = self._nearest(mine, key)
        else:
            nearest = None
        if nearest is None:
            found = Distance(share * _UNRELATED)
        else:
            found = self._distance(mine, self._text(key, [nearest]), share)
        return Distance(found.loss, {"unsupported": found.loss}, supported=False)

    def _nearest(self, mine: Text, key: str) -> int | None:
        """The segment of *key* that shares most content words with *mine*."""
        found = None
        most = 0.0
        for j, segment in enumerate(self.article.references[key].segments):
            if segment.compared:
                theirs = self._text(key, [j])
                both = shared(mine.content_bag, theirs.content_bag)
                share = 2 * both / max(1, len(mine.content) + len(theirs.content))
                if share > most:
                    found, most = j, share
        return found

    def _distance(self, mine: Text, theirs: Text, trust: float) -> Distance:
        found = losses(mine, theirs)
        parts = {
            section: sum(weight * found.get(name, 0.0) for name, weight in weights.items())
            for section, weights in self.weights.losses.items()
        }
        total = sum(parts.values())
        if not total:
            return Distance(0.0)
        loss = trust * self.weights.curve(min(_MOST, total), bulk(mine, theirs))
        return Distance(loss, {name: loss * part / total for name, part in parts.items() if part})

    def _text(self, key: str | None, indices: Iterable[int]) -> Text:
        story = self.article.story if key is None else self.article.references[key]
        place = (key, tuple(sorted(indices)))
        if place not in self._texts:
            facts = (story.segments[i].facts for i in place[1])
            self._texts[place] = Text.of(facts, story.lang)
        return self._texts[place]

    @lazy
    def _texts(self) -> dict[tuple[str | None, tuple[int, ...]], Text]:
        return {}
