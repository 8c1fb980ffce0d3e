"""How far two texts agree: losses between 0 (equal) and about 1, each named for what it measures.

Each loss is zero for equal texts and grows with the difference, so that a weighted sum with
weights that are not negative is zero for equal texts and monotone in what differs. Rates, not
counts: none depends on the length of the text. ``missing`` is what the article lacks of the
reference, ``added`` what it has beyond it. Across languages only facts can be compared.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from rapidfuzz.distance import LCSseq, Levenshtein
from rapidfuzz.process import extractOne

from transdiff.score.slips import slips
from transdiff.score.words import Text

_ALIKE = 0.5
"""Two words this similar in their letters are partly the same word."""
_MISSPELT = 0.75
_LONG = 5
_SEARCHED = 300
"""So many words that the other text lacks are looked up by their letters; the rest are unlike."""


SECTIONS: Mapping[str, tuple[str, ...]] = {
    "wording": (
        "content-missing",
        "content-changed",
        "letters-missing",
        "phrases-added",
        "run-added",
        "shorter",
    ),
    "order": ("order", "inserted", "repeated-pairs", "repeated-words", "stutter"),
    "form": (
        "case",
        "first-letter",
        "misspelt",
        "marks-fewer",
        "marks-added",
        "question",
        "spacing",
        "foreign-script",
        "slips",
    ),
    "facts": (
        "figures-missing",
        "figures-added",
        "concepts-missing",
        "names-missing",
        "negation",
    ),
}
"""The losses by section of ``weights.toml``."""


def losses(article: Text, reference: Text) -> dict[str, float]:
    """Return the loss of *article* against *reference* by name; all are zero for equal texts."""
    if article.lang != reference.lang:
        return dict(_facts(article, reference))
    return {
        **dict(_wording(article, reference)),
        **dict(_order(article, reference)),
        **dict(_form(article, reference)),
        **dict(_facts(article, reference)),
        **dict(_names(article, reference)),
    }


def _wording(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Which words, letters and phrases the texts share."""
    mine, theirs = Counter[str](article.content), Counter[str](reference.content)
    yield "content-missing", _unlike(theirs - mine, mine - theirs) / max(1, len(reference.content))
    yield "content-changed", _distance(reference.content, article.content)
    yield "letters-missing", _uncovered(reference.trigrams, article.trigrams)
    yield "phrases-added", _missing(_runs_of(article.folds, 3), _runs_of(reference.folds, 3))
    yield "run-added", _longest_run(article.stems, reference.stems)
    shorter = len(reference.letters) - len(article.letters)
    yield "shorter", max(0, shorter) / max(1, len(reference.letters))


