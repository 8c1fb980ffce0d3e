"""Events that have come further in the article than in its witnesses."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import denied_before
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import (
    CONSIDERED,
    DONE,
    OPEN,
    governing,
    is_for_now,
    is_past,
    is_pending,
    is_under_way,
    progress,
    took_place,
)
from transdiff.language.untold import is_untold
from transdiff.rules.meaning.agreed import agreed
from transdiff.rules.meaning.awaited import awaited
from transdiff.rules.meaning.becoming import becoming
from transdiff.rules.meaning.foretold import AHEAD, foretold
from transdiff.rules.meaning.leap import (
    DOUBTS,
    Leap,
    company,
    held_back,
    held_back_by,
    is_limit,
    says_alike,
    under_future,
)
from transdiff.rules.meaning.opened import opened
from transdiff.rules.meaning.other_deeds import of_object, short_of
from transdiff.rules.meaning.outrun import outrun
from transdiff.rules.meaning.provisional import provisional
from transdiff.rules.meaning.unsealed import unsealed

_FINAL = frozenset({"sell", "buy", "sign", "win", "kill", "arrive", "destroy", "convict", "elect"})
"""Events that cannot be taken back."""
_DECIDES = ("decide", "accept")
_DENIED = 2
"""Words from a denial to the decision that it denies."""
_OBJECT = 3
"""Content words behind a verb that may be its object."""
_COLOURLESS = frozenset({"happen", "hold", "plan", "expect"})
"""Events that only help to tell another."""


def leaps(pair: Comparison, steps: int) -> Iterator[tuple[Witness, Leap]]:
    """Yield the events that are *steps* or more ahead of every witness that tells them."""
    told: dict[int, list[tuple[Witness, Leap | None]]] = {}
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for i, others in pairing.once(_events):
            for leap in (leap_of(pairing, i, steps), *others):
                if leap is not None or pairing.forward[i] is not None:
                    told.setdefault(i, []).append((witness, leap))
        for leap in pairing.once(_told_otherwise):
            told.setdefault(leap.mine, []).append((witness, leap))
    offices = pair.reading.office_words
    for i, verdicts in sorted(told.items()):
        if i in offices or is_limit(pair.reading, i):
            continue
        found = [(w, leap) for w, leap in verdicts if leap and not _is_for_now(pair, w, leap)]
        behind = {w.key for w, _ in found}
        if found and behind == {w.key for w, _ in verdicts}:
            yield found[0]


def _is_for_now(pair: Comparison, witness: Witness, leap: Leap) -> bool:
    """Whether what is provisional there is told as being so for the time being here."""
    cue, theirs = leap.cue, pair.pairings[witness.key].theirs
    return cue is not None and is_pending(theirs, cue) and is_for_now(pair.reading)


def _events(pairing: Pairing) -> list[tuple[int, tuple[Leap | None, Leap | None]]]:
    """Return the events that the article tells, with how each leaps past another deed."""
    told = {*deeds_told(pairing), *_resolved(pairing)}
    return [(i, (short_of(pairing, i), of_object(pairing, i))) for i in told]


def _told_otherwise(pairing: Pairing) -> list[Leap]:
    """Return the leaps that show by other words than those of one event, whatever the steps."""
    return [
        *_undecided(pairing),
        *_decided(pairing),
        *_settled(pairing),
        *foretold(pairing),
        *awaited(pairing),
        *becoming(pairing),
        *agreed(pairing),
        *provisional(pairing),
        *unsealed(pairing),
        *opened(pairing),
        *outrun(pairing),
    ]


def deeds_told(pairing: Pairing) -> Iterator[int]:
    """Yield the words of the article that tell something as done, with nothing holding it back."""
    mine = pairing.mine
    ahead = mine.of_kind("tense", "future", "set")
    doubted = mine.of_kind("hedge", "possible")  # "did not rule out"
    open_ = {i for c in (*ahead, *doubted) for i in range(c.first, c.end)}  # "was scheduled"
    named = (i for i in mine.content if i not in mine.pasts and took_place(mine, i))
    for i in sorted({*mine.pasts, *named} - open_):
        if not mine.words[i].text[:1].isupper():
            here = progress(mine, i)
            done = here is not None and here[0] == DONE
            told = done and not held_back(pairing, i) and not under_future(mine, i)
            if told and not _only_says(pairing, i) and not _only_denies(pairing, i):
                yield i


def _only_denies(pairing: Pairing, i: int) -> bool:
    """Whether a verb does no more than deny, as the witness does: *ruled out*, *will not*."""
    denied = any(c.first <= i < c.end for c in pairing.mine.of_kind("negation", "lexical"))
    return denied and bool(pairing.theirs.of_kind("negation", "not"))


def _only_says(pairing: Pairing, i: int) -> bool:
    """Whether a verb of saying pairs with what no one says: *conceded* with *miss* as a goal.

    In one language it does only where another sense brings them together: *called*, *appeal*.
    """
    j = pairing.forward[i]
    if j is None or not (pairing.foreign or i in pairing.loose):
        return False
    said, told = (
        any(a.span.overlaps(r.words[k].span) for f in r.facts for a in f.attributions)
        for r, k in ((pairing.mine, i), (pairing.theirs, j))
    )
    return said and not told


def _resolved(pairing: Pairing) -> Iterator[int]:
    """Yield the words of the article that state or promise what the witness only weighs."""
    theirs = pairing.theirs
    asked = theirs.of_kind("status", "act:1", "act:2")
    weighed = theirs.of_kind("tense", "asked") or [c for c in asked if not says_alike(pairing, c)]
    for i in pairing.mine.content if weighed else ():
        j = pairing.forward[i]
        if j is not None and i not in pairing.mine.pasts and _states(pairing.mine, i):
            there = progress(theirs, j)
            weighs = there is not None and (
                there[0] == CONSIDERED or (there[0] == OPEN and is_under_way(pairing.mine, i))
            )
            if weighs and _is_deed(pairing, i, j):
                yield i


def _states(mine: Reading, i: int) -> bool:
    """Whether the article states or promises the event at *i*, and weighs it nowhere."""
    here = progress(mine, i)
    promised = here is not None and here[0] > OPEN
    if mine.of_kind("condition", *STRICT) or is_untold(mine, i):
        return False
    return (promised or here is None) and not held_back_by(mine, i, DOUBTS)


def _is_deed(pairing: Pairing, i: int, j: int) -> bool:
    """Whether both words are deeds: under way or promised in the article, or asked about."""
    here = progress(pairing.mine, i)
    promised = here is not None and here[1] is not None and here[1].end == i
    asked = governing(pairing.theirs, j, "tense", "asked")
    same = pairing.mine.words[i].fold == pairing.theirs.words[j].fold
    weighed = bool(asked) and same and j - asked[0].end <= 1
    return promised or weighed or is_under_way(pairing.mine, i) or _bare(pairing, i, j)


def _bare(pairing: Pairing, i: int, j: int) -> bool:
    """Whether a sentence of another language only states what *j* has right behind *considers*."""
    mine, theirs = pairing.mine, pairing.theirs
    weighed = any(c.end == j for c in theirs.of_kind("status", "act:1"))
    shared = any(k[0] == "=" for k in set(mine.keys[i]) & set(theirs.keys[j]))
    open_ = mine.of_kind("status") or mine.of_kind("condition") or mine.of_kind("tense", "asked")
    graded = any(c.marker.value != "soft" for c in mine.of_kind("hedge"))
    return pairing.foreign and weighed and shared and not open_ and not graded


def leap_of(pairing: Pairing, i: int, steps: int) -> Leap | None:
    """Return the leap of the event at *i*, None where the witness has it as done or is silent."""
    j = pairing.forward[i]
    if j is None or (company(pairing, i, j) < 1 and not _alone(pairing, i, j)):
        return None
    theirs = pairing.theirs
    there, here = progress(theirs, j), progress(pairing.mine, i)
    reached = here[0] if here is not None else DONE
    if there is None or there[1] is None or reached - there[0] < steps:
        return None
    if _said_too(pairing, there[1], i, j):
        return None
    if is_past(theirs, j) and there[1].end < j - 1:
        return None
    keys = set(pairing.mine.keys[i])
    twins = (k for k in theirs.content if k != j and keys & set(theirs.keys[k]))
    if any((p := progress(theirs, k)) and p[0] == DONE for k in twins):
        return None
    future = there[1].marker.value == "future" or any(
        c.first == there[1].first for c in theirs.of_kind("tense", "future")
    )
    if future and _is_ahead_too(pairing, i, j):
        return None
    events = {key[1:] for key in keys if key[0] == "="}
    return Leap(i, j, there[1], future, bool(events & _FINAL))


def _is_ahead_too(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the article has as still to come what follows *j*: *got 3 and is to be paid 4*."""
    mine = pairing.mine
    theirs = pairing.theirs
    joining = load_pack(theirs.lang).words("numbers.ranges", "and")
    stop = next((k for k in range(j + 1, len(theirs.words)) if theirs.words[k].fold in joining), j)
    behind = theirs.after(j + 1, _OBJECT)
    objects = pairing.reversed.images(k for k in behind if not j < stop < k)
    own = mine.sentence(i)
    return any(i < c.first < k for c in mine.futures for k in objects if k in own)


