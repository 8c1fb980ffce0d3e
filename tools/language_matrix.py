"""Renew the table of ``docs/languages.md``: what packs and concept table hold, counted.

Run after editing a pack: ``python tools/language_matrix.py`` (``make docs`` does).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from transdiff.language.concepts import concepts
from transdiff.language.pack import languages, load_pack

TARGET = Path(__file__).parents[1] / "docs" / "languages.md"
_START, _END = "<!-- table -->\n", "\n<!-- end of table -->"
READS = {
    "attribution": "reporting verbs by stance, sources, agencies",
    "calques": "phrases that betray a machine",
    "compass": "north, south, east, west",
    "comparison": "rise and fall, more and less, baselines",
    "conditions": "*if*, *unless*, *only if*",
    "coverage": "words that make an omission or an addition grave",
    "dates": "months, weekdays, relative dates, clock times",
    "events": "events by class (*confirm*, *deny*), which pair words across languages",
    "function_words": "words without content",
    "hedges": "*may*, *likely*, *reportedly*, *allegedly*",
    "honorifics": "forms of address",
    "names": "words that join names and tell an organisation from a place",
    "negation": "negators and words that deny",
    "numbers": "number words, scales, bounds, ranges, fractions",
    "quotes": "quotation marks and what introduces speech",
    "roles": "the passive and its agent: who did what to whom",
    "segmentation": "abbreviations that end no sentence",
    "sentencing": "what suspends a prison term, and what says that it is served",
    "status": "ladders: planned to done, suspected to sentenced",
    "tense": "how the past and the future are told",
    "titles": "ranks, offices and their fields",
    "units": "units and currencies",
    "voice": "what marks who does it and to whom, and verbs of both sides",
    "untranslated": "acronyms that have a form of their own here, letters, borrowed words",
}
"""The sections that matter in every language; a few more serve English alone."""


def entries(value: Any) -> int:
    """Count the words and phrases in a section."""
    if isinstance(value, dict):
        return sum(map(entries, value.values()))
    return len(value) if isinstance(value, list) else 1


def table() -> Iterator[str]:
    """Yield the lines of the matrix: a row for each section, a column for each language."""
    langs = sorted(languages(), key=lambda lang: (lang != "en", lang))
    yield "| section | " + " | ".join(langs) + " | what it is for |"
    yield "|---|" + "--:|" * len(langs) + "---|"
    for section, use in READS.items():
        counts = (entries(dict(load_pack(lang).section(section))) for lang in langs)
        yield f"| `{section}` | " + " | ".join(str(n or "—") for n in counts) + f" | {use} |"
    found = concepts().values()
    forms = (sum(any(True for _ in c.phrases(lang)) for c in found) for lang in langs)
    yield f"| concepts (of {len(found)}) | " + " | ".join(map(str, forms)) + " | shared meanings |"


def page(current: str) -> str:
    """Return the page *current* with its table renewed."""
    before, rest = current.split(_START)
    return before + _START + "\n".join(table()) + _END + rest.split(_END)[1]


def main() -> None:
    """Renew the page."""
    TARGET.write_text(page(TARGET.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
