"""Holes: neighbours that no sound sentence has, because a word between them is missing.

*The of*, *from was*, *would the*: a determiner wants its noun, a preposition its object, a modal
its verb. Which classes cannot be neighbours is a list in the pack's ``[grammar]``; a language
without one has no holes. What looks like a hole may still be sound, so a hole counts only beside a
reference that has none there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from transdiff.facts import Word, WordKind
from transdiff.language.contrasts import is_adjective
from transdiff.language.pack import load_pack

_END = frozenset(".;:!?)")
_LOOSE = frozenset("\"“”„«»'‘’(")
_ASKING = "?"
_ENDING = 4
"""Words at the end among which the question mark is looked for."""
_CLAUSE = ","
"""What opens a clause; the start of the sentence counts as one."""


class Hole(NamedTuple):
    """A place before the word ``place`` (``len(words)`` is the end), and how ``sure`` it is.

    One that is not sure counts where the reference has more words in the same place; a ``moved``
    one wherever it has.
    """

    place: int
    sure: bool
    moved: bool = False


def holes(words: Sequence[Word], lang: str) -> list[Hole]:
    """Return the holes in order; a question may turn its verb round and has none."""
    classes, wanted, sound = _grammar(lang)
    if not wanted or _asks(words):
        return []
    found: list[Hole] = []
    earlier, before, first = "", _CLAUSE, frozenset({"start"})
    for i, word in enumerate(words):
        if word.text in _LOOSE:
            continue
        second = _classes(word, classes) if not i or word.text == word.fold else _NONE
        if first & _OPENING and is_adjective(word, lang):
            second |= _DESCRIBED
        if first and second:
            meet = _met(first, second, lang)
            met = f"{before} {word.fold}"
            turned = {f"{earlier} {before}", met} & _inverted(lang)
            if meet is not None and met not in sound and not turned:
                found.append(Hole(i, *meet))
        earlier, before, first = before, word.fold, second
    meet = _met(first, _AT_END, lang)
    if meet is not None:
        found.append(Hole(len(words), *meet))
    return [_unsure(hole, words, classes) for hole in found]


def _asks(words: Sequence[Word]) -> bool:
    """Whether the last mark that is no quotation mark is a question mark."""
    ends = [w.text for w in words[-_ENDING:] if w.text not in _LOOSE]
    return _ASKING in ends[-2:]


def _unsure(hole: Hole, words: Sequence[Word], classes: Mapping[str, frozenset[str]]) -> Hole:
    """Return *hole*, unsure where a word before it may leave a preposition alone at the end."""
    ends = hole.place == len(words) or words[hole.place].text in _END
    before = words[: max(0, hole.place - _STRANDED)]
    if ends and any(_STRANDING & classes.get(w.fold, _NONE) for w in before):
        return Hole(hole.place, sure=False)
    return hole


_AT_END = frozenset({"end"})
_DESCRIBED = frozenset({"described"})
_OPENING = frozenset({"determiner", "possessive", "described"})
"""Classes after which an adjective wants its noun."""
_STRANDING = frozenset({"relative", "clause", "be"})
"""Classes whose words may leave a preposition at the end: *that they ask for*, *was passed by*."""
_STRANDED = 1
_AT_COMMA = frozenset({"comma"})
_NONE: frozenset[str] = frozenset()


def _classes(word: Word, classes: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if word.kind is not WordKind.PUNCT:
        return classes.get(word.fold, _NONE)
    return _AT_END if word.text in _END else _AT_COMMA if word.text == "," else _NONE


@lru_cache(maxsize=4096)
def _met(first: frozenset[str], second: frozenset[str], lang: str) -> tuple[bool, bool] | None:
    """Whether the classes that meet make a hole, for sure or moved; None where they make none."""
    wanted = _grammar(lang)[1]
    met = [wanted[key] for key in (f"{a} {b}" for a in first for b in second) if key in wanted]
    return (any(m[0] for m in met), any(m[1] for m in met)) if met else None


@lru_cache(maxsize=64)
def _inverted(lang: str) -> frozenset[str]:
    """Verbs before their subject, each with the word before: *, should*, *nor would*."""
    return frozenset(load_pack(lang).section("grammar").get("inverted", ()))


@lru_cache(maxsize=64)
def _grammar(
    lang: str,
) -> tuple[Mapping[str, frozenset[str]], Mapping[str, tuple[bool, bool]], frozenset[str]]:
    """The classes of each word, the neighbours that are holes, and those that only look so."""
    section = load_pack(lang).section("grammar")
    classes: dict[str, set[str]] = {}
    for name, words in section.get("classes", {}).items():
        for word in words:
            classes.setdefault(word, set()).add(name)
    frozen = {word: frozenset(names) for word, names in classes.items()}
    wanted = dict.fromkeys(section.get("likely", ()), (False, False))
    wanted |= dict.fromkeys(section.get("moved", ()), (False, True))
    wanted |= dict.fromkeys(section.get("holes", ()), (True, True))
    return frozen, wanted, frozenset(section.get("sound", ()))
