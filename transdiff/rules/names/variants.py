"""What may explain that two names differ: they are one name in two forms."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from transdiff.facts import Name
from transdiff.language.concepts import is_part
from transdiff.language.mentions import initials, letters
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.short_names import may_be_short
from transdiff.language.vocabulary import is_ordinary
from transdiff.language.words import fold_word, stem_word
from transdiff.rules.names.known import INFLECTED, SLAVIC, differ_in_suffix, words_of
from transdiff.rules.names.unknown import is_descriptive, without_trade

_LEAST = 4
"""Letters of a word below which two spellings cannot be told apart."""
_COMMON = 5
"""Letters that a compound and its part share: *Unterland* and *Lower Terland*."""
_SAME = 3
"""Letters at the beginning by which two forms of a name are known."""
_FEW = 2
"""Letters in which two acronyms of one thing may differ: *BKS*, *BCS*."""
_OTHER = 3
"""Letters in which two surnames that begin alike differ if they are two."""
_OTHER_PLACE = 0.4
"""Share of the letters in which two places that begin alike differ if they are two."""
_SHORTENED = 4
"""Letters of an abbreviation: *Lt*, *Capt*."""
_FEWEST = 2
"""Words of the shortest name that an acronym stands for."""
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


def ends_otherwise(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether two names begin with the same words and the last ones are two, not one with a slip.

    *Anna Dahl* is no *Anna Dahlberg*, and no *Anna Berg*. Two places also begin alike, and fewer of
    their letters need to differ; nobody may choose how a village is spelled.
    """
    mine, theirs = without_trade(mine, lang), without_trade(theirs, lang)
    here, there = words_of(mine.text), words_of(theirs.text)
    same = len(here) == len(there) > 1 and here[:-1] == there[:-1] and here[-1] != there[-1]
    if not same or lang in INFLECTED or mine.kind != theirs.kind:
        return False
    one, two = letters(here[-1], lang), letters(there[-1], lang)
    if min(len(one), len(two)) < _SAME:
        return False
    if mine.kind == "person":  # no title of something: *Financial Quality*
        return not is_ordinary(here[-2], lang) and not _are_near(one, two)
    if one[:_SAME] != two[:_SAME] or _is_derived(one, two):
        return False
    apart = OSA.distance(one, two)
    return apart >= _OTHER or (
        mine.kind == "place" and apart >= _OTHER_PLACE * max(len(one), len(two))
    )


def _alike(a: str, b: str, a_lang: str, b_lang: str) -> bool:
    if a_lang == b_lang:
        a, b = stem_word(fold_word(a), a_lang), stem_word(fold_word(b), b_lang)
    one, two = romanise(a, a_lang), romanise(b, b_lang)
    if one == two:
        return True
    return min(len(one), len(two)) >= _LEAST and _are_near(one, two)


def _are_near(one: str, two: str) -> bool:
    """Whether so few letters differ that one word may be the other with a slip."""
    return OSA.distance(one, two, score_cutoff=3) <= (1 if max(len(one), len(two)) < 6 else 2)


def is_variant(mine: Name, theirs: Name, lang: str, shared: float) -> bool:
    """Whether two names in one place may name one thing, in texts that share so many words."""
    if mine.concept and theirs.concept:
        return is_part(theirs.concept, mine.concept)
    if not mine.text or not theirs.text:  # an adjective, added to make things clear
        return "place" not in (mine.kind if mine.text else theirs.kind)
    if _is_acronym(mine) and _is_acronym(theirs):
        return _is_one_acronym(mine.text, theirs.text, lang)
    if _is_acronym(mine) != _is_acronym(theirs):
        short, long = (mine, theirs) if _is_acronym(mine) else (theirs, mine)
        return not (long.concept or short.concept) and _may_stand_for(short, long, lang)
    described = is_descriptive(mine, lang) + is_descriptive(theirs, lang)
    if described and not theirs.concept:
        return shared < (_SURE if described > 1 else _RATHER)
    if may_be_short(mine.text, theirs.text):
        return True
    return is_spelt_alike(mine, theirs, lang)


