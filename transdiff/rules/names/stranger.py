"""A name that no reference knows, with the name that it stands for."""

from __future__ import annotations

from typing import NamedTuple

from transdiff.facts import Name

_PLACES = ("country.", "place.")


class Stranger(NamedTuple):
    """An unknown name of the article and its counterpart in one reference."""

    mine: Name
    theirs: Name
    key: str
    near: bool
    """Whether the two are spelled nearly alike."""


def is_place(stranger: Stranger) -> bool:
    """Whether either name is known to be a place's."""
    return any(
        n.kind == "place" or n.concept.startswith(_PLACES) for n in (stranger.mine, stranger.theirs)
    )


def is_org(stranger: Stranger) -> bool:
    """Whether either name is known to be an organisation's."""
    return any(n.kind == "org" for n in (stranger.mine, stranger.theirs))
