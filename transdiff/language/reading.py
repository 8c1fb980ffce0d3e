"""Readings: the words of linked segments with what each word means, ready to be paired.

A :class:`Reading` lays the words of one or several segments in a row and gives each content word
its keys: stem, event, figure, name, concept. :func:`pair_words` says which word of one reading is
said by which word of the other; keys are the same in every language, so that it also works across
languages, with fewer words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import msgspec

from transdiff.facts import Facts, Marker, Span, Word, WordKind
from transdiff.language.content import content_places
from transdiff.language.events import irregular_forms
from transdiff.language.glossary import Meanings, meanings
from transdiff.language.infinitives import is_infinitive
from transdiff.language.markers import clause_numbers
from transdiff.language.pack import load_pack
from transdiff.language.paradigms import roots
from transdiff.language.past import (
    PastGrammar,
    may_be_present,
    past_form,
    past_grammar,
    surely_past,
)
from transdiff.language.rejoined import rejoined
from transdiff.language.reporting import ACCORDING
from transdiff.language.romanise import skeleton
from transdiff.language.synonyms import groups_of
from transdiff.lazy import Once, lazy

K = TypeVar("K", int, str)

STRICT = ("if", "only-if", "unless")
"""Conditions that a faithful text keeps; ``soft`` words only answer for them."""
_BONES = 3
"""Consonants by which a name may be told."""
_LONG = 6
_ROOT = 5
"""Words of _LONG letters or more that share their first _ROOT letters are probably related."""
_OPTIONS = 6
"""Counterparts of one word that are weighed, the nearest first."""
_NEAR = 3
"""Words that far away are neighbours."""
_SHARED, _AT_LEAST = 0.5, 4
"""Share of the words of the shorter of two sentences, and how many, by which they tell the same."""
_LONGER = 1.8
"""How much longer than the other one such a sentence may be."""


class Cue(msgspec.Struct, frozen=True):
    """A marker with the words ``[first, end)`` of a reading that it stands on."""

    marker: Marker
    first: int
    end: int


@dataclass(frozen=True, eq=False)
class Reading(Once):
    """The words of some segments in a row; all indices count these words."""

    lang: str
    words: tuple[Word, ...]
    facts: tuple[Facts, ...]

    @lazy
    def clauses(self) -> tuple[int, ...]:
        """The number of the clause of each word."""
        found: list[int] = []
        for facts in self.facts:
            offset = found[-1] + 1 if found else 0
            found += [offset + n for n in clause_numbers(facts.words, self.lang)]
        return tuple(found)

    @lazy
    def content(self) -> tuple[int, ...]:
        """The indices of the content words."""
        places = content_places(self.words, self.lang)
        return tuple(i for i in places if i not in self._introducing)

    @lazy
    def _introducing(self) -> frozenset[int]:
        """The words that only introduce a source: no agreement is in *according to*."""
        spans = (a.span for f in self.facts for a in f.attributions if a.verb == ACCORDING)
        return frozenset(i for span in spans for i in self.inside(span))

    @lazy
    def source_words(self) -> frozenset[int]:
        """The words that name a source."""
        spans = (a.source_span for f in self.facts for a in f.attributions if a.source_span)
        return frozenset(i for span in spans for i in self.inside(span))

    @lazy
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """For each word what it may be recognised by, the surest first; none for grammar."""
        keys: list[list[str]] = [[] for _ in self.words]
        for span, key in _fact_keys(self.facts):
            for i in self.inside(span):
                if i not in self._introducing:
                    keys[i].append(key)
        for i in self.content:
            keys[i] += (self._whole[i],) if i in self._whole else ()
            keys[i] += _word_keys(self.words[i].fold, self.words[i].stem, self.lang)
        return tuple(map(tuple, keys))

    @lazy
    def _whole(self) -> dict[int, str]:
        """The verbs that a sentence splits, as one word."""
        return dict(rejoined(self.words, self.clauses, self.lang))

    @lazy
    def cues(self) -> dict[str, tuple[Cue, ...]]:
        """The markers by kind, in order of position."""
        found: dict[str, list[Cue]] = {}
        for facts in self.facts:
            for marker in facts.markers:
                inside = self.inside(marker.span)
                if marker.kind == "event" and inside.start in self._introducing:
                    continue
                found.setdefault(marker.kind, []).append(Cue(marker, inside.start, inside.stop))
        return {kind: tuple(cues) for kind, cues in found.items()}

    @lazy
    def places(self) -> dict[str, list[int]]:
        """The content words by key, in order."""
        found: dict[str, list[int]] = {}
        keys = self.keys
        for j in self.content:
            for key in keys[j]:
                places = found.setdefault(key, [])
                if not places or places[-1] != j:
                    places.append(j)
        return found

    @lazy
    def synonym_places(self) -> dict[int, list[int]]:
        """The content words by group of synonyms, in order."""
        return _filed((j, self.synonyms(j)) for j in self.content)

    @lazy
    def meanings(self) -> tuple[Meanings, ...]:
        """What each word may be in English, which is where two languages meet."""
        return meanings(self.words, self.lang)

    @lazy
    def meaning_places(self) -> dict[str, list[int]]:
        """The content words by what they may be in English, in order."""
        return _filed((j, self.meanings[j]) for j in self.content)

    def meant(self, places: Iterable[int]) -> Meanings:
        """Return what any of the words *places* may be in English."""
        return frozenset(m for j in places for m in self.meanings[j])

    @lazy
    def bones(self) -> tuple[tuple[str, ...], ...]:
        """The skeletons of the words that may be names, inflected or not: *Малаховском*."""
        return tuple([_bones(w.text, w.fold, self.lang) for w in self.words])

    @lazy
    def bone_places(self) -> dict[str, list[int]]:
        """The content words by their skeletons, in order."""
        return _filed((j, self.bones[j]) for j in self.content)

    def synonyms(self, index: int) -> frozenset[int]:
        """Return the groups of synonyms that the word *index* belongs to."""
        word = self.words[index]
        return groups_of(word.fold, word.stem, self.lang)

    def names_event(self, index: int) -> bool:
        """Whether the lexicon knows the word *index* as the name of an event."""
        return any(key[0] == "=" for key in self.keys[index])

    def is_figure(self, index: int) -> bool:
        """Whether the word *index* counts, in digits or in letters."""
        return any(key[0] == "#" for key in self.keys[index])

    def names_thing(self, index: int) -> bool:
        """Whether the word *index* is a name, a figure or a date."""
        return any(key[0] in "!#@" for key in self.keys[index])

    @lazy
    def pasts(self) -> frozenset[int]:
        """The verbs in a past form, as far as form and neighbours tell.

        A participle that only describes a noun (*the eroded banks*, *a season hit by*) is none.
        """
        particles = self.of_kind("tense", "particle")
        return frozenset([i for i in self.content if self._is_past(i, particles)])

    def _is_past(self, index: int, particles: tuple[Cue, ...]) -> bool:
        fold = self.words[index].fold
        grammar = past_grammar(self.lang)
        if fold in grammar.bare:
            return self._behind_auxiliary(index, grammar)
        form = past_form(fold, self.lang)
        if not form and not particles:
            return False
        listed = self.names_event(index) or index in self._whole
        if any(-2 <= index - c.end <= 2 for c in particles) and listed:
            return True
        if not form:
            bare = grammar.syllables and not self.names_thing(index)
            return bare and self._after_particle(index, particles)
        if is_infinitive(self.words, index, self.lang):
            return False
        helped = self._helped(index, grammar)
        if not listed and grammar.listed and not helped and not surely_past(fold, self.lang):
            return False
        changes = helped and any(
            c.first == index for c in self.of_kind("direction")
        )  # "has halved"
        if self.is_figure(index) and not changes:
            return False
        if helped:
            return True
        if may_be_present(fold, self.lang) and not self._ends_clause(index):
            return False
        before = self.words[index - 1].fold if index else ""
        after = self.words[index + 1].fold if index + 1 < len(self.words) else ""
        return before not in grammar.describing and after not in grammar.agent

    def _behind_auxiliary(self, index: int, grammar: PastGrammar) -> bool:
        """Whether an auxiliary stands right before the word *index*, or an adverb between them."""
        auxiliaries = {c.end for c in self.of_kind("tense", "past")}
        apart = index - 1 in auxiliaries and self.words[index - 1].fold not in grammar.describing
        return index in auxiliaries or apart

    def _helped(self, index: int, grammar: PastGrammar) -> bool:
        """Whether an auxiliary makes the word *index* a past one."""
        auxiliaries = self.of_kind("tense", "past")
        if any(c.end in (index, index - 1) for c in auxiliaries):
            return grammar.compound or not grammar.listed or self.names_event(index)
        if not grammar.framed:
            return False
        closes = index + 1 == len(self.words) or self.words[index + 1].kind is WordKind.PUNCT
        own = self.clauses[index]
        return closes and any(c.first < index and self.clauses[c.first] == own for c in auxiliaries)

    def _ends_clause(self, index: int) -> bool:
        """Whether nothing but an auxiliary stands behind the word *index* in its clause."""
        end = index + 1 + any(c.first == index + 1 for c in self.of_kind("tense", "past"))
        return end >= len(self.words) or self.clauses[end] != self.clauses[index]

    def _after_particle(self, index: int, particles: tuple[Cue, ...]) -> bool:
        """Whether a particle of the past stands shortly before the word *index*, or after it."""
        own = self.clauses[index]
        sure = load_pack(self.lang).words("tense", "sure_particles")
        return any(
            self.clauses[c.first] == own
            and (0 <= index - c.end <= 3 or c.first == index + 1)
            and "".join(w.fold for w in self.words[c.first : c.end]) in sure
            for c in particles
        )

    @lazy
    def _filtered(self) -> dict[tuple[str, ...], tuple[Cue, ...]]:
        return {}

    def of_kind(self, kind: str, *values: str) -> tuple[Cue, ...]:
        """Return the cues of *kind*, of certain values where given."""
        cues = self.cues.get(kind, ())
        if not values or not cues:
            return cues
        found = self._filtered.get((kind, *values))
        if found is None:
            found = tuple(c for c in cues if c.marker.value in values)
            self._filtered[(kind, *values)] = found
        return found

    def inside(self, span: Span) -> range:
        """Return the indices of the words that overlap *span*."""
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    @lazy
    def _starts(self) -> tuple[int, ...]:
        return tuple([w.span.start for w in self.words])

    @lazy
    def _ends(self) -> tuple[int, ...]:
        return tuple([w.span.end for w in self.words])

    def span(self, first: int, end: int) -> Span:
        """Return the span of the words ``[first, end)``."""
        return Span(self.words[first].span.start, self.words[end - 1].span.end)

    def wording(self, cue: Cue) -> tuple[str, ...]:
        """Return the folded words of a cue."""
        return tuple(w.fold for w in self.words[cue.first : cue.end])

    def across(self, one: Cue, other: Cue) -> Span:
        """Return the span from the first of two cues to the end of the last, in either order."""
        return self.span(min(one.first, other.first), max(one.end, other.end))

    def sentence(self, index: int) -> range:
        """Return the words of the segment that the word *index* stands in."""
        first = 0
        for facts in self.facts:
            if index < first + len(facts.words):
                return range(first, first + len(facts.words))
            first += len(facts.words)
        return range(first, first)

    def after(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words from *index* on, within its clause."""
        if index >= len(self.words):
            return ()
        end = bisect_right(self.clauses, self.clauses[max(0, index - 1)])
        first = bisect_left(self._stated, index)
        return tuple(i for i in self._stated[first : first + limit] if i < end)

    def beyond(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words from *index* on, whatever the clause."""
        return tuple(i for i in self.content if i >= index)[:limit]

    def up_to(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words before *index*, whatever the clause."""
        return tuple(i for i in self.content if i < index)[-limit:]

    def before(self, index: int, limit: int) -> tuple[int, ...]:
        """Return at most *limit* content words before *index*, nearest first, in its clause."""
        if index == 0:
            return ()
        start = bisect_left(self.clauses, self.clauses[index])
        last = bisect_left(self._stated, index)
        return tuple(i for i in self._stated[max(0, last - limit) : last][::-1] if i >= start)

    @lazy
    def _stated(self) -> tuple[int, ...]:
        """The indices of the words that carry content, in order."""
        return tuple(i for i, content in enumerate(self.is_content) if content)

    @lazy
    def is_content(self) -> tuple[bool, ...]:
        """Whether each word carries content."""
        return tuple(map(bool, self.keys))


def read(facts: Sequence[Facts], lang: str) -> Reading:
    """Lay the segments with these *facts* in a row."""
    if len(facts) == 1:
        return Reading(lang, facts[0].words, (facts[0],))
    return Reading(lang, tuple([w for f in facts for w in f.words]), tuple(facts))


def _filed(words: Iterable[tuple[int, Iterable[K]]]) -> dict[K, list[int]]:
    """File the places of words by what is known of each."""
    found: dict[K, list[int]] = {}
    for j, known in words:
        for each in known:
            found.setdefault(each, []).append(j)
    return found


def _fact_keys(facts: Sequence[Facts]) -> Iterator[tuple[Span, str]]:
    for fact in facts:
        yield from ((q.span, f"#{q.value:g}") for q in fact.quantities)
        yield from ((m.span, f"@{m.month}-{m.day}") for m in fact.moments if m.day)
        named = (m for m in fact.moments if m.month and not m.day and not m.relative)
        yield from ((m.span, f"@{m.month}") for m in named)
        for name in fact.names:
            yield name.span, f"!{name.concept or name.skeleton}"
        yield from ((t.span, f"!{t.concept}") for t in fact.terms)
        yield from ((m.span, f"={m.value}") for m in fact.markers if m.kind == "event")


@lru_cache(maxsize=65536)
def _word_keys(fold: str, stem: str, lang: str) -> tuple[str, ...]:
    base = irregular_forms(lang).get(fold, stem)
    root = (f"~{fold[:_ROOT]}",) if len(fold) >= _LONG else ()
    return (base, *root)


@lru_cache(maxsize=65536)
def _bones(text: str, fold: str, lang: str) -> tuple[str, ...]:
    """The skeletons of a word with a capital, or in a script that has none."""
    if text[:1] == fold[:1] and text[:1].isalpha() and text[:1].upper() != text[:1]:
        return ()
    found = (skeleton(root, lang) for root in roots(fold, lang))
    return tuple(dict.fromkeys(bone for bone in found if len(bone) >= _BONES))


@dataclass(frozen=True)
class Pairing(Once):
    """Which word of ``theirs`` says what a word of ``mine`` says, and the other way round.

    ``entire``: as far as their lengths tell, each reading says all that the other says.
    """

    mine: Reading
    theirs: Reading
    forward: tuple[int | None, ...]
    backward: tuple[int | None, ...]
    entire: bool = False

    @property
    def foreign(self) -> bool:
        """Whether the two are in different languages."""
        return self.mine.lang != self.theirs.lang

    @lazy
    def comparable(self) -> bool:
        """Whether both languages have word lists to compare claims with."""
        langs = {self.mine.lang, self.theirs.lang}
        return all(load_pack(lang).words("negation", "not") for lang in langs)

    @lazy
    def loose(self) -> frozenset[int]:
        """The words of ``mine`` that a synonym alone brings together with their partner."""
        return frozenset(
            i
            for i, j in enumerate(self.forward)
            if j is not None and not set(self.mine.keys[i]) & set(self.theirs.keys[j])
        )

    def images(self, words: Iterable[int]) -> frozenset[int]:
        """Return the words of ``theirs`` that say what any of *words* of ``mine`` says."""
        return frozenset(j for i in words if (j := self.forward[i]) is not None)

    @lazy
    def alike(self) -> bool:
        """Whether one sentence tells in its own words what one of the same language tells."""
        if self.foreign or len(self.mine.facts) != 1 or len(self.theirs.facts) != 1:
            return False
        shorter, longer = sorted((len(self.mine.content), len(self.theirs.content)))
        paired = min(
            len({j for j in way if j is not None}) for way in (self.forward, self.backward)
        )
        return paired >= max(_AT_LEAST, _SHARED * shorter) and longer <= _LONGER * shorter

    @property
    def reversed(self) -> Pairing:
        """The same pairing seen from the other side."""
        return Pairing(self.theirs, self.mine, self.backward, self.forward, self.entire)


def pair_words(mine: Reading, theirs: Reading, entire: bool = False) -> Pairing:
    """Pair the content words of two readings by their keys, neighbours and position."""
    return Pairing(mine, theirs, _paired(mine, theirs), _paired(theirs, mine), entire)


def _paired(left: Reading, right: Reading) -> tuple[int | None, ...]:
    candidates = [_candidates(keys, right.places) if keys else () for keys in left.keys]
    alike = left.lang == right.lang
    for i in left.content:
        if not candidates[i]:
            candidates[i] = (
                _sharing(left.synonyms(i), right.synonym_places)
                if alike
                else _sharing(left.bones[i], right.bone_places)
                or _sharing(left.meanings[i], right.meaning_places)
            )
    ratio = len(right.words) / max(1, len(left.words))
    return tuple([_best(i, found, candidates, ratio) for i, found in enumerate(candidates)])


def _sharing(groups: Collection[K], places: Mapping[K, Sequence[int]]) -> tuple[int, ...]:
    """Return the words that share a group of synonyms, a skeleton, or a meaning in English."""
    return tuple(dict.fromkeys(j for group in sorted(groups) for j in places.get(group, ())))


def _candidates(keys: tuple[str, ...], places: Mapping[str, Sequence[int]]) -> tuple[int, ...]:
    """Return the words that share a key; the very word alone counts where it is there.

    A common beginning counts only where nothing else does.
    """
    found: dict[int, None] = {}
    for key in keys:
        if found and key[0] == "~":
            break
        if key in places:
            if key[0].isalpha() and len(key) > 1:  # an ideograph is but part of a word
                return tuple(places[key])
            found.update(dict.fromkeys(places[key]))
    return tuple(found)


def _best(
    i: int, options: tuple[int, ...], near: list[tuple[int, ...]], ratio: float
) -> int | None:
    """Choose the option whose neighbours pair with the neighbours of word *i*, then the nearest."""
    if len(options) < 2:
        return options[0] if options else None
    first = max(0, i - _NEAR)
    around = [near[k] for k in range(first, min(len(near), i + _NEAR + 1)) if k != i and near[k]]
    at = i * ratio
    close = sorted(options, key=lambda j: abs(j - at))[:_OPTIONS]
    worth = [(_company(j, around), -abs(j - at)) for j in close]
    return close[worth.index(max(worth))]


def _company(j: int, around: list[tuple[int, ...]]) -> int:
    """How many of the neighbours may pair with a neighbour of word *j*."""
    found = 0
    for other in around:
        for k in other[:_OPTIONS]:
            if k != j and -_NEAR <= k - j <= _NEAR:
                found += 1
                break
    return found
