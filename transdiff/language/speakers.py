"""Settle who speaks: pronouns, bare offices and unattributed quotations, over the whole text.

A source phrase names a person, an office or an organisation, or is a pronoun. What a text has said
about a person before (*Ivanova, the mayor*) holds later (*the mayor said*, *she said*). A pronoun
means the nearest preceding person that fits; where two fit, the answer is kept but not ``sure``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace

from transdiff.facts import Attribution, Facts, Name, Span, Speaker, Word, WordKind
from transdiff.language.content import words_within
from transdiff.language.quote_speakers import bind_quotations
from transdiff.language.reporting import Reporting, parted, reporting
from transdiff.language.romanise import romanise, skeleton
from transdiff.language.title_holders import less_work
from transdiff.language.words import fold_word
from transdiff.model import Segment

_BODIES = frozenset(
    {
        "society.newspaper", "society.news-agency", "society.television", "common.company",
        "common.university", "economy.bank", "common.hospital", "society.museum", "news.ship",
    }
)  # fmt: skip
"""What a name right behind it names: *the newspaper Le Monde*, no person."""
_AGE = 4
"""Digits that an age has fewer of."""
_REACH = 2
"""Segments back in which a pronoun looks for its person."""


def bind_speakers(segments: Sequence[Segment], lang: str) -> tuple[Segment, ...]:
    """Return *segments* with the speakers of their attributions and quotations.

    Attributions inside quotation marks are dropped: they are part of what is quoted.
    """
    story = _Story(lang, reporting(lang))
    for segment in segments:
        story.learn(segment.facts)
    resolved = []
    for segment in segments:
        quoted = [q.span for q in segment.facts.quotations if not q.scare]
        outside = [
            a for a in segment.facts.attributions if not any(q.contains(a.span) for q in quoted)
        ]
        resolved.append(story.read(segment, outside))
    bound = bind_quotations(segments, resolved)
    return tuple(
        replace(
            segment,
            facts=replace(
                segment.facts,
                attributions=tuple(resolved[n]),
                quotations=tuple(bound[q.span] for q in segment.facts.quotations),
            ),
        )
        if segment.facts.attributions or segment.facts.quotations
        else segment
        for n, segment in enumerate(segments)
    )


@dataclass(frozen=True, slots=True)
class _Person:
    """Someone who was mentioned; ``gender`` is ``he``, ``she`` or empty.

    ``told``: in words that somebody else is said to have spoken.
    """

    speaker: Speaker
    gender: str
    told: bool = False


@dataclass
class _Story:
    """What has been said about people so far; lives for one text."""

    lang: str
    lexicon: Reporting
    roles: dict[str, frozenset[str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    named: list[Speaker] = field(default_factory=list)
    recent: list[list[_Person]] = field(default_factory=list)
    last: Speaker | None = None

    def learn(self, facts: Facts) -> None:
        """Keep whom the text names and with which offices, wherever it does: *Judge Ana Costa*."""
        for name in facts.names:
            if name.kind == "person":
                self.people.update(_parts(name, self.lang))
        for title in facts.titles:
            held = title.holder and self.lexicon.roles.all(words_within(facts.words, title.span))
            if held:
                roles = frozenset(value for value, _, _ in held)
                self.roles[title.holder] = self.roles.get(title.holder, frozenset()) | roles

    def read(self, segment: Segment, found: Sequence[Attribution]) -> list[Attribution]:
        """Resolve the attributions of the next segment."""
        mentions = self._mentions(segment.facts, found)
        self.recent.append([person for _, person in mentions])
        done: list[Attribution] = []
        for one in found:
            earlier = [p for at, p in mentions if at < one.span.start]
            speaker = self._speaker(one, segment.facts, earlier, done)
            self.last = speaker or self.last
            done.append(replace(one, speaker=speaker))
        return done

    def _speaker(
        self,
        one: Attribution,
        facts: Facts,
        earlier: Sequence[_Person],
        done: Sequence[Attribution],
    ) -> Speaker | None:
        if one.source_span is None:
            before = done[-1].speaker if done else self.last
            return before and replace(before, named=False, sure=before.sure and bool(done))
        words = parted(words_within(facts.words, one.source_span), self.lang)
        if not words:  # the source is part of a word with a hyphen
            return None
        plain = [w for w in words if w.kind is WordKind.WORD]
        pronoun = self._pronoun([w.fold for w in plain])
        if pronoun:
            return self._antecedent(pronoun, earlier)
        stated = self._stated(_less_clause(words, self.lexicon), facts)
        if stated.names:
            return self._remember(stated, words)
        if not stated.known:
            return None
        first = plain[0].fold
        if first in self.lexicon.indefinite:
            return replace(stated, unnamed=True)
        if self.lexicon.definite and first not in self.lexicon.definite:
            return stated
        return self._holder(stated)

    def _pronoun(self, folds: Sequence[str]) -> str:
        """Return which pronoun the phrase is, with what may accompany one; empty for none."""
        rest = [f for f in folds if f not in self.lexicon.with_pronoun]
        return self.lexicon.pronouns.get(rest[0], "") if len(rest) == 1 else ""

    def _stated(self, words: Sequence[Word], facts: Facts) -> Speaker:
        """What a source phrase itself says."""
        within = Span(words[0].span.start, words[-1].span.end)
        held = tuple(self.lexicon.roles.all(words))
        roles = frozenset(value for value, _, _ in held)
        offices = {w.span for _, i, j in held for w in words[i:j]}
        agencies = (value for value, _, _ in self.lexicon.agencies.all(words))
        concepts = {t.concept for t in facts.terms if within.contains(t.span)}
        concepts |= {n.concept for n in facts.names if n.concept and within.contains(n.span)}
        whole = self._people(words, facts, within, offices)
        people = whole and less_work(whole, words, held)
        names = tuple(self._names(words, facts, within, people))
        own = [n for n in facts.names if within.overlaps(n.span)]
        if people:  # with what its capitals run on to: Bona Film Group
            run = Span(people.span.start, people.span.end + 2)
            own = [people if n is whole else n for n in own if run.overlaps(n.span)]
        return Speaker(
            names,
            _spelt(people),
            roles,
            frozenset({*concepts, *(f"agency.{a}" for a in agencies)}),
            person=self._is_person(names, words, facts, own, offices),
            lang=self.lang,
        )

    def _people(
        self, words: Sequence[Word], facts: Facts, within: Span, offices: Set[Span]
    ) -> Name | None:
        """Return the name in a source phrase that is the speaker's: what opens it, else the last.

        Whom an office belongs to is nobody who speaks: *the head of Novak's staff*.
        """
        known = [n for n in facts.names if within.overlaps(n.span)]
        people = [n for n in known if _may_be_person(n) and not _mere_word(n, words, offices)]
        bodies = {t.span.end for t in facts.terms if t.concept in _BODIES}
        people = [n for n in people if n.span.start - 1 not in bodies]
        last = words[-1].span
        people = [n for n in people if not (self._owns(n, words) or _possesses(n, facts, last))]
        surest = [n for n in people if n.kind == "person"] or people
        if not surest:
            return None
        opens = surest[0].span.start == words[0].span.start
        apposed = any(w.text == "," and w.span.start == surest[0].span.end for w in words)
        return surest[0] if opens and apposed else surest[-1]

    def _owns(self, name: Name, words: Sequence[Word]) -> bool:
        """Whether a word like *of* ties the name to an office before it."""
        at = next((i for i, w in enumerate(words) if w.span.start >= name.span.start), 0)
        link = at - 1
        if link > 0 and words[link].fold not in self.lexicon.of:
            link -= words[link].fold in self.lexicon.definite
        office = any(self.lexicon.roles.all(words[: max(0, link)]))
        return office and words[link].fold in self.lexicon.of

    def _names(
        self, words: Sequence[Word], facts: Facts, within: Span, person: Name | None
    ) -> Iterator[str]:
        if person is not None:
            yield from _parts(person, self.lang)
        elif self.lexicon.capitals:
            known = [n for n in facts.names if within.overlaps(n.span)]
            taken = [n.span for n in known]
            for word in _capital_run(words, self.lexicon):
                if not any(word.span.overlaps(t) for t in taken):
                    yield skeleton(word.text, self.lang)

    def _is_person(
        self,
        names: Sequence[str],
        words: Sequence[Word],
        facts: Facts,
        inside: Sequence[Name],
        offices: Set[Span],
    ) -> bool:
        """Whether the name is a person's: found as one, met as one before, or titled."""
        within = Span(words[0].span.start, words[-1].span.end)
        if any(n.span.overlaps(office) for n in inside for office in offices):
            return False  # Radio Tower, the Daily Star Group
        if any(n.kind == "person" for n in inside):
            return bool(names)
        aged = any(q.kind == "age" and within.contains(q.span) for q in facts.quantities)
        aged = aged or any(_is_aged(n, facts.words) for n in inside)
        if names and (aged or any(t.holder in names for t in facts.titles)):
            return True  # the 21-year-old Novak, the striker Novak
        return bool(names) and (bool(self.people & set(names)) or bool(self._gender(words)))

    def _remember(self, stated: Speaker, words: Sequence[Word]) -> Speaker:
        """Add what was said of this person before, and keep what is said now."""
        known = frozenset(r for name in stated.names for r in self.roles.get(name, ()))
        whole = replace(stated, roles=stated.roles | known)
        gender = self._gender(words)
        for name in stated.names:
            self.roles[name] = whole.roles
            if gender:
                self.genders[name] = gender
        self.named.append(whole)
        return whole

    def _holder(self, stated: Speaker) -> Speaker:
        """Give a bare office the person who was last introduced with it."""
        if not stated.roles:
            return stated
        for other in reversed(self.named):
            if stated.roles <= other.roles:
                return replace(other, roles=other.roles | stated.roles)
        return stated

    def _gender(self, words: Sequence[Word]) -> str:
        folds = {w.fold for w in words}
        if folds & self.lexicon.female:
            return "she"
        return "he" if folds & self.lexicon.male else ""

    def _antecedent(self, pronoun: str, earlier: Sequence[_Person]) -> Speaker | None:
        """Return whom the pronoun means; not sure where it could be somebody else."""
        if pronoun not in ("he", "she"):
            return self.last and replace(self.last, named=False, sure=False)
        near = [earlier, *reversed(self.recent[-1 - _REACH : -1])]
        fitting = [p for group in near for p in group if p.gender in ("", pronoun)]
        if self.last is not None and self.last.names and self._may_be(self.last, pronoun):
            chosen = self.last
        elif fitting:
            chosen = fitting[0].speaker
        else:
            return self.last and replace(self.last, named=False, sure=False)
        for name in chosen.names:
            self.genders.setdefault(name, pronoun)
        sure = not any(_rivals(chosen, near, pronoun))
        return replace(chosen, person=bool(chosen.names), named=False, sure=sure)

    def _may_be(self, speaker: Speaker, pronoun: str) -> bool:
        return all(self.genders.get(n, pronoun) == pronoun for n in speaker.names)

    def _mentions(self, facts: Facts, found: Sequence[Attribution]) -> list[tuple[int, _Person]]:
        """People that the segment names outside quotation marks, by position."""
        quoted = [q.span for q in facts.quotations if not q.scare]
        told = [one.scope for one in found if one.scope is not None]
        mentions = []
        for name in facts.names:
            if not _may_be_person(name) or any(q.contains(name.span) for q in quoted):
                continue
            parts = _parts(name, self.lang)
            if name.kind != "person" and len(parts) < 2 and not self.roles.keys() & set(parts):
                continue
            roles = frozenset(r for p in parts for r in self.roles.get(p, ()))
            gender = next((self.genders[p] for p in parts if p in self.genders), "")
            mentions.append(
                (
                    name.span.start,
                    _Person(
                        Speaker(parts, _spelt(name), roles, person=True, lang=self.lang),
                        gender,
                        any(scope.contains(name.span) for scope in told),
                    ),
                )
            )
        return mentions


