"""Names that the other side lacks, cut down to the words that it lacks.

Of *Foreign Minister Anna Lind* beside *Foreign Minister Eva Berg* only *Anna Lind* is unknown. What
is left may be an ordinary word with a capital, at the start of a sentence, in a headline or in the
title of a programme; such a word is nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from transdiff.facts import Name, Span
from transdiff.language.mentions import Mentions
from transdiff.language.name_words import only_heads
from transdiff.language.vocabulary import is_ordinary, vocabulary
from transdiff.language.words import fold_word
from transdiff.model import Segment
from transdiff.rules.names.known import is_known, is_known_word, names_of

_LEAST = 2
"""Letters of the shortest name."""
_FULL = 2
"""Words of a full name."""
_SHORT = 4
"""Letters below which a name that opens a sentence is not told from a word."""
_WORD = regex.compile(r"\S+")
_OPENERS = ("ing", "ed", "ion", "ions", "ity", "ment", "ness", "ce", "ic", "al", "ure", "ures")
"""Endings of words that open an English sentence without an article."""
_DERIVED = (
    "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ous", "ive", "ives", "able", "ible",
    "ism", "isms", "ists", "ity", "ities", "ology", "ship", "hood", "ward", "wards", "wise", "made",
)  # fmt: skip
"""Endings of words that English derives, and hardly any name has."""


def unknown_names(
    segments: Sequence[Segment], known: Mentions, lang: str, *, common: bool = False
) -> Iterator[Name]:
    """Yield what is a name in the segments and is not in *known*, in order.

    With *common*, also an ordinary word that has its capital inside a sentence.
    """
    for segment in segments:
        facts = segment.facts
        amounts = [q.span for q in facts.quantities if q.unit]
        for name in names_of(facts.names, facts.terms, lang):
            if any(a.overlaps(name.span) for a in amounts):
                continue  # "CZK" beside a figure is its unit
            if any(m.span.contains(name.span) for m in facts.moments):
                continue  # "thứ Bảy"
            rest = unknown_part(name, known, lang)
            if rest is None or _too_short(rest):
                continue
            if not is_common(rest, lang) or (common and rest.sure and not only_heads(rest, lang)):
                yield rest


def unknown_part(name: Name, known: Mentions, lang: str) -> Name | None:
    """Return the longest run of words of *name* that are not in *known*, None where all are.

    A person is known by the surname.
    """
    if is_known(name, known, lang):
        return None
    if name.concept:
        return name
    runs: list[list[tuple[int, int]]] = [[]]
    for match in _WORD.finditer(name.text):
        if is_known_word(match[0], name.kind, known, lang):
            runs.append([])
        elif runs[-1] or match[0][0].isupper() or not match[0].isascii():
            runs[-1].append(match.span())
    run = max(runs, key=len)
    while run and name.text[run[-1][0]].islower():
        run.pop()
    if not run:
        return None
    start, end = run[0][0], run[-1][1]
    if (start, end) == (0, len(name.text)):
        return name
    surname = name.text[end:].split()[-1:]
    if name.kind == "person" and surname and not _is_word(surname[0], lang):
        return None
    span = Span(name.span.start + start, name.span.start + end)
    return replace(name, span=span, text=name.text[start:end], sure=name.sure or start > 0)


def _too_short(name: Name) -> bool:
    return not name.concept and len(name.text) < (_LEAST if name.sure else _SHORT)


def is_common(name: Name, lang: str) -> bool:
    """Whether the capital makes no name: it opens a sentence, or stands on a common noun."""
    if name.concept:
        return False
    if only_heads(name, lang):
        return True
    single = " " not in name.text and not name.text.isupper()
    if single and (is_descriptive(name, lang) or _is_compound(name.text)):
        return True
    if name.sure:
        return len(set(name.text)) == 1  # "Mr XX"
    if lang == "de":
        return name.kind != "person"
    if lang != "en" or is_descriptive(name, lang):
        return True
    return single and name.text.casefold().endswith(_OPENERS)


def _is_compound(word: str) -> bool:
    """Whether a word only has a name in it: *Paris-based*."""
    return any(part[:1].islower() for part in word.split("-")[1:])


def is_descriptive(name: Name, lang: str) -> bool:
    """Whether a name is made of ordinary words, so that a translator may choose others."""
    words = name.text.replace("-", " ").split()
    placed = name.sure and name.kind == "place"  # Inverness, Tampere: an ending tells nothing
    if placed and "-" in name.text and all(w[0].isupper() for w in words):
        return False  # Port-Gentil, Pointe-Noire
    return not name.concept and all(_is_word(w, lang, ending=not placed) for w in words)


def without_trade(name: Name, lang: str) -> Name:
    """Return a person's name without what the person is: *Midfielder Anna Lind*."""
    words = [*_WORD.finditer(name.text)]
    trades = next((k for k, w in enumerate(words) if not is_ordinary(w[0], lang)), 0)
    if name.kind != "person" or not trades or len(words) - trades < _FULL:
        return name
    start = words[trades].start()
    span = Span(name.span.start + start, name.span.end)
    return replace(name, span=span, text=name.text[start:], parts=name.parts[trades:])


def _is_word(word: str, lang: str, *, ending: bool = True) -> bool:
    if not ending:
        return word[0].islower() or fold_word(word) in vocabulary(lang)
    if word[0].islower() or is_ordinary(word, lang):
        return True
    return lang == "en" and word.casefold().endswith(_DERIVED)
