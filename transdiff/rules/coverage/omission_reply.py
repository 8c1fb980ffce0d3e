"""Rule ``omission-reply``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.content import content_stems
from transdiff.language.patterns import listed_spans
from transdiff.model import Role, Segment
from transdiff.rule import Mark, rule


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_reply(article: Article, *, covered: float = 0.34) -> Iterator[Mark]:
    """Report that a denial, objection or complaint of one side is missing from the article.

    Most wire sentences may go when a story is cut; the other side's reply may not. A reference
    sentence is meant when it holds a verb of denial or complaint, nothing in the article is
    aligned with it, and no more than the share *covered* of its content words stands anywhere in
    the article.

    Flagged with linked=false:
        reference: The mayor denied taking any money from the builders.
        translation: A company is under investigation.[[]]

    Flagged with linked=false:
        reference[es]: El alcalde negó haber recibido dinero de los constructores.
        translation[es]: Una empresa está bajo investigación.[[]]

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
    said = frozenset().union(
        *(content_stems(s.facts.words, article.story.lang) for _, s in article.compared())
    )
    if any(_denials(s, article.story.lang) for _, s in article.compared()):
        return
    for key, indices in article.alignment.omitted.items():
        reference = article.references[key]
        for index in indices:
            segment = reference.segments[index]
            found = _denials(segment, reference.lang)
            if not found or _share(segment, reference.lang, article.story.lang, said) > covered:
                continue
            evidence = article.reference_evidence(key, segment.span, Role.MISSING)
            reply = found[0].of(reference.document.text)
            message = f'missing: {key} has a reply ("{reply}"), the article does not'
            yield Mark(article.place_of_missing(key, index), message, (evidence,))


def _denials(segment: Segment, lang: str) -> list[Span]:
    return listed_spans(segment, lang, "coverage", "denial")


def _share(segment: Segment, lang: str, into: str, said: frozenset[str]) -> float:
    """Share of the sentence's content words that the article has; 0 across languages."""
    stems = content_stems(segment.facts.words, lang)
    return len(stems & said) / len(stems) if stems and lang == into else 0.0
