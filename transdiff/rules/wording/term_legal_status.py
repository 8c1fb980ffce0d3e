"""Rule ``term-legal-status``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Span
from transdiff.language.accused import not_accused
from transdiff.language.pack import load_pack
from transdiff.model import Segment
from transdiff.rule import Mark, rule

_LEGAL = "legal:"
_CHARGED, _GUILTY = 3, 5
_ACQUITTED = 0


@rule(group="wording", category="term", severity="critical")
def term_legal_status(pair: Comparison, *, steps: int = 2) -> Iterator[Mark]:
    """Report a person who stands elsewhere before the law than in every aligned reference.

    Suspected, detained, charged, on trial, convicted, sentenced: each is a state of its own, in
    every language (*mis en examen* is not *condamné*, *обвиняемый* is not *осуждённый*). A jump of
    *steps* or more, or any step over the lines of charge and of guilt, is libel waiting to be
    printed. Who is accused, in that word, may be charged or merely suspected.

    Flagged:
        reference: The former mayor was charged with fraud on Monday.
        translation: The former mayor was [[convicted]] of fraud on Monday.

        reference: Two men suspected of setting the fire were questioned.
        translation: Two men [[charged with]] setting the fire were questioned.

        reference: The court acquitted the two managers.
        translation: The court [[convicted]] the two managers.

        reference: Police detained eleven people after the march.
        translation: Police [[charged]] eleven people after the march.

        reference: Four men were detained; no charges have been filed.
        translation: Police [[charged]] four men.

        reference: The foreman has not been formally charged, his lawyer said.
        translation: The foreman has [[been charged]], his lawyer said.

        reference[uk]: Підозру поки нікому не оголошено.
        translation[en]: The foreman has been named as [[a suspect]].

    Allowed:
        reference: Three men were detained over the theft, the police said.
        translation: Three men are accused of the theft, according to the police.

        reference: The former mayor was indicted for fraud on Monday.
        translation: The former mayor was charged with fraud on Monday.

        reference: Police arrested the driver on Sunday. He was charged on Monday.
        translation: The driver, arrested on Sunday, has been charged.

        reference: The foreman has not been charged.
        translation: No charges have been brought against the foreman.

        reference: The foreman pleaded not guilty to the charges.
        translation: The foreman, who was charged in May, pleaded not guilty.

        reference: If found guilty, he faces five years in prison.
        translation: A conviction could bring five years in prison.
    """
    known = {
        _step(m) for w in pair.witnesses for s in w.around for m in _legal([s]) if not _denied(s, m)
    }
    for mine in _legal([pair.segment]):
        if _step(mine) in known or _unreal(pair.segment, mine):
            continue
        for witness, theirs in _stated(pair.witnesses):
            if _apart(_step(mine), _step(theirs), steps, _tells_accused(pair.lang)):
                yield _mark(pair, witness, mine, theirs.span, theirs.value)
                break
        else:
            yield from _although_denied(pair, mine)


def _although_denied(pair: Comparison, mine: Marker) -> Iterator[Mark]:
    """Mark a state that a linked sentence says nobody is in: *has not been charged*."""
    for witness in pair.witnesses:
        for segment in witness.segments:
            for step, span in not_accused(segment.facts):
                if _step(mine) >= _CHARGED or _step(mine) == step:
                    yield _mark(pair, witness, mine, span, f"not {_LEGAL}{step}")
                    return


def _legal(segments: Sequence[Segment]) -> list[Marker]:
    return [m for s in segments for m in s.facts.markers if m.value.startswith(_LEGAL)]


def _stated(witnesses: Sequence[Witness]) -> Iterator[tuple[Witness, Marker]]:
    """Yield the legal states that the linked sentences give as real."""
    for witness in witnesses:
        for segment in witness.segments:
            yield from ((witness, m) for m in _legal([segment]) if not _unreal(segment, m))


def _step(marker: Marker) -> float:
    return float(marker.value.removeprefix(_LEGAL))


@lru_cache(maxsize=64)
def _tells_accused(lang: str) -> bool:
    """Whether the language's list tells charges from mere accusations."""
    steps = load_pack(lang).section("status").get("legal", {})
    return any("." in step for step in steps)


def _apart(mine: float, theirs: float, steps: int, charges: bool) -> bool:
    """Whether two states contradict: far apart, on two sides of a line, or guilt and acquittal."""
    if _ACQUITTED in (mine, theirs):
        return max(mine, theirs) >= _GUILTY
    if abs(mine - theirs) >= steps or (mine < _GUILTY) != (theirs < _GUILTY):
        return True
    return charges and (mine < _CHARGED) != (theirs < _CHARGED) and abs(mine - theirs) >= 1


def _denied(segment: Segment, marker: Marker) -> bool:
    """Whether a denial holds in the marker's clause: *no charges have been brought*."""
    return _not_accused(segment, marker) or any(
        m.kind == "negation" and m.value == "not" and m.span.end <= marker.span.start
        for m in segment.facts.markers
        if marker.scope is not None and marker.scope.contains(m.span)
    )


def _not_accused(segment: Segment, marker: Marker) -> bool:
    """Whether the marker is, or stands beside, what says that nobody is charged, or suspected."""
    scope = marker.scope or marker.span
    return any(scope.overlaps(span) for _, span in not_accused(segment.facts))


def _unreal(segment: Segment, marker: Marker) -> bool:
    """Whether a hedge, a condition or a denial holds in the marker's clause."""
    return _not_accused(segment, marker) or any(
        m.kind in ("condition", "hedge") or (m.kind == "negation" and m.value == "not")
        for m in segment.facts.markers
        if m.span.start < marker.span.start
        and marker.scope is not None
        and marker.scope.contains(m.span)
        and m.value not in ("alleged", "soft", "weak", "lexical")
    )


def _mark(pair: Comparison, witness: Witness, mine: Marker, theirs: Span, value: str) -> Mark:
    evidence = witness.evidence(theirs, value=value)
    quote = mine.span.of(pair.whole.story.document.text)
    return Mark(mine.span, f'article "{quote}" · {witness.key} "{evidence.quote}"', (evidence,))
