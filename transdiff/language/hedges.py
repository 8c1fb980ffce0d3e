"""Hedges: which words make a claim unsure where they stand, and which words they make so."""

from __future__ import annotations

from transdiff.facts import WordKind
from transdiff.language.cues import Cue
from transdiff.language.denials import both_sides, nouns_have_capitals, verbs_first
from transdiff.language.listed import listed_phrases
from transdiff.language.pack import load_pack
from transdiff.language.past import past_form
from transdiff.language.reading import Reading
from transdiff.language.reporting import ACCORDING
from transdiff.language.roles import is_passive
from transdiff.language.tense import verb_final
from transdiff.language.verbs import is_verb

_SURMISES = frozenset({"expect", "hope", "concern"})
"""Verbs that name a source and soften what it says."""
_DEGREES = ("possible", "apparent", "likely")
_REACH = 3
_OPENED = 10
"""Content words of a sentence that its opening is said of."""
_EXCLUDED = frozenset({"it", "him", "her", "them", "us", "from"})
"""Words that show ``not exclude`` to be about a member, not about a possibility."""
_ASKED = 3
"""Words before a modal among which a question word opens its clause."""
_REQUIRE = "require"
_AGENT = 10
"""Words between a passive of thinking and what is thought."""
_PREDICATE = 4
"""Words before a noun among which the copula is that makes it a predicate."""
_SUBJECT = 6
"""Words from a verb that holds something likely to the end of its subject."""
_COMMAS = frozenset(",，、،")


def is_hedge(reading: Reading, cue: Cue) -> bool:
    """Whether the word is used as a hedge.

    Not the month of May or a Mrs May, not *could not* for inability, not *does not exclude them*
    from a contest, not *may not be sold*, which forbids.
    """
    word = reading.words[cue.first]
    following = reading.words[cue.end].fold if cue.end < len(reading.words) else ""
    named = cue.first > 0 or following[:1].isdigit() or past_form(following, reading.lang)
    if word.text.endswith("May") and named:
        return False
    if cue.end - cue.first == 2 and word.fold == "not" and following in _EXCLUDED:
        return False
    if cue.marker.value == "possible" and _is_denied(reading, cue):
        return False
    if cue.marker.value == "reported" and _is_backshift(reading, cue):
        return False
    if cue.end - cue.first == 1 and cue.marker.value == "possible" and _is_enabled(reading, cue):
        return False
    if cue.marker.value == "possible" and _is_perceived(reading, cue):
        return False
    if cue.marker.value == "likely" and _compares_chances(reading, cue):
        return False
    if word.fold == "may" and following == "not":
        after = [w.fold for w in reading.words[cue.end + 1 : cue.end + 3]]
        return not (after[:1] == ["be"] and bool(past_form(after[-1], reading.lang)))
    if word.fold in ("may", "might") and following == "only":
        return False
    return not (word.fold == "could" and following in ("not", "no", "only", "hardly", "barely"))


def _is_enabled(reading: Reading, cue: Cue) -> bool:
    """Whether a modal says what somebody is to be able to do, or is free to do.

    *So that trucks could pass*, *you may park here*, *how it could happen*.
    """
    before = [w.fold for w in reading.words[max(0, cue.first - _ASKED) : cue.first]]
    after = [w.fold for w in reading.words[cue.end : cue.end + 2]]
    done = after[:1] == ["have"]
    if before[-1:] and before[-1] in _modal(reading.lang, "addressed") and not done:
        return True
    manners, things = (_modal(reading.lang, k) for k in ("manner", "thing"))
    if any(w in manners for w in before) or (
        done and after[-1] != "been" and any(w in things for w in before)
    ):
        return True
    own = reading.words[reading.sentence(cue.first).start : cue.first]
    return any(listed_phrases(reading.lang, "hedges.modal", "purpose").all(own))


def _is_perceived(reading: Reading, cue: Cue) -> bool:
    """Whether somebody could hear or see it, so that it was there: *gunfire could be heard*."""
    perceived = listed_phrases(reading.lang, "hedges.modal", "perceived")
    if perceived.match(reading.words, cue.end) is not None:
        return True
    if not nouns_have_capitals(reading.lang):
        return False
    clause = [i for i, own in enumerate(reading.clauses) if own == reading.clauses[cue.first]]
    verbs = [i for i in clause if reading.words[i].kind is WordKind.WORD]
    return verbs[-1] > cue.first and perceived.match(reading.words, verbs[-1]) is not None


def _compares_chances(reading: Reading, cue: Cue) -> bool:
    """Whether two chances are compared: *more likely to save than men* is no guess."""
    more = cue.first > 0 and reading.words[cue.first - 1].fold in _modal(reading.lang, "more")
    than = load_pack(reading.lang).words("comparison", "than")
    ahead = reading.words[cue.end : reading.sentence(cue.first).stop]
    return more and any(w.fold in than for w in ahead)


