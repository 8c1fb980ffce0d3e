"""Rule ``consistency-entity``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

import regex
from rapidfuzz.distance import OSA

from transdiff.comparison import Article
from transdiff.facts import Name, Span, WordKind
from transdiff.language.romanise import romanise, skeleton
from transdiff.rule import Mark, rule
from transdiff.rules.names.known import INFLECTED

_LEAST = 5
_LONG = 8
_BONES = 3
_LATIN = regex.compile(r"\p{Latin}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")


@rule(group="names", category="consistency", severity="minor", scope="article")
def consistency_entity(article: Article) -> Iterator[Mark]:
    """Report a name that the article spells in two ways.

    Two words that differ by a letter (two in long names) and stand for one name are a slip or two
    policies of transliteration. Names that a reference tells apart are two names. Languages that
    inflect names are not checked.

    Flagged:
        reference: Marchetova won the race. Marchetova thanked her team.
        translation: Marchetova won the race. Later [[Marcetova]] thanked her team.

        reference: Volodymyr Zelenskyy spoke first. Then Zelenskyy left.
        translation: Volodymyr Zelenskyy spoke first. Then [[Zelensky]] left.

    Allowed:
        reference: Marchetova won the race; Marchekova was second.
        translation: Marchetova won the race. It was Marchekova who came second.

        reference: The Bergmans won.
        translation: Anna Bergman won. Later the Bergmans celebrated.

        reference: Marchetova won the race.
        translation: Marchetova won the race.
    """
    if article.story.lang in INFLECTED:
        return
    spelled = _spellings(article)
    known = article.said_by_references.folds
    for one, two in _similar(sorted(spelled)):
        if not _one_name(one, two) or {one.casefold(), two.casefold()} <= known:
            continue
        rare, common = sorted((one, two), key=lambda w: _rank(w, spelled, known))
        span, other = spelled[rare][0], spelled[common][0]
        message = f'"{rare}" here, "{common}" elsewhere in the article'
        yield Mark(span, message, (article.evidence(other),))


def _similar(words: list[str]) -> list[tuple[str, str]]:
    """Pairs that share a spelling with one letter left out, or a skeleton; not all with all."""
    buckets: dict[str, list[str]] = {}
    for word in words:
        for key in _likenesses(word):
            buckets.setdefault(key, []).append(word)
    return sorted({pair for found in buckets.values() for pair in combinations(found, 2)})


@lru_cache(maxsize=8192)
def _likenesses(word: str) -> frozenset[str]:
    """The spelling, whole and less each letter, and the skeleton."""
    plain, bones = romanise(word), skeleton(word)
    shorter = (plain[:i] + plain[i + 1 :] for i in range(len(plain)))
    return frozenset({plain, *shorter, *([f"~{bones}"] if len(bones) > _BONES else [])})


def _rank(
    word: str, spelled: dict[str, list[Span]], known: frozenset[str]
) -> tuple[bool, int, int]:
    """What a reference spells so is right; else the more frequent; else the first."""
    return word.casefold() in known, len(spelled[word]), -spelled[word][0].start


def _spellings(article: Article) -> dict[str, list[Span]]:
    """Every long word of a name with its places, if the article never writes it small."""
    found: dict[str, list[Span]] = {}
    small: set[str] = set()
    for _, segment in article.compared():
        names = segment.facts.names
        for word in segment.facts.words:
            if word.kind is not WordKind.WORD:
                continue
            if word.text[0].islower():
                small.add(word.fold)
            elif len(word.text) >= _LEAST and any(_holds(n, word.span) for n in names):
                bare = _one_script(word.text.removesuffix("'s").removesuffix("’s"))
                found.setdefault(bare, []).append(word.span)
    return {w: spans for w, spans in found.items() if w.casefold() not in small}


def _one_script(text: str) -> str:
    """Spell a word that mixes Latin and Cyrillic letters, another rule's slip, in Latin ones."""
    mixed = _LATIN.search(text) and _CYRILLIC.search(text)
    return text[0] + romanise(text)[1:] if mixed and text[0].isascii() else text


def _holds(name: Name, span: Span) -> bool:
    return not name.concept and name.span.overlaps(span)


def _one_name(one: str, two: str) -> bool:
    """Whether two spellings are so near that they are one name: no plural, no other ending."""
    a, b = romanise(one), romanise(two)
    if min(len(a), len(b)) < _LEAST or a[0] != b[0] or one.isupper() != two.isupper():
        return False
    if {a, b} & {b + "s", a + "s", b + "n", a + "n", b + "e", a + "e", b + "es", a + "es"}:
        return False
    furthest = 2 if min(len(a), len(b)) >= _LONG else 1
    return a == b or OSA.distance(a, b, score_cutoff=furthest) <= furthest
