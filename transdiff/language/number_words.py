"""The number words of one language: the tables of ``[numbers]`` in its pack, ready to look up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import regex

from transdiff.facts import WordKind
from transdiff.language.pack import Pack
from transdiff.language.phrases import Phrases, Piece
from transdiff.language.rows import Row
from transdiff.language.words import fold_word

# fmt: off
_DECIMAL_COMMA = frozenset((
    "af", "az", "be", "bg", "br", "bs", "ca", "cs", "da", "el", "et", "eu", "fi", "fo", "fy", "gl",
    "hr", "hu", "id", "is", "it", "ka", "kk", "kl", "ky", "lb", "lt", "lv", "mk", "nb", "nl", "nn",
    "no", "pl", "ro", "sk", "sl", "sq", "sr", "sv", "tg", "tk", "tr", "tt", "uz",
))
# fmt: on
"""Languages without a pack that write ``1.500,5``."""


class NumberWords:
    """The number words of one language."""

    def __init__(self, pack: Pack) -> None:
        data = pack.section("numbers")
        comma = pack.generic and pack.lang in _DECIMAL_COMMA
        self.decimal = str(data.get("decimal", "," if comma else "."))
        self.joiners = frozenset(data.get("joiners", ()))
        self.joiner_after = float(data.get("joiner-after", 100))
        self.reversed = bool(data.get("reversed", False))
        self.articles = frozenset(data.get("articles", ()))
        self.stop = frozenset(data.get("stop", ()))
        self.scale_links = frozenset(data.get("scale-links", ()))
        self.glued = bool(data.get("glued", False))
        self.prefix = str(data.get("joiner-prefix", ""))
        self.infix = str(data.get("fraction-infix", ""))
        self.denominator_first = bool(data.get("denominator-first", False))
        self.cardinals = self._table(data, "cardinals", pack.lang)
        self.scales = self._table(data, "scales", pack.lang)
        self.short_scales = self._table(data, "short-scales", pack.lang)
        self.standalone = self._table(data, "standalone", pack.lang)
        self.vague = self._table(data, "vague", pack.lang)
        self.ordinals = self._table(data, "ordinals", pack.lang)
        self.approximate = self._table(data, "approximate", pack.lang)
        self.fractions = self._table(data, "fractions", pack.lang)
        self.joiners_of_units = frozenset(data.get("unit-joiners", ()))
        self.collectives = self._table(data, "collectives", pack.lang)
        self.denominators = self._table(data, "denominators", pack.lang)
        self.further = frozenset(fold_word(w) for w in data.get("further", ()))
        self.halves = self._table(data, "halves", pack.lang)
        weak = [(w, float(v)) for v, ws in data.get("weak", {}).items() for w in ws]
        self.ones = Phrases([*((w, 1.0) for w in data.get("ones", ())), *weak], pack.lang)
        self.ordinal_suffixes = frozenset(data.get("ordinal-suffixes", ()))
        self.not_after_ten = frozenset(data.get("not-after-ten", ()))
        self.inner_more = frozenset(data.get("inner-more", ()))
        self.bare_after = frozenset(data.get("before-bare-scales", ()))
        self.infix_pieces = tuple(self.infix.split())
        counted = [u for us in pack.section("units").values() for u in us if isinstance(u, str)]
        self.units = Phrases(((u, 0.0) for u in counted), pack.lang)
        self.opens = lru_cache(maxsize=16384)(self._opens)
        self._compound = _compound_pattern(data) if self.glued else None
        self._whole = {w for ws in data.get("ordinals", {}).values() for w in ws}

    @staticmethod
    def _table(data: Any, key: str, lang: str) -> Phrases[float]:
        table = data.get(key, {})
        return Phrases(((w, float(v)) for v, forms in table.items() for w in forms), lang)

    def is_unit(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether the number at *at* begins a unit: 千 in 千瓦, but not in 千克朗."""
        unit = self.units.match(pieces, at)
        if unit is None or not (self.cardinals.match(pieces, at) or self.scales.match(pieces, at)):
            return False
        other = self.units.match(pieces, at + 1) if at + 1 < len(pieces) else None
        return (other is None or other[1] <= unit[1]) and not self._is_digit(pieces, at)

    def _is_digit(self, pieces: Sequence[Piece], at: int) -> bool:
        """Whether a scale word below a thousand makes a digit of it: Vietnamese *năm mươi*."""
        behind = self.scales.match(pieces, at + 1) if self.cardinals.match(pieces, at) else None
        return behind is not None and behind[0] < 1000

    def expand(self, pieces: Row[Piece]) -> Row[Piece]:
        """Cut compound number words (``zweiundvierzig``) into the words of the tables."""
        if self.prefix:
            return Row([part for piece in pieces for part in self._without_prefix(piece)])
        if self._compound is None:
            return pieces
        found: list[Piece] = []
        for piece in pieces:
            parts = self._parts(piece.fold) if piece.kind is WordKind.WORD else None
            if parts is None:
                found.append(piece)
                continue
            at = piece.start
            for n, part in enumerate(parts):
                end = piece.end if n == len(parts) - 1 else at + len(part)
                found.append(Piece(part, part, at, min(end, piece.end), piece.kind))
                at = min(end, piece.end)
        return Row(found) if len(found) > len(pieces) else pieces

    def _without_prefix(self, piece: Piece) -> Iterator[Piece]:
        """Cut the conjunction off a number word: ``وعشرون`` is *and twenty*."""
        rest = piece.fold.removeprefix(self.prefix)
        number = Piece(rest, rest, piece.start + len(self.prefix), piece.end, piece.kind)
        if not rest or rest == piece.fold or not self.cardinals.match([number], 0):
            yield piece
            return
        yield Piece(self.prefix, self.prefix, piece.start, number.start, piece.kind)
        yield number

    def _parts(self, fold: str) -> list[str] | None:
        assert self._compound is not None
        if fold in self._whole:  # achtzehnte is no eight and a tenth
            return None
        match = self._compound.fullmatch(fold) if len(fold) < 60 else None
        return match.captures(1) if match and len(match.captures(1)) > 1 else None

    def _opens(self, fold: str) -> bool:
        """Whether a number may begin with the word *fold*."""
        tables = (
            self.cardinals,
            self.ordinals,
            self.ones,
            self.fractions,
            self.vague,
            self.approximate,
            self.standalone,
        )
        bare = (self.scales, self.halves) if self.bare_after else ()
        return fold in self.articles or any(table.opens(fold) for table in (*tables, *bare))


def _compound_pattern(data: Any) -> regex.Pattern[str]:
    """A word made only of number words and joiners, possessive: each part is tried once."""
    parts = {w for key in ("cardinals", "scales") for ws in data.get(key, {}).values() for w in ws}
    parts |= set(data.get("joiners", ())) | set(data.get("compound-parts", ()))
    ends = {w for ws in data.get("ordinals", {}).values() for w in ws}
    plain = sorted((w for w in parts if w.isalpha()), key=len, reverse=True)
    final = sorted((w.rstrip("*") for w in ends), key=len, reverse=True)
    tail = f"|(?:{'|'.join(map(regex.escape, final))})(?=$)" if final else ""
    return regex.compile(f"(?:({'|'.join(map(regex.escape, plain))}{tail}))+")


@lru_cache(maxsize=32)
def number_words(pack: Pack) -> NumberWords:
    """Return the number words of *pack*, built once."""
    return NumberWords(pack)
