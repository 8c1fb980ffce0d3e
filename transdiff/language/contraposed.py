"""The same condition told from its other end: *opens if the board agrees*, *not if it does not*.

In the news *only if*, *if* and *unless* are turned that way without a second thought. What tells it
from a contradiction is the claim: there it has changed together with the condition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transdiff.facts import Span
from transdiff.language.conditions import CONCESSION
from transdiff.language.cues import STRICT, Cue
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.language.verbs import is_verb

_LACK = "lexical"
_CONDITIONS = (*STRICT, "else")


@dataclass(frozen=True)
class _Parts:
    """The words of a condition and of the claim that it governs, and how often each is denied."""

    claim: frozenset[int]
    condition_denied: int
    claim_denied: int


def contraposed(pairing: Pairing) -> bool:
    """Whether two sentences of one language hold a claim and its condition, both turned round.

    A condition that alone is turned round leaves the claim no verb of the other one's.
    """
    if not pairing.alike:
        return False
    mine, theirs = _parts(pairing.mine), _parts(pairing.theirs)
    if mine is None or theirs is None:
        return False
    if mine.condition_denied % 2 == theirs.condition_denied % 2:
        return False
    turned = mine.claim_denied % 2 != theirs.claim_denied % 2
    return turned or not _share_verb(pairing, mine.claim, theirs.claim)


def bounds_one_condition(pairing: Pairing, mine: Span, theirs: Span) -> bool:
    """Whether figures whose bounds leave nothing between them are one condition's two ends.

    *Sails only if the wind is below seven*, *at seven or more it stays in port*: one claim is
    denied, or both have words of their own and no verb in common. Each figure stands in the
    condition, if there is a word for it.
    """
    here, there = _end(pairing.mine, mine), _end(pairing.theirs, theirs)
    if here is None or there is None or not (here.conditional or there.conditional):
        return False
    if any(a % 2 != b % 2 for a, b in zip(here.denied, there.denied, strict=True)):
        return True
    our_own = any(pairing.forward[i] not in there.claim for i in here.claim)
    their_own = any(pairing.backward[j] not in here.claim for j in there.claim)
    return our_own and their_own and not _share_verb(pairing, here.claim, there.claim)


@dataclass(frozen=True)
class _End:
    """A sentence with a figure in its condition: how often it is denied, by grammar and by word."""

    claim: frozenset[int]
    conditional: bool
    denied: tuple[int, int]


def _end(reading: Reading, figure: Span) -> _End | None:
    """Return what is said around *figure*, None where it stands beside the condition."""
    places = reading.inside(figure)
    if not places:
        return None
    sentence = reading.sentence(places[0])
    cues = [c for c in reading.of_kind("condition", *STRICT) if c.first in sentence]
    held = _held(reading, cues)
    if cues and places[0] not in held:
        return None
    claim = frozenset(i for i in reading.content if i in sentence and i not in held)
    unless = sum(c.marker.value == "unless" for c in cues)
    nots = sum(c.first in sentence for c in reading.of_kind("negation", "not"))
    words = sum(c.first in claim for c in reading.of_kind("negation", _LACK))
    return _End(claim, bool(cues), (nots + unless, words))


def _held(reading: Reading, cues: Sequence[Cue]) -> frozenset[int]:
    """Return the words of the clauses that *cues* make conditions."""
    clauses = {reading.clauses[c.end - 1] for c in cues}
    return frozenset(i for i in range(len(reading.words)) if reading.clauses[i] in clauses)


def _share_verb(pairing: Pairing, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether a verb of the claim is in both, the verbs by which somebody tells it apart."""
    told = {
        i
        for f in pairing.mine.facts
        for a in f.attributions
        for span in (a.span, a.source_span)
        if span is not None
        for i in pairing.mine.inside(span)
    }
    return any(pairing.forward[i] in theirs and _tells(pairing.mine, i) for i in mine - told)


def _tells(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    return is_verb(word, reading.lang) or bool(past_form(word.fold, reading.lang))


def _parts(reading: Reading) -> _Parts | None:
    """Return the parts of a sentence with a condition, None where it has none or concedes it."""
    if reading.of_kind("condition", CONCESSION):
        return None
    cues = reading.of_kind("condition", *_CONDITIONS)
    lacks = _lacks(reading)
    if not cues and not lacks:
        return None
    held = _held(reading, [c for c in cues if c.marker.value != "else"])
    denials = [c.first for c in reading.of_kind("negation", "not") if c.first not in lacks]
    unless = sum(c.marker.value == "unless" for c in cues) + len(lacks)
    inside = sum(i in held for i in denials)
    claim = frozenset(i for i in reading.content if i not in held)
    return _Parts(claim, inside + unless, len(denials) - inside)


def _lacks(reading: Reading) -> frozenset[int]:
    """Return where a word like *without* makes a condition of what there has to be."""
    soft = {c.first for c in reading.of_kind("condition", "soft")}
    return frozenset(c.first for c in reading.of_kind("negation", _LACK) if c.first in soft)
