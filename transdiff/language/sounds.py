"""Whether two languages can write one name in these two ways, by what their scripts tell apart.

A Slavic or Armenian surname has one spelling in its own script, so that another consonant makes
another name. Names from elsewhere come through a second script by their sound: *Whitcombe*,
*惠特科姆*. There only names that hardly have a sound in common are two.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import regex
from rapidfuzz.distance import OSA

from transdiff.language.dictionary import UNCASED, UNSPACED
from transdiff.language.romanise import romanise, skeleton

OWN_SPELLING = frozenset({"ru", "uk", "hy"})
"""Languages in whose script a surname or a town of theirs has one spelling."""
_FINE = str.maketrans({"f": "v", "g": "h", "č": "š"})
_ROUGH = str.maketrans(
    {
        "b": "p", "v": "f", "d": "t", "g": "k", "h": "k", "š": "s", "č": "s", "ž": "s",
    }
)  # fmt: skip
"""Sounds that scripts confound."""
_SCRIPTS: Mapping[str, dict[int, str]] = {
    "ar": {},
    "zh": str.maketrans({"l": "r"}),
    "ja": str.maketrans({"l": "r", "f": "p"}),
}
"""What else scripts of other kinds confound: Chinese *l* and *r*."""
_IN_NAMES = str.maketrans("什莎伽茜柏", "师沙加西博")
"""Characters that are read otherwise in foreign names, with others that sound so."""
_ARTICLE = regex.compile(r"^a?l[-\s]?(?=[bcdfghjkmnpqrstvwxz].)")
_GLIDES = regex.compile(r"(?<=.)[wy]")
_BARE_IC = regex.compile(r"(?<=i)[cć]$")
"""What is left of a Serbian *-ić* where marks are dropped."""
_NATIVE = regex.compile(r"(?:[оеёє]в|[иыії]н|ск|цк|енк|чук|[юу]к|ич|ян|յան)(?:\p{L}{0,3})$")
"""Endings of Slavic and Armenian surnames in their own script, in any case."""
_NATIVE_PLACE = regex.compile(
    r"(?:ск|цк|цьк|ськ|град|город|пол|піл|ов|ев|єв|їв|ів|ин|ін|их|іх|івц|івк|овк|евк|ич|он|не|"
    r"ово|ево|ино|іно|аван|ашен|ագյուղ|ավան|աշեն|ակերտ|իջան)\p{L}{0,3}$"
)
"""Endings of Slavic and Armenian towns in their own script, in any case."""
_FAR = 0.5
"""Share of the consonants in which two spellings by sound differ if they are two names."""
_NEAR = 0.34
"""The same if they are one."""
_LEAST = 2
"""Consonants of a name that can be told from another one; by syllables one more: *Thorne*."""
_COPIED = 0.3
"""Share of the letters in which two names that are copied differ if they are two."""


def may_sound(mine: str, lang: str, theirs: str, other: str) -> bool:
    """Whether two words in two languages are spelled by the same sounds, but for a few."""
    scripts = frozenset({lang, other}.intersection(_SCRIPTS))
    one, two = _rough(mine, lang, scripts), _rough(theirs, other, scripts)
    longest = max(len(one), len(two))
    return min(len(one), len(two)) >= _LEAST and OSA.distance(one, two) <= _NEAR * longest


def are_apart(mine: str, lang: str, theirs: str, other: str, *, copied: bool) -> bool:
    """Whether two words in two languages cannot be one name; *copied*: neither respells it."""
    if copied:
        return _copied_apart(mine, lang, theirs, other)
    if {lang, other} & OWN_SPELLING and _is_native(mine, lang, theirs, other):
        one, two = _consonants(mine, lang, fine=True), _consonants(theirs, other, fine=True)
        return min(len(one), len(two)) >= _LEAST and one != two and not _cut(one, two)
    scripts = frozenset({lang, other}.intersection(_SCRIPTS))
    one, two = _rough(mine, lang, scripts), _rough(theirs, other, scripts)
    longest = max(len(one), len(two))
    least = _LEAST + (not UNSPACED.isdisjoint((lang, other)))
    if min(len(one), len(two)) < max(least, _FAR * longest):
        return False
    if OSA.distance(one, two) < _FAR * longest:
        return False
    plain = one.replace("r", ""), two.replace("r", "")  # which syllables may drop: Marsh, 马什
    return "ar" in scripts or OSA.distance(*plain) >= _FAR * max(map(len, plain))


def _copied_apart(mine: str, lang: str, theirs: str, other: str) -> bool:
    one, two = romanise(mine), romanise(theirs)
    if skeleton(mine, lang) == skeleton(theirs, other) or skeleton(mine) == skeleton(theirs):
        return False
    return OSA.distance(one, two) >= _COPIED * max(len(one), len(two))


def _is_native(mine: str, lang: str, theirs: str, other: str) -> bool:
    """Whether the side that has its own script gives a surname of its own language."""
    words = ((mine, lang), (theirs, other))
    own = [w for w, of in words if of in OWN_SPELLING and _NATIVE.search(w.casefold())]
    return bool(own) and not {lang, other} & UNCASED


def _cut(one: str, two: str) -> bool:
    """Whether one has only what an ending adds to the other: *Volkov*, *Volkova*, *Volkovym*."""
    return (one.startswith(two) or two.startswith(one)) and abs(len(one) - len(two)) == 1


def _consonants(word: str, lang: str, *, fine: bool) -> str:
    if fine:
        return skeleton(_BARE_IC.sub("ch", word), lang).lstrip("a").translate(_FINE)
    return skeleton(word, lang).lstrip("a").translate(_ROUGH)


@lru_cache(maxsize=16384)
def _rough(word: str, lang: str, scripts: frozenset[str]) -> str:
    """The sounds of a word that all *scripts* tell apart."""
    word = word.translate(_IN_NAMES)
    if scripts == {"ar"} or lang == "ar":
        plain = _ARTICLE.sub("", romanise(word, lang))
        word, lang = _GLIDES.sub("", plain).replace("gh", "g"), "und"
    sounds = _consonants(word, lang, fine=False)
    for script in sorted(scripts):
        sounds = sounds.translate(_SCRIPTS[script])
    return regex.sub(r"(.)\1+", r"\1", sounds)


def is_native_place(word: str, lang: str) -> bool:
    """Whether a place in a language with a script of its own is one of that language's towns."""
    return lang in OWN_SPELLING and bool(_NATIVE_PLACE.search(word.casefold()))
