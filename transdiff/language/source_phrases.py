"""Which phrase of a sentence is the source of a reporting verb.

It stands before the verb (*the ministry said*), between commas before it (*Ivanova, the mayor,
said*) or, after a quotation, behind it (*“…,” said Ivanova*).
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.language.reporting import ACCORDING, Reporting
from transdiff.language.source_frames import cleft

_DESCRIBED = 3
"""Words of the shortest phrase that a participle describes: *people briefed on*."""
_LONGEST = 16
"""Words a source phrase may have; Chinese and Japanese count characters."""
_LONGEST_UNSPACED = 40
_CLAUSE = 8
"""Words of a relative clause, without commas, that belongs to the source."""
_EPITHETS = 4
"""Words of a speaker's phrase behind its verb within which an office or a name must stand."""
_ADDRESSED = frozenset({"tell", "inform"})
"""Verbs behind which stands who is spoken to."""
QUOTES = frozenset("\"“”„«»‹›‘’‚「」『』'")
PAUSES = frozenset(",，、—–-")
_OUTSIDE = QUOTES | frozenset(",;:")
_CLOSE = 4
"""Words before a phrase that may say who is close to it."""
_STOPS = frozenset(".!?…")
_JOINTS = frozenset(".-'’·・")
Range = tuple[int, int]


def source_of(
    words: Sequence[Word], at: tuple[int, int, int], verb: str, lexicon: Reporting
) -> Range | None:
    """Return the source of the verb at words *first* to *last*; nothing before *floor* is it."""
    floor, first, last = at
    longest = _LONGEST_UNSPACED if lexicon.lang in ("zh", "ja") else _LONGEST
    if verb == ACCORDING:
        phrase = _noun_phrase(words, _after(words, last, lexicon, longest), lexicon.lang)
        apposed = _with_apposition(words, phrase, lexicon)
        return apposed if _ends_sentence(words, apposed) else phrase
    if lexicon.order == "topic":
        topic = _topic(words, floor, first, lexicon)
        return topic or _before(words, floor, first, lexicon, longest)
    if (singled := cleft(words, floor, first, lexicon)) is not None:
        return singled
    last = _past_addressee(words, last, lexicon)
    if lexicon.order == "after" and _starts_phrase(words, last, lexicon):
        return _after(words, last, lexicon, longest)
    before = first - 1
    while before >= floor and words[before].fold in lexicon.between:
        before -= 1
    if before < floor or words[before].text in QUOTES or words[before].text in PAUSES:
        if before >= floor and words[before].text == ",":
            around = _around_apposition(words, floor, before, lexicon, longest)
            told = verb in _ADDRESSED and lexicon.lang == "en"
            told = told or _with_relative(words, around, before, lexicon)
            closing = None if told else _closing(words, last, lexicon, longest)
            apposed = closing or around
            if apposed is not None:
                return apposed
        inverted = before >= floor and _opens_plainly(words, last, lexicon)
        if lexicon.order == "both" and (inverted or _starts_phrase(words, last, lexicon)):
            return _with_apposition(words, _after(words, last, lexicon, longest), lexicon)
        return None
    if words[before].fold in lexicon.relative - lexicon.opens:
        return _antecedent(words, floor, before, lexicon, longest)
    found = _before(words, floor, before + 1, lexicon, longest)
    if found and _fronted(words, found, lexicon):
        return _noun_phrase(words, _after(words, last, lexicon, longest), lexicon.lang)
    found = found and _past_setting(words, found, lexicon)
    found = found and (_with_clause(words, floor, found, lexicon) or found)
    return None if found and floor and found[0] == floor else found


def _fronted(words: Sequence[Word], phrase: Range, lexicon: Reporting) -> bool:
    """Whether a preposition opens the sentence, so that the speaker stands behind the verb.

    *Für die Fahrer verlangt die Gewerkschaft*, *Nach der Sperrung rechnet die Bahn mit*.
    """
    first = phrase[0]
    for at in (first - 1, first):
        opens = at == 0 or (at > 0 and words[at - 1].kind is WordKind.PUNCT)
        if opens and words[at].fold in lexicon.fronts:
            return True
    return False


def _past_setting(words: Sequence[Word], phrase: Range, lexicon: Reporting) -> Range:
    """Return *the minister* for *parliament the minister* in *In parliament the minister said*."""
    opening = words[max(0, phrase[0] - 1)] if phrase[0] <= 1 else None
    if opening is None or opening.fold not in lexicon.settings:
        return phrase
    for at in range(phrase[1] - 1, phrase[0], -1):
        starts = words[at].fold in lexicon.pronouns or words[at].fold in lexicon.opens
        if starts and is_content(words[at - 1], lexicon.lang):
            return (at, phrase[1])
    return phrase


