"""Rule ``headline-mismatch``."""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.comparison import Article
from transdiff.facts import Span
from transdiff.language.cues import Cue
from transdiff.language.events import oppositions
from transdiff.language.past import past_grammar
from transdiff.language.reading import Reading, read
from transdiff.language.tense import DONE, governing, is_past, progress
from transdiff.language.verbs import is_verb
from transdiff.model import BlockKind, Segment, Story
from transdiff.rule import Mark, rule
from transdiff.rules.meaning.claims import headline_mark
from transdiff.rules.meaning.headline_figures import misprinted
from transdiff.rules.meaning.headline_reach import overreached
from transdiff.rules.meaning.headline_tolls import wrong_tolls
from transdiff.rules.meaning.settled import unsettled
from transdiff.rules.siblings import headline_siblings

_OPENING = 3
"""Segments at the top of a story that say what it is about."""
_GOES_ON = {"end": "continue", "suspend": "continue"}
"""What a headline may not call over while the same thing goes on in its story."""
_NEAR = 6
"""Content words on either side of an event that tell what it is about."""


@rule(group="meaning", category="headline", severity="critical", scope="article")
def headline_mismatch(article: Article) -> Iterator[Mark]:
    """Report a headline that says more, or other figures, than the references and the body.

    A headline may shorten, drop *at least*, use the present for the past and the infinitive for
    the future. It may not report as done what the story only plans, declare a winner where someone
    is ahead, call all of a thing what is a part, without end what lasts for days, or done what
    somebody has still to do, or give a toll that stands nowhere below it. A figure, denial, hedge
    or condition by which another rule sees a headline turned round is reported here too, with that
    rule's name.

    Flagged:
        reference: The two carmakers are in talks to sign a merger, sources said on Monday.
        translation: Carmakers [[sign]] merger\\n\\nThe two carmakers are in talks to sign a merger.

        reference: With half of the votes counted, the Greens are ahead in the city election.
        translation: Greens [[win]] city election\\n\\nThe Greens are ahead at half time.

        reference: In all 34 people were killed in the floods.
        translation: Floods kill [[43]]\\n\\nAt least 43 people were killed in the floods.

        reference: Four people were killed in the fire.
        translation: Fire kills [[nine]]\\n\\nFour people were killed in the fire on Monday.

        reference: Two people were killed in the landslide and 14 were injured.
        translation: Landslide kills [[14]]\\n\\nTwo people were killed in the landslide.

        reference: A fire in the hotel injured nine people on Monday. Nobody was burned.
        translation: Fire [[kills]] nine in hotel\\n\\nNine people were injured in a fire on Monday.

        reference: The colonel faces life imprisonment, prosecutors said on Monday.
        translation: Colonel may get [[death penalty]]\\n\\nHe faces life imprisonment.

        reference: Deputies passed the dam bill in second reading on Monday.
        translation: Dam bill gets [[final approval]]\\n\\nDeputies passed the dam bill on Monday.

        reference: The fire killed five people on Monday. In 2019 a fire killed seven.
        translation: [[Seven]] dead in fire\\n\\nThe fire killed five people on Monday.

        reference: The armies exchanged 164 prisoners on Monday. Dozens of them were hurt.
        translation: Foes trade [[146]] captives\\n\\nThe armies exchanged 164 prisoners on Monday.

        reference: The airline grounded four of its 19 jets on Monday over cracks.
        translation: Airline grounds [[entire]] fleet\\n\\nIt grounded four of 19 on Monday.

        reference[fr]: Les deux hôpitaux ont annoncé leur fusion, qui doit encore être validée.
        translation[fr]: La fusion [[validée]]\\n\\nLa fusion doit encore être validée en juin.

        reference: The nurses called a walkout of two days on Tuesday.
        translation: Nurses call [[indefinite]] walkout\\n\\nIt is to last two days.

    Allowed:
        reference: All schools in Olm will close. Nine of the 40 have no shade.
        translation: All schools in Olm to close\\n\\nAll schools will close. Nine of 40 lack shade.

        reference: Trains could run again in May if the council votes for it.
        translation: Trains could run again in May\\n\\nThat takes a vote of the council.

        reference: The fire killed three people and put 34 in hospital.
        translation: Three dead and 34 in hospital\\n\\nThe fire killed three people.

        reference: The two carmakers signed a merger on Monday.
        translation: Carmakers sign merger\\n\\nThe two carmakers signed a merger on Monday.

        reference: The ministers are ready for talks on the border pact, which may fall apart.
        translation: Border pact fails\\n\\nThe ministers are ready for talks on the border pact.

        reference: The two carmakers will sign a merger on Monday.
        translation: Carmakers to sign merger\\n\\nThe two carmakers will sign a merger on Monday.

        reference: Bus drivers ended their walkout on Monday. Some schools might close in May.
        translation: Bus drivers end walkout\\n\\nThe drivers called off their walkout on Monday.

        reference[nl]: Bij de aardbeving vielen 31 doden. Er worden 17 mensen vermist.
        translation: Quake kills 31 on coast, 17 missing\\n\\nThe quake killed 31 people on Monday.

        reference: The frost has killed 2.1 million animals in the province.
        translation: Frost kills two million\\n\\nThe frost killed 2.1 million animals.

        reference: At least four people were killed in the fire.
        translation: Fire kills four\\n\\nAt least four people were killed in the fire on Monday.
    """
    for segment in article.story.segments:
        if segment.block.kind is BlockKind.HEADLINE:
            headline = read([segment.facts], article.story.lang)
            yield from _overstated(article, headline)
            for span, story, stated in wrong_tolls(article, segment):
                yield headline_mark(article, span, (story, stated))
            yield from _replaced(article, headline)
            for figure, story, slip in misprinted(article, segment):
                yield headline_mark(article, figure, (story, slip))
            for words, story, instead in unsettled(article, headline):
                yield headline_mark(article, words, (story, instead))
            for words, story, instead in overreached(article, headline):
                yield headline_mark(article, words, (story, instead))
            for mine, story, theirs in headline_siblings(article, segment):
                yield headline_mark(article, mine.span, (story, theirs.span))


