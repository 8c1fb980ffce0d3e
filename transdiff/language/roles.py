"""Who did what to whom: agent and patient of an event, read from word order and the passive.

For languages whose pack has ``[roles]``; the others give no roles.
"""

from __future__ import annotations

from dataclasses import dataclass

from transdiff.facts import WordKind
from transdiff.language.listed import listed_phrases
from transdiff.language.ongoing import has_object, is_participle, tells_now
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.language.tense import is_past

_REACH = 4
_BETWEEN = 3
DASHES = frozenset("-–—")


@dataclass(frozen=True)
class Roles:
    """The content words that name who acts and who is acted upon, nearest first."""

    agent: tuple[int, ...]
    patient: tuple[int, ...]


def tells_by_order(lang: str) -> bool:
    """Whether the order of words tells who acts in *lang*."""
    return bool(load_pack(lang).section("roles"))


def roles_of(reading: Reading, index: int) -> Roles | None:
    """Return the roles of the past verb at *index*, None where the order does not tell."""
    known = reading.once(_known_roles)
    if index not in known:
        known[index] = _roles(reading, index)
    return known[index]


def _known_roles(_: Reading) -> dict[int, Roles | None]:
    """The roles that were asked for, by the word that tells the event."""
    return {}


def _roles(reading: Reading, index: int) -> Roles | None:
    words = load_pack(reading.lang).section("roles")
    if not words or reading.words[index].text[:1].isupper() or _is_mutual(reading, index):
        return None
    if not is_past(reading, index):
        return _ongoing_roles(reading, index) or _participle_roles(reading, index)
    first, last = _deed(reading, index)
    marker = _marker(reading, first, words.get("inner", ()))
    if marker is not None:
        return Roles(_inside(reading, marker, first), _phrase(reading, marker, -1))
    marker = _marker(reading, first, words.get("object", ()))
    if marker is not None:
        return Roles(_phrase(reading, marker, -1), _inside(reading, marker, first))
    auxiliary = _auxiliary(reading, first, words.get("passive", ()))
    if listed_phrases(reading.lang, "roles", "suffering").match(reading.words, index):
        return Roles((), _subject(reading, first))
    left = _subject(reading, first if auxiliary is None else auxiliary)
    if auxiliary is None:
        return Roles(left, _object(reading, last))
    agents = set(words.get("agent", ()))
    for at in range(index + 1, min(len(reading.words), index + 2 * _REACH)):
        if reading.clauses[at] != reading.clauses[index]:
            break
        if reading.words[at].fold in agents and not _counts(reading, at + 1):
            return Roles(_phrase(reading, at, +1), left)
    return Roles((), left)


def _deed(reading: Reading, index: int) -> tuple[int, int]:
    """Return the first and the last syllable of a verb, where each is a word: *nhập khẩu*."""
    if not past_grammar(reading.lang).syllables:
        return index, index
    cues = (c for c in reading.of_kind("event") if c.first <= index < c.end)
    return next(((c.first, c.end - 1) for c in cues), (index, index))


def _is_mutual(reading: Reading, index: int) -> bool:
    """Whether a verb says the same of both parties, whichever is named first: *met*, *borders*."""
    return listed_phrases(reading.lang, "roles", "mutual").match(reading.words, index) is not None


def _ongoing_roles(reading: Reading, index: int) -> Roles | None:
    """Return the roles of a verb of the present or of the future, of the active only."""
    if not tells_now(reading, index):
        return None
    patient = _object(reading, index)
    agent = _subject(reading, index)
    return Roles(agent, patient) if agent and patient else None


def _participle_roles(reading: Reading, index: int) -> Roles | None:
    """Return the roles of a present participle behind its agent: *with a guard shooting a man*."""
    if not is_participle(reading, index):
        return None
    patient = _object(reading, index)
    agent = []
    for at in range(index - 1, max(-1, index - 1 - _REACH), -1):
        if not reading.is_content[at]:
            break
        agent.append(at)
    return Roles(tuple(agent), patient) if agent and patient else None


def deed_roles(reading: Reading, index: int) -> Roles | None:
    """Return the roles of the verb at *index*, of a mere participle too: *bottles thrown by fans*.

    Where a passive names nobody by whom, it may tell from whom: *were thrown from the stands*.
    """
    words = load_pack(reading.lang).section("roles")
    told = roles_of(reading, index)
    if told is not None and (
        told.agent or not _is_passive(reading, index, words.get("passive", ()))
    ):
        return told
    if not words or not past_form(reading.words[index].fold, reading.lang):
        return told
    following = range(index + 1, min(len(reading.words), index + 1 + _REACH))
    for kind in ("agent", "origin"):
        for at in following:
            if reading.words[at].fold in words.get(kind, ()) and not _counts(reading, at + 1):
                patient = told.patient if told else _phrase(reading, index, -1)
                return Roles(_beyond(reading, at), patient)
    return told