def _rivals(chosen: Speaker, near: Sequence[Sequence[_Person]], pronoun: str) -> Iterator[_Person]:
    """Yield whom a pronoun may mean as well as *chosen*, among the people *near* it, nearest first.

    Whoever is named further away than *chosen* is none, nor whom somebody only speaks of: *Novak
    said that Bek had left. He …*
    """
    for group in near:
        named = [bool(set(p.speaker.names) & set(chosen.names)) for p in group]
        for person, same in zip(group, named, strict=True):
            if not same and not person.told and person.gender in ("", pronoun):
                yield person
        if any(named):
            return


def _less_clause(words: Sequence[Word], lexicon: Reporting) -> Sequence[Word]:
    """Return the words of a source before a relative clause, which tells of others as well.

    *The agency, which had sent observers, said* is no word of the observers'.
    """
    for at in range(1, len(words) - 1):
        if words[at].text == "," and words[at + 1].fold in lexicon.relative - lexicon.opens:
            return words[:at]
    return words


def _mere_word(name: Name, words: Sequence[Word], offices: Set[Span]) -> bool:
    """Whether a name may be an office, or just the first word: *Human rights groups*."""
    if name.kind == "person":
        return False
    inside = [w.span for w in words if name.span.contains(w.span)]
    if inside and all(span in offices for span in inside):
        return True
    first = len(name.parts) == 1 and name.span.start == words[0].span.start
    return first and len(words) > 1 and words[1].text != "," and name.span.end < words[-1].span.end


