"""Find how things are compared: rise and fall, more and less, by how much, against what.

The words are those of ``[comparison]`` in the pack. Markers of kind ``direction`` have the value
``up`` or ``down``, ``comparison`` has ``more`` or ``less``, ``degree`` has ``much`` or ``slight``,
``baseline`` names the period that a change is measured against (``year``, ``month`` …), ``steady``
that nothing changed, ``limit`` that *no more than* compares nothing.

Some words are directions only beside a figure: before it (``up 12 percent``, ``a pris 3 %``) those
of ``figured``, after it (``41 percent fewer``, ``17 cm higher``, ``41 % de plus``) those of
``figured-after``. German verbs of ``separable`` take a particle that closes the clause:
``ging … zurück``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.facts import Marker, WordKind
from transdiff.language.listed import listed_table
from transdiff.language.number_words import number_words
from transdiff.language.numerals import read_numeral
from transdiff.language.pack import Pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Phrases, Piece
from transdiff.language.separable import REACH, closing_particle
from transdiff.language.units import dimension_of, unit_phrases

_BEHIND = 6
"""Words behind a position among which a figure or a level would stand."""
_FIGURE = 3
_OTHERS = 3
"""Words behind *than* among which all others are named: *than any other*, *than ever*."""
"""Words after *up from* within which its figure stands."""
_UNIT = 3
"""Words of a unit, at most."""
_KINDS = {
    "directions": "direction",
    "figured": "figured",
    "figured-after": "figured-after",
    "comparatives": "comparison",
    "degrees": "degree",
    "baselines": "baseline",
    "steady": "steady",
    "limits": "limit",
    "idioms": "idiom",
}
_IDIOM = "idiom"
"""What hides the words in it: nothing falls in *power cuts*."""
_IN_PLACE = frozenset({"figured", "figured-after", "separable"})


@lru_cache(maxsize=32)
def _phrases(pack: Pack) -> Phrases[tuple[str, str]]:
    data = pack.section("comparison")
    entries = [
        (phrase, (kind, value))
        for table, kind in _KINDS.items()
        for value, phrases in data.get(table, {}).items()
        for phrase in phrases
    ]
    cut = [(verb, ("separable", verb)) for verb in _particles(pack)]
    return Phrases([*cut, *entries], pack.lang)


@lru_cache(maxsize=32)
def _particles(pack: Pack) -> dict[str, dict[str, str]]:
    """For each verb that may be cut in two, the direction that each particle gives it."""
    found: dict[str, dict[str, str]] = {}
    for key, verbs in pack.section("comparison").get("separable", {}).items():
        particle, _, value = key.partition(" ")
        for verb in verbs:
            found.setdefault(verb, {})[particle] = value
    return found


def find_directions(passage: Passage) -> tuple[Marker, ...]:
    """Return the markers of direction, comparison, degree and baseline, in order of position."""
    pieces = passage.pieces
    found = []
    for (table, entry), first, end in _phrases(passage.pack).all(pieces):
        value = _value(passage.pack, table, entry, pieces, (first, end))
        if table == "comparison" and _after_percent(passage.pack, pieces, first):
            turned = _after_figure(passage.pack).get(" ".join(p.fold for p in pieces[first:end]))
            table, value = ("direction", turned) if turned else (table, value)
        if value:
            kind = "direction" if table in _IN_PLACE else table
            span = passage.span(pieces[first].start, pieces[end - 1].end)
            after = pieces[end].stem if end < len(pieces) else ""
            found.append(Marker(span, kind, value, event=after))
            if kind == "comparison":
                found += _base_behind(passage, end)
    kinds = ("direction", "comparison")
    moves = [m for m in found if m.kind in kinds and not is_measure(m, passage)]
    counted = any(piece.kind is WordKind.NUMBER for piece in pieces)
    return tuple(m for m in found if not ((moves or not counted) and is_measure(m, passage)))


def _base_behind(passage: Passage, end: int) -> Iterator[Marker]:
    """Yield the period that a comparison is with: *more than in the previous quarter*."""
    pieces = passage.pieces
    if pieces[end - 1].fold not in passage.pack.words("comparison", "than"):
        return
    period = listed_table(passage.lang, "comparison", "baselines").match(pieces, end - 1)
    if period is not None:
        value, last = period
        yield Marker(passage.span(pieces[end - 1].start, pieces[last - 1].end), "baseline", value)


def _value(pack: Pack, table: str, entry: str, pieces: Sequence[Piece], at: tuple[int, int]) -> str:
    """Return what a phrase means where it stands; empty where it says nothing there."""
    first, end = at
    if table == _IDIOM:
        return ""
    if _is_place(pack, table, pieces, at) or _is_superlative(pack, table, pieces, end):
        return ""
    if (
        table == "comparison"
        and end < len(pieces)
        and pieces[end].fold in pack.words("comparison", "factors")
    ):
        return ""  # more than halved
    if table in ("figured", "figured-after"):  # ``up`` alone says nothing, ``up 12 percent`` does
        before = table == "figured" or _leads(pack, pieces[first:end])
        counts = end < len(pieces) and read_numeral(number_words(pack), pieces, end) is not None
        if before and counts:
            return entry
        if table == "figured-after" and _after_percent(pack, pieces, first):
            return entry
        return entry if table == "figured-after" and _after_measure(pack, pieces, first) else ""
    if table == "direction" and (_lacks_figure(pack, pieces, at) or _is_deed(pack, pieces, at)):
        return ""
    if table == "separable":
        closers = pack.words("comparison", "closers")
        particle = closing_particle(pieces[end : end + REACH], _particles(pack)[entry], closers)
        return _particles(pack)[entry].get(particle, "")
    return entry


def _is_superlative(pack: Pack, table: str, pieces: Sequence[Piece], end: int) -> bool:
    """Whether something is compared with all others: *more than any other* is the most."""
    if table != "comparison" or end >= len(pieces):
        return False
    others = pack.words("comparison", "others")
    universal = pieces[end].fold in pack.words("comparison", "universal")
    return universal and any(p.fold in others for p in pieces[end : end + _OTHERS])


@lru_cache(maxsize=32)
def _after_figure(pack: Pack) -> dict[str, str]:
    """The direction of each word that may follow its figure: *12 percent cheaper*."""
    listed = pack.section("comparison").get("figured-after", {})
    return {word: value for value, words in listed.items() for word in words}


def _leads(pack: Pack, phrase: Sequence[Piece]) -> bool:
    """Whether a word that may follow its figure may stand before one as well: *up*, *down*."""
    words = pack.section("comparison").get("figured", {})
    return any(" ".join(p.fold for p in phrase) in listed for listed in words.values())


def _lacks_figure(pack: Pack, pieces: Sequence[Piece], at: tuple[int, int]) -> bool:
    """Whether ``up from`` is followed by no figure: *picked it up from the snow*."""
    first, end = at
    roles = pack.section("comparison").get("roles", {})
    links = (*roles.get("from", ()), *roles.get("by", ()))
    if end - first < 2 or pieces[end - 1].fold not in links:
        return False
    table = number_words(pack)
    places = range(end, min(len(pieces), end + _FIGURE))
    return all(read_numeral(table, pieces, n) is None for n in places)


def _is_deed(pack: Pack, pieces: Sequence[Piece], at: tuple[int, int]) -> bool:
    """Whether a verb that means a rise by itself is a passive: *71% of the core was recovered*."""
    first, end = at
    if pieces[end - 1].fold not in pack.words("comparison", "active"):
        return False
    passive = pack.words("roles", "passive")
    return any(piece.fold in passive for piece in pieces[max(0, first - 2) : first])


def _is_place(pack: Pack, table: str, pieces: Sequence[Piece], at: tuple[int, int]) -> bool:
    """Whether a phrase says where something is: *ten metres below the surface*, *above a village*.

    It compares where a figure follows or a level does: *above the average*.
    """
    first, end = at
    phrase = " ".join(p.fold for p in pieces[first:end])
    if phrase not in pack.words("comparison", "positions"):
        return False
    if _after_measure(pack, pieces, first, "length"):
        return True
    levels, numbers = pack.words("comparison", "levels"), number_words(pack)
    behind = range(end, min(len(pieces), end + _BEHIND))
    return (
        bool(levels)
        and table == "comparison"
        and not any(
            pieces[n].fold in levels or read_numeral(numbers, pieces, n) is not None for n in behind
        )
    )


def _after_measure(pack: Pack, pieces: Sequence[Piece], at: int, dimension: str = "") -> bool:
    """Whether a figure with its unit stands right before *at*: *17 centimetres higher*."""
    points = pack.words("numbers", "points") if not dimension else ()
    if at > 1 and pieces[at - 1].fold in points:
        return read_numeral(number_words(pack), pieces, at - 2) is not None
    for start in range(max(1, at - _UNIT), at):
        unit = unit_phrases(pack).match(pieces, start)
        if unit is not None and unit[1] == at and dimension in ("", dimension_of(unit[0])):
            return read_numeral(number_words(pack), pieces, start - 1) is not None
    return False


def _after_percent(pack: Pack, pieces: Sequence[Piece], at: int) -> bool:
    """Whether a share stands right before *at*: *12 percent lower*, *a fifth lower*."""
    if at and pieces[at - 1].fold[-1] in "%％٪":
        return True
    if _after_fraction(pack, pieces, at):
        return True
    starts = range(max(0, at - 2), at)
    return any(unit_phrases(pack).match(pieces, start) == ("percent", at) for start in starts)


def _after_fraction(pack: Pack, pieces: Sequence[Piece], at: int) -> bool:
    for start in range(max(0, at - _UNIT), at):
        number = read_numeral(number_words(pack), pieces, start)
        if number is not None and number.kind == "fraction" and number.end == at:
            return True
    return False


def is_measure(marker: Marker, passage: Passage) -> bool:
    """Whether a direction only names what is measured: *growth* in *cut its growth forecast*."""
    start = passage.start
    word = passage.text[marker.span.start - start : marker.span.end - start].casefold()
    return marker.kind == "direction" and word in passage.pack.words("comparison", "measures")