def _overstated(article: Article, headline: Reading) -> Iterator[Mark]:
    """Yield the events that the headline reports and the story only approaches."""
    stories = [*article.references.values(), article.story]
    for cue in headline.of_kind("event"):
        outcome = cue.marker.value in oppositions().outcomes
        if not outcome or not _told_as_done(headline, cue):
            continue
        nearest: tuple[Story, Span] | None = None
        for story in stories:
            done, short = _in_story(story, cue, headline)
            if done and story.key is not None:
                nearest = None
                break
            nearest = nearest or ((story, short) if short else None)
        if nearest is not None:
            yield headline_mark(article, headline.span(cue.first, cue.end), nearest)


def _replaced(article: Article, headline: Reading) -> Iterator[Mark]:
    """Yield the events of the headline for which the story has a rival, and nowhere themselves."""
    stories = [*article.references.values(), article.story]
    said = {c.marker.value for c in headline.of_kind("event")}
    for cue in headline.of_kind("event"):
        rivals = oppositions().rivals.get(cue.marker.value, frozenset())
        goes_on = _GOES_ON.get(cue.marker.value, "")
        if not (rivals or goes_on) or said & {*rivals, goes_on} or _unreal(headline, cue):
            continue
        if any(_is_told(cue.marker.value, story) for story in stories):
            continue
        found = [
            _first(story, rivals) or _first(story, frozenset({goes_on}), (headline, cue))
            for story in article.references.values()
        ]
        known = [place for place in found if place is not None]
        if known and len(known) == len(found):
            yield headline_mark(article, headline.span(cue.first, cue.end), known[0])
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


def _first(
    story: Story, events: frozenset[str], of: tuple[Reading, Cue] | None = None
) -> tuple[Story, Span] | None:
    """Return where the opening of *story* has one of the *events*, if need be *of* the same."""
    for segment in [s for s in story.segments if s.compared][:_OPENING]:
        reading = read([segment.facts], story.lang)
        for cue in reading.of_kind("event"):
            told = cue.marker.value in events
            if of is not None and not (told and _about(*of, reading, cue)):
                continue
            if told and not governing(reading, cue.first, "negation", "not", "lexical"):
                return story, cue.marker.span
    return None


def _told_as_done(reading: Reading, cue: Cue) -> bool:
    """Whether a headline reports the event: no infinitive, no hedge, denial, plan or question."""
    previous = reading.words[cue.first - 1].fold if cue.first else ""
    if previous == "to" or _unreal(reading, cue) or _is_object(reading, cue):
        return False
    there = progress(reading, cue.first)
    return there[0] == DONE if there is not None else not _is_subject(reading, cue)


def _unreal(reading: Reading, cue: Cue) -> bool:
    """Whether a hedge, a denial, a plan or a question holds the event back."""
    kinds = (("hedge",), ("negation", "not", "lexical"), ("tense", "future"), ("condition",))
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
    short: Span | None = None
    denial: Span | None = None
    bare = False  # told without a sign of tense, where a verb needs none
    for segment in story.segments:
        if segment.block.kind is not BlockKind.BODY:
            continue
        values = {m.value for m in segment.facts.markers if m.kind == "event"}
        below = {v for v in values if event in oppositions().short_of.get(v, ())}
        if event not in values and not below:
            continue
        reading = read([segment.facts], story.lang)
        for cue in reading.of_kind("event"):
            if not _about(headline, own, reading, cue):
                continue
            if cue.marker.value == event:
                held = _held_back(reading, cue)
                if held and not denial and governing(reading, cue.first, "negation", "not"):
                    denial = held  # of another time, if the story tells the event elsewhere
                elif held or denial or is_past(reading, cue.first):
                    return held is None, short or held
                bare = bare or past_grammar(story.lang).syllables
            if cue.marker.value in below:
                short = short or cue.marker.span
    return bare, short or denial


def _about(headline: Reading, own: Cue, reading: Reading, cue: Cue) -> bool:
    """Whether the event in the story has to do with what the headline speaks of."""
    if headline.lang != reading.lang:
        return True
    named = {k for i in headline.content if not own.first <= i < own.end for k in headline.keys[i]}
    near = (*reading.before(cue.first, _NEAR), *reading.after(cue.end, _NEAR))
    return any(named & set(reading.keys[i]) for i in near)


def _held_back(reading: Reading, cue: Cue) -> Span | None:
    """Return the words that keep the event from being done, with the event; None if it is."""
    there = progress(reading, cue.first)
    if there is not None and there[1] is not None and there[0] < DONE:
        return reading.across(there[1], cue)
    held = (
        ("negation", "not"),
        ("tense", "future"),
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
