"""Offices that article and references give to one person, and how they differ.

An office of the article is compared with those that the references give to the same holder
anywhere; one without a known holder with the offices of the linked text. Whatever one of them
gives in the same rank is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from transdiff.comparison import Article, Comparison
from transdiff.facts import Title
from transdiff.language.departments import SECTION_HEAD, may_be_of_a_part
from transdiff.language.dictionary import UNCASED
from transdiff.language.offices import PRECEDENCE
from transdiff.language.title_holders import plain_holder
from transdiff.model import Severity
from transdiff.rule import Mark
from transdiff.rules.modifiers import past_about
from transdiff.rules.names.over_parts import CHIEFS, is_over_part
from transdiff.rules.names.realms import other_office, realm_of
from transdiff.rules.names.same_office import (
    OFFICES,
    TIMES,
    comparable,
    difference,
    gap_between,
    same_function,
    same_office,
    severity_of,
)

_DEFINITE = OFFICES - {"section-head", "commander", "chief-of-staff", "speaker", "representative"}
_DEFINITE |= {"commissioner"}
"""Offices that no text gives to whoever is at the head of anything."""
_IN_PARLIAMENT = frozenset({"lawmaker", "senator"})
_OUTSIDE = frozenset(
    {
        "governor", "mayor", "judge", "lawyer", "ambassador", "prosecutor", "chief-prosecutor",
        "coach", "general", "admiral", "chief-executive", "chief-economist", "rector", "consul",
    }
)  # fmt: skip
"""Offices whose holder no text calls a lawmaker unless a reference does."""
_TWO_BOSSES = frozenset({"chair", "chief-executive"})
"""Who leads a firm and who watches over that: one person only where a text says so."""
_POST = 24
"""Code points behind an ambassador within which stands where: *посол Норландии в Австрии*."""


class Clash(NamedTuple):
    """An office of the article, what a reference has instead, and how they differ."""

    mine: Title
    theirs: Title
    key: str
    kind: str
    severity: Severity


def clashes(pair: Comparison) -> tuple[Clash, ...]:
    """Return the offices of the sentence that no reference gives in this rank."""
    return tuple(_clashes(pair))


def marks(pair: Comparison, kind: str) -> Iterator[Mark]:
    """Yield a mark for each clash of *kind*."""
    for clash in pair.once(clashes):
        if clash.kind != kind:
            continue
        theirs, value = clash.theirs.span, _value(clash.theirs)
        evidence = pair.whole.reference_evidence(clash.key, theirs, value=value)
        yield Mark.against(pair.evidence(clash.mine.span), evidence, clash.severity)


def _value(title: Title) -> str:
    return " ".join([*sorted(title.modifiers), *title.domain, title.function])


def _clashes(pair: Comparison) -> Iterator[Clash]:
    for mine in pair.segment.facts.titles:
        if not mine.function:
            continue
        named = _untold(pair, mine, _of_holder(pair, mine))
        options = named or _untold(pair, mine, _linked(pair, mine))
        if not options:
            yield from _aide(pair, mine)
            yield from _of_realm(pair, mine)
            continue
        own = [option for option in options if option[1].function == mine.function]
        options = own or options  # a general may be deputy commander
        higher = [
            o for o in options if _heads(mine, o[1], named) or is_over_part(pair, mine, o[1], o[0])
        ]
        if any(same_office(mine, theirs) for key, theirs in options if (key, theirs) not in higher):
            if (named and _is_unheard(pair, mine, named)) or _is_posted(pair, mine, options):
                yield Clash(mine, options[0][1], options[0][0], "wrong", Severity.MAJOR)
            continue
        cabinet = all(theirs.function == "minister" for _, theirs in named)  # she chairs talks
        if named and _is_given(pair, mine, alone=bool(own) or cabinet):
            continue
        for key, theirs in options:
            kind = difference(mine, theirs, bool(named))
            if kind and not (kind == "stale" and _told_of_past(pair, mine, theirs, key)):
                yield Clash(mine, theirs, key, kind, severity_of(mine, theirs, kind))
                break


def _is_unheard(pair: Comparison, mine: Title, named: Sequence[tuple[str, Title]]) -> bool:
    """Whether no reference has the office for anybody, and its holder another one: *treasurer*.

    What somebody heads may be told by another office; nobody is a judge by being a director.
    """
    if mine.function in pair.whole.once(_functions):
        return False
    held = {theirs.function for _, theirs in named}
    seated = mine.function in _IN_PARLIAMENT and held <= _OUTSIDE
    boss = len(held) == 1 and frozenset({mine.function, *held}) == _TWO_BOSSES
    if boss and not _in_one_language(pair, named):
        return False
    if not (seated or boss) and mine.function not in _DEFINITE:
        return False
    words = [w for w in pair.segment.facts.words if mine.span.contains(w.span)]
    if any(w.stem in pair.whole.stems_of_references for w in words[-1:]):
        return False
    return boss or not any(
        same_function(mine, theirs)
        or may_be_of_a_part(mine.function, theirs.function)
        or mine.function in theirs.domain
        or theirs.function in mine.domain
        for _, theirs in named
    )


def _is_posted(pair: Comparison, mine: Title, options: Sequence[tuple[str, Title]]) -> bool:
    """Whether who speaks for his country at a body is made its ambassador to another country.

    No reference names that country; an ambassador to the body would be the same.
    """
    if mine.function != "ambassador" or {t.function for _, t in options} != {"representative"}:
        return False
    countries = (
        t
        for t in pair.segment.facts.terms
        if t.concept.startswith("country.") and 0 <= t.span.start - mine.span.end <= _POST
    )
    known = pair.whole.said_by_references.concepts
    return any(t.concept not in known for t in countries)


def _in_one_language(pair: Comparison, named: Sequence[tuple[str, Title]]) -> bool:
    """Whether both texts have their words for bosses from one language."""
    return all(pair.whole.references[key].lang == pair.lang for key, _ in named)


def _functions(article: Article) -> frozenset[str]:
    """The functions of all offices that the references have."""
    return frozenset(
        title.function
        for story in article.references.values()
        for segment in story.segments
        for title in segment.facts.titles
    )


def _heads(mine: Title, theirs: Title, named: Sequence[tuple[str, Title]]) -> bool:
    """Whether a deputy of any kind is made the head: *deputy commissioner*, *customs chief*."""
    deputy = "deputy" in theirs.modifiers and not mine.modifiers
    heads = mine.function in CHIEFS | {SECTION_HEAD}
    return bool(named) and deputy and heads and theirs.function in PRECEDENCE


def _told_of_past(pair: Comparison, mine: Title, theirs: Title, key: str) -> bool:
    """Whether one side says *former* by other words: *who used to be mayor*, *retired*."""
    linked = next((w for w in pair.witnesses if w.key == key), None)
    lost, added = ((a.modifiers - b.modifiers) & TIMES for a, b in ((theirs, mine), (mine, theirs)))
    if lost == {"former"}:
        return past_about([pair.segment], mine.span, pair.lang)
    if added != {"former"} or linked is None:
        return False
    return past_about(linked.segments, theirs.span, linked.lang)


def _is_given(pair: Comparison, mine: Title, *, alone: bool) -> bool:
    """Whether the linked text gives the office in this rank; *alone*: by the same function."""
    linked = (t for _, t in _linked(pair, mine) if not alone or t.function == mine.function)
    return any(same_office(mine, theirs) for theirs in linked)


def _untold(
    pair: Comparison, mine: Title, options: Sequence[tuple[str, Title]]
) -> list[tuple[str, Title]]:
    """Leave out what the sentence itself says by another office, of the same holder if known."""
    others = [t for t in pair.segment.facts.titles if t.function != mine.function]
    beside = [t for t in others if mine.holder in ("", t.holder)]
    return [
        (key, theirs)
        for key, theirs in options
        if not any(t.function == theirs.function and same_office(t, theirs) for t in beside)
    ]


def _of_realm(pair: Comparison, mine: Title) -> Iterator[Clash]:
    """Yield the office of a country that stands for another one: *president*, *prime minister*."""
    for key, theirs in other_office(pair, mine):
        gap = gap_between(mine, theirs)
        kind = "promoted" if gap > 0 else "demoted" if gap < 0 else "wrong"
        yield Clash(mine, theirs, key, kind, severity_of(mine, theirs, kind))
        return


def _aide(pair: Comparison, mine: Title) -> Iterator[Clash]:
    """Yield the office of a principal that stands for that of an aide: *envoy of the president*.

    Only where it is the one office of either text.
    """
    offices = [t for s in pair.together for t in s.facts.titles if t.function]
    if len(offices) != 1:
        return
    for witness in pair.witnesses:
        theirs = [t for s in witness.segments for t in s.facts.titles if t.function]
        if len(theirs) != 1 or mine.function not in theirs[0].domain:
            continue
        if not _others(mine.holder, theirs[0].holder):
            kind = "promoted" if gap_between(mine, theirs[0]) > 0 else "wrong"
            yield Clash(mine, theirs[0], witness.key, kind, severity_of(mine, theirs[0], kind))
            return


def _of_holder(pair: Comparison, mine: Title) -> list[tuple[str, Title]]:
    if len(mine.holder) < 2:
        return []
    known = pair.whole.said_by_references.offices
    plain = plain_holder(pair.segment.facts.names, mine.holder)
    found = known.get(mine.holder) or known.get(plain, ())
    return [(key, title) for key, title in found if key is not None]


def _linked(pair: Comparison, mine: Title) -> list[tuple[str, Title]]:
    """The offices of the linked text that may be the one that *mine* means."""
    found = []
    realm = "" if mine.holder else realm_of(mine, pair.segment)
    for witness in pair.witnesses:
        for segment in witness.segments:
            for theirs in segment.facts.titles:
                if realm and realm_of(theirs, segment) not in ("", realm):
                    continue
                if _others(mine.holder, theirs.holder) and not {witness.lang, pair.lang} & UNCASED:
                    continue
                if comparable(mine, theirs):
                    found.append((witness.key, theirs))
    return found


def _others(mine: str, theirs: str) -> bool:
    """Whether two surnames are two people's; a letter more or less is a slip."""
    return bool(mine and theirs) and OSA.distance(mine, theirs, score_cutoff=1) > 1
