"""Rule ``name-surname-order``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name
from transdiff.language.mentions import letters
from transdiff.language.romanise import romanise
from transdiff.model import Severity
from transdiff.rule import Mark, rule

_HAN = regex.compile(r"\p{Han}{2,4}")
_ADDRESSED = regex.compile(r"(?:Mr|Ms|Mrs|Miss|Dr|Prof)\.?\s$")


@rule(group="names", category="name", severity="major")
def name_surname_order(pair: Comparison) -> Iterator[Mark]:
    """Report a family name and a given name that changed places.

    A Chinese name has the family name first: 陆文 is *Lu Wen*, then *Mr Lu*. Reported are the two
    parts in reverse, and a form of address before the given name alone. Where references put the
    parts in either order, both are right.

    Flagged:
        reference[zh]: 市长沈嘉禾说，桥梁将于五月开放。
        translation: Mayor [[Jiahe Shen]] said the bridge would open in May.

        reference[zh]: 市长沈嘉禾说，桥梁将于五月开放。
        translation: Mr [[Jiahe]] said the bridge would open in May.

        reference: Mayor Shen Jiahe said the bridge would open in May.
        translation: Mayor [[Jiahe Shen]] said the bridge would open in May.

    Allowed:
        reference[zh]: 市长沈嘉禾说，桥梁将于五月开放。
        translation: Mayor Shen Jiahe said the bridge would open in May.

        reference[zh]: 市长沈嘉禾说，桥梁将于五月开放。
        translation: Mr Shen said the bridge would open in May.

        reference: Mayor Shen Jiahe said the bridge would open in May.
        reference: Mayor Jiahe Shen said the bridge would open in May.
        translation: Mayor Jiahe Shen said the bridge would open in May.
    """
    for mine in pair.segment.facts.names:
        if mine.concept or not mine.sure:
            continue
        words = [letters(w, pair.lang) for w in mine.text.split()]
        found = [(w, place) for w in pair.witnesses if (place := _turned(pair, w, mine, words))]
        if not found or any(_as_written(w, words) for w in pair.witnesses):
            continue
        witness, (start, end) = found[0]
        offset = witness.segments[0].span.start
        span = type(mine.span)(offset + start, offset + end)
        severity = Severity.MAJOR if witness.lang == "zh" or len(words) == 1 else Severity.MINOR
        yield Mark.against(pair.evidence(mine.span), witness.evidence(span), severity)


def _stretch(witness: Witness) -> str:
    """The linked text of the witness in one piece."""
    first, last = witness.segments[0].span, witness.segments[-1].span
    return witness.story.document.text[first.start : last.end]


def _turned(
    pair: Comparison, witness: Witness, mine: Name, words: list[str]
) -> tuple[int, int] | None:
    """Where the witness has the parts of the name the other way round."""
    text = _stretch(witness)
    if witness.lang == "zh" and pair.lang != "zh":
        return _turned_pinyin(pair, mine, words, text)
    if len(words) != 2 or witness.lang != pair.lang or pair.lang in ("zh", "ja"):
        return None
    first, last = mine.text.split()
    at = text.find(f"{last} {first}")
    return (at, at + len(last) + len(first) + 1) if at >= 0 else None


def _turned_pinyin(
    pair: Comparison, mine: Name, words: list[str], text: str
) -> tuple[int, int] | None:
    before = pair.whole.story.document.text[: mine.span.start]
    addressed = len(words) == 1 and _ADDRESSED.search(before)
    for match in _HAN.finditer(text, overlapped=True):
        for size in (3, 2, 4):
            syllables = [letters(c, "zh") for c in match[0][:size]]
            if len(syllables) < 2 or len(match[0]) < size:
                continue
            given = "".join(syllables[1:])
            if len(words) == 2 and words == [given, syllables[0]] and given != syllables[0]:
                return match.start(), match.start() + size
            if addressed and size == 3 and words == [given]:
                return match.start(), match.start() + size
    return None


def _as_written(witness: Witness, words: list[str]) -> bool:
    """Whether the witness has the parts in the article's order."""
    plain = romanise(_stretch(witness), witness.lang)
    if witness.lang == "zh":
        return len(words) > 1 and "".join(words) in letters(plain, "en")
    return len(words) > 1 and " ".join(words) in plain
