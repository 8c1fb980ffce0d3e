"""sacrebleu's TER, number for number, at a fraction of its time.

TER tries hundreds of shifts for a sentence, and sacrebleu fills a table of tuples for each. Here
every distinct word is one letter, so that words are compared, shifted and measured as strings:
rapidfuzz tells how far a shifted sentence is from the reference, and only the sentence that shifts
start from gets a table, which says what is aligned with what. What is tried in which order, and the
limits of the search, are those of ``sacrebleu.metrics.lib_ter``; so is the signature.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein
from sacrebleu.metrics import lib_ter
from sacrebleu.metrics.ter import TER

_CANDIDATES: int = lib_ter._MAX_SHIFT_CANDIDATES
_LONGEST: int = lib_ter._MAX_SHIFT_SIZE
_FARTHEST: int = lib_ter._MAX_SHIFT_DIST
_BEAM: int = lib_ter._BEAM_WIDTH


class FastTER(TER):
    """TER as sacrebleu computes it, faster.

    ``left_out`` counts the sentences for which sacrebleu, which looks only near the diagonal, may
    not find the least edits: they are too unlike the reference, and count for nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.left_out = 0

    def _compute_segment_statistics(
        self, hypothesis: str, ref_kwargs: Mapping[str, Sequence[list[str]]]
    ) -> list[float]:
        """Return the least number of edits over the references and their mean length."""
        words = hypothesis.split()
        references = ref_kwargs["ref_words"]
        try:
            edits = min(_edits(words, reference) for reference in references)
        except _OutOfBeamError:
            self.left_out += 1
            return [0, 0.0]
        return [edits, sum(map(len, references)) / len(references)]


class _OutOfBeamError(Exception):
    """A way of the least edits leads farther from the diagonal than sacrebleu looks."""


def _edits(words: list[str], reference: list[str]) -> int:
    """Shifts, insertions, deletions and substitutions that turn *words* into *reference*.

    Raises _OutOfBeamError.
    """
    if not reference or not words:
        return len(words) + len(reference)
    letters: dict[str, str] = {}
    mine, theirs = (
        "".join([letters.setdefault(w, chr(len(letters))) for w in side])
        for side in (words, reference)
    )
    shifts = tried = 0
    while True:
        gain, shifted, tried = _best_shift(mine, theirs, tried)
        if tried >= _CANDIDATES or gain <= 0:
            return shifts + Levenshtein.distance(mine, theirs)
        shifts, mine = shifts + 1, shifted


def _best_shift(mine: str, theirs: str, tried: int) -> tuple[int, str, int]:
    """Return what the best shift gains, its result, and how many have been tried by then."""
    before = Levenshtein.distance(mine, theirs)
    aligned = _align(mine, theirs, before)
    best: tuple[int, int, int, int] | None = None
    result = mine
    for start, place, length in _same_runs(mine, theirs):
        if aligned.is_right(start, place, length):
            continue
        for target in aligned.targets(place, length):
            shifted = _shifted(mine, start, length, target)
            after = Levenshtein.distance(shifted, theirs)
            candidate = (before - after, length, -start, -target)
            tried += 1
            if best is None or candidate > best:
                if after < before:
                    _check_beam(shifted, theirs, after)
                best, result = candidate, shifted
        if tried >= _CANDIDATES:
            break
    return (best[0] if best else 0), result, tried


