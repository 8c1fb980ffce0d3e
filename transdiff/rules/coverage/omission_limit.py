"""Rule ``omission-limit``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.content import content_words
from transdiff.language.listed import listed_table
from transdiff.language.pack import load_pack
from transdiff.language.pairing import pair_words
from transdiff.language.reading import read
from transdiff.model import BlockKind, Role, Segment, Story
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.left import nothing_own

_CLAIMED = frozenset({"plea"})
"""Kinds that limit a story only where somebody says so for himself."""


@rule(group="coverage", category="omission", severity="major", scope="article", residual=True)
def omission_limit(article: Article) -> Iterator[Mark]:
    """Report that the article leaves out what limits its main claim.

    Background may go when a story is cut, but not who is exempt, who has still to decide, that
    results are preliminary, what the control group had, that no harm was linked to the thing, that
    the money is unlikely to come back, that an accident is still thought more likely, that somebody
    will not pay or go, will appeal, is presumed innocent, or had asked for help in vain. The
    phrases stand by kind in ``[coverage.limits]``. A reference sentence that nothing in the article
    was made from is meant, if the article has no limit of that kind, nor a sentence with a word of
    ``[coverage.limiting]`` that speaks of the same. An article in a language without these lists is
    left alone.

    Flagged with linked=false:
        reference: Parks will charge an entrance fee from May. Pensioners are exempt.
        translation: The parks are to charge visitors from May.[[]]

    Flagged with linked=false:
        reference: The panel backed the vaccine. The final decision rests with the ministry.
        translation: The vaccine has been cleared.[[]]

    Flagged with linked=false:
        reference: Pain eased in a third of the patients. On a placebo it eased in a quarter.
        translation: The tablet eased the pain of one patient in three.[[]]

    Flagged with linked=false:
        reference: The dam leaks. The operator said it had repeatedly asked for money to mend it.
        translation: The dam leaks in several places.[[]]

    Flagged with linked=false:
        reference[ru]: Завод закроется на месяц. Увольнять рабочих компания не намерена.
        translation: The plant will shut down for a month.[[]]

    Flagged with linked=false:
        reference[de]: Ab Mai gilt im Stadtpark eine Gebühr. Rentner sind davon ausgenommen.
        translation[fr]: Le parc sera payant dès le mois de mai.[[]]

    Allowed with linked=false:
        reference: Parks will charge an entrance fee from May. Pensioners are exempt.
        translation: The parks are to charge visitors from May, but pensioners need not pay.

    Allowed with linked=false:
        reference[de]: Ab Mai gilt im Stadtpark eine Gebühr. Rentner sind davon ausgenommen.
        translation: The park will charge visitors from May, except for pensioners.

    Allowed with linked=false:
        reference: Pain eased in a third of the patients. On a placebo it eased in a quarter.
        translation: The tablet eased the pain of one in three, against one in four patients on a dummy pill.

    Allowed with linked=false:
        reference: The dam leaks. It had repeatedly been asked for by farmers.
        translation: The dam leaks in several places.
    """  # noqa: E501
    lang = article.story.lang
    if not load_pack(lang).section("coverage").get("limits"):
        return
    told = {kind for _, s in article.compared() for kind in _kinds(s, lang, "limits")}
    for key, reference in article.references.items():
        for index, segment in enumerate(reference.segments):
            if not _is_new(article, key, index):
                continue
            limit = _missing(article, reference, segment, told)
            if limit is not None:
                evidence = article.reference_evidence(key, segment.span, Role.MISSING)
                quote = limit.of(reference.document.text)
                message = f'missing: {key} sets a limit ("{quote}"), the article does not'
                size = len(content_words(segment.facts.words, reference.lang))
                sure = reference.lang == lang and nothing_own(article, size)
                yield Mark(article.place_of_missing(key, index), message, (evidence,), sure=sure)


def _is_new(article: Article, key: str, index: int) -> bool:
    """Whether nothing in the article was made from a sentence of a reference's body."""
    segment = article.references[key].segments[index]
    told = segment.compared and segment.block.kind is BlockKind.BODY
    return told and not article.support_of.get((key, index))


def _missing(article: Article, reference: Story, segment: Segment, told: set[str]) -> Span | None:
    """Return the words of *segment* that set a limit of a kind not *told* by the article."""
    for kind, span in _kinds(segment, reference.lang, "limits").items():
        claimed = kind not in _CLAIMED or segment.facts.attributions
        if kind not in told and claimed and not _may_tell(article, kind, reference, segment):
            return span
    return None


def _may_tell(article: Article, kind: str, reference: Story, segment: Segment) -> bool:
    """Whether a sentence of the article may set the limit in other words.

    It has a word that may limit, and speaks of something that *segment* speaks of.
    """
    lang, theirs = article.story.lang, read([segment.facts], reference.lang)
    for _, own in article.compared():
        limiting = _kinds(own, lang, "limiting").get(kind)
        if limiting is None:
            continue
        mine = read([own.facts], lang)
        pairing, apart = pair_words(mine, theirs), mine.inside(limiting)
        if any(pairing.forward[i] is not None for i in mine.content if i not in apart):
            return True
    return False


def _kinds(segment: Segment, lang: str, name: str) -> Mapping[str, Span]:
    """Return where *segment* has the first phrase of each kind of the table *name*."""
    words = segment.facts.words
    found: dict[str, Span] = {}
    for kind, first, end in listed_table(lang, "coverage", name).all(words):
        found.setdefault(kind, Span(words[first].span.start, words[end - 1].span.end))
    return found
