"""Readings: the words of linked segments with what each word means, ready to be paired.

A :class:`Reading` lays the words of one or several segments in a row and gives each content word
its keys: stem, event, figure, name, concept. Which word of one reading is said by which word of
another is told by :func:`transdiff.language.pairing.pair_words`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transdiff.facts import Facts, Span, Word
from transdiff.language.clauses import clause_numbers
from transdiff.language.content import content_places
from transdiff.language.cues import Cue
from transdiff.language.glossary import Meanings, meanings
from transdiff.language.past_verbs import PastVerbs
from transdiff.language.rejoined import rejoined
from transdiff.language.reporting import ACCORDING
from transdiff.language.rows import Row
from transdiff.language.synonyms import groups_of
from transdiff.language.word_keys import (
    bones_of,
    fact_keys,
    is_figure,
    names_event,
    names_thing,
    word_keys,
)
from transdiff.lazy import Once, lazy


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
        introducing = self._introducing
        places = content_places(self.words, self.lang)
        return tuple([i for i in places if i not in introducing])

    @lazy
    def _introducing(self) -> frozenset[int]:
        """The words that only introduce a source: no agreement is in *according to*."""
        told = (a.span for f in self.facts for a in f.attributions if a.verb == ACCORDING)
        return self.covered(told)

    @lazy
    def source_words(self) -> frozenset[int]:
        """The words that name a source."""
        told = (a.source_span for f in self.facts for a in f.attributions if a.source_span)
        return self.covered(told)

    @lazy
    def times(self) -> frozenset[int]:
        """The words of dates and times: *in May*, *on Monday*."""
        return self.covered(m.span for f in self.facts for m in f.moments)

    @lazy
    def office_words(self) -> frozenset[int]:
        """The words that name an office, which has a function: *Transport Minister*."""
        titles = (t for f in self.facts for t in f.titles if t.function)
        return frozenset(i for t in titles for i in self.inside(t.span))

    @lazy
    def keys(self) -> tuple[tuple[str, ...], ...]:
        """For each word what it may be recognised by, the surest first; none for grammar."""
        keys: list[list[str]] = [[] for _ in self.words]
        for span, key in fact_keys(self.facts):
            for i in self.inside(span):
                if i not in self._introducing:
                    keys[i].append(key)
        for i in self.content:
            keys[i] += (self._whole[i],) if i in self._whole else ()
            keys[i] += word_keys(self.words[i].fold, self.words[i].stem, self.lang)
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
    def all_groups(self) -> frozenset[int]:
        """The groups of synonyms of all content words."""
        return frozenset().union(*self.groups.values())

    @lazy
    def groups(self) -> dict[int, frozenset[int]]:
        """The groups of synonyms of the content words, in order."""
        return {j: self.synonyms(j) for j in self.content}

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
        return tuple([bones_of(w.text, w.fold, self.lang) for w in self.words])

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
        return index in self._eventful

    @lazy
    def _eventful(self) -> frozenset[int]:
        return frozenset([i for i, keys in enumerate(self.keys) if keys and names_event(keys)])

    def events(self, index: int) -> frozenset[str]:
        """Return the events that the word *index* may name."""
        return frozenset(key[1:] for key in self.keys[index] if key[0] == "=")

    def is_figure(self, index: int) -> bool:
        """Whether the word *index* counts, in digits or in letters."""
        return index in self._figures

    @lazy
    def _figures(self) -> frozenset[int]:
        return frozenset([i for i, keys in enumerate(self.keys) if keys and is_figure(keys)])

    def names_thing(self, index: int) -> bool:
        """Whether the word *index* is a name, a figure or a date."""
        return names_thing(self.keys[index])

    @lazy
    def pasts(self) -> frozenset[int]:
        """The verbs in a past form, as far as form and neighbours tell."""
        return PastVerbs(
            self.lang,
            self.words,
            self.clauses,
            self.keys,
            self.of_kind("tense", "particle"),
            self.of_kind("tense", "past"),
            self.of_kind("direction"),
            self._whole,
        ).among(self.content)

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

    @lazy
    def futures(self) -> tuple[Cue, ...]:
        """What says that something is to come: *is due to*, and *will*."""
        return (*self.of_kind("tense", "future"), *self.of_kind("certainty", "will"))

    def looks_ahead(self, index: int) -> bool:
        """Whether something is to come in the clause of the word *index*."""
        return any(self.clauses[c.first] == self.clauses[index] for c in self.futures)

    def inside(self, span: Span) -> range:
        """Return the indices of the words that overlap *span*."""
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def covered(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the indices of the words that overlap any of *spans*."""
        return frozenset(i for span in spans for i in self.inside(span))

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

    def of_clause(self, index: int) -> tuple[int, ...]:
        """Return the content words of the clause of the word *index*."""
        clause = self.clauses[index]
        return tuple(i for i in self.content if self.clauses[i] == clause)

    def names_among(self, words: Iterable[int]) -> frozenset[str]:
        """Return the keys by which any of *words* is part of a name."""
        return frozenset(key for i in words for key in self.keys[i] if key[0] == "!")

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
    """Lay the segments with these *facts* in a row; one segment is read once for all who ask."""
    if len(facts) != 1:
        return Reading(lang, Row([w for f in facts for w in f.words]), tuple(facts))
    known = facts[0].once(_readings)
    if lang not in known:
        known[lang] = Reading(lang, facts[0].words, (facts[0],))
    return known[lang]


def _readings(_: Facts) -> dict[str, Reading]:
    """The readings of one segment by language: it is read beside others and alone."""
    return {}


def _filed(words: Iterable[tuple[int, Iterable[str]]]) -> dict[str, list[int]]:
    """File the places of words by what is known of each."""
    found: dict[str, list[int]] = {}
    for j, known in words:
        for each in known:
            found.setdefault(each, []).append(j)
    return found
