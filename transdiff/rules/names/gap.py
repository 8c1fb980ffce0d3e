"""The name that stands in the reference exactly where a strange one stands in the article.

Two close texts run along each other word by word. Where only a name parts them, or a name at the
edge of the words that part them, what the reference has in that place was replaced, whatever kind
of name it is and however the names around it are cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name, Span
from transdiff.language.name_words import only_heads
from transdiff.language.reading import Reading
from transdiff.language.slots import Layout, Slot
from transdiff.rules.layouts import closest
from transdiff.rules.names.unknown import is_common, is_descriptive
from transdiff.rules.names.variants import is_akin, is_variant

_KINDS = frozenset({"unknown", "org", "place", "person"})
_SHORT = 2
"""Letters up to which an ordinary word with a capital is part of a name: *St*."""
OPENING = 0.75
"""Share of common content words from which a word that opens the sentence may be the name there."""


def in_gap(pair: Comparison, mine: Name) -> tuple[Witness, Name] | None:
    """Return the name in whose place *mine* stands, and where; None where other words part too."""
    found = closest(pair)
    if found is None or not mine.text:
        return None
    witness, layout = found
    entire = any(n.span == mine.span for n in pair.segment.facts.names)
    if is_common(mine, pair.lang) and not (entire and mine.sure and len(mine.text) > _SHORT):
        return None
    if not mine.sure and layout.closeness < OPENING:
        return None
    described = is_descriptive(mine, pair.lang)
    for gap, whole in _gaps(layout, mine.span):
        theirs = _named(witness, gap, frozenset() if described else _plain(mine, whole))
        if theirs is None or not _apart(mine, theirs, pair.lang, layout.closeness):
            continue
        if mine.sure or theirs.concept or theirs.kind == "person":
            return witness, theirs
    return None


def stand_apart(pair: Comparison, mine: Name, theirs: Name) -> bool:
    """Whether another name stands in the place of one of two names."""
    found = closest(pair)
    if found is None:
        return False
    layout = found[1]
    here, there = layout.mine.inside(mine.span).start, layout.theirs.inside(theirs.span).start
    one = next((s for s in layout.slots if here in s.mine), None)
    other = next((s for s in layout.slots if there in s.theirs), None)
    if one == other:
        return False
    beside = layout.only_theirs(one) if one else []
    against = layout.only_mine(other) if other else []
    return _has_capital(layout.theirs, beside) or _has_capital(layout.mine, against)


def _has_capital(reading: Reading, places: Sequence[int]) -> bool:
    return any(i and reading.words[i].text[0].isupper() for i in places)


def _apart(mine: Name, theirs: Name, lang: str, shared: float) -> bool:
    """Whether two names in one place cannot be one; of translated ones nobody can tell."""
    if is_descriptive(mine, lang) and " " in mine.text.replace("-", " "):
        return False
    if mine.kind == "org" and mine.text.isupper() and theirs.kind == "place":
        return False  # a body by its letters, and the place that is in its name
    return not is_akin(mine, theirs) and not is_variant(mine, theirs, lang, shared)


def _gaps(layout: Layout, span: Span) -> Iterator[tuple[Span, bool]]:
    """Yield the places of the reference that *span* may fill, and whether as all that is in them.

    They are the whole slot, where the article has nothing else in it, or the edge of the slot that
    the name stands at.
    """
    inside = layout.mine.inside(span)
    for slot in layout.slots:
        if not (slot.mine.start <= inside.start and inside.stop <= slot.mine.stop):
            continue
        mine, theirs = layout.only_mine(slot), layout.only_theirs(slot)
        if not mine or not theirs or _part(layout, slot):
            return
        if all(i in inside for i in mine):
            yield layout.theirs.span(slot.theirs.start, slot.theirs.stop), True
        elif mine[0] in inside:
            yield layout.theirs.span(theirs[0], theirs[0] + 1), False
        elif mine[-1] in inside:
            yield layout.theirs.span(theirs[-1], theirs[-1] + 1), False
        return


def _part(layout: Layout, slot: Slot) -> bool:
    """Whether a word of the reference there stands elsewhere here: the texts part in more."""
    partners = (layout.pairing.backward[j] for j in slot.theirs if layout.theirs.is_content[j])
    return any(i is not None and i not in slot.mine for i in partners)


def _plain(mine: Name, whole: bool) -> frozenset[str]:
    """The kinds of names that may be of ordinary words in the place of *mine*."""
    if whole:
        return _KINDS
    return frozenset({mine.kind, "org"} if mine.concept else {mine.kind}) - {"unknown"}


def _named(witness: Witness, gap: Span, plain: frozenset[str]) -> Name | None:
    """The name in a place of *witness*, cut down to that place.

    One of the kinds *plain* may be of ordinary words.
    """
    for name in (n for s in witness.segments for n in s.facts.names if n.span.overlaps(gap)):
        span = Span(max(name.span.start, gap.start), min(name.span.end, gap.end))
        text = span.of(witness.story.document.text)
        cut = replace(name, span=span, text=text if name.text else "")
        if not (name.sure or name.concept):
            continue
        headed = cut.span.end == name.span.end and only_heads(cut, witness.lang)
        named = name.kind in plain and not headed
        if named or not is_common(cut, witness.lang):
            return cut
    return None