def _beyond(reading: Reading, at: int) -> tuple[int, ...]:
    """Return the content words of the phrase that begins behind *at*, with what is *of* it."""
    words = load_pack(reading.lang).section("roles")
    within = {*words.get("determiners", ()), *words.get("of", ())}
    found = []
    for k in range(at + 1, min(len(reading.words), at + 1 + 2 * _REACH)):
        if reading.is_content[k] and not past_form(reading.words[k].fold, reading.lang):
            found.append(k)
        elif reading.words[k].fold not in within:
            break
    return tuple(k for k in found if reading.words[k].kind is not WordKind.NUMBER)


def _marker(reading: Reading, index: int, markers: tuple[str, ...]) -> int | None:
    """Return the word before the verb at *index* that marks a party: ``被``, ``bị``, ``把``."""
    if not markers:
        return None
    for at in range(index - 1, max(-1, index - 3 * _REACH), -1):
        if reading.clauses[at] != reading.clauses[index]:
            return None
        if reading.words[at].fold in markers:
            return at
    return None


def _inside(reading: Reading, marker: int, index: int) -> tuple[int, ...]:
    """Return the content words between a passive's marker and its verb, the nearest first."""
    inside = range(index - 1, marker, -1)
    return tuple(
        i for i in inside if reading.is_content[i] and reading.words[i].kind is not WordKind.NUMBER
    )


def _phrase(reading: Reading, index: int, step: int, beside: int | None = None) -> tuple[int, ...]:
    """Return the content words of the nearest phrase on one side, without numbers.

    A few words of grammar may stand between (articles, auxiliaries); the phrase ends with the next.
    It is in the clause of *index*, or of the word *beside*.
    """
    found: list[int] = []
    at = index + step
    clause = reading.clauses[index if beside is None else beside]
    if step < 0 and at >= 0 and _joins(reading, at):
        return ()  # *lost his case before the court and was convicted*
    while 0 <= at < len(reading.words) and reading.clauses[at] == clause:
        if reading.is_content[at]:
            found.append(at)
        elif reading.words[at].text in DASHES or found or abs(at - index) > _BETWEEN:
            break
        at += step
    if step < 0 and found and _coordinates(reading, at):
        return ()
    if step < 0 and found and not _opens_phrase(reading, at, found[-1]):
        return ()
    return tuple(i for i in found if not reading.is_figure(i))


def _joins(reading: Reading, at: int) -> bool:
    return reading.words[at].fold in load_pack(reading.lang).words("roles", "coordinators")


def _object(reading: Reading, index: int) -> tuple[int, ...]:
    """Return the phrase behind an active verb; what a preposition opens is not acted upon."""
    after = reading.words[index + 1].fold if index + 1 < len(reading.words) else ""
    pack = load_pack(reading.lang)
    if after in (*pack.words("roles", "prepositions"), *pack.words("roles", "coordinators")):
        return ()
    found = _phrase(reading, index, +1)
    return () if set(found) & reading.pasts else found


def _subject(reading: Reading, index: int) -> tuple[int, ...]:
    """Return the phrase before a verb, or before what commas set off there: *X, the mayor, did*."""
    comma = index - 1
    if comma > 0 and reading.words[comma].fold in load_pack(reading.lang).words(
        "roles", "relative"
    ):
        return _antecedent(reading, comma) if has_object(reading, index) else ()
    if comma < 1 or reading.words[comma].text != ",":
        return _with_head(reading, _phrase(reading, index, -1))
    for at in range(comma - 1, max(0, comma - 2 * _REACH), -1):
        if reading.words[at].kind is WordKind.PUNCT:
            apposed = reading.words[at].text == "," and at < comma - 1
            subject = _phrase(reading, at, -1, at - 1) if apposed else ()
            return (*_apposed_name(reading, at + 1, comma), *subject) if subject else ()
    return ()


def _with_head(reading: Reading, phrase: tuple[int, ...]) -> tuple[int, ...]:
    """Add what *phrase* is said of: *the president of the court* acts, not the court alone."""
    first = min(phrase, default=0)
    of = next((k for k in (first - 1, first - 2) if k > 0 and _is_of(reading, k)), 0)
    if not of or not reading.is_content[of - 1] or of - 1 in reading.pasts:
        return phrase
    return (*phrase, of - 1)


