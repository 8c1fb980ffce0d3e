"""Rule ``agency-identified``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.language.listed import listed_phrases
from transdiff.language.reading import Reading
from transdiff.language.wills import doers_of, first_said, knows_wills, says
from transdiff.language.words import Range
from transdiff.model import BlockKind
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import disagreement

_APART = 8
"""Words from a cause to what says that it is not known."""


@rule(group="meaning", category="agency", severity="major")
def agency_identified(pair: Comparison) -> Iterator[Mark]:
    """Report who did it, or what caused it, where the references say that this is not known.

    An unknown person becomes a teacher, a fire whose cause was never established is put down to
    shelling. Flagged where the aligned sentence of a reference says that nobody knows, and the
    article, near by too, has neither that nor a word that names nobody (*somebody*, *attackers*).

    Flagged:
        reference: An unknown person smashed the window of the embassy.
        translation: A [[gardener smashed]] the window of the embassy.

        reference: The mill burned down in a fire whose cause was never established.
        translation: A gas heater [[caused]] the fire in which the mill burned down.

        reference[es]: Desconocidos apedrearon dos autobuses el lunes.
        translation[es]: Los [[huelguistas apedrearon]] dos autobuses el lunes.

    Allowed:
        reference: An unknown person smashed the window of the embassy.
        translation: Someone smashed a window of the embassy.

        reference: Unidentified people set fire to the bus on Monday night.
        translation: The bus was set alight on Monday night.

        reference: The mill burned down in a fire whose cause was never established.
        translation: It was never found out what caused the fire in which the mill burned down.
    """
    if pair.segment.block.kind is BlockKind.HEADLINE or not knows_wills(pair.lang):
        return
    for witness in pair.witnesses:
        if witness.lang != pair.lang:
            continue
        found = _named_doer(pair, witness) or _named_cause(pair, witness)
        if found is not None:
            here, there = pair.reading.span(*found[0]), witness.reading.span(*found[1])
            yield disagreement(pair, witness, here, there)
            return


def _named_doer(pair: Comparison, witness: Witness) -> tuple[Range, Range] | None:
    """Return who does here what an unknown person does there, and the words for that person."""
    unknown = first_said(witness.reading, "unknown")
    if unknown is None or says([pair.segment, *pair.around], pair.lang, "unknown", "anybody"):
        return None
    pairing = pair.pairings[witness.key]
    for deed in doers_of(pairing.mine):
        doer = deed.voice.agent
        if any(pairing.forward[i] is not None for i in doer):
            continue
        done_to = deed.voice.patient | deed.voice.struck
        if pairing.forward[deed.index] is not None or pairing.images(done_to):
            return deed.range, unknown
    return None


def _named_cause(pair: Comparison, witness: Witness) -> tuple[Range, Range] | None:
    """Return what causes something here whose cause is not known there, and the words for that."""
    pairing = pair.pairings[witness.key]
    if all(pairing.forward[i] is None for i in pairing.mine.content):
        return None
    there, here = _unknown_cause(witness.reading), first_said(pair.reading, "causing")
    if there is None or here is None or _leaves_open(pair):
        return None
    return here, there


def _unknown_cause(reading: Reading) -> Range | None:
    """Return the words by which a cause is not known."""
    causes = [*listed_phrases(reading.lang, "will", "cause").all(reading.words)]
    for _, first, end in listed_phrases(reading.lang, "will", "undetermined").all(reading.words):
        for _, start, stop in causes:
            if max(first - stop, start - end) <= _APART:
                return min(first, start), max(end, stop)
    return None


def _leaves_open(pair: Comparison) -> bool:
    """Whether the article doubts, denies or looks for the cause itself."""
    marks = {m.kind for m in pair.segment.facts.markers}
    near = [pair.segment, *pair.around]
    return bool(marks & {"hedge", "negation"}) or says(near, pair.lang, "undetermined", "cause")
