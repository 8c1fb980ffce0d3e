"""Who is vouched for by a noun of their own: *in her view*, *by the union's count*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transdiff.facts import Attribution, Span, Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.reporting import ACCORDING, Reporting

_OWNER = 6
"""Words that whoever has the view takes at most."""
GENITIVE = ("'s", "'")
"""How an English possessor ends; after an *s* the apostrophe is a word of its own."""


def find_accounts(words: Sequence[Word], lexicon: Reporting) -> Iterator[Attribution]:
    """Yield the attributions of *words* that are an account in somebody's name."""
    fronts = lexicon.account_fronts
    for at in range(2, len(words)):
        if words[at].fold not in lexicon.accounts:
            continue
        last = words[at - 1].fold
        owned = last in lexicon.account_owners or last.endswith(GENITIVE)
        if not owned or _goes_on(words, at + 1, lexicon.lang):
            continue
        first = at - 1
        while first > 0 and at - first < _OWNER and words[first - 1].fold not in fronts:
            first -= 1
        if first > 0 and words[first - 1].fold in fronts:
            yield _account(words[at], words[first:at])


def _goes_on(words: Sequence[Word], at: int, lang: str) -> bool:
    """Whether the noun before *at* is but the first half of one: *in his account book*."""
    after = words[at] if at < len(words) else None
    plain = after is not None and after.kind is WordKind.WORD and after.text == after.fold
    return plain and is_content(words[at], lang)


def _account(noun: Word, owner: Sequence[Word]) -> Attribution:
    return Attribution(
        span=noun.span,
        verb=ACCORDING,
        stance="neutral",
        source=" ".join(w.text for w in owner),
        source_span=Span(owner[0].span.start, owner[-1].span.end),
        source_kind="office",
    )
