"""A person's own editor, for a text."""

import os
import shlex
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread

from readlist.errors import ReadlistError


def edit_text(text: str, preferred: str | None = None) -> str:
    """Return ``text`` as the user left it in the ``preferred`` editor, ``$VISUAL`` or ``$EDITOR``.

    The editor has the terminal until it ends. Raises :class:`ReadlistError` when
    it cannot be run, fails, or leaves something that is not text; what it left is
    kept then, and the error says where.
    """
    command = preferred or os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    # A folder of its own, which nobody else can look into, holds what editors put beside a file.
    folder = Path(tempfile.mkdtemp(prefix="readlist-"))
    path = folder / "note.md"
    path.write_bytes(text.encode())
    _run(command, path)
    try:
        edited = path.read_bytes().decode()
    except FileNotFoundError as error:
        raise ReadlistError(f"{command}: deleted {path}", "the note is as it was") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ReadlistError(f"{path}: {error}", _kept_in(path)) from error
    if "\0" in edited:
        raise ReadlistError(f"{path}: it holds a NUL character", _kept_in(path))
    shutil.rmtree(folder, ignore_errors=True)
    return edited


def _run(command: str, path: Path) -> None:
    try:
        with _interrupts_for_the_editor():
            done = subprocess.run([*shlex.split(command), str(path)], check=False)
    except (OSError, ValueError) as error:
        shutil.rmtree(path.parent, ignore_errors=True)
        raise ReadlistError(f"{command}: {error}", "set $EDITOR to an editor") from error
    if done.returncode:
        raise ReadlistError(f"{command}: ended with code {done.returncode}", _kept_in(path))


def _kept_in(path: Path) -> str:
    return f"the note is as it was; what was edited is in {path}"


@contextmanager
def _interrupts_for_the_editor() -> Iterator[None]:
    """Leave Ctrl-C to the editor: the terminal sends it to every program in front."""
    if current_thread() is not main_thread():
        yield
        return
    # Unlike SIG_IGN, a handler is not inherited by a program that is started.
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
