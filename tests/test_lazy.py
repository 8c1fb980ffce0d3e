from __future__ import annotations

from transdiff.lazy import Once


class Counted(Once):
    calls = 0


def count(of: Counted) -> int:
    of.calls += 1
    return of.calls


def test_what_is_asked_for_twice_is_computed_once() -> None:
    one, other = Counted(), Counted()
    assert one.once(count) == one.once(count) == 1
    assert other.once(count) == 1
