"""Find who vouches for what: reporting verbs and "according to", their stance, their source.

The source is the phrase before the verb (*the ministry said*), between commas before it (*Ivanova,
the mayor, said*) or, after a quotation, behind it (*“…,” said Ivanova*). Which person a pronoun or
an office means is settled later, over the whole text (:mod:`transdiff.language.speakers`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transdiff.facts import Attribution, Span, Word, WordKind
from transdiff.language.accounts import find_accounts
from transdiff.language.passage import Passage
from transdiff.language.reporting import ACCORDING, Reporting, parted, reporting
from transdiff.language.source_extent import QUOTES
from transdiff.language.source_frames import frame, within
from transdiff.language.source_phrases import PAUSES, source_of
from transdiff.language.words import Range

_OPENS, _WISH = 3, 3
"""Words behind a source where a clause on its name may open, and how many make one."""
_SPEAKER, _WHEN = 8, 7
"""Words of a speaker behind a comma, and of when it spoke, that end a sentence."""
_SHOWN = 8
"""Words behind a paper within which the agency stands that has seen it."""
_OBJECT = 8
"""Words from a verb that names something to what it is called."""
_DESCRIBED = "neutral/describe"
_OF_THINGS = frozenset({"hope", "request", "demand", "praise", "criticism", "outrage", "regret"})
"""Stances to a thing rather than to a claim, which may go on behind a semicolon."""
_PARTS = ";；؛"
_NOTHING = 4
"""Letters of a clause in which nothing can be said."""


def find_attribution(passage: Passage) -> tuple[Attribution, ...]:
    """Return the attributions of *passage* in order; speech inside quotation marks included."""
    lexicon = reporting(passage.lang)
    words = parted(passage.words, passage.lang)
    found: list[Attribution] = []
    floor = 0
    wishes = [(a, b) for _, a, b in lexicon.anonymous.all(words) if b - a >= _WISH]
    for value, first, last, parted_off in _verbs(words, lexicon):
        stance, _, verb = value.partition("/")
        if any(a <= first and last <= b for a, b in wishes):
            continue  # who asked not to be named
        if first < floor and verb != ACCORDING:  # 据目击者称: the verb closes the phrase
            continue
        if stance == "none" or not _reports(words, (first, last), verb, lexicon, parted_off):
            continue
        at = frame(words, (first, last), lexicon)
        if at is None:
            continue
        framed = within(words, at[0], first, lexicon) if at != (first, last) else None
        source = framed or source_of(words, (floor, *at), verb, lexicon)
        found.append(_attribution(words, (first, last), source, (stance, verb), lexicon))
        floor = max(last, source[1] if source else 0)
    found = sorted([*found, *find_accounts(words, lexicon)], key=lambda a: a.span)
    return tuple(_with_scopes(found, passage, words, lexicon))


def _verbs(words: Sequence[Word], lexicon: Reporting) -> Iterator[tuple[str, int, int, bool]]:
    """Yield the verbs of saying, and whether a particle behind completes them: *rief … auf*."""
    whole = {first: (value, first, end, False) for value, first, end in _joined(words, lexicon)}
    for value, first, end in lexicon.split.all(words):
        if first not in whole or whole[first][2] <= end:
            whole[first] = value, first, end, True
    for first in _naming(words, lexicon):
        whole.setdefault(first, (_DESCRIBED, first, first + 1, True))
    yield from (whole[first] for first in sorted(whole))


def _naming(words: Sequence[Word], lexicon: Reporting) -> Iterator[int]:
    """Yield the verbs that call something by words in quotation marks: *called the deal “a gift”*.

    Right behind the verb stands a name: *a film called “Salt”*; behind *after* and the like no
    name of the object: *called the guard after “a bang”*.
    """
    for first, word in enumerate(words):
        if word.fold not in lexicon.naming:
            continue
        behind = words[first + 1 : first + _OBJECT]
        at = next((n for n, w in enumerate(behind) if w.kind is WordKind.PUNCT), 0)
        named = at > 0 and behind[at].text in QUOTES
        if named and not any(w.fold in lexicon.settings for w in behind[:at]):
            yield first


def _joined(words: Sequence[Word], lexicon: Reporting) -> Iterator[tuple[str, int, int]]:
    """Yield the verbs of saying, with or without adverbs within: *a également reconnu*."""
    if not lexicon.inner:
        yield from lexicon.verbs.all(words)
        return
    kept = [i for i in range(len(words)) if not _is_inner(words, i, lexicon)]
    for value, first, last in lexicon.verbs.all([words[i] for i in kept]):
        yield value, kept[first], kept[last - 1] + 1


def _is_inner(words: Sequence[Word], at: int, lexicon: Reporting) -> bool:
    """Whether the word is an adverb right behind an auxiliary, or behind another such adverb."""
    fold = words[at].fold
    if at == 0 or not (fold in lexicon.inner or fold.endswith(lexicon.inner_endings)):
        return False
    before = words[at - 1].fold
    return before in lexicon.auxiliaries or _is_inner(words, at - 1, lexicon)


def _attribution(
    words: Sequence[Word],
    at: Range,
    source: Range | None,
    value: tuple[str, str],
    lexicon: Reporting,
) -> Attribution:
    spoken = value[1] != ACCORDING
    told, told_at = (_told if spoken else _shown)(words, at, source, lexicon)
    if spoken and source and told_at and source[0] < told_at[0] < source[1]:
        source = _less_addressee(words, source, told_at, lexicon)
    return Attribution(
        span=_span(words, at),
        verb=value[1],
        stance=value[0],
        source=" ".join(w.text for w in words[slice(*source)]) if source else "",
        source_span=_span(words, source) if source else None,
        source_kind=_kind(words, source, (told_at or at)[1], lexicon) if source else "",
        told=told,
        told_span=_span(words, told_at) if told_at else None,
    )


def _span(words: Sequence[Word], at: Range) -> Span:
    return Span(words[at[0]].span.start, words[at[1] - 1].span.end)


def _reports(words: Sequence[Word], at: Range, verb: str, lexicon: Reporting, sure: bool) -> bool:
    """Whether the words report speech here, rather than being a noun, a passive or an act.

    A verb with its particle is *sure* to be no other verb.
    """
    first, last = at
    before = words[first - 1] if first else None
    if verb == ACCORDING:  # um segundo píer: a numeral
        articles = lexicon.indefinite | lexicon.definite
        return before is None or last - first > 1 or before.fold not in articles
    if before is not None and before.fold in lexicon.not_after:
        return False
    if not lexicon.capitals and words[first].text[0].isupper() and _follows_word(before):
        return False  # zu den Berichten
    if before is not None and _is_counted(before, words[first], lexicon):
        return False
    after = words[last] if last < len(words) else None
    if after is not None and after.kind is WordKind.NUMBER and words[first].fold in lexicon.acts:
        return False
    if sure or last - first > 1 or words[first].fold not in lexicon.strict:
        return True
    beside = before is not None and (before.text in QUOTES or before.text in PAUSES)
    if beside or after is None or after.text in ".,:：，。":
        return True
    if any(after.fold in words for words in (lexicon.that, lexicon.pronouns, lexicon.opens)):
        return True
    return after.fold in lexicon.settings and _closes(words, first, last)


def _follows_word(before: Word | None) -> bool:
    return before is not None and before.kind is WordKind.WORD


def _is_counted(before: Word, word: Word, lexicon: Reporting) -> bool:
    """Whether an English word is a plural behind a numeral: *six calls on the night*."""
    numeral = before.kind is WordKind.NUMBER or before.fold in lexicon.indefinite
    return numeral and lexicon.lang == "en" and word.fold.endswith("s") and word.fold != "says"


def _closes(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether speaker, verb and when it was said end the sentence: *…, the daily reported in May*.

    They stand behind the last comma.
    """
    rest = [w.text for w in words[last:]]
    before = [w.text for w in words[max(0, first - _SPEAKER) : first]]
    return len(rest) <= _WHEN and "," in before and "," not in rest


