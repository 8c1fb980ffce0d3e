"""Unheard words: what no reference says anywhere, in no form, as no synonym and in no language.

Where all words of a part of a sentence are such words, the part is nobody's: a translator puts
things in other words, but hardly three of them in a row without one that the wires have as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transdiff.comparison import Article, Comparison
from transdiff.facts import Quantity, Span, Word, WordKind
from transdiff.language.dictionary import UNSPACED
from transdiff.language.glossary import can_meet
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading, read
from transdiff.language.synonyms import groups_of
from transdiff.model import Segment
from transdiff.rules.coverage.inserted import insertions
from transdiff.rules.coverage.left import nothing_left

_FEW = 0.2
"""Share of the pairs of characters of a part that may stand in a reference by chance."""
_MANY, _OPENED = 3, 2
"""Words of a part that must all be unheard, and of one that a word like *because* opens."""
_MOST = 0.75
"""Share of the words of a long part that must be unheard."""
_SMALL = 12
"""The largest number in letters that tells nothing."""
_BRACKETS = ("(", "[", "（", "【")
"""What opens a caption or a note of the desk."""
_LONG = 5
"""Characters of a part in a language without spaces."""
_MARKS = frozenset(',;:.()[]-–—…"“”«»„!?،؛。，、；：！？「」（）՝։')
"""Marks between which a part of a sentence stands."""


@dataclass(frozen=True)
class Heard:
    """What the references have in common with any text: stems, groups of synonyms, meanings."""

    lang: str
    near: bool
    foreign: bool
    stems: frozenset[str]
    synonyms: frozenset[int]
    meanings: frozenset[str]
    bones: frozenset[str]
    pairs: frozenset[str]

    def lacks(self, reading: Reading, index: int) -> bool:
        """Whether no reference can have the word *index* of *reading*, as far as lists tell.

        Against a text of another language only a word tells that a glossary knows.
        """
        word = reading.words[index]
        if word.stem in self.stems or not self.synonyms.isdisjoint(reading.synonyms(index)):
            return False
        if not self.foreign:
            return True
        own = reading.meanings[index]
        apart = own.isdisjoint(self.meanings) and self.bones.isdisjoint(reading.bones[index])
        return bool(own) and apart

    def lacks_part(
        self, reading: Reading, part: Part, own: Sequence[int], new: frozenset[int]
    ) -> bool | None:
        """Whether no reference surely has what a part says, None where one has.

        *own* are its content words, *new* those that have no partner. A word that no glossary knows
        tells nothing.
        """
        if self.near and self.lang in UNSPACED:
            words = reading.words[part.first : part.end]
            short = sum(len(w.fold) for w in words) < _LONG
            alien = not self.foreign or all(i in new for i in own)
            return False if alien and not short and self.lacks_text(words) else None
        lacking = sum(i in new and self.lacks(reading, i) for i in own)
        if self.foreign and not self.near:
            able = sum(bool(reading.meanings[i]) for i in own)
            alien = all(i in new for i in own) and lacking == able >= _OPENED
            return part.opened and lacking >= _MANY if alien else None
        if lacking == len(own):
            return True
        most = (part.opened or part.closing) and lacking >= max(_MANY, _MOST * len(own))
        return False if most else None

    def lacks_text(self, words: Sequence[Word]) -> bool:
        """Whether hardly two characters of *words* stand side by side in a reference."""
        text = "".join(w.fold for w in words)
        own = [text[i : i + 2] for i in range(len(text) - 1)]
        return bool(own) and sum(p in self.pairs for p in own) <= _FEW * len(own)


def heard(article: Article) -> Heard | None:
    """Return what the references have, None where their languages cannot be held against it."""
    lang = article.story.lang
    near = [s for s in article.references.values() if s.lang == lang]
    foreign = [s for s in article.references.values() if s.lang != lang]
    if any(not can_meet(lang, s.lang) for s in foreign):
        return None
    words = [w for s in near for g in s.segments for w in g.facts.words]
    abroad = [read([g.facts], s.lang) for s in foreign for g in s.segments if g.facts.words]
    texts = [s.document.text for s in near] if lang in UNSPACED else []
    return Heard(
        lang,
        bool(near),
        bool(foreign),
        frozenset(w.stem for w in words),
        frozenset(n for w in words for n in groups_of(w.fold, w.stem, lang)),
        frozenset(m for r in abroad for found in r.meanings for m in found),
        frozenset(b for r in abroad for found in r.bones for b in found),
        frozenset(t[i : i + 2] for t in texts for i in range(len(t) - 1)),
    )


def is_unheard(article: Article, segment: Segment) -> bool:
    """Whether no reference has what a sentence without figures, dates and names says.

    Small counts are nothing that it says. Of four words one may be heard, across languages none.
    What denies something is not unheard:
    *nobody is known to have died* is what a reference leaves to be understood.
    """
    known, mine = article.once(heard), read([segment.facts], article.story.lang)
    if known is None or segment.text.startswith(_BRACKETS) or mine.of_kind("negation", "not"):
        return False
    if known.near and known.lang in UNSPACED:
        long = sum(len(w.fold) for w in mine.words) > _LONG
        return long and not known.foreign and known.lacks_text(mine.words)
    counts = mine.covered(q.span for q in segment.facts.quantities if is_small(q, article))
    content = [i for i in mine.content if i not in counts]
    lacking = sum(known.lacks(mine, i) for i in content)
    if not known.near:
        return _MANY <= lacking == sum(bool(mine.meanings[i]) for i in content)
    if lacking == len(content) == _OPENED:
        return not mine.of_kind("negation")
    return lacking >= max(_MANY, _MOST * len(content))


def is_beyond(article: Article, segment: Segment) -> bool:
    """Whether a sentence says more than the references do, as they have nothing left to render.

    Most of its words stand in none of them, and all that they say is said elsewhere. A denial may
    be what they leave to be understood.
    """
    known, mine = article.once(heard), read([segment.facts], article.story.lang)
    if known is None or known.foreign or known.lang in UNSPACED:
        return False
    if segment.text.startswith(_BRACKETS) or mine.of_kind("negation", "not"):
        return False
    lacking = sum(known.lacks(mine, i) for i in mine.content)
    if lacking < _OPENED or lacking <= len(mine.content) / 2:
        return False
    return nothing_left(article, len(mine.content))


def unheard_parts(pair: Comparison) -> Iterator[tuple[Span, bool]]:
    """Yield the parts of a supported sentence whose words no reference has, and whether it is sure.

    A part stands between marks, or a conjunction opens it; how a sentence begins is no addition.
    In a long one that closes the sentence, or that a word like *because* opens, one word may be
    heard; then it is not sure, nor is it where texts are compared by characters, or by what a
    glossary knows of a few words. What is quoted, and who says so, others look at, as they do at
    figures, dates and names.
    """
    mine = pair.reading
    spaced = pair.lang not in UNSPACED
    new = _unpaired(pair)
    if len(new) < _OPENED:
        return
    figures = _counted(pair)
    told = _told(pair)
    for part in _parts(mine):
        words = range(part.first, part.end)
        own = [i for i in words if mine.is_content[i] and i not in figures]
        least = _OPENED if part.opened and part.enclosed else _MANY
        if (
            len(own) < least
            or not told.isdisjoint(words)
            or not any(i < part.first for i in mine.content)
        ):
            continue
        likely = sum(i in new for i in own)
        if spaced and likely < max(least, _MOST * len(own)):
            continue
        known = pair.whole.once(heard)
        if known is None:
            return
        found = known.lacks_part(mine, part, own, new)
        if found is not None:
            yield mine.span(part.first, part.end), found and not _rewords(pair, len(own))


def inserted_parts(pair: Comparison) -> Iterator[Span]:
    """Yield the phrases inserted into a supported sentence whose words no reference has."""
    new = _unpaired(pair)
    if not new:
        return
    known, mine = pair.whole.once(heard), pair.reading
    if known is None or known.foreign or pair.lang in UNSPACED:
        return
    told = _told(pair) | _counted(pair) | mine.office_words
    lacking = frozenset(i for i in new - told if known.lacks(mine, i))
    for first, end in insertions(pair, lacking, told):
        yield mine.span(first, end)


def _unpaired(pair: Comparison) -> frozenset[int]:
    """The words that pair with none of a linked text, and whose stem no reference has."""
    mine, stems = pair.reading, pair.whole.stems_of_references
    pairings = tuple(pair.pairings.values())
    return frozenset(
        i
        for i in mine.content
        if mine.words[i].stem not in stems and all(p.forward[i] is None for p in pairings)
    )


def _counted(pair: Comparison) -> frozenset[int]:
    """The words of small numbers in letters, which tell nothing: *two of his aides*."""
    small = (q for q in pair.segment.facts.quantities if is_small(q, pair.whole))
    return pair.reading.covered(q.span for q in small)


def is_small(figure: Quantity, article: Article) -> bool:
    """Whether a figure of the article is a small number in letters, which tells nothing."""
    if figure.value > _SMALL or figure.unit not in ("", "person"):
        return False
    return not any(c.isdigit() for c in figure.span.of(article.story.document.text))


def _rewords(pair: Comparison, size: int) -> bool:
    """Whether a part of *size* words may be what half of every linked text says in other words."""
    left = [
        (sum(p.backward[j] is None for j in p.theirs.content), len(p.theirs.content))
        for p in pair.pairings.values()
    ]
    return all(alone >= size and 2 * alone >= whole for alone, whole in left)


def _told(pair: Comparison) -> frozenset[int]:
    """The words of figures, dates, names, quotations and of who says what."""
    facts, mine = pair.segment.facts, pair.reading
    spans = [q.span for q in facts.quantities if not is_small(q, pair.whole)]
    spans += [m.span for m in facts.moments] + [n.span for n in facts.names if n.sure]
    spans += [q.span for q in facts.quotations] + [a.span for a in facts.attributions]
    spans += [a.source_span for a in facts.attributions if a.source_span is not None]
    return mine.covered(spans)


class Part(NamedTuple):
    """The words ``[first, end)`` between two marks or conjunctions.

    opened: by a word that joins clauses, no *and* and no *but*; enclosed: a mark or the end of the
    sentence stands behind it; closing: it ends the sentence.
    """

    first: int
    end: int
    opened: bool
    enclosed: bool
    closing: bool


def _parts(reading: Reading) -> Iterator[Part]:
    """Yield the parts of a sentence in order."""
    words, lang = reading.words, reading.lang
    pack = load_pack(lang)
    joins = {*pack.words("events", "clause"), *pack.words("attribution", "relative")}
    joins -= {*pack.words("coverage", "contrast")}
    marks = [i for i, w in enumerate(words) if w.kind is WordKind.PUNCT and w.text in _MARKS]
    openers = {at for _, at, _ in listed_phrases(lang, "coverage", "openers").all(words)}
    openers |= {i + 1 for i in marks if i + 1 < len(words) and words[i + 1].fold in joins}
    joints = {at for _, at, _ in listed_phrases(lang, "coverage", "joints").all(words)}
    edges = {*openers, *joints, *marks, *(i + 1 for i in marks), len(words)}
    edges |= {i for i in range(1, len(words)) if reading.clauses[i] != reading.clauses[i - 1]}
    last = max((i for i in range(len(words)) if i not in marks), default=0)
    first = 0
    for edge in sorted(edges):
        if edge > first and first not in marks:
            enclosed = edge > last or edge in marks
            yield Part(first, edge, first in openers, enclosed, edge > last)
        first = edge
