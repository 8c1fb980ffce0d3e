"""Rule ``place-elsewhere``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name
from transdiff.language.accounts import GENITIVE
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.rule import Mark, rule
from transdiff.rules.names.known import is_known, is_known_word, words_of
from transdiff.rules.names.misplaced import may_be_one, misplaced

_PREPOSITIONS = ("inside", "outside", "prepositions", "of")
"""Keys of the pack's ``[roles]``: words right behind which the name of a place stands."""
_ABOUT = 5
"""Words before a place among which what is there stands, or what happened there."""


class Seat(NamedTuple):
    """The name of a place, and the content words before it: *a bridge near the town at Tolun*."""

    name: Name
    there: tuple[int, ...]


@rule(group="names", category="place", severity="major")
def place_elsewhere(pair: Comparison) -> Iterator[Mark]:
    """Report a place that the references know, put where they have another one.

    A merge of several stories sets the scene of one fact in the place of another, and a slip sets
    one country of the story for another. Either what stands before the preposition is the same in
    the linked sentence, with another place behind it that the article names nowhere, and no
    reference sentence has it beside the article's. Or each sentence has one place of which the
    other is silent: two countries, two towns, in one spot between the same words, joined to the
    same name, or nothing else left beside them. A place that lies in the other one, and a capital
    that stands for its country, are no other place.

    Flagged:
        reference: Lorries wait at the ford near Tolun. In Bashal houses were swept away.
        translation: Lorries wait at the ford near [[Bashal]]. Houses were swept away.

        reference: Police seized two boats in Ferrol. Sailors in Vigo were paid.
        translation: Two boats were seized in [[Vigo]].

    Allowed:
        reference: Lorries wait at the ford near Tolun. The ford near Bashal is open.
        translation: Lorries wait at the ford near Bashal.

        reference: Lorries wait at the ford near Tolun. In Bashal houses were swept away.
        translation: Lorries wait at the ford near Tolun, not far from Bashal.

        reference: Lorries wait at the ford near Tolun, opposite Bashal.
        translation: Lorries wait at the ford near Bashal.

    Flagged with linked=auto:
        reference: Night trains to Denmark and Norway run again. Sweden welcomed the ruling.
        translation: Night trains to [[Sweden]] and Norway run again. Denmark was glad of it.

    Flagged with linked=auto:
        reference: Peru's energy minister resigned on Monday. It rained. Chilean miners cheered.
        translation: The energy minister of [[Chile]] resigned on Monday.

    Flagged with linked=auto:
        reference[fr]: La pêche fait vivre 600.000 personnes au Sénégal. Le Ghana achète des thons.
        translation[fr]: La pêche fait vivre 600.000 personnes au [[Ghana]].

    Flagged with linked=auto:
        reference[ru]: Экспорт зерна через Румынию прекращён. Правительство Болгарии следит за этим.
        translation: Grain exports through [[Bulgaria]] have stopped.

    Allowed with linked=auto:
        reference: Night trains to Denmark run again. Sweden and Denmark share the long bridge.
        translation: Night trains on the bridge from Sweden run again.

    Allowed with linked=auto:
        reference: The minister spoke in Mali on Monday. Crops have failed across Africa.
        translation: The minister spoke in Africa on Monday.

    Allowed with linked=auto:
        reference: Kenya sent the boats to Oman on Monday. Oman thanked the Kenyan navy.
        translation: Oman was sent the boats by Nairobi on Monday.
    """
    found = next(misplaced(pair), None)
    if found is not None:
        put_for = found.witness.evidence(found.theirs.span)
        yield Mark.against(pair.evidence(found.mine.span), put_for)
        return
    mine = seats(pair.reading)
    for witness in (w for w in pair.witnesses if mine and w.lang == pair.lang):
        forward = pair.pairings[witness.key].forward
        theirs = seats(witness.reading)
        for seat in mine:
            said = {forward[i] for i in seat.there}
            other = next((s for s in theirs if said.intersection(s.there)), None)
            if other is None or not _is_moved(pair, seat, other.name, witness):
                continue
            theirs_named = witness.evidence(other.name.span)
            yield Mark.against(pair.evidence(seat.name.span), theirs_named)
            return


def seats(reading: Reading) -> list[Seat]:
    """Return the names of places right behind a preposition, with what stands before that."""
    known = {w for key in _PREPOSITIONS for w in load_pack(reading.lang).words("roles", key)}
    names = [n for facts in reading.facts for n in facts.names]
    named = {i for n in names for i in reading.inside(n.span)}
    found = []
    for name in (n for n in names if n.kind != "person" and n.sure):
        places = reading.inside(name.span)
        at = places.start - 1
        after = reading.words[places.stop - 1 : places.stop + 1]
        owner = after[0].fold.endswith(GENITIVE) or any(w.fold in GENITIVE for w in after)
        if at < 0 or owner or reading.words[at].fold not in known:
            continue
        before = (i for i in range(max(0, at - _ABOUT), at) if i not in named)
        there = (i for i in before if reading.is_content[i])
        found.append(
            Seat(name, tuple(i for i in there if reading.clauses[i] == reading.clauses[at]))
        )
    return found


def _is_moved(pair: Comparison, mine: Seat, theirs: Name, witness: Witness) -> bool:
    """Whether the references have the article's place elsewhere, and the article none of theirs."""
    whole, name = pair.whole, mine.name
    if {name.kind, theirs.kind} - {"place", "unknown"} or may_be_one(name, theirs, pair.lang):
        return False
    if not is_known(name, whole.said_by_references, pair.lang):
        return False
    here = words_of(theirs.text)
    if any(is_known_word(w, "", whole.said_here, pair.lang) for w in here):
        return False
    beside = (s for s in witness.segments if s.span.contains(theirs.span))
    if any(may_be_one(name, n, pair.lang) for s in beside for n in s.facts.names):
        return False
    return not _beside_it(pair, mine)


def _beside_it(pair: Comparison, seat: Seat) -> bool:
    """Whether any reference sentence has what is there together with the article's place."""
    stems = {pair.reading.words[i].stem for i in seat.there}
    return any(
        may_be_one(seat.name, name, pair.lang)
        and not stems.isdisjoint(w.stem for w in part.facts.words)
        for story in pair.whole.references.values()
        for part in story.segments
        for name in part.facts.names
    )
