"""TSV and CSV: a column of translations beside a column for each reference.

A first row of column names is known by them: ``article`` (or ``translation``, ``target``, ``text``)
and ``reference`` (or ``source``, ``reference.LABEL``); ``document`` tells which rows belong
together, ``lang`` and ``reference_lang`` are BCP 47 tags. Without one there are two columns, as in
any translation memory: the source, then its translation.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from transdiff.errors import ConfigError, InputError
from transdiff.language.detect import check_tag
from transdiff.model import Document, ParallelText
from transdiff.readers.encoding import decode
from transdiff.readers.parts import Rows, numbered, parallel, tag_of
from transdiff.readers.source import Source

SUFFIXES = (".tsv", ".tab", ".csv")
_ARTICLE = ("article", "translation", "target", "target_text", "hypothesis", "text")
_REFERENCE = regex.compile(
    r"(?:references?|ref|source|src|original)(?:_text)?(?:[.:_\[ ](?P<label>[^\]]+)\]?)?"
)
_DOCUMENT = ("document", "document_id", "doc", "doc_id", "id")
_META = frozenset({"reference_lang", "source_lang"})
_LABEL = "source"
_TAG = regex.compile(r"[a-z]{2}|[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4}){1,2}")
_SEPARATOR = regex.compile(r"sep=(.)\r?\n", regex.IGNORECASE)

Table = list[tuple[int, list[str]]]
"""Rows with the number of the line that each starts at."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is what; ``references`` by label, -1 for what is not there."""

    article: int
    references: Mapping[str, int]
    document: int = -1
    lang: int = -1
    reference_lang: int = -1
    tags: tuple[str, str] = ("", "")
    """Languages of article and reference, where they are the names of the columns."""


def recognises(source: Source) -> bool:
    """Never by its content: any text may have tabs and commas."""
    return False


def read(source: Source) -> tuple[Document, ...]:
    """Read the translations alone; see :func:`read_pairs`."""
    return tuple(pair.article for pair in read_pairs(source))


def read_pairs(source: Source) -> tuple[ParallelText, ...]:
    """Read the rows of every document; a document of one row holds whole texts.

    Raises InputError, with the line, for a row that lacks a column or cannot be told apart.
    """
    decoded = decode(source.data, source.name)
    table = _table(source, decoded.text.removeprefix("\ufeff"))
    columns = _columns(source, table[0][1])
    notes: tuple[str, ...] = (decoded.note,) if decoded.note else ()
    body = table[1:]
    if columns is None:
        columns, body = _Columns(1, {_LABEL: 0}), table
        notes += ("no column names: the source was taken to come first, then its translation",)
    _check(source, body, 1 + max(columns.article, *columns.references.values()))
    grouped: dict[str, list[list[str]]] = {}
    for _, row in body:
        name = row[columns.document] if 0 <= columns.document < len(row) else ""
        grouped.setdefault(name, []).append(row)
    read = [rows for group in grouped.values() if (rows := _rows(source, group, columns, notes))]
    if not read:
        raise source.error("a table without a row that has both sides; give one with two columns")
    return tuple(parallel(source, rows, "table", number=number) for number, rows in numbered(read))


def _table(source: Source, text: str) -> Table:
    """Return the rows that are not empty; in a TSV a quotation mark usually means itself."""
    stated = _SEPARATOR.match(text)
    if stated:  # Excel's own line; the numbers of the lines stay as they are in the file
        return _quoted(source, "\n" + text[stated.end() :], stated[1])
    first = text.partition("\n")[0]
    if "\t" not in first or (source.suffix == ".csv" and "," in first):
        return _quoted(source, text, max(",;", key=first.count))
    raw = [line.rstrip("\r").split("\t") for line in text.split("\n")]
    rows = [(i, row) for i, row in enumerate(raw, 1) if any(cell.strip() for cell in row)]
    if _even(rows) and not any(_is_escaped(cell) for _, row in rows for cell in row):
        return rows
    try:
        quoted = _quoted(source, text, "\t")
    except InputError:
        return rows
    return quoted if _even(quoted) else rows


