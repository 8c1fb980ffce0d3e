"""What a wire puts around a story while it develops: takes, updates, corrections, notes to editors.

``UPDATE 2-Storm shuts port``, ``1st Ld-Writethru``, ``(Adds details, background)``, ``(MORE)``:
each says which version this is and nothing of what happened, so none of it is compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from transdiff.language.furniture import furniture

_LONGEST_NOTE = 400
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth)"
_LEAD = r"(?:lead|ld|writethru|write-?through|lead-writethru|ld-writethru|leadall)"
_TAKE = regex.compile(
    rf"[(\[]?\s*(?P<version>{_ORDINAL}[ -](?:and (?:final|last) )?(?:take|add|{_LEAD})"
    rf"(?:[ -]{_LEAD})*|take \d{{1,2}}(?: of \d{{1,2}})?|(?:first|last|final) (?:take|add))"
    r"(?: of (?:\d{1,2}|two|three|four))?\s*[)\]]?\.?",
    regex.IGNORECASE,
)
_ENVELOPE = regex.compile(
    r"ZCZC\b.{0,40}|NNNN"
    r"|[A-Z]{2,3}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}(?:[A-Z]{3})?"  # AP-WF-05-03-25 1015GMT
    r"|(?:[a-z] ){0,3}[A-Z]{2}-[-\w'’&/,.]{3,40}"
    rf"(?:,? (?P<version>(?i:{_ORDINAL} ?(?:{_LEAD}|add)(?:-\w+)*))"
    r"(?: \d\d-\d\d)?(?: \d{3,4})?|(?: \d\d-\d\d)? \d{3,4})"
    r"|[a-z]{3}\d{4} \d [a-z]{2} \d{1,4}\s+dpa \d{4}"  # bdt0301 3 pl 250  dpa 0456
)
_KEYWORDS = regex.compile(
    # AFP's Norlande-grève-transport,LEAD and dpa's Fähren/Streik/Norland/
    r"[\p{L}\d'’]+(?:-\p{Ll}[\p{L}\d'’]*){2,8}(?:, ?\p{Lu}[\p{Lu}\d ]{2,20})?"
    r"|[\p{L}\d'’]+(?:-[\p{L}\d'’]+){1,8}, ?\p{Lu}[\p{Lu}\d ]{2,20}"
    r"|(?:[\p{L}\d .'’-]{2,30}/){2,8}"
)
_EMBARGO = regex.compile(
    r"(?=\D*\d)[*\s]*(?:(?:strictly )?embargo(?:ed)?(?:\s*:|\s+(?:until|till))|under embargo until"
    r"|hold for release|not for (?:publication|release|broadcast) (?:before|until)|sperrfrist\b"
    r"|sous embargo jusqu|embargad[oa] (?:hasta|até)|эмбарго до|ембарго до)",
    regex.IGNORECASE,
)
_LONGEST_EMBARGO = 120
_SLUG_VERSION = regex.compile(
    r"\((?P<version>(?:TAKE|UPDATE|WRAPUP|CORRECTED|REFILE|RPT|REPEAT)\b[A-Z\d ]{0,20})[^()]*\)$"
)
_WITHDRAWAL = regex.compile(
    r"(?:(?:MANDATORY |BULLETIN |STORY )?KILL|WITHDRAWN|WITHDRAWAL|ANNULATION|ANULACIÓN)\b\s*[-–—:]"
    r"|ADVISORY\s*[-–—:].*\bwithdrawn\b"
)
_SHOWN = r"(?:photos?|videos?|pix|tv|graphics?|infographies?|fotos?|v[ií]deos?)"
_FOLLOWS = regex.compile(
    rf"\(\s*{_SHOWN}(?:\s?[+,/&]\s?{_SHOWN})*\s*\)|"  # what is sent with the story
    r"[(\[]\s*(?:more(?: to (?:come|follow))?|ends?|suite|fin|folgt|mehr|sigue|fim|segue|完|终|終"
    r"|продолжение следует|конец)\s*[)\]]|more to (?:come|follow)\.?"
    r"|\(?(?:more|ends|endit|end|xxx|suite|fin)\)?|-{1,2}\s?30\s?-{1,2}|#{3,4}|mfl",
    regex.IGNORECASE,
)
_ADDRESSEES = frozenset({"EDS", "EDITORS", "NOTE TO EDITORS"})
_MORE = frozenset({"more", "ends", "endit", "end", "xxx", "suite", "fin"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands before a headline or a paragraph: its length, and the version it states."""

    end: int
    version: str = ""


def headline_mark(line: str) -> Mark | None:
    """Return the wire marks that open a headline: ``UPDATE 2-``, ``CORRECTED-RPT-``."""
    at, versions = 0, []
    while match := _mark().match(line, at):
        at = match.end()
        if match["version"]:
            versions.append(" ".join(match["version"].split()))
    return Mark(at, " ".join(versions)) if 0 < at < len(line) else None


def editors_note(paragraph: str) -> Mark | None:
    """Return the note to editors that opens *paragraph*, or is all of it: ``(Adds details)``."""
    match = _note().match(paragraph[:_LONGEST_NOTE])
    if match is None:
        return None
    word = match["word"].upper()
    return Mark(match.end(), "" if word in _ADDRESSEES else word)


def take(line: str) -> str:
    """Return the take that *line* is nothing but the number of: ``2nd take``, or nothing."""
    match = _TAKE.fullmatch(line.strip())
    return " ".join(match["version"].split()) if match else ""


