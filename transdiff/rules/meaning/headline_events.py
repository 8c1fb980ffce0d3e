"""Headlines that report an event which their story only approaches, or has a rival of."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span, WordKind
from transdiff.language.cues import Cue
from transdiff.language.events import oppositions
from transdiff.language.pack import load_pack
from transdiff.language.past import past_grammar
from transdiff.language.reading import Reading, read
from transdiff.language.tense import DONE, governing, is_past, progress
from transdiff.language.verbs import is_verb
from transdiff.model import BlockKind, Segment, Story
from transdiff.rules.meaning.headline_words import Place, Told

_OPENING = 3
"""Segments at the top of a story that say what it is about."""
_GOES_ON = {"end": "continue", "suspend": "continue"}
"""What a headline may not call over while the same thing goes on in its story."""
_DOERS = ("er", "ers", "or", "ors")
"""Ends of English words for those who do something."""
_LASTING = frozenset({"close", "suspend", "ban", "exclude"})
"""Events that begin a state."""
_AGREED = 4
"""The step of what is agreed and will be done."""
_SURE = frozenset({"agree"})
"""Events after which a headline may tell what is agreed in the present."""
_TIMELESS = frozenset({"zh", "ja"})
_NEAR = 6
"""Content words on either side of an event that tell what it is about."""

_PEOPLE = ("kind.", "calling.")
"""Concepts of what people are by their work, and of other kinds of things."""


def overstated(article: Article, headline: Reading) -> Iterator[Place]:
    """Yield the events that the headline reports and the story only approaches."""
    stories = [*article.references.values(), article.story]
    for cue in headline.of_kind("event"):
        outcome = cue.marker.value in oppositions().outcomes
        if not outcome or _names_people(headline, cue) or not _told_as_done(headline, cue):
            continue
        nearest: Told | None = None
        for story in stories:
            done, short = _in_story(story, cue, headline)
            if done and story.key is not None:
                nearest = None
                break
            nearest = nearest or ((story, short) if short else None)
        if nearest is not None:
            yield headline.span(cue.first, _with_infinitive(headline, cue.end)), *nearest


def _names_people(headline: Reading, cue: Cue) -> bool:
    """Whether it is part of what somebody is called: *contrôleurs aériens* control nothing here."""
    span = headline.span(cue.first, cue.end)
    terms = (t for facts in headline.facts for t in facts.terms if t.span.contains(span))
    return any(t.concept.startswith(_PEOPLE) and len(t.span) > len(span) for t in terms)


def replaced(article: Article, headline: Reading) -> Iterator[Place]:
    """Yield the events of the headline for which a story has a rival, and none tells themselves.

    Every story must have one where nothing tells what an event is about, in another language, and
    where the headline's own is none by which a matter ends.
    """
    stories = list(article.references.values())
    said = {c.marker.value for c in headline.of_kind("event")}
    for cue in headline.of_kind("event"):
        rivals = oppositions().rivals.get(cue.marker.value, frozenset())
        goes_on = _GOES_ON.get(cue.marker.value, "")
        if not (rivals or goes_on) or said & {*rivals, goes_on}:
            continue
        if _unreal(headline, cue, planned=True):
            continue
        if any(_is_told(cue.marker.value, story) for story in stories):
            continue
        instead = rivals | {goes_on} - {""}
        found = [_first(story, instead, headline, cue) for story in stories]
        known = [place for place in found if place is not None]
        ends = cue.marker.value in oppositions().outcomes
        alone = ends and all(story.lang == headline.lang for story in stories)
        if known and (alone or len(known) == len(found)):
            yield headline.span(cue.first, cue.end), *known[0]
            return


def _is_told(event: str, story: Story) -> bool:
    """Whether *story* tells the *event* anywhere and does not deny it."""
    for segment in story.segments:
        if _tells(segment, story) and any(m.value == event for m in segment.facts.markers):
            reading = read([segment.facts], story.lang)
            cues = reading.of_kind("event", event)
            if any(not governing(reading, c.first, "negation", "not") for c in cues):
                return True
    return False


def _tells(segment: Segment, story: Story) -> bool:
    """Whether the segment is the story's own, and not the headline that is judged."""
    return segment.compared and (story.key is not None or segment.block.kind is BlockKind.BODY)


