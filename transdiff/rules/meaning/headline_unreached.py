"""Headlines that tell as done what every sentence with their verb denies, asks or only proposes."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.deeds import opens_infinitive
from transdiff.language.events import oppositions
from transdiff.language.listed import listed_phrases
from transdiff.language.outcomes import contested_from
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading, read
from transdiff.language.tense import DONE, governing, progress
from transdiff.language.verbs import is_verb
from transdiff.language.words import stem_word
from transdiff.model import BlockKind, Segment, Story
from transdiff.rules.meaning.headline_words import Place, asks, is_about

_UNREAL = (("negation", "not", "lexical"), ("hedge",), ("condition",), ("tense", "asked"))
_AHEAD = (("tense", "future", "set"), ("status",))
_DOUBTED = (("tense", "asked"), ("hedge", "possible", "likely"), ("condition", "if"))
_AGREED = 4
"""The step of what is agreed and will be done: a headline tells it in the present."""
_BEFORE = 3
"""Words before a verb among which *would* stands, or what opens its infinitive."""
_PROPOSED = 6
"""Words from a draft to what it would do: *a bill on pensions that would raise*."""


def unreached(article: Article, headline: Reading) -> Iterator[Place]:
    """Yield the deeds of *headline* that no story tells but as denied, asked, or proposed."""
    for i in _deeds(headline):
        place = _held_place(article, headline, i)
        if place is not None:
            yield headline.span(i, i + 1), *place
            return


def _deeds(headline: Reading) -> Iterator[int]:
    """Yield the verbs that the headline tells as done, or as what will be."""
    if asks(headline) or headline.of_kind("hedge", "possible", "likely"):
        return
    names = headline.covered(n.span for f in headline.facts for n in f.names if " " in n.text)
    for i in headline.content:
        if i in names or not _is_deed(headline, i):
            continue
        if not any(governing(headline, i, *kind) for kind in _UNREAL):
            yield i


def _is_deed(headline: Reading, i: int) -> bool:
    """Whether the word is a verb; in English by its form, else an event that is no infinitive."""
    word, lang = headline.words[i], headline.lang
    if opens_infinitive(headline, i):
        return is_verb(word, lang)
    if not load_pack(lang).words("grammar", "verbs"):
        endings = load_pack(lang).words("tense", "headline-infinitives")
        lasting = bool(endings) and word.fold.endswith(endings)
        return headline.names_event(i) and not lasting and word.text == word.fold
    told = i in headline.pasts or (word.fold.endswith("s") and word.text == word.fold)
    return bool(i) and told and is_verb(word, lang)


def _held_place(article: Article, headline: Reading, i: int) -> tuple[Story, Span] | None:
    """Return where a reference holds the deed back, None where any story tells it."""
    ahead = opens_infinitive(headline, i) or any(governing(headline, i, *k) for k in _AHEAD)
    found: tuple[Story, Span] | None = None
    for story in (*article.references.values(), article.story):
        for segment in _telling(story):
            reading = read([segment.facts], story.lang)
            for j in _mentions(headline, i, reading):
                held = _held(reading, j, ahead=ahead)
                if held is None:
                    return None
                told = found is None and story.key is not None
                if told and is_about(headline, range(i, i + 1), reading, range(j, j + 1)):
                    found = story, held
    return found


def _telling(story: Story) -> Iterator[Segment]:
    """Yield the sentences of a story, not the headline that is judged."""
    for segment in story.segments:
        if segment.compared and (story.key or segment.block.kind is not BlockKind.HEADLINE):
            yield segment


def _mentions(headline: Reading, i: int, reading: Reading) -> list[int]:
    """Return the words of a sentence that may tell the deed: the same verb, event or synonym."""
    vague = oppositions().vague
    own = {k for k in headline.keys[i] if k[0] not in "!#@" and k[1:] not in vague}
    if reading.lang != headline.lang:
        own = {k for k in own if k[0] == "="}
    same = reading.lang == headline.lang and not _is_vague(headline, i)
    groups = headline.synonyms(i) if same else frozenset()
    return [
        j
        for j in reading.content
        if not own.isdisjoint(reading.keys[j]) or not groups.isdisjoint(reading.synonyms(j))
    ]


def _is_vague(headline: Reading, i: int) -> bool:
    """Whether a verb means too much for a synonym to render it: *leaves rates alone*, *gone*."""
    vague = load_pack(headline.lang).words("grammar", "vague")
    return headline.words[i].stem in {stem_word(word, headline.lang) for word in vague}


def _held(reading: Reading, j: int, *, ahead: bool) -> Span | None:
    """Return what holds the deed at *j* back, with it; None where the sentence tells it.

    Of what a headline tells *ahead* it is enough that somebody means to do it.
    """
    first = _denied_from(reading, j)
    if first is None and not ahead:
        first = _short_from(reading, j)
    return None if first is None else reading.span(min(first, j), max(first, j) + 1)


def _denied_from(reading: Reading, j: int) -> int | None:
    """Return the first word of what denies the deed, be it the report of it."""
    for cue in governing(reading, j, "negation", "not"):
        return cue.first
    for cue in governing(reading, j, "negation", "lexical"):
        if not any(reading.is_content[cue.end : j]):
            return cue.first
    return contested_from(reading, j)


def _short_from(reading: Reading, j: int) -> int | None:
    """Return the first word of what makes less than a deed of it: a question, a draft, a guess."""
    for kind in _DOUBTED:
        for cue in governing(reading, j, *kind):
            return cue.first
    there = progress(reading, j)
    if there is not None and there[1] is not None and there[0] < DONE:
        sure = there[0] == _AGREED or there[1].marker.value == "future" or reading.looks_ahead(j)
        return None if sure else there[1].first
    return _drafted_from(reading, j)


def _drafted_from(reading: Reading, j: int) -> int | None:
    """Return the draft that would do the deed, where nothing says that it was passed."""
    if not (opens_infinitive(reading, j) or _is_conditional(reading, j)):
        return None
    if any(listed_phrases(reading.lang, "tense", "enacted").all(reading.words)):
        return None
    own = reading.sentence(j)
    drafts = listed_phrases(reading.lang, "tense", "drafts").all(reading.words)
    near = [first for _, first, end in drafts if first in own and 0 <= j - end <= _PROPOSED]
    return near[-1] if near else None


def _is_conditional(reading: Reading, j: int) -> bool:
    """Whether a verb tells what would be: *would raise*, *elevaría*."""
    pack = load_pack(reading.lang)
    would, endings = (pack.words("tense", key) for key in ("backshift", "backshift_endings"))
    before = reading.words[max(0, j - _BEFORE) : j]
    formed = bool(endings) and reading.words[j].fold.endswith(endings)
    return formed or any(w.fold in would for w in before)