def _kind(words: Sequence[Word], place: Range, told: int, lexicon: Reporting) -> str:
    """Return what a source is; *told* is where the verb ends, with whom it speaks to."""
    source = words[slice(*place)]
    wishes = (_asks_no_name(words, at, lexicon) for at in (place, (told, told)))
    if any(lexicon.anonymous.all(source)) or any(wishes):
        return "anonymous"
    if any(lexicon.agencies.all(source)):
        return "agency"
    if any(w.text[0].isupper() and w.fold not in lexicon.ignore for w in source[1:]):
        return "person"
    return "office" if any(lexicon.roles.all(source)) else "person"


def _told(
    words: Sequence[Word], at: Range, source: Range | None, lexicon: Reporting
) -> tuple[str, Range | None]:
    """Return the agency that is spoken to: right after the verb or behind a word like "to"."""
    first = min(at[1], source[0] if source else at[1])
    for i in range(first, min(max(at[1], source[1] if source else 0) + 6, len(words))):
        if at[0] <= i < at[1]:
            continue
        if i > at[1] and words[i].text in ",;:.，。：":
            break
        if i == at[1] or (i > 0 and words[i - 1].fold in lexicon.to):
            agency = lexicon.agencies.match(words, i)
            if agency:
                return agency[0], (i, agency[1])
    return "", None


def _shown(
    words: Sequence[Word], at: Range, source: Range | None, lexicon: Reporting
) -> tuple[str, Range | None]:
    """Return the agency that has seen a paper: *un documento interno al que tuvo acceso Efe*."""
    held = lexicon.roles.all(words[slice(*source)]) if source else ()
    if source is None or all(role != "document" for role, _, _ in held):
        return "", None
    for i in range(source[1] + 1, min(source[1] + _SHOWN, len(words))):
        if words[i].text in ".;:。" or (words[i].text == "," and i > source[1] + 1):
            break
        agency = lexicon.agencies.match(words, i)
        if agency:
            return agency[0], (i, agency[1])
    return "", None


