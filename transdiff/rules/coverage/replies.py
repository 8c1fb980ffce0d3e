"""Replies: where a sentence denies, objects to or rejects what is said of somebody."""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.facts import Span, Word, WordKind
from transdiff.language.content import is_content, place_of
from transdiff.language.denials import both_sides
from transdiff.language.listed import listed_phrases, listed_places
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form, past_grammar
from transdiff.language.patterns import listed_spans
from transdiff.language.reporting import parted
from transdiff.model import Segment

_ANSWERS = (("answers", "charges"), ("answers", "statements"), ("clears", "faults"))
"""Lists of the pack's ``[coverage]``: verbs, and what they reject."""
_ARTICLE = len(" the deputy ")
"""Letters between a verb and the office of whom it is done to."""
_OWNERS = ("'", "’")
_ADVERB = 2
"""Words from an auxiliary to its verb, less one."""
_NEAR = 6
"""Words between a verb that rejects and what it rejects."""


def replies(segment: Segment, lang: str) -> list[Span]:
    """Return the words of *segment* by which somebody denies or objects, and is not denied to."""
    refusals = listed_spans(segment, lang, "coverage", "no_denial")
    listed = [
        span
        for span in listed_spans(segment, lang, "coverage", "denial")
        if not _in_any(span, refusals) and not _describes(segment, span, lang)
    ]
    told = (a.span for a in segment.facts.attributions if a.stance == "denial")
    verbs = [
        s
        for s in told
        if not (_removes(segment, s, lang) or _describes(segment, s, lang) or _in_any(s, refusals))
    ]
    known = [*listed, *(s for s in _rejections(segment, lang) if not _in_any(s, refusals))]
    found = known + [v for v in verbs if not any(v.overlaps(s) for s in known)]
    return [
        s
        for s in found
        if not (_undone(segment, s) or _competes(segment, s, lang) or _bounds(segment, s))
    ]


