"""What a denial of one reading denies, where the other reading says the same without denying it.

Only the words are looked for here. Whether the other side denies the same in other words is asked
in :mod:`transdiff.language.polarity`.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.cues import Cue
from transdiff.language.denial_limits import sets_limit
from transdiff.language.denials import (
    NEAR,
    REACH,
    both_sides,
    denies_in_clause,
    governed,
    hints_at_denial,
    is_nominal,
    nouns_have_capitals,
    opens_clause,
    verbs_first,
)
from transdiff.language.events import oppositions
from transdiff.language.inner_denials import denies_itself
from transdiff.language.listed import listed_phrases
from transdiff.language.ongoing import has_object, is_participle
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.tense import is_under_way

_OPEN = ("possible", "likely")
"""Hedges that say what *not ruled out* does."""


def undenied(pairing: Pairing, cue: Cue) -> tuple[tuple[int, int], tuple[int, int], bool] | None:
    """Return the word ranges of a denial and of its undenied counterpart, None without one."""
    words = governed(pairing.mine, cue)
    if nouns_have_capitals(pairing.mine.lang) and not is_nominal(pairing.mine, cue):
        named = {i for name in _named(pairing.mine) for i in name}
        words = verbs_first(pairing.mine, tuple(i for i in words if i not in named) or words)
    pairs = [(i, j) for i in words if (j := pairing.forward[i]) is not None]
    pairs = [p for p in pairs if not _only_named(pairing, *p)]
    if pairs and _weighed(pairing, *pairs[0]):
        return None
    if is_nominal(pairing.mine, cue):  # "none of the 74 people": what they did is denied, not they
        pairs = [p for p in pairs if not _counts(pairing.mine, p[0])]
    denied = {
        j for r in pairing.theirs.of_kind("negation", "not") for j in governed(pairing.theirs, r)
    }
    denied |= _needless(pairing.theirs)
    if pairs and pairs[0][0] in pairing.loose and not _accompanied(pairing, *pairs[0]):
        return None  # words of many senses: *not be ruled out*, *a former judge*
    if pairs and pairs[0][0] in pairing.loose and _describes(pairing.theirs, pairs[0][1]):
        return None  # "does not keep her title", "the defending champion"
    told = tuple(i for i in words if _tells(pairing, i))
    sure = bool(pairs and told) and pairs[0][0] == _head(pairing.mine, told)
    if len(pairs) < 2 and _is_subject(pairing.mine, cue):
        sure = sure and pairs[0][0] in pairing.mine.pasts  # no group has said: what it did
    if _in_hedge(pairing.mine, cue) and (not sure or _leaves_open(pairing.theirs)):
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
    if _in_idiom(pairing.theirs, j):
        return None
    mine = (min(cue.first, i), max(cue.end, i + 1))
    if mine[1] - mine[0] > 2 * REACH:
        mine = (cue.first, cue.end)
    return mine, (j, j + 1), sure


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


def _head(reading: Reading, words: tuple[int, ...]) -> int:
    """The first of *words* that is no modal verb: *has not had to open* denies the opening."""
    modals = {c.first for c in reading.of_kind("event") if c.marker.value == "require"}
    modals -= set(reading.content)
    return next((i for i in words if i not in modals), words[0])


def _tells(pairing: Pairing, index: int) -> bool:
    """Whether a denied word may be the deed: no *must*, and across languages an event."""
    if pairing.foreign:
        return pairing.mine.names_event(index) or bool(pairing.mine.meanings[index])
    mine = pairing.mine
    duties = (c for c in mine.of_kind("status") if c.marker.value.startswith("duty:"))
    own = next((c for c in duties if c.first <= index < c.end), None)
    return own is None or not mine.after(own.end, 1)  # "is not compulsory"


def _same_event(pairing: Pairing, i: int, j: int) -> bool:
    """Whether two words name one event, a certain one, not only one person or figure.

    Words that only a glossary takes for one another need company that agrees.
    """
    shared = set(pairing.mine.keys[i]) & set(pairing.theirs.keys[j])
    if any(key[0] == "=" and key[1:] not in oppositions().vague for key in shared):
        return True
    glossed = pairing.mine.meanings[i] & pairing.theirs.meanings[j]
    return bool(glossed) and _accompanied(pairing, i, j)


def _accompanied(pairing: Pairing, i: int, j: int) -> bool:
    """Whether a word beside *i* is said beside *j*."""
    beside = (k for k in pairing.mine.content if k != i and abs(k - i) <= NEAR)
    return any((m := pairing.forward[k]) is not None and abs(m - j) <= NEAR for k in beside)


def _describes(reading: Reading, index: int) -> bool:
    """Whether a participle only describes the noun behind it, and tells nothing."""
    ongoing = is_participle(reading, index) and not is_under_way(reading, index)
    return ongoing and not has_object(reading, index)


def _weighed(pairing: Pairing, i: int, j: int) -> bool:
    """Whether only their stance tells two words apart: no *riot* is not no *protest*."""
    forms = dict(_forms(pairing.mine, i))
    return any(forms.get(entry, form) != form for entry, form in _forms(pairing.theirs, j))


def _forms(reading: Reading, index: int) -> Iterator[tuple[str, str]]:
    """Yield the concepts of the word *index* with the class of the word it has for them."""
    span = reading.words[index].span
    return ((t.concept, t.form) for f in reading.facts for t in f.terms if t.span.contains(span))


def _counts(reading: Reading, index: int) -> bool:
    """Whether a word belongs to a figure, or is what a figure counts."""
    quantities = [q for facts in reading.facts for q in facts.quantities]
    word = reading.words[index]
    figures = [reading.inside(q.span) for q in quantities]
    return any(index in f for f in figures) or any(
        f.stop <= index < f.stop + 2 and word.stem in q.nouns[:2]
        for f, q in zip(figures, quantities, strict=True)
    )


def _named(reading: Reading) -> Iterator[range]:
    """Yield the words of each proper name of several words."""
    for facts in reading.facts:
        yield from (reading.inside(n.span) for n in facts.names if " " in n.text)


def _only_named(pairing: Pairing, i: int, j: int) -> bool:
    """Whether one of two words is but part of a name: *not in court*, *the Supreme Court*.

    Two nouns in a row are no name where all nouns have capitals: *des Hauses Hinweise*.
    """
    if nouns_have_capitals(pairing.mine.lang) and pairing.mine.names_event(i):
        return False
    mine = any(i in name for name in _named(pairing.mine))
    return mine != any(j in name for name in _named(pairing.theirs))


def _is_name(reading: Reading, index: int) -> bool:
    """Whether a word is (part of) a name: in these languages it has a capital inside a sentence."""
    return reading.words[index].text[:1].isupper()


def _is_subject(reading: Reading, cue: Cue) -> bool:
    """Whether a denied noun opens its clause: *No group has said that it did it*."""
    return is_nominal(reading, cue) and opens_clause(reading, cue)


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


def _leaves_open(reading: Reading) -> bool:
    """Whether something is possible, in whatever words."""
    return bool(reading.of_kind("hedge", *_OPEN) or reading.of_kind("event", "possible"))


def _needless(reading: Reading) -> set[int]:
    """The verbs of duty whose denial closes their clause: *muss das Formular nicht ausfüllen*."""
    if not both_sides(reading.lang):
        return set()
    duties = (c for c in reading.of_kind("event") if c.marker.value == "require")
    return {c.first for c in duties if denies_in_clause(reading, c.first, "not")}


def _in_idiom(reading: Reading, place: int) -> bool:
    """Whether a word is part of a denial that is read as a whole: *did not give their names*."""
    book = listed_phrases(reading.lang, "negation", "idioms")
    return any(first <= place < end for _, first, end in book.all(reading.words))


def _hidden(pairing: Pairing, place: int) -> bool:
    """Whether the other side alone has, near *place*, a word with a denial in its form."""
    words, lang = pairing.theirs.words, pairing.theirs.lang
    left = (j for j in pairing.theirs.content if pairing.backward[j] is None)
    return any(abs(j - place) <= 2 * REACH and denies_itself(words[j], lang) for j in left)


def is_affirmed_too(reading: Reading, cue: Cue) -> bool:
    """Whether the denying side itself affirms the event elsewhere: ``did not attend, joining``."""
    words = governed(reading, cue)
    own = {i for c in reading.of_kind("negation", "not") for i in governed(reading, c)}
    events = {k for i in words[:1] for k in reading.keys[i] if k[0] == "="}
    return any(events & set(reading.keys[i]) for i in reading.content if i not in own)
