"""Names in the phrase that says who speaks: whose they may be, their parts, a person's gender."""

from __future__ import annotations

from collections.abc import Sequence, Set

from transdiff.facts import Facts, Name, Span, Word, WordKind
from transdiff.language.reporting import Reporting
from transdiff.language.romanise import romanise
from transdiff.language.words import fold_word

_AGE = 4
"""Digits that an age has fewer of."""


def may_be_person(name: Name) -> bool:
    """Whether a name is a person's, or may be as far as is known."""
    return name.kind == "person" or (name.kind == "unknown" and not name.concept)


def may_be_word(name: Name, words: Sequence[Word], offices: Set[Span]) -> bool:
    """Whether a name may be an office, or just the first word: *Human rights groups*."""
    if name.kind == "person":
        return False
    inside = [w.span for w in words if name.span.contains(w.span)]
    if inside and all(span in offices for span in inside):
        return True
    first = len(name.parts) == 1 and name.span.start == words[0].span.start
    return first and len(words) > 1 and words[1].text != "," and name.span.end < words[-1].span.end


def possesses(name: Name, facts: Facts, last: Span) -> bool:
    """Whether the name is a possessor of what follows: *Novak's lawyer*, *the Alps’ wardens*."""
    end = next(w for w in facts.words if w.span.overlaps(Span(name.span.end - 1, name.span.end)))
    return end.fold.endswith(("'s", "'")) and end.span.end < last.start


def is_aged(name: Name, words: Sequence[Word]) -> bool:
    """Whether an age follows the name, set off by a comma: *Novak, 34, said*."""
    after = [w for w in words if w.span.start >= name.span.end][:3]
    marks = [w.text for w in after if w.kind is WordKind.PUNCT]
    return (
        len(after) > 1
        and after[0].text == ","
        and after[1].kind is WordKind.NUMBER
        and len(after[1].text) < _AGE
        and len(marks) == len(after) - 1
    )


def parts_of_name(name: Name, lang: str) -> tuple[str, ...]:
    """The skeletons of a name; a word with hardly any consonants is spelled out: *Mai*, *Li*."""
    texts = name.text.split()
    if len(texts) != len(name.parts):
        return tuple(p for p in name.parts if len(p) > 1)
    return tuple(
        part if len(part) > 1 else romanise(text, lang)
        for part, text in zip(name.parts, texts, strict=True)
    )


def spelt(name: Name | None) -> frozenset[str]:
    """The words of a name in Latin letters, as they are written."""
    words = fold_word(name.text).split() if name is not None else []
    return frozenset(w for w in words if len(w) > 1 and romanise(w) == w)


def capital_run(words: Sequence[Word], lexicon: Reporting) -> list[Word]:
    """Return the name that ends a source phrase or stands before its comma, by its capitals."""
    offices = {i for _, first, last in lexicon.roles.all(words) for i in range(first, last)}
    run: list[Word] = []
    for i, word in enumerate(words):
        capital = word.kind is WordKind.WORD and word.text[0].isupper()
        if capital and i not in offices and word.fold not in lexicon.ignore:
            run.append(word)
        elif run and word.text == ",":
            return run
        elif word.text not in ".-'’":
            run = []
    return run


def gender_of(words: Sequence[Word], lexicon: Reporting) -> str:
    """Return ``he`` or ``she`` where a word like *Mrs* tells, empty otherwise."""
    folds = {w.fold for w in words}
    if folds & lexicon.female:
        return "she"
    return "he" if folds & lexicon.male else ""
