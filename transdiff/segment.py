"""Document → segments: sentences with exact offsets.

sentencex proposes where sentences end in any language; what it gets wrong in the news is repaired
with the word lists of the language's pack (``[segmentation]``): initials, titles and dates that it
cuts, sentences inside a quotation that it does not. Where sentencex is missing (no wheel) or
panics, the repair rules alone do the work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import regex

from transdiff.facts import Span
from transdiff.language.pack import load_pack
from transdiff.model import Document, Segment, primary

_END = regex.compile(
    r"(?P<stop>(?<![.!?…])[.!?…]++|[؟۔।॥])(?P<close>[\"”»’'“‟)\]）]*+)\s++"
    r"|(?P<stop>[。！？｡]+|(?<=\p{Armenian}[”»\"]?)[։:])(?P<close>[\"”»’」』）)\]]*+)\s*+"
)
_KNOWN_STOPS = frozenset(".!?…؟۔।॥。！？｡։:")
_OPENING = "\"“«„‘'([（「『‹¿¡—–- \t\n\u00a0"
_WORD_BEFORE = regex.compile(r"[^\s\"“«„(\[/]{1,20}$")
_FIRST_WORD = regex.compile(r"[\p{L}\p{M}\p{N}'’\-]+")
_INITIALS = regex.compile(r"(?:\p{L}\.)*\p{L}")
_LIST_NUMBER = regex.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])[.)]")
_QUOTES_OPEN, _QUOTES_CLOSE = "“«„「『", "”»」』"
_SPACE = regex.compile(r"[^\S ]")
_LONGEST_ATTRIBUTION = 60
_LONGEST = 1000
"""Characters beyond which text without an end is no sentence that a reader would follow."""


def segment(document: Document) -> tuple[Segment, ...]:
    """Cut every compared block into sentences, in order; other blocks are one segment each.

    Spans have no white space around; between those of one block there is nothing but white space.
    """
    if document.sentences:
        return tuple(
            Segment(span, span.of(document.text), block)
            for span, block in zip(document.sentences, document.blocks, strict=True)
        )
    found = []
    for block in document.blocks:
        text = block.span.of(document.text)
        cuts = sentence_ends(text, document.lang) if block.kind.compared else ()
        for span in _between(text, block.span.start, cuts):
            found.append(Segment(span, span.of(document.text), block))
    return tuple(found)


def _between(text: str, start: int, cuts: tuple[int, ...]) -> Iterator[Span]:
    at = 0
    for end in (*cuts, len(text)):
        piece = text[at:end]
        if piece.strip():
            first = start + at + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(piece.strip()))
        at = end


def sentence_ends(text: str, lang: str) -> tuple[int, ...]:
    """Return where the sentences of a paragraph end (white space included), less the last one."""
    rules = _rules(primary(lang))
    proposed = _proposed(text, rules.lang)
    found = {
        match.end()
        for match in _END.finditer(text)
        if match.end() < len(text) and rules.ends(text, match, proposed)
    }
    foreign = {end for end in proposed or () if end < len(text) and _foreign_stop(text[:end])}
    return tuple(_bounded(text, sorted(found | foreign)))


def _bounded(text: str, cuts: list[int]) -> Iterator[int]:
    """Cut what is too long at white space, so that the cost of no text grows with its square."""
    at = 0
    for end in (*cuts, len(text)):
        while end - at > _LONGEST:
            space = max(text.rfind(" ", at, at + _LONGEST), text.rfind("\n", at, at + _LONGEST))
            at = space + 1 if space > at else at + _LONGEST
            yield at
        if end < len(text):
            yield end
        at = end


def _foreign_stop(sentence: str) -> bool:
    """Whether *sentence* ends with a mark that the rules here do not know (``።``, ``᙮``)."""
    last = sentence.rstrip().rstrip(_QUOTES_CLOSE + "\"'’)]")[-1:]
    return (
        bool(last)
        and last not in _KNOWN_STOPS
        and bool(regex.match(r"\p{Sentence_Terminal}", last))
    )


def _proposed(text: str, lang: str) -> frozenset[int] | None:
    """Return sentencex's ends, None where it cannot be used.

    Some letters before a space outside ASCII make it panic (1.0.32), so every such space becomes a
    plain one; the panic is a BaseException.
    """
    splitter = _sentencex()
    if splitter is None:
        return None
    try:
        parts = splitter.get_sentence_boundaries(lang, _SPACE.sub(" ", text))
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        return None
    return frozenset(part["end_index"] for part in parts)


@lru_cache(maxsize=1)
def _sentencex():  # type: ignore[no-untyped-def]
    try:
        import sentencex
    except ImportError:
        return None
    return sentencex


@dataclass(frozen=True)
class _Rules:
    """The ``[segmentation]`` lists of one language."""

    lang: str
    titles: frozenset[str]
    abbreviations: frozenset[str]
    units: frozenset[str]
    starters: frozenset[str]
    speech: regex.Pattern[str]
    before_ordinal: frozenset[str]
    after_ordinal: frozenset[str]

    def ends(self, text: str, match: regex.Match[str], proposed: frozenset[int] | None) -> bool:
        """Whether the stop that *match* found ends a sentence."""
        stop, close = match["stop"], match["close"]
        after = text[match.end() : match.end() + _LONGEST_ATTRIBUTION]
        first = after.lstrip(_OPENING)
        if not first or first[0].islower() or not first[0].isalnum():
            return False
        if close and self._attributes(after, stop):
            return False
        if stop == ":" and self.lang != "hy":
            return False
        if stop != ".":
            return True
        word = _FIRST_WORD.match(first)
        return self._full_stop(text, match, word[0] if word else "", proposed)

    def _attributes(self, after: str, stop: str) -> bool:
        """Whether a quotation just closed and what follows says who spoke: ``!» — сказал``."""
        if regex.match(r"\s*[-–—]\s*\p{Ll}", after):
            return True
        return not stop.startswith(".") and bool(self.speech.match(after))

    def _full_stop(
        self, text: str, match: regex.Match[str], first: str, proposed: frozenset[int] | None
    ) -> bool:
        before = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
        word = before[0] if before else ""
        bare = word.strip("'’")
        if not word or match["close"].strip():
            return True
        if text.startswith("/", max(0, match.start() - len(word) - 1)):
            return True  # м/с, км/ч: a unit, whatever else the letter abbreviates
        if bare in self.titles or bare.lstrip("(") in self.titles:
            return False
        starts = first in self.starters or first.partition("'")[0] + "'" in self.starters
        if bare in self.units:
            figure = text[max(0, match.start() - len(word) - 3) : match.start() - len(word)]
            return any(c.isdigit() for c in figure)
        if bare in self.abbreviations or self._phrase(text, match.start()):
            return starts
        if _INITIALS.fullmatch(bare):
            return self._initial(text, match.start() - len(word), bare, starts)
        if bare.isdigit():
            return self._figure(text, match, bare, first)
        if proposed is None or match.end() in proposed or _inside_quotation(text, match.start()):
            return True
        return len(bare) > 4 or starts or not bare[0].isupper()

    def _phrase(self, text: str, end: int) -> bool:
        """Whether an abbreviation of two words ends here: ``et al``, ``т. п``."""
        tail = text[max(0, end - 8) : end].replace("\u00a0", " ")
        return any(" " in phrase and tail.endswith(phrase) for phrase in self.abbreviations)

    def _initial(self, text: str, start: int, initials: str, starts: bool) -> bool:
        """``J. Smith`` goes on, ``the U.S. The`` ends; ``vitamin C. The`` ends as well."""
        if "." in initials or not initials.isupper():
            return starts
        before = text[:start].rstrip()[-30:].split()
        named = bool(before) and before[-1][:1].isupper() and before[-1][-1:] != ","
        return starts and not named and bool(before)

    def _figure(self, text: str, match: regex.Match[str], digits: str, first: str) -> bool:
        """A list number, or in some languages an ordinal, does not end a sentence."""
        head = text[: match.end()].lstrip()
        if len(head) <= 6 and _LIST_NUMBER.match(head):
            return False
        if len(digits) > 2 or not self.after_ordinal:
            return True
        before = text[: match.start() - len(digits)].split()[-1:]
        return not (first in self.after_ordinal or (before and before[0] in self.before_ordinal))


def _inside_quotation(text: str, at: int) -> bool:
    """Whether offset *at* lies between quotation marks, looking back over the paragraph."""
    opened = max(text.rfind(c, 0, at) for c in _QUOTES_OPEN)
    closed = max(text.rfind(c, 0, at) for c in _QUOTES_CLOSE)
    return opened > closed or text.count('"', 0, at) % 2 == 1


@lru_cache(maxsize=64)
def _rules(lang: str) -> _Rules:
    pack = load_pack(lang)

    def words(key: str) -> frozenset[str]:
        return frozenset(pack.words("segmentation", key))

    verbs = "|".join(map(regex.escape, pack.words("segmentation", "speech"))) or r"(?!)"
    packed = lang in ("zh", "ja")
    speaker = (
        r"[^。，,！？\s]{0,14}?" if packed and lang == "zh" else r"(?:[\p{L}\p{M}'’.\-]+\s+){0,5}"
    )
    return _Rules(
        lang,
        words("titles"),
        words("abbreviations"),
        words("units"),
        words("starters"),
        regex.compile(
            rf"\s*(?:{'' if lang == 'ja' else speaker})(?:{verbs})"
            + ("" if packed else r"(?!\p{L})")
        ),
        words("before-ordinal"),
        words("after-ordinal"),
    )
