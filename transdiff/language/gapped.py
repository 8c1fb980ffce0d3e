"""Denials, hedges and legal states whose last words close the clause: *schließt es nicht aus*.

A pack writes them with a gap, as it does its verbs: ``schließt … nicht aus``. A hedge reaches to
its last word, so that what is denied within it denies nothing else, and so does a state before the
law: *gegen sie wird wegen Betrugs ermittelt*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.separable import Separable, has_gap

_KINDS = {"negation": ("lexical",), "hedges": ("possible",)}
_WIDE = ("hedges", "legal")


def gapped_markers(passage: Passage) -> Iterator[tuple[str, str, int, int]]:
    """Yield (kind, value, first, end) of each such phrase, as the other markers are found."""
    for name, first, end, last in _phrases(passage.lang).wide(passage.pieces):
        kind, _, value = name.partition(":")
        if first == 0 or not passage.text[passage.pieces[first].start].isupper():
            yield kind, value, first, last if kind in _WIDE else end


@lru_cache(maxsize=64)
def _phrases(lang: str) -> Separable:
    pack = load_pack(lang)
    entries = [
        (phrase, f"{section}:{key}")
        for section, keys in _KINDS.items()
        for key in keys
        for phrase in pack.words(section, key)
        if has_gap(phrase)
    ]
    entries += [
        (phrase, f"legal:legal:{step}")
        for step, phrases in pack.section("status").get("legal", {}).items()
        for phrase in phrases
        if has_gap(phrase)
    ]
    return Separable(entries, pack.words("comparison", "closers"), lang)
