"""Contraries: claims turned round without any *not*, by a prefix or by the opposite event."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.language.denials import (
    both_sides,
    denies_in_clause,
    listed_ranges,
    may_be_denied,
    nouns_have_capitals,
    verbs_first,
)
from transdiff.language.equal_denials import asserts_denial
from transdiff.language.events import oppositions
from transdiff.language.flips import Flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.language.tense import governing

_SHORT = 16
"""Words of a sentence that tells of one event only."""
_ASSESSMENTS = frozenset({"optimism", "pessimism"})
"""Contraries of opinion rather than of fact."""
_BESIDE = 9
"""Words about contrary events among which they have others in common."""
_DEEDS = 4
"""Content words after a refusal among which the refused deed is."""
_AROUND = 8
"""Words on either side of a deed in which a denial may bear on it."""


def contrary_events(pairing: Pairing) -> Iterator[Flip]:
    """Yield the events that answer a question with yes in one reading and with no in the other."""
    mine, theirs = _with_denied(pairing.mine), _with_denied(pairing.theirs)
    for event, places in mine.items():
        stages = oppositions().stages.get(event, frozenset())
        for other in (*oppositions().polar.get(event, ()), *sorted(stages)):
            if event in theirs or other in mine or other not in theirs:
                continue
            i, j = places[0], theirs[other][0]
            if _allowed_only(pairing, (event, i), (other, j)):
                continue
            if asserts_denial(pairing.mine, event, i) or asserts_denial(pairing.theirs, other, j):
                continue
            if other in stages and not (_is_done(pairing.mine, i) and _is_done(pairing.theirs, j)):
                continue
            whole = event in _denied_events()  # a denial is part of it
            if not whole and (may_be_denied(pairing.mine, i) or may_be_denied(pairing.theirs, j)):
                continue
            least = _least_company(pairing)
            if _company(pairing, i, j) >= least or _same_object(pairing, i, j):
                yield Flip((i, i + 1), (j, j + 1), added=True, sure=event not in _ASSESSMENTS)


def _allowed_only(pairing: Pairing, mine: tuple[str, int], theirs: tuple[str, int]) -> bool:
    """Whether *forbidden without a guide* stands beside *allowed only with one*."""
    events = {mine[0], theirs[0]}
    if events != {"allow", "forbid"}:
        return False
    both = (pairing.mine, mine), (pairing.theirs, theirs)
    freed = next(reading for reading, told in both if told[0] == "allow")
    barred = next(reading for reading, told in both if told[0] == "forbid")
    only = bool(freed.of_kind("condition", "only-if") or listed_ranges(freed, "only"))
    cancelling = load_pack(barred.lang).words("negation", "cancelling")
    return only and any(w.fold in cancelling for w in barred.words)


def _is_done(reading: Reading, index: int) -> bool:
    """Whether the word tells what was done, for all one can see where verbs show no tense."""
    return index in reading.pasts or past_grammar(reading.lang).syllables


def _with_denied(reading: Reading) -> dict[str, list[int]]:
    """The events of a reading, with those that one of them says because it is denied."""
    found = _events(reading)
    for event, said in oppositions().denied.items():
        places = [i for i in found.get(event, ()) if may_be_denied(reading, i)]
        for other in said if places else ():
            found.setdefault(other, []).extend(places)
    return found


@lru_cache(maxsize=1)
def _denied_events() -> frozenset[str]:
    return frozenset().union(*oppositions().denied.values())


def _same_object(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the words right after *i* and *j* pair."""
    mine, theirs = pairing.mine.after(i + 1, 1), pairing.theirs.after(j + 1, 1)
    return bool(mine and theirs) and pairing.forward[mine[0]] == theirs[0]


def _least_company(pairing: Pairing) -> int:
    """Return how many words must pair around contrary events; across languages few can."""
    if not pairing.foreign:
        return 2
    return int(max(len(pairing.mine.words), len(pairing.theirs.words)) > _SHORT)


