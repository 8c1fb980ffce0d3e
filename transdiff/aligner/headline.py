"""A headline sums up the lead: it has a link of its own, to what the lead rests on at the least.

The search gives every sentence to one group. A headline and the lead below both rest on the first
sentence of a reference, and the lead has more in common with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from transdiff.aligner.evidence import Evidence
from transdiff.aligner.groups import Found, Group

_LEAST = 0.15
"""What a headline and a lead must have in common, words and content together."""


def with_headline(found: Found, evidence: Evidence | None) -> Found:
    """Return *found* with a link of its own for the headline, the first sentence of the article.

    A group of it and other sentences is taken apart. Where nothing was found for it, it goes to the
    first sentence of the reference if that is like it in *evidence*, and a little is enough where
    the lead below it goes there; across languages there is no evidence, and the headline goes
    where the lead goes.
    """
    if any(0 in group.mine for group in found.groups):
        return Found([part for group in found.groups for part in _apart(group)], found.unsure)
    if not found.groups:
        return found
    lead = _of_the_lead(found)
    similarity = lead if evidence is None else _to_the_first(evidence, with_lead=lead is not None)
    if similarity is None:
        return found
    unsure = [pair for pair in found.unsure if 0 not in pair.mine]
    return Found([*found.groups, Group((0,), (0,), similarity)], unsure)


def _apart(group: Group) -> Iterator[Group]:
    """Yield the headline of a group by itself: what it sums up is told once more below it."""
    others = tuple(i for i in group.mine if i)
    if others and len(others) < len(group.mine):
        yield replace(group, mine=(0,))
    yield replace(group, mine=others or group.mine)


def _of_the_lead(found: Found) -> float | None:
    """Return how like the first sentence of the reference the lead is, None where it is not."""
    leads = (group.similarity for group in found.groups if 1 in group.mine and 0 in group.theirs)
    return next(leads, None)


def _to_the_first(evidence: Evidence, *, with_lead: bool) -> float | None:
    """Return how like the first sentence of the reference the headline is, None where it is not."""
    words, content = float(evidence.words.cosine[0, 0]), float(evidence.content.cosine[0, 0])
    enough = content > 0 if with_lead else words + content >= _LEAST
    return words if enough else None
