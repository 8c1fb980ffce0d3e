"""Rule ``quote-truncated``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Quotation, Span, Word, WordKind
from transdiff.language.content import is_content, words_within
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.synonyms import has_synonym
from transdiff.model import Role, Segment, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.quotes.abroad import Abroad, rendered_abroad
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
_LEAST = 3
"""Words of which a quotation must at least be made."""
_CUT = 0.7
"""How long a quotation is beside one of another language from which nothing much is cut."""
_LINKED = 0.55
"""How sure a link must be, if half a sentence may be missing from it."""
_WHOLE, _ALIKE = 0.85, 0.35
"""The same, where it ends before a turn; and how far two lengths may differ of what is one."""
_SAID, _RETOLD = 0.5, 0.34
"""The share of cut words that is told outside the marks; less, synonyms counted, beside a turn."""
_SUBJECT = 3
"""Words at the start of a sentence within which a pronoun tells what it is about."""


@rule(group="quotes", category="quote_truncated", severity="major", scope="article")
def quote_truncated(article: Article) -> Iterator[Mark]:
    """Report a quotation cut where a contrast, a condition or a denial follows.

    A quotation may be shortened as long as its sense holds. It does not hold when the cut falls
    before "but", "if" or "unless", or takes away the denial, or leaves the denial and takes away
    what was meant instead, or takes away a further sentence that holds the kept one back: that
    points at it and denies something or says what must still happen. A further sentence with a
    denial of its own is minor, other detail nothing. What the article says elsewhere, in whatever
    words, is not cut.

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

    Allowed:
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
        if found is None or found.shared < 1.0 or len(mine.words) < _LEAST:
            continue
        diff = compare_words(mine.words, found.theirs.words, article.story.lang)
        if diff.added:
            continue
        for cut, severity in _cuts(found, diff):
            if not _said_elsewhere(article, mine, cut):
                yield _mark(article, found, cut, severity)
                break
    for pair in article.comparisons:
        yield from _fragments(pair)
    for quoted in rendered_abroad(article, _LINKED):
        yield from _cut_abroad(article, quoted)


def _fragments(pair: Comparison) -> Iterator[Mark]:
    """Mark a quoted word or two behind which the linked quotation turns: *"tired, not angry"*."""
    for quotation in pair.segment.facts.quotations:
        words = _spoken(quotation, pair.segment)
        places = [p for w in pair.witnesses if w.lang == pair.lang for p in _places(w, words)]
        if not 0 < len(words) < _LEAST or not any(is_content(w, pair.lang) for w in words):
            continue
        turns = [_contrast(pair.lang).match(there, at) is not None for _, there, at in places]
        if places and all(turns):
            witness, there, at = places[0]
            rest = [w for w in there[at:] if w.kind is not WordKind.PUNCT]
            around = [w.stem for s in pair.around for w in s.facts.words]
            told = {w.stem for w in rest if is_content(w, pair.lang)}
            if told & set(around):
                continue
            missing = Span(rest[0].span.start, rest[-1].span.end)
            shown = witness.evidence(missing, Role.MISSING)
            message = f'quotation cut in article · {witness.key} goes on "{shown.quote}"'
            yield Mark(words[-1].span, message, (shown,), severity=Severity.MAJOR)


def _spoken(quotation: Quotation, segment: Segment) -> tuple[Word, ...]:
    """The words between the marks, without those that only separate."""
    inside = words_within(segment.facts.words, quotation.span)
    return tuple(w for w in inside if w.kind is not WordKind.PUNCT)


def _places(
    witness: Witness, words: Sequence[Word]
) -> Iterator[tuple[Witness, tuple[Word, ...], int]]:
    """Yield each linked quotation that has *words* in a row, with where it goes on."""
    folds = [w.fold for w in words]
    for segment in witness.segments:
        for quotation in segment.facts.quotations:
            there = _spoken(quotation, segment)
            for at in range(len(there) - len(folds) + 1 if folds else 0):
                if [w.fold for w in there[at : at + len(folds)]] == folds:
                    yield witness, there, at + len(folds)


def _cut_abroad(article: Article, quoted: Abroad) -> Iterator[Mark]:
    """Mark a quotation that is too short for one of another language, with a turn that it lacks.

    Either nothing near it turns or denies; or it is as long as what stands before the turn, denies
    no more than that, and nothing limits it in its own sentence.
    """
    theirs, key, lang = quoted.theirs, quoted.witness.key, article.story.lang
    turns = [(first, end) for _, first, end in _contrast(theirs.story.lang).all(theirs.words)]
    around = [w for s in quoted.pair.around for w in s.facts.words]
    first, end = turns[-1] if turns else (0, 0)
    if quoted.length >= _CUT or _turns(around, lang):
        limits = (t for t in turns if _limits(theirs.words, *t, theirs.story.lang))
        first, end = next((t for t in limits if _ends_before(quoted, t[0], lang)), (0, 0))
    missing = Span(theirs.words[first].span.start, theirs.words[-1].span.end)
    if first < end < len(theirs.words):
        shown = article.reference_evidence(key, missing, Role.MISSING)
        message = f'quotation cut in article · {key} goes on "{shown.quote}"'
        yield Mark(quoted.mine.words[-1].span, message, (shown,), severity=Severity.MAJOR)


