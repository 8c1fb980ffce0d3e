"""A saved news page: the story's text, headline and captions, and what the page says of itself.

Markup decides what it is sure of (navigation, forms, scripts go; a figcaption is a caption); what
is left of buttons and credits is found by the same words as in plain text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex
from lxml import etree
from lxml import html as lxml_html

from transdiff.errors import ConfigError, InputError
from transdiff.facts import Span
from transdiff.language.detect import check_tag
from transdiff.model import BlockKind, Document, iso_date
from transdiff.readers.blocks import Piece
from transdiff.readers.html_meta import Meta, page_meta
from transdiff.readers.text import build_document

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "nav", "aside", "form", "footer", "button",
    "select", "input", "textarea", "iframe", "svg", "canvas", "video", "audio", "object",
    "embed", "dialog", "menu", "head", "math", "map",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    "picture", "source",
})  # fmt: skip
_FURNITURE = regex.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|comments?|related|recommend(?:ed|ations?)?|newsletter|subscribe"
    r"|subscription|breadcrumbs?|tags?|taglist|adverts?|advertisement|ads?|promo|sidebar|widget|cookies?"
    r"|banner|paywall|popup|modal|readmore|most-?read|trending|toolbar|print|navigation|navbar|menu"
    r"|footer|masthead|skip-?link|sr-only|visually-hidden|screen-reader-text)(?:$|[\s_-])",
    regex.IGNORECASE,
)
_CAPTION = regex.compile(
    r"(?:^|[\s_-])(?:caption|figcaption|photo-?credit|image-?credit|wp-caption-text)(?:$|[\s_-])",
    regex.IGNORECASE,
)
_CONTENT = (
    "//*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]",
    "//article",
    "//main",
    "//*[@role='main']",
    "//body",
)
_HIDDEN_STYLE = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_SPACES = regex.compile(r"[ \t\r\n\f\u200b]+")
_ENOUGH = 0.6  # share of the page's paragraphs that a container must hold to be the story
_LEAST_TEXT = 140


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    kind: BlockKind | None = None


def parse_html(
    text: str,
    *,
    lang: str | None = None,
    id: str = "text",
    uri: str = "",
    notes: tuple[str, ...] = (),
) -> Document:
    """Return the story of a page as a document; offsets count in the extracted text.

    Raises InputError where the page cannot be parsed or holds no text.
    """
    root = _parsed(text, id)
    meta = page_meta(root)
    _prune(root)
    parts = list(_parts(_story(root)))
    if sum(len(p.text) for p in parts) < min(_LEAST_TEXT, len(meta.body)):
        parts = [_Part(line.strip()) for line in meta.body.splitlines() if line.strip()]
    parts = _headed(parts, root, meta)
    if not parts:
        raise InputError(f"{id}: no text in the page; save the article as text")
    pieces, at = [], 0
    for part in parts:
        pieces.append(Piece(Span(at, at + len(part.text)), part.kind))
        at += len(part.text) + 2
    return build_document(
        "\n\n".join(part.text for part in parts),
        pieces,
        lang=lang or _tag(meta.lang),
        id=id,
        title=meta.headline,
        published=_date(meta.published),
        publisher=meta.publisher,
        uri=uri,
        notes=notes,
        format="html",
    )


def _parsed(text: str, id: str) -> lxml_html.HtmlElement:
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    data = _clean(text).encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{id}: not an HTML page: {str(error).splitlines()[0]}") from None
    return root


def _clean(text: str) -> str:
    """Drop what no parser takes: NUL and an XML declaration that names another encoding."""
    return regex.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text.replace("\x00", ""))


def _prune(root: lxml_html.HtmlElement) -> None:
    """Remove what no reader of the story reads."""
    whole = len(root.text_content())
    for element in list(root.iter(etree.Element)):
        if element.getparent() is None or element.tag in ("html", "body"):
            continue
        named = f"{element.get('class', '')} {element.get('id', '')}"
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or bool(_HIDDEN_STYLE.search(element.get("style", "")))
        )
        small = element.tag != "article" and bool(_FURNITURE.search(named))
        if element.tag in _DROPPED or hidden or (small and _length(element) * 3 < whole):
            element.drop_tree()


def _length(element: lxml_html.HtmlElement) -> int:
    return len(element.text_content())


def _story(root: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """Return the smallest likely container that holds most of the page's running text."""
    body = root.find("body") if root.find("body") is not None else root
    whole = _running(body)
    for path in _CONTENT:
        found = [(_running(e), -i, e) for i, e in enumerate(root.xpath(path))]
        best = max(found, key=lambda f: f[:2], default=None)
        if best is not None and best[0] >= max(_ENOUGH * whole, 1):
            return best[2]
    return _densest(body, whole)


