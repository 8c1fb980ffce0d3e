"""What may explain that two names differ: they are one name in two forms."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from transdiff.facts import Name
from transdiff.language.mentions import letters
from transdiff.language.romanise import romanise
from transdiff.language.words import fold_word, stem_word
from transdiff.rules.names.known import words_of
from transdiff.rules.names.unknown import is_descriptive

_LEAST = 4
"""Letters of a word below which two spellings cannot be told apart."""
_COMMON = 5
"""Letters that a compound and its part share: *Unterland* and *Lower Terland*."""
_FEW = 2
"""Letters in which two acronyms of one thing may differ: *BKS*, *BCS*."""
_POLICY = 0.6
"""Share of letters that two policies of transliteration leave as they are."""
_SURE = 0.75
"""Share of common words from which two descriptions in one place name different things."""
_RATHER = 0.6
"""The same for a description and a name."""


def resembles(mine: Name, theirs: Name, my_lang: str, their_lang: str) -> bool:
    """Whether every word of *mine* is, or is nearly, a word of *theirs*."""
    words = [w for w in words_of(mine.text) if len(w) > 1]
    others = words_of(theirs.text)
    return bool(words) and all(
        any(_alike(a, b, my_lang, their_lang) for b in others) for a in words
    )


def _alike(a: str, b: str, a_lang: str, b_lang: str) -> bool:
    if a_lang == b_lang:
        a, b = stem_word(fold_word(a), a_lang), stem_word(fold_word(b), b_lang)
    one, two = romanise(a, a_lang), romanise(b, b_lang)
    if one == two:
        return True
    longest = max(len(one), len(two))
    if min(len(one), len(two)) < _LEAST:
        return False
    return OSA.distance(one, two, score_cutoff=3) <= (1 if longest < 6 else 2)


def is_variant(mine: Name, theirs: Name, lang: str, shared: float) -> bool:
    """Whether two names in one place may name one thing, in texts that share so many words."""
    if mine.concept and theirs.concept:
        return False
    if not mine.text or not theirs.text:  # an adjective, added to make things clear
        return "place" not in (mine.kind if mine.text else theirs.kind)
    if _is_acronym(mine) and _is_acronym(theirs):
        return OSA.distance(mine.text, theirs.text) < _FEW
    if _is_acronym(mine) != _is_acronym(theirs):
        short, long = (mine, theirs) if _is_acronym(mine) else (theirs, mine)
        return not (long.concept or short.concept) and _may_stand_for(short, long, lang)
    described = is_descriptive(mine, lang) + is_descriptive(theirs, lang)
    if described and not theirs.concept:
        return shared < (_SURE if described > 1 else _RATHER)
    return is_spelt_alike(mine, theirs, lang)


def is_spelt_alike(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether the letters of two names let them be one: cut short, compounded, transliterated."""
    one, two = letters(mine.text, lang), letters(theirs.text, lang)
    if one[:_COMMON] == two[:_COMMON] or one.startswith(two) or two.startswith(one):
        return True
    return _overlap(one, two) or _transliterated(one, two)


def _is_acronym(name: Name) -> bool:
    return name.text.isupper() and len(name.text) > 1


def _may_stand_for(short: Name, long: Name, lang: str) -> bool:
    """Whether an acronym, in whatever language, may be that of an organisation."""
    if long.kind != "org" and not is_descriptive(long, lang):
        return False
    return bool(set(romanise(short.text, lang)) & {w[0] for w in romanise(long.text, lang).split()})


def _overlap(one: str, two: str) -> bool:
    """Whether the end of one name is in the other: *Unterallgau*, *Lower Allgau*."""
    if min(len(one), len(two)) < _COMMON:
        return False
    return one[-_COMMON:] in two or two[-_COMMON:] in one


def _transliterated(one: str, two: str) -> bool:
    longest = max(len(one), len(two))
    return OSA.normalized_similarity(one, two) >= _POLICY and longest > _LEAST
