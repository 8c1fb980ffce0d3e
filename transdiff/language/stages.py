"""How far a thing has come, where each stage has words of its own: put off, called off, resumed.

The pack's ``[stages]`` lists ladders, each with its stages and their verbs. Stages of one ladder
exclude each other: what has been *cancelled* was not *put off*, and a pact that was *signed* is not
*ratified* yet. Two texts are compared only where the stage is told of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from transdiff.language.cues import STRICT
from transdiff.language.denials import listed_ranges
from transdiff.language.events import irregular_forms
from transdiff.language.listed import listed_table, opened_lists
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.language.roles import is_passive
from transdiff.language.tense import governing, is_under_way

_THING = 3
"""Content words behind a verb, or before it, among which the thing is that it is said of."""
_COMPANY = 2
"""Words about two stages that must be one's in both, where the thing is not."""
_DENIALS = (("not", 3), ("lexical", 1))
"""Words between a denial of each kind and the stage that it bears on."""
_BEHIND = 3
"""Words from a denial to the stage that it denies: *has not yet been put out*."""
_AUXILIARIES = 3
"""Words before a verb among which its auxiliaries are: *has been*."""
_STANDING = frozenset({"ask", "demand", "offer", "plan", "promise", "threaten", "warn"})
"""Events that stand once they are done: who *has offered* it *is offering* it."""
_UNTIL, _BEGIN = "until", "begin"
_COURSE, _ON, _OVER = "course", "on", "over"
"""The ladder of what lasts: what goes on may be told by the verb alone, *is investigating*."""


class Stage(NamedTuple):
    """A stage of a ladder that the words ``[first, end)`` tell."""

    ladder: str
    name: str
    first: int
    end: int


def stages(reading: Reading, ladder: str) -> list[Stage]:
    """Return the stages of *ladder* that *reading* tells, in order."""
    return reading.once(_all_stages).get(ladder, [])


def _all_stages(reading: Reading) -> dict[str, list[Stage]]:
    """Return what *reading* tells, by ladder."""
    words, lang = reading.words, reading.lang
    opened = opened_lists(words, lang, "stages")
    tables = ((n, listed_table(lang, "stages", n)) for n in _ladders(reading) if n in opened)
    return {name: [Stage(name, *at) for at in table.all(words)] for name, table in tables}


def _ladders(reading: Reading) -> Mapping[str, Any]:
    """The pack's ladders, from what comes first to what comes last."""
    return load_pack(reading.lang).section("stages")


def turned_stages(pairing: Pairing) -> Iterator[tuple[Stage, Stage]]:
    """Yield the stage of a thing in ``mine`` and another one of the same thing in ``theirs``."""
    mine, theirs = pairing.mine, pairing.theirs
    yield from _ended_while_on(pairing)
    yield from _done_while_on(pairing)
    yield from ((one, other) for other, one in _done_while_on(pairing.reversed))
    yield from ((one, other) for other, one in _ended_while_on(pairing.reversed))
    for ladder, here in mine.once(_all_stages).items():
        there = stages(theirs, ladder) if here else []
        if not there or {s.name for s in here} & {s.name for s in there}:
            continue
        told = {j for s in there for j in range(s.first, s.end)}
        for one in here:
            other = next((s for s in there if _opposed(pairing, one, s, told)), None)
            if other is not None:
                yield one, other
                break


def _ended_while_on(pairing: Pairing) -> Iterator[tuple[Stage, Stage]]:
    """Yield what ``mine`` tells as being done where ``theirs`` tells that it is over.

    *Is investigating* and *has completed its investigation*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    ended = [s for s in stages(theirs, _COURSE) if s.name == _OVER and not _is_open(theirs, s)]
    if not ended or any(s.name == _OVER for s in stages(mine, _COURSE)):
        return
    for other in ended:
        for j in _things(theirs, other)[:2]:
            i = pairing.backward[j]
            if i is not None and is_under_way(mine, i) and theirs.names_event(j):
                yield Stage(_COURSE, _ON, i, i + 1), other
                return


def not_that_far(denying: Reading, first: int, end: int, other: Reading) -> bool:
    """Whether the words ``[first, end)`` deny a stage and *other* tells an earlier one.

    *Have not yet put out the fire* and *the fire is still burning*.
    """
    for ladder, listed in _ladders(denying).items():
        order = [*listed]
        denied = [s for s in stages(denying, ladder) if first <= s.first < end + _BEHIND]
        told = {s.name for s in stages(other, ladder)} if denied else set()
        if told and all(order.index(name) < order.index(s.name) for name in told for s in denied):
            return True
    return False


def _done_while_on(pairing: Pairing) -> Iterator[tuple[Stage, Stage]]:
    """Yield the verb that ``mine`` tells as being done and ``theirs`` as done: *has withdrawn*."""
    mine, theirs = pairing.mine, pairing.theirs
    if pairing.foreign:
        return
    perfect = load_pack(theirs.lang).words("tense", "perfect")
    for i in mine.content:
        j = pairing.forward[i]
        if j is None or j not in theirs.pasts or i in pairing.loose or not _goes_on(mine, i):
            continue
        if not _STANDING.isdisjoint(mine.events(i)):
            continue
        had = any(theirs.words[k].fold in perfect for k in range(max(0, j - 2), j))
        if had and mine.words[i].stem == _base(theirs, j) and not is_under_way(theirs, j):
            one, other = Stage(_COURSE, _ON, i, i + 1), Stage(_COURSE, _OVER, j, j + 1)
            if not (_is_open(mine, one) or _is_open(theirs, other)):
                yield one, other
                return


def _goes_on(reading: Reading, index: int) -> bool:
    """Whether a verb is told as going on now: *is leaving*, not *has been leaving*."""
    if not is_under_way(reading, index):
        return False
    perfect = load_pack(reading.lang).words("tense", "perfect")
    before = reading.words[max(0, index - _AUXILIARIES) : index]
    other = (*reading.of_kind("status"), *reading.of_kind("event", _BEGIN))  # "are starting in May"
    planned = any(c.first <= index < c.end for c in other)
    return not planned and not any(w.fold in perfect for w in before)


def _base(reading: Reading, index: int) -> str:
    """The stem of a verb's base form."""
    word = reading.words[index]
    return irregular_forms(reading.lang).get(word.fold, word.stem)


