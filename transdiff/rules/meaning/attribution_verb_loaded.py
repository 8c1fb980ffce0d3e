"""Rule ``attribution-verb-loaded``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Attribution
from transdiff.language.listed import listed_places
from transdiff.language.reporting import ACCORDING, is_crime
from transdiff.model import Severity
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.acts import act_of, other_act, same_telling
from transdiff.rules.statements import Statement, attributions, statements

_LOADED = frozenset(
    {"doubt", "emphatic", "boast", "guilt", "denial", "refusal", "accusation", "outrage"}
    | {"criticism"}
)
"""Classes that judge what is said or who says it."""
_WELCOME = {
    "doubt": {"denial"},
    "emphatic": {"support", "denial", "demand", "doubt", "promise", "boast"},
    "denial": {"refusal", "criticism"},
    "refusal": {"denial"},
    "criticism": {"outrage", "accusation", "regret", "warning", "concern"},
    "accusation": {"criticism", "outrage", "doubt"},
    "outrage": {"criticism", "accusation", "demand"},
    "boast": {"praise"},
}
"""From which classes a step to a loaded one is a nuance."""
_GRAVE = frozenset(
    {
        ("order", "request"),
        ("order", "proposal"),
        ("demand", "proposal"),
        ("threat", "warning"),
        ("threat", "concern"),
        ("threat", "hope"),
        ("promise", "hope"),
        ("outrage", "regret"),
        ("outrage", "concern"),
        ("outrage", "praise"),
        ("criticism", "praise"),
        ("praise", "criticism"),
        ("denial", "decline"),
        ("refusal", "doubtful"),
        ("denial", "doubtful"),
        ("guilt", "decline"),
    }
)
"""Steps (article, reference) that make another act of what was said."""
_REVERSED = frozenset({("guilt", "denial"), ("denial", "guilt")})
"""Steps that make the contrary of what was said."""
_OWNS_UP = frozenset({"admit", "confess"})
"""Verbs that own up to something; to *acknowledge* may be to take note."""
_MANY_ACTS = frozenset({"neutral", "support"})
"""Classes of verbs by which one may do one thing or another: to say, to hint, to confirm."""
_ASKING = frozenset({"request", "demand"})
"""Classes of verbs that ask for the same thing, more or less firmly; an order is more."""
_BESIDE = 6
"""Code points between a quotation and the verb of saying that tells it."""
_CONFESSES = frozenset({"confess"})
"""Verbs that nobody has for saying a thing, however the sentences are built."""
_ANSWERS = frozenset({"reject"})
"""Verbs of refusal that answer what somebody else has said: silence is no such answer."""


@rule(group="meaning", category="attribution_verb", severity="minor")
def attribution_verb_loaded(pair: Comparison) -> Iterator[Mark]:
    """Report a verb of saying that judges what is said, where the references do not.

    "Said" takes no side; "claimed" doubts, "admitted" finds guilt, "insisted" and "boasted" colour,
    "refused" is stronger than "declined", "ordered" more than "asked". Only a change of class
    counts, and only away from the plain one: "noted" or "stressed" rendered as "said" is welcome.
    Major where someone is made to admit or confess to a crime or a death, or what its one speaker
    only says, and where one act becomes another (a proposal an order, a warning a threat, regret
    outrage, silence a denial); critical where a denial becomes an admission, or an admission a
    denial. Other acts are told apart too where both sentences have one verb of saying and one
    speaker: a hint is no promise, a guess no confirmation, a promise no demand.

    Flagged:
    reference: The mayor said the bridge was safe.
    translation: The mayor [[claimed]] the bridge was safe.

    reference: "We had no time," said the company's director, Karel Novak.
    translation: "We had no time," [[boasted]] the company's director, Karel Novak.

    reference: Coach Mira Hahn said two of her swimmers had missed a session in Lugano.
    translation: Two of her swimmers skipped a session in Lugano, coach Mira Hahn [[admitted]].

    reference: "I took the keys home with me," the caretaker told the radio station.
    translation: "I took the keys home with me," she [[confessed]] to the radio station.

    reference: The treasurer told members he hoped there would be no need for a levy this year.
    translation: The treasurer [[promised]] members that there would be no levy this year.

    reference[fr]: Le maire Alain Roux a laissé entendre que la piscine rouvrirait en juillet.
    translation[fr]: La piscine rouvrira en juillet, [[a promis]] le maire Alain Roux.

    reference: The minister declined to comment on the report.
    translation: The minister [[refused to]] comment on the report.

    reference: The driver said he had been on the road when the man was killed.
    translation: The driver [[admitted]] he had been on the road when the man was killed.

    reference: The harbour office declined to comment on the claim.
    translation: The harbour office [[denied]] the claim.

    reference[ru]: Завод опроверг сообщения о том, что в цехе был пожар.
    translation[en]: The plant [[admitted]] that there had been a fire in the workshop.

    reference[fr]: Le ministre des Transports Luc Perrin a promis que la ligne fermerait en juin.
    translation[en]: Transport minister Luc Perrin [[denied]] that the line would close in June.

    reference[ja]: 森健司社長は、ブレーキに欠陥があったと推測した。
    translation[en]: Company president Kenji Mori [[admitted]] that the brakes had been faulty.

    Allowed:
    reference[de]: Eine Sprecherin der Werft wollte sich zu dem Bericht nicht äußern.
    translation[de]: Die Werft lehnte eine Stellungnahme zu dem Bericht ab.

    reference[de]: Der Müller bekannte sich am Montag nicht schuldig.
    translation[en]: The miller denied the charge on Monday.

    reference: Mayor Tilda Rowe hinted that the Harwick pool could get a new roof this year.
    translation: The Harwick pool might get its new roof this year, mayor Tilda Rowe suggested.

    reference: The driver pleaded not guilty to the charge of fraud.
    translation: The driver denied the charge of fraud.

    reference[ru]: Депутат Ольга Кравец предположила, что тариф на трамвай снизят.
    translation[en]: Deputy Olga Kravets suggested that the tram tariff would be cut.

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

    reference: The ferry company called the figure exaggerated but declined to give another.
    translation: The ferry company disputed the figure, without giving another.

    reference: The judge said she had taken a partial confession into account.
    translation: The judge said it counted that he had confessed in part.

    reference: The mayor said the bridge was safe.
    reference: The mayor claimed the bridge was safe.
    translation: The mayor claimed the bridge was safe.
    """
    for statement in pair.once(statements):
        stance = statement.mine.stance
        if not statement.theirs or _is_known(pair, statement.mine):
            continue
        for witness, other in statement.theirs:
            if _step(pair, statement, witness, other) is not None:
                yield _mark(pair, statement, witness, other)
                break
        else:
            near = {a.stance for _, a in statement.theirs}
            if stance in _LOADED and not near & _WELCOME.get(stance, set()):
                yield _mark(pair, statement, *statement.theirs[0])


def _is_known(pair: Comparison, mine: Attribution) -> bool:
    """Whether a witness has a verb of the same class, or of the same act."""
    told = [a for w in pair.witnesses for a in attributions(w.segments)]
    if mine.stance in _ASKING and any(a.stance in _ASKING for a in told):
        return True
    if mine.stance == "denial" and any(
        _tells_of(w, "deny", "innocent") or _rebuts(w) for w in pair.witnesses
    ):
        return True
    if mine.stance not in _MANY_ACTS and any(a.stance == mine.stance for a in told):
        return True
    if mine.verb in _CONFESSES and any(_tells_of(w, "admit") for w in pair.witnesses):
        return True
    act = act_of(mine)
    return bool(act) and any(act_of(a) == act for a in told)


def _tells_of(witness: Witness, *acts: str) -> bool:
    """Whether a reference has a noun or a verb for one of *acts*: *a partial confession*."""
    markers = (m for s in witness.segments for m in s.facts.markers)
    return any(m.kind == "event" and m.value in acts for m in markers)


def _rebuts(witness: Witness) -> bool:
    """Whether a word of a reference denies what is said, beside a refusal to say more.

    *It called the estimate exaggerated but declined to give another.*
    """
    for facts in (s.facts for s in witness.segments):
        silent = [a.span for a in facts.attributions if a.stance == "decline"]
        words = listed_places(facts.words, witness.lang, "coverage", "rebuttal")
        if silent and any(not any(span.overlaps(other) for other in silent) for span in words):
            return True
    return False


def _step(
    pair: Comparison, statement: Statement, witness: Witness, other: Attribution
) -> Severity | None:
    """How grave the step from *other* is where it makes another act, else None."""
    severity = _severity(statement.mine, other) or _inner_step(witness, statement.mine, other)
    if severity is None and other_act(pair.pairings[witness.key], statement.mine, other):
        return Severity.MAJOR
    return severity


def _inner_step(witness: Witness, mine: Attribution, other: Attribution) -> Severity | None:
    """How grave the step is from what a plain verb only opens: *told parliament he hoped*."""
    if other.stance != "neutral":
        return None
    for told in (s.facts.attributions for s in witness.segments):
        for one, inner in pairwise(told):
            if one == other and (not inner.source or inner.source.islower()):
                return _severity(mine, inner)
    return None


def _mark(pair: Comparison, statement: Statement, witness: Witness, other: Attribution) -> Mark:
    mine = statement.mine
    evidence = witness.evidence(other.span, value=f"{other.stance}: {other.verb}")
    made = _made_to_admit(pair, witness, mine, other)
    guilt = mine.verb in _OWNS_UP and (
        is_crime(pair.segment.facts.words, pair.lang)
        or (not _shows_words(pair, mine) and (made or _confesses(mine, other)))
    )
    usual = Severity.MAJOR if guilt else Severity.MINOR
    severity = _step(pair, statement, witness, other) or usual
    return Mark.against(pair.evidence(mine.span), evidence, severity)


def _confesses(mine: Attribution, other: Attribution) -> bool:
    return mine.verb in _CONFESSES and other.verb != ACCORDING


def _shows_words(pair: Comparison, mine: Attribution) -> bool:
    """Whether the words themselves stand there in quotation marks, so that a reader can judge."""
    quoted = pair.segment.facts.quotations
    return any(q.verb == mine.verb or q.span.gap(mine.span) <= _BESIDE for q in quoted)


def _made_to_admit(
    pair: Comparison, witness: Witness, mine: Attribution, other: Attribution
) -> bool:
    """Whether the one speaker of a sentence only says there what he owns up to here."""
    pairing = pair.pairings[witness.key]
    plain = other.stance == "neutral" and other.verb != ACCORDING
    whole = pairing.foreign or pairing.alike
    return plain and whole and same_telling(pairing, mine, other)


def _severity(mine: Attribution, other: Attribution) -> Severity | None:
    """How grave the step from *other* to *mine* is where it makes another act, else None."""
    step = (mine.stance, other.stance)
    if step in _REVERSED:
        return Severity.CRITICAL
    answered = other.stance == "decline" and mine.verb in _ANSWERS
    return Severity.MAJOR if step in _GRAVE or answered else None
