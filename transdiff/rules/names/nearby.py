"""Names put for one that the article has in its other sentences only.

Elsewhere the article has the name right, so that it lacks none; in this sentence a name stands that
no reference has anywhere, and the linked text has one of its kind of which the sentence says
nothing. A person with a known first name is also held against all whom the references call so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from transdiff.comparison import Article, Comparison, Witness
from transdiff.facts import Name
from transdiff.language.concepts import is_part
from transdiff.language.credits import agencies_in
from transdiff.language.dictionary import UNCASED
from transdiff.language.mentions import Mentions, letters
from transdiff.language.pack import load_pack
from transdiff.language.romanise import romanise
from transdiff.language.sounds import are_apart
from transdiff.model import Segment
from transdiff.rules.names.beside import same_preposition
from transdiff.rules.names.known import INFLECTED, is_copied, is_known_word, words_of
from transdiff.rules.names.unknown import is_common, is_descriptive, without_trade
from transdiff.rules.names.variants import is_akin, is_variant, resembles
from transdiff.rules.surroundings import place_between, shared_part

_COUNTRY = "country."
_SHARED = 0.4
"""Share of common words from which two places or bodies stand for one thing."""
_SET = 0.2
"""The same of two places behind the same preposition."""
_FULL = 2
"""Words of a name with a given name and a surname."""
_BONES = 3
"""Letters of a skeleton by which a name is known, whatever ending follows."""
_LETTERS = 4
"""Letters of a surname that is told from a word."""
_APART = 0.5
"""Share of the letters in which two surnames of one language differ if they are two people's."""


class Put(NamedTuple):
    """The name that another one was put for, and whose it is."""

    name: Name
    key: str


def put_here(pair: Comparison, mine: Name) -> Put | None:
    """Return the name of which this sentence alone is silent and for which *mine* stands."""
    if pair.lang in UNCASED or not _may_stand(pair, mine) or _is_declined(pair, mine):
        return None
    whole = _entire(pair, mine)
    if whole.kind == "person" and (namesake := _of_given(pair, whole)) is not None:
        return namesake
    said = pair.once(_said_here)
    for witness in (w for w in pair.witnesses if w.lang not in UNCASED):
        unsaid = list(_unsaid(witness, said))
        left = [n for n in unsaid if _fits(pair, witness, whole, n)]
        left = left or _only_country(pair, witness, mine, unsaid)
        if left:
            return Put(_nearest(pair, witness, mine, left), witness.key)
    return _of_speaker(pair, whole, said)


def lone_speakers(pair: Comparison) -> Iterator[Name]:
    """Yield the unknown names that open the sentence and are all that its source is.

    What else opens a sentence without an article, and is no name, is a plural: *Farmers said*.
    """
    endings, known = _plurals(pair.lang), pair.whole.said_by_references
    for name in pair.segment.facts.names if endings else ():
        if name.sure or name.concept or name.text.casefold().endswith(endings):
            continue
        if _may_stand(pair, name) and not is_known_word(name.text, "", known, pair.lang):
            yield name


@lru_cache(maxsize=32)
def _plurals(lang: str) -> tuple[str, ...]:
    return tuple(load_pack(lang).words("names", "plurals"))


def _may_stand(pair: Comparison, mine: Name) -> bool:
    """Whether the capital surely names something; the first word of a sentence, if it speaks."""
    if not mine.text or is_common(replace(mine, sure=True), pair.lang):
        return False
    if not mine.concept and is_descriptive(mine, pair.lang):
        return False
    return mine.sure or _speaks_alone(pair, mine)


def _is_declined(pair: Comparison, mine: Name) -> bool:
    """Whether a language with cases may have put an ending behind a name that is known."""
    if pair.lang not in INFLECTED or not mine.parts:
        return False
    known = pair.whole.said_by_references.spellings
    last = mine.parts[-1]
    return any(last[:size] in known for size in range(_BONES, len(last)))


