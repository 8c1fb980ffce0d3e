"""Conditions that no conjunction opens, and words of condition that open none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from transdiff.facts import Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.date_templates import date_grammar
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.past import future_form, past_form
from transdiff.language.phrases import Piece
from transdiff.language.verbs import is_verb

_ASKED = 8
"""Words from a verb of asking to what is asked: *preguntó al testigo si*."""
_CLAIM = 12
"""Words before a verb that opens a condition among which the claim's modal verb stands."""
_DURATION = 4
"""Words of a time that something takes: *half an hour*."""
_FIRST_WORDS = 2
"""Words of a clause among which its verb stands: *de confirmarse*, *de no haber*."""
_INVERTED = 2
"""Words that a condition without a conjunction has at least."""


def condition_by_form(passage: Passage) -> Word | None:
    """Return the verb that makes a condition by its form alone, up to a comma.

    Spanish has *de* with an infinitive, French an inverted conditional: *viendrait-elle à perdre*.
    """
    words = passage.words
    comma = next((i for i, w in enumerate(words) if w.fold == ","), 0)
    if comma < _FIRST_WORDS or words[-1].fold == "?":
        return None
    inverted = passage.pack.words("tense", "inverted-endings")
    if inverted and words[0].fold.endswith(inverted):
        return words[0]
    if words[0].fold not in passage.pack.words("tense", "infinitive-openers"):
        return None
    endings = passage.pack.words("tense", "infinitives")
    verbs = (w for w in words[1 : 1 + _FIRST_WORDS] if w.kind is WordKind.WORD)
    return next((w for w in verbs if w.fold.endswith(endings)), None)


def conditions_behind(passage: Passage, clauses: Sequence[int]) -> Iterator[int]:
    """Yield where a verb opens a condition behind its claim: *would back it were it cheaper*.

    A modal verb with its own verb stands before it in the clause, which no relative pronoun
    opens, and a subject behind it.
    """
    words, pack = passage.words, passage.pack
    yield from _behind_comma(passage)
    inverting = pack.words("events", "inverting-behind")
    modals = pack.words("events", "claiming") if inverting else ()
    for at, word in enumerate(words[:-1]):
        if word.fold not in inverting:
            continue
        number = clauses[at - 1] if at else -1  # it may open a clause itself
        own = [k for k in range(max(0, at - _CLAIM), at) if clauses[k] == number]
        modal = next((k for k in own if words[k].fold in modals), at)
        verb = any(is_content(words[k], passage.lang) for k in range(modal + 1, at))
        joined = any(words[k].fold in pack.words("events", "joined") for k in range(modal, at))
        if not verb or joined or words[own[0]].fold in pack.words("events", "relative"):
            continue
        beside = {words[at - 1].fold, words[at + 1].fold}
        subject = words[at - 1].fold in pack.words("events", "subjects")
        if not subject and beside.isdisjoint(pack.words("events", "not-inverted")):
            yield at


def _behind_comma(passage: Passage) -> Iterator[int]:
    """Yield a modal verb behind a comma whose infinitive closes the clause: *…, sollte es regnen*.

    Where the first clause depends on the second, that is what is claimed: *wenn es regnet, sollte*.
    """
    words, pack = passage.words, passage.pack
    modals, infinitives = (pack.words("events", k) for k in ("inverting-comma", "infinitives"))
    openers = {*pack.words("events", "clause"), *pack.words("conditions", "if")}
    if not modals or not words or words[0].fold in openers or words[-1].fold == "?":
        return
    for at in range(1, len(words) - 1):
        if words[at].fold in modals and words[at - 1].fold == ",":
            marks = (k for k in range(at, len(words)) if words[k].kind is WordKind.PUNCT)
            last = words[next(marks, len(words)) - 1]
            if last.text[:1].islower() and last.fold.endswith(infinitives):
                yield at


def inverted_condition(passage: Passage) -> Word | None:
    """Return the verb that makes its sentence begin with a condition: *Regnet es, bleibt er*.

    Verb and main clause's verb show by their endings: the first word, and the first after a comma.
    """
    endings = passage.pack.words("tense", "verb-first")
    words = passage.words
    comma = next((i for i, w in enumerate(words) if w.fold == ","), 0)
    if is_reported(passage):
        return words[0]
    if words and words[0].fold in passage.pack.words("events", "inverting") and comma > _INVERTED:
        return words[0] if words[-1].fold != "?" else None
    if not endings or comma < _INVERTED or comma + 1 >= len(words):
        return None
    first, main = words[0], words[comma + 1]
    inner = [w.fold for w in words[1:comma]]
    verbs = first.fold.endswith(endings) and main.fold.endswith(endings)
    plain = main.text[:1].islower() and words[-1].fold != "?"
    return first if verbs and plain and first.kind is WordKind.WORD and inner else None


def is_example(passage: Passage, first: int) -> bool:
    """Whether a word that may open a condition gives an example: *一些国家，如法国，将派团*."""
    pieces, said = passage.pieces, passage.pack.words("conditions.opening", "speaks")
    listed = passage.pack.words("conditions.opening", "example")
    if first < _INVERTED or pieces[first].fold not in listed:
        return False
    return pieces[first - 1].fold in (",", "，") and pieces[first - 2].fold not in said


