"""A dictionary of phrases that finds them in running text, inflected or not, the longest first.

In languages that put spaces between words it runs over stems, so that inflected forms match; in
Chinese and Japanese it runs over characters. The capitals of a phrase count: ``WHO`` is found in
``the WHO's`` and not in ``who``, ``Turkey`` not in ``turkey``; lower case fits any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from transdiff.facts import Word
from transdiff.language.passage import Passage
from transdiff.language.words import stem_word, tokenize

T = TypeVar("T")
UNSPACED = frozenset({"zh", "ja"})
"""Languages that are searched character by character."""
UNCASED = UNSPACED | {"ar"}
"""Languages without capitals, whose spelling of a foreign name keeps few of its letters."""
OF_SYLLABLES = UNSPACED | {"vi"}
"""Languages in which what stands between two spaces may be part of a word, or several."""

_CASES = frozenset({"ru", "uk"})
"""Languages whose proper names change with the case."""
_BENDS = 2
"""Letters at the end of a proper name that a case may change: *Египет*, *Египта*."""
_SOFT, _SOFT_CASES = ("й", "ь"), ("я", "ю", "и")
"""The end of names such as *Китай*, *Кремль*, and what cases put in its place."""
_ADJECTIVE = ("ый", "ий", "ой")
_HARD = frozenset("бвгґджзклмнпрстфхцчшщ")
"""Consonants behind which a case puts its ending: *Судана* is no form of *суд*."""
_FLEETING = frozenset("еёоєії")
"""Vowels before the last consonant that cases may drop or change: *Египет*, *Київ*."""
_OPENED = {"ів": "ова", "їв": "єва"}
"""What Ukrainian cases make of the end of a town: *Львів*, *Львова*; *Київ*, *Києва*."""
_PLURAL = ("ых", "их", "іх")
_SLAVIC = ("ово", "ево", "єво", "ино", "іно", "ско")
"""The ends of the names in *-o* that cases change: *Внуково*."""
_GERMAN = ("er", "e")
"""Endings that a German noun keeps: a stemmer takes *Fahrer* and *Fähre* for forms of *fahren*."""
_BRITISH = re.compile(r"(?<=[a-z]{3})is(?=e?$|ation$|ing$|ed$)|(?<=[a-z]{2})our(?=s?$)")
_HISSING = ("s", "x", "z", "ch", "sh", "o")
"""Endings of English words whose plural has an e that is none of the word: *churches*."""
_DOING = "ing"
"""The end of English nouns whose stem is a verb's, while that of their plural is not."""
_VOWELS = frozenset("aeiou")
_SPELLINGS = {"defenc": "defens", "centr": "center", "programm": "program"}


class Match(NamedTuple, Generic[T]):
    """A phrase in the text: offsets count from the start of the passage."""

    start: int
    end: int
    values: tuple[T, ...]


class _Step(NamedTuple):
    """A word of a phrase: the keys it is found by, its capitals, and the letters it begins with.

    A proper name is found by the stem of its nominative and of its other cases, as a stemmer takes
    *Ереван* for another word than *Ереване*. ``fold`` is the word itself in English, where the
    stem does not tell *plane* from *plan*.
    """

    keys: tuple[str, ...]
    capital: str
    head: str
    fold: str = ""


class _Node(Generic[T]):
    __slots__ = ("ends", "steps")

    def __init__(self) -> None:
        self.steps: dict[str, _Node[T]] = {}
        self.ends: list[tuple[T, str, tuple[str, ...], tuple[str, ...]]] = []


