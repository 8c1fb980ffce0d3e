"""Names of the article that no reference knows, and the names that stand where they stand.

A name is known if any reference has its words anywhere, in any spelling policy, or its concept.
For an unknown one the linked text is searched for a counterpart: a name that the article lacks,
spelled nearly alike, standing between the same words, or left over in a text that is otherwise
close; failing that, for one in any sentence (:mod:`transdiff.rules.names.beyond`). What may be one
name in two forms is no counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name
from transdiff.language.concepts import is_part, stands_for
from transdiff.language.dictionary import UNCASED
from transdiff.language.name_words import cues_of
from transdiff.model import Segment
from transdiff.rules.names.beside import joined_with_same, same_preposition
from transdiff.rules.names.beyond import put_for
from transdiff.rules.names.gap import OPENING, in_gap, stand_apart
from transdiff.rules.names.known import (
    are_two_towns,
    is_copied,
    is_known_word,
    is_town_of,
    may_be_called_so,
    words_of,
)
from transdiff.rules.names.nearby import lone_speakers, put_here
from transdiff.rules.names.stranger import Stranger
from transdiff.rules.names.unknown import (
    is_common,
    is_descriptive,
    unknown_names,
    without_trade,
)
from transdiff.rules.names.variants import (
    ends_otherwise,
    is_akin,
    is_spelt_alike,
    is_variant,
    resembles,
)
from transdiff.rules.surroundings import place_between, shared_part

_ALIKE = 0.4
"""Share of common words from which a name missing on either side is one for the other."""
_LONE = 0.2
"""The same for two persons, and for two names of one kind that the table knows."""
_CLOSELY = 0.55
"""Share of common words from which the names may also be of different kinds."""
_HELD = 24
"""Code points from an office to what it is over: *president of the republic of*."""
_TOWNS = "town."
"""Begins the identifiers of towns by which their regions are called too."""


def strangers(pair: Comparison) -> tuple[Stranger, ...]:
    """Return the sentence's names that no reference knows, each with its counterpart.

    A pair of names that the sentence has twice is told once.
    """
    known = pair.whole.said_by_references
    unknown = unknown_names([pair.segment], known, pair.lang, common=True)
    abroad = [w.lang for w in pair.witnesses if w.lang != pair.lang]
    mine = [_whole_town(name, [pair.segment], pair.lang, abroad) for name in unknown]
    found = [s for name in mine if (s := _near(pair, name) or _replaced(pair, name))]
    found += _elsewhere(pair, mine, found) if len(found) < len(mine) else ()
    found += _beyond(pair, mine, found) if len(found) < len(mine) else ()
    found += _nearby(pair, mine, found)
    found = [s for s in found if not (_is_domain(pair, s.mine) and _holds_office(pair, s))]
    found = [s for s in found if not stands_for(s.mine.concept, s.theirs.concept)]
    once = {(s.mine.skeleton, s.theirs.skeleton): s for s in reversed(found)}
    return tuple(sorted(once.values(), key=lambda s: s.mine.span))


def _whole_town(name: Name, segments: Sequence[Segment], lang: str, others: Sequence[str]) -> Name:
    """The town of several words of which one is unknown: *Quang Nam* where it is Quảng Ninh."""
    if name.kind != "place" or name.concept or not others:
        return name
    names = (n for s in segments for n in s.facts.names if " " in n.text)
    whole = next((n for n in names if n.span.contains(name.span)), name)
    return whole if any(is_town_of(whole, lang, of) for of in (lang, *others)) else name


def _elsewhere(
    pair: Comparison, mine: Sequence[Name], found: Sequence[Stranger]
) -> Iterator[Stranger]:
    """Yield further names of *mine* with what is left of the linked texts' names for them."""
    open_ones = {n.span for n in mine if not is_common(n, pair.lang)}
    open_ones -= {s.mine.span for s in found}
    if not open_ones:
        return
    left = {w.key: _missing(pair, w) for w in pair.witnesses}
    for stranger in found:
        _take(left, stranger)
    for witness in (w for w in pair.witnesses if w.lang == pair.lang):
        for name in mine:
            same = [n for n in left[witness.key] if _is_spelling(name, n, pair.lang)]
            if same:  # one name in two spellings
                open_ones.discard(name.span)
                left[witness.key] = [n for n in left[witness.key] if n not in same]
    for name in mine:
        if name.span in open_ones:
            counterpart = _for(pair, name, left)
            if counterpart:
                _take(left, counterpart)
                yield counterpart


def _beyond(
    pair: Comparison, mine: Sequence[Name], found: Sequence[Stranger]
) -> Iterator[Stranger]:
    """Yield the names of *mine* that are left with what other sentences have for them."""
    held = {s.mine.span for s in found}
    taken = [s.theirs for s in found]
    for name in (n for n in mine if n.span not in held):
        if (other := put_for(pair, name, taken)) is not None:
            taken.append(other.name)
            yield Stranger(name, other.name, other.key, False)


