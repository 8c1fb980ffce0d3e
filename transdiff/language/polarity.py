"""Polarity by event: which denial of one reading has no counterpart in the other.

Each denial is tied to the content words it governs; denials of both readings are paired where they
govern words that say the same. What is left over turns a claim round, unless the other side says
it in another way: a word with a denial inside (*lack*, *illegitimate*), a contrary event
(*did not reject*, *accepted*), or the same denial one verb higher (*does not think it will*).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from transdiff.language.events import oppositions
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.reading import Cue, Pairing, Reading

_REACH = 4
"""Content words after a denial that it may govern."""
_NEAR = 5
"""Words between a counterpart and a denial that may belong to it."""

_SHORT = 16
"""Words of a sentence that tells of one event only."""
_ASSESSMENTS = frozenset({"optimism", "pessimism"})
"""Contraries of opinion rather than of fact."""


@dataclass(frozen=True)
class Flip:
    """A claim with opposite polarity; word ranges ``[first, end)`` in both readings.

    ``added`` says that the denial stands in the first reading. ``sure`` says that the denied word
    itself is in both, not only its surroundings.
    """

    mine: tuple[int, int]
    theirs: tuple[int, int]
    added: bool
    sure: bool


@dataclass(frozen=True)
class Polarity:
    """How two readings agree: what is turned round, and the denials of the first that both have."""

    flips: tuple[Flip, ...]
    agreed: frozenset[int]


def compare_polarity(pairing: Pairing) -> Polarity:
    """Return the claims of opposite polarity in a pair of readings."""
    mine, theirs = _denials(pairing.mine), _denials(pairing.theirs)
    partners = _partners(pairing, mine, theirs)
    back = pairing.reversed
    flips = [*_contraries(pairing), *_contrary_events(pairing), *_unanswered(pairing)]
    agreed = {a.first for a in partners}
    taken = set(partners.values())
    for cue in mine:
        if cue in partners or cue.marker.value != "not":
            continue
        partner = next((r for r in theirs if r not in taken and _compatible(pairing, cue, r)), None)
        if partner is not None or _said_otherwise(pairing, cue):
            agreed.add(cue.first)
            taken |= {partner} if partner else set()
        elif flip := _flip(pairing, cue):
            flips.append(Flip(flip[0], flip[1], added=True, sure=flip[2]))
    idle = [a for a in mine if a.first not in agreed]
    for cue in theirs:
        if cue in taken or cue.marker.value != "not":
            continue
        if any(_compatible(back, cue, a) for a in idle) or _said_otherwise(back, cue):
            continue
        flip = _flip(back, cue)
        if flip and (flip[2] or _well_covered(back, cue)):
            flips.append(Flip(flip[1], flip[0], added=False, sure=flip[2]))
    return Polarity(tuple(flips), frozenset(agreed))


def _well_covered(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other side has most of what follows the denied word."""
    after = governed(pairing.mine, cue)[1:_REACH]
    return sum(pairing.forward[i] is not None for i in after) >= 2


def _denials(reading: Reading) -> tuple[Cue, ...]:
    cues = reading.of_kind("negation", "not", "lexical", "weak")
    return tuple(c for c in cues if not _restricts(reading, c))


