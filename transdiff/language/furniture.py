"""What surrounds a story on a page: residue, credits, captions, bylines, slugs.

Every function judges one line or paragraph by its words alone (``furniture.toml``, all languages at
once); where it stands in the text is the reader's business. A sentence of a story must never pass
for furniture, so a line has to match as a whole and certain words only count beside an agency.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

import regex

_LONGEST_LINE = 240
_CREDIT = 120
"""Characters at the end of a paragraph where a photo credit is sought."""
_CREDIT_MARKS = frozenset(":：/՝©(（[")
_CREDIT_WORDS = ("新华社记者", "photo", "picture", "image")
"""What a photo credit has one of: these words, or one of the marks."""
_EDGE = " \t\n\u00a0-–—•·|>»›→▶▸►+:：…()（）[]【】<«‹←#*_"
_CELLS = regex.compile(r"\s*[|•·>»›→]\s*|\s*,\s+|\s+/\s+|\s{2,}|\s+[-–—]\s+")
_COUNT = regex.compile(r"^\(?\d[\d.,]*[KkMm]?\)?\s+|\s*[(（\[]?\d[\d.,]*[KkMm]?[)）\]]?$")
_URL_LINE = regex.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\p{L}{2,}")
_CONTACT = regex.compile(r"\(\((?=[^()]*(?:\S@\S|\+\d))[^()]*+\)\)")  # ((name@agency.org; +47 …))
_RULER = regex.compile(r"[_*=~•·–—-](?:\s*[_*=~•·–—-]){2,}")  # ___  * * *
_LABEL = regex.compile(r"([^:：՝]{1,32})[:：՝]")
_HASHTAGS = regex.compile(r"(?:[#@][\p{L}\p{N}_]+[\s,]*)+")
_VIEWS = regex.compile(
    r"\d[\d.,]*\s*[KkMm]?\s*(?:views?|shares?|reads?|lượt (?:xem|đọc|thích)|просмотр\p{L}*"
    r"|перегляд\p{L}*|aufrufe|vues|visitas|visualizações|次(?:阅读|浏览)|阅读|回閲覧|مشاهدة|դիտում)"
    r"|\d+[- ]min(?:ute)?s?(?:[- ]read| de lecture| lesezeit)"
    r"|(?:lesezeit|temps de lecture)\s*:?\s*\d+\s*min\p{L}*\.?",
    regex.IGNORECASE,
)
_COPYRIGHT = regex.compile(
    r"(?:copyright\s*)?(?:©|\(c\)|copyright \d{4}).*|.{0,60}\ball rights reserved\.?",
    regex.IGNORECASE,
)
_SLUG = regex.compile(
    r"(?:[A-Z]{1,3}\d{2,5}\s+)?[A-Z][A-Z\d]{1,}(?:[-/][A-Z\d]+){1,6}(?:/| \([A-Z ,\d]+\))?"
)
_NAME = r"\p{Lu}[\p{L}\p{M}'’.\-]*(?: (?:van|von|de|der|den|da|do|dos|del|di|al|el|bin|ibn|le|la))?"
_NAMES = regex.compile(
    rf"{_NAME}(?: {_NAME}){{0,4}}(?:(?:,| and| und| et| y| e| и| та| và|;| in| for)"
    rf" {_NAME}(?: {_NAME}){{0,4}}){{0,4}}"
)
_SENTENCE_END = regex.compile(
    r"[.!?…。！？։:][\"”»’)）\]]*\s+|[。！？][”」』）]*|[.!?…]?[”»)）]\s+|\s+[•|]\s+"
)
_SENTENCE = regex.compile(
    r"\S(?:[^.!?…。！？։\s]++|[.!?…։](?!\s++\p{Lu})|\s++(?=\S))*+[.!?…。！？։]?"
)


@lru_cache(maxsize=1)
def furniture() -> Mapping[str, Any]:
    """Return the tables of ``furniture.toml``."""
    file = resources.files("transdiff.language") / "furniture.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=64)  # a line is judged whole, then as the tail and as a sentence of itself
def is_residue(line: str) -> bool:
    """Whether the whole *line* is page furniture: a button, share bar, breadcrumb, tag list."""
    bare = line.strip()
    if not bare or len(bare) > _LONGEST_LINE:
        return False
    if any(p.fullmatch(bare) for p in (_URL_LINE, _HASHTAGS, _VIEWS, _COPYRIGHT, _CONTACT, _RULER)):
        return True
    return _is_bar(bare) or _is_breadcrumb(bare) or _is_labelled(bare) or _is_prompt(bare)


def residue_tail(text: str) -> int | None:
    """Return where residue glued to the end of a paragraph starts, None where there is none."""
    return _tail(text, lambda tail: all(is_residue(m[0]) for m in _SENTENCE.finditer(tail)))


def residue_inside(text: str) -> tuple[int, int] | None:
    """Return where the first run of sentences in a paragraph stands that are all residue.

    A caption by its first word (``Photo: …``) is residue here, with the buttons that follow it.
    """
    start = end = 0
    for sentence in _SENTENCE.finditer(text):
        if is_residue(sentence[0]) or _labelled_caption().match(sentence[0]):
            start = start if end else sentence.start()
            end = sentence.end()
        elif end:
            break
    return (start, end) if end else None


def is_credit(line: str) -> bool:
    """Whether the whole *line* credits sources or staff: ``(According to TASS, Reuters)``."""
    bare = line.strip().rstrip(".")
    if not bare or len(bare) > _LONGEST_LINE:
        return False
    bracketed = _bracketed().fullmatch(bare)
    if bracketed:
        inner = bracketed["inner"].strip()
        return _only_agencies(inner) or _credits_someone(inner, bracketed=True)
    if line.strip().endswith("."):
        return False
    return _only_agencies(bare) or _credits_someone(bare, bracketed=False)


def credit_tail(text: str) -> int | None:
    """Return where a credit in brackets at the end of a paragraph starts, None for none."""
    return _tail(text, lambda tail: tail.strip()[:1] in "(（[" and is_credit(tail))


def photo_credit(text: str) -> int | None:
    """Return where the photo credit at the end of a caption starts, None for no caption.

    0 means that *text* is a caption by its first words (``FILE PHOTO:``) or a credit alone.
    """
    if len(text) > 2000:
        return None
    bare = text.rstrip()
    if _caption_lead().match(bare):
        return 0
    tail = bare[-_CREDIT:]
    if _CREDIT_MARKS.isdisjoint(tail) and not any(word in tail for word in _CREDIT_WORDS):
        return None  # what is sought has one of them, and few paragraphs have
    match = _caption_end().search(bare, max(0, len(bare) - _CREDIT))
    return match.start("credit") if match else None


def is_byline(line: str) -> bool:
    """Whether *line* is ``By`` and names, in any language; not a bare name."""
    bare = line.strip()
    match = _byline().match(bare)
    return bool(match and len(bare) <= 90 and _NAMES.fullmatch(bare, match.end()))


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


def is_slug(line: str) -> bool:
    """Whether *line* is a wire slug: ``ARMENIA-RUSSIA/CSTO``."""
    return bool(_SLUG.fullmatch(line.strip()))


@lru_cache(maxsize=1)
def agency_names() -> tuple[str, ...]:
    """Return the agencies as they sign, each also in capitals: ``ИНТЕРФАКС``."""
    names = furniture()["agencies"]
    return tuple(dict.fromkeys((*names, *(name.upper() for name in names))))


def agencies_in(text: str) -> tuple[str, ...]:
    """Return the agencies that *text* names, in order."""
    return tuple(m[0] for m in _agency().finditer(text))


def _tail(text: str, accepts: Any) -> int | None:
    window = max(0, len(text) - _LONGEST_LINE)
    for match in _SENTENCE_END.finditer(text, window):
        if 0 < match.end() < len(text) and accepts(text[match.end() :]):
            return match.end()
    return None


def _cell(text: str) -> str:
    return _fold(_COUNT.sub("", text.strip(_EDGE)))


def _fold(text: str) -> str:
    return " ".join(text.strip(_EDGE).replace("’", "'").casefold().split())


@lru_cache(maxsize=1)
def _buttons() -> frozenset[str]:
    return frozenset(_fold(line) for lines in furniture()["lines"].values() for line in lines)


@lru_cache(maxsize=1)
def _platforms() -> frozenset[str]:
    return frozenset(_fold(name) for name in furniture()["platforms"]["names"])


@lru_cache(maxsize=1)
def _labels() -> frozenset[str]:
    return frozenset(_fold(label) for group in furniture()["labels"].values() for label in group)


def _is_bar(line: str) -> bool:
    """Whether *line* is a row of buttons: what ends with a full stop, as most lines do, is none."""
    if line[-1] in ".。":
        return False
    cells = [c for c in (_cell(c) for c in _CELLS.split(line)) if c]
    return bool(cells) and all(_is_button(c) for c in cells)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return _buttons() | _platforms()


def _is_button(cell: str) -> bool:
    known = _names()
    if cell in known:
        return True
    rest = cell.split()
    while rest:  # Share Tweet Copy link
        size = next((n for n in range(len(rest), 0, -1) if " ".join(rest[:n]) in known), 0)
        if not size:
            return False
        rest = rest[size:]
    return True


def _is_breadcrumb(line: str) -> bool:
    if "«" in line or line[-1] in ".!?。" or len(line) > 120:
        return False
    cells = regex.split(r"\s+[>›→»]\s+", line)
    if len(cells) == 1:
        cells = regex.split(r"\s*[/|]\s*", line)
        if len(cells) > 1 and _fold(cells[0]) not in _buttons():
            return False
    return 2 <= len(cells) <= 7 and all(
        0 < len(c) <= 32 and len(c.split()) <= 4 and not regex.search(r"[.!?,;]", c)
        for c in cells[:-1]
    )


def _is_labelled(line: str) -> bool:
    match = _LABEL.match(line)
    if match is None:
        return False
    label = _fold(match[1])
    return label in _labels() or (
        label in _buttons() and bool(_URL_LINE.fullmatch(line[match.end() :].strip()))
    )


def _is_prompt(line: str) -> bool:
    return len(line) <= 200 and bool(_prompt().fullmatch(line.strip(_EDGE)))


@lru_cache(maxsize=1)
def _prompt() -> regex.Pattern[str]:
    names = sorted(furniture()["platforms"]["names"], key=len, reverse=True)
    platform = "(?:" + "|".join(map(regex.escape, names)) + ")"
    found = [p for group in furniture()["prompts"].values() for p in group]
    return regex.compile("|".join(found).replace("{platform}", platform), regex.IGNORECASE)


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
        r"[(（\[](?P<inner>[^()（）\[\]]{2,220})[)）\]]"
    )


@lru_cache(maxsize=1)
def _credit_words() -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    words = furniture()["credits"]["words"]
    strong = "|".join(w[1:] for w in words if w.startswith("!"))
    weak = "|".join(w.removeprefix("!") for w in words)
    return (
        regex.compile(rf"(?:{strong})\s*:?\s+(?=\p{{Lu}})", regex.IGNORECASE),
        regex.compile(
            rf"(?:{weak})(?P<colon>\s*[:：՝])?(?!\p{{Latin}}|\p{{Cyrillic}})\s*", regex.IGNORECASE
        ),
    )


def _credits_someone(text: str, *, bracketed: bool) -> bool:
    strong, weak = _credit_words()
    match = strong.match(text)
    if match and text[match.end() : match.end() + 1].isupper():
        return bracketed or not regex.search(r"[.!?]\s", text)
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
def _labelled_caption() -> regex.Pattern[str]:
    words = "|".join(furniture()["captions"]["words"])
    return regex.compile(rf"(?!\p{{Ll}})(?i:{words})\s*[:：՝](?=\s*\w)")


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
