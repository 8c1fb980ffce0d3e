"""Rule ``omission-casualties``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from transdiff.comparison import Article
from transdiff.facts import Facts, Quantity, Span
from transdiff.language.content import content_words
from transdiff.language.fates import fates_of
from transdiff.model import Role, Segment
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.left import nothing_own

_TOLL = frozenset({"killed", "hurt", "missing"})


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_casualties(article: Article) -> Iterator[Mark]:
    """Report that a toll is told without one of its classes: the dead, the hurt or the missing.

    A sentence is meant that counts casualties, as does the reference sentence it was made from,
    where that counts a class of which the whole article has no word, or the next one does, from
    which the article has nothing. References in other languages are left out.

    Flagged:
        reference: The blast killed four people and left two others missing, the police said.
        translation: Four people were killed in the blast, the police said.[[]]

    Flagged:
        reference: A bus fell into a ravine on Friday; nine passengers died and 31 were injured.
        translation: Nine passengers died on Friday when a bus fell into a ravine.[[]]

    Flagged:
        reference: The blast killed four people on Friday. Nine were injured. The mill is old.
        translation: On Friday the blast killed four people.[[]] The mill is old.

    Allowed:
        reference: The blast killed four people and left two others missing, the police said.
        translation: Four people were killed in the blast, the police said. Two are unaccounted for.

    Allowed:
        reference: The flood killed eleven people and seven were missing, the governor said.
        translation: Eleven people died in the flood, and nobody knows where seven others are.

    Allowed:
        reference: The blast killed four people and left two others missing, the police said.
        translation: Four people were killed in the blast, the police said. Two are still trapped.

    Allowed:
        reference: The blast killed four people and left two others missing, the police said.
        translation: The police spoke of a blast.
    """
    lang = article.story.lang
    told = {fate for _, s in article.compared() for fate in _told(s.facts, lang)}
    for pair in article.comparisons:
        counted = {q.fate for q in pair.segment.facts.quantities} & _TOLL
        for witness in pair.witnesses if counted else ():
            near = {q.value for s in pair.around for q in s.facts.quantities if q.fate not in _TOLL}
            same = witness.lang == lang and counted & {q.fate for q in _counts(witness.segments)}
            lost = _lost(_counts(witness.segments), told, near) if same else None
            if lost is not None:
                told.add(lost.fate)
                end = pair.segment.span.end
                yield _mark(article, witness.key, lost, Span(end, end))
    yield from _left_out(article, told)


def _left_out(article: Article, told: set[str]) -> Iterator[Mark]:
    """Mark what a sentence counts of which the article has nothing, where it has the one before.

    That one tells a toll as well, and whoever reads it takes it for the whole.
    """
    lang = article.story.lang
    for key, story in article.references.items():
        for index in range(1, len(story.segments)) if story.lang == lang else ():
            before, segment = story.segments[index - 1 : index + 1]
            places = article.support_of.get((key, index - 1), ())
            if (key, index) in article.support_of or not places or not _counts((before,)):
                continue
            mine = [article.story.segments[i] for i in places]
            near = {q.value for s in article.story.segments for q in s.facts.quantities}
            lost = _lost(_counts((segment,)), told, near) if _counts(mine) else None
            if lost is not None:
                told.add(lost.fate)
                size = len(content_words(segment.facts.words, lang))
                mark = _mark(article, key, lost, article.place_of_missing(key, index))
                yield replace(mark, sure=nothing_own(article, size))


def _mark(article: Article, key: str, lost: Quantity, place: Span) -> Mark:
    value = f"{lost.value:g} {lost.fate}"
    evidence = article.reference_evidence(key, lost.span, Role.MISSING)
    message = f'missing: {key} counts "{evidence.quote}" {lost.fate}'
    return Mark(place, message, (replace(evidence, value=value),))


def _told(facts: Facts, lang: str) -> frozenset[str]:
    """The fates that a sentence tells of, counted or not; who is trapped underground is missing."""
    told = fates_of(facts.words, lang) | {q.fate for q in facts.quantities if q.fate}
    return told | {"missing"} if "trapped" in told else told


def _counts(segments: Iterable[Segment]) -> list[Quantity]:
    return [q for s in segments for q in s.facts.quantities if q.fate in _TOLL]


def _lost(counted: list[Quantity], told: set[str], near: set[float]) -> Quantity | None:
    """Return the first count of a class that is not among those *told*, in whatever words.

    *near* are figures of the article that may count the class in words which no list has.
    """
    counts = (q for q in counted if q.value >= 1 and q.value not in near)
    return next((q for q in counts if q.fate not in told), None)
