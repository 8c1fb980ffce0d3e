"""Rule ``addition-clause``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transdiff.comparison import Article, Comparison
from transdiff.facts import Span, WordKind
from transdiff.language.listed import listed_phrases, listed_table
from transdiff.language.pack import load_pack
from transdiff.language.patterns import listed_spans
from transdiff.language.reading import Reading
from transdiff.language.synonyms import has_synonym
from transdiff.model import BlockKind, Role, Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.coverage.inserted import is_full
from transdiff.rules.coverage.left import nothing_left
from transdiff.rules.coverage.unheard import inserted_parts, unheard_parts

_LEAST = 2
"""Words of a clause that stand nowhere in the references."""
_MARKS = frozenset(",;:.()—–،，。；：")
"""Marks between which a part of a sentence stands."""
_SHARE = 0.66
"""Part of a clause's content words that must be such words."""
_INCRIMINATING = frozenset({"punished", "prosecuted"})
"""Kinds of harm in the pack's ``[coverage.harm]`` that say that somebody did wrong."""
_STATES = frozenset({"estranged", "armed", "cut-off"})
"""Kinds of harm that tell how things stand, in words that mean much else: *soured*, *guns*."""
_ACCUSES = frozenset({"charge", "convict", "investigate", "arrest", "sentence"})


@rule(group="coverage", category="addition", severity="major", residual=True)
def addition_clause(pair: Comparison) -> Iterator[Mark]:
    """Report a reason, a blame or another part that the article adds to a supported sentence.

    *Because the driver had been drinking*, *who is under investigation for fraud*: a clause is
    reported when two thirds of its words, and two at least, stand nowhere in the references in any
    form or as a synonym, and it gives a cause or accuses somebody. The second is critical. So is
    any part of a sentence that tells of a kind of harm of which no reference tells anywhere.

    Whatever it tells, a part behind a mark or a conjunction is reported if no reference has any of
    its three words, or two where a word like *despite* opens it; figures, dates, names, quotations
    and how a sentence begins are left to other rules. It is minor, unless it accuses, where one
    word of several is known, where half of the reference may be what it says in other words, or
    where texts are compared by characters or through a glossary.

    It is major where the article says all that the references say: nobody can have put in other
    words what is not left. So is then a phrase without a verb that a preposition, a conjunction or
    a mark opens, if its words are new, two at least or one behind a word like *because of*.

    Flagged:
        reference: The barge ran onto a sandbank near Olm on Monday.
        translation: The barge ran onto a sandbank near Olm on Monday [[because of a jammed rudder]].

        reference: The bishop visited the shelter in Olm on Monday.
        translation: The bishop, [[amid jeers]], visited the shelter in Olm on Monday.

        reference: The bakers talked about flour and salt on Monday.
        translation: The bakers talked about flour, salt [[and cheap labour]] on Monday.

        reference[es]: El obispo visitó el lunes el asilo de Olm.
        translation[es]: El obispo visitó el lunes el asilo de Olm [[con dos guardaespaldas armados]].

        reference: The coach left the road near Olm on Monday. Nobody was hurt.
        translation: The coach left the road near Olm on Monday [[because the brakes had rusted]].

        reference: The treasurer resigned on Tuesday, citing poor health.
        translation: The treasurer, [[who is being investigated for bribery]], resigned on Tuesday.

        reference: The quarry will close in May, its owner said on Tuesday.
        translation: The owner, [[who was fined for forged papers]], will close the quarry in May.

        reference: The council refused to put off the vote in the port.
        translation: The council will not put off the vote in the port, [[where men beat a cook]].

        reference: The quarry will close in May, its owner said on Tuesday.
        translation: The quarry will close in May, its owner said, [[and miners started a hunger strike]].

        reference: The theatre in Olm opens in May, the city said on Tuesday.
        translation: The theatre in Olm opens in May, the city said, [[despite warnings from surveyors]].

        reference[de]: Das Theater in Olm öffnet im Mai, teilte die Stadt am Dienstag mit.
        translation[de]: Das Theater in Olm öffnet im Mai, teilte die Stadt mit, [[obwohl Gutachter seit langem abraten]].

        reference[ru]: Театр в Ольме откроется в мае, сообщили во вторник в мэрии.
        translation[ru]: Театр в Ольме откроется в мае, [[чтобы скрыть убытки от вкладчиков]], сообщили в мэрии.

        reference[es]: El teatro de Olm abrirá en mayo, anunció el martes la ciudad.
        translation[en]: The Olm theatre will open in May, the city announced on Tuesday, [[because the army killed two teachers]].

    Allowed:
        reference: The barge ran onto a sandbank near Olm as its helm had got stuck.
        translation: The barge ran onto a sandbank near Olm because of a jammed rudder.

        reference: The theatre in Olm opens in May, the city said, although it lacks money.
        translation: The theatre in Olm opens in May, the city said, despite a lack of funds.

        reference: The coach left the road near Olm on Monday as its brakes failed.
        translation: The coach left the road near Olm on Monday because the brakes did not work.

        reference: The treasurer resigned on Tuesday, citing poor health.
        translation: The treasurer, who is in poor health, resigned on Tuesday.
    """  # noqa: E501
    if not pair.witnesses or pair.segment.block.kind is BlockKind.HEADLINE:
        return
    flagged: list[Span] = []
    if all(w.lang == pair.lang for w in pair.witnesses):
        for mark in _in_words(pair):
            flagged.append(mark.span)
            yield mark
    for span in inserted_parts(pair):
        if not any(span.overlaps(s) for s in flagged):
            flagged.append(span)
            mark = _certain(pair, span, _mark(pair, span, _accuses(pair, span)))
            yield mark if mark.sure else replace(mark, severity=Severity.MINOR)
    for span, sure in unheard_parts(pair):
        if not any(span.overlaps(s) for s in flagged):
            accuses = _accuses(pair, span)
            mark = _mark(pair, span, accuses and sure)
            yield mark if sure or accuses else replace(mark, severity=Severity.MINOR)


