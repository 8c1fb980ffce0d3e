"""What the rules of this group share: hedges lost on the way, and how a divergence is marked."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Span
from transdiff.language.assured import assured
from transdiff.language.charges import told_as_done
from transdiff.language.concepts import family
from transdiff.language.dangers import comes_true, feared
from transdiff.language.left_open import closed, unanswered
from transdiff.language.modality import Shift, asserted, unhedged
from transdiff.language.open_questions import answered, unproven
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading, read
from transdiff.language.tense import is_for_now
from transdiff.language.unsolved import tells_cause, unsolved
from transdiff.language.whereabouts import located
from transdiff.model import Severity, Story
from transdiff.rule import Mark
from transdiff.rules.meaning.outrun import surer
from transdiff.rules.meaning.progress import leaps

_DOUBTS = ("possible", "likely", "doubt", "reported", "preliminary", "alleged")
_ACCUSATION = frozenset({"alleged", "preliminary"})
_PROVISIONAL = "preliminary"
_STEPS = 2
"""Steps by which a deed has come too far."""
_DISEASE = "disease"
"""The family of concepts that are diseases."""


def lost_hedges(pair: Comparison) -> Iterator[tuple[Witness, Shift]]:
    """Yield the hedged claims of each witness that the article alone makes without a hedge."""
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        if _as_doubtful(pairing) or _both_unproven(pairing) or pairing.once(closed):
            continue  # a matter that is closed with a no is turned round
        shifts = tuple(assured(pairing)) or unhedged(pairing, reworded=True)
        shifts = tuple(s for s in shifts if not _withheld(pairing.mine, s))
        found = [s for s in shifts if not _otherwise(pairing, s)] or (
            *answered(pairing),
            *_charged(pair, pairing),
            *_feared(pair, pairing),
            *located(pairing),
            *_unsolved(pair, pairing),
        )
        found = found or _surer(pair, witness)
        if is_for_now(pairing.mine):
            found = [s for s in found if s.hedge.marker.value != _PROVISIONAL]
        for shift in found:
            others = (w for w in pair.witnesses if w.key != witness.key)
            if not any(asserted(pair.pairings[w.key], shift.bare[0]) for w in others):
                yield witness, shift


def _surer(pair: Comparison, witness: Witness) -> tuple[Shift, ...]:
    """Return what the article tells more surely in quite other words, but as no deed that is done.

    How far a deed has come is told by another rule.
    """
    shifts = tuple(surer(pair.pairings[witness.key]))
    leaping = bool(shifts) and pair.once(_has_leaps)
    return () if leaping else shifts


def _has_leaps(pair: Comparison) -> bool:
    return next(leaps(pair, _STEPS), None) is not None


def _withheld(reading: Reading, shift: Shift) -> bool:
    """Whether somebody would not say, or does not know, what a shift has as a claim."""
    own = reading.sentence(shift.bare[0])
    return any(m.first in own and m.end <= shift.bare[0] for m in unanswered(reading))


def _both_unproven(pairing: Pairing) -> bool:
    """Whether both say that there is no proof: *no proof that it was*, *de que pudiera haber*."""
    return pairing.foreign and all(map(unproven, (pairing.mine, pairing.theirs)))


def _charged(pair: Comparison, pairing: Pairing) -> tuple[Shift, ...]:
    """Return what the witness has as a charge and no part of its rendering does."""
    beside = (m for s in pair.together for m in s.facts.markers)
    if any(m.kind == "event" and m.value == "charge" for m in beside):
        return ()
    return tuple(told_as_done(pairing))


def _unsolved(pair: Comparison, pairing: Pairing) -> Iterator[Shift]:
    """Yield what is still to be cleared up, unless a reference tells a cause anywhere."""
    for shift in unsolved(pairing):
        stories = pair.whole.references.values()
        known = tells_cause(pairing.mine) and any(
            tells_cause(read([s.facts], story.lang))
            for story in stories
            for s in story.segments
            if s.compared
        )
        if not known:
            yield shift


def _feared(pair: Comparison, pairing: Pairing) -> Iterator[Shift]:
    """Yield the danger that the witness warns of, where no reference tells that it has come."""
    for shift in feared(pairing):
        there = pairing.forward[shift.bare[0]]
        stem = pairing.theirs.words[there].stem if there is not None else ""
        told = (
            comes_true(read([s.facts], story.lang), stem)
            for story in pair.whole.references.values()
            for s in story.segments
            if s.compared and any(w.stem == stem for w in s.facts.words)
        )
        if not any(told):
            yield shift


def _otherwise(pairing: Pairing, shift: Shift) -> bool:
    """Whether the article leaves open in other words what a modal leaves open.

    A permission, *may take ten* and *the accord lets it take ten*; a plan that is only considered,
    *might shut* and *is weighing the closure*; a second hedge beside it, *may potentially launch*.
    """
    if shift.hedge.marker.value != "possible":
        return False
    mine, clause = pairing.mine, pairing.mine.clauses[shift.bare[0]]
    allowed = (c for c in mine.of_kind("event", "allow") if pairing.forward[c.first] is None)
    left_open = (*allowed, *mine.of_kind("status", "act:1"))
    if any(mine.clauses[c.first] == clause for c in left_open):
        return True
    doubts = pairing.theirs.of_kind("hedge", *_DOUBTS)
    beside = any(max(c.first - shift.hedge.end, shift.hedge.first - c.end) == 0 for c in doubts)
    return beside and any(mine.clauses[c.first] == clause for c in mine.of_kind("hedge", *_DOUBTS))


def _as_doubtful(pairing: Pairing) -> bool:
    """Whether the article has as many hedges as the witness: in other words they change places."""
    mine, theirs = (len(r.of_kind("hedge", *_DOUBTS)) for r in (pairing.mine, pairing.theirs))
    return mine >= theirs > 1 or (mine == theirs == 1 and len(pairing.mine.facts) == 1)


def mark_shift(pair: Comparison, witness: Witness, shift: Shift) -> Mark:
    """Mark a claim that has lost its hedge; critical in an accusation and of a disease."""
    pairing = pair.pairings[witness.key]
    first = min(shift.bare[0], shift.certain.first if shift.certain else shift.bare[0])
    mine = pairing.mine.span(*with_auxiliaries(pairing.mine, first, shift.bare[1]))
    grave = (
        shift.hedge.marker.value in _ACCUSATION or _in_court(witness) or _of_disease(pair, witness)
    )
    return disagreement(
        pair,
        witness,
        mine,
        shift.hedge.marker.span,
        value=shift.hedge.marker.value,
        severity=Severity.CRITICAL if grave else Severity.MAJOR,
    )


def _in_court(witness: Witness) -> bool:
    """Whether the passage is about somebody's guilt."""
    markers = (m for s in witness.around for m in s.facts.markers)
    return any(m.kind == "status" and m.value.startswith("legal:") for m in markers)


