"""Hostile text to inert markup: escaped, invisible characters made visible, findings marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex
from markupsafe import Markup, escape

from transdiff.facts import Span
from transdiff.model import Severity

_HIDDEN = regex.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e0fff]"
)
_OTHER_WAY = regex.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_JOINERS = "\u200c\u200d"
_JOINING = regex.compile(
    r"[\p{Arabic}\p{Devanagari}\p{Bengali}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Gujarati}"
    r"\p{Gurmukhi}\p{Sinhala}\p{Oriya}\p{Khmer}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]"
)
_RTL = frozenset({"ar", "he", "fa", "ur", "ps", "yi", "dv", "ug", "sd", "ckb", "arc", "syr"})
_RTL_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo", "adlm"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding as it stands in a text: its number, its anchor and where."""

    span: Span
    number: int
    severity: Severity
    anchor: str


def direction(lang: str) -> str:
    """Return ``rtl``, ``ltr`` or, for an undetermined language, ``auto``."""
    parts = lang.lower().split("-")
    if parts[0] in ("", "und", "mul", "zxx"):
        return "auto"
    scripts = [p for p in parts[1:] if len(p) == 4]
    if scripts:
        return "rtl" if scripts[0] in _RTL_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RTL else "ltr"


def visible(text: str) -> Markup:
    """Escape *text*; controls, bidi marks and zero-width characters become visible labels."""
    if not _HIDDEN.search(text):
        return escape(text)
    done, at = [], 0
    for match in _HIDDEN.finditer(text):
        if match[0] in _JOINERS and _joins(text, match.start()):
            continue
        done += [escape(text[at : match.start()]), _label(match[0])]
        at = match.end()
    return Markup("").join([*done, escape(text[at:])])


def message(text: str) -> Markup:
    """Escape a finding's message; what it quotes keeps its own direction."""
    if not _OTHER_WAY.search(text):
        return visible(text)
    parts = text.split('"')
    return Markup('"').join(
        Markup("<bdi>{}</bdi>").format(visible(part)) if n % 2 else visible(part)
        for n, part in enumerate(parts)
    )


def plain(text: str) -> str:
    """Return *text* for an attribute or a clipboard: hidden characters as ``[U+202E]``."""
    return _HIDDEN.sub(lambda m: f"[U+{ord(m[0]):04X}]", text)


def _joins(text: str, at: int) -> bool:
    """Whether a joiner at *at* does its duty between letters of a script that needs it."""
    around = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return all(side and _JOINING.match(side) for side in around)


def _label(character: str) -> Markup:
    name = unicodedata.name(character, "CONTROL CHARACTER").lower()
    return Markup('<span class="ctl" title="{}">U+{:04X}</span>').format(name, ord(character))


def marked(text: str, span: Span, marks: Sequence[Mark], *, link: bool = True) -> Markup:
    """Return ``text[span]`` with *marks*; each has its number at its end, a *link* to the finding.

    Overlapping marks are cut into pieces, each in the colour of the worst finding on it.
    """
    here = [m for m in marks if m.span.overlaps(span) or _at(m.span, span)]
    if not here:
        return visible(span.of(text))
    cuts = {span.start, span.end}
    for mark in here:
        cuts |= {max(span.start, mark.span.start), min(span.end, mark.span.end)}
    done, edges = [], sorted(cuts)
    done += [_number(m, link) for m in here if not len(m.span) and m.span.start == span.start]
    for start, end in pairwise(edges):
        piece = visible(text[start:end])
        over = [m for m in here if m.span.start < end and m.span.end > start]
        if over:
            worst = max(over, key=lambda m: (m.severity.rank, -m.number))
            piece = Markup('<mark class="{}" data-n="{}">{}</mark>').format(
                worst.severity, " ".join(str(m.number) for m in over), piece
            )
        done.append(piece)
        done += [_number(m, link) for m in here if m.span.end == end and m.span.end > span.start]
    return Markup("").join(done)


def _at(mark: Span, span: Span) -> bool:
    return not len(mark) and span.start <= mark.start <= span.end


def _number(mark: Mark, link: bool) -> Markup:
    if not link:
        return Markup('<sup class="n {}">{}</sup>').format(mark.severity, mark.number)
    caret = "" if len(mark.span) else Markup('<span class="caret" aria-hidden="true">‸</span>')
    missing = "" if len(mark.span) else "missing here: "
    return Markup('{}<a class="n {}" href="#{}" aria-label="{}{} finding {}">{}</a>').format(
        caret, mark.severity, mark.anchor, missing, mark.severity, mark.number, mark.number
    )