def _order(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Whether what is shared comes in the same order, once, with nothing put in between."""
    places = _places(article.stems, reference.stems)
    back = sum(b < a for a, b in pairwise(places))
    yield "order", back / max(1, len(places))
    yield "inserted", _insertions(reference.stems, article.stems) / max(1, len(article.stems))
    size = max(1, len(article.folds))
    pairs = _runs_of(article.folds, 2), _runs_of(reference.folds, 2)
    yield "repeated-pairs", _repeats(*pairs) / size
    yield "repeated-words", _repeats(article.content, reference.content) / size
    yield "stutter", float(_stutters(article.folds) > _stutters(reference.folds))


def _form(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Case, spelling, punctuation and slips of grammar that one language shows on its face."""
    mine, theirs = ([w.text for w in t.spoken] for t in (article, reference))
    folds = _shared(article.folds, reference.folds)
    size = max(1, len(article.folds))
    yield "case", max(0, folds - _shared(mine, theirs)) / size
    yield "first-letter", float(_first_is_lower(article) and not _first_is_lower(reference))
    yield "misspelt", _misspelt(article, reference) / size
    fewer = max(0, len(reference.marks) - len(article.marks))
    yield "marks-fewer", fewer / max(1, len(reference.folds))
    yield "marks-added", _missing(article.marks, reference.marks)
    yield "question", float(("?" in article.marks) != ("?" in reference.marks))
    yield "spacing", float(_loose_marks(article) > _loose_marks(reference))
    yield "foreign-script", float(_foreign(article) > _foreign(reference))
    more = slips(article.words, article.lang) - slips(reference.words, reference.lang)
    yield "slips", min(2.0, max(0.0, more))


def _facts(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Figures and concepts, which are the same in every language."""
    yield "figures-missing", _missing(reference.figures, article.figures)
    yield "figures-added", _missing(article.figures, reference.figures)
    yield "concepts-missing", _missing(reference.concepts, article.concepts)


def _names(article: Text, reference: Text) -> Iterator[tuple[str, float]]:
    """Names and negation, in one language."""
    yield "names-missing", _missing(reference.names, article.names)
    yield "negation", float(article.negations != reference.negations)


def _uncovered(wanted: Counter[str], found: Counter[str]) -> float:
    """Share of *wanted* that *found* lacks."""
    total = wanted.total()
    lacking = sum([n - min(n, found.get(item, 0)) for item, n in wanted.items()])
    return lacking / total if total else 0.0


def _missing(wanted: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Share of *wanted* that *found* lacks, each counted as often as it stands."""
    if not wanted:
        return 0.0
    return 1.0 - _shared(wanted, found) / len(wanted)


def _shared(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    """How many items both have, each counted as often as it stands in both."""
    left = Counter(other) if other else {}
    shared = 0
    for item in one:
        if left.get(item):
            left[item] -= 1
            shared += 1
    return shared


def _unlike(wanted: Counter[str], found: Counter[str]) -> float:
    """How much of the words *wanted* no word of *found* comes near to in its letters."""
    left = list(islice(found.elements(), _SEARCHED))
    rest = float(max(0, wanted.total() - _SEARCHED))
    for word in islice(wanted.elements(), _SEARCHED):
        near, at = _nearest(word, left)
        if near >= _ALIKE:
            left.pop(at)
            rest += 1.0 - near
        else:
            rest += 1.0
    return rest


def _nearest(word: str, others: Sequence[str]) -> tuple[float, int]:
    """The similarity and the index of the word of *others* that looks most like *word*."""
    found = extractOne(
        word, others, scorer=Levenshtein.normalized_similarity, score_cutoff=_ALIKE, processor=None
    )
    return (found[1], found[2]) if found else (0.0, -1)


def _misspelt(article: Text, reference: Text) -> int:
    """How many words are nearly, and not, a long word that the article lacks."""
    mine, theirs = Counter(article.content), Counter(reference.content)
    left = list(islice((mine - theirs).elements(), _SEARCHED))
    missing = islice((theirs - mine).elements(), _SEARCHED)
    lacking = [word for word in missing if len(word) >= _LONG]
    return sum(_nearest(word, left)[0] >= _MISSPELT for word in lacking)


def _distance(words: Sequence[str], others: Sequence[str]) -> float:
    """Edits of words per word; another word in the same place is half of an edit."""
    edits = Levenshtein.distance(words, others, weights=(2, 2, 1))
    return edits / 2 / max(1, len(words), len(others))


def _insertions(words: Sequence[str], others: Sequence[str]) -> int:
    """In how many places *others* put something between two neighbours of *words*."""
    found = 0
    run: set[str] = set()
    for step in LCSseq.opcodes(words, others):
        if step.tag == "equal":
            found += run == {"insert"}
            run = set()
        else:
            run.add(step.tag)
    return found + (run == {"insert"})


def _runs_of(words: Sequence[str], n: int) -> tuple[tuple[str, ...], ...]:
    return tuple(zip(*(words[i:] for i in range(n)), strict=False))


def _longest_run(words: Sequence[str], others: Sequence[str]) -> float:
    """The longest run of *words* none of which *others* has, as a share of them."""
    known, run, longest = set(others), 0, 0
    for word in words:
        run = 0 if word in known else run + 1
        longest = max(longest, run)
    return longest / max(1, len(words))


def _places(words: Sequence[str], others: Sequence[str]) -> list[int]:
    """Where the shared words stand in *others*, in the order of *words*, nearest place first."""
    places: dict[str, list[int]] = {}
    for i, word in enumerate(others):
        places.setdefault(word, []).append(i)
    found: list[int] = []
    last = -1
    for word in words:
        free = places.get(word)
        if free:
            n = bisect_left(free, last + 1)
            if n == len(free) or (n and last + 1 - free[n - 1] <= free[n] - last - 1):
                n -= 1
            last = free.pop(n)
            found.append(last)
    return found


def _repeats(items: Sequence[Hashable], others: Sequence[Hashable]) -> int:
    """How many of *items* stand again, beyond what *others* repeat."""
    return max(0, len(items) - len(set(items)) - len(others) + len(set(others)))


def _stutters(words: Sequence[str]) -> int:
    return sum(a == b for a, b in pairwise(words))


def _first_is_lower(text: Text) -> bool:
    return bool(text.spoken) and text.spoken[0].text[:1].islower()


def _loose_marks(text: Text) -> int:
    """How many closing marks have a space before them."""
    return sum(b.text in ",.;:!?" and b.span.start > a.span.end for a, b in pairwise(text.words))


def _foreign(text: Text) -> int:
    """How many words of a text in Latin letters are in another script."""
    letters = text.letters
    if letters.isascii() or 2 * sum(c.isascii() for c in letters) < len(letters):
        return 0
    return sum(any(c > "\u02ff" and c.isalpha() for c in fold) for fold in text.folds)
