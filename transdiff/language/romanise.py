"""Names across scripts: Latin letters for any text, and a skeleton that survives spelling policy.

:func:`romanise` answers "how would this look in an English news text", roughly; :func:`skeleton`
keeps only what transliteration schemes agree on, so that *Щербаков*, *Shcherbakov*,
*Schtscherbakow* (de) and *Chtcherbakov* (fr) are one string. The base is ``anyascii`` (Unicode
scripts to ASCII, ISC licence); the respellings are those of BGN/PCGN, ISO 9 and the national
schemes.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex
from anyascii import anyascii

_CARONS = str.maketrans(
    {
        "č": "ch",
        "ć": "ch",
        "š": "sh",
        "ś": "sh",
        "ş": "sh",
        "ș": "sh",
        "ž": "zh",
        "ż": "zh",
        "ź": "zh",
        "ř": "rzh",
        "ñ": "ny",
        "ň": "ny",
        "ń": "ny",
        "ł": "l",
        "ß": "ss",
        "’": "",
        "ʼ": "",
    }
)
_OWN_LETTERS = {
    "uk": str.maketrans({"г": "h", "ґ": "g", "и": "y", "й": "i", "щ": "shch", "ь": ""}),
    "be": str.maketrans({"г": "h", "ў": "u", "ь": ""}),
    "bg": str.maketrans({"щ": "sht", "ъ": "a"}),
    "de": str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"}),
    "hy": str.maketrans({"ւ": "w"}),
}
_SLAVIC = {"c": "ts", "ch": "ch", "j": "y"}
_RESPELL = {
    "de": {
        "schtsch": "shch",
        "dsch": "dzh",
        "tsch": "ch",
        "sch": "sh",
        "ch": "kh",
        "j": "y",
        "w": "v",
    },
    "fr": {"chtch": "shch", "dj": "dzh", "tch": "ch", "ch": "sh"},
    "pl": {
        "szcz": "shch",
        "ch": "kh",
        "cz": "ch",
        "sz": "sh",
        "rz": "zh",
        "c": "ts",
        "j": "y",
        "w": "v",
    },
    "cs": _SLAVIC,
    "sk": _SLAVIC,
    "hr": _SLAVIC,
    "sl": _SLAVIC,
    "tr": {"c": "dzh", "ch": "ch", "sh": "sh"},
    "nl": {"sch": "skh", "j": "y"},
    "es": {"ll": "ly", "ch": "ch", "j": "kh"},
    "pt": {"lh": "ly", "nh": "ny", "ch": "sh"},
    "hy": {"ow": "u"},
}
_CLASSES = (
    ("(?<=[iy])j$", ""),  # ISO 9: Zelenskij
    ("shch|sch|stch|sh", "š"),
    ("dzh|dj|zh|j", "ž"),
    ("tch|ch", "č"),
    ("(?<=[ou])h(?=[nlr])", ""),  # Johnson, Kohl
    ("kh|gh(?=[aeiouy])", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("ck|cq|qu|q", "k"),
    ("x", "ks"),
    ("c(?=[eiyv])|ts|tz|z", "s"),  # Cvetaeva
    ("c", "k"),
    ("^[uo]+(?=[aei])|w(?=[aeiouyrh])", "v"),  # Ouattara, Уильям
    ("w", ""),
)
_COMPILED = tuple((regex.compile(pattern), to) for pattern, to in _CLASSES)
_NOT_LATIN = regex.compile(r"[^a-z]+")
_VOWELS = regex.compile(r"[aeiouy]+")
_TWICE = regex.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def romanise(text: str, lang: str = "und") -> str:
    """Return *text* in lower-case ASCII letters, as English news would roughly spell it.

    *lang* is the primary subtag of the text's language and settles letters that languages read
    differently (German ``sch``, Ukrainian ``г``). Spaces, digits and punctuation of *text* stay;
    Han characters become Mandarin pinyin whatever the language (``北京`` is ``beijing``).
    """
    folded = unicodedata.normalize("NFC", text).lower()
    own = _OWN_LETTERS.get(lang)
    if own is not None:
        folded = folded.translate(own)
    plain = folded if folded.isascii() else anyascii(folded.translate(_CARONS)).lower()
    respelling = _RESPELL.get(lang)
    if respelling is not None:
        plain = _respeller(lang).sub(lambda found: respelling[found[0]], plain)
    return plain


@lru_cache(maxsize=65536)
def skeleton(word: str, lang: str = "und") -> str:
    """Return the consonants of *word* that every transliteration scheme agrees on.

    Vowels go, except that a word that begins with one begins with ``a``; doubled letters are one;
    ``shch``/``sch``/``sh`` are ``š``, ``ch``/``tch`` ``č``, ``zh``/``j``/``dzh`` ``ž``,
    ``ts``/``tz``/``z`` ``s``, ``kh`` ``h``, ``w`` ``v`` before a vowel. A word without a
    letter has the empty skeleton. Skeletons of fewer than three letters are too weak to tell names
    apart: compare :func:`romanise` as well.
    """
    letters = _NOT_LATIN.sub("", romanise(word, lang))
    for pattern, to in _COMPILED:
        letters = pattern.sub(to, letters)
    if not letters:
        return ""
    head = "a" if letters[0] in "aeiouy" else ""
    return head + _TWICE.sub(r"\1", _VOWELS.sub("", letters))


@lru_cache(maxsize=64)
def _respeller(lang: str) -> regex.Pattern[str]:
    """One pattern for all spellings of *lang*, the longest first."""
    return regex.compile("|".join(sorted(_RESPELL[lang], key=lambda s: (-len(s), s))))