def _less_addressee(
    words: Sequence[Word], source: Range, told: Range, lexicon: Reporting
) -> Range | None:
    """Cut *to Reuters* off the speaker: *le ministre à l’AFP*, *外长对路透社*."""
    end = told[0]
    while end > source[0] and words[end - 1].fold in lexicon.to:
        end -= 1
    return (source[0], end) if end > source[0] else None


def _asks_no_name(words: Sequence[Word], at: Range, lexicon: Reporting) -> bool:
    """Whether the words behind a source say that it wants no name: *who asked not to be named*."""
    starts = range(at[0], min(at[1] + _OPENS, len(words)))
    found = ((i, lexicon.anonymous.match(words, i)) for i in starts)
    return any(one is not None and one[1] > at[1] and one[1] - i >= _WISH for i, one in found)


def _with_scopes(
    found: list[Attribution], passage: Passage, words: Sequence[Word], lexicon: Reporting
) -> Iterator[Attribution]:
    """Give each attribution its clause: what follows a speaker put first, else what precedes."""
    start, end = passage.start, passage.start + len(passage.text)
    for n, one in enumerate(found):
        begins, ends = _extent(one)
        left = max(start, _extent(found[n - 1])[1] if n else start)
        right = min(end, _extent(found[n + 1])[0] if n + 1 < len(found) else end)
        follows = one.source_span is None or one.source_span.start < one.span.start
        closes = one.verb == ACCORDING and _after_comma(words, begins, passage.text[ends - start :])
        if one.verb == ACCORDING:
            follows = begins - left < right - ends and not closes
        if closes and n and found[n - 1].stance != "neutral":
            left = start  # a claim within what the source tells
        aside = (
            _is_aside(words, begins, lexicon)
            or passage.text[ends - start : ends - start + 1] == ","
        )
        if follows and begins - left > 3 and aside:
            follows = False
        follows = follows or _opens_with_as(words, begins, lexicon)
        if lexicon.order == "after" and begins - left < _NOTHING < right - ends:
            follows = True  # قال الوزير إن: verb, speaker, what is said
        if n and begins - left < _NOTHING and (not follows or right - ends < _NOTHING):
            left = start  # *he has confessed, a source said*: what another verb of saying tells
        if follows and one.stance in _OF_THINGS:
            right = _own_clause(words, ends, right)
        scope = Span(ends, max(ends, right)) if follows else Span(min(left, begins), begins)
        if follows and right - ends < 3:
            scope = _framed(one) or Span(min(left, begins), begins)
        within_clause = one.verb == ACCORDING or _is_set_off(words, begins)
        if aside and not follows and within_clause and right - ends > begins - left:
            scope = Span(min(left, begins), max(ends, right))  # the army, rebels say, lost
        spoken = n + 1 < len(found) and found[n + 1].stance == "neutral"
        if one.verb == ACCORDING and begins - start < _NOTHING and not spoken:
            scope = Span(ends, max(ends, end))  # with what others say within it
        if not len(scope):
            scope = Span(ends, end)  # what follows is told in words that tell of others' words
        yield replace(one, scope=scope)


def _own_clause(words: Sequence[Word], start: int, end: int) -> int:
    """Return where a semicolon between *start* and *end* ends the clause, else *end*."""
    inside = (w.span.start for w in words if start <= w.span.start < end and w.text in _PARTS)
    return next(inside, end)


def _framed(one: Attribution) -> Span | None:
    """Return what stands between a source and a verb that ends the sentence: *…は…と述べた*."""
    source = one.source_span
    if source is None or one.span.start - source.end <= _NOTHING:
        return None
    return Span(source.end, one.span.start)


def _is_aside(words: Sequence[Word], begins: int, lexicon: Reporting) -> bool:
    """Whether the attribution is set off by a word like "as": *…, wie das Amt mitteilte*."""
    at = bisect_right(words, begins, key=lambda w: w.span.end)
    return at > 0 and words[at - 1].fold in lexicon.as_


def _opens_with_as(words: Sequence[Word], begins: int, lexicon: Reporting) -> bool:
    """Whether that word is all that stands before it: *wie das Amt mitteilte, ist …*."""
    return (
        bool(words)
        and words[0].fold in lexicon.as_
        and (bisect_right(words, begins, key=lambda w: w.span.end) == 1)
    )


def _is_set_off(words: Sequence[Word], begins: int) -> bool:
    """Whether a comma stands right before the attribution: *X, пишет газета, ушёл*."""
    at = bisect_right(words, begins, key=lambda w: w.span.end)
    return at > 0 and words[at - 1].fold == ","


def _after_comma(words: Sequence[Word], begins: int, rest: str) -> bool:
    """Whether a comma sets the attribution off from what precedes and none from what follows."""
    at = bisect_right(words, begins, key=lambda w: w.span.end)
    return at > 0 and words[at - 1].fold == "," and not rest.startswith(",")


def _extent(one: Attribution) -> tuple[int, int]:
    spans = [one.span, *filter(None, (one.source_span, one.told_span))]
    return min(s.start for s in spans), max(s.end for s in spans)
