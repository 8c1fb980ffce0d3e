"""Which quotation of the references an article's quotation renders, and how their words differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Quotation, Span, Word, WordKind
from transdiff.language.content import content_words, words_within
from transdiff.language.events import irregular_forms
from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word, stem_word
from transdiff.lazy import lazy
from transdiff.model import Segment, Story

_JOINED = 120
"""Code points of attribution that may stand between two pieces of one utterance."""
_ALIKE = 0.9
"""Jaro-Winkler similarity from which two words are spellings or inflections of one."""


_DENIES = frozenset({"not", "nominal", "lexical"})
"""Values of negation markers that turn a statement round, rather than weaken it."""


@dataclass(frozen=True)
class Utterance:
    """A quotation, or several that only their attribution separates, with its words.

    ``key`` is the reference's label, None in the article; ``segments`` are indices into the story.
    """

    key: str | None
    story: Story
    pieces: tuple[Quotation, ...]
    words: tuple[Word, ...]
    segments: tuple[int, ...]

    @lazy
    def span(self) -> Span:
        """From the first quoted word to the last."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)

    @lazy
    def content(self) -> tuple[Word, ...]:
        """The words that carry content."""
        return content_words(self.words, self.story.lang)

    @lazy
    def negations(self) -> tuple[Span, ...]:
        """The words that deny, within the quotation."""
        return denials(self, *_DENIES)

    @lazy
    def stems(self) -> frozenset[str]:
        """The stems of the content words."""
        return frozenset([w.stem for w in self.content])


def denials(quotation: Utterance, *values: str) -> tuple[Span, ...]:
    """Return the words of a quotation that deny, of the kinds *values*."""
    return tuple(
        m.span
        for i in quotation.segments
        for m in quotation.story.segments[i].facts.markers
        if m.kind == "negation" and m.value in values and quotation.span.contains(m.span)
    )


@dataclass(frozen=True)
class Rendering:
    """An article's quotation beside the utterance it renders.

    ``shared`` is the part of its content words that stand there too, in order.
    """

    mine: Utterance
    theirs: Utterance
    shared: float

    @lazy
    def literal(self) -> float:
        """The part of all words of the quotation that stand in the utterance too, in order."""
        return shared_part(self.mine.words, self.theirs.words)

    @lazy
    def rank(self) -> tuple[float, float]:
        """How near the two are, to be compared with others: few content words are alike."""
        return self.shared, self.literal


def utterances(key: str | None, story: Story, *, joined: bool) -> list[Utterance]:
    """Return the quotations of *story* that are speech; *joined* joins the pieces of one speech."""
    where: dict[Span, tuple[Quotation, list[int]]] = {}
    for n, segment in enumerate(story.segments):
        if segment.compared:
            for quotation in segment.facts.quotations:
                if not quotation.scare:
                    where.setdefault(quotation.span, (quotation, []))[1].append(n)
    groups: list[list[tuple[Quotation, list[int]]]] = []
    for entry in where.values():
        if joined and groups and _goes_on(groups[-1][-1], entry, story):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [_utterance(key, story, group) for group in groups]


def _goes_on(
    before: tuple[Quotation, list[int]], after: tuple[Quotation, list[int]], story: Story
) -> bool:
    """Whether two quotations are one utterance around its attribution."""
    near = after[0].span.start - before[0].span.end <= _JOINED
    same = before[0].speaker == after[0].speaker
    blocks = story.segments[before[1][-1]].block == story.segments[after[1][0]].block
    return near and same and blocks


def _utterance(
    key: str | None, story: Story, group: Sequence[tuple[Quotation, list[int]]]
) -> Utterance:
    words: list[Word] = []
    for quotation, indices in group:
        for i in indices:
            words += spoken(quotation, story.segments[i])
    segments = tuple(sorted({i for _, indices in group for i in indices}))
    return Utterance(key, story, tuple(q for q, _ in group), tuple(words), segments)


def spoken(quotation: Quotation, segment: Segment) -> tuple[Word, ...]:
    """Return the words between the marks, without those that only separate."""
    inside = words_within(segment.facts.words, quotation.span)
    return tuple(w for w in inside if w.kind is not WordKind.PUNCT)


def renderings(article: Article) -> tuple[tuple[Utterance, tuple[Rendering, ...]], ...]:
    """Return each quotation of the article with those it may render, the best of each reference.

    Only references in the article's language are searched, but the whole of them, since a quotation
    is easily moved away from the sentence that its paragraph is aligned with. Best first.
    """
    return article.once(_renderings)


