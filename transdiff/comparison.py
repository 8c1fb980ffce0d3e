"""What a rule sees: one article sentence beside everything that supports it, or the whole article.

A claim is divergent only if no reference that covers it supports it; so a rule asks a
:class:`Comparison` for the union of what all aligned references state, and for one reference at a
time where it needs evidence to show.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from transdiff.echoes import Echoes
from transdiff.facts import Span
from transdiff.language.mentions import Mentions
from transdiff.language.pairing import Pairing, pair_words
from transdiff.language.reading import Reading, read
from transdiff.language.vocabulary import is_ordinary
from transdiff.lazy import Once, lazy
from transdiff.model import Alignment, BlockKind, Evidence, Link, Role, Segment, Story
from transdiff.steps import content_length, parallel, relative_length
from transdiff.styles import Style

_LIKE, _KEPT, _MORE = 0.7, 0.7, 1.6
"""How sure a link must be, and how long a sentence, for both sides to say the same and no more."""
_WITH = 1.4
"""How long a sentence may be together with a neighbour that has no support of its own."""
_LIKELY_ABROAD = 0.5
"""How sure a link to another language must be for names and callings in one place to be one."""
_ECHOED = 0.3
"""How sure it is that a sentence draws on a reference with which only its figures link it."""
_FOLLOWS = 0.3
"""How far the article must follow the reference for that."""


@dataclass(frozen=True)
class Witness:
    """The part of one reference that an article sentence is compared with.

    ``segments`` are the linked segments in order; ``around`` adds their neighbours in the
    reference, where a fact may stand that the linked sentence presupposes.
    """

    key: str
    story: Story
    indices: tuple[int, ...]
    similarity: float

    @lazy
    def segments(self) -> tuple[Segment, ...]:
        """The linked reference segments, in order."""
        return tuple(self.story.segments[i] for i in self.indices)

    @lazy
    def around(self) -> tuple[Segment, ...]:
        """The linked segments and one compared neighbour on either side, in order."""
        wide = sorted({j for i in self.indices for j in (i - 1, i, i + 1)})
        return tuple(
            self.story.segments[j]
            for j in wide
            if 0 <= j < len(self.story.segments) and self.story.segments[j].compared
        )

    @lazy
    def lang(self) -> str:
        """Primary language subtag of the reference."""
        return self.story.lang

    @lazy
    def reading(self) -> Reading:
        """The words of the linked segments, in a row."""
        return read([s.facts for s in self.segments], self.lang)

    def is_likely_abroad(self, lang: str) -> bool:
        """Whether it is in another language than *lang*, and the link is likelier right than not.

        There a rule may go by who and what is alike in place, not by the words.
        """
        return self.lang != lang and self.similarity >= _LIKELY_ABROAD

    def evidence(self, span: Span, role: Role = Role.CONTRADICTS, value: str = "") -> Evidence:
        """Quote *span* of this reference."""
        return Evidence(self.key, span, span.of(self.story.document.text), role, value)


@dataclass(frozen=True)
class Comparison(Once):
    """One article segment and its witnesses, one for each reference that supports it.

    ``siblings`` are further article segments that share a reference segment with this one: what is
    said there is not missing here. ``whole`` is the article that it belongs to.
    """

    whole: Article
    index: int
    witnesses: tuple[Witness, ...]
    siblings: tuple[int, ...] = ()

    @lazy
    def segment(self) -> Segment:
        """The article segment under review."""
        return self.whole.story.segments[self.index]

    @lazy
    def lang(self) -> str:
        """Primary language subtag of the article."""
        return self.whole.story.lang

    @lazy
    def reading(self) -> Reading:
        """The words of the segment."""
        return read([self.segment.facts], self.lang)

    @lazy
    def pairings(self) -> Mapping[str, Pairing]:
        """For each witness, by key, which of its words says what a word of the segment says."""
        mine = self.reading
        return {w.key: pair_words(mine, w.reading, self._entire(w)) for w in self.witnesses}

    def _entire(self, witness: Witness) -> bool:
        """Whether the segment renders all that *witness* says and adds nothing, by its length."""
        if witness.lang == self.lang:
            return False  # words are compared
        segments = self.whole.story.segments
        headings = BlockKind.HEADLINE
        shared = [i for i in self.siblings if segments[i].block.kind is not headings]
        scale = self.whole.relative_lengths[witness.key]
        if shared or self.segment.block.kind is headings or witness.similarity < _LIKE:
            return False
        theirs = max(1, content_length(*witness.segments))
        ratio = content_length(self.segment) / theirs
        rests = [content_length(s) / theirs for s in self.unlinked]
        if any(ratio + r <= _WITH * scale and ratio + r / 2 <= scale for r in rests):
            return False  # the neighbour is as well a part of it
        follows = self.whole.in_step[witness.key] >= _FOLLOWS
        return follows and _KEPT * scale <= ratio <= _MORE * scale

    @lazy
    def together(self) -> tuple[Segment, ...]:
        """The segment and its siblings, in order of position."""
        return tuple(self.whole.story.segments[i] for i in sorted({self.index, *self.siblings}))

    @lazy
    def around(self) -> tuple[Segment, ...]:
        """The segment, its siblings and the compared neighbours on either side, in order."""
        segments = self.whole.story.segments
        wide = {self.index - 1, self.index, self.index + 1, *self.siblings}
        return tuple(
            segments[i] for i in sorted(wide) if 0 <= i < len(segments) and segments[i].compared
        )

    @lazy
    def alone(self) -> Mapping[str, Comparison]:
        """The same segment in the article with each of its witnesses alone, by key."""
        articles = self.whole.alone
        return {w.key: replace(self, whole=articles[w.key], witnesses=(w,)) for w in self.witnesses}

    @lazy
    def unlinked(self) -> tuple[Segment, ...]:
        """The neighbours that have no support of their own: they may be part of this sentence."""
        segments, linked = self.whole.story.segments, self.whole.links_of
        beside = (i for i in (self.index - 1, self.index + 1) if 0 <= i < len(segments))
        return tuple(segments[i] for i in beside if i not in linked and segments[i].compared)

    def evidence(self, span: Span, role: Role = Role.SELF, value: str = "") -> Evidence:
        """Quote *span* of the article itself."""
        return Evidence(None, span, span.of(self.whole.story.document.text), role, value)


@dataclass(frozen=True)
class Article(Once):
    """The whole article with its references and their alignment.

    ``comparisons`` has one entry for each compared article segment that has a support; with no
    reference at all it is empty, and article-only rules still run. ``style`` is the house style.
    """

    story: Story
    references: Mapping[str, Story]
    alignment: Alignment
    style: Style = field(default_factory=Style)

    @lazy
    def links_of(self) -> dict[int, tuple[Link, ...]]:
        """The links of every article segment."""
        found: dict[int, list[Link]] = {}
        for link in self.alignment.links:
            for i in link.translation:
                found.setdefault(i, []).append(link)
        return {i: tuple(links) for i, links in found.items()}

    def support_for(self, index: int) -> tuple[tuple[str, int], ...]:
        """The reference segments ``(key, index)`` that say what an article segment says."""
        links = self.links_of.get(index, ())
        places = ((link.reference, j) for link in links for j in link.reference_segments)
        return tuple(dict.fromkeys(places))

    @lazy
    def support_of(self) -> dict[tuple[str, int], tuple[int, ...]]:
        """The article segments that say what a reference segment ``(key, index)`` says."""
        found: dict[tuple[str, int], set[int]] = {}
        for link in self.alignment.links:
            for j in link.reference_segments:
                found.setdefault((link.reference, j), set()).update(link.translation)
        return {place: tuple(sorted(indices)) for place, indices in found.items()}

    @lazy
    def in_step(self) -> dict[str, float]:
        """How far the article follows each reference one sentence for one, in 0..1."""
        links = self.alignment.links
        return {k: parallel(self.story, story, links) for k, story in self.references.items()}

    @lazy
    def relative_lengths(self) -> dict[str, float]:
        """How many letters the article takes for one of each reference, 0 where nothing tells."""
        links = self.alignment.links
        references = self.references.items()
        return {key: relative_length(self.story, story, links) for key, story in references}

    @lazy
    def stated_amounts(self) -> Mapping[tuple[float, str], tuple[Segment, ...]]:
        """Every (value, unit) that some reference states, with the segments that do."""
        found: dict[tuple[float, str], list[Segment]] = {}
        for story in self.references.values():
            for segment in story.segments:
                for q in segment.facts.quantities:
                    found.setdefault((q.value, q.unit), []).append(segment)
        return {amount: tuple(segments) for amount, segments in found.items()}

    @lazy
    def comparisons(self) -> tuple[Comparison, ...]:
        """A comparison for each supported article segment, in reading order."""
        return tuple(self._comparison(i) for i in sorted(self.links_of))

    def release(self) -> None:
        """Let go of the comparisons and of the readings of segments, once the report is made.

        They refer back to what they were made of. Without these circles all that was computed goes
        with the article, instead of waiting for the garbage collector.
        """
        self.forget()
        self.__dict__.pop("comparisons", None)
        for story in (self.story, *self.references.values()):
            for segment in story.segments:
                segment.facts.forget()
        for alone in self.__dict__.get("alone", {}).values():
            alone.release()

    def comparison_at(self, span: Span) -> Comparison | None:
        """The comparison of the segment in which *span* begins."""
        at = bisect_right(self._starts, span.start) - 1
        found = self.comparisons[at] if at >= 0 else None
        return found if found and span.start <= found.segment.span.end else None

    @lazy
    def _starts(self) -> tuple[int, ...]:
        return tuple(c.segment.span.start for c in self.comparisons)

    @lazy
    def alone(self) -> Mapping[str, Article]:
        """The article with each of its references alone, by key."""
        return {
            key: replace(self, references={key: story}, alignment=_with_one(self.alignment, key))
            for key, story in self.references.items()
        }

    @lazy
    def said_by_references(self) -> Mentions:
        """The names, concepts and offices that any reference mentions anywhere."""
        return Mentions.of(self.references.values())

    @lazy
    def stems_of_references(self) -> frozenset[str]:
        """The stems of all words of all references."""
        stories = self.references.values()
        return frozenset(w.stem for s in stories for g in s.segments for w in g.facts.words)

    @lazy
    def people(self) -> frozenset[str]:
        """The words, as skeletons, of the names that any of the texts gives to persons."""
        return frozenset(
            part
            for story in (self.story, *self.references.values())
            for segment in story.segments
            for name in segment.facts.names
            if name.kind == "person" and not is_ordinary(name.text.split()[0], story.lang)
            for part in name.parts
        )

    @lazy
    def said_here(self) -> Mentions:
        """The names, concepts and offices that the article mentions anywhere."""
        return Mentions.of([self.story])

    @lazy
    def _echoes(self) -> dict[str, Echoes]:
        return {key: Echoes(story) for key, story in self.references.items()}

    def _comparison(self, index: int) -> Comparison:
        linked: dict[str, set[int]] = {}
        best: dict[str, float] = {}
        for link in self.links_of[index]:
            linked.setdefault(link.reference, set()).update(link.reference_segments)
            best[link.reference] = max(best.get(link.reference, 0.0), link.similarity)
        segment = self.story.segments[index]
        for key, indices in linked.items():
            indices.update([*self._echoes[key].of(segment, self.story.lang, indices)])
        for key in self.references.keys() - linked.keys() if linked else ():
            found = {*self._echoes[key].of(segment, self.story.lang, ())}
            if found:
                linked[key], best[key] = found, _ECHOED
        witnesses = tuple(
            Witness(key, self.references[key], tuple(sorted(linked[key])), best[key])
            for key in sorted(linked)
        )
        siblings = {
            i for w in witnesses for j in w.indices for i in self.support_of.get((w.key, j), ())
        } - {index}
        return Comparison(self, index, witnesses, tuple(sorted(siblings)))

    def place_of_missing(self, key: str, index: int) -> Span:
        """Return the empty span where reference segment ``(key, index)`` would belong.

        That is after what the article has of the reference up to there, else at its end.
        """
        for j in range(index, -1, -1):
            support = self.support_of.get((key, j))
            if support:
                end = self.story.segments[support[-1]].span.end
                return Span(end, end)
        end = max((s.span.end for _, s in self.compared()), default=0)
        return Span(end, end)

    def compared(self) -> Iterator[tuple[int, Segment]]:
        """Yield the article's compared segments with their indices."""
        for i, segment in enumerate(self.story.segments):
            if segment.compared:
                yield i, segment

    def evidence(self, span: Span, role: Role = Role.SELF, value: str = "") -> Evidence:
        """Quote *span* of the article itself."""
        return Evidence(None, span, span.of(self.story.document.text), role, value)

    def reference_evidence(
        self, key: str, span: Span, role: Role = Role.CONTRADICTS, value: str = ""
    ) -> Evidence:
        """Quote *span* of the reference *key*."""
        return Evidence(key, span, span.of(self.references[key].document.text), role, value)


def _with_one(alignment: Alignment, key: str) -> Alignment:
    """Return what supports the article in the reference *key* alone."""
    links = tuple(link for link in alignment.links if link.reference == key)
    linked = {i for link in links for i in link.translation}
    known = {*alignment.unsupported, *(i for link in alignment.links for i in link.translation)}
    return Alignment(
        links,
        tuple(sorted(known - linked)),
        {key: alignment.omitted.get(key, ())},
        tuple(link for link in alignment.unsure if link.reference == key),
        alignment.encoder,
    )
