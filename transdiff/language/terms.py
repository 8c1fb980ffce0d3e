"""Find phrases of the concept table."""

from __future__ import annotations

from functools import lru_cache

from transdiff.facts import Term
from transdiff.language.concepts import concepts
from transdiff.language.dictionary import Dictionary
from transdiff.language.passage import Passage

_UNBENT = frozenset({"en"})
"""Languages whose words have endings and whose names have none."""


def find_terms(passage: Passage) -> tuple[Term, ...]:
    """Return the phrases of the concept table in *passage*, in order of position.

    A phrase of several concepts (``Macedonia``) gives a term for each, with the same span.
    """
    return tuple(
        Term(passage.span(match.start, match.end), concept, form)
        for match in _dictionary(passage.lang).matches(passage)
        if not (passage.lang == "vi" and _in_a_name(passage.text, match.start, match.end))
        for concept, form in dict.fromkeys(
            (concept, form)
            for concept, form, name in match.values
            if not name or _is_written(name, passage.text[match.start : match.end])
        )
    )


def _is_written(name: str, text: str) -> bool:
    """Whether *text* is the name itself, not a word that only has its stem: *Graz*, *Grazing*."""
    return text.casefold().removeprefix(name) in ("", "s", "'s", "’s")


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a syllable that can be a country's is part of a name: *Trần Đức Thảo*."""
    if " " in text[start:end] or not text[start].isupper():
        return False
    before, after = text[:start].rpartition(" ")[0], text[end:]
    previous = before.rpartition(" ")[2]
    opens = not before.rpartition(" ")[0].strip()
    follows = after[:1] == " " and after[1:2].isupper()
    return previous[:1].isupper() and previous[-1:].isalpha() and (follows or not opens)


@lru_cache(maxsize=64)
def _dictionary(lang: str) -> Dictionary[tuple[str, str, str]]:
    """The phrases of all concepts, each with the name that it is where names have no endings."""
    return Dictionary(
        (
            (phrase, (concept.id, form, _name(phrase) if lang in _UNBENT else ""))
            for concept in concepts().values()
            for form, phrase in concept.phrases(lang)
        ),
        lang,
    )


def _name(phrase: str) -> str:
    return phrase.casefold() if phrase[:1].isupper() and phrase.isalpha() else ""
