"""Verbs whose particle closes the clause, made whole: *nahm den Betrieb auf* is *aufnehmen*.

The form that a sentence splits is the same verb as the one that it does not split (*soll den
Betrieb aufnehmen*), so that two sentences pair them. The particles are the pack's
``[tense] particles``; the verb is the first word without a capital in the clause that makes a
verb of the language with the particle, or else the first that ends as a finite verb does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.facts import Word, WordKind
from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_pack
from transdiff.language.presents import present_bases
from transdiff.language.words import stem_word

_INFINITIVE = "en"
_WEAK = (("ete", 3), ("eten", 4), ("te", 2), ("ten", 3), ("et", 2), ("t", 1))
"""Endings of finite weak verbs, with what they take from the infinitive."""
_LEAST = 3
"""Letters of a root."""


def rejoined(words: Sequence[Word], clauses: Sequence[int], lang: str) -> Iterator[tuple[int, str]]:
    """Yield each word that is a verb with its particle split off, and the stem of the whole."""
    particles = load_pack(lang).words("tense", "particles")
    if not particles:
        return
    first = 0
    for i, word in enumerate(words):
        if clauses[i] != clauses[first]:
            first = i
        closes = i + 1 == len(words) or words[i + 1].kind is WordKind.PUNCT
        if closes and word.fold in particles and i > first:
            found = _whole(words[first:i], word.fold, lang)
            if found is not None:
                yield first + found[0], found[1]


def _whole(words: Sequence[Word], particle: str, lang: str) -> tuple[int, str] | None:
    plain = [(i, w.fold) for i, w in enumerate(words) if w.text[:1].islower()]
    plain += [(0, words[0].fold)] if words[0].text[:1].isupper() and len(words) > 1 else []
    for i, fold in plain:
        if stem := _strong(particle, fold, lang):
            return i, stem
    for i, fold in plain:
        for ending, cut in _WEAK:
            if fold.endswith(ending) and len(fold) - cut >= _LEAST and _is_verb(words[i], fold):
                return i, stem_word(particle + fold[:-cut] + _INFINITIVE, lang)
    return None


def _is_verb(word: Word, fold: str) -> bool:
    return word.kind is WordKind.WORD and word.text.casefold() == word.text and fold.isalpha()


@lru_cache(maxsize=16384)
def _strong(particle: str, fold: str, lang: str) -> str:
    """Return the stem of the verb that a strong form makes with *particle*, empty for none."""
    whole = particle + fold
    if whole in irregular_forms(lang):
        return irregular_forms(lang)[whole]
    base = present_bases(lang).get(fold)
    return stem_word(particle + base, lang) if base else ""
