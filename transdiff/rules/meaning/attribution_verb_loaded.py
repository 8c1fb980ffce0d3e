"""Rule ``attribution-verb-loaded``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution
from transdiff.language.reporting import is_crime
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.statements import Statement, attributions, statements

_PLAIN = frozenset({"neutral", "support", "decline", "hope", "proposal", "promise", "concern"})
"""Classes whose members are told apart by taste alone, among themselves."""
_LOADED = frozenset(
    {"doubt", "emphatic", "boast", "guilt", "denial", "refusal", "threat", "order", "demand"}
    | {"accusation", "outrage", "criticism", "warning"}
)
_WELCOME = {
    "doubt": {"denial"},
    "emphatic": {"support", "denial", "demand", "doubt", "promise", "boast"},
    "denial": {"refusal", "criticism"},
    "refusal": {"denial"},
    "criticism": {"outrage", "accusation", "regret", "warning", "concern"},
    "accusation": {"criticism", "outrage", "doubt"},
    "warning": {"threat", "concern", "criticism", "request"},
    "demand": {"order", "request", "outrage"},
    "order": {"demand"},
    "outrage": {"criticism", "accusation", "demand"},
    "boast": {"praise"},
}
"""From which loaded classes a step to the class is a nuance."""
_GRAVE = {
    ("order", "request"),
    ("order", "proposal"),
    ("threat", "warning"),
    ("outrage", "regret"),
    ("outrage", "concern"),
    ("outrage", "praise"),
    ("criticism", "praise"),
}
"""Steps (article, reference) that make another act of what was said."""


@rule(group="meaning", category="attribution_verb", severity="minor")
def attribution_verb_loaded(pair: Comparison) -> Iterator[Mark]:
    """Report a verb of saying that judges what is said, where the references do not.

    "Said" takes no side; "claimed" doubts, "admitted" finds guilt, "insisted" and "boasted" colour,
    "refused" is stronger than "declined", "ordered" more than "asked". Only a change of class
    counts, and only away from the plain one: "noted" or "stressed" rendered as "said" is welcome.
    Major where someone is made to admit or confess to a crime or a death, or where one act becomes
    another (a proposal an order, a warning a threat, regret outrage).

    Flagged:
    reference: The mayor said the bridge was safe.
    translation: The mayor [[claimed]] the bridge was safe.

    reference: "We had no time," said the company's director, Karel Novak.
    translation: "We had no time," [[boasted]] the company's director, Karel Novak.

    reference: The minister declined to comment on the report.
    translation: The minister [[refused to]] comment on the report.

    reference: The driver said he had been on the road when the man was killed.
    translation: The driver [[admitted]] he had been on the road when the man was killed.

    Allowed:
    reference: The mayor stressed that the bridge was safe.
    translation: The mayor said the bridge was safe.

    reference: The mayor claimed the bridge was safe.
    translation: The mayor said the bridge was safe.

    reference: The mayor said the bridge was safe.
    translation: The mayor noted that the bridge was safe.

    reference: The minister would not comment on the report.
    translation: The minister declined to comment on the report.

    reference: The driver was taken to hospital, his wife said.
    translation: The driver was admitted to hospital, his wife said.

    reference: The mayor said the bridge was safe.
    reference: The mayor claimed the bridge was safe.
    translation: The mayor claimed the bridge was safe.
    """
    for statement in pair.once(statements):
        stance = statement.mine.stance
        if stance not in _LOADED or not statement.theirs:
            continue
        known = {a.stance for w in pair.witnesses for a in attributions(w.around)}
        if stance in known or known & _WELCOME.get(stance, set()):
            continue
        yield _mark(pair, statement, *_plainest(statement))


def _plainest(statement: Statement) -> tuple[Witness, Attribution]:
    """Return the counterpart to show: one that is grave, else the first."""
    for witness, other in statement.theirs:
        if (statement.mine.stance, other.stance) in _GRAVE:
            return witness, other
    return statement.theirs[0]


def _mark(pair: Comparison, statement: Statement, witness: Witness, other: Attribution) -> Mark:
    mine = statement.mine
    text = pair.whole.story.document.text
    evidence = witness.evidence(other.span, value=f"{other.stance}: {other.verb}")
    grave = (mine.stance, other.stance) in _GRAVE
    guilt = mine.verb in ("admit", "confess") and is_crime(pair.segment.facts.words, pair.lang)
    return Mark(
        mine.span,
        f'article "{mine.span.of(text)}" · {witness.key} "{evidence.quote}"',
        (evidence,),
        severity=Severity.MAJOR if grave or guilt else Severity.MINOR,
    )
