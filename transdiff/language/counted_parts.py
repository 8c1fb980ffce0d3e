"""What a text gives as a part of a whole: the portion itself, and those that counts tell of.

*Three of the five*, *nine of the victims*, *18 drones, 14 of which*, *all but two of the ships*.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from transdiff.facts import Quantity, Word, WordKind
from transdiff.language.listed import listed_phrases
from transdiff.language.owned import GENITIVE
from transdiff.language.reading import Reading

_TWO = 2
NOUNS = 3
"""Content words behind a portion that may be what it is of."""
_LED = 3
"""Words of what makes a count the whole of the next one: *out of the*."""
_AHEAD = 8
"""Words between a whole and so many of it: *of the five ships in the bay three sank*."""
RANGES = {
    "all": (1.0, 1.0),
    "nearly": (0.85, 0.999),
    "most": (0.55, 0.999),
    "half": (0.45, 0.54),
    "some": (0.01, 0.54),
    "not-all": (0.01, 0.99),
    "one": (0.001, 0.5),
    "few": (0.01, 0.4),
    "none": (0.0, 0.0),
}
_NEARLY_ALL = 0.97
"""From which share on a figure is rounded to all."""
_LINKS = 1
"""Small words between a portion and what it is of."""
_LINKED = 4
"""Words of a phrase that says of what a count is a part."""
_OWNING = 3
"""Words of an owner between a part and its whole."""
_CLAIM = 4
"""Content words behind a count that say what is told of it."""
_EXCEPTING = 2
"""Words of *all but*."""


@dataclass(frozen=True)
class Portion:
    """The words ``[first, end)`` for a share from *low* to *high*, and what it may be of."""

    low: float
    high: float
    first: int
    end: int
    nouns: tuple[int, ...]
    figure: bool = False
    percent: bool = False
    """Whether a figure tells it in percent, which other rules hold against figures in percent."""
    open_end: bool = False
    """Whether a figure leaves open how much more: *at least 90 percent*, which are not all."""
    parted: bool = False
    """Whether the words are but characters, several of which make a noun."""
    claim: tuple[int, ...] = ()
    """What is told of a count and need not be of its whole: *14 of them were shot down*."""

    @property
    def of_what(self) -> int:
        """Where the word ends that follows a portion, if it does so shortly."""
        end = next((i + 1 for i in self.nouns if 0 <= i - self.end <= _LINKS), self.end)
        while self.parted and end in self.nouns:
            end += 1
        return end

    def excludes(self, other: Portion) -> bool:
        """Whether both cannot be true of one thing."""
        return self.low > other.high or other.low > self.high

    def near(self, other: Portion) -> bool:
        """Whether one is all and the other nearly all; what a figure leaves out is told by it."""
        least = min(self.low, other.low)
        return least >= (_NEARLY_ALL if self.figure or other.figure else RANGES["nearly"][0])

    def overstates(self, other: Portion) -> bool:
        """Whether it is all, and the other a share that may be more, but is not said to be all."""
        return self.low == 1.0 and other.open_end and other.low < _NEARLY_ALL


def of_counts(
    reading: Reading, of_wholes: list[tuple[Quantity, Quantity]], excepted: list[Quantity]
) -> Iterator[Portion]:
    """Yield the portions that counts tell: *three of the five*, *all but two of the ships*."""
    for one, whole in of_wholes:
        sides = sorted((r.start, r.stop) for r in map(reading.inside, (one.span, whole.span)))
        included = whole.span < one.span and _is_included(reading, one)  # *120 of them boys*
        of = reading.inside((one if included else whole).span).stop
        part = one.value / whole.value
        nouns = reading.after(of, NOUNS)
        yield Portion(part, part, sides[0][0], sides[1][1], nouns, figure=True)
    for quantity in excepted:
        words = reading.inside(quantity.span)
        first = max(0, words.start - _EXCEPTING)
        yield Portion(*RANGES["most"], first, words.stop, reading.after(words.stop, NOUNS))


def of_others(
    reading: Reading, figures: list[Quantity], of_wholes: list[tuple[Quantity, Quantity]]
) -> Iterator[Portion]:
    """Yield the counts of which only the words say that they are parts of anything.

    *Nine of the victims*, *18 drones, 14 of which*: what is told of them is told of no others.
    """
    known = [q for parts in of_wholes for q in parts]
    books = [listed_phrases(reading.lang, "numbers", name) for name in ("of-those", "of-them")]
    before: Quantity | None = None
    for one in figures:
        plain = one.kind == "cardinal" and not one.unit and one.high is None and one.value >= _TWO
        stop = reading.inside(one.span).stop
        if plain and one not in known:
            of_those, of_them = (book.match(reading.words, stop) for book in books)
            if before is not None and of_them and one.value < before.value:
                nouns = reading.after(reading.inside(before.span).stop, 1)
                yield _counted(reading, one, of_them[1], nouns, one.value / before.value)
            elif of_those and not of_them:
                nouns = reading.beyond(of_those[1], 1)
                yield _counted(reading, one, of_those[1], nouns)
        before = one if plain else before


def _counted(
    reading: Reading, one: Quantity, end: int, nouns: tuple[int, ...], share: float = 0.0
) -> Portion:
    """Return the portion that a count is of what *nouns* name, be its *share* known."""
    low, high = (share, share) if share else (0.01, 0.99)
    last = max(end, *(i + 1 for i in nouns)) if nouns else end
    claim = reading.after(last, _CLAIM)
    return Portion(low, high, reading.inside(one.span).start, end, nouns, True, claim=claim)


def parted(reading: Reading, figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the counts of which the one is said to be of the other: *three of the five*."""
    links = listed_phrases(reading.lang, "numbers", "of-which-parts")
    for one, whole in pairwise(figures):
        if not all(q.kind == "cardinal" and not q.unit and q.high is None for q in (one, whole)):
            continue
        between = range(reading.inside(one.span).stop, reading.inside(whole.span).start)
        words = reading.words[between.start : between.stop]
        found = links.match(words, 0) if words else None
        led = found is not None and (found[1] == len(words) or _is_owned(words[found[1] :]))
        if led and 0 < one.value < whole.value:
            yield one, whole
        elif 0 < whole.value < one.value and _is_led(reading, one, whole):
            yield whole, one


