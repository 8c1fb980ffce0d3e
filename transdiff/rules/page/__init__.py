"""What is wrong on the page itself: residue, encoding, untranslated text."""
