"""Benchmarks: one module each, calling the public API; ``python -m bench`` prints one table."""
