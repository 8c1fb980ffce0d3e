"""A concept put for another of its family, of which only one can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Facts, Name, Term
from transdiff.language.concepts import concept, family
from transdiff.language.converses import turned_round
from transdiff.language.exchange import exchanged
from transdiff.language.pairing import Pairing
from transdiff.model import BlockKind, Segment, Story
from transdiff.rule import Mark
from transdiff.rules.surroundings import behind_one_word, place_between

_DENIALS = ("not", "lexical")
_NEAR = 6
"""Code points between a negation and the term that it denies."""
BODY, TIME = "body", "time"
"""Realms: the families of institutions, and those of parts of the day and of the year."""
_FULL = 2
"""Words of a full name."""
_HAPPENED = frozenset({
    "accident-cause", "approval-kind", "asylum-state", "at-large", "closure", "disaster",
    "disease", "dishonesty", "election", "election-round", "end-of-war", "in-the-case",
    "insolvency-state", "killing", "leaving-office", "licence-state", "manner-of-death", "medal",
    "meeting-state", "membership", "offence", "patient", "punishment", "reading", "round",
    "ruling", "sending-abroad", "sexual-offence", "sporting-bar", "treaty-step", "undoing",
    "work-end",
})  # fmt: skip
"""Families of what happens. A headline calls things and places what it likes: *temple*, *well*."""
_SENSE = "="
"""Begins a key that words of one wide sense have."""
_OPENING = 6
"""Segments at the top of a story in which stands what its headline is about."""


def siblings(pair: Comparison, realm: str = "") -> Iterator[Mark]:
    """Yield a mark for each member of a family that stands for another one.

    Looked at are the families of a *realm*, the part of their names before a colon. In a text that
    has several members of the family nothing tells which stands for which, but where only one of
    them is in no reference at all and only one of what a reference has is nowhere in the article.
    What is denied is compared with what a text that denies something has: *banned purse seines*,
    *trawls have been forbidden*.
    """
    denies = _denies([pair.segment])
    terms = [t for t in related(pair.segment, pair.lang, denies) if realm_of(t.concept) == realm]
    if not terms:
        return
    both = [(w, denies and _denies(w.segments)) for w in pair.witnesses]
    there = [(w, too, _families(w.around, w.lang, too)) for w, too in both]
    here = {too: _families(pair.around, pair.lang, too) for too in {t for _, t in both}}
    for term in terms:
        kin = family(term.concept)
        found = [(w, too, families.get(kin, set())) for w, too, families in there]
        if any(term.concept in members for _, _, members in found):
            continue
        for witness, too, members in found:
            if not too and _denied(pair.segment, term):
                continue
            theirs = _instead(pair, term, witness, (here[too][kin], members), too)
            if theirs is not None and not (
                other_side(pair, term, witness, theirs)
                or said_in_words(pair, term, witness, theirs)
            ):
                yield mark_of(pair, term, witness, theirs)
                break


def mark_of(pair: Comparison, term: Term, witness: Witness, theirs: Term) -> Mark:
    """Mark a term against the one that a witness has instead."""
    return Mark.against(
        pair.evidence(term.span), witness.evidence(theirs.span, value=theirs.concept)
    )


def headline_siblings(article: Article, segment: Segment) -> Iterator[tuple[Term, Story, Term]]:
    """Yield what a headline alone names, with what its story and a reference have of the family.

    The thing is in no reference and not in the body, and both have another one at the top.
    """
    lang = article.story.lang
    terms = [t for t in related(segment, lang) if family(t.concept) in _HAPPENED]
    if not terms:
        return
    body = [s for s in article.story.segments if s.compared and s.block.kind is BlockKind.BODY]
    here = _families(body, lang)
    known = article.once(heard)
    for term in terms:
        kin = family(term.concept)
        told = here.get(kin, set())
        if term.concept in known | told:
            continue
        for story in article.references.values():
            opening = [s for s in story.segments if s.compared][:_OPENING]
            theirs = [t for s in opening for t in related(s, story.lang)]
            other = next((t for t in theirs if family(t.concept) == kin), None)
            if other is not None and other.concept in told and not is_part(term, other):
                yield term, story, other
                break


def realm_of(identifier: str) -> str:
    """Return the realm of a concept's family, empty where its family has none."""
    return family(identifier).rpartition(":")[0]