def _in_words(pair: Comparison) -> Iterator[Mark]:
    """Yield the reasons, the blame and the harm that most words of a clause tell of."""
    mine = pair.reading
    causes = load_pack(pair.lang).words("coverage", "causes")
    relative = load_pack(pair.lang).words("attribution", "relative")
    flagged: list[Span] = []
    for first, end in _clauses(mine):
        opens = mine.words[first].fold
        if opens not in causes and opens not in relative:
            continue
        span = mine.span(first, end)
        accuses = _accuses(pair, span)
        if opens not in causes and not accuses:
            continue
        if _tells(mine, first, end) and _is_new(pair, mine, range(first, end)):
            flagged.append(span)
            yield _certain(pair, span, _mark(pair, span, accuses))
    for first, end in _harmful(pair):
        span = mine.span(first, end)
        told = any(span.overlaps(s) for s in flagged)
        if not told and _is_new(pair, mine, range(first, end)):
            flagged.append(span)
            yield _certain(pair, span, _mark(pair, span, _accuses(pair, span)))


def _certain(pair: Comparison, span: Span, mark: Mark) -> Mark:
    """Return *mark*, sure if the references have nothing left that the words at *span* may say."""
    size = max(_LEAST, sum(pair.reading.is_content[i] for i in pair.reading.inside(span)))
    return replace(mark, sure=is_full(pair, size) and nothing_left(pair.whole, size))


def _mark(pair: Comparison, span: Span, accuses: bool) -> Mark:
    best = max(pair.witnesses, key=lambda w: w.similarity)
    nearest = Span(best.segments[0].span.start, best.segments[-1].span.end)
    quote = span.of(pair.whole.story.document.text)
    evidence = best.evidence(nearest, Role.NEAREST)
    severity = Severity.CRITICAL if accuses else Severity.MAJOR
    return Mark(span, f'no reference says "{quote}"', (evidence,), severity)


def _harmful(pair: Comparison) -> Iterator[tuple[int, int]]:
    """Yield what stands between marks, or between clauses, and tells of a harm of a new kind.

    New is a kind of harm, or of guilt, of which no reference tells anywhere.
    """
    mine = pair.reading
    tables = (listed_table(pair.lang, "coverage", "harm"),
              listed_phrases(pair.lang, "coverage", "culpable"))  # fmt: skip
    known = pair.whole.once(_harms)
    for table in tables:
        for kind, at, _ in table.all(mine.words):
            if kind not in known and kind not in _STATES:
                yield _stretch(mine, at)


