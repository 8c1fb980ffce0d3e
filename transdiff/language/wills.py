"""By whose will something is done: another's (*on the orders of*), one's own (*voluntarily*).

The phrases are data, ``[will]`` of a pack; a language without them tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from transdiff.language.deeds import Deed, told_deeds
from transdiff.language.listed import listed_phrases
from transdiff.language.owned import GENITIVE
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.words import Range
from transdiff.model import Segment

_SECTION = "will"
_OPENED = 5
"""Words before *request* among which *at* stands: *at the governor's request*."""
_AT = frozenset({"at", "on"})


def knows_wills(lang: str) -> bool:
    """Whether *lang* has words for whose will something is."""
    return bool(load_pack(lang).section(_SECTION))


def says(segments: Iterable[Segment], lang: str, *names: str) -> bool:
    """Whether any of *segments* has a phrase of any of the lists *names*."""
    lists = [listed_phrases(lang, _SECTION, name) for name in names]
    return any(any(phrases.all(s.facts.words)) for s in segments for phrases in lists)


def first_said(reading: Reading, name: str) -> Range | None:
    """Return the first phrase of the list *name* that a reading has."""
    found = listed_phrases(reading.lang, _SECTION, name).all(reading.words)
    return next(((first, end) for _, first, end in found), None)


def others_will(reading: Reading) -> Range | None:
    """Return the words by which somebody else wanted it: *on the orders of*, *at her request*."""
    if (found := first_said(reading, "ordered")) is not None:
        return found
    words = reading.words
    for _, first, end in listed_phrases(reading.lang, _SECTION, "asked").all(words):
        before = range(max(0, first - _OPENED), first)
        opened = [i for i in before if words[i].fold in _AT]
        if opened and first and words[first - 1].text.endswith(GENITIVE):
            return opened[-1], end
    return None


def driven(reading: Reading) -> Range | None:
    """Return a deed that is done to somebody or something which does not go by itself."""
    deeds = {deed.index: deed for deed in reading.once(told_deeds)}
    transitive = load_pack(reading.lang).section(_SECTION).get("transitive", False)
    for _, first, end in listed_phrases(reading.lang, _SECTION, "driving").all(reading.words):
        told = (deeds[i] for i in range(first, end) if i in deeds)
        if transitive or any(_has_sufferer(deed) for deed in told):
            return first, end
    return None


def _has_sufferer(deed: Deed) -> bool:
    voice = deed.voice
    return bool(voice.passive or voice.marked or (voice.agent and (voice.patient | voice.struck)))


def doers_of(reading: Reading) -> tuple[Deed, ...]:
    """Return the deeds of which a reading says who does them."""
    return tuple(d for d in reading.once(told_deeds) if d.voice.agent)
