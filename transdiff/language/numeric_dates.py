"""Read dates written in numbers only: ``13.03.2024``, ``13/3/2024``, ``2024-03-13``."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from transdiff.facts import WordKind
from transdiff.language.phrases import Piece

_NUMERIC = regex.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4}|[0-9]{2})?")
Fields = dict[str, int]


def numeric_date(pieces: Sequence[Piece], at: int, month_first: bool) -> tuple[Fields, int] | None:
    """Return the parts of the date that begins at piece *at*, and where it ends.

    With the year last, *month_first* says that a pair such as 9/1 may be American: then neither
    month nor day is known.
    """
    if pieces[at].kind is not WordKind.NUMBER:
        return None
    dotted = _NUMERIC.fullmatch(pieces[at].fold)
    if dotted and dotted[3]:
        return _checked(month_first, int(dotted[1]), int(dotted[2]), int(dotted[3]), at + 1)
    if at + 4 >= len(pieces) or pieces[at + 1].fold not in "/-" or pieces[at + 3].fold not in "/-":
        return None
    parts = [pieces[at + k].fold for k in (0, 2, 4)]
    if (
        not all(p.isascii() and p.isdigit() for p in parts)
        or pieces[at + 4].end - pieces[at].start > 10
    ):
        return None
    a, b, c = map(int, parts)
    if len(parts[0]) == 4:
        return _checked(False, c, b, a, at + 5)
    if len(parts[2]) != 4:
        return None
    day, month = (b, a) if b > 12 else (a, b)
    return _checked(month_first, day, month, c, at + 5)


def _checked(
    month_first: bool, day: int, month: int, year: int, end: int
) -> tuple[Fields, int] | None:
    year += 2000 if year < 100 else 0
    if 1 <= day <= 31 and 1 <= month <= 12:
        if month_first and day <= 12 and day != month:
            return {"year": year}, end  # American or British: either may be the day
        return {"day": day, "month": month, "year": year}, end
    return None
