"""Denials: which words a negative word denies, and what kind of denial it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from transdiff.facts import Word, WordKind
from transdiff.language.cues import Cue
from transdiff.language.equal_denials import taken_back
from transdiff.language.listed import listed_phrases, opened_lists
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.language.reading import Reading

REACH = 4
"""Content words after a denial that it may govern."""
NEAR = 5
"""Words between a denial and what may belong to it."""
ONE_CLAIM = 30
"""Words of a sentence that makes one claim."""
_OBJECT = 2
"""Words from a verb to the denial of its object."""
_QUOTATION = frozenset('"“„«”')


def governed(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return the content words that *cue* may deny, the likeliest first."""
    known = reading.once(_known_governed)
    if cue not in known:
        known[cue] = _governed(reading, cue)
    return known[cue]


def _known_governed(_: Reading) -> dict[Cue, tuple[int, ...]]:
    return {}


def _governed(reading: Reading, cue: Cue) -> tuple[int, ...]:
    after = reading.after(cue.end + _opens_quotation(reading, cue.end), REACH)
    if reading.lang == "en" and after and reading.words[after[0]].fold.endswith("ly"):
        after = (*after[1:], after[0])
    for at in _carried_on(reading, cue):
        after = (*after, *(i for i in reading.after(at + 1, REACH) if i not in after))
    if cue.marker.value == "lexical":
        after = (*(i for i in range(cue.first, cue.end) if reading.is_content[i]), *after)
    if nouns_have_capitals(reading.lang) and cue.marker.value == "not":
        after = after if _opens_noun(reading, cue) else verbs_first(reading, after)
    if not after and nouns_have_capitals(reading.lang):
        return verbs_first(reading, reading.before(cue.first, REACH))
    if is_nominal(reading, cue):
        after = (*after, *(i for i in _told_of(reading, cue) if i not in after))
    if not after and not both_sides(reading.lang):
        after = _past_a_boundary(reading, cue)
    before = reading.before(cue.first, 2)
    if both_sides(reading.lang) and nouns_have_capitals(reading.lang) and is_nominal(reading, cue):
        return (*after, *before)  # "fanden im Keller keine Hinweise"
    if both_sides(reading.lang):
        return (*_own_events(reading, cue), *before, *after)
    return after + before if after else reading.before(cue.first, REACH) or _behind(reading, cue)


