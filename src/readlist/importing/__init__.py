"""Text in: dumps are decoded, recognised, read into papers, matched with the library and written."""