def _renderings(article: Article) -> tuple[tuple[Utterance, tuple[Rendering, ...]], ...]:
    theirs = [
        u
        for key, story in article.references.items()
        if story.lang == article.story.lang
        for u in utterances(key, story, joined=True)
    ]
    index: dict[str, list[int]] = {}
    for n, utterance in enumerate(theirs):
        for stem in utterance.stems:
            index.setdefault(stem, []).append(n)
    rendered = []
    for mine in utterances(None, article.story, joined=False):
        common = Counter(n for stem in mine.stems for n in index.get(stem, ()))
        best: dict[str | None, Rendering] = {}
        for n, _ in common.most_common(2 * len(article.references) + 1):
            found = Rendering(mine, theirs[n], shared_part(mine.content, theirs[n].content))
            known = best.get(theirs[n].key)
            if known is None or found.rank > known.rank:
                best[theirs[n].key] = found
        in_order = sorted(best.values(), key=lambda r: str(r.theirs.key))
        rendered.append((mine, tuple(sorted(in_order, key=lambda r: r.rank, reverse=True))))
    return tuple(rendered)


def shared_part(mine: Sequence[Word], theirs: Sequence[Word]) -> float:
    """Return the part of *mine* that stands in *theirs* too, in order; 1.0 for no words at all."""
    if not mine:
        return 1.0
    return 1.0 - len(compare_words(mine, theirs, "und").added) / len(mine)


@dataclass(frozen=True)
class Changes:
    """What differs between two runs of words.

    ``added`` are only mine, ``replaced`` only theirs, less what was cut at either end: that is
    ``before`` and ``after``. ``run`` is the longest run of words that both have.
    """

    added: tuple[Word, ...]
    replaced: tuple[Word, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    run: int


def compare_words(mine: Sequence[Word], theirs: Sequence[Word], lang: str) -> Changes:
    """Compare two runs of words by their stems, contractions written out."""
    new, old = _written_out(mine, lang), _written_out(theirs, lang)
    matcher = SequenceMatcher(None, [stem for stem, _ in old], [stem for stem, _ in new], False)
    codes = matcher.get_opcodes()
    added: list[Word] = []
    replaced: list[Word] = []
    cut: dict[int, list[Word]] = {0: [], 1: []}
    for n, (tag, i, j, k, m) in enumerate(codes):
        if tag == "delete" and n in (0, len(codes) - 1):
            cut[int(n > 0)] += [w for _, w in old[i:j]]
        elif tag != "equal":
            fresh, gone = _unlike([w for _, w in new[k:m]], [w for _, w in old[i:j]])
            added += fresh
            replaced += gone
    longest = max((j - i for tag, i, j, _, _ in codes if tag == "equal"), default=0)
    return Changes(_once(added), _once(replaced), _once(cut[0]), _once(cut[1]), longest)


def _once(words: Sequence[Word]) -> tuple[Word, ...]:
    """Drop the second half of a contraction."""
    return tuple(dict.fromkeys(words))


def _written_out(words: Sequence[Word], lang: str) -> list[tuple[str, Word]]:
    """Return (stem, word), with two entries for *won't*: *will*, *not*; *took* is *take*."""
    forms, irregular = _contractions(lang), irregular_forms(lang)
    return [
        (part, word)
        for word in words
        for part in forms.get(word.fold) or (irregular.get(word.fold, word.stem),)
    ]


@lru_cache(maxsize=64)
def _contractions(lang: str) -> dict[str, tuple[str, ...]]:
    pack = load_pack(lang)
    table = pack.section("quotes").get("contractions", {})
    return {
        fold_word(short): tuple(stem_word(fold_word(w), pack.lang) for w in full.split())
        for short, full in table.items()
    }


def _unlike(mine: Sequence[Word], theirs: Sequence[Word]) -> tuple[list[Word], list[Word]]:
    """Drop the words of both sides that are spellings of each other."""
    old = list(theirs)
    new = []
    for word in mine:
        twin = next((w for w in old if alike(word, w)), None)
        if twin is None:
            new.append(word)
        else:
            old.remove(twin)
    return new, old


def alike(one: Word, other: Word) -> bool:
    """Whether two words are spellings or inflections of one."""
    if one.kind is not other.kind or one.kind is not WordKind.WORD:
        return one.fold == other.fold
    return one.stem == other.stem or (
        min(len(one.fold), len(other.fold)) > 3
        and JaroWinkler.similarity(one.fold, other.fold) >= _ALIKE
    )


def comparison_of(comparisons: Mapping[int, Comparison], utterance: Utterance) -> Comparison | None:
    """Return the comparison of the first sentence of *utterance* that has witnesses."""
    return next((comparisons[i] for i in utterance.segments if i in comparisons), None)


def unquoted(segments: Sequence[Segment]) -> list[Word]:
    """Return the words of *segments* outside quotation marks."""
    found = []
    for segment in segments:
        quoted = [q.span for q in segment.facts.quotations if not q.scare]
        found += [w for w in segment.facts.words if not any(q.contains(w.span) for q in quoted)]
    return found


def quotes_anything(witness: Witness) -> bool:
    """Whether a linked segment quotes anything at all."""
    return any(s.facts.quotations for s in witness.segments)
