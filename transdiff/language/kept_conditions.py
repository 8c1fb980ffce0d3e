"""Whether a reading keeps, in whatever words, the condition that the other one sets for a claim."""

from __future__ import annotations

from transdiff.facts import Quantity, WordKind
from transdiff.language.conditions import ONCE, WAIVED, Claim, held_under
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import listed_ranges, nouns_have_capitals
from transdiff.language.equal_denials import barred_without, lacks
from transdiff.language.inner_denials import contrary_word
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.units import dimension_of, in_base

_TIES = frozenset({"require", "allow", "accept"})
"""Events that make one thing depend on another."""
TIES = (*STRICT, ONCE, "tied", "else")
"""What makes one thing depend on another in any wording.

*Tied*: a verb or a noun by which it hangs there, in one clause, *depends on the vote*. *Else*: what
holds where a demand is not met, *otherwise*.
"""
_JUDGED = frozenset({"convict", "sentence"})
_NEAR = 4
"""Words from an opening preposition, or from a claim, to what it holds."""
_LEAST = 2
_TERSE = 3
_SUBJECT = 5
"""Words of a subject, among which what the claim is about stands."""


def softened(pairing: Pairing, claim: Claim) -> bool:
    """Whether a condition in any words bears on the claim: it stands outside the claim's clause."""
    reading = pairing.mine
    held = held_under(pairing.theirs, claim.condition)
    own = {reading.clauses[i] for i in range(*claim.stated)}
    return any(
        c.marker.value in TIES
        or reading.clauses[c.first] not in own
        or _inverted(reading, c)
        or _opens_case(reading, c)
        for c in reading.of_kind("condition")
        if c.marker.value != WAIVED and not _lacks_other(pairing, c, held)
    ) or (is_generic(pairing, claim) or only_when(pairing, claim.condition))


def _is_conviction(pairing: Pairing, held: tuple[int, ...]) -> bool:
    """Whether the condition is a conviction, without which nobody faces what he is said to face."""
    theirs = pairing.theirs
    judged = bool(held) and all(_JUDGED & theirs.events(j) for j in held if theirs.names_event(j))
    named = any(_JUDGED & theirs.events(j) for j in held)
    mine = pairing.mine
    return judged and named and bool(mine.of_kind("hedge") or mine.of_kind("accusing"))


def _opens_case(reading: Reading, cue: Cue) -> bool:
    """Whether a sentence opens with the case it speaks of, with no article: *bei Regen*."""
    if not nouns_have_capitals(reading.lang) or cue.first != reading.sentence(cue.first).start:
        return False
    following = reading.words[cue.end : cue.end + 1]
    articles = load_pack(reading.lang).words("tense", "describing")
    return any(reading.is_content[cue.end] and w.fold not in articles for w in following)


def only_when(pairing: Pairing, condition: Cue) -> bool:
    """Whether *only* stands before a time: *will only build it when there is a profit*.

    In one language most of the condition's words are there too.
    """
    mine = pairing.mine
    if not any(_behind_only(mine, cue) for cue in mine.of_kind("condition", "soft")):
        return False
    held = held_under(pairing.theirs, condition)
    return pairing.foreign or 2 * sum(pairing.backward[j] is not None for j in held) > len(held)


def _behind_only(reading: Reading, cue: Cue) -> bool:
    sentence = reading.sentence(cue.first)
    only = listed_ranges(reading, "only")
    return any(first in sentence and end <= cue.first for first, end in only)


def _lacks_other(pairing: Pairing, cue: Cue, held: tuple[int, ...]) -> bool:
    """Whether *cue* only describes: *without a toll* behind what it tells of, no word of *held*.

    Where it opens the sentence it is a condition, whatever its words.
    """
    mine = pairing.mine
    found = listed_phrases(mine.lang, "negation", "without").match(mine.words, cue.first)
    if found is None or cue.first == mine.sentence(cue.first).start:
        return False
    return not lacks(pairing, (cue.first, found[1]), held)


def _inverted(reading: Reading, cue: Cue) -> bool:
    """Whether a modal opens a condition behind the claim: *will close should the talks fail*."""
    inverting = load_pack(reading.lang).words("events", "inverting")
    if reading.words[cue.first].fold not in inverting:
        return False
    verbs = {c.first for kind in ("tense", "certainty", "hedge") for c in reading.of_kind(kind)}
    clause = reading.clauses[cue.first]
    before = (i for i in range(cue.first) if reading.clauses[i] == clause)
    return any(i in verbs or i in reading.pasts for i in before)


def is_generic(pairing: Pairing, claim: Claim) -> bool:
    """Whether the claim is about any case of its subject: *a conviction carries ten years*.

    The subject names an event, or what the other reading has in its condition: *another frost
    would kill the vines*, *if there were another frost*.
    """
    reading = pairing.mine
    opening = load_pack(reading.lang).words("events", "generic")
    clause = reading.clauses[claim.stated[0]]
    first = next(i for i, own in enumerate(reading.clauses) if own == clause)
    first += reading.words[first].kind is WordKind.PUNCT
    if first >= len(reading.words) or reading.words[first].fold not in opening:
        return False
    if any(reading.clauses[i] == clause for i in reading.pasts):
        return False
    held = held_under(pairing.theirs, claim.condition)
    subject = range(first, min(len(reading.words), first + _SUBJECT))
    return reading.names_event(first + 1) or any(pairing.forward[i] in held for i in subject)