def _instead(
    pair: Comparison,
    mine: Term,
    witness: Witness,
    members: tuple[set[str], set[str]],
    denied: bool,
) -> Term | None:
    """What the linked text has for *mine*: the only other member of its family that can be meant.

    *members* are those of the family that the article and the reference have there and around,
    with the *denied* ones or without.
    """
    here, there = members
    kin = family(mine.concept)
    theirs = [
        t
        for s in witness.segments
        for t in related(s, witness.lang, denied)
        if family(t.concept) == kin
    ]
    if not theirs:
        return None
    whole = pair.whole
    unheard = here - whole.once(heard)
    if mine.concept not in unheard and not in_its_place(pair, mine, witness, theirs[0]):
        return None
    if here != {mine.concept} or len(there) != 1:
        if unheard != {mine.concept}:
            return None
        here_told = whole.once(said)
        theirs = [t for t in theirs if t.concept not in here_told]
    if len({t.concept for t in theirs}) != 1 or is_part(mine, theirs[0]):
        return None
    return theirs[0]


def in_its_place(pair: Comparison, mine: Term, witness: Witness, theirs: Term) -> bool:
    """Whether *theirs* stands between the partners of the words around *mine*."""
    pairing = pair.pairings[witness.key]
    place = place_between(pairing, mine.span)
    if place is not None and place.overlaps(theirs.span):
        return True
    unsaid = theirs.concept not in pair.whole.once(said)
    return unsaid and behind_one_word(pairing, mine.span, theirs.span)


def said(whole: Article) -> frozenset[str]:
    """The concepts that the article has, with their wholes."""
    return _with_wholes(whole.said_here.concepts)


def heard(whole: Article) -> frozenset[str]:
    """The concepts of families that some reference has and does not deny, with their wholes."""
    stories = whole.references.values()
    terms = (t for story in stories for s in story.segments for t in related(s, story.lang))
    return _with_wholes(frozenset(t.concept for t in terms))


def _with_wholes(mentioned: frozenset[str]) -> frozenset[str]:
    """The concepts with what they are parts or kinds of."""
    return mentioned.union(whole for c in mentioned for whole in _wholes(c))


def is_part(one: Term, other: Term) -> bool:
    """Whether one is a part or a kind of the other: *knee*, *leg*."""
    return other.concept in _wholes(one.concept) or one.concept in _wholes(other.concept)


def _wholes(identifier: str) -> Iterator[str]:
    """What a concept is a part of, what that is a part of, and so on."""
    entry = concept(identifier)
    while entry is not None and entry.within:
        yield entry.within
        entry = concept(entry.within)


def other_side(pair: Comparison, mine: Term, witness: Witness, theirs: Term) -> bool:
    """Whether one is the other's other party in a sentence turned round.

    *His father* is *the son of*, and what one land exports to another the other imports.
    """
    entry = concept(mine.concept)
    here = tuple(pair.segment.facts.words), mine.span
    there = tuple(w for s in witness.segments for w in s.facts.words), theirs.span
    if entry is None or entry.converse != theirs.concept:
        return False
    pairing = pair.pairings[witness.key]
    both = pairing.mine.inside(mine.span), pairing.theirs.inside(theirs.span)
    return (
        witness.lang != pair.lang
        or turned_round(here, there, pair.lang)
        or exchanged(pairing, *both)
    )


def said_in_words(pair: Comparison, mine: Term, witness: Witness, theirs: Term) -> bool:
    """Whether a text of another language has what a phrase says, though the table does not know.

    *The central bank* has a word of its own in *المصرف المركزي*; beside a bare *прокуратура* an
    unknown word may be what *anti-corruption* is.
    """
    pairing = pair.pairings[witness.key]
    if not pairing.foreign:
        return False
    there = pairing.theirs.inside(theirs.span)
    if realm_of(mine.concept) != BODY:
        return _in_glossary(pairing, pairing.mine.inside(mine.span), there)
    partners = {pairing.forward[i] for i in pairing.mine.inside(mine.span)} - {None}
    if any(j not in there for j in partners):
        return True
    bare = len(there) == 1 and there.start in partners
    return bare and any(_is_unknown(pairing, j) for j in (there.start - 1, there.stop))


