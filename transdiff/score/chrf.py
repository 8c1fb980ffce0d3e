"""sacrebleu's chrF, number for number, in less of its time: n-grams are counted only where some
stand twice, which long ones seldom do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sacrebleu.metrics.chrf import CHRF

from transdiff.score.bags import overlap

Grams = list[list[str]]


class FastCHRF(CHRF):
    """chrF as sacrebleu computes it, faster."""

    def _extract_reference_info(  # type: ignore[override]
        self, refs: Sequence[str]
    ) -> dict[str, list[Grams]]:
        """Return the n-grams of every reference."""
        return {"ref_ngrams": [self._grams(text) for text in refs]}

    def _compute_segment_statistics(
        self, hypothesis: str, ref_kwargs: Mapping[str, Sequence[Grams]]
    ) -> list[int]:
        """Return, by length, how many n-grams either side and both have, for the best reference."""
        mine = self._grams(hypothesis)
        best: list[int] = []
        most = -1.0
        for grams in ref_kwargs["ref_ngrams"]:
            counts = [
                number
                for ours, theirs in zip(mine, grams, strict=True)
                for number in (len(ours) if theirs else 0, len(theirs), overlap(ours, theirs))
            ]
            score = self._compute_f_score(counts)
            if score > most:
                best, most = counts, score
        return best

    def _grams(self, text: str) -> Grams:
        """The runs of one to six letters, across words."""
        line = "".join(text.split())
        lengths = range(1, self.char_order + 1)
        return [[line[i : i + n] for i in range(len(line) - n + 1)] for n in lengths]
