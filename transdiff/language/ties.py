"""Whose first partner, market or creditor somebody is: *China is Norland's largest partner*.

Turned round, the sentence says something else in the same words. ``[comparison.ties]`` of a pack
has the nouns for what one party is to another, by kind, and under ``first`` the words that make it
the only one of its kind; without such a word a partner may be had by both.
"""

from __future__ import annotations

from transdiff.language.dictionary import UNSPACED
from transdiff.language.listed import listed_table
from transdiff.language.name_kinds import leads_to_realm
from transdiff.language.owned import GENITIVE
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.words import Range

_FIRST = "first"
_NEAR = 4
"""Words around the noun among which stands that it is the only one of its kind."""
_BETWEEN = 2
"""Words between an owner and what is his: *Norland's by far largest*, *partner of the*."""
_ABOUT = 10
"""Words around both within which the parties are named."""
_CASES = frozenset({"ru", "uk", "de"})
"""Languages in which its case alone may make a name the owner of the noun before it."""
_COPULAS = frozenset("是为は")
_PRONOUNS = ("其", "它", "我国", "该国", "本国", "同国", "世界", "全球")


def turned_tie(pairing: Pairing) -> tuple[Range, Range] | None:
    """Return a noun whose owner in one text is in the other the one that is told of."""
    mine = _ties(pairing.mine)
    theirs = _ties(pairing.theirs) if mine else {}
    for kind in sorted(mine.keys() & theirs.keys()):
        (here, ours), (there, other) = mine[kind], theirs[kind]
        if any(other.get(name, own) != own for name, own in ours.items()):
            return here, there
    return None


def _ties(reading: Reading) -> dict[str, tuple[Range, dict[str, bool]]]:
    """Return the kinds of tie of which one, told once, is called the first.

    With each its noun, and the names about it: whether it is the one whose tie that is.
    """
    found = [*listed_table(reading.lang, "comparison", "ties").all(reading.words)]
    firsts = [(first, end) for kind, first, end in found if kind == _FIRST]
    ties: dict[str, tuple[Range, dict[str, bool]]] = {}
    for kind, first, end in found if firsts else ():
        leading = [(a, b) for a, b in firsts if a < end + _NEAR and first - _NEAR < b]
        once = sum(k == kind for k, _, _ in found) == 1
        if kind == _FIRST or not leading or not once:
            continue
        phrase = min(first, leading[0][0]), max(end, leading[0][1])
        ties[kind] = (first, end), _parties(reading, phrase)
    return ties


def _parties(reading: Reading, phrase: Range) -> dict[str, bool]:
    """Return the names about a tie, and whether each owns it; nothing where nobody is named so.

    *Its largest partner, China*: the owner is nobody by name.
    """
    owners = _owners(reading, phrase)
    if owners is None:
        return {}
    about = range(max(0, phrase[0] - _ABOUT), min(len(reading.words), phrase[1] + _ABOUT))
    inside = range(*phrase)
    return {name: name in owners for i in about if i not in inside for name in _names(reading, i)}


def _owners(reading: Reading, phrase: Range) -> frozenset[str] | None:
    """Return the names of the owner, nothing for one that no table knows, None without any."""
    words, (first, end) = reading.words, phrase
    if reading.lang in UNSPACED:
        verbs = [i for i in range(max(0, first - _ABOUT), first) if words[i].fold in _COPULAS]
        between = range(verbs[-1] + 1, first) if verbs else range(0)
        named = frozenset(name for i in between for name in _names(reading, i))
        told = "".join(words[i].fold for i in between)
        return named if len(told) > 1 and not told.startswith(_PRONOUNS) else None
    for i in range(first - 1, max(-1, first - 1 - _BETWEEN), -1):
        genitive = words[i].fold.endswith(GENITIVE)
        bare = i == first - 1 and reading.lang == "de" and words[i].fold.endswith("s")
        if _names(reading, i) and (genitive or bare):
            return frozenset(_names(reading, i))
    return _behind(reading, end)


def _behind(reading: Reading, end: int) -> frozenset[str] | None:
    """Return the names behind a tie that a preposition, or its case, makes its owner."""
    for i in range(end, min(len(reading.words), end + _BETWEEN + 1)):
        between = " ".join(w.fold for w in reading.words[end:i])
        linked = leads_to_realm(f" {between} ") if between else reading.lang in _CASES
        if linked and (names := _names(reading, i)):
            return frozenset(names)
    return None


def _names(reading: Reading, i: int) -> list[str]:
    """Return the names that a word is part of; a common noun stands for nobody."""
    keys = (key for key in reading.keys[i] if key.startswith("!"))
    return [key for key in keys if key.startswith("!country.") or "." not in key]