def _restricts(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* opens *ne … que*, which is *only*, not *not*."""
    pack = load_pack(reading.lang)
    restrictive = pack.words("negation", "restrictive")
    if not restrictive or cue.marker.value != "not":
        return False
    ahead = [w.fold for w in reading.words[cue.end : cue.end + 2 * _REACH]]
    full = pack.words("negation", "full")
    first = next((fold for fold in ahead if fold in restrictive or fold in full), "")
    return first in restrictive


def _contraries(pairing: Pairing) -> Iterator[Flip]:
    """Yield the words that stand in one reading with, in the other without a denying prefix."""
    prefixes = load_pack(pairing.mine.lang).words("negation", "deniers")
    if pairing.mine.lang != pairing.theirs.lang:
        return
    loose = [i for i in pairing.mine.content if pairing.forward[i] is None]
    others = [j for j in pairing.theirs.content if pairing.backward[j] is None]
    for i in loose:
        for j in others:
            left, right = pairing.mine.words[i].stem, pairing.theirs.words[j].stem
            added = any(left == prefix + right for prefix in prefixes)
            if not added and not any(right == prefix + left for prefix in prefixes):
                continue
            if not _denied(pairing.mine, i) and not _denied(pairing.theirs, j):
                yield Flip((i, i + 1), (j, j + 1), added=added, sure=True)


def _contrary_events(pairing: Pairing) -> Iterator[Flip]:
    """Yield the events that answer a question with yes in one reading and with no in the other."""
    mine, theirs = _events(pairing.mine), _events(pairing.theirs)
    for event, places in mine.items():
        for other in oppositions().polar.get(event, ()):
            if event in theirs or other in mine or other not in theirs:
                continue
            i, j = places[0], theirs[other][0]
            if _denied(pairing.mine, i) or _denied(pairing.theirs, j):
                continue
            least = _least_company(pairing)
            if _company(pairing, i, j) >= least or _same_object(pairing, i, j):
                yield Flip((i, i + 1), (j, j + 1), added=True, sure=event not in _ASSESSMENTS)


def _least_company(pairing: Pairing) -> int:
    """Return how many words must pair around contrary events; across languages few can."""
    if pairing.mine.lang == pairing.theirs.lang:
        return 2
    return int(max(len(pairing.mine.words), len(pairing.theirs.words)) > _SHORT)


def _unanswered(pairing: Pairing) -> Iterator[Flip]:
    """Yield an answer of the one reading where the other says that none was given."""
    mine, theirs = _events(pairing.mine), _events(pairing.theirs)
    silent = [j for j in theirs.get("answer", ()) if _denied(pairing.theirs, j)]
    if not silent or "answer" in mine:
        return
    for event in sorted(oppositions().unanswered & mine.keys() - theirs.keys()):
        if not _denied(pairing.mine, mine[event][0]):
            i, j = mine[event][0], silent[0]
            yield Flip((i, i + 1), (j, j + 1), added=True, sure=True)


def _events(reading: Reading) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for cue in reading.of_kind("event"):
        found.setdefault(cue.marker.value, []).append(cue.first)
    return found


def _company(pairing: Pairing, i: int, j: int) -> int:
    """Count the words near *i* whose counterparts are near *j*."""
    near = (pairing.forward[k] for k in range(max(0, i - 6), min(len(pairing.forward), i + 7)))
    return sum(k is not None and k != j and abs(k - j) <= 6 for k in near)


def _same_object(pairing: Pairing, i: int, j: int) -> bool:
    """Whether the words right after *i* and *j* pair."""
    mine, theirs = pairing.mine.after(i + 1, 1), pairing.theirs.after(j + 1, 1)
    return bool(mine and theirs) and pairing.forward[mine[0]] == theirs[0]


def _denied(reading: Reading, index: int) -> bool:
    """Whether any denial may bear on the word *index*."""
    before = any(index - _NEAR <= c.first < index for c in reading.of_kind("negation", "lexical"))
    return before or any(c.first < index for c in reading.of_kind("negation", "not"))


def governed(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return the content words that *cue* may deny, the likeliest first."""
    after = reading.after(cue.end, _REACH)
    if reading.lang == "en" and after and reading.words[after[0]].fold.endswith("ly"):
        after = (*after[1:], after[0])
    if cue.marker.value == "lexical":
        after = (*(i for i in range(cue.first, cue.end) if reading.is_content[i]), *after)
    before = reading.before(cue.first, 2)
    if _both_sides(reading.lang):
        return (*before, *after)
    return after + before if after else reading.before(cue.first, _REACH)


@lru_cache(maxsize=64)
def _both_sides(lang: str) -> bool:
    return load_pack(lang).section("negation").get("side") == "both"


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
    if "weak" in values:
        return 0.0
    if values == {"lexical"}:
        return 9.0 if pairing.forward[a.first] == r.first else 0.0
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
    return abs(there - right[0]) > _NEAR and abs(here - left[0]) > _NEAR


def _either_raises(pairing: Pairing, a: Cue, r: Cue) -> bool:
    return _raises(pairing.mine, a) or _raises(pairing.theirs, r)


def _kept(pairing: Pairing, cue: Cue) -> bool:
    """Whether the denying word itself stands in the other reading."""
    if cue.marker.value == "not":
        return False
    fold = pairing.mine.words[cue.first].fold
    ours, theirs = (
        sum(r.words[c.first].fold == fold for c in _denials(r))
        for r in (pairing.mine, pairing.theirs)
    )
    return theirs >= ours or (theirs == 0 and pairing.forward[cue.first] is not None)


def _compatible(pairing: Pairing, cue: Cue, other: Cue) -> bool:
    """Whether *other*, which has no partner, may be the same denial put in other words."""
    words = governed(pairing.mine, cue)
    counterparts = [j for i in words if (j := pairing.forward[i]) is not None]
    near = any(abs(j - other.first) <= _NEAR for j in counterparts)
    if other.marker.value != "not" and _kept(pairing.reversed, other):
        return False
    if other.marker.value == "weak":
        return _limits(pairing.mine, cue) or (near and _unmatched(pairing, words))
    if other.marker.value == "lexical":
        return near
    if near or _either_raises(pairing, cue, other):
        return True
    if words and (head := pairing.forward[words[0]]) is not None:
        return abs(head - other.first) <= 2 * _NEAR
    theirs = [pairing.backward[j] for j in governed(pairing.theirs, other)]
    return not (counterparts and any(i is not None for i in theirs))


def _limits(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* only sets a limit: ``not until``, ``no more than``."""
    limits = load_pack(reading.lang).words("negation", "limits")
    return any(w.fold in limits for w in reading.words[cue.end : cue.end + 2 * _REACH])


def _unmatched(pairing: Pairing, words: tuple[int, ...]) -> bool:
    return not words or pairing.forward[words[0]] is None


def _raises(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a verb that hands the denial on: ``does not think``."""
    head = governed(reading, cue)[:1]
    book = _raising(reading.lang)
    return bool(head) and book.match(reading.pieces, head[0]) is not None


@lru_cache(maxsize=64)
def _raising(lang: str) -> Phrases[str]:
    return Phrases(((p, p) for p in load_pack(lang).words("negation", "raising")), lang)


def _said_otherwise(pairing: Pairing, cue: Cue) -> bool:
    """Whether the other reading holds the denial inside a word."""
    words = governed(pairing.mine, cue)
    events = {k for i in words[:2] for k in pairing.mine.keys[i] if k[0] == "="}
    contrary = {f"={o}" for e in events for o in oppositions().opposites.get(e[1:], ())}
    contrary -= {key for keys in pairing.mine.keys for key in keys}
    if any(contrary & set(keys) for keys in pairing.theirs.keys):
        return True
    stems = [pairing.mine.words[i].stem for i in words]
    return any(_contrary_word(w.stem, stems, pairing.theirs.lang) for w in pairing.theirs.words)


def _contrary_word(stem: str, stems: list[str], lang: str) -> bool:
    """Whether *stem* is one of *stems* with a prefix that denies it."""
    for prefix in load_pack(lang).words("negation", "prefixes"):
        root = stem[len(prefix) : len(prefix) + 5]
        if stem.startswith(prefix) and len(root) > 3 and any(s.startswith(root) for s in stems):
            return True
    return False


def _flip(pairing: Pairing, cue: Cue) -> tuple[tuple[int, int], tuple[int, int], bool] | None:
    """Return the word ranges of a denial and of its undenied counterpart, None without one."""
    words = governed(pairing.mine, cue)
    pairs = [(i, j) for i in words if (j := pairing.forward[i]) is not None]
    denied = {
        j for r in pairing.theirs.of_kind("negation", "not") for j in governed(pairing.theirs, r)
    }
    if not pairs:
        return _loose_flip(pairing, cue) if pairing.mine.lang == pairing.theirs.lang else None
    if pairs[0][1] in denied:
        return None
    sure = pairs[0][0] == words[0]
    if not sure and pairing.mine.lang != pairing.theirs.lang:
        return None
    if not sure:
        pairs = [p for p in pairs if not _is_name(pairing.mine, p[0])]
    if not pairs or (cue.marker.value == "not" and _also_affirmed(pairing, pairs[0][0])):
        return None
    i, j = pairs[0]
    mine = (min(cue.first, i), max(cue.end, i + 1))
    if mine[1] - mine[0] > 2 * _REACH:
        mine = (cue.first, cue.end)
    return mine, (j, j + 1), sure


def _also_affirmed(pairing: Pairing, index: int) -> bool:
    """Whether the denying side itself affirms the event elsewhere: ``did not attend, joining``."""
    mine = pairing.mine
    own = {i for c in mine.of_kind("negation", "not") for i in governed(mine, c)}
    events = {k for k in mine.keys[index] if k[0] == "="}
    return any(events & set(mine.keys[i]) for i in mine.content if i not in own)


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
    near = [i for i in paired if abs(i - cue.first) <= 2 * _REACH]
    if not near or len(paired) < 0.5 * len(content):
        return None
    there = pairing.forward[min(near, key=lambda i: abs(i - cue.first))] or 0
    words = governed(pairing.mine, cue)
    end = max([cue.end, *(i + 1 for i in words[:1])])
    return (min(cue.first, end - 1), end), (there, there + 1), False
