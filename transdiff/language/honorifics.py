"""Find forms of address: *Mr*, *Mrs.*, *Herr*."""

from __future__ import annotations

from functools import lru_cache

import regex

from transdiff.facts import Title
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage


def find_honorifics(passage: Passage) -> list[Title]:
    """Return the forms of address of *passage*, in order."""
    pattern = _pattern(passage.lang)
    if pattern is None:
        return []
    return [
        Title(passage.span(m.start(), m.end()), "", honorific=m.lastgroup or "")
        for m in pattern.finditer(passage.text)
    ]


@lru_cache(maxsize=64)
def _pattern(lang: str) -> regex.Pattern[str] | None:
    section = load_pack(lang).section("honorifics")
    if not section:
        return None
    groups = []
    for kind, forms in section.items():
        ordered = sorted(forms, key=len, reverse=True)
        groups.append(f"(?P<{kind}>{'|'.join(regex.escape(f) for f in ordered)})")
    groups.sort(key=lambda g: "_dot" not in g)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?=\s\p{{Lu}}|\s*$)")
