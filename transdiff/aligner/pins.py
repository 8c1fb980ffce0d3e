"""Links that a person fixed or forbade: a sidecar file that alignment obeys.

One line a pin, in TOML, sentences counted from 1 as an editor counts them::

    link = [["tass", [3], [4, 5]]]      # article sentence 3 rests on sentences 4 and 5 of tass
    forbid = [["reuters", [7], [2]]]    # whatever it looks like, 7 does not rest on 2 of reuters
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from transdiff.errors import ConfigError
from transdiff.model import Link
from transdiff.toml_file import load_toml


@dataclass(frozen=True, slots=True)
class Pins:
    """Fixed links and forbidden pairs, by segment index."""

    fixed: tuple[Link, ...] = ()
    forbidden: frozenset[tuple[int, str, int]] = frozenset()
    path: str = ""


def load_pins(path: Path) -> Pins:
    """Read a sidecar. Raises ConfigError for a missing file or a line it cannot understand."""
    data = load_toml(path)
    unknown = set(data) - {"link", "forbid"}
    if unknown:
        raise ConfigError(f"{path}: unknown key {min(unknown)!r} (expected link, forbid)")
    fixed = tuple(
        Link(mine, key, theirs, 1.0, pinned=True)
        for key, mine, theirs in _entries(path, data.get("link", ()))
    )
    forbidden = frozenset(
        (i, key, j)
        for key, mine, theirs in _entries(path, data.get("forbid", ()))
        for i in mine
        for j in theirs
    )
    return Pins(fixed, forbidden, path.as_posix())


def _entries(
    path: Path, lines: Iterable[Any]
) -> Iterable[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    for line in lines:
        try:
            key, mine, theirs = line
            if not isinstance(key, str) or not mine or not theirs or min(*mine, *theirs) < 1:
                raise ValueError
            yield key, tuple(sorted(i - 1 for i in mine)), tuple(sorted(j - 1 for j in theirs))
        except (TypeError, ValueError):
            raise ConfigError(
                f'{path}: expected ["reference", [3], [4, 5]], got {line!r}'
            ) from None


def obey(links: Sequence[Link], pins: Pins, sizes: Mapping[str | None, int]) -> list[Link]:
    """Return *links* without what *pins* forbid, with what they fix.

    A sentence that a pin fixes has, in that reference, the pinned link alone. *sizes* is the
    number of segments of the article (None) and of each reference; raises ConfigError for a pin
    outside of them.
    """
    for pin in pins.fixed:
        if pin.reference not in sizes:
            raise ConfigError(f'{pins.path}: link to an unknown reference "{pin.reference}"')
        for text, pinned in ((None, pin.translation), (pin.reference, pin.reference_segments)):
            if max(pinned) >= sizes[text]:
                raise ConfigError(
                    f"{pins.path}: link to sentence {max(pinned) + 1} of"
                    f" {text or 'the article'}, which has {sizes[text]}"
                )
    mine = {(p.reference, i) for p in pins.fixed for i in p.translation}
    theirs = {(p.reference, j) for p in pins.fixed for j in p.reference_segments}
    kept = list(pins.fixed)
    for link in links:
        left = tuple(i for i in link.translation if (link.reference, i) not in mine)
        right = tuple(j for j in link.reference_segments if (link.reference, j) not in theirs)
        left = tuple(
            i for i in left if any((i, link.reference, j) not in pins.forbidden for j in right)
        )
        right = tuple(
            j for j in right if any((i, link.reference, j) not in pins.forbidden for i in left)
        )
        if left and right:
            kept.append(replace(link, translation=left, reference_segments=right))
    return kept
