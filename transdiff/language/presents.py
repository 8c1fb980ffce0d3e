"""Forms of the present that look like participles: *beginnt*, *verspricht*, *erhält*.

Strong verbs have no participle in *-t*, so that such a form of theirs is of the present. The pack
says how their vowels change in it (``vowel-changes``), and which weak verbs are spelled like them
(``weak-twins``: *verwendet* is a participle too).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word

_INFINITIVE = "en"
_ENDINGS = ("t", "et", "")


@lru_cache(maxsize=64)
def strong_presents(lang: str) -> frozenset[str]:
    """Return the forms of *he does* of the irregular verbs of *lang*, with every prefix."""
    prefixes = ("", *load_pack(lang).words("tense", "irregular_prefixes"))
    forms = present_bases(lang)
    return frozenset(prefix + form for prefix in prefixes for form in forms)


@lru_cache(maxsize=64)
def present_bases(lang: str) -> Mapping[str, str]:
    """Map the forms of *he does* of the irregular verbs of *lang*, less any prefix, to these."""
    pack = load_pack(lang)
    changes = [tuple(fold_word(c).split()) for c in pack.words("tense", "vowel-changes")]
    twins = frozenset(pack.words("tense", "weak-twins"))
    if not changes:
        return {}
    verbs = [fold_word(line).split() for line in pack.words("tense", "irregular")]
    strong = [verb[0] for verb in verbs if not _is_weak(*verb)]
    found = {form: base for base in strong for form in _presents(base, changes)}
    return {form: base for form, base in found.items() if form not in twins}


def _is_weak(base: str, *forms: str) -> bool:
    """Whether a verb of the list has its participle in *-t* behind its stem: *gekauft*."""
    stem = base.removesuffix(_INFINITIVE)
    return any(form.endswith((stem + "t", stem + "et")) for form in forms)


def _presents(base: str, changes: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield what the third person of an infinitive may be: *nehmen*, *nimmt*."""
    if not base.endswith(_INFINITIVE):
        return
    stem = base.removesuffix(_INFINITIVE)
    stems = [stem]
    for old, new in changes:
        head, found, tail = stem.rpartition(old)
        if found:
            stems.append(head + new + tail)
    for each in stems:
        yield from (each + end for end in _ENDINGS if (each + end).endswith("t"))
