"""Rule ``omission-casualties``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Witness
from transdiff.facts import Facts, Quantity, Span
from transdiff.language.fates import fates_of
from transdiff.model import Role
from transdiff.rule import Mark, rule

_TOLL = frozenset({"killed", "hurt", "missing"})


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_casualties(article: Article) -> Iterator[Mark]:
    """Report that a toll is told without one of its classes: the dead, the hurt or the missing.

    A sentence is meant that counts casualties, as does the reference sentence it was made from,
    where that counts a class of which the whole article has no word. References in other languages
    are left out.

    Flagged:
        reference: The blast killed four people and left two others missing, the police said.
        translation: Four people were killed in the blast, the police said.[[]]

    Flagged:
        reference: A bus fell into a ravine on Friday; nine passengers died and 31 were injured.
        translation: Nine passengers died on Friday when a bus fell into a ravine.[[]]

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
            lost = _lost(witness, told, near) if witness.lang == lang else None
            if lost is None or not counted & {q.fate for q in _counts(witness)}:
                continue
            told.add(lost.fate)
            evidence = witness.evidence(lost.span, Role.MISSING, f"{lost.value:g} {lost.fate}")
            end = pair.segment.span.end
            message = f'missing: {witness.key} counts "{evidence.quote}" {lost.fate}'
            yield Mark(Span(end, end), message, (evidence,))


def _told(facts: Facts, lang: str) -> frozenset[str]:
    """The fates that a sentence tells of, counted or not; who is trapped underground is missing."""
    told = fates_of(facts.words, lang) | {q.fate for q in facts.quantities if q.fate}
    return told | {"missing"} if "trapped" in told else told


def _counts(witness: Witness) -> list[Quantity]:
    return [q for s in witness.segments for q in s.facts.quantities if q.fate in _TOLL]


def _lost(witness: Witness, told: set[str], near: set[float]) -> Quantity | None:
    """Return the first count of a class that is not among those *told*, in whatever words.

    *near* are figures of the article that may count the class in words which no list has.
    """
    counts = (q for q in _counts(witness) if q.value >= 1 and q.value not in near)
    return next((q for q in counts if q.fate not in told), None)
