"""One deed of both texts whose parties have changed places, or that another party does."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.deeds import Deed
from transdiff.language.lone_doers import LoneDoer, lone_doers
from transdiff.language.pairing import Pairing
from transdiff.language.participants import changed_places, keeps_doer
from transdiff.model import Story
from transdiff.rule import Mark
from transdiff.rules.meaning.claims import disagreement


def changed_parties(pair: Comparison) -> Iterator[Mark]:
    """Yield the first deed whose doer and sufferer no reference has as the article has them."""
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        told = changed_places(pairing)
        if told is not None and not _kept(pair, told.mine.index):
            yield _mark(pair, witness, told.mine, told.theirs)
            return


def _kept(pair: Comparison, index: int) -> bool:
    return any(keeps_doer(p, index) for p in pair.pairings.values())


def lone_doer(pair: Comparison) -> Iterator[Mark]:
    """Yield the first deed that the article gives to one who does something else there."""
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for told in lone_doers(pairing):
            known = _is_known(pair, witness, pairing, told)
            if known and not _kept(pair, told.mine.index):
                yield _mark(pair, witness, told.mine, told.theirs)
                return


def _mark(pair: Comparison, witness: Witness, mine: Deed, theirs: Deed) -> Mark:
    pairing = pair.pairings[witness.key]
    spans = pairing.mine.span(*mine.range), pairing.theirs.span(*theirs.range)
    return disagreement(pair, witness, *spans)


def _is_known(pair: Comparison, witness: Witness, pairing: Pairing, told: LoneDoer) -> bool:
    """Whether the other text, too, tells of him who is not in its sentence."""
    reading, story = pairing.theirs, pair.whole.story
    if told.here:
        reading, story = pairing.mine, witness.story
    keys = reading.names_among(told.missing)
    stems = set() if pairing.foreign else {reading.words[i].stem for i in told.missing}
    return any(_tells_of(story, keys, stems))


def _tells_of(story: Story, keys: frozenset[str], stems: set[str]) -> Iterator[bool]:
    for segment in story.segments:
        yield any(w.stem in stems for w in segment.facts.words)
        yield any(f"!{n.concept or n.skeleton}" in keys for n in segment.facts.names)
