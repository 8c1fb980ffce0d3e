"""Long documents, and documents of two languages: a path, window by window where it is long.

A window of a few dozen sentences slides along both sides; the first part of its path is kept and
the next window begins where that ends, so that time and memory grow with the length alone and
exact repeats elsewhere are never seen. A window that finds next to nothing looks up, by rare words,
where the article continues in the reference.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from transdiff.aligner.channels import Readings, Side, digits, letters
from transdiff.aligner.encoder import Encoder
from transdiff.aligner.groups import Found, Group
from transdiff.aligner.lexicon import Lexicon, learn, tokens_of
from transdiff.aligner.monotone import SHAPES, find_path
from transdiff.aligner.weights import load_path_weights
from transdiff.language.glossary import can_meet

WHOLE = 600
"""Sentences of the longer side up to which quantities and dates are read, not digits alone."""
_WINDOW, _KEPT = 128, 90
_SHAPES = ((1, 1), (1, 2), (2, 1))
_PILOT, _SURE, _ENOUGH, _PASSES, _PASSES_LONG = 3000, 0.3, 100, 2, 1
_LOST, _FIRM = 0.2, 0.99
"""A window with a smaller share of groups this sure has lost its place."""
_RARE, _VOTES, _BIN = 6, 5, 16


def align_across(
    mine: Side, theirs: Side, lexicon: Lexicon | None, encoder: Encoder | None = None
) -> Found:
    """Return the groups of two sides along a path, and pairs off it that may be right.

    Two languages without a lexicon are held against each other through the glossaries, where both
    have one, and teach a lexicon: the surest pairs of a first pass serve the next.
    """
    light = max(len(mine), len(theirs)) > WHOLE
    name = "lexicon" if lexicon else _unaided(mine, theirs)
    if lexicon is None and mine.lang != theirs.lang:
        first = mine.part(0, _PILOT), theirs.part(0, _PILOT + _WINDOW)
        for _ in range(_PASSES_LONG if light else _PASSES):
            sure = _slide(*first, lexicon, light, name, encoder)
            learnt = _learnt((g for part in sure for g in part.groups), mine, theirs)
            if learnt is None:
                break
            lexicon, name = learnt, "taught"
    found = list(_slide(mine, theirs, lexicon, light, name, encoder))
    groups = [g for part in found for g in part.groups]
    linked = {j for g in groups for j in g.theirs}
    unsure = [g for part in found for g in part.unsure if not linked.issuperset(g.theirs)]
    return Found(groups, unsure)


def _unaided(mine: Side, theirs: Side) -> str:
    """Return which weights serve where no lexicon is given."""
    return "glossary" if can_meet(mine.lang, theirs.lang) else "across"


def _learnt(groups: Iterable[Group], mine: Side, theirs: Side) -> Lexicon | None:
    """Learn a lexicon from the surest of *groups*, None where they are too few."""
    pairs = [
        (
            " ".join(mine.segments[i].text for i in g.mine),
            " ".join(theirs.segments[j].text for j in g.theirs),
        )
        for g in groups
        if g.similarity > _SURE
    ]
    return learn(pairs, (mine.lang, theirs.lang)) if len(pairs) >= _ENOUGH else None


def _slide(
    mine: Side,
    theirs: Side,
    lexicon: Lexicon | None,
    light: bool,
    name: str,
    encoder: Encoder | None = None,
) -> Iterator[Found]:
    """Yield what every window finds, in the order of the article."""
    weights = load_path_weights(name)
    shapes = _SHAPES if light else SHAPES
    readings = Readings(mine, theirs, lexicon, light, encoder)
    places: _Places | None = None
    used: set[int] = set()
    i = j = 0
    looked = False
    while i < len(mine) and j < len(theirs):
        down, right = min(i + _WINDOW, len(mine)), min(j + _WINDOW, len(theirs))
        last = down == len(mine) and right == len(theirs)
        here = find_path(readings.window((i, down), (j, right)), weights, shapes)
        found, unsure = (
            part if last else [g for g in part if max(g.mine) < _KEPT and max(g.theirs) < _KEPT]
            for part in (here.groups, here.unsure)
        )
        firm = sum(g.similarity > _FIRM for g in found)
        if firm < _LOST * min(down - i, _KEPT) and not looked:
            places = places or _Places(theirs, lexicon)
            there = places.find(mine.part(i, down))
            looked = True
            if there is not None and abs(there - j) > _BIN:
                j = there
                continue
        looked = False
        yield Found(
            [_moved(g, i, j) for g in found if not used & {j + k for k in g.theirs}],
            [_moved(g, i, j) for g in unsure],
        )
        used |= {j + k for g in found for k in g.theirs}
        if last:
            return
        if found:
            i += max(k for g in found for k in g.mine) + 1
            j += max(k for g in found for k in g.theirs) + 1
        else:
            i, j = i + _KEPT, min(j + _KEPT, max(0, len(theirs) - 1))


def _moved(group: Group, down: int, right: int) -> Group:
    mine, theirs = (down + i for i in group.mine), (right + j for j in group.theirs)
    return replace(group, mine=tuple(mine), theirs=tuple(theirs))


class _Places:
    """Where the rare features of a reference stand."""

    def __init__(self, side: Side, lexicon: Lexicon | None) -> None:
        self.lexicon = lexicon
        everywhere: dict[str, list[int]] = defaultdict(list)
        for j, names in enumerate(self._features(side)):
            for name in names:
                if len(everywhere[name]) <= _RARE:
                    everywhere[name].append(j)
        self.rare = {name: at for name, at in everywhere.items() if len(at) <= _RARE}

    def find(self, part: Side) -> int | None:
        """Return where *part* most likely begins, None where nothing speaks clearly."""
        votes: Counter[int] = Counter()
        for i, names in enumerate(self._features(part)):
            for name in names:
                votes.update({(j - i) // _BIN for j in self.rare.get(name, ())})
        best = max(votes, key=lambda b: (votes[b] + votes[b + 1], -b), default=None)
        if best is None or votes[best] + votes[best + 1] < _VOTES:
            return None
        return max(0, best * _BIN)

    def _features(self, side: Side) -> Iterator[set[str]]:
        for segment in side.segments:
            names = {word.partition("|")[0] for word in letters(segment.text, side.lang, False)}
            names |= set(digits(segment.text))
            if self.lexicon is not None:
                names |= set(self._meanings(tokens_of(segment.text, side.lang), side.lang))
            yield names

    def _meanings(self, tokens: Sequence[str], lang: str) -> Iterator[str]:
        if self.lexicon is not None:
            for token in tokens:
                for meaning, strength in self.lexicon.meanings(f"{lang}:{token}"):
                    if strength > 0.3:
                        yield f">{meaning}"
