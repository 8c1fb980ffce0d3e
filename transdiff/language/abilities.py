"""Abilities told by an adjective: *the island is reachable* for *one can reach the island*.

A modal of ability hedges nothing there, so that the adjective has lost no hedge. The endings are
the pack's ``[hedges.modal] able-endings``, the words that only look so ``not-able``.
"""

from __future__ import annotations

from transdiff.facts import Word
from transdiff.language.cues import Cue
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.hedges import may_be_able
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing

_SHORTEST = 6
"""Letters of an adjective whose ending is trusted."""


def told_by_adjective(pairing: Pairing, cue: Cue, place: int) -> bool:
    """Whether the modal *cue* of ``theirs`` is an adjective of ability beside *place* in ``mine``.

    One that the other side has as well stands for nothing else.
    """
    mine, theirs = pairing.mine, pairing.theirs
    if not may_be_able(theirs, cue):
        return False
    own = mine.of_clause(place)
    partners = (pairing.forward[i] for i in own if _is_able(mine.words[i], mine.lang))
    return any(j is None or not _is_able(theirs.words[j], theirs.lang) for j in partners)


def _is_able(word: Word, lang: str) -> bool:
    noun = nouns_have_capitals(lang) and word.text[:1].isupper()
    return not noun and _names_ability(word, lang)


def _names_ability(word: Word, lang: str) -> bool:
    endings = load_pack(lang).words("hedges.modal", "able-endings")
    if not endings or len(word.fold) < _SHORTEST or not word.fold.endswith(endings):
        return False
    return listed_phrases(lang, "hedges.modal", "not-able").match((word,), 0) is None
