"""BLEU, chrF and TER by sacrebleu over the aligned text, each with its signature; plain ratios.

The text is cut into units: article segments that share a link, against what each reference in the
article's language says there. What sacrebleu cannot do quickly or fairly is left out and said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from transdiff.comparison import Article
from transdiff.model import Link, Score, Skipped
from transdiff.score.ratios import ratios

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

_BLEU_TOKENIZERS = {"zh": "zh", "ja": "char", "ko": "char", "th": "char", "lo": "char"}
_SPACELESS = frozenset(_BLEU_TOKENIZERS)

# TER searches for block shifts: cubic in the length of a unit, 10 s for a whole article.
_TER_WORDS = 80
_TER_UNITS = 400


@dataclass(frozen=True, slots=True)
class Metrics:
    """The scores of an article, and which of them could not be had (fully)."""

    scores: tuple[Score, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """Linked article text and what each reference says there; None where it says nothing.

    ``originals``: what the references in other languages say there.
    """

    hypothesis: str
    references: tuple[str | None, ...]
    originals: tuple[str | None, ...] = ()


def metrics(article: Article) -> Metrics:
    """Return the scores of *article* against all its references."""
    found = units(article)
    if not found:
        reason = "no linked reference text in the language of the article"
        names = ("bleu", "chrf", "ter")
        scores = tuple(Score(name, None) for name in names)
        return Metrics((*scores, *ratios(article)), tuple(Skipped(n, reason) for n in names))
    from sacrebleu.metrics.bleu import BLEU

    from transdiff.score.chrf import FastCHRF

    tokenizer = _BLEU_TOKENIZERS.get(article.story.lang, "13a")
    ter, skipped = _ter(article, found)
    scores = (
        _score("bleu", BLEU(tokenize=tokenizer), found),
        _score("chrf", FastCHRF(), found),
        ter,
    )
    return Metrics((*scores, *ratios(article)), skipped)


def units(article: Article, *, foreign: bool = False) -> tuple[Unit, ...]:
    """Return the aligned text: one unit for each group of article segments that share a link.

    Links to references in other languages make and join units only when *foreign* asks for it.
    """
    lang = article.story.lang
    keys = [key for key, story in article.references.items() if story.lang == lang]
    others = [key for key in article.references if foreign and key not in keys]
    links = [link for link in article.alignment.links if link.reference in (*keys, *others)]
    done = []
    for group in _groups([link.translation for link in links]):
        members = [link for link in links if link.translation[0] in group]
        mine = " ".join(_line(article.story.segments[i].text) for i in sorted(group))
        said = {key: _said(article, key, members) for key in (*keys, *others)}
        if any(said.values()):
            done.append(Unit(mine, tuple(said[k] for k in keys), tuple(said[k] for k in others)))
    return tuple(done)


def _said(article: Article, key: str, links: Sequence[Link]) -> str | None:
    """What the reference *key* says in *links*; None for nothing."""
    said = {j for link in links if link.reference == key for j in link.reference_segments}
    segments = article.references[key].segments
    return " ".join(_line(segments[j].text) for j in sorted(said)) or None


def _line(text: str) -> str:
    return " ".join(text.split())


def _groups(linked: Sequence[tuple[int, ...]]) -> list[frozenset[int]]:
    """Join index tuples that share a member; groups in order of their first member."""
    group_of: dict[int, set[int]] = {}
    for indices in linked:
        merged = set(indices).union(*(group_of.get(i, set()) for i in indices))
        for i in merged:
            group_of[i] = merged
    return sorted({frozenset(group) for group in group_of.values()}, key=min)


def _score(name: str, metric: Metric, found: Sequence[Unit]) -> Score:
    streams = [list(texts) for texts in zip(*(unit.references for unit in found), strict=True)]
    result: Any = metric.corpus_score([unit.hypothesis for unit in found], streams)
    return Score(name, round(float(result.score), 4), str(metric.get_signature()))


def _ter(article: Article, found: Sequence[Unit]) -> tuple[Score, tuple[Skipped, ...]]:
    """TER by unit, without the units that are too long to search."""
    if article.story.lang in _SPACELESS:
        reason = "words of this language are not separated by spaces"
        return Score("ter", None), (Skipped("ter", reason),)
    if len(found) > _TER_UNITS:
        reason = f"{len(found)} units of aligned text, at most {_TER_UNITS} are searched"
        return Score("ter", None), (Skipped("ter", reason),)
    short = [unit for unit in found if _longest(unit) <= _TER_WORDS]
    if not short:
        return Score("ter", None), (_left_out(len(found), len(found)),)
    from transdiff.score.ter import FastTER

    metric = FastTER()
    score = _score("ter", metric, short)
    if metric.left_out == len(short):
        score = Score("ter", None)
    left_out = len(found) - len(short) + metric.left_out
    return score, (_left_out(left_out, len(found)),) if left_out else ()


def _left_out(units: int, of: int) -> Skipped:
    why = f"longer than {_TER_WORDS} words or too unlike the reference to search"
    return Skipped("ter", f"{units} of {of} units left out: {why}")


def _longest(unit: Unit) -> int:
    return max(len((text or "").split()) for text in (unit.hypothesis, *unit.references))
