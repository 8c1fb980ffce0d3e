"""Rule ``org-misdescribed``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from transdiff.comparison import Article
from transdiff.facts import Term
from transdiff.language.concepts import family
from transdiff.language.pack import load_pack
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.siblings import BODY, realm_of

_PAUSE = regex.compile(r"\s*[,(（，][^\p{L}]*")
"""A comma or a bracket, behind which an article may stand: *UNESCO, the*."""


@rule(group="names", category="org", severity="major", scope="article")
def org_misdescribed(article: Article) -> Iterator[Mark]:
    """Report an organisation beside the name or the description of another of its kind.

    *UNICEF, the UN refugee agency* names two bodies as if they were one. What a reference has in
    the same way is left alone, and so is a list of several.

    Flagged:
        reference: The UN refugee agency, UNHCR, counted 4,000 tents.
        translation: [[UNICEF]], the UN refugee agency, counted 4,000 tents.

        reference: Aid came from the UN children's agency.
        translation: Aid came from the UN children's agency ([[UNESCO]]).

    Allowed:
        reference: The UN refugee agency, UNHCR, counted 4,000 tents.
        translation: UNHCR, the UN refugee agency, counted 4,000 tents.

        reference: UNICEF, UNESCO and the World Food Programme sent aid.
        translation: UNICEF, UNESCO and the World Food Programme sent aid.

        reference: The aid went out through UNICEF.
        translation: The aid went out through UNICEF, not UNHCR.

        reference: UNICEF sent tents with the help of UNHCR.
        translation: UNICEF, with UNHCR help, sent tents.
    """
    for _, segment in article.compared():
        for one, other in _apposed(segment, article.story.lang):
            spoken = {one.concept, other.concept}
            told = [
                (key, term)
                for key, story in article.references.items()
                for there in story.segments
                for term in there.facts.terms
                if term.concept in spoken
            ]
            if not told or _told_together(article, spoken):
                continue
            key, term = told[0]
            wrong = other if term.concept == one.concept else one
            evidence = article.reference_evidence(key, term.span, value=term.concept)
            yield Mark.against(article.evidence(wrong.span), evidence)


def _told_together(article: Article, spoken: set[str]) -> bool:
    """Whether a sentence of a reference has both: as one, or in a list of those who took part."""
    return any(
        spoken <= {t.concept for t in there.facts.terms}
        for story in article.references.values()
        for there in story.segments
    )


def _apposed(segment: Segment, lang: str) -> Iterator[tuple[Term, Term]]:
    """Yield the organisations of one kind side by side, if the sentence has no third."""
    terms = [t for t in segment.facts.terms if realm_of(t.concept) == BODY]
    kinds = [family(t.concept) for t in terms]
    for one, other in pairwise(terms):
        between = segment.text[
            one.span.end - segment.span.start : other.span.start - segment.span.start
        ]
        kin = family(one.concept)
        two = kinds.count(kin) == 2 and family(other.concept) == kin
        if two and one.concept != other.concept and _apposes(between, lang):
            yield one, other


def _apposes(between: str, lang: str) -> bool:
    """Whether nothing but a pause and perhaps an article stands between a name and the next."""
    pause = _PAUSE.match(between)
    if pause is None:
        return False
    after = between[pause.end() :].strip().casefold().replace("’", "'")
    return not after or after in load_pack(lang).words("attribution", "definite")