def _in_any(span: Span, others: Sequence[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _bounds(segment: Segment, span: Span) -> bool:
    """Whether the word sets a bound to a figure right behind it: *不满五岁*, under five."""
    return any(q.bound_span == span or q.span.start == span.end for q in segment.facts.quantities)


def _competes(segment: Segment, verb: Span, lang: str) -> bool:
    """Whether a verb of dispute says who plays whom: *contest the final*, *ein Spiel bestreiten*.

    A charge beside it is disputed all the same.
    """
    words = parted(segment.facts.words, lang)
    at = place_of(words, verb)
    if listed_phrases(lang, "coverage", "contests").match(words, at[0]) is None:
        return False
    near = [words[i].span for i in _beside(words, *at, lang)]
    games, charges = (
        listed_places(words, lang, "coverage", name) for name in ("competitions", "charges")
    )
    beside = [any(span.overlaps(n) for n in near for span in found) for found in (games, charges)]
    return beside == [True, False]


def _removes(segment: Segment, verb: Span, lang: str) -> bool:
    """Whether somebody is removed from office: *dismissed the police chief*, not his claim.

    So is who *was dismissed*, where there is no charge that was.
    """
    events = (m.span for m in segment.facts.markers if m.kind == "event" and m.value == "dismiss")
    if not any(span.overlaps(verb) for span in events):
        return False
    if _is_passive(segment, verb, lang):
        return not listed_places(segment.facts.words, lang, "coverage", "charges")
    text = segment.text[verb.end - segment.span.start :]
    titles = (t.span for t in segment.facts.titles if 0 <= t.span.start - verb.end <= _ARTICLE)
    ends = (span.end - verb.end for span in titles)
    return any(not text[end:].startswith(_OWNERS) for end in ends)


def _is_passive(segment: Segment, verb: Span, lang: str) -> bool:
    """Whether an auxiliary of the passive stands right before a verb, or an adverb away."""
    words = segment.facts.words
    first = place_of(words, verb)[0]
    auxiliaries = load_pack(lang).words("roles", "passive")
    return any(w.fold in auxiliaries for w in words[max(0, first - _ADVERB) : first])


def excuses(segment: Segment, lang: str) -> list[Span]:
    """Return where somebody says that he did not know or did no wrong, without denying anything."""
    told = [a.scope for a in segment.facts.attributions if a.scope is not None]
    spans = listed_places(segment.facts.words if told else (), lang, "coverage", "excuses")
    spans = [span for span in spans if not _tells_who(segment, span, lang)]
    return [span for span in spans if any(scope.overlaps(span) for scope in told)]


def calls_untrue(segment: Segment, lang: str) -> bool:
    """Whether the sentence says that there is nothing to a story: *frei erfunden*, *ложь*."""
    return any(listed_phrases(lang, "coverage", "untrue").all(segment.facts.words))


def denies(segment: Segment, lang: str) -> bool:
    """Whether the sentence denies something, be it in a phrase that elsewhere denies nothing.

    Of the words with a denial inside only those count by which one may answer a charge.
    """
    plain = load_pack(lang).words("negation", "not")
    denials = [m for m in segment.facts.markers if m.kind == "negation"]
    if any(m.value == "not" for m in denials) or any(w.fold in plain for w in segment.facts.words):
        return True
    inside = [m.span for m in denials if m.value == "lexical"]
    if not load_pack(lang).words("coverage", "rebuttal"):
        return bool(inside)
    words = segment.facts.words if inside else ()
    rebuttals = listed_places(words, lang, "coverage", "rebuttal")
    return any(span.overlaps(other) for other in rebuttals for span in inside)


def _rejections(segment: Segment, lang: str) -> list[Span]:
    """Return the verbs by which an accusation is rejected, or found to have nothing to it.

    *rejects the group's accusation*, *found no sign of sabotage*
    """
    words = segment.facts.words
    books = (
        (listed_phrases(lang, "coverage", verbs), listed_phrases(lang, "coverage", objects))
        for verbs, objects in _ANSWERS
    )
    return [
        Span(words[first].span.start, words[end - 1].span.end)
        for verbs, objects in books
        for _, first, end in verbs.all(words)
        if any(objects.match(words, at) for at in _beside(words, first, end, lang))
    ]


def _beside(words: Sequence[Word], first: int, end: int, lang: str) -> list[int]:
    """The words near a verb where its object may stand.

    That is behind it; before it where verbs end their clause, or where nothing of the clause
    follows: *a charge the firm rejects*, *an accusation that was rejected*.
    """
    behind = [*range(end, min(len(words), end + _NEAR))]
    ends = end == len(words) or words[end].kind is WordKind.PUNCT
    return [*behind, *range(max(0, first - _NEAR), first)] if ends or both_sides(lang) else behind


def _describes(segment: Segment, span: Span, lang: str) -> bool:
    """Whether a participle stands before what it describes: *a disputed reef*, *in such waters*.

    Before it stands an article, a preposition or a figure: *312 dismissed teachers*.
    """
    words = segment.facts.words
    at, _ = place_of(words, span)
    if at == 0 or at + 1 >= len(words) or words[at].span.end != span.end:
        return False
    before, after = words[at - 1], words[at + 1]
    describing = {*past_grammar(lang).describing, *load_pack(lang).words("roles", "prepositions")}
    opens = before.fold in describing or before.kind is WordKind.NUMBER
    noun = is_content(after, lang) and after.kind is WordKind.WORD
    return opens and noun and bool(past_form(words[at].fold, lang))


def _tells_who(segment: Segment, span: Span, lang: str) -> bool:
    """Whether a relative pronoun stands right before: *an expert, who was not involved, said*."""
    words = segment.facts.words
    at, _ = place_of(words, span)
    return at > 0 and words[at - 1].fold in load_pack(lang).words("roles", "relative")


def _undone(segment: Segment, reply: Span) -> bool:
    """Whether a negation stands right before the reply: *never disputed that he fired*.

    Or the reply is a part of what only says that something is possible: *可能性を否定しなかった*.
    """
    markers = segment.facts.markers
    open_ = any(
        m.kind == "hedge" and m.value == "possible" and m.span.overlaps(reply) for m in markers
    )
    return open_ or any(
        m.kind == "negation" and m.value == "not" and 0 <= reply.start - m.span.end <= 1
        for m in markers
    )