def _antecedent(reading: Reading, relative: int) -> tuple[int, ...]:
    """Return what a relative pronoun may stand for: *the qualifier from Canada, who beat him*."""
    end = relative - (reading.words[relative - 1].text == ",")
    found = []
    for at in range(end - 1, max(-1, end - 1 - 2 * _REACH), -1):
        apart = reading.clauses[at] != reading.clauses[end - 1]
        if apart or at in reading.pasts or reading.words[at].kind is WordKind.NUMBER:
            break
        if reading.is_content[at]:
            found.append(at)
    return (*found, *_name_before(reading, min(found, default=end)))


def _name_before(reading: Reading, first: int) -> tuple[int, ...]:
    """Return the name to which what begins at *first* is an apposition: *Ana Costa, mayor of*."""
    comma = first - 1
    while comma > 0 and reading.words[comma].kind is not WordKind.PUNCT:
        if reading.is_content[comma]:
            return ()
        comma -= 1
    if comma < 1 or reading.words[comma].text != ",":
        return ()
    found = []
    for at in range(comma - 1, -1, -1):
        if not (reading.is_content[at] and reading.words[at].text[:1].isupper()):
            break
        found.append(at)
    return tuple(found)


def _apposed_name(reading: Reading, first: int, end: int) -> tuple[int, ...]:
    """Return the words ``[first, end)`` if they are a name: *the mayor, Ana Costa, said*."""
    inside = range(first, end)
    name = all(reading.words[i].text[:1].isupper() and reading.is_content[i] for i in inside)
    return tuple(inside) if name else ()


def _coordinates(reading: Reading, before: int) -> bool:
    """Whether the phrase is the last of several that act together: *Mali, Chad and Niger sent*.

    Or *two tugs and a ferry brought*.
    """
    pack = load_pack(reading.lang)
    joined = pack.words("roles", "coordinators")
    if before >= 2 and reading.words[before].fold in pack.words("roles", "articles"):
        return reading.words[before - 1].fold in joined and not _told_before(reading, before - 1)
    if before < 1 or reading.words[before].fold not in joined:
        return False
    return reading.words[before - 1].text[:1].isupper()


def _told_before(reading: Reading, at: int) -> bool:
    """Whether a verb of the clause stands before *at*: *resigned and the minister left*."""
    return any(i < at and reading.clauses[i] == reading.clauses[at] for i in reading.pasts)


def _opens_phrase(reading: Reading, before: int, first: int) -> bool:
    """Whether a noun phrase that begins at *first* may be a subject: no preposition before it.

    Nor before its article: in *a dam on the Polish side burst* the side does nothing.
    """
    if before < 0 or reading.words[before].kind is WordKind.PUNCT:
        return True
    pack = load_pack(reading.lang)
    known = pack.words("roles", "determiners")
    prepositions = {*pack.words("roles", "prepositions"), *pack.words("roles", "agent")}
    if before and reading.words[before - 1].fold in prepositions:
        return False
    of = next((k for k in (before, before - 1) if _is_of(reading, k)), 0)
    if of > 1 and reading.is_content[of - 1] and reading.words[of - 2].fold in prepositions:
        return False  # "on behalf of the farmers"
    return not known or reading.words[before].fold in known or before >= first


def _is_of(reading: Reading, index: int) -> bool:
    return reading.words[index].fold in load_pack(reading.lang).words("roles", "of")


def _counts(reading: Reading, index: int) -> bool:
    """Whether a number follows: ``by seven percent`` names no agent."""
    return index < len(reading.words) and reading.words[index].kind is WordKind.NUMBER


def _is_passive(reading: Reading, index: int, auxiliaries: tuple[str, ...]) -> bool:
    return _auxiliary(reading, index, auxiliaries) is not None


def is_passive(reading: Reading, index: int) -> bool:
    """Whether the verb at *index* has the auxiliary of a passive."""
    return _is_passive(reading, index, load_pack(reading.lang).words("roles", "passive"))


def _auxiliary(reading: Reading, index: int, auxiliaries: tuple[str, ...]) -> int | None:
    """Return the word by which the verb at *index* is a passive; an adverb may stand between."""
    before = range(max(0, index - 2), index)
    return next((i for i in before if reading.words[i].fold in auxiliaries), None)
