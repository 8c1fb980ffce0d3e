"""Rule ``title-honorific-mixed``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Name, Span, Title
from transdiff.rule import Mark, rule

_TITLED = frozenset({"mr", "mr_dot", "other", "herr", "monsieur", "m"})
_GAP = 2


@rule(group="names", category="title", severity="minor", scope="article")
def title_honorific_mixed(article: Article) -> Iterator[Mark]:
    """Report a person who is called by the bare surname in one place and "Mr X" in another.

    A house either gives a form of address at later mentions or gives none. Full names, surnames
    after an office and quotations say nothing about it. Reported once, at the rarer form.

    Flagged:
        reference: Orlov spoke first, then Orlov left.
        translation: Ivan Orlov spoke first. Later [[Mr Orlov]] sat down. Orlov left. Orlov waved.

        reference: Tran answered.
        translation: Ms Tran answered. Then Ms Tran sat down, and [[Tran]] left.

    Allowed:
        reference: Orlov spoke first, then Orlov left.
        translation: Ivan Orlov spoke first. Later Mr Orlov sat down. Mr Orlov left.

        reference: Orlov spoke first, then Orlov left.
        translation: Mayor Orlov spoke first. Later Mr Orlov sat down.

        reference: Orlov spoke first.
        translation: Mr Orlov spoke first. "Orlov is right," she said.
    """
    people: dict[str, tuple[list[Span], list[Span]]] = {}
    for name, span, titled in _surnames(article):
        people.setdefault(name.text, ([], []))[titled].append(span)
    mixed = next((forms for forms in people.values() if all(forms)), None)
    if mixed is None:
        return
    rare, common = sorted(mixed, key=lambda spans: (len(spans), -spans[0].start))
    text = article.story.document.text
    message = f'"{rare[0].of(text)}" here, "{common[0].of(text)}" elsewhere in the article'
    yield Mark(rare[0], message, (article.evidence(common[0]),))


def _surnames(article: Article) -> Iterator[tuple[Name, Span, bool]]:
    """Yield every bare surname with its span and whether a form of address stands before it."""
    known = _addressed(article)
    for _, segment in article.compared():
        facts = segment.facts
        quoted = [q.span for q in facts.quotations]
        offices = [t for t in facts.titles if t.function]
        address = [t for t in facts.titles if t.honorific in _TITLED]
        for name in facts.names:
            if name.concept or len(name.parts) != 1 or any(q.contains(name.span) for q in quoted):
                continue
            before = [t for t in address if 0 < name.span.start - t.span.end <= _GAP]
            if before:
                yield name, Span(before[0].span.start, name.span.end), True
            elif name.text in known and not _in_office(name, offices):
                yield name, name.span, False


def _in_office(name: Name, offices: list[Title]) -> bool:
    return any(0 < name.span.start - t.span.end <= _GAP for t in offices)


def _addressed(article: Article) -> frozenset[str]:
    """The surnames that a form of address stands before."""
    found = set()
    for _, segment in article.compared():
        ends = {t.span.end for t in segment.facts.titles if t.honorific in _TITLED}
        found |= {n.text for n in segment.facts.names if ends & {n.span.start - 1}}
    return frozenset(found)
