"""Rule ``term-fate``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.rule import Mark, rule

_CLASHES = frozenset({
    frozenset({"killed", "hurt"}),
    frozenset({"killed", "missing"}),
    frozenset({"killed", "saved"}),
    frozenset({"killed", "held"}),
    frozenset({"killed", "freed"}),
})  # fmt: skip
"""Fates of which whoever met the one is not told to have met the other."""
_DENIED = 4
"""Words before a fate where its denial may stand."""
_UNREAL = ("possible", "likely", "doubt")


class _Fate(NamedTuple):
    """What befell somebody: its name, its words."""

    value: str
    first: int
    end: int


@rule(group="wording", category="term", severity="critical")
def term_fate(pair: Comparison) -> Iterator[Mark]:
    """Report somebody who is dead in the article and hurt, missing or saved in the reference.

    Of figures ``number-swapped`` asks whom they count; here are those who are told by what they
    are: the driver, a child, her brother. No linked text may tell of the
    article's fate, and the article's sentence may not tell of the reference's; the two clauses must
    share a word that says who it was or what happened.

    Flagged:
        reference: The suspect, a former cook, was shot dead by police at the mill.
        translation: Police at the mill [[arrested]] the suspect, a former cook.

        reference: The pilot of the glider was badly injured when it hit a pylon.
        translation: The pilot of the glider was [[killed]] when it hit a pylon.

        reference: A skier went missing on the glacier on Monday.
        translation: A skier [[died]] on the glacier on Monday.

        reference[de]: Der Taucher wurde bei dem Unfall verletzt.
        translation: The diver [[died]] in the accident.

        reference[ru]: Водитель трамвая погиб при столкновении.
        translation[ru]: Водитель трамвая [[пострадал]] при столкновении.

    Allowed:
        reference: The pilot was badly injured. He died in hospital two days later.
        translation: The pilot died two days after the crash.

        reference: The pilot was injured and his passenger killed.
        translation: The passenger was killed.

        reference: The pilot was hurt when the glider hit a pylon.
        translation: The pilot could have been killed when the glider hit a pylon.

        reference: The crash left the pilot with injuries.
        translation: The pilot was wounded in the crash.

        reference[zh]: 滑翔机撞上电线杆，未造成人员伤亡。
        translation[zh]: 滑翔机撞上电线杆，没有人受伤或遇难。
    """
    mine = pair.reading
    told = _fates(mine)
    if not told:
        return
    known = {w.key: {f.value for f in _fates(w.reading)} for w in pair.witnesses}
    for fate in told:
        if any(fate.value in values for values in known.values()) or _is_unreal(mine, fate):
            continue
        for witness in pair.witnesses:
            theirs = _instead(pair.pairings[witness.key], fate, {f.value for f in told})
            if theirs is not None:
                yield _mark(pair, witness, fate, theirs)
                return


def _mark(pair: Comparison, witness: Witness, mine: _Fate, theirs: _Fate) -> Mark:
    own = pair.reading.span(mine.first, mine.end)
    other = witness.reading.span(theirs.first, theirs.end)
    return Mark.against(pair.evidence(own), witness.evidence(other, value=theirs.value))


def _instead(pairing: Pairing, mine: _Fate, told: set[str]) -> _Fate | None:
    """Return what befell the same people in the other text, which the article does not tell."""
    for theirs in _fates(pairing.theirs):
        clash = frozenset({mine.value, theirs.value}) in _CLASHES and theirs.value not in told
        real = clash and not _is_unreal(pairing.theirs, theirs)
        if real and _share_a_word(pairing, mine, theirs):
            return theirs
    return None


def _share_a_word(pairing: Pairing, mine: _Fate, theirs: _Fate) -> bool:
    """Whether the clauses of two fates have a word in common besides figures and times."""
    left, right = pairing.mine, pairing.theirs
    there = {*right.of_clause(theirs.first)} - {*range(theirs.first, theirs.end)}
    return any(
        pairing.forward[i] in there
        for i in left.of_clause(mine.first)
        if not (mine.first <= i < mine.end or i in left.times or left.is_figure(i))
    )


def _fates(reading: Reading) -> list[_Fate]:
    """Return what befell people in a text, without those of whom a figure tells how many."""
    table = listed_table(reading.lang, "numbers", "fates")
    counted = reading.covered(q.span for f in reading.facts for q in f.quantities if q.fate)
    denials = listed_phrases(reading.lang, "negation", "not")
    clauses = reading.clauses
    found = []
    for value, first, end in table.all(reading.words):
        own = clauses[first]
        before = range(max(0, first - _DENIED * (1 + _follows_or(reading, first))), first)
        denied = any(clauses[at] == own and denials.match(reading.words, at) for at in before)
        if not denied and not any(clauses[at] == own for at in counted):
            found.append(_Fate(value, first, end))
    return found


def _follows_or(reading: Reading, index: int) -> bool:
    """Whether a word is the second of two that one denial may deny: *nobody was hurt or killed*."""
    joining = load_pack(reading.lang).words("numbers.ranges", "or")
    return index > 0 and reading.words[index - 1].fold in joining


def _is_unreal(reading: Reading, fate: _Fate) -> bool:
    """Whether a fate is only possible, or a condition: *could have been killed*, *if he dies*."""
    cues = (*reading.of_kind("hedge", *_UNREAL), *reading.of_kind("condition", "if"))
    return any(reading.clauses[c.first] == reading.clauses[fate.first] for c in cues)
