"""Values that are computed when they are first asked for.

``functools.cached_property`` of Python 3.11 takes a lock each time; a comparison asks for thousands
of such values, and no value here is shared among threads while it is computed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self, TypeVar

__all__ = ["Once", "lazy"]

T = TypeVar("T")

if TYPE_CHECKING:
    from functools import cached_property as lazy
else:

    class lazy:  # noqa: N801 - a decorator
        """Keep what *compute* returns in the instance's ``__dict__``, under the method's name."""

        def __init__(self, compute: Callable[[Any], Any]) -> None:
            self._compute = compute
            self.__doc__ = compute.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._compute(instance)
            return value


class Once:
    """What keeps the values that others compute of it, each by the function that computes it."""

    def once(self, compute: Callable[[Self], T]) -> T:
        """Return ``compute(self)``, computed once for all the rules that ask for it."""
        kept = self.__dict__
        known: dict[Any, Any] = kept.get("_computed") or kept.setdefault("_computed", {})
        if compute not in known:
            known[compute] = compute(self)
        result: T = known[compute]
        return result

    def forget(self) -> None:
        """Let go of these values, some of which refer back to what they were computed of."""
        self.__dict__.pop("_computed", None)
