"""Whether a text knows a name: in some spelling, some language, some form of its concept."""

from __future__ import annotations

from functools import lru_cache

import regex
from rapidfuzz.distance import Prefix

from transdiff.facts import Name, Term
from transdiff.language.concepts import acronyms
from transdiff.language.dictionary import UNCASED
from transdiff.language.mentions import PREFIX, Mentions, initials, letters, same_spelling
from transdiff.language.name_words import ARABIC_ARTICLE
from transdiff.language.pack import load_pack
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.sounds import are_apart
from transdiff.language.words import fold_word, stem_word

INFLECTED = UNCASED | {"ru", "uk", "hy"}
"""Languages that change the form of a name, or do not write it in Latin letters."""
_COPYING = frozenset({"en", "de", "fr", "es", "pt", "vi"})
"""Languages in Latin letters that neither spell a foreign name by its sound nor inflect it."""
_ALIKE = frozenset({"en", "vi"})
"""Languages that spell towns in one way, but for a few that both begin with one sound."""
_COUNTRIES = "country."
_TOWNS = "city."
SLAVIC = regex.compile("(?:[aeiou]?(?:sk|ck|tsk|zk))(?:[aeiouy]+[jy]?)$")
"""What makes an adjective or a region of a place: *-sky, -cký, -sko, -skaya, -tskij*."""
_FULL = 2
"""Words of a name with a given name and a surname."""
_SUFFIX = 2
"""Letters of the shorter one of two related places behind what they share."""


def is_copied(lang: str, other: str) -> bool:
    """Whether texts in the two languages write a foreign name in the same way, accents aside."""
    return {lang, other} <= _COPYING


def may_be_called_so(mine: tuple[str, str], theirs: tuple[str, str]) -> bool:
    """Whether two places, each with its language, may be one that each language has a name for.

    The news often names either of them, and neither under this name in the other language.
    """
    (one, lang), (two, other) = mine, theirs
    here, there = _known_places(lang), _known_places(other)
    if one.casefold() in there or two.casefold() in here:
        return False
    if {lang, other} == _ALIKE and (one + two).isascii() and skeleton(one)[:1] != skeleton(two)[:1]:
        return False  # Praha, Prague
    return one.casefold() in here or two.casefold() in there


def are_two_towns(mine: tuple[Name, str], theirs: tuple[Name, str]) -> bool:
    """Whether two places of two languages are two that the news names often.

    The table has a town in every language, so that what it lacks is no name of it. Of what it lacks
    the news of one language knows both, *Quảng Ninh* and *Quang Nam*, *Пермь* and *Omsk*, or that
    of each language knows one, and neither respells names.
    """
    (name, lang), (other, tongue) = mine, theirs
    tabled = [n.concept.startswith(_TOWNS) for n in (name, other)]
    often = [t or _is_often_named(n, of) for t, (n, of) in zip(tabled, (mine, theirs), strict=True)]
    if any(tabled):
        return all(often) and not all(tabled)
    if name.concept or other.concept:
        return False
    if any(is_town_of(name, lang, of) and is_town_of(other, tongue, of) for of in (lang, tongue)):
        return _sounds(name, lang) != _sounds(other, tongue)  # Cusco, Cuzco
    copied = is_copied(lang, tongue) and all(often)
    return copied and are_apart(name.text, lang, other.text, tongue, copied=True)


def is_town_of(name: Name, lang: str, other: str) -> bool:
    """Whether the news in *other* often names what is called *name* in *lang*."""
    return _sounds(name, lang) in _often_named(other)


def _is_often_named(name: Name, lang: str) -> bool:
    """Whether the news in *lang* often names a place, and the table has it not."""
    return name.sure and not name.concept and is_town_of(name, lang, lang)


@lru_cache(maxsize=32)
def _often_named(lang: str) -> frozenset[str]:
    """The consonants of the towns that the news in *lang* names often, without case endings."""
    return frozenset(skeleton(stem_word(fold_word(p), lang), lang) for p in _known_places(lang))


def _sounds(name: Name, lang: str) -> str:
    return skeleton(stem_word(fold_word(name.text), lang), lang)


