"""What the article tells as done with the very things with which the witness only weighs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.language.cues import HEDGES, STRICT, Cue
from transdiff.language.denials import denied_before
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import DONE, lies_behind, per_word, progress, weighed_questions
from transdiff.rules.meaning.foretold import tells_of_plans
from transdiff.rules.meaning.leap import Leap, held_back_by, under_future

_OPEN = ("act:1", "act:2", "act:3")
"""Steps of an act that nobody has agreed to: considered, in talks, planned."""
_MATTER, _BESIDE = 8, 4
"""Content words beside such a word that say what for, and about a verb that may be its own."""
_DENIED = 3
"""Words from a denial to what it denies."""
_HELD = (
    ("hedge", *HEDGES),
    ("negation", "not", "lexical"),
    ("condition", *STRICT),
    ("tense", "asked"),
)
"""What keeps a deed from being told as a fact; that somebody accuses does not."""
_SHARED = 2
"""Words, from what is weighed, that stand about the deed."""


def opened(pairing: Pairing) -> Iterator[Leap]:
    """Yield the deed of the article about what the witness has as the matter of something open.

    *Has borrowed a billion from the bank* and *is in talks with the bank to borrow a billion*: what
    is weighed, who with and how much all stand about the deed, and nothing in the article's
    sentence is open; or one of these, and who does it. The verbs need not pair. What is considered
    may be promised as well, and what is talked about agreed.
    """
    cues = [c for c in _open(pairing.theirs) if _is_left_out(pairing, c)]
    if not cues:
        return
    mine = pairing.mine
    agreed, promised = _behind(mine, mine.of_kind("status", "act:4")), _behind(mine, mine.futures)
    for told, values, kind in (
        (sorted(mine.pasts), (*_OPEN, "asked"), _is_deed),
        (agreed, ("act:1", "act:2", "asked"), _is_promise),
        (promised, ("act:1", "asked"), _is_promise),
    ):
        for i in told:
            near = (c for c in cues if c.marker.value in values and _about(pairing, i, c))
            cue = next(near, None)
            if cue is not None and kind(pairing, i):
                yield Leap(i, cue.first, cue, False, False)
                return


def _open(theirs: Reading) -> Iterator[Cue]:
    """Yield what says that something is open, and the openers of questions that are weighed.

    Who sought help, or asked for it, has done so.
    """
    for cue in theirs.of_kind("status", *_OPEN):
        if cue.marker.value != "act:2" or cue.first not in theirs.pasts:
            yield cue
    yield from weighed_questions(theirs)


def _is_left_out(pairing: Pairing, cue: Cue) -> bool:
    """Whether a word of progress is affirmed, and the article has no word for it."""
    theirs = pairing.theirs
    places = range(cue.first, cue.end)
    said = any(pairing.backward[j] is not None for j in places)
    hoped = any(c.first in places for c in theirs.of_kind("hedge", "expected"))  # "counts on"
    return not said and not hoped and not denied_before(theirs, cue.first, _DENIED)


def _is_deed(pairing: Pairing, i: int) -> bool:
    """Whether the article tells the verb at *i* as done, in a sentence that leaves nothing open."""
    mine = pairing.mine
    here = progress(mine, i)
    done = here is not None and here[0] == DONE and not _looks_on(mine, i, _OPEN)
    return done and not mine.of_kind("certainty", "will") and _is_told(pairing, i)


def _is_promise(pairing: Pairing, i: int) -> bool:
    """Whether the article only promises the verb at *i*, in a sentence that weighs nothing."""
    return not _looks_on(pairing.mine, i, ("act:1", "act:2")) and _is_told(pairing, i)


def _behind(mine: Reading, cues: Iterable[Cue]) -> list[int]:
    """Return the verbs right behind what says that something will be: *will go*, *agreed to*."""
    return [i for cue in cues for i in mine.after(cue.end, 1)]


def _is_told(pairing: Pairing, i: int) -> bool:
    """Whether a verb is told flatly, and as something that the witness does not tell as well."""
    mine, j = pairing.mine, pairing.forward[i]
    known = j is not None and j in pairing.theirs.pasts
    held = held_back_by(mine, i, _HELD) or under_future(mine, i)
    wishes = listed_phrases(mine.lang, "negation", "raising").match(mine.words, i) is not None
    return not (known or held or wishes or tells_of_plans(mine, i))


def _looks_on(mine: Reading, i: int, steps: tuple[str, ...]) -> bool:
    """Whether anything in the sentence of the word *i* is open or doubted; its own word is not."""
    own = mine.sentence(i)
    open_ = (
        *mine.of_kind("status", *steps),
        *mine.of_kind("tense", "asked"),
        *mine.of_kind("condition", *STRICT),
        *mine.of_kind("hedge", *HEDGES),
    )
    denied = (mine.clauses[c.first] for c in mine.of_kind("negation", "not"))
    return any(c.first in own for c in open_) or mine.clauses[i] in denied


def _about(pairing: Pairing, i: int, cue: Cue) -> bool:
    """Whether enough of what is weighed stands about the verb at *i*, and nothing else is done."""
    mine, theirs = pairing.mine, pairing.theirs
    own = theirs.sentence(cue.first)
    matter = [j for j in theirs.beyond(cue.end, _MATTER) if j in own]
    scale = per_word(mine.lang)
    least, near = _SHARED * scale, _BESIDE * scale
    if not matter:  # "a takeover of the yard is under review"
        matter, least = list(theirs.before(cue.first, _MATTER * scale)), least + 1
    if any(lies_behind(theirs, j) for j in matter):
        return False
    before = pairing.images(mine.before(i, near))
    shared = len((before | pairing.images((i, *mine.after(i + 1, near)))) & set(matter))
    doer = cue.marker.value != "act:3" and before & set(theirs.before(cue.first, near))
    return shared >= (scale if doer else least)
