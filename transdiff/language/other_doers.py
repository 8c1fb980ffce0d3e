"""One deed with another doer, both of whom either reading names: *the city refused the museum*.

A reworded sentence tells the deed with other words about it: *a request from the museum was turned
down by the city*. Who does it stays the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, permutations

from transdiff.language.crossing import other_sides
from transdiff.language.deeds import Deed, is_infinitive, told_deeds
from transdiff.language.events import oppositions
from transdiff.language.owned import is_somebodys, owning
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.language.same_deeds import is_named, same_deeds
from transdiff.language.shapes import describes
from transdiff.language.voice_grammar import voice_grammar
from transdiff.language.voices import deed_clause
from transdiff.language.words import Range

_MOST = 20
"""Deeds of one sentence that are compared; a table run into a line has more."""
_FAR = 24
"""Words from one party to the other that are shown."""
_NEAR = 4
"""Words from a verb to the end of the count behind it."""
_ARTICLE = 3
"""Words before a doer among which stands what marks him: *by the two*."""


def other_doer(pairing: Pairing) -> tuple[Range, Range] | None:
    """Return the words of a deed with its doer and the other's, where each reading names both."""
    for mine, theirs in islice(_same_deeds(pairing), _MOST):
        if _differ(pairing, mine, theirs):
            here = _to_other(mine, pairing.reversed.images(party_of(pairing.theirs, theirs)))
            return here, _to_other(theirs, pairing.images(party_of(pairing.mine, mine)))
    return None


def _to_other(deed: Deed, other: frozenset[int]) -> Range:
    """Return the words from a deed and who does it to the *other* party, if that is near."""
    first, end = deed.range
    whole = min(first, *other), max(end, max(other) + 1)
    return whole if whole[1] - whole[0] <= _FAR else (first, end)


def _same_deeds(pairing: Pairing) -> Iterator[tuple[Deed, Deed]]:
    """Yield the deeds that both readings tell once, by one verb or as one event."""
    for same in pairing.once(same_deeds):
        mine, theirs = same.mine, same.theirs
        if (same.carried and not same.unpaired) or mine.got != theirs.got:
            continue
        if is_infinitive(pairing.mine, mine.index) or is_infinitive(pairing.theirs, theirs.index):
            continue  # what somebody is to do
        shared = _deed_keys(pairing.mine, mine.index) & _deed_keys(pairing.theirs, theirs.index)
        once = all(_told_once(r, shared) for r in (pairing.mine, pairing.theirs))
        once = once and (same.sure or mine.index not in pairing.loose)
        if once and not other_sides(pairing, mine, theirs):
            yield mine, theirs


def _done(reading: Reading) -> tuple[Deed, ...]:
    """Return what a reading tells that somebody does, less what he is to do."""
    return tuple(
        deed
        for deed in reading.once(told_deeds)
        if deed.voice.agent and not is_infinitive(reading, deed.index)
    )


def spoken(reading: Reading) -> frozenset[int]:
    """Return the verbs that tell who says something."""
    return reading.covered(a.span for f in reading.facts for a in f.attributions)


def _deed_keys(reading: Reading, index: int) -> frozenset[str]:
    """By what a deed is known: its verb, or an event that is told from one side only."""
    known = oppositions()
    idle = known.vague | known.converse.keys()
    keys = (k for k in reading.keys[index] if k[0] not in "~#!")
    return frozenset(k for k in keys if k[0] != "=" or k[1:] not in idle)


def _told_once(reading: Reading, keys: frozenset[str]) -> bool:
    """Whether one verb alone of a reading tells what any of *keys* tells."""
    telling = [d for d in reading.once(told_deeds) if not keys.isdisjoint(reading.keys[d.index])]
    return len(telling) <= 1


def _differ(pairing: Pairing, mine: Deed, theirs: Deed) -> bool:
    """Whether who does this to the same here is another one there, who does something else here."""
    here, there = party_of(pairing.mine, mine), party_of(pairing.theirs, theirs)
    own, other = pairing.images(here), pairing.reversed.images(there)
    if not own or not other or own & there or other & here:
        return False
    if _is_sufferer(pairing, mine, theirs) or _is_sufferer(pairing.reversed, theirs, mine):
        return False
    suffered = _is_suffered(pairing.mine, mine) or _is_suffered(pairing.theirs, theirs)
    if not (suffered or done_to_one(pairing, mine, theirs) or _beside_both(pairing, mine, theirs)):
        return False
    if other & owning(pairing.mine, here) or own & owning(pairing.theirs, there):
        return False
    if is_somebodys(pairing.mine, here) or is_somebodys(pairing.theirs, there):
        return False  # *the band's singer won*, *the band won*
    sides = (pairing.mine, here, other), (pairing.theirs, there, own)
    if beside(pairing.mine, mine) & other or beside(pairing.theirs, theirs) & own:
        return True
    if not all(apart(*side) for side in sides):
        return False
    named = (is_named(pairing.mine, here), is_named(pairing.theirs, there))
    alike = named[0] == named[1] and pairing.forward[mine.index] is not None
    return alike or any(_opposed(*side) for side in sides)