def _is_backshift(reading: Reading, cue: Cue) -> bool:
    """Whether a conditional is the future of what was said: *a assuré que le pont serait prêt*."""
    shifted = load_pack(reading.lang).words("hedges.endings", "reported")
    if not shifted or not reading.words[cue.first].fold.endswith(shifted):
        return False
    if reading.words[cue.first].fold in _modal(reading.lang, "perfect"):
        return False
    told = any(
        a.verb != ACCORDING and a.scope.contains(cue.marker.span)
        for facts in reading.facts
        for a in facts.attributions
        if a.scope and a.source_span and a.source_span.start < a.scope.start
    )
    return told or _is_foretold(reading, cue)


def _is_foretold(reading: Reading, cue: Cue) -> bool:
    """Whether *that* opens the clause behind a participle of promise: *on nous avait juré que*."""
    openers = load_pack(reading.lang).words("attribution", "that")
    own = reading.clauses[cue.first]
    opener = next((i for i, c in enumerate(reading.clauses) if c == own), 0)
    before = reading.words[max(0, opener - _ASKED) : opener]
    promised = _modal(reading.lang, "foretold")
    return reading.words[opener].fold in openers and any(w.fold in promised for w in before)


def _is_denied(reading: Reading, cue: Cue) -> bool:
    """Whether *not* stands right beside the hedge: *не может*, *kann nicht*, inability.

    Where a denial closes the clause it stands behind: *kann das Rad nicht reparieren*.
    """
    denials = reading.of_kind("negation", "not")
    if cue.end - cue.first > 1:
        return False
    if any(cue.first in (c.end, c.first - 1) or _beside(reading, c, cue) for c in denials):
        return True
    clauses = reading.clauses
    behind = both_sides(reading.lang) and may_be_able(reading, cue)
    return behind and any(
        c.first > cue.first and clauses[c.first] == clauses[cue.first] for c in denials
    )


def _beside(reading: Reading, denial: Cue, cue: Cue) -> bool:
    """Whether only a pronoun stands between *not* and the hedge: *no se puede*, *não lhe podem*."""
    between = range(denial.end, cue.first)
    words = reading.words
    return len(between) in (1, 2) and all(
        words[i].kind is WordKind.WORD and not reading.is_content[i] for i in between
    )


