"""Rule ``consistency-contradiction``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from transdiff.comparison import Article
from transdiff.facts import Bound, Quantity, Span
from transdiff.language.amounts import kind_of, states
from transdiff.language.content import content_stems, place_of
from transdiff.language.slips import mistyped, shifted, slipped
from transdiff.model import BlockKind, Segment, Severity
from transdiff.rule import Mark, rule

_TOLL = ("kill", "injure")
_REACH = 20
"""Code points between a count and the word that says what befell the counted."""
_MOST = 60
"""Figures of one kind that are compared with each other."""
_ALIKE = 3
"""Content words in common from which two sentences speak of one figure; a toll needs but one."""
_BESIDE = 6
"""Words on either side of a figure that say what it is of."""
_ROUND = 0.05


@dataclass(frozen=True)
class _Stated:
    """A figure of the article: what it counts, in which sentence, with the sentence's stems.

    ``near`` are the stems of the words about it, without the noun that all of its kind have.
    """

    subject: str
    quantity: Quantity
    segment: Segment
    stems: frozenset[str]
    near: frozenset[str]


@rule(group="names", category="consistency", severity="major", scope="article")
def consistency_contradiction(article: Article) -> Iterator[Mark]:
    """Report one figure that has two values in the article.

    Five killed in the headline and three in the text: one is wrong, whatever the references say.
    Two sentences speak of one figure where they count the same dead, or the same thing in much the
    same words, with no other date and no bound. Where a reference bears out both values, or
    neither, each may be right. The value that no reference has is marked, else the later one.
    Major where both are said of the dead, or of the hurt, and where the headline has a slip for a
    figure of the text; else minor.

    Flagged:
        reference: Three people died in the fire in Oslo on Monday.
        translation: Fire in Oslo kills [[five]]\\n\\nThree people died in the fire in Oslo on Monday.

        reference: The locusts ate 4,700 hectares of maize at Lund.
        translation: Locusts eat [[7,400 hectares]] of maize\\n\\nAt Lund locusts ate 4,700 hectares of maize.

        reference: The mill in Torrent employs 340 people.
        translation: The mill in Torrent employs 340 people. All [[430]] people employed in the mill in Torrent are insured.

    Allowed:
        reference: The locusts ate 4,700 hectares of maize at Lund, and 7,400 in all.
        translation: Locusts eat 7,400 hectares\\n\\nAt Lund locusts ate 4,700 hectares of maize.

        reference: Three people died in the fire in Oslo. Two people died in a fire in Bergen.
        translation: Three people died in the fire in Oslo. Two people died in a fire in Bergen.

        reference: Mount Torrent threw ash 11 km high over the villages. People fled.
        translation: Mount Torrent threw ash 11 km high over the villages. Villages at Mount Torrent fled when last the volcano, 1.7 km high, was awake.

        reference: In Olm 30 people were hurt in the flood. In Arbo 45 people were hurt in the flood.
        translation: In Olm 35 people were hurt in the flood. In Arbo 45 people were hurt in the flood.

        reference: At least three people died in the fire.
        translation: Three people died in the fire, more than two people were hurt by the fire.

        reference: The mill in Torrent employs 340 people.
        translation: The mill in Torrent employs 340 people. Some 300 people of the mill in Torrent were on leave.
    """  # noqa: E501
    seen: set[Span] = set()
    for one, two in _pairs(article):
        if not _contradict(one, two):
            continue
        known = [_borne_out(article, s.quantity) for s in (one, two)]
        if article.references and known[0] == known[1]:
            continue
        wrong, right = (one, two) if known[1] and not known[0] else (two, one)
        if wrong.quantity.span in seen:
            continue
        seen.add(wrong.quantity.span)
        evidence = article.evidence(right.quantity.span)
        quote = wrong.quantity.span.of(article.story.document.text)
        message = f'"{quote}" here, "{evidence.quote}" elsewhere in the article'
        fates = {one.quantity.fate, two.quantity.fate}
        severity = Severity.MAJOR if len(fates) == 1 and fates != {""} else Severity.MINOR
        yield Mark(wrong.quantity.span, message, (evidence,), severity)
    for head, body in _slips(article):
        if head not in seen:
            evidence = article.evidence(body)
            quote = head.of(article.story.document.text)
            message = f'"{quote}" here, "{evidence.quote}" elsewhere in the article'
            yield Mark(head, message, (evidence,))


def _slips(article: Article) -> Iterator[tuple[Span, Span]]:
    """Yield the figures of the headline that are a slip for one of the text, which alone is right.

    The text and the references have no such figure, and one that differs from it as a slip of the
    pen or of the finger would have it: *12,000* for 120,000.
    """
    told = [s for _, s in article.compared()]
    body = [q for s in told if s.block.kind is BlockKind.BODY for q in s.facts.quantities]
    heads = [q for s in told if s.block.kind is BlockKind.HEADLINE for q in s.facts.quantities]
    right = [q for q in body[:_MOST] if _borne_out(article, q)] if heads else []
    known = {value for value, _ in article.stated_amounts} if heads else set()
    for head in heads:
        if head.high is not None or head.value in known or any(states(q, head) for q in body):
            continue
        meant = next((q for q in right if _is_slip(head, q)), None)
        if meant is not None:
            yield head.span, meant.span


def _is_slip(one: Quantity, other: Quantity) -> bool:
    if one.unit != other.unit or kind_of(one) != kind_of(other) or other.high is not None:
        return False
    values = one.value, other.value
    return slipped(*values) or shifted(*values) or mistyped(*values)


def _pairs(article: Article) -> Iterator[tuple[_Stated, _Stated]]:
    """Yield the figures that count the same thing in two different sentences."""
    found: dict[str, list[_Stated]] = {}
    for _, segment in article.compared():
        for stated in _stated(segment, article.story.lang):
            found.setdefault(stated.subject, []).append(stated)
    for figures in found.values():
        for one, two in combinations(figures[:_MOST], 2):
            if one.segment is not two.segment:
                yield one, two


def _stated(segment: Segment, lang: str) -> Iterator[_Stated]:
    exact = (q for q in segment.facts.quantities if q.bound is Bound.EXACT and q.high is None)
    counted = [(subject, q) for q in exact if (subject := _subject(segment, q))]
    stems = content_stems(segment.facts.words, lang) if counted else frozenset()
    for subject, quantity in counted:
        yield _Stated(subject, quantity, segment, stems, _near(segment, quantity, lang))


def _near(segment: Segment, quantity: Quantity, lang: str) -> frozenset[str]:
    words = segment.facts.words
    first, end = place_of(words, quantity.span)
    before, after = words[max(0, first - _BESIDE) : first], words[end : end + _BESIDE]
    return content_stems((*before, *after), lang) - {quantity.noun}


def _subject(segment: Segment, quantity: Quantity) -> str:
    """What a figure counts: a toll, or its unit and noun; empty where that is not plain."""
    if quantity.kind not in ("cardinal", "money", "measure", "percent"):
        return ""
    if not quantity.unit.strip("person") and quantity.kind == "cardinal":
        for marker in segment.facts.markers:
            tells = marker.kind == "event" and marker.value in _TOLL
            if tells and quantity.span.gap(marker.span) <= _REACH:
                return marker.value
    return f"{quantity.unit} {quantity.noun}" if quantity.noun else ""


def _contradict(one: _Stated, two: _Stated) -> bool:
    a, b = one.quantity, two.quantity
    if abs(a.value - b.value) <= _ROUND * max(abs(a.value), abs(b.value)) or a.per != b.per:
        return False
    if _dates(one.segment) != _dates(two.segment) and _dates(one.segment) and _dates(two.segment):
        return False
    if _of_two_names(one.segment, two.segment):
        return False
    both = (
        {q.value for q in one.segment.facts.quantities},
        {q.value for q in two.segment.facts.quantities},
    )
    if both[0] & both[1]:
        return False
    if one.subject in _TOLL:
        return bool(one.stems & two.stems)
    return len(one.stems & two.stems) >= _ALIKE and not one.near.isdisjoint(two.near)


def _of_two_names(one: Segment, two: Segment) -> bool:
    """Whether either sentence names somebody or some place that the other does not: two towns."""
    mine, theirs = ({part for n in s.facts.names for part in n.parts} for s in (one, two))
    return bool(mine - theirs) and bool(theirs - mine)


def _dates(segment: Segment) -> frozenset[tuple[int | None, ...]]:
    return frozenset((m.year, m.month, m.day, m.weekday) for m in segment.facts.moments)


def _borne_out(article: Article, quantity: Quantity) -> bool:
    return (quantity.value, quantity.unit) in article.stated_amounts
