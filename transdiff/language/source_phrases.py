"""Which phrase of a sentence is the source of a reporting verb.

It stands before the verb (*the ministry said*), between commas before it (*Ivanova, the mayor,
said*) or, after a quotation, behind it (*“…,” said Ivanova*).
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.dictionary import UNSPACED
from transdiff.language.past import past_form
from transdiff.language.reporting import ACCORDING, Reporting
from transdiff.language.source_additions import (
    antecedent,
    around_apposition,
    closing_phrase,
    ends_sentence,
    is_relative_alone,
    with_apposition,
    with_clause,
)
from transdiff.language.source_extent import (
    JOINTS,
    LONGEST,
    LONGEST_UNSPACED,
    QUOTES,
    noun_phrase,
    opens_plainly,
    phrase_after,
    phrase_before,
    starts_phrase,
)
from transdiff.language.source_frames import cleft
from transdiff.language.words import Range

_ADDRESSED = frozenset({"tell", "inform"})
"""Verbs behind which stands who is spoken to."""
_TURNED_TO = frozenset(
    {
        "ask", "urge", "warn", "remind", "advise", "beg", "assure", "describe", "demand", "reject",
        "promise", "propose", "condemn", "criticise", "accuse", "praise",
    }
)  # fmt: skip
"""The same, or what is meant, where who speaks is told before: *Ana Ruiz, the mayor, asked the
victims for patience*, *Ana Ruiz, la alcaldesa, exigió la dimisión del ministro*."""
_NAMES = 2
"""Words of a full name."""
_ADDRESS = 7
"""Words behind a verb within which stands the agency that was spoken to."""
PAUSES = frozenset(",，、—–-")


def source_of(
    words: Sequence[Word], at: tuple[int, int, int], verb: str, lexicon: Reporting
) -> Range | None:
    """Return the source of the verb at words *first* to *last*; nothing before *floor* is it."""
    floor, first, last = at
    longest = LONGEST_UNSPACED if lexicon.lang in UNSPACED else LONGEST
    if verb == ACCORDING:
        phrase = noun_phrase(words, phrase_after(words, last, lexicon, longest), lexicon.lang)
        apposed = with_apposition(words, phrase, lexicon)
        found = apposed if ends_sentence(words, apposed) else phrase
        return _with_nameless(words, (first, last), found, lexicon)
    if lexicon.order == "topic":
        topic = _topic(words, floor, first, lexicon)
        return topic or phrase_before(words, floor, first, lexicon, longest)
    if (singled := cleft(words, floor, first, lexicon)) is not None:
        return singled
    last = _past_addressee(words, last, lexicon)
    if lexicon.order == "after" and starts_phrase(words, last, lexicon):
        return phrase_after(words, last, lexicon, longest)
    before = first - 1
    while before >= floor and words[before].fold in lexicon.between:
        before -= 1
    as_said = before >= floor and words[before].fold in lexicon.as_
    opens = as_said and (starts_phrase(words, last, lexicon) or opens_plainly(words, last, lexicon))
    if opens:  # как рассказал один из жителей
        return with_apposition(words, phrase_after(words, last, lexicon, longest), lexicon)
    if before < floor or words[before].text in QUOTES or words[before].text in PAUSES:
        return _beyond_mark(words, (floor, before, last), verb, lexicon, longest)
    if words[before].fold in lexicon.relative - lexicon.opens:
        return antecedent(words, floor, before, lexicon, longest)
    found = phrase_before(words, floor, before + 1, lexicon, longest)
    if found and last < len(words) and words[last].fold in lexicon.subjects:
        return last, last + 1  # die Kosten bezifferte er auf eine Million
    if found and _fronted(words, found, lexicon) and not _closes_clause(words, last):
        return noun_phrase(words, phrase_after(words, last, lexicon, longest), lexicon.lang)
    found = found and _past_setting(words, found, lexicon)
    found = found and (with_clause(words, floor, found, lexicon) or found)
    found = found and _less_verb(words, found, lexicon)
    if found and _is_contact_clause(words, found, lexicon):
        return (found[1] - 1, found[1])
    return None if found and floor and found[0] == floor else found


def _with_nameless(
    words: Sequence[Word], at: Range, phrase: Range | None, lexicon: Reporting
) -> Range | None:
    """Return *Kreisen der Regierung* for *der Regierung* where what opens it is *aus Kreisen*.

    *De source policière*: what leads to the source is who speaks, for the body that follows.
    """
    nameless = next(iter(lexicon.anonymous.all(words[slice(*at)])), None)
    if nameless is None or phrase is None:
        return phrase
    return (at[0] + nameless[1], phrase[1])


def _less_verb(words: Sequence[Word], phrase: Range, lexicon: Reporting) -> Range | None:
    """Return *the minister* for *the minister met the soldiers and* in *… and reported*.

    None where the phrase opens with what else was done: who did it stands before a mark.
    """
    if words[phrase[1] - 1].fold not in lexicon.with_pronoun:
        return phrase
    for at in range(*phrase):
        if past_form(words[at].fold, lexicon.lang):
            return (phrase[0], at) if at > phrase[0] else None
    return phrase


def _is_contact_clause(words: Sequence[Word], phrase: Range, lexicon: Reporting) -> bool:
    """Whether a pronoun is who speaks of what stands before it: *two men it accuses of theft*."""
    before, last = words[phrase[1] - 2], words[phrase[1] - 1]
    several = phrase[1] - phrase[0] > 1 and lexicon.lang == "en"
    return several and last.fold in lexicon.pronouns and is_content(before, lexicon.lang)


def _beyond_mark(
    words: Sequence[Word], at: tuple[int, int, int], verb: str, lexicon: Reporting, longest: int
) -> Range | None:
    """Return the source where a mark stands before the verb: before that mark, or behind the verb.

    The mark is at *before*, the verb ends at *last*: *Ivanova, the mayor, said*; *“…,” said
    Ivanova*.
    """
    floor, before, last = at
    if before >= floor and words[before].text == ",":
        around = around_apposition(words, floor, before, lexicon, longest)
        told = verb in _ADDRESSED and lexicon.lang == "en"
        told = told or (verb in _TURNED_TO and _is_somebody(words, around, lexicon))
        told = told or is_relative_alone(words, around, before, lexicon)
        closing = None if told else closing_phrase(words, last, lexicon, longest)
        apposed = closing or around
        if apposed is not None:
            return apposed
    inverted = before >= floor and opens_plainly(words, last, lexicon)
    if lexicon.order == "both" and (inverted or starts_phrase(words, last, lexicon)):
        return with_apposition(words, phrase_after(words, last, lexicon, longest), lexicon)
    return None


def _is_somebody(words: Sequence[Word], phrase: Range | None, lexicon: Reporting) -> bool:
    """Whether a phrase opens with a full name, or holds an office or a calling."""
    if phrase is None:
        return False
    capitals = all(w.text[:1].isupper() for w in words[phrase[0] : phrase[0] + _NAMES])
    return capitals or any(lexicon.roles.all(words[slice(*phrase)]))


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


def _closes_clause(words: Sequence[Word], at: int) -> bool:
    """Whether a clause ends before *at*, so that nobody speaks behind it.

    *Aus Kreisen der Union hieß es, …*
    """
    return at < len(words) and words[at].kind is WordKind.PUNCT and words[at].text not in QUOTES


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


def _past_addressee(words: Sequence[Word], at: int, lexicon: Reporting) -> int:
    """Return where the speaker may begin after *a déclaré à l'AFP*, *dijo a Reuters*.

    Also after *dijo en una entrevista con la AFP*, *сообщил "Интерфаксу"*.
    """
    for i in range(at + 1, min(at + _ADDRESS, len(words))):
        if words[i - 1].kind is WordKind.PUNCT and words[i - 1].text not in QUOTES:
            break
        agency = lexicon.agencies.match(words, i)
        if (
            agency is not None
            and lexicon.order == "after"
            and _is_told_between(words, at, i, lexicon)
        ):
            return at  # أفاد مصدر وكالة فرانس برس: who speaks stands before whom he speaks to
        if agency is not None:
            end = agency[1]
            while end < len(words) and words[end].text in QUOTES:
                end += 1
            return end
    i = at
    while i < len(words) and words[i].fold in lexicon.to:
        i += 1
    told = i == at + 1 and words[at].fold in lexicon.ends  # сообщил журналистам министр
    return i if told else at


def _is_told_between(words: Sequence[Word], first: int, end: int, lexicon: Reporting) -> bool:
    """Whether an office, or somebody nameless, stands in these words."""
    held = lexicon.roles.all(words[first:end]), lexicon.anonymous.all(words[first:end])
    return any(True for found in held for _ in found)


def _topic(words: Sequence[Word], floor: int, first: int, lexicon: Reporting) -> Range | None:
    """Return what stands before the first topic particle of the sentence."""
    for i in range(floor, min(first, floor + LONGEST_UNSPACED)):
        if i > floor and words[i].text.startswith(lexicon.topic):
            return (floor, i)
        if words[i].kind is WordKind.PUNCT and words[i].text not in JOINTS:
            floor = i + 1
    return None
