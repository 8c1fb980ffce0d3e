"""What one reading is told *without*, and the other with or as done: *without admitting*."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.denials import denies_in_clause, listed_ranges
from transdiff.language.flips import Flip, sure_flip
from transdiff.language.necessity import freed
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading

_IDLE = 4
"""Words from a thing to what says that it is off."""
_HAD = 4
"""Words from what says that somebody has a thing to the thing: *with most of their flock*."""


def done_without(pairing: Pairing) -> Iterator[Flip]:
    """Yield the deeds of the one reading that the other is told *without*: *without admitting*."""
    for one, added in ((pairing, True), (pairing.reversed, False)):
        words = load_pack(one.mine.lang).words("negation", "without")
        for cue in one.mine.of_kind("negation", "lexical"):
            deed = one.mine.after(cue.end, 1) if one.mine.words[cue.first].fold in words else ()
            j = one.forward[deed[0]] if deed and _is_verbal(one.mine, deed[0]) else None
            if deed and j is None and (kept := _kept_thing(one, cue.end)):
                deed, j = kept[:1], kept[1]
            if j is None or denies_in_clause(one.theirs, j) or _without_more(one.reversed, words):
                continue
            if is_off(one.theirs, j):
                continue
            tied = listed_ranges(one.theirs, "only") or one.theirs.of_kind("event", "require")
            tied = tied or one.theirs.of_kind("condition", "tied")
            if denies_in_clause(one.mine, cue.first, "not") and tied:
                continue  # nothing without a permit is only with one
            if one.theirs.of_kind("condition", "unless"):
                continue  # without their help is if they do not help
            if one.theirs.once(freed):
                continue  # "may enter without showing it", "do not have to show it"
            pack = load_pack(one.mine.lang)
            denying = (*pack.words("negation", "not"), *pack.words("negation", "full"))
            if cue.first and one.mine.words[cue.first - 1].fold in denying:
                continue  # not without risk
            here, there = (cue.first, deed[0] + 1), (j, j + 1)
            yield sure_flip(here, there, added=added)


def is_off(reading: Reading, thing: int) -> bool:
    """Whether a thing is there but idle: *without lights*, *with the lights switched off*."""
    near = range(thing - _IDLE, thing + _IDLE + 1)
    return any(first in near for first, _ in listed_ranges(reading, "idle"))


def _kept_thing(pairing: Pairing, behind: int) -> tuple[int, int] | None:
    """Return the thing that ``mine`` lacks from *behind* on and ``theirs`` has: *with a permit*."""
    theirs = pairing.theirs
    having = load_pack(theirs.lang).words("negation", "accompanied")
    for i in pairing.mine.after(behind, 2):
        j = pairing.forward[i]
        before = theirs.words[max(0, j - _HAD) : j] if j is not None else ()
        noun = j is not None and not past_form(theirs.words[j].fold, theirs.lang)
        if j is not None and noun and any(w.fold in having for w in before):
            return i, j
    return None


def _without_more(pairing: Pairing, words: tuple[str, ...]) -> bool:
    """Whether a reading leaves off what the other does not name: it may be the deed in question.

    *Without compromising the inquiry* is *without harming the probe*.
    """
    for cue in pairing.mine.of_kind("negation", "lexical"):
        deed = pairing.mine.after(cue.end, 1) if pairing.mine.words[cue.first].fold in words else ()
        if deed and pairing.forward[deed[0]] is None:
            return True
    return False


def _is_verbal(reading: Reading, index: int) -> bool:
    """Whether the word after *without* is a verb: in English a gerund, elsewhere an event."""
    gerund = reading.words[index].fold.endswith("ing")
    return gerund if reading.lang == "en" else reading.names_event(index)
