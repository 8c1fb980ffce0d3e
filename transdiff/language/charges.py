"""Charges: deeds that one reading lays to somebody's charge and the other tells as done."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.facts import Marker, WordKind
from transdiff.language.cues import STRICT, Cue
from transdiff.language.denials import both_sides, may_be_denied, nouns_have_capitals
from transdiff.language.hedges import only_names_source
from transdiff.language.listed import listed_phrases
from transdiff.language.modality import Shift
from transdiff.language.pack import load_pack
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading

_CHARGE = "charge"
_SETTLING = ("convict", "sentence", "investigate", "find", "confirm", "decide", "admit")
"""Events by which a charge is more than one, or still looked into."""
_DEED = 10
"""Content words of what somebody is accused of."""
_LEAST = 2
"""Words of the charge that the other reading must have."""


def told_as_done(pairing: Pairing) -> Iterator[Shift]:
    """Yield the deed that ``theirs`` has as a charge and ``mine`` tells as a fact.

    *Prosecutors accuse him of having forged 30 invoices*, *he forged 30 invoices*: nothing in
    ``mine`` says that anybody claims it, be it a source, a hedge or a verdict.
    """
    mine, theirs = pairing.mine, pairing.theirs
    cues = theirs.of_kind("event", _CHARGE)
    if not cues or not pairing.comparable or len(mine.facts) > 1 or _keeps_distance(pairing):
        return
    for cue in cues:
        if may_be_denied(theirs, cue.first) or _has_source(theirs, cue):
            continue
        paired = {i for j in _deed(theirs, cue) if (i := pairing.backward[j]) is not None}
        deeds = {i for i in mine.pasts if i in paired or pairing.foreign}
        if pairing.entire or mine.of_kind("tense", "past"):
            deeds |= {i for i in paired if not _names_thing(mine, i)}
        if len(paired) >= _LEAST and deeds:
            alleged = Marker(cue.marker.span, "hedge", "alleged")
            yield Shift(Cue(alleged, cue.first, cue.end), (min(deeds), min(deeds) + 1))
            return


def _has_source(reading: Reading, cue: Cue) -> bool:
    """Whether it is told by name who brings the charge: then it is a source that is lost."""
    brought = (a for f in reading.facts for a in f.attributions if a.stance == "accusation")
    return any(
        a.span.overlaps(cue.marker.span) and a.speaker is not None and a.speaker.named
        for a in brought
    )


def _names_thing(reading: Reading, index: int) -> bool:
    """Whether a word is a name, a date, a figure or a noun that shows as one."""
    noun = nouns_have_capitals(reading.lang) and reading.words[index].text[:1].isupper()
    return noun or reading.names_thing(index)


def _deed(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """The content words that may say what somebody is accused of, who accuses apart."""
    end = _end_of_charge(reading, cue)
    after = tuple(i for i in reading.beyond(cue.end, _DEED) if i < end)
    if both_sides(reading.lang):  # the verb stands last
        after = (*reading.up_to(cue.first, _DEED), *after)
    return tuple(i for i in after if i not in reading.source_words)


def _end_of_charge(reading: Reading, cue: Cue) -> int:
    """Return where the clause of *cue* ends, with what *that* or an infinitive's comma opens."""
    sentence, own = reading.sentence(cue.first), reading.clauses[cue.end - 1]
    pack = load_pack(reading.lang)
    openers = pack.words("attribution", "that")
    for i in range(cue.end, sentence.stop):
        if reading.clauses[i] != own and reading.words[i].kind is not WordKind.PUNCT:
            goes_on = pack.section("tense").get("comma-infinitives", False)
            return sentence.stop if goes_on or reading.words[i].fold in openers else i
    return sentence.stop


def _keeps_distance(pairing: Pairing) -> bool:
    """Whether ``mine`` names a source, a charge or a verdict, or hedges what it says."""
    mine = pairing.mine
    if any(f.attributions or f.quotations for f in mine.facts):
        return True
    if mine.of_kind("event", _CHARGE, *_SETTLING):
        return True
    if mine.of_kind("accusing", "verb", "charge", "suspicion"):
        return True
    if mine.of_kind("condition", *STRICT):
        return True
    if any(c.marker.value.startswith("legal:") for c in mine.of_kind("status")):
        return True
    if any(listed_phrases(mine.lang, "hedges.modal", "cases").all(mine.words)):
        return True  # have opened a case
    denied = len(mine.of_kind("negation", "not")) > len(pairing.theirs.of_kind("negation", "not"))
    if mine.of_kind("tense", "future") or denied:
        return True
    hedges = (c for c in mine.of_kind("hedge") if not only_names_source(mine, c))
    return any(c.marker.value != "soft" or pairing.forward[c.first] is None for c in hedges)
