"""Who holds an office: the name that touches it, before it, behind it or set off by commas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

import regex
from anyascii import anyascii

from transdiff.facts import Name, Span, Title, Word
from transdiff.language.name_words import heads_org
from transdiff.language.passage import Passage
from transdiff.language.reporting import is_reporting
from transdiff.language.romanise import skeleton
from transdiff.language.vocabulary import is_ordinary

_MOST_APPOSED = 28
_CASES = frozenset({"ru", "uk"})
_MOST_OF_A_BODY = 6
_WORKS = frozenset(
    {
        "activist", "analyst", "athlete", "coach", "doctor", "engineer", "lawmaker", "lawyer",
        "pilot", "police", "rescuer", "scientist", "suspect", "trader", "victim", "witness",
        "worker",
    }
)  # fmt: skip
"""What somebody is, written before the name: no part of a body's name."""
_GENITIVE = "йоїхиія"
"""Letters on which an adjective or a noun ends that opens the name of a body."""
_ADDRESSING = frozenset({"vi"})
"""Languages that put a form of address before every name."""
_FINITE = regex.compile(r"(?:[аеиуыяіїоь]л[аоиі]?|лс[яь]|лас[яь]|лос[яь]|лис[яь]|[еиуюаяії]ть?)$")
"""Endings that a verb has and hardly any genitive: what they end is taken for a deed."""
_OFFICERS = ("адмирал", "генерал", "адмірал")
_OF_A_FIELD = regex.compile(
    r"\s(?:(?:of|for|to|at|der|des|für|zur|zum|von|vom|bei|beim|de|du|des|à|chez|en|del|para|da|do"
    r"|das|dos|na|no)\s|d['’])[^,.;:()\"“”«»]{1,50},\s",
    regex.IGNORECASE,
)
"""What may stand between an office and the holder whom commas set off: *of the dairy board,*."""
_OPENS_FIELD = regex.compile(r"\s(?:of|for)(?:\s(?:the|its))?\s", regex.IGNORECASE)
_REST_OF_FIELD = regex.compile(r"(?:\s(?:and\s)?\p{Ll}+){1,3},\s")
"""What is left of a field that begins in the office: *secretary-general of the trade ministry,*."""
_APPOSITION = regex.compile(r"\s*[,(–—-]")
_END = regex.compile(r"[.;]")
WORDS = regex.compile(r"[^\s\-–]+")
STOP = regex.compile(r"[.,;:!?()«»„“”\"。，、；：]")


def holder_of(passage: Passage, title: Title, names: Sequence[Name], field_last: bool) -> str:
    """The surname of the person whose name touches the office.

    After ``spokesman for the minister`` a name without a comma is the minister's.
    """
    people = [n for n in names if not n.concept and n.kind not in ("org", "place")]
    for name in () if _is_verb(passage, title) else people:
        if _is_body(passage, name):
            continue  # the director of the Water Institute, Pavel Gromov
        if name.span.start >= title.span.end and _follows(passage, title, name, names, field_last):
            return surname(name, passage.lang)
    before = [n for n in people if n.span.end <= title.span.start and not _owns(passage, n)]
    if before and _apposed(passage, before[-1], title):
        return surname(before[-1], passage.lang)
    return ""


def _owns(passage: Passage, name: Name) -> bool:
    """Whether a name is the owner of what follows: *Ana Ruiz, Corvia's head of maintenance*."""
    behind = passage.text[name.span.end - passage.start :]
    return passage.lang == "en" and behind.startswith(("'s ", "’s "))


def _is_verb(passage: Passage, title: Title) -> bool:
    """Whether an office has the form of a clause, behind which its body stands: *who leads*."""
    first = WORDS.match(passage.text, title.span.start - passage.start)
    relative = passage.pack.words("attribution", "relative")
    return first is not None and first[0].casefold() in relative


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
    gap = _less_address(passage, gap)
    if gap.strip(" ,«\"'"):
        ends = text[name.span.end - passage.start :].lstrip()[:1]
        office = text[title.span.start - passage.start : title.span.end - passage.start]
        field = _OF_A_FIELD.fullmatch(gap) or (
            _OPENS_FIELD.search(office) and _REST_OF_FIELD.fullmatch(gap)
        )
        return ends in ("", ",", ".", ")") and bool(field)
    return "," in gap or not field_last or _is_subject(name, passage.lang)


def _less_address(passage: Passage, gap: str) -> str:
    """Cut the form of address off what stands before a name: *giám đốc bệnh viện, ông Lê Văn An*.

    Behind a comma it opens an apposition, of whatever the office is of.
    """
    before, comma, address = gap.rpartition(",")
    words = address.casefold().split()
    forms = (
        *passage.pack.words("attribution", "male"),
        *passage.pack.words("attribution", "female"),
    )
    if not comma or len(words) != 1 or passage.lang not in _ADDRESSING or words[0] not in forms:
        return gap
    return comma if not STOP.search(before) and len(before.split()) <= _MOST_OF_A_BODY else gap


