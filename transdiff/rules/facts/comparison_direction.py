"""Rule ``comparison-direction``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import permutations

from transdiff.company import weighed
from transdiff.comparison import Comparison, Witness
from transdiff.facts import Marker, Quantity, Span, WordKind
from transdiff.language.amounts import kind_of
from transdiff.language.content import function_words
from transdiff.language.exchange import Moves, crossed, middle, moves
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.relations import other_relation
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import changes, same_figure, shown, witnessed

_KINDS = ("direction", "comparison")
_LEVELS = ("to", "from")
_SEVERAL = 3
"""Changes of a sentence that are told apart."""
_COMPANY = 0.4
"""The share of the words about a change that must stand about its evidence."""
_COMMON = 2
"""Words that the surroundings of two opposite words must share."""


@rule(group="facts", category="comparison", severity="critical")
def comparison_direction(pair: Comparison) -> Iterator[Mark]:
    """Report a rise where every aligned reference has a fall, or less where they have more.

    A change with a figure is recognised by the figure; one without by the words around it.
    ``A is older than B`` and ``B is younger than A`` say the same. Against a text in another
    language ``as many A as B`` is neither ``more`` nor ``fewer``.

    Flagged:
    reference: Exports fell 12 percent in the second quarter.
    translation: Exports [[rose]] 12 percent in the second quarter.

    reference: Support stands at 61 percent, down from 68 percent.
    translation: Support stands at 61 percent, [[up from]] 68 percent.

    reference: The local currency weakened against the dollar after the vote.
    translation: The local currency [[strengthened]] against the dollar after the vote.

    reference: Imported panels were cheaper than local ones, the report said.
    translation: Imported panels were [[more expensive]] than local ones, the report said.

    reference: The bank raised its growth forecast to 2.1% from 1.8%.
    translation: The bank [[lowered]] its growth forecast to 2.1% from 1.8%.

    reference[vi]: Xuất khẩu gạo giảm 4,2% trong quý I.
    translation: Rice exports [[rose]] 4.2 percent in the first quarter.

    reference[zh]: 出口增长9.7%。
    translation: Exports [[fell]] 9.7 percent.

    reference[es]: Llegaron 820 personas, un 41 % menos que hace un año.
    translation[fr]: Il est arrivé 820 personnes, soit 41 % [[de plus]] qu'il y a un an.

    reference[de]: Die Mieten stiegen um drei Prozent.
    translation[de]: Die Mieten [[gingen]] um drei Prozent zurück.

    reference: The wage gap between the regions narrowed, economists said.
    translation: Economists said the wage gap between the regions [[widened]].

    reference: Gas emissions fell slightly after Tuesday, while the ground rose by a hand.
    translation: Gas emissions [[rose]] slightly after Tuesday, and the ground rose by a hand.

    reference: The council left the fee unchanged at 40 euros.
    translation: The council [[raised]] the fee to 40 euros.

    reference[ru]: Провинцию покинуло меньше врачей, чем учителей.
    translation: [[More doctors than]] teachers left the province.

    reference[de]: Im Hafen lagen ebenso viele Fischerboote wie Fähren.
    translation: There were [[fewer fishing boats than]] ferries in the harbour.

    reference: Sales of new bicycles outstripped those of mopeds in the town last year.
    translation: The town's shops sold [[more mopeds than]] new bicycles last year.

    Allowed:
    reference[ru]: Провинцию покинуло больше учителей, чем врачей.
    translation: Fewer doctors than teachers left the province.

    reference: Exports fell 12 percent in the second quarter.
    translation: In the second quarter exports declined by 12 percent.

    reference: The elder brother is older than the captain.
    translation: The captain is younger than the elder brother.

    reference: Exports fell 12 percent while imports rose 3 percent.
    translation: Imports rose 3 percent; exports dropped 12 percent.

    reference: Annual inflation slowed to 2.9 percent from 3.6 percent.
    translation: Prices were 2.9 percent higher than a year before.

    reference: Turnout was 58 percent, four points more than in the last election.
    translation: In the last election turnout was four points less than this year's 58 percent.

    reference: More ships than lorries were checked.
    translation: Fewer lorries than ships were checked.

    reference: The river rose 42 centimetres.
    translation: The river is 42 centimetres higher.

    reference[ru]: Экспорт сократился на 15%.
    translation: Exports fell 15 percent.

    reference: Imports fell in spring while exports rose, the office said.
    translation: Exports rose in spring and imports fell, the office said.

    reference: Wage growth could slow the return to the target of 3 percent.
    translation: Rising wages could delay the return to the target of 3 percent.

    reference: The shares of the bank were down 7 percent, the biggest loser in the index.
    translation: The shares of the bank lost 7 percent, more than any other in the index.

    reference: He won in 61 minutes, one ahead of the field, and took 19 seconds off the record.
    translation: He won in 61 minutes, lowering the record by 19 seconds.

    reference: The truce collapsed within days.
    translation: The truce lasted no more than days.
    """
    turned = [*_told(pair)]
    sure = {span for span, *_ in turned} if len(turned) == 1 and _one_change(pair) else set()
    told = [
        *turned,
        *_steadied(pair),
        *_bare(pair, "direction"),
        *_bare(pair, "comparison"),
    ] or [*_related(pair)]
    seen: set[Span] = set()
    for span, witness, other in told:
        if span not in seen:
            seen.add(span)
            mark = shown(pair, span, witness, other)
            yield mark if span in sure else weighed(mark, pair, _COMPANY)


def _one_change(pair: Comparison) -> bool:
    """Whether one figure that a change is by is all that either side tells of changes."""
    sides = [[*changes(pair.segment, *_KINDS)], witnessed(pair, *_KINDS)]
    return all(len(side) == len(pair.witnesses) == 1 for side in sides) and all(
        kind_of(change.quantity) == "share" for side in sides for change in side
    )


Told = tuple[Span, Witness, Span]


def _told(pair: Comparison) -> Iterator[Told]:
    """A figure that goes with a rise here and with a fall there, in whichever words."""
    theirs = witnessed(pair, *_KINDS)
    for change in changes(pair.segment, *_KINDS):
        same = [
            c
            for c in theirs
            if same_figure(change.quantity, c.quantity)
            and not _level_and_change(change.quantity, c.quantity)
        ]
        opposite = {_polarity(c.marker) for c in same} == {-_polarity(change.marker)}
        if _describes(change.marker, pair.segment, pair.lang):
            continue
        witness = same[0].witness if opposite else None
        if witness and witness.lang != pair.lang and _compares(change.marker, same[0].marker):
            continue  # what is compared with what cannot be seen
        if witness and not _exchanged(pair, change.marker, witness, same[0].marker):
            yield change.marker.span, witness, same[0].marker.span


def _compares(mine: Marker, theirs: Marker) -> bool:
    return mine.kind == theirs.kind == "comparison"


def _steadied(pair: Comparison) -> Iterator[Told]:
    """A figure that was reached by a change here and was left as it was there, or the reverse."""
    for mine, theirs in (("direction", "steady"), ("steady", "direction")):
        stated = witnessed(pair, theirs)
        alike = witnessed(pair, mine)
        for change in changes(pair.segment, mine):
            same = [c for c in stated if same_figure(change.quantity, c.quantity)]
            known = any(same_figure(change.quantity, c.quantity) for c in alike)
            other = any(
                same_figure(change.quantity, c.quantity) for c in changes(pair.segment, theirs)
            )
            if same and not known and not other and same[0].witness:
                yield change.marker.span, same[0].witness, same[0].marker.span


def _level_and_change(one: Quantity, other: Quantity) -> bool:
    """Whether one figure is where a change led or began and the other how large another one was."""
    return (one.role in _LEVELS) != (other.role in _LEVELS)


def _apart(pair: Comparison) -> frozenset[Span]:
    """The words of direction whose figure is a level here and a change there, or the reverse."""
    theirs = witnessed(pair, *_KINDS)
    return frozenset(
        change.marker.span
        for change in changes(pair.segment, *_KINDS)
        for c in theirs
        if same_figure(change.quantity, c.quantity)
        and _level_and_change(change.quantity, c.quantity)
    )


def _bare(pair: Comparison, kind: str) -> Iterator[Told]:
    """One word of direction on either side, opposite, in the same surroundings."""
    markers = _plain_of(pair.segment, kind)
    markers = [m for m in markers if not _describes(m, pair.segment, pair.lang)]
    if kind == "comparison" and _plain_of(pair.segment, "direction"):
        return  # "rose less than expected" still rose
    compared = {_polarity(m) for m in _plain_of(pair.segment, "comparison")}
    if kind == "direction" and len(markers) == 1 and -_polarity(markers[0]) in compared:
        return  # growth could be lower
    if kind == "direction" and 1 < len(markers) <= _SEVERAL:
        yield from _each(pair, markers)
    if len(markers) != 1 or markers[0].span in _apart(pair):
        return
    marker = markers[0]
    found = [
        (w, m) for w in pair.witnesses for s in w.segments for m in _plain(s) if m.kind in _KINDS
    ]
    same = [f for f in found if f[1].kind == kind]
    found = same if same or kind == "direction" else found
    if {_polarity(m) for _, m in found} != {-_polarity(marker)}:
        return
    witness, other = max(found, key=lambda f: _straight(pair, marker, *f))
    if _straight(pair, marker, witness, other) >= _COMMON and not _short(
        pair, marker, witness, other
    ):
        yield marker.span, witness, other.span


def _related(pair: Comparison) -> Iterator[Told]:
    """Two things of which all references say that they are equal, or the other way round."""
    found = [(w, other_relation(pair.pairings[w.key])) for w in pair.witnesses]
    witness, told = found[0]
    if told is not None and all(other is not None for _, other in found):
        pairing, (mine, theirs) = pair.pairings[witness.key], told
        here, there = (mine.first, mine.end), (theirs.first, theirs.end)
        yield pairing.mine.span(*here), witness, pairing.theirs.span(*there)


def _each(pair: Comparison, markers: Sequence[Marker]) -> Iterator[Told]:
    """Several changes in a sentence, each held against the one that stands among its words.

    A change is turned round if the best way to pair the changes of both sides pairs it with its
    opposite.
    """
    for witness in pair.witnesses:
        theirs = [m for s in witness.segments for m in _plain(s) if m.kind == "direction"]
        if witness.lang != pair.lang or len(theirs) != len(markers):
            continue
        worth = {(a, b): _straight(pair, a, witness, b) for a in markers for b in theirs}
        ways = [
            (sum(worth[two] for two in zip(markers, order, strict=True)), order)
            for order in permutations(theirs)
        ]
        best, order = max(ways, key=lambda way: way[0])
        for n, (mine, other) in enumerate(zip(markers, order, strict=True)):
            held = [w for w, way in ways if _polarity(way[n]) == _polarity(mine)]
            opposite = _polarity(other) == -_polarity(mine)
            if opposite and worth[mine, other] >= _COMMON and best > max(held, default=0):
                yield mine.span, witness, other.span


def _describes(marker: Marker, segment: Segment, lang: str) -> bool:
    """Whether a word only describes what is spoken of: *rising wages* is *wage growth*."""
    words = segment.facts.words
    at = bisect_right(words, marker.span.start, key=lambda w: w.span.start)
    if at == len(words) or words[at - 1].span.end != marker.span.end:
        return False
    before = words[at - 2].fold if at > 1 else ""
    verbal = before in load_pack(lang).words("roles", "passive")
    listed = words[at - 1].fold in load_pack(lang).words("comparison", "attributive")
    return (
        listed
        and not verbal
        and words[at].fold not in function_words(lang)
        and (words[at].kind is WordKind.WORD)
    )


def _short(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> bool:
    """Whether both words are too short to mean a change by themselves (``cut``, ``lost``)."""
    text, theirs = pair.whole.story.document.text, witness.story.document.text
    words = (marker.span.of(text), other.span.of(theirs))
    return all(len(word) <= 4 and word.isascii() for word in words)


def _plain(segment: Segment) -> list[Marker]:
    """Return the markers that are no bound of a figure (``more than 200``)."""
    bounds = [q.bound_span for q in segment.facts.quantities if q.bound_span is not None]
    return [m for m in segment.facts.markers if not any(m.span.overlaps(b) for b in bounds)]


def _plain_of(segment: Segment, kind: str) -> list[Marker]:
    return [m for m in _plain(segment) if m.kind == kind]


def _polarity(marker: Marker) -> int:
    return 1 if marker.value in ("up", "more") else -1


def _straight(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> int:
    """Words in common around both, less those that changed places: *A is older than B*."""
    found = _moves(pair, marker, witness, other)
    both = crossed(found)
    return len(found) - 4 * (max(both) if marker.kind == "comparison" else min(both))


def _exchanged(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> bool:
    """Whether what is compared has changed places: *A is older than B*, *B is younger than A*."""
    compared = "comparison" in (marker.kind, other.kind)
    return compared and all(crossed(_moves(pair, marker, witness, other)))


def _moves(pair: Comparison, marker: Marker, witness: Witness, other: Marker) -> Moves:
    pairing = pair.pairings[witness.key]
    both = _between(pairing.mine, marker), _between(pairing.theirs, other)
    here = _told_by(pairing.mine, [pair.segment])
    return moves(pairing, *both, (here, _told_by(pairing.theirs, witness.segments)))


def _between(reading: Reading, marker: Marker) -> range:
    own = reading.inside(marker.span)
    return middle(reading, own) if marker.kind == "comparison" else own


def _told_by(reading: Reading, segments: Sequence[Segment]) -> frozenset[int]:
    """The words that say who told it, which may stand at either end of a sentence."""
    spans = [
        span
        for segment in segments
        for a in segment.facts.attributions
        for span in (a.span, a.source_span)
        if span is not None
    ]
    return frozenset(i for span in spans for i in reading.inside(span))
