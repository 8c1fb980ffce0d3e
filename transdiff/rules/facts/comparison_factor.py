"""Rule ``comparison-factor``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transdiff.comparison import Comparison
from transdiff.facts import Quantity
from transdiff.language.content import place_of
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.words import stem_word
from transdiff.model import Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_FALLS = ("direction", "down")
_MARKS = ",;:，；、،"
_SLACK = 0.01
_OTHER = 0.2
"""Share by which two factors differ that are no roundings of one."""
_BEHIND = 12
"""Code points behind a factor in which a word may say that it is so many times less."""


_BESIDE, _BEHIND_VERB = 16, 48
"""Code points between a factor and a word that says that something falls by it, where this stands
behind it, and where before it with what falls: *снижает число приступов вдвое*."""

_NEXT = 24
"""Code points between a factor and the figure that it is of, or that it comes to."""
_APPOSING = (",", ":", "(", "—", "–", "，", "：", "（", "،")


@rule(group="facts", category="comparison", severity="critical")
def comparison_factor(pair: Comparison) -> Iterator[Mark]:
    """Report *half as many* where the reference has *twice as many*, of the same thing.

    Where the two things that are compared change places with the factor, both texts say the same.

    Flagged:
        reference: The price of wheat has doubled within a year to 420 crowns a tonne.
        translation: A tonne of wheat now costs 420 crowns, [[three]] times as much as a year ago.

        reference: The observatory counted 900 meteors, twice as many as in the year before.
        translation: The observatory counted 900 meteors, [[half]] as many as in the year before.

        reference[es]: La planta produjo 80 toneladas, el doble que en enero.
        translation[es]: La planta produjo 80 toneladas, [[la mitad]] que en enero.

        reference: About 900 meteors were seen from the hill, twice as many as in 1990.
        translation: From the hill [[half]] as many meteors were seen as in 1990, about 900.

        reference: Rents in the old town are half those by the lake.
        translation: Rents in the old town are [[double]] those by the lake.

        reference[ru]: Добыча угля выросла вдвое.
        translation: Coal output was cut by [[half]].

        reference[uk]: Порт обробив 300 контейнерів, що вдвічі більше, ніж торік.
        translation[uk]: Порт обробив 300 контейнерів, [[удвічі менше]] порівняно з минулим роком.

    Allowed:
        reference: The price of wheat has doubled within a year to 420 crowns a tonne.
        translation: A tonne of wheat now costs 420 crowns, two times as much as a year ago.

        reference[ru]: Добыча угля на шахте сократилась вдвое из-за пожара.
        translation: Coal output at the mine has fallen by half because of a fire.

        reference: The pill reduces the number of attacks by half.
    translation[ru]: Таблетка сокращает число приступов вдвое.

    reference[uk]: Видобуток вугілля скоротився втричі.
        translation: Coal output has fallen to a third.

        reference: The old mill grinds twice as much flour as the new one.
        translation: The new mill grinds half as much flour as the old one.

        reference: The mill in Orth grinds twice as much flour a year as the larger one in Lund.
        translation: Lund's mill, though larger, grinds half the flour that Orth's does a year.

        reference[es]: El observatorio contó 210 meteoros, la mitad de los 420 de mayo.
        translation[en]: The observatory counted 210 meteors; in May there were twice as many, 420.

        reference: The observatory counted 900 meteors, twice as many as in the year before.
        translation: The year before the observatory had counted half as many meteors.
    """
    mine = _factors([pair.segment], pair.lang)
    for witness in pair.witnesses if len(mine) == 1 else ():
        theirs = _factors(witness.segments, witness.lang)
        if len(theirs) != 1:
            continue
        here, there = mine[0][0], theirs[0][0]
        if _is_other(mine[0], theirs[0]):
            yield shown(pair, here.span, witness, there.span, Severity.MAJOR)
            return
        if not _turned(mine[0][1], theirs[0][1]):
            continue
        base, result = _behind(witness.segments, there), _behind([pair.segment], here)
        told = base is not None and result is not None and base.value == result.value
        if told and _tells_its_value(pair, here):
            continue  # half of the 440, twice as many, 440
        if _in_order(pair.pairings[witness.key], here, there):
            yield shown(pair, here.span, witness, there.span)
            return


def _tells_its_value(pair: Comparison, factor: Quantity) -> bool:
    """Whether only a mark parts a factor from what it comes to: *twice as many, 440*."""
    value = _behind([pair.segment], factor)
    if value is None:
        return False
    start = pair.segment.span.start
    between = pair.segment.text[factor.span.end - start : value.span.start - start].rstrip()
    return between.endswith(_APPOSING)


def _behind(segments: Sequence[Segment], factor: Quantity) -> Quantity | None:
    """The next figure of the factor's sentence, close behind it: *half of the 440*."""
    own = (q for s in segments for q in s.facts.quantities)
    return next((q for q in own if 0 < q.span.start - factor.span.end <= _NEXT), None)


