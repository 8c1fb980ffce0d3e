"""Whether a noun can be the subject of a verb by gender and number, where verbs show them.

``[voice.concord]`` of a pack gives the endings of verbs by whom they are told of, and under the
same names the endings of nouns: a past in *-ла* has a subject in *-а* or *-я* if there is one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from transdiff.language.glossary import is_listed
from transdiff.language.pack import load_pack

SURE, POSSIBLE, AGAINST = 2, 1, 0
"""Only a nominative that agrees looks so; it may be one; it does not agree."""
_OPEN = "open"
"""Endings of nouns of any gender."""


@lru_cache(maxsize=65536)
def concord(noun: str, verb: str, lang: str, joined: bool = False) -> int:
    """Return how well the form *noun* does as the subject of the form *verb*.

    *joined* with another noun, or as the letters of a body's name, it may be several.
    """
    forms = _forms(lang)
    told = _kind(verb, forms.get("verbs", {}))
    if not told:
        return POSSIBLE
    named = _kind(noun, forms.get("nouns", {}))
    if named == told:
        # an accusative differs from the nominative only where it is so named
        sure = named in forms.get("telling", ()) and is_listed(noun, lang)
        return SURE if sure else POSSIBLE
    if named in ("", _OPEN) or (told == "masculine" and is_listed(noun, lang)):
        return POSSIBLE  # *судья*, *такси*
    if told == "singular":
        return AGAINST if named == "plural" and not is_listed(noun, lang) else POSSIBLE
    if told == "plural":
        return AGAINST if named == "masculine" and not joined else POSSIBLE
    return AGAINST


def concord_of_several(verb: str, lang: str) -> int:
    """Return how well a number of somebody does as the subject: *двое ушли*, *ушло двое*."""
    told = _kind(verb, _forms(lang).get("verbs", {}))
    return POSSIBLE if told in ("", "plural", "neuter") else AGAINST


def _kind(word: str, endings: Mapping[str, Sequence[str]]) -> str:
    """Return under which name *endings* has the longest end of *word*."""
    found = [(len(e), kind) for kind, listed in endings.items() for e in listed if word.endswith(e)]
    return max(found, default=(0, ""))[1]


@lru_cache(maxsize=64)
def _forms(lang: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: Mapping[str, Mapping[str, Sequence[str]]]
    found = load_pack(lang).section("voice").get("concord", {})
    return found
