"""The user's own editor, for a text."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from readlist.errors import ReadlistError

_FALLBACK = "vi"


def edit_text(text: str, preferred: str | None = None) -> str:
    """Return ``text`` as the user left it in the ``preferred`` editor, ``$VISUAL`` or ``$EDITOR``.

    Raises :class:`ReadlistError` when the editor cannot be run, fails, or leaves
    something that is not text; what it left is kept then, and the error says where.
    """
    command = preferred or os.environ.get("VISUAL") or os.environ.get("EDITOR") or _FALLBACK
    handle, name = tempfile.mkstemp(prefix="readlist-note-", suffix=".md")
    path = Path(name)
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    _run(command, path)
    try:
        edited = path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        raise ReadlistError(f"{path}: {error}", "the note is as it was") from error
    path.unlink()
    return edited


def _run(command: str, path: Path) -> None:
    kept = f"the note is as it was; what was edited is in {path}"
    try:
        done = subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError) as error:
        path.unlink()
        raise ReadlistError(f"{command}: {error}", "set $EDITOR to an editor") from error
    if done.returncode:
        raise ReadlistError(f"{command}: ended with code {done.returncode}", kept)
