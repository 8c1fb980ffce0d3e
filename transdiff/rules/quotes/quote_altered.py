"""Rule ``quote-altered``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from transdiff.comparison import Article
from transdiff.facts import Span, Word
from transdiff.language.content import is_content
from transdiff.language.denials import hints_at_denial
from transdiff.language.pack import load_pack
from transdiff.language.words import fold_word
from transdiff.model import Evidence, Role, Severity
from transdiff.rule import Mark, rule
from transdiff.rules.quotes.abroad import Abroad, opposite_word, rendered_abroad, turned_clause
from transdiff.rules.quotes.gravity import bared, figures, is_grave, negated
from transdiff.rules.quotes.replaced import replaced
from transdiff.rules.quotes.utterances import (
    Changes,
    Rendering,
    Utterance,
    compare_words,
    denials,
    renderings,
)
from transdiff.rules.quotes.word_abroad import other_words

_ALIKE = 0.2
"""The part of its content words that a quotation has in common with the one that it renders."""
_SHORTER, _LONGER = 0.65, 1.6
"""How long a quotation is beside the one in another language all of which it renders."""


@rule(group="quotes", category="quote_altered", severity="major", scope="article")
def quote_altered(article: Article, *, verbatim: float = 0.5, run: int = 4) -> Iterator[Mark]:
    """Report other words inside quotation marks than the speaker's.

    Quotes are sacred: a translator may cut them where the sense holds, not reword them. A quotation
    is held against the one it renders, less case, punctuation, contractions and spelling. It is
    critical where polarity, a number, a threat or a death changes. Two independent translations of
    one utterance differ in most of their words: without ``verbatim`` of the content words or
    ``run`` words in a row in common, only a change of polarity or number counts, or a short
    quotation in the place of another one of which it has not a word; against a reference in another
    language only a denial that the one side alone has, or the opposite of a word.

    Flagged:
    reference: "We will clarify the matter with our partners," Karel Novak said.
    translation: "We will [[settle]] the matter with our partners," Karel Novak said.

    reference: "The dam is safe and the town will not be evacuated," the governor said.
    translation: "[[The dam is safe and the town will be evacuated,]]" the governor said.

    reference: "We need 30 more buses by Friday," the operator said.
    translation: "We need [[300]] more buses by Friday," the operator said.

    reference: "We found no proof that money was paid," said auditor Jana Kos.
    translation: "[[We found proof that no money was paid,]]" said auditor Jana Kos.

    reference: "Our men are sleeping in the snow," the miner told reporters.
    translation: "Our men are [[dying]] in the snow," the miner told reporters.

    reference: The mayor of Orla called the plan for the harbour "a sensible compromise".
    translation: Orla's mayor called the plan for the harbour "[[sheer madness]]".

    Allowed:
    reference[es]: «No vendemos el puerto, pero lo alquilamos», dijo la alcaldesa de Orla.
    translation[es]: «No vendemos el puerto —dijo la alcaldesa de Orla—, pero lo alquilamos».

    reference[fr]: « Nous ne vendons pas le port, mais nous le louons », a dit la maire d'Orla.
    translation[fr]: « Nous ne vendons pas le port, a dit la maire d'Orla, mais nous le louons. »

    reference: "I do not think it will rain," said Karel Novak.
    translation: "I think it will not rain," said Karel Novak.

    reference: "We won't sign the agreement," said Karel Novak.
    translation: “We will not sign the agreement,” Novak said.

    reference: "It is a good day for the town," she said. "We are grateful to the crews."
    translation: "We are grateful to the crews," she said.

    reference: "The road is closed and nobody can pass," the mayor said.
    translation: The mayor said the route was shut and no one could get through.

    reference[en]: "The harvest was destroyed by hail," the farmer said.
    translation[en]: "Hail has ruined our crops," said the farmer.

    reference: The mayor of Orla called the plan for the harbour "an enormous blunder".
    translation: Orla's mayor called the plan for the harbour "a huge mistake".

    reference: Orla's mayor, Ada Lund, called the plan "a present for the builders".
    translation: "The plan is a present for the builders," said Orla's mayor, Ada Lund.

    reference[de]: „Das ist ein gutes Zeichen für das Tal“, sagte Novak.
    translation[en]: "That is a positive sign for the valley," Novak said.

    reference[ru]: «Мы уточним этот вопрос», — сказал Новак.
    translation[en]: "We will look into this question," Novak said.
    """
    bare = bool(article.story.document.sentences)
    for mine, candidates in renderings(article):
        found = candidates[0] if candidates else None
        if found is None or found.shared < _ALIKE:
            continue
        diff = compare_words(mine.words, found.theirs.words, article.story.lang)
        if not diff.added and (cut := bared(found, diff)):
            diff = replace(diff, added=mine.words[:1], replaced=cut)
            yield _mark(article, found, diff, mine.words[:1], Severity.CRITICAL, typed=True)
            continue
        severity = _severity(found, diff, 0.7 if bare else 0.3)
        same = _rewritten(diff, found) | _told_around(diff, found)
        changed = _weighing([w for w in diff.added if w not in same], article.story.lang)
        lost = _weighty(article.story.lang) & {w.fold for w in diff.replaced if w not in same}
        told = lost and (diff.added or found.shared >= verbatim)
        if not changed and not told and severity is not Severity.CRITICAL:
            continue
        anchored = found.shared >= verbatim or diff.run >= run
        if severity is not Severity.CRITICAL and not anchored:
            continue
        yield _mark(
            article, found, diff, changed, severity, typed=not bare or severity is Severity.CRITICAL
        )
    for quoted in rendered_abroad(article):
        yield from _turned(article, quoted) or _renamed(article, quoted)
    rendered = {m.span for m, found in renderings(article) if found and found[0].shared >= _ALIKE}
    for pair in article.comparisons:
        for span, witness, other in replaced(pair):
            if span not in rendered:
                yield _beside(article, span, witness.evidence(other))


def _beside(
    article: Article, span: Span, shown: Evidence, severity: Severity | None = None
) -> Mark:
    """Mark words of a quotation beside what a reference quotes there."""
    return Mark.against(article.evidence(span), shown, severity, place="quotation in article")


def _renamed(article: Article, quoted: Abroad) -> list[Mark]:
    """Mark a word of a quotation that nothing in the one that it renders can mean."""
    spans = other_words(quoted)
    if spans is None:
        return []
    shown = article.reference_evidence(quoted.witness.key, spans[1], Role.CONTRADICTS)
    return [_beside(article, spans[0], shown)]


def _turned(article: Article, quoted: Abroad) -> list[Mark]:
    """Mark a quotation that denies, or does not, unlike the one that it renders."""
    if not _SHORTER <= quoted.length <= _LONGER or not quoted.mine.pieces[0].verb:
        return []
    spans = _alone_denies(quoted) or turned_clause(quoted) or opposite_word(quoted)
    if spans is None:
        return []
    shown = article.reference_evidence(quoted.witness.key, spans[1], Role.CONTRADICTS)
    return [_beside(article, spans[0], shown, Severity.CRITICAL)]


def _alone_denies(quoted: Abroad) -> tuple[Span, Span] | None:
    """Return the denial of the one quotation, and its place in the other, which has none at all."""
    mine, theirs = (denials(u, "not") for u in (quoted.mine, quoted.theirs))
    plain = quoted.theirs if mine else quoted.mine
    denying = quoted.mine if mine else quoted.theirs
    if bool(mine) == bool(theirs) or denials(plain, "lexical", "weak", "peak"):
        return None
    spans = mine or theirs
    others = [w for w in denying.words if not any(s.overlaps(w.span) for s in spans)]
    limits = hints_at_denial(others, denying.story.lang)
    if limits or not plain.pieces[0].verb or _hints(plain):
        return None
    return mine[0] if mine else quoted.mine.span, theirs[0] if theirs else quoted.theirs.span


def _hints(quotation: Utterance) -> bool:
    """Whether the sentences of a quotation, not it alone, may deny something in any way."""
    segments = (quotation.story.segments[i] for i in quotation.segments)
    return any(hints_at_denial(s.facts.words, quotation.story.lang) for s in segments)


def _weighing(words: Sequence[Word], lang: str) -> tuple[Word, ...]:
    """The words whose change changes the sense: content, negators, quantifiers, modals."""
    weighty = _weighty(lang)
    return tuple(w for w in words if is_content(w, lang) or w.fold in weighty)


def _rewritten(diff: Changes, found: Rendering) -> frozenset[Word]:
    """The words that only write a figure, or a denial, in another way: *not any*, *no*."""
    mine, theirs = found.mine, found.theirs
    old = figures(theirs, diff.replaced)
    same = [w for w in diff.added if (own := figures(mine, (w,))) and own <= old]
    if negated(mine, diff.added) == negated(theirs, diff.replaced):
        same += [w for w in diff.added if negated(mine, (w,))]
        same += [w for w in diff.replaced if negated(theirs, (w,))]
    return frozenset(same)


def _told_around(diff: Changes, found: Rendering) -> frozenset[Word]:
    """The words that a quotation takes in of the sentence about it: *called it "a waste"*.

    *"It is a waste," she said* puts in her mouth what the reference says she said of it.
    """
    if diff.replaced:
        return frozenset()
    segments = [found.theirs.story.segments[i] for i in found.theirs.segments]
    quoted = found.theirs.span
    told = {w.stem for s in segments for w in s.facts.words if not quoted.contains(w.span)}
    return frozenset(w for w in diff.added if w.stem in told)


@lru_cache(maxsize=64)
def _weighty(lang: str) -> frozenset[str]:
    return frozenset(map(fold_word, load_pack(lang).words("quotes", "weighty")))


def _severity(found: Rendering, diff: Changes, least: float) -> Severity:
    """Critical where polarity, a number, a threat or a death differs, else major."""
    grave = found.shared >= least and is_grave(found, diff)
    return Severity.CRITICAL if grave else Severity.MAJOR


def _mark(
    article: Article,
    found: Rendering,
    diff: Changes,
    changed: Sequence[Word],
    severity: Severity,
    *,
    typed: bool,
) -> Mark:
    theirs = found.theirs
    span = _around(changed) or _piece(found.mine)
    against = _around(diff.replaced) or _piece(theirs)
    key = str(theirs.key)
    value = " ".join(w.fold for w in diff.replaced)
    shown = article.reference_evidence(key, against, value=value)
    return replace(_beside(article, span, shown, severity), typed=typed)


def _around(words: Sequence[Word]) -> Span | None:
    return Span(words[0].span.start, words[-1].span.end) if words else None


def _piece(utterance: Utterance) -> Span:
    return utterance.span
