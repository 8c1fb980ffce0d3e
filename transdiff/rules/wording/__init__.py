"""Loaded and divergent terms."""
