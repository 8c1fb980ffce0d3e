"""Sentences that an article has said before, in nearly the same words or right after in others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from functools import lru_cache

from transdiff.comparison import Article
from transdiff.facts import Span, WordKind
from transdiff.language.content import content_places, content_stems
from transdiff.language.cues import STRICT
from transdiff.language.pack import load_pack
from transdiff.language.pairing import pair_words
from transdiff.language.reading import Reading, read
from transdiff.language.renderings import most_said, rendering
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
_CONTAINED = 0.8
"""Share of the content words of a sentence that an earlier one has, wherever it stands."""
_FEWEST = 3
"""Content words of a sentence that may be said again in quite other words."""
_SAID = 0.6
"""Share that each of two neighbours says of the other, by what comes near in meaning..."""
_BOTH = 1.3
"""... and of both together, where the second has no fact of its own..."""
_EQUAL = 1.7
"""... or where only a bound or the form of a name is new, wherever the two stand."""
_ALL = 0.95
"""Share of a sentence that an earlier one says if it says all of it..."""
_PART = 0.3
"""... and at the least the share of the earlier one that this is."""
_SHARED, _COMMON = 2, 12
"""Words, each in no more sentences than that, by which two that are no neighbours are held
against each other."""


def repeats(article: Article, alike: float = 0.8) -> dict[int, int]:
    """Return for each article segment that repeats an earlier one which one that is.

    Anywhere in the article the share *alike* of the content words has to be the same. One that the
    references support only where they support the first may say a part of it; of two neighbours
    the second may have other words.
    """
    found = dict(article.once(_retold))
    holders: dict[str, list[int]] = {}
    stems: dict[int, frozenset[str]] = {}
    for index, segment in article.compared():
        own = content_stems(segment.facts.words, article.story.lang)
        if segment.block.kind is BlockKind.HEADLINE or len(own) < _LEAST:
            continue
        fellows = _fellows(article, index)
        for i in _alike(own, index, holders):
            first = article.story.segments[i]
            same = len(own & stems[i]) >= alike * len(own | stems[i])
            likely = fellows is None or i in fellows
            likely = likely and (i == index - 1 or 2 * len(own & stems[i]) >= len(own))
            if (same and _figures(first) == _figures(segment)) or (
                likely and _says_again(article, i, index)
            ):
                found[index] = i
                break
        stems[index] = own
        for stem in own:
            holders.setdefault(stem, []).append(index)
    return found


def _retold(article: Article) -> dict[int, int]:
    """Return the sentences that say an earlier one again by what their words come near to."""
    lang = article.story.lang
    body = [(i, s) for i, s in article.compared() if s.block.kind is not BlockKind.HEADLINE]
    if article.story.document.sentences:
        return {}
    readings = [read([segment.facts], lang) for _, segment in body]
    found: dict[int, int] = {}
    holders: dict[str, list[int]] = {}
    for at, (index, segment) in enumerate(body):
        own = content_stems(segment.facts.words, lang)
        earlier_ones = _sharing(own, at, holders)
        for stem in own:
            holders.setdefault(stem, []).append(at)
        if len(readings[at].content) < _FEWEST:
            continue
        for before in earlier_ones:
            earlier, first = body[before]
            if _tells(readings[before], readings[at], at - before == 1, (first, segment)):
                found[index] = earlier
                break
    return found


def _sharing(own: frozenset[str], at: int, holders: dict[str, list[int]]) -> list[int]:
    """The sentence right before, and earlier ones with two of the stems *own* that few have."""
    known = (holders.get(stem, ()) for stem in own)
    shared = Counter(i for holding in known if len(holding) <= _COMMON for i in holding)
    return sorted({i for i, n in shared.items() if n >= _SHARED} | ({at - 1} if at else set()))


def _tells(one: Reading, two: Reading, beside: bool, pair: tuple[Segment, Segment]) -> bool:
    """Whether the second of a *pair* of sentences, read as *two*, says the first again."""
    if most_said(one, two, two.content) < _SAID:
        return False
    pairing = pair_words(one, two)
    told = rendering(pairing, two.content).share
    if told < _SAID:
        return False
    back = rendering(pairing.reversed, one.content).share
    if _figures(pair[0]) >= _figures(pair[1]) and told + back >= _EQUAL:
        return beside or len(two.content) > _LEAST
    if not _stated(pair[1]) <= _stated(pair[0]):
        return False
    if beside and back >= _SAID and told + back >= _BOTH:
        return True
    return told >= _ALL and back >= _PART and len(two.content) > _LEAST


def _fellows(article: Article, index: int) -> frozenset[int] | None:
    """The sentences that all of its references support too; None for one without support."""
    support = [frozenset(article.support_of[place]) for place in article.support_for(index)]
    return frozenset.intersection(*support) if support else None


def _alike(own: frozenset[str], index: int, holders: dict[str, list[int]]) -> list[int]:
    """The earlier sentences that may have half of the stems *own*, and the one right before.

    Who has half of them has one of any half and one more: the rarest are looked up.
    """
    rare = sorted(own, key=lambda stem: (len(holders.get(stem, ())), stem))[: len(own) // 2 + 1]
    found = {i for stem in rare for i in holders.get(stem, ())}
    beside = any(holders[stem][-1] == index - 1 for stem in own if stem in holders)
    return sorted(found | {index - 1} if beside else found)


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


def _says_again(article: Article, earlier: int, index: int) -> bool:
    """Whether a sentence says a part of an earlier one, or right behind it all of it.

    It states no fact of its own.
    """
    lang = article.story.lang
    first, second = (article.story.segments[i] for i in (earlier, index))
    if not _stated(second) <= _stated(first):
        return False
    one, two = read([first.facts], lang), read([second.facts], lang)
    pairing = pair_words(one, two)
    part = _said(two, one, pairing.backward)
    beside = earlier == index - 1
    return part >= _CONTAINED or (
        beside and min(part, _said(one, two, pairing.forward)) >= _REWORDED
    )


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
    turns = ("negation", "direction")
    found |= {(m.kind, m.value) for m in facts.markers if m.kind in turns or m.value in STRICT}
    return frozenset(found)


def _figures(segment: Segment) -> set[float]:
    return {q.value for q in segment.facts.quantities}