def _speaks_alone(pair: Comparison, name: Name) -> bool:
    """Whether a name of a single word is all that a statement is attributed to."""
    sources = (a.source_span for a in pair.segment.facts.attributions)
    return len(name.text) >= _LETTERS and any(s == name.span for s in sources)


def _entire(pair: Comparison, mine: Name) -> Name:
    """The name of the sentence of which *mine* is what no reference has."""
    names = pair.segment.facts.names
    whole = next((n for n in names if n.span.contains(mine.span)), mine)
    return without_trade(whole, pair.lang) if whole.kind == "person" else mine


def _of_given(pair: Comparison, mine: Name) -> Put | None:
    """Return the one person with mine's given name, whom the references call otherwise."""
    words = words_of(mine.text)
    if len(words) < _FULL:
        return None
    found = pair.whole.once(_by_given).get(romanise(words[0], pair.lang), ())
    known = pair.whole.said_by_references
    if is_known_word(words[-1], "person", known, pair.lang):
        return None
    fitting = [p for p, lang in found if _two_people(mine, pair.lang, p.name, lang)]
    return fitting[0] if fitting and len(fitting) == len(found) else None


def _by_given(article: Article) -> dict[str, list[tuple[Put, str]]]:
    """The full names of the references, with their languages, by the given name."""
    found: dict[str, list[tuple[Put, str]]] = {}
    for key, story in article.references.items():
        if story.lang in UNCASED:
            continue
        for segment in story.segments:
            for name in segment.facts.names if segment.compared else ():
                bare = without_trade(name, story.lang)
                words = words_of(bare.text)
                if name.kind == "person" and name.sure and len(words) >= _FULL:
                    given = romanise(words[0], story.lang)
                    found.setdefault(given, []).append((Put(bare, key), story.lang))
    return found


def _said_here(pair: Comparison) -> Mentions:
    """What the sentence mentions."""
    return Mentions.of([replace(pair.whole.story, segments=(pair.segment,))])


def _said_beside(pair: Comparison) -> Mentions:
    """What the sentences mention that share the support of this one."""
    siblings = tuple(s for s in pair.together if s is not pair.segment)
    return Mentions.of([replace(pair.whole.story, segments=siblings)])


def _of_speaker(pair: Comparison, mine: Name, said: Mentions) -> Put | None:
    """Return who makes the statement in the linked text, by a pronoun or an office there."""
    if _kind(pair, mine) == "place" or mine.concept or not _speaks(pair.segment, mine):
        return None
    people = pair.whole.once(_by_part)
    for witness in (w for w in pair.witnesses if w.lang not in UNCASED):
        told = (a.speaker for s in witness.segments for a in s.facts.attributions)
        sure = [t for t in told if t and t.names and t.sure and not t.unnamed]
        found = [people[t.names[-1]] for t in sure if t.names[-1] in people]
        others = [p for p, lang in found if _two_people(mine, pair.lang, p.name, lang)]
        if others and len(others) == len(sure) and not _is_said(others[0].name, said, witness.lang):
            return others[0]
    return None


def _by_part(article: Article) -> dict[str, tuple[Put, str]]:
    """The first mention of each person of the references, by the last part of the name."""
    found: dict[str, tuple[Put, str]] = {}
    for people in article.once(_by_given).values():
        for put, lang in people:
            found.setdefault(put.name.parts[-1], (put, lang)) if put.name.parts else None
    return found


def _unsaid(witness: Witness, said: Mentions) -> Iterator[Name]:
    """Yield the names of the linked text of which *said* has no word."""
    for name in (n for s in witness.segments for n in s.facts.names):
        bare = without_trade(name, witness.lang)
        if not bare.sure or is_common(bare, witness.lang) or bare.concept in said.concepts - {""}:
            continue
        if bare.text and not _is_said(bare, said, witness.lang):
            yield bare


def _is_said(name: Name, said: Mentions, lang: str) -> bool:
    words = [w for w in words_of(name.text) if len(w) > 1]
    return any(is_known_word(w, "", said, lang) for w in words)


