"""Rule ``title-level``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.facts import Title, WordKind
from transdiff.language.listed import listed_phrases
from transdiff.model import Segment
from transdiff.rule import Mark, rule

_LEVELS = {
    "local": frozenset({"town", "region"}),
    "municipal": frozenset({"town"}),
    "regional": frozenset({"region"}),
    "national": frozenset({"country"}),
}
"""The lists of ``[names]`` in a pack (``local_offices`` …), with what such an office is over."""
_BESIDE = 2
"""Words before or behind an office among which one says whose it is: *the country's minister*."""


@rule(group="names", category="title", severity="major")
def title_level(pair: Comparison) -> Iterator[Mark]:
    """Report an office of a region or town that is told as one of the country, or the reverse.

    A *regional* minister sits in no national cabinet. Both texts have to say the level; *local*
    goes with a town's and with a region's.

    Flagged:
        reference: Regional health minister Rosa Vidal closed the wards.
        translation: The country's [[health minister]], Rosa Vidal, closed the wards.

        reference: Pavel Arnaut, the federal transport minister, opened the tunnel.
        translation: Pavel Arnaut, the [[regional transport minister]], opened the tunnel.

        reference[ru]: Региональный министр здравоохранения Павел Арнаут закрыл больницу.
        translation: The national [[health minister]], Pavel Arnaut, closed the clinic.

    Allowed:
        reference: Regional health minister Rosa Vidal closed the wards.
        translation: The health minister of the province, Rosa Vidal, closed the wards.

        reference: Regional health minister Rosa Vidal closed the wards.
        translation: Health minister Rosa Vidal closed the wards.

        reference: The regional police chief, Pavel Arnaut, resigned.
        translation: The local police chief, Pavel Arnaut, resigned.
    """
    for mine in pair.segment.facts.titles:
        here = _over(pair.segment, mine, pair.lang) if len(mine.holder) > 1 else frozenset()
        if not here:
            continue
        told = [
            (witness.key, theirs, _over(segment, theirs, witness.lang))
            for witness in pair.witnesses
            for segment in witness.around
            for theirs in segment.facts.titles
            if (theirs.holder, theirs.function) == (mine.holder, mine.function)
        ]
        if not any(level for *_, level in told) or any(level & here for *_, level in told):
            continue
        key, theirs = next((key, theirs) for key, theirs, level in told if level)
        evidence = pair.whole.reference_evidence(key, theirs.span)
        yield Mark.against(pair.evidence(mine.span), evidence)


def _over(segment: Segment, title: Title, lang: str) -> frozenset[str]:
    """What the words in an office or right beside it say that it is over; nothing where unsaid."""
    words = segment.facts.words
    own = [i for i, w in enumerate(words) if title.span.overlaps(w.span)]
    if not own:
        return frozenset()
    first, end = max(0, own[0] - _BESIDE), min(len(words), own[-1] + 1 + _BESIDE)
    marks = [i for i in range(first, end) if words[i].kind is WordKind.PUNCT]
    first = max([i + 1 for i in marks if i < own[0]], default=first)
    end = min([i for i in marks if i > own[-1]], default=end)
    near = words[first:end]
    said = (n for n in _LEVELS if any(listed_phrases(lang, "names", f"{n}_offices").all(near)))
    return frozenset(over for name in said for over in _LEVELS[name])
