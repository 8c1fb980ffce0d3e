"""The ledger: what numbers, dates, quotations and names each text states.

Mentions that mean the same are one entry, in whatever language or wording; the article's entries
come first, in its order. A small bare count (``two``) means the same only in aligned sentences.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from transdiff.comparison import Article
from transdiff.facts import Moment, Name, Quantity, Quotation, Span, Title, WordKind
from transdiff.language.words import tokenize
from transdiff.model import Entry, Mention, Segment, Story

_NO_FIGURE = frozenset({"identifier", "article", "ordinal"})
_SMALL = 100
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHOWN = 60
"""Longest value of a quotation, in characters."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A segment of a text; ``home`` is the article segment it is aligned with, else itself."""

    story: Story
    segment: Segment
    home: tuple[str, int]


@dataclass(slots=True)
class _Row:
    """An entry in the making."""

    kind: str
    value: str
    mentions: list[Mention]

    def entry(self) -> Entry:
        """The finished entry; each place is mentioned once."""
        unique = {(m.reference, m.span): m for m in self.mentions}
        order = sorted(unique.values(), key=lambda m: (m.reference or "", m.span))
        return Entry(self.kind, self.value, tuple(order))


def ledger(article: Article) -> tuple[Entry, ...]:
    """Return the entries of *article* and its references: numbers, dates, quotations, names."""
    places = tuple(_places(article))
    rows = (*_numbers(places), *_dates(places), *_quotations(places), *_names(places))
    return tuple(row.entry() for row in rows)


def _places(article: Article) -> Iterator[_Place]:
    """Every compared segment, the article's first, then the references' by key."""
    for story in (article.story, *(article.references[k] for k in sorted(article.references))):
        key = story.key
        for i, segment in enumerate(story.segments):
            if segment.compared:
                linked = (i,) if key is None else article.support_of.get((key, i), ())
                yield _Place(story, segment, ("", linked[0]) if linked else (key or "", i))


def _mention(place: _Place, span: Span, value: str = "") -> Mention:
    return Mention(place.story.key, span, span.of(place.story.document.text), value)


def _collected(kind: str, found: Iterable[tuple[Hashable, str, _Place, Span]]) -> tuple[_Row, ...]:
    """Group (key, value, place, span) by key, in order of first appearance."""
    rows: dict[Hashable, _Row] = {}
    for key, value, place, span in found:
        row = rows.setdefault(key, _Row(kind, value, []))
        row.mentions.append(_mention(place, span, value))
    return tuple(rows.values())


def _numbers(places: Iterable[_Place]) -> tuple[_Row, ...]:
    def found() -> Iterator[tuple[Hashable, str, _Place, Span]]:
        for place in places:
            for q in place.segment.facts.quantities:
                if q.kind not in _NO_FIGURE:
                    yield _number_key(q, place), _figure(q), place, q.span

    return _collected("number", found())


def _number_key(q: Quantity, place: _Place) -> Hashable:
    unit = "" if q.unit == "person" else q.unit
    vague = not unit and q.high is None and q.value < _SMALL and q.value == int(q.value)
    return (f"{q.value:.9g}", q.high, unit, q.per, place.home if vague else None)


def _figure(q: Quantity) -> str:
    """``1,200,000 USD``, ``10–20 km``, ``3.5 percent``."""
    value = _plain(q.value) if q.high is None else f"{_plain(q.value)}–{_plain(q.high)}"
    unit = f"{q.unit}/{q.per}" if q.unit and q.per else q.unit or q.per
    return f"{value} {unit}".strip()


def _plain(value: float) -> str:
    return f"{value:,.9f}".rstrip("0").rstrip(".")


def _dates(places: Iterable[_Place]) -> tuple[_Row, ...]:
    """Dates by value; one without a year joins the only year it can belong to."""
    stated = [
        (moment, place)
        for place in places
        for moment in place.segment.facts.moments
        if _date_text(moment)
    ]
    years: dict[Hashable, set[Hashable]] = {}
    for moment, _ in stated:
        if moment.year is not None:
            years.setdefault(_date_key(moment, None), set()).add(_date_key(moment, moment.year))

    def found() -> Iterator[tuple[Hashable, str, _Place, Span]]:
        for moment, place in stated:
            key = _date_key(moment, moment.year)
            full = years.get(key, set()) if moment.year is None else set()
            yield (
                next(iter(full)) if len(full) == 1 else key,
                _date_text(moment),
                place,
                moment.span,
            )

    rows = _collected("date", found())
    for row in rows:
        row.value = max((m.value for m in row.mentions), key=lambda value: value[:1].isdigit())
    return rows


def _date_key(m: Moment, year: int | None) -> Hashable:
    return (year, m.month, m.day, m.hour, m.minute, m.high)


