"""Tense and progress of an event: what has happened, what is only planned, asked or considered."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from transdiff.facts import Marker, WordKind
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.past import future_form, past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.language.scheduled import is_scheduled

DONE = 6
"""The step of an event that has taken place."""
_REACH = 7
_FRAME = 20
"""Words from a modal verb to the infinitive that closes its clause."""
_AFTER = 5
"""Words from an event to what is said of it."""
CONSIDERED, OPEN = 1, 2
"""The step of what is considered, and the last of what is but talked about."""
_PLANNED = 3
_WEIGHING = ("decide", "consider", "study", "discuss", "vote", "ask")
_BETWEEN = 2
"""Content words that may stand between a marker of progress and its event."""
_SUBJECT = 2
"""More of them, where the subject of the marker stands between as well: *تدرس الشركة بيع*."""
_SYLLABLES = 3
"""By how much more, where a word of a text is one syllable or sign."""


def is_past(reading: Reading, index: int) -> bool:
    """Whether the word *index* tells something as past."""
    return index in reading.pasts


def is_under_way(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a verb that tells what is being done: *is lending*."""
    pack = load_pack(reading.lang)
    if not reading.words[index].fold.endswith(pack.words("roles", "participles")):
        return False
    auxiliaries = pack.words("roles", "passive")
    return any(w.fold in auxiliaries for w in reading.words[max(0, index - 2) : index])


def governing(reading: Reading, index: int, kind: str, *values: str) -> tuple[Cue, ...]:
    """Return the cues of *kind* that stand before the word *index*, near, in its clause.

    A comma may open the infinitive that a cue governs: *plant, den Hafen zu verkaufen*. In a
    language that puts its verbs last a cue stands after the word.
    """
    clauses, last = reading.clauses, len(reading.words) - 1
    own = clauses[index]
    if verb_final(reading.lang):
        return tuple(
            c
            for c in reading.of_kind(kind, *values)
            if index < c.first <= index + _REACH and clauses[c.first] == own
        )
    framed = nouns_have_capitals(reading.lang) and not reading.after(index + 1, 1)
    reach = _FRAME if framed else _REACH
    return tuple(
        c
        for c in reading.of_kind(kind, *values)
        if c.end <= index <= c.end + reach
        and (
            clauses[c.end - 1] == own
            or (
                _opens(reading, c, min(c.end + 1, last), own)
                and not _tells_by_itself(reading, index)
            )
        )
    )


def _tells_by_itself(reading: Reading, index: int) -> bool:
    """Whether a finite verb behind a comma governs what is before it: *sollte sinken, forderte*."""
    comma = load_pack(reading.lang).section("tense").get("comma-infinitives", False)
    if not comma or not index or reading.words[index - 1].fold != ",":
        return False
    return past_form(reading.words[index].fold, reading.lang)


def _opens(reading: Reading, cue: Cue, next_: int, own: int) -> bool:
    """Whether a comma or a conjunction right after *cue* opens the clause *own*."""
    if cue.end < next_ and reading.clauses[cue.end] == own:
        return not _is_inserted(reading, cue)  # it is expected that they approve
    if not load_pack(reading.lang).section("tense").get("comma-infinitives", False):
        return False
    return reading.words[cue.end].fold == "," and reading.clauses[next_] == own


def _is_inserted(reading: Reading, cue: Cue) -> bool:
    """Whether a relative clause ends with *cue*: *the firm, which has yet to plan, has filed*."""
    if reading.words[cue.end].kind is not WordKind.PUNCT:
        return False
    start = bisect_left(reading.clauses, reading.clauses[cue.first])
    if start == reading.sentence(start).start:
        return False  # "Die Stadt plant, den Bau zu stoppen"
    opening = (w.fold for w in reading.words[start : cue.first] if w.kind is not WordKind.PUNCT)
    return next(opening, "") in load_pack(reading.lang).words("attribution", "relative")


@lru_cache(maxsize=64)
def verb_final(lang: str) -> bool:
    """Whether verbs stand last in their clause, and what is said of them behind."""
    return load_pack(lang).section("tense").get("side") == "after"


