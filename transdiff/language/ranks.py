"""Ranks: *the second-highest*, *deuxième plus grand*, *zweitgrößte*, beside what is first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transdiff.facts import Span
from transdiff.language.extremes import of_one_thing
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.phrases import Piece, pieces_of
from transdiff.language.reading import Reading
from transdiff.language.words import tokenize

_POLES = {"large": "high", "small": "low"}
"""Poles that mean one: *the largest number*, *the highest figure*."""
_AMONG = 4
"""Words before a superlative in which stands that it is one of several: *one of the oldest*."""


@dataclass(frozen=True)
class Rank:
    """A superlative, with the words ``[first, end)`` from its ordinal on if it has one.

    ``kind`` is the stem of the superlative, with the word that makes it one.
    """

    kind: tuple[str, ...]
    first: int
    end: int


def other_ranks(pairing: Pairing) -> Iterator[tuple[Rank, Rank]]:
    """Yield the superlatives of which one text has the first, the other a later in the row."""
    if pairing.foreign:
        return
    mine, theirs = (list(seconds(reading)) for reading in (pairing.mine, pairing.theirs))
    kinds = {r.kind for r in mine} ^ {r.kind for r in theirs}
    first, other = (list(firsts(reading, kinds)) for reading in (pairing.mine, pairing.theirs))
    settled = {r.kind for r in first} & {r.kind for r in other}
    for here, there in ((first, theirs), (mine, other)):
        for one in here:
            for two in there:
                places = (one.first, one.end), (two.first, two.end)
                alike = one.kind == two.kind and one.kind not in settled
                if alike and of_one_thing(pairing, *places, least=1):
                    yield one, two


def seconds(reading: Reading) -> Iterator[Rank]:
    """Yield the superlatives behind an ordinal: *second-highest*, *third most common*."""
    pieces = _pieces(reading)
    prefixes = load_pack(reading.lang).words("numbers", "rank-prefixes")
    for value, first, end in listed_table(reading.lang, "numbers", "ordinals").all(pieces):
        kind = _superlative(reading.lang, pieces, end) if float(value) > 1 else None
        if kind is not None:
            yield _rank(reading, pieces, first, end + len(kind), kind)
    for at, piece in enumerate(pieces):
        for prefix in prefixes:
            rest = piece.fold.removeprefix(prefix)
            if rest != piece.fold and rest.endswith(_endings(reading.lang)):
                kind = _compounded(reading.lang, rest)
                yield _rank(reading, pieces, at, at + 1, kind)


def firsts(reading: Reading, kinds: set[tuple[str, ...]]) -> Iterator[Rank]:
    """Yield the superlatives of *kinds* that neither an ordinal nor *one of* makes less."""
    if not kinds:
        return
    pieces, lang = _pieces(reading), reading.lang
    later = {n for r in seconds(reading) for n in range(r.first, r.end)}
    among = listed_phrases(lang, "numbers", "one-of")
    for at in range(len(pieces)):
        kind = _superlative(lang, pieces, at)
        if kind is None or kind not in kinds:
            continue
        rank = _rank(reading, pieces, at, at + len(kind), kind)
        near = pieces[max(0, at - _AMONG) : at]
        if later.isdisjoint(range(rank.first, rank.end)) and not any(among.all(near)):
            yield rank


def _superlative(lang: str, pieces: Sequence[Piece], at: int) -> tuple[str, ...] | None:
    """Return the superlative at piece *at*, as the stems of its words."""
    if at >= len(pieces):
        return None
    if pieces[at].fold in load_pack(lang).words("numbers", "rank-degrees"):
        more = at + 1 < len(pieces) and pieces[at + 1].fold.isalpha()
        return (pieces[at].stem, pieces[at + 1].stem) if more else None
    if not pieces[at].fold.endswith(_endings(lang)):
        return None
    pole = listed_table(lang, "comparison", "extremes").match(pieces, at)
    return (_POLES.get(pole[0], pole[0]) if pole else pieces[at].stem,)


def _compounded(lang: str, rest: str) -> tuple[str, ...]:
    """Return the superlative that a word joined to its ordinal is: *größte* of *zweitgrößte*."""
    (piece,) = pieces_of(tokenize(rest, 0, lang), 0, lang)
    return _superlative(lang, (piece,), 0) or (piece.stem,)


def _endings(lang: str) -> tuple[str, ...]:
    """What a word ends in that is a superlative by itself: *oldest*, *größte*."""
    return tuple(load_pack(lang).words("numbers", "rank-endings"))


def _pieces(reading: Reading) -> tuple[Piece, ...]:
    return pieces_of(reading.words, 0, reading.lang)


def _rank(
    reading: Reading, pieces: Sequence[Piece], first: int, end: int, kind: tuple[str, ...]
) -> Rank:
    words = reading.inside(Span(pieces[first].start, pieces[end - 1].end))
    if not words:  # a part of a hyphenated word
        words = reading.inside(Span(pieces[first].start, pieces[first].end))
    return Rank(kind, words.start, max(words.stop, words.start + 1))
