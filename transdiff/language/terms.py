"""Find phrases of the concept table: a trie of folded stems, the longest match first.

In languages that put spaces between words the trie runs over words, so that inflected forms match
through their stems; in Chinese and Japanese it runs over characters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from transdiff.facts import Term, Word
from transdiff.language.concepts import concepts
from transdiff.language.passage import Passage
from transdiff.language.words import tokenize

_UNSPACED = ("zh", "ja")


@dataclass(slots=True)
class _Node:
    """A step of the trie; ``ends`` are the (concept, form, capitals) of phrases that end here."""

    steps: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[str, str, str]] = field(default_factory=list)


def find_terms(passage: Passage) -> tuple[Term, ...]:
    """Return the phrases of the concept table in *passage*, in order of position."""
    if passage.lang in _UNSPACED:
        return tuple(_in_characters(passage))
    return tuple(_in_words(passage))


def _in_words(passage: Passage) -> Iterator[Term]:
    root, words = _trie(passage.lang), passage.words
    keys = [w.stem for w in words]
    i = 0
    while i < len(words):
        end, matched = i, ()
        node, j = root.steps.get(keys[i]), i
        while node is not None:
            j += 1
            fitting = tuple(
                e for e in node.ends if all(map(_fits, e[2], words[i:j]))
            ) if node.ends else ()
            if fitting:
                end, matched = j, fitting
            node = node.steps.get(keys[j]) if j < len(words) else None
        for concept, form, _ in matched:
            span = passage.span(
                words[i].span.start - passage.start, words[end - 1].span.end - passage.start
            )
            yield Term(span, concept, form)
        i = max(end, i + 1)


def _fits(pattern: str, word: Word) -> bool:
    """Whether *word* is written with the capitals of the phrase: ``a`` any, ``T`` title, ``U`` all."""
    if pattern == "a":
        return True
    if pattern == "T":
        return not word.text[0].islower()
    bare = word.text.partition("'")[0].partition("’")[0].replace(".", "")
    return bare.upper() == bare


def _in_characters(passage: Passage) -> Iterator[Term]:
    root, text = _trie(passage.lang), passage.text
    i = 0
    while i < len(text):
        end, matched = i, ()
        node, j = root.steps.get(text[i]), i
        while node is not None:
            j += 1
            if node.ends and not _splits_katakana(text, i, j):
                end, matched = j, tuple(node.ends)
            node = node.steps.get(text[j]) if j < len(text) else None
        for concept, form, _ in matched:
            yield Term(passage.span(i, end), concept, form)
        i = max(end, i + 1)


def _splits_katakana(text: str, start: int, end: int) -> bool:
    """Whether a cut falls inside a run of katakana or Latin letters, which is one word."""
    return (start > 0 and _joined(text[start - 1], text[start])) or (
        end < len(text) and _joined(text[end - 1], text[end])
    )


def _joined(left: str, right: str) -> bool:
    both_katakana = "\u30a1" <= left <= "\u30fc" and "\u30a1" <= right <= "\u30fc"
    return both_katakana or (left.isascii() and left.isalpha() and right.isascii() and right.isalpha())


@lru_cache(maxsize=64)
def _trie(lang: str) -> _Node:
    root = _Node()
    for concept in concepts().values():
        for form, phrase in concept.phrases(lang):
            node, capitals = root, []
            for key, capital in _steps(phrase, lang):
                node = node.steps.setdefault(key, _Node())
                capitals.append(capital)
            node.ends.append((concept.id, form, "".join(capitals)))
    return root


def _steps(phrase: str, lang: str) -> Iterator[tuple[str, str]]:
    if lang in _UNSPACED:
        yield from ((character, "a") for character in phrase)
        return
    words: Sequence[Word] = tokenize(phrase, lang=lang)
    for word in words:
        yield word.stem, _capitals(word.text)


def _capitals(text: str) -> str:
    bare = text.replace(".", "")
    if len(bare) > 1 and bare.isupper():
        return "U"
    return "T" if text[0].isupper() else "a"
