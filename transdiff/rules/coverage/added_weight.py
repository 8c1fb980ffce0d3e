"""What a sentence that nothing supports adds: blame, harm, a record, a name, a witness, or talk."""

from __future__ import annotations

from itertools import chain

from transdiff.comparison import Article
from transdiff.facts import Name
from transdiff.language.extremes import extremes
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.mentions import Mentions
from transdiff.language.pack import load_pack
from transdiff.language.patterns import find_phrases
from transdiff.language.phrases import Phrases
from transdiff.language.reading import read
from transdiff.language.reporting import JUNIOR
from transdiff.model import Segment, Severity

_WITNESSES = JUNIOR | {"relative", "victim", "worker", "suspect"}
"""Roles whose word in an article is as good as a quotation: nobody else can have it."""
_STRAY = 0.3
"""The share of sentences without support up to which one of them may be an invention."""


def weight(segment: Segment, article: Article) -> Severity:
    """Return how grave an invented sentence is: critical if it lays blame, minor if mere talk."""
    lang = article.story.lang
    pack = load_pack(lang)
    if find_phrases(pack.words("coverage", "blame"), segment.text):
        mutual = find_phrases(pack.words("coverage", "mutual"), segment.text)
        return Severity.MINOR if mutual else Severity.CRITICAL
    if _is_new(listed_phrases(lang, "coverage", "culpable"), segment, article):
        return Severity.CRITICAL
    facts = segment.facts
    grave = (
        _witnesses(segment)
        or any(is_new_name(name, article.said_by_references) for name in facts.names)
        or find_phrases(pack.words("coverage", "record"), segment.text)
        or facts.quantities
        or facts.quotations
        or _is_new(_harm(lang), segment, article)
    )
    return Severity.MAJOR if grave else Severity.MINOR


def claims_record(segment: Segment, article: Article) -> bool:
    """Whether a sentence claims a record in something in which no reference has an extreme."""
    lang = article.story.lang
    if not find_phrases(load_pack(lang).words("coverage", "record"), segment.text):
        return False
    poles = extremes(read([segment.facts], lang))
    return bool(poles) and article.once(_poles_told).isdisjoint(poles)


def _poles_told(article: Article) -> frozenset[str]:
    """The poles of all extremes that any reference names."""
    return frozenset(
        pole
        for story in article.references.values()
        for part in story.segments
        for pole in extremes(read([part.facts], story.lang))
    )


def is_new_name(name: Name, known: Mentions) -> bool:
    """Whether no reference has a word of a name, or its concept."""
    told = name.concept in known.concepts or not known.spellings.keys().isdisjoint(name.parts)
    return name.sure and bool(name.parts) and not told


def is_alien(segment: Segment, article: Article) -> bool:
    """Whether a sentence tells of a harm, or lets a kind of witness speak, that no reference has.

    Kinds of harm and of sources have one name in all languages.
    """
    harms, heard = article.once(_told_anywhere)
    kinds = {kind for kind, _, _ in _harm(article.story.lang).all(segment.facts.words)}
    return bool(kinds - harms) or (not heard and bool(_witnesses(segment)))


def _told_anywhere(article: Article) -> tuple[frozenset[str], bool]:
    """The kinds of harm of which the references tell, and whether they let witnesses speak."""
    told = [(s.lang, p) for s in article.references.values() for p in s.segments if p.compared]
    harms = (kind for lang, part in told for kind, _, _ in _harm(lang).all(part.facts.words))
    return frozenset(harms), any(_witnesses(part) for _, part in told)


def _witnesses(segment: Segment) -> frozenset[str]:
    """The kinds of witnesses who speak in a sentence."""
    roles = (a.speaker.roles for a in segment.facts.attributions if a.speaker is not None)
    return _WITNESSES & frozenset(chain.from_iterable(roles))


def strays(article: Article) -> bool:
    """Whether so many sentences have no support that it is the alignment that failed."""
    compared = sum(s.compared for s in article.story.segments)
    return len(article.alignment.unsupported) > _STRAY * compared


def _is_new(phrases: Phrases[str], segment: Segment, article: Article) -> bool:
    """Whether a sentence has a phrase of a kind of which no reference in its language has any."""
    kinds = {kind for kind, _, _ in phrases.all(segment.facts.words)}
    for story in article.references.values() if kinds else ():
        if story.lang == article.story.lang:
            for other in story.segments:
                kinds -= {kind for kind, _, _ in phrases.all(other.facts.words)}
    return bool(kinds)


def _harm(lang: str) -> Phrases[str]:
    """What harms people and things, by kind."""
    return listed_table(lang, "coverage", "harm")
