"""Find offices, ranks and honorifics, and who holds them.

An office is put together from the phrases of the pack's ``[titles]`` that stand side by side:
*Russian First Deputy Foreign Minister*, *заместителя министра обороны*, *外交部副部长*. Where two
functions meet (*spokesman for the president*), the one that is said of a person is the function and
the other its field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import zip_longest

import regex

from transdiff.facts import Name, Span, Title
from transdiff.language.dictionary import UNSPACED
from transdiff.language.names import heads_org
from transdiff.language.offices import Part
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.words import stem_word

_HEAD_LAST = frozenset({"en", "de", "zh", "ja", "hy"})
"""Languages in which, of two functions side by side, the second is the office."""
_LINKS = frozenset(
    {
        "of",
        "to",
        "for",
        "the",
        "and",
        "'s",
        "'",
        "der",
        "des",
        "für",
        "im",
        "in",
        "am",
        "zum",
        "zur",
        "und",
        "de",
        "du",
        "d",
        "l",
        "la",
        "le",
        "les",
        "à",
        "aux",
        "et",
        "del",
        "el",
        "los",
        "las",
        "para",
        "y",
        "da",
        "do",
        "dos",
        "das",
        "e",
        "по",
        "при",
        "в",
        "và",
        "của",
        "tại",
        "cho",
        "об",
        "и",
        "й",
        "у",
        "的",
        "の",
    }
)
_OF = frozenset(
    {
        "of",
        "to",
        "for",
        "der",
        "des",
        "für",
        "beim",
        "zum",
        "de",
        "du",
        "d",
        "del",
        "da",
        "do",
        "по",
        "при",
        "của",
        "tại",
    }
)
_AND = frozenset({"and", "und", "et", "y", "e", "и", "й", "та", "և"})
_MOST_BETWEEN = 24
"""Code points between two parts of one office."""
_MOST_OF_A_FIELD = 48
"""The same, where capitals name a field: *Deputy Territorial Administration Minister*."""
_FIELD_AND = regex.compile(r"\s*(?:,?\s*and|und|et|y|e|и|та|và|和|、|＆|&)\s*", regex.IGNORECASE)
_MOST_APPOSED = 28
_OBJECT = 32
"""Code points behind a verb of office within which the body must be named that somebody leads."""
_UNBENT = frozenset({"en"})
"""Languages in which a word before its noun has one form: *deputies want* opens no office."""
_CASES = frozenset({"ru", "uk"})
_MOST_OF_A_BODY = 6
_GENITIVE = "йоїхиія"
"""Letters on which an adjective or a noun ends that opens the name of a body."""
_FINITE = regex.compile(r"(?:[аеиуыяіїоь]л[аоиі]?|лс[яь]|лас[яь]|лос[яь]|лис[яь]|[еиуюаяії]ть?)$")
"""Endings that a verb has and hardly any genitive: what they end is taken for a deed."""
_OF_A_FIELD = regex.compile(
    r"\s(?:of|for|to|der|des|für|zur|zum|de|du|des|à|del|para|da|do)\s[^,.;:()\"“”«»]{1,50},\s",
    regex.IGNORECASE,
)
"""What may stand between an office and the holder whom commas set off: *of the dairy board,*."""
_APPOSITION = regex.compile(r"\s*[,(–—-]")
_END = regex.compile(r"[.;]")
_WORDS = regex.compile(r"[^\s\-–]+")
_STOP = regex.compile(r"[.,;:!?()«»„“”\"。，、；：]")


def find_titles(
    passage: Passage, names: Sequence[Name] = (), parts: Sequence[Part] = ()
) -> tuple[Title, ...]:
    """Return the offices and honorifics of *passage* in order of position.

    *parts* are the words that its offices are made of, *names* its names: one that touches an
    office holds it.
    """
    drafts = (d for d in _drafts(passage, parts) if not _leads_a_deed(passage, d, names))
    offices = [draft.title(passage, names) for draft in drafts]
    found = [*_with_rank(offices, passage), *_honorifics(passage)]
    return tuple(sorted(found, key=lambda t: t.span))


def _with_rank(offices: Sequence[Title], passage: Passage) -> Iterator[Title]:
    """Give an office before a rank and a name to its holder: *the commander, General Hai*."""
    for title, after in zip_longest(offices, offices[1:]):
        if title.holder or after is None or not after.holder:
            yield title
            continue
        between = slice(title.span.end - passage.start, after.span.start - passage.start)
        apposed = passage.text[between].strip() == ","
        yield replace(title, holder=after.holder) if apposed else title


@dataclass
class _Draft:
    """An office that is being put together from its parts."""

    start: int
    end: int
    function: str = ""
    modifiers: set[str] = field(default_factory=set)
    domain: set[str] = field(default_factory=set)
    field_last: bool = False

    def title(self, passage: Passage, names: Sequence[Name]) -> Title:
        title = Title(
            passage.span(self.start, self.end),
            self.function,
            tuple(sorted(self.domain)),
            frozenset(self.modifiers),
        )
        return replace(title, holder=_holder(passage, title, names, self.field_last))


def _drafts(passage: Passage, parts: Sequence[Part]) -> list[_Draft]:
    drafts: list[_Draft] = []
    for part in parts:
        if _is_deed(passage, part) or _opens_clause(passage, part) or _is_bent(passage, part):
            continue
        last = drafts[-1] if drafts else None
        if last is None or not _joins(passage, last, part):
            drafts.append(_new(part))
    return [d for d in drafts if d.function]


def _leads_a_deed(passage: Passage, draft: _Draft, names: Sequence[Name]) -> bool:
    """Whether an office in the form of a verb has no body: *who leads the race*, *the inquiry*."""
    first = _WORDS.match(passage.text, draft.start)
    relative = passage.pack.words("attribution", "relative")
    if first is None or first[0].casefold() not in relative:
        return False
    after = passage.text[draft.end : draft.end + _OBJECT]
    near = Span(passage.start + draft.end, passage.start + draft.end + _OBJECT)
    named = any(near.contains(Span(n.span.start, n.span.start)) for n in names)
    return not named and not any(
        heads_org(word.casefold(), passage.lang) for word in _WORDS.findall(_STOP.split(after)[0])
    )


def _is_deed(passage: Passage, part: Part) -> bool:
    """Whether a participle of rank is a verb: *they deposed President Oru*, not *the deposed*.

    Nor is another form of that verb a rank: *a bid to oust the mayor*.
    """
    endings = passage.pack.words("tense", "past_endings")
    word = passage.text[part.start : part.end].casefold()
    if part.function or not part.modifiers or not endings:
        return False
    listed = word in _written(passage.lang)
    if not listed and stem_word(word, passage.lang) in _participles(passage.lang, endings):
        return True
    if not word.endswith(endings):
        return False
    before = _WORDS.findall(passage.text[: part.start].casefold())[-1:]
    describing = passage.pack.words("tense", "describing")
    return (
        bool(before) and before[0] not in describing and not before[0].endswith(("’s", "'s", ","))
    )


def _is_bent(passage: Passage, part: Part) -> bool:
    """Whether a word of rank has an ending, so that it is itself a noun: *deputies*."""
    word = passage.text[part.start : part.end].casefold()
    return passage.lang in _UNBENT and not part.function and word not in _written(passage.lang)


@lru_cache(maxsize=64)
def _written(lang: str) -> frozenset[str]:
    """The phrases of offices as the pack writes them."""
    section = load_pack(lang).section("titles")
    return frozenset(phrase.casefold() for phrases in section.values() for phrase in phrases)


@lru_cache(maxsize=64)
def _participles(lang: str, endings: tuple[str, ...]) -> frozenset[str]:
    """The stems of the participles among those phrases: *ousted*, *deposed*."""
    words = (w for w in _written(lang) if w.endswith(endings))
    return frozenset(stem_word(w, lang) for w in words)


def _opens_clause(passage: Passage, part: Part) -> bool:
    """Whether a word of rank is a conjunction: *once the minister had left*, not *, once mayor*."""
    word = passage.text[part.start : part.end].casefold()
    if part.function or word not in passage.pack.words("conditions", "soft"):
        return False
    before = _WORDS.findall(passage.text[: part.start].casefold())[-1:]
    copulas = passage.pack.words("roles", "passive")
    return not before or not (before[0] in copulas or before[0].endswith(","))


def _new(part: Part) -> _Draft:
    return _Draft(part.start, part.end, part.function, set(part.modifiers), set(part.domain))


def _joins(passage: Passage, last: _Draft, part: Part) -> bool:
    """Add *part* to the office *last* where it belongs to it."""
    gap = passage.text[last.end : part.start]
    if not _near(gap, passage.lang, bool(last.function)):
        return False
    if part.function and last.function:
        return _two_functions(last, part, gap, passage.lang)
    if _FIELD_AND.fullmatch(gap) and (part.function or part.modifiers):
        return False
    if part.modifiers and not part.function and last.function and gap.strip(" -"):
        return False
    last.end = part.end
    last.function = last.function or part.function
    last.modifiers |= part.modifiers
    last.domain |= part.domain
    return True


def _two_functions(last: _Draft, part: Part, gap: str, lang: str) -> bool:
    links = {w.casefold() for w in _WORDS.findall(gap)}
    if _FIELD_AND.fullmatch(gap):
        return False
    if links & _OF or lang not in _HEAD_LAST:
        last.domain |= {part.function, *part.domain}
        last.end, last.field_last = part.end, True
        return True
    if gap.strip(" '’s"):
        return False
    last.domain |= {last.function}
    last.domain |= part.domain
    last.function, last.end = part.function, part.end
    last.modifiers |= part.modifiers
    return True


def _near(gap: str, lang: str, complete: bool) -> bool:
    """Whether only links and names stand between two parts; one more word before the function."""
    if lang in UNSPACED:
        return len(gap) <= (0 if not complete else 1)
    words = _WORDS.findall(gap)
    capitals = not complete and all(w[0].isupper() for w in words)
    if len(gap) > (_MOST_OF_A_FIELD if capitals else _MOST_BETWEEN) or _STOP.search(gap):
        return False
    if not complete and _AND & {w.casefold() for w in words}:
        return False
    single = gap.split()  # under-21 is one word
    unknown = [
        w for w in single if not ({*_WORDS.findall(w.casefold())} <= _LINKS or w[0].isupper())
    ]
    if len(single) > 3 or len(unknown) > (0 if complete else 1):
        return False
    return not (complete and words and not {w.casefold() for w in words} & _LINKS and lang == "en")


def _holder(passage: Passage, title: Title, names: Sequence[Name], field_last: bool) -> str:
    """The surname of the person whose name touches the office.

    After ``spokesman for the minister`` a name without a comma is the minister's.
    """
    people = [n for n in names if not n.concept and n.kind not in ("org", "place")]
    for name in people:
        if _is_body(passage, name):
            continue  # the director of the Water Institute, Pavel Gromov
        if name.span.start >= title.span.end and _follows(passage, title, name, names, field_last):
            return surname(name, passage.lang)
    before = [n for n in people if n.span.end <= title.span.start]
    if before and _apposed(passage, before[-1], title):
        return surname(before[-1], passage.lang)
    return ""


def _follows(
    passage: Passage, title: Title, name: Name, names: Sequence[Name], field_last: bool
) -> bool:
    """Whether only a comma or names of the concept table stand between office and name."""
    text = passage.text
    gap = text[title.span.end - passage.start : name.span.start - passage.start]
    for known in names:
        if known.concept and title.span.end <= known.span.start < name.span.start:
            gap = gap.replace(known.text, "")
    if name.kind == "person" and passage.lang in _CASES and _is_genitive(passage, gap):
        return True
    if gap.strip(" ,«\"'"):
        ends = text[name.span.end - passage.start :].lstrip()[:1]
        return ends in ("", ",", ".", ")") and bool(_OF_A_FIELD.fullmatch(gap))
    return "," in gap or not field_last or _is_subject(name, passage.lang)


def _is_body(passage: Passage, name: Name) -> bool:
    """Whether a capital only begins the name of a body, in a language of cases."""
    if passage.lang not in _CASES or len(name.parts) != 1 or name.text[-1] not in _GENITIVE:
        return False
    after = passage.text[name.span.end - passage.start :]
    return after[:1] == " " and after[1:2].islower()


def _is_genitive(passage: Passage, gap: str) -> bool:
    """Whether only a body in the genitive stands between an office and its holder.

    *Директор Водного института Павел Громов*: no comma, no preposition and no verb.
    """
    words = gap.casefold().split()
    listed = {*passage.pack.words("function_words", "list")}
    return (
        0 < len(words) <= _MOST_OF_A_BODY
        and not _STOP.search(gap.strip(' «»"„“”'))
        and not any(w in listed or _FINITE.search(w) for w in words)
    )


def _is_subject(name: Name, lang: str) -> bool:
    """Whether a name is plainly in the nominative: *пресс-секретарь премьера Олег Волин*."""
    return lang in _CASES and len(name.parts) > 1 and name.text.split()[0][-1] not in "аяыиіїую"


def _apposed(passage: Passage, name: Name, title: Title) -> bool:
    """Whether the office stands after the name and a comma: *Ana Costa, the mayor*."""
    gap = passage.text[name.span.end - passage.start : title.span.start - passage.start]
    if not name.sure and passage.lang == "de":
        return False
    words = _WORDS.findall(gap.casefold())
    relative = passage.pack.words("attribution", "relative")
    if any(w in relative for w in words) and not {*words} & {
        *passage.pack.words("roles", "passive")
    }:
        return False  # who speaks for the governor
    return len(gap) <= _MOST_APPOSED and bool(_APPOSITION.match(gap)) and not _END.search(gap)


def surname(name: Name, lang: str) -> str:
    """The part of a name by which news text goes on to call a person."""
    if not name.parts:
        return name.skeleton
    if lang in ("zh", "ja") and len(name.parts) == 1:
        return name.parts[0]
    return name.parts[-1]


def _honorifics(passage: Passage) -> list[Title]:
    pattern = _honorific_pattern(passage.lang)
    if pattern is None:
        return []
    return [
        Title(passage.span(m.start(), m.end()), "", honorific=m.lastgroup or "")
        for m in pattern.finditer(passage.text)
    ]


@lru_cache(maxsize=64)
def _honorific_pattern(lang: str) -> regex.Pattern[str] | None:
    section = load_pack(lang).section("honorifics")
    if not section:
        return None
    groups = []
    for kind, forms in section.items():
        ordered = sorted(forms, key=len, reverse=True)
        groups.append(f"(?P<{kind}>{'|'.join(regex.escape(f) for f in ordered)})")
    groups.sort(key=lambda g: "_dot" not in g)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(groups)})(?=\s\p{{Lu}}|\s*$)")
