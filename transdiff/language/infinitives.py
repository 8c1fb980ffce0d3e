"""Participles that tell nothing past: passives in the infinitive, and nouns of their spelling."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.pack import load_pack


def is_infinitive(words: Sequence[Word], index: int, lang: str) -> bool:
    """Whether the form at *index* is a passive that need not be past, or a noun with its capital.

    *Soll verkauft werden*, *doit être vendu*; *der Stahl* has the form of *stehlen*.
    """
    pack = load_pack(lang)
    nouns = bool(index) and pack.section("negation").get("capital-nouns", False)
    inner = nouns and words[index - 1].kind is WordKind.WORD
    if inner and words[index].text[:1].isupper():
        return True
    be_before, be_behind = (pack.words("tense", key) for key in ("be-before", "be-behind"))
    before, behind = words[max(0, index - 1) : index], words[index + 1 : index + 2]
    return any(w.fold in be_before for w in before) or any(w.fold in be_behind for w in behind)
