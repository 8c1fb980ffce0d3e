"""Sentence pairs of a translation memory, for learning a lexicon: TMX, or two columns of text."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, cast

from lxml import etree

from transdiff.errors import InputError, os_reason
from transdiff.language.detect import detect
from transdiff.model import primary

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SAMPLE = 200


def read_memory(path: Path, langs: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (source, target) texts of the memory at *path*, optionally gzipped.

    *langs* are the primary subtags of the columns, source first; a TMX is searched for them.
    Raises InputError for an unreadable file, another format or a line without two columns.
    """
    try:
        with _opened(path) as stream:
            tmx = ".tmx" in path.suffixes
            yield from _tmx(path, stream, langs) if tmx else _columns(path, stream)
    except OSError as error:
        raise InputError(f"{path}: {os_reason(error)}") from None


def _opened(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path) if path.suffix == ".gz" else path.open("rb"))


def languages_of(path: Path) -> tuple[str, str]:
    """Return the languages of the memory at *path*: those a TMX names, or as its columns read.

    Raises InputError as :func:`read_memory`, and for a memory without two languages.
    """
    if ".tmx" in path.suffixes:
        found = list(_first_languages(path))
    else:
        sample = list(islice(read_memory(path, ("", "")), _SAMPLE))
        found = [detect(" ".join(column)) for column in zip(*sample, strict=True)]
    tags = [primary(tag) for tag in found]
    if len(tags) < 2 or tags[0] == tags[1] or "und" in tags:
        raise InputError(f"{path}: the two languages cannot be told; name them with --langs")
    return tags[0], tags[1]


def _first_languages(path: Path) -> Iterator[str]:
    try:
        with _opened(path) as stream:
            for _, variant in etree.iterparse(
                stream, tag="tuv", resolve_entities=False, no_network=True
            ):
                yield variant.get(_LANG) or variant.get("lang") or "und"
                if variant.getnext() is None and variant.getprevious() is not None:
                    return
    except OSError as error:
        raise InputError(f"{path}: {os_reason(error)}") from None
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path}: not a translation memory: {error}") from None


def _columns(path: Path, stream: IO[bytes]) -> Iterator[tuple[str, str]]:
    try:
        lines = (line.decode("utf-8-sig") for line in stream)
        for number, row in enumerate(csv.reader(lines, "excel-tab", quoting=csv.QUOTE_NONE), 1):
            if len(row) < 2:
                raise InputError(f"{path}:{number}: expected source and target, tab-separated")
            yield row[0], row[1]
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} is not tab-separated UTF-8 text: {error}") from None


def _tmx(path: Path, stream: IO[bytes], langs: tuple[str, str]) -> Iterator[tuple[str, str]]:
    try:
        for _, unit in etree.iterparse(
            stream, tag="tu", resolve_entities=False, no_network=True, huge_tree=False
        ):
            found: dict[str, str] = {}
            for variant in unit.iterchildren("tuv"):
                lang = variant.get(_LANG) or variant.get("lang") or ""
                segment = variant.find("seg")
                if segment is not None:
                    text = "".join(segment.itertext())
                    found.setdefault(primary(lang), str(text))
            unit.clear()
            if all(lang in found for lang in langs):
                yield found[langs[0]], found[langs[1]]
    except etree.XMLSyntaxError as error:
        raise InputError(f"{path} is not a TMX file: {error}") from None
