"""Notes on papers: the links in them, and their history."""
