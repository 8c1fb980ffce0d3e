"""The many-to-many search: links between an article and all of its references."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from transdiff.aligner.across import WHOLE, align_across
from transdiff.aligner.channels import Side, with_identifiers
from transdiff.aligner.encoder import Encoder, load_encoder
from transdiff.aligner.evidence import gather
from transdiff.aligner.features import weighted_rows, words_of
from transdiff.aligner.groups import Found, Group, find_groups
from transdiff.aligner.headline import with_headline
from transdiff.aligner.lexicon import Lexicon, load_lexicon
from transdiff.aligner.pins import load_pins, obey
from transdiff.aligner.weights import load_weights
from transdiff.model import Alignment, BlockKind, Link, Story
from transdiff.settings import Settings

Indices = Sequence[int]
LONGEST = 600
"""Sentences of the longer side up to which one language is searched without regard to order."""


def align_stories(
    article: Story, references: Mapping[str, Story], settings: Settings | None = None
) -> Alignment:
    """Return what supports every compared segment of *article* in every reference.

    *settings* may name a lexicon for references in another language, a sentence encoder, and a
    file of pins.
    """
    settings = settings or Settings()
    lexicon = load_lexicon(Path(settings.lexicon)) if settings.lexicon else None
    encoder = load_encoder(settings.encoder) if settings.encoder else None
    pins = load_pins(Path(settings.pins)) if settings.pins else None
    mine = _compared(article)
    theirs = {key: _compared(references[key]) for key in sorted(references)}
    alike = {k: v for k, v in theirs.items() if _alike(article, mine, references[k], v)}
    groups = _same_language(article, mine, references, alike, encoder)
    for key, indices in theirs.items():
        if key not in alike:
            groups[key] = _another_language(
                article, mine, references[key], indices, lexicon, encoder
            )
    links: list[Link] = []
    unsure: list[Link] = []
    for key, found in groups.items():
        links += _links(found.groups, mine, key, theirs[key]) or _only_link(
            article, mine, key, references[key], theirs[key]
        )
        unsure += _links(found.unsure, mine, key, theirs[key])
    if pins is not None:
        sizes: dict[str | None, int] = {k: len(s.segments) for k, s in references.items()}
        links = obey(links, pins, sizes | {None: len(article.segments)})
    alignment = _alignment(links, mine, theirs)
    left = set(alignment.unsupported)
    return replace(
        alignment,
        unsure=tuple(link for link in unsure if left.issuperset(link.translation)),
        encoder=encoder.fingerprint if encoder else "",
    )


def _alike(article: Story, mine: Indices, reference: Story, theirs: Indices) -> bool:
    """Whether to compare word by word: one language, and short enough to look everywhere."""
    one_language = article.lang == reference.lang or "und" in (article.lang, reference.lang)
    return one_language and max(len(mine), len(theirs)) <= LONGEST


def _same_language(
    article: Story,
    mine: Indices,
    references: Mapping[str, Story],
    theirs: Mapping[str, Indices],
    encoder: Encoder | None,
) -> dict[str, Found]:
    texts = [article.segments[i].text for i in mine]
    others = {
        key: [references[key].segments[j].text for j in indices] for key, indices in theirs.items()
    }
    found = {}
    if len(texts) == 1:
        found = {k: _alone(texts[0], other[0]) for k, other in others.items() if len(other) == 1}
        others = {key: other for key, other in others.items() if key not in found}
    if not others:
        return found
    known = (story.lang for story in (article, *(references[key] for key in others)))
    lang = next((tag for tag in known if tag != "und"), "und")
    weights = load_weights("encoder" if encoder else "same")
    seen = gather(texts, list(others.values()), lang, encoder)
    for key, evidence in zip(others, seen, strict=True):
        found[key] = find_groups(evidence, weights)
        if _has_headline(article, mine):
            found[key] = with_headline(found[key], evidence)
    return found


def _alone(text: str, other: str) -> Found:
    """Two single sentences are compared whatever they have in common: there is nothing to find."""
    one, two = weighted_rows([words_of(text), words_of(other)])
    alike = float(one @ two / max(1e-9, np.sqrt(float(one @ one) * float(two @ two))))
    return Found([Group((0,), (0,), min(1.0, alike))])


def _another_language(
    article: Story,
    mine: Indices,
    reference: Story,
    theirs: Indices,
    lexicon: Lexicon | None,
    encoder: Encoder | None,
) -> Found:
    if not mine or not theirs:
        return Found()
    if lexicon is not None and not lexicon.fits(article.lang, reference.lang):
        lexicon = None
    sides = []
    for story, indices in ((article, mine), (reference, theirs)):
        segments = [story.segments[k] for k in indices]
        if len(segments) <= WHOLE and not any(s.facts.words for s in segments):
            segments = [with_identifiers(s, story.document) for s in segments]
        sides.append(Side(segments, story.lang))
    found = align_across(sides[0], sides[1], lexicon, encoder)
    return with_headline(found, None) if _has_headline(article, mine) else found


def _has_headline(article: Story, mine: Indices) -> bool:
    """Whether the first of several compared sentences is a headline."""
    return len(mine) > 1 and article.segments[mine[0]].block.kind is BlockKind.HEADLINE


def _compared(story: Story) -> list[int]:
    return [k for k, segment in enumerate(story.segments) if segment.compared]


def _only_link(
    article: Story, mine: Indices, key: str, reference: Story, theirs: Indices
) -> list[Link]:
    """Two documents of one sentence each are linked whatever these say, were it nothing."""
    ones = _one(article, mine), _one(reference, theirs)
    return [Link(ones[0], key, ones[1], 0.0)] if all(ones) else []


def _one(story: Story, compared: Indices) -> tuple[int, ...]:
    """The index of the only sentence of *story*, none where it has several."""
    found = compared or [k for k, s in enumerate(story.segments) if s.block.kind.compared]
    return tuple(found) if len(found) == 1 else ()


def _links(
    groups: Sequence[Group], mine: Sequence[int], key: str, theirs: Sequence[int]
) -> list[Link]:
    ordered = sorted(groups, key=lambda g: (min(g.mine), min(g.theirs)))
    in_order = _longest_run([min(g.theirs) for g in ordered])
    return [
        Link(
            tuple(mine[i] for i in sorted(group.mine)),
            key,
            tuple(theirs[j] for j in sorted(group.theirs)),
            round(group.similarity, 4),
            moved=k not in in_order,
        )
        for k, group in enumerate(ordered)
    ]


def _longest_run(places: Sequence[int]) -> set[int]:
    """Return the positions of a longest subsequence of *places* that never falls."""
    tails: list[int] = []
    ends: list[int] = []
    before = [-1] * len(places)
    for k, place in enumerate(places):
        at = bisect_right(tails, place)
        before[k] = ends[at - 1] if at else -1
        tails[at : at + 1] = [place]
        ends[at : at + 1] = [k]
    kept: set[int] = set()
    last = ends[-1] if ends else -1
    while last >= 0:
        kept.add(last)
        last = before[last]
    return kept


def _alignment(links: Sequence[Link], mine: Indices, theirs: Mapping[str, Indices]) -> Alignment:
    linked = {i for link in links for i in link.translation}
    used = {(link.reference, j) for link in links for j in link.reference_segments}
    return Alignment(
        tuple(sorted(links, key=lambda k: (k.translation, k.reference, k.reference_segments))),
        tuple(i for i in mine if i not in linked),
        {key: tuple(j for j in found if (key, j) not in used) for key, found in theirs.items()},
    )
