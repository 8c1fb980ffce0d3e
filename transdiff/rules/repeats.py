"""Sentences that an article has said before, in nearly the same words or right after in others."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from transdiff.comparison import Article
from transdiff.facts import Span, WordKind
from transdiff.language.content import content_places, content_stems
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading, pair_words, read
from transdiff.language.synonyms import has_synonym
from transdiff.model import BlockKind, Segment

_LEAST = 4
"""Content words below which a sentence is too short to repeat another."""
_RUN = 4
"""Content words in a row that no sentence has twice."""
_OPENING = 3
"""Words before them among which a clause has its subject or its auxiliary."""
_REWORDED = 0.75
"""Share of the content words, on both sides, that a neighbour in other words has in common."""


def repeats(article: Article, alike: float = 0.8) -> dict[int, int]:
    """Return for each article segment that repeats an earlier one which one that is.

    Anywhere in the article the share *alike* of the content words has to be the same. Of two
    neighbours the second may have other words if no reference supports it a second time, or only
    where it supports the first one.
    """
    found: dict[int, int] = {}
    holders: dict[str, list[int]] = {}
    stems: dict[int, frozenset[str]] = {}
    for index, segment in article.compared():
        own = content_stems(segment.facts.words, article.story.lang)
        if segment.block.kind is BlockKind.HEADLINE or len(own) < _LEAST:
            continue
        for i in sorted({i for stem in own for i in holders.get(stem, ())}):
            first = article.story.segments[i]
            same = len(own & stems[i]) >= alike * len(own | stems[i])
            beside = i == index - 1 and set(article.support_for(index)) <= set(
                article.support_for(i)
            )
            if (same and _figures(first) == _figures(segment)) or (
                beside and _reworded(first, segment, article.story.lang)
            ):
                found[index] = i
                break
        stems[index] = own
        for stem in own:
            holders.setdefault(stem, []).append(index)
    return found


def repeated_within(segment: Segment, lang: str) -> Span | None:
    """Return a clause of *segment* that says again what stands before it in the sentence.

    It is a run of _RUN content words, figures too, that was there before in the same order, with
    an auxiliary or a pronoun near its start: a long title may come twice in a sentence.
    """
    words = segment.facts.words
    content = [i for i in content_places(words, lang) if words[i].kind is not WordKind.PUNCT]
    stems = [words[i].stem for i in content]
    known: dict[tuple[str, ...], int] = {}
    for at in range(len(stems) - _RUN + 1):
        run = tuple(stems[at : at + _RUN])
        first = known.setdefault(run, at)
        start, end = content[at], content[at + _RUN - 1]
        opening = words[max(0, start - _OPENING) : end]
        if at - first >= _RUN and any(w.fold in _clausal(lang) for w in opening):
            return Span(words[start].span.start, words[end].span.end)
    return None


@lru_cache(maxsize=64)
def _clausal(lang: str) -> frozenset[str]:
    """Words that only a clause has: auxiliaries, and pronouns that are its subject."""
    classes = load_pack(lang).section("grammar").get("classes", {})
    return frozenset(
        w for name in ("modal", "be", "have", "subject") for w in classes.get(name, ())
    )


def _reworded(first: Segment, second: Segment, lang: str) -> bool:
    """Whether *second* says what *first* says and states no fact of its own."""
    if not _stated(second) <= _stated(first):
        return False
    one, two = read([first.facts], lang), read([second.facts], lang)
    pairing = pair_words(one, two)
    shares = (_said(one, two, pairing.forward), _said(two, one, pairing.backward))
    return min(shares) >= _REWORDED


def _said(mine: Reading, theirs: Reading, paired: tuple[int | None, ...]) -> float:
    """The share of the content words of *mine* that *theirs* has, or a synonym of which it has."""
    others = [theirs.words[j] for j in theirs.content]
    told = [
        paired[i] is not None or has_synonym(mine.words[i], others, mine.lang) for i in mine.content
    ]
    return sum(told) / max(1, len(told))


def _stated(segment: Segment) -> frozenset[Hashable]:
    """Figures, times, names and what turns a statement round."""
    facts = segment.facts
    found: set[Hashable] = {(q.value, q.unit) for q in facts.quantities}
    found |= {(m.year, m.month, m.day, m.weekday) for m in facts.moments}
    found |= {n.concept or n.skeleton for n in facts.names if n.sure}
    turns = ("negation", "direction", "condition")
    found |= {(m.kind, m.value) for m in facts.markers if m.kind in turns}
    return frozenset(found)


def _figures(segment: Segment) -> set[float]:
    return {q.value for q in segment.facts.quantities}
