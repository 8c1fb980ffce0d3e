"""An alignment alone, in the forms that other tools read: JSON, TSV, the ladder, TMX."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import msgspec

from transdiff.model import Alignment, Link, Source
from transdiff.reporters.json import encoded
from transdiff.reporters.tmx import memory

Sources = Sequence[Source]
"""The article first, then the references by key."""


def as_json(sources: Sources, alignment: Alignment) -> str:
    """Return links, unsupported, omitted and unsure segments by index."""
    return encoded(msgspec.json.decode(msgspec.json.encode(alignment, order="sorted")))


def as_tsv(sources: Sources, alignment: Alignment) -> str:
    """Return a row for each link with the texts side by side; a side with nothing is empty.

    ``note`` says that a link is ``moved`` or ``pinned``, or that a pair is ``unsure``: not linked.
    """
    columns = (
        "reference",
        "translation",
        "reference_segments",
        "similarity",
        "text",
        "reference_text",
        "note",
    )
    rows = ["\t".join(columns)]
    notes = {(k.reference, k.translation, k.reference_segments): _note(k) for k in alignment.links}
    found = [*_rows(sources, alignment)]
    for pair in alignment.unsure:
        row = (pair.reference, pair.translation, pair.reference_segments)
        notes[row] = "unsure"
        found.append((*row, pair.similarity))
    for key, mine, theirs, similarity in found:
        score = "" if similarity is None else f"{similarity:.4f}"
        texts = (_text(sources[0], mine), _text(_of(sources, key), theirs))
        note = notes.get((key, mine, theirs), "")
        rows.append("\t".join((key, _list(mine), _list(theirs), score, *texts, note)))
    return "".join(f"{row}\n" for row in rows)


def as_ladder(sources: Sources, alignment: Alignment) -> str:
    """Return the ``[0]:[0,1]`` lines of hunalign and vecalign tools, reference by reference.

    The article's indices come first; of several references, a comment names each.
    """
    lines = []
    keys = [source.key or "" for source in sources[1:]]
    for key in keys:
        if len(keys) > 1:
            lines.append(f"# {key}")
        for of, mine, theirs, _ in _rows(sources, alignment):
            if of == key:
                lines.append(f"[{_list(mine)}]:[{_list(theirs)}]")
    return "".join(f"{line}\n" for line in lines)


def as_tmx(sources: Sources, alignment: Alignment) -> str:
    """Return a translation memory; see :mod:`transdiff.reporters.tmx`."""
    return memory([(sources, alignment)])


FORMATS: Mapping[str, Callable[[Sources, Alignment], str]] = {
    "json": as_json,
    "tsv": as_tsv,
    "ladder": as_ladder,
    "tmx": as_tmx,
}

Row = tuple[str, tuple[int, ...], tuple[int, ...], float | None]


def _rows(sources: Sources, alignment: Alignment) -> Iterator[Row]:
    """Links by reference and place, with what is left over of either side between them."""
    for source in sources[1:]:
        key = source.key or ""
        links = [link for link in alignment.links if link.reference == key]
        linked = {i for link in links for i in link.translation}
        compared = {i for link in alignment.links for i in link.translation}
        alone = (compared | set(alignment.unsupported)) - linked
        rows: list[Row] = [
            (key, link.translation, link.reference_segments, link.similarity) for link in links
        ]
        rows += [(key, (i,), (), None) for i in alone]
        rows.sort(key=lambda row: row[1])
        yield from rows
        yield from ((key, (), (j,), None) for j in alignment.omitted.get(key, ()))


def _note(link: Link) -> str:
    return " ".join(name for name in ("moved", "pinned") if getattr(link, name))


def _of(sources: Sources, key: str) -> Source:
    return next(source for source in sources if source.key == key)


def _list(indices: Sequence[int]) -> str:
    return ",".join(map(str, indices))


def _text(source: Source, indices: Sequence[int]) -> str:
    parts = (source.segments[i].of(source.document.text) for i in indices)
    return " ".join(" ".join(part.split()) for part in parts)