def _with_clause(
    words: Sequence[Word], floor: int, phrase: Range, lexicon: Reporting
) -> Range | None:
    """Return *a diplomat who asked not to be named* for its last words, *to be named*."""
    for at in range(phrase[0] - 1, max(floor, phrase[0] - _CLAUSE), -1):
        if words[at].kind is not WordKind.WORD:
            return None
        if words[at].fold in lexicon.relative:
            outer = _before(words, floor, at, lexicon, _LONGEST)
            return (outer[0], phrase[1]) if outer else None
    return None


def _antecedent(
    words: Sequence[Word], floor: int, at: int, lexicon: Reporting, longest: int
) -> Range | None:
    """Return whom the relative pronoun at *at* means: *the coach* in *by the coach, who said*."""
    end = at - 1
    found = _before(words, floor, end, lexicon, longest) if words[end].text == "," else None
    if end <= floor or found is None:
        return None
    start = end
    while start > found[0] and words[start - 1].text[:1].isupper():
        start -= 1
    opened = [i for i in range(*found) if words[i].fold in lexicon.opens]
    start = opened[-1] if opened else start
    return (start, end) if start < end else None


def _past_addressee(words: Sequence[Word], at: int, lexicon: Reporting) -> int:
    """Return where the speaker may begin after *a déclaré à l'AFP*, *dijo a Reuters*."""
    i = at
    while i < len(words) and words[i].fold in lexicon.to:
        i += 1
    agency = lexicon.agencies.match(words, i) if i > at else None
    return agency[1] if agency else at


def _starts_phrase(words: Sequence[Word], at: int, lexicon: Reporting) -> bool:
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


def _opens_plainly(words: Sequence[Word], at: int, lexicon: Reporting) -> bool:
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


def _topic(words: Sequence[Word], floor: int, first: int, lexicon: Reporting) -> Range | None:
    """Return what stands before the first topic particle of the sentence."""
    for i in range(floor, min(first, floor + _LONGEST_UNSPACED)):
        if i > floor and words[i].text.startswith(lexicon.topic):
            return (floor, i)
        if words[i].kind is WordKind.PUNCT and words[i].text not in _JOINTS:
            floor = i + 1
    return None


def _before(
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


def _after(words: Sequence[Word], start: int, lexicon: Reporting, longest: int) -> Range | None:
    """Return the phrase that begins at *start*."""
    end = start
    while (
        end < len(words)
        and end - start < longest
        and (end == start or _continues(words, end, lexicon))
    ):
        end += 1
    return (start, end) if start < end else None


def _noun_phrase(words: Sequence[Word], phrase: Range | None, lang: str) -> Range | None:
    """Cut *phrase* before its verb where nouns show by their capital: *nach Angaben von Anwohnern*.

    After the first noun only nouns, articles and prepositions go on.
    """
    if phrase is None or not nouns_have_capitals(lang):
        return phrase
    grammar = load_pack(lang).words("attribution", "joins")
    seen = False
    for i in range(*phrase):
        noun = words[i].text[:1].isupper()
        if seen and not noun and words[i].kind is WordKind.WORD and words[i].fold not in grammar:
            return (phrase[0], i)
        seen = seen or noun
    return phrase


def _closing(words: Sequence[Word], last: int, lexicon: Reporting, longest: int) -> Range | None:
    """Return the phrase behind the verb that ends its sentence: *…, a indiqué le gouverneur.*"""
    if lexicon.order != "both" or not _starts_phrase(words, last, lexicon):
        return None
    found = _with_apposition(words, _after(words, last, lexicon, longest), lexicon)
    return found if _ends_sentence(words, found) else None


def _ends_sentence(words: Sequence[Word], phrase: Range | None) -> bool:
    return phrase is not None and (phrase[1] == len(words) or words[phrase[1]].text in _STOPS)


def _with_apposition(words: Sequence[Word], name: Range | None, lexicon: Reporting) -> Range | None:
    """Return *Ivanova, the mayor* for *Ivanova* in *“…,” said Ivanova, the mayor of …*"""
    if name is None or name[1] + 1 >= len(words) or words[name[1]].text != ",":
        return name
    other = _after(words, name[1] + 1, lexicon, _LONGEST)
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


def _around_apposition(
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
    outer = _before(words, floor, start, lexicon, longest)
    first = words[start + 1].fold
    opened = any(first in known for known in (lexicon.relative, lexicon.ends, lexicon.opens))
    if outer is None or not (opened or _before(words, start + 1, comma, lexicon, longest)):
        return None
    return (outer[0], comma)


def _with_relative(
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


def _continues(words: Sequence[Word], at: int, lexicon: Reporting) -> bool:
    word = words[at]
    if word.kind is WordKind.PUNCT:
        return word.text in _JOINTS and 0 < at < len(words) - 1 and len(words[at - 1].text) > 1
    return word.fold not in lexicon.ends
