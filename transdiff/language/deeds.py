"""What a reading tells that is done: its verbs, each with who does it and to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from transdiff.language.deed_clauses import Voice
from transdiff.language.listed import listed_phrases
from transdiff.language.ongoing import is_participle, tells_now
from transdiff.language.pack import load_pack
from transdiff.language.past import future_form, past_form, past_grammar
from transdiff.language.reading import Reading
from transdiff.language.roles import is_passive, roles_of
from transdiff.language.understood import (
    from_the_other_side,
    is_got,
    speakers_before,
    with_understood,
)
from transdiff.language.verbs import is_verb
from transdiff.language.voices import behind_auxiliary, deed_clause, voice_in
from transdiff.language.words import Range

_FAR = 8
"""Words from a participle to the verb of what it describes."""


@dataclass(frozen=True)
class Deed:
    """A verb with who does it and to whom; ``got`` tells it of him who gets something."""

    index: int
    voice: Voice
    got: bool = False

    @property
    def range(self) -> Range:
        """The words from the verb to who does it, ``[first, end)``."""
        words = (self.index, *self.voice.agent)
        return min(words), max(words) + 1


def told_deeds(reading: Reading) -> tuple[Deed, ...]:
    """Return the verbs of *reading* with who does it or to whom."""
    found = list[Deed]()
    for index in reading.content:
        deed = deed_at(reading, index, found) if _tells(reading, index) else None
        if deed is not None:
            found.append(deed)
    return tuple(found)


def deed_at(reading: Reading, index: int, told: Sequence[Deed]) -> Deed | None:
    """Return the deed that the word *index* tells if it is a verb; *told* are those before it."""
    clause, got = deed_clause(reading, index), is_got(reading, index)
    voice = voice_in(clause) if clause else None
    if is_participle(reading, index):
        voice = _participle_voice(reading, index) or voice
    if voice is None and got:
        voice = Voice(frozenset(), frozenset())
    if clause is None or voice is None:
        return Deed(index, voice) if voice else None
    voice = with_understood(clause, _doing(reading, voice), _before(reading, index, told))
    voice = _doing(reading, voice)
    other = from_the_other_side(clause, voice) if got else None
    if other is None and not (voice.agent or voice.patient or voice.struck):
        return None
    return Deed(index, other or voice, other is not None)


def _doing(reading: Reading, voice: Voice) -> Voice:
    """Return *voice* without what its agent only does by the way: *fans burning flags*."""
    beside = _beside_participles(reading, voice.agent)
    return replace(voice, agent=voice.agent - beside) if beside else voice


def _beside_participles(reading: Reading, words: frozenset[int]) -> frozenset[int]:
    """Return the participles among *words* with what they are done to: *fans burning flags*."""
    found = set[int]()
    for i in sorted(words):
        if is_participle(reading, i) or (i - 1 in found and i - 1 in words):
            found.add(i)
    return frozenset(found)


def _before(reading: Reading, index: int, told: Sequence[Deed]) -> list[frozenset[int]]:
    """Return who is named before *index* in its sentence as doing or saying something."""
    first = reading.sentence(index).start
    subjects = (d.voice.marked if d.voice.passive else d.voice.agent for d in told)
    before = [s for s in subjects if s and first <= min(s) < index]
    return [*before, *speakers_before(reading, index)]


def names_of(reading: Reading) -> frozenset[int]:
    """Return the words of names, within which nothing is told: *the Export-Import Bank*."""
    return reading.covered(n.span for f in reading.facts for n in f.names if " " in n.text)


def _participle_voice(reading: Reading, index: int) -> Voice | None:
    """Return the parties of a present participle: *guards beating a man*, *with fans watching*."""
    roles, clause = roles_of(reading, index), deed_clause(reading, index)
    if roles is not None:
        return Voice(frozenset(roles.agent), frozenset(), frozenset(), frozenset(roles.patient))
    if clause is None:
        return None
    near = clause.phrases(range(index - 1, -1, -1))[:1]
    agent = clause.all_named(p for p in near if p.marker in clause.grammar.company)
    return Voice(agent, frozenset()) if agent else None


def _tells(reading: Reading, index: int) -> bool:
    """Whether the word *index* is a verb that tells a deed, not one that says it of both alike."""
    word = reading.words[index]
    named = index in reading.once(names_of) or (index and word.text[:1].isupper())
    if named or reading.is_figure(index) or not _is_told(reading, index):
        return False
    return not is_mutual(reading, index)


def _is_told(reading: Reading, index: int) -> bool:
    """Whether the form of the word *index*, or what stands beside it, makes it such a verb."""
    word = reading.words[index]
    if is_participle(reading, index) and _participle_voice(reading, index) is not None:
        return True
    told = (
        index in reading.pasts
        or tells_now(reading, index)
        or is_infinitive(reading, index)
        or _behind_modal(reading, index)
        or _opens_passive(reading, index)
        or (past_form(word.fold, reading.lang) and is_passive(reading, index))
        or _done_by(reading, index)
        or behind_auxiliary(reading, index)
        or _is_gift(reading, index)
    )
    if told and _only_describes(reading, index):
        return False
    return bool(told or future_form(word.fold, reading.lang))


def _done_by(reading: Reading, index: int) -> bool:
    """Whether a participle stands right before who does it: *watched by citizens*."""
    after = reading.words[index + 1].fold if index + 1 < len(reading.words) else ""
    form = past_form(reading.words[index].fold, reading.lang)
    return form and after in load_pack(reading.lang).words("roles", "agent")


def _is_gift(reading: Reading, index: int) -> bool:
    """Whether a verb that is no noun by its small letter tells of a gift or a receipt."""
    nouns = load_pack(reading.lang).section("negation").get("capital-nouns", False)
    return nouns and hands_over(reading, index)


def hands_over(reading: Reading, index: int) -> bool:
    """Whether a verb only hands over its object, to or from the other party."""
    giving = listed_phrases(reading.lang, "voice", "giving")
    return is_got(reading, index) or giving.match(reading.words, index) is not None


def is_mutual(reading: Reading, index: int) -> bool:
    """Whether a verb says the same of both parties, whichever is named first: *met*."""
    mutual = listed_phrases(reading.lang, "roles", "mutual")
    return mutual.match(reading.words, index) is not None


def is_infinitive(reading: Reading, index: int) -> bool:
    """Whether a verb stands right behind what opens an infinitive: *to sue*."""
    return opens_infinitive(reading, index) and is_verb(reading.words[index], reading.lang)


def opens_infinitive(reading: Reading, index: int) -> bool:
    """Whether the word before *index* opens an infinitive."""
    before = reading.words[index - 1].fold if index else ""
    return before in load_pack(reading.lang).words("voice", "infinitive-mark")


def _opens_passive(reading: Reading, index: int) -> bool:
    """Whether what makes a passive stands right before a verb without forms: *bị đánh*, 被打."""
    inner = load_pack(reading.lang).words("voice", "inner")
    behind = index > 0 and reading.words[index - 1].fold in inner
    return behind and reading.names_event(index)


def _behind_modal(reading: Reading, index: int) -> bool:
    """Whether a verb stands right behind a modal one: *would sue*."""
    before = reading.words[index - 1].fold if index else ""
    return before in load_pack(reading.lang).words("grammar.classes", "modal")


def _only_describes(reading: Reading, index: int) -> bool:
    """Whether the verb of the clause is still to come: *steel brought in will cost more*."""
    framed = past_grammar(reading.lang).framed  # *gekündigt hatte*
    if framed or behind_auxiliary(reading, index) or is_passive(reading, index):
        return False
    pack = load_pack(reading.lang)
    joining = pack.words("voice", "joining")
    for at in range(index + 1, min(len(reading.words), index + _FAR)):
        word = reading.words[at].fold
        if reading.clauses[at] != reading.clauses[index] or word in joining:
            return False
        if word in pack.words("grammar.classes", "modal") or word in pack.words("tense", "past"):
            return True
    return False
