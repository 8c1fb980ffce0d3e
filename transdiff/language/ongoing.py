"""Verbs of what goes on or is to come: *sues*, *will sue*, *with a guard shooting a man*."""

from __future__ import annotations

from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.tense import is_under_way
from transdiff.language.verbs import is_verb


def tells_now(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a verb of the present or of the future: *sues*, *will sue*.

    A present shows by its ending, between a subject and an object.
    """
    return index in reading.once(_telling)


def _telling(reading: Reading) -> frozenset[int]:
    """Return the verbs of the present or of the future."""
    return frozenset([i for i in range(len(reading.words)) if _tells_now(reading, i)])


def _tells_now(reading: Reading, index: int) -> bool:
    word, lang = reading.words[index], reading.lang
    if word.text[:1].isupper() or not (is_verb(word, lang) or reading.names_event(index)):
        return False
    if is_under_way(reading, index) or (index and _is_modal(reading, index - 1)):
        return True
    if not is_verb(word, lang):
        return False
    third = load_pack(lang).words("roles", "present")
    if not third or not index or not reading.is_content[index - 1]:
        return False
    subject = reading.words[index - 1]
    agrees = word.fold.endswith(third) != (subject.fold.endswith(third) and subject.fold.islower())
    return agrees and not is_verb(subject, lang) and has_object(reading, index)


def _is_modal(reading: Reading, index: int) -> bool:
    """Whether a word is the auxiliary of a future or of a duty."""
    return any(c.first <= index < c.end for c in reading.futures)


def is_participle(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a present participle, and no preposition like *following*."""
    return index in reading.once(_participles)


def _participles(reading: Reading) -> frozenset[int]:
    pack = load_pack(reading.lang)
    endings = pack.words("roles", "participles")
    ending = [i for i, w in enumerate(reading.words) if w.fold.endswith(endings)]
    idle = pack.words("roles", "participle-prepositions")
    verbs = (i for i in ending if is_verb(reading.words[i], reading.lang))
    return frozenset([i for i in verbs if reading.words[i].fold not in idle])


def has_object(reading: Reading, index: int) -> bool:
    """Whether a noun phrase follows the verb: an article, a name or a figure opens it."""
    if index + 1 >= len(reading.words):
        return False
    word = reading.words[index + 1]
    articles = load_pack(reading.lang).words("roles", "articles")
    return word.fold in articles or word.text[:1].isupper() or reading.is_figure(index + 1)
