"""Facts: what a sentence states, read with one data file for each language."""
