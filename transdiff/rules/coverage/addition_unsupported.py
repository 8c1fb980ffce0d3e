"""Rule ``addition-unsupported``."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article
from transdiff.facts import Attribution, Moment, Name, Quantity
from transdiff.language.amounts import states
from transdiff.language.content import content_stems, content_words
from transdiff.language.derived import derivable
from transdiff.language.extremes import extremes
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.mentions import Mentions
from transdiff.language.pack import load_pack
from transdiff.language.patterns import find_phrases
from transdiff.language.phrases import Phrases
from transdiff.language.reading import read
from transdiff.language.reporting import JUNIOR, reporting
from transdiff.language.synonyms import has_synonym
from transdiff.model import BlockKind, Role, Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.unheard import is_beyond, is_small, is_unheard
from transdiff.rules.repeats import repeats

_MOST = 40
"""Figures of a reference of which others are computed."""
_WITNESSES = JUNIOR | {"relative", "victim", "worker", "suspect"}
"""Roles whose word in an article is as good as a quotation: nobody else can have it."""
_STRAY = 0.3
"""The share of sentences without support up to which one of them may be an invention."""
_LITERAL, _OTHERWISE = 2, 0.5
"""So many words in common, and more than this share with synonyms, make a sentence no invention."""
_TELLER, _NEUTRAL = 6, "neutral/"
"""Content words of a sentence that only says who told something, and how that one told it."""
_TOLD = 2
"""So many facts that a reference has, and no fewer than it lacks, make a sentence no invention."""


@rule(group="coverage", category="addition", severity="major", scope="article")
def addition_unsupported(article: Article, *, covered: float = 0.3) -> Iterator[Mark]:
    """Report a sentence that no reference supports.

    It is major where it states a figure, claims a record, quotes somebody, names whom or what no
    reference names, says what residents, witnesses or unnamed sources told, or tells of a kind of
    harm that no reference tells of, critical where it lays blame, else minor, also where a figure
    and most of its facts stand in the references. The finding quotes the nearest text of the
    references. A sentence with more than the share *covered* of its content words in one reference
    sentence (more than one word, where it tells of harm or lays blame), or whose figures, dates and
    names all stand in one, is left to the other rules, unless it claims a record in something in
    which no reference knows an extreme; and so is one that repeats another.
    References in other languages than the article support it through such facts alone, so there it
    is minor, and silent unless it states a fact that is in none of them, or tells of a harm or lets
    witnesses speak of which they have none of the kind. A sentence without any such fact is major
    all the same if not one of its words stands in any reference, or of four or more no more than
    one in four, as far as stems, synonyms and glossaries tell, unless it is short and only says who
    told what was said. So is one of whose words more than half stand nowhere, if the references
    have nothing left that it could put in other words.

    Flagged with linked=false:
        reference: The bridge collapsed on Monday. No one was hurt.
        translation: [[Experts believe that inspectors covered up the cracks.]]

    Flagged with linked=false:
        reference: The bridge collapsed on Monday.
        translation: [[Relations between the two towns have been strained for years.]]

    Flagged with linked=false:
        reference: The hikers came down from the mountain on Monday.
        translation: [[Their guide had been beaten by strangers.]]

    Flagged with linked=false:
        reference: The bridge collapsed on Monday and buried two cars.
        translation: [[Two of the engineers had been bribed.]]

    Flagged with linked=false:
        reference: The bridge collapsed on Monday.
        translation: [[Residents have begun a hunger strike.]]

    Flagged with linked=auto:
        reference: The bank will cut 500 jobs. Unions called for talks on Monday.
        translation: The bank will cut 500 jobs. On Monday unions called for talks. [[The bank's directors had paid themselves a bonus.]]

    Flagged with linked=false:
        reference: The bridge collapsed on Monday.
        translation: [[Some 4,000 vehicles used the crossing every day.]]

    Flagged with linked=false:
        reference: The bridge collapsed on Monday.
        translation: [[Neighbouring Sorland has sent divers of its own.]]

    Flagged with linked=false:
        reference: The bridge at Norwick was closed on Monday. Norwick has two bridges.
        translation: [[It is the oldest bridge ever built at Norwick.]]

    Allowed with linked=false:
        reference: The bridge collapsed on Monday, the police said.
        translation: Police said the bridge collapsed on Monday.

    Allowed with linked=false:
        reference: The plan would punish 41 traders and 12 shops.
        translation: Forty-one merchants and 12 stores face penalties.

    Allowed with linked=false:
        reference: Turnout was 38.7%. The attendance came to 20,418.
        translation: Almost 39% of those entitled voted. More than 20,000 people had come.

    Allowed:
        reference: The bridge collapsed on Monday.
        translation: It happened at the start of the week.

    Allowed with linked=false:
        reference[de]: Der Turm wird im Mai saniert, wie die Pfarrei mitteilte.
        translation[de]: Das gab die Kirchengemeinde bekannt.

    Allowed with linked=false:
        reference[es]: El faro cerrará en mayo, anunció el presidente de la autoridad.
        translation[es]: Así lo comunicó su máximo responsable.

    Allowed with linked=false:
        reference[ru]: Чайки спят на лету, сообщили учёные института.
        translation[ru]: К такому выводу пришли исследователи.
    """  # noqa: E501
    if not article.alignment.unsupported:
        return
    foreign = {r.lang for r in article.references.values()} - {article.story.lang}
    said = [
        _Said(key, part, content_stems(part.facts.words, reference.lang), _facts(part))
        for key, reference in article.references.items()
        for part in reference.segments
        if part.compared
    ]
    known = frozenset[Hashable]().union(*(s.facts for s in said))
    moments = [m for s in said for m in s.segment.facts.moments]
    figures: dict[str, list[Quantity]] = {}
    for one in said:
        figures.setdefault(one.key, []).extend(one.segment.facts.quantities)
    repeated = repeats(article)
    for index in article.alignment.unsupported:
        if index in repeated:
            continue
        segment = article.story.segments[index]
        if segment.block.kind is BlockKind.HEADLINE or not said:
            continue
        teller = _tells_who_told(segment, article)
        if teller and any(s.segment.facts.attributions for s in said):
            continue
        if _silent(segment) and any(_silent(s.segment) for s in said):
            continue  # that somebody would not comment is told in many words
        stems, facts = content_stems(segment.facts.words, article.story.lang), _facts(segment)
        nearest = max(said, key=lambda s: (len(stems & s.stems), len(facts & s.facts)))
        telling = facts - _counts(segment, article)
        shared = len(stems & nearest.stems)
        share = shared / max(1, len(stems))
        severity = _severity(segment, article)
        alone = shared < 2 and not telling and severity is not Severity.MINOR
        claims = _claims_record(segment, article)
        covering = any(telling and telling <= s.facts for s in said)
        beyond = not teller and is_beyond(article, segment)
        new = claims or beyond
        if not new and ((share > covered and not alone) or covering):
            continue
        alike = (s.segment for s in said if len(stems & s.stems) >= _LITERAL)
        if not new and any(_put_otherwise(segment, s, article.story.lang) for s in alike):
            continue
        told = known | _figures_known(segment, figures, known) | _dates_known(segment, moments)
        harmless = severity is Severity.MINOR or not _tells_harm(segment, article)
        lost = bool(foreign) and article.once(_strays)
        unheard = not telling and not lost and is_unheard(article, segment)
        if facts and facts <= told and not new and harmless and not unheard:
            continue
        alien = unheard or beyond or (bool(foreign) and _is_alien(segment, article))
        if foreign and not facts - known and not alien:
            continue
        if teller:
            severity = Severity.MINOR
        elif alien and severity is Severity.MINOR:
            severity = Severity.MAJOR
        told_of = severity is Severity.MAJOR and _mostly_told(segment, facts, told)
        if told_of or (foreign and not alien):
            severity = Severity.MINOR
        evidence = article.reference_evidence(nearest.key, nearest.segment.span, Role.NEAREST)
        yield Mark(
            segment.span,
            "no reference says this",
            (evidence,),
            severity,
            confidence=1 - share,
            sure=beyond,
        )


@dataclass(frozen=True)
class _Said:
    """A reference sentence with its content stems and the values of its facts."""

    key: str
    segment: Segment
    stems: frozenset[str]
    facts: frozenset[Hashable]


def _silent(segment: Segment) -> bool:
    """Whether all that a sentence tells of somebody's words is that there were none."""
    found = [a for a in segment.facts.attributions if a.source_span is not None]
    return bool(found) and found[0].stance == "decline"


def _tells_who_told(segment: Segment, article: Article) -> bool:
    """Whether a short sentence says no more than who told what was said: *So the council said*.

    A person whom no reference names is news.
    """
    words, lang, facts = segment.facts.words, article.story.lang, segment.facts
    people = (n for n in facts.names if n.kind == "person")
    if facts.quantities or len(content_stems(words, lang)) > _TELLER:
        return False
    if any(_is_new_name(name, article.said_by_references) for name in people):
        return False
    if listed_phrases(lang, "attribution", "concluded").match(words, 0) is not None:
        return True
    if listed_phrases(lang, "attribution", "what-was-told").match(words, 0) is None:
        return False
    return any(told.startswith(_NEUTRAL) for told, _, _ in reporting(lang).verbs.all(words))


def _put_otherwise(segment: Segment, other: Segment, lang: str) -> bool:
    """Whether most of the sentence stands in *other*, be it in synonyms."""
    mine, theirs = (content_words(s.facts.words, lang) for s in (segment, other))
    literal = {w.stem for w in theirs}
    said = sum(w.stem in literal or has_synonym(w, theirs, lang) for w in mine)
    return said > _OTHERWISE * len(mine)


def _facts(segment: Segment) -> frozenset[Hashable]:
    """Values of the figures, dates and names of a sentence that mean the same in any language."""
    found: set[Hashable] = {(q.value, q.high) for q in segment.facts.quantities}
    found |= {_date(m) for m in segment.facts.moments}
    figures = [q.span for q in segment.facts.quantities]  # Fahrenheit is nobody's name
    names = (n for n in segment.facts.names if not any(f.contains(n.span) for f in figures))
    found |= {n.concept or n.skeleton for n in names if n.sure}
    return frozenset(found)


def _counts(segment: Segment, article: Article) -> frozenset[Hashable]:
    """The small counts of a sentence, which any text may have: *two of the dead*."""
    figures = (q for q in segment.facts.quantities if is_small(q, article))
    return frozenset((q.value, q.high) for q in figures)


def _mostly_told(segment: Segment, facts: frozenset[Hashable], known: frozenset[Hashable]) -> bool:
    """Whether most facts of the sentence stand in the references, a figure or many among them."""
    figures = {(q.value, q.high) for q in segment.facts.quantities}
    told = len(facts & known)
    return told >= max(_TOLD, len(facts - known)) and (bool(figures & known) or told > _TOLD)


def _figures_known(
    segment: Segment, figures: Mapping[str, list[Quantity]], known: frozenset[Hashable]
) -> frozenset[Hashable]:
    """The figures besides those *known* that a reference states rounded, or lets one compute."""
    beside = frozenset(q.value for q in segment.facts.quantities)
    return frozenset(
        (q.value, q.high)
        for q in segment.facts.quantities
        if (q.value, q.high) not in known
        and any(
            any(states(f, q) for f in stated) or derivable(q, stated[:_MOST], beside)
            for stated in figures.values()
        )
    )


def _dates_known(segment: Segment, moments: Sequence[Moment]) -> frozenset[Hashable]:
    """The days of a sentence that a reference names, if with another guess at the year."""
    days = {(m.month, m.day) for m in moments if m.month}
    whole = {month for month, _ in days}
    return frozenset(
        _date(m)
        for m in segment.facts.moments
        if (m.month, m.day) in days or (m.day is None and m.month in whole)
    )


def _date(moment: Moment) -> Hashable:
    return moment.month, moment.day, moment.weekday, moment.year


def _severity(segment: Segment, article: Article) -> Severity:
    lang = article.story.lang
    pack = load_pack(lang)
    if find_phrases(pack.words("coverage", "blame"), segment.text):
        mutual = find_phrases(pack.words("coverage", "mutual"), segment.text)
        return Severity.MINOR if mutual else Severity.CRITICAL
    if _is_new(listed_phrases(lang, "coverage", "culpable"), segment, article):
        return Severity.CRITICAL
    claims = find_phrases(pack.words("coverage", "record"), segment.text)
    facts = segment.facts
    if _roles(facts.attributions) & _WITNESSES:
        return Severity.MAJOR
    if any(_is_new_name(name, article.said_by_references) for name in facts.names):
        return Severity.MAJOR
    if claims or facts.quantities or facts.quotations or _tells_harm(segment, article):
        return Severity.MAJOR
    return Severity.MINOR


def _claims_record(segment: Segment, article: Article) -> bool:
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


def _is_new_name(name: Name, known: Mentions) -> bool:
    """Whether no reference has a word of a name, or its concept."""
    told = name.concept in known.concepts or not known.spellings.keys().isdisjoint(name.parts)
    return name.sure and bool(name.parts) and not told


def _is_alien(segment: Segment, article: Article) -> bool:
    """Whether a sentence tells of a harm, or lets a kind of witness speak, that no reference has.

    Kinds of harm and of sources have one name in all languages. Only in an article that otherwise
    finds its support: where hardly a sentence is linked, it is the alignment that failed.
    """
    if article.once(_strays):
        return False
    stories = article.references.values()
    told = [(s, part.facts) for s in stories for part in s.segments if part.compared]
    kinds = {kind for kind, _, _ in _harm(article.story.lang).all(segment.facts.words)}
    if kinds - {k for s, facts in told for k, _, _ in _harm(s.lang).all(facts.words)}:
        return True
    roles = _roles(segment.facts.attributions) & _WITNESSES
    return bool(roles) and not any(_roles(facts.attributions) & _WITNESSES for _, facts in told)


def _strays(article: Article) -> bool:
    """Whether so many sentences have no support that it is the alignment that failed."""
    compared = sum(s.compared for s in article.story.segments)
    return len(article.alignment.unsupported) > _STRAY * compared


def _roles(attributions: Sequence[Attribution]) -> frozenset[str]:
    return frozenset(r for a in attributions if a.speaker is not None for r in a.speaker.roles)


def _is_new(phrases: Phrases[str], segment: Segment, article: Article) -> bool:
    """Whether a sentence has a phrase of a kind of which no reference in its language has any."""
    kinds = {kind for kind, _, _ in phrases.all(segment.facts.words)}
    for story in article.references.values() if kinds else ():
        if story.lang == article.story.lang:
            for other in story.segments:
                kinds -= {kind for kind, _, _ in phrases.all(other.facts.words)}
    return bool(kinds)


def _tells_harm(segment: Segment, article: Article) -> bool:
    """Whether a sentence tells of a kind of harm of which no reference in its language tells."""
    return _is_new(_harm(article.story.lang), segment, article)


def _harm(lang: str) -> Phrases[str]:
    """What harms people and things, by kind."""
    return listed_table(lang, "coverage", "harm")
