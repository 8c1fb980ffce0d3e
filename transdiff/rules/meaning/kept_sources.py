"""Whether an article keeps the source that a reference gives: it names it otherwise, or nearby."""

from __future__ import annotations

from bisect import bisect_right

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution
from transdiff.language.content import content_stems
from transdiff.language.identity import same_speaker
from transdiff.language.pairing import Pairing
from transdiff.language.reporting import ACCORDING, is_reporting, reporting, retold
from transdiff.rules.meaning.vouchers import is_nameless
from transdiff.rules.statements import SILENT, attributions

_ANYBODY = frozenset({"official", "spokesperson", "source", "document", "agency", "media"})
"""Roles that may be another name for nearly any source."""


def is_inner(pair: Comparison, own: Attribution) -> bool:
    """Whether every witness has another source tell what the article's source says or claims."""
    told = [tuple(attributions(witness.segments)) for witness in pair.witnesses]
    return all(
        any(
            (own.verb == other.verb or same_speaker(own.speaker, other.speaker))
            and retold(other, every)
            for other in every
        )
        for every in told
    )


def is_kept(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether the sentence has the source or its verb in other words, or it is an agency's own."""
    return _own(witness, other) or _acts(pair, witness, other) or _retells(pair, witness, other)


def _told_of(pair: Comparison, other: Attribution) -> bool:
    """Whether the article tells of the source itself: *the lawyer wants to appeal*."""
    speaker, facts = other.speaker, pair.segment.facts
    if speaker is None:
        return False
    names = {part for name in facts.names for part in name.parts}
    return bool(names & {*speaker.names} or speaker.concepts & {t.concept for t in facts.terms})


def _own(witness: Witness, other: Attribution) -> bool:
    """Whether an agency names its own correspondent: that is its credit, not a source."""
    speaker = other.speaker
    if speaker is None or speaker.roles or other.source_kind == "anonymous":
        return False  # a memo seen by the agency
    concepts = speaker.concepts
    return any(c.startswith("agency.") and c[7:] in witness.key.casefold() for c in concepts)


def _acts(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether the source is in the sentence otherwise: *police detained* for *police said*.

    Or in other words: *a survey published on Monday*, *a study released on Monday found*.
    """
    if other.source_span is None or other.stance == "doubt":
        return False
    foreign = witness.lang != pair.lang
    if other.stance == "accusation" and not foreign:
        return _is_mentioned(pair, witness, other)  # who is blamed is somebody else
    if foreign or not is_nameless(other):
        headed = _pairs_head(pair, witness, other)
        if headed or foreign:
            return headed
    if other.speaker is not None and other.speaker.names and _told_of(pair, other):
        return True
    return _is_mentioned(pair, witness, other)


def _retells(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether the article has the verb itself: *told growers not to sell*, *growers were told*."""
    pairing = pair.pairings[witness.key]
    if other.verb == ACCORDING:
        return False
    told = [pairing.backward[j] for j in pairing.theirs.inside(other.span)]
    if other.stance == "accusation" and not pairing.foreign:  # "blamed" pairs with "caused"
        words = pairing.mine.words
        return any(is_reporting(words[i], pair.lang) for i in told if i is not None)
    return any(i is not None for i in told)


def _is_mentioned(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether every word of a source is said in the article's sentence, or pairs with one there."""
    pairing = pair.pairings[witness.key]
    said = content_stems(pair.segment.facts.words, pair.lang)
    words, content = pairing.theirs.words, pairing.theirs.is_content
    source = other.source_span or other.span
    named = [j for j in pairing.theirs.inside(source) if content[j]]
    return bool(named) and all(
        _is_rendered(pairing, j, other) or words[j].stem in said for j in named
    )


def _pairs_head(pair: Comparison, witness: Witness, other: Attribution) -> bool:
    """Whether the article has the word that says what the source is, in either language."""
    pairing = pair.pairings[witness.key]
    named = pairing.theirs.inside(other.source_span or other.span)
    held = reporting(witness.lang).roles.all(pairing.theirs.words[named.start : named.stop])
    heads = (named.start + k for _, first, end in held for k in range(first, end))
    return any(_is_rendered(pairing, j, other) for j in heads)


def _is_rendered(pairing: Pairing, index: int, other: Attribution) -> bool:
    """Whether a word of the source has one here that renders no word of what is told.

    *Protesters were beaten* tells of no activists, who said so.
    """
    here = pairing.backward[index]
    if here is None:
        return False
    back = pairing.forward[here]
    told = pairing.theirs.inside(other.scope) if other.scope is not None else ()
    return back is None or back not in told


def is_carried_over(pair: Comparison, other: Attribution) -> bool:
    """Whether a sentence nearby names the same source, or may mean it."""
    roles = other.speaker.roles if other.speaker else frozenset()
    nameless = is_nameless(other) or "document" in roles
    for mine in attributions(pair.around):
        if pair.segment.span.contains(mine.span) and is_inner(pair, mine):
            continue
        same = same_speaker(mine.speaker, other.speaker)
        named = mine.speaker is not None and mine.speaker.names and mine.speaker.named
        later = mine.span.start >= pair.segment.span.end
        told_before = mine.span.end <= pair.segment.span.start
        if nameless and told_before and not (mine.speaker and mine.speaker.named):
            continue  # a pronoun: somebody the article has named before
        if named and other.source_kind == "anonymous":
            continue  # an ambassador with his name is none of the diplomats who gave none
        adjoining = not later or _closes_paragraph(pair, mine)
        if same is None and (not adjoining or _other_voice(mine, other)):
            continue
        if same or (same is None and not (named and nameless)):
            return mine.stance not in SILENT
    return False


def _closes_paragraph(pair: Comparison, mine: Attribution) -> bool:
    """Whether a source right behind what is told in one paragraph ends it: *…, officials said.*"""
    segments = pair.whole.story.segments
    at = bisect_right(segments, pair.segment.span.start, key=lambda s: s.span.start)
    if at == len(segments) or segments[at].block != pair.segment.block:
        return False
    nearest = segments[at].facts.attributions
    source = mine.source_span
    behind = source is not None and mine.scope is not None and mine.scope.end <= source.start
    return behind and nearest[-1:] == (mine,)


def _other_voice(mine: Attribution, other: Attribution) -> bool:
    """Whether two sources that may in theory be one plainly are not: a company, the opposition."""
    here = mine.speaker.roles if mine.speaker else frozenset()
    there = other.speaker.roles if other.speaker else frozenset()
    apart = here and there and not here & there
    if apart and "media" in there:  # what the papers report is nobody's word but theirs
        return True
    if apart and "source" in there and here - _ANYBODY:  # police are no people close to the talks
        return True
    return bool(apart) and not (here | there) & _ANYBODY
