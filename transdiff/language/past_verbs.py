"""The verbs of a reading that stand in a past form, as far as form and neighbours tell.

Which forms are past ones is :mod:`transdiff.language.past`; here is what stands about them. A
participle that only describes a noun (*the eroded banks*, *a season hit by*) is no past.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from transdiff.facts import Word, WordKind
from transdiff.language.cues import Cue
from transdiff.language.infinitives import is_infinitive
from transdiff.language.pack import load_pack
from transdiff.language.past import (
    PastGrammar,
    may_be_present,
    past_at_opening,
    past_form,
    past_grammar,
    surely_past,
)
from transdiff.language.word_keys import is_figure, names_event, names_thing


@dataclass(frozen=True)
class PastVerbs:
    """What tells a past form by its neighbours; ``directions`` are words of rise and fall.

    ``split`` are the places of verbs that the sentence splits.
    """

    lang: str
    words: tuple[Word, ...]
    clauses: tuple[int, ...]
    keys: tuple[tuple[str, ...], ...]
    particles: tuple[Cue, ...]
    auxiliaries: tuple[Cue, ...]
    directions: tuple[Cue, ...]
    split: Collection[int]

    def among(self, places: Iterable[int]) -> frozenset[int]:
        """Return those of the words *places* that are verbs in a past form."""
        return frozenset([i for i in places if self._is_past(i)])

    def _is_past(self, index: int) -> bool:
        fold = self.words[index].fold
        grammar = past_grammar(self.lang)
        if fold in grammar.bare:
            return self._behind_auxiliary(index, grammar)
        form = past_form(fold, self.lang) or (
            past_at_opening(fold, self.lang) and self._opens_clause(index)
        )
        if not form and not self.particles:
            return False
        listed = names_event(self.keys[index]) or index in self.split
        if listed and any(self._beside(index, c, grammar) for c in self.particles):
            return True
        if not form:
            bare = grammar.syllables and not names_thing(self.keys[index])
            return bare and self._after_particle(index)
        if is_infinitive(self.words, index, self.lang):
            return False
        helped = self._helped(index, grammar)
        if not listed and grammar.listed and not helped and not surely_past(fold, self.lang):
            return False
        changes = helped and any(c.first == index for c in self.directions)  # "has halved"
        if is_figure(self.keys[index]) and not changes:
            return False
        if helped:
            return True
        if may_be_present(fold, self.lang) and not self._ends_clause(index):
            return False
        before = self.words[index - 1].fold if index else ""
        after = self.words[index + 1].fold if index + 1 < len(self.words) else ""
        return before not in grammar.describing and after not in grammar.agent

    def _opens_clause(self, index: int) -> bool:
        """Whether the word *index* is the first of a sentence or a clause."""
        if not index or self.words[index - 1].kind is WordKind.PUNCT:
            return True
        return self.words[index - 1].fold in load_pack(self.lang).words("events", "clause")

    def _beside(self, index: int, particle: Cue, grammar: PastGrammar) -> bool:
        """Whether a particle of the past stands by the word *index*, on the side where it does."""
        if self._spelt(particle) in grammar.ahead:
            return 0 <= index - particle.end <= 2
        if not grammar.formless:
            return -2 <= index - particle.end <= 2
        told = range(max(0, particle.first - 2), particle.first)
        most = -1 if any(names_event(self.keys[k]) for k in told) else 2
        return -3 <= index - particle.end <= most  # a verb of two signs: 通过了

    def _spelt(self, particle: Cue) -> str:
        return "".join(w.fold for w in self.words[particle.first : particle.end])

    def _behind_auxiliary(self, index: int, grammar: PastGrammar) -> bool:
        """Whether an auxiliary stands right before the word *index*, or an adverb between them."""
        auxiliaries = {c.end for c in self.auxiliaries}
        apart = index - 1 in auxiliaries and self.words[index - 1].fold not in grammar.describing
        return index in auxiliaries or apart

    def _helped(self, index: int, grammar: PastGrammar) -> bool:
        """Whether an auxiliary makes the word *index* a past one."""
        if any(c.end in (index, index - 1) for c in self.auxiliaries):
            return grammar.compound or not grammar.listed or names_event(self.keys[index])
        if not grammar.framed:
            return False
        closes = index + 1 == len(self.words) or self.words[index + 1].kind is WordKind.PUNCT
        own = self.clauses[index]
        ahead = (c.first for c in self.auxiliaries if c.first < index)
        return closes and any(self.clauses[first] == own for first in ahead)

    def _ends_clause(self, index: int) -> bool:
        """Whether nothing but an auxiliary stands behind the word *index* in its clause."""
        end = index + 1 + any(c.first == index + 1 for c in self.auxiliaries)
        return end >= len(self.words) or self.clauses[end] != self.clauses[index]

    def _after_particle(self, index: int) -> bool:
        """Whether a particle of the past stands shortly before the word *index*, or after it.

        Where the name of a deed stands between them, or before the particle, it is told of that.
        """
        own = self.clauses[index]
        sure = load_pack(self.lang).words("tense", "sure_particles")
        return any(
            self.clauses[c.first] == own
            and (0 <= index - c.end <= 3 or c.first == index + 1)
            and self._spelt(c) in sure
            and not any(names_event(self.keys[k]) for k in range(max(0, c.first - 2), index))
            for c in self.particles
        )
