"""Read a number written in digits, with the separators of any locale."""

from __future__ import annotations

import unicodedata

import regex

_DIGIT = "0-9٠-٩۰-۹"
_DIGITS = regex.compile(
    rf"[^{_DIGIT}]?([{_DIGIT}][{_DIGIT}.,٫٬\u00a0\u202f\u2009'’ ]*[{_DIGIT}]|[{_DIGIT}])"
    r"(st|nd|rd|th|s)?[%‰٪]?"
)
_SPACING = regex.compile(r"[\s'’]")
_GROUPS = regex.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")


def parse_digits(text: str, decimal: str) -> tuple[float, float] | None:
    """Return the value of a number in digits and half its last digit; None for ``1.2.3`` or 9:14.

    *decimal* decides only where the text itself does not: ``1.234`` is one thousand in Spanish,
    while ``3,5`` and ``1.234,5`` are read the same everywhere.
    """
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    body = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in match[1])
    body = body.replace("٫", decimal).replace("٬", "" if decimal == "." else ".")
    body = _SPACING.sub("", body)
    marks = [c for c in body if c in ".,"]
    if len(set(marks)) == 2:
        last = marks[-1]
        if marks.count(last) > 1:
            return None
        whole, _, part = body.replace("." if last == "," else ",", "").partition(last)
    elif not marks:
        whole, part = body, ""
    elif _GROUPS.fullmatch(body) and (len(marks) > 1 or marks[0] != decimal) and body[0] != "0":
        whole, part = body.replace(marks[0], ""), ""
    elif len(marks) == 1:
        whole, _, part = body.partition(marks[0])
    else:
        return None
    if len(whole) + len(part) > 30:
        return None
    return float(f"{whole}.{part or 0}"), 0.5 * 10.0 ** -len(part)