def _factors(segments: Sequence[Segment], lang: str) -> list[tuple[Quantity, float]]:
    """Return the factors of *segments* and what each multiplies by.

    *Three times fewer* is a third, and so is *fell threefold*; of a fraction less nothing is known.
    """
    less = load_pack(lang).words("comparison.relations", "less")
    found = []
    for segment in segments:
        for q in segment.facts.quantities:
            factor = q.kind in ("multiple", "fraction") or _multiplies(q, segment, lang)
            if not factor or q.high is not None or not q.value:
                continue
            fewer = any(
                w.fold in less
                for w in segment.facts.words
                if 0 <= w.span.start - q.span.end <= _BEHIND
            )
            if q.kind != "fraction":
                divides = q.value > 1 and (fewer or _divides(q, segment))
                found.append((q, 1 / q.value if divides else q.value))
            elif not fewer:
                found.append((q, q.value))
    return found


def _divides(factor: Quantity, segment: Segment) -> bool:
    """Whether what the factor stands beside falls: *сократился вдвое* is down to a half."""
    at, start = factor.span, segment.span.start
    for fall in (m.span for m in segment.facts.markers if (m.kind, m.value) == _FALLS):
        between = segment.text[fall.end - start : max(at.start, fall.end) - start]
        ahead = fall.end <= at.start and not any(mark in between for mark in _MARKS)
        if at.gap(fall) <= (_BEHIND_VERB if ahead else _BESIDE):
            return True
    return False


def _multiplies(quantity: Quantity, segment: Segment, lang: str) -> bool:
    """Whether a count says by how much: *three times as many*, not *warned three times*."""
    pack = load_pack(lang)
    words = segment.facts.words
    end = place_of(words, quantity.span)[1]
    often = {stem_word(w, lang) for w in pack.words("numbers", "occasions")}
    behind = words[end + 1].fold if end + 1 < len(words) else ""
    counts = quantity.kind == "cardinal" and bool(often & {*quantity.nouns[:1]})
    return counts and behind in pack.words("numbers", "multiplied")


def _is_other(mine: tuple[Quantity, float], theirs: tuple[Quantity, float]) -> bool:
    """Whether both make more of one thing, by another factor: *doubled*, *three times as many*."""
    (one, by), (other, by_other) = mine, theirs
    least, most = sorted((by, by_other))
    return one.bound is other.bound and least > 1 and most - least > _OTHER * most


def _turned(one: float, other: float) -> bool:
    """Whether one makes more of what the other makes less of, by the same factor."""
    return one != 1 and abs(one * other - 1) <= _SLACK


def _in_order(pairing: Pairing, mine: Quantity, theirs: Quantity) -> bool:
    """Whether what is before the factor, and what it is compared with, are so on both sides."""
    here, there = pairing.mine.inside(mine.span), pairing.theirs.inside(theirs.span)
    clauses = pairing.mine.clauses
    behind = (k for k in range(here.stop, len(clauses)) if clauses[k] == clauses[here.start])
    base = list(_places(pairing, behind))
    before = [j < there.start for j in _places(pairing, range(here.start))]
    return all(before) and (base[-1] >= there.stop if base else bool(before))


def _places(pairing: Pairing, words: Iterable[int]) -> Iterator[int]:
    """Yield where the content words among *words* stand in the other text."""
    content = set(pairing.mine.content)
    return (j for i in words if i in content and (j := pairing.forward[i]) is not None)