@lru_cache(maxsize=32)
def _known_places(lang: str) -> frozenset[str]:
    """The towns that the news in *lang* names often, folded."""
    return frozenset(map(str.casefold, load_pack(lang).words("names", "known_places")))


def names_of(names: tuple[Name, ...], terms: tuple[Term, ...], lang: str) -> list[Name]:
    """The names of a sentence, with its demonyms, which stand for their country."""
    spans = {n.span for n in names}
    adjectives = [
        Name(t.span, "", "", (), "place", t.concept)
        for t in terms
        if t.form == "demonym" and t.span not in spans
    ]
    return sorted([*names, *adjectives], key=lambda n: n.span)


def is_known(name: Name, known: Mentions, lang: str) -> bool:
    """Whether *known* mentions the name in some form."""
    if name.concept:
        return name.concept in known.concepts or _same_words(name, known.untabled, lang)
    if name.text.isupper() and acronyms().get(name.text, frozenset()) & known.concepts:
        return True
    if name.text.isupper() and name.text in known.acronyms:
        return True
    if name.text.isupper() and name.text.casefold() in known.folds:
        return True
    if _is_shortened(name, known) or letters(name.text, lang) in known.whole:
        return True
    return _same_words(name, known, lang)


def _is_shortened(name: Name, known: Mentions) -> bool:
    """Whether the initials are mentioned; nobody is called by two, which may be a word: *it*."""
    first = initials(name.text).casefold()
    return first in known.folds and (name.kind != "person" or len(first) > _FULL)


def _same_words(name: Name, known: Mentions, lang: str) -> bool:
    words = [w for w in words_of(name.text) if len(w) > 1]
    if lang == "de" and not name.concept:
        words = words[-1:]  # a noun may stand before the name
    kind = "" if name.concept.startswith(_COUNTRIES) else name.kind  # Austria is no Australia
    return bool(words) and all(is_known_word(w, kind, known, lang) for w in words)


def is_known_word(word: str, kind: str, known: Mentions, lang: str) -> bool:
    """Whether *known* has every part of one word of a name, in a description also a relative."""
    return all(
        _is_related(fold_word(w), kind, known) or _known_word(w, known, lang)
        for w in words_of(word)
        if len(w) > 1
    )


def _is_related(fold: str, kind: str, known: Mentions) -> bool:
    """Whether a word of a description, or of a place, has a relative: *Kursk*, *Kurskaya*.

    Two places that only begin alike, *Chernihiv* and *Chernivtsi*, each end in more than a suffix.
    """
    relatives = known.prefixes.get(fold[:PREFIX], ()) if kind in ("org", "place") else ()
    if kind == "org":
        return bool(relatives)
    return any(differ_in_suffix(fold, other) for other in relatives)


def differ_in_suffix(one: str, other: str) -> bool:
    """Whether the shorter of two words hardly goes on behind what they share, or one is Slavic."""
    if any(SLAVIC.search(romanise(word)) for word in (one, other)):
        return True
    return min(len(one), len(other)) - Prefix.similarity(one, other) <= _SUFFIX


def _known_word(word: str, known: Mentions, lang: str) -> bool:
    fold = fold_word(word)
    if fold in known.folds or stem_word(fold, lang) in known.folds:
        return True
    if word in known.acronyms:
        return True
    if word.isupper() and lang not in UNCASED:
        return romanise(word, lang) in known.romanised  # its letters spell nothing else
    for read_as in (lang, "und"):
        spelled = romanise(word, read_as)
        if spelled in known.romanised or f"*{spelled}" in known.romanised:
            return True
        skeletal = skeleton(word, read_as)
        others = known.spellings.get(skeletal, ()) if len(skeletal) > 1 else ()
        if any(same_spelling(spelled, other) for other in others):
            return True
    return bool(known.pinyin) and romanise(word, lang) in known.pinyin


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name, hyphens cut, without a possessive."""
    plain = ARABIC_ARTICLE.sub("", text)
    return tuple(plain.replace("-", " ").replace("’s", "").replace("'s", "").split())
