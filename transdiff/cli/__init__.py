"""The command line: one file per command; each parses, calls the library and sets the exit code."""

from __future__ import annotations

import os
import sys

from transdiff.collector import collect_rarely
from transdiff.errors import os_reason


def main() -> None:
    """Run ``transdiff``; the exit codes are those of :class:`transdiff.errors.ExitCode`."""
    collect_rarely()
    _open_closed()
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        # Small matrices: a thread pool per process costs start-up time and gains nothing.
        os.environ.setdefault(name, "1")
    try:
        from transdiff.cli.app import app

        app(prog_name="transdiff")
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:  # of what typer prints itself, such as --help into a full disk
        from transdiff.cli.command import fail, forget_stdout

        forget_stdout()
        sys.exit(fail(f"standard output: cannot be written: {os_reason(error)}"))


def _open_closed() -> None:
    """Let a standard stream that the caller has closed be an empty one (``>&-``)."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