def reworded(pairing: Pairing, claim: Claim) -> bool:
    """Whether half of the condition's own words are in ``mine``, with a word that ties it down.

    *Before the pact takes effect both parliaments must ratify it*: before, must, only, allow.
    """
    mine, theirs = pairing.mine, pairing.theirs
    held = held_under(theirs, claim.condition)
    if _described(pairing, claim, held) or _turned(pairing, held):
        return True
    if barred_without(pairing, held) or _is_conviction(pairing, held):
        return True
    if _is_named(pairing, claim.condition, held) or _prepositional(pairing, held):
        return True
    if _names_threshold(pairing, claim, held) or _measures_alike(pairing, claim):
        return True
    said = sum(pairing.backward[j] is not None for j in held)
    if said < _LEAST or 2 * said < len(held) or not _keeps_deed(pairing, held):
        return False
    ties = any(c.marker.value in _TIES for c in mine.of_kind("event"))
    return ties or bool(mine.of_kind("negation", "peak") or mine.of_kind("condition"))


def _names_threshold(pairing: Pairing, claim: Claim, held: tuple[int, ...]) -> bool:
    """Whether the claim has the figure at which it comes true: *opened at 9.6 metres*.

    A condition told as a fact is looked for apart.
    """
    own = {pairing.mine.clauses[i] for i in range(*claim.stated)}
    figures = [pairing.backward[j] for j in held if pairing.theirs.is_figure(j)]
    return bool(figures) and all(i is not None and pairing.mine.clauses[i] in own for i in figures)


def _measures_alike(pairing: Pairing, claim: Claim) -> bool:
    """Whether the sentence of the claim has the measure of the condition in another unit.

    *If it is an hour late*, *delays of more than 60 minutes*.
    """
    clause = claim.condition.marker.scope
    measured = {
        size
        for facts in (pairing.theirs.facts if clause else ())
        for q in facts.quantities
        if clause and clause.contains(q.span) and (size := _size(q))
    }
    mine = (q for facts in pairing.mine.facts for q in facts.quantities)
    return bool(measured) and any(_size(q) in measured for q in mine)


def _size(quantity: Quantity) -> tuple[str, float] | None:
    """What is measured, and how much of it, of a figure that measures something."""
    dimension = dimension_of(quantity.unit)
    return (dimension, in_base(quantity.value, quantity.unit)) if dimension else None


def _prepositional(pairing: Pairing, held: tuple[int, ...]) -> bool:
    """Whether a preposition that opens the sentence governs what is held: *bei Regen*."""
    mine = pairing.mine
    openers = [
        c
        for c in mine.of_kind("condition", "soft")
        if c.first == mine.sentence(c.first).start and c.end - c.first == 1
    ]
    there = {i for j in held if (i := pairing.backward[j]) is not None}
    return any(there & {*range(c.end, c.end + _NEAR)} for c in openers)


def _keeps_deed(pairing: Pairing, held: tuple[int, ...]) -> bool:
    """Whether the verb of the condition, where one shows, is in the other reading, and its figure.

    What holds above 9.6 metres is not what has to be at 9.2 metres.
    """
    theirs = pairing.theirs
    if any(theirs.is_figure(j) and pairing.backward[j] is None for j in held):
        return False
    deeds = [j for j in held if j in theirs.pasts]
    return pairing.foreign or not deeds or any(pairing.backward[j] is not None for j in deeds)


def _is_named(pairing: Pairing, cue: Cue, held: tuple[int, ...]) -> bool:
    """Whether the other reading names what there has to be: *if there are leaks*, *leaks will*."""
    theirs = pairing.theirs
    book = listed_phrases(theirs.lang, "events", "existing")
    if pairing.foreign or book.match(theirs.words, cue.end) is None:
        return False
    places = [i for j in held if (i := pairing.backward[j]) is not None]
    return 2 * len(places) >= len(held) and not any(i in pairing.mine.pasts for i in places)


def is_echoed(pairing: Pairing, claim: Claim) -> bool:
    """Whether the claim itself names most of the condition: *a vote could be held*, *if called*."""
    held = held_under(pairing.theirs, claim.condition)
    places = [i for j in held if (i := pairing.backward[j]) is not None]
    near = [i for i in places if claim.stated[0] - _NEAR <= i < claim.stated[1] + _NEAR]
    return len(near) >= _LEAST and 2 * len(near) > len(held)


def is_hypothetical(reading: Reading, words: tuple[int, int]) -> bool:
    """Whether the words tell what did not come about: *the resolution would have been binding*."""
    book = listed_phrases(reading.lang, "events", "counterfactual")
    own = {reading.clauses[i] for i in range(*words)}
    return any(reading.clauses[first] in own for _, first, _ in book.all(reading.words))


def _turned(pairing: Pairing, held: tuple[int, ...]) -> bool:
    """Whether a word holds the condition with its denial: *left untreated*, *if not treated*."""
    stems = [pairing.theirs.words[j].stem for j in held]
    mine = pairing.mine
    return any(contrary_word(mine.words[i].stem, stems, mine.lang) for i in mine.content)


def _described(pairing: Pairing, claim: Claim, held: tuple[int, ...]) -> bool:
    """Whether a short condition describes a word of the claim: *properly cooked eggs*."""
    if len(held) > _TERSE:
        return False
    places = (pairing.backward[j] for j in held)
    first, end = claim.stated
    inside = [
        i for i in places if i is not None and first <= i < end and i not in pairing.mine.pasts
    ]
    if len(held) == 1:
        return bool(inside) and not pairing.mine.names_thing(inside[0])
    return len(inside) >= _LEAST and 3 * len(inside) >= 2 * len(held)