def _first(story: Story, events: frozenset[str], headline: Reading, own: Cue) -> Told | None:
    """Return where the opening of *story* tells of the same matter one of the *events*."""
    for place, segment in enumerate([s for s in story.segments if s.compared][:_OPENING]):
        reading = read([segment.facts], story.lang)
        for cue in reading.of_kind("event"):
            told = cue.marker.value in events
            told = told and _about(headline, own, reading, cue, whole=not place)
            if told and not governing(reading, cue.first, "negation", "not", "lexical"):
                return story, cue.marker.span
    return None


def _told_as_done(reading: Reading, cue: Cue) -> bool:
    """Whether a headline reports the event: no infinitive, no hedge, denial, plan or question."""
    if _is_named(reading, cue) or _unreal(reading, cue) or _is_object(reading, cue):
        return False
    if _is_infinitive(reading, cue):
        return False
    there = progress(reading, cue.first)
    return there[0] == DONE if there is not None else not _is_subject(reading, cue)


def _with_infinitive(headline: Reading, end: int) -> int:
    """Return the end of an event with the infinitive that says what it is: *agrees to end*."""
    opens = end if headline.words[end - 1].fold == "to" else end + 1
    infinitive = opens < len(headline.words) and headline.words[opens - 1].fold == "to"
    return opens + 1 if infinitive and headline.lang == "en" else end


def _is_named(reading: Reading, cue: Cue) -> bool:
    """Whether an English headline names the event and does not report it.

    It stands in what an infinitive says, *to slow gold purchases*, is who does it, *builder*, or
    opens the headline in its bare form, *pay deal reached*.
    """
    if reading.lang != "en":
        return False
    word = reading.words[cue.first]
    plain = cue.first not in reading.pasts and not word.fold.endswith("s")
    doer = word.fold.endswith(_DOERS) and not is_verb(word, "en")
    return doer or (plain and not cue.first) or _in_infinitive(reading, cue.first)


def _is_infinitive(reading: Reading, cue: Cue) -> bool:
    """Whether the event is a verb that tells nothing as done: *acuerdo para **construir***."""
    endings = load_pack(reading.lang).words("tense", "headline-infinitives")
    plain = cue.first not in reading.pasts
    return plain and bool(endings) and reading.words[cue.first].fold.endswith(endings)


def _in_infinitive(reading: Reading, at: int) -> bool:
    """Whether *to* and a bare verb stand before the word, or *to* alone, and no mark between."""
    for i in range(at - 1, -1, -1):
        if reading.words[i].kind is WordKind.PUNCT:
            return False
        if reading.words[i].fold == "to":
            return i + 1 == at or is_verb(reading.words[i + 1], "en")
    return False


def _unreal(reading: Reading, cue: Cue, *, planned: bool = False) -> bool:
    """Whether a hedge, a denial, a plan or a question holds the event back.

    What is *planned* is as little what something else is planned for.
    """
    plan = () if planned else (("tense", "future"),)
    kinds = (("hedge",), ("negation", "not", "lexical"), ("condition",), *plan)
    asked = reading.words[-1].fold == "?" or bool(reading.of_kind("hedge", "possible", "likely"))
    return asked or any(governing(reading, cue.first, *kind) for kind in kinds)


def _is_object(reading: Reading, cue: Cue) -> bool:
    """Whether the event is a thing to which another is done: *senate backs sale*."""
    noun = not reading.words[cue.first].fold.endswith(("s", "ed"))
    return noun and any(c.end == cue.first for c in reading.of_kind("event"))


def _is_subject(reading: Reading, cue: Cue) -> bool:
    """Whether the event is a thing that does something itself: *pact teeters*, *deal collapses*."""
    after = reading.words[cue.end] if cue.end < len(reading.words) else None
    noun = not reading.words[cue.first].fold.endswith(("s", "ed"))
    return noun and after is not None and after.fold.endswith("s") and is_verb(after, reading.lang)


