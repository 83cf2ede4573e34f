"""What is done about an error nobody expected: one line on the screen, the traceback in a file."""

import logging
from pathlib import Path

from readlist.errors import ReadlistError
from readlist.paths import log_file


def explain(error: Exception) -> str:
    """Return the line to show; an error nobody expected goes to the log file with its traceback."""
    if isinstance(error, ReadlistError):
        return str(error)
    place = log_file()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(place, encoding="utf-8")
    except OSError:
        return f"unexpected: {error!r}; the log {place} cannot be written"
    failure = (type(error), error, error.__traceback__)
    record = logging.LogRecord("readlist", logging.ERROR, __file__, 0, str(error), None, failure)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.emit(record)
    handler.close()
    return f"unexpected: {error!r}; the traceback is in {place}"


def kept_aside(name: str, text: str) -> Path | None:
    """Keep a text that could not be written in a file beside the log; ``None`` if it cannot be."""
    place = log_file().with_name(name)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")
    except (OSError, UnicodeEncodeError):
        return None
    return place