def _harms(article: Article) -> frozenset[str]:
    """The kinds of harm and of guilt of which some reference tells."""
    return frozenset(
        kind
        for story in article.references.values()
        for segment in story.segments
        for table in (
            listed_table(story.lang, "coverage", "harm"),
            listed_phrases(story.lang, "coverage", "culpable"),
        )
        for kind, _, _ in table.all(segment.facts.words)
    )


def _stretch(reading: Reading, at: int) -> tuple[int, int]:
    """Return the words around *at* up to a mark or the edge of the clause."""
    first, end = at, at + 1

    def joined(i: int) -> bool:
        word = reading.words[i]
        return word.text not in _MARKS and reading.clauses[i] == reading.clauses[at]

    while first > 0 and joined(first - 1):
        first -= 1
    while end < len(reading.words) and joined(end):
        end += 1
    return first, end


def _clauses(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the clauses that a subordinator opens, to their last word that is no mark."""
    openers = load_pack(reading.lang).words("events", "clause")
    count = len(reading.words)
    starts = [i for i in range(1, count) if reading.clauses[i] != reading.clauses[i - 1]]
    for first in starts:
        at = first
        while at < count and reading.words[at].kind is WordKind.PUNCT:
            at += 1
        if at >= count or reading.words[at].fold not in openers:
            continue
        end = at + 1
        while end < count and reading.clauses[end] == reading.clauses[at]:
            end += 1
        while end > at and reading.words[end - 1].kind is WordKind.PUNCT:
            end -= 1
        if end > at:
            yield at, end


def _tells(reading: Reading, first: int, end: int) -> bool:
    """Whether the clause has a verb of its own: *after a pause* has none."""
    verbs = (*reading.of_kind("tense"), *reading.of_kind("certainty"), *reading.of_kind("hedge"))
    auxiliaries = load_pack(reading.lang).words("roles", "passive")
    return any(first < cue.first < end for cue in verbs) or any(
        reading.words[i].fold in auxiliaries or i in reading.pasts for i in range(first, end)
    )


def _accuses(pair: Comparison, span: Span) -> bool:
    """Whether the clause lays something at somebody's door."""
    blame = listed_spans(pair.segment, pair.lang, "coverage", "blame")
    markers = (m for m in pair.segment.facts.markers if span.contains(m.span))
    words = pair.segment.facts.words
    harm = listed_table(pair.lang, "coverage", "harm").all(words)
    incriminating = [words[i].span for kind, i, _ in harm if kind in _INCRIMINATING]
    return any(span.contains(b) for b in [*blame, *incriminating]) or any(
        m.value.startswith("legal:") or (m.kind == "event" and m.value in _ACCUSES) for m in markers
    )


def _is_new(pair: Comparison, mine: Reading, clause: range) -> bool:
    """Whether most of what the clause says is said nowhere, and nothing of it is quoted."""
    quoted = [q.span for q in pair.segment.facts.quotations]
    content = [i for i in clause if mine.is_content[i]]
    if not content or any(q.overlaps(mine.words[content[0]].span) for q in quoted):
        return False
    known = pair.whole.stems_of_references
    told = frozenset(mine.words[i].stem for i in content) & known
    near = [w for s in _about(pair, told) for w in s.facts.words]
    new = [
        i
        for i in content
        if mine.words[i].stem not in known
        and all(p.forward[i] is None for p in pair.pairings.values())
        and not has_synonym(mine.words[i], near, pair.lang)
    ]
    return len(new) >= _LEAST and len(new) >= _SHARE * len(content)


def _about(pair: Comparison, stems: frozenset[str]) -> Iterator[Segment]:
    """Yield the linked sentences, their neighbours, and those anywhere that have one of *stems*."""
    for witness in pair.witnesses:
        yield from witness.around
    for story in pair.whole.references.values():
        for segment in story.segments:
            if not stems.isdisjoint(w.stem for w in segment.facts.words):
                yield segment
