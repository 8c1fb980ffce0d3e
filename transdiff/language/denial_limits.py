"""Denials that only set a limit: *not until May*, *no more than ten*, *not for years*."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from transdiff.facts import Word
from transdiff.language.cues import Cue
from transdiff.language.denials import REACH, is_nominal, nouns_have_capitals
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading

_WHILE = 8
"""Words before a denial where *as long as* may open its clause."""
_LIMIT = 10
"""Words after a denial among which a limit may stand: *no woman had led a side to it before*."""
_ENDS = frozenset({"until", "before"})
"""Edges of a time up to which something lasts."""


def sets_limit(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* only sets a limit: ``not until``, ``no more than``."""
    return _limits_by(reading, cue, load_pack(reading.lang).words("negation", "limits"))


def sets_end(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies up to an end: *not until May*, and not how long, *not since May*."""
    return _limits_by(reading, cue, _ends(reading.lang))


@lru_cache(maxsize=64)
def _ends(lang: str) -> frozenset[str]:
    """The limits that end something, without those that only say how long it has lasted."""
    pack = load_pack(lang)
    return frozenset(pack.words("negation", "limits")) - {*pack.words("negation", "lasting")}


def _limits_by(reading: Reading, cue: Cue, limits: Collection[str]) -> bool:
    """Whether a word of *limits*, or a clause that opens with a limit, bounds *cue*."""
    after = reading.words[cue.end : cue.end + _LIMIT]
    if any(w.fold in limits for w in (*after, *_said_before(reading, cue))):
        return True
    opening = reading.words[reading.sentence(cue.first).start]
    if opening.fold in load_pack(reading.lang).words("negation", "fronted-limits"):
        return True
    book = listed_phrases(reading.lang, "negation", "while")
    return any(book.match(reading.words, at) for at in _just_before(cue)) or _timed(reading, cue)


def _timed(reading: Reading, cue: Cue) -> bool:
    """Whether a time until which it lasts stands before *cue*, or far behind *no*.

    *До июня не будет*; *no woman had won a prize in the men's game before her*.
    """
    own = reading.sentence(cue.first)
    near = range(max(own.start, cue.first - 2 * REACH), cue.first)
    ends = (m for f in reading.facts for m in f.moments if m.edge in _ENDS)
    if any(reading.inside(m.span).start in near for m in ends):
        return True
    openers = load_pack(reading.lang).words("negation", "fronted-limits")
    far = range(cue.end, min(own.stop, cue.end + 2 * _LIMIT))
    return is_nominal(reading, cue) and any(reading.words[i].fold in openers for i in far)


def _said_before(reading: Reading, cue: Cue) -> list[Word]:
    """The words of the clause before *cue*, where a limit may stand: *vor Mai keine Züge*."""
    if not nouns_have_capitals(reading.lang):
        return []
    near = range(max(0, cue.first - REACH), cue.first)
    return [reading.words[i] for i in near if reading.clauses[i] == reading.clauses[cue.first]]


def _just_before(cue: Cue) -> range:
    return range(max(0, cue.first - _WHILE), cue.first)
