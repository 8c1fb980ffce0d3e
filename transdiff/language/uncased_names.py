"""Names in scripts without capitals: beside an office, before a verb of saying, joined by dots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import regex

from transdiff.facts import Name
from transdiff.language.content import function_words
from transdiff.language.name_words import name_parts
from transdiff.language.offices import Part
from transdiff.language.pack import Pack, load_pack
from transdiff.language.passage import Passage

_DOTTED = regex.compile(r"[\p{Han}\p{Katakana}ー]+(?:[·・‧][\p{Han}\p{Katakana}ー]+)+")
_KATAKANA = regex.compile(r"[\p{Katakana}ー]+(?:[·・‧][\p{Katakana}ー]+)+")
_AFTER_OFFICE = regex.compile(
    r"[\p{Han}]{2,4}?(?=[（(，,、。说称表示在对于强调指出当日认为与和告]|$)"
)
_NOWHERE = regex.compile(r"(?!)")
_ASIDE = 16
"""Characters between a speaker and the verb: where, to whom, when."""
_ARABIC_AFTER = regex.compile(
    r"(?:\sال\p{Arabic}+){0,4}،?\s(?!ال)(\p{Arabic}{2,})(?:\s(\p{Arabic}{2,}))?"
)


def uncased_names(passage: Passage, parts: Sequence[Part]) -> Iterator[Name]:
    """Names in scripts without capitals: joined by a dot, or touching an office."""
    lang, text = passage.lang, passage.text
    spans = []
    for match in _dotted(lang).finditer(text):
        ends = [p.end for p in parts if match.start() < p.end < match.end()]
        spans.append((max(ends, default=match.start()), match.end()))
    spans += [match.span() for match in _speaking(lang).finditer(text)]
    for part in parts:
        opens = part.function or (lang == "ar" and part.modifiers)
        after = _behind_office(text, part.end, lang) if opens else None
        if after and not any(p.start < after[1] and after[0] < p.end for p in parts):
            spans.append(after)
    places = {m.span("name") for m in _known_pattern(lang).finditer(text)}
    done = -1
    for start, end in sorted({*spans, *places}, key=lambda s: (s[0], s not in places)):
        words = name_parts(text[start:end], lang)
        if start >= done and words:
            done, known = end, (start, end) in places
            kind = "place" if known else "person"
            span = passage.span(start, end)
            yield Name(span, text[start:end], "".join(words), words, kind, sure=known)


def _behind_office(text: str, at: int, lang: str) -> tuple[int, int] | None:
    """Return where the name of the holder stands behind an office that ends at *at*.

    An Arabic name stands behind what the office is of and behind ranks, which have the article; its
    first word has none.
    """
    if lang != "ar":
        found = _AFTER_OFFICE.match(text, at)
        return found.span() if found else None
    found = _ARABIC_AFTER.match(text, at)
    if found is None or found[1] in _no_names(lang):
        return None
    last = found[2] is not None and found[2] not in _no_names(lang)
    return found.start(1), found.end(2) if last else found.end(1)


@lru_cache(maxsize=8)
def _no_names(lang: str) -> frozenset[str]:
    return frozenset(load_pack(lang).words("names", "no_names")) | function_words(lang)


@lru_cache(maxsize=8)
def _known_pattern(lang: str) -> regex.Pattern[str]:
    """Match the towns and regions that the pack knows; an Arabic one may have a prefix."""
    known = sorted(load_pack(lang).words("names", "known_places"), key=lambda p: (-len(p), p))
    if not known:
        return _NOWHERE
    names = "|".join(regex.escape(place) for place in known)
    if lang == "ar":
        return regex.compile(rf"(?<!\w)[وفبلك]?(?P<name>{names})(?!\w)")
    return regex.compile(rf"(?P<name>{names})")


@lru_cache(maxsize=8)
def _dotted(lang: str) -> regex.Pattern[str]:
    """Match a foreign name of several parts; Chinese spells them with few characters."""
    sounds = "".join(load_pack(lang).words("names", "sounds"))
    if not sounds:
        return _KATAKANA if lang == "ja" else _DOTTED
    return regex.compile(rf"[{sounds}]{{1,6}}(?:[·・‧][{sounds}]{{1,8}})+")


def _saying(pack: Pack) -> list[str]:
    """The verbs of saying in *pack*, of whatever stance, the longest first."""
    stances = pack.section("attribution").get("verbs", {}).values()
    found = {v for stance in stances for verbs in stance.values() for v in verbs if "*" not in v}
    return sorted(found | {*pack.words("segmentation", "speech")}, key=lambda v: (-len(v), v))


@lru_cache(maxsize=8)
def _speaking(lang: str) -> regex.Pattern[str]:
    """Match a surname with its given name right before a verb of saying: *高建民在会上说*."""
    pack = load_pack(lang)
    surnames = sorted(pack.words("names", "surnames"), key=len, reverse=True)
    if not surnames:
        return _NOWHERE
    others, verbs = "|".join(pack.words("names", "no_names")), _saying(pack)
    return regex.compile(
        rf"(?!{others})(?:{'|'.join(surnames)})\p{{Han}}{{1,2}}?"
        rf"(?=[在对向则也还又\d]?[^，。；：“”]{{0,{_ASIDE}}}?(?:{'|'.join(verbs)}))"
        rf"(?=(?:{'|'.join(verbs)})|[在对向则也还又\d])"
    )
