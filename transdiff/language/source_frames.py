"""Who speaks where the verb does not stand beside him: framed participles and cleft sentences.

*Minister Roth **hat** Fehler **eingeräumt***: beside the auxiliary stands who speaks. *It was Roth
who told reporters*: he stands between the opening and the pronoun.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.reporting import Reporting
from transdiff.language.words import Range

_FRAME = 16
"""Words between an auxiliary and its participle."""
_CLEFT = 24
"""Words between the opening of a cleft sentence and its verb."""
_HELD = 12
"""Words of whom a cleft sentence is about."""
_NAMES = 2
"""Names that go with an office: one's own and one's family's."""
_BREAKS = frozenset(",;:.!?")
_QUOTES = frozenset("\"“”„«»‹›‘’‚「」『』'")


def frame(words: Sequence[Word], verb: Range, lexicon: Reporting) -> Range | None:
    """Return the word beside which the speaker stands: a verb itself, a participle's auxiliary.

    None for a participle without one: *der gestern geforderte, von ihm gefordert*.
    """
    first, last = verb
    if last - first > 1 or words[first].fold not in lexicon.framed:
        return verb
    if last < len(words) and words[last].fold in lexicon.auxiliaries:
        return verb  # wie er eingeräumt hatte
    for at in range(first - 1, max(0, first - _FRAME), -1):
        if words[at].fold in lexicon.auxiliaries:
            return (at, at + 1) if words[at - 1].kind is WordKind.WORD else verb
        if words[at].text in _BREAKS:
            break
    return None


def within(words: Sequence[Word], at: int, end: int, lexicon: Reporting) -> Range | None:
    """Return the office, with its name, that stands between an auxiliary and its participle.

    *Fehler hat **Minister Roth** eingeräumt*: where none stands before the auxiliary.
    """
    if any(lexicon.roles.all(words[:at])):
        return None
    held = next(iter(lexicon.roles.all(words[at + 1 : end])), None)
    if held is None:
        return None
    first, last = at + 1 + held[1], at + 1 + held[2]
    while first > at + 1 and words[first - 1].fold in lexicon.opens:
        first -= 1
    if any(w.fold not in lexicon.between for w in words[at + 1 : first]):
        return None
    named = last
    while named < min(end, last + _NAMES) and words[named].text[:1].isupper():
        named += 1
    return (first, named)


def cleft(words: Sequence[Word], floor: int, first: int, lexicon: Reporting) -> Range | None:
    """Return whom a sentence puts first to say that nobody else said it: *it was Roth who said*."""
    for at in range(max(floor, first - _CLEFT), first):
        found = lexicon.clefts.match(words, at)
        if found is None or (at > floor and words[at - 1].kind is WordKind.WORD):
            continue
        opened = found[1]
        for k in range(opened + 1, min(first, opened + _HELD)):
            if words[k].fold in lexicon.cleft_pronouns:
                if any(w.text in _QUOTES for w in words[k:first]):
                    return None  # "It is the farms that will suffer," said Roth
                end = k - 1 if words[k - 1].text == "," else k
                return (opened, end) if end > opened else None
    return None
