"""Who does a deed and who suffers it, read from what marks a phrase, in each language its own way.

``[voice]`` of a pack says how: the auxiliaries of the passive, what opens its agent, what marks an
object, and the kind of grammar. The doer is named only where the marks leave no doubt; whom it is
done to is anybody that it may be. A language without ``[voice]`` tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transdiff.facts import WordKind
from transdiff.language.concord import concord
from transdiff.language.content import is_content
from transdiff.language.dictionary import UNSPACED
from transdiff.language.glossary import is_listed
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.lazy import lazy

_REACH = 24
"""Words on either side of a deed among which its parties stand."""
_AUXILIARY = 4
"""Words before a participle in which its auxiliary stands."""
_LONGEST = 4
"""Words of a phrase that names one deed."""
_APPOSED = 12
"""Words between two commas that set something off."""
_QUOTES = frozenset("“”„«»\"'‘’《》「」『』")
"""Marks within which a name may stand."""
_HYPHENS = frozenset("-‑")
_OWNERS = ("'s", "’s")


@dataclass(frozen=True)
class Voice:
    """The content words that name who acts, for certain, and those who may be acted upon.

    ``marked`` are those of the latter that a case, a preposition or a passive marks as such,
    ``aimed`` those that the deed is aimed at: *sued the bank*, *spat at the referee*, ``given``
    those to whom something is given, as far as a preposition tells.
    """

    agent: frozenset[int]
    patient: frozenset[int]
    marked: frozenset[int] = frozenset()
    aimed: frozenset[int] = frozenset()
    given: frozenset[int] = frozenset()

    @property
    def struck(self) -> frozenset[int]:
        """Those at whom the deed is aimed, or to whom it is done for certain."""
        return self.marked | self.aimed


@dataclass(frozen=True)
class _Phrase:
    """A noun phrase: its words, the preposition that opens it, its article."""

    words: tuple[int, ...]
    marker: str
    article: str


@dataclass(frozen=True)
class _Grammar:
    """What marks the parties of a deed in one language."""

    kind: str
    passive: frozenset[str]
    passive_endings: tuple[str, ...]
    active_endings: tuple[str, ...]
    agent: frozenset[str]
    agent_endings: tuple[str, ...]
    inner: frozenset[str]
    object: frozenset[str]
    target: frozenset[str]
    topic: frozenset[str]
    recipient: frozenset[str]
    articles: frozenset[str]
    relative: frozenset[str]
    opening: frozenset[str]
    of: frozenset[str]
    joining: frozenset[str]
    auxiliaries: frozenset[str]
    nominative: frozenset[str]
    genitive: frozenset[str]
    oblique: frozenset[str]
    oblique_endings: tuple[str, ...]
    participles: tuple[str, ...]
    infinitive: tuple[str, ...]
    infinitive_mark: frozenset[str]
    adjectives: tuple[str, ...]
    feminine: tuple[str, ...]
    masculine: tuple[str, ...]
    nominal: frozenset[str]
    permitting: frozenset[str]
    breaks: frozenset[str]


@lru_cache(maxsize=32)
def _grammar(lang: str) -> _Grammar | None:
    pack = load_pack(lang)
    if not pack.section("voice"):
        return None

    def words(name: str) -> frozenset[str]:
        return frozenset(pack.words("voice", name))

    def endings(name: str) -> tuple[str, ...]:
        return tuple(pack.words("voice", name))

    return _Grammar(
        kind=str(pack.section("voice")["kind"]),
        passive=words("passive"),
        passive_endings=endings("passive-endings"),
        active_endings=endings("active-endings"),
        agent=words("agent"),
        agent_endings=endings("agent-endings"),
        inner=words("inner"),
        object=words("object"),
        target=words("target"),
        topic=words("topic"),
        recipient=words("recipient"),
        articles=words("articles"),
        relative=words("relative"),
        opening=words("opening"),
        of=words("of"),
        joining=words("joining"),
        auxiliaries=words("auxiliaries"),
        nominative=words("nominative"),
        genitive=words("genitive"),
        oblique=words("oblique"),
        oblique_endings=endings("oblique-endings"),
        participles=endings("participles"),
        infinitive=endings("infinitive"),
        infinitive_mark=words("infinitive-mark"),
        adjectives=endings("adjectives"),
        feminine=endings("feminine"),
        masculine=endings("masculine"),
        nominal=words("nominal"),
        permitting=words("permitting"),
        breaks=frozenset(pack.words("events", "clause")),
    )


def voice_of(reading: Reading, index: int) -> Voice | None:
    """Return who does the deed at *index* and to whom, None where the marks do not tell."""
    grammar = _grammar(reading.lang)
    if grammar is None:
        return None
    clause = _Clause(reading, grammar, _deed(reading, index))
    if grammar.kind == "particles":
        return clause.by_particles()
    if grammar.kind == "cases":
        return clause.by_cases()
    if grammar.kind == "articles":
        return clause.by_articles()
    return clause.by_order()


def behind_auxiliary(reading: Reading, index: int) -> bool:
    """Whether a participle stands behind what makes it a verb: *a tiré*, *fue demandada*."""
    grammar = _grammar(reading.lang)
    if grammar is None or not reading.words[index].fold.endswith(grammar.participles):
        return False
    before = range(max(0, index - 2), index)
    helping = {i for c in reading.of_kind("tense", "past") for i in range(c.first, c.end)}
    return any(i in helping or reading.words[i].fold in grammar.passive for i in before)


def _deed(reading: Reading, index: int) -> range:
    """Return the words of the deed: the whole of a phrase, *подала в суд на*, of a word, 逮捕."""
    first, end = index, index + 1
    if reading.lang in UNSPACED:
        while _one_word(reading, index, first - 1):
            first -= 1
        while _one_word(reading, index, end):
            end += 1
    for cue in reading.of_kind("event"):
        if cue.first <= index < cue.end <= cue.first + _LONGEST:
            first, end = min(first, cue.first), max(end, cue.end)
    return range(first, end)


def _one_word(reading: Reading, index: int, at: int) -> bool:
    """Whether the characters at both places are of one word, as far as their meaning tells."""
    inside = 0 <= at < len(reading.words) and bool(reading.meanings[index])
    return inside and reading.meanings[at] == reading.meanings[index]


@dataclass(frozen=True)
class _Clause:
    """A deed in its clause."""

    reading: Reading
    grammar: _Grammar
    deed: range

    @lazy
    def verbs(self) -> frozenset[int]:
        """The other verbs, which part phrases as well as a mark does."""
        told = (a.span for f in self.reading.facts for a in f.attributions)
        spoken = {i for span in told for i in self.reading.inside(span)}
        pasts = self.reading.pasts
        doubled = past_grammar(self.reading.lang).compound  # *a porté plainte*: no second verb
        verbs = {i for i in pasts if not (self._behind_article(i) or (doubled and i - 1 in pasts))}
        return frozenset((verbs | spoken) - {*self.deed})

    @lazy
    def measured(self) -> frozenset[int]:
        """The words of times, and of figures that count nobody: *by 25 basis points*."""
        facts = self.reading.facts
        spans = [m.span for f in facts for m in f.moments]
        figures = [q for f in facts for q in f.quantities if q.unit or q.kind != "cardinal"]
        spans += [s for q in figures for s in (q.span, q.bound_span) if s is not None]
        return frozenset(i for span in spans for i in self.reading.inside(span))

    def _behind_article(self, at: int) -> bool:
        """Whether a participle is a noun or describes one: *un ancien employé*."""
        before = self.reading.words[max(0, at - 2) : at]
        participle = past_grammar(self.reading.lang).compound
        return participle and any(w.fold in self.grammar.articles for w in before)

    def by_order(self) -> Voice | None:
        """The subject before the verb, the object behind it; in a passive the other way round."""
        reading, grammar, start = self.reading, self.grammar, self.deed.start
        end = self.deed.stop
        if grammar.kind == "characters" and len(self.deed) == 1:
            return None  # a part of a word
        if any(w.fold in grammar.nominal for w in reading.words[end - 1 : end + 1]):
            return None  # 负责人 is who heads it
        before, after = self._phrases(range(start - 1, -1, -1)), self._after()
        inner = self._inner(before)
        if inner is not None:
            return inner
        auxiliary = self._auxiliary()
        subject = self._subject(start if auxiliary is None else auxiliary)
        fold = reading.words[start].fold
        ongoing = bool(grammar.active_endings) and fold.endswith(grammar.active_endings)
        if ongoing and auxiliary is None:
            return None  # *from registering*
        if not ongoing:
            by = next((p for p in after if p.marker in grammar.agent), None)
            if auxiliary is None and self._is_active(fold, after):
                by = None  # *turned down a bid by*, *por el robo*: no doer but the subject
            if by is not None and auxiliary is None and not self._is_participle(fold):
                return None
            if by is not None or auxiliary is not None:
                return Voice(self._named(by), subject, subject)
        given = grammar.object | grammar.recipient
        objects = [p for n, p in enumerate(after) if p.marker in given or not (p.marker or n)]
        objects += [p for p in before if p.marker in grammar.object]
        marked = (p for p in objects if p.marker in grammar.object)
        aimed = [p for p in after if not p.marker and (p is after[0] or p.article)][:1]
        aimed += [p for p in after if p.marker in grammar.target]
        to = (p for p in objects if p.marker in grammar.recipient)
        return Voice(subject, *map(self._all, (objects, marked, aimed, to)))

    def _is_active(self, fold: str, after: Sequence[_Phrase]) -> bool:
        """Whether a verb without an auxiliary is active by its form, or has an object."""
        if self.grammar.participles and not self._is_participle(fold):
            return True
        first = after[0] if after else None
        return first is not None and (not first.marker or first.marker in self.grammar.target)

    def _is_participle(self, fold: str) -> bool:
        """Whether a word alone may be a passive: *sued by*, *elegido por*, not *eligieron por*."""
        if self.grammar.participles:
            return fold.endswith(self.grammar.participles)
        return bool(past_form(fold, self.reading.lang))

    def by_articles(self) -> Voice | None:
        """German: the verb may stand anywhere; articles tell some of the cases."""
        grammar, start = self.grammar, self.deed.start
        before = self._phrases(range(start - 1, -1, -1))
        both = [*before[::-1], *self._after()]
        free = [p for p in both if not p.marker and p.article not in grammar.of]
        subject = next((p for p in free if p.article not in grammar.oblique), None)
        near = self._around()
        if any(self.reading.words[k].fold in grammar.passive for k in near):
            by = next((p for p in both if p.marker in grammar.agent), None)
            return Voice(self._named(by), self._named(subject), self._named(subject))
        subject = next((p for p in free if p.article in grammar.nominative), subject)
        others = [p for p in free if p is not subject]
        told = [p for p in others if p.article in grammar.oblique]
        aimed = [p for p in both if p.marker in grammar.target]
        if subject is None or not (told or aimed or subject.article in grammar.nominative):
            return None  # *die Gespräche leitete Möller*
        return Voice(
            self._named(subject),
            self._all(others),
            self._all(p for p in others if p.article in grammar.oblique),
            self._all([*others[:1], *aimed]),
        )

    def by_cases(self) -> Voice | None:
        """Russian, Ukrainian: endings tell who is no subject, an instrumental the doer."""
        grammar, start = self.grammar, self.deed.start
        before = self._phrases(range(start - 1, -1, -1)) or self._beyond_comma(start - 1)
        both = [*before, *self._after()]
        free = [p for p in both if not p.marker]
        subject = self._agreeing([p for p in free if self._may_be_subject(p)])
        if self.reading.words[start].fold.endswith(grammar.passive_endings):
            by = next((p for p in free if self._ends(p, grammar.agent_endings)), None)
            return Voice(self._named(by), self._named(subject), self._named(subject))
        others = [
            p for p in both if p is not subject and (not p.marker or p.marker in grammar.object)
        ]
        if subject is None or not any(p is subject or p in others for p in before):
            return None
        marked = (p for p in others if not self._may_be_subject(p) or self._is_other(p, subject))
        aimed = [p for p in both if p.marker in grammar.target]
        aimed += [p for p in others[:1] if self._named_in_order(subject, p)]
        return Voice(self._named(subject), self._all(others), self._all(marked), self._all(aimed))

    def by_particles(self) -> Voice | None:
        """Japanese: a particle behind each phrase says its part, the ending of a verb the voice."""
        reading, grammar, start = self.reading, self.grammar, self.deed.start
        end = self.deed.stop
        ending = reading.words[end].fold if end < len(reading.words) else ""
        passive = ending.startswith(grammar.passive_endings)
        agent: set[int] = set()
        patient: set[int] = set()
        for particle, words in self._with_particles(start):
            if particle in grammar.topic:
                (patient if passive else agent).update(words)
            elif passive and particle in grammar.agent:
                agent.update(words)
            elif not passive and particle in grammar.object | grammar.recipient:
                patient.update(words)
        suffering = frozenset(patient)
        return Voice(frozenset(agent), suffering, suffering)

    def _with_particles(self, start: int) -> Iterator[tuple[str, list[int]]]:
        """Yield the phrases before *start*, the nearest first, up to another verb."""
        grammar = self.grammar
        known = grammar.topic | grammar.object | grammar.recipient | grammar.agent | grammar.of
        known |= grammar.oblique
        particle, words = "", list[int]()
        for at in range(start - 1, max(-1, start - 1 - 2 * _REACH), -1):
            word = self.reading.words[at]
            if is_content(word, self.reading.lang):
                words.append(at)
            elif word.text not in _QUOTES and word.text != "、":
                yield particle, words
                if word.fold not in known:
                    return
                particle, words = word.fold, []
        yield particle, words

    def _inner(self, before: Sequence[_Phrase]) -> Voice | None:
        """Return the parties of a passive whose doer stands before the verb: 被记者打, *bị bắt*."""
        for n, phrase in enumerate(before):
            if phrase.marker in self.grammar.inner:
                if self.reading.words[phrase.words[0]].fold in self.grammar.permitting:
                    return Voice(frozenset(), frozenset())
                subject = next((p for p in before[n + 1 :] if not p.marker), None)
                return Voice(self._named(phrase), self._named(subject), self._named(subject))
        return None

    def _auxiliary(self) -> int | None:
        """Return the first of the auxiliaries that make the deed a passive."""
        found = None
        start = self.deed.start
        for at in range(start - 1, max(-1, start - 1 - _AUXILIARY), -1):
            if self._parts(at) or self._opens_infinitive(at, found):
                break
            if self.reading.words[at].fold in self.grammar.passive:
                found = at
            elif found is not None and self._carries(at):
                break
        return found

    def _opens_infinitive(self, at: int, found: int | None) -> bool:
        """Whether an active infinitive begins there: *is to send*, not *is to be sent*."""
        return found is None and self.reading.words[at].fold in self.grammar.infinitive_mark

    def _subject(self, index: int) -> frozenset[int]:
        """Return the subject of the verb at *index*; a relative pronoun is what is before it."""
        reading, grammar = self.reading, self.grammar
        at = index - 1
        while at >= 0 and not self._carries(at) and not self._parts(at):
            if reading.words[at].fold in grammar.articles:
                return frozenset()
            at -= 1
        if at < 0:
            return frozenset()
        if reading.words[at].fold in grammar.relative:
            end = at - (at > 0 and reading.words[at - 1].text == ",")
            near = self._phrases(range(end - 1, -1, -1))[:1]
        elif reading.words[at].text == ",":
            near = self._beyond_comma(at)
        elif self._parts(at):
            return frozenset()
        else:
            near = self._phrases(range(at, -1, -1))
        return self._named(next((p for p in near if not p.marker), None))

    def _beyond_comma(self, at: int) -> list[_Phrase]:
        """Return the phrases before what two commas set off: *the mayor, a lawyer, sued*."""
        words = self.reading.words
        if at < 0 or words[at].text != ",":
            return []
        back = range(at - 1, max(-1, at - 1 - _APPOSED), -1)
        opening = next((k for k in back if words[k].text == ","), 0)
        return self._phrases(range(opening - 1, -1, -1))

    def _after(self) -> list[_Phrase]:
        return self._phrases(range(self.deed.stop, len(self.reading.words)))

    def _around(self) -> Iterator[int]:
        """Yield the words of the clause about the deed."""
        start, end = self.deed.start, self.deed.stop
        for places in (range(start - 1, -1, -1), range(end, len(self.reading.words))):
            for at in places:
                if self._closes(at):
                    break
                yield at

    def _phrases(self, places: range) -> list[_Phrase]:
        """Return the noun phrases among *places* up to the end of the clause, nearest first."""
        inside = []
        for at in places[:_REACH]:
            if self._parts(at):
                break
            inside.append(at)
        found = list(self._cut(sorted(inside)))
        return found[::-1] if places.step < 0 else found

    def _cut(self, places: Iterable[int]) -> Iterator[_Phrase]:
        """Cut the words at *places* into noun phrases."""
        grammar, words, marker, article = self.grammar, list[int](), "", ""
        for at in places:
            fold = self.reading.words[at].fold
            if grammar.kind == "characters" and fold in grammar.of:
                words = []  # what is before it only describes what follows
            elif fold in grammar.articles and grammar.kind != "characters":
                if words:
                    yield _Phrase(tuple(words), marker, article)
                    words, marker = [], ""
                if fold in grammar.genitive and self.reading.words[at - 1].text[:1].isupper():
                    marker = fold  # of the noun before it
                article = fold
            elif self._carries(at) and fold not in grammar.opening:
                if words and marker and self._stands_alone(words[-1], at):
                    yield _Phrase(tuple(words), marker, article)
                    words, marker, article = [], "", ""
                words.append(at)
            elif fold in _QUOTES or fold in grammar.joining or fold in grammar.articles:
                continue
            else:
                if words:
                    yield _Phrase(tuple(words), marker, article)
                words, article = [], ""
                marker = "" if fold in grammar.auxiliaries else fold
        if words:
            yield _Phrase(tuple(words), marker, article)

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

    def _carries(self, at: int) -> bool:
        return is_content(self.reading.words[at], self.reading.lang)

    def _closes(self, at: int) -> bool:
        """Whether the word *at* ends the clause."""
        word = self.reading.words[at]
        if word.kind is WordKind.PUNCT:
            return word.text not in _QUOTES and word.text not in _HYPHENS
        return word.fold in self.grammar.breaks or word.fold in self.grammar.relative

    def _parts(self, at: int) -> bool:
        """Whether no phrase goes on over the word *at*."""
        return at in self.verbs or self._closes(at)

    def _named(self, phrase: _Phrase | None) -> frozenset[int]:
        """Return the words of a phrase that are who it is: no figures or times, no owners."""
        words = self.reading.words
        if phrase and not self.measured.isdisjoint(phrase.words):
            return frozenset()
        return frozenset(
            i
            for i in (phrase.words if phrase else ())
            if not self.reading.is_figure(i)
            and words[i].kind is WordKind.WORD
            and not words[i].fold.endswith(_OWNERS)
        )

    def _all(self, phrases: Iterable[_Phrase]) -> frozenset[int]:
        return frozenset(i for phrase in phrases for i in self._named(phrase))

    def _may_be_subject(self, phrase: _Phrase) -> bool:
        """Whether the first word of a phrase may be a nominative; what follows may be a genitive.

        The accusative of him who lives looks like a nominative of hers, *водителя* like *певица*,
        which the dictionary has as it is; a past tells of him or of her.
        """
        first = self.reading.words[phrase.words[0]].fold
        if self._ends(phrase, self.grammar.oblique_endings) or first.endswith(
            self.grammar.infinitive
        ):
            return False
        if not first.endswith(("а", "я")) or first.endswith(("ая", "яя", "ья")):
            return True
        deed = self.reading.words[self.deed.start].fold
        if first.endswith(("ия", "ія")) and not deed.endswith(self.grammar.masculine):
            return True
        adjective = is_listed(f"{first[:-1]}ий", self.reading.lang)
        if deed.endswith(self.grammar.masculine) and self._is_of_him(first):
            return False
        return (
            deed.endswith(self.grammar.feminine)
            or is_listed(first, self.reading.lang)
            or (adjective and not deed.endswith(self.grammar.masculine))
        )

    def _is_of_him(self, fold: str) -> bool:
        """Whether a form in *-а* or *-я* is that of a noun without: *водія* of *водій*."""
        bare = [fold[:-1]] if fold.endswith("а") else [fold[:-1] + end for end in ("й", "ь")]
        return any(is_listed(form, self.reading.lang) for form in bare)

    def _agreeing(self, phrases: Sequence[_Phrase]) -> _Phrase | None:
        """Return the phrase that agrees best with the verb, the first of those that do alike."""
        return max(phrases, key=self._concord, default=None)

    def _concord(self, phrase: _Phrase) -> int:
        first, deed = (self.reading.words[i].fold for i in (phrase.words[0], self.deed.start))
        return concord(first, deed, self.reading.lang)

    def _is_other(self, phrase: _Phrase, subject: _Phrase) -> bool:
        """Whether *phrase* cannot be the subject since *subject* agrees better with the verb."""
        return self._concord(phrase) < self._concord(subject)

    def _named_in_order(self, subject: _Phrase, phrase: _Phrase) -> bool:
        """Whether two names stand before and behind the verb, where only their order tells."""
        names = all(self.reading.words[p.words[0]].text[:1].isupper() for p in (subject, phrase))
        return names and subject.words[0] < self.deed.start < phrase.words[0]

    def _ends(self, phrase: _Phrase, endings: tuple[str, ...]) -> bool:
        """Whether the first word of a phrase, no dictionary form, has one of the *endings*."""
        first = self.reading.words[phrase.words[0]].fold
        return first.endswith(endings) and not is_listed(first, self.reading.lang)
