"""``python -m transdiff``."""

from transdiff.cli import main

main()
