"""Pairings: which word of one reading is said by which word of another.

Words pair by the keys that they share, by synonyms, and across languages by skeletons and by what
they may be in English; neighbours and position settle between several.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from weakref import ref

from transdiff.language.glossary import Meanings
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.lazy import Once, lazy

_OPTIONS = 6
"""Counterparts of one word that are weighed, the nearest first."""
_NEAR = 3
"""Words that far away are neighbours."""
_SHARED, _AT_LEAST = 0.5, 4
"""Share of the words of the shorter of two sentences, and how many, by which they tell the same."""
_LONGER = 1.8
"""How much longer than the other one such a sentence may be."""


def _nothing() -> None:
    """Refer to no pairing."""


@dataclass(frozen=True)
class Pairing(Once):
    """Which word of ``theirs`` says what a word of ``mine`` says, and the other way round.

    ``entire``: as far as their lengths tell, each reading says all that the other says.
    ``_turned`` refers weakly to the pairing that this one is the other side of: a circle would have
    both wait for the garbage collector, with all that was computed of them.
    """

    mine: Reading
    theirs: Reading
    entire: bool = False
    _turned: Callable[[], Pairing | None] = field(default=_nothing, repr=False, compare=False)

    @lazy
    def forward(self) -> tuple[int | None, ...]:
        """For each word of ``mine`` the word of ``theirs`` that says it."""
        turned = self._turned()
        return turned.backward if turned else _paired(self.mine, self.theirs)

    @lazy
    def backward(self) -> tuple[int | None, ...]:
        """For each word of ``theirs`` the word of ``mine`` that says it."""
        turned = self._turned()
        return turned.forward if turned else _paired(self.theirs, self.mine)

    @property
    def foreign(self) -> bool:
        """Whether the two are in different languages."""
        return self.mine.lang != self.theirs.lang

    @lazy
    def comparable(self) -> bool:
        """Whether both languages have word lists to compare claims with."""
        langs = {self.mine.lang, self.theirs.lang}
        return all(load_pack(lang).words("negation", "not") for lang in langs)

    @lazy
    def loose(self) -> frozenset[int]:
        """The words of ``mine`` that a synonym alone brings together with their partner."""
        return frozenset(
            i
            for i, j in enumerate(self.forward)
            if j is not None and not set(self.mine.keys[i]) & set(self.theirs.keys[j])
        )

    def images(self, words: Iterable[int]) -> frozenset[int]:
        """Return the words of ``theirs`` that say what any of *words* of ``mine`` says."""
        return frozenset(j for i in words if (j := self.forward[i]) is not None)

    @lazy
    def alike(self) -> bool:
        """Whether one sentence tells in its own words what one of the same language tells."""
        if self.foreign or len(self.mine.facts) != 1 or len(self.theirs.facts) != 1:
            return False
        shorter, longer = sorted((len(self.mine.content), len(self.theirs.content)))
        paired = min(
            len({j for j in way if j is not None}) for way in (self.forward, self.backward)
        )
        return paired >= max(_AT_LEAST, _SHARED * shorter) and longer <= _LONGER * shorter

    @property
    def reversed(self) -> Pairing:
        """The same pairing seen from the other side."""
        return self._turned() or self._other

    @lazy
    def _other(self) -> Pairing:
        return Pairing(self.theirs, self.mine, self.entire, ref(self))


def pair_words(mine: Reading, theirs: Reading, entire: bool = False) -> Pairing:
    """Pair the content words of two readings by their keys, neighbours and position."""
    return Pairing(mine, theirs, entire)


def _paired(left: Reading, right: Reading) -> tuple[int | None, ...]:
    candidates = [_candidates(keys, right.places) if keys else () for keys in left.keys]
    alike = left.lang == right.lang
    for i in left.content:
        if not candidates[i]:
            candidates[i] = (
                _synonyms(left.groups[i], right)
                if alike
                else _sharing(left.bones[i], right.bone_places)
                or _sharing(left.meanings[i], right.meaning_places)
            )
        elif not alike and len(candidates[i]) > 1:
            candidates[i] = _of_one_meaning(left.meanings[i], candidates[i], right)
    ratio = len(right.words) / max(1, len(left.words))
    return tuple(
        [
            _best(i, found, candidates, ratio) if len(found) > 1 else found[0] if found else None
            for i, found in enumerate(candidates)
        ]
    )


def _sharing(groups: Collection[str], places: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """Return the words that share a skeleton, or a meaning in English."""
    shared = places.keys() & groups
    return tuple(dict.fromkeys(j for group in sorted(shared) for j in places[group]))


def _of_one_meaning(own: Meanings, options: tuple[int, ...], right: Reading) -> tuple[int, ...]:
    """Return the *options* that may be the very word in English, all of them where none may.

    Two words name one event that are not each other's: *findings* and *establish*.
    """
    same = tuple([j for j in options if own & right.meanings[j]])
    return same or options


def _synonyms(groups: frozenset[int], right: Reading) -> tuple[int, ...]:
    """Return the words that share a group of synonyms."""
    shared = sorted(groups & right.all_groups)
    known = right.groups.items() if shared else ()
    return tuple(dict.fromkeys(j for group in shared for j, own in known if group in own))


def _candidates(keys: tuple[str, ...], places: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """Return the words that share a key; the very word alone counts where it is there.

    A common beginning counts only where nothing else does.
    """
    found: dict[int, None] = {}
    for key in keys:
        if found and key[0] == "~":
            break
        if key in places:
            if key[0].isalpha() and len(key) > 1:  # an ideograph is but part of a word
                return tuple(places[key])
            found.update(dict.fromkeys(places[key]))
    return tuple(found)


def _best(i: int, options: tuple[int, ...], near: list[tuple[int, ...]], ratio: float) -> int:
    """Choose the option whose neighbours pair with the neighbours of word *i*, then the nearest."""
    first = max(0, i - _NEAR)
    around = [near[k] for k in range(first, min(len(near), i + _NEAR + 1)) if k != i and near[k]]
    at = i * ratio
    close = sorted(options, key=lambda j: abs(j - at))[:_OPTIONS]
    worth = [(_company(j, around), -abs(j - at)) for j in close]
    return close[worth.index(max(worth))]


def _company(j: int, around: list[tuple[int, ...]]) -> int:
    """How many of the neighbours may pair with a neighbour of word *j*."""
    found = 0
    for other in around:
        for k in other[:_OPTIONS]:
            if k != j and -_NEAR <= k - j <= _NEAR:
                found += 1
                break
    return found
