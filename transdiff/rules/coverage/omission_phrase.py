"""Rule ``omission-phrase``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Span, WordKind
from transdiff.language.calendar import compatible, shared
from transdiff.language.contrasts import is_adjective
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.holes import Hole, holes
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.slots import Layout, Slot
from transdiff.language.title_holders import surname
from transdiff.language.verbs import is_verb
from transdiff.model import Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.lost import lost_words
from transdiff.rules.coverage.reworded import is_aside, is_reworded, is_support, is_told
from transdiff.rules.layouts import closest, is_sentence, said_elsewhere
from transdiff.rules.modifiers import is_weighty
from transdiff.steps import FREE, PARALLEL

_TIGHT = 2
"""Words on either side that both texts must share for a slot to be tight."""
_PHRASE = 3
"""Words of the reference that one phrase may have."""
_CLOSE = 0.6
"""Closeness from which a word that is missing in a tight slot counts as lost."""
_LIKELY = 0.6
"""Log odds from which a word of a translation that keeps step counts as lost."""
_PART, _COMPOUND = 4, 8
"""Letters of a part of a compound, and of a compound."""
_NO_VERB = ("ing", "ly")
"""Endings of words that are no verb by themselves."""


@rule(group="coverage", category="omission", severity="major", residual=True)
def omission_phrase(pair: Comparison, *, details: bool = False) -> Iterator[Mark]:
    """Report a word of a closely matching reference that is gone from the middle of a sentence.

    Where the article runs along the reference word by word, a gap shows what was lost. It is major
    if the sentence cannot do without: neighbours meet that cannot be neighbours (*at a in Sochi*),
    or, in a text that is not put together from several, a verb, a whole name or a modifier that
    changes the claim (*former*, *alleged*) is gone.
    In a text that keeps step with the reference, sentence for sentence, any word counts that is
    more likely lost than said in other words; how likely is learnt from human translations.
    A verb of saying for another, a name for the whole of it, and a verb for a noun with a verb that
    only supports it lose nothing. Anything else that is missing from so tight a place is left to
    the translator: reported as minor with ``details=true``.

    Flagged:
        reference: An accident happened at a building site in Sochi last Saturday.
        translation: An accident happened at a[[]] in Sochi last Saturday.

        reference: The parades in honour of the fleet were reviewed by the president on Sunday.
        translation: The parades in honour of the[[]] were reviewed by the president on Sunday.

        reference: The firm said it would appeal, and the court adjourned the hearing until May.
        translation: The firm said it would appeal, and the court[[]] the hearing until May.

        reference: Several children from Kestrel were taken to hospital on Monday, the police said.
        translation: On Monday several children from[[]] were taken to hospital, the police said.

        reference: The guard told the visitors that Varga had left the building.
        translation: The guard told the visitors that[[]] had left the building.

    Flagged with details=true:
        reference: The old bridge over the river was closed to heavy lorries in March.
        translation: The old bridge over the stream was closed to[[]] lorries in spring.

    Allowed:
        reference[de]: Ein Sprecher der Feuerwehr sagte, der Brand sei gelegt worden.
        translation[de]: Der Brand wurde gelegt, so ein Feuerwehrsprecher.

        reference: The camp is short of tents, the mayor, Ana Ruiz, told the council on Monday.
        translation: The camp is short of tents, the mayor told the council on Monday.

        reference: An accident happened at a building site in Sochi last Saturday.
        translation: On Saturday there was an accident at a site in Sochi.

        reference: The old bridge over the river was closed to heavy lorries in March.
        translation: The old bridge over the stream was closed to lorries in spring.

        reference: The rangers, who had made contact with the herders, said that it was too late.
        translation: The rangers, who had contacted the herders, said that it was too late.

        reference: The workers at the dock voted for a strike in May, the union announced.
        translation: The workers at the dock voted for a strike in May, the union said.

        reference: The medical personnel and the nurses were thanked by the mayor.
        translation: The medical staff and the nurses were thanked by the mayor.

        reference: In order to save water, the council closed two pools on Monday.
        translation: To save water, the council closed two pools on Monday.

        reference: The Harbour Workers' Union (HWU) has called its members out for Friday.
        translation: The Harbour Workers' Union has called its members out for Friday.

        reference: The ship had come from the United States with a cargo of grain.
        translation: The ship had come from the US with a cargo of grain.
    """
    found = closest(pair)
    if found is None:
        return
    witness, layout = found
    places: set[int] = set()
    words: set[int] = set()
    for loss in (*_losses(pair, witness, layout), *_likely(pair, witness, layout)):
        told = loss.place in places or not words.isdisjoint(loss.theirs)
        if told or (not loss.grave and not details) or _is_held(layout, loss.theirs):
            continue
        if _is_compounded(layout, loss.theirs) or _is_source(layout, loss.theirs):
            continue
        places.add(loss.place)
        words.update(loss.theirs)
        yield _mark(witness, layout, loss)


def _is_held(layout: Layout, lost: range) -> bool:
    """Whether a lost name is of somebody whom the office tells: *the minister, Ana Ruiz, said*."""
    if not lost:
        return False
    kept = {t.function for f in layout.mine.facts for t in f.titles if t.function}
    for facts in layout.theirs.facts:
        held = {t.holder for t in facts.titles if t.function in kept and t.holder}
        for name in facts.names:
            inside = layout.theirs.inside(name.span)
            if name.parts and surname(name, layout.theirs.lang) in held and {*lost} <= {*inside}:
                return True
    return False


def _is_source(layout: Layout, lost: range) -> bool:
    """Whether all that is lost is who said it, which rules on sources look after.

    *Said, 59, a resident*: where the verb is kept, a name was lost.
    """
    if any(f.attributions for f in layout.mine.facts):
        return False
    sources = [a.source_span for f in layout.theirs.facts for a in f.attributions if a.source_span]
    spans = [layout.theirs.words[j].span for j in lost if layout.theirs.is_content[j]]
    return bool(spans) and all(any(source.contains(s) for source in sources) for s in spans)


def _is_compounded(layout: Layout, lost: range) -> bool:
    """Whether every lost word is part of a longer one here: *Sprecher der Feuerwehr* and its
    *Feuerwehrsprecher*, in a language that writes compounds as one word.
    """
    if not nouns_have_capitals(layout.mine.lang) or layout.theirs.lang != layout.mine.lang:
        return False
    own = [w.fold for w in layout.mine.words if len(w.fold) > _COMPOUND]
    words = [layout.theirs.words[j].stem for j in lost if layout.theirs.is_content[j]]
    return bool(words) and all(
        len(part) >= _PART and any(part in word and part != word for word in own) for part in words
    )


class _Loss(NamedTuple):
    """Words ``theirs`` of the reference that are missing before the word ``place``."""

    place: int
    theirs: range
    grave: bool


def _losses(pair: Comparison, witness: Witness, layout: Layout) -> Iterator[_Loss]:
    free = pair.whole.in_step[witness.key] <= FREE  # a rewriting may leave out what it likes
    gaps = {} if free else {hole.place: hole for hole in _new_holes(layout)}
    for slot in layout.slots:
        if layout.only_mine(slot):
            continue
        lost = layout.only_theirs(slot)
        at = [i for i in range(slot.mine.start, slot.mine.stop + 1) if i in gaps]
        for i in at:
            sure = gaps.pop(i).sure
            if lost or (sure and slot.theirs):
                yield _Loss(i, slot.theirs, grave=True)
        if lost and not at and not slot.mine and _is_tight(layout, slot):
            told = any(said_elsewhere(pair, witness, layout.theirs.words[j].stem) for j in lost)
            if not told:
                grave = not free and _weighs(pair, witness, layout, slot, lost)
                yield _Loss(slot.mine.start, slot.theirs, grave)
    less = any(layout.only_theirs(slot) for slot in layout.slots)
    for i, hole in gaps.items():
        if hole.sure or (hole.moved and less and layout.closeness >= _CLOSE):
            yield _Loss(i, range(0), grave=True)


def _likely(pair: Comparison, witness: Witness, layout: Layout) -> Iterator[_Loss]:
    """What is more likely lost than said in other words, in a text that keeps step.

    A headline leaves words out as it likes.
    """
    if pair.whole.in_step[witness.key] < PARALLEL or not is_sentence(layout.mine):
        return
    words: dict[int, list[int]] = {}
    for lost in lost_words(layout):
        if lost.odds < _LIKELY or is_reworded(layout, lost.word):
            continue
        if _attributes(layout.theirs, lost.word) or _is_dated_alike(layout, lost.word):
            continue
        if not said_elsewhere(pair, witness, layout.theirs.words[lost.word].stem):
            words.setdefault(lost.place, []).append(lost.word)
    for place, found in words.items():
        yield _Loss(place, range(found[0], found[-1] + 1), grave=True)


def _attributes(theirs: Reading, index: int) -> bool:
    """Whether a word names a source or says that it spoke, which rules on sources look after."""
    span = theirs.words[index].span
    return any(a.span.overlaps(span) for facts in theirs.facts for a in facts.attributions)


def _new_holes(layout: Layout) -> Iterator[Hole]:
    """The holes of the article where the reference does not have the same neighbours."""
    words = layout.mine.words
    found = holes(words, layout.mine.lang)
    if not found:
        return
    met = {(a.fold, b.fold) for a, b in pairwise(layout.theirs.words)}
    for hole in found:
        inside = 0 < hole.place < len(words)
        if not inside or (words[hole.place - 1].fold, words[hole.place].fold) not in met:
            yield hole


def _is_tight(layout: Layout, slot: Slot) -> bool:
    """Whether both texts go on alike on either side of a short gap."""
    if len(slot.theirs) > _PHRASE or layout.closeness < _CLOSE:
        return False
    size = len(layout.mine.words)
    around = [slot.mine.start - k for k in range(1, _TIGHT + 1)]
    around += [slot.mine.start + k for k in range(_TIGHT)]
    return all(i in layout.partners or not 0 <= i < size for i in around)


def _weighs(
    pair: Comparison, witness: Witness, layout: Layout, slot: Slot, lost: list[int]
) -> bool:
    """Whether the sentence cannot do without what is lost: a name, a verb, a noun."""
    if all(is_aside(layout, j) for j in lost):
        return False
    if all(_is_lost_name(pair, witness, layout.theirs, j) for j in lost):
        return _ends_phrase(layout.mine, slot.mine.start)
    if len(slot.theirs) != 1 or _is_dated(layout.theirs, lost[0]):
        return False
    opening = _before_nouns(layout.mine.lang)
    first, after = slot.mine.start - 1, slot.mine.start
    before = layout.mine.words[first].fold if first >= 0 else ""
    word = layout.theirs.words[lost[0]]
    if is_weighty(word, layout.theirs.lang):
        return True
    if is_verb(word, layout.theirs.lang) and not word.fold.endswith(_NO_VERB):
        follows = layout.mine.words[after].fold if after < len(layout.mine.words) else ""
        wanted = not _at(layout.mine, first) or follows in _after_verbs(layout.mine.lang)
        if not wanted or before in opening:
            return False
        return not (is_told(layout, lost[0]) or is_support(layout, lost[0]))
    described = first > 0 and layout.mine.words[first - 1].fold in opening
    counted = first >= 0 and layout.mine.words[first].kind is WordKind.NUMBER
    counted = counted and not is_adjective(word, layout.theirs.lang)
    headless = (described and _at(layout.mine, first)) or counted
    return headless and _ends_phrase(layout.mine, after)


def _ends_phrase(reading: Reading, index: int) -> bool:
    """Whether no noun can follow: the word at *index* is grammar, a mark, the end, or a verb."""
    if not _at(reading, index):
        return True
    word = reading.words[index]
    plain = not word.fold.endswith((*_NO_VERB, "ed")) and word.text == word.fold
    return plain and is_verb(word, reading.lang)


@lru_cache(maxsize=64)
def _after_verbs(lang: str) -> frozenset[str]:
    """The words that a verb wants after a noun: an object, or a clause."""
    classes = load_pack(lang).section("grammar").get("classes", {})
    return _before_nouns(lang) | frozenset((*classes.get("clause", ()), *classes.get("object", ())))


@lru_cache(maxsize=64)
def _before_nouns(lang: str) -> frozenset[str]:
    """The words that want a noun."""
    classes = load_pack(lang).section("grammar").get("classes", {})
    return frozenset((*classes.get("determiner", ()), *classes.get("possessive", ())))


def _at(reading: Reading, index: int) -> bool:
    """Whether the word at *index* carries content."""
    return 0 <= index < len(reading.words) and reading.is_content[index]


def _is_dated(theirs: Reading, index: int) -> bool:
    """Whether a word belongs to a date, which the rules on dates look after."""
    span = theirs.words[index].span
    return any(m.span.overlaps(span) for facts in theirs.facts for m in facts.moments)


def _is_dated_alike(layout: Layout, index: int) -> bool:
    """Whether a word belongs to a date that the article gives in fewer words."""
    span = layout.theirs.words[index].span
    told = [m for facts in layout.theirs.facts for m in facts.moments if m.span.overlaps(span)]
    mine = [m for facts in layout.mine.facts for m in facts.moments]
    return any(shared(one, other) and compatible(one, other) for one in mine for other in told)


def _is_lost_name(pair: Comparison, witness: Witness, theirs: Reading, index: int) -> bool:
    """Whether a word belongs to a name no word of which stands anywhere in the article."""
    span = theirs.words[index].span
    here = pair.whole.said_here
    return any(
        name.sure
        and name.span.overlaps(span)
        and not here.spellings.keys() & set(name.parts)
        and not (name.concept and name.concept in here.concepts)
        for segment in witness.segments
        for name in segment.facts.names
    )


def _mark(witness: Witness, layout: Layout, loss: _Loss) -> Mark:
    words = layout.mine.words
    at = words[loss.place - 1].span.end if loss.place else words[0].span.start
    if loss.theirs:
        span = layout.theirs.span(loss.theirs.start, loss.theirs.stop)
        evidence = witness.evidence(span, Role.MISSING)
        message = f'{witness.key} "{evidence.quote}" is missing'
    else:
        first, last = witness.segments[0].span, witness.segments[-1].span
        evidence = witness.evidence(Span(first.start, last.end), Role.NEAREST)
        message = "a word is missing here"
    severity = None if loss.grave else Severity.MINOR
    return Mark(Span(at, at), message, (evidence,), severity)
