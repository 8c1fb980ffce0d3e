"""What stands in a page's tree and is no part of its story: hidden things, navigation, prompts."""

from __future__ import annotations

import regex
from lxml import etree

from transdiff.readers.markup import Element, drop, local

DROPPED = frozenset({
    "script", "style", "noscript", "template", "nav", "aside", "form", "footer", "button",
    "select", "input", "textarea", "iframe", "svg", "canvas", "video", "audio", "object",
    "embed", "dialog", "menu", "head", "math", "map", "del", "s", "strike",
    "amp-sidebar", "amp-ad", "amp-sticky-ad",
    "amp-embed", "amp-consent", "amp-user-notification", "amp-social-share", "amp-app-banner",
    "amp-lightbox", "amp-analytics", "amp-iframe", "amp-video", "amp-state", "amp-next-page",
})  # fmt: skip
"""Elements that hold nothing of a story."""

_FURNITURE = regex.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|comments?|related|recommend(?:ed|ations?)?|newsletter|subscribe"
    r"|subscription|breadcrumbs?|tags?|taglist|adverts?|advertisement|ads?|promo|sidebar|widget|cookies?"
    r"|banner|paywall|popup|modal|readmore|most-?read|trending|toolbar|print|navigation|navbar|menu"
    r"|links-block|relatedonenews|footer|masthead|skip-?link|sr-only|visually-hidden|screen-reader-text"
    r"|kicker|eyebrow|overline|genre|notepad|nonpublic|about-?author|author-?(?:bio|box|card|info))"
    r"(?:$|[\s_-])",
    regex.IGNORECASE,
)
_GATE = regex.compile(r"paywall|subscri|print", regex.IGNORECASE)
_HIDDEN_STYLE = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.IGNORECASE)
_PARAGRAPH = 100
"""Characters of a paragraph that tells a story rather than asks for something."""


def prune(root: Element, kept: frozenset[str] = frozenset()) -> None:
    """Remove what no reader of the story reads; classes *kept* mark what the page calls story."""
    whole = length(root)
    for element in list(root.iter(etree.Element)):
        if element is root or local(element) in ("html", "body") or _is_kept(element, kept):
            continue
        if (
            local(element) in DROPPED
            or _is_hidden(element)
            or _heads_a_list(element)
            or _is_furniture(element, whole)
        ):
            drop(element)


def length(element: Element) -> int:
    """Count the characters of all text in *element*."""
    return sum(map(len, element.itertext()))


def _is_kept(element: Element, kept: frozenset[str]) -> bool:
    return bool(kept) and not kept.isdisjoint(element.get("class", "").split())


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style", "")))
    )


def _heads_a_list(element: Element) -> bool:
    """Whether *element* lists slugs or buttons in a story's header, as agencies' XHTML does."""
    return local(element) in ("ul", "ol", "dl") and any(
        local(above) == "header" for above in element.iterancestors()
    )


def _is_furniture(element: Element, whole: int) -> bool:
    named = (element.get(name, "") for name in ("class", "id", "data-component", "type"))
    found = _FURNITURE.search(" ".join(named))
    if not found or local(element) == "article" or length(element) * 3 >= whole:
        return False
    return not (_GATE.search(found[0]) and _goes_on(element))


def _goes_on(element: Element) -> bool:
    """Whether the story goes on in *element*: what is behind a paywall is a part of it."""
    told = 0
    for p in element.iter("p", "{*}p"):
        told += length(p) - 2 * sum(map(length, p.iter("a", "{*}a"))) >= _PARAGRAPH
    asks = any(local(e) in ("form", "button", "input") for e in element.iter(etree.Element))
    return told > 1 and not asks
