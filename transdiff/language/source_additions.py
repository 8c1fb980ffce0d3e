"""What a source has beside it: an apposition (*Ivanova, the mayor, said*) or a relative clause."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.past import past_form
from transdiff.language.reporting import Reporting
from transdiff.language.source_extent import (
    LONGEST,
    QUOTES,
    phrase_after,
    phrase_before,
    starts_phrase,
)
from transdiff.language.words import Range

_CLAUSE = 8
"""Words of a relative clause, without commas, that belongs to the source."""
_OUTSIDE = QUOTES | frozenset(",;:")
_STOPS = frozenset(".!?…")
_TIMED = 4
"""Words behind a speaker that tell when, with the rest of the verb: *am Dienstag mit*."""


def with_apposition(words: Sequence[Word], name: Range | None, lexicon: Reporting) -> Range | None:
    """Return *Ivanova, the mayor* for *Ivanova* in *“…,” said Ivanova, the mayor of …*"""
    if name is None or name[1] + 1 >= len(words) or words[name[1]].text != ",":
        return name
    other = phrase_after(words, name[1] + 1, lexicon, LONGEST)
    if other is None:
        return name
    capital = all(w.text[0].isupper() for w in words[slice(*other)])
    plain = lexicon.capitals and not any(w.text[0].isupper() for w in words[slice(*name)])
    if plain or any(lexicon.roles.all(words[slice(*name)])):  # its leader, Ivanova
        return (name[0], other[1]) if capital else name
    first = words[other[0]]
    begins = first.fold in lexicon.opens or lexicon.roles.match(words, other[0]) is not None
    office = begins and any(lexicon.roles.all(words[slice(*other)]))
    return (name[0], other[1]) if office else name


def around_apposition(
    words: Sequence[Word], floor: int, comma: int, lexicon: Reporting, longest: int
) -> Range | None:
    """Return *Ivanova, the mayor* before the comma of *Ivanova, the mayor, said*.

    The apposition may hold a clause: *Voltar, the firm that runs the dam, says*.
    """
    start = comma - 1
    while start > floor and comma - start <= longest and words[start].text not in _OUTSIDE:
        start -= 1
    if start <= floor or start == comma - 1 or words[start].text != ",":
        return None
    outer = phrase_before(words, floor, start, lexicon, longest)
    first = words[start + 1].fold
    opened = any(first in known for known in (lexicon.relative, lexicon.ends, lexicon.opens))
    if outer is None or not (opened or phrase_before(words, start + 1, comma, lexicon, longest)):
        return None
    return (outer[0], comma)


def closing_phrase(
    words: Sequence[Word], last: int, lexicon: Reporting, longest: int
) -> Range | None:
    """Return the phrase behind the verb that ends its sentence: *…, a indiqué le gouverneur.*"""
    if lexicon.order != "both" or not starts_phrase(words, last, lexicon):
        return None
    found = with_apposition(words, phrase_after(words, last, lexicon, longest), lexicon)
    return found if ends_sentence(words, found) or _ends_with_time(words, found, lexicon) else None


def _ends_with_time(words: Sequence[Word], phrase: Range | None, lexicon: Reporting) -> bool:
    """Whether a time and the rest of a verb are all that follows: *teilte sie am Dienstag mit*.

    English has no need of *that*, so that anything else there is what was said: *Denis Ferrand, his
    lawyer, said the evidence was forged*.
    """
    rest = [w for w in words[phrase[1] :] if w.text not in _STOPS] if phrase else []
    if not rest or len(rest) > _TIMED or any(w.kind is not WordKind.WORD for w in rest):
        return False
    timed = rest[0].fold in lexicon.settings or rest[0].fold in lexicon.ignore
    return timed or not lexicon.settings


def ends_sentence(words: Sequence[Word], phrase: Range | None) -> bool:
    """Whether nothing but a full stop stands behind *phrase*."""
    return phrase is not None and (phrase[1] == len(words) or words[phrase[1]].text in _STOPS)


def is_relative_alone(
    words: Sequence[Word], phrase: Range | None, comma: int, lexicon: Reporting
) -> bool:
    """Whether a relative clause set off by commas is all that stands between phrase and verb.

    *The union, which was not asked, said the …*: what opens the sentence says nothing yet, so that
    it cannot be what somebody behind the verb said.
    """
    if phrase is None or phrase[0] != 0:
        return False
    opens = next(i for i in range(phrase[0], comma) if words[i].text == ",")
    plain = [w.fold for w in words[:opens] if not (lexicon.capitals and w.text[:1].isupper())]
    relative = words[opens + 1].fold in lexicon.relative
    return relative and not any(past_form(fold, lexicon.lang) for fold in plain)


def with_clause(
    words: Sequence[Word], floor: int, phrase: Range, lexicon: Reporting
) -> Range | None:
    """Return *a diplomat who asked not to be named* for its last words, *to be named*."""
    for at in range(phrase[0] - 1, max(floor, phrase[0] - _CLAUSE), -1):
        if words[at].kind is not WordKind.WORD:
            return None
        if words[at].fold in lexicon.relative:
            outer = phrase_before(words, floor, at, lexicon, LONGEST)
            return (outer[0], phrase[1]) if outer else None
    return None


def antecedent(
    words: Sequence[Word], floor: int, at: int, lexicon: Reporting, longest: int
) -> Range | None:
    """Return whom the relative pronoun at *at* means: *the coach* in *by the coach, who said*."""
    end = at - 1
    found = phrase_before(words, floor, end, lexicon, longest) if words[end].text == "," else None
    if end <= floor or found is None:
        return None
    start = end
    while start > found[0] and words[start - 1].text[:1].isupper():
        start -= 1
    opened = [i for i in range(*found) if words[i].fold in lexicon.opens]
    start = opened[-1] if opened else start
    return (start, end) if start < end else None