def _ends_before(quoted: Abroad, first: int, lang: str) -> bool:
    """Whether the quotation renders what stands before the word *first* of the other, no more."""
    words = quoted.theirs.words
    share = sum(len(w.text) for w in words[:first]) / sum(len(w.text) for w in words)
    if first < _LEAST or quoted.length > _WHOLE or abs(quoted.length / share - 1) > _ALIKE:
        return False
    denied = _denied(words[:first], quoted.theirs.story.lang)
    own = [w for s in quoted.pair.together for w in s.facts.words]
    outside = [w for w in own if not quoted.mine.span.contains(w.span)]
    limited = any(_limits(own, *t, lang) for t in _spans(own, lang))
    return not limited and not _turns(outside, lang) and _denied(quoted.mine.words, lang) <= denied


def _spans(words: Sequence[Word], lang: str) -> Iterator[tuple[int, int]]:
    return ((first, end) for _, first, end in _contrast(lang).all(words))


def _denied(words: Sequence[Word], lang: str) -> int:
    """Count what denies in *words*."""
    return sum(not _limits(words, *t, lang) for t in _spans(words, lang))


def _limits(words: Sequence[Word], first: int, end: int, lang: str) -> bool:
    """Whether a turn is a contrast, an exception or a condition, and no mere denial."""
    denials = {*load_pack(lang).words("negation", "not")}
    return not any(w.fold in denials for w in words[first:end])


def _cuts(found: Rendering, diff: Changes) -> Iterator[tuple[tuple[Word, ...], Severity]]:
    """Yield what was cut that changes the sense, with the severity of cutting it."""
    theirs = found.theirs
    kept = [w for w in theirs.words if w not in {*diff.before, *diff.after}]
    if not kept:
        return
    rest, further = _to_sentence_end(theirs, kept[-1], diff.after)
    if _turns(rest, theirs.story.lang) or _other_half(found.mine, rest):
        yield rest, Severity.MAJOR
    elif further and not rest:
        yield from _further(found, further)
    lead = _from_sentence_start(theirs, kept[0], diff.before)
    if _turns(lead, theirs.story.lang):
        yield lead, Severity.MAJOR


def _further(
    found: Rendering, further: tuple[Word, ...]
) -> Iterator[tuple[tuple[Word, ...], Severity]]:
    """Weigh the sentence that follows the kept one."""
    lang = found.theirs.story.lang
    half = len(further) <= _SHORT and _is_half(found.mine) and not _turns(further, lang)
    if half or _opens_with_turn(further, lang) or _holds_back(found, further):
        yield further, Severity.MAJOR
    elif _turns(further, lang):
        yield further, Severity.MINOR


def _holds_back(found: Rendering, further: Sequence[Word]) -> bool:
    """Whether a sentence points back at the kept one and denies, or says what is still to come."""
    lang = found.theirs.story.lang
    limits = any(listed_phrases(lang, "quotes", "limit").all(further))
    if not limits and not _turns(further, lang):
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


def _contrast(lang: str) -> Phrases[str]:
    return listed_phrases(lang, "quotes", "contrast")


def _turns(words: Sequence[Word], lang: str) -> bool:
    """Whether a contrast, a condition or a denial stands in *words*."""
    return any(_contrast(lang).all(words))


def _opens_with_turn(words: Sequence[Word], lang: str) -> bool:
    denies = bool(words) and words[0].fold in load_pack(lang).words("negation", "not")
    return bool(words) and not denies and _contrast(lang).match(words, 0) is not None


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
    turned = _contrast(lang)
    telling = {w.stem: w for w in cut if w.stem in content and turned.match([w], 0) is None}
    said = len(telling.keys() & stems)
    if not telling or said >= _SAID * len(telling):
        return bool(telling)
    if not said or not _turns(_outside(article, mine), lang):
        return False
    told = said + sum(has_synonym(w, words, lang) for s, w in telling.items() if s not in stems)
    return told >= _RETOLD * len(telling)


def _outside(article: Article, mine: Utterance) -> list[Word]:
    """The words of the sentences of a quotation outside its marks."""
    own = (article.story.segments[i] for i in mine.segments)
    return [w for s in own for w in s.facts.words if not mine.span.contains(w.span)]


def _mark(article: Article, found: Rendering, cut: Sequence[Word], severity: Severity) -> Mark:
    key, text = str(found.theirs.key), found.theirs.story.document.text
    before = cut[0].span.start < found.theirs.words[0].span.end
    edge = found.mine.words[0 if before else -1]
    missing = Span(cut[0].span.start, cut[-1].span.end)
    return Mark(
        edge.span,
        f'quotation cut in article · {key} goes on "{missing.of(text)}"',
        (article.reference_evidence(key, missing, Role.MISSING),),
        severity=severity,
    )
