"""Rule ``addition-unsupported``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.language.content import content_stems, content_words
from transdiff.language.listed import listed_phrases
from transdiff.language.reporting import reporting
from transdiff.language.synonyms import has_synonym
from transdiff.model import BlockKind, Role, Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.added_weight import (
    claims_record,
    is_alien,
    is_new_name,
    strays,
    weight,
)
from transdiff.rules.coverage.told_facts import ToldFacts, facts_of, in_its_place, told_facts
from transdiff.rules.coverage.unheard import is_beyond, is_small, is_unheard
from transdiff.rules.repeats import repeats

_LITERAL, _OTHERWISE = 2, 0.5
"""So many words in common, and more than this share with synonyms, make a sentence no invention."""
_TELLER, _NEUTRAL = 6, "neutral/"
"""Content words of a sentence that only says who told something, and how that one told it."""


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
    told, repeated = told_facts(article), repeats(article)
    if not told.sentences:
        return
    for index in article.alignment.unsupported:
        segment = article.story.segments[index]
        if index not in repeated and segment.block.kind is not BlockKind.HEADLINE:
            yield from _added(article, index, told, covered)


def _added(article: Article, index: int, told: ToldFacts, covered: float) -> Iterator[Mark]:
    """Mark a sentence without support, unless the references have what it says after all."""
    segment = article.story.segments[index]
    references = [s.segment for s in told.sentences]
    teller = _tells_who_told(segment, article)
    if teller and any(s.facts.attributions for s in references):
        return
    if _silent(segment) and any(map(_silent, references)):
        return  # that somebody would not comment is told in many words
    lang, severity = article.story.lang, weight(segment, article)
    stems, facts = content_stems(segment.facts.words, lang), facts_of(segment)
    telling = facts - {(q.value, q.high) for q in segment.facts.quantities if is_small(q, article)}
    nearest = told.nearest(stems, facts, in_its_place(article, index))
    shared = len(stems & nearest.stems)
    share = shared / max(1, len(stems))
    record = claims_record(segment, article)
    if not record:
        alone = shared < _LITERAL and severity is not Severity.MINOR
        if (share > covered and not alone) or told.covers(telling):
            return
        alike = (s.segment for s in told.sentences if len(stems & s.stems) >= _LITERAL)
        if any(_put_otherwise(segment, s, lang) for s in alike):
            return
    foreign = any(r.lang != lang for r in article.references.values())
    lost = foreign and article.once(strays)
    unheard = not telling and not lost and is_unheard(article, segment)
    known = told.known_in(segment)
    if facts and facts <= known and not record and not unheard:
        return
    beyond = is_beyond(article, segment)
    alien = unheard or beyond or (foreign and not lost and is_alien(segment, article))
    if foreign and facts <= told.facts and not alien:
        return
    if teller:
        severity = Severity.MINOR
    elif alien and severity is Severity.MINOR:
        severity = Severity.MAJOR
    mostly = severity is Severity.MAJOR and told.mostly(segment, facts, known)
    if mostly or (foreign and not alien):
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
    if any(is_new_name(name, article.said_by_references) for name in people):
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