@lru_cache(maxsize=64)
def _between(lang: str) -> int:
    tense = load_pack(lang).section("tense")
    if tense.get("subject-behind", False):
        return _BETWEEN + _SUBJECT
    return _BETWEEN * per_word(lang)


@lru_cache(maxsize=64)
def per_word(lang: str) -> int:
    """How many words of a reading make a word of the language, where a syllable is one."""
    return _SYLLABLES if load_pack(lang).section("tense").get("syllables", False) else 1


def progress(reading: Reading, index: int) -> tuple[int, Cue | None] | None:
    """Return how far the event at *index* has come, with the word that says so.

    The ladder: considered 1, in talks or asked for 2, planned 3, agreed 4, done 6. None where the
    sentence does not tell.
    """
    known = reading.once(_known_progress)
    if index not in known:
        known[index] = _progress(reading, index)
    return known[index]


def _known_progress(_: Reading) -> dict[int, tuple[int, Cue | None] | None]:
    """How far those events have come that were asked for, by their word."""
    return {}


def _progress(reading: Reading, index: int) -> tuple[int, Cue | None] | None:
    if comes_before(reading, index):
        return None
    steps = [
        (int(c.marker.value.rpartition(":")[2]), c)
        for c in governing(reading, index, "status")
        if c.marker.value.startswith("act:") and _reaches(reading, c, index)
    ]
    steps += [(CONSIDERED, c) for c in _deliberated(reading, index)]
    steps += [(_PLANNED, c) for c in _set_for(reading, index)]
    steps += _compounded(reading, index)
    if steps:
        return min(steps, key=lambda s: s[0])
    word = reading.words[index]
    ahead_here = future_form(word.fold, reading.lang) or _to_be_done(reading, index)
    if ahead_here or is_scheduled(reading, index):
        return _PLANNED, Cue(Marker(word.span, "tense", "future"), index, index + 1)
    if (ahead := _backshifted(reading, index)) is not None:
        return _PLANNED, Cue(Marker(reading.words[ahead].span, "tense", "future"), ahead, ahead + 1)
    return (DONE, None) if is_past(reading, index) or took_place(reading, index) else None


def comes_before(reading: Reading, index: int) -> bool:
    """Whether a participle is what the deed of its clause follows: *will rest after tearing it*.

    What makes that deed a plan makes none of this one.
    """
    pack = load_pack(reading.lang)
    endings, earlier = pack.words("roles", "participles"), pack.words("tense", "earlier")
    before = reading.words[index - 1].fold if index else ""
    return before in earlier and reading.words[index].fold.endswith(endings)


def lies_behind(reading: Reading, index: int) -> bool:
    """Whether an event is told as past, or as what came before the deed of its clause."""
    return is_past(reading, index) or comes_before(reading, index)


def _backshifted(reading: Reading, index: int) -> int | None:
    """Return the word that tells *index* as the future of what was said: *said it would open*.

    It is a conditional too, *said it would help if*, and no future where a condition stands by.
    """
    pack = load_pack(reading.lang)
    auxiliaries = pack.words("tense", "backshift")
    endings = pack.words("tense", "backshift_endings")
    if not (auxiliaries or endings):
        return None
    first = max(0, index - _BETWEEN)
    ahead = next((k for k in range(first, index) if reading.words[k].fold in auxiliaries), None)
    if ahead is None and endings and reading.words[index].fold.endswith(endings):
        ahead = index
    if ahead is None or any(reading.is_content[ahead + 1 : index]):
        return None
    span = reading.words[ahead].span
    told = any(a.scope and a.scope.contains(span) for f in reading.facts for a in f.attributions)
    return ahead if told and not reading.of_kind("condition", *STRICT) else None


def _reaches(reading: Reading, cue: Cue, index: int) -> bool:
    """Whether a word of progress bears on *index*: little stands between, or a framed clause."""
    first, end = (cue.end, index) if cue.end <= index else (index + 1, cue.first)
    capitals = [w.text[:1].isupper() for w in reading.words[first:end]]
    named = sum(a and b for a, b in pairwise(capitals))  # a name of many words counts as one
    if sum(reading.is_content[first:end]) - named <= _between(reading.lang):
        return True
    return nouns_have_capitals(reading.lang) and not reading.after(index + 1, 1)


