"""From where to where the phrase goes that stands before a place in a sentence, or behind it.

What a source is takes all its words: *zwei mit den Gesprächen vertraute Personen*. Which phrase of
a sentence is the source is asked in :mod:`transdiff.language.source_phrases`.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.language.reporting import Reporting
from transdiff.language.words import Range

_DESCRIBED = 3
"""Words of the shortest phrase that a participle describes: *people briefed on*."""
LONGEST = 16
"""Words a source phrase may have; Chinese and Japanese count characters."""
LONGEST_UNSPACED = 40
_EPITHETS = 4
"""Words of a speaker's phrase behind its verb within which an office or a name must stand."""
_CLOSE = 4
"""Words before a phrase that may say who is close to it."""
_BODY = 5
"""Words of a quoted name, with its marks."""
QUOTES = frozenset("\"“”„«»‹›‘’‚「」『』'")
JOINTS = frozenset(".-'’·・")


def phrase_before(
    words: Sequence[Word], floor: int, end: int, lexicon: Reporting, longest: int
) -> Range | None:
    """Return the phrase that ends before *end*."""
    start = end
    while start > floor and end - start < longest and _continues(words, start - 1, lexicon):
        start -= 1
    if start == end:
        return None
    whole = _described(words, floor, start, lexicon)
    if whole is None:
        whole = _close_to(words, floor, (start, end), lexicon)
    if whole is None:
        whole = _holder_of_place(words, floor, start, lexicon)
    return (start if whole is None else whole, end)


def _close_to(words: Sequence[Word], floor: int, phrase: Range, lexicon: Reporting) -> int | None:
    """Return where somebody nameless is told of, of whom *phrase* has only what he is close to.

    *Dos personas familiarizadas con las conversaciones dijeron*; in German whom it is about stands
    last, *zwei mit den Gesprächen vertraute Personen sagten*.
    """
    start, end = phrase
    if start <= floor or words[start - 1].kind is WordKind.PUNCT:
        return None
    for first in range(start - 1, max(floor, start - _CLOSE) - 1, -1):
        found = lexicon.anonymous.match(words, first)
        if found is not None and start - 1 <= found[1] <= start:
            break
    else:
        inside = lexicon.anonymous.all(words[start:end])
        if not any(first for _, first, _ in inside):
            return None
        first = start - 1
    while first > floor and _continues(words, first - 1, lexicon):
        first -= 1
    return first


def _holder_of_place(
    words: Sequence[Word], floor: int, start: int, lexicon: Reporting
) -> int | None:
    """Return where an office opens the clause of which *phrase* has only the place or the body.

    *Police in Oslo said*, *two aides in Congress told*.
    """
    end = start - 1
    if end <= floor or words[end].fold not in lexicon.settings:
        return None
    first = end
    while first > floor and _continues(words, first - 1, lexicon):
        first -= 1
    opens = first == floor or words[first - 1].kind is WordKind.PUNCT
    held = list(lexicon.roles.all(words[first:end])) if opens else []
    return first if held and held[-1][2] == end - first else None


def _described(words: Sequence[Word], floor: int, start: int, lexicon: Reporting) -> int | None:
    """Return where a noun stands that a participle and a preposition describe further.

    *Three people briefed on the decision said*: the decision says nothing.
    """
    if start - floor < _DESCRIBED or words[start - 1].kind is WordKind.PUNCT:
        return None
    if not past_form(words[start - 2].fold, lexicon.lang):
        return None
    first = start - 2
    while first > floor and _continues(words, first - 1, lexicon):
        first -= 1
    return first if first < start - 2 else None


def phrase_after(
    words: Sequence[Word], start: int, lexicon: Reporting, longest: int
) -> Range | None:
    """Return the phrase that begins at *start*."""
    end = start
    while (
        end < len(words)
        and end - start < longest
        and (end == start or _continues(words, end, lexicon))
    ):
        end += 1
    if start == end:
        return None
    named = _named_body(words, start, end, lexicon)
    if named is not None:
        return (start, named)
    told = any(lexicon.roles.all(words[start:end]))
    return (start, end if told else _close_behind(words, end, lexicon))


def _named_body(words: Sequence[Word], start: int, end: int, lexicon: Reporting) -> int | None:
    """Return where a holder's name ends behind the quoted name of what he is of.

    *Сказал тренер «Маяка» Иван Левко*: the club has quotation marks, and the phrase goes on.
    """
    closes = next(
        (i for i in range(end + 2, end + _BODY) if words[i : i + 1] and words[i].text in QUOTES),
        None,
    )
    if (
        closes is None
        or words[end].text not in QUOTES
        or not any(lexicon.roles.all(words[start:end]))
    ):
        return None
    behind = closes + 1
    while behind < len(words) and words[behind].text[:1].isupper():
        behind += 1
    named = all(w.text[:1].isupper() for w in words[end + 1 : end + 2])
    return behind if named and behind > closes + 1 else None


def _close_behind(words: Sequence[Word], end: int, lexicon: Reporting) -> int:
    """Return where *sagten zwei mit den Plänen vertraute Personen* ends, for *sagten zwei*."""
    for at in range(end, min(end + _CLOSE, len(words))):
        found = lexicon.anonymous.match(words, at)
        if found is not None:
            return found[1]
        if words[at].kind is WordKind.PUNCT:
            break
    return end


def _continues(words: Sequence[Word], at: int, lexicon: Reporting) -> bool:
    word = words[at]
    if word.kind is WordKind.PUNCT:
        return word.text in JOINTS and 0 < at < len(words) - 1 and len(words[at - 1].text) > 1
    return word.fold not in lexicon.ends


def noun_phrase(words: Sequence[Word], phrase: Range | None, lang: str) -> Range | None:
    """Cut *phrase* before its verb where nouns show by their capital: *nach Angaben von Anwohnern*.

    After the first noun only nouns, articles and prepositions go on, and no figure.
    """
    if phrase is None or not nouns_have_capitals(lang):
        return phrase
    grammar = load_pack(lang).words("attribution", "joins")
    seen = False
    for i in range(*phrase):
        noun = words[i].text[:1].isupper()
        goes_on = noun or words[i].kind is WordKind.PUNCT or words[i].fold in grammar
        if seen and not goes_on:
            return (phrase[0], i)
        seen = seen or noun
    return phrase


def starts_phrase(words: Sequence[Word], at: int, lexicon: Reporting) -> bool:
    """Whether a speaker's phrase begins at *at*: a name, an office, a pronoun, an article."""
    if at >= len(words) or words[at].kind is not WordKind.WORD or words[at].fold in lexicon.ends:
        return False
    fold = words[at].fold
    if fold in lexicon.pronouns:
        return at + 1 == len(words) or words[at + 1].kind is WordKind.PUNCT
    initial = words[at].text[0]
    if initial.isupper() or initial == initial.swapcase() or fold in lexicon.opens:
        return lexicon.agencies.match(words, at) is None
    return lexicon.roles.match(words, at) is not None


def opens_plainly(words: Sequence[Word], at: int, lexicon: Reporting) -> bool:
    """Whether a few plain words at *at* lead to an office or a name: *plant manager Novak*."""
    for i in range(at, min(len(words), at + _EPITHETS)):
        word = words[i]
        if word.fold in lexicon.ends or word.fold in lexicon.between or word.fold in lexicon.ignore:
            return False
        named = lexicon.capitals and word.text[:1].isupper()
        if i > at and (named or lexicon.roles.match(words, i) is not None):
            return lexicon.agencies.match(words, i) is None
        if word.kind is not WordKind.WORD or not is_content(word, lexicon.lang):
            return False
    return False