def envelope(line: str) -> Mark | None:
    """Return what a line of a raw wire says that only carries the story: ``ZCZC``, its slug.

    ``u i BC-NORWAY-FERRIES 3rdLd-Writethru 05-03 0250`` says which version it is.
    """
    match = _ENVELOPE.fullmatch(line.strip())
    return Mark(len(line), match["version"] or "") if match else None


def heading(line: str) -> Mark | None:
    """Return what a line above the headline says: an embargo, ``URGENT``, an agency's slug."""
    bare = line.strip()
    if embargo(bare) or _KEYWORDS.fullmatch(bare):
        return Mark(len(line))
    match = _lone().fullmatch(bare)
    if match:
        return Mark(len(line), match["version"] or "")
    mark = headline_mark(f"{bare} X")
    return Mark(len(line), mark.version) if mark and mark.end >= len(bare) else None


def embargo(line: str) -> bool:
    """Whether *line* says until when the story must not appear: ``EMBARGOED UNTIL 0600 GMT``."""
    return len(line) <= _LONGEST_EMBARGO and bool(_EMBARGO.match(line))


def slug_version(line: str) -> str:
    """Return the version that a slug ends with: ``NORLAND-FERRIES/ (TAKE 1 OF 2)``, or nothing."""
    match = _SLUG_VERSION.search(line)
    return match["version"] if match else ""


def ends_story(line: str) -> bool:
    """Whether nothing from *line* on is a part of the story: whom to ask, what is not for print."""
    return bool(_ends().match(line))


def headline_tail(line: str) -> Mark | None:
    """Return the wire mark that ends a headline, its length from the end: ``(SYNTHESE)``."""
    match = _tail().search(line)
    if match is None or match.start() == 0:
        return None
    return Mark(len(line) - match.start(), match["version"] or "")


def is_withdrawal(headline: str) -> bool:
    """Whether a headline says that the story is withdrawn: ``KILL-``, ``ADVISORY-… withdrawn``."""
    return bool(_WITHDRAWAL.match(headline))


def goes_on(line: str) -> bool:
    """Whether *line* only says that the story goes on or ends: ``(MORE)``, ``-30-``."""
    bare = line.strip()
    if bare.casefold() in _MORE and bare.islower() and bare != "xxx":
        return False
    return bool(_FOLLOWS.fullmatch(bare))


@lru_cache(maxsize=1)
def _mark() -> regex.Pattern[str]:
    tables = furniture()
    return regex.compile(
        r"(?:(?P<version>\L<versions>(?:[ -]\d{1,2}|\s*№\s*\d{1,2})?)|\L<kinds>(?: \d{1,2})?)"
        r"\s*(?:[-–—:|/]|\.\s)\s*"
        rf"|[(\[]\s*(?P<version>(?i:\L<versions>|{_ORDINAL}[ -]?{_LEAD}|{_LEAD})(?: \d{{1,4}})?)"
        r"(?:\s+[-–—][^()\[\]\n]{1,80}+)?\s*[)\]]\s*",
        versions=sorted(tables["version-marks"], key=len, reverse=True),
        kinds=sorted(tables["wire-marks"], key=len, reverse=True),
    )


@lru_cache(maxsize=1)
def _lone() -> regex.Pattern[str]:
    tables = furniture()
    return regex.compile(
        r"[*\s]*(?:(?P<version>\L<versions>(?:[ -]\d{1,2})?)|\L<kinds>)[*\s:]*",
        versions=tables["version-marks"],
        kinds=tables["wire-marks"],
    )


@lru_cache(maxsize=1)
def _tail() -> regex.Pattern[str]:
    tables = furniture()
    return regex.compile(
        r"\s*[(（](?:(?P<version>\d|\L<versions>(?:[ -]\d{1,2})?)"
        r"|(?:\L<kinds>)(?: [^()]{1,30})?)[)）]$",
        versions=tables["version-marks"],
        kinds=[*tables["wire-marks"], *tables["headline-ends"]],
    )


@lru_cache(maxsize=1)
def _ends() -> regex.Pattern[str]:
    return regex.compile(rf"(?:#+\s*)?(?i:{'|'.join(furniture()['story-ends'])})")


@lru_cache(maxsize=1)
def _note() -> regex.Pattern[str]:
    words = sorted(furniture()["editors-notes"], key=len, reverse=True)
    spaced = [word for word in words if not regex.match(r"[\p{Han}\p{Hiragana}]", word)]
    packed = [word for word in words if word not in spaced]
    capitals = ["CORRECTS", "UPDATES", "ADDS", "RECASTS", "CLARIFIES", "EDS", "Eds", "REMOVES"]
    return regex.compile(
        r"[(（\[]\s*(?:(?P<word>(?i:\L<spaced>))(?!\p{L})|(?P<word>\L<packed>))"
        r"(?:[^()（）\[\]]|[(（][^()（）]*+[)）])*+[)）\]]\s*"
        r"|(?:(?:EDS|Eds):\s+)?(?P<word>\L<capitals>):\s[^\n]++"
        r"|[*＊]\s?[^。\n]{1,20}を(?P<word>追加|修正|更新|訂正|差し替え)"  # *内容を追加します。
        r"(?:します|しました|して再送します|し再送します)[。.]?",
        spaced=spaced,
        packed=packed,
        capitals=capitals,
    )
