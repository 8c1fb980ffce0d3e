"""Reporters: one module for each output format, each a pure function of a Report."""
