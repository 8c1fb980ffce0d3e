"""Rule ``number-besides``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from transdiff.comparison import Comparison
from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.amounts import states
from transdiff.language.content import place_of
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.units import dimension_of
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import joined, shown

_BEFORE, _AFTER = 4, 3
"""Words on either side of a figure among which one says that it is a part, or comes on top."""
_COUNTS = ("cardinal", "measure")
Pair = tuple[Quantity, Quantity]
_OTHER = {"among": "besides", "besides": "among"}


@rule(group="facts", category="number", severity="major")
def number_besides(pair: Comparison) -> Iterator[Mark]:
    """Report a part of a whole that is told as coming on top of it, or the other way round.

    Of 57 patients three died; "another three died" makes them sixty. The figures are the same, only
    the word beside the smaller one differs.

    Flagged:
        reference: The clinics treated 57 patients, of whom three died.
        translation: The clinics treated 57 patients; another [[three]] died.

        reference[ru]: В больницы поступили 57 человек, еще трое умерли.
        translation[ru]: В больницы поступили 57 человек, [[трое]] из них умерли.

        reference[zh]: 医院共收治57名患者，其中3人死亡。
        translation[zh]: 医院共收治57名患者，另有[[3]]人死亡。

        reference[vi]: Có 128 người được cứu sống, trong đó có 9 thuyền viên.
        translation[vi]: Có 128 người được cứu sống, chưa kể [[9]] thuyền viên.

        reference: Fourteen people were hurt, among them two crew members.
        translation: [[Fourteen passengers and two]] crew members were hurt.

        reference: The first group has nine adults and two children.
        translation: The first group has [[nine people, two]] of them children.

        reference: The chain will close 40 of its 260 shops this year.
        translation: The chain will close 40 shops this year, leaving [[260]].

    Allowed:
        reference: Fourteen people were hurt, among them two crew members.
        translation: Twelve passengers and two crew members were hurt.

        reference: The chain will close 40 of its 260 shops this year.
        translation: The chain will close 40 shops this year, leaving 220.

        reference: The clinics treated 57 patients, of whom three died.
        translation: Three of the 57 patients whom the clinics treated died.

        reference: The firm has 640 workers, 460 of whom will be moved elsewhere.
        translation: Of the 640 workers 460 will work in other plants.

        reference: The clinics treated 57 patients, of whom three died and another nine left.
        translation: The clinics treated 57 patients. Three of them died; nine others left.
    """
    for mine in pair.segment.facts.quantities:
        said = _said(pair.segment, mine, pair.lang)
        there = [
            (witness, other, _said(segment, other, witness.lang))
            for witness in pair.witnesses
            for segment in witness.segments
            for other in segment.facts.quantities
            if said and states(mine, other)
        ]
        if there and all(_OTHER[said] == theirs for _, _, theirs in there):
            witness, other, _ = there[0]
            yield shown(pair, mine.span, witness, other.span)
    yield from _added(pair)
    yield from _left(pair)


def _added(pair: Comparison) -> Iterator[Mark]:
    """Mark a part that a list has beside its whole, or the second of a list told as a part."""
    linked = [(w, s) for w in pair.witnesses for s in w.segments]
    for one, other in ((_joined, _parts), (_parts, _joined)):
        for whole, part in one(pair.segment, pair.lang):
            found = [
                (w, b)
                for w, s in linked
                for a, b in other(s, w.lang)
                if (a.value, b.value) == (whole.value, part.value)
            ]
            kept = any(
                (a.value, b.value) == (whole.value, part.value)
                for w, s in linked
                for a, b in one(s, w.lang)
            )
            if found and not kept:
                witness, theirs = found[0]
                yield shown(pair, joined(whole.span, part.span), witness, theirs.span)
                return


def _joined(segment: Segment, lang: str) -> Iterator[Pair]:
    """Yield two counts of one list: *nineteen residents and three firefighters*."""
    pack, words = load_pack(lang), segment.facts.words
    joins = (*pack.words("roles", "coordinators"), *pack.words("voice", "joining"))
    for one, two in pairwise(_counts(segment)):
        behind, ahead = place_of(words, one.span)[1], place_of(words, two.span)[0]
        between = words[behind:ahead]
        near = 1 < len(between) <= _BEFORE and one.value > two.value > 0
        plain = all(w.kind is WordKind.WORD for w in between)
        if near and plain and between[-1].fold in joins and not _said(segment, two, lang):
            yield one, two


def _parts(segment: Segment, lang: str) -> Iterator[Pair]:
    """Yield a whole and its part: *nineteen people, among them three firefighters*."""
    for one, two in pairwise(_counts(segment)):
        if one.value > two.value and _said(segment, two, lang) == "among":
            yield one, two


def _left(pair: Comparison) -> Iterator[Mark]:
    """Mark a whole that is told as what is left of it: *closes 40 of 260*, *which leaves 260*."""
    counts = _counts(pair.segment)
    left = [q for q in counts if _is_left(pair.segment, q, pair.lang)]
    for whole in left:
        for witness in pair.witnesses:
            for segment in witness.segments:
                for part, of in pairwise(_counts(segment)):
                    told = any(q.value == part.value for q in counts if q is not whole)
                    near = len(_between(segment, part, of)) <= _AFTER
                    plain = part.value < of.value == whole.value and near and told
                    if plain and not _is_left(segment, of, witness.lang):
                        yield shown(pair, whole.span, witness, joined(part.span, of.span))
                        return


def _is_left(segment: Segment, figure: Quantity, lang: str) -> bool:
    """Whether a word next to a figure says that so many are left: *leaving 310*, *310 remain*."""
    words = segment.facts.words
    first, end = place_of(words, figure.span)
    rest = listed_phrases(lang, "numbers", "left")
    before = _free(words[max(0, first - _AFTER) : first][::-1], [])[::-1]
    if any(True for _ in rest.all(before)):
        return True
    return any(rest.match(words, end + n) is not None for n in range(_AFTER))


def _between(segment: Segment, one: Quantity, two: Quantity) -> Sequence[Word]:
    words = segment.facts.words
    between = words[place_of(words, one.span)[1] : place_of(words, two.span)[0]]
    return between if all(w.kind is WordKind.WORD for w in between) else words


def _counts(segment: Segment) -> list[Quantity]:
    found = segment.facts.quantities
    return [q for q in found if q.kind == "cardinal" and not q.unit.strip("person")]


def _said(segment: Segment, figure: Quantity, lang: str) -> str:
    """Whether *figure* is a part of a larger one or comes besides it; empty where neither."""
    words = segment.facts.words
    inside = [i for i, w in enumerate(words) if figure.span.overlaps(w.span)]
    if not inside or figure.kind not in _COUNTS or dimension_of(figure.unit) == "time":
        return ""
    first, end = inside[0], inside[-1] + 1
    others = [q for q in segment.facts.quantities if q != figure]
    before = _free(words[max(0, first - _BEFORE) : first][::-1], others)[::-1]
    after = _free(words[end : end + _AFTER], others)
    near = [value for value, _, _ in _phrases(lang).all(before)]
    behind = _phrases(lang).all(after)
    # "460 in other plants": who comes besides is named right behind the figure
    near += [value for value, at, _ in behind if value == "among" or at == 0]
    found = set(near)
    if found == {"among"} and not any(q.value > figure.value for q in others):
        return ""
    return found.pop() if len(found) == 1 else ""


def _free(words: Sequence[Word], figures: Sequence[Quantity]) -> Sequence[Word]:
    """The words up to the first that belongs to another figure or is a mark."""
    barred = (
        n
        for n, word in enumerate(words)
        if word.kind is WordKind.PUNCT or any(q.span.overlaps(word.span) for q in figures)
    )
    return words[: next(barred, len(words))]


@lru_cache(maxsize=32)
def _phrases(lang: str) -> Phrases[str]:
    pack = load_pack(lang)
    return Phrases(
        ((phrase, kind) for kind in _OTHER for phrase in pack.words("numbers", kind)), lang
    )
