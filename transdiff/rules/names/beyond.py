"""Names put for one that stands in a sentence with which the article's is not linked.

A rewritten article takes the cargo from one report and the port it is bound for from another. A
name that no reference has is then held against the names of all of them that the article lacks: it
was put for the one of its kind among whose neighbours, names above all, its own neighbours stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from transdiff.comparison import Article, Comparison
from transdiff.facts import Name
from transdiff.language.concepts import is_part
from transdiff.language.content import is_content
from transdiff.language.mentions import Mentions
from transdiff.language.reading import read
from transdiff.language.words import fold_word, stem_word
from transdiff.lazy import lazy
from transdiff.model import Segment
from transdiff.rules.names.known import words_of
from transdiff.rules.names.unknown import is_common, is_descriptive, unknown_names
from transdiff.rules.names.variants import is_akin, is_variant, resembles

_KINDS = ({"place"}, {"org"})
"""What names may be of: persons are known by what they are, wherever they stand."""
_NEAR = 12
"""Words on either side of a name that are its neighbours."""
_LEAST = 3
"""Neighbours in common from which two names stand for one thing; a name among them counts twice."""


class Neighbours(NamedTuple):
    """The stems of the content words about a name, and the skeletons of the names there."""

    words: frozenset[str]
    names: frozenset[str]

    def shared(self, other: Neighbours) -> int:
        """How many neighbours two names have in common, a name among them counted twice."""
        return len(self.words & other.words) + 2 * len(self.names & other.names)


_NONE = Neighbours(frozenset(), frozenset())


@dataclass(frozen=True)
class Missing:
    """A name of a reference, in *segment*, that the article or one of its sentences lacks."""

    name: Name
    key: str
    segment: Segment
    lang: str

    @lazy
    def neighbours(self) -> Neighbours:
        """The stems and the names about it."""
        return _neighbours(self.segment, self.name, self.lang)


def put_for(
    pair: Comparison, mine: Name, taken: Sequence[Name], *, lacking: bool = True
) -> Missing | None:
    """Return the name for which *mine* was put, none of *taken*; None where two are as near.

    It is one that the whole article lacks or, if not *lacking*, one that this sentence does.
    """
    if not mine.sure or is_common(mine, pair.lang) or is_descriptive(mine, pair.lang):
        return None
    found = pair.whole.once(missing_names) if lacking else _left_unsaid(pair)
    fitting = [n for n, other in enumerate(found) if _fits(mine, other.name, pair.lang)]
    fitting = [n for n in fitting if found[n].name not in taken]
    own = _neighbours(pair.segment, mine, pair.lang) if fitting else _NONE
    ranked = sorted([(own.shared(found[n].neighbours), n) for n in fitting], reverse=True)
    if not ranked or ranked[0][0] < _LEAST:
        return None
    best = found[ranked[0][1]]
    rivals = (found[n].name for score, n in ranked[1:] if score == ranked[0][0])
    return None if any(rival.skeleton != best.name.skeleton for rival in rivals) else best


def missing_names(article: Article) -> tuple[Missing, ...]:
    """Return the names of the references in the article's language that it has nowhere."""
    return tuple(_known_by(article, article.said_here))


def _all_names(article: Article) -> tuple[Missing, ...]:
    """Return the names of the references in the article's language."""
    return tuple(_known_by(article, Mentions()))


def _left_unsaid(pair: Comparison) -> Sequence[Missing]:
    """The names of the references in the article's language of which the sentence has no word."""
    said = frozenset(w.stem for w in pair.segment.facts.words)
    here = {n.concept for n in pair.segment.facts.names}
    return [
        m
        for m in pair.whole.once(_all_names)
        if (not m.name.concept or m.name.concept not in here)
        and not said.intersection(stem_word(fold_word(w), pair.lang) for w in words_of(m.name.text))
    ]


def _known_by(article: Article, known: Mentions) -> Iterator[Missing]:
    """Yield the names of the references in the article's language that are not in *known*."""
    lang = article.story.lang
    for key, story in article.references.items():
        for segment in story.segments if story.lang == lang else ():
            names = unknown_names([segment], known, lang, common=True) if segment.compared else ()
            for name in names:
                if name.sure and not is_common(name, lang) and not is_descriptive(name, lang):
                    yield Missing(name, key, segment, lang)


def _neighbours(segment: Segment, name: Name, lang: str) -> Neighbours:
    """The stems of the content words about a name, and the skeletons of the names there."""
    reading = read([segment.facts], lang)
    own = reading.inside(name.span)
    if not own:
        return _NONE
    first, last = max(0, own.start - _NEAR), min(len(reading.words), own.stop + _NEAR)
    about = {*range(first, own.start), *range(own.stop, last)}
    others = (n for n in segment.facts.names if n.sure and not n.span.overlaps(name.span))
    named = [n for n in others if not about.isdisjoint(reading.inside(n.span))]
    plain = [reading.words[i] for i in about - reading.covered(n.span for n in named)]
    stems = frozenset([w.stem for w in plain if is_content(w, lang)])
    return Neighbours(stems, frozenset(n.concept or part for n in named for part in n.parts))


def _fits(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether two names are of one kind, places or bodies, and no forms of one name."""
    kinds = {mine.kind, theirs.kind} - {"unknown"}
    if kinds not in _KINDS or not mine.text or not theirs.text:
        return False
    if mine.text.isupper() != theirs.text.isupper():
        return False  # letters may stand for words of another language
    if is_part(mine.concept, theirs.concept) or is_part(theirs.concept, mine.concept):
        return False
    alike = is_akin(mine, theirs) or is_variant(mine, theirs, lang, 0.0)
    return not (alike or resembles(mine, theirs, lang, lang))
