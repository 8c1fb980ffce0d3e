"""Credits: lines and tails that name agencies, photographers, authors; captions by their words."""

from __future__ import annotations

from functools import lru_cache

import regex

from transdiff.language.furniture import LONGEST_LINE, agency_names, furniture, tail

_CREDIT = 120
"""Characters at the end of a paragraph where a photo credit is sought."""
_CREDIT_MARKS = frozenset(":：/՝©(（[")
_CREDIT_WORDS = ("新华社记者", "photo", "picture", "image")
"""What a photo credit has one of: these words, or one of the marks."""
_NAME = r"\p{Lu}[\p{L}\p{M}'’.\-]*(?: (?:van|von|de|der|den|da|do|dos|del|di|al|el|bin|ibn|le|la))?"
_NAMES = regex.compile(
    rf"{_NAME}(?: {_NAME}){{0,4}}(?:(?:,| and| und| et| y| e| и| та| và|;| in| for)"
    rf" {_NAME}(?: {_NAME}){{0,4}}){{0,4}}"
)


_CONTRIBUTED = regex.compile(
    r"\p{Lu}[^.!?:\n]{3,200}? contributed (?:to this (?:report|story|article|dispatch)|reporting)"
    r"[^.!?\n]{0,60}"
    r"|(?:Associated Press|AP|AFP|Reuters|Bloomberg) (?:\p{Ll}+ )?"
    r"(?:writers?|journalists?|reporters?) \p{Lu}[^.!?:\n]{3,160} contributed"
)
_SIGNED = regex.compile(r"[a-z]{2,4}(?:-[a-z]{2,4})*(?:/[a-z]{2,4}(?:-[a-z]{2,4})*){1,5}")
"""The initials of those who wrote and checked a story: ``ao-jl/bfi``."""
_NO_INITIALS = frozenset({"and/or", "he/she", "she/he", "him/her", "his/her"})


def is_credit(line: str) -> bool:
    """Whether the whole *line* credits sources or staff: ``(According to TASS, Reuters)``."""
    bare = line.strip().rstrip(".")
    if not bare or len(bare) > LONGEST_LINE:
        return False
    bracketed = _bracketed().fullmatch(bare)
    if bracketed:
        inner = bracketed["inner"].strip()
        return _only_agencies(inner) or _credits_someone(inner, bracketed=True)
    if "contributed" in bare and _CONTRIBUTED.fullmatch(bare):
        return True
    if "/" in bare and _SIGNED.fullmatch(bare) and bare not in _NO_INITIALS:
        return True
    if line.strip().endswith(".") and not bare.startswith("--"):
        return False
    return _only_agencies(bare) or _credits_someone(bare, bracketed=False)


def credit_tail(text: str) -> int | None:
    """Return where a credit in brackets, or an agency's name alone, ends a paragraph, or None."""
    at = tail(text, _closes)
    return at if at is None or text[:at].rstrip()[-1:] not in ":：" else None


def _closes(rest: str) -> bool:
    bare = rest.strip()
    return bare in agency_names() or (bare[:1] in "(（[" and is_credit(bare))


def photo_credit(text: str) -> int | None:
    """Return where the photo credit at the end of a caption starts, None for no caption.

    0 means that *text* is a caption by its first words (``FILE PHOTO:``) or a credit alone.
    """
    if len(text) > 2000:
        return None
    bare = text.rstrip()
    if _caption_lead().match(bare):
        return 0
    end = bare[-_CREDIT:]
    if _CREDIT_MARKS.isdisjoint(end) and not any(word in end for word in _CREDIT_WORDS):
        return None  # what is sought has one of them, and few paragraphs have
    match = _caption_end().search(bare, max(0, len(bare) - _CREDIT))
    return match.start("credit") if match else None


@lru_cache(maxsize=1)
def labelled_caption() -> regex.Pattern[str]:
    """Return the pattern of a caption by its first word: ``Photo: …``."""
    words = "|".join(furniture()["captions"]["words"])
    return regex.compile(rf"(?!\p{{Ll}})(?i:{words})\s*[:：՝](?=\s*\w)")


def is_byline(line: str) -> bool:
    """Whether *line* is ``By`` and names, in any language; not a bare name."""
    bare = line.strip()
    match = _byline().match(bare)
    return bool(match and len(bare) <= 90 and _NAMES.fullmatch(bare, match.end()))


def without_by(text: str) -> str:
    """Return *text* less the word at its end that names an author: ``Posted on May 3 by``."""
    last = text.split()[-1:]
    known = last and last[0].casefold() in furniture()["bylines"]["words"]
    return text.rstrip()[: -len(last[0])] if known else text


def is_bare_name(line: str) -> bool:
    """Whether *line* is two to four capitalised words and nothing else."""
    bare = line.strip()
    return (
        len(bare) <= 40
        and 2 <= len(bare.split()) <= 4
        and bool(
            regex.fullmatch(
                r"\p{Lu}[\p{Ll}\p{M}'’\-]+(?:\p{Lu}\p{Ll}+)?(?: \p{Lu}[\p{L}\p{M}'’\-]*\.?)+", bare
            )
        )
    )


def agencies_in(text: str) -> tuple[str, ...]:
    """Return the agencies that *text* names, in order."""
    return tuple(m[0] for m in _agency().finditer(text))


