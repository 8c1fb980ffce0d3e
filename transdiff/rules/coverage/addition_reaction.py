"""Rule ``addition-reaction``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from transdiff.comparison import Article
from transdiff.facts import Attribution
from transdiff.language.identity import same_speaker
from transdiff.model import BlockKind, Segment
from transdiff.rule import Mark, rule

_SILENT = "decline"
_REACTIONS = frozenset(
    {"praise", "criticism", "accusation", "outrage", "regret", "promise", "threat", "demand"}
)
"""Classes of verbs by which somebody takes a side in a matter."""


@rule(group="coverage", category="addition", severity="critical", scope="article")
def addition_reaction(article: Article) -> Iterator[Mark]:
    """Report the reaction of somebody who, by the references, gave none.

    Who *did not immediately comment* has welcomed, condemned, regretted, promised or demanded
    nothing. A sentence of the article is meant that tells such a reaction of a speaker of whom the
    references tell nothing else than that he would not speak. What he denies or admits, and all
    that he merely says, is left to other rules.

    Flagged:
        reference: The court allowed the mine on Monday. The Vatican did not immediately comment.
        translation: The court allowed the mine on Monday. [[The Vatican welcomed the decision.]]

    Flagged:
        reference: Six sailors drowned on Monday. The interior ministry declined to comment.
        translation: Six sailors drowned on Monday. [[The interior ministry apologised to their kin.]]

    Flagged:
        reference[fr]: Six marins se sont noyés lundi. Le ministère n'a pas réagi.
        translation: Six sailors drowned on Monday. [[The ministry promised an inquiry.]]

    Allowed:
        reference: The court allowed the mine on Monday. The Vatican did not immediately comment.
        translation: The court allowed the mine on Monday. There was no word from the Vatican.

    Allowed:
        reference: Selva expelled two diplomats over bribes. Karn's foreign ministry gave no comment.
        translation: Selva expelled two diplomats. The foreign ministry accuses them of bribery.

    Allowed:
        reference: The Vatican gave no comment at first. On Tuesday the Vatican hailed the ruling.
        translation: The Vatican welcomed the decision.

    Allowed:
        reference: The ministry declined to comment. The union condemned the ruling.
        translation: The union has condemned the decision; the ministry would not comment.
    """  # noqa: E501
    told = [
        _Told(key, s, a)
        for key, story in article.references.items()
        for s in story.segments
        for a in s.facts.attributions
    ]
    if all(t.said.stance != _SILENT for t in told):
        return
    for _, segment in article.compared():
        own = segment.facts.attributions
        if segment.block.kind is BlockKind.HEADLINE or any(a.stance == _SILENT for a in own):
            continue
        reactions = (_Told("", segment, a) for a in own if a.stance in _REACTIONS)
        silence = next(filter(None, (_silence(r, told) for r in reactions)), None)
        if silence is not None:
            evidence = article.reference_evidence(silence.key, silence.said.span)
            message = f'{silence.key} has no reaction: "{evidence.quote}"'
            yield Mark(segment.span, message, (evidence,))


class _Told(NamedTuple):
    """What somebody said, or that he said nothing, with its sentence and reference."""

    key: str
    segment: Segment
    said: Attribution


def _silence(mine: _Told, told: list[_Told]) -> _Told | None:
    """Return where the references say that the speaker of *mine* was silent, if nothing else.

    Of two ministries the one that is told to be another country's is another one.
    """
    same = [t for t in told if same_speaker(mine.said.speaker, t.said.speaker) is True]
    silent = bool(same) and all(t.said.stance == _SILENT for t in same)
    return same[0] if silent and _owners(same[0]) <= _owners(mine) else None


def _owners(told: _Told) -> frozenset[str]:
    """The names in the words for a source."""
    source = told.said.source_span
    names = (n for n in told.segment.facts.names if source and n.span.overlaps(source))
    return frozenset(n.concept or n.skeleton for n in names)
