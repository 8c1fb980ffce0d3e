"""Find phrases of the concept table."""

from __future__ import annotations

from functools import lru_cache

from transdiff.facts import Term
from transdiff.language.concepts import concepts
from transdiff.language.dictionary import Dictionary
from transdiff.language.passage import Passage


def find_terms(passage: Passage) -> tuple[Term, ...]:
    """Return the phrases of the concept table in *passage*, in order of position.

    A phrase of several concepts (``Macedonia``) gives a term for each, with the same span.
    """
    return tuple(
        Term(passage.span(match.start, match.end), concept, form)
        for match in _dictionary(passage.lang).matches(passage)
        for concept, form in dict.fromkeys(match.values)
    )


@lru_cache(maxsize=64)
def _dictionary(lang: str) -> Dictionary[tuple[str, str]]:
    return Dictionary(
        (
            (phrase, (concept.id, form))
            for concept in concepts().values()
            for form, phrase in concept.phrases(lang)
        ),
        lang,
    )