def _nearby(
    pair: Comparison, mine: Sequence[Name], found: Sequence[Stranger]
) -> Iterator[Stranger]:
    """Yield the names of *mine* that are left with what this sentence alone lacks."""
    held = {s.mine.span for s in found}
    lone = [n for n in lone_speakers(pair) if n not in mine]
    for name in (n for n in (*mine, *lone) if n.span not in held):
        other = put_here(pair, name) or put_for(pair, name, (), lacking=False)
        if other is not None:
            yield Stranger(name, other.name, other.key, False)


def _missing(pair: Comparison, witness: Witness) -> list[Name]:
    """The names of the linked text that the article lacks."""
    here = pair.whole.said_here
    names = unknown_names(witness.segments, here, witness.lang, common=True)
    others = [pair.lang] if witness.lang != pair.lang else []
    return [_whole_town(n, witness.segments, witness.lang, others) for n in names]


def _take(left: dict[str, list[Name]], stranger: Stranger) -> None:
    """Strike the counterpart of *stranger* off what is left."""
    span = stranger.theirs.span
    left[stranger.key] = [n for n in left[stranger.key] if not n.span.overlaps(span)]


def _for(pair: Comparison, mine: Name, left: dict[str, list[Name]]) -> Stranger | None:
    """The name among those *left* that *mine* was put for."""
    for witness in pair.witnesses:
        theirs = _counterpart(pair, witness, mine, left[witness.key])
        theirs = theirs or _in_place(pair, witness, mine)
        if theirs is not None:
            return Stranger(mine, theirs, witness.key, False)
    return None


def _replaced(pair: Comparison, mine: Name) -> Stranger | None:
    """The name that the closest text has in the place of *mine*."""
    found = in_gap(pair, mine)
    if found is None or found[1].text in pair.whole.said_here.acronyms:
        return None  # what is spelled out is no other body
    return Stranger(mine, found[1], found[0].key, False)


def _near(pair: Comparison, mine: Name) -> Stranger | None:
    """A name of the linked text that is spelled nearly like *mine*."""
    mine = next((n for n in pair.segment.facts.names if n.span.contains(mine.span)), mine)
    if mine.concept or is_common(mine, pair.lang):
        return None
    mine = without_trade(mine, pair.lang)
    for witness in pair.witnesses:
        if witness.lang in UNCASED:
            continue
        for segment in witness.around:
            for theirs in segment.facts.names:
                if not theirs.concept and _has_other_ending(pair, witness, mine, theirs):
                    return Stranger(mine, theirs, witness.key, False)
                if are_two_towns((mine, pair.lang), (theirs, witness.lang)):
                    continue
                if not theirs.concept and resembles(mine, theirs, pair.lang, witness.lang):
                    return Stranger(mine, theirs, witness.key, True)
    return None


def _has_other_ending(pair: Comparison, witness: Witness, mine: Name, theirs: Name) -> bool:
    """Whether *theirs* begins like *mine*, ends otherwise, and is not in the article."""
    if witness.lang != pair.lang or not ends_otherwise(mine, theirs, pair.lang):
        return False
    return not is_known_word(words_of(theirs.text)[-1], "", pair.whole.said_here, pair.lang)


def _counterpart(pair: Comparison, witness: Witness, mine: Name, left: list[Name]) -> Name | None:
    """Return the name among those *left* that stands where *mine* stands."""
    shared = shared_part(pair, witness)
    if shared < _CLOSELY or witness.lang != pair.lang or not mine.text:
        left = [n for n in left if not _of_two_kinds(mine, n)]
    left = [n for n in left if not (_tabled_apart(mine, n) or is_part(n.concept, mine.concept))]
    if mine.kind == "place":  # the domain of an office is not put for its holder
        holders = {t.holder for s in witness.segments for t in s.facts.titles if t.holder}
        left = [n for n in left if n.kind != "person" or not holders & set(n.parts[-1:])]
    if not left:
        return None
    if witness.lang == pair.lang:
        if (joined := joined_with_same(pair, witness, mine, left)) is not None:
            return joined
        left = [n for n in left if not is_variant(mine, n, pair.lang, shared)]
    elif len(left) == 1 and are_two_towns((mine, pair.lang), (left[0], witness.lang)):
        return left[0] if shared >= _LONE else None
    elif not mine.concept:
        left = [n for n in left if _copies_otherwise(pair, witness, mine, n)]
        return left[0] if len(left) == 1 and shared >= _LONE else None
    slot = place_between(pair.pairings[witness.key], mine.span)
    inside = [n for n in left if slot and slot.overlaps(n.span)]
    fitting = [n for n in inside if witness.lang == pair.lang or n.concept]
    fitting = [n for n in fitting if mine.concept or not is_common(n, witness.lang)]
    if fitting:
        return fitting[0]
    if not mine.sure and shared < OPENING:
        return None
    left = [n for n in left if _instead(pair, witness, mine, n, shared)]
    return next((n for n in left if not _parted(pair, mine, n)), None)


def _holds_office(pair: Comparison, stranger: Stranger) -> bool:
    """Whether what the reference has in the place of a name is somebody in office."""
    theirs = stranger.theirs
    titles = (t for w in pair.witnesses for s in w.around for t in s.facts.titles)
    return any(t.holder in theirs.parts[-1:] for t in titles if t.holder)


