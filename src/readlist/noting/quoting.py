"""Quotations from a paper in its note."""

from readlist.text import fold_spaces


def quotation(text: str) -> str:
    """Return ``text`` as a quotation in Markdown, each of its paragraphs on a line of its own."""
    paragraphs = [fold_spaces(part) for part in text.split("\n\n")]
    return "\n>\n".join(f"> {paragraph}" for paragraph in paragraphs if paragraph)


def appended(note: str, paragraph: str) -> str:
    """Return a note with one more paragraph at its end."""
    return f"{note.rstrip()}\n\n{paragraph}\n".lstrip("\n")
