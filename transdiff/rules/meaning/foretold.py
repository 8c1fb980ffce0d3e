"""What the article tells as done and the witness only as to come, in other words."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import Cue
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.rungs import listed_at
from transdiff.language.tense import DONE, lies_behind, progress
from transdiff.rules.meaning.leap import Leap, held_back, under_future

_PLANS = frozenset(
    {
        "announce", "say", "plan", "agree", "decide", "promise", "order", "accept", "expect",
        "prepare", "propose", "offer", "vote", "call", "ask", "demand", "allow", "appoint", "elect",
        "sign", "begin", "want", "wish", "hope", "try", "seek", "like", "consider",
    }
)  # fmt: skip
"""Deeds that settle or say what is to come, and so answer a future."""
AHEAD = ("act:1", "act:2", "act:3")
"""Steps of an act that has not been agreed: considered, in talks, planned."""
_NEAR = 10
"""Words of the witness between what is told of and to what."""
_APART = 4
"""Content words before a verb among which its subject is, where commas set it off."""


def foretold(pairing: Pairing) -> Iterator[Leap]:
    """Yield what the article tells as done between what the witness links by a plain future.

    *Has submitted her resignation* and *said she would hand in her resignation*: no verb pairs, but
    what stands before and behind it does.
    """
    mine, theirs = pairing.mine, pairing.theirs
    ahead = (*theirs.futures, *theirs.of_kind("status", *AHEAD))
    if pairing.foreign or not ahead:
        return
    if (leap := _all_ahead(pairing, ahead)) is not None:
        yield leap
        return
    for i in sorted(mine.pasts):
        if pairing.forward[i] is not None or tells_of_plans(mine, i):
            continue
        here = progress(mine, i)
        if here is None or here[0] != DONE or held_back(pairing, i) or under_future(mine, i):
            continue
        subject = mine.before(i, 2) or mine.up_to(i, _APART)
        first = next((j for k in subject if (j := pairing.forward[k]) is not None), None)
        end = next((j for k in mine.after(i + 1, 2) if (j := pairing.forward[k]) is not None), None)
        if first is None or end is None or not 0 < end - first <= _NEAR:
            continue
        further = (c for c in ahead if not _has_come_as_far(mine, i, c))
        cue = next((c for c in further if first < c.first < end and _looks_ahead(theirs, c)), None)
        between = range(cue.end, end) if cue is not None else ()
        done = any(lies_behind(theirs, j) for j in between)
        if cue is not None and not done:
            yield Leap(i, end, cue, True, False)
            return


def _all_ahead(pairing: Pairing, ahead: tuple[Cue, ...]) -> Leap | None:
    """Return the one deed of the article where the witness has nothing that is done.

    *Returned the drawing to the heirs* and *the heirs are to get back the drawing*: told from
    another side, but of the same parties and things.
    """
    mine, theirs = pairing.mine, pairing.theirs
    done = [i for i in sorted(mine.pasts) if not tells_of_plans(mine, i)]
    paired = sum(pairing.forward[i] is not None for i in mine.content)
    if len(done) != 1 or len(mine.facts) > 1 or 3 * paired < 2 * len(mine.content):
        return None
    i = done[0]
    bare = pairing.forward[i] is None and not held_back(pairing, i) and not _looks_on(mine)
    if not bare or any(not tells_of_plans(theirs, j) for j in theirs.pasts):
        return None
    for cue in ahead:
        head = theirs.after(cue.end, 1)
        main = theirs.clauses[cue.first] == theirs.clauses[0] and head == (cue.end,)
        if main and _looks_ahead(theirs, cue) and pairing.backward[head[0]] is None:
            return Leap(i, head[0], cue, True, False)
    return None


def _looks_on(mine: Reading) -> bool:
    """Whether anything in the article is to come."""
    return bool(mine.of_kind("tense", "future") or mine.of_kind("status", *AHEAD))


def _has_come_as_far(mine: Reading, i: int, cue: Cue) -> bool:
    """Whether the verb at *i* itself asks or plans: *has applied for* is no more than *seeks*."""
    own = (c.marker.value for c in mine.of_kind("status", *AHEAD) if c.first <= i < c.end)
    return cue.marker.kind == "status" and any(value >= cue.marker.value for value in own)


def _looks_ahead(reading: Reading, cue: Cue) -> bool:
    """Whether a word is a plain future: no *due to*, and *would* only in what somebody said."""
    if reading.words[cue.first].fold == "due" or cue.first in reading.pasts:
        return False  # "sought help" is a deed
    if cue.marker.kind != "certainty":
        return True
    following = reading.words[cue.end].fold if cue.end < len(reading.words) else ""
    said = [a for facts in reading.facts for a in facts.attributions]
    spoken = any(
        a.span.end <= cue.marker.span.start or (a.scope and a.scope.contains(cue.marker.span))
        for a in said
    )
    return spoken and following not in load_pack(reading.lang).words("tense", "past")


def tells_of_plans(reading: Reading, i: int) -> bool:
    """Whether a verb says, decides, refuses or prepares what is to come: *agreed*, *set aside*."""
    span = reading.words[i].span
    said = (a.span for facts in reading.facts for a in facts.attributions)
    refusals = reading.of_kind("negation", "lexical")
    if any(c.first <= i < c.end for c in refusals):
        return True  # who ruled it out will not do it
    if listed_at(reading, "arranging", (i,)):
        return True
    keys = reading.events(i)
    return any(s.overlaps(span) for s in said) or bool(keys & _PLANS)
