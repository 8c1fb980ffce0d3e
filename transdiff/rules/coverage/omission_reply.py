"""Rule ``omission-reply``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.comparison import Article
from transdiff.facts import Span, Speaker
from transdiff.language.content import content_stems
from transdiff.language.identity import same_speaker
from transdiff.language.pack import load_pack
from transdiff.language.patterns import listed_spans
from transdiff.model import Role, Segment
from transdiff.rule import Mark, rule


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_reply(article: Article, *, covered: float = 0.34) -> Iterator[Mark]:
    """Report that a denial, objection or complaint of one side is missing from the article.

    Most wire sentences may go when a story is cut; the other side's reply may not. A reference
    sentence is meant when it holds a verb of denial or complaint, nobody who may be the same
    speaker denies anything in the article, what the article made of it denies nothing, and, where
    it made nothing of it, sentences that deny have no more than the share *covered* of its words.

    Flagged with linked=false:
        reference: The mayor denied taking any money from the builders.
        translation: A company is under investigation.[[]]

    Flagged with linked=false:
        reference[es]: El alcalde negó haber recibido dinero de los constructores.
        translation[es]: Una empresa está bajo investigación.[[]]

    Flagged:
        reference: Critics called the rescue slow, which Commander Ruiz disputed. Two boats came.
        translation: Critics called the rescue slow. Two boats came.[[]]

    Allowed with linked=false:
        reference: The mayor opened a bridge in June.
        translation: A company is under investigation.

    Allowed with linked=false:
        reference: The mayor denied taking any money from the builders.
        translation: The mayor says the builders never paid him any money, and rejects the charges.

    Allowed:
        reference: The mayor denied taking any money from the builders.
        translation: The mayor said he took nothing from the builders.
    """
    lang = article.story.lang
    denying = (s for _, s in article.compared() if _denies(s, lang))
    said = frozenset().union(*(content_stems(s.facts.words, lang) for s in denying))
    mine = [s for _, s in article.compared() if _replies(s, lang)]
    for key, reference in article.references.items():
        for index, segment in enumerate(reference.segments):
            found = _replies(segment, reference.lang) if segment.compared else []
            if not found or any(_may_answer(s, segment) for s in mine):
                continue
            support = article.support_of.get((key, index), ())
            if support and _denied_in(article, support):
                continue
            if not support and _share(segment, reference.lang, lang, said) > covered:
                continue
            evidence = article.reference_evidence(key, segment.span, Role.MISSING)
            reply = found[0].of(reference.document.text)
            message = f'missing: {key} has a reply ("{reply}"), the article does not'
            yield Mark(article.place_of_missing(key, index), message, (evidence,))


def _replies(segment: Segment, lang: str) -> list[Span]:
    """Return the words of *segment* by which somebody denies, objects or complains."""
    listed = listed_spans(segment, lang, "coverage", "denial")
    verbs = [a.span for a in segment.facts.attributions if a.stance == "denial"]
    return listed + [v for v in verbs if not any(v.overlaps(s) for s in listed)]


def _may_answer(mine: Segment, theirs: Segment) -> bool:
    """Whether two replies may be one: nothing tells that others speak in them."""
    here, there = _speakers(mine), _speakers(theirs)
    return (
        not here or not there or any(same_speaker(a, b) is not False for a in here for b in there)
    )


def _speakers(segment: Segment) -> list[Speaker]:
    return [a.speaker for a in segment.facts.attributions if a.speaker and a.stance == "denial"]


def _denied_in(article: Article, places: Sequence[int]) -> bool:
    """Whether the sentences made from the reply, or their neighbours, deny anything at all."""
    segments = article.story.segments
    near = {i + step for i in places for step in (-1, 0, 1) if 0 <= i + step < len(segments)}
    return any(_denies(segments[i], article.story.lang) for i in near)


def _denies(segment: Segment, lang: str) -> bool:
    """Whether the sentence denies something, be it in a phrase that elsewhere denies nothing."""
    plain = load_pack(lang).words("negation", "not")
    markers = segment.facts.markers
    return any(m.kind == "negation" and m.value in ("not", "lexical") for m in markers) or any(
        w.fold in plain for w in segment.facts.words
    )


def _share(segment: Segment, lang: str, into: str, said: frozenset[str]) -> float:
    """Share of the sentence's content words that the article has; 0 across languages."""
    stems = content_stems(segment.facts.words, lang)
    return len(stems & said) / len(stems) if stems and lang == into else 0.0
