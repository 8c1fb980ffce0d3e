"""What somebody does by saying something, and which acts are never one and the same.

Whoever *hints* confirms nothing, whoever *denies* promises nothing. A verb of mere saying (*said*,
*noted*, *insisted*) goes with every act.
"""

from __future__ import annotations

from transdiff.facts import Attribution, Span
from transdiff.language.pairing import Pairing
from transdiff.language.reading import Reading
from transdiff.language.reporting import ACCORDING

_BY_VERB = {
    "confirm": "confirm",
    "announce": "announce",
    "speculate": "surmise",
    "hint": "surmise",
    "assert": "assure",
    "swear": "assure",
    "condemn": "condemn",
}
_BY_STANCE = {
    "guilt": "admit",
    "denial": "deny",
    "refusal": "refuse",
    "doubtful": "doubt",
    "promise": "promise",
    "threat": "threaten",
    "order": "demand",
    "demand": "demand",
    "request": "request",
    "proposal": "propose",
    "accusation": "accuse",
    "praise": "praise",
    "criticism": "criticise",
    "outrage": "criticise",
    "regret": "regret",
    "hope": "hope",
    "concern": "worry",
}
_APART = frozenset(
    frozenset(pair.split())
    for pair in (
        "announce surmise", "announce doubt", "announce hope",
        "confirm deny", "confirm refuse", "confirm surmise", "confirm doubt", "confirm hope",
        "confirm demand", "confirm promise", "confirm threaten",
        "admit deny", "admit surmise", "admit doubt", "admit promise", "admit demand",
        "admit accuse", "admit praise", "admit hope", "admit threaten",
        "deny promise", "deny surmise", "deny demand", "deny praise", "deny hope",
        "deny threaten", "deny request", "deny regret",
        "surmise promise", "surmise demand", "surmise refuse", "surmise assure",
        "doubt promise", "doubt assure", "doubt praise", "doubt hope", "doubt demand",
        "promise demand", "promise threaten", "promise request", "promise refuse",
        "promise criticise", "promise accuse", "promise regret",
        "threaten request", "threaten hope", "threaten praise", "threaten regret",
        "demand praise", "demand regret", "demand hope",
        "praise criticise", "praise accuse", "praise regret", "praise refuse",
        "propose promise", "propose threaten", "propose deny", "propose regret",
        "accuse hope", "accuse regret", "accuse request", "accuse propose", "accuse worry",
        "criticise request", "criticise propose", "criticise hope", "regret demand",
        "condemn praise", "condemn hope", "condemn request", "condemn propose", "condemn worry",
        "condemn regret", "condemn promise", "worry praise", "worry threaten", "worry promise",
        "request regret", "request praise", "refuse hope", "refuse regret", "refuse admit",
    )
)  # fmt: skip

_OBJECT = 2
"""Words behind a verb that tell to whom or of what it is said."""


def act_of(attribution: Attribution) -> str:
    """Return what is done by saying it, nothing for a verb of mere saying."""
    return _BY_VERB.get(attribution.verb) or _BY_STANCE.get(attribution.stance, "")


def other_act(pairing: Pairing, mine: Attribution, theirs: Attribution) -> bool:
    """Whether *mine* is another act than *theirs*, of the same speaker.

    In one language of sentences that tell the same, or have the same right behind the verb.
    """
    if frozenset({act_of(mine), act_of(theirs)}) not in _APART:
        return False
    if pairing.foreign or pairing.alike:
        return same_telling(pairing, mine, theirs)
    sole = all(
        sum(bool(act_of(a)) for a in _telling(reading)) == 1
        for reading in (pairing.mine, pairing.theirs)
    )
    return sole and _to_one(pairing, mine, theirs) and not _one_verb(pairing, mine, theirs)


def same_telling(pairing: Pairing, mine: Attribution, theirs: Attribution) -> bool:
    """Whether one speaker tells one thing, by verbs that no glossary has one word for.

    Both must be the only ones of their sentences: a promise to answer a demand is no demand.
    """
    alone = all(len(_telling(reading)) == 1 for reading in (pairing.mine, pairing.theirs))
    return alone and _same_speaker(pairing, mine, theirs) and not _one_verb(pairing, mine, theirs)


def _telling(reading: Reading) -> list[Attribution]:
    return [a for f in reading.facts for a in f.attributions if a.verb != ACCORDING]


def _same_speaker(pairing: Pairing, mine: Attribution, theirs: Attribution) -> bool:
    """Whether a word of the one source renders a word of the other, or none is rendered at all."""
    own, other = (_words(r, a.source_span) for r, a in _sides(pairing, mine, theirs))
    if not own or not other:
        return not own and not other
    rendered = pairing.images(own)
    return any(j in other for j in rendered) or not rendered


def _to_one(pairing: Pairing, mine: Attribution, theirs: Attribution) -> bool:
    """Whether a word of one source renders one of the other, and so for what the verbs are of.

    *She called on the drivers to return*, *she accused the drivers of sabotage*.
    """
    own, other = (_words(r, a.source_span) for r, a in _sides(pairing, mine, theirs))
    behind, there = (_behind(r, a) for r, a in _sides(pairing, mine, theirs))
    named = any(pairing.forward[i] in other for i in own)
    return named and any(pairing.forward[i] in there for i in behind)


def _behind(reading: Reading, one: Attribution) -> list[int]:
    """The first words that tell something behind a verb."""
    if one.scope is None or one.scope.start < one.span.end:
        return []
    inside = reading.inside(one.scope)
    return [i for i in inside if reading.is_content[i]][:_OBJECT]


def _one_verb(pairing: Pairing, mine: Attribution, theirs: Attribution) -> bool:
    """Whether the glossaries have one English word for both verbs: *reclamó*, "demanded"."""
    own, other = (r.meant(_words(r, a.span)) for r, a in _sides(pairing, mine, theirs))
    return not own.isdisjoint(other)


def _sides(
    pairing: Pairing, mine: Attribution, theirs: Attribution
) -> tuple[tuple[Reading, Attribution], tuple[Reading, Attribution]]:
    return (pairing.mine, mine), (pairing.theirs, theirs)


def _words(reading: Reading, span: Span | None) -> range:
    return reading.inside(span) if span is not None else range(0)
