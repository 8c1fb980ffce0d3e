"""Dangers: what one reading fears or warns of and the other tells as having come."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Marker
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.hedges import is_hedge, only_names_source
from transdiff.language.listed import listed_phrases
from transdiff.language.modality import Shift
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import governing

_HEAD = 3
"""Content words behind a warning among which the danger is named."""
_OPINIONS = frozenset({"believe", "think"})
"""Verbs that tell a view and no fact."""
_LEAST = 2
"""Words that both readings must share, the danger among them."""


def feared(pairing: Pairing) -> Iterator[Shift]:
    """Yield the danger that ``theirs`` warns of and ``mine`` has with no fear or warning at all.

    *Warned of a possible outbreak*, *reported an outbreak*.
    """
    mine, theirs = pairing.mine, pairing.theirs
    cues = [*_warnings(theirs)] if pairing.comparable else []
    if not cues or len(mine.facts) > 1 or _keeps_open(mine):
        return
    shared = sum(i is not None for i in pairing.backward)
    for cue in cues:
        j = next((j for j in theirs.after(cue.end, _HEAD) if _may_be_danger(pairing, j)), None)
        i = pairing.backward[j] if j is not None else None
        if i is None or shared < _LEAST or _is_ahead(mine, i):
            continue
        if not governing(mine, i, "hedge", "likely"):  # "30% less likely to die"
            yield Shift(cue, (i, i + 1))
            return


def comes_true(reading: Reading, stem: str) -> bool:
    """Whether *reading* tells of the danger of that *stem* with no word of fear."""
    told = [i for i, w in enumerate(reading.words) if w.stem == stem]
    return not _keeps_open(reading) and any(not _is_ahead(reading, i) for i in told)


def _warnings(reading: Reading) -> Iterator[Cue]:
    listed = listed_phrases(reading.lang, "hedges.dangers", "warnings")
    for _, first, end in listed.all(reading.words):
        if _is_participle(reading, first):
            continue
        yield Cue(Marker(reading.span(first, end), "hedge", "feared"), first, end)


def _is_participle(reading: Reading, index: int) -> bool:
    """Whether a verb's form opens the sentence where nouns have capitals: *Gefahren wird täglich*.

    No plural has a verb in the singular behind it.
    """
    opens = index == reading.sentence(index).start and nouns_have_capitals(reading.lang)
    behind = reading.words[index + 1].fold if index + 1 < len(reading.words) else ""
    plural = reading.words[index].fold.endswith("en")
    return (
        opens and plural and behind in load_pack(reading.lang).words("hedges.dangers", "singular")
    )


def _thinks(reading: Reading) -> bool:
    """Whether somebody only holds something to be so: *he thinks that pay rises too fast*."""
    return any(a.verb in _OPINIONS for facts in reading.facts for a in facts.attributions)


def _keeps_open(reading: Reading) -> bool:
    """Whether anything in *reading* warns, doubts, denies, foresees or sets a condition."""
    hedges = (c for c in reading.of_kind("hedge") if is_hedge(reading, c))
    doubts = (c for c in hedges if not only_names_source(reading, c))
    if (
        next(doubts, None)
        or reading.of_kind("condition", *STRICT)
        or reading.of_kind("negation", "not")
    ):
        return True
    if _thinks(reading):
        return True
    averted = listed_phrases(reading.lang, "hedges.dangers", "averting")
    return any(map(any, (_warnings(reading), averted.all(reading.words))))


def _is_ahead(reading: Reading, index: int) -> bool:
    """Whether the clause of the danger at *index* tells of what is to come."""
    found = listed_phrases(reading.lang, "hedges.dangers", "ahead").all(reading.words)
    return any(reading.clauses[first] == reading.clauses[index] for _, first, _ in found)


def _may_be_danger(pairing: Pairing, index: int) -> bool:
    """Whether both readings have a word that may be what is feared: one that hedges nothing."""
    hedges = pairing.theirs.of_kind("hedge")
    paired = pairing.backward[index] is not None
    return paired and not any(c.first <= index < c.end for c in hedges)
