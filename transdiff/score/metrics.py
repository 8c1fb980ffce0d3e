"""BLEU, chrF and TER by sacrebleu over the aligned text, each with its signature."""

from __future__ import annotations

from transdiff.comparison import Article
from transdiff.model import Score


def metrics(article: Article) -> tuple[Score, ...]:
    """Return the sacrebleu scores of *article* against all its references."""
    return ()
