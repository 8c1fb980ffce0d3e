"""The command line: one file per command; each parses, calls the library and sets the exit code."""

from __future__ import annotations

import os
import sys

from transdiff.collector import collect_rarely


def main() -> None:
    """Run ``transdiff``; the exit codes are those of :class:`transdiff.errors.ExitCode`."""
    collect_rarely()
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        # Small matrices: a thread pool per process costs start-up time and gains nothing.
        os.environ.setdefault(name, "1")
    try:
        from transdiff.cli.app import app

        app(prog_name="transdiff")
    except KeyboardInterrupt:
        sys.exit(130)