def _is_domain(pair: Comparison, name: Name) -> bool:
    """Whether a name is what an unnamed holder's office is over: *the head of the Red Cross*.

    Right behind a name it is the holder's: *the commander of the Armed Forces Anna Lind*.
    """
    text = pair.whole.story.document.text
    between = (
        text[t.span.end : name.span.start]
        for t in pair.segment.facts.titles
        if not t.holder and 0 < name.span.start - t.span.end <= _HELD
    )
    return any(b.replace(" ", "").isalpha() and b.split()[-1].islower() for b in between)


def _parted(pair: Comparison, mine: Name, theirs: Name) -> bool:
    """Whether what stands in the place of either name is something else.

    A person's name may have moved with its sentence.
    """
    if mine.kind == theirs.kind == "person" and " " in mine.text and " " in theirs.text:
        return False
    return stand_apart(pair, mine, theirs)


def _copies_otherwise(pair: Comparison, witness: Witness, mine: Name, theirs: Name) -> bool:
    """Whether a name of another language, which would be copied, can only be another name.

    A town that the news names often may have a name in each language.
    """
    if not is_copied(pair.lang, witness.lang) or not (mine.sure and theirs.sure):
        return False
    if theirs.concept or mine.kind != theirs.kind or mine.kind not in ("person", "place"):
        return False
    if is_common(mine, pair.lang) or is_common(theirs, witness.lang):
        return False
    if is_descriptive(mine, pair.lang) and is_descriptive(theirs, witness.lang):
        return False  # Bolsa de Cereales, Grain Exchange
    return not may_be_called_so((mine.text, pair.lang), (theirs.text, witness.lang))


def _in_place(pair: Comparison, witness: Witness, mine: Name) -> Name | None:
    """Return the name of the reference that stands between the same words as *mine*.

    Another form of it may stand elsewhere in the article, so it need not be missing: *arrive in the
    United States and other Russian cities* for *in Moscow and other Russian cities*.
    """
    shared = shared_part(pair, witness)
    if witness.lang != pair.lang or not mine.sure or shared < _CLOSELY:
        return None
    slot = place_between(pair.pairings[witness.key], mine.span)
    names = [n for s in witness.segments for n in s.facts.names if slot and slot.contains(n.span)]
    theirs = names[0] if len(names) == 1 else None
    if theirs is None or not theirs.sure or is_common(theirs, witness.lang):
        return None
    alike = len({mine.kind, theirs.kind} - {"unknown"}) < 2
    if not alike or not _is_absent(pair, theirs, witness.lang):
        return None
    one = is_variant(mine, theirs, pair.lang, shared) or is_akin(mine, theirs)
    return None if one else theirs


def _is_absent(pair: Comparison, name: Name, lang: str) -> bool:
    """Whether the article has none of the words of a name."""
    here, words = pair.whole.said_here, words_of(name.text)
    return bool(words) and not any(is_known_word(w, "", here, lang) for w in words)


def _is_spelling(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether a name that the article lacks is the very one that it seems not to know."""
    if not mine.text or not theirs.text or (mine.concept and theirs.concept):
        return False
    return is_spelt_alike(mine, theirs, lang)


def _tabled_apart(mine: Name, theirs: Name) -> bool:
    """Whether the table knows both, as unlike things: *the Pentagon* is not put for *the US*."""
    return bool(mine.concept and theirs.concept) and mine.kind != theirs.kind


def _of_two_kinds(mine: Name, theirs: Name) -> bool:
    """Whether one is plainly a person and one a place; an adjective is a country's."""
    kinds = {mine.kind, theirs.kind}
    return kinds == {"person", "place"} or (not mine.text and theirs.kind != "place")


def _instead(pair: Comparison, witness: Witness, mine: Name, theirs: Name, shared: float) -> bool:
    """Whether two names, wherever they stand, are one for the other: nothing else is left."""
    if is_common(theirs, witness.lang):
        return False
    same = len({mine.kind, theirs.kind} - {"unknown"}) < 2
    persons = same and _is_person(mine, pair.lang) and _is_person(theirs, witness.lang)
    known = bool(mine.concept and theirs.concept) and mine.kind == theirs.kind
    tabled = same and known and (witness.lang == pair.lang or witness.is_likely_abroad(pair.lang))
    places = mine.kind == theirs.kind == "place" and mine.sure and theirs.sure
    placed = places and same_preposition(pair, witness, mine, theirs)
    if shared < (_LONE if persons or tabled or placed else _ALIKE):
        return False
    if same and (bool(mine.concept) <= bool(theirs.concept) or _is_town(mine, pair.lang)):
        return True
    return shared >= _CLOSELY and witness.lang == pair.lang


def _is_town(name: Name, lang: str) -> bool:
    """Whether the table knows a town by this name, not as what an unknown place may lie in."""
    regions = cues_of(lang).places
    known = name.concept.startswith(_TOWNS)
    return known and not any(w.casefold() in regions for w in name.text.split())


def _is_person(name: Name, lang: str) -> bool:
    """Whether a name of several words can only be somebody's."""
    return name.kind == "person" and name.sure and not is_descriptive(name, lang)
