"""Rule ``date-nowhere``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transdiff.comparison import Article
from transdiff.facts import Moment, Span
from transdiff.language.calendar import YEAR_END
from transdiff.language.content import content_stems
from transdiff.model import Segment
from transdiff.rule import Mark, rule
from transdiff.rules.facts.date_clashes import clashes
from transdiff.rules.facts.dated import in_name
from transdiff.rules.facts.known_dates import KnownDates, is_readable, known_dates
from transdiff.rules.facts.moment_agreement import is_floating
from transdiff.rules.facts.reckoned_dates import follows

_GRAINS = frozenset({"day", "month", "quarter", "half", "season", "year", "decade"})
_YEAR = 4
"""Letters of a year in figures."""


@rule(group="facts", category="date", severity="major", scope="article")
def date_nowhere(article: Article) -> Iterator[Mark]:
    """Report a day, month or year that no reference has anywhere.

    The references tell what the sentence tells, but not that it was then; neither the day on which
    they were filed nor a span of time that they tell leads there. What contradicts a date of the
    linked sentence is reported by ``date-value``.

    Flagged:
        reference: The council closed the mill, which the town had bought.
        translation: The council closed the mill, which the town had bought in [[2016]].

        reference: Divers found the bell near the pier. The bell had been lost for a century.
        translation: Divers found the bell near the pier on [[Thursday]].

        reference[ru]: Мост через залив закрыт на ремонт, паром ходит каждый час.
        translation[ru]: Мост через залив закрыт на ремонт с [[апреля]], паром ходит каждый час.

        reference[zh]: 渔民在港口外发现了沉船。
        translation[zh]: 渔民[[周二]]在港口外发现了沉船。

    Flagged with published=2026-03-14:
        reference: The jury will meet in the town hall and choose a boat.
        translation[de]: Die Jury tagt im [[November]] im Rathaus und wählt ein Boot.

    Allowed with published=2026-03-14:
        reference: The jury met twelve days ago and chose the boat.
        translation: The jury met on March 2 and chose the boat.

        reference: The number of barges on the canal doubled in 2025, the council said.
        translation: The council said that twice as many barges used the canal in 2025 as in 2024.

        reference: The mill has stood empty for ten years.
        translation: The mill has stood empty since 2016.

        reference: The keeper, aged 57, was told to leave the lighthouse.
        translation: The keeper, who was born in 1968, was told to leave the lighthouse.

        reference: The court ruled on March 10 that the pier is unsafe.
        translation: On Tuesday the court ruled that the pier is unsafe.

        reference: The dredging of the canal is expected to take about twenty years.
        translation: The dredging of the canal will keep the town busy until 2046.

    Allowed:
    reference: The trumpeter died in 2024 at the age of 55.
    translation: Born in 1969, the trumpeter died in 2024.

    reference: The barn caught fire late on Tuesday and was put out at 4 a.m.
    translation: The barn caught fire late on Tuesday and burned until the early hours of Wednesday.

        reference: The council will close the square to cars on Sundays from May.
        translation: From May the square is closed to cars every Sunday.

        reference: The ferry carried 900 cars this year, the company said.
        translation: The ferry has carried 900 cars since January, the company said.

        reference[es]: Hasta el 30 de septiembre el puerto recibió 900 coches.
        translation[es]: De enero a septiembre el puerto recibió 900 coches.

        reference: The council has kept the pier closed until the end of June.
        translation: The council has kept the pier closed until 30 June.

        reference: The tower is open from Tuesday to Sunday.
        translation: The tower is closed on Monday.

        reference: The ferry runs twice a day at weekends.
        translation: The ferry runs twice a day on Saturday and Sunday.

        reference: The talks of the millers on Friday had almost failed.
        translation: The last night of the millers' talks had almost ended in failure.

        reference[ru]: Субботний рынок отменили из-за шторма.
        translation[ru]: Рынок, намеченный на субботу, отменили из-за шторма.

        reference[ja]: 港の検査は令和6年の秋に行われた。
        translation: The port was inspected in the autumn of 2024.

        reference: The team won the cup in the 2018/19 season.
        translation: The team won the cup in 2019.

        reference: The day before, the ferry had been late.
        translation: On Sunday the ferry had been late.

        reference[ar]: يجتمع المجلس مجددا في السابع من حزيران/يونيو.
        translation: The council is to meet again on June 7.

        reference[ar]: يفتح المتحف أبوابه في الثاني والعشرين من آذار/مارس.
        translation: The museum opens on March 22.
    """
    if not is_readable(article):
        return
    known = article.once(known_dates)
    for index, segment in article.compared():
        dates = (m for m in segment.facts.moments if _is_plain(m, segment))
        new = [
            m
            for m in dates
            if not (known.has(m) or _may_count(m, segment) or _is_repeated(m, article, known))
        ]
        source = _source(article, index) if new else None
        if source is None:
            continue
        told = _contradicted(article, segment)
        for moment in new:
            mine = article.story.segments[max(0, index - 1) : index + 2]
            if moment in told or follows(moment, source.around, mine, article):
                continue
            yield _mark(article, moment, source)


def _mark(article: Article, moment: Moment, source: _Source) -> Mark:
    """Say that the date is nowhere, and quote the one that is there instead, if any."""
    span, dated = source.span(moment)
    evidence = article.reference_evidence(source.key, span)
    message = f'article "{moment.span.of(article.story.document.text)}" is in no reference'
    instead = f' · {source.key} "{evidence.quote}"' if dated else ""
    return Mark(moment.span, message + instead, (evidence,))


def _is_repeated(moment: Moment, article: Article, known: KnownDates) -> bool:
    """Whether a reference has the very words: *tomorrow* in speech is nobody's own day.

    Nor is *every Sunday*, where it has *on Sundays*.
    """
    words = moment.span.of(article.story.document.text).casefold()
    weekly = moment.weekday is not None and f"{words}s" in known.text
    return weekly or (bool(moment.relative) and words in known.text)


@dataclass(frozen=True)
class _Source:
    """What a sentence draws upon: the likeliest sentences of one reference, and all with theirs."""

    key: str
    segments: Sequence[Segment]
    around: Sequence[Segment]

    def span(self, moment: Moment) -> tuple[Span, bool]:
        """Return the date that is there instead of *moment*, else the sentence, and which it is."""
        dates = [m for s in self.segments for m in s.facts.moments if m.grain == moment.grain]
        return (dates[0].span, True) if dates else (self.segments[0].span, False)


def _source(article: Article, index: int) -> _Source | None:
    """Return what supports a sentence; where nothing is linked, what has most of its words."""
    segment = article.story.segments[index]
    pair = article.comparison_at(segment.span)
    if pair is not None and pair.index == index and pair.witnesses:
        best = max(pair.witnesses, key=lambda w: w.similarity)
        return _Source(best.key, best.segments, [s for w in pair.witnesses for s in w.around])
    return _of_same_words(article, segment)


def _of_same_words(article: Article, segment: Segment) -> _Source | None:
    """Return the sentence that has most of the words of one that is linked with nothing.

    A wrong date may be what keeps a short sentence from being linked; if that is all new, so is
    its date.
    """
    lang = article.story.lang
    dates = [m.span for m in segment.facts.moments]
    words = tuple(w for w in segment.facts.words if not any(map(w.span.overlaps, dates)))
    mine = content_stems(words, lang)
    where = article.once(_places_of_stems)
    shared: Counter[tuple[str, int]] = Counter()
    for stem in mine:
        places = where.get(stem, ())
        shared.update(dict.fromkeys(places, 1))
    if not shared:
        return None
    place, _ = min(shared.items(), key=lambda e: (-e[1], e[0]))
    segments = article.references[place[0]].segments
    near = segments[max(0, place[1] - 1) : place[1] + 2]
    return _Source(place[0], segments[place[1] : place[1] + 1], near)


def _places_of_stems(article: Article) -> Mapping[str, list[tuple[str, int]]]:
    """The sentences of the references in the language of the article that have each stem."""
    found: dict[str, list[tuple[str, int]]] = {}
    for key, story in article.references.items():
        if story.lang != article.story.lang:
            continue
        for n, segment in enumerate(story.segments):
            for stem in content_stems(segment.facts.words, story.lang) if segment.compared else ():
                found.setdefault(stem, []).append((key, n))
    return found


def _may_count(moment: Moment, segment: Segment) -> bool:
    """Whether a bare year opens the sentence, where it may as well count: *2000 in hospital*."""
    span = moment.span
    bare = moment.grain == "year" and len(span) == _YEAR and moment.month is None
    return bare and span.start == segment.span.start


def _contradicted(article: Article, segment: Segment) -> Sequence[Moment]:
    """Return the dates that ``date-value`` and ``date-timezone`` report."""
    pair = article.comparison_at(segment.span)
    return [clash.mine.moment for clash in clashes(pair)] if pair else ()


def _is_plain(moment: Moment, segment: Segment) -> bool:
    """Whether a moment is a date of its own, not open and no part of a name: *Black Friday*."""
    if moment.grain not in _GRAINS or is_floating(moment) or moment.relative == YEAR_END:
        return False
    if moment.relative and moment.grain not in ("day", "season"):
        return False
    names = segment.facts.names
    return not in_name(moment, segment) and not any(
        n.span != moment.span and n.span.contains(moment.span) for n in names
    )
