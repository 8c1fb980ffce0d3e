"""Rule ``residue-caption``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.model import BlockKind, Role
from transdiff.rule import Mark, rule


@rule(group="page", category="residue", severity="minor", scope="article")
def residue_caption(article: Article) -> Iterator[Mark]:
    """Report a picture caption with its credit that ran into the text.

    In plain text nothing sets a caption apart from the story, and readers take it for a paragraph.
    A caption that the markup of a page declares is not reported.

    Flagged:
        reference: The port reopened on Saturday. Ships had waited for days.
        translation: The port reopened.\\n[[Ships off the coast of Alta. Photo: AFP]]\\nThey waited.

        reference: The port reopened on Saturday.
        translation: The port reopened on Saturday.\\n[[Dockers at work. (AP Photo/Ann Olsen)]]

        reference[vi]: Cảng mở cửa trở lại hôm thứ Bảy.
        translation[vi]: Cảng mở cửa trở lại hôm thứ Bảy.\\n[[Tàu chờ ngoài khơi. Ảnh: TTXVN]]

    Allowed:
        reference: The photo shows the minister with the tanker's captain.
        translation: The photo shows the minister with the tanker's captain.

        reference: A photo by Reuters showed smoke over the port.
        translation: A photo by Reuters showed smoke over the port.

        reference: The image was published by the agency AFP.
        translation: The image was published by the agency AFP.
    """
    document = article.story.document
    if document.format == "html":
        return
    for block in document.blocks:
        if block.kind is BlockKind.CAPTION:
            yield Mark(
                block.span,
                f'caption run into the text: "{block.span.of(document.text)[:80]}"',
                (article.evidence(block.span, Role.SELF),),
                suggestion="move to the picture",
            )
