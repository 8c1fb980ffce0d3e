"""Rule ``number-besides``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.amounts import states
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_BEFORE, _AFTER = 4, 3
"""Words on either side of a figure among which one says that it is a part, or comes on top."""
_COUNTS = ("cardinal", "measure")
_OTHER = {"among": "besides", "besides": "among"}


@rule(group="facts", category="number", severity="major")
def number_besides(pair: Comparison) -> Iterator[Mark]:
    """Report a part of a whole that is told as coming on top of it, or the other way round.

    Of 57 patients three died; "another three died" makes them sixty. The figures are the same, only
    the word beside the smaller one differs.

    Flagged:
        reference: The clinics treated 57 patients, of whom three died.
        translation: The clinics treated 57 patients; another [[three]] died.

        reference[ru]: В больницы поступили 57 человек, еще трое умерли.
        translation[ru]: В больницы поступили 57 человек, [[трое]] из них умерли.

        reference[zh]: 医院共收治57名患者，其中3人死亡。
        translation[zh]: 医院共收治57名患者，另有[[3]]人死亡。

        reference[vi]: Có 128 người được cứu sống, trong đó có 9 thuyền viên.
        translation[vi]: Có 128 người được cứu sống, chưa kể [[9]] thuyền viên.

    Allowed:
        reference: The clinics treated 57 patients, of whom three died.
        translation: Three of the 57 patients whom the clinics treated died.

        reference: The firm has 640 workers, 460 of whom will be moved elsewhere.
        translation: Of the 640 workers 460 will work in other plants.

        reference: The clinics treated 57 patients, of whom three died and another nine left.
        translation: The clinics treated 57 patients. Three of them died; nine others left.
    """
    for mine in pair.segment.facts.quantities:
        said = _said(pair.segment, mine, pair.lang)
        there = [
            (witness, other, _said(segment, other, witness.lang))
            for witness in pair.witnesses
            for segment in witness.segments
            for other in segment.facts.quantities
            if said and states(mine, other)
        ]
        if there and all(_OTHER[said] == theirs for _, _, theirs in there):
            witness, other, _ = there[0]
            yield shown(pair, mine.span, witness, other.span)


def _said(segment: Segment, figure: Quantity, lang: str) -> str:
    """Whether *figure* is a part of a larger one or comes besides it; empty where neither."""
    words = segment.facts.words
    inside = [i for i, w in enumerate(words) if figure.span.overlaps(w.span)]
    if not inside or figure.kind not in _COUNTS:
        return ""
    first, end = inside[0], inside[-1] + 1
    others = [q for q in segment.facts.quantities if q != figure]
    before = _free(words[max(0, first - _BEFORE) : first][::-1], others)[::-1]
    after = _free(words[end : end + _AFTER], others)
    near = [value for value, _, _ in _phrases(lang).all(before)]
    behind = _phrases(lang).all(after)
    # "460 in other plants": who comes besides is named right behind the figure
    near += [value for value, at, _ in behind if value == "among" or at == 0]
    found = set(near)
    if found == {"among"} and not any(q.value > figure.value for q in others):
        return ""
    return found.pop() if len(found) == 1 else ""


def _free(words: Sequence[Word], figures: Sequence[Quantity]) -> Sequence[Word]:
    """The words up to the first that belongs to another figure or is a mark."""
    barred = (
        n
        for n, word in enumerate(words)
        if word.kind is WordKind.PUNCT or any(q.span.overlaps(word.span) for q in figures)
    )
    return words[: next(barred, len(words))]


@lru_cache(maxsize=32)
def _phrases(lang: str) -> Phrases[str]:
    pack = load_pack(lang)
    return Phrases(
        ((phrase, kind) for kind in _OTHER for phrase in pack.words("numbers", kind)), lang
    )