def _is_owned(words: Sequence[Word]) -> bool:
    """Whether words before a figure only say whose they are: *of the country's nine reactors*."""
    return len(words) <= _OWNING and words[-1].fold.endswith(GENITIVE)


def _is_led(reading: Reading, whole: Quantity, one: Quantity) -> bool:
    """Whether a count is of the one before it: *of the five ships three sank*, *5家中有3家*."""
    first, stop = reading.inside(whole.span).start, reading.inside(whole.span).stop
    between = reading.words[stop : reading.inside(one.span).start]
    if len(between) > _AHEAD:
        return False
    within = listed_phrases(reading.lang, "numbers", "of-which-within")
    if any(end == len(between) for _, _, end in within.all(between)):
        return True
    links = listed_phrases(reading.lang, "numbers", "of-which-parts")
    led = links.before(reading.words, first, _LED)
    opening = led[1] if led else 0
    alone = not opening or reading.words[opening - 1].kind is WordKind.PUNCT
    return led is not None and alone


def included(reading: Reading, figures: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield the counts of which the one is told to be in the other: *640, including 120 boys*."""
    for whole, one in pairwise(figures):
        if not all(q.kind == "cardinal" and not q.unit and q.high is None for q in (one, whole)):
            continue
        if 0 < one.value < whole.value and _is_included(reading, one):
            yield one, whole


def _is_included(reading: Reading, one: Quantity) -> bool:
    """Whether words before a count say that it is in the one before it: *including 120 boys*."""
    links = listed_phrases(reading.lang, "numbers", "among")
    at = reading.inside(one.span).start
    return links.before(reading.words, at, _LINKED) is not None


def excepting(reading: Reading, excepted: list[Quantity]) -> Iterator[int]:
    """Yield the words of *all but* before the figures of what is excepted."""
    for quantity in excepted:
        words = reading.inside(quantity.span)
        yield from range(max(0, words.start - _EXCEPTING), words.stop)
