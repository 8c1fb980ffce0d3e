"""Rule ``addition-reaction``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Attribution, Span
from transdiff.language.identity import same_speaker
from transdiff.model import BlockKind
from transdiff.rule import Mark, rule
from transdiff.rules.statements import attributions

_SILENT = "decline"
_REACTIONS = frozenset(
    {"praise", "criticism", "accusation", "outrage", "regret", "promise", "threat", "demand"}
)
"""Classes of verbs by which somebody takes a side in a matter."""
Silence = tuple[str, Span]
"""A reference and where it says that somebody said nothing."""


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
        reference: The Vatican gave no comment at first. On Tuesday the Vatican hailed the ruling.
        translation: The Vatican welcomed the decision.

    Allowed:
        reference: The ministry declined to comment. The union condemned the ruling.
        translation: The union has condemned the decision; the ministry would not comment.
    """  # noqa: E501
    stories = article.references.items()
    told = [(k, a) for k, story in stories for a in attributions(story.segments) if a.speaker]
    if all(a.stance != _SILENT for _, a in told):
        return
    for _, segment in article.compared():
        own = segment.facts.attributions
        if segment.block.kind is BlockKind.HEADLINE or any(a.stance == _SILENT for a in own):
            continue
        found = (_silence(a, told) for a in own if a.stance in _REACTIONS)
        silence = next((place for place in found if place is not None), None)
        if silence is not None:
            evidence = article.reference_evidence(*silence)
            message = f'{evidence.reference} has no reaction: "{evidence.quote}"'
            yield Mark(segment.span, message, (evidence,))


def _silence(mine: Attribution, told: list[tuple[str, Attribution]]) -> Silence | None:
    """Return where the references say that the speaker of *mine* was silent, if nothing else."""
    same = [(k, a) for k, a in told if mine.speaker and _one(mine, a)]
    if not same or any(a.stance != _SILENT for _, a in same):
        return None
    return same[0][0], same[0][1].span


def _one(mine: Attribution, other: Attribution) -> bool:
    return same_speaker(mine.speaker, other.speaker) is True