def done_to_one(pairing: Pairing, mine: Deed, theirs: Deed) -> bool:
    """Whether a deed is done to one thing, or to as many, less those who do it."""
    here, there = (party_of(r, d) for r, d in ((pairing.mine, mine), (pairing.theirs, theirs)))
    done_to = (
        mine.voice.patient - pairing.reversed.images(there),
        theirs.voice.patient - pairing.images(here),
    )
    counts = _counts_behind(pairing.mine, mine) & _counts_behind(pairing.theirs, theirs)
    return bool(counts) or _to_the_same(pairing, *done_to)


def beside(reading: Reading, deed: Deed) -> frozenset[int]:
    """Return who is named in the clause of a deed as with, from or for whom somebody does it."""
    clause = deed_clause(reading, deed.index)
    if clause is None:
        return frozenset()
    grammar = clause.grammar
    opening = grammar.company | grammar.source | grammar.recipient | grammar.target
    return clause.all_named(p for p in clause.after if p.marker in opening)


def _is_sufferer(pairing: Pairing, mine: Deed, theirs: Deed) -> bool:
    """Whether who seems to do it to nobody is whom it is done to: *Fleet grounded*."""
    acts = pairing.images(mine.voice.agent)
    return not mine.voice.patient and not acts.isdisjoint(theirs.voice.patient)


def _to_the_same(pairing: Pairing, here: frozenset[int], there: frozenset[int]) -> bool:
    """Whether a deed is done to one thing, as far as either reading tells."""
    return bool(pairing.images(here) & there or pairing.reversed.images(there) & here)


def _beside_both(pairing: Pairing, mine: Deed, theirs: Deed) -> bool:
    """Whether both clauses have a word in common that names neither of the parties."""
    left, right = deed_clause(pairing.mine, mine.index), deed_clause(pairing.theirs, theirs.index)
    if left is None or right is None:
        return False
    sides = (pairing.mine, mine.voice.agent), (pairing.theirs, theirs.voice.agent)
    if not all(reading.names_among(words) for reading, words in sides):
        return False
    parties = pairing.images(mine.voice.agent) | theirs.voice.agent | {theirs.index}
    about = {*left.around()} - pairing.reversed.images(theirs.voice.agent)
    return bool((pairing.images(about) & {*right.around()}) - parties)


def _is_suffered(reading: Reading, deed: Deed) -> bool:
    """Whether a deed is told of whom it is done to, with who does it: *was signed by the mayor*."""
    grammar = voice_grammar(reading.lang)
    if grammar is None:
        return False
    first = min(deed.voice.agent)
    before = reading.words[max(deed.index, first - _ARTICLE) : first]
    short = grammar.passive_endings and reading.words[deed.index].fold.endswith(
        grammar.passive_endings
    )
    return bool(short) or any(w.fold in grammar.agent for w in before)


def _counts_behind(reading: Reading, deed: Deed) -> frozenset[float]:
    """Return the counts right behind a verb: *took 20 of the crew*."""
    near = reading.span(deed.index, min(len(reading.words), deed.index + _NEAR))
    told = (q for f in reading.facts for q in f.quantities if q.kind == "cardinal")
    near_by = (q for q in told if q.span.overlaps(near))
    return frozenset(q.value for q in near_by if reading.times.isdisjoint(reading.inside(q.span)))


def party_of(reading: Reading, deed: Deed) -> frozenset[int]:
    """Return the words that name who does a deed: no verbs, nor what only describes."""
    hedges = {i for c in reading.of_kind("hedge") for i in range(c.first, c.end)}
    words = ((i, reading.words[i]) for i in deed.voice.agent - hedges)
    return frozenset(
        i
        for i, word in words
        if not past_form(word.fold, reading.lang) and not describes(word, reading.lang)
    )


def apart(reading: Reading, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a verb or a clause parts two parties, so that they are not told as one."""
    left, right = sorted((sorted(one), sorted(other)))
    between = range(left[-1] + 1, right[0])
    if not reading.once(_verbs).isdisjoint(between):
        return True
    grammar = voice_grammar(reading.lang)
    parting = grammar.breaks | grammar.passive if grammar else frozenset()
    if grammar and any(
        reading.words[k].text == "," and reading.words[k + 1].fold in grammar.company
        for k in between
    ):
        return True
    return any(reading.words[k].fold in parting for k in between)


def _verbs(reading: Reading) -> frozenset[int]:
    return reading.pasts | {deed.index for deed in reading.once(told_deeds)}


def _opposed(reading: Reading, one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the one does something to the other, who is thus somebody else."""
    parties = {_stems(reading, one), _stems(reading, other)}
    for deed in reading.once(_done):
        sides = [_stems(reading, words) for words in (deed.voice.agent, deed.voice.struck)]
        if any(a & sides[0] and b & sides[1] for a, b in permutations(parties, 2)):
            return True
    return False


def _stems(reading: Reading, words: frozenset[int]) -> frozenset[str]:
    return frozenset(reading.words[i].stem for i in words)
