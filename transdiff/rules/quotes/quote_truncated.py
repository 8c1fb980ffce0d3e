"""Rule ``quote-truncated``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from transdiff.comparison import Article
from transdiff.facts import Span, Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.listed import listed_phrases
from transdiff.language.synonyms import has_synonym
from transdiff.model import Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.quotes.abroad import rendered_abroad
from transdiff.rules.quotes.cut_abroad import cut_abroad
from transdiff.rules.quotes.cut_fragments import cut_fragments
from transdiff.rules.quotes.gravity import bared
from transdiff.rules.quotes.quote_turns import (
    LEAST,
    cut_mark,
    has_turn,
    is_limit,
    opens_with_turn,
    places_of_turns,
    turning_phrases,
)
from transdiff.rules.quotes.utterances import (
    Changes,
    Rendering,
    Utterance,
    compare_words,
    renderings,
)

_SENTENCE_END = regex.compile(r"[.!?…。！？]")

_SHORT = 8
"""Words up to which the sentence after a denial is taken for its other half."""
_LINKED = 0.55
"""How sure a link must be, if half a sentence may be missing from it."""
_SAID, _RETOLD = 0.5, 0.34
"""The share of cut words that is told outside the marks; less, synonyms counted, beside a turn."""
_SUBJECT = 3
"""Words at the start of a sentence within which a pronoun tells what it is about."""


@rule(group="quotes", category="quote_truncated", severity="major", scope="article")
def quote_truncated(article: Article) -> Iterator[Mark]:
    """Report a quotation cut where a contrast, a condition or a denial follows.

    A quotation may be shortened as long as its sense holds. It does not hold when the cut falls
    before "but", "if" or "unless", or takes away that one is sorry, or the denial, or leaves the
    denial and takes away what was meant instead, or takes away a further sentence that holds the
    kept one back: that points at it and denies something or says what must still happen. A further
    sentence with a denial of its own is minor, other detail nothing. What the article says
    elsewhere, in whatever words, is not cut.

    Flagged:
    reference: "The ruling is fair, but it comes three years too late," Anna Bek said.
    translation: "The ruling is [[fair]]," Anna Bek said.

    reference: The country was "in shock, not in search of somebody to punish," she said.
    translation: She described the country as "in [[shock]]".

    reference: "We will pay the fine if the appeal fails," the company said.
    translation: "We will pay the [[fine]]," the company said.

    reference: "We are not slow. We are careful," the prosecutor said.
    translation: "We are not [[slow]]," the prosecutor said.

    reference: "These are promising figures. They do not tell us who is to blame," Anna Bek said.
    translation: "These are promising [[figures]]," Anna Bek said.

    reference: "The pump works again. A second team must now test it," Anna Bek said.
    translation: "The pump works [[again]]," Anna Bek said.

    reference: "We do not say how the ship sank," Anna Bek said, "only who was on the bridge."
    translation: "We do not say how the ship [[sank]]," Anna Bek said.

    reference: "I signed whatever they brought me and I regret it today," Anna Bek said.
    translation: "I signed whatever they brought [[me]]," Anna Bek said.

    reference[ru]: «Мы согласились сразу, и теперь об этом сожалеем», — сказала Анна Бек.
    translation[ru]: «Мы согласились [[сразу]]», — сказала Анна Бек.

    Allowed:
    reference: "I signed whatever they brought me and went home to sleep," Anna Bek said.
    translation: "I signed whatever they brought me," Anna Bek said.

    reference: "We remain friends. But there will be no return to the old tariffs," Ida Sand said.
    translation: Sand was open to talks. "There will be no return to the old tariffs," she said.

    reference: The country was "in shock, not in search of somebody to punish," she said.
    translation: She said the country was "in shock" and not in search of anybody to punish.

    reference: "The pump works again. It was built in Kestrel," Anna Bek said.
    translation: "The pump works again," Anna Bek said.

    reference: "The ruling is fair and it closes the matter," Anna Bek said.
    translation: "The ruling is fair," Anna Bek said.

    reference: "The ruling is fair," Anna Bek said, "but it comes three years too late."
    translation: "The ruling is fair," Anna Bek said. It comes three years too late, she added.

    reference: "The ruling is fair, but it comes three years too late," Anna Bek said.
    translation: Anna Bek said the ruling was fair but came three years too late.

    reference: "The ruling is fair, but it comes three years too late," Anna Bek said.
    translation: "It comes three years too late," Anna Bek said, calling the ruling fair.
    """
    for mine, candidates in renderings(article):
        found = candidates[0] if candidates else None
        if found is None or found.shared < 1.0 or len(mine.words) < LEAST:
            continue
        diff = compare_words(mine.words, found.theirs.words, article.story.lang)
        if diff.added or bared(found, diff):  # without its denial it is altered
            continue
        for cut, severity in _cuts(found, diff):
            if not _said_elsewhere(article, mine, cut):
                yield _mark(article, found, cut, severity)
                break
    for pair in article.comparisons:
        yield from cut_fragments(pair)
    for quoted in rendered_abroad(article, _LINKED):
        yield from cut_abroad(article, quoted)


def _cuts(found: Rendering, diff: Changes) -> Iterator[tuple[tuple[Word, ...], Severity]]:
    """Yield what was cut that changes the sense, with the severity of cutting it."""
    theirs = found.theirs
    kept = [w for w in theirs.words if w not in {*diff.before, *diff.after}]
    if not kept:
        return
    rest, further = _to_sentence_end(theirs, kept[-1], diff.after)
    if has_turn(rest, theirs.story.lang) or _other_half(found.mine, rest):
        yield rest, Severity.MAJOR
    elif further and not rest:
        yield from _further(found, further)
    lead = _from_sentence_start(theirs, kept[0], diff.before)
    if has_turn(lead, theirs.story.lang) and not _only_links(lead, theirs.story.lang):
        yield lead, Severity.MAJOR


def _further(
    found: Rendering, further: tuple[Word, ...]
) -> Iterator[tuple[tuple[Word, ...], Severity]]:
    """Weigh the sentence that follows the kept one."""
    lang = found.theirs.story.lang
    half = len(further) <= _SHORT and _is_half(found.mine) and not has_turn(further, lang)
    if half or opens_with_turn(further, lang) or _holds_back(found, further):
        yield further, Severity.MAJOR
    elif has_turn(further, lang):
        yield further, Severity.MINOR


def _holds_back(found: Rendering, further: Sequence[Word]) -> bool:
    """Whether a sentence points back at the kept one and denies, or says what is still to come."""
    lang = found.theirs.story.lang
    limits = any(listed_phrases(lang, "quotes", "limit").all(further))
    if not limits and not has_turn(further, lang):
        return False
    segments = (found.theirs.story.segments[i] for i in found.theirs.segments)
    times = [m.span for s in segments for m in s.facts.moments]
    pointers = listed_phrases(lang, "quotes", "back").all(further)
    back = (further[first].span for _, first, _ in pointers if limits or first <= _SUBJECT)
    pointing = any(not any(t.contains(span) for t in times) for span in back)  # but: this year
    return pointing or any(w.stem in found.mine.stems and is_content(w, lang) for w in further)


def _other_half(mine: Utterance, rest: Sequence[Word]) -> bool:
    """Whether what was cut says what is meant instead of what is denied: *only who did it*."""
    alone = listed_phrases(mine.story.lang, "quotes", "exclusive")
    return _is_half(mine) and bool(rest) and alone.match(rest, 0) is not None


def _is_half(mine: Utterance) -> bool:
    """Whether a quotation denies something and does not itself say what is meant instead."""
    text = mine.story.document.text
    before = (text[mine.span.start : negation.start].rstrip() for negation in mine.negations)
    return bool(mine.negations) and not any(part.endswith((",", "，", "،")) for part in before)


def _to_sentence_end(
    theirs: Utterance, last: Word, cut: tuple[Word, ...]
) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Split what was cut into the rest of the kept sentence and the sentence after it."""
    parts: list[list[Word]] = [[]]
    at = last.span.end
    for word in cut:
        if _SENTENCE_END.search(theirs.story.document.text, at, word.span.start):
            parts.append([])
        parts[-1].append(word)
        at = word.span.end
    return tuple(parts[0]), tuple(parts[1]) if len(parts) > 1 else ()


