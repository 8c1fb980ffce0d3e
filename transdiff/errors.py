"""The few errors that a user can cause, and the exit codes.

Every error that a caller may want to catch derives from :class:`TransdiffError`; its message is one
line that names the input (path, key, rule) and what to do about it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path


class ExitCode(IntEnum):
    """What the process tells its caller."""

    OK = 0
    """Compared; the gate passed, or there was none."""
    GATE_FAILED = 1
    """Compared; the gate failed."""
    ERROR = 2
    """Could not do what was asked: usage, config, unreadable input, unwritable output, internal.

    A gate whose references hardly speak of the article is such a case: it lacks its data.
    """
    INTERRUPTED = 130
    """Stopped by the user."""


class TransdiffError(Exception):
    """Base of every error that transdiff raises on purpose."""


class InputError(TransdiffError):
    """An input is missing, empty, binary, undecodable, too large or malformed."""


class ConfigError(TransdiffError):
    """A configuration file, option, rule name or language tag is wrong."""


class OutputError(TransdiffError):
    """A report cannot be written where it was asked for."""


class PluginError(TransdiffError):
    """A third-party plug-in failed; the message names the plug-in and the cause."""


def unexpected(error: BaseException) -> str:
    """Return what an error that nobody raised on purpose is and where: ``KeyError at dates.py:33``.

    Its own words may quote a text under embargo or licence and do not belong into a log, unless
    they are the system's.
    """
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f" at {Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else ""
    said = error.strerror if isinstance(error, OSError) else None
    said = str(error) if isinstance(error, ImportError) else said
    return f"{type(error).__name__}{f': {said}' if said else ''}{place}"


_REMEDIES: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "no such file or directory; check the path"),
    (PermissionError, "permission denied; check its permissions"),
    (IsADirectoryError, "a directory; give a file"),
)


def os_reason(error: OSError) -> str:
    """Return in the words of a message why a file cannot be used, with the remedy if there is one.

    The path is not in it: the message names it as it was given.
    """
    for kind, words in _REMEDIES:
        if isinstance(error, kind):
            return words
    return (error.strerror or str(error)).lower()


_TYPES = {
    "array": "a list",
    "object": "a table",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}
_TYPE = re.compile(r"`([a-z]+(?: \| [a-z]+)*)`")
_MISSING = re.compile(r"Object missing required field `([\w-]+)`")
_PLACE = re.compile(r" - (?:at|in) `\$?\.?(.*)`$")


def plainly(error: Exception) -> str:
    """Return what a decoder has against a value in words that name no type of a language.

    ``Expected `str | null`, got `int` - at `$.lang``` becomes ``expected text, got a whole number
    at lang``.
    """
    message = _MISSING.sub(r'"\1" is missing', str(error))
    message = _TYPE.sub(_type_in_words, message)
    message = _PLACE.sub(r" at \1", message).replace(" at [...]", "")
    return message[:1].lower() + message[1:] if not message.startswith("JSON") else message


def _type_in_words(match: re.Match[str]) -> str:
    names = [name for name in match[1].split(" | ") if name != "null"] or ["null"]
    return " or ".join(_TYPES.get(name, name) for name in names)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``'; did you mean "x"?'`` for the closest of *known*, or an empty string."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f'; did you mean "{close[0]}"?' if close else ""
