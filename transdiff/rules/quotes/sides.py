"""Speakers who are told by what they are, and are on different sides of things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Attribution, Span, Speaker
from transdiff.language.callings import of_other_callings, roles_of
from transdiff.language.content import is_content
from transdiff.language.identity import own_side, same_speaker
from transdiff.language.pairing import Pairing
from transdiff.rules.statements import SILENT, attributions

_UNLIKE = {
    "agency": frozenset({"company", "court", "union", "party"}),
    "company": frozenset({"agency", "court", "union", "party", "police", "prosecutor"}),
    "court": frozenset({"agency", "company", "union", "party", "police"}),
    "union": frozenset({"agency", "company", "court", "police", "prosecutor"}),
    "party": frozenset({"agency", "company", "court", "police", "prosecutor"}),
}
"""Bodies, and those for which none of them speaks."""


def is_of_another_side(
    pair: Comparison,
    witness: Witness,
    speakers: tuple[Speaker | None, Speaker | None],
    spans: tuple[Span | None, Span | None],
) -> bool:
    """Whether two nameless *speakers*, mine and theirs, have callings that nobody has at once.

    *spans* are the words that name them, none of which may pair or mean the same.
    """
    mine, theirs = spans
    alike = witness.is_likely_abroad(pair.lang) or pair.pairings[witness.key].alike
    if mine is None or theirs is None or not alike:
        return False
    if any(s is not None and (s.names or not s.named) for s in speakers):
        return False
    pairing = pair.pairings[witness.key]
    here, there = pairing.mine.inside(mine), pairing.theirs.inside(theirs)
    if any(pairing.forward[i] in there for i in here):
        return False
    if not pairing.mine.meant(here).isdisjoint(pairing.theirs.meant(there)):
        return False
    ours = speakers[0].roles if speakers[0] else frozenset[str]()
    others = speakers[1].roles if speakers[1] else frozenset[str]()
    return of_other_callings(
        ours or roles_of(pairing.mine, here), others or roles_of(pairing.theirs, there)
    )


def is_unheard_body(pair: Comparison, mine: Attribution, theirs: Attribution) -> bool:
    """Whether a body speaks of which no reference tells, and there one that is none of its kind.

    Both are nameless: *the company*, *the commission*. A reference that has the word anywhere may
    mean by it whom the article means.
    """
    here, there = mine.speaker, theirs.speaker
    if here is None or there is None or mine.source_span is None or here.names or there.names:
        return False
    ours, others = own_side(here.roles), own_side(there.roles)
    unlike = _UNLIKE.get(next(iter(ours), ""), frozenset()) if len(ours) == 1 else ()
    if len(others) != 1 or not others.intersection(unlike):
        return False
    if here.roles & pair.whole.once(_roles_heard):
        return False
    words = (w for w in pair.segment.facts.words if mine.source_span.contains(w.span))
    known = pair.whole.stems_of_references
    return not any(is_content(w, pair.lang) and w.stem in known for w in words)


def _roles_heard(article: Article) -> frozenset[str]:
    """What those are whose words the references report."""
    stories = article.references.values()
    told = (a.speaker for s in stories for a in attributions(s.segments))
    return frozenset(role for speaker in told if speaker for role in speaker.roles)


def is_held_by_another(article: Article, office: Speaker, person: Speaker) -> bool:
    """Whether a reference that names *person* gives the *office* to somebody with another name.

    The ambassador who is quoted there is not the deputy whose words these are.
    """
    if office.names or not (office.roles and office.concepts) or not person.names or person.roles:
        return False
    return any(
        other.names
        and office.roles <= other.roles
        and office.concepts <= other.concepts
        and set(other.names).isdisjoint(person.names)
        for story in article.references.values()
        for one in attributions(story.segments)
        if (other := one.speaker) is not None
    )


def exchanged_speakers(pair: Comparison) -> Iterator[tuple[Span, Span, str]]:
    """Yield who speaks here and, in a linked text of another language, is the one who would not.

    Or who would not comment here and speaks there: the two changed their parts. A linked text in
    the language of the article tells it surer, and is judged elsewhere.
    """
    here = _parts(pair.segment.facts.attributions)
    if here is None or any(w.lang == pair.lang for w in pair.witnesses):
        return
    for witness in pair.witnesses:
        there = _parts([*attributions(witness.segments)])
        if there is None or not witness.is_likely_abroad(pair.lang):
            continue
        pairing, (speaks, silent), (told, mute) = pair.pairings[witness.key], here, there
        crossed = _are_one(pairing, silent, told) or _are_one(pairing, speaks, mute)
        straight = _are_one(pairing, silent, mute) or _are_one(pairing, speaks, told)
        if crossed and not straight:
            yield speaks.span, told.span, witness.key


class _Source(NamedTuple):
    """Who speaks or will not, and the words that say so."""

    speaker: Speaker | None
    span: Span


def _parts(found: Sequence[Attribution]) -> tuple[_Source, _Source] | None:
    """Return who speaks and who will not, where a sentence has one of each."""
    silent, speaks = list[_Source](), list[_Source]()
    for one in found:
        if one.source_span:
            kind = silent if one.stance in SILENT else speaks
            kind.append(_Source(one.speaker, one.source_span))
    return (speaks[0], silent[0]) if len(silent) == len(speaks) == 1 else None


def _are_one(pairing: Pairing, mine: _Source, theirs: _Source) -> bool:
    """Whether two sources are one by who they are, or by a word that names them."""
    there = pairing.theirs.inside(theirs.span)
    return bool(same_speaker(mine.speaker, theirs.speaker)) or any(
        pairing.forward[i] in there for i in pairing.mine.inside(mine.span)
    )
