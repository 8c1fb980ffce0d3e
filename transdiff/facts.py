"""What a sentence states, as typed and normalised values.

Facts are found once for each segment (``transdiff.language``) and compared by rules. Two facts that
mean the same have the same values, whatever the wording: ``1.2 million``, ``1,200,000`` and
``1,2 млн`` are one :class:`Quantity`. Every fact carries the span of the words that state it; spans
are code points into ``Document.text``, half-open.

What a text has many of (words, spans, markers, terms) are structs, which are made in C.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from transdiff.lazy import Once


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range ``[start, end)`` of code points in ``Document.text``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the quoted part of *text*."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both ranges share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def gap(self, other: Span) -> int:
        """Return the code points between both ranges, 0 where they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, 0)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Return true also for an empty span: an omission is a place, not nothing."""
        return True


class WordKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    PUNCT = "punct"


class Word(msgspec.Struct, frozen=True, gc=False):
    """A token; a number with its separators is one token, so is ``U.S.`` or ``don't``.

    ``fold``: NFC, case-folded, curly apostrophes straightened. ``stem``: *fold* without its
    inflection as far as a light stemmer can tell; equal stems are probably the same word.
    """

    span: Span
    text: str
    fold: str
    stem: str
    kind: WordKind


class Bound(StrEnum):
    """How a stated figure limits the true one."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE = "more"
    LESS = "less"
    ALMOST = "almost"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: ``value`` in base units of its scale (``2.3 million`` is ``2300000.0``).

    ``high`` is the upper end of a range, else None. ``unit`` is a canonical identifier (``km``,
    ``percent``, ``percentage-point``, ``USD``, ``person`` …) or empty for a bare count. ``noun`` is
    the stem of what is counted, ``per`` the rate's denominator (``day``), ``scale`` the factor of
    the scale word (``million`` is ``1e6``), ``precision`` half of the last stated digit, in the
    units of ``value``. ``kind`` is ``cardinal``, ``ordinal``, ``fraction``, ``percent``, ``money``,
    ``measure``, ``age``, ``score``, ``multiple`` (``doubled``), ``vague`` (``hundreds``),
    ``article`` (``one``, which may be no figure at all) or ``identifier`` (``Article 4``: never
    compared as a count). ``nouns`` are the stems of up to three words after the figure, ``role``
    says how a change uses it (``to``, ``by``, ``from``; ``except`` for ``all but two``),
    ``bound_span`` is where the bound stands, ``fate`` what happened to those whom it counts
    (``killed``, ``hurt``, ``missing`` …).
    """

    span: Span
    value: float
    high: float | None = None
    unit: str = ""
    bound: Bound = Bound.EXACT
    noun: str = ""
    per: str = ""
    kind: str = "cardinal"
    scale: float = 1.0
    precision: float = 0.0
    nouns: tuple[str, ...] = ()
    role: str = ""
    bound_span: Span | None = None
    fate: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or time, as far as it is stated or can be resolved.

    ``year``, ``month``, ``day``, ``hour``, ``minute`` are None where unknown; ``weekday`` counts
    from Monday = 0; ``zone`` is minutes east of UTC. ``relative`` names the expression that was
    resolved against the dateline (``yesterday``, ``last-month``), empty for an absolute date.
    ``grain`` is the smallest part that is meant: ``year``, ``quarter``, ``month``, ``week``,
    ``day``, ``time``. ``high`` is the last day of a range as (year, month, day), else None.
    ``edge`` is ``on``, ``before``, ``after``, ``since`` or ``until``. ``part`` is the part of the
    month or year that is meant: ``early``, ``mid``, ``late``, ``half1``, ``third2``; or empty.
    ``either`` says that an hour may be of either half of the day: *half past seven*.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    weekday: int | None = None
    zone: int | None = None
    relative: str = ""
    grain: str = "day"
    high: tuple[int, int, int] | None = None
    edge: str = "on"
    part: str = ""
    either: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name. ``skeleton`` is what survives romanisation and spelling policy.

    ``kind`` is ``person``, ``org``, ``place`` or ``unknown``; ``concept`` is the identifier in the
    concept table (``org.csto``, ``country.RU``) or empty; ``parts`` are the skeletons of its words
    in order, without honorific and title. A name that may be an ordinary word (a single capital
    at the start of a sentence, a German noun) is not ``sure``.
    """

    span: Span
    text: str
    skeleton: str
    parts: tuple[str, ...]
    kind: str = "unknown"
    concept: str = ""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Title:
    """An office: ``function`` (``minister``, ``spokesperson`` …), its ``domain``, who holds it.

    ``modifiers`` are ranks that change what the office is: ``deputy``, ``first``, ``acting``,
    ``former``, ``designate``, ``vice`` …; ``holder`` is the skeleton of the person's surname or
    empty; ``honorific`` is set for ``Mr``-like forms and then ``function`` is empty.
    """

    span: Span
    function: str
    domain: tuple[str, ...] = ()
    modifiers: frozenset[str] = frozenset()
    holder: str = ""
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something, as far as the text tells.

    ``names`` are the skeletons of the words of the person's name in order, ``roles`` identifiers of
    the pack's ``[attribution.roles]`` (``lawyer``, ``source`` …), ``concepts`` the countries and
    organisations in the phrase. A pronoun or a bare office takes over what its antecedent has.
    ``person`` says that ``names`` is a person's for certain; ``named`` is false for a pronoun,
    ``sure`` where the antecedent had a rival. ``unnamed`` marks an indefinite description
    (*a diplomat*): nobody whom the text names elsewhere. ``lang`` is the
    language of the text, as names come through Chinese characters only by sound. ``spelt`` are the
    words of the name as they are written, in small letters: languages read one spelling
    differently.
    """

    names: tuple[str, ...] = ()
    spelt: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    concepts: frozenset[str] = frozenset()
    person: bool = False
    named: bool = True
    sure: bool = True
    unnamed: bool = False
    lang: str = ""

    @property
    def known(self) -> bool:
        """Whether anything at all identifies the speaker."""
        return bool(self.names or self.roles or self.concepts)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted speech; ``span`` is inside the marks. It may run over several segments.

    ``speaker`` is who says it (None where unknown), ``speaker_span`` the words that name the
    speaker, ``verb`` the reporting verb's concept. ``scare`` marks a quoted word or two that are a
    label rather than speech.
    """

    span: Span
    text: str
    speaker: Speaker | None = None
    speaker_span: Span | None = None
    verb: str = ""
    scare: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who vouches for a statement, and with which verb.

    ``span`` is the reporting verb or the words that do its work (``according to``); ``stance`` is
    its class: ``neutral``, ``doubt``, ``guilt``, ``support``, ``refusal``, ``emphatic`` …; a key of
    the pack's ``[attribution.verbs]``. ``source`` are the words that name the source,
    ``source_span`` where; ``source_kind`` is ``person``, ``office``, ``agency``, ``anonymous`` or
    empty. ``scope`` is the clause that is attributed. ``told`` is the agency spoken to
    (``reuters``), empty for none; ``speaker`` is the resolved source.
    """

    span: Span
    verb: str
    stance: str = "neutral"
    source: str = ""
    source_span: Span | None = None
    source_kind: str = ""
    scope: Span | None = None
    told: str = ""
    told_span: Span | None = None
    speaker: Speaker | None = None


class Marker(msgspec.Struct, frozen=True):
    """A word that changes what is asserted.

    ``kind`` is ``negation``, ``hedge``, ``condition``, ``contrast``, ``status``, ``direction`` …;
    ``value`` its normalised meaning (``possible``, ``likely``, ``reported``; ``unless``;
    ``legal:charged``; ``up``). ``scope`` is the clause it governs, ``event`` the stem of the verb
    or noun it applies to.
    """

    span: Span
    kind: str
    value: str
    scope: Span | None = None
    event: str = ""


class Term(msgspec.Struct, frozen=True):
    """A phrase of the concept table; ``form`` is ``neutral``, ``loaded``, ``alias`` …"""

    span: Span
    concept: str
    form: str = "alias"


@dataclass(frozen=True)
class Facts(Once):
    """All facts of one segment, each kind in order of position."""

    words: tuple[Word, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    moments: tuple[Moment, ...] = ()
    names: tuple[Name, ...] = ()
    titles: tuple[Title, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    markers: tuple[Marker, ...] = ()
    terms: tuple[Term, ...] = ()
