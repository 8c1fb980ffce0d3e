"""Plain flips: ``python -m bench.flips SETS… [--misses]``: one token of an article made wrong.

What anybody tries first: change a figure, a day or a surname of an article, or put in a *not*, and
see whether it is found. Each of SETS is a folder of article sets as ``../shared/gold`` has them. A
token is changed where the references have it too, outside what was planted; the edit is found if a
finding on it is major or critical. Edits are chosen by the name of the set, so that two runs make
the same ones.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import tomli

import transdiff
from bench.gold import article_sets, documents
from bench.shared import shared
from bench.table import Row
from transdiff.facts import Span
from transdiff.model import Document, Severity

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FULL_NAME = re.compile(r"(?<=[a-z] )([A-Z][\w’'-]+) ([A-Z][\w-]{4,})")
_SURNAMES = ("Corlett", "Brandauer", "Mistrik", "Okparaebo")
_UNSPACED = ("zh", "ja")
_DENIED = "denied"
"""The table of verbs beside which a denial may be put, and of that denial."""
_NEAR = 3
"""Code points within which of something planted nothing is edited."""
_MOST = {"figure": 3, "number": 2, "denial": 3}
"""Edits of a kind in one article; of other kinds one."""


class Flip(NamedTuple):
    """An edit: what is changed, where it stands, and what is put there."""

    kind: str
    start: int
    end: int
    new: str

    @property
    def span(self) -> Span:
        """Where the edit stands in the edited text."""
        return Span(self.start, self.start + len(self.new))

    def of(self, text: str) -> str:
        """Return *text* with the edit made."""
        return text[: self.start] + self.new + text[self.end :]


def flips(folder: Path) -> Iterator[tuple[Flip, Document, Mapping[str, Document]]]:
    """Yield the edits of the set in *folder*, each with the edited article and the references."""
    article, references = documents(folder)
    planted = json.loads((folder / "gold.json").read_text("utf-8"))["divergences"]
    taken = [(p["hyp_start"], p["hyp_end"]) for p in planted if p["hyp_text"] is not None]
    said = "\n".join(document.text for document in references.values())
    chance = random.Random(folder.name)
    by_kind: dict[str, list[Flip]] = {}
    for flip in _possible(article.text, article.lang or "", said, chance):
        if not any(s - _NEAR < flip.end and flip.start < e + _NEAR for s, e in taken):
            by_kind.setdefault(flip.kind, []).append(flip)
    for kind, found in sorted(by_kind.items()):
        for flip in chance.sample(found, min(len(found), _MOST.get(kind, 1))):
            text = flip.of(article.text)
            edited = Document.from_text(
                text, article.lang, id=article.id, published=article.published
            )
            yield flip, edited, references


def _possible(text: str, lang: str, said: str, chance: random.Random) -> Iterator[Flip]:
    """Yield the edits of tokens of *text* that the references *said* too."""
    yield from (f for f in _figures(text, chance) if text[f.start : f.end] in said)
    lists = dict(_lists().get(lang, {}))
    yield from _denials(text, lang, **lists.pop(_DENIED, {}))
    for kind, words in lists.items():
        for word in words:
            others = [w for w in words if w != word and w not in text]
            for at in _places(text, word, lang) if word in said and others else ():
                yield Flip(kind.removesuffix("s"), at, at + len(word), chance.choice(others))
    for match in _FULL_NAME.finditer(text):
        if match[0] in said:
            yield Flip("name", *match.span(2), chance.choice(_SURNAMES))


def _denials(
    text: str, lang: str, verbs: Sequence[str] = (), before: str = "", after: str = ""
) -> Iterator[Flip]:
    """Yield the edits that deny a verb of the text below the headline, which nothing denied."""
    body = text.find("\n") + 1
    for verb in verbs:
        for at in (p for p in _places(text, verb, lang) if p >= body):
            end = at + len(verb)
            beside = text[max(0, at - len(before)) : at], text[end : end + len(after)]
            if (before or after) not in beside:
                yield Flip("denial", at, end, f"{before}{verb}{after}")


def _figures(text: str, chance: random.Random) -> Iterator[Flip]:
    for match in _DIGITS.finditer(text):
        old = match[0]
        if text[match.end() :].startswith("-"):
            continue
        if _YEAR.fullmatch(old):
            yield Flip("year", *match.span(), str(int(old) + chance.choice((-3, -2, 2, 3))))
        else:
            first = chance.choice([d for d in "123456789" if d != old[0]])
            yield Flip("figure", *match.span(), first + old[1:])


def _places(text: str, word: str, lang: str) -> Iterator[int]:
    plain = re.escape(word)
    pattern = plain if lang in _UNSPACED else rf"(?<![\w-]){plain}(?![\w-])"
    yield from (m.start() for m in re.finditer(pattern, text))


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, Any]]:
    return tomli.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


def found_on(flip: Flip, report: transdiff.Report) -> str:
    """What is found on the edit: ``grave``, ``minor`` or ``nothing``."""
    on = [f for f in report.findings if f.span.overlaps(flip.span)]
    if any(f.severity.rank > Severity.MINOR.rank for f in on):
        return "grave"
    return "minor" if on else "nothing"


def run(roots: Sequence[Path], *, misses: bool = False) -> Counter[tuple[str, str]]:
    """Make the edits of all sets in *roots* and count (kind, what is found)."""
    counts: Counter[tuple[str, str]] = Counter()
    for folder in (one for root in roots for one in article_sets(root)):
        for flip, edited, references in flips(folder):
            found = found_on(flip, transdiff.compare(edited, references))
            counts[flip.kind, found] += 1
            if misses and found != "grave":
                around = edited.text[max(0, flip.start - 60) : flip.start + 60]
                line = f"{found} {folder.name} {flip.kind} {flip.new!r}: {around!r}"
                sys.stdout.write(line + "\n")
    return counts


def rows() -> list[Row]:
    """The figures of the table, from the gold sets."""
    counts = run([shared("gold")])
    every = counts.total()
    grave = sum(n for (_, found), n in counts.items() if found == "grave")
    return [Row("one token changed: found, major or critical", f"{grave / every:.3f}", "", "")]


def main() -> int:
    """Print what is found of each kind."""
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("sets", nargs="+", type=Path)
    ask.add_argument("--misses", action="store_true", help="print what is not found")
    given = ask.parse_args()
    counts = run(given.sets, misses=given.misses)
    for kind in sorted({kind for kind, _ in counts}):
        grave, minor, nothing = (counts[kind, found] for found in ("grave", "minor", "nothing"))
        line = f"{kind}: {grave} of {grave + minor + nothing}, {minor} minor"
        sys.stdout.write(line + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
