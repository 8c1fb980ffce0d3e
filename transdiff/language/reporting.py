"""The words by which a language attributes speech, read once from its pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transdiff.facts import Attribution, Span, Word, WordKind
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import Pack, load_pack
from transdiff.language.phrases import Phrases, pieces_of
from transdiff.language.rows import Row, kept
from transdiff.language.separable import Separable
from transdiff.language.words import fold_word

JUNIOR = frozenset({"source", "adviser", "trader", "witness"})
"""Roles that do not speak for the institution they belong to."""
ACCORDING = "according"
"""Concept of a preposition that names a source without a verb."""


_PRONOUNS = ("he", "she", "they", "it")


@dataclass(frozen=True)
class Reporting:
    """The pack's ``[attribution]`` section, compiled.

    ``order`` is where the speaker stands: on ``both`` sides of the verb, ``before``, ``after``, or
    as the ``topic`` of the sentence; ``capitals`` says whether names alone are capitalised.
    ``verbs`` has ``stance/concept`` as values, and so has ``split``, the verbs among them whose
    particle may close the clause; ``roles``, ``agencies`` and ``anonymous`` find who
    speaks; the sets hold folded words.
    """

    lang: str
    order: str
    capitals: bool
    verbs: Phrases[str]
    split: Separable
    roles: Phrases[str]
    agencies: Phrases[str]
    anonymous: Phrases[str]
    naming: frozenset[str]
    not_after: frozenset[str]
    strict: frozenset[str]
    acts: frozenset[str]
    that: frozenset[str]
    between: frozenset[str]
    ends: frozenset[str]
    opens: frozenset[str]
    fronts: frozenset[str]
    subjects: frozenset[str]
    settings: frozenset[str]
    accounts: frozenset[str]
    account_fronts: frozenset[str]
    account_owners: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    relative: frozenset[str]
    dependent: frozenset[str]
    siding: frozenset[str]
    of: frozenset[str]
    as_: frozenset[str]
    ignore: frozenset[str]
    to: frozenset[str]
    topic: tuple[str, ...]
    auxiliaries: frozenset[str]
    inner: frozenset[str]
    inner_endings: tuple[str, ...]
    framed: frozenset[str]
    clefts: Phrases[str]
    cleft_pronouns: frozenset[str]
    pronouns: Mapping[str, str]
    with_pronoun: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]


@lru_cache(maxsize=64)
def reporting(lang: str) -> Reporting:
    """Return the reporting words of *lang*; without a pack every table is empty."""
    pack = load_pack(lang)
    section = pack.section("attribution")
    return Reporting(
        lang=lang,
        order=str(section.get("order", "both")),
        capitals=bool(section.get("capitals", True)),
        verbs=Phrases[str](_verbs(pack), lang),
        split=Separable(_split(pack), pack.words("comparison", "closers"), lang),
        roles=Phrases[str](_table(section.get("roles", {})), lang),
        agencies=Phrases[str](_table(section.get("agencies", {})), lang),
        anonymous=Phrases[str](((p, "anonymous") for p in section.get("anonymous", ())), lang),
        naming=_folds(pack, "naming"),
        not_after=_folds(pack, "not_after"),
        strict=_folds(pack, "strict"),
        acts=_folds(pack, "acts"),
        that=_folds(pack, "that"),
        between=_folds(pack, "between"),
        ends=_folds(pack, "ends"),
        opens=_folds(pack, "opens"),
        fronts=_folds(pack, "fronts"),
        subjects=_folds(pack, "subjects"),
        settings=_folds(pack, "settings"),
        accounts=_folds(pack, "accounts"),
        account_fronts=_folds(pack, "account_fronts"),
        account_owners=_folds(pack, "account_owners"),
        indefinite=_folds(pack, "indefinite"),
        definite=_folds(pack, "definite"),
        relative=_folds(pack, "relative"),
        dependent=_folds(pack, "dependent"),
        siding=_folds(pack, "siding"),
        of=_folds(pack, "of"),
        as_=_folds(pack, "as"),
        ignore=_folds(pack, "ignore"),
        to=_folds(pack, "to"),
        topic=pack.words("attribution", "topic"),
        auxiliaries=_folds(pack, "auxiliaries"),
        inner=_folds(pack, "inner"),
        inner_endings=pack.words("attribution", "inner_endings"),
        framed=_folds(pack, "framed"),
        clefts=Phrases[str](((p, "cleft") for p in section.get("clefts", ())), lang),
        cleft_pronouns=_folds(pack, "cleft_pronouns"),
        with_pronoun=_folds(pack, "with_pronoun"),
        pronouns={fold_word(word): who for who in _PRONOUNS for word in section.get(who, ())},
        male=_folds(pack, "male"),
        female=_folds(pack, "female"),
    )


def _verbs(pack: Pack) -> Iterator[tuple[str, str]]:
    section = pack.section("attribution")
    for phrase in section.get("according", ()):
        yield phrase, f"neutral/{ACCORDING}"
    for stance, verbs in section.get("verbs", {}).items():
        for phrase, verb in _table(verbs):
            yield phrase, f"{stance}/{verb}"
    refusals = [
        phrase.rstrip("*") for phrase, _ in _table(section.get("verbs", {}).get("refusal", {}))
    ]
    for phrase in pack.words("negation", "no-comment"):
        if not any(f" {phrase}".find(f" {refusal}") >= 0 for refusal in refusals):
            yield phrase, "decline/decline"


def _split(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield the verbs that end in a particle, which a clause may part from them."""
    particles = pack.words("attribution", "particles")
    for phrase, value in _verbs(pack):
        verb, _, particle = phrase.rpartition(" ")
        if particle in particles:
            yield f"{verb} … {particle}", value


def _table(entries: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for value, phrases in entries.items():
        for phrase in phrases:
            yield phrase, value


def _folds(pack: Pack, key: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in pack.words("attribution", key))


@kept
def parted(words: Sequence[Word], lang: str) -> Row[Word]:
    """Cut hyphenated and elided words into parts (``l'avocat``), as phrases are looked up."""
    found: list[Word] = []
    cut = False
    for word in words:
        if word.kind is WordKind.WORD and ("-" in word.fold or "'" in word.fold):
            cut = True
            found += [
                Word(
                    Span(part.start, part.end),
                    word.text[part.start - word.span.start : part.end - word.span.start],
                    part.fold,
                    part.stem,
                    part.kind,
                )
                for part in pieces_of((word,), 0, lang)
            ]
        else:
            found.append(word)
    row = Row(found)
    return row if cut else row.with_forms_of(words)


def is_crime(words: Sequence[Word], lang: str) -> bool:
    """Whether *words* speak of crime, justice, violence or death."""
    return any(listed_phrases(lang, "attribution", "crime").all(words))


def is_reporting(word: Word, lang: str) -> bool:
    """Whether *word* alone is a verb that tells of speech, in any of its forms."""
    return reporting(lang).verbs.match((word,), 0) is not None


def retold(one: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether what somebody says is itself what another source tells.

    *He will announce his retirement, according to two friends*: the friends are the source.
    """
    return any(
        other.scope is not None and (other.scope.contains(one.span) or _closes(other, one))
        for other in others
        if other is not one
    )


def _closes(other: Attribution, one: Attribution) -> bool:
    """Whether *other* stands behind all that *one* says, and says it too."""
    scope = other.scope
    return (
        scope == one.scope
        and scope is not None
        and one.span.end <= scope.start
        and scope.end <= other.span.start
    )
