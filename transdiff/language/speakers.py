"""Settle who speaks: pronouns, bare offices and unattributed quotations, over the whole text.

A source phrase names a person, an office or an organisation, or is a pronoun. What a text has said
about a person before (*Ivanova, the mayor*) holds later (*the mayor said*, *she said*). A pronoun
means the nearest preceding person that fits; where two fit, the answer is kept but not ``sure``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from transdiff.facts import Attribution, Facts, Name, Speaker, Word, WordKind
from transdiff.language.content import words_within
from transdiff.language.quote_speakers import bind_quotations
from transdiff.language.reporting import Reporting, parted, reporting
from transdiff.language.source_names import gender_of, may_be_person, parts_of_name, spelt
from transdiff.language.stated_sources import StatedSource, less_clause, less_owner
from transdiff.model import Segment

_APPOSED = 3
"""Words from a name to an office that is set off by a comma behind it, with the comma."""
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
                self.people.update(parts_of_name(name, self.lang))
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
        whole = words_within(facts.words, one.source_span)
        words = parted(less_owner(whole, self.lexicon), self.lang)
        if not words:  # the source is part of a word with a hyphen
            return None
        plain = [w for w in words if w.kind is WordKind.WORD]
        pronoun = self._pronoun([w.fold for w in plain])
        if pronoun:
            return self._antecedent(pronoun, earlier)
        phrase = less_clause(words, self.lexicon)
        stated = StatedSource(phrase, facts, self.lexicon, self.lang, self.people).speaker()
        if stated.names:
            return self._remember(stated, words)
        if not stated.known:
            return None
        if holder := self._held_by(one, facts):
            return replace(holder, roles=holder.roles | stated.roles, concepts=stated.concepts)
        if done and (named := done[-1].speaker) and _is_apposed(done[-1], one, facts):
            return replace(named, roles=named.roles | stated.roles)
        first = whole[0].fold
        if first in self.lexicon.indefinite:
            return replace(stated, unnamed=True)
        if self.lexicon.definite and first not in self.lexicon.definite:
            return stated
        return self._holder(stated)

    def _held_by(self, one: Attribution, facts: Facts) -> Speaker | None:
        """Return whose office is all that the source has: *Ana Ruiz, the mayor, who came, said*.

        The name opens its clause: in *according to Ana Ruiz, the mayor said* it is somebody else's.
        """
        if one.source_span is None:
            return None
        within = one.source_span
        held = {t.holder for t in facts.titles if t.holder and within.contains(t.span)}
        before = (n for n in facts.names if n.kind == "person" and n.span.end < within.start)
        name = next((n for n in before if held & set(parts_of_name(n, self.lang))), None)
        if name is None or not _opens_clause(name, facts):
            return None
        parts = parts_of_name(name, self.lang)
        known = frozenset(r for part in parts for r in self.roles.get(part, ()))
        return Speaker(parts, spelt(name), known, person=True, lang=self.lang)

    def _pronoun(self, folds: Sequence[str]) -> str:
        """Return which pronoun the phrase is, with what may accompany one; empty for none."""
        rest = [f for f in folds if f not in self.lexicon.with_pronoun]
        return self.lexicon.pronouns.get(rest[0], "") if len(rest) == 1 else ""

    def _remember(self, stated: Speaker, words: Sequence[Word]) -> Speaker:
        """Add what was said of this person before, and keep what is said now."""
        known = frozenset(r for name in stated.names for r in self.roles.get(name, ()))
        whole = replace(stated, roles=stated.roles | known)
        gender = gender_of(words, self.lexicon)
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

    def _antecedent(self, pronoun: str, earlier: Sequence[_Person]) -> Speaker | None:
        """Return whom the pronoun means; not sure where it could be somebody else."""
        if pronoun not in ("he", "she"):
            return self.last and replace(self.last, named=False, sure=False)
        near = [earlier, *reversed(self.recent[-1 - _REACH : -1])]
        fitting = [p for group in near for p in group if p.gender in ("", pronoun)]
        fitting = fitting or self._last_mentioned(pronoun)
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

    def _last_mentioned(self, pronoun: str) -> list[_Person]:
        """Return the people whom the text has named last, if nobody was named since."""
        named = next((group for group in reversed(self.recent[: -1 - _REACH]) if group), [])
        return [p for p in named if p.gender in ("", pronoun)]

    def _may_be(self, speaker: Speaker, pronoun: str) -> bool:
        return all(self.genders.get(n, pronoun) == pronoun for n in speaker.names)

    def _mentions(self, facts: Facts, found: Sequence[Attribution]) -> list[tuple[int, _Person]]:
        """People that the segment names outside quotation marks, by position."""
        quoted = [q.span for q in facts.quotations if not q.scare]
        told = [one.scope for one in found if one.scope is not None]
        mentions = []
        for name in facts.names:
            if not may_be_person(name) or any(q.contains(name.span) for q in quoted):
                continue
            parts = parts_of_name(name, self.lang)
            if name.kind != "person" and len(parts) < 2 and not self.roles.keys() & set(parts):
                continue
            roles = frozenset(r for p in parts for r in self.roles.get(p, ()))
            gender = next((self.genders[p] for p in parts if p in self.genders), "")
            mentions.append(
                (
                    name.span.start,
                    _Person(
                        Speaker(parts, spelt(name), roles, person=True, lang=self.lang),
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


def _opens_clause(name: Name, facts: Facts) -> bool:
    """Whether nothing but a mark stands before a name in its sentence."""
    before = [w for w in facts.words if w.span.end <= name.span.start][-1:]
    return all(w.kind is WordKind.PUNCT for w in before)


def _is_apposed(before: Attribution, one: Attribution, facts: Facts) -> bool:
    """Whether an office only says more of who stands before it: *Ana Ruiz, its head, who*."""
    if before.source_span is None or one.source_span is None:
        return False
    ends, starts = before.source_span.end, one.source_span.start
    between = [w for w in facts.words if ends <= w.span.start and w.span.end <= starts]
    named = before.speaker is not None and before.speaker.person
    comma = bool(between) and between[0].text == "," and len(between) <= _APPOSED
    return named and comma and all(w.kind is WordKind.WORD for w in between[1:])
