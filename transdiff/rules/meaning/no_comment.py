"""Answers that the article gives to somebody who, by the references, gave none."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution
from transdiff.language.identity import same_speaker
from transdiff.language.listed import listed_places
from transdiff.model import Segment
from transdiff.rules.statements import ANSWERS, attributions

_ANSWERED = frozenset({"denial", "guilt"})
"""Classes of verbs by which somebody answers a charge."""
_CONFIRMED = "confirm"
_DENIALS = frozenset({"denial", "refusal"})


def answers_never_given(pair: Comparison) -> Iterator[tuple[Attribution, Witness, Attribution]]:
    """Yield what somebody denies or confirms, with the words by which he declined to comment.

    The refusal often is a sentence of its own, which the sentence that merges it is not linked
    with. Whoever says anything else beside it may have said that.
    """
    for mine in pair.segment.facts.attributions:
        if mine.stance not in _ANSWERED and mine.verb != _CONFIRMED:
            continue
        for witness in pair.witnesses:
            own = [a for a in attributions(witness.around) if _by_one(mine, a)]
            if own and all(a.stance == "decline" for a in own) and not _answered(pair, mine):
                yield mine, witness, own[0]
                break


def _by_one(mine: Attribution, other: Attribution) -> bool:
    return same_speaker(mine.speaker, other.speaker) is True


def _answered(pair: Comparison, mine: Attribution) -> bool:
    """Whether the speaker answers in any reference, or says something in a linked sentence."""
    linked = (s for w in pair.witnesses for s in w.segments)
    said = any(_by_one(mine, a) and a.stance != "decline" for a in attributions(tuple(linked)))
    return said or answered_somewhere(pair, mine)


def answered_somewhere(pair: Comparison, mine: Attribution) -> bool:
    """Whether any sentence of the references has the speaker answer so: it may stand far off."""
    denies = mine.stance in _DENIALS
    return any(
        a.stance in ANSWERS - {"decline"}
        and (a.stance in _DENIALS) == denies
        and _by_one(mine, a)
        and not _says_nothing(s, story.lang, a)
        for story in pair.whole.references.values()
        for s in story.segments
        for a in s.facts.attributions
    )


def _says_nothing(segment: Segment, lang: str, attribution: Attribution) -> bool:
    """Whether what is refused is an answer: *refused to say whether*."""
    silent = listed_places(segment.facts.words, lang, "negation", "no-comment")
    return any(attribution.span.overlaps(place) for place in silent)
