"""Headlines that reach further than their story: the whole for a part, no end, what is awaited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transdiff.comparison import Article
from transdiff.facts import Quantity, Span, WordKind
from transdiff.language.counted_parts import Portion
from transdiff.language.listed import listed_phrases
from transdiff.language.portions import portions
from transdiff.language.reading import Reading, read
from transdiff.language.tense import governing
from transdiff.language.verbs import is_verb
from transdiff.model import BlockKind, Segment, Story
from transdiff.rules.meaning.headline_words import Place

_OPENING = 5
"""Sentences at the top of a story that say what it is about."""
_BETWEEN = 4
"""Words between a count and the whole that it is of: *four of its 19*."""
_ABOUT = 2
"""Words of the headline in a sentence that is about the same matter."""
_ROOT = 6
"""Letters that a verb and the noun made from it have in common: *proclama*, *proclamación*."""
_HELD = (("negation", "not", "lexical"), ("hedge", "possible", "likely"), ("condition",))
_UNREAL = (*_HELD, ("tense", "future", "set"))
_LASTING = frozenset({"hour", "day", "week", "month", "year"})
"""Units by which a story says how long its matter lasts."""


def overreached(article: Article, headline: Reading) -> Iterator[Place]:
    """Yield the words of *headline* that say more than any story, and what a story says instead."""
    stories = [*article.references.values(), article.story]
    yield from _whole_for_part(stories, headline)
    yield from _endless(stories, headline)
    yield from _awaited(stories, headline)


def _whole_for_part(stories: Sequence[Story], headline: Reading) -> Iterator[Place]:
    """Yield *all* or *every* where the stories open with a part of the same thing."""
    wholes = [p for p in portions(headline) if p.low == 1.0 and not p.figure]
    for mine in wholes[:1]:
        named = {k for i in headline.content if i not in range(mine.first, mine.end)
                 for k in headline.keys[i]}  # fmt: skip
        whole = {k for i in mine.nouns for k in headline.keys[i]}
        found: Place | None = None
        for story in stories:
            for segment in _opening(story):
                reading = read([segment.facts], story.lang)
                foreign = reading.lang != headline.lang
                shared = {k for i in reading.content for k in reading.keys[i]} & named
                if not shared and not foreign:
                    continue
                if any(p.low == 1.0 and _of_same(reading, p, named) for p in portions(reading)):
                    return
                if found is None and not foreign and (part := _part(reading, named, whole)):
                    found = headline.span(mine.first, mine.end), story, part
        if found is not None:
            yield found


def _of_same(reading: Reading, portion: Portion, named: set[str]) -> bool:
    """Whether a portion is of what the headline names."""
    return any(not named.isdisjoint(reading.keys[i]) for i in portion.nouns)


def _part(reading: Reading, named: set[str], whole: set[str]) -> Span | None:
    """Return the words that tell of a part: *four of its 19*, *part of the vote*.

    A share is one of what the headline has the *whole* of; a count may be told of it by words for
    anything that the headline has *named*.
    """
    for portion in portions(reading):
        if portion.high < 1.0 and _of_same(reading, portion, whole):
            return reading.span(portion.first, portion.end)
    counts = [q for f in reading.facts for q in f.quantities if _is_count(q)]
    for one, other in pairwise(counts):
        first, last = reading.inside(one.span), reading.inside(other.span)
        between = range(first.stop, last.start)
        linked = 0 < len(between) <= _BETWEEN and one.value < other.value
        if not linked or any(reading.words[i].kind is WordKind.PUNCT for i in between):
            continue
        content = [i for i in between if reading.is_content[i]]
        shared = sum(not named.isdisjoint(reading.keys[i]) for i in reading.content)
        if len(content) <= 1 and shared >= _ABOUT:
            return Span(one.span.start, other.span.end)
    return None


def _is_count(quantity: Quantity) -> bool:
    return (
        quantity.kind == "cardinal" and quantity.high is None and not quantity.unit.strip("person")
    )


def _endless(stories: Sequence[Story], headline: Reading) -> Iterator[Place]:
    """Yield the word for *without end* where no story has one and one says how long it lasts."""
    mine = list(listed_phrases(headline.lang, "tense", "unlimited").all(headline.words))
    if not mine:
        return
    for story in stories:
        book = listed_phrases(story.lang, "tense", "unlimited")
        if any(any(book.all(s.facts.words)) for s in _body(story)):
            return
    for story in stories:
        for segment in _opening(story):
            lasts = [q for q in segment.facts.quantities if q.unit in _LASTING and q.kind != "age"]
            if lasts:
                yield headline.span(*mine[0][1:]), story, lasts[0].span
                return


def _awaited(stories: Sequence[Story], headline: Reading) -> Iterator[Place]:
    """Yield a deed of *headline* that each story which speaks of it has still to come.

    The story has it as a noun or a verb of one root beside a word of waiting, and nowhere else.
    """
    for i in headline.content:
        root = headline.words[i].fold[:_ROOT]
        if len(root) < _ROOT or not root.isalpha() or not _is_deed(headline, i):
            continue
        if any(governing(headline, i, *kind) for kind in _UNREAL) or _in_infinitive(headline, i):
            continue
        held: Place | None = None
        free = False
        for story in stories:
            for segment in _body(story):
                at = [n for n, w in enumerate(segment.facts.words) if w.fold.startswith(root)]
                reading = read([segment.facts], story.lang)
                waits = _waits(reading, at) if at else None
                waits = waits if _is_derived(headline, i, reading, at) else None
                free = free or (waits is None and not all(_is_open(reading, n) for n in at))
                if waits is not None and held is None and story.key is not None:
                    held = headline.span(i, i + 1), story, waits
        if held is not None and not free:
            yield held
            return


def _waits(reading: Reading, at: Sequence[int]) -> Span | None:
    """Return the word by which a sentence says of the words *at* that they have not come yet."""
    for _, first, end in listed_phrases(reading.lang, "tense", "waits").all(reading.words):
        if any(reading.clauses[i] == reading.clauses[first] for i in at):
            return reading.span(first, end)
    return None


def _is_open(reading: Reading, at: int) -> bool:
    """Whether a plan, a hedge, a denial or a condition in its clause holds a word back."""
    cues = (c for kind in _UNREAL for c in reading.of_kind(*kind))
    return any(reading.clauses[c.first] == reading.clauses[at] for c in cues)


def _is_deed(reading: Reading, i: int) -> bool:
    """Whether the word may be a verb that tells what was done; in English by its end."""
    word = reading.words[i]
    if any(n.sure and n.span.contains(word.span) for f in reading.facts for n in f.names):
        return False
    if reading.lang == "en":
        return word.fold.endswith(("s", "ed")) and (i in reading.pasts or is_verb(word, "en"))
    return word.text == word.fold


def _is_derived(headline: Reading, i: int, reading: Reading, at: Sequence[int]) -> bool:
    """Whether the headline's word is a verb for sure, by its list or by a noun made from it."""
    word = headline.words[i]
    verb = i in headline.pasts or is_verb(word, headline.lang)
    return verb or all(reading.words[n].stem != word.stem for n in at)


def _in_infinitive(reading: Reading, i: int) -> bool:
    return i > 0 and reading.words[i - 1].fold in ("to", "zu")


def _body(story: Story) -> list[Segment]:
    return [s for s in story.segments if s.compared and s.block.kind is BlockKind.BODY]


def _opening(story: Story) -> list[Segment]:
    return _body(story)[:_OPENING]
