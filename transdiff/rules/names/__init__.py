"""People, titles, organisations, places."""
