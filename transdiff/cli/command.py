"""What every command shares: options by group, and an exit code for every outcome."""

from __future__ import annotations

import functools
import inspect
import os
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, TextIO, get_type_hints

from transdiff.errors import ExitCode, TransdiffError, os_reason, unexpected

Command = Callable[..., int | None]


def command(function: Command) -> Callable[..., None]:
    """Make *function* a command.

    A parameter annotated with a dataclass of options becomes those options; what is returned is
    the exit code. Whatever goes wrong is one line on stderr and exit code 2 (the traceback of an
    internal error is shown under ``-v``).
    """
    groups, signature = _expanded(function)

    @functools.wraps(function)
    def run(**given: Any) -> None:
        verbose = bool(given.get("verbose"))
        arguments = {
            name: kind(**{f.name: given.pop(f.name) for f in fields(kind)})
            for name, kind in groups.items()
        }
        sys.exit(guarded(lambda: function(**arguments, **given), verbose=verbose))

    run.__signature__ = signature  # type: ignore[attr-defined]
    return run


def _expanded(function: Command) -> tuple[dict[str, Any], inspect.Signature]:
    """The option groups of *function* by parameter, and its signature with them spelled out."""
    hints = get_type_hints(function, include_extras=True)
    groups: dict[str, Any] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(function).parameters.values():
        kind = hints[parameter.name]
        if not is_dataclass(kind):
            parameters.append(parameter.replace(annotation=kind))
            continue
        groups[parameter.name] = kind
        inner = get_type_hints(kind, include_extras=True)
        parameters += [
            inspect.Parameter(
                f.name, inspect.Parameter.KEYWORD_ONLY, default=f.default, annotation=inner[f.name]
            )
            for f in fields(kind)
        ]
    parameters.sort(key=lambda p: p.kind is inspect.Parameter.KEYWORD_ONLY)
    return groups, inspect.Signature(parameters)


def guarded(work: Callable[[], int | None], *, verbose: bool = False) -> int:
    """Run *work* and return the exit code of its outcome, having said on stderr what went wrong."""
    try:
        code = int(work() or ExitCode.OK)
    except TransdiffError as error:
        return fail(str(error))
    except KeyboardInterrupt:
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        forget_stdout()
        return int(ExitCode.ERROR)
    except MemoryError:
        return fail("out of memory")
    except Exception as error:
        if verbose:
            import traceback

            traceback.print_exc()
        return fail(f"internal error: {unexpected(error)} (-v shows all)")
    return _flushed(code)


def _flushed(code: int) -> int:
    """Flush stdout: a reader that left early (``| head``) is no error, a full disk is one."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        forget_stdout()
    except OSError as error:
        forget_stdout()
        return fail(f"standard output: cannot be written: {os_reason(error)}")
    return code


def forget_stdout() -> None:
    """Let the interpreter's last flush of stdout go nowhere instead of failing again."""
    _forget(sys.stdout)


def _forget(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def tell(*lines: str) -> None:
    """Print *lines* on stderr; whoever has seen enough (``2>&1 | head``) changes no exit code."""
    try:
        print(*lines, sep="\n", file=sys.stderr, flush=True)  # noqa: T201
    except BrokenPipeError:
        _forget(sys.stderr)


def fail(message: str) -> int:
    """Print *message* as the one line on stderr and return exit code 2."""
    line = " ".join(message.split())
    tell(f"transdiff: error: {line}")
    return int(ExitCode.ERROR)
