"""Rule ``mt-artefact-calque``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.language.patterns import find_phrases
from transdiff.model import Role
from transdiff.rule import Mark, rule


@rule(group="wording", category="mt_artefact", severity="minor", scope="article")
def mt_artefact_calque(article: Article) -> Iterator[Mark]:
    """Report a phrase that was translated word for word.

    "In frames of the visit" or "Nó là cần thiết để" show the source language through the
    translation; the meaning usually survives, the reader's trust does not.

    Flagged:
        reference: The ministers met during the visit.
        translation: The ministers met [[in the frames of]] the visit.

    Flagged:
        translation[de]: Der Rat wird [[eine Entscheidung machen]].

    Allowed:
        reference: The ministers met during the visit.
        translation: The ministers met as part of the visit.

    Allowed:
        translation[de]: Der Rat wird eine Entscheidung treffen.
    """
    phrases = load_pack(article.story.lang).words("calques", "list")
    for _, segment in article.compared():
        for start, end, _ in find_phrases(phrases, segment.text):
            span = Span(segment.span.start + start, segment.span.start + end)
            evidence = article.evidence(span, Role.SELF)
            yield Mark(span, f'"{evidence.quote}" looks translated word for word', (evidence,))
