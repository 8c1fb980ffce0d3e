"""What a word may be a form of: its beginnings, less any ending that its language has.

The light stemmer is for words of one text, where two words must not be made one. A word of a text
and the dictionary form of a glossary are further apart (*получили*, *получить*; *negó*, *negar*).
The section ``[inflection]`` of a pack lists ``endings``, and for Arabic ``prefixes``, each a chain
of alternatives, in which ``-`` is nothing: theme, tense, person. ``alternations`` say which sounds
of a root change (*скажут*, *сказать*; *niega*, *negar*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_section
from transdiff.language.stems import light_stem

_LEAST = 3
"""Letters of a root."""
_BEHIND = 3
"""Letters behind a sound that changes."""
_SHARE = 0.25
"""The share of a word that is its root, at least."""


@lru_cache(maxsize=65536)
def roots(fold: str, lang: str) -> tuple[str, ...]:
    """Return what the form *fold* may be made of, the longest first, itself among them."""
    endings = _chains(lang, "endings")
    found = {fold, light_stem(fold, lang)}
    if irregular := irregular_forms(lang).get(fold):
        found.add(irregular)
    for rest in _bare(fold, lang):
        found |= {rest[:at] for at in range(len(rest), 0, -1) if rest[at:] in endings}
    least = max(_LEAST, _SHARE * len(fold))
    return tuple(sorted((r for r in found if len(r) >= least or r == fold), key=_longest))


@lru_cache(maxsize=65536)
def altered(root: str, lang: str) -> tuple[str, ...]:
    """Return the roots that *root* may be a form of, by the sounds that change at its end."""
    listed: Sequence[str] = load_section(lang, "inflection").get("alternations", ())
    found = []
    for old, *others in map(str.split, listed):
        at = root.rfind(old, max(1, len(root) - len(old) - _BEHIND))
        if at > 0 and len(root) >= _LEAST:
            found += [root[:at] + new.replace("-", "") + root[at + len(old) :] for new in others]
    return tuple(dict.fromkeys(found))


def _longest(root: str) -> tuple[int, str]:
    return -len(root), root


def _bare(fold: str, lang: str) -> Iterator[str]:
    """Yield *fold* with and without what its language sets before a word."""
    yield fold
    for prefix in _chains(lang, "prefixes"):
        if fold.startswith(prefix):
            yield fold[len(prefix) :]


@lru_cache(maxsize=64)
def _chains(lang: str, name: str) -> frozenset[str]:
    """Every way through the chains *name* of the pack of *lang*."""
    chains: Sequence[Sequence[str]] = load_section(lang, "inflection").get(name, ())
    return frozenset(
        "".join(parts)
        for chain in chains
        for parts in product(*([p.replace("-", "") for p in link.split()] for link in chain))
    )