@lru_cache(maxsize=1)
def _agency() -> regex.Pattern[str]:
    names = agency_names()
    spaced = sorted((n for n in names if not regex.match(r"[\p{Han}\p{Katakana}]", n)), key=len)
    packed = sorted((n for n in names if n not in spaced), key=len)
    return regex.compile(
        r"(?<!\p{L})(?:\L<spaced>)(?!\p{L})|\L<packed>", spaced=spaced[::-1], packed=packed[::-1]
    )


def _only_agencies(text: str) -> bool:
    found = _agency().sub("", text)
    return found != text and not regex.sub(
        r"(?:and|und|et|y|e|и|та|і|և|و|và|with|with agencies)\b|[\s,;/&、，·.\-]", "", found
    )


@lru_cache(maxsize=1)
def _bracketed() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?:{_NAME}(?: {_NAME}){{0,4}}\s*[-–—,]?\s*)?"
        r"[(（\[](?P<inner>[^()（）\[\]]{1,220})[)）\]]"
    )


@lru_cache(maxsize=1)
def _credit_words() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    words = furniture()["credits"]["words"]
    strong = "|".join(w[1:] for w in words if w.startswith("!"))
    weak = "|".join(w.removeprefix("!") for w in words)
    return (
        regex.compile(rf"(?:{strong})\s*:?\s+(?=[\p{{Lu}}\p{{Lo}}])", regex.IGNORECASE),
        regex.compile(
            rf"(?:{weak})(?P<colon>\s*[:：՝])?(?!\p{{Latin}}|\p{{Cyrillic}})\s*", regex.IGNORECASE
        ),
    )


def _credits_someone(text: str, *, bracketed: bool) -> bool:
    strong, weak = _credit_words()
    match = strong.match(text)
    named = text[match.end()] if match else ""
    if named.isupper():
        return bracketed or not regex.search(r"[.!?]\s", text)
    if bracketed and named.isalpha() and not named.islower():  # a script without capitals
        return True
    match = weak.match(text)
    if match is None:
        return False
    rest = text[match.end() :]
    if bracketed:
        return (
            bool(_agency().search(rest)) or not rest or (bool(match["colon"]) and len(rest) <= 60)
        )
    return len(rest) <= 100 and (
        _only_agencies(rest) or (bool(match["colon"]) and bool(_agency().search(rest)))
    )


@lru_cache(maxsize=1)
def _caption_lead() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:FILE PHOTO|FILE|HANDOUT PHOTO|PHOTO FILE|АРХИВНОЕ ФОТО|АРХІВНЕ ФОТО)\s*[:\-–—]"
        r"|资料图(?:片)?[:：]|图为|資料写真"
        r"|(?:Ảnh minh họa|Symbolbild|Archivbild|Archivfoto|Photo d['’]illustration"
        r"|Foto de archivo|Foto de arquivo|Illustration|File photo)"
        r"\s*(?:$|[:.(])"
    )


@lru_cache(maxsize=1)
def _caption_end() -> regex.Pattern[str]:
    words = "|".join(furniture()["captions"]["words"])
    name = r"(?:\p{Lu}|\p{Han}|\p{Hiragana}|\p{Katakana}|\p{Arabic}|\p{Armenian}|©)"
    part = rf"(?:{name}[\p{{L}}\p{{M}}\p{{N}}'’.\-]*|via|of|for|by|de|von|của|dpa|and|cung cấp)"
    holder = rf"{part}(?:[ /,、·\-|]+{part}){{0,6}}"
    pool = r"(?:AP Photo|AFP PHOTO|REUTERS|EPA(?:-EFE)?|Getty(?: Images)?|Shutterstock|Handout"
    pool += r"|\L<agencies>)"
    return regex.compile(
        rf"(?:(?<=^|[.!?…。！？»”\"'’)]\s*)|(?<=[|–—\-]\s))"
        rf"(?P<credit>(?:(?=\p{{Lu}}|\p{{Han}}|\p{{Arabic}}|[\p{{Hiragana}}\p{{Katakana}}])(?i:{words})"
        rf"\s*[:：/՝]\s*{holder}|©\s*{holder}|{pool}\s?/\s?{holder})\.?)$"
        rf"|(?P<credit>[(（\[]\s*(?:(?i:{words})\s*(?:[:：/՝]|by)?\s*{holder}|{pool}\s?/\s?{holder}|©\s*{holder})"
        rf"\s*[)）\]]\.?)$"
        rf"|(?P<credit>[（(][^（()）]{{0,24}}(?:摄|攝|供图|资料图|资料照片|撮影|写真)[)）])$"
        rf"|(?P<credit>新华社记者\s*\S{{2,8}}\s*摄)$"
        rf"|(?P<credit>\b(?:in|on) (?:this|an?) (?:undated )?(?:file|handout|archive) "
        rf"(?:photo|picture|image)\b[^.]{{0,60}}\.?)$",
        agencies=agency_names(),
    )


@lru_cache(maxsize=1)
def _byline() -> regex.Pattern[str]:
    words = "|".join(
        map(regex.escape, sorted(furniture()["bylines"]["words"], key=len, reverse=True))
    )
    return regex.compile(rf"(?i:{words})\s+")
