"""Words that tell a man from a woman, as the packs' ``[gender]`` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from transdiff.language.concepts import family
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading

OTHER: Mapping[str, str] = {"m": "f", "f": "m"}
_KIN = "kin"
"""The family of concepts that are relations of kin."""


@lru_cache(maxsize=64)
def gendered_words(lang: str) -> Mapping[str, tuple[str, str]]:
    """Return, for each folded word, its kind (``pronouns``, ``persons``) and gender (m, f)."""
    pack = load_pack(lang)
    return {
        word: (kind, gender)
        for kind in ("pronouns", "persons")
        for gender in OTHER
        for word in pack.words("gender", f"{kind}_{gender}")
    }


def gendered(reading: Reading) -> dict[tuple[str, str], list[int]]:
    """Return the indices of the gendered words of *reading*, by kind and gender."""
    known = gendered_words(reading.lang)
    found: dict[tuple[str, str], list[int]] = {}
    for i, word in enumerate(reading.words):
        key = known.get(word.fold)
        if key is not None:
            found.setdefault(key, []).append(i)
    return found


def comparable(one: str, other: str, lang: str) -> bool:
    """Whether two folded words differ in nothing but gender: *father* and *mother*, not *son*."""
    degrees = _degrees(lang)
    return degrees.get(one) == degrees.get(other)


def kin_at(reading: Reading, index: int) -> str:
    """Return the relation that the word at *index* names, the same in all languages, or nothing."""
    span = reading.words[index].span
    terms = (t for facts in reading.facts for t in facts.terms if t.span.overlaps(span))
    return next((t.concept for t in terms if family(t.concept) == _KIN), "")


@lru_cache(maxsize=64)
def _degrees(lang: str) -> Mapping[str, int]:
    """The degree of kin of each word for a relative."""
    lines = enumerate(load_pack(lang).words("gender", "kin"))
    return {word: degree for degree, line in lines for word in line.split()}