def _date_text(m: Moment) -> str:
    """``2026-05-12``, ``May 12``, ``1998``, ``2026-05``, ``14:30``; empty for nothing known."""
    month = "" if m.month is None else _MONTHS[m.month - 1]
    if m.year is None:
        day = f"{month} {m.day}" if month and m.day is not None else month
    else:
        parts = [p for p in (m.month, m.day if m.month is not None else None) if p is not None]
        day = "-".join([f"{m.year:04d}", *(f"{p:02d}" for p in parts)])
    if day and m.high is not None:
        day += " to {:04d}-{:02d}-{:02d}".format(*m.high)
    clock = "" if m.hour is None else f"{m.hour:02d}:{m.minute or 0:02d}"
    return f"{day} {clock}".strip()


def _quotations(places: Iterable[_Place]) -> tuple[_Row, ...]:
    """Quotations that say the same; one that runs over several segments is one quotation."""
    homes: dict[tuple[str | None, Span], set[tuple[str, int]]] = {}
    first: dict[tuple[str | None, Span], tuple[_Place, Quotation]] = {}
    for place in places:
        for quotation in place.segment.facts.quotations:
            if not quotation.scare:
                at = (place.story.key, quotation.span)
                homes.setdefault(at, set()).add(place.home)
                first.setdefault(at, (place, quotation))
    rows: list[_Row] = []
    same: dict[Hashable, list[tuple[_Quote, _Row]]] = {}
    for at, (place, quotation) in first.items():
        quote = _Quote(place.story.lang, _words(quotation), frozenset(homes[at]))
        near = (pair for key in quote.shared_keys() for pair in same.get(key, ()))
        row = next((r for other, r in near if quote.says(other)), None)
        if row is None:
            row = _Row("quotation", _shortened(quotation.text), [])
            rows.append(row)
        row.mentions.append(_mention(place, quotation.span))
        for key in quote.shared_keys():
            same.setdefault(key, []).append((quote, row))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quotation as it is compared: its language, its words, the sentences it stands in."""

    lang: str
    words: frozenset[str]
    homes: frozenset[tuple[str, int]]

    def shared_keys(self) -> tuple[Hashable, ...]:
        """What it shares with every quotation that may be the same."""
        return (self.words, *sorted(self.homes))

    def says(self, other: _Quote) -> bool:
        """Whether both are one quotation: the same words, or some of them in aligned sentences."""
        if self.lang == other.lang:
            shared = len(self.words & other.words)
            return shared >= 0.3 * min(len(self.words), len(other.words)) and shared > 0
        longer, shorter = len(self.words) + 1, len(other.words) + 1
        return bool(self.homes & other.homes) and 0.4 <= longer / shorter <= 2.5


def _words(quotation: Quotation) -> frozenset[str]:
    return frozenset(w.fold for w in tokenize(quotation.text) if w.kind is not WordKind.PUNCT)


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[:_SHOWN].rstrip() + "…"


def _names(places: Iterable[_Place]) -> tuple[_Row, ...]:
    found = [
        (name, place, _with_title(name, place.segment.facts.titles, place))
        for place in places
        for name in place.segment.facts.names
    ]
    sure = {_name_key(name) for name, _, _ in found if name.sure}
    found = [entry for entry in found if _name_key(entry[0]) in sure]
    homes = _bearers(name for name, _, _ in found)
    rows: dict[Hashable, _Row] = {}
    for name, place, span in found:
        row = rows.setdefault(homes[_name_key(name)], _Row("name", name.text, []))
        if len(name.parts) > row.value.count(" ") + 1 and place.story.key is None:
            row.value = name.text
        row.mentions.append(_mention(place, span, name.text))
    return tuple(rows.values())


def _name_key(name: Name) -> str:
    return name.concept or name.skeleton


def _bearers(names: Iterable[Name]) -> Mapping[str, str]:
    """For every name the fullest one of its bearer: a lone surname belongs to its only bearer."""
    known = {_name_key(n): n for n in names}
    by_surname: dict[str, set[str]] = {}
    for key, name in known.items():
        if len(name.parts) > 1 and not name.concept:
            by_surname.setdefault(name.parts[-1], set()).add(key)
    homes = {}
    for key, name in known.items():
        lone = len(name.parts) == 1 and not name.concept
        full = by_surname.get(name.parts[0], set()) if lone else set()
        homes[key] = next(iter(full)) if len(full) == 1 else key
    return homes


def _with_title(name: Name, titles: Iterable[Title], place: _Place) -> Span:
    """The name with the office or honorific that stands right in front of it."""
    text = place.story.document.text
    for title in titles:
        between = text[title.span.end : name.span.start]
        if title.span.end <= name.span.start and not between.strip(" ."):
            return Span(title.span.start, name.span.end)
    return name.span
