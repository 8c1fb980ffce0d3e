"""Functions for the maps to call: some items fail, in every way that a record can."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Numbered:
    """An item: ``fault`` says how it fails."""

    number: int
    fault: str = ""

    @property
    def id(self) -> str:
        return f"record {self.number}"


def square(item: Numbered) -> int:
    """Return the square of the item's number, or fail as the item says."""
    match item.fault:
        case "raise":
            raise ValueError("poison")
        case "loop":
            while True:
                pass
        case "exit":
            os._exit(7)
        case "memory":
            hoard = []
            while True:
                hoard.append(bytearray(16 * 1024 * 1024))
        case "print":
            sys.stdout.write("noise on standard output")
            os.write(1, b"more noise")
    return item.number**2


@dataclass(frozen=True)
class SlowToStart:
    """A function that reads for longer than one of its items may take."""

    def prepare(self) -> None:
        time.sleep(1.5)

    def __call__(self, item: Numbered) -> int:
        return item.number**2


def pid(item: Numbered) -> int:
    """Return the process that this is called in."""
    return os.getpid()


def threads(item: Numbered) -> str:
    """Return how many threads linear algebra may use."""
    return os.environ.get("OPENBLAS_NUM_THREADS", "")


def slow_square(item: Numbered) -> int:
    """Return the square, after a moment."""
    time.sleep(0.02)
    return item.number**2
