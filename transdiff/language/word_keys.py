"""Keys: what a word may be recognised by in another reading, in the same or another language.

A key begins with what it is: ``#`` a figure, ``@`` a date, ``!`` a name or a concept, ``=`` an
event, ``~`` the first letters of a longer word; without such a sign it is a stem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.facts import Facts, Span
from transdiff.language.events import irregular_forms
from transdiff.language.paradigms import roots
from transdiff.language.romanise import skeleton

_THINGS = frozenset("!#@")
_BONES = 3
"""Consonants by which a name may be told."""
_LONG = 6
_ROOT = 5
"""Words of _LONG letters or more that share their first _ROOT letters are probably related."""


def fact_keys(facts: Sequence[Facts]) -> Iterator[tuple[Span, str]]:
    """Yield the keys that facts give to the words they stand on."""
    for fact in facts:
        yield from ((q.span, f"#{q.value:g}") for q in fact.quantities)
        yield from ((m.span, f"@{m.month}-{m.day}") for m in fact.moments if m.day)
        weekdays = (m for m in fact.moments if m.weekday is not None and not m.day)
        yield from ((m.span, f"@w{m.weekday}") for m in weekdays)
        named = (m for m in fact.moments if m.month and not m.day and not m.relative)
        yield from ((m.span, f"@{m.month}") for m in named)
        for name in fact.names:
            yield name.span, f"!{name.concept or name.skeleton}"
        yield from ((t.span, f"!{t.concept}") for t in fact.terms)
        yield from ((m.span, f"={m.value}") for m in fact.markers if m.kind == "event")


@lru_cache(maxsize=65536)
def word_keys(fold: str, stem: str, lang: str) -> tuple[str, ...]:
    """Return the keys that any content word has: its base form and, if it is long, its root."""
    base = irregular_forms(lang).get(fold, stem)
    root = (f"~{fold[:_ROOT]}",) if len(fold) >= _LONG else ()
    return (base, *root)


@lru_cache(maxsize=65536)
def bones_of(text: str, fold: str, lang: str) -> tuple[str, ...]:
    """The skeletons of a word with a capital, or in a script that has none."""
    if text[:1] == fold[:1] and text[:1].isalpha() and text[:1].upper() != text[:1]:
        return ()
    found = (skeleton(root, lang) for root in roots(fold, lang))
    return tuple(dict.fromkeys(bone for bone in found if len(bone) >= _BONES))


def names_event(keys: Sequence[str]) -> bool:
    """Whether the lexicon knows a word as the name of an event."""
    return "=" in [key[0] for key in keys]


def is_figure(keys: Sequence[str]) -> bool:
    """Whether a word counts, in digits or in letters."""
    return "#" in [key[0] for key in keys]


def names_thing(keys: Sequence[str]) -> bool:
    """Whether a word is a name, a figure or a date."""
    return not _THINGS.isdisjoint([key[0] for key in keys])
