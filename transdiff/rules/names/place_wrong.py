"""Rule ``place-wrong``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Comparison
from transdiff.model import Evidence, Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.names.misspelled import slips
from transdiff.rules.names.replaced import replaced
from transdiff.rules.names.slots import is_place


@rule(group="names", category="place", severity="major")
def place_wrong(pair: Comparison) -> Iterator[Mark]:
    """Report a place or country that no reference has, where they all have another.

    A capital that stands for its government, a country and its adjective are one place. A place
    that texts of one language spell in two ways is minor.

    Flagged:
        reference: The ship left the port of Valdira on Monday.
        translation: The ship left the port of [[Kestrel]] on Monday.

        reference: Talks between Serbia and Hungary begin on Monday.
        translation: Talks between Serbia and [[Poland]] begin on Monday.

        reference[ru]: Переговоры Сербии и Венгрии начнутся в понедельник.
        translation: Talks between Serbia and [[Poland]] begin on Monday.

        reference: The lorries stopped near the border town of Beni Walid on Monday.
        translation: The lorries stopped near the border town of [[Beni Welid]] on Monday.

        reference: Each autumn many pickers come to Lisbon and other cities in Portugal.
        translation: Each autumn many pickers come to [[Denmark]] and other Portuguese cities.

        reference: The prisoners were exchanged at a crossing near Tel Amra.
        translation: The exchange took place at a crossing near [[Tel Amrin]].

    Allowed:
        reference: Moscow said it would answer in kind.
        translation: Russia said it would answer in kind.

        reference: The Polish delegation left on Monday.
        translation: The delegation from Poland left on Monday.

        reference: The ship left the port of Valdira on Monday.
        translation: The ship left port on Monday.

        reference: The rower came from Leeds, England, and loved the sea.
        translation: The rower came from Leeds, UK, and loved the sea.

        reference: The US Department of Defense will close two depots on the island.
        translation: The Pentagon will close two depots on the island.

        reference: The rule was eased in the Brodecký region in late June.
        translation: The rule was eased in the region of Brod in late June.
    """
    found = list(replaced(pair, is_place))
    yield from found
    text = pair.whole.story.document.text
    for mine, theirs, key in slips(pair, "place"):
        if any(mine.span.overlaps(known.span) for known in found):
            continue
        quote = theirs.span.of(pair.whole.references[key].document.text)
        evidence = Evidence(key, theirs.span, quote, Role.CONTRADICTS, theirs.skeleton)
        message = f'article "{mine.span.of(text)}" · {key} "{quote}"'
        yield Mark(mine.span, message, (evidence,), Severity.MINOR)
