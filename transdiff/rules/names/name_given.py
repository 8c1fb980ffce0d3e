"""Rule ``name-given``."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from transdiff.comparison import Article, Comparison
from transdiff.facts import Name
from transdiff.language.romanise import romanise
from transdiff.language.short_names import may_be_short
from transdiff.language.vocabulary import is_ordinary
from transdiff.rule import Mark, rule
from transdiff.rules.names.known import is_known_word, words_of
from transdiff.rules.names.unknown import without_trade

_SURNAME_FIRST = frozenset({"zh", "ja", "vi", "ko", "hu", "ar"})
"""Languages whose names do not end in the surname, or not in one that tells people apart."""
_LEAST = 2
"""Consonants by which a surname is told."""
_APART = 0.6
"""Share of the letters that must differ in two given names that are no variants of one."""


@rule(group="names", category="name", severity="major")
def name_given(pair: Comparison) -> Iterator[Mark]:
    """Report a person whose given name is another one in every reference.

    Short forms and spellings are variants: *Alex* for *Alexander*, *Serhiy* for *Sergei*. A
    relative, whom a reference names too, is another person. That the article has the right name
    elsewhere makes this one no better.

    Flagged:
        reference: The award went to Danish novelist Peter Holm.
        translation: Danish writer [[Paul Holm]] received the award.

        reference: Midfielder Thomas Brandt will miss the match in Oslo.
        translation: The midfielder, [[Jakob Brandt]], will not play in Oslo.

        reference[ru]: Обвинение поддержал прокурор Виктор Саблин.
        translation: The case was brought by prosecutor [[Oleg Sablin]].

        reference: Peter Holm won the award on Friday. The novelist thanked his father.
        translation: Novelist [[Oscar Holm]] thanked his father. Peter Holm won on Friday.

    Allowed:
    reference: Daniel Okafor scored in the 117th minute as Harrow won the cup.
    translation: Late Okafor goal gives Harrow the cup.

        reference: The award went to Alexander Holm.
        translation: Alex Holm received the award.

        reference: The award went to William Holm.
        translation: Bill Holm received the award.

        reference: The award went to Peter Holm and his brother Paul.
        translation: Paul Holm shared the award with his brother.

        reference[uk]: Нагороду отримав Сергій Лисенко.
        translation: Sergei Lysenko received the award.
    """
    if pair.lang in _SURNAME_FIRST:
        return
    for mine in _people(pair.segment.facts.names, pair.lang):
        if is_known_word(_given(mine), "", pair.whole.said_by_references, pair.lang):
            continue
        if mine.span.start == pair.segment.span.start and is_ordinary(_given(mine), pair.lang):
            continue  # "Late Okafor goal wins cup"
        namesake = _namesake(pair, mine)
        if namesake is not None:
            key, theirs = namesake
            evidence = pair.whole.reference_evidence(key, theirs.span)
            yield Mark.against(pair.evidence(mine.span), evidence)


def _people(names: tuple[Name, ...], lang: str) -> list[Name]:
    people = (without_trade(n, lang) for n in names if n.kind == "person" and n.sure)
    return [n for n in people if len(n.parts) == 2]


def _given(name: Name) -> str:
    return words_of(name.text)[0]


def _namesake(pair: Comparison, mine: Name) -> tuple[str, Name] | None:
    """Return whom the references have with the surname of *mine*, and none with its given name."""
    if len(mine.parts[-1]) < _LEAST:
        return None
    found = pair.whole.once(_by_surname).get(mine.parts[-1], ())
    same = [(k, n) for k, n, lang in found if _apart(mine, n, pair.lang, lang)]
    if not same or len(same) < len(found):
        return None
    near = {w.key: w.around for w in pair.witnesses}
    beside = (o for o in same if any(s.span.contains(o[1].span) for s in near.get(o[0], ())))
    return next(beside, same[0])


def _by_surname(article: Article) -> dict[str, list[tuple[str, Name, str]]]:
    """The persons of the references with their keys and languages, by the surname's skeleton."""
    found: dict[str, list[tuple[str, Name, str]]] = {}
    for key, story in article.references.items():
        if story.lang in _SURNAME_FIRST:
            continue
        for segment in story.segments:
            for name in _people(segment.facts.names, story.lang) if segment.compared else ():
                found.setdefault(name.parts[-1], []).append((key, name, story.lang))
    return found


def _apart(mine: Name, theirs: Name, my_lang: str, their_lang: str) -> bool:
    """Whether surnames are one and given names are not."""
    if mine.parts[-1] != theirs.parts[-1]:
        return False
    if may_be_short(_given(mine), _given(theirs)):
        return False
    one, two = romanise(_given(mine), my_lang), romanise(_given(theirs), their_lang)
    shorter, longer = sorted((one, two), key=len)
    if len(shorter) < 3 or longer.startswith(shorter[:3]):
        return False
    return OSA.distance(one, two) >= _APART * len(longer)
