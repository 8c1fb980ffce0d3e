"""The same condition told from its other end: *opens if the board agrees*, *not if it does not*.

In the news *only if*, *if* and *unless* are turned that way without a second thought. What tells it
from a contradiction is the claim: there it has changed together with the condition.
"""

from __future__ import annotations

from dataclasses import dataclass

from transdiff.language.conditions import CONCESSION, STRICT
from transdiff.language.past import past_form
from transdiff.language.reading import Pairing, Reading
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
    return turned or not _share_verb(pairing, mine, theirs)


def _share_verb(pairing: Pairing, mine: _Parts, theirs: _Parts) -> bool:
    """Whether a verb of the claim is in both, the verbs by which somebody tells it apart."""
    told = {
        i
        for f in pairing.mine.facts
        for a in f.attributions
        for span in (a.span, a.source_span)
        if span is not None
        for i in pairing.mine.inside(span)
    }
    return any(
        pairing.forward[i] in theirs.claim and _tells(pairing.mine, i) for i in mine.claim - told
    )


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
    clauses = {reading.clauses[c.end - 1] for c in cues if c.marker.value != "else"}
    held = frozenset(i for i in range(len(reading.words)) if reading.clauses[i] in clauses)
    denials = [c.first for c in reading.of_kind("negation", "not") if c.first not in lacks]
    unless = sum(c.marker.value == "unless" for c in cues) + len(lacks)
    inside = sum(i in held for i in denials)
    claim = frozenset(i for i in reading.content if i not in held)
    return _Parts(claim, inside + unless, len(denials) - inside)


def _lacks(reading: Reading) -> frozenset[int]:
    """Return where a word like *without* makes a condition of what there has to be."""
    soft = {c.first for c in reading.of_kind("condition", "soft")}
    return frozenset(c.first for c in reading.of_kind("negation", _LACK) if c.first in soft)
