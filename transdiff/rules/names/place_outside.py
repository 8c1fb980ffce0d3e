"""Rule ``place-outside``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name, Span
from transdiff.language.accounts import GENITIVE
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading, read
from transdiff.language.shares import is_rest
from transdiff.rule import Mark, rule

_BETWEEN = 2
"""Words between a preposition and the name that it stands before: *outside the old Kestrel*."""


@rule(group="names", category="place", severity="major")
def place_outside(pair: Comparison) -> Iterator[Mark]:
    """Report what is *in* a place in the article and *outside* it in the references, or reversed.

    The prepositions are the pack's ``[roles] inside`` and ``outside``. A reference that has the
    article's one before this name, in the linked sentences or beside them, settles it.

    Flagged:
        reference: It was her third win and her first outside Africa.
        translation: It was her third win, the first [[in Africa]].

        reference: The troops were still inside Kestrel on Monday, the mayor said.
        translation: The troops were still [[outside Kestrel]] on Monday, the mayor said.

    Allowed:
        reference: It was her third win and her first outside Africa.
        translation: It was her third win, and never before had she won outside Africa.

        reference: Some 310,000 people use the pump, two-thirds of them in Norland.
        translation: Of about 310,000 users of the pump, a third of them live outside Norland.

        reference: Relatives waited at the airport outside Norland's capital.
        translation: Relatives waited at the airport in Norland.

        reference: Pickets stood outside Kestrel station on Monday.
        translation: Pickets stood in front of Kestrel station on Monday.

        reference: Relatives waited at the airport outside Norland's capital.
        translation: Back in Norland, relatives waited at the airport.

        reference: She won outside Africa for the first time. Two of her wins were in Africa.
        translation: Two of her wins were in Africa.
    """
    mine = _sides(pair.reading)
    if not mine or not pair.witnesses or any(w.lang != pair.lang for w in pair.witnesses):
        return
    around = [
        side for w in pair.witnesses for side in _sides(read([s.facts for s in w.around], w.lang))
    ]
    if any(_of_the_rest(pair, witness) for witness in pair.witnesses):
        return
    for side, name, span in mine:
        if any(s == side and _one(n, name) for s, n, _ in around):
            continue
        for witness in pair.witnesses:
            other = next((s for s in _sides(witness.reading) if _one(s[1], name)), None)
            if other is not None and not any(s != side and _one(n, name) for s, n, _ in mine):
                yield Mark.against(pair.evidence(span), witness.evidence(other[2]))
                return


def _sides(reading: Reading) -> list[tuple[str, Name, Span]]:
    """Return the names before which the reading says *in* or *outside*, with the words."""
    pack = load_pack(reading.lang)
    known = {w: side for side in ("inside", "outside") for w in pack.words("roles", side)}
    found, links = [], pack.words("roles", "of")
    for name in (n for facts in reading.facts for n in facts.names if n.kind != "person"):
        places = reading.inside(name.span)
        ending = reading.words[places.stop - 1 : places.stop + 1]
        if ending[0].fold.endswith(GENITIVE) or any(w.fold in GENITIVE for w in ending):
            continue  # outside Kestrel's capital
        before = range(places.start - 1, max(-1, places.start - 2 - _BETWEEN), -1)
        for at in before:
            if reading.words[at].fold in links:  # in front of Kestrel, in the hills of Kestrel
                break
            side = known.get(reading.words[at].fold)
            if side is not None:
                found.append((side, name, reading.span(at, places.stop)))
            if side is not None or reading.clauses[at] != reading.clauses[places.start]:
                break
    return found


def _of_the_rest(pair: Comparison, witness: Witness) -> bool:
    """Whether the sides tell of two shares that make up the whole: *a third live outside*."""
    theirs = [q for s in witness.segments for q in s.facts.quantities]
    return any(is_rest(q, other) for q in pair.segment.facts.quantities for other in theirs)


def _one(mine: Name, theirs: Name) -> bool:
    if mine.concept or theirs.concept:
        return mine.concept == theirs.concept
    return mine.skeleton == theirs.skeleton
