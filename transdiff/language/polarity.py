"""Polarity by event: which denial of one reading has no counterpart in the other.

Each denial is tied to the content words it governs; denials of both readings are paired where they
govern words that say the same. What is left over turns a claim round, unless the other side says
it in another way: a word with a denial inside (*lack*, *illegitimate*), a contrary event
(*did not reject*, *accepted*), or the same denial one verb higher (*does not think it will*).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.facts import Bound, WordKind
from transdiff.language.contraries import (
    Flip,
    contrary_events,
    contrary_word,
    contrary_words,
    denies_itself,
    done_without,
    gives_no_comment,
    is_required,
    refused_there,
    ruled_out,
    unanswered,
    undone,
)
from transdiff.language.denials import (
    NEAR,
    REACH,
    denials,
    governed,
    hints_at_denial,
    is_doubled,
    is_elliptic,
    negation_phrases,
    nouns_have_capitals,
    raises,
    sets_limit,
    too_early,
    verbs_first,
)
from transdiff.language.events import oppositions
from transdiff.language.limits import limits_otherwise
from transdiff.language.pack import load_pack
from transdiff.language.quantifiers import denies_all, quantifies
from transdiff.language.reading import Cue, Pairing, Reading
from transdiff.language.scope import moved_scope

_SHORT = 30
"""Words of a sentence that makes one claim."""


@dataclass(frozen=True)
class Polarity:
    """How two readings agree: what is turned round, and the denials of the first that both have."""

    flips: tuple[Flip, ...]
    agreed: frozenset[int]


def compare_polarity(pairing: Pairing) -> Polarity:
    """Return the claims of opposite polarity in a pair of readings."""
    if not pairing.comparable:
        return Polarity((), frozenset())
    mine, theirs = denials(pairing.mine), denials(pairing.theirs)
    partners = _partners(pairing, mine, theirs)
    back = pairing.reversed
    flips = [
        *contrary_words(pairing),
        *contrary_events(pairing),
        *unanswered(pairing),
        *undone(pairing),
        *ruled_out(pairing),
        *done_without(pairing),
        *moved_scope(pairing),
    ]
    agreed = {a.first for a in partners}
    taken = set(partners.values())
    for cue in mine:
        if cue in partners or cue.marker.value != "not":
            continue
        found = [r for r in theirs if r not in taken and _compatible(pairing, cue, r)]
        plain = [r for r in found if r.marker.value == "not"]
        doubled = is_doubled(pairing.mine, cue) and not (
            agreed & set(governed(pairing.mine, cue)[:1])
        )
        cleared = not plain if doubled else found or _said_otherwise(pairing, cue)
        if cleared or len(plain) > 1:
            agreed.add(cue.first)
            taken |= set(found[: 1 + doubled])
        elif flip := _flip(pairing, cue):
            flips.append(Flip(flip[0], flip[1], added=True, sure=flip[2]))
    idle = [a for a in mine if a.first not in agreed]
    for cue in theirs:
        if cue in taken or cue.marker.value != "not":
            continue
        if any(_compatible(back, cue, a) for a in idle) or _said_otherwise(back, cue):
            continue
        flip = None if _also_affirmed(pairing.theirs, cue) else _flip(back, cue)
        if flip is None and (alone := _only_denial(pairing, cue)):
            flips.append(Flip(alone, (cue.first, cue.end), added=False, sure=True))
        elif (
            flip
            and not _only_wanted(pairing, flip[1][0], flip[0][1] - 1)
            and (flip[2] or _well_covered(back, cue))
        ):
            flips.append(Flip(flip[1], flip[0], added=False, sure=flip[2]))
    return Polarity(tuple(flips), frozenset(agreed))


def _only_wanted(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the one reading has as a duty what the other denies as a fact."""
    return is_required(pairing.mine, i) and not is_required(pairing.theirs, j)


