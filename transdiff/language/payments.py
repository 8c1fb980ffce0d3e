"""Payments: who gives a sum to whom, be it told of the giver or of the receiver.

*The club must pay the player 3 million*, *the player is owed 3 million by the club*. ``[payments]``
of a pack has the verbs of either side and what stands before the other party.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from transdiff.language.gender import gendered
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_BETWEEN = 4
"""Small words between a verb and either party: *will have to pay the*."""
_OWNERS = ("'s", "s'")


@dataclass(frozen=True)
class Payment:
    """The words ``[first, end)`` of paying and those of either party; a pronoun is a party too."""

    first: int
    end: int
    giver: frozenset[int]
    receiver: frozenset[int]


def reversed_payment(pairing: Pairing) -> tuple[Payment, Payment] | None:
    """Return the payments of both readings if who gives in one receives in the other."""
    if pairing.foreign:
        return None
    mine, theirs = list(_payments(pairing.mine)), list(_payments(pairing.theirs))
    if len(mine) != 1 or len(theirs) != 1:
        return None
    (here,), (there,) = mine, theirs
    one_verb = pairing.forward[here.first] == there.first
    if not one_verb and not _money(pairing.mine) & _money(pairing.theirs):
        return None
    straight = _meet(pairing, here.giver, there.giver) + _meet(
        pairing, here.receiver, there.receiver
    )
    crossed = _meet(pairing, here.giver, there.receiver), _meet(pairing, here.receiver, there.giver)
    return (here, there) if all(crossed) and not straight else None


def _meet(pairing: Pairing, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    """Whether two parties are one: a word pairs, or a pronoun of one gender is all they have."""
    if any(pairing.forward[i] in theirs for i in mine):
        return True
    return any(
        mine & {*here} and theirs & {*gendered(pairing.theirs).get(key, ())}
        for key, here in gendered(pairing.mine).items()
        if key[0] == "pronouns"
    )


def _money(reading: Reading) -> set[tuple[float, str]]:
    quantities = (q for f in reading.facts for q in f.quantities)
    return {(q.value, q.unit) for q in quantities if q.kind == "money"}


def _payments(reading: Reading) -> Iterator[Payment]:
    for side in ("giving", "receiving"):
        for _, first, end in listed_phrases(reading.lang, "payments", side).all(reading.words):
            subject = _party(reading, range(first - 1, reading.sentence(first).start - 1, -1))
            other = _other(reading, first, end, side)
            if subject and other and not _is_paid(reading, first, side):
                yield Payment(
                    first, end, *((subject, other) if side == "giving" else (other, subject))
                )


def _is_paid(reading: Reading, first: int, side: str) -> bool:
    """Whether the verb is a passive, whose subject is the sum: *the fee is paid by the club*."""
    passive = load_pack(reading.lang).words("roles", "passive")
    before = reading.words[max(0, first - 2) : first]
    return side == "giving" and any(w.fold in passive for w in before)


def _other(reading: Reading, first: int, end: int, side: str) -> frozenset[int]:
    """Return the party behind the verb: *pay the club a fee*, *pay a fee to the club*.

    Of a receiver it is behind a preposition.
    """
    pack = load_pack(reading.lang)
    stop = reading.sentence(first).stop
    links = pack.words("payments", "to" if side == "giving" else "from")
    at = next((k for k in range(end, stop) if reading.words[k].fold in links), None)
    direct = _party(reading, range(end, stop)) if side == "giving" else frozenset()
    behind = max(direct, default=stop - 1) + 1
    articles = pack.words("roles", "articles")
    twofold = behind < stop and (
        reading.words[behind].fold in articles or reading.is_figure(behind)
    )
    if at is None or (direct and twofold):
        return direct
    return _party(reading, range(at + 1, stop))


def _party(reading: Reading, places: range) -> frozenset[int]:
    """Return the first noun phrase or pronoun among *places*, which may run backwards.

    Of a party's own things it is the party: *the costs of the club*, *her costs*.
    """
    pronouns = {i for key, at in gendered(reading).items() if key[0] == "pronouns" for i in at}
    needs = (c for c in reading.of_kind("event") if c.marker.value == "require")
    small = {i for c in needs for i in range(c.first, c.end)}
    found: list[int] = []
    for n, i in enumerate(places):
        if i in pronouns or reading.is_figure(i):
            found = found or [i] * (i in pronouns)
            break
        if reading.is_content[i] and i not in small:
            if found and _is_name(reading, found[-1]) > _is_name(reading, i):
                break  # Brix a fee
            found.append(i)
            if reading.words[i].fold.endswith(_OWNERS) and places.step > 0:
                break
        elif (found and not _links(reading, i)) or n >= _BETWEEN + len(found):
            break
    return frozenset(found)


def _links(reading: Reading, index: int) -> bool:
    """Whether a word ties a noun to the one before it: *the museum in Olm*, *head of the bank*."""
    pack = load_pack(reading.lang)
    small = {*pack.words("roles", "of"), *pack.words("roles", "inside")}
    if reading.words[index].fold in small:
        return True
    article = reading.words[index].fold in pack.words("roles", "articles")
    return article and index > 0 and reading.words[index - 1].fold in small


def _is_name(reading: Reading, index: int) -> bool:
    return reading.words[index].text[:1].isupper()
