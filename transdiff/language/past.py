"""Past forms of verbs, by ending or by list, as the packs' ``[tense]`` gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_pack

_SHORTEST = 4
"""Letters that a word must exceed for its ending to be trusted."""


@dataclass(frozen=True, slots=True)
class PastGrammar:
    """How a language marks the past, from the pack's ``[tense]`` and ``[roles]``.

    ``listed``: a form is trusted only for words that name an event; ``describing``: words before a
    participle that make it an adjective; ``agent``: words after it that make it a passive.
    """

    listed: bool
    endings: tuple[str, ...]
    describing: frozenset[str]
    agent: frozenset[str]


@lru_cache(maxsize=64)
def past_grammar(lang: str) -> PastGrammar:
    """Return how *lang* marks the past."""
    pack = load_pack(lang)
    return PastGrammar(
        listed=pack.section("tense").get("verbs") == "listed",
        endings=pack.words("tense", "past_endings"),
        describing=frozenset(pack.words("tense", "describing")),
        agent=frozenset(pack.words("roles", "agent")),
    )


@lru_cache(maxsize=65536)
def past_form(fold: str, lang: str) -> bool:
    """Whether the form of a folded word may be a past one: irregular, or by its ending."""
    if fold in irregular_forms(lang):
        return True
    return len(fold) > _SHORTEST and fold.endswith(past_grammar(lang).endings)