def is_spelt_alike(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether the letters of two names let them be one: cut short, compounded, transliterated."""
    one, two = letters(mine.text, lang), letters(theirs.text, lang)
    if mine.kind == theirs.kind == "place" and lang not in INFLECTED and _are_two(one, two):
        return False
    if one[:_COMMON] == two[:_COMMON] or one.startswith(two) or two.startswith(one):
        return True
    if min(len(one), len(two)) >= _SAME and (one.endswith(two) or two.endswith(one)):
        return True
    return _overlap(one, two) or _transliterated(one, two) or _is_derived(one, two)


def _are_two(one: str, two: str) -> bool:
    """Whether two places that texts of one language spell by its letters differ in too many."""
    if differ_in_suffix(one, two) or _is_derived(one, two):
        return False
    return OSA.distance(one, two) >= _OTHER_PLACE * max(len(one), len(two))


def is_akin(mine: Name, theirs: Name) -> bool:
    """Whether one name is the initials of the other or short for it, or both begin alike."""
    if not mine.text or not theirs.text:
        return False  # an adjective that stands for its country
    names = mine.text.casefold(), theirs.text.casefold()
    if _is_acronym(mine) and _is_acronym(theirs):
        return names[0] == names[1]
    short, long = sorted(names, key=len)
    if len(short) <= _SHORTENED and short[0] == long[0] and _in_order(short, long):
        return True  # Lt, Lieutenant
    firsts = initials(mine.text).casefold(), initials(theirs.text).casefold()
    return names[0] == firsts[1] or names[1] == firsts[0] or names[0][:_SAME] == names[1][:_SAME]


def _is_one_acronym(one: str, two: str, lang: str) -> bool:
    """Whether two acronyms may be one: spelled by their sound, or one with a letter more."""
    if one in two or two in one:
        return OSA.distance(one, two) < _FEW
    return skeleton(one, lang) == skeleton(two, lang)


def _is_acronym(name: Name) -> bool:
    return name.text.isupper() and len(name.text) > 1


def _may_stand_for(short: Name, long: Name, lang: str) -> bool:
    """Whether an acronym, in whatever language, may be that of an organisation.

    In the language of the name its letters are the initials, perhaps with others behind each.
    """
    letters_of, firsts = romanise(short.text, lang), _first_letters(long.text, lang)
    if len(firsts) < _FEWEST:
        return is_descriptive(long, lang) and firsts in letters_of  # the league of the RPL
    if firsts[0] == letters_of[0] and _in_order(firsts, letters_of):
        return True
    return (long.kind == "org" or is_descriptive(long, lang)) and bool(
        set(firsts) & set(letters_of)
    )


def _first_letters(text: str, lang: str) -> str:
    """The first letters of the words of a name, romanised."""
    return "".join(word[0] for word in romanise(text, lang).split())


def _in_order(few: str, many: str) -> bool:
    """Whether the letters *few* stand in *many* in their order."""
    rest = iter(many)
    return all(letter in rest for letter in few)


def _overlap(one: str, two: str) -> bool:
    """Whether the end of one name is in the other: *Unterallgau*, *Lower Allgau*."""
    if min(len(one), len(two)) < _COMMON:
        return False
    return one[-_COMMON:] in two or two[-_COMMON:] in one


def _is_derived(one: str, two: str) -> bool:
    """Whether one is a Slavic adjective or region made of the other: *Ústecký*, *Ústí*."""
    cut = [SLAVIC.sub("", word) for word in (one, two)]
    if cut == [one, two]:
        return False
    root = min(len(word) for word in cut) - 1
    return root >= _SAME - 1 and cut[0][:root] == cut[1][:root]


def _transliterated(one: str, two: str) -> bool:
    longest = max(len(one), len(two))
    return OSA.normalized_similarity(one, two) >= _POLICY and longest > _LEAST
