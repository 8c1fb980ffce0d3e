"""Verbs whose particle closes the clause: *lehnte den Plan gestern ab*.

A pack writes such a verb as a phrase with a gap, ``lehn* … ab``. The verb is found only where its
particle stands before a mark, before a conjunction, or at the end; a particle that is a preposition
(*lehnte an der Wand*) closes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from transdiff.facts import WordKind
from transdiff.language.phrases import Phrases
from transdiff.language.rows import Folded

REACH = 14
"""Words between a verb and the particle that closes its clause."""
_GAP = " … "
_STOPS = ".;:!?"


class Marked(Folded, Protocol):
    """A word or a part of one, of which it is known whether it is a mark."""

    @property
    def kind(self) -> WordKind:
        """What kind of word it is."""
        ...


class Separable:
    """Phrases with a gap, each with a value; a verb may take several particles."""

    def __init__(
        self, entries: Iterable[tuple[str, str]], closers: Sequence[str], lang: str
    ) -> None:
        verbs: dict[str, dict[str, str]] = {}
        for phrase, value in entries:
            verb, _, particle = phrase.partition(_GAP)
            verbs.setdefault(verb, {})[particle] = value
        self._verbs = Phrases(verbs.items(), lang)
        self._closers = closers

    def all(self, pieces: Sequence[Marked]) -> Iterator[tuple[str, int, int]]:
        """Yield (value, first, end) of every verb that its particle completes."""
        for value, first, end, _ in self.wide(pieces):
            yield value, first, end

    def wide(self, pieces: Sequence[Marked]) -> Iterator[tuple[str, int, int, int]]:
        """Yield (value, first, end of the verb, end of the particle)."""
        for particles, first, end in self._verbs.all(pieces):
            rest = pieces[end : end + REACH]
            found, last = closing(rest, particles, self._closers)
            if found:
                yield particles[found], first, end, end + last


def has_gap(phrase: str) -> bool:
    """Whether a phrase of a pack is written with a gap."""
    return _GAP in phrase


def closing_particle(
    pieces: Sequence[Marked], particles: Mapping[str, str], closers: Sequence[str]
) -> str:
    """Return the particle that closes the clause, if it is one of these; the longest that fits."""
    return closing(pieces, particles, closers)[0]


def closing(
    pieces: Sequence[Marked], particles: Mapping[str, str], closers: Sequence[str]
) -> tuple[str, int]:
    """Return that particle, empty where there is none, and how many pieces it ends behind."""
    for n, piece in enumerate(pieces):
        last = n + 1 == len(pieces) or pieces[n + 1].kind is WordKind.PUNCT
        if last or pieces[n + 1].fold in closers:
            ends = (
                " ".join(p.fold for p in pieces[k : n + 1]) for k in range(max(0, n - 2), n + 1)
            )
            found = next((end for end in ends if end in particles), "")
            if found:
                return found, n + 1
        if piece.kind is WordKind.PUNCT and piece.fold in _STOPS:
            break
    return "", 0
