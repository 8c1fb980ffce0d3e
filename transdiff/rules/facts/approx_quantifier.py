"""Rule ``approx-quantifier``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span, WordKind
from transdiff.language.counted_parts import Portion
from transdiff.language.denials import listed_ranges
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases, Piece, pieces_of
from transdiff.language.portions import other_portion, part_of_number
from transdiff.language.quantifiers import exchanged_parts, quantifiers
from transdiff.model import Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown
from transdiff.rules.facts.split_votes import split_votes

_CONTRARY = {"most": "few", "few": "most"}
"""What one language never means by the other."""
_NEAR = 3
"""Words after a quantifier in which its noun is looked for."""


@rule(group="facts", category="approx", severity="minor")
def approx_quantifier(pair: Comparison) -> Iterator[Mark]:
    """Report ``all`` where the references have ``most``, ``half`` or ``some``, and the like.

    Two portions of one thing that have nothing in common are major, also where one is a fraction or
    a share in percent, and one of them ``not all`` or ``not one``; ``all`` for ``nearly all`` is
    minor. To say ``the coastal states`` of what ``some of the coastal states`` did is to say it of
    all of them. Against a text in another language ``all`` for ``most`` is minor, unless it is of a
    number that is given.

    Flagged:
    reference: Most of the complaints came from villages.
    translation: [[All the complaints]] came from villages.

    reference: Only a few of the families returned.
    translation: [[Most of the families]] returned.

    reference: Some of the coastal states oppose the plan.
    translation: [[The coastal states]] oppose the plan.

    reference[zh]: 部分车站将扩建。
    translation[zh]: [[所有车站]]都将扩建。

    reference: Not all of the greenhouses in the valley were insured.
    translation: [[Not one of the greenhouses]] in the valley was insured.

    reference[fr]: Les deux frères du gardien ont été entendus par la police.
    translation[fr]: [[Un seul des frères]] du gardien a été entendu par la police.

    reference[ru]: Почти все пассажиры парома вышли на берег в Сосновке.
    translation[ru]: На берег в Сосновке вышла [[половина пассажиров]] парома.

    reference[es]: La mayoría de los hospitales de la región carece de médicos.
    translation: [[Few]] hospitals in the region are short of doctors.

    reference[ru]: Почти все музеи города закрылись из-за жары.
    translation: [[Several of]] the city's museums closed because of the heat.

    reference[fr]: Quelques-uns des navires ont quitté le port.
    translation[de]: [[Alle]] Schiffe haben den Hafen verlassen.

    reference[de]: Die meisten der 14 Brücken sind saniert.
    translation[fr]: [[Toutes les]] 14 ponts sont rénovés.

    reference: The pact comes into force after ratification by all five states.
    translation: The pact comes into force once [[three of the five states]] ratify it.

    reference: Judges had approved all but two of the wiretaps, she said.
    translation: Judges had approved [[every one of the wiretaps]], she said.

    reference: The three auditors were unanimous that the bank had kept to the rules.
    translation: [[Two of the three auditors]] found that the bank had kept to the rules.

    reference: The firm promised to pump back at least 90 percent of the brine.
    translation: The firm promises to pump back [[all of the brine]].

    reference: Spa towns would pay half the rate under a late amendment.
    translation: Spa towns would pay [[the full rate]] under a late amendment.

    reference: The council voted for the plan by 12 to 0, with Malta and Chad abstaining.
    translation: The council voted for the plan [[unanimously]].

    reference[vi]: Bộ Y tế đã đóng cửa 7 trong số 30 cửa hàng của chuỗi này.
    translation: The health ministry has closed [[all of the chain's]] shops.

    reference: Measles struck 640 pupils last year, 95 percent of them in the valley.
    translation: Last year 640 pupils caught measles, [[three quarters of]] them in the valley.

    reference[ru]: Из школы вывели 640 человек, в том числе 120 учителей.
    translation: Some 640 people, [[most of them teachers]], were led out of the school.

    reference: Six of the divers who surfaced were unconscious.
    translation: [[All the divers]] were unconscious when they surfaced.

    reference[de]: Auf dem Hof standen 40 Kutschen, neun davon sind verbrannt.
    translation[de]: [[Alle Kutschen]] auf dem Hof sind verbrannt.

        reference[zh]: 14家工厂中有9家通过了检查。
        translation[en]: [[All 14]] plants passed the inspection.

        reference: One of the two lighthouses is lit again.
        translation: [[Both lighthouses]] are lit again.

        reference: Some bakeries have raised their prices.
        translation: [[All bakeries]] have raised their prices.

    Allowed:
        reference: Some 300 bakeries closed, and all their ovens were sold.
        translation: About 300 bakeries shut; all the ovens were sold.

    reference: Of the 640 people led out of the school, 500 were pupils, including 260 girls.
    translation: Of the 640 people led out of the school, 500 were pupils, half of them girls.

        reference[de]: Von den 14 Werken bestanden neun die Prüfung.
        translation[en]: Nine of the 14 plants passed the inspection.

    reference: Six of the divers were unconscious.
    translation: All the divers are members of the club, and six were unconscious.

    reference[de]: Auf dem Hof standen 40 Kutschen, neun davon sind verbrannt.
    translation[de]: Alle 40 Kutschen standen auf dem Hof.

    reference: The council approved the plan unanimously.
    translation: All seven members of the council approved the plan.

    reference: Two of the nine villages are still without power.
    translation: All but two of the nine villages have power again.

    reference: The viaduct is part of a new line to the coast.
    translation: The viaduct, all of whose piers stand, will carry the new line to the coast.

        reference[es]: Pocas casas del pueblo quedaron intactas.
        translation[es]: Casi todas las casas del pueblo sufrieron daños.

    reference: None of the 30 climbers came to harm.
    translation: All 30 climbers are in good health.

    reference[de]: Mehr als die Hälfte der Boote liegt im Trockenen.
    translation[de]: Die meisten Boote liegen im Trockenen.

    reference[es]: La mayoría de los hospitales de la región no tiene médicos.
    translation: Few hospitals in the region have doctors.

    reference[ja]: 一部の村で停電が起きた。
    translation: Some villages lost power.

    reference[ru]: Почти все музеи города закрылись из-за жары.
    translation: Most of the city's museums closed because of the heat.

    reference: Most of the complaints came from villages.
    translation: The majority of the complaints came from villages.

    reference: Some of the coastal states oppose the plan.
    translation: A number of coastal states oppose the plan.

    reference: Some of the boats sank. All boats were insured.
    translation: All boats were insured.

    reference: Several ministers left.
    translation: Ministers left.

    reference: Part of the bridge gave way in January.
    translation: A span of the bridge gave way in January.
    """
    yield from split_votes(pair)
    yield from _abroad(pair)
    portions = list(_portions(pair))
    yield from portions
    if portions:
        return
    witnesses = [w for w in pair.witnesses if w.lang == pair.lang]
    theirs = [(w, q) for w in witnesses for s in w.around for q in _quantified(s, w.lang)]
    if not theirs or len(witnesses) < len(pair.witnesses):
        return
    mine = list(_quantified(pair.segment, pair.lang))
    for one in mine:
        same = [(w, q) for w, q in theirs if one.nouns & q.nouns]
        same = [(w, q) for w, q in same if not _escapes(pair, w)]
        values = {q.value for _, q in same}
        if one.value == "all" and values and values <= {"most", "some", "few"}:
            witness, two = same[0]
            yield shown(pair, one.with_noun(two.nouns), witness, two.with_noun(one.nouns))
        if values and values == {_CONTRARY.get(one.value)}:
            witness, two = same[0]
            spans = one.with_noun(two.nouns), two.with_noun(one.nouns)
            yield shown(pair, spans[0], witness, spans[1], Severity.MAJOR)
    for witness, two in theirs:
        if (
            two.value in ("some", "few")
            and two.partitive
            and not any(one.nouns & two.nouns for one in mine)
        ):
            span = _definite(pair.segment, pair.lang, two.nouns)
            if span is not None:
                yield shown(
                    pair,
                    span,
                    witness,
                    Span(two.span.start, max(two.ends.values())),
                    Severity.MAJOR,
                )


def _escapes(pair: Comparison, witness: Witness) -> bool:
    """Whether one side alone tells who escaped: *nearly all were hit*, *few were spared*."""
    pairing = pair.pairings[witness.key]
    mine, theirs = (listed_ranges(r, "escaping") for r in (pairing.mine, pairing.theirs))
    return bool(mine) != bool(theirs)


def _portions(pair: Comparison) -> Iterator[Mark]:
    """Yield a share that no reference can mean, one of them in the article's language."""
    if any(w.lang == pair.lang for w in pair.witnesses):
        yield from _shares(pair)


def _shares(pair: Comparison) -> Iterator[Mark]:
    """Yield a share that no reference can mean: *half* for *all*.

    Nearly all is all, as a newsroom may round it, unless what is counted is a figure.
    """
    found = [other_portion(pair.pairings[w.key]) for w in pair.witnesses]
    if not found or found[0] is None or not all(found) or _escapes(pair, pair.witnesses[0]):
        return
    yield _portion_mark(pair, *found[0])


def _portion_mark(pair: Comparison, mine: Portion, theirs: Portion) -> Mark:
    """Return a mark that shows a portion of the article and one of the first reference."""
    witness = pair.witnesses[0]
    pairing = pair.pairings[witness.key]
    return shown(
        pair,
        pairing.mine.span(mine.first, mine.of_what),
        witness,
        pairing.theirs.span(theirs.first, theirs.of_what),
        Severity.MINOR if mine.near(theirs) else Severity.MAJOR,
    )


def _abroad(pair: Comparison) -> Iterator[Mark]:
    """Yield the quantifiers that a reference in another language contradicts, and none confirms.

    All of a number that is given is another claim than most of it.
    """
    if any(w.lang == pair.lang for w in pair.witnesses):
        return
    counted_parts = [part_of_number(pair.pairings[w.key]) for w in pair.witnesses]
    if counted_parts and counted_parts[0] and all(counted_parts):
        yield _portion_mark(pair, *counted_parts[0])
        return
    found = [list(exchanged_parts(pair.pairings[w.key])) for w in pair.witnesses]
    if not found or not all(found):
        yield from _shares(pair)
        return
    witness, pairing = pair.witnesses[0], pair.pairings[pair.witnesses[0].key]
    for mine, theirs in found[0]:
        near = {mine.value, theirs.value} == {"all", "most"}
        counted = any(map(pairing.mine.is_figure, range(mine.end, mine.end + _NEAR)))
        severity = Severity.MINOR if near and not counted else Severity.MAJOR
        yield shown(
            pair,
            pairing.mine.span(mine.first, mine.end),
            witness,
            pairing.theirs.span(theirs.first, theirs.end),
            severity,
        )


@dataclass(frozen=True)
class _Quantified:
    value: str
    span: Span
    ends: Mapping[str, int]
    partitive: bool

    @property
    def nouns(self) -> frozenset[str]:
        """Stems of the words after the quantifier."""
        return frozenset(self.ends)

    def with_noun(self, common: frozenset[str]) -> Span:
        """Return the span up to the first noun that is in *common*; to the last ideograph."""
        ends = [(len(stem) > 1, end) for stem, end in self.ends.items() if stem in common]
        last = min(ends) if ends[0][0] else max(ends)
        return Span(self.span.start, last[1])


@lru_cache(maxsize=32)
def _words(lang: str) -> tuple[Phrases[str], frozenset[str], frozenset[str]]:
    data = load_pack(lang).section("numbers")
    return quantifiers(lang), frozenset(data.get("definite", ())), frozenset(data.get("links", ()))


def _quantified(segment: Segment, lang: str) -> Iterator[_Quantified]:
    phrases, definite, links = _words(lang)
    if not phrases.may_stand_in(segment.facts.words):
        return
    pieces = pieces_of(segment.facts.words, segment.span.start, lang)
    for value, first, end in phrases.all(pieces):
        at = end
        partitive = pieces[end - 1].fold in ("of",)
        while at < len(pieces) and pieces[at].fold in links:
            partitive = partitive or pieces[at].fold in definite
            at += 1
        nouns = _noun_phrase(pieces, at)
        if nouns:
            start = segment.span.start
            span = Span(start + pieces[first].start, start + pieces[end - 1].end)
            yield _Quantified(value, span, {p.stem: start + p.end for p in nouns}, partitive)


def _noun_phrase(pieces: tuple[Piece, ...], at: int) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces[at : at + _NEAR]:
        if piece.kind is not WordKind.WORD or not piece.fold.isalpha():
            break
        found.append(piece)
        if len(found) == 2:
            break
    return found


def _definite(segment: Segment, lang: str, nouns: frozenset[str]) -> Span | None:
    """Return ``the coastal states`` where the article names the whole: not *a pier of the port*."""
    _, definite, links = _words(lang)
    pieces = pieces_of(segment.facts.words, segment.span.start, lang)
    for at, piece in enumerate(pieces[:-1]):
        if piece.fold in definite and not (at and pieces[at - 1].fold in links):
            found = _noun_phrase(pieces, at + 1)
            if len(found) == 2 and {p.stem for p in found} == nouns:
                start = segment.span.start
                return Span(start + piece.start, start + found[-1].end)
    return None
