"""Words of a reference that the article says by another word, not by a pair of theirs."""

from __future__ import annotations

from transdiff.facts import WordKind
from transdiff.language.contraries import gives_no_comment
from transdiff.language.cues import STRICT
from transdiff.language.denials import listed_ranges
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.reporting import is_reporting
from transdiff.language.slots import Layout
from transdiff.language.verbs import is_verb

_OPENING, _CLOSING = frozenset("([（【"), frozenset(")]）】")
HEARSAY = ("reported", "alleged", "apparent", "likely", "possible")
"""Hedges that may stand for each other where what is added is the word alone."""
_UNPROVEN = ("legal:1", "legal:1.5", "legal:2", "legal:2.5", "legal:3", "legal:4")
"""Steps of a case at which what somebody is held to have done is alleged."""


def is_reworded(layout: Layout, index: int) -> bool:
    """Whether the article says the word *index* of the reference otherwise, or may do without."""
    return any(reason(layout, index) for reason in _REASONS)


def is_told(layout: Layout, index: int) -> bool:
    """Whether a word is a verb of saying, and the article has one that the reference has not."""
    theirs, mine, forward = layout.theirs, layout.mine, layout.pairing.forward
    return is_reporting(theirs.words[index], theirs.lang) and any(
        forward[i] is None and is_reporting(mine.words[i], mine.lang) for i in mine.content
    )


def is_charge(layout: Layout, index: int) -> bool:
    """Whether a word is what is rejected where the article has a verb that denies: *denied it*."""
    theirs, mine = layout.theirs, layout.mine
    listed = listed_phrases(theirs.lang, "coverage", "charges").match(theirs.words, index)
    return listed is not None and bool(mine.of_kind("event", "deny", "reject"))


def is_silence(layout: Layout, index: int) -> bool:
    """Whether a word belongs to words for giving no comment, and the article says so in others."""
    spans = listed_ranges(layout.theirs, "no-comment")
    return any(a <= index < b for a, b in spans) and gives_no_comment(layout.mine)


def hedged_alike(layout: Layout, index: int) -> bool:
    """Whether a word of the article only hedges, as another word of the reference does."""
    own = [c for c in layout.mine.of_kind("hedge", *HEARSAY) if c.first <= index < c.end]
    if own and own[0].marker.value == "alleged" and layout.theirs.of_kind("status", *_UNPROVEN):
        return True  # "alleged fraud" of one who is under investigation for it
    return bool(own) and bool(layout.theirs.of_kind("hedge", *HEARSAY))


def is_condition(layout: Layout, index: int) -> bool:
    """Whether a word opens a condition, as another word of the article does: *caso*, *se*."""
    own = any(c.first <= index < c.end for c in layout.theirs.of_kind("condition", *STRICT))
    return own and bool(layout.mine.of_kind("condition", *STRICT))


def is_shortened(layout: Layout, index: int) -> bool:
    """Whether a word belongs to a name that the article gives by another part of it."""
    theirs, partners = layout.theirs, layout.pairing.backward
    span, opening = theirs.words[index].span, 0  # a capital there may be no name's
    return any(
        partners[j] is not None
        for facts in theirs.facts
        for name in facts.names
        if name.sure and name.span.overlaps(span)
        for j in theirs.inside(name.span)
        if j not in (index, opening) and theirs.is_content[j]
    )


def is_aside(layout: Layout, index: int) -> bool:
    """Whether a word stands in brackets: an acronym, a byline, the name of a desk."""
    words = layout.theirs.words
    marks = [w.text for w in words[:index] if w.text in _OPENING or w.text in _CLOSING]
    return bool(marks) and marks[-1] in _OPENING


def is_numbering(layout: Layout, index: int) -> bool:
    """Whether a word only numbers the sentence: *1. Pay in advance*."""
    words = layout.theirs.words
    numbered = index == 0 and words[0].kind is WordKind.NUMBER and len(words) > 1
    return numbered and words[1].kind is WordKind.PUNCT


def is_linking(layout: Layout, index: int) -> bool:
    """Whether a word is part of a phrase that joins clauses: *in order to*."""
    words, phrases = layout.theirs.words, listed_phrases(layout.theirs.lang, "coverage", "openers")
    return any(first <= index < end for _, first, end in phrases.all(words))


def is_other_name(layout: Layout, index: int) -> bool:
    """Whether a word belongs to a name that the article has in another form: *US*."""
    span = layout.theirs.words[index].span
    told = {n.concept for facts in layout.mine.facts for n in facts.names if n.concept}
    return any(
        name.concept in told and name.span.overlaps(span)
        for facts in layout.theirs.facts
        for name in facts.names
    )


def is_class_of_name(layout: Layout, index: int) -> bool:
    """Whether a word only says what a name is of that the article has: *the Sar river*.

    Or a noun that it has: *the resort town of Lund*, *the resort of Lund*.
    """
    theirs, partners = layout.theirs, layout.pairing.backward
    pack = load_pack(theirs.lang)
    if theirs.words[index].fold not in pack.words("names", "places"):
        return False
    named = {j for f in theirs.facts for n in f.names if n.sure for j in theirs.inside(n.span)}
    before = index - 1
    if before in named:
        return partners[before] is not None
    links = pack.words("names", "org_links")
    linked = index + 2 < len(theirs.words) and theirs.words[index + 1].fold in links
    kept = before >= 0 and theirs.is_content[before] and partners[before] is not None
    return linked and kept and index + 2 in named and partners[index + 2] is not None


def is_support(layout: Layout, index: int) -> bool:
    """Whether a verb only supports its noun, which the article has as a verb.

    *Made contact with* is *contacted*: the noun stands in the article in another form.
    """
    theirs, mine = layout.theirs, layout.mine
    after = next((j for j in range(index + 1, len(theirs.words)) if theirs.is_content[j]), None)
    partner = layout.pairing.backward[after] if after is not None else None
    if after is None or partner is None:
        return False
    noun, verb = theirs.words[after], mine.words[partner]
    return noun.fold != verb.fold and noun.stem == verb.stem and is_verb(verb, mine.lang)


_REASONS = (
    is_shortened,
    is_class_of_name,
    is_told,
    is_charge,
    is_silence,
    is_condition,
    is_aside,
    is_numbering,
    is_linking,
    is_other_name,
)
