"""Text in: dumps are decoded, recognised, read into papers, matched and written."""
