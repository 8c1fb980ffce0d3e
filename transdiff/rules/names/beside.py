"""What stands beside a name: another name joined to it, or the preposition that it follows.

*In the cantons of Neuchâtel and Valais* for *in Neuchâtel and Jura*: however the rest
is worded, what is joined with one name stands for what is joined with it in the reference.
"""

from __future__ import annotations

from collections.abc import Sequence

from transdiff.comparison import Comparison, Witness
from transdiff.facts import Name
from transdiff.language.concepts import is_part
from transdiff.language.content import function_words
from transdiff.language.pack import load_pack
from transdiff.language.reading import Reading
from transdiff.model import Segment
from transdiff.rules.names.variants import is_akin, is_spelt_alike

_KINDS = frozenset({"place", "person"})
_JOINED = 3
"""Words from a name to the one joined to it: *et du*, *as well as in*."""


def joined_with_same(
    pair: Comparison, witness: Witness, mine: Name, left: Sequence[Name]
) -> Name | None:
    """Return the name of *left* that is joined to a name to which *mine* is joined in the article.

    None where it is not the only one.
    """
    reading, other = pair.pairings[witness.key].mine, pair.pairings[witness.key].theirs
    here = _partners(reading, mine, [pair.segment])
    found = [n for n in left if here & _partners(other, n, witness.segments)]
    theirs = found[0] if len(found) == 1 else None
    if theirs is None or theirs.kind != mine.kind or theirs.kind not in _KINDS:
        return None
    return None if _may_be_one(mine, theirs, pair.lang) else theirs


def _may_be_one(mine: Name, theirs: Name, lang: str) -> bool:
    """Whether the table or the letters let both be one."""
    if mine.concept and theirs.concept:
        return is_part(theirs.concept, mine.concept) or is_part(mine.concept, theirs.concept)
    return is_akin(mine, theirs) or is_spelt_alike(mine, theirs, lang)


def _partners(reading: Reading, name: Name, segments: Sequence[Segment]) -> frozenset[str]:
    """The skeletons of the names that *name* is joined to by *and* or a comma."""
    names = [n for s in segments for n in s.facts.names if not n.span.overlaps(name.span)]
    return frozenset(n.skeleton for n in names if n.skeleton and _are_joined(reading, name, n))


def _are_joined(reading: Reading, one: Name, other: Name) -> bool:
    first, second = sorted((reading.inside(one.span), reading.inside(other.span)), key=_start)
    between = [w.fold for w in reading.words[first.stop : second.start]]
    joining = load_pack(reading.lang).words("numbers.ranges", "and")
    if not 0 < len(between) <= _JOINED or not any(w in joining for w in between):
        return False
    return all(w in joining or w in function_words(reading.lang) for w in between)


def _start(words: range) -> int:
    return words.start


def same_preposition(pair: Comparison, witness: Witness, mine: Name, theirs: Name) -> bool:
    """Whether both names follow one word of grammar: *near Bergen*, *near Beilngries*."""
    pairing = pair.pairings[witness.key]
    one, two = pairing.mine.inside(mine.span).start, pairing.theirs.inside(theirs.span).start
    if not one or not two or pairing.foreign:
        return False
    before = pairing.mine.words[one - 1].fold
    articles = load_pack(pair.lang).words("roles", "articles")
    grammar = before in function_words(pair.lang) and before not in articles
    return grammar and before == pairing.theirs.words[two - 1].fold
