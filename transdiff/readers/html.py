"""A saved news page: the story's text, headline and captions, and what the page says of itself.

Markup decides what it is sure of (navigation, forms, scripts go; a figcaption is a caption); what
is left of buttons and credits is found by the same words as in plain text.
"""

from __future__ import annotations

from dataclasses import replace

import regex
from lxml import etree
from lxml import html as lxml_html

from transdiff.errors import InputError
from transdiff.language.credits import without_by
from transdiff.language.datelines import find_stamp
from transdiff.model import BlockKind, Document
from transdiff.readers.encoding import decode
from transdiff.readers.html_kinds import INLINE, kind_of, set_places_apart
from transdiff.readers.html_meta import Meta, page_meta
from transdiff.readers.leads import above
from transdiff.readers.markup import local, paragraphs_in
from transdiff.readers.parts import Part, date_of, joined, remarks_in, tag_of
from transdiff.readers.pruning import DROPPED, prune
from transdiff.readers.source import Source
from transdiff.readers.text import build_document

_STOPS = tuple('.!?…。！？։"”»’)')
_MARKUP = regex.compile(r"</?(?:p|br|div|h[1-6])\b[^<>]{0,200}>", regex.IGNORECASE)
_CONTENT = (
    "//*[contains(concat(' ', @itemprop, ' '), ' articleBody ')]",
    "//article",
    "//main",
    "//*[@role='main']",
    "//body",
)
_START = regex.compile(r"\s*+<!doctype\s+html\b", regex.IGNORECASE)
_CONTROL = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CHARACTER = regex.compile(
    r"&#(?:x(?P<hex>[0-9a-f]{1,8})|(?P<decimal>\d{1,9}));?", regex.IGNORECASE
)
_DECLARATION = regex.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_SPACES = regex.compile(r"[ \t\r\n\f\u200b]+")
_ENOUGH = 0.6  # share of the page's paragraphs that a container must hold to be the story
_LEAST_TEXT = 140
_LONGEST_BYLINE = 120
_AROUND = " \t\u00a0|•·,;/–—-"
_MOST_POSTS = 2


SUFFIXES = (".html", ".htm", ".xhtml")


def recognises(source: Source) -> bool:
    """Whether the file starts as a page does."""
    return source.root.lower() in ("html", "head", "body") or bool(_START.match(source.head))


def read(source: Source) -> tuple[Document, ...]:
    """Read a saved news page."""
    decoded = decode(source.data, source.name, markup=True)
    document = parse_html(
        decoded.text,
        lang=source.lang,
        id=source.id,
        uri=source.name,
        notes=(decoded.note,) if decoded.note else (),
    )
    return (document,)


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
    root = parsed(text, id)
    meta = page_meta(root)
    prune(root, meta.paid)
    set_places_apart(root)
    container = _story(root)
    notes += _doubts(text, container)
    parts = [*_above(root, container), *paragraphs_in(container, INLINE, kind_of)]
    if sum(len(p.text) for p in parts) < min(_LEAST_TEXT, len(meta.body)):
        parts = _stated(meta.body)
    parts = _signed(_headed(parts, root, meta), meta.author)
    if not parts:
        raise InputError(f"{id}: no text in the page; save the article as text")
    extracted, pieces = joined(parts)
    document = build_document(
        extracted,
        pieces,
        lang=lang or tag_of(meta.lang),
        id=id,
        published=date_of(meta.published),
        publisher=meta.publisher,
        uri=uri,
        notes=notes,
        format="html",
    )
    return replace(document, remarks=remarks_in(text))


def _stated(body: str) -> list[Part]:
    """Return the paragraphs of an ``articleBody``, which some sites write as HTML."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    parts = (fragment(line) if _MARKUP.search(line) else [Part(line)] for line in lines)
    return [part for found in parts for part in found]


def _doubts(text: str, story: lxml_html.HtmlElement) -> tuple[str, ...]:
    """Return what speaks against the page being one whole story."""
    heads = (e.xpath(".//h1|.//h2|.//h3") for e in story.iter("article") if e is not story)
    found = sum(map(bool, heads))
    many = (f"a page of {found} stories or posts, read as one",) if found > _MOST_POSTS else ()
    lower = text.lower()
    open_ended = "<html" in lower and "</html" not in lower and "</body" not in lower
    return (*many, *(("the page has no end; it may be cut off",) if open_ended else ()))


def fragment(text: str) -> list[Part]:
    """Return the paragraphs of the HTML that another format carries as a story's body."""
    return parts_of(parsed(f"<body>{text}</body>", "")) if text.strip() else []


