"""What opens a story on a page and stands outside of the container of the rest.

Many sites set the first paragraph, or a picture, between the headline and the story: *h1*,
*p.sapo*, *div.article-body*.
"""

from __future__ import annotations

import regex
from lxml import etree
from lxml import html as lxml_html

from transdiff.readers.markup import local

_LEAD = regex.compile(
    r"(?:^|[\s_-])(?:sapo|chapo|stand-?first|de[ck]k?|lead|lede|strap-?line|sub-?head(?:line)?"
    r"|sub-?title|intro(?:duction)?|summary|description|excerpt|abstract|anons|vorspann"
    r"|alternativeHeadline)(?:$|[\s_-])",
    regex.IGNORECASE,
)
"""Classes of the paragraph that opens a story."""
_LEADS = frozenset({"p", "h2", "h3", "div", "section"})
_LONGEST = 1000
_SHORTEST = 60
_FINISHED = regex.compile(r"[.!?…。！？։][\"”»’)]*$")


def above(root: lxml_html.HtmlElement, story: lxml_html.HtmlElement) -> list[lxml_html.HtmlElement]:
    """Return the elements between the last headline of *root* and *story* that open the story."""
    holders = {story, *story.iterancestors()}
    found: list[lxml_html.HtmlElement] = []
    headed = False
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element is story:
            break
        if local(element) == "h1":
            headed, found = True, []
        elif headed and element not in holders and _opens(element):
            found.append(element)
            walk.skip_subtree()
    return found


def _opens(element: lxml_html.HtmlElement) -> bool:
    name = local(element)
    if name == "figure":
        return True
    text = element.text_content().strip() if name in _LEADS else ""
    if not 0 < len(text) <= _LONGEST:
        return False
    known = f"{element.get('class', '')} {element.get('itemprop', '')}"
    finished = name == "p" and len(text) >= _SHORTEST and bool(_FINISHED.search(text))
    return finished or bool(_LEAD.search(known))
