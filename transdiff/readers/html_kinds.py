"""What the elements of a page are by their names and attributes: captions, bylines, dates."""

from __future__ import annotations

import regex
from lxml import etree
from lxml import html as lxml_html

from transdiff.model import BlockKind
from transdiff.readers.markup import local
from transdiff.readers.pruning import length

INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    "picture", "source",
})  # fmt: skip
"""Elements that do not interrupt a paragraph."""
_CAPTION = regex.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|photo-?credit|image-?credit|wp-caption-text)(?:$|[\s_-])",
    regex.IGNORECASE,
)
_BYLINE = regex.compile(r"(?:^|[\s_-])byline(?:$|[\s_-])", regex.IGNORECASE)
_STAMP = regex.compile(r"(?:^|[\s_-])(?:location-?stamp|dateline)(?:$|[\s_-])", regex.IGNORECASE)
_LONGEST_STAMP = 60
_ABOUT = regex.compile(
    r"(?:^|\s)(?:entry|post|article|story|node)(?:__|-)(?:meta|submitted|info)(?:$|\s)",
    regex.IGNORECASE,
)
"""Classes of the line that says when a story was posted and by whom."""
_SIGNED = frozenset({"byline-block", "byline", "meta"})
"""What the BBC and the Guardian call the lines about author and time."""
_LONGEST_LINE = 120
_MOST_AUTHORS = 6


def set_places_apart(root: lxml_html.HtmlElement) -> None:
    """A place before the first word is told from it by a style sheet alone: *AltaThe port …*."""
    for span in root.iter("span"):
        if _STAMP.search(span.get("class", "")) and len(span.text_content()) <= _LONGEST_STAMP:
            span.tag = "div"


def kind_of(element: etree._Element) -> BlockKind | None:
    """Return what *element* and all in it is, None where only its words can tell."""
    name, classes = local(element), element.get("class", "")
    if name == "h1":
        return BlockKind.HEADLINE
    if name == "figcaption" or _CAPTION.search(classes):
        return BlockKind.CAPTION
    if name == "figure" and next(element.iter("table", "blockquote", "pre", "li"), None) is None:
        return BlockKind.CAPTION
    if name == "div" and (_STAMP.search(classes) or _ABOUT.search(classes)):
        return BlockKind.DATELINE
    if _BYLINE.search(classes) and len(element) < _MOST_AUTHORS:
        pictured = any(local(above) == "figure" for above in element.iterancestors())
        return BlockKind.CREDIT if pictured else BlockKind.BYLINE
    if name == "address" or element.get("data-component", element.get("data-gu-name")) in _SIGNED:
        return BlockKind.BYLINE
    return BlockKind.DATELINE if _tells_when(element) else None


def _tells_when(element: etree._Element) -> bool:
    """Whether *element* is a line that says when a story was posted, and perhaps by whom."""
    named = [e for e in element.iter("time", "a") if local(e) == "time" or e.get("rel") == "author"]
    inner = element.iterdescendants(etree.Element)
    if not named or any(local(e) not in INLINE for e in inner):
        return False
    text = "".join(map(str, element.itertext())).strip()
    told = sum(map(length, named))
    return len(text) <= _LONGEST_LINE and text[-1:] not in ".!?" and told * 3 >= len(text)
