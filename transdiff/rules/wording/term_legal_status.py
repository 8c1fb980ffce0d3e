"""Rule ``term-legal-status``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Span
from transdiff.language.accused import not_accused
from transdiff.language.cues import Cue
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.model import Segment
from transdiff.rule import Mark, rule

_LEGAL = "legal:"
_CHARGED, _GUILTY = 3, 5
_FREED = frozenset({"acquit", "clear", "drop", "dismiss", "withdraw", "quash", "innocent"})
"""Meanings, by their English stems, that end proceedings."""
_ACQUITTED, _WITNESS, _SUSPECTED, _BAIL, _RETRIED = 0, 0.5, 1, 1.5, 4.5
_FACED = f"{_LEGAL}2.6"
"""What may come of a trial puts nobody further than an accusation does: *faces two years*."""


@rule(group="wording", category="term", severity="critical")
def term_legal_status(pair: Comparison, *, steps: int = 2) -> Iterator[Mark]:
    """Report a person who stands elsewhere before the law than in every aligned reference.

    Suspected, detained, charged, on trial, convicted, sentenced: each is a state of its own, in
    every language (*mis en examen* is not *condamné*, *обвиняемый* is not *осуждённый*). A jump of
    *steps* or more, or any step over the lines of charge and of guilt, is libel waiting to be
    printed. Who is accused, in that word, may be charged or merely suspected. A witness is no
    suspect, bail no acquittal, a retrial neither that nor a conviction, and a case that was dropped
    is no charge.

    Flagged:
        reference: The former mayor was charged with fraud on Monday.
        translation: The former mayor was [[convicted]] of fraud on Monday.

        reference: Two men suspected of setting the fire were questioned.
        translation: Two men [[charged with]] setting the fire were questioned.

        reference: The court acquitted the two managers.
        translation: The court [[convicted]] the two managers.

        reference: Police detained eleven people after the march.
        translation: Police [[charged]] eleven people after the march.

        reference: The brewer is to be tried in May over the fire.
        translation: The brewer [[awaits sentencing]] in May over the fire.

        reference: Four men were detained; no charges have been filed.
        translation: Police [[charged]] four men.

        reference: The foreman has not been formally charged, his lawyer said.
        translation: The foreman has [[been charged]], his lawyer said.

        reference[uk]: Підозру поки нікому не оголошено.
        translation[en]: The foreman has been named as [[a suspect]].

        reference[es]: La policía interrogó a la cocinera como testigo.
        translation[de]: Die Polizei hat die Köchin [[als Beschuldigte]] vernommen.

        reference[ru]: Капитана танкера отпустили под залог.
        translation[en]: A court has [[acquitted]] the captain of the tanker.

        reference: The court quashed the baker's conviction and ordered a retrial.
        translation: The court quashed the conviction, and the baker has [[been cleared]].

        reference[de]: Das Gericht hat das Verfahren gegen den Wirt gegen eine Spende eingestellt.
        translation[de]: Der Wirt ist vom Gericht [[verurteilt]] worden und muss etwas spenden.

        reference: Charges that the nurse had sold the drugs were eventually dropped.
        translation: The nurse was [[convicted]] of selling the drugs.

        reference[ru]: Прокурор запросил для пекаря пять лет колонии.
        translation[ru]: Суд [[приговорил]] пекаря к пяти годам.

        reference[fr]: Le parquet a classé sans suite l'enquête visant le propriétaire du ferry.
        translation[en]: Prosecutors have [[charged]] the owner of the ferry.

        reference[fr]: La notaire encourt trois ans de prison.
        translation[fr]: La notaire a été [[condamnée à]] trois [[ans de prison]].

        reference[de]: Gegen den Notar wird wegen Betrugs ermittelt.
        translation[de]: Der Notar ist wegen Betrugs [[angeklagt]].

    Allowed:
        reference[fr]: Les pêcheurs encourent deux ans de prison.
        translation[fr]: Toute pêche est interdite, sous peine d'un emprisonnement de deux ans.

        reference[de]: Das Gericht sprach den wegen Diebstahls angeklagten Fahrer frei.
        translation[en]: The driver, who had been charged with theft, walked free.

        reference[ru]: Капитана допросили в качестве свидетеля.
        translation[en]: The captain was questioned.

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
    linked = [m for _, m in _stated(pair.witnesses)]
    furthest = max((_step(m) for m in _legal([pair.segment]) if _step(m) in known), default=0)
    for mine in _legal([pair.segment]):
        if _step(mine) in known or _unreal(pair.segment, mine):
            continue
        if _ACQUITTED < _step(mine) < min(furthest, _CHARGED):
            continue  # "charged on suspicion of": who is further has been there
        if _step(mine) >= _GUILTY and max(map(_step, linked), default=0) >= _GUILTY:
            continue  # a verdict is a verdict, whatever else the sentence tells of the trial
        for witness, theirs in _stated(pair.witnesses):
            apart = _apart(_step(mine), _step(theirs), steps, _tells_accused(pair.lang))
            if apart or _turned(pair, witness, _step(mine), _step(theirs)):
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
    """Return the legal states of *segments*; what somebody only faces counts as an accusation."""
    states = ((s, m) for s in segments for m in s.facts.markers if m.value.startswith(_LEGAL))
    return [replace(m, value=_FACED) if _is_faced(s, m) else m for s, m in states]


def _is_faced(segment: Segment, marker: Marker) -> bool:
    """Whether a verdict only threatens, or is asked for: *encourt deux ans de prison*.

    The verb may close its clause: *zwei Jahre Haft gefordert*.
    """
    return _step(marker) >= _GUILTY and any(
        m.kind == "accusing"
        and m.value == ("facing" if m.span.start < marker.span.start else "facing-behind")
        for m in segment.facts.markers
        if marker.scope is not None and marker.scope.contains(m.span)
    )


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
    return "2.5" in steps


def _apart(mine: float, theirs: float, steps: int, charges: bool) -> bool:
    """Whether two states contradict: far apart, on two sides of a line, or guilt and acquittal.

    A witness is no suspect; who is out on bail may be charged, and is neither cleared nor guilty.
    """
    low, high = sorted((mine, theirs))
    if low == _ACQUITTED:
        return high >= _GUILTY or high in (_BAIL, _RETRIED)
    if _BAIL in (low, high):
        return high >= _GUILTY
    if low == _WITNESS:
        return high >= _SUSPECTED
    if high - low >= steps or (low < _GUILTY <= high):
        return True
    return charges and low < _CHARGED <= high and high - low >= 1


def _turned(pair: Comparison, witness: Witness, mine: float, theirs: float) -> bool:
    """Whether one of two states ends the proceedings and the other one opens or carries them on.

    Whoever *was cleared* may well be told to have been charged: no word of the side that has the
    proceedings as going on may end anything, and it must have them as nothing else.
    """
    if _ACQUITTED not in (mine, theirs):
        return False
    pairing = pair.pairings[witness.key]
    going_on = pairing.theirs if mine == _ACQUITTED else pairing.mine
    steps = {float(c.marker.value.removeprefix(_LEGAL)) for c in _legal_cues(going_on)}
    ended = _ACQUITTED in steps or going_on.of_kind("negation", "not", "lexical")
    freed = any(not _FREED.isdisjoint(meant) for meant in going_on.meanings)
    return max(steps, default=0) > _SUSPECTED and not ended and not freed


def _legal_cues(reading: Reading) -> list[Cue]:
    return [c for c in reading.of_kind("status") if c.marker.value.startswith(_LEGAL)]


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
    return Mark.against(pair.evidence(mine.span), witness.evidence(theirs, value=value))
