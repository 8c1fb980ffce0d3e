"""Who a phrase names by what he is, with his name beside it: *its director, Tom Ward*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.language.reading import Reading


def is_holder(mine: Reading, party: Sequence[int], theirs: Reading, other: Sequence[int]) -> bool:
    """Whether one of two parties is told by what he is and the other one by his name.

    *Headed by the bank's director, Ingrid Holm* and *Holm will lead*: the bank's name is in the
    phrase and heads nothing.
    """
    named = frozenset(_surnames(mine, party)), frozenset(_surnames(theirs, other))
    told = frozenset(_holders(mine, party)), frozenset(_holders(theirs, other))
    return not (told[0].isdisjoint(named[1]) and told[1].isdisjoint(named[0]))


def _surnames(reading: Reading, party: Sequence[int]) -> Iterator[str]:
    """Yield the last words of the names in a phrase."""
    for name in (n for facts in reading.facts for n in facts.names if n.parts):
        if any(i in party for i in reading.inside(name.span)):
            yield name.parts[-1]


def _holders(reading: Reading, party: Sequence[int]) -> Iterator[str]:
    """Yield the surnames of who holds an office of a phrase, or is named right behind it."""
    if not party:
        return
    for title in (t for facts in reading.facts for t in facts.titles if t.holder):
        if any(i in party for i in reading.inside(title.span)):
            yield title.holder
    words, last = reading.words, max(party)
    behind = last + 1 + (last + 1 < len(words) and words[last + 1].fold == ",")
    names = [n for facts in reading.facts for n in facts.names]
    if any(last in reading.inside(n.span) for n in names):
        return  # a list of names
    for name in names:
        apposed = reading.inside(name.span).start == behind and name.kind == "person"
        if apposed and name.parts and name.sure:
            yield name.parts[-1]
