"""TMX 1.4: every link of the alignment as a translation unit, for translation memories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from transdiff.display import for_xml
from transdiff.model import Alignment, Report, Source


def render(report: Report) -> str:
    """Return the alignment of *report* as a translation memory."""
    return render_many([report])


def render_many(reports: Iterable[Report]) -> str:
    """Return one translation memory with the alignments of all *reports*."""
    return memory([(report.documents, report.alignment) for report in reports])


def memory(aligned: Sequence[tuple[Sequence[Source], Alignment]]) -> str:
    """Return a translation memory of *aligned* texts: the sources (article first), the links.

    A unit holds the reference's text as the original and the article's as the translation.
    """
    lang = aligned[0][0][0].document.lang if aligned else "und"
    units = "".join(unit for sources, alignment in aligned for unit in _units(sources, alignment))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
        '  <header creationtool="transdiff" creationtoolversion="1" segtype="sentence"'
        f' o-tmf="transdiff" adminlang="en" srclang="*all*" datatype="plaintext">\n'
        f'    <prop type="x-article-language">{_text(lang)}</prop>\n  </header>\n'
        f"  <body>\n{units}  </body>\n</tmx>\n"
    )


def _units(sources: Sequence[Source], alignment: Alignment) -> Iterator[str]:
    by_key = {source.key: source for source in sources}
    for link in alignment.links:
        theirs = by_key[link.reference]
        yield (
            "    <tu>\n"
            f'      <prop type="x-article">{_text(sources[0].document.id)}</prop>\n'
            f'      <prop type="x-reference">{_text(link.reference)}</prop>\n'
            f'      <prop type="x-similarity">{link.similarity:.4f}</prop>\n'
            f"{_variant(theirs, link.reference_segments)}"
            f"{_variant(sources[0], link.translation)}    </tu>\n"
        )


def _variant(source: Source, indices: Sequence[int]) -> str:
    text = source.document.text
    said = " ".join(" ".join(source.segments[i].of(text).split()) for i in indices)
    lang = quoteattr(source.document.lang)
    return f"      <tuv xml:lang={lang}><seg>{_text(said)}</seg></tuv>\n"


def _text(text: str) -> str:
    return escape(for_xml(text))
