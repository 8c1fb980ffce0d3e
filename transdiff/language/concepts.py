"""The concept table: what a phrase means, the same identifier in every language.

``concepts/*.toml`` hold one table for each concept. A file says its ``domain`` first; a concept is
``<domain>.<table name>`` (``org.csto``, ``country.RU``), and two files may add forms to one.
Inside a table, a key of two letters is a language with its phrases (form ``name``); a sub-table is
another form of the concept, again by language: ``demonym``, ``capital`` (a metonym), ``stale``,
``neutral``, ``loaded``, or a naming policy of a place. Further keys: ``family`` (its members
exclude each other), ``converse``, ``kind``, ``alone``, ``within``, ``seats``, ``events``, ``why``,
and for loaded forms ``severity`` and ``grave``.

Where many concepts are used in the same phrases, a file writes those once: each table in ``frames``
is a list by language, ``{}`` for the word. A concept names the ``frames`` that it fills and has the
words in ``framed``, by language; the phrases are further ones of its form ``name``.

A phrase is written as a reader would see it; its capitals count: ``WHO`` is not ``who``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib import resources
from typing import Any

import tomli

_META = (
    "family",
    "converse",
    "why",
    "severity",
    "kind",
    "alone",
    "within",
    "seats",
    "events",
    "grave",
)
_FRAMES, _FRAMED = "frames", "framed"


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of the table.

    ``forms`` maps a form to phrases by language. ``family`` names a set of concepts of which only
    one can be meant (``crew`` or ``passengers``), ``converse`` the member that the other party is
    (``parent`` and ``child``). ``kind`` is ``person``, ``org``, ``place`` or
    empty: what a proper name of this concept names. ``alone``: its loaded form colours a sentence
    even where the other text has no form of it. ``within``: the concept that it is a part or a
    kind of: a *frigate* is a *ship*. ``seats``: whom a town stands for in the news, *Brussels* for
    the EU. ``events``: what happens where no form of it is used, by the
    names of the events: *left*. ``grave``: the loaded forms that weigh major whatever ``severity``
    says.
    """

    id: str
    forms: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    family: str = ""
    converse: str = ""
    why: str = ""
    severity: str = ""
    kind: str = ""
    alone: bool = False
    within: str = ""
    seats: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    grave: tuple[str, ...] = ()

    @property
    def domain(self) -> str:
        """The first part of the identifier: ``org``, ``country``, ``loaded`` …"""
        return self.id.partition(".")[0]

    def phrases(self, lang: str) -> Iterator[tuple[str, str]]:
        """Yield (form, phrase) for every phrase in *lang*."""
        for form, by_lang in self.forms.items():
            for phrase in by_lang.get(lang, ()):
                yield form, phrase


@lru_cache(maxsize=1)
def concepts() -> Mapping[str, Concept]:
    """Return every concept by its identifier, in the order of the files."""
    folder = resources.files("transdiff.language") / "concepts"
    found: dict[str, Concept] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".toml"):
            for row in _read(tomli.loads(file.read_text(encoding="utf-8"))):
                known = found.get(row.id)
                found[row.id] = _joined(known, row) if known else row
    return found


@lru_cache(maxsize=1)
def acronyms() -> Mapping[str, frozenset[str]]:
    """Return the concepts of every acronym, whatever its language."""
    found: dict[str, set[str]] = {}
    for entry in concepts().values():
        for by_lang in entry.forms.values():
            for phrase in (p for phrases in by_lang.values() for p in phrases):
                if phrase.isupper() and " " not in phrase:
                    found.setdefault(phrase, set()).add(entry.id)
    return {phrase: frozenset(ids) for phrase, ids in found.items()}


def concept(identifier: str) -> Concept | None:
    """Return the concept called *identifier*, None where the table lacks it."""
    return concepts().get(identifier)


def is_part(identifier: str, whole: str) -> bool:
    """Whether one concept lies in another, by whatever is between: *Mali*, *Africa*."""
    found = concepts().get(identifier)
    while whole and found is not None and found.within:
        if found.within == whole:
            return True
        found = concepts().get(found.within)
    return False


def stands_for(one: str, other: str) -> bool:
    """Whether a town of the table stands for the other concept: *Kyiv said*, *Ukraine said*."""
    pairs = ((one, other), (other, one))
    return any(town in concepts() and body in concepts()[town].seats for town, body in pairs)


def _joined(known: Concept, more: Concept) -> Concept:
    """Return a concept with what another file says of it."""
    said = {key: getattr(known, key) or getattr(more, key) for key in _META}
    forms = dict(known.forms)
    for form, by_lang in more.forms.items():
        own = forms.get(form, {})
        forms[form] = {**own, **{k: (*own.get(k, ()), *v) for k, v in by_lang.items()}}
    return replace(known, forms=forms, **said)


def family(identifier: str) -> str:
    """Return the family of a concept, empty where it has none."""
    found = concepts().get(identifier)
    return found.family if found else ""


def _read(data: Mapping[str, Any]) -> Iterator[Concept]:
    domain, kind = str(data.get("domain", "")), str(data.get("kind", ""))
    frames = data.get(_FRAMES, {})
    for name, row in data.items():
        if not isinstance(row, Mapping) or name == _FRAMES:
            continue
        yield Concept(
            id=f"{domain}.{name}",
            forms=_forms(row, frames),
            family=row.get("family", ""),
            converse=row.get("converse", ""),
            why=row.get("why", ""),
            severity=row.get("severity", ""),
            kind=row.get("kind", kind),
            alone=row.get("alone", False),
            within=row.get("within", ""),
            seats=tuple(row.get("seats", ())),
            events=tuple(row.get("events", ())),
            grave=tuple(row.get("grave", ())),
        )


def _forms(
    row: Mapping[str, Any], frames: Mapping[str, Mapping[str, Sequence[str]]]
) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the phrases of one table by form and language, those that frames make with them."""
    forms: dict[str, dict[str, tuple[str, ...]]] = {}
    for key, value in row.items():
        if key not in (*_META, _FRAMES, _FRAMED):
            if isinstance(value, Mapping):
                forms[key] = {lang: tuple(phrases) for lang, phrases in value.items()}
            else:
                forms.setdefault("name", {})[key] = tuple(value)
    for lang, words in row.get(_FRAMED, {}).items():
        names = forms.setdefault("name", {})
        filled = _filled([frames[f] for f in row[_FRAMES]], words, lang)
        names[lang] = (*names.get(lang, ()), *filled)
    return forms


def _filled(
    frames: Sequence[Mapping[str, Sequence[str]]], words: Sequence[str], lang: str
) -> Iterator[str]:
    """Yield every phrase of the frames in *lang* with each of the words in it."""
    for word in words:
        for frame in frames:
            yield from (phrase.format(word) for phrase in frame[lang])
