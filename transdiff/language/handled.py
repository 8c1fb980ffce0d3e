"""Chinese 将 before an object: what is done with it is no plan (将其中11人救出, 已将货物卸下).

The same word says that something is to come (将访问). It marks an object where a word that only
opens one stands behind it, or a count with its measure, or where what went before says it is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.language.number_words import number_words
from transdiff.language.numerals import read_numeral
from transdiff.language.pack import Pack
from transdiff.language.phrases import Piece


def marks_object(pieces: Sequence[Piece], first: int, end: int, pack: Pack) -> bool:
    """Whether the words ``[first, end)`` mark the object of a deed and tell no future."""
    if end - first != 1 or pieces[first].fold not in pack.words("voice", "object"):
        return False
    before = "".join(p.fold for p in pieces[max(0, first - 2) : first])
    if before.endswith(pack.words("voice", "object-behind")):
        return True
    behind = "".join(p.fold for p in pieces[end : end + 2])
    return behind.startswith(pack.words("voice", "object-openers")) or _counts(pieces, end, pack)


def _counts(pieces: Sequence[Piece], at: int, pack: Pack) -> bool:
    """Whether a number with its word of measure stands at the piece *at*."""
    number = read_numeral(number_words(pack), pieces, at) if at < len(pieces) else None
    if number is None or number.end >= len(pieces):
        return False
    return pieces[number.end].fold in pack.words("voice", "object-counted")
