"""sacrebleu's TER with the edit distance of every candidate shift computed by rapidfuzz.

TER tries hundreds of shifts for a sentence and asks only how far each result is from the reference;
sacrebleu fills a table in Python for that, which takes longer than all the rest of a comparison.
Numbers and signature are sacrebleu's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Levenshtein
from sacrebleu.metrics import lib_ter
from sacrebleu.metrics.ter import TER


class FastTER(TER):
    """TER as sacrebleu computes it, faster."""

    def _compute_segment_statistics(
        self, hypothesis: str, ref_kwargs: Mapping[str, Sequence[list[str]]]
    ) -> list[float]:
        """Return the least number of edits over the references and their mean length."""
        words = hypothesis.split()
        references = ref_kwargs["ref_words"]
        edits = min(_edits(words, reference) for reference in references)
        return [edits, sum(map(len, references)) / len(references)]


def _edits(words: list[str], reference: list[str]) -> int:
    """Shifts, insertions, deletions and substitutions that turn *words* into *reference*."""
    if not reference:
        return len(words)
    distance = _Distance(reference)
    shifts = tried = 0
    while tried < lib_ter._MAX_SHIFT_CANDIDATES:
        gain, shifted, tried = lib_ter._shift(words, reference, distance, tried)
        if tried >= lib_ter._MAX_SHIFT_CANDIDATES or gain <= 0:
            break
        shifts, words = shifts + 1, shifted
    return shifts + Levenshtein.distance(words, reference)


class _Distance:
    """Stands in for ``lib_ter.BeamEditDistance``: the trace is made only for who unpacks it."""

    def __init__(self, reference: list[str]) -> None:
        self._reference = reference
        self._traced = lib_ter.BeamEditDistance(reference)

    def __call__(self, words: list[str]) -> _Lazy:
        return _Lazy(self, words)

    def distance(self, words: list[str]) -> int:
        """The edit distance of *words* from the reference."""
        return Levenshtein.distance(words, self._reference)

    def traced(self, words: list[str]) -> tuple[int, str]:
        """The edit distance with the operations that realise it."""
        found: tuple[int, str] = self._traced(words)
        return found


class _Lazy:
    """``(distance, trace)``: the first by index in no time, both by unpacking."""

    def __init__(self, of: _Distance, words: list[str]) -> None:
        self._of, self._words = of, words

    def __getitem__(self, index: int) -> int:
        if index != 0:
            raise IndexError(index)
        return self._of.distance(self._words)

    def __iter__(self) -> Iterator[int | str]:
        return iter(self._of.traced(self._words))