def _is_escaped(cell: str) -> bool:
    """Whether a spreadsheet wrote *cell*: in quotation marks, with those inside of it doubled."""
    return len(cell) > 1 and cell[0] == cell[-1] == '"' and '""' in cell[1:-1]


def _quoted(source: Source, text: str, delimiter: str) -> Table:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    rows, start = [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((start, row))
            start = reader.line_num + 1
    except csv.Error:
        raise source.error(
            f"line {start}: a quotation mark is never closed, or a cell is too long"
        ) from None
    return rows


def _even(rows: Table) -> bool:
    return bool(rows) and len({len(row) for _, row in rows}) == 1


def _columns(source: Source, names: Sequence[str]) -> _Columns | None:
    """Return what the column names say; None where the first row has none."""
    folded = [name.strip().casefold().replace("-", "_") for name in names]
    if {"text", "reference_text", "reference"} <= set(folded):  # as `transdiff align` writes it
        return _Columns(
            folded.index("text"),
            {_LABEL: folded.index("reference_text")},
            folded.index("reference"),
        )
    references = {
        (match["label"] or _LABEL): i
        for i, name in enumerate(folded)
        if name not in _META and (match := _REFERENCE.fullmatch(name))
    }
    article = next((folded.index(name) for name in _ARTICLE if name in folded), -1)
    if article >= 0 and references:
        return _Columns(
            article,
            references,
            next((folded.index(name) for name in _DOCUMENT if name in folded), -1),
            _first(folded, ("article_lang", "target_lang", "lang")),
            _first(folded, ("reference_lang", "source_lang")),
        )
    if len(names) == 2 and article < 0 and not references:
        return _by_languages(names)
    raise source.error(
        'line 1: columns cannot be told apart; name them "article" and "reference" or "source"'
    )


def _by_languages(names: Sequence[str]) -> _Columns | None:
    """Two columns called ``de-DE`` and ``en-GB``, as translation tools export them."""
    ours, theirs = (tag_of(name) if _TAG.fullmatch(name.strip()) else None for name in names)
    if not ours or not theirs or ours == theirs:
        return None
    return _Columns(1, {_LABEL: 0}, tags=(theirs, ours))


def _first(names: Sequence[str], wanted: Sequence[str]) -> int:
    return next((names.index(name) for name in wanted if name in names), -1)


def _check(source: Source, rows: Table, width: int) -> None:
    for line, row in rows:
        if len(row) < width:
            raise source.error(f"line {line}: {len(row)} columns where {width} are needed")


def _rows(
    source: Source, group: Sequence[Sequence[str]], columns: _Columns, notes: tuple[str, ...]
) -> Rows | None:
    indices = (columns.article, *columns.references.values())
    kept = [row for row in group if all(row[i].strip() for i in indices)]
    if not kept:
        return None
    left = len(group) - len(kept)
    whole = columns.document >= 0 and len(kept) == 1

    def column(index: int) -> list[str]:
        return [row[index].strip() if whole else " ".join(row[index].split()) for row in kept]

    def tag(index: int, name: str) -> str:
        given = kept[0][index].strip() if 0 <= index < len(kept[0]) else ""
        return _tag(source, given.replace("_", "-"), name) if given else ""

    return Rows(
        column(columns.article),
        {label: column(index) for label, index in columns.references.items()},
        lang=tag(columns.lang, "lang") or columns.tags[0],
        reference_lang=tag(columns.reference_lang, "reference_lang") or columns.tags[1],
        notes=(*notes, *((f"rows without both sides, left out: {left}",) if left else ())),
        whole=whole,
    )


def _tag(source: Source, given: str, name: str) -> str:
    """Return *given* as a tag. Raises InputError that does not quote what stands there."""
    try:
        return check_tag(given)
    except ConfigError as error:
        said = str(error).removeprefix(f'"{given}" ')
        raise source.error(f"column {name}: the value {said}") from None
