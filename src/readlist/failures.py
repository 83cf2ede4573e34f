"""What is done about an error nobody expected: one line on the screen, the traceback in a file."""

import logging
import traceback

from readlist.errors import ReadlistError
from readlist.paths import log_file


def explain(error: Exception) -> str:
    """Return the line to show; an error nobody expected goes to the log file with its traceback."""
    if isinstance(error, ReadlistError):
        return str(error)
    return _logged(repr(error), "".join(traceback.format_exception(error)))


def report_crash(story: str) -> str:
    """Return the line to show for what Textual printed when the interface crashed, and log it."""
    lines = [line.strip() for line in story.splitlines() if line.strip()]
    return _logged(lines[-1] if lines else "the interface crashed", story)


def _logged(what: str, story: str) -> str:
    place = log_file()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(place, encoding="utf-8")
    except OSError:
        return f"unexpected: {what}; the log {place} cannot be written"
    record = logging.LogRecord("readlist", logging.ERROR, __file__, 0, "%s", (story,), None)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    handler.emit(record)
    handler.close()
    return f"unexpected: {what}; the traceback is in {place}"
