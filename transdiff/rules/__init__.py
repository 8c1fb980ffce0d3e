"""Rules: one file each, in a folder for each group; the docstring is the manual and the test."""