def _of_disease(pair: Comparison, witness: Witness) -> bool:
    """Whether both sides name a disease: people's health hangs on what is said of it."""
    sides = ((pair.segment,), witness.segments)
    return all(
        any(family(t.concept) == _DISEASE for s in side for t in s.facts.terms) for side in sides
    )


def disagreement(
    pair: Comparison,
    witness: Witness,
    mine: Span,
    theirs: Span,
    *,
    value: str = "",
    severity: Severity | None = None,
    sure: bool = False,
) -> Mark:
    """Mark *mine* in the article, which contradicts *theirs* in the witness."""
    evidence = witness.evidence(theirs, value=value)
    return Mark.against(pair.evidence(mine), evidence, severity, sure=sure)


def headline_mark(article: Article, span: Span, nearest: tuple[Story, Span]) -> Mark:
    """Mark *span* in the headline, against words of a reference or of the article's own body."""
    story, words = nearest
    mine = article.evidence(span)
    if story.key is not None:
        return Mark.against(mine, article.reference_evidence(story.key, words), place="headline")
    evidence = article.evidence(words)
    return Mark(span, f'headline "{mine.quote}" · body "{evidence.quote}"', (evidence,))


def with_auxiliaries(reading: Reading, first: int, end: int) -> tuple[int, int]:
    """Add the auxiliaries right before the words ``[first, end)``, and the signs of one word."""
    for cue in reading.of_kind("event") if len(reading.words[first].fold) == 1 else ():
        if cue.first <= first < cue.end:
            first, end = cue.first, max(end, cue.end)
            break
    auxiliaries = reading.of_kind("tense", "past", "future") + reading.of_kind("certainty", "will")
    starts = {c.end: c.first for c in auxiliaries}
    while first in starts and starts[first] < first:
        first = starts[first]
    return first, end
