"""What can go wrong, said for the person it happens to.

Every kind carries one line (what, where) and what to do about it; the faces
print that and exit with ``exit_code``. Anything that is not a
:class:`ReadlistError` is a defect of the program.
"""


class ReadlistError(Exception):
    """A failure the user can understand: ``message`` says what and where, ``hint`` what to do."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class UsageError(ReadlistError):
    """The command line or a query asks for something that does not exist."""

    exit_code = 2


class SettingsError(ReadlistError):
    """The settings cannot be read, or hold something that does not exist."""

    exit_code = 2


class NoSuchPaperError(ReadlistError):
    """An id that names no paper."""


class NothingToDoError(ReadlistError):
    """Undo, redo or a change with nothing to act on."""


class SourceError(ReadlistError):
    """A source that cannot be read, or in which no papers were found."""


class DatabaseError(ReadlistError):
    """The database cannot be opened, read or written."""


class ExportError(ReadlistError):
    """An export that cannot be written where it was asked for."""