def _deliberated(reading: Reading, index: int) -> Iterator[Cue]:
    """Yield what opens the question that somebody weighs: *decide whether to sell*."""
    weighed = weighed_questions(reading)
    yield from (c for c in governing(reading, index, "tense", "asked") if c in weighed)


def weighed_questions(reading: Reading) -> list[Cue]:
    """Return the openers of questions that somebody weighs or votes on: *decide whether*."""
    weighing = (*reading.of_kind("status", "act:1"), *reading.of_kind("event", *_WEIGHING))
    return [
        opener
        for opener in reading.of_kind("tense", "asked")
        if any(0 <= opener.first - c.end <= _AFTER for c in weighing)
    ]


def _compounded(reading: Reading, index: int) -> list[tuple[int, Cue]]:
    """Return how far the word right behind an event says it has come: *merger talks*."""
    behind = reading.words[index + 1 : index + 2]
    if not behind or not reading.names_event(index) or is_past(reading, index):
        return []
    steps = {"talked": OPEN, "intended": _PLANNED}
    pack = load_pack(reading.lang)
    found = [step for key, step in steps.items() if behind[0].fold in pack.words("tense", key)]
    marker = Marker(behind[0].span, "status", "act:2")
    return [(step, Cue(marker, index + 1, index + 2)) for step in found]


def _set_for(reading: Reading, index: int) -> Iterator[Cue]:
    """Yield what follows the name of an event that is to come: *the landing is scheduled for*."""
    if is_past(reading, index) or not reading.names_event(index):
        return
    for cue in reading.of_kind("tense", "set"):
        if _follows(reading, index, cue):
            yield cue


def took_place(reading: Reading, index: int) -> bool:
    """Whether the word *index* names an event of which a verb says that it happened.

    Or that somebody did it: *has filed an appeal*, *hat Berufung eingelegt*.
    """
    return reading.names_event(index) and (
        any(
            _follows(reading, index, cue) and is_past(reading, cue.first)
            for cue in reading.of_kind("event", "happen")
        )
        or any(_performs(reading, k, index) for k in reading.pasts)
    )


def _to_be_done(reading: Reading, index: int) -> bool:
    """Whether a verb in the future says that somebody will do what the word *index* names."""
    verbs = range(max(0, index - _AFTER), index) if reading.names_event(index) else ()
    return any(
        future_form(reading.words[k].fold, reading.lang) and _performs(reading, k, index)
        for k in verbs
    )


def _performs(reading: Reading, verb: int, index: int) -> bool:
    """Whether the verb at *verb* only says that the deed named at *index* is done."""
    first, end = min(verb, index) + 1, max(verb, index)
    near = end - first <= _AFTER and sum(reading.is_content[first:end]) < _BETWEEN
    if verb == index or not near or reading.clauses[verb] != reading.clauses[index]:
        return False
    if verb > index and not past_grammar(reading.lang).framed:
        return False
    return listed_phrases(reading.lang, "tense", "performed").match(reading.words, verb) is not None


def _follows(reading: Reading, index: int, cue: Cue) -> bool:
    """Whether *cue* is said of the word *index*, and not of a second thing joined to it."""
    near = 0 < cue.first - index <= _AFTER
    if not near or reading.clauses[cue.first] != reading.clauses[index]:
        return False
    pack = load_pack(reading.lang)
    if reading.words[index + 1].fold in pack.words("roles", "articles"):
        return False  # a verb with its object: "cut its profit forecast"
    joining = pack.words("numbers.ranges", "and")
    return not any(w.fold in joining for w in reading.words[index + 1 : cue.first])


def is_for_now(reading: Reading) -> bool:
    """Whether something is told to be so for the time being, as what is provisional is."""
    return any(listed_phrases(reading.lang, "tense", "for-now").all(reading.words))


def is_pending(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* says that something is provisional, preliminary or so in principle."""
    pending = listed_phrases(reading.lang, "tense", "pending")
    return pending.match(reading.words, cue.first) is not None
