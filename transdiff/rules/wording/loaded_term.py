"""Rule ``loaded-term``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.rule import Mark, rule


@rule(group="wording", category="loaded_term", severity="major")
def loaded_term(pair: Comparison) -> Iterator[Mark]:
    """Report a word that takes a side where every aligned reference uses another class of word."""
    yield from ()