def is_reported(passage: Passage) -> bool:
    """Whether such a condition is in reported speech: *Scheitere die Schlichtung, werde man*.

    Both verbs are in the subjunctive; the subject shows by its article or is a pronoun.
    """
    endings = passage.pack.words("tense", "verb-first-reported")
    words = passage.words
    comma = next((i for i, w in enumerate(words) if w.fold == ","), 0)
    if not endings or comma < _INVERTED or comma + 1 >= len(words):
        return False
    first, subject, main = words[0], words[1], words[comma + 1]
    lists = ("definite", "indefinite", "he", "she", "they", "it")
    subjects = {w for name in lists for w in passage.pack.words("attribution", name)}
    verbs = first.fold.endswith(endings) and main.fold.endswith(endings)
    plain = main.text[:1].islower() and words[-1].fold != "?"
    return verbs and plain and subject.fold in subjects and is_content(first, passage.lang)


def is_asked(lang: str, pieces: Sequence[Piece], first: int) -> bool:
    """Whether *if* opens what somebody asks: *preguntó al testigo si lo conocía*."""
    verbs = listed_phrases(lang, "tense", "asking")
    for at in range(first - 1, max(-1, first - _ASKED - 1), -1):
        if pieces[at].kind is not WordKind.WORD:
            return False
        if verbs.match(pieces, at) is not None:
            return True
    return False


def is_measure(pieces: Sequence[Piece], end: int, lang: str) -> bool:
    """Whether a figure follows a condition's words: *for as long as five years* sets none."""
    if pieces[end - 1].fold != "as" or end == len(pieces):
        return False
    if pieces[end].kind is WordKind.NUMBER:
        return True
    ahead = {piece.fold for piece in pieces[end + 1 : end + _DURATION]}
    counts = listed_table(lang, "numbers", "cardinals").match(pieces, end) is not None
    counts = counts or pieces[end].fold in load_pack(lang).words("events", "amounts")
    return counts and not ahead.isdisjoint(load_pack(lang).words("events", "durations"))


def leads_to_date(passage: Passage, end: int) -> bool:
    """Whether a date follows a word of what comes first: *as soon as Thursday*, *once in May*."""
    pieces, grammar = passage.pieces, date_grammar(passage.pack)
    dates = (grammar.weekdays, grammar.months, grammar.relative)
    at = end + (end < len(pieces) and pieces[end].fold in grammar.led_by)
    return any(book.match(pieces, first) for book in dates for first in (end, at))


def is_left_open(passage: Passage, first: int, end: int) -> bool:
    """Whether nothing closes the condition that a word may open: 只有三人, *but three*."""
    closed = passage.pack.section("conditions").get("closed", {})
    behind = passage.pieces[end - 1].end
    closers = closed.get(passage.text[passage.pieces[first].start : behind], ())
    return bool(closers) and not any(c in passage.text[behind:] for c in closers)


def is_particle(passage: Passage, first: int, end: int) -> bool:
    """Whether a verb stands before an event's word that belongs to it: *gave back some of it*."""
    listed = passage.pack.words("events", "particles")
    if not first or end - first > 1 or passage.pieces[first].fold not in listed:
        return False
    return is_verb(passage.words[_word_at(passage, first - 1)], passage.lang)


def is_exception(passage: Passage, end: int) -> bool:
    """Whether who is excepted follows: *Salvo Bolivia*, *sauf celle de Nantua* set no condition.

    Nor does a verb that has its subject before it: *Hatcher, the engineer, should leave*.
    """
    if end >= len(passage.pieces):
        return False
    piece = passage.pieces[end]
    if passage.pieces[end - 1].fold in passage.pack.words("events", "inverting"):
        return is_verb(passage.words[_word_at(passage, end)], passage.lang)
    nouns = passage.pack.section("negation").get("capital-nouns", False)
    named = passage.text[piece.start].isupper() and not nouns
    return named or piece.fold in passage.pack.words("grammar", "excepted")


def _word_at(passage: Passage, piece: int) -> int:
    """The word that holds a piece."""
    start = passage.start + passage.pieces[piece].start
    return bisect_right([w.span.start for w in passage.words], start) - 1


def is_reflexive(passage: Passage, first: int, end: int) -> bool:
    """Whether a condition's word is the pronoun of its spelling: *se reuniram*, *mantém-se*."""
    pieces, listed = passage.pieces, passage.pack.words("grammar", "reflexive")
    if not listed or pieces[first].fold not in listed:
        return False
    start = pieces[first].start
    if start > 0 and passage.text[start - 1] == "-":
        return True
    if end == len(pieces):
        return False
    verb, before = pieces[end].fold, pieces[first - 1] if first else None
    if before is not None and before.kind is WordKind.WORD:
        drawn = before.fold in passage.pack.words("grammar", "reflexive-after")
        if drawn or verb in passage.pack.words("grammar", "reflexive-verbs"):
            return True
    return past_form(verb, passage.lang) or future_form(verb, passage.lang)
