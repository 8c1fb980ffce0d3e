"""Rule ``title-role-stale``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Facts, Span, WordKind
from transdiff.language.callings import roles_of
from transdiff.language.dictionary import UNSPACED
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.reading import Reading
from transdiff.language.reporting import reporting
from transdiff.language.words import fold_word, stem_word
from transdiff.model import Role
from transdiff.rule import Mark, rule
from transdiff.rules.modifiers import tells_of_past

_RANKS = ("former", "acting", "designate", "deputy", "assistant")
_BODIES = frozenset(
    {
        "company", "agency", "media", "federation", "union", "government", "ministry", "party",
        "parliament", "embassy", "court", "police", "military", "rebels", "central-bank",
        "document",
    }
)  # fmt: skip
"""Roles that bodies play, and no people."""
_PHRASE = 4
"""Words after a rank in which what somebody is must stand."""


@rule(group="names", category="title", severity="major")
def title_role_stale(pair: Comparison) -> Iterator[Mark]:
    """Report *former*, *acting* or *deputy* that is lost before what somebody is, or added to it.

    Offices have rules of their own; this one looks at everything else that people are: defenders,
    teachers, guards, aides. The word may stand elsewhere in the sentence or beside it, in any form
    (*once*, *previously*, *used to*).

    Flagged:
        reference: Former goalkeeper Ivo Brandt said the club needed a new stadium.
        translation: [[Goalkeeper]] Ivo Brandt said the club needed a new stadium.

        reference: The former teacher was seen near the harbour on Monday.
        translation: The [[teacher]] was seen near the harbour on Monday.

        reference: The striker Lena Voss signed for the club in May.
        translation: The [[former]] striker Lena Voss signed for the club in May.

        reference[uk]: Колишня вчителька Олена Гнатюк перемогла в конкурсі.
        translation: [[Teacher]] Olena Hnatiuk won the contest.

        reference: Two former security guards were arrested at the depot.
        translation: Two security [[guards]] were arrested at the depot.

    Allowed:
        reference[vi]: Trung tâm giữ nguyên học phí cho giáo viên ở mức hai triệu đồng.
        translation: The centre kept the fee for teachers unchanged at two million dong.

        reference: Her physicians will allow her to return to work in May.
        translation: Once her doctors allow it, she will return to work.

        reference: Former goalkeeper Ivo Brandt said the club needed a new stadium.
        translation: Ivo Brandt, who once was the team's goalkeeper, said a new stadium was needed.

        reference: Former goalkeeper Ivo Brandt said the club needed a new stadium.
        translation: Brandt said the club needed a new stadium.

        reference: The older thief, a former locksmith, was seen near the vault.
        translation: The older thief, who was seen near the vault, was a locksmith.

        reference: Two teachers who left the school last year said that the roof leaked.
        translation: Two former teachers said that the roof leaked.

        reference: The former teacher was seen near the harbour on Monday.
        reference: A teacher was seen near the harbour on Monday.
        translation: A teacher was seen near the harbour on Monday.
    """
    if {pair.lang, *(w.lang for w in pair.witnesses)} & UNSPACED:
        return
    yield from _lost(pair)
    yield from _added(pair)


def _lost(pair: Comparison) -> Iterator[Mark]:
    """Yield the ranks of the references that the article has dropped."""
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        for rank, first, noun in _ranked(pairing.theirs, pairing.foreign):
            i = pairing.backward[noun]
            if i is None or i in pairing.mine.office_words or rank in pair.once(_ranks_here):
                continue
            if rank == "former" and _was(pairing.mine, i):
                continue
            if any(_plain(pair, other, i, rank) for other in pair.witnesses if other != witness):
                continue
            span = pairing.mine.words[i].span
            theirs = pairing.theirs.span(first, noun + 1)
            yield _mark(pair, witness, span, theirs, Role.CONTRADICTS)
            return


def _ranks_here(pair: Comparison) -> frozenset[str]:
    """The ranks that the article tells of there."""
    return _ranks_in([s.facts for s in pair.around], [s.facts for s in pair.together], pair.lang)


def _was(reading: Reading, i: int) -> bool:
    """Whether somebody is said to have been what the word *i* says: *the other was a locksmith*."""
    copulas = load_pack(reading.lang).words("tense", "past_copulas")
    before = reading.words[max(0, i - _PHRASE) : i]
    return any(
        w.fold in copulas and not any(v.kind is WordKind.PUNCT for v in before[k:])
        for k, w in enumerate(before)
    )


def _added(pair: Comparison) -> Iterator[Mark]:
    """Yield the ranks of the article that no reference has."""
    for witness in pair.witnesses[:1]:
        pairing = pair.pairings[witness.key]
        mine = pairing.mine
        for rank, first, noun in _ranked(mine, pairing.foreign):
            told = [w for w in pair.witnesses if pair.pairings[w.key].forward[noun] is not None]
            if told and all(_plain(pair, w, noun, rank) for w in told):
                place = pair.pairings[told[0].key].forward[noun]
                assert place is not None
                theirs = told[0].reading.words[place].span
                yield _mark(pair, told[0], mine.words[first].span, theirs, Role.CONTRADICTS)
                return


def _plain(pair: Comparison, witness: Witness, i: int, rank: str) -> bool:
    """Whether *witness* says what the article's word *i* does, and nowhere near has the rank."""
    j = pair.pairings[witness.key].forward[i]
    if j is None or j in witness.reading.office_words:
        return False
    around, linked = ([s.facts for s in part] for part in (witness.around, witness.segments))
    return rank not in _ranks_in(around, linked, witness.lang)


