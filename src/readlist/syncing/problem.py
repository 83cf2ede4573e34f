"""A file that cannot be synced as it is, said in one line."""

from readlist.errors import ReadlistError


class NoteError(ReadlistError):
    """What is wrong with a file; the file is left alone, and the others are synced."""
