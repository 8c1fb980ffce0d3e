"""A deed in its clause: the noun phrases about it, of which some name its parties.

How the language of a clause tells who is who is no concern of this module: see
:mod:`transdiff.language.voice_by_order` and :mod:`transdiff.language.voice_by_marks`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.content import is_content
from transdiff.language.glossary import is_listed
from transdiff.language.past import past_grammar
from transdiff.language.reading import Reading
from transdiff.language.reporting import ACCORDING
from transdiff.language.voice_grammar import VoiceGrammar, voice_grammar
from transdiff.lazy import lazy

REACH = 24
"""Words on either side of a deed among which its parties stand."""
_OF_PARTIES = ("cardinal", "ordinal")
"""Figures that tell how many act or which of them: *two guards*, *the first boat*."""
_APPOSED = 12
"""Words between two commas that set something off."""
QUOTES = frozenset("“”„«»\"'‘’《》「」『』")
"""Marks within which a name may stand."""
_HYPHENS = frozenset("-‑")
_APOSTROPHES = ("'", "’")
_OWNERS = ("'s", "’s")


@dataclass(frozen=True)
class Voice:
    """The content words that name who acts, for certain, and those who may be acted upon.

    ``marked`` are those of the latter that a case, a preposition or a passive marks as such,
    ``aimed`` those that the deed is aimed at: *sued the bank*, *spat at the referee*, ``given``
    those to whom something is given, as far as a preposition tells. ``passive`` where the deed is
    told of whom it is done to.
    """

    agent: frozenset[int]
    patient: frozenset[int]
    marked: frozenset[int] = frozenset()
    aimed: frozenset[int] = frozenset()
    given: frozenset[int] = frozenset()
    passive: bool = False

    @property
    def struck(self) -> frozenset[int]:
        """Those at whom the deed is aimed, or to whom it is done for certain."""
        return self.marked | self.aimed


def suffered(by: frozenset[int], subject: frozenset[int]) -> Voice:
    """Return the parties of a passive: *subject* suffers what somebody does."""
    return Voice(by, subject, subject, passive=True)


@dataclass(frozen=True)
class NounPhrase:
    """A noun phrase: its words, the preposition that opens it, its article."""

    words: tuple[int, ...]
    marker: str
    article: str


@dataclass(frozen=True)
class DeedClause:
    """A deed in its clause: ``deed`` are its own words, the phrases about it are its parties'."""

    reading: Reading
    grammar: VoiceGrammar
    deed: range

    @lazy
    def verbs(self) -> frozenset[int]:
        """The other verbs, which part phrases as well as a mark does."""
        spans = self.reading.once(_told)
        spoken = {i for inside in spans if self.deed.start not in inside for i in inside}
        return frozenset((self.reading.once(_finite) | spoken) - {*self.deed})

    @lazy
    def measured(self) -> frozenset[int]:
        """The words of times, and of figures that count nobody: *by 25 basis points*."""
        return self.reading.once(_measured)

    @lazy
    def before(self) -> list[NounPhrase]:
        """The phrases before the deed, nearest first, down to the start of the clause."""
        return self.phrases(range(self.deed.start - 1, -1, -1))

    @lazy
    def after(self) -> list[NounPhrase]:
        """The phrases behind the deed, up to the end of the clause."""
        return self.phrases(range(self.deed.stop, len(self.reading.words)))

    def beyond_comma(self, at: int) -> list[NounPhrase]:
        """Return the phrases before what two commas set off: *the mayor, a lawyer, sued*."""
        words = self.reading.words
        if at < 0 or words[at].text != ",":
            return []
        back = range(at - 1, max(-1, at - 1 - _APPOSED), -1)
        opening = next((k for k in back if words[k].text == ","), 0)
        return self.phrases(range(opening - 1, -1, -1))

    def around(self) -> Iterator[int]:
        """Yield the words of the clause about the deed."""
        start, end = self.deed.start, self.deed.stop
        for places in (range(start - 1, -1, -1), range(end, len(self.reading.words))):
            for at in places:
                if self._closes(at):
                    break
                yield at

    def phrases(self, places: range) -> list[NounPhrase]:
        """Return the noun phrases among *places* up to the end of the clause, nearest first."""
        inside = []
        sources = self.reading.once(_according)
        for at in places[:REACH]:
            if self.parts(at):
                break
            if at not in sources:
                inside.append(at)
        found = list(self._cut(sorted(inside)))
        return found[::-1] if places.step < 0 else found

    def _cut(self, places: Iterable[int]) -> Iterator[NounPhrase]:
        """Cut the words at *places* into noun phrases."""
        grammar, words, marker, article = self.grammar, list[int](), "", ""
        for at in places:
            fold = self.reading.words[at].fold
            if grammar.kind == "characters" and fold in grammar.of:
                words = []  # what is before it only describes what follows
            elif fold in grammar.articles and grammar.kind != "characters":
                if words:
                    yield NounPhrase(tuple(words), marker, article)
                    words, marker = [], ""
                if fold in grammar.genitive and self.reading.words[at - 1].text[:1].isupper():
                    marker = fold  # of the noun before it
                article = fold
            elif self.carries(at) and fold not in grammar.opening:
                if words and self._begins(words[-1], at, marker):
                    yield NounPhrase(tuple(words), marker, article)
                    words, marker, article = [], "", ""
                words.append(at)
            elif fold in QUOTES or fold in grammar.joining or fold in grammar.articles:
                continue
            else:
                if words:
                    yield NounPhrase(tuple(words), marker, article)
                words, article = [], ""
                idle = fold in grammar.auxiliaries or at in self.measured  # *in May*
                idle = idle or fold in grammar.pronouns
                marker = "" if idle else fold
        if words:
            yield NounPhrase(tuple(words), marker, article)

    def _begins(self, before: int, at: int, marker: str) -> bool:
        """Whether a phrase begins right behind another one: behind a time, or with a count."""
        times = self.reading.times
        if (before in times) != (at in times):
            return True  # *in May guards*
        return self._counts(at) or (bool(marker) and self._stands_alone(before, at))

    def _counts(self, at: int) -> bool:
        """Whether a figure begins a phrase there: *during the riot 20 guards*, not *flight 20*."""
        if self.grammar.kind == "characters" or at not in self.reading.once(_cardinals):
            return False
        behind = at + 1 < len(self.reading.words) and self.carries(at + 1)
        return behind and not self.reading.is_figure(at - 1)

    def _stands_alone(self, before: int, at: int) -> bool:
        """Whether a nominative right behind another noun, no adjective, begins a phrase.

        *На остановке пассажир*: without articles nothing else parts the two.
        """
        if self.grammar.kind != "cases" or self.reading.words[at].text[:1].isupper():
            return False
        one, two = self.reading.words[before].fold, self.reading.words[at].fold
        if one.endswith(self.grammar.adjectives) or two.endswith(self.grammar.oblique_endings):
            return False
        return is_listed(two, self.reading.lang)

    def carries(self, at: int) -> bool:
        """Whether the word *at* carries content."""
        return is_content(self.reading.words[at], self.reading.lang)

    def _closes(self, at: int) -> bool:
        """Whether the word *at* ends the clause."""
        word = self.reading.words[at]
        if word.kind is WordKind.PUNCT:
            return word.text not in QUOTES and word.text not in _HYPHENS
        return word.fold in self.grammar.breaks or word.fold in self.grammar.relative

    def parts(self, at: int) -> bool:
        """Whether no phrase goes on over the word *at*."""
        return at in self.verbs or self._closes(at)

    def named(self, phrase: NounPhrase | None) -> frozenset[int]:
        """Return the words of a phrase that are who it is: no figures or times, no owners."""
        words = self.reading.words
        if phrase and phrase.words[0] in self.measured:
            return frozenset()
        return frozenset(
            i
            for i in (phrase.words if phrase else ())
            if i not in self.measured
            and not self.reading.is_figure(i)
            and words[i].kind is WordKind.WORD
            and not self._owns(i)
        )

    def _owns(self, at: int) -> bool:
        """Whether a word says whose something is: *the mayor's*, *the sides' line*."""
        words = self.reading.words
        if words[at].fold.endswith(_OWNERS):
            return True
        return words[at].fold.endswith("s") and any(
            w.text in _APOSTROPHES for w in words[at + 1 : at + 2]
        )

    def all_named(self, phrases: Iterable[NounPhrase]) -> frozenset[int]:
        """Return the words of all *phrases* that are who it is."""
        return frozenset(i for phrase in phrases for i in self.named(phrase))


