"""How odd a word looks: by the letters that its language puts together, and by the word lists.

A misspelt word, a name left in pinyin or a word of another language has runs of three letters that
are rare in the language. The frequencies are those of langdetect's profiles, which come for some
fifty languages; a language without a profile has no odd words.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from transdiff.language.concepts import concepts
from transdiff.language.contrasts import words_by_class
from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word, stem_word

_RARE = 2e-6
"""Added to the share of every run of letters, so that one never seen is not infinitely odd."""
_FOREIGN = "untranslated"
"""The section of a pack that lists words of other languages."""


@lru_cache(maxsize=65536)
def oddness(fold: str, lang: str) -> float:
    """Return the mean surprise, in nats, at the runs of three letters; 0 without a profile."""
    shares = _shares(lang)
    if not shares:
        return 0.0
    text = f" {fold} "
    runs = [text[i : i + 3] for i in range(len(text) - 2)]
    return sum(-math.log(shares.get(run, 0.0) + _RARE) for run in runs) / len(runs)


@lru_cache(maxsize=65536)
def is_listed(fold: str, stem: str, lang: str) -> bool:
    """Whether a word list of the language has the word or its stem."""
    words = _vocabulary(lang)
    return fold in words or stem in words


@lru_cache(maxsize=64)
def _shares(lang: str) -> Mapping[str, float]:
    """The share of each run of three letters in texts of *lang*."""
    file = resources.files("langdetect") / "profiles" / lang
    if not lang.isalpha() or not file.is_file():
        return {}
    profile = json.loads(file.read_text(encoding="utf-8"))
    total = profile["n_words"][2]
    return {run: n / total for run, n in profile["freq"].items() if len(run) == 3}


@lru_cache(maxsize=64)
def _vocabulary(lang: str) -> frozenset[str]:
    """Every word of the pack, the contrasts and the concept table, with its stem."""
    pack = load_pack(lang)
    phrases = [
        p for name, part in pack.sections.items() if name != _FOREIGN for p in _strings(part)
    ]
    phrases += [p for concept in concepts().values() for _, p in concept.phrases(pack.lang)]
    phrases += [word for words in words_by_class(pack.lang).values() for word in words]
    folds = {fold_word(word) for phrase in phrases for word in phrase.split()}
    return frozenset(folds | {stem_word(fold, pack.lang) for fold in folds})


def _strings(part: Any) -> Iterator[str]:
    """All strings of a TOML table, its keys too."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield key
            yield from _strings(value)
    elif isinstance(part, list):
        for value in part:
            yield from _strings(value)
