"""The archive at scale: ``python -m bench archive`` builds a store of 200,000 stories.

The stories are synthesised: words of made-up syllables by Zipf's law in six languages (60 % Latin
script), three names, three figures and a date each, about 100 words. An article is made of two
stories of one language, half of the words of each in another order, with other words between; an
article in another language shares three names or figures with its one source, and no word. Names
are spelt by a table of syllables in Latin, Cyrillic and Arabic script, so that real spelling policy
is not measured here (``tests/language/test_romanise.py`` has that).
"""

from __future__ import annotations

import datetime
import os
import random
import tempfile
import time
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from bench.table import Row
from transdiff.archive.adding import add
from transdiff.archive.find import find
from transdiff.archive.sqlite import Store
from transdiff.model import Document

STORIES = int(os.environ.get("TRANSDIFF_BENCH_STORIES", "200000"))
_MORE = 10_000
_QUERIES = 200
_VOCABULARY = 40_000
_WORDS = 90
_START = datetime.date(2024, 1, 1)
_LANGS = ("en", "en", "en", "en", "fr", "es", "ru", "uk", "ar", "zh")


def _syllables(consonants: str, vowel: str) -> list[str]:
    return [consonant + vowel for consonant in consonants]


_LATIN = _syllables("bdfgklmnprstvz", "a") + _syllables("bdgklmnprstv", "o")
_CYRILLIC = _syllables("бдфгклмнпрствз", "а") + _syllables("бдгклмнпрств", "о")
_ARABIC = _syllables("بدفغكلمنبرستفز", "ا") + _syllables("بدغكلمنبرستف", "و")
_ENDS = ("n", "r", "l", "m")
_ENDS_IN = {"ru": "нрлм", "uk": "нрлм", "ar": "نرلم"}
_ORDER = tuple(accumulate(1 / (rank + 2.7) for rank in range(_VOCABULARY)))


@dataclass(frozen=True)
class Story:
    """A made-up story: what it says, apart from the words that say it."""

    number: int
    lang: str
    day: datetime.date
    names: tuple[tuple[int, ...], ...]
    figures: tuple[int, ...]
    words: tuple[int, ...]

    def document(self) -> Document:
        """Return the story as a document in its language."""
        chance = random.Random(self.number)
        parts = [_word(word, self.lang) for word in self.words]
        parts += [_name(name, self.lang) for name in self.names] + [str(f) for f in self.figures]
        chance.shuffle(parts)
        return _document(f"story-{self.number}", parts, self.lang, self.day)


