"""TMX 1.4, a translation memory: its units as aligned sentences of an article and its source."""

from __future__ import annotations

from dataclasses import dataclass

from transdiff.model import Document, ParallelText
from transdiff.readers.markup import (
    XML_LANG,
    Element,
    child,
    children,
    local,
    parse_xml,
    text_of,
)
from transdiff.readers.parts import Rows, parallel
from transdiff.readers.source import Source

SUFFIXES = (".tmx",)
_CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "sub"})
_LABEL = "source"


@dataclass(frozen=True, slots=True)
class _Variant:
    lang: str
    text: str

    @property
    def primary(self) -> str:
        return self.lang.replace("_", "-").partition("-")[0].lower()


def recognises(source: Source) -> bool:
    """Whether the root element is ``tmx``."""
    return source.root == "tmx"


def read(source: Source) -> tuple[Document, ...]:
    """Read the translations alone; see :func:`read_pairs`."""
    return tuple(pair.article for pair in read_pairs(source))


def read_pairs(source: Source) -> tuple[ParallelText, ...]:
    """Read the memory as one text in two languages.

    The source is in ``srclang``, else it is what comes first in a unit. Raises InputError where
    the XML is broken, nothing is translated, or there are several languages to choose from.
    """
    root = parse_xml(source)
    default = _srclang(child(root, "header"))
    wanted = (source.lang or "").partition("-")[0].lower()
    units = children(child(root, "body"), "tu")
    split = [_split(unit, _srclang(unit) or default, wanted) for unit in units]
    pairs = [(first, others[0]) for first, others in split if first and others]
    if not pairs:
        raise source.error("a memory without translations; give one with two languages")
    languages = sorted({variant.primary for _, others in split for variant in others})
    if len(languages) > 1:
        raise source.error(f"translations into {', '.join(languages)}; choose one with --lang")
    left = len(units) - len(pairs)
    rows = Rows(
        [theirs.text for _, theirs in pairs],
        {_LABEL: [ours.text for ours, _ in pairs]},
        lang=pairs[0][1].lang,
        reference_lang=pairs[0][0].lang,
        notes=(f"units without a translation, left out: {left}",) if left else (),
    )
    return (parallel(source, rows, "tmx"),)


def _srclang(element: Element | None) -> str:
    stated = element.get("srclang", "") if element is not None else ""
    return "" if stated.lower() == "*all*" else stated


def _split(unit: Element, srclang: str, wanted: str) -> tuple[_Variant | None, list[_Variant]]:
    """Return the source of *unit* and its translations, those into *wanted* where that is given."""
    variants = [v for v in map(_variant, children(unit, "tuv")) if v.text]
    primary = srclang.replace("_", "-").partition("-")[0].lower()
    first = next((v for v in variants if v.primary == primary), next(iter(variants), None))
    others = [v for v in variants if v is not first]
    return first, [v for v in others if not wanted or v.primary == wanted]


def _variant(element: Element) -> _Variant:
    segment = child(element, "seg")
    text = "" if segment is None else text_of(segment, lambda e: local(e) in _CODES)
    return _Variant(element.get(XML_LANG, "") or element.get("lang", ""), text)
