"""Forms of the present that look like participles: *beginnt*, *verspricht*, *erhält*.

Strong verbs have no participle in *-t*, so that such a form of theirs is of the present. The pack
says what the third person ends in (``present-endings``), how the vowels of strong verbs change in
it (``vowel-changes``), and which weak verbs are spelled like them (``weak-twins``: *verwendet* is a
participle too).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word


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
    infinitive = str(pack.section("tense")["infinitive-ending"])
    endings = pack.words("tense", "present-endings")
    found: dict[str, str] = {}
    for base, *forms in (fold_word(line).split() for line in pack.words("tense", "irregular")):
        stem = base.removesuffix(infinitive)
        if stem != base and not _is_weak(stem, forms):
            found |= dict.fromkeys(_presents(stem, changes, endings), base)
    return {form: base for form, base in found.items() if form not in twins}


def _is_weak(stem: str, forms: Sequence[str]) -> bool:
    """Whether a verb of the list has its participle in *-t* behind its stem: *gekauft*."""
    return any(form.endswith((stem + "t", stem + "et")) for form in forms)


def _presents(
    stem: str, changes: Sequence[tuple[str, ...]], endings: Sequence[str]
) -> Iterator[str]:
    """Yield what the third person of a verb may be: *nehmen*, *nimmt*."""
    stems = [stem]
    for old, new in changes:
        head, found, tail = stem.rpartition(old)
        if found:
            stems.append(head + new + tail)
    for each in stems:
        yield from (each + end for end in endings if (each + end).endswith("t"))