def _said_too(pairing: Pairing, cue: Cue, i: int, j: int) -> bool:
    """Whether the article has the noun of the witness that is also a word of progress.

    *Переговоры продолжились* and *talks continued*: the talks are what went on. Whoever is close to
    the talks says nothing of how far something else has come; who weighs to declare does of that.
    """
    at = pairing.backward[cue.first]
    others = (a for a in _told_by(pairing) if not a.span.overlaps(pairing.theirs.words[j].span))
    if any(a.source_span and a.source_span.contains(cue.marker.span) for a in others):
        return True
    if not pairing.foreign or at is None or at == i or cue.first in pairing.theirs.pasts:
        return False
    return not governing(pairing.mine, i, "status", *AHEAD)


def _told_by(pairing: Pairing) -> Iterator[Attribution]:
    """Yield who tells what the witness says."""
    for facts in pairing.theirs.facts:
        yield from facts.attributions


def _undecided(pairing: Pairing) -> Iterator[Leap]:
    """Yield what the witness has under review and the article states: *considers whether to*."""
    mine, theirs = pairing.mine, pairing.theirs
    weighing = theirs.of_kind("status", "act:1", "act:2")
    for asked in theirs.of_kind("tense", "asked"):
        cue = next((c for c in weighing if 0 <= asked.first - c.end <= 1), None)
        if cue is None or pairing.backward[cue.first] is not None:
            continue
        for j in theirs.beyond(asked.end, 1):
            i = pairing.backward[j]
            if i is None or held_back(pairing, i) or company(pairing, i, j) < 1:
                continue
            if progress(mine, i) in (None, (DONE, None)) and not mine.of_kind("status", "act:1"):
                yield Leap(i, j, cue, False, False)


