"""Bytes → text: Unicode by its marks, older encodings by which letters would come out.

Nothing is guessed silently: what is not plain UTF-8 comes with a note.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import regex

from transdiff.errors import InputError

_SAMPLE = 20_000  # bytes that the guess looks at
_LEAST_LIKELY = 0.35
UNICODE_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive (DOCX, ODT, EPUB …)",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG image",
    b"GIF8": "a GIF image",
    b"\xff\xd8\xff": "a JPEG image",
    b"RIFF": "a media file",
    b"OggS": "a media file",
    b"ID3": "a media file",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "a database",
}
_CONTROLS = regex.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = regex.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})""", regex.IGNORECASE
)

# The most frequent characters of running text, enough to tell right from wrong decoding.
_HANZI = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法"
    "所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天"
    "政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又利比或但质气第向道命此变条只没结解问意建月公无系军情者最"
    "立代想已通并提直题党程展五果员位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知将组见计别她手期根论运农指"
    "區強國這個時來們對會發動產說過經進電實現當點從業開還關樣與線數問無軍條結題黨設員總運農門務號單書區議報導選舉總統"
)
_HANGUL = regex.compile(r"[가-힣]")
_KANA = regex.compile(r"[\u3041-\u30ff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text and what had to be decided: empty for plain UTF-8."""

    text: str
    note: str = ""


def decode(data: bytes, name: str, *, markup: bool = False) -> Decoded:
    """Decode *data*; with *markup* an encoding declared in a meta element is believed.

    Raises InputError, naming *name*, for binary, empty or undecodable data.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(f"{name}: empty; give a file that holds an article")
    for mark, encoding in UNICODE_MARKS:
        if data.startswith(mark):
            note = "" if encoding == "utf-8" else f"encoding {encoding}, by its byte-order mark"
            return Decoded(_checked(_strict(data[len(mark) :], encoding, name), name), note)
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise InputError(f"{name}: {kind}, not text; save the article as text or HTML")
    if b"\x00" in data[:_SAMPLE]:
        return _without_mark(data, name)
    try:
        return Decoded(_checked(data.decode("utf-8"), name))
    except UnicodeDecodeError:
        pass
    return (_declared(data, name) if markup else None) or _guessed(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: not valid {encoding} at byte {error.start}; save it as UTF-8"
        ) from None


def _checked(text: str, name: str) -> str:
    found = len(_CONTROLS.findall(text[:_SAMPLE]))
    if found * 200 > min(len(text), _SAMPLE) and found > 1:
        raise InputError(f"{name}: binary data, not text; give a text or HTML file")
    return text


def _without_mark(data: bytes, name: str) -> Decoded:
    """UTF-16 without a mark: spaces and line ends put NULs on one side only."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    for encoding in ("utf-16-le", "utf-16-be") if len(data) % 2 == 0 else ():
        text = data.decode(encoding, "replace")
        if sum(c in _HANZI for c in text[:2000]) * 4 > len(text[:2000]):
            return Decoded(text, f"encoding {encoding}, without a byte-order mark")
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    few, many = sorted((even, odd))
    if len(data) % 2 == 0 and many > 0 and few * 10 <= many and many * 50 > len(sample) // 2:
        encoding = "utf-16-le" if odd > even else "utf-16-be"
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            text = ""
        letters = sum(c.isalpha() or c.isspace() for c in text[:2000])
        if text and letters * 2 > len(text[:2000]) and not _CONTROLS.search(text[:_SAMPLE]):
            return Decoded(text, f"encoding {encoding}, without a byte-order mark")
    raise InputError(f"{name}: binary data, not text; give a text or HTML file")


def _declared(data: bytes, name: str) -> Decoded | None:
    match = _DECLARED.search(data, 0, 4096)
    if match is None:
        return None
    encoding = match[1].decode("ascii").lower()
    encoding = {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(
        encoding, encoding
    )
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return Decoded(_checked(text, name), f"encoding {encoding}, as the page declares")


def _guessed(data: bytes, name: str) -> Decoded:
    sample = data[:_SAMPLE]
    ranked = sorted(
        ((_likelihood(sample, encoding, value), -i) for i, (encoding, value) in enumerate(_LEGACY)),
        reverse=True,
    )
    best, order = ranked[0]
    if best < _LEAST_LIKELY:
        raise InputError(f"{name}: cannot tell its encoding; save it as UTF-8")
    encoding = _LEGACY[-order][0]
    text = _strict(data, encoding, name)
    return Decoded(_checked(text, name), f"encoding {encoding}, guessed from its letters")


def _likelihood(sample: bytes, encoding: str, value: Callable[[str], float]) -> float:
    """Return the mean value of the characters outside ASCII, -1 where decoding fails."""
    text = ""
    for cut in range(4 if len(sample) == _SAMPLE else 1):  # it may end inside a character
        try:
            text = sample[: len(sample) - cut].decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    found = [c for c in text if ord(c) > 127]
    if not found or _CONTROLS.search(text):
        return -1.0
    # That pairs of bytes happen to be valid and common is far less likely than single bytes.
    pairs = 0.5 if len(text) < 0.8 * len(sample) else 0.0
    return (sum(map(value, found)) + _misfits(text)) / len(found) + pairs


def _misfits(text: str) -> float:
    """Return a penalty for words of two scripts and for case that jumps inside a word."""
    other = r"[\p{Cyrillic}\p{Arabic}\p{Han}\p{Hangul}\p{Greek}\p{Hebrew}\p{Thai}]"
    alphabetic = r"[\p{Cyrillic}\p{Arabic}\p{Greek}\p{Hebrew}\p{Thai}]"
    mixed = len(regex.findall(rf"[A-Za-z](?={other})", text))
    mixed += len(regex.findall(rf"{alphabetic}(?=[A-Za-z])", text))
    jumps = len(regex.findall(r"\p{Ll}(?=\p{Lu})", text))
    runs = len(regex.findall(r"[À-ɏ]{3,}", text))
    return -1.5 * (mixed + jumps + runs)


def _letters(common: str, others: str = "") -> Callable[[str], float]:
    good, fair = frozenset(common), frozenset(others)

    def value(char: str) -> float:
        if char in good:
            return 1.0
        if char in fair:
            return 0.6
        if char in "«»“”„‘’–—…€№°§©®·\u00a0¿¡ºª£":
            return 0.5
        return 0.1 if char.isalpha() else -1.0

    return value


def _cyrillic(char: str) -> float:
    if char in "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґ":
        return 1.0
    if char in "ъё" or "А" <= char <= "Я" or char in "ІЇЄЁҐ":
        return 0.6
    return 0.5 if char in "«»“”„–—…№\u00a0’" else -1.0


def _script(name: str, weight: float = 0.9) -> Callable[[str], float]:
    def value(char: str) -> float:
        if unicodedata.name(char, "").startswith(name):
            return weight
        return 0.5 if char in "«»“”–—…،؛؟\u00a0\u200c\u200d\u200e\u200f" else -1.0

    return value


def _chinese(char: str) -> float:
    if char in _HANZI:
        return 1.0
    if "\u4e00" <= char <= "\u9fff":
        return 0.3
    return (
        0.6 if char in "，。、；：？！“”‘’（）《》「」『』—…·％　" or "０" <= char <= "９" else -1.0
    )


def _japanese(char: str) -> float:
    if _KANA.match(char):
        return 1.0
    if "\u4e00" <= char <= "\u9fff":
        return 0.45
    return 0.6 if char in "、。「」『』（）・ー：　％" or "０" <= char <= "９" else -1.0


def _korean(char: str) -> float:
    return 1.0 if _HANGUL.match(char) else 0.2 if "\u4e00" <= char <= "\u9fff" else -0.5


# Tried in this order; on equal likelihood the first wins.
_LEGACY: tuple[tuple[str, Callable[[str], float]], ...] = (
    ("cp1252", _letters("éèêàâçîïôùûäöüßáíóúñãõåæøëœ", "ÉÈÀÇÄÖÜÁÍÓÚÑÅØÃÕìòýÿÊÔÎÂÛ")),
    ("cp1251", _cyrillic),
    ("koi8-r", _cyrillic),
    ("koi8-u", _cyrillic),
    ("iso-8859-5", _cyrillic),
    ("cp866", _cyrillic),
    ("cp1250", _letters("áčďéěíňóřšťúůýžąćęłńśźżőűăşţâîäöü", "ČĎĚŇŘŠŤŽĄĆĘŁŃŚŹŻŐŰŞŢÁÉ")),
    ("iso-8859-2", _letters("áčďéěíňóřšťúůýžąćęłńśźżőűăşţâîäöü", "ČĎĚŇŘŠŤŽĄĆĘŁŃŚŹŻŐŰŞŢÁÉ")),
    ("cp1254", _letters("çğıöşü", "ÇĞİÖŞÜâîû")),
    ("cp1258", _letters("đăâêôơưàáèéìíòóùúý\u0300\u0301\u0303\u0309\u0323", "ĐĂÂÊÔƠƯ")),
    ("cp1255", _script("HEBREW", 1.15)),
    ("cp1253", _script("GREEK")),
    ("cp1256", _script("ARABIC")),
    ("iso-8859-6", _script("ARABIC")),
    ("cp874", _script("THAI")),
    ("shift_jis", _japanese),
    ("euc-jp", _japanese),
    ("gb18030", _chinese),
    ("big5", _chinese),
    ("euc-kr", _korean),
)