def _cardinals(reading: Reading) -> frozenset[int]:
    """Return the words of figures that count: *20*, not *the first*."""
    figures = (q for f in reading.facts for q in f.quantities if q.kind == "cardinal")
    return reading.covered(q.span for q in figures)


def _finite(reading: Reading) -> frozenset[int]:
    """Return the verbs in a past form that are no nouns and no second part of another."""
    pasts, past = reading.pasts, past_grammar(reading.lang)
    if past.compound:  # *a porté plainte*: no second verb
        nouns = {i for i in pasts if _behind_article(reading, i)}
        return frozenset(i for i in pasts if i not in nouns and i - 1 not in pasts)
    if past.syllables:
        return frozenset(i for i in pasts if not reading.names_thing(i))  # *bệnh viện*
    return pasts


def _behind_article(reading: Reading, at: int) -> bool:
    """Whether a participle is a noun or describes one: *un ancien employé*."""
    grammar = voice_grammar(reading.lang)
    before = reading.words[max(0, at - 2) : at]
    article = grammar is not None and any(w.fold in grammar.articles for w in before)
    return article or (at > 0 and reading.is_figure(at - 1))


def _told(reading: Reading) -> list[range]:
    """Return the words of each verb of saying."""
    told = (a for f in reading.facts for a in f.attributions if a.verb != ACCORDING)
    return [reading.inside(a.span) for a in told]


def _according(reading: Reading) -> frozenset[int]:
    """Return the words that name a source beside a deed: *nach Angaben der Polizei*."""
    told = (a for f in reading.facts for a in f.attributions if a.verb == ACCORDING)
    return reading.covered(s for a in told for s in (a.span, a.source_span) if s is not None)


def _measured(reading: Reading) -> frozenset[int]:
    """Return the words of times, and of figures that count nobody."""
    figures = (q for f in reading.facts for q in f.quantities)
    figures = (q for q in figures if q.unit or q.kind not in _OF_PARTIES)
    spans = (s for q in figures for s in (q.span, q.bound_span) if s is not None)
    return reading.times | reading.covered(spans)
