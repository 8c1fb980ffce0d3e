"""A bilingual lexicon, learnt from sentence pairs with IBM model 1 in both directions.

Model 1 (Brown et al. 1993) finds, by expectation maximisation, how likely a word is given a word of
the other language. A pair of words is kept when both directions believe in it; its strength is
the geometric mean of the two. The file is plain tab-separated text that a human can read and mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import regex

from transdiff.errors import InputError, os_reason
from transdiff.language.words import fold_word, stem_word

_TOKEN = regex.compile(r"\p{Han}+|[\p{Katakana}ー]+|\p{Hiragana}+|\p{Thai}+|[\p{L}\p{M}]+|\d+")
_SOLID = regex.compile(r"[\p{Han}\p{Thai}]")
_HEADER = "# transdiff lexicon 1"
_REMEDY = "make one with: transdiff lexicon learn"
_ROUNDS, _LEAST, _LONGEST = 5, 0.02, 80

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def tokens_of(text: str, lang: str) -> list[str]:
    """Return the stems of *text* that a lexicon knows: words; characters and pairs of Han, Thai."""
    found: list[str] = []
    for run in _TOKEN.findall(text):
        if _SOLID.match(run):
            found += run
            found += [run[k : k + 2] for k in range(len(run) - 1)]
        else:
            found.append(_stem(run, lang))
    return found


@lru_cache(maxsize=65536)
def _stem(word: str, lang: str) -> str:
    return stem_word(fold_word(word), lang)


@dataclass(frozen=True)
class Lexicon:
    """What words of one language mean in the other; ``pairs[source][target]`` is a strength.

    ``langs`` are the primary subtags of both sides. Meanings are words of the second.
    """

    langs: tuple[str, str]
    pairs: Mapping[str, Mapping[str, float]]

    def fits(self, one: str, other: str) -> bool:
        """Whether the lexicon is for this pair of languages, either way round."""
        return {one, other} == set(self.langs)

    def meanings(self, token: str) -> list[tuple[str, float]]:
        """Return the meanings of ``lang:word`` with their weights; a target word means itself."""
        lang, _, word = token.partition(":")
        if lang == self.langs[1]:
            return [(word, 1.0)]
        return list(self.pairs.get(word, {}).items())

    def dumps(self) -> str:
        """Return the lexicon as the text of its file, one pair of words a line, sorted."""
        lines = [_HEADER, f"# {self.langs[0]}\t{self.langs[1]}"]
        for word in sorted(self.pairs):
            lines += [f"{word}\t{e}\t{p:.4f}" for e, p in sorted(self.pairs[word].items())]
        return "\n".join(lines) + "\n"


def load_lexicon(path: Path) -> Lexicon:
    """Read a lexicon, once for as long as the file stays the same.

    Raises InputError for a missing file or another format.
    """
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise InputError(f"{path}: {os_reason(error)}") from None


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Lexicon:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path}: {os_reason(error)}") from None
    except UnicodeDecodeError:
        raise InputError(f"{path} is not a lexicon; {_REMEDY}") from None
    if len(lines) < 2 or lines[0] != _HEADER:
        raise InputError(f"{path} is not a lexicon; {_REMEDY}")
    source, _, target = lines[1].removeprefix("# ").partition("\t")
    pairs: dict[str, dict[str, float]] = {}
    for number, line in enumerate(lines[2:], 3):
        try:
            word, meaning, strength = line.split("\t")
            pairs.setdefault(word, {})[meaning] = float(strength)
        except ValueError:
            raise InputError(f"{path}:{number}: expected word, meaning, strength") from None
    return Lexicon((source, target), pairs)


def learn(
    memory: Iterable[tuple[str, str]], langs: tuple[str, str], rounds: int = _ROUNDS
) -> Lexicon:
    """Learn a lexicon from sentence pairs (source, target) in the languages *langs*.

    Raises InputError when there is nothing to learn from.
    """
    sources, targets = [], []
    for source, target in memory:
        left, right = tokens_of(source, langs[0])[:_LONGEST], tokens_of(target, langs[1])[:_LONGEST]
        if left and right:
            sources.append(left)
            targets.append(right)
    if not sources:
        raise InputError("no sentence pairs to learn a lexicon from")
    left_ids, left_words = _numbered(sources)
    right_ids, right_words = _numbered(targets)
    corpus = _Corpus.of(left_ids, right_ids, len(right_words))
    forth = corpus.train(rounds)
    back = _Corpus.of(right_ids, left_ids, len(left_words))
    pairs: dict[str, dict[str, float]] = {}
    width, height = len(right_words), len(left_words)
    backward = back.lookup(corpus.keys % width * height + corpus.keys // width, back.train(rounds))
    strength = np.sqrt(forth * backward)
    for key in np.flatnonzero(strength > _LEAST):
        left_word, right_word = divmod(int(corpus.keys[key]), width)
        pairs.setdefault(left_words[left_word], {})[right_words[right_word]] = float(strength[key])
    return Lexicon(langs, pairs)


def _numbered(sentences: Sequence[Sequence[str]]) -> tuple[list[Ints], list[str]]:
    vocabulary: dict[str, int] = {}
    ids = [
        np.unique([vocabulary.setdefault(w, len(vocabulary)) for w in sentence])
        for sentence in sentences
    ]
    return ids, list(vocabulary)


@dataclass(frozen=True)
class _Corpus:
    """All co-occurring word pairs: ``slots`` number them (``keys[slot]``), one entry for each.

    ``bounds`` delimit, for every target word of every sentence, its candidate sources.
    """

    keys: Ints
    slots: npt.NDArray[np.int32]
    sources: Ints
    starts: Ints

    @classmethod
    def of(cls, sources: Sequence[Ints], targets: Sequence[Ints], width: int) -> _Corpus:
        """Pair every source word with every target word of its sentence."""
        parts, starts, at = [], [], 0
        for left, right in zip(sources, targets, strict=True):
            parts.append((left[None, :] * width + right[:, None]).ravel())
            starts.append(at + np.arange(len(right)) * len(left))
            at += len(left) * len(right)
        keys, slots = np.unique(np.concatenate(parts), return_inverse=True)
        return cls(keys, slots.astype(np.int32), keys // width, np.concatenate(starts))

    def train(self, rounds: int) -> Floats:
        """Return how likely the target of every pair is, given the source."""
        likely = np.ones(len(self.keys))
        for _ in range(rounds):
            each = likely[self.slots]
            sums = np.add.reduceat(each, self.starts)
            lengths = np.diff(np.append(self.starts, len(each)))
            counts = np.bincount(self.slots, each / np.repeat(sums, lengths), len(self.keys))
            totals = np.bincount(self.sources, counts)
            likely = counts / totals[self.sources]
        return likely

    def lookup(self, keys: Ints, values: Floats) -> Floats:
        """Return the *values* of pairs *keys*; all are known, the order may differ."""
        return values[np.searchsorted(self.keys, keys)]
