"""A word of a quotation that stands for another one of the quotation abroad that it renders.

Glossaries know most words of news, but not every way to render one. So both quotations must have
such a word, known to a glossary, that nothing in the other sentence means or may mean, and the rest
of both must pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transdiff.facts import Span
from transdiff.language.dictionary import OF_SYLLABLES
from transdiff.language.events import oppositions
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.synonyms import groups_of
from transdiff.rules.quotes.abroad import Abroad

_MOST = 2
"""Words that may be another one: of more, one of the quotations is told freely."""
_ROOT = 5
"""Letters that words of one root begin with."""
_SHORTER, _LONGER = 0.65, 1.6
"""How long a quotation is beside the one all of which it renders."""


def other_words(quoted: Abroad) -> tuple[Span, Span] | None:
    """Return a word of the quotation, and one there, neither of which the other text has."""
    pairing = quoted.pair.pairings[quoted.witness.key]
    if not _SHORTER <= quoted.length <= _LONGER:
        return None
    if OF_SYLLABLES & {pairing.mine.lang, pairing.theirs.lang}:
        return None  # what is no word of a glossary may be half of one
    own = list(_strange(pairing, _inside(pairing.mine, quoted.mine.span)))
    there = list(_strange(pairing.reversed, _inside(pairing.theirs, quoted.theirs.span)))
    if not (0 < len(own) <= _MOST and 0 < len(there) <= _MOST):
        return None
    if not _frame(pairing, quoted) or _kin(pairing, own, there):
        return None
    return pairing.mine.words[own[0]].span, pairing.theirs.words[there[0]].span


def _inside(reading: Reading, span: Span) -> list[int]:
    return [i for i in reading.content if span.contains(reading.words[i].span)]


def _strange(pairing: Pairing, places: Iterable[int]) -> Iterator[int]:
    """Yield the words that a glossary knows, and nothing of the other text means.

    Words too general for two languages to share tell nothing, nor do figures and denials.
    """
    mine = pairing.mine
    denials = {k for c in mine.of_kind("negation") for k in range(c.first, c.end)}
    told = pairing.theirs.meant(pairing.theirs.content)
    vague = oppositions().vague
    for i in places:
        if pairing.forward[i] is not None or i in denials:
            continue
        if mine.is_figure(i) or mine.events(i) & vague:
            continue
        if mine.meanings[i] and mine.meanings[i].isdisjoint(told):
            yield i


def _frame(pairing: Pairing, quoted: Abroad) -> bool:
    """Whether some other word of the quotations pairs."""
    there = set(_inside(pairing.theirs, quoted.theirs.span))
    return any(pairing.forward[i] in there for i in _inside(pairing.mine, quoted.mine.span))


def _kin(pairing: Pairing, own: list[int], there: list[int]) -> bool:
    """Whether a word may render one of the others after all: a synonym, or the same event."""
    mine, theirs = pairing.mine, pairing.theirs
    return any(
        not mine.events(i).isdisjoint(theirs.events(j))
        or not _groups(mine, i).isdisjoint(_groups(theirs, j))
        or not _roots(mine, i).isdisjoint(_roots(theirs, j))
        for i in own
        for j in there
    )


def _roots(reading: Reading, i: int) -> frozenset[str]:
    """How the words begin that a word may be in English: *govern*, *government*."""
    return frozenset(m[:_ROOT] for m in reading.meanings[i])


def _groups(reading: Reading, i: int) -> frozenset[int]:
    """The groups of synonyms of all that a word may be in English."""
    return frozenset(g for m in reading.meanings[i] for g in groups_of(m, m, "en"))
