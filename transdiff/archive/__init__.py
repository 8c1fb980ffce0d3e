"""A local store of wire stories in one file, and the search for those an article was made from."""
