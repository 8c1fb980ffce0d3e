"""Rule ``org-membership``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Comparison
from transdiff.facts import Name, Span
from transdiff.language.words import fold_word
from transdiff.model import Segment, Story
from transdiff.rule import Mark, rule

_BRACKETED = regex.compile(r"\s?[(（](\p{Lu}[\p{L}./ -]{0,30})[)）]")
"""What stands in brackets right behind a name: a party, a club, a country; no age and no unit."""


@rule(group="names", category="org", severity="major")
def org_membership(pair: Comparison) -> Iterator[Mark]:
    """Report a party, club or country in brackets behind a person that is not that person's.

    Only where the references give the person another one, and know this one as something else.

    Flagged:
        reference: Clara Munk (Greens) voted for the dam. Otto Rehn (Liberals) left the hall.
        translation: Clara Munk ([[Liberals]]) voted for the dam.

        reference[de]: Der Antrag kam von Ute Brandis (CDU), die SPD lehnte ihn ab.
        translation[de]: Der Antrag kam von Ute Brandis ([[SPD]]).

    Allowed:
        reference: Clara Munk (Greens) voted for the dam. Otto Rehn (Liberals) left the hall.
        translation: The dam had the vote of Munk (Greens), but not that of Rehn (Liberals).

        reference: Clara Munk (Greens) voted for the dam.
        translation: Clara Munk (The Greens) voted for the dam.

        reference: Clara Munk (Greens) voted for the dam. The G.P. holds nine seats.
        translation: Clara Munk (G.P.) voted for the dam.

        reference: Clara Munk (Greens) voted for the dam, which the Liberals want.
        translation: Clara Munk (Senator) voted for the dam, which the Liberals want.
    """
    for holder, span in _members(pair.segment, pair.whole.story):
        own = span.of(pair.whole.story.document.text)
        others = list(_told(pair, holder))
        told = {other.of(pair.whole.references[key].document.text) for key, other in others}
        if not others or any(_may_be_one(own, other) for other in told):
            continue
        key, other = others[0]
        if not _names(pair.whole.references[key], fold_word(own)):
            continue
        yield Mark.against(pair.evidence(span), pair.whole.reference_evidence(key, other))


def _members(segment: Segment, story: Story) -> Iterator[tuple[Name, Span]]:
    """Yield the persons of *segment* with what stands in brackets behind them."""
    text = story.document.text
    for name in segment.facts.names:
        found = _BRACKETED.match(text, name.span.end) if name.parts and not name.concept else None
        if found is not None and name.kind in ("person", "unknown"):
            yield name, Span(*found.span(1))


def _told(pair: Comparison, holder: Name) -> Iterator[tuple[str, Span]]:
    """Yield what the linked references have in brackets behind somebody of that surname."""
    for witness in pair.witnesses:
        for segment in witness.story.segments if witness.lang == pair.lang else ():
            for name, span in _members(segment, witness.story):
                if name.parts[-1] == holder.parts[-1]:
                    yield witness.key, span


def _may_be_one(one: str, other: str) -> bool:
    """Whether one may be the other at length: they share a word, or one alone is initials."""
    shared = {*fold_word(one).split()} & {*fold_word(other).split()}
    return bool(shared) or one.isupper() != other.isupper()


def _names(story: Story, fold: str) -> bool:
    """Whether a reference has the word or words *fold* with a capital somewhere."""
    words = fold.split()
    return any(
        [w.fold for w in segment.facts.words[at : at + len(words)]] == words
        and word.text[0].isupper()
        for segment in story.segments
        for at, word in enumerate(segment.facts.words)
        if word.fold == words[0]
    )
