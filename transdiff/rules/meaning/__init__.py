"""Polarity, certainty, condition, status, agency, attribution."""