def story(number: int) -> Story:
    """Return the *number*-th story of the world; the same number, the same story."""
    chance = random.Random(number * 7919 + 1)
    return Story(
        number,
        chance.choice(_LANGS),
        _START + datetime.timedelta(days=number * 365 // (STORIES + _MORE)),
        tuple(tuple(chance.randrange(len(_LATIN)) for _ in range(4)) for _ in range(3)),
        tuple(chance.randrange(100, 100_000) for _ in range(3)),
        tuple(_rank(chance) for _ in range(_WORDS)),
    )


def _rank(chance: random.Random) -> int:
    return bisect(_ORDER, chance.random() * _ORDER[-1])


@cache
def _word(rank: int, lang: str) -> str:
    """The *rank*-th word of a language."""
    chance = random.Random(f"{lang}{rank}")
    if lang == "zh":
        return "".join(chr(0x4E00 + chance.randrange(3000)) for _ in range(2))
    table = {"ru": _CYRILLIC, "uk": _CYRILLIC, "ar": _ARABIC}.get(lang, _LATIN)
    return "".join(chance.choice(table) for _ in range(chance.randrange(2, 5)))


def _name(name: tuple[int, ...], lang: str) -> str:
    table = {"ru": _CYRILLIC, "uk": _CYRILLIC, "ar": _ARABIC}.get(lang, _LATIN)
    end = _ENDS_IN.get(lang, "nrlm")[name[0] % 4]
    return ("".join(table[part] for part in name) + end).capitalize()


def _document(id: str, parts: list[str], lang: str, day: datetime.date) -> Document:
    text = ("" if lang == "zh" else " ").join(parts)
    return Document(id, text, lang, publisher="wire", published=day.isoformat())


def rewritten(chance: random.Random, total: int) -> tuple[Document, set[str]]:
    """Return an article made of two stories of one language, and their ids."""
    first = story(chance.randrange(total))
    second = first
    while second.lang != first.lang or second is first or abs(second.day - first.day).days > 3:
        second = story(min(total - 1, max(0, first.number + chance.randrange(-1500, 1500))))
    parts = []
    for source in (first, second):
        kept = chance.sample(source.words, _WORDS // 2)
        parts += [_word(word, source.lang) for word in kept]
        parts += [_name(name, source.lang) for name in source.names[:2]]
        parts += [str(source.figures[0])]
    parts += [_word(_rank(chance), first.lang) for _ in range(_WORDS // 2)]
    chance.shuffle(parts)
    document = _document("article", parts, first.lang, max(first.day, second.day))
    return document, {f"story-{s.number}" for s in (first, second)}


def translated(chance: random.Random, total: int) -> tuple[Document, set[str]]:
    """Return an English article with three names or figures of one story in another script."""
    source = story(chance.randrange(total))
    while source.lang not in ("ru", "uk", "ar"):
        source = story(chance.randrange(total))
    parts = [_word(_rank(chance), "en") for _ in range(_WORDS)]
    shared = [_name(name, "en") for name in source.names] + [str(f) for f in source.figures]
    parts += chance.sample(shared, 3)
    chance.shuffle(parts)
    return _document("article", parts, "en", source.day), {f"story-{source.number}"}


def _measured(store: Store, make: object, *, dated: bool) -> tuple[float, float, float]:
    """Recall at 10, median and 95th percentile in milliseconds over the queries."""
    chance = random.Random(5)
    found = wanted = 0
    times = []
    for _ in range(_QUERIES):
        article, sources = make(chance, STORIES)  # type: ignore[operator]
        window = {}
        if dated:
            day = datetime.date.fromisoformat(article.published)
            window = {"since": (day - datetime.timedelta(10)).isoformat(), "until": str(day)}
        start = time.process_time()
        hits = find(store, article, k=10, **window)
        times.append(1000 * (time.process_time() - start))
        wanted += len(sources)
        found += len(sources & {hit.story.uri for hit in hits})
    times.sort()
    return found / wanted, times[len(times) // 2], times[int(len(times) * 0.95)]


def _stories(first: int, last: int) -> Iterator[Document]:
    return (story(number).document() for number in range(first, last))


def rows() -> list[Row]:
    """Build the store and search it."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(Path(folder) / "w.db", create=True) as store,
    ):
        spent = 0.0
        for start in range(0, STORIES, 10_000):  # making the stories is not part of it
            batch = list(_stories(start, min(STORIES, start + 10_000)))
            began = time.process_time()
            add(store, batch)
            spent += time.process_time() - began
        more = list(_stories(STORIES, STORIES + _MORE))
        began = time.process_time()
        add(store, more)
        added = time.process_time() - began
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6
        recall, median, p95 = _measured(store, rewritten, dated=False)
        windowed, _, windowed_p95 = _measured(store, rewritten, dated=True)
        across, _, across_p95 = _measured(store, translated, dated=False)
    what = f"archive of {STORIES:,} stories"
    return [
        Row(f"{what}: build", f"{spent:.1f} CPU s", "<= 60 s", "tantivy 12 s, bm25s 35 s"),
        Row(f"{what}: add {_MORE:,}", f"{added:.1f} CPU s", "<= 5 s"),
        Row(f"{what}: size", f"{size:.0f} MB"),
        Row(
            f"{what}: find, p95", f"{p95:.0f} ms (median {median:.0f})", "<= 60 ms", "tantivy 6 ms"
        ),
        Row(f"{what}: recall@10, two sources", f"{recall:.3f}", ">= .97", "tantivy .995"),
        Row(f"{what}: recall@10, date window", f"{windowed:.3f} (p95 {windowed_p95:.0f} ms)"),
        Row(
            f"{what}: recall@10 across scripts", f"{across:.3f} (p95 {across_p95:.0f} ms)", ">= .80"
        ),
    ]
