"""Rule ``attribution-source-upgraded``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution, Span, Speaker
from transdiff.language.content import is_content, words_within
from transdiff.language.identity import same_speaker
from transdiff.language.pack import load_pack
from transdiff.language.reporting import JUNIOR, reporting
from transdiff.language.stated_sources import owner_of
from transdiff.language.words import stem_word
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.vouchers import is_nameless
from transdiff.rules.statements import closest, statements

_BODIES = frozenset(
    {
        "government", "ministry", "police", "company", "agency", "central-bank", "court", "party",
        "parliament", "military", "embassy", "federation", "union",
    }
)  # fmt: skip
"""Roles of bodies, as which nobody speaks who works for them and gives no name."""


_ANY = frozenset({"official"})
"""Roles of those who may work for any body: *an official*, *the ministry*."""


@rule(group="meaning", category="attribution_source", severity="major")
def attribution_source_upgraded(pair: Comparison) -> Iterator[Mark]:
    """Report a source that the article makes more authoritative than any reference does.

    What a person close to an inquiry says is not what prosecutors say, and an adviser does not
    speak as the minister. Flagged when every aligned reference names a source without authority
    and the article an institution or the principal.

    Flagged:
    reference: Two more arrests are likely, a source close to the inquiry said.
    translation: Two more arrests are likely, [[prosecutors]] said.

    reference: An adviser to the finance minister said the tax would be cut.
    translation: [[The finance minister]] said the tax would be cut.

    reference: A diplomat who asked not to be named said the talks had stalled.
    translation: [[The foreign ministry]] said the talks had stalled.

    reference: One of the board members argued against the sale, a person close to it said.
    translation[de]: [[Die Bank]] teilte mit, einer der Vorstände habe gegen den Verkauf gestimmt.

    reference: A Western diplomat said the envoy would be in Riga next week.
    translation: [[The foreign ministry]] said the envoy would be in Riga next week.

    reference: Norland-backed media said the bridge had been mined.
    translation: [[Norland]] said the bridge had been mined.

    reference: The boat was full, said a harbour police officer who asked not to be named.
    translation: The boat was full, [[the harbour police]] said.

    reference[es]: Un colaborador eficaz declaró a la Fiscalía que hubo sobornos en efectivo.
    translation[es]: Hubo sobornos en efectivo, según [[la Fiscalía]].

    Allowed:
    reference: The Norland-backed governor said the bridge had been mined.
    translation: The governor, whom Norland backs, said the bridge had been mined.

    reference: Two more arrests are likely, a source close to the inquiry said.
    translation: Two more arrests are likely, according to sources.

    reference: Karel Novak, an adviser to the minister, said the tax would be cut.
    translation: Novak said the tax would be cut.

    reference: The boat was full, said a harbour police officer who asked not to be named.
    translation: The boat was full, an officer of the harbour police said.

    reference: An official said the bridge had been closed.
    translation: The city council said the bridge had been closed.

    reference: A source in the ministry said the tax would be cut.
    reference: The finance ministry said the tax would be cut.
    translation: The finance ministry said the tax would be cut.
    """
    for statement in pair.once(statements):
        mine = statement.mine
        if any(a.speaker and a.speaker.roles & JUNIOR for a in pair.segment.facts.attributions):
            return
        theirs = closest(pair, statement)
        if theirs and all(_raised(pair, w, mine, other) for w, other in theirs):
            yield _mark(pair, mine, *theirs[0])


def _raised(pair: Comparison, witness: Witness, mine: Attribution, other: Attribution) -> bool:
    """Whether *mine* names somebody with more authority than *other*."""
    speaker, theirs = mine.speaker, other.speaker
    if speaker is None or not speaker.sure or mine.source_span is None:
        return False
    if theirs is None:  # a phrase that tells nothing of him but that he would not be named
        return other.source_kind == "anonymous" and bool(speaker.roles) and not speaker.names
    before = load_pack(pair.lang).words("attribution", "named-before")
    if mine.source.casefold().startswith(tuple(f"{words} " for words in before)):
        return False
    if _is_of_body(pair, mine.source_span):
        return False
    if _is_owner(pair, witness, mine, other):
        return True
    if not speaker.named and not theirs.named:  # *he* on both sides raises nobody
        return False
    if speaker.roles & JUNIOR or mine.source_kind == "anonymous":
        return False
    if not theirs.roles & JUNIOR:
        hidden = other.source_kind == "anonymous"
        if _is_institution(speaker, theirs):
            return hidden or (is_nameless(other) and not theirs.roles <= _ANY)
        return hidden and _is_own_body(speaker, theirs)
    if speaker.names and theirs.names:
        return False
    ranked = speaker.roles - theirs.roles if not speaker.names else speaker.roles
    plain = theirs.roles - JUNIOR
    return bool(ranked or speaker.names) or (
        bool(plain & speaker.roles) and same_speaker(mine.speaker, other.speaker) is not None
    )


def _is_owner(pair: Comparison, witness: Witness, mine: Attribution, other: Attribution) -> bool:
    """Whether he speaks here to whom the source only belongs there: *Kremlin-backed media*."""
    lexicon = reporting(witness.lang)
    if not lexicon.dependent or other.source_span is None or mine.source_span is None:
        return False
    source = [w for s in witness.segments for w in words_within(s.facts.words, other.source_span)]
    owners = {w.span: owner for w in source if (owner := owner_of(w, lexicon))}
    if not owners:
        return False
    terms = (t for s in witness.segments for t in s.facts.terms)
    states = {t.concept for t in terms if any(span.contains(t.span) for span in owners)}
    speaker = mine.speaker
    if speaker and speaker.concepts and not (speaker.names or speaker.roles):
        return speaker.concepts <= states
    named = words_within(pair.segment.facts.words, mine.source_span)
    content = [w.stem for w in named if is_content(w, pair.lang)]
    return bool(content) and {stem_word(o, witness.lang) for o in owners.values()} >= set(content)


def _is_of_body(pair: Comparison, source: Span) -> bool:
    """Whether somebody of a body speaks who has no office himself: *people at the club*."""
    lexicon = reporting(pair.lang)
    words = words_within(pair.segment.facts.words, source)
    at = next((i for i, word in enumerate(words) if word.fold in lexicon.settings), 0)
    named = lexicon.capitals and any(w.text[:1].isupper() for w in words[1:at])
    return at > 0 and not named and not any(lexicon.roles.all(words[:at]))


def _is_institution(mine: Speaker, theirs: Speaker) -> bool:
    """Whether a body of the article speaks where somebody did who would not be named."""
    return bool(mine.roles) and not mine.names and not mine.roles & theirs.roles


def _is_own_body(mine: Speaker, theirs: Speaker) -> bool:
    """Whether the body itself speaks where one of its people did: *police*, *a police officer*."""
    body = bool(mine.roles) and mine.roles <= _BODIES and not mine.names and not mine.unnamed
    return body and theirs.unnamed and not theirs.names


def _mark(pair: Comparison, mine: Attribution, witness: Witness, other: Attribution) -> Mark:
    span = mine.source_span or mine.span
    theirs = witness.evidence(other.source_span or other.span)
    return Mark.against(pair.evidence(span), theirs, place="source in article")
