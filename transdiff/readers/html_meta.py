"""What a news page says of itself: JSON-LD first, then meta elements."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from lxml import html as lxml_html

_LARGEST_SCRIPT = 512 * 1024
_MOST_NODES = 2000
_MOST_AUTHORS = 6


@dataclass(frozen=True, slots=True)
class Meta:
    """Headline, author, publisher, date, language and body as the page declares them, or empty."""

    headline: str = ""
    publisher: str = ""
    published: str = ""
    lang: str = ""
    body: str = ""
    author: str = ""


def page_meta(root: lxml_html.HtmlElement) -> Meta:
    """Read the metadata of a parsed page."""
    article = next(_articles(root), {})
    named = _meta_elements(root)

    def first(*names: str) -> str:
        return next((named[name] for name in names if named.get(name)), "")

    return Meta(
        headline=_text(article.get("headline")) or first("og:title", "twitter:title"),
        publisher=_name(article.get("publisher")) or first("og:site_name"),
        published=_text(article.get("datePublished"))
        or first("article:published_time", "datepublished", "date", "dc.date", "pubdate"),
        lang=_text(article.get("inLanguage")) or root.get("lang", "") or first("og:locale"),
        body=_text(article.get("articleBody")),
        author=_names(article.get("author")) or _no_address(first("author", "article:author")),
    )


def _articles(root: lxml_html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        source = script.text or ""
        if "ld+json" not in script.get("type", "") or len(source) > _LARGEST_SCRIPT:
            continue
        try:
            tree = msgspec.json.decode(source.strip().encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        yield from _of_article_type(tree)


def _of_article_type(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD nodes that describe an article, breadth first."""
    queue, seen = deque([tree]), 0
    while queue and seen < _MOST_NODES:
        node = queue.popleft()
        seen += 1
        if isinstance(node, list):
            queue.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type", "")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(k, str) and k.endswith(("Article", "BlogPosting")) for k in kinds):
                yield node
            queue.extend(v for v in node.values() if isinstance(v, dict | list))


def _meta_elements(root: lxml_html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("alternateName") or value.get("name")
    return value.strip() if isinstance(value, str) else ""


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name") if isinstance(value, dict) else value)


def _names(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(name for name in map(_name, values[:_MOST_AUTHORS]) if _no_address(name))


def _no_address(value: str) -> str:
    return "" if "://" in value or "@" in value else value
