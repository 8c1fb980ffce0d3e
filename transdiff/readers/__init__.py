"""Readers: one module for each input format, each turning bytes into a Document."""
