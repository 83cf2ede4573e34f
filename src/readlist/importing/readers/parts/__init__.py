"""What readers of pages share: lines, names, identifiers, titles, labels, page noise."""
