"""Heads of a part of a body: *head of communications*, *директор по безопасности*, *营销总监*.

Who heads the sales of a firm does not head the firm. The fields that a body keeps a department for
are the pack's ``[names] departments``; offices that say so in a word (*Abteilungsleiter*) are in
its ``[titles]``.
"""

from __future__ import annotations

from functools import lru_cache

import regex

from transdiff.facts import Title
from transdiff.language.dictionary import UNSPACED
from transdiff.language.name_words import heads_org
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.title_holders import STOP
from transdiff.language.words import fold_word, stem_word

SECTION_HEAD = "section-head"
_OVER_ALL = frozenset(
    {"president", "prime-minister", "chancellor", "minister", "governor", "mayor", "chair"}
) | {"chief-executive", "speaker", "secretary-general", "ambassador", "rector"}
"""Offices that nobody holds who heads a department."""
_HEADS = frozenset({"head", "chief", "manager"})
_FIELD_FIRST = frozenset({"en", "hy", "zh", "ja"})
"""Languages in which the field may stand before the office: *communications director*."""
_FIELD_BARE = frozenset({"vi", "ar"})
"""Languages that put it behind the office without a word between them."""
_GENITIVE = frozenset({"ru", "uk"})
"""Languages in which its case may be all that links it: *директор департаменту*."""
_LINKS = regex.compile(
    r"(?:of|for|in|the|its|für|des|der|von|de|la|le|l|du|d|del|los|las|por|da|do|das|dos|по)",
    regex.IGNORECASE,
)
_OWNED = frozenset({"en"})
_OWNER = regex.compile(r"\p{L}(?:['’]s|s['’])\s$")
_OVER_A_FIELD = regex.compile(
    r"\s(?:of|for)\s(?!state|government|mission|delegation|staff|the|its|all)\p{Ll}"
)
"""What an office is over, where it is no body: *of medicines*, not *of the water board*."""
_WORDS = regex.compile(r"[^\s\-–'’]+")
_MOST = 3
"""Words behind an office within which its field stands: *director of the drug safety*."""


def may_be_of_a_part(one: str, other: str) -> bool:
    """Whether one function is over a department, and who holds it may have the other one too."""
    return SECTION_HEAD in (one, other) and _OVER_ALL.isdisjoint((one, other))


def of_a_part(title: Title, passage: Passage) -> bool:
    """Whether an office is over one department: its field stands right beside it."""
    if title.function not in _HEADS or title.modifiers or not _fields(passage.lang):
        return False
    start, end = title.span.start - passage.start, title.span.end - passage.start
    first = _WORDS.match(passage.text, start)
    before, behind = passage.text[:start], STOP.split(passage.text[end:])[0]
    own = passage.text[first.end() : end] if first else ""
    return (
        _stands_before(before, passage.lang)
        or _is_one_of_several(before, own + behind, passage.lang)
        or _stands_behind(behind, passage.lang)
        or _stands_behind(own + behind, passage.lang)
    )


def _is_one_of_several(before: str, behind: str, lang: str) -> bool:
    """Whether a body owns an office that is over something: *the ministry's director of medicines*.

    Whatever the field is, the body has somebody else above it.
    """
    return lang in _OWNED and bool(_OWNER.search(before)) and bool(_OVER_A_FIELD.match(behind))


def _stands_before(text: str, lang: str) -> bool:
    if lang not in _FIELD_FIRST:
        return False
    if lang in UNSPACED:
        return text.endswith(tuple(load_pack(lang).words("names", "departments")))
    last = _WORDS.findall(text)[-1:] if text.endswith(" ") else []
    return bool(last) and last[0][0].islower() and _is_field(last[0], lang)


def _stands_behind(text: str, lang: str) -> bool:
    """Whether the field is the first word behind the office that is no link; no body follows it."""
    if not text.startswith(" ") or lang in UNSPACED:
        return False
    if lang in _FIELD_BARE:
        return text[1:].casefold().startswith(load_pack(lang).words("names", "departments"))
    words = _WORDS.findall(text)
    first = next((k for k, w in enumerate(words[:_MOST]) if not _LINKS.fullmatch(w)), None)
    linked = first or (first == 0 and lang in _GENITIVE)
    if first is None or not linked or not _is_field(words[first], lang):
        return False
    after = words[first + 1 : first + 2] if lang in _FIELD_FIRST else []
    return not any(heads_org(w.casefold(), lang) for w in after)  # of the security service


def _is_field(word: str, lang: str) -> bool:
    return stem_word(fold_word(word), lang) in _fields(lang)


@lru_cache(maxsize=64)
def _fields(lang: str) -> frozenset[str]:
    """The stems of the words for what a body keeps a department for."""
    words = load_pack(lang).words("names", "departments")
    return frozenset(stem_word(fold_word(w), lang) for w in words)