def _past_a_boundary(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """What follows a denial that ends a clause without a mark: *as a warning and not as a win*."""
    if cue.end >= len(reading.words) or reading.words[cue.end].kind is WordKind.PUNCT:
        return ()
    own = reading.sentence(cue.first)
    clause = reading.clauses[cue.end]
    return tuple(
        i for i in reading.beyond(cue.end, REACH) if i in own and reading.clauses[i] == clause
    )


def _opens_quotation(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a mark that only sets off what is denied: *not “bred”*."""
    return index + 1 < len(reading.words) and reading.words[index].fold in _QUOTATION


def _opens_noun(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* is the article of the noun that it denies: *keine Bedenken gegen*."""
    following = reading.words[cue.end : cue.end + 1]
    return is_nominal(reading, cue) and any(w.text[:1].isupper() for w in following)


def _behind(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The word before an aside, behind which a denying verb stands: *жертв, по сводке, нет*."""
    if reading.words[cue.first].fold not in load_pack(reading.lang).words("negation", "predicates"):
        return ()
    own, named = reading.sentence(cue.first), reading.source_words
    said = (i for i in reading.up_to(cue.first, 2 * REACH) if i in own and i not in named)
    return tuple(said)[-1:]


def _told_of(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The verb of a denied subject: *none of the 46 people on the night shift was injured*."""
    own = reading.clauses[cue.first]
    ahead = (i for i in sorted(reading.pasts) if i >= cue.end and reading.clauses[i] == own)
    return tuple(ahead)[:1]


def _own_events(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The verb that carries its denial as a prefix: *չհաստատեց*."""
    own = range(cue.first, cue.end)
    return tuple(i for i in own if reading.names_event(i))


def verbs_first(reading: Reading, words: tuple[int, ...]) -> tuple[int, ...]:
    """Put the words without a capital first: no nouns."""
    return tuple(sorted(words, key=lambda i: reading.words[i].text[:1].isupper()))


@lru_cache(maxsize=64)
def nouns_have_capitals(lang: str) -> bool:
    """Whether nouns show, so that *nicht in die Pläne eingeweiht* denies the last word."""
    return bool(load_pack(lang).section("negation").get("capital-nouns", False))


@lru_cache(maxsize=64)
def both_sides(lang: str) -> bool:
    """Whether a denial may stand on either side of what it denies, as in verb-final languages."""
    return load_pack(lang).section("negation").get("side") == "both"


def denials(reading: Reading) -> tuple[Cue, ...]:
    """Return the words of *reading* that deny something, and those that may stand in for one."""
    cues = reading.of_kind("negation", "not", "lexical", "weak", "peak")
    carrying = {at for c in cues for at in _carried_on(reading, c)} | taken_back(reading)
    return tuple(
        c
        for c in cues
        if not (c.first in carrying or restricts(reading, c) or _bounds(reading, c))
        and not _is_bare(reading, c)
    )


def _is_bare(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* is a *ne* that denies nothing: *avant qu'il n'entre en vigueur*.

    It denies with another word in its clause (*ne … pas*, *aucun … ne*), and before a few verbs.
    """
    pack = load_pack(reading.lang)
    bare = pack.words("negation", "bare")
    if not bare or reading.words[cue.first].fold not in bare or cue.end - cue.first > 1:
        return False
    clause = reading.clauses[cue.first]
    own = [w.fold for w, c in zip(reading.words, reading.clauses, strict=True) if c == clause]
    denying = {*pack.words("negation", "full"), *pack.words("negation", "bare-verbs")}
    return denying.isdisjoint(own)


def _carried_on(reading: Reading, cue: Cue) -> list[int]:
    """The words of its sentence that carry on a denial in pairs: *neither the army nor the police*.

    They deny nothing beyond it; what stands behind them is denied by the first.
    """
    following = _correlatives(reading.lang).get(reading.words[cue.first].fold)
    if following is None:
        return []
    behind = range(cue.end, reading.sentence(cue.first).stop)
    return [at for at in behind if reading.words[at].fold == following]


def _correlatives(lang: str) -> Mapping[str, str]:
    """For each word that opens a denial in pairs the one that carries it on."""
    found: Mapping[str, str] = load_pack(lang).section("negation").get("correlatives", {})
    return found


def is_correlative(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* is a word of grammar that denies in pairs, *neither* or *nor*."""
    pairs = _correlatives(reading.lang)
    fold = reading.words[cue.first].fold
    return fold in pairs or fold in pairs.values()


def _bounds(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* belongs to the bound of a figure: *will not exceed ten*."""
    quantities = (q for facts in reading.facts for q in facts.quantities)
    return any(q.bound_span and q.bound_span.contains(cue.marker.span) for q in quantities)


def restricts(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* opens *ne … que*, which is *only*, not *not*."""
    pack = load_pack(reading.lang)
    restrictive = pack.words("negation", "restrictive")
    if not restrictive or cue.marker.value != "not":
        return False
    ahead = [w.fold for w in reading.words[cue.end : cue.end + 2 * REACH]]
    full = pack.words("negation", "full")
    first = next((fold for fold in ahead if fold in restrictive or fold in full), "")
    return first in restrictive


def hints_at_denial(words: Sequence[Word], lang: str) -> bool:
    """Whether any of *words* denies by itself or sets a limit, be it part of an idiom.

    *Not until Monday* may be rendered without denying anything, and is no plain claim either.
    """
    known = _deniers(lang)
    return any(word.fold in known for word in words)


@lru_cache(maxsize=64)
def _deniers(lang: str) -> frozenset[str]:
    pack = load_pack(lang)
    return frozenset({*pack.words("negation", "not"), *pack.words("negation", "limits")})


def is_doubled(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a word that holds a denial itself: ``did not fail``."""
    head = governed(reading, cue)[:1]
    return any(c.first in head for c in reading.of_kind("negation", "lexical"))


def opens_clause(reading: Reading, cue: Cue) -> bool:
    """Whether a denial is what its clause begins with: *none of the crew of the ferry was hurt*."""
    at, clauses = cue.first, reading.clauses
    return at == 0 or clauses[at - 1] != clauses[at]


def too_early(reading: Reading) -> list[tuple[int, int]]:
    """Return the words that call a judgement too early: they neither deny nor affirm it."""
    return listed_ranges(reading, "too-early")


def listed_ranges(reading: Reading, name: str) -> list[tuple[int, int]]:
    """Return the word ranges of the phrases in the pack's list *name* of ``[negation]``."""
    known = reading.once(_known_ranges)
    if name not in known:
        return []
    if known[name] is None:
        found = listed_phrases(reading.lang, "negation", name).all(reading.words)
        known[name] = [(first, end) for _, first, end in found]
    return known[name] or []


def _known_ranges(reading: Reading) -> dict[str, list[tuple[int, int]] | None]:
    """The lists that the words of *reading* may have anything of, each to be looked up once."""
    return dict.fromkeys(opened_lists(reading.words, reading.lang, "negation"))


def denied_before(reading: Reading, index: int, near: int) -> bool:
    """Whether a denial stands at most *near* words before the word *index*."""
    return any(0 <= index - c.end <= near for c in reading.of_kind("negation", "not"))


def is_within(ranges: Sequence[tuple[int, int]], index: int) -> bool:
    """Whether the word *index* stands in one of *ranges*."""
    return any(first <= index < end for first, end in ranges)


def is_part_of(reading: Reading, cue: Cue, name: str) -> bool:
    """Whether a phrase of the list *name* of ``[negation]`` begins at *cue* or a word before."""
    book = listed_phrases(reading.lang, "negation", name)
    return any(book.match(reading.words, at) for at in (cue.first, max(0, cue.first - 1)))


def is_elliptic(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a verb that is not said again: *banned meat, though not of cattle*."""
    turns = load_pack(reading.lang).words("coverage", "contrast")
    beside = {
        reading.words[i].fold for i in (cue.first - 1, cue.end) if 0 <= i < len(reading.words)
    }
    first = governed(reading, cue)[:1]
    tells = load_pack(reading.lang).section("tense").get("syllables", False)
    if tells and any(reading.names_event(i) for i in first):
        return False  # where no verb has a past form
    if first == (cue.end,) and past_form(reading.words[cue.end].fold, reading.lang):
        return False  # slowed but not stopped
    return bool(beside & set(turns)) and not any(
        reading.clauses[i] == reading.clauses[cue.first] and i > cue.first for i in reading.pasts
    )


def raises(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a verb that hands the denial on: ``does not think``."""
    head = governed(reading, cue)[:1]
    book = listed_phrases(reading.lang, "negation", "raising")
    return bool(head) and book.match(reading.words, head[0]) is not None


def may_be_denied(reading: Reading, index: int) -> bool:
    """Whether any denial may bear on the word *index*."""
    before = any(index - NEAR <= c.first < index for c in reading.of_kind("negation", "lexical"))
    if both_sides(reading.lang) and denies_in_clause(reading, index, "not"):
        return True  # "gab der Klage nicht statt"
    return before or any(
        c.first < index or _is_object(reading, c, index) for c in reading.of_kind("negation", "not")
    )


def _is_object(reading: Reading, cue: Cue, index: int) -> bool:
    """Whether *cue* denies the object right behind the word *index*: *lost none of the games*."""
    one = reading.clauses[cue.first] == reading.clauses[index]
    return one and 0 < cue.first - index <= _OBJECT and is_nominal(reading, cue)


def denies_in_clause(reading: Reading, index: int, *values: str) -> bool:
    """Whether anything is denied in the clause of the word *index*."""
    cues = reading.of_kind("negation", *(values or ("not", "lexical")))
    return any(reading.clauses[c.first] == reading.clauses[index] for c in cues)


def is_denied(reading: Reading, index: int) -> bool:
    """Whether *index* is the very word that a denial denies."""
    return any(governed(reading, c)[:1] == (index,) for c in reading.of_kind("negation", "not"))


def is_nominal(reading: Reading, cue: Cue) -> bool:
    """Whether *cue* denies a thing (*no firm*), so that the verb may be far from it."""
    nominal = load_pack(reading.lang).words("negation", "nominal")
    return reading.words[cue.first].fold in nominal
