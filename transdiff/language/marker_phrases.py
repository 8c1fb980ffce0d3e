"""The phrases that are markers, compiled from a pack and found in the pieces of a sentence.

The lists are the pack's ``[negation]``, ``[hedges]``, ``[conditions]``, ``[status]``, ``[tense]``
and ``[events]``. Whether a phrase means what it says where it stands (*May* the month) is asked in
:mod:`transdiff.language.markers`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from transdiff.facts import WordKind
from transdiff.language.pack import Pack, load_pack
from transdiff.language.passage import Passage
from transdiff.language.phrases import Phrases, Piece
from transdiff.language.separable import Separable, has_gap

KINDS = {
    "negation": "negation",
    "hedges": "hedge",
    "certainty": "certainty",
    "conditions": "condition",
    "status": "status",
    "legal": "status",
    "duty": "status",
    "accusing": "accusing",
    "tense": "tense",
    "set": "tense",
    "asked": "tense",
    "rest": "rest",
    "opening": "condition",
}


def marker_phrases(pieces: Sequence[Piece], lang: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield (kind, value, first, end) of each phrase; those of one kind do not overlap."""
    books = _books(lang)
    reached: dict[str, int] = {}
    for at, piece in enumerate(pieces):
        for kind, value in _openings(piece.fold, lang):
            if reached.get(kind, 0) > at:
                continue
            if kind == "opening" and at and pieces[at - 1].kind is not WordKind.PUNCT:
                continue
            match = (value, at + 1) if value else books[kind].match(pieces, at)
            if match is not None:
                if match[0] == "peak" and _stands_before(pieces, at, match[1], lang):
                    match = ("not", at + 1)
                reached[kind] = match[1]
                if match[0] != "idiom":
                    yield kind, match[0], at, match[1]


def _stands_before(pieces: Sequence[Piece], at: int, end: int, lang: str) -> bool:
    """Whether *not before* is said of a place or a danger: *nicht vor dem Hochwasser warnen*.

    It sets a limit where a time follows.
    """
    listed = load_pack(lang).words("negation", "spatial")
    if " ".join(piece.fold for piece in pieces[at:end]) not in listed:
        return False
    times = load_pack(lang).words("negation", "times")
    ahead = pieces[end : end + 2]
    return not any(p.kind is WordKind.NUMBER or p.fold.startswith(times) for p in ahead)


@lru_cache(maxsize=65536)
def _openings(fold: str, lang: str) -> tuple[tuple[str, str], ...]:
    """Return the kinds of marker that a word may begin, with the value of one that it ends."""
    word = (Piece(fold, "", 0, len(fold), WordKind.WORD),)
    found = []
    for kind, book in _books(lang).items():
        if not book.opens(fold):
            continue
        if book.continues(fold):
            found.append((kind, ""))
        elif match := book.match(word, 0):
            found.append((kind, match[0]))
    return tuple(found)


@lru_cache(maxsize=64)
def _books(lang: str) -> Mapping[str, Phrases[str]]:
    """Compile the phrase books of *lang*, one for each kind of marker."""
    phrases = _phrases(load_pack(lang))
    plain = {kind: [e for e in entries if not has_gap(e[0])] for kind, entries in phrases.items()}
    return {kind: Phrases(entries, lang) for kind, entries in plain.items() if entries}


def separable_events(passage: Passage) -> dict[int, tuple[str, str, int, int]]:
    """Return the events that a verb names with its particle, by place: alone it may be another.

    A capital within the sentence makes it a noun: *Der Bau fällt aus*.
    """
    pieces = passage.pieces
    return {
        first: ("events", value, first, end)
        for value, first, end in _separable(passage.lang).all(pieces)
        if first == 0 or not passage.text[pieces[first].start].isupper()
    }


@lru_cache(maxsize=64)
def _separable(lang: str) -> Separable:
    """Compile the events that are written with a gap."""
    pack = load_pack(lang)
    gaps = (e for e in _classes(pack) if has_gap(e[0]))
    return Separable(gaps, pack.words("comparison", "closers"), lang)


def _phrases(pack: Pack) -> dict[str, list[tuple[str, str]]]:
    status, hedges = pack.section("status"), pack.section("hedges")
    duty = {f"duty:{step}": words for step, words in status.get("duty", {}).items()}
    legal = {f"legal:{step}": words for step, words in status.get("legal", {}).items()}
    negation = {k: pack.words("negation", k) for k in ("idioms", "not", "lexical", "weak", "peak")}
    limits = pack.section("dates").get("limits", {})
    negation["peak"] += tuple(limits.get("earliest", ()))
    # Who is acquitted is not guilty; "found not guilty" has its denial in it.
    acquittals = status.get("legal", {}).get("0", ())
    plain = frozenset(negation["not"])
    negation["lexical"] += tuple(p for p in acquittals if plain.isdisjoint(p.split()))
    return {
        "negation": list(_entries(negation)),
        "hedges": list(_entries(hedges)),
        "certainty": list(_entries(hedges.get("certain", {}))),
        "conditions": list(_entries(pack.section("conditions"))),
        "status": list(_entries(status)),
        "legal": list(_entries({"idioms": status.get("idioms", ()), **legal})),
        "duty": list(_entries({"idioms": status.get("idioms", ()), **duty})),
        "accusing": list(_entries(status.get("accusing", {}))),
        "tense": list(
            _entries({k: pack.words("tense", k) for k in ("idioms", "future", "past", "particle")})
        ),
        "opening": list(
            _entries({k: pack.words("conditions.opening", k) for k in ("if", "unless")})
        ),
        "set": list(_entries({k: pack.words("tense", k) for k in ("idioms", "set")})),
        "asked": list(_entries({k: pack.words("tense", k) for k in ("idioms", "asked")})),
        "rest": list(_entries({"rest": pack.words("numbers", "rest")})),
        "events": _classes(pack),
    }


def _classes(pack: Pack) -> list[tuple[str, str]]:
    return _merged(_entries(pack.section("events").get("classes", {})))


def _entries(lists: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each phrase of the lists with the list's name; the first to name a phrase wins."""
    for value in sorted(lists, key=lambda key: key != "idioms"):
        if not isinstance(lists[value], Mapping):
            name = "idiom" if value == "idioms" else value
            yield from ((phrase, name) for phrase in lists[value])


def _merged(entries: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give a phrase that several lists hold all of their names, joined by ``|``."""
    names: dict[str, list[str]] = {}
    for phrase, name in entries:
        names.setdefault(phrase, []).append(name)
    return [(phrase, "|".join(found)) for phrase, found in names.items()]