def hedged_words(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return the content words that *cue* makes unsure, the likeliest first."""
    if cue.marker.value == "preliminary" and (whole := _introduced(reading, cue)):
        return whole
    if verb_final(reading.lang) and cue.marker.value in _DEGREES:
        return reading.before(cue.first, _REACH + 1) + reading.after(cue.end, _REACH)
    if opened := _opened_behind_source(reading, cue):
        return reading.beyond(opened, _REACH + 1)
    after = reading.after(_behind_agent(reading, cue), _REACH + 1)
    apart = cue.end - cue.first > 1 or is_set_off(reading, cue) or _opens_claim(reading, cue)
    if not after and apart:
        after = reading.beyond(cue.end, _REACH + 1)
    if after and reading.words[after[0]].fold.endswith("ly"):
        after = (*after[1:], after[0])
    if nouns_have_capitals(reading.lang):
        after = verbs_first(reading, after[::-1])  # the verb ends its clause
        if all(reading.words[i].text[:1].isupper() for i in after):
            after = (*_verb_before(reading, cue), *after)
    accuses = cue.marker.value == "alleged" and cue.end - cue.first > 1  # "on suspicion of"
    if cue.marker.value in _DEGREES or (accuses and after):
        return after
    return after + reading.before(cue.first, 2)


def _verb_before(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return the verb that an adverb stands behind: *stammt vermutlich aus der Mine*."""
    words = reading.before(cue.first, 1)
    return tuple(i for i in words if i == cue.first - 1 and reading.words[i].text[:1].islower())


def _introduced(reading: Reading, cue: Cue) -> tuple[int, ...]:
    """Return what *by the first findings* says of the sentence it opens, what is done first.

    The words of the source itself are not what is found.
    """
    own = reading.sentence(cue.first)
    named = reading.source_words
    if any(reading.is_content[i] for i in range(own.start, cue.first) if i not in named):
        return ()
    said = (i for i in reading.content if cue.end <= i < own.stop and i not in named)
    words = tuple(said)[:_OPENED]
    return tuple(sorted(words, key=lambda i: not _tells(reading, i)))


def _tells(reading: Reading, index: int) -> bool:
    """Whether a word tells what was done: an event that is no term."""
    return reading.names_event(index) and is_claim(reading, index)


def _behind_agent(reading: Reading, cue: Cue) -> int:
    """Return where the claim begins: *is thought by investigators to have set off the fire*."""
    agents = load_pack(reading.lang).words("roles", "agent")
    if reading.words[cue.end - 1].fold not in agents:
        return cue.end
    openers = _modal(reading.lang, "to")
    ahead = range(cue.end, min(len(reading.words), cue.end + _AGENT))
    return next((i + 1 for i in ahead if reading.words[i].fold in openers), cue.end)


def _opens_claim(reading: Reading, cue: Cue) -> bool:
    """Whether *that* follows, and with it all that is unsure: *يرجح أن*, "is likely that"."""
    openers = load_pack(reading.lang).words("attribution", "that")
    return any(w.fold in openers for w in reading.words[cue.end : cue.end + 1])


def _opened_behind_source(reading: Reading, cue: Cue) -> int:
    """Return where a claim begins behind a verb and its subject: *يرجح المتحدث أن*; 0 without."""
    openers = load_pack(reading.lang).words("attribution", "that")
    at = next((i for i in range(cue.end, cue.end + _SUBJECT) if i not in reading.source_words), 0)
    behind = at > cue.end and at < len(reading.words) and reading.words[at].fold in openers
    return at + 1 if behind else 0


def is_set_off(reading: Reading, cue: Cue) -> bool:
    """Whether a comma follows an adverb, which is said of all: *the crew, apparently, left*."""
    following = reading.words[cue.end : cue.end + 1]
    return bool(following) and following[0].fold in _COMMAS


def is_claim(reading: Reading, index: int) -> bool:
    """Whether a word is no name and no term, but for a verb in a past form."""
    named = any(key[0] == "!" for key in reading.keys[index])
    return not named or _is_past_form(reading, index)


def is_predicate(reading: Reading, index: int) -> bool:
    """Whether a copula tells that something is what the word *index* names: *is a forgery*."""
    pack = load_pack(reading.lang)
    copulas, articles = pack.words("hedges.modal", "copulas"), pack.words("roles", "articles")
    if not any(w.fold in articles for w in reading.words[max(0, index - 2) : index]):
        return False  # "was said to be stable"
    leads = pack.words("hedges.modal", "before_adjuncts")
    hedged = {i for c in reading.of_kind("hedge") for i in range(c.first, c.end)}
    for k in range(index - 1, max(-1, index - _PREDICATE - 1), -1):
        if reading.clauses[k] != reading.clauses[index] or reading.words[k].fold in leads:
            return False  # "is in a stable condition"
        if k not in hedged and (reading.words[k].fold in copulas or reading.is_content[k]):
            return reading.words[k].fold in copulas
    return False


def deeds_of(reading: Reading, words: tuple[int, ...]) -> tuple[int, ...]:
    """Leave out names and terms: *unclear whether the ship was boarded* doubts the boarding.

    Nor is it a deed to *have to*, where another word follows.
    """
    deeds = tuple(
        i
        for i in words
        if is_claim(reading, i) or reading.names_event(i) or is_predicate(reading, i)
    )
    needs = {i for c in reading.of_kind("event", _REQUIRE) for i in range(c.first, c.end)}
    return tuple(i for i in deeds if i not in needs) or deeds


def _is_past_form(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    return word.text[:1].islower() and bool(past_form(word.fold, reading.lang))


def is_vague(reading: Reading, cue: Cue) -> bool:
    """Whether the hedge is a verb of its own, names a source, or is *could*, an ability perhaps."""
    if names_source(reading, cue):
        return True
    seems = cue.marker.value == "apparent" and is_verb(reading.words[cue.first], reading.lang)
    return seems or is_ability(reading, cue)


def may_be_able(reading: Reading, cue: Cue) -> bool:
    """Whether the word may as well say that somebody is able or allowed to."""
    return reading.words[cue.first].fold in _modal(reading.lang, "ability")


def _modal(lang: str, key: str) -> tuple[str, ...]:
    """Return a list of modal verbs from the pack."""
    return load_pack(lang).words("hedges.modal", key)


def names_source(reading: Reading, cue: Cue) -> bool:
    """Whether the hedge is among the words that say who vouches for a claim."""
    sources = (a for facts in reading.facts for a in facts.attributions)
    return any(s.overlaps(cue.marker.span) for a in sources for s in (a.span, a.source_span) if s)


def only_names_source(reading: Reading, cue: Cue) -> bool:
    """Whether a soft word only names the source: *according to* makes no *may* superfluous."""
    if cue.marker.value != "soft":
        return False
    tells = reading.words[cue.first].fold in _modal(reading.lang, "telling")
    if tells and cue.first in reading.pasts:
        return not is_passive(reading, cue.first)  # "was reported dead" is a doubt
    return any(
        a.span.overlaps(cue.marker.span) and a.verb not in _SURMISES
        for f in reading.facts
        for a in f.attributions
    )


def sources_in(reading: Reading) -> int:
    """How many sources *reading* names."""
    return sum(len(f.attributions) for f in reading.facts)


def is_ability(reading: Reading, cue: Cue) -> bool:
    """Whether *could* may mean *was able to*: nothing is said of what *could have* been."""
    following = reading.words[cue.end].fold if cue.end < len(reading.words) else ""
    return reading.words[cue.first].fold == "could" and following != "have"