def parts_of(root: etree._Element) -> list[Part]:
    """Return the paragraphs of a parsed body; its headings are paragraphs of the story."""
    prune(root)
    return [
        replace(part, kind=None) if part.kind is BlockKind.HEADLINE else part
        for part in paragraphs_in(root, INLINE, kind_of, DROPPED)
    ]


def parsed(text: str, id: str) -> lxml_html.HtmlElement:
    """Return the root of a page, whatever its mistakes. Raises InputError that names *id*."""
    parser = lxml_html.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    data = _clean(text).encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise InputError(f"{id}: not an HTML page; save it again, or as text") from None
    return root


def _clean(text: str) -> str:
    """Drop what no tree holds (control characters, written out too) and a declared encoding."""
    text = _CHARACTER.sub(_written, _CONTROL.sub(" ", text))
    return _DECLARATION.sub("", text)


def _written(match: regex.Match[str]) -> str:
    code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    return match[0] if code in (9, 10, 13) or not _CONTROL.match(chr(min(code, 0xFFFF))) else " "


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


def _above(root: lxml_html.HtmlElement, story: lxml_html.HtmlElement) -> list[Part]:
    """Return what stands between the page's headline and the container of its story."""
    found = [(e, part) for e in above(root, story) for part in paragraphs_in(e, INLINE, kind_of)]
    return [
        part
        for element, part in found
        if part.kind in (BlockKind.CAPTION, BlockKind.DATELINE)
        or (part.kind is None and local(element) != "figure")
    ]


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


def _headed(parts: list[Part], root: lxml_html.HtmlElement, meta: Meta) -> list[Part]:
    """Put the headline first; it often stands outside the story's container."""
    heads = [part for part in parts if part.kind is BlockKind.HEADLINE]
    at = parts.index(heads[0]) if heads else 0
    parts = [_above_the_head(part) for part in parts[:at]] + parts[at:]
    rest = [part for part in parts if part.kind is not BlockKind.HEADLINE]
    outside = (_SPACES.sub(" ", h.text_content()).strip() for h in root.iter("h1"))
    title = heads[0].text if heads else next(filter(None, outside), "") or meta.headline
    more = [Part(head.text) for head in heads[1:]]
    if rest and not heads and title.casefold() == rest[0].text.casefold():
        rest = rest[1:]
    return [Part(title, BlockKind.HEADLINE), *more, *rest] if title else [*more, *rest]


def _above_the_head(part: Part) -> Part:
    """A section's name or a label above the headline is none of the story's sentences."""
    told = part.kind is not None or part.text[-1:] in _STOPS
    return part if told else replace(part, kind=BlockKind.RESIDUE)


def _signed(parts: list[Part], author: str) -> list[Part]:
    """Put the author below the headline where the page itself does not name them."""
    parts = [replace(p, kind=BlockKind.BYLINE) if _names_only(p, author) else p for p in parts]
    named = any(
        part.kind is BlockKind.BYLINE
        or (
            part.kind is not BlockKind.DATELINE
            and len(part.text) <= _LONGEST_BYLINE
            and author.casefold() in part.text.casefold()
        )
        for part in parts
    )
    if not author or not parts or named:
        return parts
    at = 1 if parts[0].kind is BlockKind.HEADLINE else 0
    return [*parts[:at], Part(author, BlockKind.BYLINE), *parts[at:]]


def _names_only(part: Part, author: str) -> bool:
    """Whether a line is the author and a date and nothing else: ``Ann Olsen | 5 March 2024``."""
    if part.kind not in (None, BlockKind.DATELINE) or not author or author not in part.text:
        return False
    before, _, after = part.text.partition(author)
    before = without_by(before)
    rest = f"{before} {after}".strip(_AROUND)
    return not rest or find_stamp(rest) is not None