def _ranked(reading: Reading, foreign: bool) -> Iterator[tuple[str, int, int]]:
    """Yield each rank before what somebody is, with both places; offices are left out.

    Held against a *foreign* text, a word is also what it may be in English.
    """
    roles = reporting(reading.lang).roles
    told = reading.of_kind("steady") + reading.of_kind("status") + reading.of_kind("event")
    for rank, first, end in _phrases(reading.lang).all(reading.words):
        if not reading.times.isdisjoint(range(first, end)):
            continue  # *в прошлом году*
        if _opens_clause(reading, first):
            continue  # once her doctors allow it
        if not rank or any(c.first <= first and end <= c.end > c.first + end - first for c in told):
            continue  # prisión provisional, giữ nguyên
        for at in range(end, min(len(reading.words), end + _PHRASE)):
            if reading.words[at].kind is WordKind.PUNCT:
                break
            role = roles.match(reading.words, at)
            held = frozenset({role[0]} if role is not None else ())
            held = held or (roles_of(reading, range(at, at + 1)) if foreign else held)
            if _is_calling(reading, at, foreign) or (held and not held & _BODIES):
                if at not in reading.office_words:
                    yield rank, first, at
                break


def _opens_clause(reading: Reading, first: int) -> bool:
    """Whether a rank is a conjunction: *once her doctors allow it*, not *, once a doctor*."""
    words = reading.words
    if words[first].fold not in load_pack(reading.lang).words("conditions", "once"):
        return False
    before = words[first - 1].fold if first else ""
    return before != "," and before not in load_pack(reading.lang).words("roles", "passive")


def _is_calling(reading: Reading, at: int, foreign: bool) -> bool:
    """Whether a word is what somebody is, in the words of the language or, *foreign*, in English.

    *Guard*, *councillor*, *prisoner*: no reporting role tells of them.
    """
    own = reading.words[at].stem in _callings(reading.lang)
    return own or (foreign and not _callings("en").isdisjoint(reading.meant(range(at, at + 1))))


@lru_cache(maxsize=32)
def _callings(lang: str) -> frozenset[str]:
    words = load_pack(lang).words("names", "callings")
    return frozenset(stem_word(fold_word(w), lang) for w in words)


def _ranks_in(around: Sequence[Facts], own: Sequence[Facts], lang: str) -> frozenset[str]:
    """The ranks that a text tells of, in its *own* sentences in whatever words."""
    words = [w for facts in around for w in facts.words]
    found = {rank for rank, _, _ in _phrases(lang).all(words)}
    if any(w.fold.startswith("ex-") for w in words) or any(
        tells_of_past(facts.words, lang) for facts in own
    ):
        found.add("former")
    return frozenset(found)


@lru_cache(maxsize=32)
def _phrases(lang: str) -> Phrases[str]:
    """The words for each rank; under none of them, the longer ones that only look like one."""
    pack = load_pack(lang)
    section, other = pack.section("titles"), pack.words("names", "no-ranks")
    return Phrases.inverted({"": other, **{rank: section.get(rank, ()) for rank in _RANKS}}, lang)


def _mark(pair: Comparison, witness: Witness, span: Span, theirs: Span, role: Role) -> Mark:
    return Mark.against(pair.evidence(span), witness.evidence(theirs, role))
