"""Whether two speakers cannot be one, and how grave it is to take one for the other."""

from __future__ import annotations

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Attribution, Quotation, Speaker
from transdiff.language.denials import nouns_have_capitals
from transdiff.language.identity import same_speaker
from transdiff.language.reporting import JUNIOR, reporting
from transdiff.model import Severity
from transdiff.rules.quotes.sides import is_held_by_another, is_of_another_side, is_unheard_body


def is_told(speaker: Speaker | None) -> bool:
    """Whether a text tells who it is that speaks."""
    return speaker is not None and speaker.known


def is_junior(mine: Attribution) -> bool:
    """Whether the source is unnamed: instead of a named one it weakens a claim, no more."""
    return bool(mine.speaker and mine.speaker.roles & JUNIOR and not mine.speaker.names)


def are_apart(article: Article, mine: Speaker | None, theirs: Speaker | None) -> bool:
    """Whether these cannot be one: two people, or a name for somebody whom nobody named."""
    bare = any(s is not None and s.names and not s.person for s in (mine, theirs))
    same = same_speaker(mine, theirs, article.people if bare else frozenset())
    if same is None and mine and theirs and theirs.unnamed and mine.names and mine.named:
        noun = nouns_have_capitals(mine.lang) and not mine.person
        return not noun and not mine.roles & theirs.roles
    if same is None and mine and theirs and is_held_by_another(article, mine, theirs):
        return True
    return same is False


def are_apart_here(
    pair: Comparison, witness: Witness, mine: Attribution, theirs: Attribution
) -> bool:
    """Whether two speakers cannot be one, by who or, across languages, by what they are."""
    if are_apart(pair.whole, mine.speaker, theirs.speaker) or is_unheard_body(pair, mine, theirs):
        return True
    spans = mine.source_span, theirs.source_span
    return is_of_another_side(pair, witness, (mine.speaker, theirs.speaker), spans)


def gravity(
    article: Article, mine: Quotation | Attribution, theirs: Quotation | Attribution
) -> Severity:
    """Critical where it is certain who spoke on either side, major where he is unnamed there.

    Major also where the article has a pronoun, minor where it is not certain whom one means: it may
    be the true speaker, if the article tells of him at all.
    """
    mine_span = mine.speaker_span if isinstance(mine, Quotation) else mine.source_span
    here, there = mine.speaker, theirs.speaker
    if mine_span is None or here is None or there is None or not there.sure:
        return Severity.MINOR
    if not here.sure:
        return Severity.MAJOR if _is_unheard(article, there) else Severity.MINOR
    if not here.named or there.unnamed or there.roles & JUNIOR:
        return Severity.MAJOR
    return Severity.CRITICAL


def _is_unheard(article: Article, there: Speaker) -> bool:
    """Whether the article has no word of who speaks there, so that no pronoun can mean him."""
    if not there.person or article.said_here.spellings.keys() & set(there.names):
        return False
    roles = reporting(article.story.lang).roles
    words = (s.facts.words for s in article.story.segments)
    return not any(value in there.roles for one in words for value, _, _ in roles.all(one))