def _from_sentence_start(theirs: Utterance, first: Word, cut: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the cut words of the sentence in which the kept part begins."""
    found: list[Word] = []
    at = first.span.start
    for word in reversed(cut):
        if _SENTENCE_END.search(theirs.story.document.text, word.span.end, at):
            break
        found.insert(0, word)
        at = word.span.start
    return tuple(found)


def _only_links(lead: Sequence[Word], lang: str) -> bool:
    """Whether all that was cut is how a sentence goes on from the one before: *But we stay*."""
    words = [w for w in lead if w.kind is not WordKind.PUNCT]
    found = listed_phrases(lang, "coverage", "contrast").match(words, 0)
    return found is not None and found[1] == len(words)


def _said_elsewhere(article: Article, mine: Utterance, cut: Sequence[Word]) -> bool:
    """Whether the article gives the cut words, quoted or not, in or next to the sentence."""
    lang = article.story.lang
    content = {w.stem for w in cut if is_content(w, lang)} - mine.stems
    if not content:
        return False
    near = range(mine.segments[0] - 2, mine.segments[-1] + 3)
    words = [
        w
        for i in near
        if 0 <= i < len(article.story.segments)
        for w in article.story.segments[i].facts.words
        if not mine.span.contains(w.span)
    ]
    stems = {w.stem for w in words}
    turned = turning_phrases(lang)
    telling = {w.stem: w for w in cut if w.stem in content and turned.match([w], 0) is None}
    said = len(telling.keys() & stems)
    if not telling or said >= _SAID * len(telling):
        return bool(telling)
    outside = _outside(article, mine)
    if not (said or _goes_on(article, mine, cut)) or not has_turn(outside, lang):
        return False
    told = said + sum(has_synonym(w, words, lang) for s, w in telling.items() if s not in stems)
    return told >= _RETOLD * len(telling)


def _goes_on(article: Article, mine: Utterance, cut: Sequence[Word]) -> bool:
    """Whether indirect speech behind the marks turns as the cut words do: *adding that neither …*

    A denial is told by a denial, a contrast or a condition by another one.
    """
    lang, story = article.story.lang, article.story
    rest = [w for w in _outside(article, mine) if w.span.start >= mine.span.end]
    said = [a for i in mine.segments for a in story.segments[i].facts.attributions]
    if not any(a.verb == "add" and a.span.start >= mine.span.end for a in said):
        return False
    kinds = [
        {is_limit(words, *t, lang) for t in places_of_turns(words, lang)} for words in (rest, cut)
    ]
    return not kinds[0].isdisjoint(kinds[1])


def _outside(article: Article, mine: Utterance) -> list[Word]:
    """The words of the sentences of a quotation outside its marks."""
    own = (article.story.segments[i] for i in mine.segments)
    return [w for s in own for w in s.facts.words if not mine.span.contains(w.span)]


def _mark(article: Article, found: Rendering, cut: Sequence[Word], severity: Severity) -> Mark:
    before = cut[0].span.start < found.theirs.words[0].span.end
    edge = found.mine.words[0 if before else -1]
    missing = Span(cut[0].span.start, cut[-1].span.end)
    shown = article.reference_evidence(str(found.theirs.key), missing, Role.MISSING)
    return cut_mark(edge.span, shown, severity)