def _spelt(name: Name | None) -> frozenset[str]:
    """The words of a name in Latin letters, as they are written."""
    words = fold_word(name.text).split() if name is not None else []
    return frozenset(w for w in words if len(w) > 1 and romanise(w) == w)


def _possesses(name: Name, facts: Facts, last: Span) -> bool:
    """Whether the name is a possessor of what follows: *Novak's lawyer*, *the Alps’ wardens*."""
    end = next(w for w in facts.words if w.span.overlaps(Span(name.span.end - 1, name.span.end)))
    return end.fold.endswith(("'s", "'")) and end.span.end < last.start


def _is_aged(name: Name, words: Sequence[Word]) -> bool:
    """Whether an age follows the name, set off by a comma: *Novak, 34, said*."""
    after = [w for w in words if w.span.start >= name.span.end][:3]
    marks = [w.text for w in after if w.kind is WordKind.PUNCT]
    return (
        len(after) > 1
        and after[0].text == ","
        and after[1].kind is WordKind.NUMBER
        and len(after[1].text) < _AGE
        and len(marks) == len(after) - 1
    )


def _may_be_person(name: Name) -> bool:
    return name.kind == "person" or (name.kind == "unknown" and not name.concept)


def _parts(name: Name, lang: str) -> tuple[str, ...]:
    """The skeletons of a name; a word with hardly any consonants is spelled out: *Mai*, *Li*."""
    texts = name.text.split()
    if len(texts) != len(name.parts):
        return tuple(p for p in name.parts if len(p) > 1)
    return tuple(
        part if len(part) > 1 else romanise(text, lang)
        for part, text in zip(name.parts, texts, strict=True)
    )


def _capital_run(words: Sequence[Word], lexicon: Reporting) -> list[Word]:
    """Return the name that ends a source phrase or stands before its comma, by its capitals."""
    offices = {i for _, first, last in lexicon.roles.all(words) for i in range(first, last)}
    run: list[Word] = []
    for i, word in enumerate(words):
        capital = word.kind is WordKind.WORD and word.text[0].isupper()
        if capital and i not in offices and word.fold not in lexicon.ignore:
            run.append(word)
        elif run and word.text == ",":
            return run
        elif word.text not in ".-'’":
            run = []
    return run
