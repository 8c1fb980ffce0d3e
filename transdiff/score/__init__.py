"""Scores: sacrebleu metrics with their signatures, ratios, and fidelity."""