def _is_body(passage: Passage, name: Name) -> bool:
    """Whether a capital only begins the name of a body, in a language of cases."""
    after = passage.text[name.span.end - passage.start :]
    if passage.lang in _ADDRESSING:  # Ngân hàng Thuận An: the second syllable is no capital
        alone = heads_org(name.text.casefold(), passage.lang)  # Phó Giám đốc Sở, said of who is
        return alone or any(
            heads_org(f"{name.text} {w}".casefold(), passage.lang) for w in after.split()[:1]
        )
    if passage.lang not in _CASES or len(name.parts) != 1 or name.text[-1] not in _GENITIVE:
        return False
    return after[:1] == " " and after[1:2].islower()


def _is_genitive(passage: Passage, gap: str) -> bool:
    """Whether only a body in the genitive stands between an office and its holder.

    *Директор Водного института Павел Громов*: no comma, no preposition and no verb.
    """
    words = gap.casefold().split()
    listed = {*passage.pack.words("function_words", "list")}
    return (
        0 < len(words) <= _MOST_OF_A_BODY
        and not STOP.search(gap.strip(' «»"„“”'))
        and not any(w in listed or (_FINITE.search(w) and not _is_rank(w)) for w in words)
    )


def _is_rank(word: str) -> bool:
    """Whether a word is a rank of officers, which ends as a verb does: *контр-адмирал*."""
    return word.endswith(_OFFICERS)


def _is_subject(name: Name, lang: str) -> bool:
    """Whether a name is plainly in the nominative: *пресс-секретарь премьера Олег Волин*."""
    return lang in _CASES and len(name.parts) > 1 and name.text.split()[0][-1] not in "аяыиіїую"


def _apposed(passage: Passage, name: Name, title: Title) -> bool:
    """Whether the office stands after the name and a comma: *Ana Costa, the mayor*."""
    gap = passage.text[name.span.end - passage.start : title.span.start - passage.start]
    if not name.sure and passage.lang == "de" and not _is_full(name):
        return False
    words = WORDS.findall(gap.casefold())
    relative = passage.pack.words("attribution", "relative")
    if any(w in relative for w in words) and not {*words} & {
        *passage.pack.words("roles", "passive")
    }:
        return False  # who speaks for the governor
    if _is_told_by(passage, name):
        return False  # with Ana Costa, said the mayor
    return len(gap) <= _MOST_APPOSED and bool(_APPOSITION.match(gap)) and not _END.search(gap)


def _is_told_by(passage: Passage, name: Name) -> bool:
    """Whether the first word behind a name and a comma says that somebody speaks, whom it names."""
    behind = [w for w in passage.words if w.span.start >= name.span.end][:2]
    return len(behind) > 1 and behind[0].text == "," and is_reporting(behind[1], passage.lang)


def _is_full(name: Name) -> bool:
    """Whether German capitals make somebody's full name: not all of its words are ordinary ones."""
    words = name.text.split()
    return name.kind == "person" and len(words) > 1 and not all(is_ordinary(w, "de") for w in words)


def surname(name: Name, lang: str) -> str:
    """The part of a name by which news text goes on to call a person."""
    if not name.parts:
        return name.skeleton
    if lang in ("zh", "ja") and len(name.parts) == 1:
        return name.parts[0]
    last = name.parts[-1]
    return last if len(last) > 1 else "".join(name.parts)  # Lê Thị Hoa: a letter is nobody


def plain_holder(names: Sequence[Name], holder: str) -> str:
    """The skeleton of a holder's surname as it is once its marks are dropped: *Lalosevic*.

    English wires drop the marks that tell *š* from *s*; what is left reads as another name.
    """
    own = next((n for n in names if n.parts and n.parts[-1] == holder), None)
    if own is None or own.text.isascii():
        return holder
    return skeleton(anyascii(own.text.split()[-1]))


def less_work(name: Name, words: Sequence[Word], held: Sequence[tuple[str, int, int]]) -> Name:
    """Return a person's name without the work before it: *Farmer Luis Prado said*.

    *held* are the roles in *words*, each with its first word and its end.
    """
    works = frozenset(w.span for role, i, j in held if role in _WORKS for w in words[i:j])
    inside = [w for w in words if name.span.contains(w.span)]
    front = list(takewhile(lambda w: w.span in works, inside))
    if name.kind != "person" or len(inside) != len(name.parts) or not 0 < len(front) < len(inside):
        return name
    cut = inside[len(front)].span.start - name.span.start
    parts = name.parts[len(front) :]
    text, span = name.text[cut:], Span(name.span.start + cut, name.span.end)
    return replace(name, span=span, text=text, parts=parts, skeleton="".join(parts))
