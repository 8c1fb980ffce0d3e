"""Who is vouched for by a noun of their own: *in her view*, *by the union's count*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from transdiff.facts import Attribution, Span, Word, WordKind
from transdiff.language.content import is_content
from transdiff.language.pack import load_pack
from transdiff.language.reporting import ACCORDING
from transdiff.language.words import fold_word

_OWNER = 6
"""Words that whoever has the view takes at most."""
_GENITIVE = ("'s", "'")
"""How an English possessor ends; after an *s* the apostrophe is a word of its own."""


def find_accounts(words: Sequence[Word], lang: str) -> Iterator[Attribution]:
    """Yield the attributions of *words* that are an account in somebody's name."""
    nouns, fronts, owners = _grammar(lang)
    for at in range(2, len(words)):
        last = words[at - 1]
        owned = last.fold in owners or last.fold.endswith(_GENITIVE)
        if words[at].fold not in nouns or not owned or _goes_on(words, at + 1, lang):
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


@lru_cache(maxsize=64)
def _grammar(lang: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Nouns for an account, the prepositions before it and the words for whose it is."""
    pack = load_pack(lang)
    keys = ("accounts", "account_fronts", "account_owners")
    folded = [frozenset(map(fold_word, pack.words("attribution", key))) for key in keys]
    return folded[0], folded[1], folded[2]
