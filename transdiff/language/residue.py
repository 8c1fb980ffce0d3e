"""Residue: buttons, share bars, breadcrumbs, prompts and slugs that a page leaves in a story."""

from __future__ import annotations

from functools import lru_cache

import regex

from transdiff.language.credits import labelled_caption
from transdiff.language.furniture import LONGEST_LINE, furniture, tail

_EDGE = " \t\n\u00a0-–—•·|>»›→▶▸►+:：…()（）[]【】<«‹←#*_"
_CELLS = regex.compile(r"\s*[|•·>»›→]\s*|\s*,\s+|\s+/\s+|\s{2,}|\s+[-–—]\s+")
_COUNT = regex.compile(r"^\(?\d[\d.,]*[KkMm]?\)?\s+|\s*[(（\[]?\d[\d.,]*[KkMm]?[)）\]]?$")
_URL_LINE = regex.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\p{L}{2,}")
_CONTACT = regex.compile(r"\(\((?=[^()]*(?:\S@\S|\+\d))[^()]*+\)\)")  # ((name@agency.org; +47 …))
_RULER = regex.compile(r"[_*=~•·–—-](?:\s*[_*=~•·–—-]){2,}")  # ___  * * *
_CAPITAL = regex.compile(r"(?<=\p{Ll})\s+(?=\p{Lu})")
_ROW = 14
"""Words that a row of two prompts has at most."""
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
    r"(?:[A-Z]{1,3}\d{2,5}\s+)?[A-Z][A-Z\d]{1,}(?:[-/][A-Z\d]+){1,6}/?(?: \([A-Z ,\d]+\))?"
)
_SENTENCE = regex.compile(
    r"\S(?:[^.!?…。！？։\s]++|[.!?…։](?!\s++\p{Lu})|\s++(?=\S))*+[.!?…。！？։]?"
)


@lru_cache(maxsize=64)  # a line is judged whole, then as the tail and as a sentence of itself
def is_residue(line: str) -> bool:
    """Whether the whole *line* is page furniture: a button, share bar, breadcrumb, tag list."""
    bare = line.strip()
    if not bare or len(bare) > LONGEST_LINE:
        return False
    if any(p.fullmatch(bare) for p in (_URL_LINE, _HASHTAGS, _VIEWS, _COPYRIGHT, _CONTACT, _RULER)):
        return True
    if _is_bar(bare) or _is_breadcrumb(bare) or _is_labelled(bare) or _is_prompt(bare):
        return True
    return _is_row(bare)


def residue_tail(text: str) -> int | None:
    """Return where residue glued to the end of a paragraph starts, None where there is none."""
    return tail(text, lambda rest: all(is_residue(m[0]) for m in _SENTENCE.finditer(rest)))


def residue_inside(text: str) -> tuple[int, int] | None:
    """Return where the first run of sentences in a paragraph stands that are all residue.

    A caption by its first word (``Photo: …``) is residue here, with the buttons that follow it.
    """
    start = end = 0
    for sentence in _SENTENCE.finditer(text):
        if is_residue(sentence[0]) or labelled_caption().match(sentence[0]):
            start = start if end else sentence.start()
            end = sentence.end()
        elif end:
            break
    return (start, end) if end else None


def is_slug(line: str) -> bool:
    """Whether *line* is a wire slug: ``ARMENIA-RUSSIA/CSTO``."""
    return bool(_SLUG.fullmatch(line.strip()))


def _is_bar(line: str) -> bool:
    """Whether *line* is a row of buttons: what ends with a full stop, as most lines do, is none."""
    if line[-1] in ".。":
        return False
    cells = [c for c in (_cell(c) for c in _CELLS.split(line)) if c]
    return bool(cells) and all(_is_button(c) for c in cells)


def _is_row(line: str) -> bool:
    """Whether a line is a button and a prompt in a row: *Share this story Follow us for updates*.

    The second begins with a capital; neither has anything that ends a sentence.
    """
    if len(line.split()) > _ROW:
        return False
    return any(
        (_is_bar(line[: m.start()]) or _is_prompt(line[: m.start()]))
        and (_is_bar(line[m.end() :]) or _is_prompt(line[m.end() :]))
        for m in _CAPITAL.finditer(line)
    )


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


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return _buttons() | _platforms()


@lru_cache(maxsize=1)
def _prompt() -> regex.Pattern[str]:
    names = sorted(furniture()["platforms"]["names"], key=len, reverse=True)
    platform = "(?:" + "|".join(map(regex.escape, names)) + ")"
    found = [p for group in furniture()["prompts"].values() for p in group]
    return regex.compile("|".join(found).replace("{platform}", platform), regex.IGNORECASE)
