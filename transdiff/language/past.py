"""Past forms of verbs, by ending or by list, as the packs' ``[tense]`` gives them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import regex

from transdiff.language.events import irregular_forms
from transdiff.language.pack import Pack, load_pack
from transdiff.language.presents import strong_presents

_SHORTEST = 4
"""Letters that a word must exceed for its ending to be trusted."""


@dataclass(frozen=True, slots=True)
class PastGrammar:
    """How a language marks the past, from the pack's ``[tense]`` and ``[roles]``.

    ``listed``: a form is trusted only for words that name an event, unless its ending is ``sure``
    or an auxiliary stands before it (``compound``), be it far, where
    the participle closes its clause (``framed``), or a particle (``syllables``); ``irregular``
    forms are sure; ``shapes``: patterns of participles that no
    ending tells; ``opening_shapes``: those of forms that may be nouns, and are verbs where they
    open their clause; ``formless``: verbs have one form, and words before them tell the rest;
    ``ahead``: particles that stand before their verb only; ``describing``: words before a
    participle that make it an adjective; ``agent``: words after it that make it a passive;
    ``bare``: participles that are spelled like other words, past only behind an auxiliary.
    """

    listed: bool
    compound: bool
    framed: bool
    syllables: bool
    irregular: bool
    endings: tuple[str, ...]
    sure: tuple[str, ...]
    shapes: tuple[regex.Pattern[str], ...]
    sure_shapes: tuple[regex.Pattern[str], ...]
    formless: bool
    opening_shapes: tuple[regex.Pattern[str], ...]
    ahead: frozenset[str]
    describing: frozenset[str]
    agent: frozenset[str]
    bare: frozenset[str]


@lru_cache(maxsize=64)
def past_grammar(lang: str) -> PastGrammar:
    """Return how *lang* marks the past."""
    pack = load_pack(lang)
    return PastGrammar(
        listed=pack.section("tense").get("verbs") == "listed",
        compound=bool(pack.section("tense").get("compound", False)),
        framed=bool(pack.section("tense").get("framed", False)),
        syllables=bool(pack.section("tense").get("syllables", False)),
        irregular=bool(pack.section("tense").get("irregular_sure", False)),
        endings=pack.words("tense", "past_endings"),
        sure=pack.words("tense", "sure_endings"),
        shapes=_patterns(pack, "past_shapes"),
        sure_shapes=_patterns(pack, "sure_shapes"),
        formless=bool(pack.section("tense").get("syllables", False))
        and pack.section("tense").get("side") != "after",
        opening_shapes=_patterns(pack, "opening_shapes"),
        ahead=frozenset(pack.words("tense", "particle_ahead")),
        describing=frozenset(pack.words("tense", "describing")),
        agent=frozenset(pack.words("roles", "agent")),
        bare=frozenset(pack.words("tense", "bare_participles")),
    )


def _patterns(pack: Pack, key: str) -> tuple[regex.Pattern[str], ...]:
    return tuple(regex.compile(shape) for shape in pack.words("tense", key))


@lru_cache(maxsize=65536)
def past_form(fold: str, lang: str) -> bool:
    """Whether the form of a folded word may be a past one: irregular, or by its ending."""
    if fold in irregular_forms(lang):
        return True
    grammar = past_grammar(lang)
    if fold in strong_presents(lang):
        return False
    ends = len(fold) > _SHORTEST and fold.endswith((*grammar.endings, *grammar.sure))
    shapes = (*grammar.shapes, *grammar.sure_shapes)
    return ends or any(shape.fullmatch(fold) for shape in shapes)


@lru_cache(maxsize=65536)
def past_at_opening(fold: str, lang: str) -> bool:
    """Whether a word in this form tells the past where it opens its clause: *وقع البلدان*."""
    return any(shape.fullmatch(fold) for shape in past_grammar(lang).opening_shapes)


@lru_cache(maxsize=65536)
def may_be_present(fold: str, lang: str) -> bool:
    """Whether a participle of *lang* is spelled like the present: *verkauft*, *kritisiert*."""
    shapes = _shapes(lang, "present_twins")
    if not shapes or not fold.startswith(irregular_forms(lang).get(fold, "")):
        return False  # bedacht
    return any(shape.fullmatch(fold) for shape in shapes)


@lru_cache(maxsize=64)
def _shapes(lang: str, key: str) -> tuple[regex.Pattern[str], ...]:
    return _patterns(load_pack(lang), key)


@lru_cache(maxsize=65536)
def surely_past(fold: str, lang: str) -> bool:
    """Whether the form is a past one of some verb, whatever the verb means."""
    grammar = past_grammar(lang)
    if grammar.sure and fold.endswith(grammar.sure):
        return True
    if grammar.irregular and fold in irregular_forms(lang):
        return True
    return any(shape.fullmatch(fold) for shape in grammar.sure_shapes)


@lru_cache(maxsize=65536)
def future_form(fold: str, lang: str) -> bool:
    """Whether the form of a folded word may be a future one, by its beginning and its ending."""
    pack = load_pack(lang)
    endings = pack.words("tense", "future_endings")
    if len(fold) <= _SHORTEST or (endings and not fold.endswith(endings)):
        return False
    prefixes = pack.words("tense", "future_prefixes")
    if not (endings or prefixes) or not fold.startswith(prefixes or ("",)):
        return False
    return not fold.endswith(pack.words("tense", "not_future"))
