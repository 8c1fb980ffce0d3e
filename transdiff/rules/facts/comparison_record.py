"""Rule ``comparison-record``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Comparison
from transdiff.facts import Span
from transdiff.language.extremes import extremes
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.language.words import Range
from transdiff.model import BlockKind, Story
from transdiff.rule import Mark, rule
from transdiff.rules.facts.changes import shown

_NEAR = 6
"""Words between an extreme and what makes a record of it: *the highest price for wheat ever*."""
_RECORDS = "comparison.records"


@rule(group="facts", category="comparison", severity="major")
def comparison_record(pair: Comparison) -> Iterator[Mark]:
    """Report a record of all time where the references know only a lesser one, or none.

    *The highest in two years* is not *the highest ever*, and a crowd smaller than last year's is no
    record. No reference may speak of a record, of history or of something that never was before, in
    whatever sentence, and each linked one has to hold what it tells against an earlier time.

    Flagged:
    reference: Rye for May delivery rose by 3% to its highest in 14 weeks.
    translation: Rye for May delivery rose by 3% to its [[highest price ever]].

    reference: The flood was the worst on the Orla since 1954.
    translation: The flood was the [[worst in the history of]] the Orla.

    reference[de]: Zum Umzug kamen 4000 Menschen, 500 weniger als im Vorjahr.
    translation[de]: Zum Umzug kamen 4000 Menschen, [[so viele wie nie]].

    reference[es]: La asistencia bajó al 58 %, cuatro puntos menos que en 2021.
    translation: Attendance fell to 58%, the [[lowest on record]].

    reference[zh]: 小麦价格升至两年来最高水平。
    translation[ru]: Цена пшеницы стала [[самой высокой за всю историю]].

    Allowed:
    reference: The flood was the worst on the Orla since records began in 1881.
    translation: The flood was the worst on the Orla ever recorded.

    reference: Never before had so many people come; 500 more than last year were counted.
    translation: The crowd was the largest ever, 500 more than last year.

    reference: Rye for May delivery rose by 3% to its highest in 14 weeks.
    translation: Rye for May delivery rose by 3%, though not to its highest price ever.

    reference: The flood was the worst on the Orla since 1954.
    translation: No flood on the Orla has been worse since 1954.
    """
    mine = pair.reading
    claim = next(_claims(mine), None)
    if claim is None or pair.whole.once(_know_records):
        return
    limits = [(w, _limit(pair.pairings[w.key].theirs)) for w in pair.witnesses]
    witness, limit = limits[0] if limits else (None, None)
    if witness is None or limit is None or not all(found for _, found in limits):
        return
    yield shown(pair, mine.span(*claim), witness, limit)


def _claims(reading: Reading) -> Iterator[Range]:
    """Yield the words that claim a record of all time, and are not denied."""
    denied = {reading.clauses[c.first] for c in reading.of_kind("negation", "not")}
    for _, first, end in listed_phrases(reading.lang, _RECORDS, "plain").all(reading.words):
        yield first, end  # what denies is a part of many: *as never before*
    made = list(listed_phrases(reading.lang, _RECORDS, "ever").all(reading.words))
    for start, stop in extremes(reading).values() if made else ():
        for _, first, end in made:
            near = max(first - stop, start - end) <= _NEAR
            one = reading.clauses[start] == reading.clauses[first]
            if near and one and reading.clauses[start] not in denied:
                yield min(start, first), max(stop, end)


def _know_records(article: Article) -> bool:
    """Whether any reference speaks of a record, be it in other words."""
    return any(_knows(story) for story in article.references.values())


def _knows(story: Story) -> bool:
    """Whether a story speaks of a record; one in a language without such words may well do so."""
    if not load_pack(story.lang).words(_RECORDS, "known"):
        return True
    books = [listed_phrases(story.lang, _RECORDS, name) for name in ("known", "plain")]
    told = (s for s in story.segments if s.block.kind in (BlockKind.HEADLINE, BlockKind.BODY))
    return any(True for s in told for book in books for _ in book.all(s.facts.words))


def _limit(reading: Reading) -> Span | None:
    """Return where a witness holds what it tells against others, or an earlier time."""
    for first, end in extremes(reading).values():
        return reading.span(first, end)
    for name in ("times", "led-by"):
        for _, first, end in listed_phrases(reading.lang, "comparison.earlier", name).all(
            reading.words
        ):
            return reading.span(first, end)
    return next((c.marker.span for c in reading.of_kind("comparison")), None)
