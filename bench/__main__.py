"""Every benchmark in one table: ``python -m bench [gold] [flips] [align] [metrics] [speed] …``."""

from __future__ import annotations

import sys
from importlib import import_module

from bench.table import markdown

NAMES = ("gold", "flips", "align", "metrics", "speed", "batch", "faults", "archive")


def main() -> int:
    """Run the named benchmarks, all of them by default, and print one table."""
    wanted = sys.argv[1:] or list(NAMES)
    if unknown := set(wanted) - set(NAMES):
        sys.stderr.write(f"bench: no benchmark {', '.join(sorted(unknown))}; {' '.join(NAMES)}\n")
        return 2
    rows = [row for name in wanted for row in import_module(f"bench.{name}").rows()]
    sys.stdout.write(markdown(rows))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
