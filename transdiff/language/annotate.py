"""Annotate segments with their facts: one call for each kind of fact, in order of dependence."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from transdiff.facts import Attribution, Facts, Marker, Name, Quantity
from transdiff.language.attribution import find_attribution
from transdiff.language.compass import find_compass
from transdiff.language.dates import find_dates
from transdiff.language.directions import find_directions
from transdiff.language.markers import find_markers
from transdiff.language.names import find_names
from transdiff.language.offices import office_parts
from transdiff.language.pack import load_pack
from transdiff.language.passage import Passage
from transdiff.language.quantities import find_quantities
from transdiff.language.quotes import find_quotations
from transdiff.language.reporting import ACCORDING
from transdiff.language.rows import Row
from transdiff.language.speakers import bind_speakers
from transdiff.language.terms import find_terms
from transdiff.language.titles import find_titles
from transdiff.language.words import tokenize
from transdiff.model import Document, Segment


def annotate(
    document: Document, segments: Sequence[Segment], near: datetime.date | None = None
) -> tuple[Segment, ...]:
    """Return *segments* with their facts, read with the pack of the document's language.

    *near* is when the stories it is compared with were written: it gives a dateline its year, and
    a document without any date of its own is taken to be of that day.
    """
    pack = load_pack(document.lang)
    filed = document.dateline.date(near) if document.dateline else None
    written = document.written or filed or near
    quotations = find_quotations(document, segments, pack)
    found = []
    for segment, quoted in zip(segments, quotations, strict=True):
        start = segment.span.start
        words = Row(tokenize(segment.text, start, pack.lang))
        passage = Passage(segment.text, start, pack, words, written)
        moments = find_dates(passage)
        terms = find_terms(passage)
        parts = tuple(office_parts(passage))
        names = find_names(passage, terms, parts)
        told = find_attribution(passage)
        facts = Facts(
            words=words,
            quantities=_counting(find_quantities(passage, moments), told),
            moments=moments,
            names=names,
            titles=find_titles(passage, names, parts),
            quotations=quoted,
            attributions=told,
            markers=_outside_names(
                (*find_markers(passage), *find_directions(passage), *find_compass(passage, names)),
                names,
            ),
            terms=terms,
        )
        found.append(replace(segment, facts=facts))
    return bind_speakers(found, pack.lang)


def _counting(quantities: Sequence[Quantity], told: Sequence[Attribution]) -> tuple[Quantity, ...]:
    """Leave out what only looks like a figure: Portuguese *segundo* is also *according to*."""
    sources = [a.span for a in told if a.verb == ACCORDING]
    return tuple(q for q in quantities if not any(span.contains(q.span) for span in sources))


def _outside_names(markers: Sequence[Marker], names: Sequence[Name]) -> tuple[Marker, ...]:
    """Leave out what a person's name only looks like: *Mendes* mends nothing.

    A denial that opens a quotation, *Nobody wants that*, may look like a name and is none.
    """
    people = [n.span for n in names if n.sure and not n.concept and n.kind in ("person", "unknown")]
    if not people:
        return tuple(markers)
    return tuple(
        m
        for m in markers
        if m.kind == "negation" or not any(name.contains(m.span) for name in people)
    )
