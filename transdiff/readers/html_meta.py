"""What a news page says of itself: JSON-LD first, then meta elements."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
import regex
from lxml import html as lxml_html

from transdiff.readers.parts import unescaped

_LARGEST_SCRIPT = 512 * 1024
_MOST_NODES = 2000
_MOST_AUTHORS = 6
_CLASS = regex.compile(r"\.([\w-]+)")


# Names of meta elements, the most common first; `dc` and `dcterms` are Drupal's and libraries'.
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "source")
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "date", "dc.date"),
    *("pubdate", "publishdate", "publish-date", "publish_date", "parsely-pub-date"),
    *("sailthru.date", "dcterms.issued", "dcterms.date", "dcterms.created", "dc.date.issued"),
)
_AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "dcterms.creator")


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page declares of its story, each empty where it does not."""

    headline: str = ""
    publisher: str = ""
    published: str = ""
    lang: str = ""
    body: str = ""
    author: str = ""
    paid: frozenset[str] = frozenset()
    """Classes of the elements that a paywall keeps from those who do not pay."""


def page_meta(root: lxml_html.HtmlElement) -> Meta:
    """Read the metadata of a parsed page; of several articles in it, those of the one it heads."""
    named = _meta_elements(root)
    trees = list(_scripts(root))
    linked = _identified(trees)
    articles = [node for node in _nodes(trees) if _is_article(node)]
    heads = _headings(root, named)
    article = next((a for a in articles if _folded(_text(a.get("headline"))) in heads), None)
    article = article or next(iter(articles), {})

    def first(*names: str) -> str:
        return next((named[name] for name in names if named.get(name)), "")

    def linked_to(name: str) -> Any:
        value = article.get(name)
        values = value if isinstance(value, list) else [value]
        return [linked.get(_id(v), v) for v in values]

    return Meta(
        headline=_text(article.get("headline")) or first("og:title", "twitter:title"),
        publisher=_name(linked_to("publisher")) or first(*_PUBLISHERS),
        published=_text(article.get("datePublished")) or first(*_DATES) or _dated(root),
        lang=_text(article.get("inLanguage")) or root.get("lang", "") or first("og:locale"),
        body=_text(article.get("articleBody")),
        author=_names(linked_to("author")) or _no_address(first(*_AUTHORS)),
        paid=frozenset(_CLASS.findall(_selectors(article))),
    )


def _dated(root: lxml_html.HtmlElement) -> str:
    """Return the time that the page itself shows as that of publication."""
    times = (
        t
        for t in root.iter("time")
        if t.get("itemprop") == "datePublished" or "pubdate" in t.attrib
    )
    return next((t.get("datetime", "") for t in times), "")


def _scripts(root: lxml_html.HtmlElement) -> Iterator[Any]:
    """Yield what every JSON-LD script of the page says."""
    for script in root.iter("script"):
        source = script.text or ""
        if "ld+json" not in script.get("type", "") or len(source) > _LARGEST_SCRIPT:
            continue
        try:
            yield msgspec.json.decode(source.strip().encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue


def _nodes(trees: list[Any]) -> Iterator[dict[str, Any]]:
    """Yield the nodes of each of the *trees*, breadth first."""
    for tree in trees:
        queue, seen = deque([tree]), 0
        while queue and seen < _MOST_NODES:
            node = queue.popleft()
            seen += 1
            if isinstance(node, list):
                queue.extend(node)
            elif isinstance(node, dict):
                yield node
                queue.extend(v for v in node.values() if isinstance(v, dict | list))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type", "")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(k, str) and k.endswith(("Article", "BlogPosting")) for k in kinds)


def _identified(trees: list[Any]) -> dict[str, dict[str, Any]]:
    """Return the nodes that others refer to by ``@id``, those that say something of themselves."""
    return {_id(node): node for node in _nodes(trees) if _id(node) and len(node) > 1}


def _id(node: Any) -> str:
    found = node.get("@id") if isinstance(node, dict) else ""
    return found if isinstance(found, str) else ""


def _selectors(article: dict[str, Any]) -> str:
    """Return the CSS selectors of what only those may read who pay: it is a part of the story."""
    parts = article.get("hasPart")
    found = [p.get("cssSelector") for p in (parts if isinstance(parts, list) else [parts]) if p]
    return " ".join(" ".join(s) if isinstance(s, list) else str(s or "") for s in found)


def _headings(root: lxml_html.HtmlElement, named: dict[str, str]) -> frozenset[str]:
    """Return what the page is headed, by which its own story is told from others named in it."""
    shown = (h.text_content() for h in root.iter("h1", "title"))
    return frozenset(_folded(head) for head in (*shown, named.get("og:title", "")))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


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
    return unescaped(value.strip()) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name") if isinstance(value, dict) else value)


def _names(value: Any) -> str:
    values = value if isinstance(value, list) else [value]
    return ", ".join(name for name in map(_name, values[:_MOST_AUTHORS]) if _no_address(name))


def _no_address(value: str) -> str:
    return "" if "://" in value or "@" in value else value
