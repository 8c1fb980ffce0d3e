"""Light stemming: take off what inflection adds, never what makes another word.

Plurals, cases, regular verb and adjective endings go; derivation stays (*nation* is not
*national*).
Precision comes first: two words share a stem only when they are very likely forms of one word.
Languages without inflection (vi, zh, ja) keep their words as they are.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

_ENDINGS: Mapping[str, tuple[int, str]] = {
    # language: (letters that must remain, endings in any order)
    "de": (4, "erns ern ens em en er es e ns n s"),
    "fr": (4, "es s e x ée ées és é er ers ent ait aient era eront ant"),
    "es": (
        4,
        "s es o os a as e ó aron aba aban ando ado ada ados adas ido ida idos idas ió ieron"
        " ará arán erá erán irá irán ar er ir",
    ),
    "pt": (
        4,
        "s es o os a as e ou aram ava avam ando ado ada ados adas ido ida idos idas iu eram"
        " iram ará arão erá erão irá irão ar er ir",
    ),
    "ru": (
        3,
        "а я о е ы и у ю ь й ой ей ом ем ам ям ами ями ах ях ов ев ого его ому ему ым им ых их"
        " ый ий ая яя ое ее ые ие ую юю ою ею ия ию ии ием иям иях ями"
        " л ла ло ли ть ет ют ит ят ат ут ал ала ало али ил ила ило или ел ела ело ели ают яют"
        " ает яет ен ена ено ены ан ана ано аны ся ась лся лась лось лись ются ится ется",
    ),
    "uk": (
        3,
        "а я о е и і у ю ь й ої ій ом ем ам ям ами ями ах ях ів їв ого його ому йому им іх их"
        " ий ая яя е є і ї ую ою ею ія ію ії ією іям іях ьої ього ьому ьою ими іми"
        " в ла ло ли ти є ють ить ять ать уть ав ала ало али ив ила ило или ено ана ано ані"
        " ся ась вся лася лося лися ться",
    ),
    "hy": (
        3,
        "ը ն ի ին ից ով ում երի երը երից երով երում եր ներ ները ների ներին ներից ներով ներում"
        " ություններ ել ել է ած ում վել եց եցին եցի ացել",
    ),
}
_ARABIC_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")
_ARABIC_SUFFIXES = ("ات", "ون", "ين", "ان", "ها", "هم", "ية", "ة", "ه", "ي", "ا")
_SEPARABLE = (
    "zurück",
    "zusammen",
    "wieder",
    "durch",
    "fest",
    "fort",
    "nach",
    "teil",
    "über",
    "unter",
    "statt",
    "vor",
    "weg",
    "her",
    "hin",
    "los",
    "mit",
    "auf",
    "aus",
    "bei",
    "ein",
    "ab",
    "an",
    "um",
    "zu",
)
_NO_PARTICIPLES = (
    "schaft",
    "heit",
    "keit",
    "dienst",
    "recht",
    "icht",
    "iet",
    "alt",
    "urt",
    "art",
    "echt",
    "ät",
    "äft",
    "amt",
    "geist",
    "ücht",
    "ebet",
)
"""Endings of nouns that only look like a participle: *Gericht*, *Gebiet*, *Gewalt*."""
_GERMAN_REST = 6
"""Letters that must follow a separable prefix for *ge* or *zu* to be no part of the word."""
_INVARIABLE = frozenset({"news", "series", "species", "means", "headquarters", "always", "perhaps"})
_NO_ADVERBS = ("family", "pply", "omply", "tiply", "sembly", "omaly", "opoly", "terfly")
"""Endings of words that only look like an adverb: *comply*, *supply*, *assembly*."""
_PASTS_IN_EED = ("agreed", "freed", "anteed", "ecreed")
"""Endings of pasts in *-eed*; other words in it are base forms: *succeed*, *speed*."""
_FRENCH_PLURALS = (("eaux", "eau"), ("aux", "al"))
_ARMENIAN_ABSTRACT = "ությ"
"""Where *միություն*, *միության*, *միությամբ* part."""
_ARMENIAN_NAMES = ("այի", "այից", "այում", "այով", "ային")
"""Cases of a name in *-ա*: *Մոսկվայի*."""


def light_stem(fold: str, lang: str) -> str:
    """Return the stem of a folded word; *lang* is a primary subtag, unknown ones change nothing."""
    if lang == "en":
        return _english(fold)
    if lang == "ar":
        return _arabic(fold)
    if lang not in _ENDINGS:
        return fold
    word = _bare(fold, lang)
    keep, _ = _ENDINGS[lang]
    for cut in range(min(5, len(word) - keep), 0, -1):
        if word[-cut:] in _SETS[lang]:
            return word[:-cut]
    return word


_SETS = {lang: frozenset(endings.split()) for lang, (_, endings) in _ENDINGS.items()}


def _bare(fold: str, lang: str) -> str:
    """Undo what a language does to the inside of a word when it inflects it."""
    if lang == "de":
        return _german(fold).translate(str.maketrans("äöü", "aou"))
    if lang in ("es", "pt"):
        return fold.replace("ciones", "cion").replace("ción", "cion").replace("ções", "ção")
    if lang == "hy":
        return _armenian(fold)
    if lang == "fr":
        for plural, singular in _FRENCH_PLURALS:
            if fold.endswith(plural) and len(fold) > len(plural) + 2:
                return fold[: -len(plural)] + singular
    return fold


def _armenian(fold: str) -> str:
    """Take the cases off abstract nouns and off names in a vowel."""
    at = fold.rfind(_ARMENIAN_ABSTRACT)
    if at > 1 and fold[at + len(_ARMENIAN_ABSTRACT) :].startswith(("ուն", "ան", "ամբ")):
        return fold[: at + len(_ARMENIAN_ABSTRACT)]
    if fold.endswith(_ARMENIAN_NAMES):
        return fold[: fold.rindex("այ") + 1]
    return fold


def _german(fold: str) -> str:
    """Take *ge* and *zu* out of a participle or infinitive: *zugestimmt*, *abzusagen*."""
    if not fold.endswith(("t", "en")):
        return fold
    for prefix in _SEPARABLE:
        rest = fold.removeprefix(prefix)
        if rest != fold and rest[:2] in ("ge", "zu") and len(rest) >= _GERMAN_REST:
            return prefix + rest[2:].removesuffix("t")
    regular = fold.startswith("ge") and fold.endswith("t") and not fold.endswith(_NO_PARTICIPLES)
    return fold[2:-1] if regular and len(fold) >= _GERMAN_REST + 1 else fold


def _english(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("'")
    if len(word) < 4 or not word.isalpha() or word in _INVARIABLE:
        return word
    if word.endswith("eed"):
        return word[:-2] if word.endswith(_PASTS_IN_EED) else word
    for ending in ("ingly", "edly", "ing", "ied", "ies", "ed"):
        if word.endswith(ending):
            stem = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            if len(stem) >= 3 and any(v in stem for v in "aeiouy"):
                return _undoubled(stem)
            return word
    adverb = word.endswith("ly") and len(word) > 5 and not word.endswith(_NO_ADVERBS)
    if adverb or word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


def _undoubled(stem: str) -> str:
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem[:-1] if stem.endswith("e") and len(stem) > 3 else stem


def _arabic(fold: str) -> str:
    word = "".join(c for c in fold if not unicodedata.combining(c) and c != "ـ")
    word = word.translate(str.maketrans("أإآى", "اااي"))
    for prefix in _ARABIC_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    for suffix in _ARABIC_SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            return word[: -len(suffix)]
    return word