def unanswered(pairing: Pairing) -> Iterator[Flip]:
    """Yield an answer of the one reading where the other says that none was given."""
    mine, theirs = _events(pairing.mine), _events(pairing.theirs)
    silent = [(j, j + 1) for j in theirs.get("answer", ()) if may_be_denied(pairing.theirs, j)]
    if silent and "answer" not in mine:
        answers = oppositions().unanswered & mine.keys() - theirs.keys()
    else:
        silent = listed_ranges(pairing.theirs, "no-comment")
        kept = gives_no_comment(pairing.mine)
        answers = oppositions().uncommented & mine.keys() if silent and not kept else frozenset()
        answers -= {e for e, at in theirs.items() if any(not _in(silent, j) for j in at)}
        if "comment" in mine:  # it is the comment that is refused, in whatever order of words
            answers -= {"reject"}
    for event in sorted(answers):
        if not may_be_denied(pairing.mine, mine[event][0]):
            i = mine[event][0]
            yield Flip((i, i + 1), silent[0], added=True, sure=True)


def gives_no_comment(reading: Reading) -> bool:
    """Whether somebody says nothing, in one phrase or with words in between."""
    if listed_ranges(reading, "no-comment"):
        return True
    spoken = (c.first for c in reading.of_kind("event", "comment", "answer"))
    return any(may_be_denied(reading, at) for at in spoken)


def ruled_out(pairing: Pairing) -> Iterator[Flip]:
    """Yield what the one reading rules out and the other expressly does not."""
    for one, added in ((pairing, True), (pairing.reversed, False)):
        plain, open_ = _exclusions(one.mine), _exclusions(one.theirs)
        if plain[0] and open_[1] and not plain[1] and not open_[0]:
            i, j = plain[0][0], open_[1][0]
            here, there = (i, i + 1), (j, j + 1)
            yield Flip(*((here, there) if added else (there, here)), added=added, sure=True)


def _exclusions(reading: Reading) -> tuple[list[int], list[int]]:
    """The words that rule something out, and those in phrases that do not rule it out."""
    hedges = [c for c in reading.of_kind("hedge", "possible") if c.end - c.first > 1]
    plain: list[int] = []
    open_: list[int] = []
    for cue in reading.of_kind("event"):
        if cue.marker.value == "exclude":
            within = any(c.first <= cue.first < c.end for c in hedges)
            denied = within or _is_negated(reading, cue.first)
            (open_ if denied else plain).append(cue.first)
    return plain, open_


def _is_negated(reading: Reading, index: int) -> bool:
    """Whether a denial stands before a word; who rejects an exclusion does not rule out."""
    rejecting = {c.first for c in reading.of_kind("event", "reject", "refuse")}
    denials = reading.of_kind("negation", "not", "lexical")
    own = reading.clauses[index]
    near = 0 if both_sides(reading.lang) else _AROUND  # elsewhere *not* closes the clause
    return any(
        0 <= index - c.end <= (near if c.marker.value == "lexical" else _AROUND)
        and c.first not in rejecting
        and (c.end == index or reading.clauses[c.end - 1] == own)
        for c in denials
    )


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
            if denies_in_clause(one.mine, cue.first, "not") and listed_ranges(one.theirs, "only"):
                continue  # nothing without a permit is only with one
            if one.theirs.of_kind("condition", "unless"):
                continue  # without their help is if they do not help
            pack = load_pack(one.mine.lang)
            denying = (*pack.words("negation", "not"), *pack.words("negation", "full"))
            if cue.first and one.mine.words[cue.first - 1].fold in denying:
                continue  # not without risk
            here, there = (cue.first, deed[0] + 1), (j, j + 1)
            yield Flip(*((here, there) if added else (there, here)), added=added, sure=True)


