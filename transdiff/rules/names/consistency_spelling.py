"""Rule ``consistency-spelling``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transdiff.comparison import Article
from transdiff.facts import Span, WordKind
from transdiff.language.pack import load_pack
from transdiff.rule import Mark, rule


@rule(group="names", category="consistency", severity="minor", scope="article")
def consistency_spelling(article: Article) -> Iterator[Mark]:
    """Report American and British spelling in one article, once.

    Only words that are spelled in one country alone count; names and quotations do not, and *-ize*
    is British too. The finding stands at the rarer of the two.

    Flagged:
        reference: The defense ministry said the program had no color.
        translation: The defense ministry said the [[programme]] had color. Defense chiefs agreed.

        reference: The centre welcomed its neighbours.
        translation: The centre welcomed its neighbours and [[honored]] them. Its labour was free.

    Allowed:
        reference: The defense ministry praised its neighbors.
        translation: The defense ministry praised its neighbors.

        reference: The labour minister met officials at the World Trade Center.
        translation: The labour minister met officials at the World Trade Center.

        reference: "We honor them," he said in the centre.
        translation: "We honor them," he said in the centre.
    """
    found: dict[str, list[tuple[Span, str]]] = {"us": [], "uk": []}
    varieties = _varieties(article.story.lang)
    for _, segment in article.compared():
        apart = [q.span for q in segment.facts.quotations]
        apart += [n.span for n in segment.facts.names]
        for word in segment.facts.words:
            variety = varieties.get(word.fold) if word.kind is WordKind.WORD else None
            if variety and not any(s.contains(word.span) for s in apart):
                found[variety].append((word.span, word.text))
    if not all(found.values()):
        return
    rare, common = sorted(found.values(), key=lambda words: (len(words), -words[0][0].start))
    message = f'"{rare[0][1]}" here, "{common[0][1]}" elsewhere in the article'
    yield Mark(rare[0][0], message, (article.evidence(common[0][0]),))


@lru_cache(maxsize=8)
def _varieties(lang: str) -> dict[str, str]:
    """Every word that tells the variety: ``us`` or ``uk``."""
    pairs = load_pack(lang).section("spelling").get("pairs", ())
    found: dict[str, str] = {}
    for british, american in pairs:
        for ending in ("", "s", "d", "ed", "ing", "al"):
            found.setdefault(british + ending, "uk")
            if american:
                found.setdefault(american + ending, "us")
    return found