def _opposed(pairing: Pairing, one: Stage, other: Stage, told: set[int]) -> bool:
    """Whether two stages are told of one thing, flatly; nothing but *told* renders the first."""
    mine, theirs = pairing.mine, pairing.theirs
    if _is_open(mine, one) or _is_open(theirs, other):
        return False
    if _is_limited(mine, one) != _is_limited(theirs, other):
        return False
    if _rendered(pairing, one, told) or _rendered(pairing.reversed, other, {*_places(one)}):
        return False
    things = pairing.images(_things(mine, one)) & {*_things(theirs, other)}
    about = pairing.images(_about(mine, one)) & {*_about(theirs, other)}
    return bool(things) or len(about) >= _COMPANY


def _places(stage: Stage) -> range:
    return range(stage.first, stage.end)


def _rendered(pairing: Pairing, stage: Stage, told: set[int]) -> bool:
    """Whether a word of the other side that tells no stage says what one of *stage* says."""
    pairs = ((i, pairing.forward[i]) for i in _places(stage) if i not in pairing.loose)
    return any(j is not None and j not in told and pairing.backward[j] == i for i, j in pairs)


def _is_open(reading: Reading, stage: Stage) -> bool:
    """Whether a stage is not told flatly: denied, under a condition, or only what describes."""
    held = (
        c
        for value, near in _DENIALS
        for c in reading.of_kind("negation", value)
        if 0 <= stage.first - c.end <= near
    )
    return (
        _describes(reading, stage)
        or any(reading.clauses[c.first] == reading.clauses[stage.first] for c in held)
        or bool(governing(reading, stage.first, "condition", *STRICT))
        or bool(governing(reading, stage.first, "tense", "asked"))
        or _is_awaited(reading, stage)
    )


def _is_awaited(reading: Reading, stage: Stage) -> bool:
    """Whether a stage only says until when: *before the inquiry was over*, which was then on."""
    own = reading.clauses[stage.first]
    limits = listed_ranges(reading, "only-then") if stage.first else ()
    return any(end <= stage.first and reading.clauses[end - 1] == own for _, end in limits)


def _is_limited(reading: Reading, stage: Stage) -> bool:
    """Whether a stage is told to have an end: *closed until May* is *reopened in May*."""
    own = reading.clauses[stage.first]
    ends = (m for f in reading.facts for m in f.moments if m.edge == _UNTIL)
    places = (reading.inside(m.span).start for m in ends)
    return any(at >= stage.end and reading.clauses[at] == own for at in places)


def _describes(reading: Reading, stage: Stage) -> bool:
    """Whether a stage is a noun, a purpose, or describes a thing: *flights suspended in May*."""
    first = stage.first
    grammar = past_grammar(reading.lang)
    copulas = load_pack(reading.lang).words("roles", "passive")
    before = reading.words[first - 1].fold if first else ""
    if before in grammar.describing and before not in copulas:
        return True
    if not past_form(reading.words[first].fold, reading.lang) or not first:
        return False
    if any(c.end in (first, first - 1) for c in reading.of_kind("tense", "past")):
        return False
    if before == "," and _stands_alone(reading, stage.end):
        return True
    own = reading.clauses[first]
    return any(i < first and reading.clauses[i] == own for i in reading.pasts)


def _stands_alone(reading: Reading, end: int) -> bool:
    """Whether a verb form has no object: *the bomb, dropped in the war, was made safe*."""
    behind = reading.words[end].fold if end < len(reading.words) else ""
    return behind in load_pack(reading.lang).words("roles", "prepositions")


def _things(reading: Reading, stage: Stage) -> tuple[int, ...]:
    """The words that may name what a stage is told of: the object, or who suffers it."""
    last = stage.end - 1
    acts = is_under_way(reading, stage.first)
    suffers = not acts and any(is_passive(reading, i) for i in (stage.first, last))
    behind = () if suffers else reading.after(stage.end, _THING)
    return behind or reading.before(stage.first, _THING)


def _about(reading: Reading, stage: Stage) -> tuple[int, ...]:
    """The words right before and behind a stage."""
    return (*reading.before(stage.first, _THING), *reading.after(stage.end, _THING))
