"""XLIFF 1.2 and 2: every file in it is an article with its source, aligned unit by unit."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.model import Document, ParallelText
from transdiff.readers.markup import Element, child, local, parse_xml, text_of
from transdiff.readers.parts import Rows, numbered, parallel
from transdiff.readers.source import Source

SUFFIXES = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")
_CODES = frozenset({"bpt", "ept", "ph", "it", "sub", "x", "bx", "ex"})
_PLACEHOLDERS = regex.compile(
    r"\{\d{1,3}\}|\{(?:\d{1,3}|[biu^_]{1,4})>|<(?:\d{1,3}|[biu^_]{1,4})\}"
)
"""Codes as Phrase writes them into the text: ``{1}``, ``{b>bold<b}``."""
_NOT_BEGUN = ("new", "needs-translation", "initial")
_LABEL = "source"


def recognises(source: Source) -> bool:
    """Whether the root element is ``xliff``."""
    return source.root == "xliff"


def read(source: Source) -> tuple[Document, ...]:
    """Read the translations alone; see :func:`read_pairs`."""
    return tuple(pair.article for pair in read_pairs(source))


def read_pairs(source: Source) -> tuple[ParallelText, ...]:
    """Read every file of the document; units that are not translated yet are left out, and said.

    Raises InputError where the XML is broken or nothing is translated.
    """
    root = parse_xml(source)
    second = root.get("version", "").startswith("2")
    read = [rows for f in root.iter("{*}file") if (rows := _rows(f, root, second)) is not None]
    if not read:
        raise source.error("an XLIFF file without translations; give a translated one")
    return tuple(parallel(source, rows, "xliff", number=number) for number, rows in numbered(read))


def _rows(file: Element, root: Element, second: bool) -> Rows | None:
    units = list(_segments(file) if second else _trans_units(file))
    pairs = [(ours, theirs) for ours, theirs in units if ours and theirs]
    if not pairs:
        return None
    left = len(units) - len(pairs)
    return Rows(
        [theirs for _, theirs in pairs],
        {_LABEL: [ours for ours, _ in pairs]},
        lang=root.get("trgLang", "") if second else file.get("target-language", ""),
        reference_lang=root.get("srcLang", "") if second else file.get("source-language", ""),
        notes=(f"units without a translation, left out: {left}",) if left else (),
    )


def _segments(file: Element) -> Iterator[tuple[str, str]]:
    """Yield source and target of every segment of version 2."""
    for segment in file.iter("{*}segment"):
        if _is_locked(segment.getparent()):
            continue
        ours, theirs = _said(child(segment, "source")), _said(child(segment, "target"))
        yield ours, "" if _is_copied(ours, theirs, segment.get("state", "")) else theirs


def _trans_units(file: Element) -> Iterator[tuple[str, str]]:
    """Yield source and target of every unit of version 1.2, by segment where it has segments."""
    for unit in file.iter("{*}trans-unit"):
        if _is_locked(unit):
            continue
        whole, target = child(unit, "source"), child(unit, "target")
        cut, done = _marked(child(unit, "seg-source")), _marked(target)
        if cut and cut.keys() == done.keys():
            yield from ((text, done[mid]) for mid, text in cut.items())
        else:
            ours, theirs = _said(whole), _said(target)
            state = target.get("state", "") if target is not None else ""
            yield ours, "" if _is_copied(ours, theirs, state) else theirs


def _is_locked(unit: Element | None) -> bool:
    """Whether *unit* is marked as not to be translated: a number of the file, a name of a style."""
    return unit is not None and unit.get("translate") == "no"


def _is_copied(source: str, target: str, state: str) -> bool:
    """Whether a tool has put the source where nobody has translated it yet."""
    return state in _NOT_BEGUN and source == target


def _marked(element: Element | None) -> dict[str, str]:
    """Return the segments marked in *element* by their number."""
    if element is None:
        return {}
    marks = (e for e in element.iter("{*}mrk") if e.get("mtype") == "seg")
    return {mark.get("mid", ""): _said(mark) for mark in marks}


def _said(element: Element | None) -> str:
    return "" if element is None else _PLACEHOLDERS.sub("", text_of(element, _left_out))


def _left_out(element: Element) -> bool:
    """Whether *element* is a code, or words that a reviewer has deleted and Trados keeps."""
    return local(element) in _CODES or element.get("mtype") == "x-sdl-deleted"
