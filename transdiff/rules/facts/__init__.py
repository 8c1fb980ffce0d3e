"""Figures, units, dates, comparisons."""