def _only_denial(pairing: Pairing, cue: Cue) -> tuple[int, int] | None:
    """Return the words that affirm what *cue* denies, in two short sentences of two languages.

    The verb has no counterpart that is known; but the one sentence holds a single denial, the other
    none in any words, and what stands around the denied verb is in both, or each sentence renders
    all of the other.
    """
    mine, theirs = pairing.mine, pairing.theirs
    short = len(mine.facts) == len(theirs.facts) == 1 and len(mine.words) <= _SHORT
    if not pairing.foreign or not short or mine.of_kind("negation"):
        return None
    if len(theirs.of_kind("negation", "not")) > 1 or theirs.of_kind("hedge", "possible"):
        return None
    around = (*theirs.before(cue.first, REACH), *theirs.after(cue.end, REACH))
    paired = sorted({i for j in around if (i := pairing.backward[j]) is not None})
    if _contrary_in(pairing):
        return None
    if pairing.entire:
        evasive = hints_at_denial(mine.words, mine.lang) or sets_limit(theirs, cue)
        return None if evasive else _halfway(pairing, cue)
    if len(paired) < 2 or 3 * len(paired) < len(around):
        return None
    inside = range(paired[0], min(len(mine.words), paired[-1] + REACH))
    verbs = (i for i in inside if mine.is_content[i] and pairing.forward[i] is None)
    at = next((i for i in verbs if not mine.words[i].text[:1].isupper()), paired[0])
    return at, at + 1


def _halfway(pairing: Pairing, cue: Cue) -> tuple[int, int] | None:
    """Return the word that stands as far into ``mine`` as what *cue* denies into ``theirs``."""
    mine, theirs = pairing.mine, pairing.theirs
    if mine.of_kind("hedge", "possible", "apparent", "likely"):
        return None
    head = governed(theirs, cue)[:1]
    there = pairing.backward[head[0]] if head else None
    if there is not None:
        return there, there + 1
    at = cue.end * len(mine.words) / max(1, len(theirs.words))
    near = min(mine.content, key=lambda i: abs(i - at), default=None)
    return None if near is None else (near, near + 1)


def _contrary_in(pairing: Pairing) -> bool:
    """Whether an event of the one side is the contrary of one of the other."""
    theirs = {c.marker.value for c in pairing.theirs.of_kind("event")}
    return any(
        theirs & oppositions().opposites.get(c.marker.value, frozenset())
        for c in pairing.mine.of_kind("event")
    )


