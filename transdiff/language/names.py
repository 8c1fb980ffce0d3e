"""Find proper names with their skeletons.

Organisations, countries and places of the concept table are names wherever they stand. Beyond
them, a scripts' capitals tell: a run of capitalised words that are no offices, demonyms or
months. A single capital that opens a sentence, and any noun in German, may be an ordinary word:
such a name is not ``sure``. Scripts without capitals give what touches an office, what follows an
honorific cue, and transliterations joined by ``·``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transdiff.facts import Name, Span, Term
from transdiff.language.bodies import with_bodies
from transdiff.language.capital_runs import capital_runs, office_spans
from transdiff.language.concepts import concept
from transdiff.language.dictionary import UNCASED
from transdiff.language.name_words import name_parts
from transdiff.language.offices import Part
from transdiff.language.passage import Passage
from transdiff.language.uncased_names import uncased_names
from transdiff.language.vocabulary import is_ordinary

_NOT_NAMES = frozenset({"demonym"})
_FEW = 3
"""Words up to which a text in capitals may be an acronym rather than a headline."""


def find_names(
    passage: Passage, terms: Sequence[Term] = (), parts: Sequence[Part] = ()
) -> tuple[Name, ...]:
    """Return the proper names of *passage* in order of position.

    *terms* are the passage's phrases of the concept table, *parts* the words of its offices.
    """
    known = [name for term in terms if (name := _of_concept(passage, term))]
    taken = [(n.span.start - passage.start, n.span.end - passage.start) for n in known]
    taken += [
        (t.span.start - passage.start, t.span.end - passage.start)
        for t in terms
        if t.form in _NOT_NAMES
    ]
    taken += office_spans(parts)
    cased = passage.lang not in UNCASED
    others: Iterable[Name] = ()
    if not passage.text.isupper() or len(passage.words) <= _FEW:  # no headline in capitals
        others = capital_runs(passage, taken, parts) if cased else uncased_names(passage, parts)
    free = [n for n in others if not any(n.span.overlaps(k.span) for k in known)]
    in_order = sorted([*_distinct(known), *free], key=lambda n: n.span)
    return with_bodies(passage, _with_given_names(passage, in_order))


def _of_concept(passage: Passage, term: Term) -> Name | None:
    entry = concept(term.concept)
    if entry is None or not entry.kind or term.form in _NOT_NAMES:
        return None
    text = passage.text[term.span.start - passage.start : term.span.end - passage.start]
    parts = name_parts(text, passage.lang)
    return Name(term.span, text, "".join(parts), parts, entry.kind, term.concept)


def _distinct(names: Sequence[Name]) -> list[Name]:
    """One name for each span, though the table may know it by several concepts."""
    return list({name.span: name for name in reversed(names)}.values())


def _with_given_names(passage: Passage, names: Sequence[Name]) -> tuple[Name, ...]:
    """Make one person of a place and a surname right behind it: *Sofia Lindahl*, *Paris Walker*."""
    found: list[Name] = []
    for name in names:
        first = found[-1] if found else None
        if first is not None and _is_given_name(passage, first, name):
            span = Span(first.span.start, name.span.end)
            parts = (*first.parts, *name.parts)
            found[-1] = Name(span, f"{first.text} {name.text}", "".join(parts), parts, "person")
        else:
            found.append(name)
    return tuple(found)


def _is_given_name(passage: Passage, place: Name, name: Name) -> bool:
    """Whether a place may be somebody's given name: one word, and a lone strange one behind it."""
    if name.kind != "unknown" or name.concept or " " in name.text or name.text.isupper():
        return False
    single = place.kind == "place" and bool(place.concept) and " " not in place.text
    beside = name.span.start - place.span.end == 1
    return single and beside and passage.lang != "de" and not is_ordinary(name.text, passage.lang)
