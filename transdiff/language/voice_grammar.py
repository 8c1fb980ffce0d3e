"""What marks the parties of a deed in one language: ``[voice]`` of its pack, ready to look up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from transdiff.language.pack import load_pack
from transdiff.language.reporting import reporting


@dataclass(frozen=True)
class VoiceGrammar:
    """What marks the parties of a deed in one language."""

    kind: str
    passive: frozenset[str]
    passive_endings: tuple[str, ...]
    active_endings: tuple[str, ...]
    agent: frozenset[str]
    agent_endings: tuple[str, ...]
    inner: frozenset[str]
    object: frozenset[str]
    target: frozenset[str]
    topic: frozenset[str]
    recipient: frozenset[str]
    source: frozenset[str]
    company: frozenset[str]
    owning: frozenset[str]
    reflexive: frozenset[str]
    pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    articles: frozenset[str]
    relative: frozenset[str]
    opening: frozenset[str]
    of: frozenset[str]
    joining: frozenset[str]
    auxiliaries: frozenset[str]
    nominative: frozenset[str]
    genitive: frozenset[str]
    oblique: frozenset[str]
    oblique_endings: tuple[str, ...]
    participles: tuple[str, ...]
    infinitive: tuple[str, ...]
    infinitive_mark: frozenset[str]
    adjectives: tuple[str, ...]
    feminine: tuple[str, ...]
    feminine_nouns: tuple[str, ...]
    masculine: tuple[str, ...]
    nominal: frozenset[str]
    permitting: frozenset[str]
    breaks: frozenset[str]


@lru_cache(maxsize=32)
def voice_grammar(lang: str) -> VoiceGrammar | None:
    """Return what marks the parties of a deed in *lang*, None where its pack does not say."""
    pack = load_pack(lang)
    if not pack.section("voice"):
        return None

    def words(name: str) -> frozenset[str]:
        return frozenset(pack.words("voice", name))

    def endings(name: str) -> tuple[str, ...]:
        return tuple(pack.words("voice", name))

    return VoiceGrammar(
        kind=str(pack.section("voice")["kind"]),
        passive=words("passive"),
        passive_endings=endings("passive-endings"),
        active_endings=endings("active-endings"),
        agent=words("agent"),
        agent_endings=endings("agent-endings"),
        inner=words("inner"),
        object=words("object"),
        target=words("target"),
        topic=words("topic"),
        recipient=words("recipient"),
        source=words("source"),
        company=words("company"),
        owning=words("owning"),
        reflexive=words("reflexive"),
        object_pronouns=words("object-pronouns"),
        pronouns=frozenset(reporting(lang).pronouns),
        articles=words("articles"),
        relative=words("relative"),
        opening=words("opening"),
        of=words("of"),
        joining=words("joining"),
        auxiliaries=words("auxiliaries"),
        nominative=words("nominative"),
        genitive=words("genitive"),
        oblique=words("oblique"),
        oblique_endings=endings("oblique-endings"),
        participles=endings("participles"),
        infinitive=endings("infinitive"),
        infinitive_mark=words("infinitive-mark"),
        adjectives=endings("adjectives"),
        feminine=endings("feminine"),
        feminine_nouns=endings("feminine-nouns"),
        masculine=endings("masculine"),
        nominal=words("nominal"),
        permitting=words("permitting"),
        breaks=frozenset(pack.words("events", "clause")),
    )