def _fits(pair: Comparison, witness: Witness, mine: Name, theirs: Name) -> bool:
    """Whether two names are of one kind, stand for each other and cannot be one."""
    here, there = _kind(pair, mine), _kind(pair, theirs)
    placed = _in_place(pair, witness, mine, theirs)
    if "person" in (here, there):
        if {here, there} - {"unknown"} != {"person"} or theirs.concept:
            return False
        beside = _is_said(theirs, pair.once(_said_beside), witness.lang)
        if (beside or "unknown" in (here, there)) and not placed:
            return False
        return _two_people(mine, pair.lang, theirs, witness.lang)
    if here != there or here == "unknown" or (here == "org" and agencies_in(mine.text)):
        return False
    if witness.lang != pair.lang and not (mine.concept and theirs.concept):
        return False
    shared = shared_part(pair, witness)
    if here == "place" and same_preposition(pair, witness, mine, theirs):
        placed, shared = shared >= _SET, max(shared, _SHARED)
    return placed and shared >= _SHARED and _apart(mine, theirs, pair.lang, shared)


def _only_country(
    pair: Comparison, witness: Witness, mine: Name, unsaid: Sequence[Name]
) -> list[Name]:
    """Return the one country of which the sentence is silent, for a country, wherever it stands."""
    if not mine.concept.startswith(_COUNTRY) or shared_part(pair, witness) < _SET:
        return []
    found = [n for n in unsaid if n.concept.startswith(_COUNTRY)]
    return found if len({n.concept for n in found}) == 1 else []


def _kind(pair: Comparison, name: Name) -> str:
    """The kind of a name; a single word that some text has in a person's name is a person."""
    if name.kind == "unknown" and len(name.parts) == 1 and name.parts[0] in pair.whole.people:
        return "person"
    return name.kind


def _in_place(pair: Comparison, witness: Witness, mine: Name, theirs: Name) -> bool:
    """Whether *theirs* is among the words that stand in the place of *mine*, or both speak."""
    slot = place_between(pair.pairings[witness.key], mine.span)
    if slot is not None and slot.overlaps(theirs.span):
        return True
    there = next((s for s in witness.segments if s.span.contains(theirs.span)), None)
    return there is not None and _speaks(pair.segment, mine) and _speaks(there, theirs)


def _speaks(segment: Segment, name: Name) -> bool:
    """Whether a name is in the phrase that says who speaks."""
    sources = (a.source_span for a in segment.facts.attributions)
    return any(s is not None and s.contains(name.span) for s in sources)


def _nearest(pair: Comparison, witness: Witness, mine: Name, left: Sequence[Name]) -> Name:
    return next((n for n in left if _in_place(pair, witness, mine, n)), left[0])


def _two_people(mine: Name, lang: str, theirs: Name, other: str) -> bool:
    """Whether two surnames are no ways to write one."""
    one, two = words_of(mine.text)[-1], words_of(theirs.text)[-1]
    if lang != other:
        return are_apart(one, lang, two, other, copied=is_copied(lang, other))
    a, b = letters(one, lang), letters(two, lang)
    if OSA.distance(a, b) < _APART * max(len(a), len(b)):
        return False
    return _apart(replace(mine, text=one), replace(theirs, text=two), lang, 1.0)


def _apart(mine: Name, theirs: Name, lang: str, shared: float) -> bool:
    """Whether two names cannot be one thing's, or one part of the other.

    Of a body that the table knows no other capitals are a description.
    """
    if is_part(mine.concept, theirs.concept) or is_part(theirs.concept, mine.concept):
        return False
    if is_akin(mine, theirs) or resembles(mine, theirs, lang, lang):
        return False
    tabled = mine.kind == "org" and bool(mine.concept) and " " in mine.text and " " in theirs.text
    return not is_variant(mine, theirs, lang, 1.0 if tabled else shared)
