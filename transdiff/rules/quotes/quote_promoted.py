"""Rule ``quote-promoted``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Span, Word
from transdiff.model import Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.quotes.utterances import (
    Rendering,
    Utterance,
    alike,
    comparison_of,
    quotes_anything,
    renderings,
    unquoted,
)

_SPOKEN = 3
"""Words of a quotation from which it is speech."""
_SOME = 0.34
"""Share of its content words by which a quotation may be another translation of one."""
_CLAUSE = 8
"""Words of a quotation from which it is more than a phrase."""


@rule(group="quotes", category="quote_promoted", severity="major", scope="article")
def quote_promoted(article: Article, *, unquoted_part: float = 0.5) -> Iterator[Mark]:
    """Report indirect speech that the article puts inside quotation marks.

    Quotation marks vouch for the very words. Nobody can know them from a paraphrase, however
    faithful it is. A quotation is flagged when no reference quotes it and what it says stands
    outside quotation marks in an aligned sentence, when none of the aligned references quotes
    anyone, or when all references are in its language and none quotes a third of its words. A
    phrase quoted within a sentence is minor if it is short and its words are the reference's.

    Flagged:
    reference: His lawyer said the charges were invented by a rival.
    translation: "[[The charges were invented by a rival,]]" his lawyer said.

    reference[ru]: Завод возобновит работу через неделю, сообщил директор Новак.
    translation[en]: "[[The plant will be back at work in a week,]]" director Novak said.

    reference: The co-op warned that the toll would drive its smaller members into bankruptcy.
    translation: The co-op said that the toll would be "[[ruinous for the smaller members]]".

    reference: "I will miss the harbour," the pilot said. He said no one had forced him out.
    translation: "I will miss the harbour," the pilot said. "[[Nobody pushed me,]]" he added.

    Allowed:
    reference: "The charges were invented by a rival," his lawyer said.
    translation: "The charges were invented by a rival," his lawyer said.

    reference: His lawyer said the charges were "invented by a rival".
    translation: The lawyer spoke of charges "invented by a rival".

    reference: His lawyer said the charges were invented.
    translation: The lawyer said the charges were "invented".

    reference: "A rival made up these charges," his lawyer said.
    translation: His lawyer said the charges had been made up by a rival.

    reference[ru]: «Завод заработает через неделю», — сообщил директор Новак.
    translation[en]: "The plant will be back at work in a week," director Novak said.
    """
    comparisons = {pair.index: pair for pair in article.comparisons}
    for mine, candidates in renderings(article):
        found = candidates[0] if candidates else None
        unheard = _is_unheard(article, mine, found)
        pair = comparison_of(comparisons, mine)
        pair = pair or (comparisons.get(mine.segments[0] - 1) if unheard else None)
        unheard = unheard and pair is not None and not _unrendered(pair)
        if pair is None or len(mine.words) < _SPOKEN or mine.pieces[0].verb == "" or _quoted(found):
            continue
        source = _indirect(pair, mine, unquoted_part, unheard=unheard)
        if source is not None:
            yield _mark(article, mine, *source)


def _is_unheard(article: Article, mine: Utterance, found: Rendering | None) -> bool:
    """Whether a whole sentence is quoted of which no reference quotes anything.

    All of them are in its language: whoever quotes it would have its words from one of them.
    """
    same = all(story.lang == article.story.lang for story in article.references.values())
    spoken = bool(mine.pieces[0].verb) and _speech(article, mine)
    return same and spoken and (found is None or found.shared < _SOME)


def _unrendered(pair: Comparison) -> bool:
    """Whether a witness quotes something that no quotation of the article has: this may be it."""
    found = (candidates[0] for _, candidates in renderings(pair.whole) if candidates)
    known = [(r.theirs.key, r.theirs.span) for r in found if _quoted(r)]
    return any(
        q.verb and not any(key == w.key and span.overlaps(q.span) for key, span in known)
        for w in pair.witnesses
        for s in w.around
        for q in s.facts.quotations
    )


def _quoted(found: Rendering | None) -> bool:
    """Whether a reference quotes these words, or a good part of them."""
    return found is not None and (found.shared >= 0.5 or len(found.mine.content) < 2)


def _indirect(
    pair: Comparison, mine: Utterance, part: float, *, unheard: bool
) -> tuple[Witness, Span] | None:
    """Return where a witness says outside quotation marks what *mine* quotes.

    Where witnesses quote somebody, what is *unheard* is still no rendering of it.
    """
    if any(_stray_marks(w) for w in pair.witnesses):
        return None
    for witness in pair.witnesses:
        if witness.lang == pair.lang:
            span = _clause(unquoted(witness.around), mine, part)
            if span is not None:
                return witness, span
    if any(_quotes_someone(w) for w in pair.witnesses) and not unheard:
        return None
    if any(w.lang != pair.lang and quotes_anything(w) for w in pair.witnesses):
        return None  # a fragment in other words
    return pair.witnesses[0], _reported(pair.witnesses[0])


def _clause(words: list[Word], mine: Utterance, part: float) -> Span | None:
    """Return from the first to the last word that *mine* shares with *words*, if enough are."""
    found = [w for w in words if any(alike(w, m) for m in mine.content)]
    shared = sum(any(alike(w, m) for w in found) for m in mine.content)
    if len(mine.content) < 2 or shared < 2 or shared < part * len(mine.content):
        return None
    return Span(found[0].span.start, found[-1].span.end)


def _stray_marks(witness: Witness) -> bool:
    """Whether a linked segment has a quotation mark whose partner is lost."""
    return any(
        not s.facts.quotations and any(mark in s.text for mark in '“”«»„"「」')
        for s in witness.segments
    )


def _is_phrase(article: Article, mine: Utterance, witness: Witness) -> bool:
    """Whether a few of the reference's own words are quoted: they were said, if not as a quotation.

    Nothing tells that of a text in another language, nor of one that has another phrase in
    quotation marks, which may be this one.
    """
    if _speech(article, mine):
        return False
    if quotes_anything(witness):
        return True
    if len(mine.words) >= _CLAUSE:
        return False
    theirs = unquoted(witness.around)
    foreign = witness.lang != article.story.lang
    return foreign or all(any(alike(w, m) for w in theirs) for m in mine.content)


def _speech(article: Article, mine: Utterance) -> bool:
    """Whether the quotation stands as a sentence, rather than as a phrase within one."""
    text, span = article.story.document.text, mine.span
    before = text[: span.start - 1].rstrip()[-1:]
    after = text[span.end + 1 : span.end + 2]
    return text[span.end - 1] in ".,!?…。，！？" or after in (",", "，") or before in (":", "：")


def _quotes_someone(witness: Witness) -> bool:
    """Whether words of a speaker are quoted nearby: more than a name in quotation marks."""
    return any(
        not q.scare
        and (bool(q.verb) or sum(q.span.contains(w.span) for w in s.facts.words) >= _SPOKEN)
        for s in witness.around
        for q in s.facts.quotations
    )


def _reported(witness: Witness) -> Span:
    """Return the clause that a linked segment reports in indirect speech, else the segment."""
    for segment in witness.segments:
        for one in segment.facts.attributions:
            scope = one.scope
            said = sum(scope.contains(w.span) for w in segment.facts.words) if scope else 0
            if scope is not None and said >= _SPOKEN:
                return scope
    return witness.segments[0].span


def _mark(article: Article, mine: Utterance, witness: Witness, span: Span) -> Mark:
    quote, theirs = mine.span.of(article.story.document.text), span.of(witness.story.document.text)
    return Mark(
        mine.span,
        f'quoted in article "{quote}" · not a quotation in {witness.key} "{theirs.strip()}"',
        (witness.evidence(span, Role.CONTRADICTS),),
        severity=Severity.MINOR if _is_phrase(article, mine, witness) else Severity.MAJOR,
    )
