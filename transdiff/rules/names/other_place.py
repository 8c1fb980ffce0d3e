"""A place in two scripts that is not one place: *Lutuhyne* for *Луцьк*, *Hebei* for 河南.

Only where each sentence has one place that the other text does not know. What languages call by
names of their own is left alone: only Slavic and Armenian places, which have one spelling in their
own script, and Chinese ones, which have one in pinyin, are held against what is written here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name
from transdiff.language.mentions import Mentions, letters
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.sounds import OWN_SPELLING, is_native_place, may_sound
from transdiff.model import Segment
from transdiff.rules.names.known import is_known
from transdiff.rules.names.unknown import is_common

_ROOT = 3
"""Consonants at the beginning by which a place and what is named after it are one."""


def other_places(pair: Comparison) -> Iterator[tuple[Name, Name, str]]:
    """Yield a place of the sentence, the other one of the linked text, and whose it is."""
    whole = pair.whole
    witness = pair.witnesses[0] if len(pair.witnesses) == 1 else None
    if witness is None or not witness.is_likely_abroad(pair.lang):
        return
    mine = _strange([pair.segment], pair.lang, whole.said_by_references, witness.reading)
    theirs = _strange(witness.segments, witness.lang, whole.said_here, pair.reading)
    if len(mine) == len(theirs) == 1 and _are_two(pair, witness, mine[0], theirs[0]):
        yield mine[0], theirs[0], witness.key


def _strange(segments: Sequence[Segment], lang: str, known: Mentions, other: Reading) -> list[Name]:
    """The places of *segments* that the other text has in no spelling."""
    names = (n for s in segments for n in s.facts.names if n.kind in ("place", "unknown"))
    return [
        name
        for name in names
        if name.sure
        and not name.concept
        and not is_common(name, lang)
        and not _sounds_in(name, lang, other)
        and (name.text in _read_as() or not is_known(name, known, lang))
    ]


def _sounds_in(name: Name, lang: str, other: Reading) -> bool:
    """Whether some word of the other text may be how it spells a name."""
    if name.text in _read_as():
        return any(letters(w.text, "und") == _read_as()[name.text] for w in other.words)
    sure = (n.span for facts in other.facts for n in facts.names if n.sure)
    named = other.covered(sure)
    return any(
        may_sound(part, lang, word.text, other.lang)
        for part in name.text.split()
        for i, word in enumerate(other.words)
        if word.text[0].isupper() and (i in named or not other.meanings[i])
    )


def _are_two(pair: Comparison, witness: Witness, mine: Name, theirs: Name) -> bool:
    if "place" not in (mine.kind, theirs.kind):
        return False
    if "zh" in (pair.lang, witness.lang):
        latin, han = (theirs, mine) if pair.lang == "zh" else (mine, theirs)
        read = letters(latin.text, "und")
        return han.text in _read_as() and read in set(_read_as().values()) - {_read_as()[han.text]}
    for name, lang, other, tongue in (
        (theirs, witness.lang, mine, pair.lang),
        (mine, pair.lang, theirs, witness.lang),
    ):
        if tongue not in OWN_SPELLING and is_native_place(name.text, lang):
            one, two = (skeleton(n.text, of) for n, of in ((name, lang), (other, tongue)))
            return one[:_ROOT] != two[:_ROOT] and " " not in name.text + other.text
    return False


@lru_cache(maxsize=1)
def _read_as() -> dict[str, str]:
    """The towns and regions of the Chinese pack with their pinyin."""
    known = load_pack("zh").words("names", "known_places")
    return {place: letters(romanise(place), "und") for place in known}
