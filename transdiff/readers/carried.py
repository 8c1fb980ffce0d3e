"""A story inside of another format: in elements of NITF or XHTML, or as HTML or plain text."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from transdiff.readers import html, nitf
from transdiff.readers.markup import Element, local
from transdiff.readers.parts import Part, plain

_MARKUP = regex.compile(r"\s*+<(?:p|div|html|body|span|h[1-6])\b[^<>]{0,500}>", regex.IGNORECASE)


def in_element(root: Element, head: Sequence[Part]) -> list[Part]:
    """Return the paragraphs of *root*; *head* is what the format around it says of the story."""
    return nitf.body_of(root, head) if local(root) == "nitf" else html.parts_of(root)


def in_text(text: str) -> list[Part]:
    """Return the paragraphs of *text*: HTML where it starts so, whatever its type is said to be."""
    return html.fragment(text) if _MARKUP.match(text) else plain(text)
