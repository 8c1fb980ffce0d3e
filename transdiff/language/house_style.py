"""House style: spellings and forms that say the same (``rumours``/``rumors``, ``tonnes``).

Two words with one :func:`style_key` differ by the policy of the desk, not by an editor's choice of
words. The pairs come from the section ``[house_style]`` of a pack; endings that follow a rule
(``-our``/``-or``, ``-ise``/``-ize``) are folded here, for English alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from transdiff.language.pack import load_pack
from transdiff.language.words import tokenize

_MARKS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»「」『』〝〞", '"'),
        **dict.fromkeys("‘’‚‛‹›ʼʻ`´", "'"),
        **dict.fromkeys("—–‒―−‐‑", "-"),
        **dict.fromkeys("，、،", ","),
        **dict.fromkeys("。．", "."),
        "：": ":",
        "；": ";",
        "؛": ";",
        "？": "?",
        "؟": "?",
        "！": "!",
        "（": "(",
        "）": ")",
    }
)


@lru_cache(maxsize=65536)
def style_key(fold: str, lang: str) -> str:
    """Return one key for all forms of the folded word *fold* that differ by house style alone."""
    plain = fold.translate(_MARKS)
    plain = equivalents(lang).get(plain, plain)
    for fold_ending in _ENDINGS.get(lang, ()):
        plain = fold_ending(plain)
    return plain


@lru_cache(maxsize=64)
def equivalents(lang: str) -> dict[str, str]:
    """Return, for every listed form of *lang*, the first of its row; words are spaced apart."""
    rows = load_pack(lang).section("house_style").get("same", ())
    return {_spaced(form): _spaced(row[0]) for row in rows for form in row}


def _spaced(form: str) -> str:
    """The words of *form* as the tokenizer cuts them: ``Mr.`` is ``mr .``"""
    return " ".join(word.fold for word in tokenize(form))


@lru_cache(maxsize=64)
def phrases(lang: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the listed forms of several words by their first word, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for form in equivalents(lang):
        words = tuple(form.split())
        if len(words) > 1:
            found.setdefault(words[0], set()).add(words)
    return {
        first: tuple(sorted(forms, key=lambda w: (-len(w), w))) for first, forms in found.items()
    }


def _ending(pattern: str, by: str, at_least: int) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda word: compiled.sub(by, word) if len(word) >= at_least else word


_ENDINGS = {
    "en": (
        _ending(r"([iy])s(e[sdr]?|ing|ation|ations|ers)$", r"\1z\2", 6),
        _ending(r"our(s|ed|ing|able|al|ful|hood|ite|ites|er|ers)?$", r"or\1", 5),
        _ending(r"([bct])re(s|d)?$", r"\1er\2", 5),
        _ending(r"([aeiou])ll(ed|ing|er|ers)$", r"\1l\2", 8),
        _ending(r"ence(s|less)?$", r"ense\1", 6),
        _ending(r"ogue(s)?$", r"og\1", 7),
    )
}
