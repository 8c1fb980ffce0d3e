"""The bound of a figure, *at least* or *about*, and its role in a change: *by*, *to* or *from*.

Both stand before the figure, and one word may be either: *bis auf*, *до*.
"""

from __future__ import annotations

from transdiff.facts import Bound, WordKind
from transdiff.language.figure_text import FigureText
from transdiff.language.numeral_builder import Numeral
from transdiff.language.units import dimension_of

MARGIN = "margin"
"""The role of a figure that says how far off another one may be."""
_AFAR = 6
"""Pieces before a figure where a bound may stand that precedes the verb."""
_DENIED = {
    Bound.LESS: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.LESS,
    Bound.MORE: Bound.AT_MOST,
    Bound.AT_MOST: Bound.MORE,
}
"""What a bound is that is denied."""
_LIMITS = frozenset({"at-least", "at-most"})
"""Bounds that say more than *about*, so that they are told where a figure has both."""
_DENIAL = 5
"""Pieces before a bound where its denial may begin."""
_QUALIFIER = 4
"""Pieces of a phrase between its role and a figure: *to a seasonally adjusted 4 %*."""
_ROLE = 3
"""Pieces of a phrase that says how a change uses the figure."""


def bound_of(
    text: FigureText, numeral: Numeral, high: Numeral | None, unit: str, end: int
) -> tuple[Bound, tuple[int, int] | None]:
    """Return the bound of a figure, and from where to where its words stand if it has any."""
    first = numeral.first
    before = text.bounds.get(first) or _bound_before_role(text, first)
    if before is not None and not (before[0] == "about" and _limited(text, end)):
        if text.lex.is_role(text.pieces, before[1], first):
            return Bound.EXACT, None
        loose = text.pieces[before[1]].fold in text.lex.loose and first - before[1] == 1
        if not (loose and dimension_of(unit) == "time"):
            bound, opened = _denied(text, Bound(before[0]), before[1])
            return bound, (text.pieces[opened].start, text.pieces[first - 1].end)
    for at in (end, end + 1):
        after = text.lex.bounds_after.match(text.pieces, at)
        if after is not None and _opens_margin(text, at):
            break
        if after is not None:
            return Bound(after[0]), (text.pieces[at].start, text.pieces[after[1] - 1].end)
    afar = _bound_afar(text, first)
    if afar is not None:
        return afar
    if numeral.more:
        return Bound.MORE, None
    if numeral.about:
        return Bound.ABOUT, None
    return (Bound.RANGE if high is not None else Bound.EXACT), None


def _opens_margin(text: FigureText, at: int) -> bool:
    """Whether what is behind a figure is how far off it may be: *4 %, plus or minus one*."""
    role = text.lex.roles.match(text.pieces, at)
    return role is not None and role[0] == MARGIN


def _limited(text: FigureText, end: int) -> bool:
    """Whether a limit stands behind a figure that is only about right: *some 700 at most*."""
    found = (text.lex.bounds_after.match(text.pieces, at) for at in (end, end + 1))
    return any(after is not None and after[0] in _LIMITS for after in found)


def _bound_afar(text: FigureText, first: int) -> tuple[Bound, tuple[int, int]] | None:
    """Return the bound before the verb of the figure: 至少造成九人死亡."""
    for at in range(first - 1, max(-1, first - _AFAR - 1), -1):
        if text.pieces[at].kind is not WordKind.WORD:
            return None
        found = text.lex.bounds_afar.match(text.pieces, at)
        if found is not None and found[1] <= first:
            return Bound(found[0]), (text.pieces[at].start, text.pieces[found[1] - 1].end)
    return None


def _bound_before_role(text: FigureText, first: int) -> tuple[str, int] | None:
    """Return the bound in ``более чем на 60 %``, where the word of change follows it.

    Or a preposition, ``не менее чем в 300 млн``, or what is measured: *around magnitude 5*, or an
    article: *rozó los 90*.
    """
    if first < 2:
        return None
    role = text.lex.roles.match(text.pieces, first - 1)
    governed = (
        text.fold(first - 1) in text.lex.across
        or text.fold(first - 1) in text.lex.definite
        or f"{text.fold(first - 2)} {text.fold(first - 1)}" in text.lex.through
    )
    return text.bounds.get(first - 1) if governed or (role and role[1] == first) else None


def _denied(text: FigureText, bound: Bound, first: int) -> tuple[Bound, int]:
    """Return the bound that a denial before it makes, and where it begins.

    *Will not exceed ten* is *at most ten*; *will not cost less than ten* is *at least ten*.
    """
    if bound not in _DENIED or text.lex.denials.match(text.pieces, first):
        return bound, first  # "no more than" is denied already
    own = text.fold(first) in text.lex.denying  # n'a **pas encore** dix ans
    for at in range(max(0, first - _DENIAL), first):
        found = text.lex.denials.match(text.pieces, at)
        between = text.pieces[found[1] : first] if found else ()
        verbs = sum(not text.lex.is_grammar(piece) for piece in between)
        if found and found[1] <= first and verbs <= (bound is Bound.LESS):
            return bound if own else _DENIED[bound], at
    return bound, first


def role_of(text: FigureText, first: int) -> str:
    """``to``, ``by`` or ``from``: how a change uses the figure; or ``margin``."""
    own = text.lex.roles.match(text.pieces, first)  # "by a third" is listed as it stands
    if own:
        return own[0]
    before = text.before_bound(first)
    bound = text.bounds.get(first)
    if bound is not None and text.lex.is_role(text.pieces, bound[1], first):
        before = first - 1
    if text.fold(before) in text.lex.ranges.get("between", ()):
        before -= 1
    qualified = text.lex.qualifiers.before(text.pieces, before + 1, _QUALIFIER)
    before = qualified[1] - 1 if qualified else before
    found = text.lex.roles.before(text.pieces, before + 1, _ROLE)  # "alle bis auf", not "auf"
    return found[0] if found else ""
