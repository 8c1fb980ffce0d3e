"""A deed that two languages tell with its parties the other way round: *sues*, *is sued by*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from transdiff.language.deed_clauses import Voice
from transdiff.language.events import oppositions
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.language.verbs import is_verb
from transdiff.language.voices import voice_of
from transdiff.language.words import Range, stem_word

_PIVOT = "en"
_EITHER = frozenset({"borrow", "lend", "loan", "rent", "leas", "hir", "marry", "follow", "join"})
"""English stems of what one word of another language says from both sides."""

_FORMS = ("ing", "s")
_MOST = 40
"""Deeds of one sentence that are compared; a table run into a line has more."""


def turned_voices(pairing: Pairing) -> tuple[Range, Range] | None:
    """Return the words of a deed with its doer on both sides, where doer and sufferer changed.

    Somebody who acts for certain in the one reading suffers the same in the other, where somebody
    else acts.
    """
    for i, j in islice(_deeds(pairing), _MOST):
        mine, theirs = voice_of(pairing.mine, i), voice_of(pairing.theirs, j)
        if mine is not None and theirs is not None and _crossed(pairing, mine, theirs):
            return _range(i, mine), _range(j, theirs)
    return None


def _range(deed: int, voice: Voice) -> Range:
    words = (deed, *(voice.agent or voice.patient))
    return min(words), max(words) + 1


def _deeds(pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield the words of both readings that are each other's partner and tell a deed."""
    for i in pairing.mine.content:
        j = pairing.forward[i]
        if j is None or pairing.backward[j] is None:
            continue
        if not (_may_tell(pairing.mine, i) and _may_tell(pairing.theirs, j)):
            continue
        sides = _either_way(pairing.mine, i) or _either_way(pairing.theirs, j)
        if not pairing.foreign and _says_of_both(pairing.mine, i):
            continue
        if not sides or _of_one_side(pairing, i, j):
            yield i, j


def _says_of_both(reading: Reading, index: int) -> bool:
    """Whether the word *index* opens or ends a deed of both parties: *gặp*, 会晤."""
    mutual = listed_phrases(reading.lang, "roles", "mutual")
    opening = range(max(0, index - 1), index + 1)
    return any(mutual.match(reading.words, at) is not None for at in opening)


def _of_one_side(pairing: Pairing, i: int, j: int) -> bool:
    """Whether both words tell one deed that has another side from the same side: *sold*."""
    converse = oppositions().converse
    mine, theirs = (
        {k[1:] for k in r.keys[at] if k[0] == "=" and k[1:] in converse}
        for r, at in ((pairing.mine, i), (pairing.theirs, j))
    )
    return not any(set(converse[event]) & (mine | theirs) for event in mine | theirs)


def _may_tell(reading: Reading, index: int) -> bool:
    """Whether a word may be a verb: in English by its form, which a noun does not have."""
    if reading.is_figure(index):
        return False
    word = reading.words[index]
    if reading.lang == _PIVOT:
        past = index in reading.pasts or bool(past_form(word.fold, _PIVOT))
        present = word.fold.endswith(_FORMS) and is_verb(word, _PIVOT)
        return word.text == word.fold and (past or present)
    meant = not verb_stems().isdisjoint(reading.meanings[index])
    return meant or index in reading.pasts or reading.names_event(index)


@lru_cache(maxsize=1)
def verb_stems() -> frozenset[str]:
    """Return the stems of the verbs of English, in which two languages meet."""
    return frozenset(stem_word(v, _PIVOT) for v in load_pack(_PIVOT).words("grammar", "verbs"))


def _either_way(reading: Reading, index: int) -> bool:
    """Whether a word says the same of both parties, or may be told from either side."""
    meant = reading.meanings[index]
    return (
        not meant.isdisjoint(_EITHER)
        or any(map(_is_mutual, meant))
        or any(key[1:] in oppositions().converse for key in reading.keys[index] if key[0] == "=")
    )


@lru_cache(maxsize=8192)
def _is_mutual(stem: str) -> bool:
    listed = load_pack(_PIVOT).words("roles", "mutual")
    return any(
        stem.startswith(entry[:-1]) if entry.endswith("*") else stem == stem_word(entry, _PIVOT)
        for entry in listed
    )


def _crossed(pairing: Pairing, mine: Voice, theirs: Voice) -> bool:
    """Whether the parties have changed places: both, or one where the other has no pair."""
    if not mine.agent or not theirs.agent:
        return False
    there, here = pairing.images(mine.agent), pairing.reversed.images(theirs.agent)
    suffered, told = mine.patient | mine.given, theirs.patient | theirs.given
    first, second = there & told, here & suffered
    if first and second:
        return True  # what is given may be told alike
    if not pairing.foreign:
        return False
    if pairing.images(suffered) & theirs.patient or pairing.reversed.images(told) & mine.patient:
        return False
    return bool((there & theirs.marked and not here) or (here & mine.marked and not there))
