"""Where the benchmark data is: ``TRANSDIFF_SHARED``, default ``../shared``; it never ships."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path:
    """Return a path in the benchmark data; exits with 2 and one line where it is absent."""
    path = Path(os.environ.get("TRANSDIFF_SHARED", ROOT.parent / "shared")).joinpath(*parts)
    if not path.exists():
        sys.stderr.write(f"bench: no benchmark data at {path}; set TRANSDIFF_SHARED\n")
        raise SystemExit(2)
    return path