def _decided(pairing: Pairing) -> Iterator[Leap]:
    """Yield what the article has as decided and the witness as considered or talked about."""
    mine, theirs = pairing.mine, pairing.theirs
    if any(
        not denied_before(theirs, cue.first, _DENIED) for cue in theirs.of_kind("status", "act:4")
    ):
        return
    for cue in mine.of_kind("status", "act:4"):
        if denied_before(mine, cue.first, _DENIED):
            continue
        for i in (*mine.after(cue.end, 2), *mine.before(cue.first, 2)):
            j = pairing.forward[i]
            there = progress(theirs, j) if j is not None else None
            if j is None or there is None or there[1] is None or there[0] > OPEN:
                continue
            if not held_back(pairing, i) and company(pairing, i, j) >= 1:
                yield Leap(i, j, there[1], False, False)
                return


def _settled(pairing: Pairing) -> Iterator[Leap]:
    """Yield the decision of a sentence that renders all of one in which something is only weighed.

    In another language, where of what is decided no word need be known.
    """
    mine, theirs = pairing.mine, pairing.theirs
    weighed = [c for c in theirs.of_kind("status") if c.marker.value.startswith("act:")]
    if not (pairing.foreign and pairing.entire) or len(weighed) != 1:
        return
    cue = weighed[0]
    own = {c.marker.value for c in mine.of_kind("status")} - {"act:4"}
    if (
        cue.marker.value != "act:1"
        or denied_before(theirs, cue.first, _DENIED)
        or any(v[:4] == "act:" for v in own)
    ):
        return
    done = (c for c in mine.of_kind("event", *_DECIDES) if is_past(mine, c.first))
    settled = next(iter((*mine.of_kind("status", "act:4"), *done)), None)
    if (
        settled is None
        or denied_before(mine, settled.first, _DENIED)
        or pairing.forward[settled.first] is not None
    ):
        return
    if not held_back(pairing, settled.first):
        yield Leap(settled.first, cue.first, cue, False, False)


def _alone(pairing: Pairing, i: int, j: int) -> bool:
    """Whether two sentences of two languages tell of one event, however little else is known."""
    shared = {k for k in pairing.mine.keys[i] if k[0] == "="} & set(pairing.theirs.keys[j])
    if not pairing.foreign or not shared or len(pairing.mine.facts) > 1:
        return False
    known = {c.marker.value for r in (pairing.mine, pairing.theirs) for c in r.of_kind("event")}
    return len(known - _COLOURLESS) == 1
