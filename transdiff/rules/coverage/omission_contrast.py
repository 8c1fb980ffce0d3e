"""Rule ``omission-contrast``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span
from transdiff.language.clauses import contrast_clauses, excepting_clauses
from transdiff.language.content import content_words
from transdiff.language.notions import notions
from transdiff.language.outcomes import outcomes
from transdiff.language.reading import read
from transdiff.language.synonyms import has_synonym
from transdiff.model import BlockKind, Role, Segment
from transdiff.rule import Mark, rule

_KNOWN = 3
"""Words of a foreign clause that must be known to tell whether it is said."""
_STRAY = 4
"""One in so many words of a foreign clause may by chance have a synonym in the article."""
_REWORDED = 2
"""A clause is said in other words if one of so many content words has a synonym near."""


@rule(group="coverage", category="omission", severity="major", residual=True)
def omission_contrast(pair: Comparison, *, kept: float = 0.5) -> Iterator[Mark]:
    """Report that the article keeps a statement and drops the clause that limits it.

    "The party led, but was short of a majority" says something else without its second half. A
    clause opened by a contrast word counts as dropped when none of its content words stands in the
    article's sentence or beside it, while at least the share *kept* of the rest does. Across
    languages words count that the glossaries know, and several of the clause must be known.

    Flagged:
        reference: The ruling party won the most seats, but failed to secure the threshold for governing alone.
        translation: The ruling party won the most seats.[[]]

    Flagged:
        reference: The panel cleared the surgeon, although he had ignored two written warnings from colleagues.
        translation: The panel has cleared the surgeon.[[]]

    Flagged:
        reference: The wharf was found sound, although rust had been found on four of its piles.
        translation: The wharf is sound.[[]]

        reference: The bakery's profit rose by a tenth, excluding the cost of a new oven.
        translation: The bakery's profit rose by a tenth.[[]]

    Flagged:
        reference[ru]: Завод закроют осенью, однако директор обещал рабочим новые места в порту.
        translation: The plant will be closed in the autumn.[[]]

    Allowed:
        reference: A ferry with 90 passengers ran aground off Olm, but nobody was hurt.
        translation: All 90 passengers were unhurt when their ferry ran aground off Olm.

        reference: The ruling party won the most seats, but failed to secure the threshold for governing alone.
        translation: The ruling party won the most seats. It did not reach the threshold for governing alone.

    Allowed:
        reference[de]: Das Werk wird im Herbst geschlossen, aber der Direktor versprach den Arbeitern neue Stellen.
        translation: The plant will close in the autumn; its director pledged new jobs for the workers.

    Allowed:
        reference: The ruling party won the most seats, but failed to secure the threshold for governing alone.
        reference: The ruling party won the most seats.
        translation: The ruling party won the most seats.

    Allowed:
        reference: The bakery's profit rose by a tenth, excluding the cost of a new oven.
        translation: Not counting the price of its new oven, the bakery's profit rose by a tenth.

    Allowed with published=2024-03-14:
        reference: The panel cleared the surgeon, although he had ignored two written warnings from colleagues.
        translation: The panel has cleared the surgeon. Letters from colleagues had left him unmoved.

    Allowed:
        reference: The critic, who had yet to see the play, praised not only the cast but also the music.
        translation: The critic praised the cast.

    Allowed:
        reference: The panel cleared the surgeon in May and thanked the witnesses.
        translation: The panel has cleared the surgeon.
    """  # noqa: E501
    if any(_limits(w) == [] for w in pair.witnesses):
        return
    if _limiting(pair.segment, pair.lang):
        return
    foreign = any(w.lang != pair.lang for w in pair.witnesses)
    if pair.siblings if foreign else _reworded(pair):
        return
    said = _stems(pair.around, pair.lang)
    for witness in pair.witnesses:
        for segment, clause in _limits(witness):
            if not (
                _dropped(segment, clause, pair, said, kept)
                if witness.lang == pair.lang
                else _unsaid(witness, clause, pair, kept)
            ):
                continue
            evidence = witness.evidence(clause, Role.MISSING)
            end = pair.segment.span.end
            message = f'missing: {witness.key} adds "{evidence.quote}"'
            yield Mark(Span(end, end), message, (evidence,))
            return


def _notions_said(pair: Comparison) -> frozenset[str]:
    """What the article says here and beside it, as far as its words are known in any language."""
    return frozenset().union(*notions(read([s.facts for s in pair.around], pair.lang)))


def _unsaid(witness: Witness, clause: Span, pair: Comparison, kept: float) -> bool:
    """Whether nothing of a foreign clause is said, as far as its words are known, but the rest is.

    A sentence as long as all of the other one says all of it, in whatever words.
    """
    theirs, pairing = witness.reading, pair.pairings[witness.key]
    if pair.segment.block.kind is not BlockKind.BODY or pairing.entire:
        return False
    said, told = pair.once(_notions_said), notions(theirs)
    known = [j for j in theirs.content if told[j]]
    inside = [j for j in known if clause.contains(theirs.words[j].span)]
    outside = [j for j in known if not clause.contains(theirs.words[j].span)]
    if len(inside) < _KNOWN or not outside:
        return False
    heard = {j for j in known if pairing.backward[j] is not None or told[j] & said}
    if len(heard.intersection(outside)) < kept * len(outside):
        return False
    return _STRAY * len(heard.intersection(inside)) < len(inside)


def _reworded(pair: Comparison) -> bool:
    """Whether the article says more than the references do, so to speak.

    Two content words that stand in none of them, in another sentence made from them or behind a
    contrast word of this one, may be the limit in other words.
    """
    theirs = {s for w in pair.witnesses for s in _stems(w.segments, w.lang)}
    segments = pair.whole.story.segments
    if any(len(_stems((segments[i],), pair.lang) - theirs) >= 2 for i in pair.siblings):
        return True
    words = content_words(pair.segment.facts.words, pair.lang)
    return any(
        len({w.stem for w in words if clause.contains(w.span)} - theirs) >= 2
        for clause in contrast_clauses(pair.segment, pair.lang)
    )


def _limits(witness: Witness) -> list[tuple[Segment, Span]]:
    return [(s, c) for s in witness.segments for c in _limiting(s, witness.lang)]


def _limiting(segment: Segment, lang: str) -> list[Span]:
    return contrast_clauses(segment, lang) + excepting_clauses(segment, lang)


def _stems(segments: tuple[Segment, ...], lang: str) -> set[str]:
    return {w.stem for s in segments for w in content_words(s.facts.words, lang)}


def _dropped(segment: Segment, clause: Span, pair: Comparison, said: set[str], kept: float) -> bool:
    """Nothing of the clause is said, and enough of the rest of its sentence is said here."""
    words = content_words(segment.facts.words, pair.lang)
    own = [w for w in words if clause.contains(w.span)]
    outside = {w.stem for w in words if not clause.contains(w.span)}
    inside = {w.stem for w in own} - outside  # what both parts have tells of either
    if len(inside) < 2 or inside & said or not outside or _came_out_so(segment, clause, pair):
        return False
    here = _stems((pair.segment,), pair.lang)
    if len(outside & here) / len(outside) < kept:
        return False
    around = [w for s in pair.around for w in s.facts.words]
    reworded = sum(has_synonym(w, around, pair.lang) for w in own)
    return _REWORDED * reworded < len(own)


def _came_out_so(segment: Segment, clause: Span, pair: Comparison) -> bool:
    """Whether the article tells the outcome of the clause in other words: *all were unhurt*."""
    theirs, mine = read([segment.facts], pair.lang), read([s.facts for s in pair.around], pair.lang)
    told: dict[bool, set[tuple[str, bool | None]]] = {True: set(), False: set()}
    for o in theirs.once(outcomes):
        told[clause.contains(theirs.span(o.first, o.end))].add((o.axis, o.yes))
    limits = told[True] - told[False]  # what the rest of the sentence tells is told by that
    return any((o.axis, o.yes) in limits for o in mine.once(outcomes)) if limits else False