def _in_story(story: Story, own: Cue, headline: Reading) -> tuple[bool, Span | None]:
    """Return whether the story reports the event, and the words that fall short of it if any.

    The first mention decides: what a story has to say of its own event stands high up. Another
    event of the kind, with nothing around it that the headline names, is passed over.
    """
    event = own.marker.value
    present = _is_present(headline, own)
    short: Span | None = None
    denial: Span | None = None
    bare = False  # told without a sign of tense, where a verb needs none
    said = {headline.words[i].stem for i in range(own.first, own.end)}
    body = [s for s in story.segments if s.block.kind is BlockKind.BODY]
    for place, segment in enumerate(body):
        values = {m.value for m in segment.facts.markers if m.kind == "event"}
        below = {v for v in values if event in oppositions().short_of.get(v, ())}
        below -= _SURE if present else set()
        if event not in values and not below:
            continue
        reading = read([segment.facts], story.lang)
        for cue in reading.of_kind("event"):
            if not _about(headline, own, reading, cue, whole=not place):
                continue
            if cue.marker.value == event:
                held = _held_back(reading, cue, present=present)
                if held and governing(reading, cue.first, "negation", "not"):
                    # of another time, if the story tells the event elsewhere; of something else,
                    # if it stands far down and in another word
                    same = reading.words[cue.first].stem in said
                    denial = denial or (held if same or place < _OPENING else None)
                elif held or denial or is_past(reading, cue.first):
                    return held is None, short or held
                elif present and reading.looks_ahead(cue.first):
                    return True, short
                bare = bare or past_grammar(story.lang).syllables
            if cue.marker.value in below:
                short = short or cue.marker.span
    return bare, short or denial


def _about(headline: Reading, own: Cue, reading: Reading, cue: Cue, *, whole: bool = False) -> bool:
    """Whether the event in the story has to do with what the headline speaks of.

    That stands near it, or anywhere in its sentence, *whole*, if that opens the story.
    """
    if headline.lang != reading.lang:
        return True
    named = {k for i in headline.content if not own.first <= i < own.end for k in headline.keys[i]}
    beside = (*reading.before(cue.first, _NEAR), *reading.after(cue.end, _NEAR))
    near = reading.content if whole else beside
    return any(named & set(reading.keys[i]) for i in near)


def _is_present(headline: Reading, cue: Cue) -> bool:
    """Whether the headline tells the event in the present, which may be of what will be done.

    Verbs of some languages have no tense of their own; a participle tells a state that is to last:
    *tunnel closed for months*.
    """
    lang, word = headline.lang, headline.words[cue.first]
    behind = headline.words[cue.end].fold if cue.end < len(headline.words) else ""
    if _begins_state(headline, cue) and behind in load_pack(lang).words("dates", "lasting"):
        return True
    if past_grammar(lang).syllables or lang in _TIMELESS or is_past(headline, cue.first):
        return False
    return lang != "en" or is_verb(word, lang)


def _begins_state(reading: Reading, cue: Cue) -> bool:
    """Whether an event leads to a state that lasts, whatever else it is: a closure, a ban."""
    return any(c.first == cue.first for c in reading.of_kind("event", *_LASTING))


def _held_back(reading: Reading, cue: Cue, *, present: bool) -> Span | None:
    """Return the words that keep the event from being done, with the event; None if it is.

    Of an event in the *present* it is enough that it is agreed or will be.
    """
    there = progress(reading, cue.first)
    if there is not None and there[1] is not None and there[0] < DONE:
        sure = there[1].marker.value == "future" or there[0] == _AGREED
        if _begins_state(reading, cue):
            sure = sure or any(c.first == there[1].first for c in reading.futures)
        return None if present and sure else reading.across(there[1], cue)
    held = (
        ("negation", "not"),
        *(() if present else (("tense", "future"),)),
        ("hedge", "possible", "likely"),
        ("condition", "if"),
    )
    for kind in held:
        found = governing(reading, cue.first, *kind)
        if found and not (kind[0] == "condition" and _is_thing(reading, cue.first)):
            return reading.across(found[0], cue)
    return None


def _is_thing(reading: Reading, at: int) -> bool:
    """Whether the event is a noun, which a condition takes for given: *if the stoppage goes on*."""
    return at not in reading.pasts and not is_verb(reading.words[at], reading.lang)
