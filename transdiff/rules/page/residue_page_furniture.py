"""Rule ``residue-page-furniture``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.model import BlockKind, Role
from transdiff.rule import Mark, rule


@rule(group="page", category="residue", severity="minor", scope="article")
def residue_page_furniture(article: Article) -> Iterator[Mark]:
    """Report buttons, breadcrumbs, tags and prompts of a web page that were left in the article.

    Text copied from a page brings its furniture along: "Source link", "Comment (0)", share bars,
    "Read more". None of it belongs to the story; it is not compared and not scored. Neighbouring
    lines are one finding.

    Flagged:
        reference: The port reopened on Saturday.
        translation: The port reopened on Saturday.\\n[[Source link\\nComment (0)]]

        reference: The port reopened on Saturday.
        translation: The port reopened on Saturday. [[Follow us on Facebook • Share]]

        reference: The port reopened on Saturday.
        translation: [[Home > World > Europe]]\\nThe port reopened on Saturday.

        reference: The port reopened on Saturday.
        translation: The port reopened on Saturday.\\n[[Tags: ports, storms]]

        reference[vi]: Cảng mở cửa trở lại hôm thứ Bảy.
        translation[vi]: Cảng mở cửa trở lại hôm thứ Bảy.\\n[[Bình luận (3)]]

        reference[ru]: Порт открылся в субботу.
        translation[ru]: Порт открылся в субботу.\\n[[Читайте также: Шторм на побережье]]

        reference: The port reopened on Saturday.
        translation: The port reopened on Saturday.\\n[[Read more Sign up for our newsletter]]

    Allowed:
        reference: Share prices rose.
        translation: Share prices rose.

        reference: "Read more books," the minister said.
        translation: Read more books, the minister said.

        reference: The party asked voters to follow it on Telegram.
        translation: The party asked voters to follow it on Telegram.

        reference: The source of the leak is unknown.
        translation: The source of the leak is unknown.
    """
    text = article.story.document.text
    runs: list[Span] = []
    previous = None
    for block in article.story.document.blocks:
        if block.kind is BlockKind.RESIDUE:
            if runs and previous is BlockKind.RESIDUE:
                runs[-1] = Span(runs[-1].start, block.span.end)
            else:
                runs.append(block.span)
        previous = block.kind
    for span in runs:
        shown = " ".join(span.of(text).split())
        yield Mark(
            span,
            f'page furniture in the article: "{shown[:80]}"',
            (article.evidence(span, Role.SELF),),
            suggestion="delete",
        )