class Dictionary(Generic[T]):
    """Phrases of one language, each with a value; a phrase may have several."""

    def __init__(self, entries: Iterable[tuple[str, T]], lang: str) -> None:
        self.lang = lang
        self._root: _Node[T] = _Node()
        for phrase, value in entries:
            steps = [*self._steps(phrase)]
            capitals = "".join(s.capital for s in steps)
            end = (capitals, tuple(s.head for s in steps), tuple(s.fold for s in steps))
            for keys in product(*(s.keys for s in steps)):
                node = self._root
                for key in keys:
                    node = node.steps.setdefault(key, _Node())
                node.ends.append((value, *end))

    def matches(self, passage: Passage) -> Iterator[Match[T]]:
        """Yield the phrases in *passage*, from left to right, none overlapping."""
        if self.lang in UNSPACED:
            yield from self._in_characters(passage.text)
        else:
            yield from self._in_words(passage)

    def _steps(self, phrase: str) -> Iterator[_Step]:
        if self.lang in UNSPACED:
            yield from (_Step((character,), "a", "") for character in phrase)
            return
        for word in tokenize(phrase, lang=self.lang):
            capital = _capitals(word.text)
            keys = {spelling_key(word.stem, self.lang): None}
            if self.lang == "en" and word.fold.endswith(_DOING):  # *paintings*, of which *painting*
                keys[spelling_key(stem_word(word.fold + "s", self.lang), self.lang)] = None
            head = ""
            if self.lang in _CASES and capital == "T":
                head = _unbent(word.fold)
                keys |= {
                    spelling_key(stem_word(form, self.lang), self.lang): None
                    for form in _cases(word.fold)
                }
            if self.lang == "de" and capital == "T" and word.fold.endswith(_GERMAN):
                head = word.fold
            yield _Step(tuple(keys), capital, head, word.fold if self.lang == "en" else "")

    def _in_words(self, passage: Passage) -> Iterator[Match[T]]:
        words, lang, begun = passage.words, self.lang, self._root.steps
        keys = [spelling_key(w.stem, lang) for w in words]
        done = 0
        for i in [i for i, key in enumerate(keys) if key in begun]:
            if i < done:
                continue
            values: tuple[T, ...] = ()
            node: _Node[T] | None = begun[keys[i]]
            j = i
            while node is not None:
                j += 1
                found = node.ends and tuple(
                    [v for v, *ends in node.ends if all(map(_fits, *ends, words[i:j]))]
                )
                if found:
                    done, values = j, found
                node = node.steps.get(keys[j]) if j < len(words) else None
            if values:
                start = words[i].span.start - passage.start
                yield Match(start, words[done - 1].span.end - passage.start, values)

    def _in_characters(self, text: str) -> Iterator[Match[T]]:
        i = 0
        while i < len(text):
            end = i
            values: tuple[T, ...] = ()
            node, j = self._root.steps.get(text[i]), i
            while node is not None:
                j += 1
                if node.ends and not _splits_word(text, i, j):
                    end, values = j, tuple(value for value, *_ in node.ends)
                node = node.steps.get(text[j]) if j < len(text) else None
            if values:
                yield Match(i, end, values)
            i = max(end, i + 1)


def _unbent(fold: str) -> str:
    """Return what no case changes of a Russian or Ukrainian proper name: all of *Кито*, *Судан*."""
    if fold.endswith(_SOFT) and not fold.endswith(_ADJECTIVE):
        return fold[:-1]
    if fold.endswith("о") and not fold.endswith(_SLAVIC):
        return fold
    if fold.endswith(tuple(_OPENED)):
        return fold[:-2]
    if fold[-1:] in _HARD and fold[-2:-1] not in _FLEETING and not fold.endswith(_PLURAL):
        return fold
    return fold[: max(3, len(fold) - _BENDS)]


def _cases(fold: str) -> Iterator[str]:
    """Yield forms of a Russian or Ukrainian name of which a stemmer makes different stems."""
    yield fold + "е"
    for closed, opened in _OPENED.items():
        if fold.endswith(closed):
            yield fold.removesuffix(closed) + opened
    if fold.endswith(_SOFT):
        yield from (fold[:-1] + ending for ending in _SOFT_CASES)


@lru_cache(maxsize=65536)
def spelling_key(stem: str, lang: str) -> str:
    """Fold away what the stem keeps: national spelling, dots, an article that is a suffix."""
    if lang == "en":
        plain = _BRITISH.sub(lambda m: "or" if m[0] == "our" else "iz", stem)
        return _SPELLINGS.get(plain, plain).replace(".", "")
    if lang == "hy":
        return stem.partition("-")[0].removesuffix("ն")
    return stem


def _fits(capital: str, head: str, fold: str, word: Word) -> bool:
    """Whether *word* has the capitals of the phrase: ``a`` any, ``T`` the first, ``U`` all.

    *head* is what no case of a proper name changes: *Сомов* is no form of *Сомали*. *fold* is the
    word of an English phrase.
    """
    if not word.fold.startswith(head) or (fold and word.fold != fold and _apart(word.fold, fold)):
        return False
    if capital == "a":
        return True
    if capital == "T":
        return not word.text[0].islower()
    bare = re.split("['’-]", word.text, maxsplit=1)[0]
    return bare.upper() == bare


def _apart(one: str, other: str) -> bool:
    """Whether an ending tells words apart: *plane*, *plans*, *planned*, or *year*, *yearly*."""
    short, long = sorted((_singular(one), _singular(other)), key=len)
    if long == short + "e":
        return not short.endswith(_HISSING)
    if long == short + "ly":
        return True
    bare, doubled = short[:-1], short[-2:-1]
    return short.endswith("e") and doubled not in _VOWELS and long.startswith(bare + doubled)


def _singular(fold: str) -> str:
    return fold[:-1] if fold.endswith("s") and not fold.endswith("ss") else fold


def _capitals(text: str) -> str:
    bare = text.replace(".", "")
    if len(bare) > 1 and bare.isupper():
        return "U"
    return "T" if text[0].isupper() else "a"


def _splits_word(text: str, start: int, end: int) -> bool:
    """Whether a cut falls inside a run of katakana or Latin letters, which is one word."""
    return (start > 0 and _joined(text[start - 1], text[start])) or (
        end < len(text) and _joined(text[end - 1], text[end])
    )


def _joined(left: str, right: str) -> bool:
    if left.isascii() and right.isascii():
        return left.isalpha() and right.isalpha()
    return "\u30a1" <= left <= "\u30fc" and "\u30a1" <= right <= "\u30fc"
