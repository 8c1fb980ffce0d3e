"""Rule ``condition-changed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.language.conditions import CONCESSION
from transdiff.language.contraposed import contraposed
from transdiff.language.cues import STRICT, Cue
from transdiff.language.limits import bounded_otherwise
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.waivers import conceded, waiver
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement

_OTHER = {
    frozenset({"only-if", "unless"}),
    frozenset({"if", "unless"}),
    frozenset({"if", "even-if"}),
    frozenset({"only-if", "even-if"}),
    frozenset({"unless", "even-if"}),
}
"""Conditions that say different things; *if* and *only if* are close enough."""


@rule(group="meaning", category="condition", severity="major")
def condition_changed(pair: Comparison) -> Iterator[Mark]:
    """Report a condition turned into another one: *only if* into *unless*, *if* into *even if*.

    So is a condition that the article waives or concedes: *as soon as they have a guarantee* is not
    *without waiting for one*, nor *even without one*. Turned round together with its claim it is
    the same: *opens if they come*, *does not open if they do not*. *Unless it rains* and *if it
    does not rain* are the same condition, so a denial on one side of the pair makes up for the
    change.

    Flagged:
        reference: The case will be reopened only if the family files a new complaint.
        translation: The case will be reopened [[unless]] the family files a new complaint.

        reference: The shop will close if the rent rises.
        translation: The shop will close [[even if]] the rent rises.

        reference[uk]: Перевізники відкриють пункт, якщо отримають гарантії.
        translation[en]: Hauliers will open the crossing [[without waiting for]] guarantees.

        reference[en]: The union will end the strike if the firm restores the contract.
        translation[fr]: Le syndicat mettra fin à la grève [[sans condition]].

        reference: The lift opens on Sunday provided that the inspectors pass the brakes.
        translation: The lift will be opened on Sunday [[even without]] brakes that inspectors pass.

        reference[de]: Die Seilbahn öffnet am Sonntag, sofern das Amt die Bremsen abnimmt.
        translation[de]: [[Auch ohne]] Abnahme der Bremsen öffnet die Seilbahn am Sonntag.

    Allowed:
        reference[es]: La piscina abrirá en junio siempre que la ciudad contrate socorristas.
        translation[es]: Si la ciudad no contrata socorristas, la piscina no abrirá en junio.

        reference[de]: Der Verein zieht ungeachtet des Urteils um, wenn das Geld reicht.
        translation[en]: The club will move regardless of the ruling, money permitting.

        reference: The match will start at noon unless it rains heavily.
        translation: The match will start at noon if it does not rain heavily.

        reference: The match will be put off if fewer than nine players arrive.
        translation: The match will be put off unless at least nine players arrive.

        reference: The case will be reopened only if the family files a new complaint.
        translation: The case will be reopened if the family files a new complaint.
    """
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        if contraposed(pairing):
            continue
        kinds = {c.marker.value for c in pairing.theirs.of_kind("condition", *STRICT, CONCESSION)}
        for mine in pairing.mine.of_kind("condition", *STRICT, CONCESSION):
            if mine.marker.value in kinds:
                continue
            theirs = _counterpart(pairing, mine)
            if theirs is not None and not _made_up(pairing, mine, theirs):
                yield disagreement(pair, witness, mine.marker.span, theirs.marker.span)
                return
        if (found := waiver(pairing) or conceded(pairing)) is not None:
            waived, held = found
            yield disagreement(pair, witness, waived.marker.span, held.marker.span)
            return


def _counterpart(pairing: Pairing, mine: Cue) -> Cue | None:
    """Return the condition of the other side that governs the same words but says otherwise."""
    for theirs in pairing.theirs.of_kind("condition", *STRICT, CONCESSION):
        if frozenset({mine.marker.value, theirs.marker.value}) not in _OTHER:
            continue
        inside, right = pairing.mine.beyond(mine.end, 5), pairing.theirs.beyond(theirs.end, 5)
        before, left = pairing.mine.up_to(mine.first, 5), pairing.theirs.up_to(theirs.first, 5)
        held = sum(pairing.forward[i] in right for i in inside)
        main = sum(pairing.forward[i] in left for i in before)
        if held >= 2 or (held and main >= 2):
            return theirs
    return None


def _made_up(pairing: Pairing, mine: Cue, theirs: Cue) -> bool:
    """Whether one side denies more, the conjunctions apart: *unless* is *if not*.

    A figure may be bounded the other way round instead: *unless at least five*, *if fewer*.
    """
    if bounded_otherwise(pairing) or _denials(pairing.mine) != _denials(pairing.theirs):
        return True
    return _denials(pairing.mine, mine) != _denials(pairing.theirs, theirs)


def _denials(reading: Reading, condition: Cue | None = None) -> int:
    """How much is denied, in the clause of *condition* or anywhere."""
    conjunctions = {c.first for c in reading.of_kind("condition")}
    unless = {reading.clauses[c.end - 1] for c in reading.of_kind("condition", "unless")}
    expletive = load_pack(reading.lang).words("negation", "expletive")
    return sum(
        c.first not in conjunctions
        and (condition is None or reading.clauses[c.first] == reading.clauses[condition.end - 1])
        and not (reading.clauses[c.first] in unless and reading.words[c.first].fold in expletive)
        for c in reading.of_kind("negation", "not", "lexical")
    )
