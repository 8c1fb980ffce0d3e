"""Rule ``date-order``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span, WordKind
from transdiff.language.content import place_of
from transdiff.language.date_bounds import complementary_bounds
from transdiff.language.listed import listed_table
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.past import past_grammar
from transdiff.language.phrases import pieces_of
from transdiff.language.reading import Reading
from transdiff.language.rows import Folded
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.edges import OPPOSITE, is_denied_before
from transdiff.rules.facts.order_sides import arranged

_FOLLOWING = 4
_DENIAL = 4
"""Words before *before* among which a denial turns it round."""
_LEADING = 2
"""The longest wording of *until* right before *after*."""
_PLAIN = ("not",)
_PAIRED = 2
"""The fewest words of what follows that must pair where the first ones differ."""
_ARTICLES = frozenset({"the"})
_ORDER = frozenset({"before", "after"})


@rule(group="facts", category="date", severity="major")
def date_order(pair: Comparison) -> Iterator[Mark]:
    """Report an event put before another where every aligned reference puts it after.

    ``A after B`` and ``B before A`` say the same and are not reported: what follows the word must
    be the same on both sides, and so must the verb before it, if the other side has that verb.
    Where both sides say how far apart the two are, it is enough that the same comes before the
    word. One word of order between the same two events the other way about is the same mistake.

    Flagged:
    reference: The minister resigned before the charges were announced.
    translation: The minister resigned [[after]] the charges had been announced.

    reference: The road will stay closed until June.
    translation: The road will stay closed [[since]] June.

    reference: After the spring elections this year the mayor may form a coalition.
    translation: The mayor may form a coalition [[before]] this year's spring elections.
    reference: The mill burned down the day after the fair.
    translation: The mill burned down the day [[before]] the fair.

    reference: The crew saw the tug before their proximity alarm told them to turn.
    translation: The crew saw the tug only [[after]] the alarm had told them to turn.

    reference: The neighbours agreed on the border four years after clashes that killed 55 people.
    translation: Four years [[before]] deadly clashes the neighbours agreed on the border.

    reference: The driver died shortly after being taken to hospital.
    translation[de]: Der Fahrer starb kurz [[vor der]] Einlieferung ins Krankenhaus.

    reference[zh]: 市长在火灾发生三周后辞职。
    translation: The mayor resigned three weeks [[before]] the fire.

    reference: The shares fell as much as 7 percent before closing 4.1 percent lower.
    translation: The shares closed 4.1 percent lower [[before]] falling by as much as 7 percent.

    Allowed:
    reference: The shares fell as much as 7 percent before closing 4.1 percent lower.
    translation: The shares closed 4.1 percent lower after falling by as much as 7 percent.

    reference: The neighbours agreed on the border four years after clashes that killed 55 people.
    translation: The clashes broke out four years before the neighbours agreed on the border.

    reference: The bank left rates alone before the vote, and raised them after it.
    translation: The bank raised rates after the vote.

    reference: The court will not rule until after the election.
    translation: The court will not rule before the election.

    reference: The minister resigned before the charges were announced.
    translation: The charges were announced after the minister resigned.

    reference: The minister resigned before the charges were announced.
    translation: After his resignation the charges were announced.

    reference: The crown fell before the central bank raised its rate, and then recovered.
    translation: The crown fell, and recovered after the central bank had raised its rate.

    reference: The cells began to grow after eight months.
    translation: The cells began to grow, but not before eight months had passed.

    reference[vi]: Hôm trước bão đổ bộ, hôm sau cảng mở cửa.
    translation[vi]: Cảng mở cửa một hôm sau khi bão đổ bộ.

    reference: The duke foiled a coup after rebels had seized the radio.
    translation: The duke's troops retook the radio after the failed putsch.

    reference: The mill is closed until 3 May.
    translation: The mill is open from 3 May.

    reference: After the match the fans left before the rain came.
    translation: The fans left after the match, before the rain came.
    """
    mine = [e for e in _edges(pair.segment, pair.lang) if e.value in OPPOSITE]
    told = [(w, e) for w in pair.witnesses for e in _all(w)] if mine else []
    for edge in mine:
        ways = [(w, e, arranged(pair.pairings[w.key], edge.span, e.span)) for w, e in told]
        alike = [(w, e) for w, e, way in ways if way == "alike"]
        crossed = [
            (w, e) for w, e, way in ways if way == "turned" and {edge.value, e.value} <= _ORDER
        ]
        theirs = alike + [
            (w, e)
            for w, e in told
            if _same(pair.pairings[w.key], edge, e) and not _of_another(pair, w, edge.span, e.span)
        ]
        if any(_agree(edge, e) for _, e in theirs) or any(_opposed(edge, e) for _, e in crossed):
            continue
        if any(e.value == edge.value and e.back for _, e in told):
            continue  # "before the dinner and Mr Kim after it"
        opposed = [(w, e) for w, e in theirs if _opposed(edge, e)]
        opposed += [(w, e) for w, e in crossed if _agree(edge, e)]
        if not opposed:
            continue
        if complementary_bounds(pair.pairings[opposed[0][0].key]):
            continue  # closed until Monday, open from Monday
        witness, other = opposed[0]
        evidence = witness.evidence(other.span, value=other.value)
        sure = opposed[0] in alike or opposed[0] in crossed
        yield Mark.against(pair.evidence(edge.span), evidence, sure=sure)


class _Edge(NamedTuple):
    """A word of order, whether something before it is denied, and what follows it.

    ``back`` is true where a pronoun follows: *after it* names what the sentence has named.
    """

    value: str
    denied: bool
    span: Span
    after: tuple[str, ...]
    back: bool


def _opposed(one: _Edge, other: _Edge) -> bool:
    """Whether they say the contrary; *not before June* and *after June* do not."""
    return other.value == OPPOSITE[one.value] and one.denied == other.denied


def _agree(one: _Edge, other: _Edge) -> bool:
    return other.value == one.value or (
        other.value == OPPOSITE[one.value] and one.denied != other.denied
    )


def _all(witness: Witness) -> Iterator[_Edge]:
    for segment in witness.segments:
        yield from _edges(segment, witness.lang)


def _same(pairing: Pairing, mine: _Edge, theirs: _Edge) -> bool:
    """Whether the same thing follows: the same first words, or what pairs with most of them.

    *Before this year's election* and *after the election this year* name one election.
    """
    if mine.after and theirs.after and mine.after[0] == theirs.after[0]:
        shared = len(set(mine.after) & set(theirs.after))
        if shared * 2 >= min(len(mine.after), len(theirs.after)):
            return True
    one = pairing.mine.after(pairing.mine.inside(mine.span).stop, _FOLLOWING)
    other = pairing.theirs.after(pairing.theirs.inside(theirs.span).stop, _FOLLOWING)
    paired = {j: i for i in one if (j := pairing.forward[i]) in other}
    first = {*one[:1]} <= {*paired.values()}, {*other[:1]} <= paired.keys()
    if not all(first) and (pairing.foreign or not any(first) or len(paired) <= _PAIRED):
        return False  # the warning system, their collision warning system
    return len(paired) >= _PAIRED and len(paired) * 2 >= min(len(one), len(other))


def _of_another(pair: Comparison, witness: Witness, mine: Span, theirs: Span) -> bool:
    """Whether the verbs before the two words pair, but not with each other."""
    pairing = pair.pairings[witness.key]
    i, j = _verb_before(pairing.mine, mine), _verb_before(pairing.theirs, theirs)
    if i is None or j is None:
        return False
    return pairing.forward[i] not in (None, j) or pairing.backward[j] not in (None, i)


def _verb_before(reading: Reading, span: Span) -> int | None:
    """Return the last word before *span* that is, or looks like, a past verb."""
    endings = past_grammar(reading.lang).endings
    looking = (i for i in reading.content if reading.words[i].fold.endswith(endings))
    pasts = {*reading.pasts, *looking}
    return max((i for i in pasts if reading.words[i].span.end <= span.start), default=None)


def _edges(segment: Segment, lang: str) -> Iterator[_Edge]:
    edges = listed_table(lang, "dates", "edges")
    if not edges.may_stand_in(segment.facts.words):
        return
    pieces = pieces_of(segment.facts.words, segment.span.start, lang)
    stop = frozenset(load_pack(lang).words("numbers", "stop"))
    articles = load_pack(lang).words("roles", "articles")
    pronouns = load_pack(lang).words("dates", "meant")
    for value, first, end in edges.all(pieces):
        after = [
            p.stem
            for p in pieces[end:]
            if p.fold not in stop and p.kind is not WordKind.PUNCT and p.fold not in _ARTICLES
        ]
        start = segment.span.start
        span = Span(start + pieces[first].start, start + pieces[end - 1].end)
        led = pieces[end].fold if end < len(pieces) else ""
        relative = any(m.relative and m.span.contains(span) for m in segment.facts.moments)
        if relative and led not in articles:
            continue  # the day before is a day; "the day before the storm" puts it before another
        denied = _is_denied(segment, span, pieces[:first], lang)
        yield _Edge(value, denied, span, tuple(after[:_FOLLOWING]), led in pronouns)


def _is_denied(segment: Segment, span: Span, ahead: Sequence[Folded], lang: str) -> bool:
    """Whether a denial turns a word of order round; *not until after June* is *after June*."""
    edges, denials = listed_table(lang, "dates", "edges"), load_pack(lang).words("negation", "not")
    led = edges.before(ahead, len(ahead), _LEADING)
    if led is not None and led[0] == "until":
        return False
    near = any(p.fold in denials for p in ahead[-_DENIAL:])
    place, _ = place_of(segment.facts.words, span)
    return near or is_denied_before(segment, place, lang, _PLAIN)
