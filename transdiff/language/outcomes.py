"""Outcomes: how a matter came out, on axes of two poles, in whatever words: granted or refused.

``outcomes/<lang>.toml`` lists for each axis the words and idioms of its two poles, in base forms;
``axes.toml`` says which of them a denial turns into the other. Two sentences contradict each other
that give the same thing different outcomes on one axis, though no *not* tells them apart: *rejected
the resignation*, *accepted it*.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.cues import Cue
from transdiff.language.denial_limits import sets_limit
from transdiff.language.denials import (
    both_sides,
    is_nominal,
    nouns_have_capitals,
    opens_clause,
    too_early,
)
from transdiff.language.inner_denials import denies_itself
from transdiff.language.listed import listed_phrases
from transdiff.language.outcome_book import (
    Book,
    Idiom,
    Pole,
    asking,
    attempts,
    holds_of,
    idioms_in,
    is_auxiliary,
    longest,
    openings,
    opens_loosely,
    parting,
)
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading

_REACH = 6
"""Words before an outcome among which its denial may stand."""
_BESIDE = 2
"""Words between an outcome and what denies it from behind, or sets it aside."""
_ASKED = 6
"""Words before an outcome among which somebody asks for it."""


_MADE = 10
"""Words from a refusal to what somebody will not make of a thing."""
_STOPS = ".;:"
_TOLD = 14
"""Words from what denies a claim to the outcome that it claims."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The words ``[first, end)`` that say how something came out on ``axis``.

    ``yes`` tells the pole, None where a denial leaves it open; ``denied`` that a denial turned it.
    ``parted`` are the words within that are no part of the idiom: *schloss Neuwahlen aus*.
    """

    axis: str
    yes: bool | None
    first: int
    end: int
    denied: bool = False
    parted: tuple[int, ...] = ()


def outcomes(reading: Reading) -> tuple[Outcome, ...]:
    """Return the outcomes that *reading* tells, in order."""
    return tuple(_outcomes(reading))


def _outcomes(reading: Reading) -> Iterator[Outcome]:
    words, lang = reading.words, reading.lang
    reached, book = 0, idioms_in(words, lang)
    for at in openings(words, lang, book) if book else ():
        found = longest(words, at, lang, book) if at >= reached else None
        if found is None:
            continue
        idiom, end = found
        if opens_loosely(idiom, lang) and _goes_on(reading, at, end, book):
            continue
        reached = end
        if _not_come(reading, at):
            continue
        denied = _denial(reading, at, end, frozenset(idiom.parts))
        parted = parting(words, at, end, lang, idiom)
        for axis, pole in sorted(idiom.poles | _told_within(reading, idiom, at, end, book)):
            yield _told(axis, pole, at, end, denied, parted)


def _told_within(reading: Reading, idiom: Idiom, at: int, end: int, book: Book) -> frozenset[Pole]:
    """What the rest of an idiom tells that begins with a verb of grammar: *were* + *halted*."""
    if not idiom.poles or not opens_loosely(idiom, reading.lang):
        return frozenset()
    later = (longest(reading.words, k, reading.lang, book) for k in range(at + 1, end))
    return frozenset().union(*(f[0].poles for f in later if f is not None and f[1] == end))


def _goes_on(reading: Reading, at: int, end: int, book: Book) -> bool:
    """Whether a longer idiom begins behind the auxiliary: *was* + *open to the public*."""
    later = (longest(reading.words, k, reading.lang, book) for k in range(at + 1, end))
    return any(found is not None and found[1] > end for found in later)


def _not_come(reading: Reading, at: int) -> bool:
    """Whether the outcome is only tried or asked for: *tried to flee*, *wants the loan repaid*.

    Or is what something is needed for.
    """
    if attempts(reading.lang).before(reading.words, at, _BESIDE + 1) is not None:
        return True
    before = [w.fold for w in reading.words[max(0, at - _ASKED) : at]]
    marks = load_pack(reading.lang).words("voice", "infinitive-mark")
    asked, wanted, needed = (
        any(fold in asking(reading.lang, name) for fold in before)
        for name in ("asking", "wanting", "needing")
    )
    if needed and any(fold in marks for fold in before[-_BESIDE:]):
        return True  # "half of the votes needed for it to be valid"
    return (asked and before[-1] in marks) or (wanted and at in reading.pasts)


def _told(
    axis: str, pole: bool, first: int, end: int, denied: bool | None, parted: tuple[int, ...]
) -> Outcome:
    """The outcome as it stands, turned or left open by what denies it."""
    if denied is None:
        return Outcome(axis, None, first, end, parted=parted)
    if not denied:
        return Outcome(axis, pole, first, end, parted=parted)
    turned = holds_of(axis, "both") or (not pole and holds_of(axis, "no"))
    return Outcome(axis, not pole if turned else None, first, end, True, parted)


def _denial(reading: Reading, first: int, end: int, own: frozenset[str]) -> bool | None:
    """Whether an odd number of denials bears on the words; None where one only sets a limit.

    Or hardly denies it: *few survived*. What the phrase itself has among its parts *own* denies
    nothing more.
    """
    if _set_aside(reading, first) or _hardly(reading, first):
        return None
    handed_on = int(contested_from(reading, first) is not None or _is_not_made(reading, first, end))
    plain = _within_denial(reading, first)  # two words deny once: "ничто не угрожает"
    for cue in reading.of_kind("negation", "not", "lexical"):
        if first <= cue.first < end:
            word = reading.words[cue.first]
            forms = {word.fold, word.stem, f"={word.fold}"}
            plain |= cue.marker.value == "not" and own.isdisjoint(forms)
        elif reading.clauses[cue.end - 1] != reading.clauses[first]:
            continue
        elif cue.marker.value == "lexical":
            handed_on += _hands_on(reading, cue, first, end)
        elif _bears_on(reading, cue, first, end):
            if sets_limit(reading, cue) and not _limits_another(reading, end):
                return None
            plain = True
    return (plain + handed_on) % 2 == 1


def _within_denial(reading: Reading, first: int) -> bool:
    """Whether the outcome is the rest of a phrase that denies it: *nicht* + *auszuschließen*.

    Such a phrase says as a whole what may be, so that its *not* is no denial of its own.
    """
    plain = load_pack(reading.lang).words("negation", "not")
    return any(
        reading.words[i].fold in plain
        for cue in reading.of_kind("hedge", "possible")
        if cue.first < first < cue.end
        for i in range(cue.first, first)
    )


def contested_from(reading: Reading, first: int) -> int | None:
    """Return where somebody denies what the word *first* tells, or calls it too early to tell.

    *Denied that it was*, *denied reports that he would*; None where nobody does.
    """
    own = reading.sentence(first)
    denied = (a.span for f in reading.facts for a in f.attributions if a.stance == "denial")
    places = [*map(reading.inside, denied), *(range(*place) for place in too_early(reading))]
    for place in places:
        end = place.stop
        near = end in own and 0 <= first - end <= _TOLD
        if near and reading.words[end].kind is not WordKind.PUNCT:
            return place.start
    return None


def _set_aside(reading: Reading, first: int) -> bool:
    """Whether the outcome is named as what is not the case: *rather than too little rain*.

    Or as what something is held against: *better than for a fee*.
    """
    than = load_pack(reading.lang).words("comparison", "than")
    if first and reading.words[first - 1].fold in than:
        return True
    instead = listed_phrases(reading.lang, "negation.preference", "instead")
    return instead.before(reading.words, first, _BESIDE) is not None


def _hardly(reading: Reading, first: int) -> bool:
    """Whether the outcome is hardly so, or so for few: *few survived*."""
    hardly = listed_phrases(reading.lang, "negation", "few")
    return any(hardly.match(reading.words, at) for at in range(max(0, first - _REACH), first))


def _limits_another(reading: Reading, end: int) -> bool:
    """Whether another verb stands before the limit: *found no accord and was put off until May*."""
    pack = load_pack(reading.lang)
    joining, limits = pack.words("numbers.ranges", "and"), pack.words("negation", "limits")
    folds = [reading.words[i].fold for i in reading.sentence(end - 1) if i >= end]
    joined = next((n for n, fold in enumerate(folds) if fold in joining), len(folds))
    limit = next((n for n, fold in enumerate(folds) if fold in limits), len(folds))
    return joined < limit < len(folds)


def _hands_on(reading: Reading, cue: Cue, first: int, end: int) -> bool:
    """Whether a verb denies the outcome right behind it: *failed to obtain*, *without finding*.

    A noun before a finite verb is its subject: *the ban remains in force*, *запрет снят*.
    """
    between = reading.words[cue.end : first]
    marks = load_pack(reading.lang).words("voice", "infinitive-mark")
    if denies_itself(reading.words[first], reading.lang):
        return False  # "escaped unharmed"
    if not between and (_is_ban(reading, cue) or _opens_predicate(reading, cue, first, end)):
        return False
    return cue.end <= first and all(w.fold in marks for w in between)


def _is_not_made(reading: Reading, first: int, end: int) -> bool:
    """Whether somebody will not make a thing so: *refuses to make the jab compulsory*.

    In German what is made so stands before the verb that makes it: *weigert sich, … zu machen*.
    """
    making = load_pack(reading.lang).words("negation", "making")
    before = reading.words[max(0, first - _MADE) : first]
    near = reading.words[end : end + _BESIDE] if nouns_have_capitals(reading.lang) else before
    if not any(w.fold in making for w in near):
        return False
    refused = (a.span for f in reading.facts for a in f.attributions if a.stance == "refusal")
    starts = {reading.inside(span).stop for span in refused}
    starts |= {cue.end for cue in reading.of_kind("negation", "lexical")}
    return any(
        first - _MADE <= at < first and not any(w.text in _STOPS for w in reading.words[at:first])
        for at in starts
    )


def _is_ban(reading: Reading, cue: Cue) -> bool:
    return any(c.first <= cue.first < c.end for c in reading.of_kind("event", "forbid"))


def _opens_predicate(reading: Reading, cue: Cue, first: int, end: int) -> bool:
    """Whether a finite verb tells the outcome of what *cue* names."""
    if cue.end - 1 in reading.pasts:
        return False
    finite = is_auxiliary(reading.words[first].fold, reading.lang)
    return finite or not reading.pasts.isdisjoint(range(first, end))


def _bears_on(reading: Reading, cue: Cue, first: int, end: int) -> bool:
    """Whether *not* stands before the outcome, or denies its object: *wants no review*."""
    if 0 <= first - cue.end <= _REACH:
        joining = load_pack(reading.lang).words("numbers.ranges", "and")
        if all(w.fold not in joining for w in reading.words[cue.end : first]):
            return True
    if _is_subject(reading, cue, first):
        return True
    behind = cue.first - end
    if nouns_have_capitals(reading.lang):  # "darf zu Hause nicht abbauen"
        return 0 <= behind <= _REACH
    beside = 0 <= behind < _BESIDE
    return beside and (both_sides(reading.lang) or (behind == 0 and is_nominal(reading, cue)))


def _is_subject(reading: Reading, cue: Cue, first: int) -> bool:
    """Whether *cue* opens the clause as its subject, however long: *none of the crew of the* …

    What is told before the outcome is what the denial belongs to.
    """
    if cue.end > first or not is_nominal(reading, cue):
        return False
    told = reading.pasts.intersection(range(cue.end, first))
    return opens_clause(reading, cue) and not any(
        not is_auxiliary(reading.words[i].fold, reading.lang) for i in told
    )
