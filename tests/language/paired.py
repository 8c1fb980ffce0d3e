"""Sentences read and paired, for the tests that compare what two of them say."""

from __future__ import annotations

from transdiff.language.annotate import annotate
from transdiff.language.pairing import Pairing, pair_words
from transdiff.language.reading import Reading, read
from transdiff.model import Document
from transdiff.segment import segment


def reading(text: str, lang: str = "en") -> Reading:
    document = Document.from_sentences([text], lang)
    return read([s.facts for s in annotate(document, segment(document))], lang)


def pairing(mine: str, theirs: str, langs: tuple[str, str] = ("en", "en")) -> Pairing:
    return pair_words(reading(mine, langs[0]), reading(theirs, langs[1]))
