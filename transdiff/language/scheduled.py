"""Presents that tell what is to come, by the time beside them: *the permit expires in December*.

English tells nothing of the past in the present but in headlines, which have no full stop, and in
tales of years long gone. A language whose pack has no ending of the present, ``[roles] present``,
tells nothing here.
"""

from __future__ import annotations

from transdiff.facts import Moment
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.verbs import is_verb

_STOPS = frozenset(".!")
_NEAR = 7
"""Words from the verb to its time."""
_HEADED = 4
"""Words before the verb among which the article of its subject stands."""
_BETWEEN = 1
"""Content words between the verb and its time: *leaves for Oslo on Thursday*."""
_GONE = ("yesterday", "last", "ago")


def is_scheduled(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a verb of the present with a time to come in its clause."""
    word, pack = reading.words[index], load_pack(reading.lang)
    endings = pack.words("roles", "present")
    if not endings or not word.fold.endswith(endings) or word.text[:1].isupper():
        return False
    points = reading.once(_points)
    near = [i for i in points if 0 < i - index <= _NEAR]
    near = [i for i in near if reading.clauses[i] == reading.clauses[index]]
    if not near or not _is_intransitive(reading, index, min(near)):
        return False
    return is_verb(word, reading.lang) and _has_subject(reading, index) and _ends(reading, index)


def _points(reading: Reading) -> frozenset[int]:
    """Return the words of times that something may be set for: *in December*, *on Friday*."""
    every = load_pack(reading.lang).words("numbers", "every")
    points = reading.covered(m.span for f in reading.facts for m in f.moments if _is_point(m))
    return frozenset(i for i in points if not i or reading.words[i - 1].fold not in every)


def _is_point(moment: Moment) -> bool:
    """Whether a time is a day, week or month of the year at hand, and not one that is over."""
    gone = moment.relative.startswith(_GONE)
    stated = moment.month is not None or moment.weekday is not None or bool(moment.relative)
    return stated and not gone and moment.edge != "since" and moment.grain != "year"


def _has_subject(reading: Reading, index: int) -> bool:
    """Whether a noun of the other number stands right before a verb: *the permits expire*."""
    if not index or not reading.is_content[index - 1]:
        return False
    subject = reading.words[index - 1]
    if subject.fold.endswith("s") and subject.text.islower():
        return False
    articles = load_pack(reading.lang).words("roles", "articles")
    headed = any(w.fold in articles for w in reading.words[max(0, index - _HEADED) : index - 1])
    return headed or not is_verb(subject, reading.lang)


def _is_intransitive(reading: Reading, index: int, time: int) -> bool:
    """Whether a time is the verb's own, and of nothing behind it: *marks the day in May*."""
    between = range(index + 1, time)
    content = sum(reading.is_content[i] and i not in reading.times for i in between)
    articles = load_pack(reading.lang).words("roles", "articles")
    return content <= _BETWEEN and reading.words[index + 1].fold not in articles


def _ends(reading: Reading, index: int) -> bool:
    """Whether the sentence ends with a full stop, as no headline does."""
    return reading.words[reading.sentence(index).stop - 1].text in _STOPS
