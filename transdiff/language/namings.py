"""Words that say what something is called: *so-called*, *what was known as*. They may doubt it."""

from __future__ import annotations

from transdiff.language.cues import Cue
from transdiff.language.listed import listed_phrases
from transdiff.language.pairing import Pairing


def both_name(pairing: Pairing, cue: Cue) -> bool:
    """Whether a hedge of the other reading only says how a thing is called, and this one does too.

    *Die sogenannte Fluchtsteuer*, "what was known as the flight tax".
    """
    mine, theirs = pairing.mine, pairing.theirs
    if listed_phrases(theirs.lang, "hedges.naming", "words").match(theirs.words, cue.first) is None:
        return False
    return any(listed_phrases(mine.lang, "hedges.naming", "words").all(mine.words))
