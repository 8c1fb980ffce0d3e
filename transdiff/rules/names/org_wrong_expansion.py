"""Rule ``org-wrong-expansion``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transdiff.comparison import Comparison
from transdiff.facts import Name, Span, Term
from transdiff.language.concepts import concept
from transdiff.language.words import fold_word
from transdiff.rule import Mark, rule

_PREFIX = 5
_GRAMMAR = frozenset({"of", "the", "for", "and", "de", "la", "des", "du", "der", "die", "für", "и"})


@rule(group="names", category="org", severity="major")
def org_wrong_expansion(pair: Comparison) -> Iterator[Mark]:
    """Report a name that nearly is an organisation's, where the references name that organisation.

    An acronym of the concept table must be spelled out with the organisation's own words, in the
    language of the article.

    Flagged:
        reference: The SCO admitted two members.
        translation: The [[Shanghai Cooperative Association]] admitted two members.

        reference[ru]: МАГАТЭ направит инспекторов.
        translation: The [[International Atomic Power Agency]] will send inspectors.

        reference: The Collective Security Treaty Organization met on Friday.
        translation: The [[Collective Defence Treaty Organization]] met on Friday.

    Allowed:
        reference: The SCO admitted two members.
        translation: The Shanghai Cooperation Organisation admitted two members.

        reference: The SCO admitted two members.
        translation: The Shanghai group admitted two members.

        reference: The IAEA and the International Energy Agency will send inspectors.
        translation: The International Energy Agency and the IAEA will send inspectors.
    """
    mine = {t.concept for t in pair.segment.facts.terms}
    text = pair.whole.story.document.text
    for found in pair.segment.facts.names:
        name = _stretched(found, pair.segment.facts.names, text)
        if name.concept or len(name.text.split()) < 2:
            continue
        for witness in pair.witnesses:
            terms = [t for s in witness.segments for t in s.facts.terms]
            said = next((t for t in terms if _expands(name, t, mine, pair.lang)), None)
            if said is not None:
                evidence = witness.evidence(said.span, value=said.concept)
                yield Mark.against(pair.evidence(name.span), evidence)
                break


def _stretched(name: Name, names: tuple[Name, ...], text: str) -> Name:
    """The name with a place of the table right before it: *Shanghai* Cooperative Association."""
    for before in names:
        if before.concept and before.kind == "place" and before.span.end + 1 == name.span.start:
            span = Span(before.span.start, name.span.end)
            return replace(name, span=span, text=span.of(text))
    return name


def _expands(name: Name, term: Term, mine: set[str], lang: str) -> bool:
    """Whether half of the words of *name* are of a name of the organisation, and it is none."""
    entry = concept(term.concept)
    if entry is None or entry.kind != "org" or term.concept in mine:
        return False
    words = _prefixes(name.text)
    for form, phrase in entry.phrases(lang):
        full = _prefixes(phrase)
        shared = len(words & full)
        if form == "name" and len(full) > 1 and shared and 2 * shared >= len(words):
            return len(words) >= len(full) - 1
    return False


def _prefixes(text: str) -> frozenset[str]:
    words = (fold_word(w) for w in text.replace("-", " ").split())
    return frozenset(w[:_PREFIX] for w in words if w not in _GRAMMAR)
