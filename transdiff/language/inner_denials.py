"""Denials within a word: *not rare* and *frequent*, *not assessed* and *unexamined*."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.facts import Word
from transdiff.language.contrasts import contrary, poles_of, words_by_class
from transdiff.language.cues import Cue
from transdiff.language.denials import NEAR, governed, is_denied, is_part_of, may_be_denied
from transdiff.language.flips import Flip
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.language.roles import is_passive
from transdiff.language.synonyms import groups_of
from transdiff.language.vocabulary import is_ordinary
from transdiff.language.words import stem_word

_BASE = 4
"""Letters of a word that a prefix may deny."""
_STEM = 3
"""Letters of a word before a suffix that denies it: *useless*."""
_HEADS = 2
"""Words behind a denial of which one is surely denied; the first may be a light verb."""


def is_within_word(pairing: Pairing, cue: Cue) -> bool:
    """Whether a word that the other reading alone has says what *cue* denies."""
    if pairing.foreign:
        return False
    mine, theirs = pairing.mine, pairing.theirs
    words = governed(mine, cue)
    left = [j for j in theirs.content if pairing.backward[j] is None and not is_denied(theirs, j)]
    near = [j for j in left if any(_is_beside(pairing, i, j) for i in words)]
    return (
        any(_is_contrary(pairing, i, j) for i in words[:1] for j in near)
        or any(_is_denied_synonym(pairing, i, j) for i in words[:_HEADS] for j in left)
        or (_denies_ability(mine, cue) and any(_is_unable(theirs, j) for j in left))
    )


def denied_in_word(pairing: Pairing, cue: Cue) -> bool:
    """Whether a prefix denies in another language the word behind *cue*: *no pagado*, *unpaid*."""
    denied = governed(pairing.mine, cue)[:1]
    if not pairing.foreign or denied != (cue.end,):
        return False
    mine, theirs = pairing.mine, pairing.theirs
    if any(_is_denied_in_form(mine.words[i], mine.lang) for i in mine.after(cue.end + 1, NEAR)):
        return False  # "no detectó irregularidades", "found irregularities"
    beside = range(max(0, cue.first - 1), cue.end + 1)
    there = pairing.images(beside)
    return any(
        _is_denied_in_form(theirs.words[j], theirs.lang)
        for j in theirs.content
        if any(abs(j - k) <= NEAR for k in there) or not (there or pairing.backward[j])
    )


def _is_denied_in_form(word: Word, lang: str) -> bool:
    """Whether a word holds a denial, be it of a rarer participle: *unaccompanied*."""
    return denies_itself(word, lang) or any(
        len(base) >= _BASE and past_form(base, lang) for base in bare_forms(word.fold, lang)
    )


def _is_beside(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the counterpart of the word *i* stands near *j*."""
    there = pairing.forward[i]
    return there is not None and abs(there - j) <= NEAR


def _is_contrary(pairing: Pairing, i: int, j: int) -> bool:
    """Whether an adjective or adverb is the contrary of a word: *not uniform* is *varied*."""
    mine, theirs = pairing.mine, pairing.theirs
    if not _describes(mine.words[i].fold, mine.lang):
        return False
    here = poles_of(mine.words[i], mine.lang)
    return contrary(here, poles_of(theirs.words[j], theirs.lang))


@lru_cache(maxsize=16384)
def _describes(fold: str, lang: str) -> bool:
    listed = words_by_class(lang)
    return any(fold in listed.get(name, ()) for name in ("adjectives", "adverbs"))


