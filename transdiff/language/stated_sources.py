"""What the phrase that says who speaks itself says: the speaker's name, offices and bodies.

What the text has said of the speaker elsewhere is added in :mod:`transdiff.language.speakers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from transdiff.facts import Facts, Name, Span, Speaker, Word
from transdiff.language.reporting import Reporting
from transdiff.language.romanise import skeleton
from transdiff.language.source_names import (
    capital_run,
    gender_of,
    is_aged,
    may_be_person,
    may_be_word,
    parts_of_name,
    possesses,
    spelt,
)
from transdiff.language.title_holders import less_work
from transdiff.lazy import lazy

_BODIES = frozenset(
    {
        "society.newspaper", "society.news-agency", "society.television", "common.company",
        "common.university", "economy.bank", "common.hospital", "society.museum", "news.ship",
    }
)  # fmt: skip
"""What a name right behind it names: *the newspaper Le Monde*, no person."""
_HEAD = "executive"
_HEADED = frozenset({"minister", "prime-minister", "governor", "mayor"})
"""Offices that are also told as the head of something: *the head of the region*."""
_PAPER = "document"
"""What speaks for whoever wrote it: *a survey of the Harbour Council*."""


@dataclass(frozen=True)
class StatedSource:
    """A source phrase in its sentence; ``met`` are the names of people that the text knows."""

    words: Sequence[Word]
    facts: Facts
    lexicon: Reporting
    lang: str
    met: Set[str]

    @lazy
    def within(self) -> Span:
        """The span of the phrase."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @lazy
    def held(self) -> tuple[tuple[str, int, int], ...]:
        """The offices in the phrase, with their words."""
        return tuple(self.lexicon.roles.all(self.words))

    @lazy
    def offices(self) -> frozenset[Span]:
        """The spans of the words of offices."""
        return frozenset(w.span for _, i, j in self.held for w in self.words[i:j])

    @lazy
    def inside(self) -> tuple[Name, ...]:
        """The names that overlap the phrase; *a Western man* and *die 47-Jährige* have none."""
        ages = [q.span for q in self.facts.quantities if q.kind == "age"]
        named = (n for n in self.facts.names if self.within.overlaps(n.span))
        return tuple(
            n
            for n in named
            if not any(age.contains(n.span) for age in ages)
            and n.text.casefold() not in self.lexicon.ignore
        )

    def speaker(self) -> Speaker:
        """Return who speaks as far as the phrase itself says."""
        whole = self.whole
        person = whole and less_work(whole, self.words, self.held)
        names = tuple(self._names(person))
        own = list(self.inside)
        if person:  # with what its capitals run on to: Bona Film Group
            run = Span(person.span.start, person.span.end + 2)
            own = [person if n is whole else n for n in own if run.overlaps(n.span)]
        return Speaker(
            names,
            spelt(person),
            self._roles(),
            self._concepts(),
            person=self._is_person(names, own),
            lang=self.lang,
        )

    def _roles(self) -> frozenset[str]:
        """What whoever speaks is, by all words of an office: *the head of the region* governs."""
        said = frozenset(value for value, _, _ in self.held)
        titles = (t for t in self.facts.titles if self.within.contains(t.span))
        offices = {t.function for t in titles} & _HEADED if _HEAD in said else set[str]()
        return (said - {_HEAD}) | offices if offices else said

    def _concepts(self) -> frozenset[str]:
        """What the phrase names of the concept table, and agencies."""
        agencies = (value for value, _, _ in self.lexicon.agencies.all(self.words))
        concepts = {t.concept for t in self.facts.terms if self.within.contains(t.span)}
        named = (n for n in self.facts.names if n.concept and self.within.contains(n.span))
        return frozenset(
            {*concepts, *(n.concept for n in named), *(f"agency.{a}" for a in agencies)}
        )

    @lazy
    def whole(self) -> Name | None:
        """The name that is the speaker's: what opens the phrase, else the last.

        Whom an office belongs to is nobody who speaks: *the head of Novak's staff*.
        """
        words, facts = self.words, self.facts
        people = [
            n for n in self.inside if may_be_person(n) and not may_be_word(n, words, self.offices)
        ]
        bodies = {t.span.end for t in facts.terms if t.concept in _BODIES}
        people = [n for n in people if n.span.start - 1 not in bodies]
        last = words[-1].span
        people = [n for n in people if not (self._owns(n) or possesses(n, facts, last))]
        surest = [n for n in people if n.kind == "person"] or people
        if not surest:
            return None
        before = [w.fold for w in words if w.span.end <= surest[0].span.start]
        opens = all(f in self.lexicon.male or f in self.lexicon.female for f in before)
        apposed = any(w.text == "," and w.span.start == surest[0].span.end for w in words)
        return surest[0] if opens and apposed else surest[-1]

    def _owns(self, name: Name) -> bool:
        """Whether a word like *of* ties the name to an office or a person before it.

        *Jonas Behrendt von der Sozialen Liste* is Behrendt.
        """
        words = self.words
        at = next((i for i, w in enumerate(words) if w.span.start >= name.span.start), 0)
        link = at - 1
        if link > 0 and words[link].fold not in self.lexicon.of:
            link -= words[link].fold in self.lexicon.definite
        while link > 1 and {words[link].fold, words[link - 1].fold} <= self.lexicon.of:
            link -= 1  # an article that says *of* too: *von der*
        held = self.lexicon.roles.all(words[: max(0, link)])
        office = any(value != _PAPER for value, _, _ in held)
        behind = words[link - 1].span.end if link > 0 else -1
        person = any(n.span.end == behind and n.kind == "person" for n in self.inside)
        return (office or person) and words[link].fold in self.lexicon.of

    def _names(self, person: Name | None) -> Iterator[str]:
        if person is not None:
            inside = [skeleton(w.text, self.lang) for w in self.words if w.text[:1].isupper()]
            whole = self.within.contains(person.span) or not inside
            for part in parts_of_name(person, self.lang):
                if whole or part in inside:  # Angaben der Mittelland-Bahn: the account is no name
                    yield part
        elif self.lexicon.capitals:
            taken = [n.span for n in self.inside] + [q.span for q in self.facts.quantities]
            for word in capital_run(self.words, self.lexicon):
                if not any(word.span.overlaps(t) for t in taken):
                    yield skeleton(word.text, self.lang)

    def _is_person(self, names: Sequence[str], own: Sequence[Name]) -> bool:
        """Whether the name is a person's: found as one, met as one before, or titled."""
        if any(n.span.overlaps(office) for n in own for office in self.offices):
            return False  # Radio Tower, the Daily Star Group
        if any(n.kind == "person" for n in own):
            return bool(names)
        aged = any(q.kind == "age" and self.within.contains(q.span) for q in self.facts.quantities)
        aged = aged or any(is_aged(n, self.facts.words) for n in own)
        if names and (aged or any(t.holder in names for t in self.facts.titles)):
            return True  # the 21-year-old Novak, the striker Novak
        return bool(names) and (
            bool(self.met & set(names)) or bool(gender_of(self.words, self.lexicon))
        )


def less_owner(words: Sequence[Word], lexicon: Reporting) -> Sequence[Word]:
    """Return the words of a source behind whose they are: *media* for *Kremlin-backed media*."""
    owners = [at for at, word in enumerate(words[:-1]) if owner_of(word, lexicon)]
    return words[owners[-1] + 1 :] if owners else words


def owner_of(word: Word, lexicon: Reporting) -> str:
    """Return whose a source is by a word with a hyphen: *Kremlin-backed*, *pro-Kremlin*."""
    first, hyphen, last = word.fold.partition("-")
    if hyphen and word.fold.rpartition("-")[2] in lexicon.dependent:
        return word.fold.rpartition("-")[0]
    return last if hyphen and first in lexicon.siding else ""


def less_clause(words: Sequence[Word], lexicon: Reporting) -> Sequence[Word]:
    """Return the words of a source before a relative clause, which tells of others as well.

    *The agency, which had sent observers, said* is no word of the observers'.
    """
    for at in range(1, len(words) - 1):
        if words[at].text == "," and words[at + 1].fold in lexicon.relative - lexicon.opens:
            return words[:at]
    return words
