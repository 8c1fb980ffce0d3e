"""Hedges and denials that the form of a verb makes, without a word of their own.

An ending (the press conditional), a modal verb that frames its infinitive (*soll … sein*), a
particle before a present, a letter before the verb (Armenian *չ*).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from transdiff.facts import Span, Word
from transdiff.language.passage import Passage

_SHORTEST = 6
"""Letters of a verb from which its ending is trusted."""
_FRAME = 20
"""Words from a modal verb to the infinitive that it frames."""


def inflected_hedges(passage: Passage) -> Iterator[tuple[str, Word]]:
    """Yield the verbs that an ending alone makes a hedge: the press conditional."""
    endings = passage.pack.section("hedges").get("endings", {})
    if not endings:
        return
    plain = frozenset(endings.get("except", ()))
    for word in passage.words:
        if len(word.fold) < _SHORTEST or word.fold in plain:
            continue
        for value, forms in endings.items():
            if value != "except" and word.fold.endswith(tuple(forms)):
                yield value, word


def framed_hedges(passage: Passage) -> Iterator[tuple[str, Word]]:
    """Yield the modal verbs that a participle and an infinitive make a hedge: *soll … sein*."""
    frames = passage.pack.section("hedges").get("frames", {})
    if not frames:
        return
    words = passage.words
    closers = [
        i
        for i in range(1, len(words))
        if len(words[i - 1].fold) >= _SHORTEST
        and words[i - 1].fold.endswith(tuple(frames["participle"]))
        and words[i - 1].text[:1].islower()
    ]
    for value, pairs in frames["verbs"].items():
        for opener, closer in (pair.split() for pair in pairs):
            ends = [i for i in closers if words[i].fold == closer]
            for i, word in enumerate(words):
                if word.fold == opener and any(0 < k - i <= _FRAME for k in ends):
                    yield value, word
    for value, phrases in frames.get("states", {}).items():
        for opener, *rest in (phrase.split() for phrase in phrases):
            at = next((i for i, word in enumerate(words) if word.fold == opener), None)
            if at is not None and _in_order(words[at + 1 : at + 1 + _FRAME], rest):
                yield value, words[at]


def _in_order(words: Sequence[Word], wanted: Sequence[str]) -> bool:
    """Whether *words* has all that is *wanted*, one behind the other."""
    folds = iter(word.fold for word in words)
    return all(fold in folds for fold in wanted)


def particle_hedges(passage: Passage) -> Iterator[tuple[str, Word]]:
    """Yield the particles that hedge a verb in the present, and only such a one."""
    particles = passage.pack.section("hedges").get("particles", {})
    if not particles:
        return
    before, past = tuple(particles["before"]), tuple(particles["past"])
    for word, following in pairwise(passage.words):
        present = following.fold.startswith(before) and not following.fold.startswith(past)
        if present and word.fold in particles["possible"]:
            yield "possible", word


def prefixed_denials(passage: Passage, denied: Sequence[Span]) -> Iterator[Word]:
    """Yield the verbs that a letter before them denies, beyond those that are *denied* already."""
    section = passage.pack.section("negation").get("prefixed", {})
    if not section:
        return
    plain = tuple(section["except"])
    for word in passage.words:
        if (
            word.fold.startswith(section["letter"])
            and len(word.fold) >= _SHORTEST
            and word.text[0].islower()
            and not word.fold.startswith(plain)
            and not any(span.overlaps(word.span) for span in denied)
        ):
            yield word
