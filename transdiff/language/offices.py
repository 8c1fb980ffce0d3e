"""What offices are made of: ranks, functions and fields, and their order of precedence.

The section ``[titles]`` of a pack says what a phrase means in these words: ``deputy minister``,
``foreign minister``, ``former president``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from transdiff.language.dictionary import Dictionary
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.words import fold_word, stem_word

MODIFIERS = frozenset(
    {"deputy", "first", "acting", "former", "designate", "co", "delegate", "assistant"}
)
"""Ranks that change what an office is."""

PRECEDENCE = {
    "president": 7,
    "prime-minister": 7,
    "chancellor": 7,
    "king": 7,
    "queen": 7,
    "emir": 7,
    "pope": 7,
    "minister": 5,
    "party-secretary": 6,
    "speaker": 5,
    "governor": 5,
    "secretary-general": 5,
    "prosecutor-general": 5,
    "chief-prosecutor": 4.5,
    "prosecutor": 3,
    "state-secretary": 4,
    "ambassador": 3,
    "consul": 2,
    "heir": 6,
    "prince": 5,
    "representative": 3,
    "mayor": 4,
    "chief-of-staff": 4,
    "commander": 4,
    "chair": 4,
    "head": 4,
    "commissioner": 4,
    "chief-executive": 4,
    "section-head": 2.5,
    "envoy": 3,
    "lawmaker": 3,
    "senator": 3,
    "spokesperson": 2,
    "adviser": 2,
}
"""Functions by rank; what is not listed has no place in an order of offices."""

FUNCTIONS = frozenset(PRECEDENCE) | frozenset(
    {
        "prefect", "judge", "lawyer", "leader", "negotiator",
        "coach", "captain", "manager", "rector", "professor", "general", "admiral", "chief",
        "chief-operating", "chief-financial", "chief-economist", "chief-scientist",
        "chief-engineer", "treasurer", "founder", "editor", "curator", "conductor", "headteacher",
        "dean", "referee", "surgeon", "superintendent", "sheriff", "warden", "inspector", "coroner",
        "archivist", "librarian", "ombudsman",
    }
)  # fmt: skip
HEADS_OF_STATE = frozenset(f for f, rank in PRECEDENCE.items() if rank == 7)


_COMPOUND = 6
"""Letters from which a word may be an office put together."""
_Meaning = tuple[frozenset[str], str, frozenset[str]]
"""Ranks, function and fields."""


class Part(NamedTuple):
    """A phrase of ``[titles]`` in the text; offsets count from the start of the passage."""

    start: int
    end: int
    modifiers: frozenset[str]
    function: str
    domain: frozenset[str]


def office_parts(passage: Passage) -> Iterator[Part]:
    """Yield the words of *passage* that offices are made of, in order of position."""
    matches = _dictionary(passage.lang).matches(passage)
    found = [Part(m.start, m.end, *m.values[0]) for m in matches if any(m.values[0])]
    found += [*_hyphened(passage, found)]
    made = _made(passage, found) if load_pack(passage.lang).section("compounds") else ()
    yield from sorted([*found, *made])


def _hyphened(passage: Passage, found: Sequence[Part]) -> Iterator[Part]:
    """Yield the words that a rank opens before a hyphen: *ex-bank chief*, *экс-глава*."""
    for word in passage.words:
        rank, hyphen, rest = word.fold.partition("-")
        if hyphen and rest and rank in _ranks(passage.lang):
            start, end = word.span.start - passage.start, word.span.end - passage.start
            if not any(p.start < end and start < p.end for p in found):
                office = _single_offices(passage.lang).get(stem_word(rest, passage.lang))
                modifiers, function, domain = office or (frozenset(), "", frozenset())
                stop = end if office else start + len(rank)
                yield Part(start, stop, modifiers | _ranks(passage.lang)[rank], function, domain)


@lru_cache(maxsize=64)
def _ranks(lang: str) -> Mapping[str, frozenset[str]]:
    """The ranks by the single words that say nothing else."""
    section = load_pack(lang).section("titles").items()
    meanings = ((_meaning(key), phrases) for key, phrases in section)
    return {
        fold_word(phrase).strip("-"): ranks
        for (ranks, function, domain), phrases in meanings
        for phrase in (() if function or domain else phrases)
        if " " not in phrase
    }


def _made(passage: Passage, found: Sequence[Part]) -> Iterator[Part]:
    """Yield the words that are an office put together: *Konzernsprecher*, *exministra*."""
    for word in passage.words:
        start, end = word.span.start - passage.start, word.span.end - passage.start
        if len(word.fold) < _COMPOUND or any(p.start < end and start < p.end for p in found):
            continue
        meaning = _compound(word.text, word.fold, passage.lang)
        if meaning is not None:
            yield Part(start, end, *meaning)


@lru_cache(maxsize=16384)
def _compound(text: str, fold: str, lang: str) -> _Meaning | None:
    """Return what a word of rank and office, or of field and office, says; None for another."""
    compounds = load_pack(lang).section("compounds")
    offices = _single_offices(lang)
    for modifier, prefixes in compounds.get("prefixes", {}).items():
        for prefix in prefixes:
            rest = fold.removeprefix(prefix).removeprefix("-")
            base = offices.get(stem_word(rest, lang)) if rest != fold else None
            if base is not None:
                return base[0] | {modifier}, base[1], base[2]
    heads = compounds.get("heads", ())
    if not text[:1].isupper() or fold.endswith(tuple(compounds.get("except", ()))):
        return None
    head = next((h for h in heads if _ends_in(fold, h, lang) and len(fold) > len(h) + 1), None)
    return offices.get(stem_word(head, lang)) if head else None


def _ends_in(fold: str, head: str, lang: str) -> bool:
    """Whether a word ends in *head*, in whatever case: *des Klinikdirektors*."""
    at = fold.rfind(head)
    return at > 0 and stem_word(fold[at:], lang) == stem_word(head, lang)


@lru_cache(maxsize=64)
def _single_offices(lang: str) -> Mapping[str, _Meaning]:
    """The offices that are one word, by its stem."""
    found: dict[str, _Meaning] = {}
    for key, phrases in load_pack(lang).section("titles").items():
        meaning = _meaning(key)
        for phrase in phrases if meaning[1] else ():
            if " " not in phrase:
                found.setdefault(stem_word(fold_word(phrase), lang), meaning)
    return found


@lru_cache(maxsize=64)
def _dictionary(lang: str) -> Dictionary[_Meaning]:
    section = load_pack(lang).section("titles")
    entries = [(phrase, _meaning(key)) for key, phrases in section.items() for phrase in phrases]
    return Dictionary([*entries, *_prefixed(entries, lang)], lang)


def _prefixed(entries: Sequence[tuple[str, _Meaning]], lang: str) -> Iterator[tuple[str, _Meaning]]:
    """Yield the offices of several words with what may be written before them: *exdirector* …"""
    prefixes = load_pack(lang).section("compounds").get("prefixes", {})
    for phrase, (modifiers, function, domain) in entries:
        if function and " " in phrase:
            for modifier, written in prefixes.items():
                yield from (
                    (p + phrase, (modifiers | {modifier}, function, domain)) for p in written
                )


def _meaning(key: str) -> _Meaning:
    atoms = key.split()
    modifiers = frozenset(a for a in atoms if a in MODIFIERS)
    functions = [a for a in atoms if a in FUNCTIONS and a not in modifiers]
    domain = frozenset(a for a in atoms if a not in modifiers and a not in functions)
    return modifiers, functions[-1] if functions else "", domain


def precedence(function: str, modifiers: frozenset[str]) -> float:
    """Return the rank of an office, 0 where it has none; a deputy ranks below its principal."""
    rank = float(PRECEDENCE.get(function, 0))
    if not rank:
        return 0.0
    rank -= 1.5 * ("deputy" in modifiers) + 0.5 * ("delegate" in modifiers)
    rank -= 1.0 * ("assistant" in modifiers) + 0.5 * ("acting" in modifiers)
    return rank - 0.3 * ("co" in modifiers) + 0.2 * ("first" in modifiers)