def _is_denied_synonym(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the word *j* without its prefix is a synonym of *i*: *not tested*, *unexamined*."""
    own = pairing.mine.synonyms(i)
    lang = pairing.theirs.lang
    if not own or not denies_itself(pairing.theirs.words[j], lang):
        return False
    bare = bare_forms(pairing.theirs.words[j].fold, lang)
    return any(own & groups_of(form, stem_word(form, lang), lang) for form in bare)


def _denies_ability(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* says that something cannot be done, or is part of such a phrase."""
    return is_part_of(reading, cue, "inability")


def _is_unable(reading: Reading, index: int) -> bool:
    """Whether a word says that nobody can: *indescribable* for *cannot be put in words*."""
    word = reading.words[index]
    able = tuple(load_pack(reading.lang).words("negation", "able"))
    return bool(able) and word.fold.endswith(able) and denies_itself(word, reading.lang)


def contrary_words(pairing: Pairing) -> Iterator[Flip]:
    """Yield the words that stand in one reading with, in the other without a denying prefix.

    The other may be a synonym: *examined* and *untested*.
    """
    if pairing.foreign:
        return
    mine, theirs = pairing.mine, pairing.theirs
    here = [i for i in mine.content if pairing.forward[i] is None]
    there = [j for j in theirs.content if pairing.backward[j] is None]
    pairs = (*_prefixed(mine, theirs, here, there), *_denied_synonyms(mine, theirs, here, there))
    done: set[int] = set()
    for i, j, added in pairs:
        denied = [may_be_denied(mine, i), may_be_denied(theirs, j)]
        if i not in done and (not any(denied) or (is_denied(mine, i) and is_denied(theirs, j))):
            yield Flip((i, i + 1), (j, j + 1), added=added, sure=True)
        done.add(i)


def _prefixed(
    mine: Reading, theirs: Reading, here: list[int], there: list[int]
) -> Iterator[tuple[int, int, bool]]:
    """Yield the words with one stem of which one, the first if ``added``, has a prefix."""
    prefixes = load_pack(mine.lang).words("negation", "deniers")
    others = {theirs.words[j].stem: j for j in there}
    for i in here:
        stem = mine.words[i].stem
        bare = (stem.removeprefix(prefix) for prefix in prefixes)
        yield from ((i, others[f], True) for f in bare if f != stem and f in others)
        yield from ((i, others[p + stem], False) for p in prefixes if p + stem in others)


def _denied_synonyms(
    mine: Reading, theirs: Reading, here: list[int], there: list[int]
) -> Iterator[tuple[int, int, bool]]:
    """Yield the passives of which one, the first if ``added``, denies a synonym of the other."""
    for j in there:
        if groups := _denied_groups(theirs.words[j].fold, theirs.lang):
            yield from ((i, j, False) for i in here if _suffers(mine, i, groups))
    for i in here:
        if groups := _denied_groups(mine.words[i].fold, mine.lang):
            yield from ((i, j, True) for j in there if _suffers(theirs, j, groups))


def _suffers(reading: Reading, index: int, groups: frozenset[int]) -> bool:
    return is_passive(reading, index) and not groups.isdisjoint(reading.synonyms(index))


@lru_cache(maxsize=16384)
def _denied_groups(fold: str, lang: str) -> frozenset[int]:
    """The groups of synonyms of the participle that a prefix denies in the word *fold*."""
    forms = (f for f in bare_forms(fold, lang) if len(f) >= _BASE)
    groups = (groups_of(f, stem_word(f, lang), lang) for f in forms if past_form(f, lang))
    return frozenset().union(*groups)


def contrary_word(stem: str, stems: list[str], lang: str) -> bool:
    """Whether *stem* is one of *stems* with a prefix that denies it."""
    for prefix in load_pack(lang).words("negation", "prefixes"):
        root = stem[len(prefix) : len(prefix) + 5]
        if stem.startswith(prefix) and len(root) > 3 and any(s.startswith(root) for s in stems):
            return True
    return False


def denies_itself(word: Word, lang: str) -> bool:
    """Whether a word holds a denial in its form: *unbeatable*, *useless*, *dislikes*."""
    return _denies_itself(word.fold, lang)


@lru_cache(maxsize=16384)
def _denies_itself(fold: str, lang: str) -> bool:
    pack = load_pack(lang)
    ends = pack.words("negation", "suffixes")
    if any(fold.endswith(end) and len(fold) >= len(end) + _STEM for end in ends):
        return True
    able = tuple(pack.words("negation", "able"))
    return any(
        len(base) >= _BASE and (is_ordinary(base, lang) or base.endswith(able))
        for base in bare_forms(fold, lang)
    )


def bare_forms(fold: str, lang: str) -> list[str]:
    """Return what is left of a word without each prefix that may deny it."""
    pack = load_pack(lang)
    prefixes = set(pack.words("negation", "deniers"))
    if fold.endswith(tuple(pack.words("negation", "able"))):
        prefixes.update(pack.words("negation", "prefixes"))
    return [fold.removeprefix(p) for p in sorted(prefixes) if fold.startswith(p)]
