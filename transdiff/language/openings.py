"""Conditions that no conjunction opens, and conjunctions of condition that open none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.listed import listed_phrases
from transdiff.language.passage import Passage
from transdiff.language.phrases import Piece

_ASKED = 8
"""Words from a verb of asking to what is asked: *preguntó al testigo si*."""
_CLAIM = 12
"""Words before a verb that opens a condition among which the claim's modal verb stands."""
_FIRST_WORDS = 2
"""Words of a clause among which its verb stands: *de confirmarse*, *de no haber*."""


def is_asked(lang: str, pieces: Sequence[Piece], first: int) -> bool:
    """Whether *if* opens what somebody asks: *preguntó al testigo si lo conocía*."""
    verbs = listed_phrases(lang, "tense", "asking")
    for at in range(first - 1, max(-1, first - _ASKED - 1), -1):
        if pieces[at].kind is not WordKind.WORD:
            return False
        if verbs.match(pieces, at) is not None:
            return True
    return False


def condition_by_form(passage: Passage) -> Word | None:
    """Return the verb that makes a condition by its form alone, up to a comma.

    Spanish has *de* with an infinitive, French an inverted conditional: *viendrait-elle à perdre*.
    """
    words = passage.words
    comma = next((i for i, w in enumerate(words) if w.fold == ","), 0)
    if comma < _FIRST_WORDS or words[-1].fold == "?":
        return None
    inverted = passage.pack.words("tense", "inverted-endings")
    if inverted and words[0].fold.endswith(inverted):
        return words[0]
    if words[0].fold not in passage.pack.words("tense", "infinitive-openers"):
        return None
    endings = passage.pack.words("tense", "infinitives")
    verbs = (w for w in words[1 : 1 + _FIRST_WORDS] if w.kind is WordKind.WORD)
    return next((w for w in verbs if w.fold.endswith(endings)), None)


def conditions_behind(passage: Passage, clauses: Sequence[int]) -> Iterator[int]:
    """Yield where a verb opens a condition behind its claim: *would back it were it cheaper*.

    A modal verb with its own verb stands before it in the clause, which no relative pronoun
    opens, and a subject behind it.
    """
    words, pack = passage.words, passage.pack
    inverting = pack.words("events", "inverting-behind")
    modals = pack.words("events", "claiming") if inverting else ()
    for at, word in enumerate(words[:-1]):
        if word.fold not in inverting:
            continue
        number = clauses[at - 1] if at else -1  # it may open a clause itself
        own = [k for k in range(max(0, at - _CLAIM), at) if clauses[k] == number]
        modal = next((k for k in own if words[k].fold in modals), at)
        verb = any(is_content(words[k], passage.lang) for k in range(modal + 1, at))
        joined = any(words[k].fold in pack.words("events", "joined") for k in range(modal, at))
        if not verb or joined or words[own[0]].fold in pack.words("events", "relative"):
            continue
        beside = {words[at - 1].fold, words[at + 1].fold}
        subject = words[at - 1].fold in pack.words("events", "subjects")
        if not subject and beside.isdisjoint(pack.words("events", "not-inverted")):
            yield at
