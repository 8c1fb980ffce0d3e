"""Rule ``number-identifier``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from transdiff.comparison import Comparison
from transdiff.facts import Word, WordKind
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_IDENTIFIER = regex.compile(r"(\p{L}[\p{L}.]*+)-?(\d+\p{L}?)|(\d+\.\d+)(\p{L})")

_PLURAL = regex.compile(r"(?<=\d)['’]?s$")
_DIGIT = regex.compile(r"\d")


@rule(group="facts", category="number", severity="major")
def number_identifier(pair: Comparison) -> Iterator[Mark]:
    """Report a model or code whose number was changed: ``F-35`` is no ``F-43``.

    Flagged:
    reference: Two F-35 jets took part in the search.
    translation: Two [[F-53]] jets took part in the search.

    reference: The A4 motorway was closed for a day.
    translation: The [[A3]] motorway was closed for a day.

    Allowed:
    reference: Two F-35 jets and an Su-27 took part in the search.
    translation: A Su-27 and two F35 jets took part in the search.

    reference: The under-21 side and an F-35 jet were honoured.
    translation: The under-21s and one of the F-35s were honoured.

    reference: The jets searched the bay.
    translation: The F-35 jets searched the bay.
    """
    if not any(_codes(pair.segment.facts.words)):
        return
    theirs = [(w, word) for w in pair.witnesses for s in w.around for word in s.facts.words]
    codes = [(w, word, code) for w, word in theirs if (code := _code(word)) is not None]
    mine = {code for s in pair.around for code in _codes(s.facts.words)}
    known = {code for _, _, code in codes}
    for word in pair.segment.facts.words:
        code = _code(word)
        if code is None or code in known:
            continue
        rivals = [(w, o) for w, o, c in codes if c[0] == code[0] and c not in mine]
        if rivals:
            yield shown(pair, word.span, rivals[0][0], rivals[0][1].span)


def _codes(words: Sequence[Word]) -> Iterator[tuple[str, str]]:
    for word in words:
        code = _code(word)
        if code is not None:
            yield code


def _code(word: Word) -> tuple[str, str] | None:
    """Return letters and number of an identifier, None for any other word."""
    if word.kind is not WordKind.WORD or not _DIGIT.search(word.fold):
        return None
    match = _IDENTIFIER.fullmatch(_PLURAL.sub("", word.fold))
    return (match[1], match[2]) if match and match[1] else None