def _running(element: lxml_html.HtmlElement) -> int:
    """Count the characters of paragraphs, less those of their links."""
    total = 0
    for p in element.iter("p", "blockquote", "li"):
        linked = sum(len(a.text_content()) for a in p.iter("a"))
        total += max(0, len(p.text_content()) - 2 * linked)
    return total or len(element.text_content()) // 4


def _densest(body: lxml_html.HtmlElement, whole: int) -> lxml_html.HtmlElement:
    """Descend while one child alone holds most of the running text."""
    at = body
    while True:
        inner = [c for c in at if isinstance(c.tag, str) and _running(c) >= _ENOUGH * whole]
        if not inner or inner[0].tag in ("p", "ul", "ol", "table"):
            return at
        at = inner[0]


def _parts(story: lxml_html.HtmlElement) -> Iterator[_Part]:
    """Yield the paragraphs of *story*, walking without recursion."""
    buffer: list[str] = []
    kinds: list[BlockKind | None] = [None]

    def flush() -> Iterator[_Part]:
        for line in "".join(buffer).split("\n"):
            bare = _SPACES.sub(" ", line).strip(" \u00a0")
            if bare:
                yield _Part(bare, kinds[-1])
        buffer.clear()

    for event, element in etree.iterwalk(story, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag == "br":
                buffer.append("\n")
            elif tag not in _INLINE:
                yield from flush()
                kinds.append(_kind(element) or kinds[-1])
            buffer.append(_SPACES.sub(" ", element.text or ""))
        else:
            if tag not in _INLINE and tag != "br":
                if tag in ("td", "th"):
                    buffer.append(" ")
                yield from flush()
                kinds.pop()
            if element is not story:
                buffer.append(_SPACES.sub(" ", element.tail or ""))
    yield from flush()


def _kind(element: lxml_html.HtmlElement) -> BlockKind | None:
    if element.tag == "h1":
        return BlockKind.HEADLINE
    if element.tag == "figcaption" or _CAPTION.search(element.get("class", "")):
        return BlockKind.CAPTION
    return None


def _headed(parts: list[_Part], root: lxml_html.HtmlElement, meta: Meta) -> list[_Part]:
    """Put the headline first; it often stands outside the story's container."""
    heads = [part for part in parts if part.kind is BlockKind.HEADLINE]
    rest = [part for part in parts if part.kind is not BlockKind.HEADLINE]
    outside = (_SPACES.sub(" ", h.text_content()).strip() for h in root.iter("h1"))
    title = heads[0].text if heads else next(filter(None, outside), "") or meta.headline
    more = [_Part(head.text) for head in heads[1:]]
    if rest and not heads and title.casefold() == rest[0].text.casefold():
        rest = rest[1:]
    return [_Part(title, BlockKind.HEADLINE), *more, *rest] if title else [*more, *rest]


def _tag(value: str) -> str | None:
    try:
        return check_tag(value.replace("_", "-")) if value else None
    except ConfigError:
        return None


def _date(value: str) -> str:
    try:
        return iso_date(value.strip())
    except InputError:
        return ""
