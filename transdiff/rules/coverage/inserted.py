"""What is inserted: a phrase in a sentence that otherwise runs along its reference.

Between two words that stand side by side in the reference the article has a phrase of its own: *on
Monday, because of a faulty signal, at Olm*. It may be what the reference says elsewhere in other
words; it is not if the reference has no words left for which nothing stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from transdiff.comparison import Comparison
from transdiff.facts import WordKind
from transdiff.language.content import is_content
from transdiff.language.cues import STRICT
from transdiff.language.pack import load_pack
from transdiff.language.phrases import Phrases
from transdiff.language.reading import Reading
from transdiff.language.slots import Layout, Slot
from transdiff.language.words import fold_word

_LEAST = 2
"""New words of a phrase that nothing but its place makes one."""
_SAID = 0.6
"""Share of a reference sentence that a sentence running along it says."""
_REASONS = ("openers", "causes")
"""Lists under ``[coverage]`` of what opens a reason, a purpose or an adverse circumstance."""
_OTHERS = ("adjuncts", "joints")
"""Lists of what opens any other circumstance, or one more thing of several."""


def spare(layout: Layout) -> int:
    """How many words of the reference have neither a partner nor other words in their place."""
    return sum(len(layout.only_theirs(slot)) for slot in layout.slots if not layout.only_mine(slot))


def is_full(pair: Comparison, size: int, least: int = _LEAST) -> bool:
    """Whether the reference that a sentence runs along has not left what *size* words may render.

    Of *least* words any word that is left may be the source, of more one in two.
    """
    layout = pair.once(_along)
    return layout is not None and 2 * spare(layout) <= size - least


def insertions(
    pair: Comparison, new: frozenset[int], told: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Yield the phrases ``[first, end)`` that stand where the reference has nothing.

    *new* are the words that no reference has; *told* what others look at, which tells nothing. One
    new word is enough behind a word like *because*.
    """
    layout = pair.once(_along) if new else None
    if layout is None:
        return
    for slot in layout.slots:
        extra = _extra(layout, slot)
        phrase = _phrase(layout.mine, extra, told) if len(extra) >= _LEAST else None
        if phrase is not None and _is_whole(layout.mine, phrase):
            own = [i for i in phrase.body if _carries(layout.mine, i) and i not in told]
            least = 1 if phrase.gives_reason else _LEAST
            if len(own) >= least and new.issuperset(own) and is_full(pair, len(own), least):
                yield phrase.first, phrase.body.stop


def _along(pair: Comparison) -> Layout | None:
    """The sentence laid along the reference of its language of which it says the most."""
    found: list[tuple[float, Layout]] = []
    for witness in pair.witnesses:
        pairing = pair.pairings[witness.key]
        content = pairing.theirs.content
        said = sum(pairing.backward[j] is not None for j in content) / max(1, len(content))
        if witness.lang == pair.lang and said >= _SAID:
            found.append((said, Layout(pairing)))
    return max(found, key=lambda entry: entry[0])[1] if found else None


def _extra(layout: Layout, slot: Slot) -> range:
    """Return what a slot has beyond what stands for the reference's words in it.

    That is all of it where these are none, else what a mark or a reason opens behind as many other
    words.
    """
    other = sum(layout.theirs.is_content[j] for j in slot.theirs)
    if not other:
        return slot.mine
    for at in slot.mine:
        marked = layout.mine.words[at].kind is WordKind.PUNCT
        if other <= 0 and (marked or _gives_reason(layout.mine, at)):
            return range(at, slot.mine.stop)
        other -= layout.mine.is_content[at]
    return range(0)


def _carries(mine: Reading, index: int) -> bool:
    """Whether a word carries content by itself, and not as a part of a figure: *exceso de*."""
    return mine.is_content[index] and is_content(mine.words[index], mine.lang)


class _Phrase(NamedTuple):
    """A phrase from its first word on, and its *body* behind the words that open it."""

    first: int
    body: range
    gives_reason: bool


def _phrase(mine: Reading, slot: range, told: frozenset[int]) -> _Phrase | None:
    """Return the phrase in *slot*, from the preposition, conjunction or mark that opens it.

    Figures before a preposition belong to the phrase before: *a 24-year-old with a record*.
    """
    words, end = mine.words, slot.stop
    while end > slot.start and words[end - 1].kind is WordKind.PUNCT:
        end -= 1
    for first in range(slot.start, end):
        opened = _opened(mine, first)
        if opened is not None:
            return _Phrase(first, range(opened[1], end), opened[0])
        if mine.is_content[first] and first not in told:
            break
    first = slot.start + 1
    marked = words[slot.start].kind is WordKind.PUNCT and any(mine.is_content[first : first + 2])
    closed = end < slot.stop or slot.stop == len(words) or words[end].kind is WordKind.PUNCT
    return _Phrase(first, range(first, end), False) if marked and closed else None


def _is_whole(mine: Reading, phrase: _Phrase) -> bool:
    """Whether a phrase ends as phrases do, is one, and does not turn what is said beside it."""
    body = phrase.body
    if not body or not mine.is_content[body.stop - 1]:
        return False
    if any(mine.words[i].kind is WordKind.PUNCT for i in body):
        return False
    cues = (*mine.of_kind("negation", "not"), *mine.of_kind("condition", *STRICT))
    return not any(phrase.first <= cue.first < body.stop for cue in cues)


def _gives_reason(mine: Reading, at: int) -> bool:
    opened = _opened(mine, at)
    return opened is not None and opened[0]


def _opened(mine: Reading, at: int) -> tuple[bool, int] | None:
    """Whether words at *at* open a reason or another phrase, and where they end; None for neither.

    A word with a hyphen is looked up whole: *из-за*.
    """
    reasons, others = _openers(mine.lang)
    if mine.words[at].fold in _hyphenated(mine.lang):
        return True, at + 1
    for reason, openers in ((True, reasons), (False, others)):
        match = openers.match(mine.words, at)
        if match is not None:
            return reason, match[1]
    return None


@lru_cache(maxsize=64)
def _openers(lang: str) -> tuple[Phrases[str], Phrases[str]]:
    """The phrases that open a reason or the like, and others that open a phrase."""
    pack = load_pack(lang)
    reasons = {w for name in _REASONS for w in pack.words("coverage", name)}
    others = {w for name in _OTHERS for w in pack.words("coverage", name)}
    others |= {*pack.words("events", "clause"), *pack.words("attribution", "relative")}
    return Phrases(((w, w) for w in sorted(reasons)), lang), Phrases(
        ((w, w) for w in sorted(others)), lang
    )


@lru_cache(maxsize=64)
def _hyphenated(lang: str) -> frozenset[str]:
    words = (w for name in _REASONS for w in load_pack(lang).words("coverage", name))
    return frozenset(fold_word(w) for w in words if "-" in w and " " not in w)