def _kept_thing(pairing: Pairing, behind: int) -> tuple[int, int] | None:
    """Return the thing that ``mine`` lacks from *behind* on and ``theirs`` has: *with a permit*."""
    theirs = pairing.theirs
    having = load_pack(theirs.lang).words("negation", "accompanied")
    for i in pairing.mine.after(behind, 2):
        j = pairing.forward[i]
        before = theirs.words[max(0, j - 2) : j] if j is not None else ()
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


def undone(pairing: Pairing) -> Iterator[Flip]:
    """Yield the deeds that the one reading tells plainly and the other as refused or failed.

    *Refused to sign the decree* and *the decree was signed*: the deed is in both, and the first
    reading denies nothing near it.
    """
    mine, theirs = pairing.mine, pairing.theirs
    silent = listed_ranges(theirs, "no-comment")
    for first, end in (r for r in listed_ranges(theirs, "undone") if not _in(silent, r[0])):
        for j in _refused(theirs, first, end):
            i = pairing.backward[j]
            if i is not None and _is_told(mine, i) and not _told_elsewhere(theirs, j):
                yield Flip((i, i + 1), (first, max(end, j + 1)), added=False, sure=True)
                break


def refused_there(pairing: Pairing, words: tuple[int, ...]) -> bool:
    """Whether the other reading has what *words* say as refused, failed or still to come."""
    theirs = pairing.theirs
    there = {j for i in words if (j := pairing.forward[i]) is not None}
    if any(there & set(_refused(theirs, *at)) for at in listed_ranges(theirs, "undone")):
        return True
    awaited = (
        governing(theirs, j, "status", "act:3") and not governing(theirs, j, "tense", "particle")
        for j in there
    )
    return bool(listed_ranges(pairing.mine, "not-yet")) and any(awaited)


def _refused(reading: Reading, first: int, end: int) -> tuple[int, ...]:
    """The words that may be the refused deed: the first one, or any that names an event."""
    after = reading.beyond(end, _DEEDS)
    if nouns_have_capitals(reading.lang):
        after = tuple(i for i in verbs_first(reading, after) if reading.words[i].text[:1].islower())
    elif both_sides(reading.lang):
        after = reading.before(first, 2)
    named = map(reading.names_event, after)
    things = (reading.names_thing(i) for i in after)
    return tuple(
        i for n, (i, e, t) in enumerate(zip(after, named, things, strict=True)) if e or not (n or t)
    )


def _is_told(reading: Reading, index: int) -> bool:
    """Whether the word *index* tells something plainly: not denied, planned or unsure."""
    denials = reading.of_kind("negation", "not", "lexical", "weak")
    if any(index - _AROUND <= c.first <= index + _AROUND for c in denials):
        return False
    if is_required(reading, index):
        return False
    kinds = (("hedge",), ("tense", "future"), ("condition",), ("status",))
    return not any(governing(reading, index, *kind) for kind in kinds)


def is_required(reading: Reading, index: int) -> bool:
    """Whether the word *index* is what must be done, not what is: *all states have to agree*."""
    needs = (c for c in reading.of_kind("event") if c.marker.value == "require")
    return any(0 <= index - c.end <= 1 for c in needs)


def _told_elsewhere(reading: Reading, index: int) -> bool:
    """Whether the event of the word *index* stands in the reading a second time."""
    own = {key for key in reading.keys[index] if key[0] not in "~"}
    return any(abs(i - index) > 1 and own & set(reading.keys[i]) for i in reading.content)


def _in(ranges: list[tuple[int, int]], index: int) -> bool:
    return any(first <= index < end for first, end in ranges)


def _events(reading: Reading) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for cue in reading.of_kind("event"):
        found.setdefault(cue.marker.value, []).append(cue.first)
    return found


def _company(pairing: Pairing, i: int, j: int) -> int:
    """Count the words near *i* whose counterparts are near *j*."""
    around = range(max(0, i - _BESIDE), min(len(pairing.forward), i + _BESIDE + 1))
    near = (pairing.forward[k] for k in around)
    return sum(k is not None and k != j and abs(k - j) <= _BESIDE for k in near)