def _in_glossary(pairing: Pairing, own: range, there: range) -> bool:
    """Whether the other text has a word for the one thing, or this one a word for the other.

    The table knows few words for a thing; a glossary may know the very word as well.
    """
    mine = [i for i in own if pairing.mine.is_content[i]]
    theirs = [j for j in there if pairing.theirs.is_content[j]]
    kept = mine and all(_is_the_word(pairing, i) for i in mine)
    answered = theirs and all(pairing.backward[j] not in (None, *own) for j in theirs)
    return bool(kept or answered)


def _is_the_word(pairing: Pairing, index: int) -> bool:
    """Whether a word is paired by more than a wide sense, such as all that is earned."""
    partner = pairing.forward[index]
    if partner is None:
        return False
    shared = {*pairing.mine.keys[index]} & {*pairing.theirs.keys[partner]}
    return not shared or any(key[0] != _SENSE for key in shared)


def _is_unknown(pairing: Pairing, index: int) -> bool:
    """Whether a content word of the other text pairs with nothing and no glossary has it."""
    return (
        index in pairing.theirs.content
        and pairing.backward[index] is None
        and not pairing.theirs.meanings[index]
    )


def related(segment: Segment, lang: str, denied: bool = False) -> Sequence[Term]:
    """The terms of the segment that have a family, without those *denied*: *was not a suspect*.

    What belongs to a thing of another family stands for that one too: a *container ship* is a ship.
    """
    known = segment.facts.once(_known_terms)
    if denied not in known:
        known[denied] = _related(segment, lang, denied)
    return known[denied]


def _known_terms(_: Facts) -> dict[bool, Sequence[Term]]:
    """The terms of a segment that were asked for, with and without what is denied."""
    return {}


def _related(segment: Segment, lang: str, denied: bool) -> Sequence[Term]:
    found = []
    for term in segment.facts.terms:
        entry = concept(term.concept)
        if entry is None or (not denied and _denied(segment, term)):
            continue
        if _in_a_name(segment, term, lang):
            continue
        if entry.family:
            found.append(term)
        if entry.within and family(entry.within) not in ("", entry.family):
            found.append(Term(term.span, entry.within, term.form))
    return found


def _in_a_name(segment: Segment, term: Term, lang: str) -> bool:
    """Whether what names a thing elsewhere is somebody's name here: *Mr Baker*, *Fox News*."""
    if realm_of(term.concept) == BODY:
        return False
    place = term.span.start - segment.span.start
    people = [n for n in segment.facts.names if n.kind == "person" and n.span.contains(term.span)]
    counted = [q.span for q in segment.facts.quantities] if people else []
    holders = [n for n in people if not any(map(n.span.overlaps, counted))]
    if holders:
        return not all(not place and _is_trade(n, term) for n in holders)
    if not place or not segment.text[place].isupper():
        return False
    entry = concept(term.concept)
    return entry is not None and not any(p[:1].isupper() for _, p in entry.phrases(lang))


def _is_trade(name: Name, term: Term) -> bool:
    """Whether a term says what somebody is before the full name: *Cardiologist Ana Ruiz*."""
    behind = name.text[term.span.end - name.span.start :].split()
    return name.span.start == term.span.start and len(behind) >= _FULL


def _denied(segment: Segment, term: Term) -> bool:
    """Whether a negation stands right before the term or its article: *refused to overturn*."""
    return any(
        m.kind == "negation" and m.value in _DENIALS and 0 <= term.span.start - m.span.end <= _NEAR
        for m in segment.facts.markers
    )


def _denies(segments: Sequence[Segment]) -> bool:
    return any(
        m.kind == "negation" and m.value in _DENIALS for s in segments for m in s.facts.markers
    )


def _families(segments: Sequence[Segment], lang: str, denied: bool = False) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for segment in segments:
        for term in related(segment, lang, denied):
            found.setdefault(family(term.concept), set()).add(term.concept)
    return found
