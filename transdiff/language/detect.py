"""Language identification: script and letters first, then langdetect among the candidates left.

langdetect's module-level ``detect`` is random and takes Armenian for Estonian; so the script gate
decides whatever script or letters can decide, and what is left goes to a seeded factory of our own
that has loaded the profiles of the candidates only.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

import regex

from transdiff.errors import ConfigError, did_you_mean
from transdiff.model import primary

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

UNKNOWN = "und"
_SAMPLE = 6000  # letters looked at; more text does not change the answer, only the time
_FEWEST_LETTERS = 4

_LATIN = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ro", "id", "sv", "vi")
_CYRILLIC = ("ru", "uk", "bg")
_KNOWN_LATIN = frozenset(
    (
        *("af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it"),
        *("lt", "lv", "nl", "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr"),
        "vi",
    )
)

# One language for each of these scripts; Han, Latin, Cyrillic and Arabic need a closer look.
_SCRIPTS = {
    "Armenian": "hy",
    "Georgian": "ka",
    "Greek": "el",
    "Hebrew": "he",
    "Thai": "th",
    "Hangul": "ko",
    "Devanagari": "hi",
    "Bengali": "bn",
    "Tamil": "ta",
}
_SCRIPT_OF = regex.compile(
    "|".join(
        rf"(?P<{name}>\p{{{name}}})"
        for name in (*_SCRIPTS, "Latin", "Cyrillic", "Arabic", "Hiragana", "Katakana", "Han")
    )
)
_VIETNAMESE = regex.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_URL = regex.compile(r"(?:https?://|www\.)\S++|\S++@\S++")


def detect(text: str, candidates: tuple[str, ...] = ()) -> str:
    """Return the primary subtag of *text*'s language, ``und`` where there is nothing to go by.

    With *candidates* the answer is one of them, unless the script rules all of them out. Single
    sentences are only reliable among two or three candidates.
    """
    sample = unicodedata.normalize("NFC", _URL.sub(" ", text[: 2 * _SAMPLE]))
    letters = "".join(c for c in sample if c.isalpha())[:_SAMPLE]
    among = tuple(sorted({primary(c) for c in candidates}))
    script = main_script(letters)
    if not script or (len(letters) < _FEWEST_LETTERS and script in ("Latin", "Cyrillic")):
        return UNKNOWN
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    if script == "Japanese":
        return "ja"
    if script == "Han":
        return "ja" if among and "ja" in among and "zh" not in among else "zh"
    if script == "Arabic":
        return _arabic(letters)
    if script == "Cyrillic":
        return _cyrillic(letters, sample, among)
    return _latin(letters, sample, among)


def detect_each(texts: Iterable[str], candidates: Sequence[str]) -> tuple[str, ...]:
    """Return the language of every paragraph or sentence of *texts*, among *candidates*."""
    among = tuple(candidates)
    return tuple(detect(text, among) for text in texts)


def main_script(text: str) -> str:
    """Return the script of most letters in *text* (``Latin``, ``Han``, …), empty without letters.

    Any kana makes Han ``Japanese``. An ideograph counts three times: it is about a word, and a
    Latin name has many letters.
    """
    counts: Counter[str] = Counter()
    for match in _SCRIPT_OF.finditer(text[:_SAMPLE]):
        counts[match.lastgroup or ""] += 1
    kana = counts.pop("Hiragana", 0) + counts.pop("Katakana", 0)
    if counts["Han"] or kana:
        counts["Japanese" if kana * 12 > counts["Han"] else "Han"] = 3 * (
            counts.pop("Han", 0) + kana
        )
    ranked = sorted((n, name) for name, n in counts.items() if n)
    return ranked[-1][1] if ranked else ""


def _arabic(letters: str) -> str:
    if any(c in "ٹڈڑںے" for c in letters):
        return "ur"
    return "fa" if sum(c in "پچژگکی" for c in letters) * 30 > len(letters) else "ar"


def _cyrillic(letters: str, text: str, among: tuple[str, ...]) -> str:
    """Tell the Cyrillic alphabets apart by the letters that only one of them has."""
    low = Counter(letters.lower())
    own = {
        "kk": sum(low[c] for c in "әғқңөұүһ"),
        "sr": sum(low[c] for c in "ђјљњћџ"),
        "be": sum(low[c] for c in "ў"),
    }
    best = max(own, key=lambda lang: own[lang])
    if own[best] * 100 > len(letters):
        return best
    ukrainian, russian = (sum(low[c] for c in letters) for letters in ("іїєґ", "ыэё"))
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    left = tuple(c for c in among if c in ("ru", "uk", "bg", "mk")) or _CYRILLIC
    return _by_ngrams(text, left)


def _latin(letters: str, text: str, among: tuple[str, ...]) -> str:
    if len(_VIETNAMESE.findall(letters)) * 25 > len(letters):
        return "vi"
    left = tuple(c for c in among if c in _KNOWN_LATIN) or _LATIN
    return _by_ngrams(text.lower() if letters.isupper() else text, left)


def _by_ngrams(text: str, candidates: tuple[str, ...]) -> str:
    if len(candidates) == 1:
        return candidates[0]
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory(candidates).create()
    detector.append(text)
    try:
        return str(detector.detect()) if text.strip() else UNKNOWN
    except LangDetectException:
        return UNKNOWN


@lru_cache(maxsize=16)
def _factory(candidates: tuple[str, ...]) -> DetectorFactory:
    """Return a seeded factory with the profiles of *candidates* only: fast and repeatable."""
    from langdetect.detector_factory import DetectorFactory

    folder = resources.files("langdetect") / "profiles"
    factory = DetectorFactory()
    factory.seed = 0
    factory.load_json_profile([(folder / c).read_text(encoding="utf-8") for c in candidates])
    return factory


_TAG = regex.compile(
    r"(?P<language>[a-z]{2,3}|[a-z]{5,8})"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?P<rest>(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*"
    r"(?:-x(?:-[a-z\d]{1,8})+)?)",
    regex.IGNORECASE,
)
_LANGUAGE_NAMES = {
    "arabic": "ar", "armenian": "hy", "belarusian": "be", "bulgarian": "bg", "chinese": "zh",
    "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "finnish": "fi",
    "french": "fr", "georgian": "ka", "german": "de", "greek": "el", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "indonesian": "id", "italian": "it", "japanese": "ja",
    "kazakh": "kk", "korean": "ko", "mandarin": "zh", "norwegian": "no", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr",
    "spanish": "es", "swedish": "sv", "thai": "th", "turkish": "tr", "ukrainian": "uk",
    "urdu": "ur", "vietnamese": "vi",
    "deutsch": "de", "français": "fr", "español": "es", "português": "pt", "русский": "ru",
    "українська": "uk", "中文": "zh", "日本語": "ja", "հայերեն": "hy",
    "ara": "ar", "deu": "de", "eng": "en", "fra": "fr", "hye": "hy", "jpn": "ja", "por": "pt",
    "rus": "ru", "spa": "es", "ukr": "uk", "vie": "vi", "zho": "zh", "cn": "zh", "jp": "ja",
    "ua": "uk", "vn": "vi",
    "latvian": "lv", "lithuanian": "lt", "estonian": "et", "slovak": "sk", "slovenian": "sl",
    "croatian": "hr", "albanian": "sq", "azerbaijani": "az", "macedonian": "mk",
    "by": "be", "cz": "cs", "gb": "en-GB", "gr": "el", "kz": "kk", "us": "en-US",
}  # fmt: skip
_TWO_LETTERS = {
    "a": "abefkmnrsvyz", "b": "aeghimnors", "c": "aehorsuvy", "d": "aevz", "e": "elnostu",
    "f": "afijory", "g": "adlnuv", "h": "aeiortuyz", "i": "adegiknostuw", "j": "aivw",
    "k": "agijklmnorsuvwy", "l": "abginotuv", "m": "ghiklnorsty", "n": "abdeglnorvy",
    "o": "cjmrs", "p": "ailst", "q": "u", "r": "mnouw", "s": "acdeghiklmnoqrstuvw",
    "t": "aeghiklnorstwy", "u": "gkrz", "v": "eio", "w": "ao", "x": "h", "y": "io", "z": "ahu",
}  # fmt: skip
"""The languages with a code of two letters: the second letters by the first one."""


def check_tag(tag: str) -> str:
    """Return *tag* in its usual case (``pt-BR``, ``zh-Hant``).

    Raises ConfigError, with a suggestion, where it is no BCP 47 language tag.
    """
    if not isinstance(tag, str):
        raise TypeError(f"lang: a str is expected, not {type(tag).__name__}")
    match = _TAG.fullmatch(tag)
    if match is None or not _is_language(match["language"].lower()):
        raise ConfigError(f'"{tag}" is not a BCP 47 language tag{_suggested(tag)}')
    parts = [match["language"].lower()]
    if match["script"]:
        parts.append(match["script"].title())
    if match["region"]:
        parts.append(match["region"].upper())
    return "-".join(parts) + match["rest"].lower()


def stated(lang: str | None) -> str:
    """Return the tag that *lang* states; empty for none and for ``und``: nobody knows.

    Raises ConfigError where it is no BCP 47 language tag.
    """
    tag = check_tag(lang) if lang else UNKNOWN
    return "" if tag == UNKNOWN else tag


def _is_language(code: str) -> bool:
    """Whether *code* can be a language; of three letters there are thousands, of more none."""
    if code in _LANGUAGE_NAMES:
        return False
    return len(code) == 3 or (len(code) == 2 and code[1] in _TWO_LETTERS.get(code[0], ""))


def _suggested(tag: str) -> str:
    """Return ``'; did you mean "en-US"?'`` for what people write instead of a tag."""
    dashed = regex.split(r"[_\s.@]", tag.strip(), maxsplit=2)
    repaired = "-".join(dashed[:2])
    if len(dashed) > 1 and _TAG.fullmatch(repaired) and _is_language(dashed[0].lower()):
        return f'; did you mean "{check_tag(repaired)}"?'
    name = primary(dashed[0])
    if name in _LANGUAGE_NAMES:
        return f'; did you mean "{_LANGUAGE_NAMES[name]}"?'
    close = did_you_mean(name, _LANGUAGE_NAMES)
    return f'; did you mean "{_LANGUAGE_NAMES[close.split(chr(34))[1]]}"?' if close else ""