def _same_runs(mine: str, theirs: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start in *mine*, start in *theirs*, length) of every run that both have."""
    places: dict[str, list[int]] = {}
    for at, letter in enumerate(theirs):
        places.setdefault(letter, []).append(at)
    for start, letter in enumerate(mine):
        for place in places.get(letter, ()):
            if abs(place - start) > _FARTHEST:
                continue
            most = min(_LONGEST, len(mine) - start, len(theirs) - place)
            length = 1
            yield start, place, length
            while length < most and mine[start + length] == theirs[place + length]:
                length += 1
                yield start, place, length


def _shifted(words: str, start: int, length: int, target: int) -> str:
    """Move the *length* words at *start* to before *target*."""
    end = start + length
    moved = words[start:end]
    if target < start:
        return words[:target] + moved + words[target:start] + words[end:]
    if target > end:
        return words[:start] + words[end:target] + moved + words[target:]
    return words[:start] + words[end : length + target] + moved + words[length + target :]


class _Aligned(NamedTuple):
    """Which word of a sentence each word of the reference is aligned with, or comes after.

    ``wrong`` and ``missed`` count, up to each place, the words of the sentence and of the reference
    that are not right.
    """

    places: list[int]
    wrong: list[int]
    missed: list[int]

    def is_right(self, start: int, place: int, length: int) -> bool:
        """Whether a run needs no shift: its words are right, there or here, or it is aligned."""
        return (
            self.wrong[start + length] == self.wrong[start]
            or self.missed[place + length] == self.missed[place]
            or start <= self.places[place] < start + length
        )

    def targets(self, place: int, length: int) -> Iterator[int]:
        """Yield where a run may go that the reference has at *place*."""
        last = -1
        for at in range(place - 1, place + length):
            target = self.places[at] + 1 if at >= 0 else 0
            if target != last:
                yield target
            last = target


def _align(mine: str, theirs: str, edits: int) -> _Aligned:
    """Trace the least edits back; of equal ones first what is aligned, then what is too many."""
    _check_beam(mine, theirs, edits)
    table = _table(mine, theirs)
    i, j = len(mine), len(theirs)
    places, wrong, missed = [0] * j, [1] * i, [1] * j
    while i and j:
        row, bit = table[i - 1], 1 << (j - 1)
        if row.aligned & bit:
            i, j = i - 1, j - 1
            places[j] = i
            wrong[i] = missed[j] = mine[i] != theirs[j]
        elif row.surplus & bit:
            i -= 1
        else:
            j -= 1
            places[j] = i - 1
    places[:j] = [-1] * j
    return _Aligned(places, [0, *accumulate(wrong)], [0, *accumulate(missed)])


class _Row(NamedTuple):
    """By which last step the least edits up to a word may come about: a bit for each other word."""

    aligned: int
    surplus: int
    missing: int


def _table(mine: str, theirs: str) -> list[_Row]:
    """The table of edits by differences between neighbours, a row in a few steps (Hyyrö 2003)."""
    masks: dict[str, int] = {}
    for at, letter in enumerate(theirs):
        masks[letter] = masks.get(letter, 0) | 1 << at
    more = whole = (1 << len(theirs)) - 1
    less = 0
    table = []
    for letter in mine:
        mask = masks.get(letter, 0)
        same = mask | less
        free = whole & ((((same & more) + more) ^ more) | same)
        surplus = less | (whole & ~(free | more))
        shifted = surplus << 1 | 1
        more, less = whole & ((more & free) << 1 | ~(shifted | free)), shifted & free
        table.append(_Row(mask | (whole & ~free), surplus, more))
    return table


def _check_beam(mine: str, theirs: str, edits: int) -> None:
    """Raise _OutOfBeamError unless every way of the least *edits* stays near the diagonal."""
    size = len(theirs)
    if (edits + abs(len(mine) - size)) / 2 + 1 < _BEAM:  # no way of so few leads out
        return
    ratio, reached, table = size / len(mine), 1 << size, _table(mine, theirs)
    for i in range(len(mine), 0, -1):
        row = table[i - 1]
        while (wider := reached | (reached >> 1) & row.missing) != reached:
            reached = wider
        first = max(0, int(i * ratio) - _BEAM)
        end = size + 1 if i == len(mine) else int(i * ratio) + _BEAM
        if reached >> end or reached & ((1 << first) - 1):
            raise _OutOfBeamError
        ending = reached >> 1
        reached = ending & row.aligned | (ending & row.surplus) << 1 | reached & 1