def _nominal(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a thing (*no firm*), so that the verb may be far from it."""
    nominal = load_pack(reading.lang).words("negation", "nominal")
    return reading.words[cue.first].fold in nominal


def _well_covered(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other side has most of what follows the denied word, which must be a deed."""
    if _nominal(pairing.mine, cue):
        return False
    after = governed(pairing.mine, cue)[1:REACH]
    return sum(pairing.forward[i] is not None for i in after) >= 2


def _partners(pairing: Pairing, mine: tuple[Cue, ...], theirs: tuple[Cue, ...]) -> dict[Cue, Cue]:
    """Pair the denials of both sides that govern the same words, best pairs first."""
    scored = []
    for n, a in enumerate(mine):
        for m, r in enumerate(theirs):
            score = _common(pairing, a, r)
            if score > 0:
                scored.append((-score, abs(n - m), n, m))
    partners: dict[Cue, Cue] = {}
    taken: set[int] = set()
    for _, _, n, m in sorted(scored):
        if mine[n] not in partners and m not in taken:
            partners[mine[n]] = theirs[m]
            taken.add(m)
    return partners


def _common(pairing: Pairing, a: Cue, r: Cue) -> float:
    """Score how much two denials govern words that say the same; 0 for different denials."""
    values = {a.marker.value, r.marker.value}
    if values & {"weak", "peak"}:
        return 0.0
    if values == {"lexical"}:
        inside = (pairing.forward[i] for i in range(a.first, a.end))
        return 9.0 if any(j is not None and r.first <= j < r.end for j in inside) else 0.0
    if len(values) > 1 and (_kept(pairing, a) or _kept(pairing.reversed, r)):
        return 0.0
    left, right = governed(pairing.mine, a), governed(pairing.theirs, r)
    if _crossed(pairing, left[:1], right[:1]) and not _either_raises(pairing, a, r):
        return 0.0
    score = 0.0
    for i in left:
        j = pairing.forward[i]
        if j is not None and j in right:
            score += 3.0 if (i == left[0] or j == right[0]) else 1.0
    if len(values) > 1:
        return score if score >= 2 else 0.0
    return score + 1 if score else 0.0


def _crossed(pairing: Pairing, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
    """Whether both denied words have counterparts, and far from each other."""
    if not left or not right:
        return False
    there, here = pairing.forward[left[0]], pairing.backward[right[0]]
    if there is None or here is None:
        return False
    return abs(there - right[0]) > NEAR and abs(here - left[0]) > NEAR


def _either_raises(pairing: Pairing, a: Cue, r: Cue) -> bool:
    return raises(pairing.mine, a) or raises(pairing.theirs, r)


def _kept(pairing: Pairing, cue: Cue) -> bool:
    """Whether the denying word itself, or another that denies so, stands in the other reading.

    *Known* is no *unclear*, though both are about knowing.
    """
    if cue.marker.value == "not":
        return False
    fold = pairing.mine.words[cue.first].fold
    ours, theirs = (
        sum(r.words[c.first].fold == fold for c in denials(r))
        for r in (pairing.mine, pairing.theirs)
    )
    there = pairing.forward[cue.first]
    same = there is not None and any(c.first <= there < c.end for c in denials(pairing.theirs))
    return theirs >= ours or (theirs == 0 and same)


def _compatible(pairing: Pairing, cue: Cue, other: Cue) -> bool:
    """Whether *other*, which has no partner, may be the same denial put in other words."""
    words = governed(pairing.mine, cue)
    counterparts = [j for i in words if (j := pairing.forward[i]) is not None]
    near = any(_words_between(pairing.theirs, j, other.first) <= NEAR for j in counterparts)
    if other.marker.value != "not" and _kept(pairing.reversed, other):
        return False
    if other.marker.value == "lexical" and _denies_the_denial(pairing, words, other):
        return False
    if other.marker.value == "peak":
        return sets_limit(pairing.mine, cue)
    if other.marker.value == "weak":
        ended = near and _nominal(pairing.mine, cue)  # "no matches", "suspended all matches"
        return ended or sets_limit(pairing.mine, cue) or (near and _unmatched(pairing, words))
    if other.marker.value == "lexical":
        # "None of the firms replied" denies the verb, however far: "the firms left it unanswered".
        reported = _reports_denial(pairing.theirs, other)
        after = reported and any(j > other.first for j in counterparts)
        return near or after or _nominal(pairing.mine, cue)
    clause = pairing.theirs.clauses[other.first]
    together = any(pairing.theirs.clauses[j] == clause for j in counterparts)
    if (near and together) or _either_raises(pairing, cue, other):
        return True
    if words and (head := pairing.forward[words[0]]) is not None:
        same = pairing.theirs.clauses[head] == pairing.theirs.clauses[other.first]
        return same and abs(head - other.first) <= 2 * NEAR
    theirs = [pairing.backward[j] for j in governed(pairing.theirs, other)]
    return not (counterparts and any(i is not None for i in theirs))


def _words_between(reading: Reading, i: int, j: int) -> int:
    """How many words *i* and *j* are apart; marks are no words."""
    first, end = min(i, j), max(i, j)
    return sum(w.kind is not WordKind.PUNCT for w in reading.words[first:end])


def _denies_the_denial(pairing: Pairing, words: tuple[int, ...], other: Cue) -> bool:
    """Whether *other* is the very word that is denied: *did not rule out* and *ruled out*."""
    head = pairing.forward[words[0]] if words else None
    if head is None or not other.first <= head < other.end:
        return False
    return any(c.first <= words[0] < c.end for c in pairing.mine.of_kind("negation", "lexical"))


def _reports_denial(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* says that somebody denies all that follows: *denied that the rival had*."""
    return any(
        a.stance == "denial" and a.span.overlaps(cue.marker.span)
        for facts in reading.facts
        for a in facts.attributions
    )


def _unmatched(pairing: Pairing, words: tuple[int, ...]) -> bool:
    return not words or pairing.forward[words[0]] is None


def _said_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading holds the denial inside a word."""
    words = governed(pairing.mine, cue)
    events = {k for i in words[:2] for k in pairing.mine.keys[i] if k[0] == "="}
    contrary = {f"={o}" for e in events for o in oppositions().opposites.get(e[1:], ())}
    contrary -= {key for keys in pairing.mine.keys for key in keys}
    if any(contrary & set(keys) for keys in pairing.theirs.keys):
        return True
    if limits_otherwise(pairing, cue):
        return True
    if _denies_equal(pairing.mine, cue) and pairing.theirs.of_kind("comparison"):
        return True
    if any(too_early(pairing.theirs)) or _well(pairing, cue) or _bounded(pairing, cue):
        return True
    if sets_limit(pairing.mine, cue) and pairing.theirs.of_kind("limit"):
        return True
    if _unless(pairing.mine) and _only_if(pairing.theirs):
        return True
    if _unless(pairing.theirs) and _only_if(pairing.mine):
        return True
    if is_elliptic(pairing.mine, cue) or any(
        is_elliptic(pairing.theirs, r) for r in pairing.theirs.of_kind("negation", "not")
    ):
        return True
    if gives_no_comment(pairing.theirs) and _denies_comment(pairing.mine, cue):
        return True
    if _undecided(pairing.mine, cue) and pairing.theirs.of_kind("status", "act:1"):
        return True
    if denies_all(pairing.mine, cue) and quantifies(pairing.theirs, "some", "most"):
        return True
    if refused_there(pairing, words):
        return True
    stems = [pairing.mine.words[i].stem for i in words]
    return any(contrary_word(w.stem, stems, pairing.theirs.lang) for w in pairing.theirs.words)


def _flip(pairing: Pairing, cue: Cue) -> tuple[tuple[int, int], tuple[int, int], bool] | None:
    """Return the word ranges of a denial and of its undenied counterpart, None without one."""
    words = governed(pairing.mine, cue)
    if nouns_have_capitals(pairing.mine.lang) and not _nominal(pairing.mine, cue):
        named = {i for name in _named(pairing.mine) for i in name}
        words = verbs_first(pairing.mine, tuple(i for i in words if i not in named) or words)
    pairs = [(i, j) for i in words if (j := pairing.forward[i]) is not None]
    if _nominal(pairing.mine, cue):  # "none of the 74 people": what they did is denied, not they
        pairs = [p for p in pairs if not _counts(pairing.mine, p[0])]
    denied = {
        j for r in pairing.theirs.of_kind("negation", "not") for j in governed(pairing.theirs, r)
    }
    if pairs and pairs[0][0] in pairing.loose and not _accompanied(pairing, *pairs[0]):
        return None  # words of many senses: *not be ruled out*, *a former judge*
    told = tuple(i for i in words if _tells(pairing, i))
    sure = bool(pairs and told) and pairs[0][0] == _head(pairing.mine, told)
    if not sure and _in_hedge(pairing.mine, cue):
        return None
    if not pairs:
        return None if pairing.foreign else _loose_flip(pairing, cue)
    if pairs[0][1] in denied:
        return None
    if pairing.foreign and not (sure and _same_event(pairing, *pairs[0])):
        return None
    if pairing.foreign and _limited(pairing.mine, cue):
        return None
    if not sure:
        pairs = [p for p in pairs if not _is_name(pairing.mine, p[0])]
        if pairs and _hidden(pairing, pairs[0][1]):
            return None
    if not pairs:
        return _loose_flip(pairing, cue)
    i, j = pairs[0]
    mine = (min(cue.first, i), max(cue.end, i + 1))
    if mine[1] - mine[0] > 2 * REACH:
        mine = (cue.first, cue.end)
    return mine, (j, j + 1), sure


def _bounded(pairing: Pairing, cue: Cue) -> bool:
    """Whether *none has more than ten* on one side is *ten at most* on the other."""
    more = (Bound.MORE, Bound.LESS)
    most = (Bound.AT_MOST, Bound.AT_LEAST)
    values = {
        q.value
        for facts in pairing.mine.facts
        for q in facts.quantities
        if q.bound in more and cue.marker.span.end <= q.span.start
    }
    theirs = (q for facts in pairing.theirs.facts for q in facts.quantities)
    return any(q.value in values and q.bound in most for q in theirs)


def _well(pairing: Pairing, cue: Cue) -> bool:
    """Whether *cue* denies a harm where the other reading says that they are well."""
    theirs = pairing.theirs
    if not any(negation_phrases(theirs.lang, "well").all(theirs.words)):
        return False
    clause = pairing.mine.clauses[cue.first]
    ills = negation_phrases(pairing.mine.lang, "ills").all(pairing.mine.words)
    return any(pairing.mine.clauses[first] == clause for _, first, _ in ills)


def _counts(reading: Reading, index: int) -> bool:
    """Whether a word belongs to a figure, or is what a figure counts."""
    quantities = [q for facts in reading.facts for q in facts.quantities]
    word = reading.words[index]
    figures = [reading.inside(q.span) for q in quantities]
    return any(index in f for f in figures) or any(
        f.stop <= index < f.stop + 2 and word.stem in q.nouns[:2]
        for f, q in zip(figures, quantities, strict=True)
    )


def _accompanied(pairing: Pairing, i: int, j: int) -> bool:
    """Whether a word beside *i* is said beside *j*."""
    beside = (k for k in pairing.mine.content if k != i and abs(k - i) <= NEAR)
    return any((m := pairing.forward[k]) is not None and abs(m - j) <= NEAR for k in beside)


def _named(reading: Reading) -> Iterator[range]:
    """Yield the words of each proper name of several words."""
    for facts in reading.facts:
        yield from (reading.inside(n.span) for n in facts.names if " " in n.text)


def _head(reading: Reading, words: tuple[int, ...]) -> int:
    """The first of *words* that is no modal verb: *has not had to open* denies the opening."""
    modals = {c.first for c in reading.of_kind("event") if c.marker.value == "require"}
    modals -= set(reading.content)
    return next((i for i in words if i not in modals), words[0])


def _limited(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* sets a limit in its own clause: *will not restart until Monday*."""
    end = next(
        (
            i
            for i in range(cue.end, len(reading.words))
            if reading.clauses[i] != reading.clauses[cue.first]
        ),
        len(reading.words),
    )
    return sets_limit(reading, cue) and hints_at_denial(reading.words[cue.end : end], reading.lang)


def _in_hedge(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* is part of a hedge: *did not rule out* denies nothing but *rule out*."""
    hedges = reading.of_kind("hedge", "possible")
    return any(c.end - c.first > 1 and c.first <= cue.first < c.end for c in hedges)


def _same_event(pairing: Pairing, i: int, j: int) -> bool:
    """Whether two words name one event, a certain one, not only one person or figure."""
    shared = set(pairing.mine.keys[i]) & set(pairing.theirs.keys[j])
    return any(key[0] == "=" and key[1:] not in oppositions().vague for key in shared)


def _denies_comment(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a comment: *would not speak on monetary policy*."""
    words = governed(reading, cue)[:2]
    return any({"=comment", "=answer"} & set(reading.keys[i]) for i in words)


def _undecided(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a decision: *has not decided whether* is *examines whether*."""
    decided = any("=decide" in reading.keys[i] for i in governed(reading, cue)[:2])
    return decided and bool(reading.of_kind("tense", "asked"))


def _unless(reading: Reading) -> bool:
    return bool(reading.of_kind("condition", "unless"))


def _only_if(reading: Reading) -> bool:
    """Whether a claim depends on something, without *unless*: it is the contrary of one with it."""
    return bool(reading.of_kind("condition", "if", "only-if")) and not _unless(reading)


def _denies_equal(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies that two things are equal: *not as large as* is *smaller than*."""
    equal = load_pack(reading.lang).words("comparison", "equative")
    return any(w.fold in equal for w in reading.words[cue.end : cue.end + 2 * REACH])


def _tells(pairing: Pairing, index: int) -> bool:
    """Whether a denied word may be the deed: no *must*, and across languages an event."""
    if pairing.foreign:
        return pairing.mine.names_event(index)
    duties = (c for c in pairing.mine.of_kind("status") if c.marker.value.startswith("duty:"))
    return not any(c.first <= index < c.end for c in duties)


def _also_affirmed(reading: Reading, cue: Cue) -> bool:
    """Whether the denying side itself affirms the event elsewhere: ``did not attend, joining``."""
    words = governed(reading, cue)
    own = {i for c in reading.of_kind("negation", "not") for i in governed(reading, c)}
    events = {k for i in words[:1] for k in reading.keys[i] if k[0] == "="}
    return any(events & set(reading.keys[i]) for i in reading.content if i not in own)


def _is_name(reading: Reading, index: int) -> bool:
    """Whether a word is (part of) a name: in these languages it has a capital inside a sentence."""
    return reading.words[index].text[:1].isupper()


def _loose_flip(pairing: Pairing, cue: Cue) -> tuple[tuple[int, int], tuple[int, int], bool] | None:
    """Return a flip for a denial of words that the other side puts otherwise, denying nothing.

    The readings must say the same elsewhere: most words pair, the clause's others among them.
    """
    other = pairing.theirs
    if any(pairing.backward[c.first] is None for c in other.of_kind("negation", "not", "lexical")):
        return None
    content = pairing.mine.content
    paired = [i for i in content if pairing.forward[i] is not None]
    near = [i for i in paired if abs(i - cue.first) <= 2 * REACH]
    if not near or len(paired) < 0.4 * len(content):
        return None
    there = pairing.forward[min(near, key=lambda i: abs(i - cue.first))] or 0
    if _hidden(pairing, there):
        return None
    words = governed(pairing.mine, cue)
    end = max([cue.end, *(i + 1 for i in words[:1])])
    return (min(cue.first, end - 1), end), (there, there + 1), False


def _hidden(pairing: Pairing, place: int) -> bool:
    """Whether the other side alone has, near *place*, a word with a denial in its form."""
    words, lang = pairing.theirs.words, pairing.theirs.lang
    left = (j for j in pairing.theirs.content if pairing.backward[j] is None)
    return any(abs(j - place) <= 2 * REACH and denies_itself(words[j], lang) for j in left)
