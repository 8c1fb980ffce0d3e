"""Datelines: ``MOSCOW, March 13. /TASS/.``, ``BERLIN (Reuters) -``, ``新华社北京3月13日电``.

A dateline opens the first paragraph; it states where and when the story was filed and by whom.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from transdiff.language.credits import agencies_in
from transdiff.language.furniture import agency_names, furniture
from transdiff.model import Dateline

_LONGEST = 160

_WORD = r"\p{Lu}[\p{L}\p{M}'’.\-]*"
_PLACE = (
    rf"{_WORD}(?:(?:[ /]|, ){_WORD}"
    r"|[ ](?:de|da|do|la|las|los|del|el|al|am|an|der|sur|and|of|и|та)(?=[ ])){0,5}"
    r"|[\p{Arabic}]+(?:[ \-][\p{Arabic}]+){0,3}"
)
_DASH = r"(?:\.?\s?[-–—―_]{1,2}|:)\s*"  # teleprinters have "_" for a dash
_SOURCE = regex.compile(
    r"\s+(?:来源|來源|出典|source|nguồn|источник|джерело|quelle|fuente|fonte)\s*[:：]\s*\S[^\d.!?。]{0,30}$",
    regex.IGNORECASE,
)
"""What some sites set after the date: ``2025-05-03 18:15:30 来源：新华网``."""
_HAN_DAY = r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日"


@dataclass(frozen=True, slots=True)
class Found:
    """A dateline and where it ends in the paragraph, white space included."""

    end: int
    dateline: Dateline


def find_dateline(text: str) -> Found | None:
    """Return the dateline that opens the paragraph *text*, None where there is none."""
    head = text[:_LONGEST]
    for pattern in _patterns():
        match = pattern.match(head)
        if match and match.end() < len(text) and _dated(match):
            return Found(match.end(), _read(match))
    return None


def find_stamp(line: str) -> Dateline | None:
    """Return the date of a line that is a date or time stamp and nothing else."""
    line = _SOURCE.sub("", line)
    if len(line) > 90 or not any(c.isdigit() for c in line) or line.rstrip()[-1:] in ".!?":
        return None
    match = next(filter(_dated, _date().finditer(line)), None) or _han_date().search(line)
    if match is None:
        return None
    found = _read(match)
    rest = line[: match.start()] + " " + line[match.end() :]
    for agency in agencies_in(rest):
        rest = rest.replace(agency, " ")
    words = regex.findall(r"[\p{L}.'\-]*\p{L}[\p{L}.'\-]*", rest.casefold())
    known = _stamp_words()
    return found if all(w in known or w.strip(".'-") in known for w in words) else None


def _dated(match: regex.Match[str]) -> bool:
    """Whether the word that stands for a month is one."""
    return all(name.casefold() in _months() for name in match.capturesdict().get("name", ()))


@lru_cache(maxsize=1)
def _stamp_words() -> frozenset[str]:
    return frozenset(furniture()["stamps"]["words"])


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {name: int(n) for n, names in furniture()["months"].items() for name in names}


@lru_cache(maxsize=1)
def _date_source() -> str:
    # Any word stands for a month here, for a list of all of them compiles slowly; see _dated.
    month = r"(?P<name>\p{L}{2,12}+(?: (?:الثاني|الأول))?+)\.?"
    year = r"(?:,?\s+(?:de\s+|năm\s+)?(?P<year>(?:19|20)\d\d)(?:\s*(?:г\.?|года|р\.?|року|թ\.?))?)?"
    return (
        rf"(?:(?P<day>\d{{1,2}})(?:\.|º|er|-?ին)?\s+(?:de\s+)?{month}{year}"
        rf"|{month}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){year}"
        rf"|(?:ngày\s+)?(?P<day>\d{{1,2}})\s*(?:/|-|\.|\s+tháng\s+)\s*(?P<month>\d{{1,2}})"
        rf"(?:(?:/|-|\.|\s+năm\s+)(?P<year>(?:19|20)\d\d))?(?!\d)"
        rf"|(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d))"
    )


@lru_cache(maxsize=1)
def _date() -> regex.Pattern[str]:
    return regex.compile(_date_source())


@lru_cache(maxsize=1)
def _han_date() -> regex.Pattern[str]:
    return regex.compile(_HAN_DAY)


@lru_cache(maxsize=1)
def _patterns() -> tuple[regex.Pattern[str], ...]:
    tables = furniture()
    lists = {
        "agencies": agency_names(),
        "packed": [n for n in agency_names() if ord(n[0]) > 0x2E7F],
        "sites": tables["site-marks"],
    }
    agency = r"(?P<agency>\L<agencies>)(?!\p{L})"
    packed = r"(?P<agency>\L<packed>)"
    date = _date_source()
    place = rf"(?P<place>{_PLACE})"
    country = r"(?:\s[(（]\p{Lu}[\p{L}\p{M} '’\-]{2,30}[)）])?"  # Alta (Norvège), 3 mai
    where = rf"(?:{place}{country}(?:[,.]?\s+{date})?|{date})[.,]?"
    signed = rf"(?:{agency}(?:[/ ][\p{{L}} ./\-]{{1,30}})?)"
    caps = r"(?P<place>(?=[\p{Lu}\p{M} /,.'’\-]{4,40}\s[-–—])\p{Lu}{2}[\p{Lu}\p{M} /,.'’\-]*?)"
    sources = (
        # MOSCOW, March 13. /TASS/.   КИЇВ. /Укрінформ/.
        rf"{where}\s*/\s*(?P<agency>[^/\n]{{2,40}}?)\s*/[.։]?(?:\s?[-–—])?\s*",
        # (ANSA) - ROMA, 13 MAR -
        rf"[(（]\s*{signed}\s*[)）]\s*{_DASH}{place}[,.]?\s+{date}\s*[-–—]{{1,2}}\s+",
        # MOSCOW, March 13 (Reuters) -   San Isidro, 18 feb (EFE).-   Manila (TTXVN 18/6) -
        rf"(?:{where}\s*)?[-–—]?\s*[(（]\s*{signed}(?:[,.]?\s+{date})?\s*[)）](?:\s*{_DASH}|[.։]\s+)",
        # Hà Nội (TTXVN 18/6) Sáng nay …
        rf"{place}\s*[(（]\s*{signed}[,.]?\s+{date}\s*[)）]\s+(?=\p{{Lu}})",
        # Paris, 13 mars 2024 (Agence X) -
        rf"{place}{country}[,.]?\s+{date}[.,]?\s*[(（](?P<agency>[^()（）\n]{{2,40}})[)）]\s*{_DASH}",
        # ALTA, Norway (FNA) --
        rf"(?P<place>(?=\p{{Lu}}{{3}}){_PLACE})\s[(](?P<agency>\p{{Lu}}{{2,6}})[)]\s*[-–—]{{1,2}}\s+(?=[\p{{Lu}}\"“«„'‘])",
        # Москва. 13 марта. INTERFAX.RU -   КИЕВ, 13 мар - РИА Новости.
        rf"(?:{place}(?:[,.]?\s+{date})?|{date})(?:[.,]\s*[-–—]?|\s*[-–—])\s*{agency}\s*(?:[.։:]\s*(?:[-–—]\s*)?|[-–—]+\s*)",
        # GENEVA, March 4 -   HÀ NỘI, 9/1 –
        rf"{place}[,.]?\s+{date}\s*[-–—]{{1,2}}\s+(?=[\p{{Lu}}\"“«„'‘\d\p{{Arabic}}])",
        # ЗАРЕЧЕНСК, 3 июня. Четыре …
        rf"{place}{country}[,.]\s+{date}\.\s+(?=[\"“«„'‘]?\p{{Lu}}|\d)",
        # GENEVA - A vaccine …
        rf"{caps}\s[-–—]{{1,2}}\s(?=[\"“«„'‘]?\p{{Lu}})",
        # VOV.VN - Chiều nay …
        r"[(（]?(?P<agency>\L<sites>)[)）]?\s*[-–—]\s*",
        # 新华社北京3月13日电（记者…）   路透万象6月3日 -
        rf"[(（【]?(?:据)?{packed}[/／]?(?P<place>\p{{Han}}{{0,12}}?)\s*(?:{_HAN_DAY})?"
        rf"(?:(?:专)?(?:电|電|讯|訊|消息)(?:\s*[（(][^（()）]{{2,30}}[)）])?|\s*[-–—:：]{{1,2}}|[)）】])\s*",
        # 【モスクワ共同】   [モスクワ 13日 ロイター] -   （ロイター）
        rf"[【\[［(（](?P<place>[\p{{Han}}\p{{Katakana}}ー・]{{0,20}}?)\s*(?:{_HAN_DAY})?\s*[=＝]?\s*{packed}"
        rf"[^】\]］)）\n]{{0,20}}[】\]］)）]\s*(?:[-－―—]\s*)?",
        r"【(?P<place>[\p{Han}\p{Katakana}ー・]{1,20})[=＝][^】\n]{1,20}】\s*",
    )
    return tuple(
        regex.compile(source, **{k: v for k, v in lists.items() if rf"\L<{k}>" in source})
        for source in sources
    )


def _read(match: regex.Match[str]) -> Dateline:
    groups = match.capturesdict()

    def first(name: str) -> str:
        return next((value for value in groups.get(name, ()) if value), "")

    name = first("name").casefold()
    month = _months().get(name) if name else int(first("month") or 0) or None
    day, year = int(first("day") or 0), int(first("year") or 0)
    if month is None or not (1 <= month <= 12 and 1 <= day <= 31):
        month = day = 0
    agency = first("agency").strip()
    known = agencies_in(agency)
    return Dateline(
        place=first("place").strip(" ,."),
        agency=known[0] if known else agency,
        month=month or None,
        day=day or None,
        year=year or None,
    )
