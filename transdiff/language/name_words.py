"""What the words of a name say of it: which join its parts, which tell a body from a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import regex

from transdiff.facts import Name
from transdiff.language.content import function_words
from transdiff.language.pack import Pack, load_pack
from transdiff.language.romanise import skeleton
from transdiff.language.words import fold_word, stem_word

CASES = frozenset({"ru", "uk", "hy"})
"""Languages that change the form of a name with its case."""
ARABIC_ARTICLE = regex.compile(r"(?<![\w-])(?:[Aa]l|[Ee]l|ad|ar|as|az|ash|adh|ath)-(?=\p{Lu})")
_ARABIC_OWN = regex.compile(r"(?<!\w)ال(?=\w{3})")
_BETWEEN_PARTS = regex.compile(r"[\s\-·・‧]+")


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of a pack's ``[names]`` that join and sort names."""

    particles: frozenset[str]
    coordinates: frozenset[str]
    """What joins names, and parts of one: *and*, *und*."""
    org_links: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    place_cues: frozenset[str]
    prepositions: frozenset[str]
    """Before a single name they most likely make it a place's: *à Metz*, *zwischen Graz und*."""
    known: frozenset[str]
    """Towns and regions of the pack, by their stems."""
    function_words: frozenset[str]
    openers: frozenset[str]
    """Numerals and pronouns: a capital at the start of a sentence makes them no name."""
    counts: frozenset[str]
    """Words that say how many: *tausende*, *zwölf*."""


def name_parts(text: str, lang: str) -> tuple[str, ...]:
    """Return the skeletons of a name's parts, in Latin letters; parts without a sound are gone."""
    plain = less_article(text.replace("’s", "").replace("'s", ""), lang)
    words = _BETWEEN_PARTS.split(plain)
    return tuple(filter(None, (skeleton(w, lang) for w in words)))


def less_article(text: str, lang: str) -> str:
    """Return a name without the article of its Arabic surname: *Hisham al-Basri*, *البصري*."""
    return _ARABIC_OWN.sub("", text) if lang == "ar" else ARABIC_ARTICLE.sub("", text)


def stemmed(text: str, lang: str) -> str:
    """Return *text* as the stems of its words, to look a place up in any case."""
    return " ".join(stem_word(fold_word(w), lang) for w in text.replace("-", " ").split())


def only_heads(name: Name, lang: str) -> bool:
    """Whether a name has no word but those that say what it names: *the Army*, *City Council*."""
    cues = cues_of(lang)
    heads = cues.organisations | cues.places | cues.org_links
    return all(w.casefold() in heads for w in name.text.split())


def heads_org(fold: str, lang: str) -> bool:
    """Whether a word says what kind of organisation something is: *league*, *board*."""
    known = cues_of(lang).organisations
    return fold in known or stem_word(fold, lang) in known


def _forms(words: Sequence[str], lang: str) -> frozenset[str]:
    """The words as they are looked up; their stems too, where cases change them."""
    folds = [fold_word(w) for w in words]
    stems = [stem_word(fold, lang) for fold in folds] if lang in CASES else []
    stems += [fold.removesuffix("ь") for fold in folds if lang in CASES]
    return frozenset({*folds, *stems})


@lru_cache(maxsize=64)
def cues_of(lang: str) -> Cues:
    """Return the words that join and sort names in *lang*, as they are looked up."""
    pack = load_pack(lang)
    return Cues(
        particles=frozenset(pack.words("names", "particles")),
        coordinates=frozenset(pack.words("names", "coordinates")),
        org_links=frozenset(pack.words("names", "org_links")),
        organisations=_forms(pack.words("names", "organisations"), lang),
        places=_forms(pack.words("names", "places"), lang),
        place_cues=frozenset(pack.words("names", "place_cues")),
        prepositions=frozenset(pack.words("names", "place_prepositions")),
        known=frozenset(stemmed(place, lang) for place in pack.words("names", "known_places")),
        function_words=function_words(lang),
        openers=_openers(pack),
        counts=frozenset(fold_word(w) for w in _numerals(pack, _COUNTS) if w.isalpha()),
    )


_COUNTS = ("cardinals", "vague")
_NUMERALS = (*_COUNTS, "scales", "standalone", "ordinals", "fractions", "multiples")


def _openers(pack: Pack) -> frozenset[str]:
    """The words of *pack* that count (*thirty*, *half*) or stand for somebody (*nobody*)."""
    words = [*_numerals(pack, (*_NUMERALS, "quantifiers"))]
    words += [*pack.section("numbers").get("ones", ()), *pack.words("negation", "not")]
    words += pack.words("names", "pronouns")
    return frozenset(fold_word(w) for w in words if not {" ", "*"} & set(w))


def _numerals(pack: Pack, names: Sequence[str]) -> Iterator[str]:
    tables = (pack.section("numbers").get(name, {}) for name in names)
    return (word for table in tables for forms in table.values() for word in forms)
