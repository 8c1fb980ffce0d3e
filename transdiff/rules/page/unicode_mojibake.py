"""Rule ``unicode-mojibake``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import Role
from transdiff.rule import Mark, rule

# UTF-8 read as cp1252: a lead byte's letter and then characters that no word has inside.
_GARBLED = regex.compile(
    r"â€[™˜œ\u009d“”¦¢¡\u0090-\u009f\"]?|[ÃÂ](?:[\u0080-\u00bf]|[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œž])|Â(?=\s)"
    r"|(?:[ÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œž]){2,}|\ufffd+"
)
_ENTITY = regex.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[lr]aquo|hellip|[mn]dash|copy"
    r"|#\d{2,6}|#x[\da-fA-F]{2,5});"
)


@rule(group="page", category="unicode", severity="minor", scope="article")
def unicode_mojibake(article: Article) -> Iterator[Mark]:
    """Report characters that were decoded wrongly, and HTML entities left as text.

    ``â€™`` for an apostrophe or ``Ã©`` for é means that UTF-8 was read as something else; ``&amp;``
    means that a page's source was copied. Slips that stand close together are one finding.

    Flagged:
        reference: The minister's plane landed.
        translation: The minister[[â€™]]s plane landed.

        reference: The café reopened.
        translation: The caf[[Ã©]] reopened.

        reference: Research & development spending rose.
        translation: Research [[&amp;]] development spending rose.

        reference: The plane landed.
        translation: The plane [[\ufffd]] landed.

    Allowed:
        reference: The minister’s plane landed – late.
        translation: The minister’s plane landed – late.

        reference[pt]: A NAÇÃO É GRANDE.
        translation[pt]: A NAÇÃO É GRANDE.

        reference[fr]: L'Âge d'or et l'âme.
        translation[fr]: L'Âge d'or et l'âme.

        reference: Profits at Harper & Lund rose.
        translation: Profits at Harper & Lund rose.
    """
    text = article.story.document.text
    found: list[Span] = []
    for match in sorted(
        [*_GARBLED.finditer(text), *_ENTITY.finditer(text)], key=lambda m: m.start()
    ):
        if found and match.start() - found[-1].end < 20:
            found[-1] = Span(found[-1].start, match.end())
        else:
            found.append(Span(match.start(), match.end()))
    for span in found:
        yield Mark(
            span,
            f'garbled characters: "{span.of(text)}"',
            (article.evidence(span, Role.SELF),),
        )
